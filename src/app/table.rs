//! The table: one row a quantity, one column a text in the order of their dates.

use std::sync::Arc;

use countercheck::collection::Article;
use countercheck::comparing::wording;
use countercheck::comparing::{ClaimKey, Origin};
use countercheck::desk::{Cell, Sort, walk};
use countercheck::output::chart::{NumberLine, number_line};
use countercheck::reading::claim::Claim;
use countercheck::words::{Key, Words};
use leptos::prelude::*;
use web_sys::Event;

use super::dom::{El, el, live, several};
use super::filter::{filters, no_hit};
use super::icon::{self, icon};
use super::line::{axis, line};
use super::long::gradual;
use super::model::{Model, Place};
use super::rail::lone_head;
use super::relation::{only_here, origin_tag, relation};
use super::source::{Face, letter, quoted};
use super::state::Desk;
use super::web;

/// The view.
pub(crate) fn table(desk: Desk) -> El {
    let words = desk.words();
    let bar = el("div", "bar").child(el("p", "ask").text(words.get(Key::TableAsk))).child(filters(desk));
    let rows = live(move || gradual(desk, move |_, rank| row(desk, rank)));
    let body = el("tbody", "").on("keydown", move |event| step(desk, &event)).put(rows);
    let table = el("table", "matrix")
        .attr("aria-label", words.get(Key::ViewTable))
        .style("--texts", move || desk.shown().len().to_string())
        .child(el("thead", "").put(live(move || head(desk).view())))
        .child(body);
    let none = desk.model().emptiness().map(|key| el("p", "none").text(words.get(key)));
    let table = table.child(lone(desk));
    let wrap = el("div", "wrap").child(table).children(none).child(no_hit(desk));
    el("div", "other").child(bar).child(wrap)
}

fn head(desk: Desk) -> El {
    let (model, words) = (desk.model(), desk.words());
    let caption =
        |name: Key, note: Key| el("span", "cap").text(words.get(name)).child(el("small", "").text(words.get(note)));
    let source = |article: usize| {
        let article = model.article(article);
        let name = el("span", "hc")
            .child(letter(&article.id, Face::Solid))
            .child(el("span", "nm").text(wording::outlet(words, article)))
            .child(el("small", "num").text(&wording::dated(words, article)));
        sorted(desk, Sort::Source(article.id.clone()), name).attr("data-column", &article.id)
    };
    el("tr", "")
        .child(sorted(desk, Sort::Name, caption(Key::TableFigure, Key::TableOrder)))
        .children(desk.shown().into_iter().map(source))
        .child(el("th", "n").attr("scope", "col").child(caption(Key::TableLine, Key::TableLineEach)))
        .child(sorted(desk, Sort::Gap, caption(Key::TableRelation, Key::TableRelationWidest)))
}

/// A head that orders the table.
fn sorted(desk: Desk, sort: Sort, name: El) -> El {
    let (order, wanted) = (if sort == Sort::Name { "ascending" } else { "descending" }, sort.clone());
    let is_on = move || desk.address().sort == sort;
    el("th", "")
        .attr("scope", "col")
        .live("aria-sort", move || is_on().then(|| order.to_owned()))
        .child(el("button", "by").press(move || desk.sort(wanted.clone())).child(name).child(icon(icon::DOWN)))
}

fn row(desk: Desk, rank: usize) -> El {
    let (model, words) = (desk.model(), desk.words());
    let is_on = move || desk.chosen() == Some(rank);
    el("tr", "")
        .attr("data-row", &model.quantity(rank).id)
        .flag("data-selected", is_on)
        .child(el("th", "").attr("scope", "row").child(title(desk, rank)))
        .children(desk.shown().into_iter().map(|article| cell(desk, rank, article)))
        .child(
            el("td", "n")
                .child(el("span", "vh").text(&figures_of(words, &model, rank)))
                .children(lines(words, &model, rank)),
        )
        .child(verdict(desk, rank))
}

/// The name of a quantity: a button that chooses it.
pub(crate) fn title(desk: Desk, rank: usize) -> El {
    place(desk, "t", (rank, None))
        .live("aria-current", move || (desk.chosen() == Some(rank)).then(|| "true".to_owned()))
        .press(move || desk.choose(rank))
        .text(&desk.model().label(rank, desk.words()))
}

/// What one text gives for a quantity.
fn cell(desk: Desk, rank: usize, article: usize) -> El {
    let (model, words) = (desk.model(), desk.words());
    let members = &model.quantity(rank).members;
    let figures: Vec<El> =
        members.iter().filter(|key| key.article == article).map(|&key| figure(desk, rank, key)).collect();
    if figures.is_empty() {
        let hint = model.silence(rank, article).hint().map(|key| el("small", "").text(words.get(key)));
        return el("td", "sil").text(words.get(Key::Silent)).children(hint);
    }
    el("td", "num").children(figures)
}

/// A figure with who says so and its date; pressed, it opens its passage.
fn figure(desk: Desk, rank: usize, key: ClaimKey) -> El {
    let (model, words) = (desk.model(), desk.words());
    let (article, claim) = (model.article(key.article), model.claim(key));
    let button = place(desk, "val", (rank, Some(key))).press(move || desk.open_passage(rank, key));
    glued(button, words, article, claim)
}

