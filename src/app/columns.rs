//! The texts beside each other, and the letters that turn to one where not all of them have room.

use countercheck::comparing::wording;
use countercheck::desk::{Layout, Stand};
use countercheck::words::Key;
use leptos::prelude::*;

use super::arrange::line_between;
use super::dom::{El, Nodes, derived, el, live, nothing, several};
use super::source::{Face, card};
use super::state::Desk;
use super::text::text;
use super::web;

/// All columns.
pub(crate) fn columns(desk: Desk) -> El {
    let columns = live(move || several(desk.order().into_iter().map(|i| column(desk, i).view()).collect()));
    el("div", "cols").style("grid-template-columns", move || desk.tracks()).put(columns)
}

fn column(desk: Desk, index: usize) -> El {
    let is_near = derived(move || desk.is_near(index));
    el("article", "")
        .attr("id", &format!("column-{index}"))
        .attr("data-source", &desk.model().article(index).id)
        .attr("aria-label", &name(desk, index))
        .live("class", move || Some(column_class(desk, index)))
        .put(live(move || if is_near.get() { several(head(desk, index).into()) } else { nothing() }))
        .put(several(text(desk, index).into()))
}

/// One attribute for all that changes with every choice: there may be a hundred columns.
fn column_class(desk: Desk, index: usize) -> String {
    let stand = match desk.stand(index) {
        Stand::Open => "is-open",
        Stand::Strip => "is-strip",
        Stand::Hidden => "is-hidden",
        Stand::Silent => "",
    };
    ["col ", stand, if desk.is_silent(index) { " is-silent" } else { "" }].concat()
}

/// What is there besides the text while a column is near sight.
fn head(desk: Desk, index: usize) -> [Nodes; 4] {
    let (model, words) = (desk.model(), desk.words());
    let silence = el("b", "").text(words.get(Key::Silent));
    let hint = move || desk.chosen().and_then(|rank| desk.model().silence(rank, index).hint());
    let reason = el("p", "").live_text(move || words.get(hint().unwrap_or(Key::SilentWhy)).to_owned());
    let hush = el("div", "hush").child(silence).child(reason);
    [card(words, &model.collection, model.article(index)), strip(desk, index), hush, line_between(desk, index)]
        .map(El::view)
}

/// "Text C: Perfil".
fn name(desk: Desk, index: usize) -> String {
    let (model, words) = (desk.model(), desk.words());
    let article = model.article(index);
    words.fill(Key::SourceOf, &[&article.id, wording::outlet(words, article)])
}

/// What is left of a folded column: its letter, which opens it if that is of use.
fn strip(desk: Desk, index: usize) -> El {
    let model = desk.model();
    let article = model.article(index);
    let words = desk.words();
    el("button", "strip")
        .flag("disabled", move || desk.is_silent(index))
        .press(move || desk.look_at(index))
        .child(el("span", "vh").text(words.get(Key::OpenSource)))
        .child(live_letter(desk, index, move || if desk.is_silent(index) { Face::Dashed } else { Face::Outline }))
        .child(el("span", "outlet").text(wording::outlet(words, article)))
}

fn live_letter(desk: Desk, index: usize, face: impl Fn() -> Face + Send + 'static) -> El {
    el("b", "").live("class", move || Some(face().class().to_owned())).text(&desk.model().article(index).id)
}

/// The letters as tabs, where there is one column at a time.
pub(crate) fn tabs(desk: Desk) -> Nodes {
    let is_needed = derived(move || desk.layout() == Layout::Phone);
    live(move || if is_needed.get() { all_tabs(desk).view() } else { nothing() })
}

fn all_tabs(desk: Desk) -> El {
    let walk = move |event: web_sys::Event| {
        let (shown, lead) = untrack(|| (desk.shown(), desk.lead()));
        let place = shown.iter().position(|&article| article == lead).unwrap_or(0);
        if let Some(to) = web::arrow(&event, place, shown.len()) {
            desk.look_at(shown[to]);
            web::focus(&format!("#{}", tab_id(shown[to])));
        }
    };
    let tabs = live(move || several(desk.order().into_iter().map(|i| tab(desk, i).view()).collect()));
    el("div", "tabs")
        .attr("role", "tablist")
        .attr("aria-label", desk.words().get(Key::Sources))
        .on("keydown", walk)
        .put(tabs)
}

fn tab_id(index: usize) -> String {
    format!("tab-{index}")
}

fn tab(desk: Desk, index: usize) -> El {
    let is_lead = move || desk.lead() == index;
    let face = move || match (is_lead(), desk.is_silent(index)) {
        (true, _) => Face::Solid,
        (_, true) => Face::Dashed,
        _ => Face::Outline,
    };
    let name = name(desk, index);
    let silent = desk.words().get(Key::Silent);
    el("button", "")
        .attr("role", "tab")
        .attr("id", &tab_id(index))
        .attr("aria-controls", &format!("column-{index}"))
        .live("aria-label", move || {
            Some(if desk.is_silent(index) { format!("{name}, {silent}") } else { name.clone() })
        })
        .flag("hidden", move || desk.stand(index) == Stand::Hidden)
        .state("aria-selected", is_lead)
        .tab_stop(is_lead)
        .press(move || desk.look_at(index))
        .child(live_letter(desk, index, face))
}
