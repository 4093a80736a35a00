//! Parts of a whole: "half", "two thirds", "one in five", "three out of ten".

use super::cardinal::{Cardinal, cardinal_at};
use super::numeral::{Amount, Form, Numeral};
use crate::document::Document;
use crate::lexicon::{Classes, NumberWord};
use crate::text::TokenKind;

/// The fraction that begins at a token.
pub(super) fn fraction_at(document: &Document, at: usize) -> Option<Numeral> {
    let (value, end) = half(document, at)
        .or_else(|| single_part(document, at))
        .or_else(|| several_parts(document, at))
        .or_else(|| one_in(document, at))?;
    Some(Numeral::plain(at..end, Amount::Value(value), Form::Ratio))
}

/// "half of", "half the", "nearly half"; not "the first half", "half-brother", "half a million".
fn half(document: &Document, at: usize) -> Option<(f64, usize)> {
    let is_half = document.entry(at).number == Some(NumberWord::Parts(2.0));
    let before = at.checked_sub(1);
    let ranked = before.is_some_and(|before| document.entry(before).ordinal.is_some() || document.is_joint(before));
    let scaled = document.is(at + 1, Classes::ARTICLE)
        && matches!(
            document.entry(at + 2).number,
            Some(NumberWord::Scale(_) | NumberWord::Dozen(_) | NumberWord::Hundred)
        );
    (is_half && !ranked && !scaled && !document.is_joint(at + 1)).then_some((0.5, at + 1))
}

/// "a third of", "a quarter of": without "of" it may be a rank.
fn single_part(document: &Document, at: usize) -> Option<(f64, usize)> {
    if !document.is(at, Classes::ARTICLE) || !document.is_word(at + 2, "of") {
        return None;
    }
    denominator(document, at + 1).map(|parts| (1.0 / parts, at + 2))
}

/// "two thirds", "one-fifth", "three quarters".
fn several_parts(document: &Document, at: usize) -> Option<(f64, usize)> {
    let Some(NumberWord::Unit(_)) = document.entry(at).number else { return None };
    let count = cardinal_at(document, at)?;
    let next = if document.is_joint(count.end) { count.end + 1 } else { count.end };
    let parts = denominator(document, next)?;
    let plural = matches!(document.entry(next).number, Some(NumberWord::Parts(_))) && count.value > 0.0;
    (plural || count.value == 1.0).then_some((count.value / parts, next + 1))
}

fn denominator(document: &Document, at: usize) -> Option<f64> {
    let entry = document.entry(at);
    match (entry.number, entry.ordinal) {
        (Some(NumberWord::Parts(parts)), _) => Some(parts),
        (None, Some(rank)) if rank >= 3.0 => Some(rank),
        _ => None,
    }
}

/// "one in five", "three out of ten", "nine out of every 10".
fn one_in(document: &Document, at: usize) -> Option<(f64, usize)> {
    if !matches!(document.kind(at), Some(TokenKind::Word | TokenKind::Number)) || document.is(at, Classes::ARTICLE) {
        return None;
    }
    let count = cardinal_at(document, at)?;
    let (whole_at, out_of) = preposition(document, count.end)?;
    let whole_at = if document.is_word(whole_at, "every") { whole_at + 1 } else { whole_at };
    let whole = cardinal_at(document, whole_at)?;
    is_rate(document, count, whole, out_of).then_some((count.value / whole.value, whole.end))
}

fn preposition(document: &Document, at: usize) -> Option<(usize, bool)> {
    if document.is_word(at, "in") {
        Some((at + 1, false))
    } else if document.is_word(at, "out") && document.is_word(at + 1, "of") {
        Some((at + 2, true))
    } else {
        None
    }
}

/// Rates have a small round whole; "three out of four lines" counts lines, "two in 2008" names a year.
fn is_rate(document: &Document, count: Cardinal, whole: Cardinal, out_of: bool) -> bool {
    let round = [5.0, 10.0, 20.0, 50.0, 100.0, 1000.0].contains(&whole.value);
    let small = count.value < whole.value && whole.value <= 20.0 && count.value <= 3.0;
    let unit = document.lexicon.units.starting(&document.words, whole.end).is_some();
    count.value < whole.value && count.value >= 1.0 && !unit && (round || (small && !out_of))
}
