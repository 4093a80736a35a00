//! The panel of the chosen quantity: below the columns, or a sheet on the phone.

use std::sync::Arc;

use countercheck::comparing::wording;
use countercheck::comparing::{ClaimKey, Confusable, Origin, Pair};
use countercheck::desk::Stand;
use countercheck::output::chart::{NumberLine, Tick, number_line};
use countercheck::words::Key;
use leptos::prelude::*;

use crate::components::{
    CheckLine, CloseButton, Icon, Keycap, NumberLineAxis, NumberLineRow, OriginTag, RelationBadge, ShowMore,
    SourceBadge, SourceFace, glyphs,
};
use crate::i18n::{lang_of, use_words};
use crate::stores::{CorrectionTarget, use_analysis, use_layout, use_route, use_selection, use_settings};
use crate::view_model::{phrase_class, widest_first};

/// The panel; nothing where nothing is chosen. Its controls stay in place while it goes from one quantity to the next,
/// so that focus does.
#[component]
pub(crate) fn DetailPanel() -> impl IntoView {
    let route = use_route();
    view! {
        <Show when=move || route.chosen().is_some()>
            <Panel />
        </Show>
    }
}

#[component]
fn Panel() -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let layout = use_layout();
    let words = use_words();
    let grab_label = move || words.get(if layout.is_tall() { Key::SheetLower } else { Key::SheetTaller });
    view! {
        <section
            class="dock"
            class:is-tall=move || layout.is_tall()
            id="card"
            tabindex="-1"
            data-card=""
            aria-label=move || route.chosen().map(|rank| analysis.model().label(rank, words))
        >
            <button class="grab" aria-label=grab_label on:click=move |_| layout.toggle_tall()></button>
            {move || route.chosen().map(|rank| view! { <Head rank /> })}
            <Steps />
            {move || route.chosen().map(|rank| view! { <Body rank /> })}
        </section>
    }
}

#[component]
fn Head(rank: usize) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let label = model.label(rank, words);
    let origin = common_origin(&model.quantity(rank).pairs);
    view! {
        <header class="dock-head">
            <h2>{label.clone()}</h2>
            <CorrectButton target=CorrectionTarget::Quantity(rank) place="quantity" name=label />
            <RelationBadge relation=model.relation(rank) is_pill=true />
            {origin.map(|origin| view! { <OriginTag origin /> })}
        </header>
    }
}

/// What can be said of all pairs; nothing where they differ, for each pair says it then.
fn common_origin(pairs: &[Pair]) -> Option<Origin> {
    let first = pairs.first()?.origin;
    pairs.iter().all(|pair| pair.origin == first).then_some(first)
}

/// The way to the quantities before and after, and out.
#[component]
fn Steps() -> impl IntoView {
    let settings = use_settings();
    let analysis = use_analysis();
    let route = use_route();
    let selection = use_selection();
    let words = use_words();
    let count = analysis.model().len().to_string();
    let position = move || {
        let place = route.chosen().map_or(0, |rank| rank + 1).to_string();
        words.fill(Key::Position, &[&place, &count])
    };
    view! {
        <div class="steps" class:has-keys=move || settings.letter_keys()>
            <span class="num position">{position}</span>
            <button class="btn quiet" aria-label=words.get(Key::Previous) on:click=move |_| selection.step(-1)>
                <Icon glyph=glyphs::LEFT />
                <span class="w">{words.get(Key::BackShort)}</span>
                <Keycap key="k" />
            </button>
            <button class="btn quiet" aria-label=words.get(Key::Next) on:click=move |_| selection.step(1)>
                <Keycap key="j" />
                <span class="w">{words.get(Key::NextShort)}</span>
                <Icon glyph=glyphs::RIGHT />
            </button>
            <CloseButton on_press=move |()| selection.clear()>
                <span class="w">{words.get(Key::Close)}</span>
                <span>
                    <Keycap key="Esc" />
                </span>
            </CloseButton>
        </div>
    }
}

/// What takes focus when a list in the panel has grown.
const BODY: &str = ".dock-body";

#[component]
fn Body(rank: usize) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let order = widest_first(&model.quantity(rank).pairs);
    let count = order.len();
    let pairs = {
        let model = model.clone();
        move |i: usize| view! { <PairItem pair=model.quantity(rank).pairs[order[i]].clone() /> }.into_any()
    };
    view! {
        <div class="dock-body" tabindex="0" role="group" aria-label=model.label(rank, words)>
            <Figures rank />
            <div class="why">
                <ShowMore label=Key::Pairs next=BODY count item=pairs />
                {model.confusables(rank).map(|it| view! { <ConfusableNote it=it.clone() /> }).collect_view()}
                {model.checks(rank).map(|check| view! { <CheckLine check=check.clone() /> }).collect_view()}
            </div>
        </div>
    }
}

/// Letters that fit below a number line.
const ROOM: usize = 30;

