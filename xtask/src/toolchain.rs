//! The compiler and the target of the page.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::run::{answer, is_there, program, quietly, step};

/// What the page is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Installs the target that the page is compiled for, through rustup.
///
/// # Errors
/// Fails when it is missing and there is no rustup.
pub(crate) fn ensure_target() -> Result<()> {
    let folder = answer(&mut program("rustc", &["--print", "target-libdir", "--target", WASM]))?;
    if PathBuf::from(folder.trim()).is_dir() {
        return Ok(());
    }
    if !is_there("rustup") {
        bail!("the target {WASM} is missing and there is no rustup: install Rust from https://rustup.rs");
    }
    step(&format!("install the target {WASM}"), || quietly(&mut program("rustup", &["target", "add", WASM])).map(drop))
}

/// Where the compiler keeps its libraries.
///
/// # Errors
/// Fails when there is no Rust compiler.
pub(crate) fn sysroot() -> Result<PathBuf> {
    Ok(answer(&mut program("rustc", &["--print", "sysroot"]))?.trim().into())
}
