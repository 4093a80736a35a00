//! Beside the texts: the pupil's figures under their topics, or the form of the one that is being marked.

use std::sync::Arc;

use countercheck::reading::language::Language;
use countercheck::reading::text::fold;
use countercheck::teaching::pupil::{Marked, State, Step};
use countercheck::words::Key;
use leptos::prelude::*;

use super::form::MarkForm;
use super::program_word::ProgramWord;
use crate::browser;
use crate::components::{ActionButton, Icon, SourceBadge, SourceFace, VerdictFace, glyphs};
use crate::i18n::use_words;
use crate::stores::{Analysis, Worksheet, pristine, use_analysis, use_session, use_worksheet};

/// The panel; its children say whether the work is kept.
#[component]
pub(crate) fn MarksPanel(children: Children) -> impl IntoView {
    let worksheet = use_worksheet();
    let is_marking = Memo::new(move |_| worksheet.ui.read().draft.is_some());
    view! {
        <aside
            class="mine"
            class:is-marking=move || is_marking.get()
            aria-label=use_words().get(Key::PupilFigures)
        >
            <Show when=move || is_marking.get() fallback=|| view! { <Figures /> }>
                <MarkForm />
            </Show>
            <Foot>{children()}</Foot>
        </aside>
    }
}

#[component]
fn Figures() -> impl IntoView {
    let analysis = use_analysis();
    let worksheet = use_worksheet();
    let words = use_words();
    let count = move || words.fill(Key::PupilMarked, &[&worksheet.progress().marks.len().to_string()]);
    let names: Vec<String> = worksheet.topics().iter().map(|topic| worksheet.topic_name(topic)).collect();
    let is_comparing = Memo::new(move |_| worksheet.step() == Step::Compare);
    let list = move || {
        let (state, is_comparing) = (worksheet.progress(), is_comparing.get());
        let topics = names.iter().cloned().enumerate();
        let topics = topics.map(|(index, name)| {
            view! { <TopicItem index name state=state.clone() is_comparing /> }
        });
        let others = marks(analysis, worksheet, &state, None);
        let others = (!others.is_empty()).then(|| {
            view! {
                <li>
                    <h3>{words.get(Key::PupilElse)}</h3>
                    <p class="my-marks">{others}</p>
                </li>
            }
        });
        view! {
            {topics.collect_view()}
            {others}
        }
    };
    view! {
        <h2>{words.get(Key::PupilFigures)} <small class="num">{count}</small></h2>
        <ul class="topics">{list}</ul>
        <Show when=move || is_comparing.get()>
            <ProgramWord />
        </Show>
    }
}

#[component]
fn TopicItem(index: usize, name: String, state: Arc<State>, is_comparing: bool) -> impl IntoView {
    let analysis = use_analysis();
    let worksheet = use_worksheet();
    let heading = if is_comparing { view! { <TopicButton index name /> }.into_any() } else { name.into_any() };
    let marks = marks(analysis, worksheet, &state, Some(index));
    let none = marks.is_empty().then(|| view! { <span class="no-marks">{use_words().get(Key::PupilNone)}</span> });
    let said = state.pairs(index).into_iter().filter(|pair| state.is_said(*pair));
    let said: Vec<_> = said.filter_map(|pair| said_of(worksheet, &state, pair)).collect();
    let is_on = move || worksheet.ui.read().seat.topic == index && is_comparing;
    view! {
        <li data-topic=index.to_string() class:is-on=is_on>
            <h3>{heading}</h3>
            <p class="my-marks">{marks} {none}</p>
            {(!said.is_empty()).then(|| view! { <ul class="words-of">{said}</ul> })}
        </li>
    }
}

/// Turns to the pairs of a topic.
#[component]
fn TopicButton(index: usize, name: String) -> impl IntoView {
    let worksheet = use_worksheet();
    let act = ["topic-", &index.to_string()].concat();
    let selector = browser::with("data-act", &act);
    let press = move |_| {
        worksheet.sit(Step::Compare, index, 0);
        browser::focus_later(selector.clone());
    };
    view! {
        <button data-act=act on:click=press>
            {name}
        </button>
    }
}

/// The marks of a topic; each leads to its place in the text.
fn marks(analysis: Analysis, worksheet: Worksheet, state: &State, topic: Option<usize>) -> Vec<AnyView> {
    let mark = |marked: &Marked| {
        let id = marked.mark.id;
        view! {
            <button data-mine=id.to_string() on:click=move |_| worksheet.go_to_mark(id)>
                <SourceBadge id=worksheet.letter_of(marked) face=SourceFace::Outline />
                <span lang=language_of(analysis, marked)>{fold::one_line(&marked.mark.figure.quote)}</span>
            </button>
        }
        .into_any()
    };
    state.of_topic(topic).map(mark).collect()
}

/// The language of the text in which a mark stands.
fn language_of(analysis: Analysis, marked: &Marked) -> Option<&'static str> {
    let (article, _) = marked.place?;
    analysis.model().article(article).language.map(Language::code)
}

/// The pupil's word on a pair: its letters, and the word.
fn said_of(worksheet: Worksheet, state: &State, pair: (u64, u64)) -> Option<AnyView> {
    let verdict = state.of_pair(pair)?.said.verdict?;
    let letters = [pair.0, pair.1].map(|id| state.mark(id).map(|it| worksheet.letter_of(it)).unwrap_or_default());
    let item = view! {
        <li>
            <span class="num">{letters.join(" ")}</span>
            <VerdictFace verdict />
        </li>
    };
    Some(item.into_any())
}

/// Whether the program's marks are hidden, whether the work is kept, and the way out where the page is not the worksheet
/// itself.
#[component]
fn Foot(children: Children) -> impl IntoView {
    let worksheet = use_worksheet();
    let session = use_session();
    let words = use_words();
    let is_shown = Memo::new(move |_| worksheet.ui.read().is_shown);
    let is_asking = Memo::new(move |_| worksheet.ui.read().is_asking);
    let reveal = move || match (is_asking.get(), is_shown.get()) {
        (true, _) => view! {
            <div class="asking">
                <p>{words.get(Key::PupilShowAsk)}</p>
                <ActionButton name=Key::PupilShow on_press=move |()| worksheet.show_program(true) />
                <ActionButton name=Key::PupilCancel on_press=move |()| worksheet.ask_to_show(false) />
            </div>
        }
        .into_any(),
        (false, true) => view! {
            <ActionButton name=Key::PupilHide on_press=move |()| worksheet.show_program(false) />
        }
        .into_any(),
        (false, false) => view! {
            <ActionButton name=Key::PupilShow on_press=move |()| worksheet.ask_to_show(true) />
        }
        .into_any(),
    };
    let leave = pristine().saved.pupil.is_none().then(|| {
        view! {
            <button class="btn quiet" id="leave-copy" on:click=move |_| session.leave_copy()>
                {words.get(Key::PupilLeave)}
            </button>
        }
    });
    view! {
        <footer class="mine-foot">
            <p>
                <Icon glyph=glyphs::LOCK />
                <span>{move || words.get(if is_shown.get() { Key::PupilShown } else { Key::PupilHidden })}</span>
            </p>
            {reveal}
            {children()}
            {leave}
        </footer>
    }
}
