//! Beside the texts: the pupil's figures under their topics, or the form of the one that is being marked.

use countercheck::reading::language::Language;
use countercheck::reading::text::fold;
use countercheck::teaching::pupil::{Act, Marked, State, Step, Verdict};
use countercheck::words::{Key, Words};
use leptos::prelude::*;

use super::form::form;
use super::word;
use crate::app::dom::{El, Nodes, derived, el, live, nothing, several};
use crate::app::icon::{self, icon};
use crate::app::kept::status;
use crate::app::relation::glyph;
use crate::app::source::{Face, letter};
use crate::app::state::Desk;
use crate::app::web;
use crate::app::work::pristine;

pub(super) fn side(desk: Desk) -> El {
    let words = desk.words();
    let is_marking = derived(move || desk.exercise.ui.read().draft.is_some());
    let inside = live(move || if is_marking.get() { form(desk).view() } else { figures(desk) });
    el("aside", "mine")
        .class("is-marking", move || is_marking.get())
        .attr("aria-label", words.get(Key::PupilFigures))
        .put(inside)
        .child(foot(desk))
}

fn figures(desk: Desk) -> Nodes {
    let words = desk.words();
    let count = move || words.fill(Key::PupilMarked, &[&desk.pupil_state().marks.len().to_string()]);
    let heading = el("h2", "").text(words.get(Key::PupilFigures)).child(el("small", "num").live_text(count));
    let names: Vec<String> = desk.topics().iter().map(|topic| desk.topic_name(topic)).collect();
    let list = live(move || {
        let (state, step) = (desk.pupil_state(), desk.pupil_step());
        let topics = names.iter().enumerate().map(|(i, name)| topic(desk, &state, step, i, name).view());
        let others = marks(desk, &state, None);
        let others = (!others.is_empty()).then(|| {
            el("li", "")
                .child(el("h3", "").text(words.get(Key::PupilElse)))
                .child(el("p", "my-marks").children(others))
                .view()
        });
        several(topics.chain(others).collect())
    });
    let is_comparing = derived(move || desk.pupil_step() == Step::Compare);
    let word = live(move || if is_comparing.get() { word::word(desk) } else { nothing() });
    several(vec![heading.view(), el("ul", "topics").put(list).view(), word])
}

fn topic(desk: Desk, state: &State, step: Step, index: usize, name: &str) -> El {
    let words = desk.words();
    let heading = if step == Step::Compare {
        let act = ["topic-", &index.to_string()].concat();
        let turn = el("button", "").attr("data-act", &act).text(name);
        el("h3", "").child(turn.press(move || {
            desk.sit(Step::Compare, index, 0);
            web::focus_later(web::with("data-act", &act));
        }))
    } else {
        el("h3", "").text(name)
    };
    let marks = marks(desk, state, Some(index));
    let none = marks.is_empty().then(|| el("span", "no-marks").text(words.get(Key::PupilNone)));
    let said = state.pairs(index).into_iter().filter(|pair| state.is_said(*pair));
    let said: Vec<El> = said.filter_map(|pair| said_of(desk, state, pair)).collect();
    let said = (!said.is_empty()).then(|| el("ul", "words-of").children(said));
    let is_on = move || desk.exercise.ui.read().seat.topic == index && step == Step::Compare;
    el("li", "")
        .attr("data-topic", &index.to_string())
        .class("is-on", is_on)
        .child(heading)
        .child(el("p", "my-marks").children(marks).children(none))
        .children(said)
}

fn marks(desk: Desk, state: &State, topic: Option<usize>) -> Vec<El> {
    let one = |marked: &Marked| {
        let id = marked.mark.id;
        el("button", "")
            .attr("data-mine", &id.to_string())
            .press(move || desk.go_to_mark(id))
            .child(letter(&letter_of(desk, marked), Face::Outline))
            .child(
                el("span", "")
                    .attr_of("lang", language_of(desk, marked))
                    .text(&fold::one_line(&marked.mark.figure.quote)),
            )
    };
    state.of_topic(topic).map(one).collect()
}

