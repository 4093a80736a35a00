//! Qualifiers: the words before and after a number, and the interval they leave.

use std::ops::Range;

use super::numeral::{Amount, Form, Numeral, numeral_at};
use crate::reading::document::Document;
use crate::reading::interval::{End, Interval};
use crate::reading::lexicon::{Classes, Effect, NumberWord};

/// The qualifiers around a numeral.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Hedges {
    /// The qualifier that bounds the value most, with its tokens.
    pub bound: Option<(Range<usize>, Effect)>,
    /// A qualifier inside it that loosens the value: "at least about 50".
    pub loose: bool,
    /// A bound of the other side, where two share a range: "more than 100 but fewer than 200".
    pub upper: Option<Effect>,
    /// "only", "exactly": a qualifier that bounds nothing.
    pub idle: Option<(Range<usize>, Effect)>,
    /// First token of all qualifiers before the number, or of the number.
    pub start: usize,
    /// One past the last token of all qualifiers after the number, or of the number.
    pub end: usize,
}

/// Finds the qualifiers that touch a numeral. At most four in a row are read.
pub fn hedges_around(document: &Document, numeral: &Numeral) -> Hedges {
    let mut hedges = Hedges { start: numeral.tokens.start, end: numeral.tokens.end, ..Hedges::default() };
    for _ in 0..4 {
        if !take_before(document, numeral, &mut hedges) {
            break;
        }
    }
    take_after(document, &mut hedges);
    hedges
}

fn take_before(document: &Document, numeral: &Numeral, hedges: &mut Hedges) -> bool {
    let Some((tokens, effect)) = hedge_ending(document, hedges.start) else { return false };
    if is_lookalike(document, &tokens, effect, numeral) {
        return false;
    }
    hedges.start = tokens.start;
    add(hedges, tokens, effect);
    true
}

/// The longest qualifier that ends right before `end`; one determiner or "another" may stand between: "more than a 2-1 margin".
fn hedge_ending(document: &Document, end: usize) -> Option<(Range<usize>, Effect)> {
    let table = &document.lexicon.hedges_before;
    let determined = Classes::ARTICLE.with(Classes::DETERMINER).with(Classes::INCREMENT);
    let skipped = end.checked_sub(1).filter(|&before| document.is(before, determined)).unwrap_or(end);
    let at = |end: usize| table.ending(&document.words, end).map(|(length, effect)| (end - length..end, effect));
    // "below the 95% needed" compares with just that.
    let compares = document.is(skipped, Classes::THE) && !document.language.puts_nouns_first();
    let bound = |found: &(Range<usize>, Effect)| !compares || !matches!(found.1, Effect::MoreThan | Effect::LessThan);
    let found =
        at(end).or_else(|| at(skipped).filter(bound)).or_else(|| inserted_before(document, end)).or_else(|| {
            // "detuvo al menos a 40"
            let to = end.checked_sub(1).filter(|&to| document.is(to, Classes::PERSONAL_TO))?;
            let bound = |found: &(Range<usize>, Effect)| found.0.len() > 1 && !bounds_nothing(found.1);
            at(to).filter(bound).or_else(|| inserted_before(document, to))
        })?;
    let same_line = (found.0.start + 1..=end).all(|at| document.tokens.get(at).is_none_or(|token| !token.breaks));
    same_line.then_some(found)
}

/// "contra, al menos, 10 puestos": a qualifier of several words between commas.
fn inserted_before(document: &Document, end: usize) -> Option<(Range<usize>, Effect)> {
    let close = end.checked_sub(1).filter(|&close| document.is_mark(close, ','))?;
    let (length, effect) = document.lexicon.hedges_before.ending(&document.words, close)?;
    let start = close - length;
    let opens = start.checked_sub(1).is_some_and(|open| document.is_mark(open, ','));
    (length > 1 && opens).then_some((start..close, effect))
}

fn take_after(document: &Document, hedges: &mut Hedges) {
    let at = if document.is_joint(hedges.end) { hedges.end + 1 } else { hedges.end };
    if document.is_mark(at, '+') && document.is_glued(at) {
        hedges.end = at + 1;
        add(hedges, at..at + 1, Effect::AtLeast);
    } else if let Some((length, effect)) = hedge_behind(document, at) {
        hedges.end = at + length;
        add(hedges, at..at + length, effect);
    }
}

