//! What a pupil does on a worksheet: marks, words on pairs, and the program's marks beside them.

use countercheck::reading::text::{Span, fold};
use countercheck::teaching::pupil::{Act, Mark, Marked, Pupil, Said, State, Step, whole_words};
use countercheck::words::Key;
use countercheck::work::journal::Anchor;
use leptos::prelude::*;

use super::Worksheet;
use crate::browser;

/// The id of the words that were found.
pub(crate) const FOUND: &str = "found";

/// What is compared: a topic, and two of its marks where it has two.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct ComparedPair {
    pub(crate) topic: usize,
    pub(crate) pair: Option<(u64, u64)>,
}

/// Some words of a text on one line.
fn quoted(text: &str) -> String {
    ["“", &fold::one_line(text), "”"].concat()
}

/// Puts focus on a mark, once it is drawn.
fn focus_mark(id: u64) {
    browser::focus_later([&browser::with("data-mark", &id.to_string()), "[tabindex]"].concat());
}

/// The first pair without a word and a reason, from a topic on and around.
fn unsaid(state: &State, from: usize) -> Option<(usize, usize)> {
    let count = state.blanks.len();
    let topics = (0..count).map(|i| (from + i) % count);
    let of = |topic: usize| Some((topic, state.pairs(topic).into_iter().position(|pair| !state.is_said(pair))?));
    topics.into_iter().find_map(of)
}

impl Worksheet {
    /// What is compared now.
    pub(crate) fn compared(self) -> ComparedPair {
        let state = self.progress();
        let seat = &self.ui.read().seat;
        let topic = seat.topic.min(state.blanks.len().saturating_sub(1));
        let pairs = if state.blanks.is_empty() { Vec::new() } else { state.pairs(topic) };
        ComparedPair { topic, pair: pairs.get(seat.pair).or(pairs.first()).copied() }
    }

    /// The letter of the text in which a mark stands.
    pub(crate) fn letter_of(self, marked: &Marked) -> String {
        let place = marked.place.map(|(article, _)| self.analysis.model().article(article).id.clone());
        place.unwrap_or_else(|| marked.mark.figure.article.clone())
    }

    /// Keeps the mark that is being made, unless something is still to be chosen.
    pub(crate) fn keep_mark(self) {
        let Some(draft) = self.ui.with_untracked(|ui| ui.draft.clone()) else { return };
        let (Some(qualifier), Some(topic)) = (draft.qualifier, draft.topic) else {
            return self.ask_for(Key::PupilMissing);
        };
        let model = self.analysis.model();
        let article = model.article(draft.article);
        let id = draft.id.unwrap_or_else(|| self.with_pupil(Pupil::next_mark));
        let figure = Anchor::of(article, draft.span);
        let who = draft.who.flatten().map(|who| Anchor::of(article, who));
        self.act(Act::Mark(Mark { id, figure, qualifier, topic, who }));
        self.tell(Key::PupilDidMark, &quoted(draft.span.of(&article.text)));
        self.close_draft();
        focus_mark(id);
    }

    /// Takes away the mark that is being changed.
    pub(crate) fn unmark(self) {
        if let Some(id) = self.ui.with_untracked(|ui| ui.draft.as_ref().and_then(|draft| draft.id)) {
            self.act(Act::Unmark(id));
            self.tell(Key::PupilDidUnmark, "");
        }
        self.close_draft();
        browser::focus_soon("#texts");
    }

    /// Leaves everything as it was before the mark was begun.
    pub(crate) fn cancel_mark(self) {
        let Some(draft) = self.ui.with_untracked(|ui| ui.draft.clone()) else { return };
        self.close_draft();
        match draft.id {
            Some(id) => focus_mark(id),
            None => browser::focus_soon("#texts"),
        }
    }

    fn close_draft(self) {
        self.edit(|ui| {
            ui.draft = None;
            ui.found = None;
        });
    }

