//! The list of figures: every quantity that stands in more than one place, family by family, the widest gap first.

use countercheck::comparing::wording;
use countercheck::comparing::{ClaimKey, Family};
use countercheck::words::Key;
use leptos::prelude::*;

use super::dom::{El, derived, el, live, nothing, several};
use super::filter::{count, filters, no_hit};
use super::icon::{self, icon};
use super::model::FAMILIES;
use super::relation::{only_here, relation};
use super::source::{Face, letter, quoted};
use super::state::Desk;
use super::web;

/// The id of the row of a quantity.
pub(crate) fn row_id(rank: usize) -> String {
    format!("figure-{rank}")
}

/// The list of figures.
pub(crate) fn rail(desk: Desk) -> El {
    let (model, words) = (desk.model(), desk.words());
    let stop = RwSignal::new(0);
    let first = derived(move || {
        let (listed, stop) = (desk.listed(), stop.get());
        if listed.contains(&stop) { stop } else { listed.first().copied().unwrap_or(0) }
    });
    let families = FAMILIES.iter().flat_map(|&it| family(desk, it, Stop { stop, first }));
    let none = model.emptiness().map(|key| el("p", "none").text(words.get(key)));
    let list = el("div", "rail-list").on("keydown", move |event| walk(desk, stop, &event));
    el("aside", "rail")
        .attr("id", "figures")
        .attr("tabindex", "-1")
        .attr("aria-label", words.get(Key::Figures))
        .class("is-shown", move || desk.drawer_is_open())
        .child(head(desk))
        .child(list.children(families).children(none).child(no_hit(desk)).child(lone(desk)))
        .child(el("p", "rail-foot").child(icon(icon::LOCK)).text(words.get(Key::Offline)))
}

/// The row walked to last, and the one that the Tab key reaches: the same, where it is listed.
#[derive(Clone, Copy)]
struct Stop {
    stop: RwSignal<usize>,
    first: Memo<usize>,
}

fn head(desk: Desk) -> El {
    let (model, words) = (desk.model(), desk.words());
    let close = el("button", "btn quiet close")
        .attr("aria-label", words.get(Key::Close))
        .press(move || desk.toggle_drawer())
        .child(icon(icon::CLOSE));
    el("div", "rail-head")
        .child(
            el("h2", "").text(words.get(Key::Figures)).text(" ").child(el("small", "").live_text(move || count(desk))),
        )
        .children(model.collection.question_in(words.language()).map(|question| el("p", "ask").text(question)))
        .child(close)
        .child(filters(desk))
}

fn walk(desk: Desk, stop: RwSignal<usize>, event: &web_sys::Event) {
    let listed = untrack(|| desk.listed());
    let place = listed.iter().position(|&rank| rank == stop.get_untracked()).unwrap_or(0);
    if let Some(to) = web::arrow(event, place, listed.len()) {
        stop.set(listed[to]);
        web::focus(&format!("#{}", row_id(listed[to])));
    }
}

fn family(desk: Desk, family: Family, stop: Stop) -> Vec<El> {
    let ranks = desk.model().family(family);
    let listed = move || desk.listed().iter().filter(|&&rank| desk.model().relation(rank).family() == family).count();
    let count = el("small", "num").live_text(move || listed().to_string());
    let heading = el("h3", "grp")
        .flag("hidden", move || listed() == 0)
        .text(desk.words().get(wording::family(family)))
        .text(" ")
        .child(count);
    let heading = (!ranks.is_empty()).then_some(heading);
    heading.into_iter().chain(ranks.into_iter().map(|rank| row(desk, rank, stop))).collect()
}

fn row(desk: Desk, rank: usize, Stop { stop, first }: Stop) -> El {
    let model = desk.model();
    let quantity = model.quantity(rank);
    let is_on = move || desk.chosen() == Some(rank);
    el("button", "fig")
        .attr("id", &row_id(rank))
        .attr("data-alignment", &quantity.id)
        .flag("data-selected", is_on)
        .live("aria-current", move || is_on().then(|| "true".to_owned()))
        .flag("hidden", move || !desk.listed().contains(&rank))
        .tab_stop(move || first.get() == rank)
        .on("focus", move |_| stop.set(rank))
        .press(move || desk.choose(rank))
        .child(el("span", "t").text(&model.label(rank, desk.words())))
        .child(el("span", "v num").children(values(desk, &quantity.members)))
        .child(relation(desk.words(), model.relation(rank)))
}

/// The figures that no other text gives, as a group that is closed at first.
fn lone(desk: Desk) -> El {
    let model = desk.model();
    let count = model.lone().len();
    let row = move |key: ClaimKey| {
        let article = model.article(key.article);
        el("button", "fig")
            .attr("data-lone", &model.claim(key).id)
            .press(move || desk.open_figure(key))
            .child(letter(&article.id, Face::Outline))
            .text(" ")
            .child(quoted("span", "", article).text(&wording::phrase(&article.text, model.claim(key))))
            .view()
    };
    let rows = live(move || {
        if desk.lone.get() { several(desk.model().lone().iter().map(|&key| row(key)).collect()) } else { nothing() }
    });
    el("div", "lone")
        .attr("id", "lone")
        .flag("hidden", move || count == 0 || !desk.address().filter.is_open())
        .child(lone_head(desk, "lone"))
        .put(rows)
}

/// The head of what no other text gives: it opens and closes the group with this id, and brings what opens into view.
pub(crate) fn lone_head(desk: Desk, group: &'static str) -> El {
    el("button", "grp")
        .state("aria-expanded", move || desk.lone.get())
        .press(move || {
            desk.lone.update(|open| *open = !*open);
            web::next_frame(move || web::reveal(group));
        })
        .child(only_here(desk.words()))
        .child(el("small", "num").text(&desk.model().lone().len().to_string()))
        .child(icon(icon::DOWN))
}

/// Figures that a row has room for.
const ROOM: usize = 8;

/// The first figures, and how many there are besides.
fn values(desk: Desk, members: &[ClaimKey]) -> Vec<El> {
    let shown = if members.len() > ROOM + 1 { ROOM } else { members.len() };
    let rest = members.len() - shown;
    let more = (rest > 0).then(|| el("span", "").text(&desk.words().fill(Key::More, &[&rest.to_string()])));
    members[..shown].iter().map(|&key| value(desk, key)).chain(more).collect()
}

fn value(desk: Desk, key: ClaimKey) -> El {
    let model = desk.model();
    let article = model.article(key.article);
    let figure = quoted("span", "", article).text(&wording::figure(&article.text, model.claim(key)));
    el("span", "").child(letter(&article.id, Face::Outline)).text(" ").child(figure)
}
