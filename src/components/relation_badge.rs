//! The word for a relation with its glyph; a glyph never stands without its word.

use countercheck::comparing::wording;
use countercheck::comparing::{Family, Origin, Relation};
use countercheck::teaching::pupil::Verdict;
use countercheck::words::Key;
use leptos::prelude::*;

use super::{Glyph, Icon, glyphs};
use crate::i18n::use_words;

/// A relation as glyph and word, or as a pill.
#[component]
pub(crate) fn RelationBadge(relation: Relation, #[prop(optional)] is_pill: bool) -> impl IntoView {
    let shape = if is_pill { "rel badge" } else { "rel" };
    view! {
        <span class=format!("{shape} {}", family_class(relation.family())) data-relation=relation.code()>
            <Icon glyph=glyph_of(relation) />
            {use_words().get(wording::relation(relation))}
        </span>
    }
}

/// The word for a figure that no other text gives, as a quiet tag.
#[component]
pub(crate) fn OnlyHereTag() -> impl IntoView {
    view! {
        <span class="tag">
            <Icon glyph=glyphs::ONLY />
            {use_words().get(Key::OnlyHere)}
        </span>
    }
}

/// The glyph alone, raised behind a figure; the name of the figure has the word.
#[component]
pub(crate) fn RaisedGlyph(relation: Relation) -> impl IntoView {
    view! {
        <span class=format!("raised {}", family_class(relation.family()))>
            <Icon glyph=glyph_of(relation) />
        </span>
    }
}

/// What is known of the counters, as a quiet tag.
#[component]
pub(crate) fn OriginTag(origin: Origin) -> impl IntoView {
    let glyph = match origin {
        Origin::One => glyphs::ORIGIN_ONE,
        Origin::Independent => glyphs::ORIGIN_INDEPENDENT,
        Origin::NotShown => glyphs::ORIGIN_NOT_SHOWN,
    };
    view! {
        <span class="tag">
            <Icon glyph />
            {use_words().get(wording::origin(origin))}
        </span>
    }
}

/// The word of a pupil with its glyph.
#[component]
pub(crate) fn VerdictFace(verdict: Verdict) -> impl IntoView {
    let glyph = match verdict {
        Verdict::Relation(relation) => Some(glyph_of(relation)),
        Verdict::CannotTell => None,
    };
    view! {
        <span class="verdict-face">
            {glyph.map(|glyph| view! { <Icon glyph /> })} {use_words().get(verdict_name(verdict))}
        </span>
    }
}

/// What a verdict is called.
pub(crate) fn verdict_name(verdict: Verdict) -> Key {
    match verdict {
        Verdict::Relation(relation) => wording::relation(relation),
        Verdict::CannotTell => Key::PupilCannotTell,
    }
}

/// The glyph of a relation.
pub(crate) fn glyph_of(relation: Relation) -> Glyph {
    match relation {
        Relation::Same => glyphs::SAME,
        Relation::Rounded => glyphs::ROUNDED,
        Relation::Compatible => glyphs::COMPATIBLE,
        Relation::Later => glyphs::LATER,
        Relation::Scope => glyphs::SCOPE,
        Relation::Unexplained => glyphs::UNEXPLAINED,
        Relation::Conflict => glyphs::CONFLICT,
    }
}

fn family_class(family: Family) -> &'static str {
    match family {
        Family::CanBothHold => "meet",
        Family::ReasonGiven => "reason",
        Family::NoReasonGiven => "open",
        Family::CannotBothHold => "clash",
    }
}
