//! Keys that are pressed, and what else an event tells.

use countercheck::desk::Move;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::document;

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

pub(super) fn target(event: &Event) -> Option<Element> {
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

/// Whether a key press is one that presses a button; the event is used up.
pub(crate) fn is_press(event: &Event) -> bool {
    let press = matches!(key(event).as_str(), "Enter" | " ");
    if press {
        event.prevent_default();
    }
    press
}
