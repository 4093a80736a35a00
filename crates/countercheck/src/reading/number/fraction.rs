//! Parts of a whole: "half", "two thirds", "one in five", "three out of ten".

use super::cardinal::{Cardinal, cardinal_at, is_hyphen};
use super::numeral::{Amount, Form, Numeral};
use super::part::{Denominator, denominator_at, slashed, vulgar_fraction};
use super::unit::in_unit;
use crate::reading::document::Document;
use crate::reading::lexicon::{Classes, NumberWord, Unit};
use crate::reading::text::TokenKind;

/// The fraction that begins at a token.
pub(super) fn fraction_at(document: &Document, at: usize) -> Option<Numeral> {
    let (value, end) = half(document, at)
        .or_else(|| single_part(document, at))
        .or_else(|| several_parts(document, at))
        .or_else(|| in_digits(document, at))
        .or_else(|| one_in(document, at))
        .or_else(|| one_noun_in(document, at))?;
    if let Some((scale, end)) = of_a_scale(document, end) {
        return Some(Numeral::plain(at..end, Amount::Value(value * scale), Form::Count));
    }
    if let Some((unit, end)) = of_a_unit(document, end) {
        return Some(in_unit(Numeral::plain(at..end, Amount::Value(value), Form::Count), unit));
    }
    Some(Numeral::plain(at..end, Amount::Value(value), Form::Ratio))
}

/// "two thirds of a million".
fn of_a_scale(document: &Document, at: usize) -> Option<(f64, usize)> {
    let Some(NumberWord::Scale(scale)) = document.entry(at + 2).number else { return None };
    let joined = document.is(at, Classes::OF) && document.is(at + 1, Classes::ARTICLE);
    joined.then_some((scale, at + 3))
}

/// "a fifth of a second", "half a mile".
fn of_a_unit(document: &Document, at: usize) -> Option<(Unit, usize)> {
    let article = at + usize::from(document.is(at, Classes::OF));
    let unit_at = document.is(article, Classes::ARTICLE).then_some(article + 1)?;
    document.lexicon.units.starting(&document.words, unit_at).map(|(length, unit)| (unit, unit_at + length))
}

/// "1/40 of", "½ of".
fn in_digits(document: &Document, at: usize) -> Option<(f64, usize)> {
    let part = slashed(document, at).or_else(|| vulgar_fraction(document, at))?;
    document.is(part.end, Classes::OF).then_some((part.value, part.end))
}

/// "half of", "half the", "nearly half"; not "the first half", "half-brother", "half a million", "at half mast".
fn half(document: &Document, at: usize) -> Option<(f64, usize)> {
    let is_half = document.is(at, Classes::STANDS_HALF);
    let before = at.checked_sub(1);
    let ranked = before.is_some_and(|before| document.entry(before).ordinal.is_some() || document.is_joint(before));
    let scale = at + 1 + usize::from(document.is(at + 1, Classes::ARTICLE));
    let scaled =
        matches!(document.entry(scale).number, Some(NumberWord::Scale(_) | NumberWord::Dozen(_) | NumberWord::Hundred));
    let is_part = !document.is_joint(at + 1) && !document.is(at + 1, Classes::NO_HALF);
    (is_half && !ranked && !scaled && is_part).then_some((0.5, at + 1))
}

/// "a third of", "a quarter of": without "of" it may be a rank, unless it is "a thousandth" and no noun follows.
fn single_part(document: &Document, at: usize) -> Option<(f64, usize)> {
    let below = document.is(at, Classes::ARTICLE.with(Classes::THE)).then(|| denominator_at(document, at + 1))??;
    if document.is(below.end, Classes::PART_NOUN) {
        return Some((1.0 / below.parts, below.end + 1));
    }
    if !document.is(at, Classes::ARTICLE) {
        return None;
    }
    let small = below.parts >= 100.0 && ends_here(document, below.end);
    let hedge = document.lexicon.hedges_before.ending(&document.words, at).map_or(0, |(length, _)| length);
    let by = at > hedge && document.is(at - 1 - hedge, Classes::STEP);
    let compared = document.is(below.end, Classes::FEWER.with(Classes::HIGHER).with(Classes::COMPARED));
    let alone = hedge > 0 && ends_here(document, below.end)
        || at > 1 && document.is(at - 1, Classes::OR) && ends_here(document, below.end);
    (document.is(below.end, Classes::OF) || small || by || compared || alone).then_some((1.0 / below.parts, below.end))
}

/// Whether nothing follows that a number could count.
fn ends_here(document: &Document, at: usize) -> bool {
    matches!(document.kind(at), None | Some(TokenKind::Mark))
}

