//! The list of figures: every quantity that stands in more than one place, family by family, the widest gap first.

use countercheck::comparing::wording;
use countercheck::comparing::{ClaimKey, Family};
use countercheck::words::Key;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser;
use crate::components::{Icon, NoMatch, RelationBadge, SingleSourceHead, SourceBadge, SourceFace, glyphs, tab_index};
use crate::i18n::{lang_of, use_words};
use crate::stores::{Route, use_analysis, use_layout, use_route, use_selection};
use crate::view_model::{FAMILIES, row_id};

/// The list; its children are the controls that filter it.
#[component]
pub(crate) fn FigureList(children: Children) -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let layout = use_layout();
    let words = use_words();
    let model = analysis.model();
    let walked = RwSignal::new(0);
    let first = Memo::new(move |_| {
        let (listed, walked) = (route.listed(), walked.get());
        if listed.contains(&walked) { walked } else { listed.first().copied().unwrap_or(0) }
    });
    let stop = Stop { walked, first };
    let families = FAMILIES.iter().map(|&family| view! { <FamilyRows family stop /> }).collect_view();
    let none = model.emptiness().map(|key| view! { <p class="none">{words.get(key)}</p> });
    view! {
        <aside
            class="rail"
            class:is-shown=move || layout.drawer_is_open()
            id="figures"
            tabindex="-1"
            aria-label=words.get(Key::Figures)
        >
            <Head>{children()}</Head>
            <div class="rail-list" on:keydown=move |event| walk(route, walked, &event)>
                {families}
                {none}
                <NoMatch is_hidden=Signal::derive(move || route.has_match()) on_clear=move |()| layout.clear_filter() />
                <SingleSource />
            </div>
            <p class="rail-foot">
                <Icon glyph=glyphs::LOCK />
                {words.get(Key::Offline)}
            </p>
        </aside>
    }
}

/// The row walked to last, and the one that the Tab key reaches: the same, where it is listed.
#[derive(Clone, Copy)]
struct Stop {
    walked: RwSignal<usize>,
    first: Memo<usize>,
}

#[component]
fn Head(children: Children) -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let layout = use_layout();
    let words = use_words();
    let model = analysis.model();
    let question = model.collection.question_in(words.language()).map(str::to_owned);
    let count = move || {
        let (all, listed) = (analysis.model().len().to_string(), route.listed().len().to_string());
        if route.address().filter.is_open() {
            words.fill(Key::RailCount, &[&all])
        } else {
            words.fill(Key::RailCountOf, &[&listed, &all])
        }
    };
    view! {
        <div class="rail-head">
            <h2>{words.get(Key::Figures)} " " <small>{count}</small></h2>
            {question.map(|question| view! { <p class="ask">{question}</p> })}
            <button class="btn quiet close" aria-label=words.get(Key::Close) on:click=move |_| layout.toggle_drawer()>
                <Icon glyph=glyphs::CLOSE />
            </button>
            {children()}
        </div>
    }
}

/// Goes where an arrow leads.
fn walk(route: Route, walked: RwSignal<usize>, event: &KeyboardEvent) {
    let listed = untrack(|| route.listed());
    let place = listed.iter().position(|&rank| rank == walked.get_untracked()).unwrap_or(0);
    if let Some(to) = browser::arrow(event, place, listed.len()) {
        walked.set(listed[to]);
        browser::focus(&format!("#{}", row_id(listed[to])));
    }
}

/// The heading of a family and its quantities.
#[component]
fn FamilyRows(family: Family, stop: Stop) -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let ranks = analysis.model().family(family);
    let listed = Memo::new(move |_| {
        let model = analysis.model();
        route.listed().iter().filter(|&&rank| model.relation(rank).family() == family).count()
    });
    let heading = (!ranks.is_empty()).then(|| {
        view! {
            <h3 class="grp" hidden=move || listed.get() == 0>
                {use_words().get(wording::family(family))}
                " "
                <small class="num">{move || listed.get()}</small>
            </h3>
        }
    });
    view! {
        {heading}
        {ranks.into_iter().map(|rank| view! { <QuantityRow rank stop /> }).collect_view()}
    }
}

#[component]
fn QuantityRow(rank: usize, stop: Stop) -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let selection = use_selection();
    let words = use_words();
    let model = analysis.model();
    let quantity = model.quantity(rank);
    view! {
        <button
            class="fig"
            id=row_id(rank)
            data-alignment=quantity.id.clone()
            data-selected=move || route.is_chosen_rank(rank)
            aria-current=move || route.is_chosen_rank(rank).then_some("true")
            hidden=move || !route.is_listed(rank)
            tabindex=move || tab_index(stop.first.get() == rank)
            on:focus=move |_| stop.walked.set(rank)
            on:click=move |_| selection.choose(rank)
        >
            <span class="t">{model.label(rank, words)}</span>
            <span class="v num">
                <Values members=quantity.members.clone() />
            </span>
            <RelationBadge relation=model.relation(rank) />
        </button>
    }
}

/// Figures that a row has room for.
const ROOM: usize = 8;

/// The first figures, and how many there are besides.
#[component]
fn Values(members: Vec<ClaimKey>) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let shown = if members.len() > ROOM + 1 { ROOM } else { members.len() };
    let rest = members.len() - shown;
    let value = |&key: &ClaimKey| {
        let article = model.article(key.article);
        view! {
            <span>
                <SourceBadge id=article.id.clone() face=SourceFace::Outline />
                " "
                <span lang=lang_of(article)>{wording::figure(&article.text, model.claim(key))}</span>
            </span>
        }
    };
    view! {
        {members[..shown].iter().map(value).collect_view()}
        {(rest > 0).then(|| view! { <span>{words.fill(Key::More, &[&rest.to_string()])}</span> })}
    }
}

/// The figures that no other text gives, as a group that is closed at first.
#[component]
fn SingleSource() -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let selection = use_selection();
    let count = analysis.model().single_source().len();
    let rows = move || {
        let keys = || analysis.model().single_source().to_vec();
        selection
            .single_source
            .get()
            .then(|| keys().into_iter().map(|key| view! { <SingleSourceRow key /> }).collect_view())
    };
    view! {
        <div class="lone" id="lone" hidden=move || count == 0 || !route.address().filter.is_open()>
            <SingleSourceHead
                count
                is_open=Signal::derive(move || selection.single_source.get())
                on_press=move |()| selection.toggle_single_source("lone")
            />
            {rows}
        </div>
    }
}

#[component]
fn SingleSourceRow(key: ClaimKey) -> impl IntoView {
    let analysis = use_analysis();
    let selection = use_selection();
    let model = analysis.model();
    let (article, claim) = (model.article(key.article), model.claim(key));
    view! {
        <button class="fig" data-lone=claim.id.clone() on:click=move |_| selection.open_figure(key)>
            <SourceBadge id=article.id.clone() face=SourceFace::Outline />
            " "
            <span lang=lang_of(article)>{wording::phrase(&article.text, claim)}</span>
        </button>
    }
}