/// The figures with their quotes, on a number line.
#[component]
fn Figures(rank: usize) -> impl IntoView {
    let model = use_analysis().model();
    let members = model.quantity(rank).members.clone();
    let claims: Vec<_> = members.iter().map(|&key| model.claim(key)).collect();
    let line = number_line(&claims, use_words());
    let line = line.map(|NumberLine { ticks, shapes }| (Arc::<[Tick]>::from(ticks), shapes));
    let axis = line.as_ref().map(|(ticks, _)| view! { <NumberLineAxis ticks=ticks.clone() room=ROOM /> });
    let class = if line.is_some() { "lines has-line" } else { "lines" };
    let count = members.len();
    let row = move |i: usize| {
        let line = line.as_ref().map(|(ticks, shapes)| (ticks.clone(), shapes[i]));
        let drawing = line.map(|(ticks, shape)| view! { <NumberLineRow ticks shape /> });
        view! { <FigureItem key=members[i]>{drawing}</FigureItem> }.into_any()
    };
    view! {
        <div class=class>
            <ShowMore label=Key::Quotes next=BODY count item=row />
            <div class="foot">
                <Silences rank />
                {axis}
            </div>
        </div>
    }
}

/// One figure: the exact quote, who says so, and its date.
#[component]
fn FigureItem(key: ClaimKey, children: Children) -> impl IntoView {
    let analysis = use_analysis();
    let layout = use_layout();
    let words = use_words();
    let model = analysis.model();
    let (article, claim) = (model.article(key.article), model.claim(key));
    let excerpt = wording::excerpt(&article.text, claim);
    let own = model.corrected.provenance(key).entries.first();
    let id = article.id.clone();
    // The letter is solid while its text is on screen.
    let badge = move || {
        let face = if layout.stand(key.article) == Stand::Open { SourceFace::Solid } else { SourceFace::Outline };
        view! { <SourceBadge id=id.clone() face /> }
    };
    view! {
        <li class="row" data-figure=claim.id.clone()>
            {badge}
            <div class="q">
                <p class="qt" lang=lang_of(article)>
                    <span class="around">"“" {excerpt.before}</span>
                    <b class=phrase_class(claim.phrase.of(&article.text))>{excerpt.phrase}</b>
                    <span class="around">{excerpt.after} "”"</span>
                </p>
                <p class="qm num">
                    <span>{wording::who(words, claim)}</span>
                    <i>{" · "}</i>
                    <span>{wording::when(words, article, claim)}</span>
                    {own.map(|_| view! { <span class="tag">{words.get(Key::ByYou)}</span> })}
                    <CorrectButton
                        target=CorrectionTarget::Figure(key)
                        place=["figure-", &claim.id].concat()
                        name=model.named(words, key)
                    />
                </p>
            </div>
            {children()}
        </li>
    }
}

/// The texts that give no figure.
#[component]
fn Silences(rank: usize) -> impl IntoView {
    let model = use_analysis().model();
    let silent = &model.quantity(rank).silent;
    let badge = |&article: &usize| {
        view! { <SourceBadge id=model.article(article).id.clone() face=SourceFace::Dashed /> }
    };
    let word = if silent.is_empty() { "" } else { use_words().get(Key::Silent) };
    view! { <p class="silences">{silent.iter().map(badge).collect_view()} {word}</p> }
}

/// A figure that a hasty reader would take for one of these.
#[component]
fn ConfusableNote(it: Confusable) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    view! {
        <div class="pair warn" data-confusable=format!("{} {}", model.claim(it.a).id, model.claim(it.b).id)>
            <Letters pair=(it.a, it.b) />
            <div>
                <p class="word">
                    <span class="tag">
                        <Icon glyph=glyphs::WARNING />
                        {words.get(Key::SameDigits)}
                    </span>
                </p>
                <p class="num">{it.why.sentence(words.language())}</p>
            </div>
        </div>
    }
}

#[component]
fn PairItem(pair: Pair) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let origin = (pair.origin != Origin::NotShown).then_some(pair.origin);
    let is_own = model.corrected.relation_entry(pair.a, pair.b).is_some();
    let ids = [pair.a, pair.b].map(|key| model.claim(key).id.as_str());
    view! {
        <li class="pair" data-pair=ids.join(" ")>
            <Letters pair=(pair.a, pair.b) />
            <div>
                <p class="word">
                    <RelationBadge relation=pair.relation />
                    {origin.map(|origin| view! { <OriginTag origin /> })}
                    {is_own.then(|| view! { <span class="tag">{words.get(Key::ByYou)}</span> })}
                    <CorrectButton
                        target=CorrectionTarget::Pair(pair.a, pair.b)
                        place=["pair-", ids[0], "-", ids[1]].concat()
                        name=[model.named(words, pair.a), model.named(words, pair.b)].join(" / ")
                    />
                </p>
                <p class="num">{pair.why.sentence(words.language())}</p>
            </div>
        </li>
    }
}

/// The letters of the two texts of a pair.
#[component]
fn Letters(pair: (ClaimKey, ClaimKey)) -> impl IntoView {
    let model = use_analysis().model();
    let badge = |key: ClaimKey| {
        view! { <SourceBadge id=model.article(key.article).id.clone() face=SourceFace::Outline /> }
    };
    view! { <span class="ll">{badge(pair.0)} {badge(pair.1)}</span> }
}

/// Opens the ways to correct something.
#[component]
fn CorrectButton(
    target: CorrectionTarget,
    /// What focus finds the button by when the page is rendered anew.
    #[prop(into)]
    place: String,
    #[prop(into)] name: String,
) -> impl IntoView {
    let selection = use_selection();
    let label = [use_words().get(Key::Disagree), ": ", &name].concat();
    view! {
        <button
            class="btn quiet pencil"
            data-act=place
            aria-label=label
            aria-haspopup="dialog"
            on:click=move |_| selection.disagree(target.clone())
        >
            <Icon glyph=glyphs::PENCIL />
        </button>
    }
}
