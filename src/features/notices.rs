//! Notes above the columns: what the texts speak of, an address that leads nowhere, what became of the work.

use countercheck::words::Key;
use leptos::prelude::*;

use crate::browser;
use crate::components::{DismissButton, Icon, Issues, Notice, glyphs};
use crate::i18n::use_words;
use crate::stores::{SaveStatus, use_desk};

/// Under which name the device remembers that the hint was read.
const SEEN: &str = "seen";

/// A hint for those who have not used the page before, once the content note is out of the way.
#[component]
pub(crate) fn FirstVisitHint() -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let is_new = RwSignal::new(browser::stored(SEEN).is_none());
    let is_shown = move || {
        let has_note = desk.model().collection.content_note.is_some() && !desk.note_is_read();
        !has_note && is_new.get() && desk.chosen().is_none()
    };
    let dismiss = move || {
        browser::store(SEEN, "1");
        is_new.set(false);
    };
    let practise = move |_| {
        dismiss();
        desk.practise();
    };
    view! {
        <Show when=is_shown>
            <aside class="notice" aria-label=words.get(Key::Help) data-hint="">
                <p>{words.get(Key::FirstVisit)}</p>
                <button class="btn" on:click=practise>
                    {words.get(Key::PracticeCollection)}
                </button>
                <DismissButton name=Key::Understood on_press=move |()| dismiss() />
            </aside>
        </Show>
    }
}

/// The content note, until it is read.
#[component]
pub(crate) fn ContentNote() -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let note = move || desk.model().collection.content_note_in(words.language()).map(str::to_owned);
    let notice = move |note: String| {
        view! {
            <aside class="notice" aria-label=words.get(Key::ContentNote)>
                <Icon glyph=glyphs::WARNING />
                <p>{note}</p>
                <DismissButton name=Key::Understood on_press=move |()| desk.read_note() />
            </aside>
        }
    };
    move || note().filter(|_| !desk.note_is_read()).map(notice)
}

/// A sentence about an address that names nothing here.
#[component]
pub(crate) fn UnknownAddress() -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    view! {
        <Show when=move || desk.is_lost()>
            <Notice sentence=words.get(Key::LinkUnknown) attr:role="status">
                <DismissButton name=Key::Close on_press=move |()| desk.forget_address() />
            </Notice>
        </Show>
    }
}

/// Notes about the work: where it would be lost with the window, that corrections are hidden, what went wrong.
#[component]
pub(crate) fn WorkNotices() -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    view! {
        <Show when=move || desk.work.status.get().is_bad()>
            <div class="notice">
                <SavedState />
            </div>
        </Show>
        <Show when=move || desk.work.raw.get()>
            <div class="notice">
                <p>{words.get(Key::ProgramShown)}</p>
                <button class="btn" on:click=move |_| desk.toggle_raw()>
                    {words.get(Key::ShowCorrected)}
                </button>
            </div>
        </Show>
        <Show when=move || !desk.work.troubles.read().is_empty()>
            <div class="notice">
                <WorkIssues />
                <DismissButton name=Key::Close on_press=move |()| desk.work.troubles.set(Vec::new()) />
            </div>
        </Show>
    }
}

/// What went wrong with what came from outside.
#[component]
pub(crate) fn WorkIssues() -> impl IntoView {
    let desk = use_desk();
    let issues = move || desk.work.troubles.get().into_iter().map(|issue| (String::new(), issue)).collect::<Vec<_>>();
    view! { <Issues issues=Signal::derive(issues) /> }
}

/// Whether the work is kept, and what can be done where it is not.
#[component]
pub(crate) fn SavedState() -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    view! {
        <div class="kept" class:is-bad=move || desk.work.status.get().is_bad()>
            <p role="status">{move || words.get(desk.work.status.get().key())}</p>
            <Show when=move || desk.work.status.get() == SaveStatus::Elsewhere>
                <DismissButton name=Key::TakeOver on_press=move |()| desk.take_over() />
                <DismissButton name=Key::KeepApart on_press=move |()| desk.keep_apart() />
            </Show>
        </div>
    }
}

/// How far the reading of many texts is.
#[component]
pub(crate) fn ReadingProgress() -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let done = move || desk.work.progress.get().unwrap_or_default().to_string();
    let bar = move || {
        let all = desk.work.saved.with_untracked(|saved| saved.collection.articles.len()).to_string();
        let total = all.clone();
        view! {
            <div class="notice" data-progress="">
                <progress max=all aria-label=words.get(Key::Reading) prop:value=done></progress>
                <p>{move || words.fill(Key::ReadingOf, &[&done(), &total])}</p>
                <button class="btn" on:click=move |_| desk.call_off()>
                    {words.get(Key::CallOff)}
                </button>
            </div>
        }
    };
    let is_reading = Memo::new(move |_| desk.work.progress.get().is_some());
    move || is_reading.get().then(bar)
}