    /// Marks the words that are selected, or takes them for those that say who.
    pub(crate) fn take_selection(self) {
        let Some((article, start, end)) = browser::selection() else { return };
        let model = self.analysis.model();
        let Some(source) = model.collection.articles.get(article) else { return };
        match whole_words(&source.text, Span::new(start, end)) {
            Some(span) => self.take_words(article, span),
            None => self.ask_for(Key::PupilTooLong),
        }
    }

    fn take_words(self, article: usize, span: Span) {
        let picking = self.ui.with_untracked(|ui| {
            let draft = ui.draft.as_ref().filter(|draft| draft.is_picking);
            draft.map(|draft| draft.article)
        });
        match picking {
            None => self.begin_mark(article, span),
            Some(marked) if marked != article => self.ask_for(Key::PupilWhoElsewhere),
            Some(_) => {
                self.edit_draft(|draft| {
                    draft.who = Some(Some(span));
                    draft.is_picking = false;
                });
                browser::select_nothing();
                browser::focus_soon("#who-words");
            }
        }
    }

    /// Takes the words that were typed and found.
    pub(crate) fn mark_found(self) {
        if let Some((article, span)) = self.ui.with_untracked(|ui| ui.found) {
            self.edit(|ui| ui.found = None);
            self.take_words(article, span);
        }
    }

    /// Turns to a mark and puts focus on it.
    pub(crate) fn go_to_mark(self, id: u64) {
        let state = untrack(|| self.progress());
        if let Some((article, _)) = state.mark(id).and_then(|marked| marked.place) {
            self.turn_to(article);
            self.edit(|ui| ui.seat.step = Step::Mark);
            focus_mark(id);
        }
    }

    /// Asks whether the program's marks are to be shown, unless they were before.
    pub(crate) fn ask_to_show(self, ask: bool) {
        if ask && untrack(|| self.progress()).is_shown {
            return self.show_program(true);
        }
        self.edit(|ui| ui.is_asking = ask);
        browser::focus_later(browser::with("data-act", Key::PupilShow.code()));
    }

    /// Shows the program's marks, or hides them again. That they were shown is noted once.
    pub(crate) fn show_program(self, show: bool) {
        if show && !untrack(|| self.progress()).is_shown {
            self.act(Act::Shown(None));
        }
        self.edit(|ui| {
            ui.is_shown = show;
            ui.is_asking = false;
        });
        let name = if show { Key::PupilHide } else { Key::PupilShow };
        browser::focus_later(browser::with("data-act", name.code()));
    }

    /// Goes to a step, on the topic that was looked at last.
    pub(crate) fn go_to_step(self, step: Step) {
        let topic = self.ui.with_untracked(|ui| ui.seat.topic);
        self.sit(step, topic, 0);
    }

    /// Changes what the pupil says of two marks.
    pub(crate) fn say_of(self, pair: (u64, u64), change: impl FnOnce(&mut Said)) {
        let state = untrack(|| self.progress());
        let said = state.of_pair(pair).map(|it| it.said.clone());
        let mut said = said.unwrap_or(Said { pair, verdict: None, reason: String::new() });
        change(&mut said);
        self.act(Act::Say(said));
    }

    /// Goes on to the next pair without a word, of this topic or of those behind it, then to the sentences; says what
    /// is missing where this one has no word yet.
    pub(crate) fn keep_pair(self) {
        let (now, state) = untrack(|| (self.compared(), self.progress()));
        if now.pair.is_some_and(|pair| !state.is_said(pair)) {
            self.ask_for(Key::PupilUnsaid);
            return browser::focus("#because");
        }
        if let Some((topic, pair)) = unsaid(&state, now.topic) {
            self.sit(Step::Compare, topic, pair);
            browser::focus_soon("#pair-title");
        } else {
            self.sit(Step::Say, now.topic, 0);
            browser::focus_soon("#texts");
        }
    }
}
