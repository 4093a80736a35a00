//! The compiler: the target of the page, and its standard library made for size.

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

/// What makes cargo compile the standard library with the page, for size, where its source is at hand: the one that
/// comes with the compiler is made for speed, and 16 KB of the page after gzip larger. The features are those of the
/// compiler at hand, though not yet stable, hence the first line.
///
/// # Errors
/// Fails when there is no Rust compiler.
pub(crate) fn std_for_size() -> Result<Vec<(&'static str, &'static str)>> {
    let settings = [
        ("RUSTC_BOOTSTRAP", "1"),
        ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
        ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ];
    Ok(if std_source()?.exists() { settings.into() } else { Vec::new() })
}

/// Compiler switches that go with it: no places and no values in the messages of panics, which no reader of a page sees,
/// and a trap instead of the code that would print them: 11 KB of the page after gzip. Functions are copied into their callers
/// only where that makes the callers no larger: 400 bytes more.
///
/// # Errors
/// Fails when there is no Rust compiler.
pub(crate) fn flags_for_size() -> Result<Vec<String>> {
    const FLAGS: [&str; 5] = [
        "-Zunstable-options",
        "-Cpanic=immediate-abort",
        "-Zlocation-detail=none",
        "-Zfmt-debug=none",
        "-Cllvm-args=--inline-threshold=0",
    ];
    Ok(if std_source()?.exists() { FLAGS.map(str::to_owned).into() } else { Vec::new() })
}

fn std_source() -> Result<PathBuf> {
    Ok(sysroot()?.join("lib/rustlib/src/rust/library/Cargo.lock"))
}

/// Adds the source of the standard library where rustup can; the page is larger without it.
///
/// # Errors
/// Fails when there is no Rust compiler.
pub(crate) fn ensure_std_source() -> Result<()> {
    if std_source()?.exists() {
        return Ok(());
    }
    let added = step("add the source of the standard library", || {
        quietly(&mut program("rustup", &["component", "add", "rust-src"]))
    });
    if added.is_err() {
        eprintln!("warning: the page stays larger than it could be: run `rustup component add rust-src`");
    }
    Ok(())
}

/// Where the compiler keeps its libraries.
///
/// # Errors
/// Fails when there is no Rust compiler.
pub(crate) fn sysroot() -> Result<PathBuf> {
    Ok(answer(&mut program("rustc", &["--print", "sysroot"]))?.trim().into())
}
