//! Scrolling the columns: sideways, and up and down together.

use std::cell::{Cell, RefCell};

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use web_sys::{Element, Event};

use super::keys::target;
use super::{REST, after, document, each, select};

/// How far the element that an event happened on is scrolled.
pub(crate) fn scrolled(event: &Event) -> i32 {
    target(event).map_or(0, |element| element.scroll_top())
}

/// Calls back with how far the columns are moved sideways, and once they have come to rest.
pub(crate) fn on_sideways(moved: impl Fn(u32) + 'static, rested: impl Fn() + Clone + 'static) {
    let Some(document) = document() else { return };
    let mut waiting: Option<Timeout> = None;
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    EventListener::new_with_options(&document, "scroll", options, move |event| {
        if let Some(columns) = target(event).filter(|it| it.class_list().contains("cols")) {
            moved(columns.scroll_left().unsigned_abs());
            drop(waiting.replace(after(REST, Box::new(rested.clone()))));
        }
    })
    .forget();
}

/// Scrolls the page itself, where it is longer than the window, to its top.
pub(crate) fn to_top() {
    if let Some(window) = super::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Moves the columns sideways.
pub(crate) fn scroll_sideways(left: u32) {
    if let Some(columns) = select(".cols") {
        columns.set_scroll_left(left.cast_signed());
    }
}

thread_local! {
    static LOCKED: Cell<Option<EventListener>> = const { Cell::new(None) };
    static SCROLLED: RefCell<Vec<i32>> = const { RefCell::new(Vec::new()) };
}

const WINDOWS: &str = ".col.is-open > .scroll";

/// Scrolls all open columns by what one of them is scrolled, from where they stand, or each by itself again.
pub(crate) fn lock_scrolling(locked: bool) {
    note_scrolling();
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
    let listener = document().filter(|_| locked).map(|document| {
        EventListener::new_with_options(&document, "scroll", options, |event| {
            if let Some(moved) = target(event) {
                scroll_along(&moved);
            }
        })
    });
    LOCKED.set(listener);
}

/// Notes where the columns stand, so that what the page itself scrolled moves no other column.
pub(crate) fn note_scrolling() {
    let mut now = Vec::new();
    each(WINDOWS, &mut |window| now.push(window.scroll_top()));
    SCROLLED.set(now);
}

/// What others were scrolled by in the meantime is left for their own events.
fn scroll_along(moved: &Element) {
    let mut known = SCROLLED.take();
    let mut windows = Vec::new();
    each(WINDOWS, &mut |window| windows.push(window.clone()));
    known.resize(windows.len(), 0);
    let place = windows.iter().position(|window| window == moved).unwrap_or(0);
    let by = windows.get(place).map_or(0, |window| window.scroll_top() - known[place]);
    for (i, window) in windows.iter().enumerate().filter(|_| by != 0) {
        if i != place {
            let before = window.scroll_top();
            window.set_scroll_top(before + by);
            known[i] += window.scroll_top() - before;
        }
    }
    if by != 0 {
        known[place] += by;
    }
    SCROLLED.set(known);
}
