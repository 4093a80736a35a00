//! What touches the browser, but for the elements that `dom` draws: address, storage, keys, focus, measuring. What a
//! browser may refuse (a sandboxed frame has no storage, a file page no history) is passed over without a word: the page
//! works without it.

mod address;
mod column;
pub(crate) mod files;
mod focus;
mod keys;
mod pointer;
mod scrolling;
mod state;
pub(crate) mod store;

pub(crate) use address::{fragment, is_file, on_address, page_address, push_fragment, replace_fragment, replace_soon};
pub(crate) use column::Column;
pub(crate) use focus::{
    Place, enter, enter_mark, find_focus, focus, focus_figure, focus_later, focus_mark, focus_soon, reveal,
    reveal_chosen,
};
pub(crate) use keys::{
    arrow, digit, figure_under, is_on_button, is_press, leaves_field, movement, on_key, under, use_up,
};
pub(crate) use pointer::{drag, height_in, on_attention};
pub(crate) use scrolling::{lock_scrolling, note_scrolling, on_sideways, scroll_sideways, scrolled, to_top};
pub(crate) use state::{read_saved, shipped, state};
pub(crate) use store::{store, stored};

use std::cell::Cell;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::futures::JsFuture;
use leptos::prelude::request_animation_frame;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlDialogElement, HtmlElement, Performance, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn select(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Does something with every element that a selector finds.
fn each(selector: &str, then: &mut dyn FnMut(&Element)) {
    let found = document().filter(|_| !selector.is_empty()).and_then(|it| it.query_selector_all(selector).ok());
    for element in found.iter().flat_map(|list| (0..list.length()).filter_map(|i| list.get(i))) {
        if let Some(element) = element.dyn_ref::<Element>() {
            then(element);
        }
    }
}

/// The selector of what has an attribute with this value, whatever letters are in it.
pub(crate) fn with(name: &str, value: &str) -> String {
    let value = value.replace('\\', "\\\\").replace('\'', "\\'");
    ["[", name, "='", &value, "']"].concat()
}

/// Sets an attribute on what a selector finds, and takes it away from what else has it among `all`.
pub(crate) fn mark_only(selector: &str, name: &str, all: &str) {
    each(all, &mut |element| drop(element.remove_attribute(name)));
    each(selector, &mut |element| drop(element.set_attribute(name, "")));
}

// ---- device ----

/// The language that the browser prefers.
pub(crate) fn language() -> Option<String> {
    window()?.navigator().language()
}

/// Puts text where it can be pasted from, and says whether the browser allowed it.
pub(crate) fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let clipboard = window().map(|window| window.navigator().clipboard()).filter(|it| !it.is_undefined());
    let Some(clipboard) = clipboard else { return then(false) };
    let written = clipboard.write_text(text);
    spawn_local(async move { then(JsFuture::from(written).await.is_ok()) });
}

/// The width of the page in CSS pixels.
pub(crate) fn width() -> usize {
    window()
        .and_then(|window| window.inner_width().ok())
        .and_then(|width| width.as_f64())
        .map_or(1280, |width| width as usize)
}

/// How long the page has to keep its size before it is laid out anew.
const REST: u32 = 80;

/// Calls back with the width once the page has come to rest at a new size.
pub(crate) fn on_resize(changed: impl Fn(usize) + Clone + 'static) {
    let mut waiting: Option<Timeout> = None;
    if let Some(window) = window() {
        EventListener::new(&window, "resize", move |_| {
            let changed = changed.clone();
            drop(waiting.replace(after(REST, Box::new(move || changed(width())))));
        })
        .forget();
    }
}

/// Calls back with true before the page is printed, and with false afterwards.
pub(crate) fn on_print(changed: impl Fn(bool) + Copy + 'static) {
    if let Some(window) = window() {
        for (event, begins) in [("beforeprint", true), ("afterprint", false)] {
            EventListener::new(&window, event, move |_| changed(begins)).forget();
        }
    }
}

