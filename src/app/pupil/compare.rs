//! The second step: two figures at a time get a word and a reason.

use countercheck::comparing::wording;
use countercheck::reading::language::Language;
use countercheck::reading::text::{Span, fold};
use countercheck::teaching::pupil::{Act, LONGEST_WORDS, Marked, Said, State, Step, Verdict, passage};
use countercheck::words::Key;
use leptos::prelude::*;

use super::mine::{letter_of, verdict_face};
use super::quoted;
use crate::app::dom::{El, derived, el, live};
use crate::app::icon::{self, icon};
use crate::app::source::{Face, letter};
use crate::app::state::Desk;
use crate::app::web;

/// What is compared: a topic, and two of its marks where it has two.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Subject {
    topic: usize,
    pub(super) pair: Option<(u64, u64)>,
}

/// What is compared now.
pub(super) fn subject(desk: Desk) -> Subject {
    let state = desk.pupil_state();
    let seat = &desk.exercise.ui.read().seat;
    let topic = seat.topic.min(state.blanks.len().saturating_sub(1));
    let pairs = if state.blanks.is_empty() { Vec::new() } else { state.pairs(topic) };
    Subject { topic, pair: pairs.get(seat.pair).or(pairs.first()).copied() }
}

pub(super) fn pairs(desk: Desk) -> El {
    let at = derived(move || subject(desk));
    let inside = live(move || {
        let Subject { topic, pair } = at.get();
        let name = desk.topics().get(topic).map(|topic| desk.topic_name(topic)).unwrap_or_default();
        let head = el("header", "").child(el("h2", "").attr("id", "pair-title").attr("tabindex", "-1").text(&name));
        let body = el("div", "pairing");
        match pair {
            None => body.child(head).child(el("p", "few").text(desk.words().get(Key::PupilFew))),
            Some(pair) => {
                body.child(head.child(all(desk, topic, pair))).child(quotes(desk, pair)).child(asked(desk, pair))
            }
        }
        .view()
    });
    let words = desk.words();
    let back = el("button", "btn").press(move || desk.sit(Step::Mark, 0, 0)).child(icon(icon::LEFT));
    let keep = el("button", "btn strong").attr("id", "keep-pair").press(move || desk.keep_pair());
    let keep = keep.flag("hidden", move || at.get().pair.is_none()).text(words.get(Key::PupilKeep));
    let foot = el("footer", "").child(back.text(words.get(Key::PupilMark))).child(keep.child(icon(icon::RIGHT)));
    el("div", "comparing").put(inside).child(foot)
}

/// The pairs of the topic.
fn all(desk: Desk, topic: usize, now: (u64, u64)) -> El {
    let words = desk.words();
    let state = untrack(|| desk.pupil_state());
    let one = |(place, pair): (usize, (u64, u64))| {
        let is_now = pair == now;
        let name = move || match desk.pupil_state().is_said(pair) {
            _ if is_now => Key::PupilNow,
            true => Key::PupilDone,
            false => Key::PupilNext,
        };
        let letters = [pair.0, pair.1].map(|id| {
            let id = state.mark(id).map(|it| letter_of(desk, it)).unwrap_or_default();
            letter(&id, if is_now { Face::Solid } else { Face::Outline })
        });
        let act = ["pair-", &place.to_string()].concat();
        el("button", "btn")
            .attr("data-act", &act)
            .attr_of("aria-current", is_now.then_some("true"))
            .press(move || {
                desk.sit(Step::Compare, topic, place);
                web::focus_later(web::with("data-act", &act));
            })
            .children(letters)
            .child(el("span", "").live_text(move || words.get(name()).to_owned()))
    };
    el("div", "all-pairs").children(state.pairs(topic).into_iter().enumerate().map(one))
}

/// Both figures in their sentences.
fn quotes(desk: Desk, pair: (u64, u64)) -> El {
    let state = untrack(|| desk.pupil_state());
    let both = [pair.0, pair.1].into_iter().filter_map(|id| state.mark(id));
    el("div", "quotes").children(both.map(|marked| quote(desk, marked)))
}

fn quote(desk: Desk, marked: &Marked) -> El {
    let (model, words) = (desk.model(), desk.words());
    let who = marked.mark.who.as_ref().map_or_else(|| words.get(Key::NoOne).to_owned(), |who| quoted(&who.quote));
    let who = [words.get(Key::WhoSaysSo), ": ", &who].concat();
    let Some((place, span)) = marked.place else {
        return el("figure", "").child(el("blockquote", "").text(&quoted(&marked.mark.figure.quote)));
    };
    let article = model.article(place);
    let around = passage(article, model.program.readings.get(place), span);
    let part = |start: usize, end: usize| spaced(Span::new(start, end).of(&article.text));
    let words_of = el("blockquote", "")
        .attr_of("lang", article.language.map(Language::code))
        .text(&["“", part(around.start, span.start).trim_start()].concat())
        .child(el("mark", "painted").text(&fold::one_line(span.of(&article.text))))
        .text(&[part(span.end, around.end).trim_end(), "”"].concat());
    let head = el("figcaption", "")
        .child(letter(&article.id, Face::Solid))
        .child(el("b", "").text(wording::outlet(words, article)))
        .child(el("small", "num").text(&wording::dated(words, article)));
    el("figure", "").child(head).child(words_of).child(el("p", "").text(&who))
}

