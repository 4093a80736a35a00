//! The journal: every correction with who, when and what; what is undone, and what has lost its place.

use countercheck::work::journal::{Act, Change, Entry, Orphan, Standing};
use leptos::prelude::*;

use countercheck::words::Key;

use super::dom::{El, derived, el, live, several};
use super::help::{dialog, section};
use super::state::Desk;
use super::web;

/// The dialog.
pub(crate) fn dialog_of_journal(desk: Desk) -> El {
    let words = desk.words();
    let step = |name: Key, again: bool| {
        let cannot = move || {
            let saved = desk.work.saved.read();
            !(if again { saved.journal.can_redo() } else { saved.journal.can_undo() })
        };
        el("button", "btn")
            .attr("data-act", name.code())
            .state("aria-disabled", cannot)
            .press(move || desk.undo(again))
            .text(words.get(name))
    };
    let raw = el("button", "btn")
        .state("aria-pressed", move || desk.work.raw.get())
        .press(move || desk.toggle_raw())
        .text(words.get(Key::ShowProgram));
    let name = el("input", "")
        .value(|| web::stored("name").unwrap_or_default())
        .on("input", |event| web::store("name", &web::value(&event)));
    let name = el("label", "field").child(el("span", "").text(words.get(Key::YourName))).child(name);
    let entries = derived(move || desk.work.saved.with(|saved| saved.journal.clone()));
    let rows = live(move || {
        desk.track_model();
        let journal = entries.get();
        let force = journal.in_force();
        let rows = journal.entries().iter().enumerate().rev();
        several(rows.map(|(index, entry)| row(desk, index, entry, force[index]).view()).collect())
    });
    let none = el("p", "").flag("hidden", move || desk.corrections() > 0).text(words.get(Key::JournalNone));
    dialog(desk, "journal", Key::Journal)
        .child(
            section(words.get(Key::Corrections))
                .child(el("p", "row").child(step(Key::Undo, false)).child(step(Key::Redo, true)).child(raw))
                .child(none)
                .child(el("ol", "journal").put(rows)),
        )
        .child(section(words.get(Key::Settings)).child(name))
}

fn row(desk: Desk, index: usize, entry: &Entry, force: bool) -> El {
    let (model, words) = (desk.model(), desk.words());
    let standing = match entry.standing {
        Standing::Done if force => None,
        Standing::Done => Some(Key::TakenBack),
        Standing::Undone | Standing::Dropped => Some(Key::Undone),
    };
    let lost = model.corrected.orphans.iter().find(|orphan| orphan.entry == index);
    let lost = lost.map(|Orphan { loss, .. }| el("small", "").text(words.get(loss.key())));
    let reason = Some(&entry.change.words).filter(|_| matches!(entry.change.act, Act::Relate(_)));
    let reason = reason.filter(|words| !words.is_empty()).map(|reason| el("q", "").text(reason));
    let who = [entry.by.as_str(), &web::day_and_time(entry.at)].join(" ");
    let back = (force && !matches!(entry.change.act, Act::Withdraw(_))).then(|| {
        let label = [words.get(Key::TakeBack), ": ", &entry.change.sentence(words)].concat();
        el("button", "btn quiet").attr("aria-label", &label).text(words.get(Key::TakeBack)).press(move || {
            desk.correct_by(Change::withdraw(index));
            web::focus_soon("#journal [data-act]");
        })
    });
    let what = el("div", "")
        .child(el("span", "").text(&entry.change.sentence(words)))
        .children(reason)
        .child(el("small", "num").text(who.trim()))
        .children(standing.map(|key| el("small", "").text(words.get(key))))
        .children(lost);
    el("li", if force { "" } else { "is-off" }).child(what).children(back)
}

impl Desk {
    /// How many corrections are in force.
    pub(crate) fn corrections(self) -> usize {
        self.work.saved.with(|saved| saved.journal.in_force().into_iter().filter(|force| *force).count())
    }

    /// Shows what the program said, or what holds with the corrections.
    pub(crate) fn toggle_raw(self) {
        self.work.raw.update(|raw| *raw = !*raw);
        self.analyse();
    }
}