/// "two thirds", "one-fifth", "three quarters".
fn several_parts(document: &Document, at: usize) -> Option<(f64, usize)> {
    if document.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    let count = cardinal_at(document, at)?;
    let next = count.end + usize::from(is_hyphen(document, count.end));
    let below = denominator_at(document, next)?;
    let (count, below) = lend_tens(document, count, below);
    if document.is(below.end, Classes::PART_NOUN) {
        return Some((count / below.parts, below.end + 1));
    }
    (below.plural && count > 0.0 || count == 1.0).then_some((count / below.parts, below.end))
}

/// "one hundred thirty-fifths": tens at the end of the count belong to the denominator, unless "and" joins them.
fn lend_tens(document: &Document, count: Cardinal, below: Denominator) -> (f64, Denominator) {
    let last = count.end - 1;
    let joined = last > 0 && document.is(last - 1, Classes::AND);
    match document.entry(last).number {
        Some(NumberWord::Unit(tens)) if tens >= 20.0 && tens < count.value && below.parts < 10.0 && !joined => {
            (count.value - tens, Denominator { parts: tens + below.parts, ..below })
        }
        _ => (count.value, below),
    }
}

/// "one in five", "three out of ten", "nine out of every 10", "one over twenty".
fn one_in(document: &Document, at: usize) -> Option<(f64, usize)> {
    if !matches!(document.kind(at), Some(TokenKind::Word | TokenKind::Number)) {
        return None;
    }
    let article = document.is(at, Classes::ARTICLE);
    let one = || document.is(at, Classes::ONE).then_some(Cardinal::spelt(1.0, at + 1));
    let count = if article { one()? } else { cardinal_at(document, at)? };
    let (whole_at, out_of) = preposition(document, count.end)?;
    let whole_at = if document.is(whole_at, Classes::EVERY) { whole_at + 1 } else { whole_at };
    let whole = cardinal_at(document, whole_at)?;
    // "dos de cada tres"
    let every = out_of && document.is(whole_at - 1, Classes::EVERY) && count.value < whole.value;
    (every || is_rate(document, count, whole, out_of)).then_some((count.value / whole.value, whole.end))
}

/// "one train in five", "one doctor in four", "un médico de cada diez".
fn one_noun_in(document: &Document, at: usize) -> Option<(f64, usize)> {
    let noun = document.kind(at + 1) == Some(TokenKind::Word) && !document.is(at + 1, Classes::ENDS_PHRASE);
    let one = document.is(at, Classes::ONE) && noun;
    let (whole_at, _) = preposition(document, at + 2).filter(|_| one)?;
    let whole_at = if document.is(whole_at, Classes::EVERY) { whole_at + 1 } else { whole_at };
    let whole = cardinal_at(document, whole_at)?;
    let closed = document.kind(whole.end) != Some(TokenKind::Word)
        || document.is(whole.end, Classes::ENDS_RUN)
        || document.is_past(whole.end);
    let small = whole.value > 1.0 && whole.value <= 1000.0 && document.entry(whole.end).month.is_none();
    let unit = document.lexicon.units.starting(&document.words, whole.end).is_some();
    (closed && small && !unit).then_some((1.0 / whole.value, whole.end))
}

fn preposition(document: &Document, at: usize) -> Option<(usize, bool)> {
    if document.is(at, Classes::OF) && document.is(at + 1, Classes::EVERY) {
        Some((at + 1, true))
    } else if document.is(at, Classes::IN) {
        Some((at + 1, false))
    } else if document.is(at, Classes::OUT) && document.is(at + 1, Classes::OF) {
        Some((at + 2, true))
    } else if document.is(at, Classes::OVER) && is_bare_one(document, at) {
        Some((at + 1, true))
    } else {
        None
    }
}

/// "one over twenty" and nothing behind it; "one over 20 people" is a bound.
fn is_bare_one(document: &Document, over: usize) -> bool {
    let one = over > 0 && (document.is(over - 1, Classes::ONE) || document.str(over - 1) == "1");
    one && cardinal_at(document, over + 1).is_some_and(|whole| ends_here(document, whole.end))
}

/// One is taken out of any number that is no year; more than one out of a small round whole: "three out of four lines"
/// counts lines, "two in 2008" names a year.
fn is_rate(document: &Document, count: Cardinal, whole: Cardinal, out_of: bool) -> bool {
    let round = [5.0, 10.0, 20.0, 50.0, 100.0, 1000.0].contains(&whole.value);
    let small = whole.value <= 20.0 && count.value <= 3.0 && !out_of;
    let one = count.value == 1.0 && !(whole.bare_digits && whole.value > 1000.0);
    let unit = document.lexicon.units.starting(&document.words, whole.end).is_some();
    count.value < whole.value && count.value >= 1.0 && !unit && (round || small || one)
}
