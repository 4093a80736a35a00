//! What stands in the page: the saved collection, the one it was shipped with. JSON is parsed by the browser.

use countercheck::collection::Record;
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use countercheck::work::saved::{self, Node, Opened};
use wasm_bindgen::{JsCast, JsValue};

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
    let parsed = js_sys::JSON::parse(json).map_err(|_| Trouble::new(Key::SavedForeign))?;
    saved::read(&Json(parsed))
}

/// A value that the browser parsed.
struct Json(JsValue);

impl Json {
    fn get(&self, key: &str) -> Option<JsValue> {
        js_sys::Reflect::get(&self.0, &key.into()).ok()
    }

    fn list(&self, key: &str) -> Option<js_sys::Array> {
        self.get(key)?.dyn_into().ok()
    }
}

impl Record for Json {
    fn text(&self, key: &str) -> Option<String> {
        self.get(key)?.as_string()
    }

    fn flag(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| value.as_bool() == Some(true))
    }

    fn texts(&self, key: &str) -> Vec<String> {
        self.list(key)
            .into_iter()
            .flat_map(|list| list.iter().collect::<Vec<_>>())
            .filter_map(|it| it.as_string())
            .collect()
    }

    fn records(&self, key: &str) -> Option<Vec<Self>> {
        Some(self.list(key)?.iter().map(Self).collect())
    }
}

impl Node for Json {
    fn number(&self, key: &str) -> Option<u64> {
        let number = self.get(key)?.as_f64()?;
        let whole = number as u64;
        (number >= 0.0 && whole <= 1 << 53 && whole as f64 == number).then_some(whole)
    }

    fn record(&self, key: &str) -> Option<Self> {
        self.get(key).filter(JsValue::is_object).map(Self)
    }

    fn json(&self) -> String {
        js_sys::JSON::stringify(&self.0).map(String::from).unwrap_or_default()
    }
}
