//! The columns: a text each, in full, folded to its letter, or hidden.

use countercheck::comparing::wording;
use countercheck::desk::Stand;
use countercheck::words::Key;
use leptos::prelude::*;

use super::column_name;
use super::separator::Separator;
use super::text::TextWindow;
use crate::components::{SourceBadge, SourceCard, SourceFace};
use crate::i18n::use_words;
use crate::stores::{Layout, Route, use_analysis, use_layout, use_route, use_settings};

/// All columns.
#[component]
pub(crate) fn Columns() -> impl IntoView {
    let layout = use_layout();
    view! {
        <div class="cols" style:grid-template-columns=move || layout.tracks()>
            <For each=move || layout.order() key=|article| *article let:article>
                <ColumnOf article />
            </For>
        </div>
    }
}

#[component]
fn ColumnOf(article: usize) -> impl IntoView {
    let settings = use_settings();
    let analysis = use_analysis();
    let route = use_route();
    let layout = use_layout();
    view! {
        <article
            id=format!("column-{article}")
            data-source=analysis.model().article(article).id.clone()
            aria-label=column_name(settings, analysis, article)
            class=move || column_class(route, layout, article)
        >
            <Show when=move || layout.is_near(article)>
                <Head article />
            </Show>
            <TextWindow article />
        </article>
    }
}

/// One attribute for all that changes with every choice: there may be a hundred columns.
fn column_class(route: Route, layout: Layout, article: usize) -> String {
    let stand = match layout.stand(article) {
        Stand::Open => "is-open",
        Stand::Strip => "is-strip",
        Stand::Hidden => "is-hidden",
        Stand::Silent => "",
    };
    ["col ", stand, if route.is_silent(article) { " is-silent" } else { "" }].concat()
}

/// What is there besides the text while a column is near sight.
#[component]
fn Head(article: usize) -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let words = use_words();
    let hint = move || route.chosen().and_then(|rank| analysis.model().silence(rank, article).hint());
    view! {
        <SourceCard model=analysis.model() article />
        <Strip article />
        <div class="hush">
            <b>{words.get(Key::Silent)}</b>
            <p>{move || words.get(hint().unwrap_or(Key::SilentWhy))}</p>
        </div>
        <Separator article />
    }
}

/// What is left of a folded column: its letter, which opens it if that is of use.
#[component]
fn Strip(article: usize) -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let layout = use_layout();
    let words = use_words();
    let model = analysis.model();
    let source = model.article(article);
    let id = source.id.clone();
    let badge = move || {
        let face = if route.is_silent(article) { SourceFace::Dashed } else { SourceFace::Outline };
        view! { <SourceBadge id=id.clone() face /> }
    };
    view! {
        <button class="strip" disabled=move || route.is_silent(article) on:click=move |_| layout.look_at(article)>
            <span class="vh">{words.get(Key::OpenSource)}</span>
            {badge}
            <span class="outlet">{wording::outlet(words, source).to_owned()}</span>
        </button>
    }
}
