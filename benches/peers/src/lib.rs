//! What is measured: one text read in full, from its letters to its figures with their qualifiers, dates, what is
//! counted and who says so.

use countercheck::collection::Article;
use countercheck::reading::claim;

/// Reads a text as if nothing but its letters were known; the number of figures in it.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen::prelude::wasm_bindgen)]
pub fn read(text: &str) -> usize {
    claim::read(&Article { text: text.to_owned(), ..Article::default() }).claims.len()
}

/// Hands over the lexicons, which the WebAssembly does not carry.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn provide(tables: String) {
    countercheck::tables::provide(tables);
}
