//! What stands in the page: the saved collection, and the one it was shipped with.

use countercheck::trouble::Trouble;
use countercheck::words::Key;
use countercheck::work::saved::{self, Opened};
use serde_json::Value;

use super::document;

/// The saved collection that stands in the page, JSON; empty where there is none.
pub(crate) fn state() -> String {
    block("countercheck-state").unwrap_or_default()
}

/// The collection that the page was shipped with, where the page is a copy with another one in it.
pub(crate) fn shipped() -> String {
    block("countercheck-shipped").unwrap_or_else(state)
}

fn block(id: &str) -> Option<String> {
    document()?.get_element_by_id(id)?.text_content()
}

/// Reads a saved collection.
///
/// # Errors
/// Says in one sentence why it cannot be read.
pub(crate) fn read_saved(json: &str) -> Result<Opened, Trouble> {
    saved::check(json)?;
    let value: Value = serde_json::from_str(json).map_err(|_| Trouble::new(Key::SavedForeign))?;
    saved::read(&value)
}
