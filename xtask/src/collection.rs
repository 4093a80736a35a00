//! What a page is given to read: the shipped collections, one of them as its state, and the tables.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::pack::{state_block, tables_block};
use crate::{licences, root};

/// The collection on the desk when the page is opened, JSON.
///
/// # Errors
/// Fails when the manifest or a text that it names cannot be read.
pub(crate) fn shipped() -> Result<String> {
    collection("venezuela-2024")
}

/// A shipped collection, JSON.
fn collection(folder: &str) -> Result<String> {
    let folder = root().join("assets/articles").join(folder);
    let mut manifest: Value = serde_json::from_str(&read(&folder.join("collection.json"))?)?;
    let articles = manifest["articles"].as_array_mut().context("the manifest names no articles")?;
    for article in articles {
        let file = article["file"].as_str().context("an article of the manifest has no file")?.to_owned();
        article["text"] = read(&folder.join(file))?.into();
    }
    Ok(manifest.to_string())
}

/// The lexicons, the words of the interface, the collections to learn with, each on one line, and the licences of what is
/// compiled in.
///
/// # Errors
/// Fails when a table cannot be read or cargo cannot say what is compiled in.
pub(crate) fn tables() -> Result<String> {
    let tables = crate::tables::tables(&root().join("assets")).context("the tables under assets/ cannot be read")?;
    let learn = ["en", "es"].map(|language| {
        let json = collection(&format!("practice-{language}"))?;
        Ok(format!("#practice/{language}\n{json}\n"))
    });
    let learn = learn.into_iter().collect::<Result<String>>()?;
    Ok([tables, learn, "#licences\n".into(), licences::table()?].concat())
}

/// Writes the data blocks, the tables among them, where Trunk looks for them, so that the development page has a collection and tables too.
///
/// # Errors
/// Fails when they cannot be read or not be written.
pub(crate) fn write_blocks(tables: &str) -> Result<()> {
    let folder = root().join("target");
    fs::create_dir_all(&folder)?;
    Ok(fs::write(folder.join("state.html"), state_block(&shipped()?) + &tables_block(tables))?)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}
