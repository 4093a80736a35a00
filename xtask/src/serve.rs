//! `cargo xtask serve`: the development server.

use anyhow::Result;

use crate::run::{openly, program};
use crate::{collection, tools};

/// Serves the page on localhost, unoptimised, and reloads it at every change.
///
/// # Errors
/// Fails when a tool is missing or the server ends.
pub(crate) fn serve() -> Result<()> {
    tools::ensure()?;
    collection::write_blocks(&collection::tables()?)?;
    let path = tools::path()?;
    openly(program("trunk", &["serve", "--offline"]).env("PATH", path))
}
