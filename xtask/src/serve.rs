//! `cargo xtask serve`: the development server.

use anyhow::Result;

use crate::run::{Steps, openly, program};
use crate::tools::{self, Installing};

/// Serves the page on localhost, unoptimised, and reloads it at every change.
///
/// # Errors
/// Fails when a tool is missing or the server ends.
pub(crate) fn serve(installing: Installing) -> Result<()> {
    let missing = tools::missing()?;
    tools::announce(&missing, installing)?;
    tools::install(&missing, &mut Steps::new(missing.len()))?;
    openly(&mut tools::with_tools(program("trunk", &["serve", "--offline", "--dist", "target/serve"])))
}
