//! The program's word on a pair: hidden until the pupil has a word and a reason, then shown beside them.

use countercheck::comparing::Pair;
use countercheck::teaching::pupil::{Act, said_of};
use countercheck::words::Key;
use leptos::prelude::*;

use crate::browser;
use crate::components::{RelationBadge, VerdictFace};
use crate::i18n::use_words;
use crate::stores::{Worksheet, use_analysis, use_worksheet};

/// What is shown of the program's word.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    /// There is nothing to compare.
    Nothing,
    /// Not before the pupil has a word and a reason.
    Hidden,
    /// Now it can be.
    Ready((u64, u64)),
    /// It is.
    Beside((u64, u64)),
}

fn shown(worksheet: Worksheet) -> Shown {
    let state = worksheet.progress();
    match worksheet.compared().pair {
        None => Shown::Nothing,
        Some(pair) if state.has_seen(pair) || worksheet.ui.read().is_shown => Shown::Beside(pair),
        Some(pair) if state.is_said(pair) => Shown::Ready(pair),
        Some(_) => Shown::Hidden,
    }
}

#[component]
pub(super) fn ProgramWord() -> impl IntoView {
    let worksheet = use_worksheet();
    let words = use_words();
    let now = Memo::new(move |_| shown(worksheet));
    let body = move || match now.get() {
        Shown::Nothing => ().into_any(),
        Shown::Hidden => view! { <p>{words.get(Key::PupilWordHidden)}</p> }.into_any(),
        Shown::Ready(pair) => view! { <ShowButton pair /> }.into_any(),
        Shown::Beside(pair) => view! { <Words pair /> }.into_any(),
    };
    view! {
        <Show when=move || now.get() != Shown::Nothing>
            <section
                class="program-word"
                class:is-shown=move || matches!(now.get(), Shown::Beside(_))
                id="program-word"
                tabindex="-1"
            >
                <h3>{words.get(Key::ProgramWord)}</h3>
                {body}
            </section>
        </Show>
    }
}

#[component]
fn ShowButton(pair: (u64, u64)) -> impl IntoView {
    let worksheet = use_worksheet();
    let press = move |_| {
        worksheet.act(Act::Shown(Some(pair)));
        browser::focus_soon("#program-word");
    };
    view! {
        <button class="btn" id="show-word" on:click=press>
            {use_words().get(Key::PupilWordShow)}
        </button>
    }
}

/// The program's word and reason, then the pupil's.
#[component]
fn Words(pair: (u64, u64)) -> impl IntoView {
    let analysis = use_analysis();
    let worksheet = use_worksheet();
    let words = use_words();
    let model = analysis.model();
    let state = worksheet.progress();
    let said = said_of(&model.corrected.comparison, &state, pair);
    let program = match said {
        Some(said) => view! { <Word pair=model.said(said).clone() /> }.into_any(),
        None => view! { <p>{words.get(Key::PupilWordNone)}</p> }.into_any(),
    };
    let teacher = said.filter(|said| model.corrected.relation_entry(said.a, said.b).is_some());
    let teacher = teacher.map(|said| {
        view! {
            <h3>{words.get(Key::PupilWordTeacher)}</h3>
            <Word pair=said.clone() />
        }
    });
    let own = move || {
        let state = worksheet.progress();
        state.of_pair(pair).map(|heard| {
            view! {
                <div class="my-word">
                    {heard.said.verdict.map(|verdict| view! { <VerdictFace verdict /> })}
                    <p>{heard.said.reason.clone()}</p>
                </div>
            }
        })
    };
    view! {
        {program}
        {teacher}
        <h3>{words.get(Key::PupilWordMine)}</h3>
        <div>{own}</div>
        <p class="beside">{words.get(Key::PupilWordBeside)}</p>
    }
}

#[component]
fn Word(pair: Pair) -> impl IntoView {
    view! {
        <div>
            <RelationBadge relation=pair.relation />
            <p>{pair.why.sentence(use_words().language())}</p>
        </div>
    }
}
