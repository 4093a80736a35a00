//! Amounts of money with the sign before the number: "$7 billion", "US$1.2-1.5 billion", "€4.5m".

use super::cardinal::{Cardinal, cardinal_at, lent, whole_again};
use super::numeral::{Amount, Form, Numeral, is_changed, is_level};
use crate::reading::document::Document;
use crate::reading::lexicon::Classes;
use crate::reading::text::TokenKind;

/// The amount that begins with a currency sign or code at `at`.
pub(super) fn money_at(document: &Document, at: usize) -> Option<Numeral> {
    let (length, code) = document.lexicon.currencies.starting(&document.words, at)?;
    if (at + 1..at + length).any(|at| !document.is_glued(at)) {
        return None;
    }
    let low = amount_at(document, at + length)?;
    let (amount, end) = match high_end(document, low) {
        Some((from, high)) if is_level(document, at) || is_step(document, at, from, high.value) => {
            (Amount::Value(from), low.end)
        }
        Some((from, high)) => (Amount::Between(from, high.value), high.end),
        None => (Amount::Value(low.value), low.end),
    };
    Some(Numeral { unit: Some(code), scale: low.scale, ..Numeral::plain(at..end, amount, Form::Money) })
}

/// "rose £2.3m to £18.9m": how much, and up to what.
fn is_step(document: &Document, at: usize, low: f64, high: f64) -> bool {
    high > low * 5.0 && is_changed(document, at)
}

/// "$500m": behind a currency the letters m, b and t are scales.
fn amount_at(document: &Document, at: usize) -> Option<Cardinal> {
    if document.kind(at)? != TokenKind::Number {
        return None;
    }
    let number = cardinal_at(document, at)?;
    let factor = match document.str(number.end) {
        "m" | "M" if document.is_glued(number.end) => 1e6,
        "b" | "B" if document.is_glued(number.end) => 1e9,
        "t" | "T" if document.is_glued(number.end) => 1e12,
        _ => return Some(number),
    };
    Some(Cardinal { value: whole_again(number.value * factor), end: number.end + 1, bare_digits: false, scale: factor })
}

/// The upper end of a range, behind the value of the lower one.
fn high_end(document: &Document, low: Cardinal) -> Option<(f64, Cardinal)> {
    let joins = Classes::TO.with(Classes::OR);
    let joined = document.is_joint(low.end) || document.is(low.end, joins);
    let at = low.end + 1;
    let sign = document.lexicon.currencies.starting(&document.words, at).map_or(0, |(length, _)| length);
    let high = joined.then(|| amount_at(document, at + sign))??;
    // "$2 or $3 billion", but not "$2m or $30m"
    let from = lent((low.value, low.scale), (high.value, high.scale));
    let close = !document.is(low.end, Classes::OR) || high.value <= 2.0 * from;
    (close && high.value > from).then_some((from, high))
}