/// White space as single spaces, those at the ends included.
fn spaced(text: &str) -> String {
    let ends = |is: bool| if is { " " } else { "" };
    let line = fold::one_line(text);
    if line.is_empty() {
        return ends(!text.is_empty()).to_owned();
    }
    [ends(text.starts_with(char::is_whitespace)), &line, ends(text.ends_with(char::is_whitespace))].concat()
}

/// The words to choose from, and the reason.
fn asked(desk: Desk, pair: (u64, u64)) -> El {
    let words = desk.words();
    let one = |verdict: Verdict| {
        let is = move || desk.pupil_state().of_pair(pair).is_some_and(|it| it.said.verdict == Some(verdict));
        el("button", "btn chip")
            .attr("data-verdict", verdict.code())
            .state("aria-pressed", is)
            .press(move || desk.say_of(pair, |said| said.verdict = Some(verdict)))
            .child(verdict_face(words, verdict))
    };
    let ask = words.get(Key::PupilAskRelation);
    let options = el("div", "options").attr("role", "group").attr("aria-label", ask).children(Verdict::all().map(one));
    let reason = move || desk.pupil_state().of_pair(pair).map(|it| it.said.reason.clone()).unwrap_or_default();
    let field = el("textarea", "")
        .attr("id", "because")
        .attr("rows", "2")
        .attr("maxlength", &LONGEST_WORDS.to_string())
        .value(reason)
        .on("input", move |event| desk.say_of(pair, |said| said.reason = web::value(&event)));
    let label = el("span", "")
        .child(el("b", "").text(words.get(Key::PupilBecause)))
        .child(el("small", "").text(words.get(Key::PupilBecauseHint)));
    el("section", "asked")
        .child(el("h3", "").text(ask))
        .child(options)
        .child(el("label", "field").child(label).child(field))
        .child(starters(desk, pair))
}

/// Ways to begin the reason.
fn starters(desk: Desk, pair: (u64, u64)) -> El {
    let words = desk.words();
    let state = untrack(|| desk.pupil_state());
    let letter = state.mark(pair.1).map(|it| letter_of(desk, it)).unwrap_or_default();
    let starts = [Key::PupilStartWord, Key::PupilStartText, Key::PupilStartNone];
    let one = |key: Key| {
        let start = words.fill(key, &[&letter]);
        let put = start.clone();
        el("button", "btn").attr("data-act", key.code()).text(&start).press(move || {
            desk.say_of(pair, |said| {
                let gap = if said.reason.is_empty() || said.reason.ends_with(' ') { "" } else { " " };
                said.reason.push_str(&[gap, &put, " "].concat());
            });
            web::focus_soon("#because");
        })
    };
    el("p", "starters").child(el("span", "").text(words.get(Key::PupilBeginWith))).children(starts.map(one))
}

impl Desk {
    /// Changes what the pupil says of two marks.
    fn say_of(self, pair: (u64, u64), change: impl FnOnce(&mut Said)) {
        let state = untrack(|| self.pupil_state());
        let said = state.of_pair(pair).map(|it| it.said.clone());
        let mut said = said.unwrap_or(Said { pair, verdict: None, reason: String::new() });
        change(&mut said);
        self.act(Act::Say(said));
    }

    /// Goes on to the next pair without a word, of this topic or of those behind it, then to the sentences; says what
    /// is missing where this one has no word yet.
    fn keep_pair(self) {
        let (now, state) = untrack(|| (subject(self), self.pupil_state()));
        if now.pair.is_some_and(|pair| !state.is_said(pair)) {
            self.ask_for(Key::PupilUnsaid);
            return web::focus("#because");
        }
        if let Some((topic, pair)) = unsaid(&state, now.topic) {
            self.sit(Step::Compare, topic, pair);
            web::focus_soon("#pair-title");
        } else {
            self.sit(Step::Say, now.topic, 0);
            web::focus_soon("#texts");
        }
    }
}

/// The first pair without a word and a reason, from a topic on and around.
fn unsaid(state: &State, from: usize) -> Option<(usize, usize)> {
    let count = state.blanks.len();
    let topics = (0..count).map(|i| (from + i) % count);
    let of = |topic: usize| Some((topic, state.pairs(topic).into_iter().position(|pair| !state.is_said(pair))?));
    topics.into_iter().find_map(of)
}
