//! Pointing and dragging.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, PointerEvent};

use super::keys::target;
use super::{document, element, mark_only};

/// Calls back with what the pointer or the focus comes to, by the first of these attributes that an element around it
/// has; what the selector that comes back finds is marked until something else has the attention.
pub(crate) fn on_attention(names: &'static [&'static str], echo: impl Fn(&str, &str) -> String + 'static) {
    let Some(document) = document() else { return };
    let wanted = names.iter().map(|name| format!("[{name}]")).collect::<Vec<_>>().join(",");
    let last = RefCell::new(String::new());
    let attend = Rc::new(move |event: &Event| {
        let found = target(event).and_then(|it| it.closest(&wanted).ok().flatten());
        let value = |name: &&'static str| Some((*name, found.as_ref()?.get_attribute(name)?));
        let selector = names.iter().find_map(value).map(|(name, value)| echo(name, &value)).unwrap_or_default();
        if *last.borrow() != selector {
            mark_only(&selector, "data-echo", "[data-echo]");
            last.replace(selector);
        }
    });
    for name in ["pointerover", "focusin"] {
        let attend = attend.clone();
        EventListener::new(&document, name, move |event| attend(event)).forget();
    }
}

/// How far down in the element that was pressed: 0 at its top, 1 at its bottom.
pub(crate) fn height_in(event: &Event) -> f64 {
    let place = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
    let (Some(place), Some(mouse)) = (place, event.dyn_ref::<MouseEvent>()) else { return 0.0 };
    let place = place.get_bounding_client_rect();
    (f64::from(mouse.client_y()) - place.top()) / place.height().max(1.0)
}

/// Follows the pointer that was pressed down until it is let go: calls back with how far it has come, in widths of the
/// column.
pub(crate) fn drag(event: &Event, column: usize, moved: impl Fn(f64) + 'static) {
    let (Some(grip), Some(begin)) = (target(event), event.dyn_ref::<PointerEvent>()) else { return };
    let Some(column) = element(&format!("column-{column}")) else { return };
    let (from, width) = (begin.client_x(), f64::from(column.offset_width()).max(1.0));
    let _ = grip.set_pointer_capture(begin.pointer_id());
    let follow = EventListener::new(&grip, "pointermove", move |event| {
        if let Some(pointer) = event.dyn_ref::<PointerEvent>() {
            moved(f64::from(pointer.client_x() - from) / width);
        }
    });
    EventListener::once(&grip, "lostpointercapture", move |_| drop(follow)).forget();
    event.prevent_default();
}
