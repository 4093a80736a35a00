//! The teacher key: the filled table, every pair with its reason, sums, and what a class takes home.

use std::sync::Arc;

use countercheck::comparing::wording;
use countercheck::comparing::{Check, ClaimKey, Origin, Pair};
use countercheck::teaching::lesson::closing;
use countercheck::words::Key;
use leptos::prelude::*;

use super::sheet::{Part, Sheet, SheetTable};
use crate::components::{CheckLine, OriginTag, RelationBadge, SourceBadge, SourceFace};
use crate::view_model::{allowances, widest_first};

/// How many pairs of a quantity the key holds: more than a lesson can talk about.
const PAIRS: usize = 10;

#[component]
pub(super) fn TeacherKey(sheet: Arc<Sheet>) -> impl IntoView {
    let note = sheet.model.collection.content_note_in(sheet.words.language()).map(str::to_owned);
    let pairs = sheet.ranks.iter().map(|&rank| view! { <Pairs sheet=sheet.clone() rank /> }).collect_view();
    let checks = sheet.model.corrected.comparison.checks.iter().filter(|check| sheet.has_texts_of(check));
    let checks =
        checks.map(|check| view! { <CheckItem sheet=sheet.clone() check=check.clone() /> }.into_any()).collect();
    let single = sheet.model.single_source().iter().filter(|key| sheet.prints(**key));
    let single = single.map(|&key| view! { <SingleSourceItem sheet=sheet.clone() key /> }.into_any()).collect();
    let table = view! { <SheetTable sheet=sheet.clone() is_empty=false /> };
    view! {
        <Part heading=Key::Quotes how=Key::KeyNote>
            {note.map(|note| view! { <p class="how note">{note}</p> })}
            {table}
        </Part>
        <Part heading=Key::Pairs>{pairs}</Part>
        <ItemsPart heading=Key::Sums items=checks />
        <ItemsPart heading=Key::OnlyHere how=Key::OnlyHereWhy items=single />
        <Part class="whole" heading=Key::EndAllowed>
            <Closing sheet />
        </Part>
    }
}

/// A part with its items; without any, nothing of it is printed.
#[component]
fn ItemsPart(heading: Key, #[prop(optional)] how: Option<Key>, items: Vec<AnyView>) -> impl IntoView {
    if items.is_empty() {
        return view! { <section></section> }.into_any();
    }
    match how {
        Some(how) => view! { <Part heading how>{items}</Part> }.into_any(),
        None => view! { <Part heading>{items}</Part> }.into_any(),
    }
}

impl Sheet {
    fn has_texts_of(&self, check: &Check) -> bool {
        let has = |key: &ClaimKey| self.handout.excerpts.iter().any(|excerpt| excerpt.article == key.article);
        check.claims.iter().all(has)
    }

    /// Whether the student sheet has a figure in its excerpts.
    fn prints(&self, key: ClaimKey) -> bool {
        let phrase = self.model.claim(key).phrase;
        self.handout.excerpts.iter().any(|excerpt| excerpt.article == key.article && excerpt.prints(phrase))
    }

    /// A pair whose figures are both on the sheet.
    fn pair_item(&self, pair: &Pair) -> Option<AnyView> {
        let names = [self.address(pair.a)?, self.address(pair.b)?].join(" – ");
        let origin = (pair.origin != Origin::NotShown).then_some(pair.origin);
        let item = view! {
            <div class="item">
                <b>{names}</b>
                <span>
                    <RelationBadge relation=pair.relation />
                    {origin.map(|origin| view! { <OriginTag origin /> })}
                </span>
                <p>{pair.why.sentence(self.words.language())}</p>
            </div>
        };
        Some(item.into_any())
    }
}

/// The pairs of a quantity with their relations and reasons, the furthest apart first.
#[component]
fn Pairs(sheet: Arc<Sheet>, rank: usize) -> impl IntoView {
    let pairs = &sheet.model.quantity(rank).pairs;
    let mut items: Vec<AnyView> = widest_first(pairs).into_iter().filter_map(|i| sheet.pair_item(&pairs[i])).collect();
    let more = items.len().saturating_sub(PAIRS);
    items.truncate(PAIRS);
    view! {
        <div class="pairs">
            <h3>{sheet.model.label(rank, sheet.words)}</h3>
            {items}
            {(more > 0).then(|| view! { <p>{sheet.words.fill(Key::More, &[&more.to_string()])}</p> })}
        </div>
    }
}

#[component]
fn CheckItem(sheet: Arc<Sheet>, check: Check) -> impl IntoView {
    let mut texts: Vec<usize> = check.claims.iter().map(|key| key.article).collect();
    texts.sort_unstable();
    texts.dedup();
    let letter = |article: usize| {
        view! { <SourceBadge id=sheet.model.article(article).id.clone() face=SourceFace::Outline /> }
    };
    view! {
        <div class="item">
            <span>{texts.into_iter().map(letter).collect_view()}</span>
            <CheckLine check />
        </div>
    }
}

#[component]
fn SingleSourceItem(sheet: Arc<Sheet>, key: ClaimKey) -> impl IntoView {
    let article = sheet.model.article(key.article);
    view! {
        <div class="item">
            <SourceBadge id=article.id.clone() face=SourceFace::Outline />
            <p>{wording::triple(sheet.words, article, sheet.model.claim(key))}</p>
        </div>
    }
}

/// What all texts allow to say of the quantities on the sheet, and what a class takes home.
#[component]
fn Closing(sheet: Arc<Sheet>) -> impl IntoView {
    let (allowing, without) = allowances(sheet.words, &sheet.model, &sheet.ranks);
    let closing = closing(&sheet.model.corrected.comparison);
    let groups =
        [(Key::EndAgree, closing.agree), (Key::ReasonGiven, closing.explained), (Key::EndDiffer, closing.differ)];
    let group = |(head, ids): (Key, Vec<&str>)| {
        let of_sheet = sheet.ranks.iter().filter(|&&rank| ids.contains(&sheet.model.quantity(rank).id.as_str()));
        let names: Vec<String> = of_sheet.map(|&rank| sheet.model.label(rank, sheet.words)).collect();
        (!names.is_empty()).then(|| view! { <HeadedLine head=sheet.word(head) text=names.join("; ") /> })
    };
    let without =
        (!without.is_empty()).then(|| view! { <p>{sheet.words.fill(Key::EndNone, &[&without.join("; ")])}</p> });
    view! {
        {allowing.into_iter().map(|(head, text)| view! { <HeadedLine head text /> }).collect_view()}
        {without}
        {groups.into_iter().map(group).collect_view()}
    }
}

/// "The texts differ: deaths; arrests".
#[component]
fn HeadedLine(#[prop(into)] head: String, text: String) -> impl IntoView {
    view! { <p><b>{head}</b>": "{text}</p> }
}
