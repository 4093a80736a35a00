//! The shipped collection as the state of a page: the manifest with the texts in it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::pack::state_block;
use crate::root;

/// The shipped collection, JSON.
///
/// # Errors
/// Fails when the manifest or a text that it names cannot be read.
pub(crate) fn shipped() -> Result<String> {
    let folder = root().join("assets/articles/venezuela-2024");
    let mut manifest: Value = serde_json::from_str(&read(&folder.join("collection.json"))?)?;
    let articles = manifest["articles"].as_array_mut().context("the manifest names no articles")?;
    for article in articles {
        let file = article["file"].as_str().context("an article of the manifest has no file")?.to_owned();
        article["text"] = read(&folder.join(file))?.into();
    }
    Ok(manifest.to_string())
}

/// Writes the data block where Trunk looks for it, so that the development page has a collection too.
///
/// # Errors
/// Fails when the collection cannot be read or the block not be written.
pub(crate) fn write_block() -> Result<()> {
    let folder = root().join("target");
    fs::create_dir_all(&folder)?;
    Ok(fs::write(folder.join("state.html"), state_block(&shipped()?))?)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}
