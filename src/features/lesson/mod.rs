//! A lesson on the screen of a class: nothing else is there, and keys alone lead through it.

mod answers;
mod plan;
mod reason;
mod sentence;
mod sources;
mod word;

use std::sync::Arc;

use countercheck::comparing::{Alignment, ClaimKey, Pair, Relation};
use countercheck::desk::{Teach, teach};
use countercheck::teaching::lesson::{Ballot, Place, Step, clash};
use countercheck::words::Key;
use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;

use crate::browser;
use crate::components::{Keycap, Keycaps};
use crate::i18n::use_words;
use crate::stores::{Analysis, Layout, LessonSession, use_analysis, use_lesson};
use crate::view_model::Model;
use plan::Plan;
use reason::ReasonStep;
use sentence::{End, SentenceStep};
use sources::{OtherTexts, TwoTexts};
use word::WordStep;

/// What a class has before it: a quantity at a step.
#[derive(Clone)]
struct LessonStep {
    model: Arc<Model>,
    lesson: LessonSession,
    /// The place of the quantity in the lesson.
    taught: usize,
    rank: usize,
    /// The two figures that the step begins with.
    clash: [ClaimKey; 2],
    step: Step,
}

impl LessonStep {
    fn new(analysis: Analysis, lesson: LessonSession, taught: usize, step: Step) -> Option<Self> {
        let model = analysis.model();
        let rank = model.rank_of(&lesson.lesson().quantities.get(taught)?.quantity)?;
        let (a, b) = clash(&model.corrected.comparison, model.quantity(rank), &|pair| model.said(pair).relation)?;
        Some(Self { lesson, taught, rank, clash: [a, b], step, model })
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
}

/// Figures that one word is asked for at once, at most.
const MOST: usize = 4;

/// What takes focus with each step.
const STAGE: &str = "#stage";

/// The dialog. It is open while the address has a place in a lesson, and focus is on each screen that comes.
/// `correction` renders the form for another word on two figures, with the word that most of the class chose.
#[component]
pub(crate) fn LessonDialog<F>(correction: F) -> impl IntoView
where
    F: Fn(ClaimKey, ClaimKey, Option<Relation>) -> AnyView + Clone + Send + Sync + 'static,
{
    let analysis = use_analysis();
    let lesson = use_lesson();
    let screen = move || {
        let step = lesson.step_number();
        browser::next_frame(move || {
            browser::have_dialog("class", step.is_some());
            if step.is_some() {
                browser::focus(STAGE);
            }
        });
        step.filter(|_| analysis.is_rendered()).map(|number| view! { <Screen number correction=correction.clone() /> })
    };
    let leave_field = move |event: KeyboardEvent| {
        if browser::leaves_field(&event) {
            browser::focus(STAGE);
        }
    };
    view! {
        <dialog
            class="class"
            class:is-blank=move || lesson.blank.get()
            id="class"
            aria-label=use_words().get(Key::Class)
            on:close=move |_| lesson.close()
            on:keydown=leave_field
        >
            {screen}
        </dialog>
    }
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

#[component]
fn Screen<F>(number: usize, correction: F) -> impl IntoView
where
    F: Fn(ClaimKey, ClaimKey, Option<Relation>) -> AnyView + Send + Sync + 'static,
{
    let analysis = use_analysis();
    let lesson = use_lesson();
    let place = lesson.lesson().place(number);
    let code = match place {
        Place::Plan => "plan",
        Place::End => "end",
        Place::At(_, step) => STEPS[step as usize].0,
    };
    let stage = match place {
        Place::Plan => view! { <Plan /> }.into_any(),
        Place::End => view! { <End /> }.into_any(),
        Place::At(taught, step) => match LessonStep::new(analysis, lesson, taught, step) {
            Some(at) => step_view(at, correction),
            None => view! {
                <div class="lost">
                    <Title text=use_words().get(Key::LinkUnknown) />
                </div>
            }
            .into_any(),
        },
    };
    view! {
        <div
            class="stage"
            id="stage"
            data-step=code
            tabindex="-1"
            role="group"
            aria-labelledby="stage-title"
        >
            {stage}
        </div>
        <Foot place />
    }
}

fn step_view<F>(at: LessonStep, correction: F) -> AnyView
where
    F: Fn(ClaimKey, ClaimKey, Option<Relation>) -> AnyView + Send + Sync + 'static,
{
    match at.step {
        Step::Clash | Step::Who => view! { <TwoTexts at /> }.into_any(),
        Step::Others => view! { <OtherTexts at /> }.into_any(),
        Step::Word => view! { <WordStep at /> }.into_any(),
        Step::Reason => view! { <ReasonStep at correction /> }.into_any(),
        Step::Sentence => view! { <SentenceStep at /> }.into_any(),
    }
}

/// The heading of a screen.
#[component]
fn Title(#[prop(into)] text: String) -> impl IntoView {
    view! { <h2 class="title" id="stage-title">{text}</h2> }
}

/// Where the class stands, the time it has, and the keys.
#[component]
fn Foot(place: Place) -> impl IntoView {
    let lesson = use_lesson();
    let words = use_words();
    let now = match place {
        Place::Plan => None,
        Place::At(_, step) => Some(step as usize),
        Place::End => Some(STEPS.len()),
    };
    let step = |(i, &(_, name, ..)): (usize, &(&str, Key, &[&str], Key))| {
        view! {
            <li class=(now > Some(i)).then_some("done") aria-current=(now == Some(i)).then_some("step")>
                <i class="num">{i + 1}</i>
                <span>{words.get(name)}</span>
            </li>
        }
    };
    let of = match place {
        Place::At(taught, _) => {
            words.fill(Key::ClassOf, &[&(taught + 1).to_string(), &lesson.lesson().quantities.len().to_string()])
        }
        _ => words.get(Key::Class).to_owned(),
    };
    let hint = match place {
        Place::At(_, step) => Some(step as usize),
        _ => None,
    };
    let hint = hint.map(|step| {
        let (_, _, keys, does) = STEPS[step];
        view! {
            <span>
                <Keycaps keys />
                <span>{words.get(does)}</span>
            </span>
        }
    });
    view! {
        <footer class="class-foot">
            <b class="num">{of}</b>
            <ol class="class-steps">{STEPS.iter().enumerate().map(step).collect_view()}</ol>
            <span class="clock num" role="timer">
                {move || clock(lesson)}
            </span>
            <p class="class-keys">
                {hint} <button on:click=move |_| lesson.step_by(false)>
                    <Keycap key="←" />
                    <span>{words.get(Key::BackShort)}</span>
                </button> <button on:click=move |_| lesson.step_by(true)>
                    <Keycap key="→" />
                    <span>{words.get(Key::NextShort)}</span>
                </button> <button on:click=|_| browser::close_dialog("class")>
                    <Keycap key="Esc" />
                    <span>{words.get(Key::KeyEnd)}</span>
                </button>
            </p>
        </footer>
    }
}

/// "1:05"; nothing while no time is taken.
fn clock(lesson: LessonSession) -> String {
    let seconds = lesson.seconds.get();
    seconds.map(|seconds| format!("{}:{:02}", seconds / 60, seconds % 60)).unwrap_or_default()
}

/// Does what a key asks for; whether it asks for anything.
pub(crate) fn handle_key(analysis: Analysis, layout: Layout, lesson: LessonSession, key: &str, event: &Event) -> bool {
    let Some(asked) = teach(key, browser::digit(event)) else { return false };
    let place = lesson.lesson().place(untrack(|| lesson.step_number()).unwrap_or_default());
    match (asked, place) {
        (Teach::Escape, _) => return lesson.uncover_step(),
        (Teach::Blank, _) => lesson.blank.update(|blank| *blank = !*blank),
        (Teach::Step(_), _) if lesson.blank.get_untracked() => lesson.blank.set(false),
        (Teach::Step(forth), _) => lesson.step_by(forth),
        (Teach::Time(more), _) => lesson.change_time(more),
        (Teach::Help, _) => layout.open_dialog("help"),
        (Teach::Hand(answer, more), Place::At(taught, step)) => {
            let Some(ballot) = Ballot::of(step) else { return false };
            lesson.count_hand(taught, ballot, answer, more);
        }
        (Teach::Alone(letter), Place::At(_, Step::Others)) => {
            let model = analysis.model();
            let article = model.letters().iter().position(|id| id.chars().eq([letter]));
            let Some(article) = article else { return false };
            lesson.show_alone(article);
        }
        (Teach::Disagree, Place::At(_, Step::Reason)) if !browser::is_on_button(event) => lesson.begin_to_disagree(),
        _ => return false,
    }
    true
}
