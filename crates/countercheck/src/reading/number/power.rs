//! Powers: "1.3e6", "6.2x10^-4", "3×10⁸", "2^31".

use super::cardinal::Cardinal;
use crate::reading::document::Document;
use crate::reading::text::{TokenKind, plain_digits};

/// Larger exponents name no quantity in a text.
const LARGEST: i32 = 99;

/// A number in digits with the power that is glued to it.
pub(super) fn raised(document: &Document, number: Cardinal) -> Option<Cardinal> {
    let ten = |(exponent, end): (i32, usize)| (number.value * 10f64.powi(exponent), end);
    let (value, end) = decimal_exponent(document, number.end)
        .or_else(|| times_ten(document, number.end))
        .map(ten)
        .or_else(|| power(document, number.end).map(|(exponent, end)| (number.value.powi(exponent), end)))?;
    value.is_finite().then(|| Cardinal::spelt(value, end))
}

/// "e6", "e+14", "e-1".
fn decimal_exponent(document: &Document, at: usize) -> Option<(i32, usize)> {
    let word = document.str(at);
    let digits = word.strip_prefix(['e', 'E']).filter(|_| document.is_glued(at))?;
    if digits.is_empty() { signed(document, at + 1) } else { Some((small(digits)?, at + 1)) }
}

/// "x10^6", "× 10⁶".
fn times_ten(document: &Document, at: usize) -> Option<(i32, usize)> {
    let word = document.str(at);
    let base = match word {
        "x" | "×" | "·" if document.str(at + 1) == "10" => at + 1,
        "x10" => at,
        _ => return None,
    };
    power(document, base + 1)
}

/// "^31", "^-4", "⁶".
fn power(document: &Document, at: usize) -> Option<(i32, usize)> {
    if document.is_mark(at, '^') && document.is_glued(at) {
        return signed(document, at + 1);
    }
    let (mut exponent, mut end, minus) = (0, at, document.is_mark(at, '⁻'));
    let first = at + usize::from(minus);
    while let Some(digit) = document.mark(first.max(end)).and_then(superscript) {
        end = first.max(end) + 1;
        exponent = (exponent * 10 + digit).min(LARGEST + 1);
    }
    let glued = end > first && document.is_glued(at) && exponent <= LARGEST;
    glued.then_some((if minus { -exponent } else { exponent }, end))
}

fn superscript(mark: char) -> Option<i32> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip(0..).find_map(|(known, digit)| (known == mark).then_some(digit))
}

/// "23", "+23", "-1", without white space before them.
fn signed(document: &Document, at: usize) -> Option<(i32, usize)> {
    let (sign, at) = match document.mark(at) {
        Some('-' | '−') => (-1, at + 1),
        Some('+') => (1, at + 1),
        _ => (1, at),
    };
    let exponent = (document.kind(at) == Some(TokenKind::Number)).then(|| small(document.str(at)))??;
    document.is_glued(at).then_some((sign * exponent, at + 1))
}

fn small(digits: &str) -> Option<i32> {
    let value = plain_digits(digits).filter(|_| !digits.contains('.'))? as i32;
    (value <= LARGEST).then_some(value)
}
