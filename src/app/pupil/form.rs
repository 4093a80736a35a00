//! What a pupil says of a figure: the little word, what it counts, who says so. Nothing is proposed.

use countercheck::teaching::pupil::{Act, Mark, Qualifier};
use countercheck::words::Key;
use countercheck::work::journal::Anchor;
use leptos::prelude::*;

use super::finder::finder;
use super::mark::focus_mark;
use super::{chip, quoted};
use crate::app::dom::{El, el, live, nothing, several};
use crate::app::state::{Desk, Draft};
use crate::app::web;

/// The form of the mark that is being made.
pub(super) fn form(desk: Desk) -> El {
    let words = desk.words();
    let is_changed = desk.exercise.ui.with_untracked(|ui| ui.draft.as_ref().is_some_and(|draft| draft.id.is_some()));
    let unmark = el("button", "btn").press(move || desk.unmark()).text(words.get(Key::PupilUnmark));
    let cancel = el("button", "btn").press(move || desk.cancel_mark()).text(words.get(Key::PupilCancel));
    let keep = el("button", "btn strong").attr("id", "keep-mark").text(words.get(Key::PupilMarkIt));
    let keep = keep.press(move || desk.keep_mark());
    let acts = el("footer", "").children(is_changed.then_some(unmark)).child(cancel).child(keep);
    el("section", "mark-form")
        .attr("id", "mark-form")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "mark-title")
        .child(el("h2", "").attr("id", "mark-title").live_text(move || quote(desk, |draft| Some(draft.span))))
        .child(qualifiers(desk))
        .child(counted(desk))
        .child(who(desk))
        .child(acts)
}

/// Words of the text that is being marked.
fn quote(desk: Desk, of: fn(&Draft) -> Option<countercheck::reading::text::Span>) -> String {
    let ui = desk.exercise.ui.read();
    let of = |draft: &Draft| Some(quoted(of(draft)?.of(&desk.model().article(draft.article).text)));
    ui.draft.as_ref().and_then(of).unwrap_or_default()
}

/// Whether the mark that is being made is so.
fn is(desk: Desk, of: impl FnOnce(&Draft) -> bool) -> bool {
    desk.exercise.ui.read().draft.as_ref().is_some_and(of)
}

fn group(desk: Desk, ask: Key, class: &str) -> El {
    let ask = desk.words().get(ask);
    let heading = el("h3", "").text(ask);
    el("div", class).attr("role", "group").attr("aria-label", ask).child(heading)
}

fn qualifiers(desk: Desk) -> El {
    let words = desk.words();
    let one = |it: Qualifier| {
        let press = move || desk.edit_draft(|draft| draft.qualifier = Some(it));
        chip(words.get(it.key()), move || is(desk, |draft| draft.qualifier == Some(it)), press)
            .attr("data-act", it.code())
    };
    group(desk, Key::PupilAskWord, "chips").children(Qualifier::ALL.into_iter().map(one))
}

fn counted(desk: Desk) -> El {
    let names = desk.topics().iter().map(|topic| desk.topic_name(topic)).collect::<Vec<_>>();
    let others = [desk.words().get(Key::PupilElse).to_owned()];
    let count = names.len();
    let one = |(i, name): (usize, String)| {
        let topic = (i < count).then_some(i);
        let press = move || desk.edit_draft(|draft| draft.topic = Some(topic));
        let option = chip(&name, move || is(desk, |draft| draft.topic == Some(topic)), press);
        option.attr("data-option", &i.to_string())
    };
    group(desk, Key::PupilAskCounts, "options").children(names.into_iter().chain(others).enumerate().map(one))
}

fn who(desk: Desk) -> El {
    let words = desk.words();
    let none = chip(
        words.get(Key::NoOne),
        move || is(desk, |draft| draft.who == Some(None) && !draft.is_picking),
        move || {
            desk.edit_draft(|draft| {
                draft.who = Some(None);
                draft.is_picking = false;
            });
        },
    );
    let pick = chip(
        words.get(Key::PupilMarkWho),
        move || is(desk, |draft| draft.is_picking || draft.who.flatten().is_some()),
        move || desk.edit_draft(|draft| draft.is_picking = true),
    );
    let chosen = el("p", "who-words")
        .attr("id", "who-words")
        .attr("tabindex", "-1")
        .live_text(move || quote(desk, |draft| draft.who.flatten()));
    let is_picking = crate::app::dom::derived(move || is(desk, |draft| draft.is_picking));
    let picking = live(move || {
        if !is_picking.get() {
            return nothing();
        }
        finder(desk, Key::PupilPickWho, Key::PupilTakeWho, Desk::mark_found).view()
    });
    group(desk, Key::PupilAskWho, "chips")
        .child(none.attr("data-act", "no-one"))
        .child(pick.attr("data-act", "pick-who"))
        .put(several(vec![chosen.view(), picking]))
}

impl Desk {
    /// Keeps the mark that is being made, unless something is still to be chosen.
    fn keep_mark(self) {
        let Some(draft) = self.exercise.ui.with_untracked(|ui| ui.draft.clone()) else { return };
        let (Some(qualifier), Some(topic)) = (draft.qualifier, draft.topic) else {
            return self.ask_for(Key::PupilMissing);
        };
        let model = self.model();
        let article = model.article(draft.article);
        let id = draft.id.unwrap_or_else(|| self.with_pupil(countercheck::teaching::pupil::Pupil::next_mark));
        let figure = Anchor::of(article, draft.span);
        let who = draft.who.flatten().map(|who| Anchor::of(article, who));
        self.act(Act::Mark(Mark { id, figure, qualifier, topic, who }));
        self.tell(Key::PupilDidMark, &quoted(draft.span.of(&article.text)));
        self.close_draft();
        focus_mark(id);
    }

    /// Takes away the mark that is being changed.
    fn unmark(self) {
        if let Some(id) = self.exercise.ui.with_untracked(|ui| ui.draft.as_ref().and_then(|draft| draft.id)) {
            self.act(Act::Unmark(id));
            self.tell(Key::PupilDidUnmark, "");
        }
        self.close_draft();
        web::focus_soon("#texts");
    }

    /// Leaves everything as it was before the mark was begun.
    pub(super) fn cancel_mark(self) {
        let Some(draft) = self.exercise.ui.with_untracked(|ui| ui.draft.clone()) else { return };
        self.close_draft();
        match draft.id {
            Some(id) => focus_mark(id),
            None => web::focus_soon("#texts"),
        }
    }

    fn close_draft(self) {
        self.edit(|ui| {
            ui.draft = None;
            ui.found = None;
        });
    }
}
