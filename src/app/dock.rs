//! The card of the chosen quantity: below the columns, or a sheet on the phone.

use countercheck::chart::{NumberLine, Shape, Tick, number_line};
use countercheck::compare::{ClaimKey, Origin, Pair};
use countercheck::wording;
use countercheck::words::Key;
use leptos::prelude::*;

use super::icon::{self, icon};
use super::line::{axis, line};
use super::relation::{badge, origin_tag, relation};
use super::source::{Face, letter};
use super::state::Desk;

/// The card; nothing where nothing is chosen. Its controls stay in place while it goes from one quantity to the next,
/// so that focus does.
pub(crate) fn dock(desk: Desk) -> AnyView {
    let is_open = Memo::new(move |_| desk.chosen().is_some());
    view! { <Show when=move || is_open.get()>{shell(desk)}</Show> }.into_any()
}

fn shell(desk: Desk) -> AnyView {
    let name = move || desk.chosen().map(|rank| desk.model().quantity(rank).label.clone());
    view! {
        <section class="dock" data-card="" aria-label=name class:is-tall=move || desk.is_tall()>
            {grab(desk)}
            {move || desk.chosen().map(|rank| head(desk, rank))}
            {steps(desk)}
            {move || desk.chosen().map(|rank| body(desk, rank))}
        </section>
    }
    .into_any()
}

fn grab(desk: Desk) -> AnyView {
    let words = desk.words();
    let label = move || words.get(if desk.is_tall() { Key::SheetLower } else { Key::SheetTaller });
    view! { <button class="grab" aria-label=label on:click=move |_| desk.toggle_tall()></button> }.into_any()
}

fn head(desk: Desk, rank: usize) -> AnyView {
    let (model, words) = (desk.model(), desk.words());
    let quantity = model.quantity(rank);
    let tag = origin(&quantity.pairs).map(|origin| origin_tag(words, origin));
    view! {
        <header class="dock-head">
            <h2>{quantity.label.clone()}</h2>
            {badge(words, model.relation(rank))}
            {tag}
        </header>
    }
    .into_any()
}

/// What can be said of all pairs: the least that is known of any.
fn origin(pairs: &[Pair]) -> Option<Origin> {
    let has = |origin| pairs.iter().any(|pair| pair.origin == origin);
    [Origin::NotShown, Origin::One, Origin::Independent].into_iter().find(|&origin| has(origin))
}

fn steps(desk: Desk) -> AnyView {
    let words = desk.words();
    let count = desk.model().len();
    let position = move || {
        let rank = desk.chosen().unwrap_or_default() + 1;
        words.fill(Key::Position, &[&rank.to_string(), &count.to_string()])
    };
    let letters = move || desk.letter_keys();
    view! {
        <nav class="steps" class:has-keys=letters>
            <span class="num position">{position}</span>
            <button class="btn quiet" aria-label=words.get(Key::Previous) on:click=move |_| desk.step(-1)>
                {icon(icon::LEFT)} <span class="w">{words.get(Key::BackShort)}</span> <kbd>"k"</kbd>
            </button>
            <button class="btn quiet" aria-label=words.get(Key::Next) on:click=move |_| desk.step(1)>
                <kbd>"j"</kbd> <span class="w">{words.get(Key::NextShort)}</span> {icon(icon::RIGHT)}
            </button>
            <button class="btn quiet" aria-label=words.get(Key::Close) on:click=move |_| desk.clear()>
                {icon(icon::CLOSE)} <span class="w">{words.get(Key::Close)}</span> <kbd class="esc">"Esc"</kbd>
            </button>
        </nav>
    }
    .into_any()
}

fn body(desk: Desk, rank: usize) -> AnyView {
    let (model, words) = (desk.model(), desk.words());
    let quantity = model.quantity(rank);
    let pairs: Vec<AnyView> = quantity.pairs.iter().map(|it| pair(desk, it)).collect();
    view! {
        <div class="dock-body">
            <div class="lines">{figures(desk, rank)}</div>
            <div class="why">
                <ul aria-label=words.get(Key::Pairs)>{pairs}</ul>
            </div>
        </div>
    }
    .into_any()
}

fn figures(desk: Desk, rank: usize) -> AnyView {
    let (model, words) = (desk.model(), desk.words());
    let quantity = model.quantity(rank);
    let claims: Vec<_> = quantity.members.iter().map(|&key| model.claim(key)).collect();
    let (ticks, shapes) =
        number_line(&claims).map_or((None, Vec::new()), |NumberLine { ticks, shapes }| (Some(ticks), shapes));
    let row = |(i, &key): (usize, &ClaimKey)| {
        let shape = shapes.get(i).copied().flatten();
        figure(desk, key, ticks.as_deref().map(|ticks| (ticks, shape)))
    };
    let rows: Vec<AnyView> = quantity.members.iter().enumerate().map(row).collect();
    view! {
        <ul aria-label=words.get(Key::Quotes) class:has-line=ticks.is_some()>{rows}</ul>
        <div class="foot" class:has-line=ticks.is_some()>
            {silences(desk, rank)}
            {ticks.as_deref().map(axis)}
        </div>
    }
    .into_any()
}

/// One figure: the exact quote, who says so, its date, and what it allows.
fn figure(desk: Desk, key: ClaimKey, drawing: Option<(&[Tick], Option<Shape>)>) -> AnyView {
    let (model, words) = (desk.model(), desk.words());
    let (article, claim) = (model.article(key.article), model.claim(key));
    let excerpt = wording::excerpt(&article.text, claim);
    let lead = move || {
        if desk.layout() == super::layout::Layout::Phone && desk.lead() != key.article {
            Face::Outline
        } else {
            Face::Solid
        }
    };
    let id = article.id.clone();
    view! {
        <li class="row">
            {move || letter(&id, lead())}
            <div class="q">
                <p class="qt" lang=article.language.map(countercheck::language::Language::code)>
                    <span class="around">"“" {excerpt.before}</span>
                    <b>{excerpt.phrase}</b>
                    <span class="around">{excerpt.after} "”"</span>
                </p>
                <p class="qm num">
                    <span>{wording::who(words, claim)}</span> <i>" · "</i> <span>{wording::when(words, article, claim)}</span>
                </p>
            </div>
            {drawing.map(|(ticks, shape)| line(ticks, shape))}
        </li>
    }
    .into_any()
}

fn silences(desk: Desk, rank: usize) -> AnyView {
    let model = desk.model();
    let silent = &model.quantity(rank).silent;
    let letters: Vec<AnyView> = silent.iter().map(|&i| letter(&model.article(i).id, Face::Dashed)).collect();
    let word = (!silent.is_empty()).then(|| desk.words().get(Key::Silent));
    view! { <p class="silences">{letters} {word}</p> }.into_any()
}

fn pair(desk: Desk, pair: &Pair) -> AnyView {
    let (model, words) = (desk.model(), desk.words());
    let face = |key: ClaimKey| letter(&model.article(key.article).id, Face::Outline);
    let ids = format!("{} {}", model.claim(pair.a).id, model.claim(pair.b).id);
    let tag = (pair.origin != Origin::NotShown).then(|| origin_tag(words, pair.origin));
    view! {
        <li class="pair" data-pair=ids>
            <span class="ll">{face(pair.a)} {face(pair.b)}</span>
            <div>
                <p class="word">{relation(words, pair.relation)} {tag}</p>
                <p class="num">{pair.why.clone()}</p>
            </div>
        </li>
    }
    .into_any()
}
