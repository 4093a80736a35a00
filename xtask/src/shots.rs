//! `cargo xtask shots`: screenshots of the finished page.

use std::path::Path;

use anyhow::Result;

use crate::browsers::CHROMIUM;
use crate::run::{Steps, cargo, openly};
use crate::tools::{self, Installing};

/// Takes screenshots of `dist/countercheck.html` into a folder.
///
/// # Errors
/// Fails when there is no page or no browser.
pub(crate) fn take(folder: &Path, installing: Installing) -> Result<()> {
    let missing = CHROMIUM.missing()?;
    tools::announce(&missing, installing)?;
    tools::install(&missing, &mut Steps::new(missing.len()))?;
    let folder = std::path::absolute(folder)?;
    openly(cargo(&["run", "--quiet", "--package", "browser-tests", "--bin", "shots", "--"]).arg(folder))
}
