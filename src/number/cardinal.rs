//! Cardinal numbers in digits and words, with their scales.

use super::digits;
use crate::document::Document;
use crate::lexicon::{Classes, NumberWord};
use crate::text::TokenKind;

/// A number read from the text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Cardinal {
    /// Its value.
    pub value: f64,
    /// One past its last token.
    pub end: usize,
    /// Written in digits without a scale word: it may be a year, a label or a score.
    pub bare_digits: bool,
}

/// The cardinal that begins at a token: "2,400", "1.2 million", "twenty-three", "half a million", "a hundred".
pub fn cardinal_at(document: &Document, at: usize) -> Option<Cardinal> {
    let number = match document.kind(at)? {
        TokenKind::Number => in_digits(document, at)?,
        TokenKind::Word => in_words(document, at)?,
        TokenKind::Mark => vulgar_fraction(document, at)?,
    };
    Some(with_scale(document, number))
}

fn in_digits(document: &Document, at: usize) -> Option<Cardinal> {
    let (text, end) = spaced_groups(document, at);
    let mut value = digits::value(&text, document.language)?;
    let mut number = Cardinal { value, end, bare_digits: true };
    if let Some((fraction, end)) = fraction_behind(document, end) {
        value += fraction;
        number = Cardinal { value, end, bare_digits: false };
    } else if let Some(fraction) = slashed(document, at) {
        number = fraction;
    }
    Some(number)
}

/// "2 400" with a no-break or thin space, "2 000" and "1 234 567" with plain ones, are one number.
fn spaced_groups<'t>(document: &Document<'t>, at: usize) -> (std::borrow::Cow<'t, str>, usize) {
    let first = document.str(at);
    let mut end = at + 1;
    if first.len() > 3 || first.contains(['.', ',']) {
        return (first.into(), end);
    }
    while is_group(document, end) {
        end += 1;
    }
    let plain = (at + 1..end).any(|at| document.gap(at) == " ");
    let sure = !plain || end > at + 2 || document.str(end - 1) == "000";
    if end == at + 1 || !sure {
        return (first.into(), at + 1);
    }
    let joined = (at..end).map(|at| document.str(at)).collect::<String>();
    (joined.into(), end)
}

fn is_group(document: &Document, at: usize) -> bool {
    let group = document.str(at);
    let three_digits = document.kind(at) == Some(TokenKind::Number) && group.len() == 3 && !group.contains(['.', ',']);
    three_digits && matches!(document.gap(at), "\u{a0}" | "\u{202f}" | "\u{2009}" | " ")
}

/// "1/2" as a number by itself: the denominator is that of a common fraction.
fn slashed(document: &Document, at: usize) -> Option<Cardinal> {
    let joined = document.is_mark(at + 1, '/') && document.is_glued(at + 1) && document.is_glued(at + 2);
    if !joined || document.is_mark(at + 3, '/') {
        return None;
    }
    let above: u32 = document.str(at).parse().ok()?;
    let below: u32 = document.str(at + 2).parse().ok()?;
    let common = matches!(below, 2..=6 | 8 | 10 | 16) && above < below;
    common.then(|| Cardinal { value: f64::from(above) / f64::from(below), end: at + 3, bare_digits: false })
}

/// "10 1/2", "2½".
fn fraction_behind(document: &Document, at: usize) -> Option<(f64, usize)> {
    let fraction = match document.kind(at)? {
        TokenKind::Number => slashed(document, at)?,
        TokenKind::Mark => vulgar_fraction(document, at)?,
        TokenKind::Word => return None,
    };
    Some((fraction.value, fraction.end))
}

fn vulgar_fraction(document: &Document, at: usize) -> Option<Cardinal> {
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
    Some(Cardinal { value, end: at + 1, bare_digits: false })
}

fn in_words(document: &Document, at: usize) -> Option<Cardinal> {
    if document.is(at, Classes::ARTICLE) {
        return article_number(document, at);
    }
    match document.entry(at).number? {
        NumberWord::Parts(parts) => part_of_scale(document, at, parts),
        NumberWord::Unit(_) => Some(sum_from(document, at, 0.0)),
        NumberWord::Hundred if is_scale(document, at + 1) => Some(sum_from(document, at + 1, 100.0)),
        _ => None,
    }
}

