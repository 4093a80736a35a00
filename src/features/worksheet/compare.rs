//! The second step: two figures at a time get a word and a reason.

use countercheck::comparing::wording;
use countercheck::reading::text::{Span, fold};
use countercheck::teaching::pupil::{LONGEST_WORDS, Marked, Step, Verdict, passage};
use countercheck::words::Key;
use leptos::prelude::*;

use super::quoted;
use crate::browser;
use crate::components::{Icon, SourceBadge, SourceFace, VerdictFace, glyphs, pressed};
use crate::i18n::{lang_of, use_words};
use crate::stores::{ComparedPair, use_analysis, use_worksheet};

#[component]
pub(super) fn Comparing() -> impl IntoView {
    let worksheet = use_worksheet();
    let words = use_words();
    let at = Memo::new(move |_| worksheet.compared());
    let pairing = move || {
        let ComparedPair { topic, pair } = at.get();
        view! { <Pairing topic pair /> }
    };
    view! {
        <div class="comparing">
            {pairing}
            <footer>
                <button class="btn" on:click=move |_| worksheet.sit(Step::Mark, 0, 0)>
                    <Icon glyph=glyphs::LEFT />
                    {words.get(Key::PupilMark)}
                </button>
                <button
                    class="btn strong"
                    id="keep-pair"
                    hidden=move || at.get().pair.is_none()
                    on:click=move |_| worksheet.keep_pair()
                >
                    {words.get(Key::PupilKeep)}
                    <Icon glyph=glyphs::RIGHT />
                </button>
            </footer>
        </div>
    }
}

/// A topic with the pair that is compared, where it has two marks.
#[component]
fn Pairing(topic: usize, pair: Option<(u64, u64)>) -> impl IntoView {
    let worksheet = use_worksheet();
    let name = worksheet.topics().get(topic).map(|topic| worksheet.topic_name(topic)).unwrap_or_default();
    let body = match pair {
        None => view! { <p class="few">{use_words().get(Key::PupilFew)}</p> }.into_any(),
        Some(pair) => view! {
            <Quotes pair />
            <Question pair />
        }
        .into_any(),
    };
    view! {
        <div class="pairing">
            <header>
                <h2 id="pair-title" tabindex="-1">
                    {name}
                </h2>
                {pair.map(|now| view! { <AllPairs topic now /> })}
            </header>
            {body}
        </div>
    }
}

/// The pairs of the topic.
#[component]
fn AllPairs(topic: usize, now: (u64, u64)) -> impl IntoView {
    let worksheet = use_worksheet();
    let pairs = worksheet.progress().pairs(topic).into_iter().enumerate();
    view! {
        <div class="all-pairs">
            {pairs.map(|(place, pair)| view! { <PairButton topic place pair is_now=pair == now /> }).collect_view()}
        </div>
    }
}

#[component]
fn PairButton(topic: usize, place: usize, pair: (u64, u64), is_now: bool) -> impl IntoView {
    let worksheet = use_worksheet();
    let words = use_words();
    let state = worksheet.progress();
    let name = move || match worksheet.progress().is_said(pair) {
        _ if is_now => Key::PupilNow,
        true => Key::PupilDone,
        false => Key::PupilNext,
    };
    let letter = |id: u64| {
        let id = state.mark(id).map(|marked| worksheet.letter_of(marked)).unwrap_or_default();
        view! { <SourceBadge id face=if is_now { SourceFace::Solid } else { SourceFace::Outline } /> }
    };
    let act = ["pair-", &place.to_string()].concat();
    let selector = browser::with("data-act", &act);
    let press = move |_| {
        worksheet.sit(Step::Compare, topic, place);
        browser::focus_later(selector.clone());
    };
    view! {
        <button class="btn" data-act=act aria-current=is_now.then_some("true") on:click=press>
            {letter(pair.0)}
            {letter(pair.1)}
            <span>{move || words.get(name())}</span>
        </button>
    }
}

