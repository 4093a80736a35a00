//! The letters as tabs, where there is room for one column at a time.

use countercheck::desk::{self, Stand};
use countercheck::words::Key;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::column_name;
use crate::browser;
use crate::components::{SourceBadge, SourceFace, pressed, tab_index};
use crate::i18n::use_words;
use crate::stores::{Layout, use_analysis, use_layout, use_route, use_settings};

/// The tabs.
#[component]
pub(crate) fn SourceTabs() -> impl IntoView {
    let layout = use_layout();
    view! {
        <Show when=move || layout.layout() == desk::Layout::Phone>
            <div
                class="tabs"
                role="tablist"
                aria-label=use_words().get(Key::Sources)
                on:keydown=move |event| walk(layout, &event)
            >
                <For each=move || layout.order() key=|article| *article let:article>
                    <Tab article />
                </For>
            </div>
        </Show>
    }
}

/// Turns to the text that an arrow leads to.
fn walk(layout: Layout, event: &KeyboardEvent) {
    let (shown, lead) = untrack(|| (layout.shown(), layout.lead()));
    let place = shown.iter().position(|&article| article == lead).unwrap_or(0);
    if let Some(to) = browser::arrow(event, place, shown.len()) {
        layout.look_at(shown[to]);
        browser::focus(&format!("#{}", tab_id(shown[to])));
    }
}

fn tab_id(article: usize) -> String {
    format!("tab-{article}")
}

#[component]
fn Tab(article: usize) -> impl IntoView {
    let settings = use_settings();
    let analysis = use_analysis();
    let route = use_route();
    let layout = use_layout();
    let is_lead = move || layout.lead() == article;
    let face = move || match (is_lead(), route.is_silent(article)) {
        (true, _) => SourceFace::Solid,
        (_, true) => SourceFace::Dashed,
        _ => SourceFace::Outline,
    };
    let name = column_name(settings, analysis, article);
    let silent = use_words().get(Key::Silent);
    let label = move || if route.is_silent(article) { format!("{name}, {silent}") } else { name.clone() };
    let id = analysis.model().article(article).id.clone();
    view! {
        <button
            role="tab"
            id=tab_id(article)
            aria-controls=format!("column-{article}")
            aria-label=label
            hidden=move || layout.stand(article) == Stand::Hidden
            aria-selected=move || pressed(is_lead())
            tabindex=move || tab_index(is_lead())
            on:click=move |_| layout.look_at(article)
        >
            {move || view! { <SourceBadge id=id.clone() face=face() /> }}
        </button>
    }
}
