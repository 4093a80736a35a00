//! A lesson on the screen of a class: nothing else is there, and keys alone lead through it.

mod plan;
mod say;
mod sources;
mod verdict;

use std::sync::Arc;

use countercheck::comparing::{Alignment, ClaimKey, Pair, Relation};
use countercheck::desk::{Teach, teach};
use countercheck::teaching::lesson::{Ballot, Place, Step, clash};
use countercheck::words::{Key, Words};
use leptos::prelude::*;
use web_sys::Event;

pub(crate) use say::{allowances, with_blanks};

use super::bar::keycap;
use super::dom::{El, Nodes, el, live, nothing, several};
use super::help::capped;
use super::model::Model;
use super::state::Desk;
use super::web;

/// What a class has before it: a quantity at a step.
#[derive(Clone)]
struct Setting {
    desk: Desk,
    model: Arc<Model>,
    words: Words,
    /// The place of the quantity in the lesson.
    taught: usize,
    rank: usize,
    /// The two figures that the step begins with.
    clash: [ClaimKey; 2],
    step: Step,
}

impl Setting {
    fn new(desk: Desk, taught: usize, step: Step) -> Option<Self> {
        let model = desk.model();
        let rank = model.rank_of(&desk.lesson().quantities.get(taught)?.quantity)?;
        let (a, b) = clash(&model.corrected.comparison, model.quantity(rank), &|pair| model.said(pair).relation)?;
        Some(Self { desk, words: desk.words(), taught, rank, clash: [a, b], step, model })
    }

    fn quantity(&self) -> &Alignment {
        self.model.quantity(self.rank)
    }

    /// The pair of the two figures.
    fn pair(&self) -> Option<&Pair> {
        let [a, b] = self.clash;
        self.quantity().pairs.iter().find(|pair| pair.is_of(a, b))
    }

    /// The figures that the class finds one word for: all of them where it is one word for each pair, else the two.
    fn figures(&self) -> &[ClaimKey] {
        let mut pairs = self.quantity().pairs.iter().map(|pair| self.model.said(pair).relation);
        let first = pairs.next();
        let is_one = self.quantity().members.len() <= MOST && pairs.all(|relation| Some(relation) == first);
        if is_one { &self.quantity().members } else { &self.clash }
    }

    /// An answer to a question: a button that counts a hand for it, the hands, and a button that takes one back.
    fn answer(&self, ballot: Ballot, answer: usize, name: &str, face: Vec<El>) -> El {
        let (desk, taught) = (self.desk, self.taught);
        let hands = move || desk.hands(taught, ballot, answer);
        let count = el("span", "n num")
            .attr("aria-live", "polite")
            .class("is-none", move || hands() == 0)
            .live_text(move || hands().to_string());
        let more = el("button", "more-hands")
            .press(move || desk.count_hand(taught, ballot, answer, true))
            .child(keycap(&(answer + 1).to_string()))
            .children(face)
            .child(count);
        let less = el("button", "less-hands")
            .attr("aria-label", &self.words.fill(Key::HandLess, &[name]))
            .press(move || desk.count_hand(taught, ballot, answer, false))
            .text("−");
        el("li", "answer").child(more).child(less)
    }
}

/// Figures that one word is asked for at once, at most.
const MOST: usize = 4;

/// The dialog. It is open while the address has a place in a lesson, and focus is on each screen that comes.
pub(crate) fn dialog_of_lesson(desk: Desk) -> El {
    let screen = live(move || {
        let step = desk.class_step();
        web::next_frame(move || {
            web::have_dialog("class", step.is_some());
            if step.is_some() {
                web::focus(STAGE);
            }
        });
        match step.filter(|_| desk.stands()) {
            Some(step) => screen(desk, step),
            None => nothing(),
        }
    });
    el("dialog", "class")
        .attr("id", "class")
        .attr("aria-label", desk.words().get(Key::Class))
        .class("is-blank", move || desk.class.blank.get())
        .on("close", move |_| desk.close_class())
        .on("keydown", move |event| {
            if web::leaves_field(&event) {
                web::focus(STAGE);
            }
        })
        .put(screen)
}

/// What takes focus with each step.
const STAGE: &str = "#stage";

fn screen(desk: Desk, number: usize) -> Nodes {
    let words = desk.words();
    let place = desk.lesson().place(number);
    let stage = match place {
        Place::Plan => plan::plan(desk),
        Place::End => say::end(desk),
        Place::At(taught, step) => match Setting::new(desk, taught, step) {
            Some(setting) => at(&setting),
            None => el("div", "lost").child(title(words.get(Key::LinkUnknown))),
        },
    };
    let code = match place {
        Place::Plan => "plan",
        Place::End => "end",
        Place::At(_, step) => STEPS[step as usize].0,
    };
    let stage = el("div", "stage")
        .attr("id", "stage")
        .attr("data-step", code)
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-labelledby", "stage-title")
        .child(stage);
    several(vec![stage.view(), foot(desk, place).view()])
}

