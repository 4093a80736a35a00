//! What the program found of a quantity, and what the class made of it.

use countercheck::comparing::wording;
use countercheck::teaching::pupil::{Found, Overview, Tally};
use countercheck::words::Key;
use leptos::prelude::*;

use crate::components::{RelationBadge, SourceBadge, SourceFace, verdict_name};
use crate::i18n::{lang_of, use_words};
use crate::stores::use_analysis;

/// Figures with how many found them, and pairs with the words that were chosen.
pub(super) fn answer_key(overview: &Overview) -> AnyView {
    let words = use_words();
    if overview.row.is_none() {
        return view! { <p class="none">{words.get(Key::HandedNoRow)}</p> }.into_any();
    }
    view! {
        <div class="key">
            <ul class="of-figures">
                {overview.figures.iter().map(|&found| view! { <FigureItem found /> }).collect_view()}
            </ul>
            <ul class="of-pairs">
                {overview.pairs.iter().map(pair_item).collect_view()}
            </ul>
            <p class="note">{words.get(Key::HandedBeside)}</p>
        </div>
    }
    .into_any()
}

#[component]
fn FigureItem(found: Found) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let Found { figure, by, of } = found;
    let (article, claim) = (model.article(figure.article), model.claim(figure));
    let said = [wording::who(words, claim), wording::when(words, article, claim)].join(", ");
    let share = (by * 100).checked_div(of).unwrap_or_default();
    let [by, of] = [by, of].map(|count| count.to_string());
    view! {
        <li data-figure=claim.id.clone()>
            <SourceBadge id=article.id.clone() face=SourceFace::Solid />
            <b lang=lang_of(article)>{wording::phrase(&article.text, claim)}</b>
            <small>{said}</small>
            <small class="num">{words.fill(Key::HandedFound, &[&by, &of])}</small>
            <i style:width=format!("{share}%")></i>
        </li>
    }
}

fn pair_item(tally: &Tally) -> AnyView {
    let words = use_words();
    let model = use_analysis().model();
    let Tally { pair, words: chosen } = tally;
    let said = model.said(pair);
    let set = model.corrected.relation_entry(pair.a, pair.b).map(|_| {
        view! {
            <p>
                <small>{words.get(Key::ClassWord)}</small>
                <RelationBadge relation=pair.relation is_pill=true />
            </p>
        }
    });
    let word =
        |&(verdict, count): &(_, usize)| view! { <li>{words.get(verdict_name(verdict))} " " <b>{count}</b></li> };
    let tally = match chosen.as_slice() {
        [] => view! { <small>{words.get(Key::HandedUnchosen)}</small> }.into_any(),
        chosen => view! {
            <ul class="tally num">
                <li>{words.get(Key::HandedChosen)}</li>
                {chosen.iter().map(word).collect_view()}
            </ul>
        }
        .into_any(),
    };
    view! {
        <li>
            <b class="num">{[&model.named(words, pair.a), " – ", &model.named(words, pair.b)].concat()}</b>
            <RelationBadge relation=said.relation is_pill=true />
            <p>{said.why.sentence(words.language())}</p>
            {set}
            {tally}
        </li>
    }
    .into_any()
}
