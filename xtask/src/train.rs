//! Fits the weights of alignment to gold sets. The work is done by an example of the library, so that the commands
//! compile without it.

use std::process::Command;

use anyhow::{Result, ensure};

use crate::root;

/// Runs the training program on the given arguments: `--gold FOLDER... [--write]`.
///
/// # Errors
/// Fails when the program cannot be compiled or says what is wrong with its arguments or sets.
pub(crate) fn train(arguments: &[&str]) -> Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--release", "--quiet", "--manifest-path"])
        .arg(root().join("Cargo.toml"))
        .args(["--package", "countercheck", "--example", "train", "--"])
        .args(arguments)
        .status()?;
    ensure!(status.success(), "training has failed");
    Ok(())
}