/// The qualifier that begins at a token behind a number or what it counts: its length in words and its effect. Not
/// one that leads the next number ("27 dead and over 100 injured") or stands in the next sentence.
pub fn hedge_behind(document: &Document, at: usize) -> Option<(usize, Effect)> {
    let (length, effect) = document.lexicon.hedges_after.starting(&document.words, at)?;
    let end = at + length;
    let number = end + usize::from(document.is(end, Classes::OF));
    let before = document.lexicon.hedges_before.ending(&document.words, number);
    let leads = number == end || before.is_some_and(|(length, _)| number - length < end);
    let leads = leads && [number, number + 1].iter().any(|&at| numeral_at(document, at).is_some());
    let inside = end <= document.sentence_of(at.saturating_sub(1)).end;
    (inside && !leads).then_some((length, effect))
}

/// "only", "exactly".
pub(super) fn bounds_nothing(effect: Effect) -> bool {
    matches!(effect, Effect::Only | Effect::Exact)
}

/// The outer of two bounds holds; a loosening word inside a bound is kept apart.
fn add(hedges: &mut Hedges, tokens: Range<usize>, effect: Effect) {
    let loosens = |effect| matches!(effect, Effect::Approximate | Effect::Nearly);
    if bounds_nothing(effect) {
        hedges.idle = Some((tokens, effect));
    } else if let Some((inner, _)) = hedges.bound.take_if(|(_, inner)| loosens(*inner)) {
        // "about 500 or more": the bound behind holds as it stands.
        hedges.loose = !loosens(effect) && tokens.start < inner.start;
        hedges.bound = Some((tokens.start.min(inner.start)..tokens.end.max(inner.end), effect));
    } else if let Some((words, closed)) = hedges.bound.as_mut().zip(or_equal(effect)).and_then(|(bound, ())| {
        let closed = closed_bound(bound.1)?;
        Some((bound, closed))
    }) {
        // "more than 5,000 or equal"
        words.1 = closed;
    } else if hedges.bound.is_none() {
        hedges.bound = Some((tokens, effect));
    }
}

fn or_equal(effect: Effect) -> Option<()> {
    (effect == Effect::AtLeast).then_some(())
}

/// The bound with the value itself.
fn closed_bound(effect: Effect) -> Option<Effect> {
    match effect {
        Effect::MoreThan => Some(Effect::AtLeast),
        Effect::LessThan => Some(Effect::AtMost),
        _ => None,
    }
}

/// Words that look like a qualifier and are not: "over two days" (during), "concerned about 50", "rise above".
fn is_lookalike(document: &Document, tokens: &Range<usize>, effect: Effect, numeral: &Numeral) -> bool {
    let is = |class| document.is(tokens.start, class);
    let before = tokens.start.checked_sub(1);
    let single = tokens.len() == 1;
    let long = before.is_some_and(|at| document.is(at, Classes::LASTS));
    let old = document.is(numeral.tokens.end, Classes::AGED_UNIT);
    let during = single && is(Classes::DURING) && numeral.form == Form::Duration && !long && !old;
    let governed = single && is(Classes::ABOUT) && before.is_some_and(|at| document.is(at, Classes::GOVERNS_ABOUT));
    // "se acorta hasta los 94 días"
    let reached = effect == Effect::AtMost
        && single
        && is(Classes::UNTIL)
        && document.is(tokens.end, Classes::THE)
        && !before.is_some_and(|at| document.is(at, Classes::OF));
    let to = effect == Effect::AtMost && is(Classes::UNTIL) || effect == Effect::AtLeast && is(Classes::FROM);
    let level = to && is_level(document, tokens.start);
    // "went up to 41", "is up to 61.5 percent, from 58"
    let rose = effect == Effect::AtMost
        && tokens.len() == 2
        && is(Classes::RISES)
        && before.is_some_and(|at| {
            let end = numeral.tokens.end + usize::from(document.is_mark(numeral.tokens.end, ','));
            document.is(at, Classes::MOVES) || document.is(at, Classes::COPULA) && document.is(end, Classes::FROM)
        });
    // "twice as many as the 35"
    let factor =
        |at: usize| document.is(at, Classes::TIMES) || matches!(document.entry(at).number, Some(NumberWord::Times(_)));
    let compared = effect == Effect::AtMost && is(Classes::AS) && before.is_some_and(factor);
    let within = is(Classes::WITHIN) && numeral.form != Form::Duration;
    compared
        || reached
        || within
        || during
        || governed
        || level
        || rose
        || numeral.form == Form::Ordinal && !bounds_nothing(effect)
}

