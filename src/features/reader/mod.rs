//! The texts beside each other, with a mark over every figure; the passages of the chosen quantity at one height.

mod alignment;
mod columns;
mod linked_highlight;
mod marks;
mod separator;
mod tabs;
mod text;

pub(crate) use alignment::align_passages;
pub(crate) use columns::Columns;
pub(crate) use linked_highlight::highlight_linked;
pub(crate) use tabs::SourceTabs;
pub(crate) use text::mark_chosen;

use countercheck::comparing::wording;
use countercheck::words::Key;
use leptos::prelude::*;

use crate::browser;
use crate::i18n::use_words;
use crate::stores::{Analysis, Settings, use_selection};

/// "Text C: Perfil".
fn column_name(settings: Settings, analysis: Analysis, article: usize) -> String {
    let (model, words) = (analysis.model(), settings.words());
    let source = model.article(article);
    words.fill(Key::SourceOf, &[&source.id, wording::outlet(words, source)])
}

/// Adds a figure of the user's own, while words of a text are selected. Pressing it leaves them selected.
#[component]
pub(crate) fn AddSelectedButton() -> impl IntoView {
    let selection = use_selection();
    view! {
        <button
            class="btn strong add-figure"
            hidden=move || !selection.selected.get()
            on:pointerdown=|event| browser::use_up(&event)
            on:mousedown=|event| browser::use_up(&event)
            on:click=move |_| selection.add_selected()
        >
            {use_words().get(Key::AddFigure)}
        </button>
    }
}
