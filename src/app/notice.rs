//! Notes above the columns: what the texts speak of, and a link that leads nowhere.

use countercheck::words::Key;
use leptos::prelude::*;

use super::dom::{El, Nodes, derived, el, live, nothing};
use super::icon::{self, icon};
use super::state::Desk;
use super::web;

/// A hint for those who have not used the page before, once the content note is out of the way.
pub(crate) fn first_visit(desk: Desk) -> Nodes {
    let words = desk.words();
    let is_new = RwSignal::new(web::stored(SEEN).is_none());
    live(move || {
        let has_note = desk.model().collection.content_note.is_some() && !desk.note_is_read();
        if has_note || !is_new.get() || desk.chosen().is_some() {
            return nothing();
        }
        let seen = move || {
            web::store(SEEN, "1");
            is_new.set(false);
        };
        let close = closing(desk, Key::Understood, seen);
        let practise = el("button", "btn").text(words.get(Key::PracticeCollection)).press(move || {
            seen();
            desk.practise();
        });
        el("aside", "notice")
            .attr("aria-label", words.get(Key::Help))
            .attr("data-hint", "")
            .child(el("p", "").text(words.get(Key::FirstVisit)))
            .child(practise)
            .child(close)
            .view()
    })
}

/// Under which name the device remembers that the hint was read.
const SEEN: &str = "seen";

/// The content note, until it is read.
pub(crate) fn content(desk: Desk) -> Nodes {
    let words = desk.words();
    live(move || match desk.model().collection.content_note_in(words.language()) {
        Some(note) if !desk.note_is_read() => {
            let button = closing(desk, Key::Understood, move || desk.read_note());
            notice("aside", note).attr("aria-label", words.get(Key::ContentNote)).child(button).view()
        }
        _ => nothing(),
    })
}

/// A sentence about an address that names nothing here.
pub(crate) fn lost(desk: Desk) -> Nodes {
    let words = desk.words();
    let is_lost = derived(move || desk.is_lost());
    live(move || {
        if !is_lost.get() {
            return nothing();
        }
        let button = closing(desk, Key::Close, move || desk.forget_address());
        notice("div", words.get(Key::LinkUnknown)).attr("role", "status").child(button).view()
    })
}

/// A button that goes with what it closes, and leaves focus where work goes on.
pub(crate) fn closing(desk: Desk, name: Key, close: impl Fn() + 'static) -> El {
    el("button", "btn").text(desk.words().get(name)).press(move || {
        close();
        web::next_frame(web::find_focus);
    })
}

fn notice(tag: &'static str, sentence: &str) -> El {
    el(tag, "notice").child(icon(icon::WARNING)).child(el("p", "").text(sentence))
}