/// "a hundred", "a dozen", "a million".
fn article_number(document: &Document, at: usize) -> Option<Cardinal> {
    match document.entry(at + 1).number? {
        NumberWord::Hundred => Some(sum_from(document, at + 2, 100.0)),
        NumberWord::Dozen(value) if value == 12.0 => Some(Cardinal { value, end: at + 2, bare_digits: false }),
        NumberWord::Scale(value) if document.str(at + 1).len() > 2 => Some(sum_from(document, at + 2, value)),
        _ => None,
    }
}

fn is_scale(document: &Document, at: usize) -> bool {
    matches!(document.entry(at).number, Some(NumberWord::Scale(_))) && is_spelt(document, at)
}

/// "half a million", "half a dozen", "quarter million".
fn part_of_scale(document: &Document, at: usize, parts: f64) -> Option<Cardinal> {
    let scale = at + 1 + usize::from(document.is(at + 1, Classes::ARTICLE));
    let value = match document.entry(scale).number? {
        NumberWord::Scale(value) | NumberWord::Dozen(value) if is_spelt(document, scale) => value / parts,
        NumberWord::Hundred => 100.0 / parts,
        _ => return None,
    };
    Some(Cardinal { value, end: scale + 1, bare_digits: false })
}

/// Adds number words from `at` on to what has been read: "twenty-three", "one thousand three hundred and forty".
fn sum_from(document: &Document, mut at: usize, begun: f64) -> Cardinal {
    let (mut total, mut group) = if begun >= 1000.0 { (begun, 0.0) } else { (0.0, begun) };
    while let Some(next) = next_word(document, at, total + group > 0.0) {
        match number_word(document, next, group) {
            Some(NumberWord::Unit(value)) if fits(group, value) => group += value,
            Some(NumberWord::Hundred) if group > 0.0 && group < 100.0 => group *= 100.0,
            Some(NumberWord::Dozen(value)) if group > 0.0 => group *= value,
            Some(NumberWord::Scale(value))
                if group > 0.0 && (total == 0.0 || value < total) && is_spelt(document, next) =>
            {
                total += group * value;
                group = 0.0;
            }
            _ => break,
        }
        at = next + 1;
    }
    let number = Cardinal { value: total + group, end: at, bare_digits: false };
    point(document, number).or_else(|| and_a_part(document, number)).unwrap_or(number)
}

/// A number word, or two digits where a hundred waits for them: "3 hundred and 21".
fn number_word(document: &Document, at: usize, group: f64) -> Option<NumberWord> {
    let waits = group >= 100.0 && document.kind(at) == Some(TokenKind::Number) && document.str(at).len() <= 2;
    if waits { digits::decimal(document.str(at)).map(NumberWord::Unit) } else { document.entry(at).number }
}

/// "two hundred point seventy-one", "five point five".
fn point(document: &Document, whole: Cardinal) -> Option<Cardinal> {
    if !document.is_word(whole.end, "point") || whole.end == 0 {
        return None;
    }
    let mut digits = String::new();
    let mut end = whole.end + 1;
    while let Some(NumberWord::Unit(value)) = document.entry(end).number.filter(|_| digits.len() < 9) {
        digits.push_str(&(value as u64).to_string());
        end += 1;
        if document.is_joint(end) && digits.ends_with('0') {
            digits.pop();
            end += 1;
        }
    }
    let fraction = digits::decimal(&format!(".{digits}")).filter(|_| !digits.is_empty())?;
    Some(Cardinal { value: whole.value + fraction, end, bare_digits: false })
}

/// Scale words of one or two letters belong to digits only.
fn is_spelt(document: &Document, at: usize) -> bool {
    document.str(at).len() > 2
}

