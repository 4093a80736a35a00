//! The page of a pupil's worksheet.

use leptos::prelude::*;

use crate::browser;
use crate::features::notices::{ContentNote, SavedState, WorkNotices};
use crate::features::top_bar::LanguageSwitch;
use crate::features::worksheet::{MarkSelectedButton, MarksPanel, STEPS, WorksheetBar, WorksheetStep};
use crate::i18n::use_words;
use crate::stores::use_worksheet;

/// The page. The plain text in the document, which says what the program found, goes.
#[component]
pub(crate) fn WorksheetPage() -> impl IntoView {
    browser::files::forget_plain();
    let worksheet = use_worksheet();
    let words = use_words();
    let step = Memo::new(move |_| worksheet.step() as usize);
    let missing = move || worksheet.missing.get().map(|key| words.get(key));
    let said = move || worksheet.said.read().as_ref().map(|said| said.sentence(words));
    view! {
        <div class="pupil" data-step=move || (step.get() + 1).to_string()>
            <WorksheetBar>
                <LanguageSwitch />
            </WorksheetBar>
            <ContentNote />
            <WorkNotices />
            <div class="bench">
                <main
                    class="exercise"
                    id="texts"
                    tabindex="-1"
                    aria-label=move || words.get(STEPS[step.get()])
                >
                    <WorksheetStep />
                </main>
                <MarksPanel>
                    <SavedState />
                </MarksPanel>
            </div>
            <MarkSelectedButton />
            <p class="missing" role="alert">
                {missing}
            </p>
            <p class="vh" role="status">
                {said}
            </p>
        </div>
    }
}
