//! The timeline: what each figure is about, when it was counted, when it was printed. The drawing is out of sight for
//! screen readers; a sentence beside it says the same.

use countercheck::collection::Article;
use countercheck::comparing::ClaimKey;
use countercheck::comparing::wording;
use countercheck::output::timeline::{Moment, Row, Shape, Tick, Timeline, sentence, timeline as draw};
use countercheck::reading::claim::Claim;
use countercheck::words::Key;
use leptos::prelude::*;
use web_sys::Event;

use super::dom::{El, Nodes, drawing, el, live, nothing, several};
use super::filter::{filters, no_hit};
use super::icon::{self, icon};
use super::line::{level, percent, pinned, straight};
use super::long::gradual;
use super::relation::relation;
use super::source::{Face, letter, quoted};
use super::state::Desk;
use super::table::{place, title};
use super::web;

/// The view.
pub(crate) fn timeline(desk: Desk) -> El {
    let words = desk.words();
    let bar = el("div", "bar").child(el("p", "ask").text(words.get(Key::TimelineAsk))).child(filters(desk));
    let head = el("p", "tl-head cap").text(words.get(Key::TimelineHead));
    let chart = live(move || several(chart(desk).into()));
    let list = el("div", "tl").on("keydown", move |event| step(desk, &event)).child(head).put(chart);
    let wrap = el("div", "wrap").child(list).child(no_hit(desk)).child(legend(desk));
    el("div", "other").child(bar).child(wrap)
}

/// The axis and every listed quantity.
fn chart(desk: Desk) -> [Nodes; 2] {
    let model = desk.model();
    let listed = desk.listed();
    let members = || listed.iter().flat_map(|&rank| &model.quantity(rank).members);
    let figures: Vec<(&Article, &Claim)> =
        members().map(|&key| (model.article(key.article), model.claim(key))).collect();
    let Some(Timeline { ticks, moments: told, rows }) = draw(&figures, &model.moments) else {
        let none = model.emptiness().unwrap_or(Key::TimelineNone);
        return [el("p", "none").text(desk.words().get(none)).view(), nothing()];
    };
    let axis = axis(desk, &ticks, &told).view();
    let sizes: Vec<usize> = listed.iter().map(|&rank| model.quantity(rank).members.len()).collect();
    let first = move |place: usize| sizes[..place].iter().sum();
    [axis, gradual(desk, move |place, rank| group(desk, rank, &rows[first(place)..], &ticks))]
}

/// The months, and what happened on days that many figures are told of.
fn axis(desk: Desk, ticks: &[Tick], moments: &[(f64, Moment)]) -> El {
    let words = desk.words();
    let month = |(i, tick): (usize, &Tick)| {
        let name = wording::date(words, tick.month);
        let is_full = i == 0 || tick.month.month() == Some(1);
        let name = if is_full { name.as_str() } else { name.split(' ').next().unwrap_or_default() };
        placed("mo", tick.at).text(name)
    };
    let moment = |(at, moment): &(f64, Moment)| {
        placed(if *at > 50.0 { "ev is-left" } else { "ev" }, *at)
            .child(el("b", "num").text(&wording::date(words, moment.day)))
            .text(" ")
            .child(el("i", "").text(&words.fill(Key::Quoted, &[&moment.name])))
    };
    let scale = el("div", "scale").attr("aria-hidden", "true");
    let scale = scale.children(moments.iter().map(moment)).children(ticks.iter().enumerate().map(month));
    el("div", "tl-axis").child(scale)
}

/// Something at a place of the axis.
fn placed(class: &str, at: f64) -> El {
    let at = percent(at);
    el("span", class).style("left", move || at.clone())
}

fn group(desk: Desk, rank: usize, rows: &[Row], ticks: &[Tick]) -> El {
    let (model, words) = (desk.model(), desk.words());
    let quantity = model.quantity(rank);
    let is_on = move || desk.chosen() == Some(rank);
    let reason = model.widest_pair(rank).map(|pair| el("span", "num").text(&pair.why.sentence(words.language())));
    let verdict = el("p", "").child(relation(words, model.relation(rank))).children(reason);
    let head = el("div", "gh").child(el("h2", "").child(title(desk, rank))).child(verdict);
    let figures = quantity.members.iter().zip(rows).map(|(&key, row)| figure(desk, rank, key, row, ticks));
    el("section", "tl-group")
        .attr("data-row", &quantity.id)
        .attr("aria-label", &model.label(rank, words))
        .flag("data-selected", is_on)
        .child(head)
        .child(el("ul", "").children(figures))
}

