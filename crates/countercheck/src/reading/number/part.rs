//! Parts of one: "1/2", "2½", "thirds", "twenty-fifths", "and a half".

use super::cardinal::{Cardinal, cardinal_at, is_hyphen};
use crate::reading::document::Document;
use crate::reading::lexicon::{Classes, NumberWord};
use crate::reading::text::TokenKind;

/// "1/2" as a number by itself: the denominator is that of a common fraction, or "of" follows: "1/40 of the length".
pub(super) fn slashed(document: &Document, at: usize) -> Option<Cardinal> {
    let joined = document.is_mark(at + 1, '/') && document.is_glued(at + 1) && document.is_glued(at + 2);
    if !joined || document.is_mark(at + 3, '/') {
        return None;
    }
    let above: u32 = document.str(at).parse().ok()?;
    let below: u32 = document.str(at + 2).parse().ok()?;
    let common = matches!(below, 2..=6 | 8 | 10 | 16) && above < below;
    let of = above == 1 && below > 1 && document.is(at + 3, Classes::OF);
    (common || of).then(|| Cardinal::spelt(f64::from(above) / f64::from(below), at + 3))
}

/// "10 1/2", "2½".
pub(super) fn fraction_behind(document: &Document, at: usize) -> Option<(f64, usize)> {
    let fraction = match document.kind(at)? {
        TokenKind::Number => slashed(document, at)?,
        TokenKind::Mark => vulgar_fraction(document, at)?,
        TokenKind::Word => return None,
    };
    Some((fraction.value, fraction.end))
}

pub(super) fn vulgar_fraction(document: &Document, at: usize) -> Option<Cardinal> {
    let value = match document.mark(at)? {
        '½' => 0.5,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅕' => 0.2,
        '⅖' => 0.4,
        '⅗' => 0.6,
        '⅘' => 0.8,
        '⅙' => 1.0 / 6.0,
        '⅚' => 5.0 / 6.0,
        '⅛' => 0.125,
        '⅜' => 0.375,
        '⅝' => 0.625,
        '⅞' => 0.875,
        _ => return None,
    };
    Some(Cardinal::spelt(value, at + 1))
}

/// What a part is divided by: 3 for "thirds".
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Denominator {
    /// How many parts make one.
    pub(super) parts: f64,
    /// "thirds"; a singular may also be a rank.
    pub(super) plural: bool,
    /// One past its last token.
    pub(super) end: usize,
}

/// The denominator at a token: "thirds", "fifth", "twenty-fifths", "one hundred and fifth".
pub(super) fn denominator_at(document: &Document, at: usize) -> Option<Denominator> {
    let entry = document.entry(at);
    match (entry.number, entry.ordinal) {
        (Some(NumberWord::Parts(parts)), _) => Some(Denominator { parts, plural: true, end: at + 1 }),
        (None, Some(rank)) if rank >= 3.0 => Some(Denominator { parts: rank, plural: false, end: at + 1 }),
        (Some(NumberWord::Unit(_)), _) => compound(document, at),
        _ => None,
    }
}

/// A number in words that ends in a rank below ten.
fn compound(document: &Document, at: usize) -> Option<Denominator> {
    let tens = cardinal_at(document, at).filter(|tens| tens.value >= 20.0)?;
    let joined = is_hyphen(document, tens.end) || document.is(tens.end, Classes::AND);
    let at = tens.end + usize::from(joined);
    let (last, plural) = match (document.entry(at).number, document.entry(at).ordinal) {
        (Some(NumberWord::Parts(parts)), _) => (parts, true),
        (_, rank) => (rank?, false),
    };
    let open = last < 10.0 && (tens.value as u64).is_multiple_of(10);
    open.then_some(Denominator { parts: tens.value + last, plural, end: at + 1 })
}

/// "two and a half", "one hundred and two thirds"; behind a scale word the part is one of the scale: "3 million and a
/// half", "one billion and a half million". The part is smaller than one, and of nothing else ("a third of them").
pub(super) fn and_a_part(document: &Document, whole: Cardinal) -> Option<Cardinal> {
    let and = whole.end + usize::from(document.is_joint(whole.end));
    if !document.is(and, Classes::AND) || whole.value <= 0.0 {
        return None;
    }
    let at = and + 1 + usize::from(document.is_joint(and + 1));
    let (count, behind) = if document.is(at, Classes::BARE_HALF) {
        (1.0, at)
    } else if document.is(at, Classes::ARTICLE) {
        (1.0, at + 1 + usize::from(document.is_joint(at + 1)))
    } else {
        document.entry(at).number.filter(|word| matches!(word, NumberWord::Unit(_)))?;
        let count = cardinal_at(document, at)?;
        (count.value, count.end)
    };
    let below = denominator_at(document, behind)?;
    let part = count / below.parts;
    let of = document.is(below.end, Classes::OF) && !document.is(at, Classes::BARE_HALF);
    let fits = part < 1.0 && (below.plural || count == 1.0) && !of;
    let (scale, end) = match document.entry(below.end).number {
        Some(NumberWord::Scale(scale)) if scale < whole.scale => (scale, below.end + 1),
        _ => (whole.scale, below.end),
    };
    let scale = if scale < 1000.0 { 1.0 } else { scale };
    fits.then_some(Cardinal { value: whole.value + part * scale, end, ..whole })
}
