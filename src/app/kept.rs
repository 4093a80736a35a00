//! Whether the work is kept, how far it is read, and what went wrong with what came from outside.

use countercheck::words::Key;
use leptos::prelude::*;

use super::dom::{El, Nodes, derived, el, live, nothing, several};
use super::icon::{self, icon};
use super::notice::closing;
use super::state::Desk;
use super::work::Status;

/// Whether the work is kept, and what can be done where it is not.
pub(crate) fn status(desk: Desk) -> Nodes {
    let words = desk.words();
    let word = move || words.get(desk.work.status.get().key()).to_owned();
    let is_elsewhere = derived(move || desk.work.status.get() == Status::Elsewhere);
    let acts = live(move || {
        if !is_elsewhere.get() {
            return nothing();
        }
        let other = closing(desk, Key::TakeOver, move || desk.take_over());
        let mine = closing(desk, Key::KeepApart, move || desk.keep_apart());
        several(vec![other.view(), mine.view()])
    });
    el("div", "kept")
        .class("is-bad", move || desk.work.status.get().is_bad())
        .child(el("p", "").attr("role", "status").live_text(word))
        .put(acts)
        .view()
}

/// The same in the bar, in a few words.
pub(crate) fn status_in_bar(desk: Desk) -> El {
    let words = desk.words();
    let word = move || match desk.work.status.get() {
        Status::Untouched => "",
        status if status.is_bad() => words.get(Key::NotKept),
        status => words.get(status.key()),
    };
    el("span", "kept").class("is-bad", move || desk.work.status.get().is_bad()).live_text(move || word().to_owned())
}

/// A note above the texts where the work would be lost with the window, and what went wrong at the beginning.
pub(crate) fn notice(desk: Desk) -> Nodes {
    let is_bad = derived(move || desk.work.status.get().is_bad());
    let note = live(move || if is_bad.get() { el("div", "notice").put(status(desk)).view() } else { nothing() });
    let is_troubled = derived(move || !desk.work.troubles.read().is_empty());
    let close = move || desk.work.troubles.set(Vec::new());
    let troubles = live(move || {
        if !is_troubled.get() {
            return nothing();
        }
        let button = closing(desk, Key::Close, close);
        el("div", "notice").child(troubles(desk)).child(button).view()
    });
    let raw = live(move || {
        if !desk.work.raw.get() {
            return nothing();
        }
        let button = el("button", "btn").press(move || desk.toggle_raw()).text(desk.words().get(Key::ShowCorrected));
        el("div", "notice").child(el("p", "").text(desk.words().get(Key::ProgramShown))).child(button).view()
    });
    several(vec![note, raw, troubles])
}

/// How far the reading of many texts is.
pub(crate) fn progress(desk: Desk) -> Nodes {
    let words = desk.words();
    let is_reading = derived(move || desk.work.progress.get().is_some());
    live(move || {
        if !is_reading.get() {
            return nothing();
        }
        let all = desk.work.saved.with_untracked(|saved| saved.collection.articles.len()).to_string();
        let total = all.clone();
        let done = move || desk.work.progress.get().unwrap_or_default().to_string();
        let bar = el("progress", "").attr("max", &all).attr("aria-label", words.get(Key::Reading)).value(done);
        let word = move || words.fill(Key::ReadingOf, &[&done(), &total]);
        let stop = el("button", "btn").press(move || desk.call_off()).text(words.get(Key::CallOff));
        el("div", "notice").attr("data-progress", "").child(bar).child(el("p", "").live_text(word)).child(stop).view()
    })
}

/// What went wrong with what came from outside, one sentence each.
pub(crate) fn troubles(desk: Desk) -> El {
    let words = desk.words();
    let rows = live(move || {
        let row = |text: String| el("li", "").child(icon(icon::WARNING)).child(el("p", "").text(&text)).view();
        several(desk.work.troubles.read().iter().map(|trouble| row(trouble.sentence(words))).collect())
    });
    el("div", "troubles").attr("role", "status").child(el("ul", "").put(rows))
}