/// Both figures in their sentences.
#[component]
fn Quotes(pair: (u64, u64)) -> impl IntoView {
    let state = use_worksheet().progress();
    let both = [pair.0, pair.1].into_iter().filter_map(|id| state.mark(id));
    view! { <div class="quotes">{both.map(|marked| view! { <Quote marked=marked.clone() /> }).collect_view()}</div> }
}

#[component]
fn Quote(marked: Marked) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let who = marked.mark.who.as_ref().map_or_else(|| words.get(Key::NoOne).to_owned(), |who| quoted(&who.quote));
    let Some((place, span)) = marked.place else {
        let quote = quoted(&marked.mark.figure.quote);
        return view! {
            <figure>
                <blockquote>{quote}</blockquote>
            </figure>
        }
        .into_any();
    };
    let article = model.article(place);
    let around = passage(article, model.program.readings.get(place), span);
    let part = |start: usize, end: usize| spaced(Span::new(start, end).of(&article.text));
    view! {
        <figure>
            <figcaption>
                <SourceBadge id=article.id.clone() face=SourceFace::Solid />
                <b>{wording::outlet(words, article).to_owned()}</b>
                <small class="num">{wording::dated(words, article)}</small>
            </figcaption>
            <blockquote lang=lang_of(article)>
                {["“", part(around.start, span.start).trim_start()].concat()}
                <mark class="painted">{fold::one_line(span.of(&article.text))}</mark>
                {[part(span.end, around.end).trim_end(), "”"].concat()}
            </blockquote>
            <p>{[words.get(Key::WhoSaysSo), ": ", &who].concat()}</p>
        </figure>
    }
    .into_any()
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
#[component]
fn Question(pair: (u64, u64)) -> impl IntoView {
    let worksheet = use_worksheet();
    let words = use_words();
    let ask = words.get(Key::PupilAskRelation);
    let option = |verdict: Verdict| {
        let is = move || worksheet.progress().of_pair(pair).is_some_and(|it| it.said.verdict == Some(verdict));
        view! {
            <button
                class="btn chip"
                data-verdict=verdict.code()
                aria-pressed=move || pressed(is())
                on:click=move |_| worksheet.say_of(pair, |said| said.verdict = Some(verdict))
            >
                <VerdictFace verdict />
            </button>
        }
    };
    let reason = move || worksheet.progress().of_pair(pair).map(|it| it.said.reason.clone()).unwrap_or_default();
    view! {
        <section class="asked">
            <h3>{ask}</h3>
            <div class="options" role="group" aria-label=ask>
                {Verdict::all().map(option).collect_view()}
            </div>
            <label class="field">
                <span>
                    <b>{words.get(Key::PupilBecause)}</b>
                    <small>{words.get(Key::PupilBecauseHint)}</small>
                </span>
                <textarea
                    id="because"
                    rows="2"
                    maxlength=LONGEST_WORDS.to_string()
                    prop:value=reason
                    on:input:target=move |event| {
                        worksheet.say_of(pair, |said| said.reason = event.target().value());
                    }
                ></textarea>
            </label>
            <Starters pair />
        </section>
    }
}

/// Ways to begin the reason.
#[component]
fn Starters(pair: (u64, u64)) -> impl IntoView {
    let worksheet = use_worksheet();
    let words = use_words();
    let letter = worksheet.progress().mark(pair.1).map(|marked| worksheet.letter_of(marked)).unwrap_or_default();
    let starter = |key: Key| {
        let start = words.fill(key, &[&letter]);
        let text = start.clone();
        let press = move |_| {
            worksheet.say_of(pair, |said| {
                let gap = if said.reason.is_empty() || said.reason.ends_with(' ') { "" } else { " " };
                said.reason.push_str(&[gap, &start, " "].concat());
            });
            browser::focus_soon("#because");
        };
        view! {
            <button class="btn" data-act=key.code() on:click=press>
                {text}
            </button>
        }
    };
    view! {
        <p class="starters">
            <span>{words.get(Key::PupilBeginWith)}</span>
            {[Key::PupilStartWord, Key::PupilStartText, Key::PupilStartNone]
                .map(starter)
                .into_iter()
                .collect_view()}
        </p>
    }
}
