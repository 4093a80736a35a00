//! Words that are typed instead of selected: they are found in the texts, one place after the other.

use countercheck::reading::text::Span;
use countercheck::teaching::pupil::occurrences;
use countercheck::words::{Key, Words};
use countercheck::work::journal::LONGEST_QUOTE;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser;
use crate::components::{Glyph, Icon, glyphs};
use crate::i18n::use_words;
use crate::stores::{Analysis, FOUND, Worksheet, use_analysis, use_worksheet};

/// What is typed, and which of its places is looked at.
#[derive(Clone, Copy)]
struct Search {
    analysis: Analysis,
    worksheet: Worksheet,
    typed: RwSignal<String>,
    at: RwSignal<usize>,
}

impl Search {
    /// Where the typed words stand: in the text of the mark that is being made, else in those that are looked at.
    fn places(self) -> Vec<(usize, Span)> {
        let (model, typed) = (self.analysis.model(), self.typed.get());
        let draft = self.worksheet.ui.read().draft.as_ref().map(|draft| draft.article);
        let mut texts = draft.map_or_else(|| self.worksheet.shown_texts(), |article| vec![article]);
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
            self.worksheet.turn_to(article);
        }
        self.worksheet.edit(|ui| ui.found = found);
        browser::next_frame(|| browser::reveal(FOUND));
    }

    fn step(self, forth: bool) {
        let (at, count) = (self.at.get_untracked(), untrack(|| self.places()).len());
        self.look(if forth { at + 1 } else { at.checked_sub(1).unwrap_or(count.saturating_sub(1)) });
    }

    /// "2 of 5".
    fn count(self, words: Words) -> String {
        match self.places().len() {
            _ if self.typed.read().trim().is_empty() => String::new(),
            0 => words.get(Key::PupilNowhere).to_owned(),
            count => words.fill(Key::Position, &[&(self.at.get() + 1).to_string(), &count.to_string()]),
        }
    }
}

/// A field to type words into, the way from place to place, and a button that takes the place that is looked at.
#[component]
pub(super) fn Finder(ask: Key, take: Key) -> impl IntoView {
    let worksheet = use_worksheet();
    let words = use_words();
    let analysis = use_analysis();
    let search = Search { analysis, worksheet, typed: RwSignal::new(String::new()), at: RwSignal::new(0) };
    let step = |forth: bool, glyph: Glyph, name: Key| {
        view! {
            <button class="btn quiet" aria-label=words.get(name) on:click=move |_| search.step(forth)>
                <Icon glyph />
            </button>
        }
    };
    let look = move |typed: String| {
        search.typed.set(typed);
        search.look(0);
    };
    let press = move |event: KeyboardEvent| {
        if browser::leaves_field(&event) {
            search.step(true);
        }
    };
    let take_found = move |_| {
        worksheet.mark_found();
        search.typed.set(String::new());
    };
    view! {
        <div class="finder">
            <label>
                <span>{words.get(ask)}</span>
                <input
                    data-act=ask.code()
                    aria-description=words.get(Key::PupilType)
                    autocomplete="off"
                    maxlength=LONGEST_QUOTE.to_string()
                    prop:value=search.typed
                    on:input:target=move |event| look(event.target().value())
                    on:keydown=press
                />
            </label>
            <span class="num" role="status">
                {move || search.count(words)}
            </span>
            <span class="places" hidden=move || search.typed.read().trim().is_empty()>
                {step(false, glyphs::LEFT, Key::PupilBefore)}
                {step(true, glyphs::RIGHT, Key::PupilAfter)}
                <button class="btn" data-act=take.code() on:click=take_found>
                    {words.get(take)}
                </button>
            </span>
        </div>
    }
}