/// Sets or takes away an attribute of the root element.
pub(crate) fn set_root(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Names the page.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// What is selected in a text: the index of its column, and the bytes from and to.
pub(crate) fn selection() -> Option<(usize, usize, usize)> {
    let selection = window()?.get_selection().ok()??;
    let range = selection.get_range_at(0).ok().filter(|range| !range.collapsed())?;
    let around = |node: web_sys::Node| match node.dyn_into::<Element>() {
        Ok(element) => Some(element),
        Err(node) => node.parent_element(),
    };
    let first = around(range.start_container().ok()?)?.closest("[data-paragraph]").ok()??;
    let column = first.closest("[data-source]").ok()??;
    let before = document()?.create_range().ok()?;
    before.set_start(&first, 0).ok()?;
    before.set_end(&range.start_container().ok()?, range.start_offset().ok()?).ok()?;
    let mut start = String::from(before.to_string()).len();
    let paragraphs = column.query_selector_all("[data-paragraph]").ok()?;
    for paragraph in (0..paragraphs.length()).filter_map(|i| paragraphs.get(i)) {
        if paragraph.is_same_node(Some(&first)) {
            let length = String::from(range.to_string()).len();
            let index = column.id().strip_prefix("column-")?.parse().ok()?;
            return Some((index, start, start + length));
        }
        start += paragraph.text_content().map_or(0, |text| text.len());
    }
    None
}

/// Selects nothing.
pub(crate) fn select_nothing() {
    if let Some(selection) = window().and_then(|window| window.get_selection().ok()?) {
        let _ = selection.remove_all_ranges();
    }
}

/// Calls back with whether words of a text are selected, when that may have changed.
pub(crate) fn on_selection(changed: impl Fn(bool) + 'static) {
    if let Some(document) = document() {
        EventListener::new(&document, "selectionchange", move |_| changed(selection().is_some())).forget();
    }
}

/// A day and a time in the zone of the browser, as "2025-09-22 14:05"; empty for the beginning of time.
pub(crate) fn day_and_time(seconds: u64) -> String {
    if seconds == 0 {
        return String::new();
    }
    let date = js_sys::Date::new(&JsValue::from_f64(seconds as f64 * 1000.0));
    // Sweden writes dates so.
    let mut time = String::from(date.to_locale_string("sv", &JsValue::UNDEFINED));
    time.truncate(16);
    time
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    element(id)?.dyn_into().ok()
}

/// Opens a dialog over everything; the browser keeps focus inside and gives it back.
pub(crate) fn show_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub(crate) fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

/// Whether any dialog with a bar of its own is open.
pub(crate) fn has_dialog() -> bool {
    select(".pop[open]").is_some()
}

/// Opens a dialog, or closes it, where it is not so already.
pub(crate) fn have_dialog(id: &str, open: bool) {
    if let Some(dialog) = dialog(id).filter(|dialog| dialog.open() != open) {
        if open {
            let _ = dialog.show_modal();
        } else {
            dialog.close();
        }
    }
}

/// Has the browser print the page.
pub(crate) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

// ---- drawing and measuring ----

/// Calls back before the page is next drawn, when everything that signals change has changed.
pub(crate) fn next_frame(then: impl FnOnce() + 'static) {
    in_next_frame(Box::new(then));
}

#[inline(never)]
fn in_next_frame(then: Box<dyn FnOnce()>) {
    request_animation_frame(then);
}

/// Calls back once the browser has done what it has to do.
pub(crate) fn later(then: impl FnOnce() + 'static) {
    after(0, Box::new(then)).forget();
}

thread_local! {
    static TICKING: Cell<Option<Timeout>> = const { Cell::new(None) };
}

/// Calls back in a second, unless this is called again before.
pub(crate) fn in_a_second(then: impl FnOnce() + 'static) {
    TICKING.set(Some(Timeout::new(1000, then)));
}

/// Milliseconds since the page was opened.
pub(crate) fn clock() -> f64 {
    performance().map_or(0.0, |performance| performance.now())
}

/// Calls back after so many milliseconds, unless it is dropped before.
#[inline(never)]
fn after(milliseconds: u32, then: Box<dyn FnOnce()>) -> Timeout {
    Timeout::new(milliseconds, then)
}

fn performance() -> Option<Performance> {
    window()?.performance()
}

/// Begins to measure.
pub(crate) fn begin(name: &str) {
    if let Some(performance) = performance() {
        let _ = performance.mark(name);
    }
}

/// Ends what was begun, if it was: an entry of the performance timeline.
pub(crate) fn end(name: &str) {
    if let Some(performance) = performance() {
        let _ = performance.measure_with_start_mark(name, name);
        performance.clear_marks_with_mark_name(name);
    }
}

/// Has the browser lay out what has been written so far.
pub(crate) fn lay_out() {
    let _ = document().and_then(|document| document.body()).map(|body| body.offset_height());
}
