//! Words that are typed instead of selected: they are found in the texts, one place after the other.

use countercheck::reading::text::Span;
use countercheck::teaching::pupil::occurrences;
use countercheck::words::Key;
use countercheck::work::journal::LONGEST_QUOTE;
use leptos::prelude::*;

use super::mark::FOUND;
use crate::app::dom::{El, el};
use crate::app::icon::{self, Icon, icon};
use crate::app::state::Desk;
use crate::app::web;

/// What is typed, and which of its places is looked at.
#[derive(Clone, Copy)]
struct Search {
    desk: Desk,
    typed: RwSignal<String>,
    at: RwSignal<usize>,
}

impl Search {
    /// Where the typed words stand: in the text of the mark that is being made, else in those that are looked at.
    fn places(self) -> Vec<(usize, Span)> {
        let (model, typed) = (self.desk.model(), self.typed.get());
        let draft = self.desk.exercise.ui.read().draft.as_ref().map(|draft| draft.article);
        let mut texts = draft.map_or_else(|| self.desk.texts_before_pupil(), |article| vec![article]);
        if let [first, second] = texts[..] {
            texts = vec![first.min(second), first.max(second)];
        }
        let of = |article: usize| {
            let found = occurrences(&model.article(article).text, &typed);
            found.into_iter().map(move |span| (article, span))
        };
        texts.into_iter().flat_map(of).collect()
    }

    /// Looks at a place, the first one behind the last.
    fn look(self, at: usize) {
        let places = untrack(|| self.places());
        let at = if at < places.len() { at } else { 0 };
        let found = places.get(at).copied();
        self.at.set(at);
        if let Some((article, _)) = found {
            self.desk.turn_pupil_to(article);
        }
        self.desk.edit(|ui| ui.found = found);
        web::next_frame(|| web::reveal(FOUND));
    }

    fn step(self, forth: bool) {
        let (at, count) = (self.at.get_untracked(), untrack(|| self.places()).len());
        self.look(if forth { at + 1 } else { at.checked_sub(1).unwrap_or(count.saturating_sub(1)) });
    }

    /// "2 of 5".
    fn count(self) -> String {
        let words = self.desk.words();
        match self.places().len() {
            _ if self.typed.read().trim().is_empty() => String::new(),
            0 => words.get(Key::PupilNowhere).to_owned(),
            count => words.fill(Key::Position, &[&(self.at.get() + 1).to_string(), &count.to_string()]),
        }
    }
}

/// A field to type words into, the way from place to place, and a button that takes the place that is looked at.
pub(super) fn finder(desk: Desk, ask: Key, take: Key, then: fn(Desk)) -> El {
    let words = desk.words();
    let search = Search { desk, typed: RwSignal::new(String::new()), at: RwSignal::new(0) };
    let step = |forth: bool, face: Icon, name: Key| {
        let button = el("button", "btn quiet").attr("aria-label", words.get(name));
        button.press(move || search.step(forth)).child(icon(face))
    };
    let field = el("input", "")
        .attr("data-act", ask.code())
        .attr("aria-description", words.get(Key::PupilType))
        .attr("autocomplete", "off")
        .attr("maxlength", &LONGEST_QUOTE.to_string())
        .value(move || search.typed.get())
        .on("input", move |event| {
            search.typed.set(web::value(&event));
            search.look(0);
        })
        .on("keydown", move |event| {
            if web::leaves_field(&event) {
                search.step(true);
            }
        });
    let take = el("button", "btn").attr("data-act", take.code()).text(words.get(take)).press(move || {
        then(desk);
        search.typed.set(String::new());
    });
    let places = el("span", "places")
        .flag("hidden", move || search.typed.read().trim().is_empty())
        .child(step(false, icon::LEFT, Key::PupilBefore))
        .child(step(true, icon::RIGHT, Key::PupilAfter))
        .child(take);
    el("div", "finder")
        .child(el("label", "").child(el("span", "").text(words.get(ask))).child(field))
        .child(el("span", "num").attr("role", "status").live_text(move || search.count()))
        .child(places)
}
