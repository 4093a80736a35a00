//! One careful sentence, and what a class takes home.

use countercheck::comparing::Origin;
use countercheck::comparing::wording;
use countercheck::teaching::lesson::{allowed, closing};
use countercheck::words::{Key, Words};
use leptos::prelude::*;

use super::word::FigureItem;
use super::{LessonStep, Title};
use crate::browser;
use crate::components::{BlankSentence, RelationBadge, SourceBadge, SourceFace};
use crate::i18n::use_words;
use crate::stores::{blank_name, use_analysis, use_lesson};
use crate::view_model::{allowances, allowed_text};

/// Figures and letters that have room below the sentence.
const MOST: usize = 6;

/// A sentence with blanks, what the texts give for them, and what none of them gives.
#[component]
pub(super) fn SentenceStep(at: LessonStep) -> impl IntoView {
    let words = use_words();
    let model = at.model.clone();
    let quantity = at.quantity();
    let figure = allowed(&model.corrected.comparison, quantity).map(|it| allowed_text(words, &model, it));
    let letter = |&article: &usize| {
        view! { <SourceBadge id=model.article(article).id.clone() face=SourceFace::Dashed /> }
    };
    let silent = (!quantity.silent.is_empty()).then(|| {
        view! {
            <li class="row-of">
                {quantity.silent.iter().take(MOST).map(letter).collect_view()}
                <b>{words.get(Key::Silent)}</b>
            </li>
        }
    });
    let figures = quantity.members.iter().take(MOST);
    let figures = figures.map(|&key| view! { <FigureItem at=at.clone() key /> }).collect_view();
    let gaps = gaps(words, &at);
    let missing = (!gaps.is_empty()).then(|| {
        view! {
            <section class="gaps">
                <h3>{words.get(Key::NoneGives)}</h3>
                <ul>{gaps.into_iter().map(|key| view! { <li>{words.get(key)}</li> }).collect_view()}</ul>
            </section>
        }
    });
    view! {
        <div class="say">
            <Title text=words.get(Key::AskSentence) />
            <p class="about">{model.label(at.rank, words)}</p>
            <LessonSentence figure quantity=quantity.id.clone() />
            <div class="bank">
                <section>
                    <h3>{words.get(Key::TextsGive)}</h3>
                    <ul class="given">{figures} {silent}</ul>
                </section>
                {missing}
            </div>
        </div>
    }
}

/// The sentence: its figure is filled in where all texts allow one, the blanks keep what is typed.
#[component]
fn LessonSentence(figure: Option<String>, quantity: String) -> impl IntoView {
    let text = use_words().get(if figure.is_some() { Key::SayTogether } else { Key::SayApart });
    let kept = quantity.clone();
    let value = move |blank: usize| browser::stored(&blank_name(&kept, blank)).unwrap_or_default();
    let keep = move |(blank, words): (usize, String)| browser::store(&blank_name(&quantity, blank), &words);
    view! { <BlankSentence text figure=figure.unwrap_or_default() value on_input=keep /> }
}

/// What no text gives.
fn gaps(words: Words, at: &LessonStep) -> Vec<Key> {
    let (model, quantity) = (&at.model, at.quantity());
    let mut claims = quantity.members.iter().map(|&key| model.claim(key));
    let is_counted = claims.clone().any(|claim| claim.attribution.is_some());
    let is_dated = claims.any(|claim| wording::until(words, claim).is_some());
    let is_independent = quantity.pairs.iter().any(|pair| pair.origin == Origin::Independent);
    let gaps = [(is_counted, Key::GapWho), (is_dated, Key::GapDay), (is_independent, Key::GapIndependent)];
    gaps.into_iter().filter(|(is_given, _)| !is_given).map(|(_, key)| key).collect()
}

/// What the texts agree on, where they differ, what stands in one only, and what all of them allow.
#[component]
pub(super) fn End() -> impl IntoView {
    let analysis = use_analysis();
    let lesson = use_lesson();
    let words = use_words();
    let model = analysis.model();
    let closing = closing(&model.corrected.comparison);
    let taught: Vec<usize> =
        lesson.lesson().quantities.iter().filter_map(|taught| model.rank_of(&taught.quantity)).collect();
    let (allowing, without) = allowances(words, &model, &taught);
    let of = |ids: &[&str]| -> (Vec<usize>, usize) {
        let is_in = |&rank: &usize| ids.contains(&model.quantity(rank).id.as_str());
        let ranks: Vec<usize> = taught.iter().copied().filter(is_in).collect();
        let rest = ids.len() - ranks.len();
        (ranks, rest)
    };
    let group = |name: Key, ids: &[&str]| {
        let (ranks, rest) = of(ids);
        view! { <Group name ranks rest /> }
    };
    let allowed = |(name, said): (String, String)| {
        view! {
            <li>
                <mark class="num">{said}</mark>
                <span>{name}</span>
            </li>
        }
    };
    let without = (!without.is_empty())
        .then(|| view! { <li class="without">{words.fill(Key::EndNone, &[&without.join(" · ")])}</li> });
    view! {
        <div class="end">
            <Title text=words.get(Key::AskEnd) />
            <div class="groups">
                {group(Key::EndAgree, &closing.agree)} {group(Key::ReasonGiven, &closing.explained)}
                {group(Key::EndDiffer, &closing.differ)} <section>
                    <h3>{words.get(Key::EndOnly)}</h3>
                    <p class="num">{words.fill(Key::EndOnlyCount, &[&closing.only_here.to_string()])}</p>
                </section>
            </div>
            <section class="allows">
                <h3>{words.get(Key::EndAllowed)}</h3>
                <ul>{allowing.into_iter().map(allowed).collect_view()} {without}</ul>
            </section>
        </div>
    }
}

/// The quantities of the lesson in a group, and how many there are besides.
#[component]
fn Group(name: Key, ranks: Vec<usize>, rest: usize) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let item = |rank: usize| {
        view! {
            <li>
                <b>{model.label(rank, words)}</b>
                <RelationBadge relation=model.relation(rank) />
            </li>
        }
    };
    view! {
        <section>
            <h3>{words.get(name)}</h3>
            <ul>
                {ranks.into_iter().map(item).collect_view()}
                {(rest > 0).then(|| view! { <li class="num">{words.fill(Key::EndMore, &[&rest.to_string()])}</li> })}
            </ul>
        </section>
    }
}
