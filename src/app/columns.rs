//! The texts beside each other, and the letters that turn to one where not all of them have room.

use countercheck::wording;
use countercheck::words::Key;
use leptos::prelude::*;

use super::layout::Stand;
use super::source::{Face, card, letter};
use super::state::Desk;
use super::text::text;
use super::web;

/// All columns.
pub(crate) fn columns(desk: Desk) -> AnyView {
    let count = desk.model().collection.articles.len();
    let columns: Vec<AnyView> = (0..count).map(|i| column(desk, i)).collect();
    view! {
        <div class="cols" style:grid-template-columns=move || desk.tracks()>
            {columns}
        </div>
    }
    .into_any()
}

fn column(desk: Desk, index: usize) -> AnyView {
    let model = desk.model();
    let article = model.article(index);
    let words = desk.words();
    let stand = Memo::new(move |_| desk.stand(index));
    let silent = Memo::new(move |_| is_silent(desk, index));
    let name = words.fill(Key::SourceOf, &[&article.id, wording::outlet(words, article)]);
    view! {
        <article
            class="col"
            id=format!("column-{index}")
            data-source=article.id.clone()
            aria-label=name
            class:is-open=move || stand.get() == Stand::Open
            class:is-strip=move || stand.get() == Stand::Strip
            class:is-silent=move || silent.get()
        >
            {card(words, article)}
            {strip(desk, index)}
            <div class="scroll">{text(desk, index)}</div>
            <div class="hush">
                <b>{words.get(Key::Silent)}</b>
                <p>{words.get(Key::SilentWhy)}</p>
            </div>
        </article>
    }
    .into_any()
}

/// What is left of a folded column: its letter, which opens it if that is of use.
fn strip(desk: Desk, index: usize) -> AnyView {
    let model = desk.model();
    let article = model.article(index);
    let words = desk.words();
    let id = article.id.clone();
    let outlet = wording::outlet(words, article).to_owned();
    let silent = Memo::new(move |_| is_silent(desk, index));
    let face = move || letter(&id, if silent.get() { Face::Dashed } else { Face::Outline });
    view! {
        <button
            class="strip"
            aria-label=words.fill(Key::OpenSource, &[&article.id])
            disabled=move || silent.get()
            on:click=move |_| desk.look_at(index)
        >
            {face}
            <span class="outlet">{outlet}</span>
        </button>
    }
    .into_any()
}

fn is_silent(desk: Desk, index: usize) -> bool {
    desk.chosen().is_some_and(|rank| desk.model().quantity(rank).silent.contains(&index))
}

/// The letters as tabs, for one column at a time.
pub(crate) fn tabs(desk: Desk) -> AnyView {
    let count = desk.model().collection.articles.len();
    let tabs: Vec<AnyView> = (0..count).map(|i| tab(desk, i)).collect();
    let walk = move |event: leptos::ev::KeyboardEvent| {
        if let Some(to) = web::arrow(&event, untrack(|| desk.lead()), count) {
            desk.look_at(to);
            web::focus(&tab_id(to));
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label=desk.words().get(Key::Sources) on:keydown=walk>
            {tabs}
        </div>
    }
    .into_any()
}

fn tab_id(index: usize) -> String {
    format!("tab-{index}")
}

fn tab(desk: Desk, index: usize) -> AnyView {
    let model = desk.model();
    let article = model.article(index);
    let id = article.id.clone();
    let is_lead = Memo::new(move |_| desk.lead() == index);
    let silent = Memo::new(move |_| is_silent(desk, index));
    let face = move || match (is_lead.get(), silent.get()) {
        (true, _) => Face::Solid,
        (_, true) => Face::Dashed,
        _ => Face::Outline,
    };
    let words = desk.words();
    let name = words.fill(Key::SourceOf, &[&article.id, wording::outlet(words, article)]);
    let name = move || if silent.get() { format!("{name}, {}", words.get(Key::Silent)) } else { name.clone() };
    view! {
        <button
            role="tab"
            id=tab_id(index)
            aria-label=name
            aria-selected=move || if is_lead.get() { "true" } else { "false" }
            aria-controls=format!("column-{index}")
            tabindex=move || if is_lead.get() { "0" } else { "-1" }
            on:click=move |_| desk.look_at(index)
        >
            {move || letter(&id, face())}
        </button>
    }
    .into_any()
}