fn figure(desk: Desk, rank: usize, key: ClaimKey, row: &Row, ticks: &[Tick]) -> El {
    let (model, words) = (desk.model(), desk.words());
    let (article, claim) = (model.article(key.article), model.claim(key));
    let dates = sentence(words, article, claim, &model.moments);
    let button = place(desk, "val", (rank, Some(key)))
        .press(move || desk.open_passage(rank, key))
        .child(letter(&article.id, Face::Outline))
        .child(quoted("b", "num", article).text(&wording::figure(&article.text, claim)))
        .child(el("span", "who").text(&wording::who(words, claim)))
        .child(el("span", "vh").text(&[", ", &dates].concat()));
    el("li", "").child(button).child(drawn(row, article, ticks).attr("title", &dates))
}

/// One row of the drawing, with the letter of the text at its date.
fn drawn(row: &Row, article: &Article, ticks: &[Tick]) -> El {
    let grid = ticks.iter().map(|tick| straight("grid", (tick.at, tick.at), ("0", "100%")));
    let is_open = row.counted.is_none() && !matches!(row.shape, Some(Shape::Bar { .. } | Shape::Point { .. }));
    let link = row.link.map(|(from, to)| level(if is_open { "open" } else { "to" }, from, to));
    let counted = row.counted.map(|at| pinned("day", at, "M0-6.5 6.5 0 0 6.5-6.5 0z"));
    let cut = row.is_cut.then(|| pinned("cut", 0.0, "M6-4.5 1.500 0 6 4.500"));
    let (shape, dot) = row.shape.map(shape).unwrap_or_default();
    let picture =
        drawing("tm").children(grid).children(link).children(shape).children(counted).children(dot).children(cut);
    let text = row.printed.map(|at| {
        let is_close = row.counted.is_some_and(|counted| at - counted < CLOSE);
        let arrow = article.date_is_earliest.then(|| icon(icon::ONWARDS));
        placed(if is_close { "tx is-close" } else { "tx" }, at).child(letter(&article.id, Face::Solid)).children(arrow)
    });
    el("div", "track").attr("aria-hidden", "true").child(picture).children(text)
}

/// Percent of the width below which a letter makes room for the sign of the day that a figure was counted.
const CLOSE: f64 = 1.2;

/// What lies behind the sign of the day that a figure was counted, and what lies on it.
fn shape(shape: Shape) -> (Vec<El>, Option<El>) {
    match shape {
        Shape::Bar { from, to } => {
            (vec![level("bar", from, to), pinned("end", from, "M-1.500-5H1.500V5H-1.500z")], None)
        }
        Shape::Steps { from, to } => {
            let third = (to - from) / 3.0;
            let tread = |(i, class): (u8, &str)| {
                let from = from + f64::from(i) * third;
                level(class, from, from + third)
            };
            ([(0, "step s1"), (1, "step s2"), (2, "step s3")].map(tread).into(), None)
        }
        Shape::Point { at } => {
            (Vec::new(), Some(pinned("dot", at, "M-3.200 0a3.200 3.200 0 1 0 6.400 0a3.200 3.200 0 1 0-6.400 0")))
        }
    }
}

/// The signs and what they mean.
fn legend(desk: Desk) -> El {
    let words = desk.words();
    let sign = |row: Row| {
        let article = Article::default();
        drawn(&Row { printed: None, ..row }, &article, &[])
    };
    let bare = Row { shape: None, is_cut: false, counted: None, link: None, printed: None };
    let key = |sign: El, name: Key| el("li", "").child(sign).text(words.get(name));
    let shaped = |shape, name| key(sign(Row { shape: Some(shape), ..bare }), name);
    let text = |arrow: Option<El>| el("span", "tx").child(letter("A", Face::Solid)).children(arrow);
    el("ul", "legend")
        .child(shaped(Shape::Steps { from: 0.0, to: 100.0 }, Key::TimelineSteps))
        .child(shaped(Shape::Bar { from: 10.0, to: 90.0 }, Key::TimelineBar))
        .child(shaped(Shape::Point { at: 50.0 }, Key::TimelinePoint))
        .child(key(sign(Row { link: Some((0.0, 100.0)), ..bare }), Key::TimelineOpen))
        .child(key(sign(Row { counted: Some(50.0), ..bare }), Key::TimelineCounted))
        .child(key(text(None), Key::TimelineText))
        .child(key(text(Some(icon(icon::ONWARDS))), Key::TimelineLater))
}

/// Goes where an arrow leads: through the names and figures, from above to below.
fn step(desk: Desk, event: &Event) {
    let model = desk.model();
    let (listed, spot) = untrack(|| (desk.listed(), desk.spot.get()));
    let is_listed = |place: &usize| listed.contains(&model.places()[*place].0);
    let places: Vec<usize> = (0..model.places().len()).filter(is_listed).collect();
    let at = places.iter().position(|&place| place == spot).unwrap_or(0);
    if let Some(to) = web::arrow(event, at, places.len()) {
        desk.go_to_place(places[to]);
    }
}
