//! What touches the browser, but for the elements that `dom` draws: address, storage, keys, focus, measuring. What a
//! browser may refuse (a sandboxed frame has no storage, a file page no history) is passed over without a word: the page
//! works without it.

mod column;
pub(crate) mod files;
mod pointer;
mod scrolling;
pub(crate) mod store;

pub(crate) use column::Column;
pub(crate) use pointer::{drag, height_in, on_attention};
pub(crate) use scrolling::{lock_scrolling, note_scrolling, on_sideways, scroll_sideways, scrolled, to_top};
pub(crate) use store::{store, stored};

use std::cell::Cell;

use countercheck::collection::Record;
use countercheck::desk::Move;
use countercheck::saved::{self, Node, Opened};
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use js_sys::futures::JsFuture;
use leptos::prelude::request_animation_frame;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlDialogElement, HtmlElement, KeyboardEvent, Performance, Window};

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

// ---- state ----

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

/// The tables that the program reads by: unpacked by the loader, or, in development, as they stand in the document.
pub(crate) fn tables() -> String {
    let unpacked = js_sys::Reflect::get(&js_sys::global(), &"countercheckTables".into()).ok();
    let block = || document()?.get_element_by_id("countercheck-tables")?.text_content();
    unpacked.and_then(|tables| tables.as_string()).or_else(block).unwrap_or_default()
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

// ---- address ----

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

/// Puts text where it can be pasted from, and says whether the browser allowed it.
pub(crate) fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let clipboard = window().map(|window| window.navigator().clipboard()).filter(|it| !it.is_undefined());
    let Some(clipboard) = clipboard else { return then(false) };
    let written = clipboard.write_text(text);
    spawn_local(async move { then(JsFuture::from(written).await.is_ok()) });
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

// ---- device ----

/// The language that the browser prefers.
pub(crate) fn language() -> Option<String> {
    window()?.navigator().language()
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

// ---- keys and focus ----

/// Calls back with each key that is pressed outside of text fields and without Alt, "^" before it where Ctrl or Meta is
/// held. What the callback takes, by returning true, does nothing else.
pub(crate) fn on_key(mut pressed: impl FnMut(&str, &Event) -> bool + 'static) {
    let Some(document) = document() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let held = event.ctrl_key() || event.meta_key();
        let key = if held { ["^", &event.key()].concat() } else { event.key() };
        if !event.alt_key() && !event.default_prevented() && !is_typing(event) && pressed(&key, event) {
            event.prevent_default();
        }
    })
    .forget();
}

/// The digit that stands on a key, whatever it types, and whether it is pressed with Shift.
pub(crate) fn digit(event: &Event) -> Option<(usize, bool)> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    let code = event.code();
    let digit = code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad"))?;
    Some((digit.parse().ok()?, event.shift_key()))
}

/// Has the browser do nothing of its own at an event.
pub(crate) fn use_up(event: &Event) {
    event.prevent_default();
}

/// Whether an event happened on a button.
pub(crate) fn is_on_button(event: &Event) -> bool {
    target(event).and_then(|it| it.closest("button").ok().flatten()).is_some()
}

/// Whether a key leaves the field it is pressed in; the event is used up.
pub(crate) fn leaves_field(event: &Event) -> bool {
    let leaves = is_typing(event) && matches!(key(event).as_str(), "Enter" | "Escape");
    if leaves {
        event.prevent_default();
    }
    leaves
}

