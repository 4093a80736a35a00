//! The table: one row a quantity, one column a text in the order of their dates.

use std::sync::Arc;

use countercheck::collection::Article;
use countercheck::comparing::wording;
use countercheck::comparing::{ClaimKey, Origin};
use countercheck::desk::{Cell, Sort, walk};
use countercheck::output::chart::{NumberLine, Tick, number_line};
use countercheck::reading::claim::Claim;
use countercheck::words::{Key, Words};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser;
use crate::components::{
    FocusCell, GradualRows, Icon, NoMatch, NumberLineAxis, NumberLineRow, OnlyHereTag, OriginTag, RelationBadge,
    SingleSourceHead, SourceBadge, SourceFace, glyphs,
};
use crate::i18n::{lang_of, use_words};
use crate::stores::{Analysis, Layout, Route, Selection, use_analysis, use_layout, use_route, use_selection};
use crate::view_model::Model;

/// The view; its children are the controls that filter it.
#[component]
pub(crate) fn Table(children: Children) -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let layout = use_layout();
    let selection = use_selection();
    let words = use_words();
    let none = analysis.model().emptiness().map(|key| view! { <p class="none">{words.get(key)}</p> });
    let row = move |_, rank| view! { <QuantityRow rank shown=layout.shown() /> }.into_any();
    let rows = move || {
        view! {
            <GradualRows
                ranks=route.listed()
                chunk=analysis.rows_a_frame()
                focus=Signal::derive(move || selection.stop_rank())
                row
            />
        }
    };
    view! {
        <div class="other">
            <div class="bar">
                <p class="ask">{words.get(Key::TableAsk)}</p>
                {children()}
            </div>
            <div class="wrap">
                <table
                    class="matrix"
                    aria-label=words.get(Key::ViewTable)
                    style:--texts=move || layout.shown().len().to_string()
                >
                    <thead>{move || view! { <HeadRow shown=layout.shown() /> }}</thead>
                    <tbody on:keydown=move |event| step(analysis, route, layout, selection, &event)>{rows}</tbody>
                    <SingleSourceRows />
                </table>
                {none}
                <NoMatch is_hidden=Signal::derive(move || route.has_match()) on_clear=move |()| layout.clear_filter() />
            </div>
        </div>
    }
}

#[component]
fn HeadRow(shown: Vec<usize>) -> impl IntoView {
    let analysis = use_analysis();
    let words = use_words();
    let model = analysis.model();
    let source = |article: usize| {
        let article = model.article(article);
        let name = view! {
            <span class="hc">
                <SourceBadge id=article.id.clone() face=SourceFace::Solid />
                <span class="nm">{wording::outlet(words, article).to_owned()}</span>
                <small class="num">{wording::dated(words, article)}</small>
            </span>
        };
        view! {
            <SortedHead sort=Sort::Source(article.id.clone()) column=article.id.clone()>
                {name}
            </SortedHead>
        }
    };
    view! {
        <tr>
            <SortedHead sort=Sort::Name>
                <Caption name=Key::TableFigure note=Key::TableOrder />
            </SortedHead>
            {shown.into_iter().map(source).collect_view()}
            <th class="n" scope="col">
                <Caption name=Key::TableLine note=Key::TableLineEach />
            </th>
            <SortedHead sort=Sort::Gap>
                <Caption name=Key::TableRelation note=Key::TableRelationWidest />
            </SortedHead>
        </tr>
    }
}

#[component]
fn Caption(name: Key, note: Key) -> impl IntoView {
    let words = use_words();
    view! {
        <span class="cap">
            {words.get(name)}
            <small>{words.get(note)}</small>
        </span>
    }
}

/// A head that orders the table.
#[component]
fn SortedHead(sort: Sort, #[prop(optional, into)] column: Option<String>, children: Children) -> impl IntoView {
    let route = use_route();
    let (order, wanted) = (if sort == Sort::Name { "ascending" } else { "descending" }, sort.clone());
    view! {
        <th scope="col" data-column=column aria-sort=move || (route.address().sort == sort).then_some(order)>
            <button class="by" on:click=move |_| route.sort(wanted.clone())>
                {children()}
                <Icon glyph=glyphs::DOWN />
            </button>
        </th>
    }
}