fn at(setting: &Setting) -> El {
    match setting.step {
        Step::Clash | Step::Who => sources::two(setting),
        Step::Others => sources::others(setting),
        Step::Word => verdict::word(setting),
        Step::Reason => verdict::reason(setting),
        Step::Sentence => say::sentence(setting),
    }
}

/// An element with words of the interface.
#[inline(never)]
fn worded(words: Words, tag: &'static str, class: &str, key: Key) -> El {
    el(tag, class).text(words.get(key))
}

/// Keys, as they stand on a keyboard, and what they do.
fn hint(words: Words, keys: &[&str], does: Key) -> El {
    el("span", "").child(capped(keys)).child(worded(words, "span", "", does))
}

/// The heading of a screen.
fn title(text: &str) -> El {
    el("h2", "title").attr("id", "stage-title").text(text)
}

/// The names of the steps, and the keys that each has besides those of all.
const STEPS: [(&str, Key, &[&str], Key); 6] = [
    ("clash", Key::StepClash, &["1", "–", "3"], Key::KeyHands),
    ("who", Key::StepWho, &["1", "–", "3"], Key::KeyHands),
    ("others", Key::StepOthers, &["A", "–", "Z"], Key::KeyAlone),
    ("word", Key::StepWord, &["1", "–", "7"], Key::KeyHands),
    ("reason", Key::StepReason, &["Enter"], Key::KeyDisagree),
    ("sentence", Key::StepSentence, &["Tab"], Key::KeyNextBlank),
];

/// Where the class stands, the time it has, and the keys.
fn foot(desk: Desk, place: Place) -> El {
    let words = desk.words();
    let now = match place {
        Place::Plan => None,
        Place::At(_, step) => Some(step as usize),
        Place::End => Some(STEPS.len()),
    };
    let step = |(i, (_, name, ..)): (usize, &(&str, Key, &[&str], Key))| {
        let class = if now > Some(i) { "done" } else { "" };
        el("li", class)
            .attr_of("aria-current", (now == Some(i)).then_some("step"))
            .child(el("i", "num").text(&(i + 1).to_string()))
            .child(el("span", "").text(words.get(*name)))
    };
    let own = match place {
        Place::At(_, step) => Some((STEPS[step as usize].2, STEPS[step as usize].3)),
        _ => None,
    };
    let of = match place {
        Place::At(taught, _) => {
            words.fill(Key::ClassOf, &[&(taught + 1).to_string(), &desk.lesson().quantities.len().to_string()])
        }
        _ => words.get(Key::Class).to_owned(),
    };
    let button =
        |keys: &'static str, does: Key| el("button", "").child(keycap(keys)).child(worded(words, "span", "", does));
    let keys = el("p", "class-keys")
        .children(own.map(|(keys, does)| hint(words, keys, does)))
        .child(button("←", Key::BackShort).press(move || desk.step_class(false)))
        .child(button("→", Key::NextShort).press(move || desk.step_class(true)))
        .child(button("Esc", Key::KeyEnd).press(|| web::close_dialog("class")));
    el("footer", "class-foot")
        .child(el("b", "num").text(&of))
        .child(el("ol", "class-steps").children(STEPS.iter().enumerate().map(step)))
        .child(el("span", "clock num").attr("role", "timer").live_text(move || clock(desk)))
        .child(keys)
}

/// "1:05"; nothing while no time is taken.
fn clock(desk: Desk) -> String {
    let Some(seconds) = desk.class.seconds.get() else { return String::new() };
    let rest = (seconds % 60).to_string();
    [(seconds / 60).to_string().as_str(), if rest.len() < 2 { ":0" } else { ":" }, &rest].concat()
}

/// Does what a key asks for; whether it asks for anything.
pub(crate) fn key(desk: Desk, key: &str, event: &Event) -> bool {
    let Some(asked) = teach(key, web::digit(event)) else { return false };
    let place = desk.lesson().place(untrack(|| desk.class_step()).unwrap_or_default());
    match (asked, place) {
        (Teach::Escape, _) => return desk.uncover_step(),
        (Teach::Blank, _) => desk.class.blank.update(|blank| *blank = !*blank),
        (Teach::Step(_), _) if desk.class.blank.get_untracked() => desk.class.blank.set(false),
        (Teach::Step(forth), _) => desk.step_class(forth),
        (Teach::Time(more), _) => desk.change_time(more),
        (Teach::Help, _) => desk.open_dialog("help"),
        (Teach::Hand(answer, more), Place::At(taught, step)) => {
            let Some(ballot) = Ballot::of(step) else { return false };
            desk.count_hand(taught, ballot, answer, more);
        }
        (Teach::Alone(letter), Place::At(_, Step::Others)) => {
            let letters = desk.model();
            let article = letters.letters().iter().position(|id| id.chars().eq([letter]));
            let Some(article) = article else { return false };
            desk.show_alone(article);
        }
        (Teach::Disagree, Place::At(_, Step::Reason)) if !web::is_on_button(event) => desk.begin_to_disagree(),
        _ => return false,
    }
    true
}

/// The relation with a number from 0 on.
fn relation_at(answer: usize) -> Option<Relation> {
    Relation::ALL.get(answer).copied()
}
