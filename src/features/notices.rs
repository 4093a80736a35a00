//! Notes above the columns: what the texts speak of, an address that leads nowhere, what became of the work.

use countercheck::words::Key;
use leptos::prelude::*;

use crate::browser;
use crate::components::{DismissButton, Icon, Issues, Notice, glyphs};
use crate::i18n::use_words;
use crate::stores::{SaveStatus, use_analysis, use_route, use_selection, use_session, use_settings, use_workspace};

/// Under which name the device remembers that the hint was read.
const SEEN: &str = "seen";

/// A hint for those who have not used the page before, once the content note is out of the way.
#[component]
pub(crate) fn FirstVisitHint() -> impl IntoView {
    let settings = use_settings();
    let analysis = use_analysis();
    let route = use_route();
    let session = use_session();
    let words = use_words();
    let is_new = RwSignal::new(browser::stored(SEEN).is_none());
    let is_shown = move || {
        let has_note = analysis.model().collection.content_note.is_some() && !settings.note_is_read();
        !has_note && is_new.get() && route.chosen().is_none()
    };
    let dismiss = move || {
        browser::store(SEEN, "1");
        is_new.set(false);
    };
    let practise = move |_| {
        dismiss();
        session.open_practice();
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
    let settings = use_settings();
    let analysis = use_analysis();
    let words = use_words();
    let note = move || analysis.model().collection.content_note_in(words.language()).map(str::to_owned);
    let dismiss = move |()| {
        settings.read_note(analysis.model().collection.content_note.as_deref().unwrap_or_default());
    };
    let notice = move |note: String| {
        view! {
            <aside class="notice" aria-label=words.get(Key::ContentNote)>
                <Icon glyph=glyphs::WARNING />
                <p>{note}</p>
                <DismissButton name=Key::Understood on_press=dismiss />
            </aside>
        }
    };
    move || note().filter(|_| !settings.note_is_read()).map(notice)
}

/// A sentence about an address that names nothing here.
#[component]
pub(crate) fn UnknownAddress() -> impl IntoView {
    let route = use_route();
    let selection = use_selection();
    let words = use_words();
    view! {
        <Show when=move || route.is_lost()>
            <Notice sentence=words.get(Key::LinkUnknown) attr:role="status">
                <DismissButton name=Key::Close on_press=move |()| selection.forget_address() />
            </Notice>
        </Show>
    }
}

/// Notes about the work: where it would be lost with the window, that corrections are hidden, what went wrong.
#[component]
pub(crate) fn WorkNotices() -> impl IntoView {
    let workspace = use_workspace();
    let session = use_session();
    let words = use_words();
    view! {
        <Show when=move || workspace.status.get().is_bad()>
            <div class="notice">
                <SavedState />
            </div>
        </Show>
        <Show when=move || workspace.raw.get()>
            <div class="notice">
                <p>{words.get(Key::ProgramShown)}</p>
                <button class="btn" on:click=move |_| session.toggle_raw()>
                    {words.get(Key::ShowCorrected)}
                </button>
            </div>
        </Show>
        <Show when=move || !workspace.issues.read().is_empty()>
            <div class="notice">
                <WorkIssues />
                <DismissButton name=Key::Close on_press=move |()| workspace.issues.set(Vec::new()) />
            </div>
        </Show>
    }
}

/// What went wrong with what came from outside.
#[component]
pub(crate) fn WorkIssues() -> impl IntoView {
    let workspace = use_workspace();
    let issues = move || workspace.issues.get().into_iter().map(|issue| (String::new(), issue)).collect::<Vec<_>>();
    view! { <Issues issues=Signal::derive(issues) /> }
}

/// Whether the work is kept, and what can be done where it is not.
#[component]
pub(crate) fn SavedState() -> impl IntoView {
    let workspace = use_workspace();
    let session = use_session();
    let words = use_words();
    view! {
        <div class="kept" class:is-bad=move || workspace.status.get().is_bad()>
            <p role="status">{move || words.get(workspace.status.get().key())}</p>
            <Show when=move || workspace.status.get() == SaveStatus::Elsewhere>
                <DismissButton name=Key::TakeOver on_press=move |()| session.take_over() />
                <DismissButton name=Key::KeepApart on_press=move |()| workspace.keep_apart() />
            </Show>
        </div>
    }
}

/// How far the reading of many texts is.
#[component]
pub(crate) fn ReadingProgress() -> impl IntoView {
    let analysis = use_analysis();
    let workspace = use_workspace();
    let session = use_session();
    let words = use_words();
    let done = move || analysis.progress.get().unwrap_or_default().to_string();
    let bar = move || {
        let all = workspace.saved.with_untracked(|saved| saved.collection.articles.len()).to_string();
        let total = all.clone();
        view! {
            <div class="notice" data-progress="">
                <progress max=all aria-label=words.get(Key::Reading) prop:value=done></progress>
                <p>{move || words.fill(Key::ReadingOf, &[&done(), &total])}</p>
                <button class="btn" on:click=move |_| session.call_off()>
                    {words.get(Key::CallOff)}
                </button>
            </div>
        }
    };
    let is_reading = Memo::new(move |_| analysis.progress.get().is_some());
    move || is_reading.get().then(bar)
}
