//! The list of figures: every quantity that stands in more than one place, family by family, the widest gap first.

use countercheck::compare::{ClaimKey, Family};
use countercheck::wording;
use countercheck::words::Key;
use leptos::prelude::*;

use super::icon::{self, icon};
use super::relation::relation;
use super::source::{Face, letter};
use super::state::Desk;
use super::web;

const FAMILIES: [Family; 4] = [Family::CannotBothHold, Family::NoReasonGiven, Family::ReasonGiven, Family::CanBothHold];

/// The id of the row of a quantity.
pub(crate) fn row_id(rank: usize) -> String {
    format!("figure-{rank}")
}

/// The list of figures.
pub(crate) fn rail(desk: Desk) -> AnyView {
    let words = desk.words();
    let model = desk.model();
    let stop = RwSignal::new(0);
    let families: Vec<AnyView> = FAMILIES.iter().filter_map(|&it| family(desk, it, stop)).collect();
    let count = words.fill(Key::RailCount, &[&model.len().to_string()]);
    let none = (model.len() == 0).then(|| view! { <p class="none">{words.get(Key::RailNone)}</p> });
    view! {
        <aside class="rail" id="figures" tabindex="-1" aria-label=words.get(Key::Figures) class:is-shown=move || desk.drawer_is_open()>
            <div class="rail-head">
                <h2>{words.get(Key::Figures)} <small>{count}</small></h2>
                <p class="ask">{model.collection.question.clone()}</p>
                <button class="btn quiet close" aria-label=words.get(Key::Close) on:click=move |_| desk.toggle_drawer()>
                    {icon(icon::CLOSE)}
                </button>
            </div>
            <div class="rail-list" on:keydown=move |event| walk(desk, stop, &event)>
                {families}
                {none}
            </div>
            <p class="rail-foot">{icon(icon::LOCK)} {words.get(Key::Offline)}</p>
        </aside>
    }
    .into_any()
}

fn walk(desk: Desk, stop: RwSignal<usize>, event: &leptos::ev::KeyboardEvent) {
    if let Some(to) = web::arrow(event, stop.get_untracked(), desk.model().len()) {
        stop.set(to);
        web::focus(&row_id(to));
    }
}

fn family(desk: Desk, family: Family, stop: RwSignal<usize>) -> Option<AnyView> {
    let ranks = desk.model().family(family);
    if ranks.is_empty() {
        return None;
    }
    let count = ranks.len();
    let rows: Vec<AnyView> = ranks.into_iter().map(|rank| row(desk, rank, stop)).collect();
    let heading = desk.words().get(wording::family(family));
    Some(view! { <h3 class="grp">{heading} <small class="num">{count}</small></h3> {rows} }.into_any())
}

fn row(desk: Desk, rank: usize, stop: RwSignal<usize>) -> AnyView {
    let model = desk.model();
    let quantity = model.quantity(rank);
    let is_on = Memo::new(move |_| desk.chosen() == Some(rank));
    let values: Vec<AnyView> = quantity.members.iter().map(|&key| value(desk, key)).collect();
    view! {
        <button
            class="fig"
            id=row_id(rank)
            class:is-on=move || is_on.get()
            data-alignment=quantity.id.clone()
            data-selected=move || is_on.get().then_some("")
            aria-current=move || is_on.get().then_some("true")
            tabindex=move || if stop.get() == rank { "0" } else { "-1" }
            on:focus=move |_| stop.set(rank)
            on:click=move |_| desk.choose(rank)
        >
            <span class="t">{quantity.label.clone()}</span>
            <span class="v num">{values}</span>
            {relation(desk.words(), model.relation(rank))}
        </button>
    }
    .into_any()
}

fn value(desk: Desk, key: ClaimKey) -> AnyView {
    let model = desk.model();
    let article = model.article(key.article);
    let figure = wording::figure(&article.text, model.claim(key));
    view! { <span>{letter(&article.id, Face::Outline)} {figure}</span> }.into_any()
}