#[component]
fn QuantityRow(rank: usize, shown: Vec<usize>) -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let selection = use_selection();
    let words = use_words();
    let model = analysis.model();
    let place = model.place_of((rank, None));
    let label = model.label(rank, words);
    view! {
        <tr data-row=model.quantity(rank).id.clone() data-selected=move || route.is_chosen_rank(rank)>
            <th scope="row">
                <FocusCell
                    class="t"
                    place
                    is_stop=move || selection.is_stop(place)
                    is_current=Signal::derive(move || route.is_chosen_rank(rank))
                    on_focus=move |()| selection.focused.set(place)
                    on_press=move |()| selection.choose(rank)
                >
                    {label}
                </FocusCell>
            </th>
            {shown.into_iter().map(|article| view! { <FigureCell rank article /> }).collect_view()}
            <td class="n">
                <span class="vh">{model.figures_of(words, rank)}</span>
                <NumberLines rank />
            </td>
            <VerdictCell rank />
        </tr>
    }
}

/// What one text gives for a quantity.
#[component]
fn FigureCell(rank: usize, article: usize) -> impl IntoView {
    let analysis = use_analysis();
    let selection = use_selection();
    let words = use_words();
    let model = analysis.model();
    let members = model.quantity(rank).members.iter().copied();
    let figures: Vec<ClaimKey> = members.filter(|key| key.article == article).collect();
    if figures.is_empty() {
        let hint = model.silence(rank, article).hint().map(|key| view! { <small>{words.get(key)}</small> });
        return view! { <td class="sil">{words.get(Key::Silent)} {hint}</td> }.into_any();
    }
    let figure = |key: ClaimKey| {
        let (article, claim) = (model.article(key.article), model.claim(key));
        let place = model.place_of((rank, Some(key)));
        let lines = figure_lines(words, article, claim);
        view! {
            <FocusCell
                class="val"
                place
                figure=claim.id.clone()
                is_stop=move || selection.is_stop(place)
                on_focus=move |()| selection.focused.set(place)
                on_press=move |()| selection.open_passage(rank, key)
            >
                {lines}
            </FocusCell>
        }
    };
    view! { <td class="num">{figures.into_iter().map(figure).collect_view()}</td> }.into_any()
}

/// A figure with who says so and its date.
fn figure_lines(words: Words, article: &Article, claim: &Claim) -> impl IntoView + use<> {
    view! {
        <b lang=lang_of(article)>{wording::figure(&article.text, claim)}</b>
        <span>{wording::who(words, claim)}</span>
        <span>{wording::when(words, article, claim)}</span>
    }
}

/// The figures that no other text gives, below the others; closed at first.
#[component]
fn SingleSourceRows() -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let layout = use_layout();
    let selection = use_selection();
    let rows = move || {
        let (model, shown) = (analysis.model(), layout.shown());
        let listed =
            model.single_source().iter().filter(|key| selection.single_source.get() && shown.contains(&key.article));
        listed.map(|&key| view! { <SingleSourceRow key shown=shown.clone() /> }).collect_view()
    };
    view! {
        <tbody
            class="lone"
            id="lone-rows"
            hidden=move || analysis.model().single_source().is_empty() || !route.address().filter.is_open()
        >
            <tr>
                <th scope="rowgroup">
                    <SingleSourceHead
                        count=analysis.model().single_source().len()
                        is_open=Signal::derive(move || selection.single_source.get())
                        on_press=move |()| selection.toggle_single_source("lone-rows")
                    />
                </th>
                <td colspan=move || (layout.shown().len() + 2).to_string()></td>
            </tr>
            {rows}
        </tbody>
    }
}

