//! What a pupil says of a figure: the qualifier, what it counts, who says so. Nothing is proposed.

use countercheck::reading::text::Span;
use countercheck::teaching::pupil::Qualifier;
use countercheck::words::Key;
use leptos::prelude::*;

use super::finder::Finder;
use super::quoted;
use crate::components::Chip;
use crate::i18n::use_words;
use crate::stores::{Analysis, Draft, Worksheet, use_analysis, use_worksheet};

/// The form of the mark that is being made.
#[component]
pub(super) fn MarkForm() -> impl IntoView {
    let analysis = use_analysis();
    let worksheet = use_worksheet();
    let words = use_words();
    let is_changed = worksheet.ui.with_untracked(|ui| ui.draft.as_ref().is_some_and(|draft| draft.id.is_some()));
    let unmark = is_changed.then(|| {
        view! {
            <button class="btn" on:click=move |_| worksheet.unmark()>
                {words.get(Key::PupilUnmark)}
            </button>
        }
    });
    view! {
        <section class="mark-form" id="mark-form" tabindex="-1" aria-labelledby="mark-title">
            <h2 id="mark-title">{move || quote(analysis, worksheet, |draft| Some(draft.span))}</h2>
            <QualifierChoice />
            <TopicChoice />
            <WhoChoice />
            <footer>
                {unmark} <button class="btn" on:click=move |_| worksheet.cancel_mark()>
                    {words.get(Key::PupilCancel)}
                </button> <button class="btn strong" id="keep-mark" on:click=move |_| worksheet.keep_mark()>
                    {words.get(Key::PupilMarkIt)}
                </button>
            </footer>
        </section>
    }
}

/// Words of the text that is being marked.
fn quote(analysis: Analysis, worksheet: Worksheet, of: fn(&Draft) -> Option<Span>) -> String {
    let ui = worksheet.ui.read();
    let of = |draft: &Draft| Some(quoted(of(draft)?.of(&analysis.model().article(draft.article).text)));
    ui.draft.as_ref().and_then(of).unwrap_or_default()
}

/// Whether the mark that is being made is so.
fn is(worksheet: Worksheet, of: impl Fn(&Draft) -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(move || worksheet.ui.read().draft.as_ref().is_some_and(&of))
}

/// A question with its answers.
#[component]
fn Question(ask: Key, class: &'static str, children: Children) -> impl IntoView {
    let ask = use_words().get(ask);
    view! {
        <div class=class role="group" aria-label=ask>
            <h3>{ask}</h3>
            {children()}
        </div>
    }
}

#[component]
fn QualifierChoice() -> impl IntoView {
    let worksheet = use_worksheet();
    let words = use_words();
    let chip = move |it: Qualifier| {
        view! {
            <Chip
                name=words.get(it.key())
                is_pressed=is(worksheet, move |draft| draft.qualifier == Some(it))
                on_press=move |()| worksheet.edit_draft(|draft| draft.qualifier = Some(it))
                attr:data-act=it.code()
            />
        }
    };
    view! {
        <Question ask=Key::PupilAskWord class="chips">
            {Qualifier::ALL.into_iter().map(chip).collect_view()}
        </Question>
    }
}

#[component]
fn TopicChoice() -> impl IntoView {
    let worksheet = use_worksheet();
    let names = worksheet.topics().iter().map(|topic| worksheet.topic_name(topic)).collect::<Vec<_>>();
    let count = names.len();
    let chip = move |(i, name): (usize, String)| {
        let topic = (i < count).then_some(i);
        view! {
            <Chip
                name
                is_pressed=is(worksheet, move |draft| draft.topic == Some(topic))
                on_press=move |()| worksheet.edit_draft(|draft| draft.topic = Some(topic))
                attr:data-option=i.to_string()
            />
        }
    };
    let others = [use_words().get(Key::PupilElse).to_owned()];
    view! {
        <Question ask=Key::PupilAskCounts class="options">
            {names.into_iter().chain(others).enumerate().map(chip).collect_view()}
        </Question>
    }
}

#[component]
fn WhoChoice() -> impl IntoView {
    let analysis = use_analysis();
    let worksheet = use_worksheet();
    let words = use_words();
    let no_one = move |()| {
        worksheet.edit_draft(|draft| {
            draft.who = Some(None);
            draft.is_picking = false;
        });
    };
    let is_picking = is(worksheet, |draft| draft.is_picking);
    view! {
        <Question ask=Key::PupilAskWho class="chips">
            <Chip
                name=words.get(Key::NoOne)
                is_pressed=is(worksheet, |draft| draft.who == Some(None) && !draft.is_picking)
                on_press=no_one
                attr:data-act="no-one"
            />
            <Chip
                name=words.get(Key::PupilMarkWho)
                is_pressed=is(worksheet, |draft| draft.is_picking || draft.who.flatten().is_some())
                on_press=move |()| worksheet.edit_draft(|draft| draft.is_picking = true)
                attr:data-act="pick-who"
            />
            <p class="who-words" id="who-words" tabindex="-1">
                {move || quote(analysis, worksheet, |draft| draft.who.flatten())}
            </p>
            <Show when=move || is_picking.get()>
                <Finder ask=Key::PupilPickWho take=Key::PupilTakeWho />
            </Show>
        </Question>
    }
}
