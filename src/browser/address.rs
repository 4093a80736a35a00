//! The address of the page, its fragment, and the history.

use std::cell::Cell;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;
use web_sys::Window;

use super::{after, begin, window};

/// The fragment of the address without its "#".
pub(crate) fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// The address without its fragment.
pub(crate) fn page_address() -> String {
    let whole = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    whole.split('#').next().unwrap_or_default().to_owned()
}

/// Whether the page was opened from a file.
pub(crate) fn is_file() -> bool {
    page_address().starts_with("file:")
}

/// Writes the fragment as a new entry of the history.
pub(crate) fn push_fragment(fragment: &str) {
    WRITING.set(None);
    if let Some((window, address)) = address_with(fragment) {
        let _ = window.history().and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&address)));
    }
}

/// Writes the fragment over the current entry of the history.
pub(crate) fn replace_fragment(fragment: &str) {
    WRITING.set(None);
    if let Some((window, address)) = address_with(fragment) {
        let _ = window.history().and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
    }
}

thread_local! {
    static WRITING: Cell<Option<Timeout>> = const { Cell::new(None) };
}

/// The same, once no other fragment has been written for a while: browsers refuse to write at every stroke of a key.
pub(crate) fn replace_soon(fragment: &str) {
    let fragment = fragment.to_owned();
    WRITING.set(Some(after(TYPING, Box::new(move || replace_fragment(&fragment)))));
}

/// How long the keys have to rest before what was typed goes into the address.
const TYPING: u32 = 300;

fn address_with(fragment: &str) -> Option<(Window, String)> {
    let window = window()?;
    let whole = window.location().href().ok()?;
    let page = whole.split('#').next()?;
    let address = if fragment.is_empty() { page.to_owned() } else { format!("{page}#{fragment}") };
    Some((window, address))
}

/// Calls back with the fragment whenever the reader changes it: by the address bar, back or forward.
pub(crate) fn on_address(mut changed: impl FnMut(String) + 'static) {
    if let Some(window) = window() {
        EventListener::new(&window, "hashchange", move |_| {
            WRITING.set(None);
            begin("countercheck:select");
            changed(fragment());
        })
        .forget();
    }
}