#[component]
fn SingleSourceRow(key: ClaimKey, shown: Vec<usize>) -> impl IntoView {
    let analysis = use_analysis();
    let selection = use_selection();
    let words = use_words();
    let model = analysis.model();
    let (article, claim) = (model.article(key.article), model.claim(key));
    let cell = |source: usize| {
        if source != key.article {
            return view! { <td class="sil">{words.get(Key::Silent)}</td> }.into_any();
        }
        view! {
            <td class="num">
                <button class="val" data-figure=claim.id.clone() on:click=move |_| selection.open_figure(key)>
                    {figure_lines(words, article, claim)}
                </button>
            </td>
        }
        .into_any()
    };
    view! {
        <tr data-lone=claim.id.clone()>
            <th class="lone-name" lang=lang_of(article) scope="row">
                {wording::phrase(&article.text, claim)}
            </th>
            {shown.into_iter().map(cell).collect_view()}
            <td class="n">
                <small>{words.get(Key::OnlyHereLine)}</small>
            </td>
            <td class="r">
                <OnlyHereTag />
                <p>{words.get(Key::OnlyHereWhy)}</p>
            </td>
        </tr>
    }
}

/// Letters that fit below a number line.
const ROOM: usize = 22;

/// The figures of a quantity on a number line, a row each.
#[component]
fn NumberLines(rank: usize) -> impl IntoView {
    let model = use_analysis().model();
    let members = &model.quantity(rank).members;
    let claims: Vec<_> = members.iter().map(|&key| model.claim(key)).collect();
    let NumberLine { ticks, shapes } = number_line(&claims, use_words())?;
    let ticks: Arc<[Tick]> = ticks.into();
    let row = |(key, shape): (&ClaimKey, _)| {
        view! {
            <div class="nr">
                <b>{model.article(key.article).id.clone()}</b>
                <NumberLineRow ticks=ticks.clone() shape />
            </div>
        }
    };
    let rows = members.iter().zip(shapes).filter(|(_, shape)| shape.is_some()).map(row).collect_view();
    Some(view! {
        {rows}
        <div class="nr">
            <b></b>
            <NumberLineAxis ticks room=ROOM />
        </div>
    })
}

/// The widest relation with its reason.
#[component]
fn VerdictCell(rank: usize) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let pair = model.widest_pair(rank);
    let reason = pair.map(|pair| pair.why.sentence(words.language()));
    let origin = pair.map(|pair| pair.origin).filter(|&origin| origin != Origin::NotShown);
    view! {
        <td class="r">
            <RelationBadge relation=model.relation(rank) />
            {reason.map(|reason| view! { <p class="num">{reason}</p> })}
            {origin.map(|origin| view! { <OriginTag origin /> })}
        </td>
    }
}

/// The figures of a quantity in the order of the columns.
fn in_order(model: &Model, rank: usize, shown: &[usize]) -> Vec<ClaimKey> {
    let members = &model.quantity(rank).members;
    shown.iter().flat_map(|source| members.iter().filter(move |key| key.article == *source)).copied().collect()
}

/// Goes where an arrow leads.
fn step(analysis: Analysis, route: Route, layout: Layout, selection: Selection, event: &KeyboardEvent) {
    let Some(to) = browser::movement(event) else { return };
    let model: Arc<Model> = analysis.model();
    let (listed, (rank, key)) =
        untrack(|| (route.listed(), model.places().get(selection.focused.get()).copied().unwrap_or_default()));
    let shown = untrack(|| layout.shown());
    let members = |rank: usize| in_order(&model, rank, &shown);
    let rows: Vec<Vec<usize>> =
        listed.iter().map(|&rank| members(rank).iter().map(|key| key.article).collect()).collect();
    let item = key.and_then(|key| members(rank).iter().position(|it| *it == key)).map_or(0, |i| i + 1);
    let row = listed.iter().position(|&it| it == rank).unwrap_or(0);
    let Cell { row, item } = walk(&rows, Cell { row, item }, to);
    let Some(&rank) = listed.get(row) else { return };
    let key = item.checked_sub(1).and_then(|i| members(rank).get(i).copied());
    selection.go_to_place(model.place_of((rank, key)));
}