/// A figure with what has to stay with it.
fn glued(button: El, words: Words, article: &Article, claim: &Claim) -> El {
    let lines = [wording::who(words, claim), wording::when(words, article, claim)];
    button
        .attr("data-figure", &claim.id)
        .child(quoted("b", "", article).text(&wording::figure(&article.text, claim)))
        .children(lines.iter().map(|line| el("span", "").text(line)))
}

/// The figures that no other text gives, below the others; closed at first.
fn lone(desk: Desk) -> El {
    let rows = live(move || {
        let (model, shown) = (desk.model(), desk.shown());
        let listed = model.lone().iter().filter(|key| desk.lone.get() && shown.contains(&key.article));
        several(listed.map(|&key| lone_row(desk, key, &shown).view()).collect())
    });
    let head = el("th", "").attr("scope", "rowgroup").child(lone_head(desk, "lone-rows"));
    let wide = el("td", "").live("colspan", move || Some((desk.shown().len() + 2).to_string()));
    el("tbody", "lone")
        .attr("id", "lone-rows")
        .flag("hidden", move || desk.model().lone().is_empty() || !desk.address().filter.is_open())
        .child(el("tr", "").child(head).child(wide))
        .put(rows)
}

fn lone_row(desk: Desk, key: ClaimKey, shown: &[usize]) -> El {
    let (model, words) = (desk.model(), desk.words());
    let (article, claim) = (model.article(key.article), model.claim(key));
    let cell = |&source: &usize| {
        if source != key.article {
            return el("td", "sil").text(words.get(Key::Silent));
        }
        let button = el("button", "val").press(move || desk.open_figure(key));
        el("td", "num").child(glued(button, words, article, claim))
    };
    let why = el("p", "").text(words.get(Key::OnlyHereWhy));
    el("tr", "")
        .attr("data-lone", &claim.id)
        .child(quoted("th", "lone-name", article).attr("scope", "row").text(&wording::phrase(&article.text, claim)))
        .children(shown.iter().map(cell))
        .child(el("td", "n").child(el("small", "").text(words.get(Key::OnlyHereLine))))
        .child(el("td", "r").child(only_here(words)).child(why))
}

/// A button that has a place of focus: a quantity, or a figure of it.
pub(crate) fn place(desk: Desk, class: &str, place: Place) -> El {
    let place = desk.model().place_of(place);
    el("button", class)
        .attr("data-cell", &place.to_string())
        .tab_stop(move || desk.is_stop(place))
        .on("focus", move |_| desk.spot.set(place))
}

/// The figures of a quantity in words: "A at least 27, C 28".
pub(crate) fn figures_of(words: Words, model: &Model, rank: usize) -> String {
    let figure = |key: &ClaimKey| {
        let article = model.article(key.article);
        [article.id.as_str(), " ", &model.said_figure(words, *key)].concat()
    };
    model.quantity(rank).members.iter().map(figure).collect::<Vec<_>>().join(", ")
}

/// Letters that fit below a number line.
const ROOM: usize = 22;

fn lines(words: Words, model: &Model, rank: usize) -> Vec<El> {
    let members = &model.quantity(rank).members;
    let claims: Vec<_> = members.iter().map(|&key| model.claim(key)).collect();
    let Some(NumberLine { ticks, shapes }) = number_line(&claims, words) else { return Vec::new() };
    let row = |(key, shape): (&ClaimKey, _)| {
        el("div", "nr").child(el("b", "").text(&model.article(key.article).id)).child(line(&ticks, shape))
    };
    let drawn = members.iter().zip(shapes).filter(|(_, shape)| shape.is_some()).map(row);
    drawn.chain([el("div", "nr").child(el("b", "")).child(axis(&ticks, ROOM))]).collect()
}

/// The widest relation with its reason.
fn verdict(desk: Desk, rank: usize) -> El {
    let (model, words) = (desk.model(), desk.words());
    let pair = model.widest_pair(rank);
    let reason = pair.map(|pair| el("p", "num").text(&pair.why.sentence(words.language())));
    let tag = pair.filter(|pair| pair.origin != Origin::NotShown).map(|pair| origin_tag(words, pair.origin));
    el("td", "r").child(relation(words, model.relation(rank))).children(reason).children(tag)
}

/// The figures of a quantity in the order of the columns.
fn in_order(model: &Model, rank: usize, shown: &[usize]) -> Vec<ClaimKey> {
    let members = &model.quantity(rank).members;
    shown.iter().flat_map(|source| members.iter().filter(move |key| key.article == *source)).copied().collect()
}

/// Goes where an arrow leads.
fn step(desk: Desk, event: &Event) {
    let Some(to) = web::movement(event) else { return };
    let model: Arc<Model> = desk.model();
    let (listed, (rank, key)) =
        untrack(|| (desk.listed(), model.places().get(desk.spot.get()).copied().unwrap_or_default()));
    let shown = untrack(|| desk.shown());
    let members = |rank: usize| in_order(&model, rank, &shown);
    let rows: Vec<Vec<usize>> =
        listed.iter().map(|&rank| members(rank).iter().map(|key| key.article).collect()).collect();
    let item = key.and_then(|key| members(rank).iter().position(|it| *it == key)).map_or(0, |i| i + 1);
    let row = listed.iter().position(|&it| it == rank).unwrap_or(0);
    let Cell { row, item } = walk(&rows, Cell { row, item }, to);
    let Some(&rank) = listed.get(row) else { return };
    let key = item.checked_sub(1).and_then(|i| members(rank).get(i).copied());
    desk.go_to_place(model.place_of((rank, key)));
}
