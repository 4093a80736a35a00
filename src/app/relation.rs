//! The word for a relation with its glyph; a glyph never stands without its word.

use countercheck::compare::{Family, Origin, Relation};
use countercheck::wording;
use countercheck::words::Words;
use leptos::prelude::*;

use super::icon::{self, Icon, icon};

/// The relation as glyph and word.
pub(crate) fn relation(words: Words, relation: Relation) -> AnyView {
    worded(words, relation, false)
}

/// The relation as a pill.
pub(crate) fn badge(words: Words, relation: Relation) -> AnyView {
    worded(words, relation, true)
}

fn worded(words: Words, relation: Relation, pill: bool) -> AnyView {
    let class = format!("rel {}{}", family_class(relation.family()), if pill { " badge" } else { "" });
    view! {
        <span class=class data-relation=relation.code()>
            {icon(glyph(relation))} {words.get(wording::relation(relation))}
        </span>
    }
    .into_any()
}

/// The glyph alone, raised behind a figure; the name of the figure has the word.
pub(crate) fn raised(relation: Relation) -> AnyView {
    view! { <span class=format!("raised {}", family_class(relation.family()))>{icon(glyph(relation))}</span> }
        .into_any()
}

/// What is known of the counters, as a quiet tag.
pub(crate) fn origin_tag(words: Words, origin: Origin) -> AnyView {
    let glyph = match origin {
        Origin::One => icon::ORIGIN_ONE,
        Origin::Independent => icon::ORIGIN_INDEPENDENT,
        Origin::NotShown => icon::ORIGIN_NOT_SHOWN,
    };
    view! { <span class="tag" data-origin=origin.code()>{icon(glyph)} {words.get(wording::origin(origin))}</span> }
        .into_any()
}

fn glyph(relation: Relation) -> Icon {
    match relation {
        Relation::Same => icon::SAME,
        Relation::Rounded => icon::ROUNDED,
        Relation::Compatible => icon::COMPATIBLE,
        Relation::Later => icon::LATER,
        Relation::Scope => icon::SCOPE,
        Relation::Unexplained => icon::UNEXPLAINED,
        Relation::Conflict => icon::CONFLICT,
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
