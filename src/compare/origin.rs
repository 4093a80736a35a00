//! Origins: whether two figures rest on one counter.

use super::Origin;
use super::judge::Side;
use crate::text::{Stem, fold};

/// Compares the innermost counters: one where their names meet, independent where both are named and do not.
pub(super) fn between(a: Side, b: Side) -> Origin {
    let counter = |side: Side| side.claim.attribution.as_ref().map(|by| name_stems(&by.text));
    match (counter(a), counter(b)) {
        (Some(x), Some(y)) => compare(&x, &y),
        _ => Origin::NotShown,
    }
}

fn compare(x: &[Stem], y: &[Stem]) -> Origin {
    let common = x.iter().filter(|word| y.contains(word)).count();
    if common > 0 && common * 2 >= x.len().min(y.len()) {
        Origin::One
    } else if is_named(x) && is_named(y) {
        Origin::Independent
    } else {
        Origin::NotShown
    }
}

fn is_named(words: &[Stem]) -> bool {
    !words.is_empty()
}

/// Stems of the words that name somebody; "the", "of", titles and roles tell nobody apart.
fn name_stems(name: &str) -> Vec<Stem> {
    const ROLES: [&str; 16] = [
        "the",
        "of",
        "and",
        "for",
        "mr",
        "mrs",
        "ms",
        "dr",
        "spokesman",
        "spokeswoman",
        "official",
        "officials",
        "sources",
        "figures",
        "authorities",
        "a",
    ];
    let words = name.split(|c: char| !c.is_alphabetic() && !c.is_ascii_digit()).filter(|word| word.chars().count() > 1);
    words.filter(|word| !ROLES.contains(&fold::lowered(word).as_str())).map(Stem::of).collect()
}
