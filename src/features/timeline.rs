//! The timeline: what each figure is about, when it was counted, when it was printed. The drawing is hidden from screen
//! readers; a sentence beside it says the same.

use std::sync::Arc;

use countercheck::collection::Article;
use countercheck::comparing::ClaimKey;
use countercheck::comparing::wording;
use countercheck::output::timeline::{Moment, Row, Shape, Tick, Timeline as Drawing, sentence, timeline};
use countercheck::reading::claim::Claim;
use countercheck::words::Key;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser;
use crate::components::{
    FocusCell, GradualRows, HorizontalLine, Icon, NoMatch, Pinned, RelationBadge, SourceBadge, SourceFace,
    StraightLine, glyphs, percent,
};
use crate::i18n::{lang_of, use_words};
use crate::stores::{Analysis, Route, Selection, use_analysis, use_layout, use_route, use_selection};

/// The view; its children are the controls that filter it.
#[component]
pub(crate) fn Timeline(children: Children) -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let layout = use_layout();
    let selection = use_selection();
    let words = use_words();
    view! {
        <div class="other">
            <div class="bar">
                <p class="ask">{words.get(Key::TimelineAsk)}</p>
                {children()}
            </div>
            <div class="wrap">
                <div class="tl" on:keydown=move |event| walk(analysis, route, selection, &event)>
                    <p class="tl-head cap">{words.get(Key::TimelineHead)}</p>
                    {move || view! { <Chart listed=route.listed() /> }}
                </div>
                <NoMatch is_hidden=Signal::derive(move || route.has_match()) on_clear=move |()| layout.clear_filter() />
                <Legend />
            </div>
        </div>
    }
}

/// The axis and every listed quantity.
#[component]
fn Chart(listed: Vec<usize>) -> impl IntoView {
    let analysis = use_analysis();
    let selection = use_selection();
    let model = analysis.model();
    let members = || listed.iter().flat_map(|&rank| &model.quantity(rank).members);
    let figures: Vec<(&Article, &Claim)> =
        members().map(|&key| (model.article(key.article), model.claim(key))).collect();
    let Some(Drawing { ticks, moments, rows }) = timeline(&figures, &model.moments) else {
        let none = model.emptiness().unwrap_or(Key::TimelineNone);
        return view! { <p class="none">{use_words().get(none)}</p> }.into_any();
    };
    let sizes: Vec<usize> = listed.iter().map(|&rank| model.quantity(rank).members.len()).collect();
    let ticks: Arc<[Tick]> = ticks.into();
    let row = {
        let ticks = ticks.clone();
        move |place: usize, rank: usize| {
            let first: usize = sizes[..place].iter().sum();
            let rows = rows[first..first + sizes[place]].to_vec();
            view! { <Group rank rows ticks=ticks.clone() /> }.into_any()
        }
    };
    view! {
        <Axis ticks moments />
        <GradualRows ranks=listed chunk=analysis.rows_a_frame() focus=Signal::derive(move || selection.stop_rank()) row />
    }
    .into_any()
}

/// The months, and what happened on days that many figures are told of.
#[component]
fn Axis(ticks: Arc<[Tick]>, moments: Vec<(f64, Moment)>) -> impl IntoView {
    let words = use_words();
    let month = |(i, tick): (usize, &Tick)| {
        let name = wording::date(words, tick.month);
        let is_full = i == 0 || tick.month.month() == Some(1);
        let name = if is_full { name } else { name.split(' ').next().unwrap_or_default().to_owned() };
        view! { <span class="mo" style:left=percent(tick.at)>{name}</span> }
    };
    let moment = |(at, moment): (f64, Moment)| {
        let class = if at > 50.0 { "ev is-left" } else { "ev" };
        view! {
            <span class=class style:left=percent(at)>
                <b class="num">{wording::date(words, moment.day)}</b>
                " "
                <i>{words.fill(Key::Quoted, &[&moment.name])}</i>
            </span>
        }
    };
    view! {
        <div class="tl-axis">
            <div class="scale" aria-hidden="true">
                {moments.into_iter().map(moment).collect_view()}
                {ticks.iter().enumerate().map(month).collect_view()}
            </div>
        </div>
    }
}

