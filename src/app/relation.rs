//! The word for a relation with its glyph; a glyph never stands without its word.

use countercheck::comparing::wording;
use countercheck::comparing::{Family, Origin, Relation};
use countercheck::words::{Key, Words};

use super::dom::{El, el};
use super::icon::{self, Icon, icon};

/// The relation as glyph and word.
pub(crate) fn relation(words: Words, relation: Relation) -> El {
    worded(words, relation, "rel")
}

/// The relation as a pill.
pub(crate) fn badge(words: Words, relation: Relation) -> El {
    worded(words, relation, "rel badge")
}

fn worded(words: Words, relation: Relation, class: &str) -> El {
    el("span", &format!("{class} {}", family_class(relation.family())))
        .attr("data-relation", relation.code())
        .child(icon(glyph(relation)))
        .text(words.get(wording::relation(relation)))
}

/// The word for a figure that no other text gives, as a quiet tag.
pub(crate) fn only_here(words: Words) -> El {
    el("span", "tag").child(icon(icon::ONLY)).text(words.get(Key::OnlyHere))
}

/// The glyph alone, raised behind a figure; the name of the figure has the word.
pub(crate) fn raised(relation: Relation) -> El {
    el("span", &format!("raised {}", family_class(relation.family()))).child(icon(glyph(relation)))
}

/// What is known of the counters, as a quiet tag.
pub(crate) fn origin_tag(words: Words, origin: Origin) -> El {
    let glyph = match origin {
        Origin::One => icon::ORIGIN_ONE,
        Origin::Independent => icon::ORIGIN_INDEPENDENT,
        Origin::NotShown => icon::ORIGIN_NOT_SHOWN,
    };
    el("span", "tag").child(icon(glyph)).text(words.get(wording::origin(origin)))
}

/// The glyph of a relation.
pub(crate) fn glyph(relation: Relation) -> Icon {
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
