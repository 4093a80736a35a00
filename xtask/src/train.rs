//! `cargo xtask train`: fits the weights of alignment to gold sets. An example of the library does the work, so that the
//! commands compile without it.

use anyhow::Result;

use crate::run::{cargo, openly};

/// Runs the training program on the given arguments: `--gold FOLDER... [--write]`.
///
/// # Errors
/// Fails when the program cannot be compiled or says what is wrong with its arguments or sets.
pub(crate) fn train(arguments: &[&str]) -> Result<()> {
    let program = ["run", "--release", "--quiet", "--locked", "--package", "countercheck", "--example", "train", "--"];
    openly(cargo(&program).args(arguments))
}