/// A quantity with its figures, a row each.
#[component]
fn Group(rank: usize, rows: Vec<Row>, ticks: Arc<[Tick]>) -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let selection = use_selection();
    let words = use_words();
    let model = analysis.model();
    let quantity = model.quantity(rank);
    let label = model.label(rank, words);
    let heading = label.clone();
    let reason = model.widest_pair(rank).map(|pair| pair.why.sentence(words.language()));
    let place = model.place_of((rank, None));
    let figure = |(&key, row): (&ClaimKey, Row)| view! { <Figure rank key row ticks=ticks.clone() /> };
    view! {
        <section
            class="tl-group"
            data-row=quantity.id.clone()
            aria-label=label
            data-selected=move || route.is_chosen_rank(rank)
        >
            <div class="gh">
                <h2>
                    <FocusCell
                        class="t"
                        place
                        is_stop=move || selection.is_stop(place)
                        is_current=Signal::derive(move || route.is_chosen_rank(rank))
                        on_focus=move |()| selection.focused.set(place)
                        on_press=move |()| selection.choose(rank)
                    >
                        {heading}
                    </FocusCell>
                </h2>
                <p>
                    <RelationBadge relation=model.relation(rank) />
                    {reason.map(|reason| view! { <span class="num">{reason}</span> })}
                </p>
            </div>
            <ul>{quantity.members.iter().zip(rows).map(figure).collect_view()}</ul>
        </section>
    }
}

/// A figure: a button that opens its passage, and its row of the drawing.
#[component]
fn Figure(rank: usize, key: ClaimKey, row: Row, ticks: Arc<[Tick]>) -> impl IntoView {
    let analysis = use_analysis();
    let selection = use_selection();
    let words = use_words();
    let model = analysis.model();
    let (article, claim) = (model.article(key.article), model.claim(key));
    let dates = sentence(words, article, claim, &model.moments);
    let place = model.place_of((rank, Some(key)));
    let text = view! {
        <SourceBadge id=article.id.clone() face=SourceFace::Outline />
        <b class="num" lang=lang_of(article)>{wording::figure(&article.text, claim)}</b>
        <span class="who">{wording::who(words, claim)}</span>
        <span class="vh">{[", ", &dates].concat()}</span>
    };
    view! {
        <li>
            <FocusCell
                class="val"
                place
                is_stop=move || selection.is_stop(place)
                on_focus=move |()| selection.focused.set(place)
                on_press=move |()| selection.open_passage(rank, key)
            >
                {text}
            </FocusCell>
            <Track row id=article.id.clone() is_earliest=article.date_is_earliest ticks title=dates />
        </li>
    }
}

/// Percent of the width below which a letter makes room for the sign of the day that a figure was counted.
const CLOSE: f64 = 1.2;

/// One row of the drawing, with the letter of the text at its date.
#[component]
fn Track(
    row: Row,
    /// The letter of the text.
    #[prop(optional)]
    id: String,
    /// Whether the text is of its date or later.
    #[prop(optional)]
    is_earliest: bool,
    ticks: Arc<[Tick]>,
    #[prop(optional, into)] title: Option<String>,
) -> impl IntoView {
    let grid = ticks.iter().map(|tick| {
        let at = tick.at;
        view! { <StraightLine class="grid" x=(at, at) y=("0", "100%") /> }
    });
    let is_open = row.counted.is_none() && !matches!(row.shape, Some(Shape::Bar { .. } | Shape::Point { .. }));
    let link =
        row.link.map(|(from, to)| view! { <HorizontalLine class=if is_open { "open" } else { "to" } from to /> });
    let counted = row.counted.map(|at| view! { <Pinned class="day" at d="M0-6.5 6.5 0 0 6.5-6.5 0z" /> });
    let cut = row.is_cut.then(|| view! { <Pinned class="cut" at=0.0 d="M6-4.5 1.500 0 6 4.500" /> });
    let (shape, dot) = row.shape.map(shape).unwrap_or_default();
    let text = row.printed.map(|at| {
        let is_close = row.counted.is_some_and(|counted| at - counted < CLOSE);
        view! {
            <span class=if is_close { "tx is-close" } else { "tx" } style:left=percent(at)>
                <SourceBadge id face=SourceFace::Solid />
                {is_earliest.then(|| view! { <Icon glyph=glyphs::ONWARDS /> })}
            </span>
        }
    });
    view! {
        <div class="track" aria-hidden="true" title=title>
            <svg class="tm">{grid.collect_view()} {link} {shape} {counted} {dot} {cut}</svg>
            {text}
        </div>
    }
}