/// The language of the text in which a mark stands.
fn language_of(desk: Desk, marked: &Marked) -> Option<&'static str> {
    let (article, _) = marked.place?;
    desk.model().article(article).language.map(Language::code)
}

/// The letter of the text in which a mark stands.
pub(super) fn letter_of(desk: Desk, marked: &Marked) -> String {
    let place = marked.place.map(|(article, _)| desk.model().article(article).id.clone());
    place.unwrap_or_else(|| marked.mark.figure.article.clone())
}

/// The pupil's word on a pair: its letters, and the word.
fn said_of(desk: Desk, state: &State, pair: (u64, u64)) -> Option<El> {
    let verdict = state.of_pair(pair)?.said.verdict?;
    let letters = [pair.0, pair.1].map(|id| state.mark(id).map(|it| letter_of(desk, it)).unwrap_or_default());
    Some(el("li", "").child(el("span", "num").text(&letters.join(" "))).child(verdict_face(desk.words(), verdict)))
}

/// A word with its glyph.
pub(crate) fn verdict_face(words: Words, verdict: Verdict) -> El {
    let face = match verdict {
        Verdict::Relation(relation) => Some(icon(glyph(relation))),
        Verdict::CannotTell => None,
    };
    el("span", "verdict-face").children(face).text(words.get(verdict_name(verdict)))
}

pub(crate) fn verdict_name(verdict: Verdict) -> Key {
    match verdict {
        Verdict::Relation(relation) => countercheck::comparing::wording::relation(relation),
        Verdict::CannotTell => Key::PupilCannotTell,
    }
}

/// Whether the program's marks are hidden, whether the work is kept, and the way out where the page is not the copy itself.
fn foot(desk: Desk) -> El {
    let words = desk.words();
    let is_shown = derived(move || desk.exercise.ui.read().is_shown);
    let is_asking = derived(move || desk.exercise.ui.read().is_asking);
    let said = move || words.get(if is_shown.get() { Key::PupilShown } else { Key::PupilHidden }).to_owned();
    let asked = live(move || {
        let button = |name: Key| el("button", "btn").attr("data-act", name.code()).text(words.get(name));
        if is_asking.get() {
            let yes = button(Key::PupilShow).press(move || desk.show_program(true));
            let no = button(Key::PupilCancel).press(move || desk.ask_to_show(false));
            return el("div", "asking")
                .child(el("p", "").text(words.get(Key::PupilShowAsk)))
                .child(yes)
                .child(no)
                .view();
        }
        if is_shown.get() {
            return button(Key::PupilHide).press(move || desk.show_program(false)).view();
        }
        button(Key::PupilShow).press(move || desk.ask_to_show(true)).view()
    });
    let is_own = pristine().saved.pupil.is_some();
    let leave = el("button", "btn quiet").press(move || desk.leave_copy()).text(words.get(Key::PupilLeave));
    el("footer", "mine-foot")
        .child(el("p", "").child(icon(icon::LOCK)).child(el("span", "").live_text(said)))
        .put(asked)
        .put(status(desk))
        .children((!is_own).then_some(leave.attr("id", "leave-copy")))
}

impl Desk {
    /// Asks whether the program's marks are to be shown, unless they were before.
    fn ask_to_show(self, ask: bool) {
        if ask && untrack(|| self.pupil_state()).is_shown {
            return self.show_program(true);
        }
        self.edit(|ui| ui.is_asking = ask);
        web::focus_later(web::with("data-act", Key::PupilShow.code()));
    }

    /// Shows the program's marks, or hides them again. That they were shown is noted once.
    fn show_program(self, show: bool) {
        if show && !untrack(|| self.pupil_state()).is_shown {
            self.act(Act::Shown(None));
        }
        self.edit(|ui| {
            ui.is_shown = show;
            ui.is_asking = false;
        });
        let name = if show { Key::PupilHide } else { Key::PupilShow };
        web::focus_later(web::with("data-act", name.code()));
    }
}
