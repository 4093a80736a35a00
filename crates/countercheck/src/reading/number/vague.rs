//! Quantities without a number: "dozens", "several hundred", "tens of thousands", "most of".

use super::numeral::{Amount, Form, Numeral};
use crate::reading::document::Document;
use crate::reading::interval::{End, Interval};
use crate::reading::lexicon::{Classes, NumberWord};
use crate::reading::text::TokenKind;

/// The vague quantity that begins at a token.
pub(super) fn vague_at(document: &Document, at: usize) -> Option<Numeral> {
    let (interval, end) = most(document, at).or_else(|| word(document, at))?;
    let numeral = Numeral::plain(at..end, Amount::Vague(interval), Form::Count);
    Some(super::unit::of_units(document, numeral))
}

/// "most of those", "most detainees", "a majority of": more than half, at most all.
fn most(document: &Document, at: usize) -> Option<(Interval, usize)> {
    let after_the = at.checked_sub(1).is_some_and(|before| document.is(before, Classes::DETERMINER));
    let most = document.is(at, Classes::MOST)
        && !after_the
        && (document.is(at + 1, Classes::OF) || is_plural(document, at + 1));
    let majority = document.is(at, Classes::MAJORITY) && document.is(at + 1, Classes::OF);
    let interval = Interval { low: End::Closed(0.5), high: End::Closed(1.0) };
    (most || majority).then_some((interval, at + 1))
}

fn word(document: &Document, at: usize) -> Option<(Interval, usize)> {
    let Some(NumberWord::Vague(interval)) = document.entry(at).number else { return None };
    if !counts_something(document, at, interval) {
        return None;
    }
    let (factor, end) = scale_behind(document, at + 1);
    if factor == 1.0 {
        return Some((interval, end));
    }
    let low = interval.low.value().map_or(2.0, |low| if low == 3.0 { 2.0 } else { low });
    let high = interval.high.value().map_or(End::Unbounded, |high| End::Closed((high + 1.0) * factor - 1.0));
    Some((Interval { low: End::Closed(low * factor), high }, end))
}

/// "hundreds of thousands", "several hundred", "a few dozen", "a couple of million".
fn scale_behind(document: &Document, at: usize) -> (f64, usize) {
    let of = document.is(at, Classes::OF);
    let next = if of { at + 1 } else { at };
    match document.entry(next).number {
        Some(NumberWord::Scale(value)) if document.str(next).len() > 2 => (value, next + 1),
        Some(NumberWord::Hundred) => (100.0, next + 1),
        Some(NumberWord::Dozen(value)) => (value, next + 1),
        Some(NumberWord::Vague(scale)) if of => match scale.low {
            End::Closed(low) if low >= 200.0 => (low / 2.0, next + 1),
            _ => (1.0, at),
        },
        _ => (1.0, at),
    }
}

/// Words that are also adverbs, verbs or determiners count only where a plural or "of" follows.
fn counts_something(document: &Document, at: usize, interval: Interval) -> bool {
    let of = document.is(at + 1, Classes::OF);
    let before = |class| at.checked_sub(1).is_some_and(|before| document.is(before, class));
    let after_article = at.checked_sub(1).is_some_and(|before| document.is(before, Classes::ARTICLE));
    let is = |class| document.is(at, class);
    let noun = || noun_follows(document, at + 1);
    if is(Classes::OF_SOMETHING) {
        of
    } else if is(Classes::COUPLE) {
        after_article && (of || is_plural(document, at + 1))
    } else if is(Classes::A_NUMBER) {
        of && after_article && is_plural(document, at + 2)
    } else if is(Classes::MANY) {
        scale_behind(document, at + 1).1 > at + 1 || !before(Classes::DEGREE) && (of || noun())
    } else if is(Classes::SOME) {
        of || noun()
    } else if is(Classes::FEW) {
        !before(Classes::QUITE) && noun()
    } else if is(Classes::PLURAL_SCALE) {
        !before(Classes::OF)
    } else {
        interval.low != End::Unbounded
    }
}

/// A plural within the next three words, nothing closing the phrase before it.
fn noun_follows(document: &Document, at: usize) -> bool {
    let counted =
        document.kind(at) == Some(TokenKind::Number) || matches!(document.entry(at).number, Some(NumberWord::Unit(_)));
    if counted || document.is(at, Classes::ARTICLE) {
        return false;
    }
    let mut words =
        (at..at + 3).take_while(|&at| !document.is(at, Classes::ENDS_PHRASE) && document.mark(at).is_none());
    words.any(|at| is_plural(document, at) || scale_behind(document, at).1 > at)
}

fn is_plural(document: &Document, at: usize) -> bool {
    document.is_plural(at) && !document.is(at, Classes::ENDS_PHRASE)
}