/// What lies behind the sign of the day that a figure was counted, and what lies on it.
fn shape(shape: Shape) -> (Option<AnyView>, Option<AnyView>) {
    match shape {
        Shape::Bar { from, to } => {
            let bar = view! {
                <HorizontalLine class="bar" from to />
                <Pinned class="end" at=from d="M-1.500-5H1.500V5H-1.500z" />
            };
            (Some(bar.into_any()), None)
        }
        Shape::Steps { from, to } => {
            let third = (to - from) / 3.0;
            let step = |(i, class): (u8, &'static str)| {
                let from = from + f64::from(i) * third;
                view! { <HorizontalLine class from to=from + third /> }
            };
            let steps = [(0, "step s1"), (1, "step s2"), (2, "step s3")].into_iter().map(step).collect_view();
            (Some(steps.into_any()), None)
        }
        Shape::Point { at } => {
            let dot =
                view! { <Pinned class="dot" at d="M-3.200 0a3.200 3.200 0 1 0 6.400 0a3.200 3.200 0 1 0-6.400 0" /> };
            (None, Some(dot.into_any()))
        }
    }
}

/// The signs and what they mean.
#[component]
fn Legend() -> impl IntoView {
    let words = use_words();
    let bare = Row { shape: None, is_cut: false, counted: None, link: None, printed: None };
    let sign = |row: Row, name: Key| view! { <li><Track row ticks=Arc::new([]) />{words.get(name)}</li> };
    let shaped = |shape, name| sign(Row { shape: Some(shape), ..bare }, name);
    let text = |is_earliest: bool, name: Key| {
        view! {
            <li>
                <span class="tx">
                    <SourceBadge id="A" face=SourceFace::Solid />
                    {is_earliest.then(|| view! { <Icon glyph=glyphs::ONWARDS /> })}
                </span>
                {words.get(name)}
            </li>
        }
    };
    view! {
        <ul class="legend">
            {shaped(Shape::Steps { from: 0.0, to: 100.0 }, Key::TimelineSteps)}
            {shaped(Shape::Bar { from: 10.0, to: 90.0 }, Key::TimelineBar)}
            {shaped(Shape::Point { at: 50.0 }, Key::TimelinePoint)}
            {sign(Row { link: Some((0.0, 100.0)), ..bare }, Key::TimelineOpen)}
            {sign(Row { counted: Some(50.0), ..bare }, Key::TimelineCounted)} {text(false, Key::TimelineText)}
            {text(true, Key::TimelineLater)}
        </ul>
    }
}

/// Goes where an arrow leads: through the names and figures, from above to below.
fn walk(analysis: Analysis, route: Route, selection: Selection, event: &KeyboardEvent) {
    let model = analysis.model();
    let (listed, focused) = untrack(|| (route.listed(), selection.focused.get()));
    let is_listed = |place: &usize| listed.contains(&model.places()[*place].0);
    let places: Vec<usize> = (0..model.places().len()).filter(is_listed).collect();
    let at = places.iter().position(|&place| place == focused).unwrap_or(0);
    if let Some(to) = browser::arrow(event, at, places.len()) {
        selection.go_to_place(places[to]);
    }
}