/// "subió un 5 % hasta los 300", "bajó al 3 %, desde el 5 %": up to where and from where something rose; "un alza de hasta 300" is a bound.
fn is_level(document: &Document, until: usize) -> bool {
    let clause = |at: &usize| !matches!(document.mark(*at), Some('.' | ';' | ':'));
    let mut near = (until.saturating_sub(12)..until).rev().take_while(clause);
    let of = until.checked_sub(1).is_some_and(|at| document.is(at, Classes::OF));
    let moves = Classes::RISES.with(Classes::FALLS);
    !of && near.any(|at| document.is(at, moves) && !document.is(at, Classes::FEWER.with(Classes::HIGHER)))
}

/// The values that a numeral allows under its qualifiers.
///
/// An approximate figure is loosened by a tenth, or by half the last place that is not zero where that is less
/// ("approximately 2,400" is 2,350 to 2,450); "nearly" loosens downwards only. Parts of a whole stay under it.
pub fn interval_of(numeral: &Numeral, hedges: &Hedges) -> Interval {
    match (numeral.amount, hedges.bound.as_ref().map(|(_, effect)| *effect)) {
        (Amount::Vague(interval), _) => interval,
        (Amount::Between(low, high), Some(effect)) if hedges.upper.is_some() => Interval {
            low: bounded(low, low, effect, false).low,
            high: hedges.upper.map_or(End::Unbounded, |effect| bounded(high, high, effect, false).high),
        },
        (Amount::Between(low, high), None | Some(Effect::Only | Effect::Exact | Effect::Range)) => {
            Interval::between(low, high)
        }
        (Amount::Between(low, high), Some(effect)) => bounded(low, high, effect, hedges.loose),
        (Amount::Value(value), Some(Effect::Approximate)) if is_part(numeral) => {
            Interval::between(value * 0.9, value * 1.1)
        }
        (Amount::Value(value), Some(effect)) => bounded(value, value, effect, hedges.loose),
        (Amount::Value(value), None) => Interval::point(value),
    }
}

/// A part of a whole in words, such as a third: its digits behind the point say nothing of its precision.
fn is_part(numeral: &Numeral) -> bool {
    numeral.form == Form::Ratio && matches!(numeral.amount, Amount::Value(value) if value < 1.0)
}

/// The values that a number in digits allows under a qualifier: as [`interval_of`], where nothing but the two is known.
pub fn qualified(value: f64, effect: Option<Effect>) -> Interval {
    effect.map_or(Interval::point(value), |effect| bounded(value, value, effect, false))
}

fn bounded(low: f64, high: f64, effect: Effect, loose: bool) -> Interval {
    let slack = |value: f64| if loose { leeway(value) } else { 0.0 };
    match effect {
        Effect::Approximate => Interval::between(low - leeway(low), high + leeway(high)),
        Effect::Nearly => Interval::between(low - leeway(low), high),
        Effect::AtLeast => Interval::at_least(low - slack(low)),
        Effect::MoreThan => Interval { low: End::Open(low - slack(low)), high: End::Unbounded },
        Effect::AtMost => Interval::at_most(high + slack(high)),
        Effect::LessThan => Interval::less_than(high + slack(high)),
        Effect::Range | Effect::Only | Effect::Exact => Interval::between(low, high),
    }
}

/// How far "about" reaches on either side: half the last place that is not zero, at most a tenth of the value, and
/// never less than a hundredth of it.
pub fn leeway(value: f64) -> f64 {
    let size = value.abs();
    (last_place(size) / 2.0).max(size * 0.01).min(size * 0.1)
}

/// The place of the last digit that is not zero: 100 for 2,400, 1 for 28, 0.1 for 0.5; 0 for 0.
pub fn last_place(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let mut place = 10f64.powi(value.abs().log10().floor() as i32);
    for _ in 0..9 {
        let parts = value / place;
        if (parts - parts.round()).abs() < 1e-6 {
            break;
        }
        place /= 10.0;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leeway_is_half_the_last_place_within_a_tenth() {
        let cases = [(2400.0, 50.0), (1000.0, 100.0), (50.0, 5.0), (28.0, 0.5), (0.0, 0.0)];
        for (value, expected) in cases {
            assert!((leeway(value) - expected).abs() < 1e-9, "{value}: {}", leeway(value));
        }
    }
}