fn is_typing(event: &Event) -> bool {
    let field = |target: Element| target.closest("input, textarea, select, [contenteditable]").ok().flatten();
    target(event).and_then(field).is_some()
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The figure that an event happened on.
pub(crate) fn figure_under(event: &Event) -> Option<String> {
    under(event, "data-claim")
}

/// The value of an attribute of what an event happened on, or of the first thing around it that has one.
pub(crate) fn under(event: &Event, name: &str) -> Option<String> {
    target(event)?.closest(&["[", name, "]"].concat()).ok()??.get_attribute(name)
}

fn key(event: &Event) -> String {
    event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default()
}

/// Where an arrow key leads from place `from` among `count`; the event is used up.
pub(crate) fn arrow(event: &Event, from: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let to = match key(event).as_str() {
        "ArrowDown" | "ArrowRight" => (from + 1).min(last),
        "ArrowUp" | "ArrowLeft" => from.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    event.prevent_default();
    Some(to)
}

/// The move in a table that a key asks for; the event is used up.
pub(crate) fn movement(event: &Event) -> Option<Move> {
    let to = match key(event).as_str() {
        "ArrowDown" => Move::Down,
        "ArrowUp" => Move::Up,
        "ArrowRight" => Move::Forth,
        "ArrowLeft" => Move::Back,
        "Home" => Move::First,
        "End" => Move::Last,
        _ => return None,
    };
    event.prevent_default();
    Some(to)
}

/// What stands in the field or the choice list that an event happened on.
pub(crate) fn value(event: &Event) -> String {
    let value = target(event).and_then(|field| js_sys::Reflect::get(&field, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// Whether a key press is one that presses a button; the event is used up.
pub(crate) fn is_press(event: &Event) -> bool {
    let press = matches!(key(event).as_str(), "Enter" | " ");
    if press {
        event.prevent_default();
    }
    press
}

/// Puts focus on the first element that a selector finds.
pub(crate) fn focus(selector: &str) {
    if let Some(element) = select(selector) {
        let _ = element.focus();
    }
}

/// The same, once the page has been drawn: for elements that a signal is about to show.
pub(crate) fn focus_later(selector: String) {
    next_frame(move || focus(&selector));
}

/// The same, for a selector that is written out.
pub(crate) fn focus_soon(selector: &'static str) {
    focus_later(selector.to_owned());
}

/// Puts focus on what a selector finds, once the page has been drawn, unless it is in the bar above all views.
pub(crate) fn enter(selector: &'static str) {
    next_frame(move || {
        next_frame(move || {
            let stays = document().and_then(|it| it.active_element()?.closest(".top").ok()?);
            if stays.is_none() {
                focus(selector);
            }
        });
    });
}

/// Puts focus on the mark of a figure, once the columns have been aligned.
pub(crate) fn enter_mark(claim: &str) {
    let claim = claim.to_owned();
    next_frame(move || next_frame(move || focus_mark(&claim)));
}

/// Puts focus on the mark of a figure, and brings it into view.
pub(crate) fn focus_mark(claim: &str) {
    if let Some(mark) = select(&[&with("data-claim", claim), "[tabindex]"].concat()) {
        let still = web_sys::FocusOptions::new();
        still.set_prevent_scroll(true);
        let _ = mark.focus_with_options(&still);
        mark.scroll_into_view_with_scroll_into_view_options(&nearest());
    }
}

/// Puts focus into a column, once it is on screen: on the figure where it was last.
pub(crate) fn focus_figure(column: usize) {
    focus_later(format!("#column-{column} mark[tabindex='0']"));
}

/// Brings an element into view, no further than needed.
pub(crate) fn reveal(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view_with_scroll_into_view_options(&nearest());
    }
}

/// Brings what is chosen in the table or the timeline into view.
pub(crate) fn reveal_chosen() {
    if let Some(row) = select(".other [data-selected] .t") {
        row.scroll_into_view_with_scroll_into_view_options(&nearest());
    }
}

fn nearest() -> web_sys::ScrollIntoViewOptions {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options
}

/// Where the reader is on the page, while it is taken down and put up again: the focus and how far each column is
/// scrolled.
pub(crate) struct Place {
    /// What has the focus, if anything has: empty where that has no name.
    focus: Option<String>,
    scrolled: Vec<(String, i32)>,
}

/// What an element with focus is found again by.
const NAMES: [&str; 5] = ["id", "data-cell", "data-claim", "data-figure", "data-act"];

impl Place {
    /// The place as it is.
    pub(crate) fn note() -> Self {
        let active = select("body :focus");
        let name = |element: &Element| {
            let named = |name: &&str| element.get_attribute(name).map(|value| with(name, &value));
            NAMES.iter().find_map(named)
        };
        let mut scrolled = Vec::new();
        each(".col", &mut |column| {
            let window = column.query_selector(".scroll").ok().flatten();
            scrolled.push((column.id(), window.map_or(0, |window| window.scroll_top())));
        });
        Self { focus: active.map(|element| name(&element).unwrap_or_default()), scrolled }
    }

    /// Brings the reader back, unless focus is somewhere by now.
    pub(crate) fn restore(self) {
        for (column, top) in &self.scrolled {
            if let Some(window) = select(&format!("#{column} .scroll")) {
                window.set_scroll_top(*top);
            }
        }
        let stays = select("body :focus").is_some();
        if let Some(place) = self.focus.filter(|_| !stays) {
            if !place.is_empty() {
                focus(&[&place, ":is(button, [tabindex])"].concat());
            }
            find_focus();
        }
    }
}

/// Puts focus on what closes the open dialog, else on the card or the texts, where it is nowhere.
pub(crate) fn find_focus() {
    for place in [".pop[open] .btn", "#card", "#texts"] {
        if select("body :focus").is_none() {
            focus(place);
        }
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