/// The token that may go on with a number: joints and "and" are passed over where a number word follows.
fn next_word(document: &Document, at: usize, begun: bool) -> Option<usize> {
    let and = document.is_word(at, "and");
    let passes = begun && (document.is_joint(at) || and);
    let next = if passes { at + 1 } else { at };
    if and && begun && document.kind(next) == Some(TokenKind::Number) {
        return Some(next);
    }
    let number = document.entry(next).number?;
    let part = matches!(document.entry(next + 1).number, Some(NumberWord::Parts(_)));
    let and_unit = !and || (matches!(number, NumberWord::Unit(_)) && !part);
    (document.kind(next) == Some(TokenKind::Word) && and_unit).then_some(next)
}

/// Units fill what the tens, hundreds and thousands before them leave open.
fn fits(group: f64, value: f64) -> bool {
    let (group, value) = (group as u64, value as u64);
    let below_hundred = group % 100;
    if value < 10 { below_hundred == 0 || (below_hundred >= 20 && group % 10 == 0) } else { below_hundred == 0 }
}

/// "two and a half", "five and a quarter", "one hundred and two thirds".
fn and_a_part(document: &Document, whole: Cardinal) -> Option<Cardinal> {
    let at = whole.end + 1;
    let count = match document.entry(at).number {
        _ if document.is(at, Classes::ARTICLE) => 1.0,
        Some(NumberWord::Unit(count)) => count,
        _ => return None,
    };
    let parts = denominator(document, at + 1, count)?;
    let joined = document.is_word(whole.end, "and") && whole.value > 0.0;
    let part = Cardinal { value: whole.value + count / parts, end: at + 2, bare_digits: false };
    joined.then_some(part)
}

/// "thirds", "quarter", "fifths"; behind one also "fifth".
fn denominator(document: &Document, at: usize, count: f64) -> Option<f64> {
    match document.entry(at).number {
        Some(NumberWord::Parts(parts)) => Some(parts),
        _ => document.entry(at).ordinal.filter(|rank| count == 1.0 && *rank >= 3.0),
    }
}

/// "1.2 million", "3bn", "40 thousand", "2 dozen", "ten-million", "3 hundred and 21".
fn with_scale(document: &Document, number: Cardinal) -> Cardinal {
    let at = if document.is_joint(number.end) { number.end + 1 } else { number.end };
    if let Some(factor) = letter_scale(document, at).filter(|_| number.bare_digits) {
        return Cardinal { value: number.value * factor, end: at + 1, bare_digits: false };
    }
    let factor = match document.entry(at).number {
        Some(NumberWord::Scale(value)) if scale_belongs(document, at) => value,
        Some(NumberWord::Hundred) => 100.0,
        Some(NumberWord::Dozen(value)) if number.bare_digits => value,
        Some(NumberWord::Vague(_)) if document.is_word(at, "dozens") => 12.0,
        _ => return number,
    };
    let scaled = Cardinal { value: number.value * factor, end: at + 1, bare_digits: false };
    if factor == 100.0 && number.bare_digits {
        return sum_from(document, at + 1, scaled.value);
    }
    if factor == 1000.0 { with_scale(document, scaled) } else { scaled }
}

/// "10M", "1.2b", "1MM": capitals, or a b, right behind digits. A small m is a metre.
fn letter_scale(document: &Document, at: usize) -> Option<f64> {
    match document.str(at) {
        "M" | "MM" if document.is_glued(at) => Some(1e6),
        "B" | "b" if document.is_glued(at) => Some(1e9),
        _ => None,
    }
}

/// Short scale words are scales only behind digits: "3bn", "40k".
fn scale_belongs(document: &Document, at: usize) -> bool {
    is_spelt(document, at) || at.checked_sub(1).and_then(|before| document.kind(before)) == Some(TokenKind::Number)
}

/// The scale that the words of a number end in: 1e9 for "1.5 billion", 1 without one.
pub(super) fn scale_of(document: &Document, number: Cardinal) -> f64 {
    match number.end.checked_sub(1).and_then(|at| document.entry(at).number) {
        Some(NumberWord::Scale(value)) => value,
        Some(NumberWord::Hundred) => 100.0,
        _ => 1.0,
    }
}
