//! `cargo xtask shots`: screenshots of the finished page.

use std::path::Path;

use anyhow::Result;

use crate::browsers::CHROMIUM;
use crate::run::{cargo, openly};

/// Takes screenshots of `dist/countercheck.html` into a folder.
///
/// # Errors
/// Fails when there is no page or no browser.
pub(crate) fn take(folder: &Path) -> Result<()> {
    CHROMIUM.ensure()?;
    let folder = std::path::absolute(folder)?;
    openly(cargo(&["run", "--quiet", "--package", "browser-tests", "--bin", "shots", "--"]).arg(folder))
}
