//! The program's word with its reason, and the class beside it.

use std::sync::Arc;

use countercheck::comparing::{ClaimKey, Pair, Relation};
use countercheck::output::chart::{NumberLine, Tick, number_line};
use countercheck::teaching::lesson::Ballot;
use countercheck::words::Key;
use leptos::prelude::*;

use super::word::{FigureItem, hands_counted};
use super::{LessonStep, Title};
use crate::components::{
    Keycap, NumberLineAxis, NumberLineRow, RelationBadge, SourceBadge, SourceFace, percent, pressed,
};
use crate::i18n::use_words;

/// Letters that fit below a number line in huge type.
const ROOM: usize = 24;

/// Silent texts that are named.
const MOST_LETTERS: usize = 8;

/// Further pairs that are named.
const OTHERS: usize = 2;

/// The number line, the program's word and reason, and the class beside it.
#[component]
pub(super) fn ReasonStep<F>(at: LessonStep, correction: F) -> impl IntoView
where
    F: Fn(ClaimKey, ClaimKey, Option<Relation>) -> AnyView + Send + Sync + 'static,
{
    let words = use_words();
    let model = at.model.clone();
    let claims: Vec<_> = at.figures().iter().map(|&key| model.claim(key)).collect();
    let line = number_line(&claims, words);
    let line = line.map(|NumberLine { ticks, shapes }| (Arc::<[Tick]>::from(ticks), shapes));
    let axis = line.as_ref().map(|(ticks, _)| view! { <NumberLineAxis ticks=ticks.clone() room=ROOM /> });
    let row = |(i, &key): (usize, &ClaimKey)| {
        let drawing = line.as_ref().map(|(ticks, shapes)| {
            view! { <NumberLineRow ticks=ticks.clone() shape=shapes[i] /> }
        });
        view! { <FigureItem at=at.clone() key>{drawing}</FigureItem> }
    };
    let silent = &at.quantity().silent;
    let letter = |&article: &usize| {
        view! { <SourceBadge id=model.article(article).id.clone() face=SourceFace::Dashed /> }
    };
    let word = if silent.is_empty() { "" } else { words.get(Key::Silent) };
    let letters = silent.iter().take(MOST_LETTERS).map(letter).collect_view();
    view! {
        <div class="reasoning">
            <section class="reason-of">
                <Title text=model.label(at.rank, words) />
                <ul class="figures-of">{at.figures().iter().enumerate().map(row).collect_view()}</ul>
                <div class="below">
                    <p class="row-of">{letters} {word}</p>
                    {axis}
                </div>
                <Verdict at=at.clone() />
            </section>
            <ClassWord at correction />
        </div>
    }
}

/// The program's word for the two figures and why; below it what it says of the others, then the word that was set.
#[component]
fn Verdict(at: LessonStep) -> impl IntoView {
    let words = use_words();
    let model = &at.model;
    let [a, b] = at.clash;
    let said = at.pair().map(|pair| {
        view! {
            <div class="said-word">
                <JudgedPair name=Key::ProgramWord pair=model.said(pair).clone() />
            </div>
        }
    });
    let own = at.pair().filter(|pair| model.corrected.relation_entry(pair.a, pair.b).is_some());
    let own = own.map(|pair| {
        view! {
            <div class="said-word is-own" data-own="">
                <JudgedPair name=Key::ClassWord pair=pair.clone() />
            </div>
        }
    });
    let letter = |key: ClaimKey| {
        view! { <SourceBadge id=model.article(key.article).id.clone() face=SourceFace::Outline /> }
    };
    let other = |pair: &Pair| {
        view! {
            <li class="num">
                <span class="row-of">{letter(pair.a)} {letter(pair.b)}</span>
                <RelationBadge relation=pair.relation />
                <span>{pair.why.sentence(words.language())}</span>
            </li>
        }
    };
    let others = at.quantity().pairs.iter().filter(|pair| !pair.is_of(a, b)).take(OTHERS);
    view! {
        <div class="verdict">
            {said}
            {own}
            <ul class="other-pairs">{others.map(other).collect_view()}</ul>
        </div>
    }
}

/// Whose word it is, the word, and why.
#[component]
fn JudgedPair(name: Key, pair: Pair) -> impl IntoView {
    let words = use_words();
    view! {
        <p>
            <small>{words.get(name)}</small>
            <RelationBadge relation=pair.relation is_pill=true />
        </p>
        <p class="num">{pair.why.sentence(words.language())}</p>
    }
}

/// The hands of the class, and the way to disagree.
#[component]
fn ClassWord<F>(at: LessonStep, correction: F) -> impl IntoView
where
    F: Fn(ClaimKey, ClaimKey, Option<Relation>) -> AnyView + Send + Sync + 'static,
{
    let words = use_words();
    let (lesson, taught, [a, b]) = (at.lesson, at.taught, at.clash);
    let all = untrack(|| hands_counted(lesson, taught)).to_string();
    let hands = |answer: usize| untrack(|| lesson.hands(taught, Ballot::Word, answer));
    let most = (0..Relation::ALL.len()).map(hands).max().unwrap_or_default().max(1);
    let bar = |(answer, relation): (usize, Relation)| {
        let count = hands(answer);
        let share = percent(100.0 * count as f64 / most as f64);
        (count > 0).then(|| {
            view! {
                <li>
                    <RelationBadge relation />
                    <b class="num">{count}</b>
                    <i style:width=share></i>
                </li>
            }
        })
    };
    let leading = lesson.lesson().quantities.get(taught).and_then(|taught| taught.hands.leading(Ballot::Word));
    let leading = leading.and_then(|answer| Relation::ALL.get(answer).copied());
    let is_disagreeing = Memo::new(move |_| lesson.is_disagreeing());
    view! {
        <aside class="class-word" aria-label=words.get(Key::StepWord)>
            <h3 class="num">{words.fill(Key::YourClass, &[&all])}</h3>
            <ul class="bars">{Relation::ALL.into_iter().enumerate().filter_map(bar).collect_view()}</ul>
            <button
                class="disagree-with"
                aria-expanded=move || pressed(is_disagreeing.get())
                on:click=move |_| lesson.begin_to_disagree()
            >
                <Keycap key="Enter" />
                <span>{words.get(Key::WeDisagree)}</span>
            </button>
            {move || is_disagreeing.get().then(|| correction(a, b, leading))}
        </aside>
    }
}
