//! The sweep over a text: every figure in it, in order, without overlaps.

use std::ops::Range;

use super::age::as_age;
use super::counted::counted_at;
use super::lookalike;
use crate::reading::date::{DateExpression, PartialDate, date_at};
use crate::reading::document::Document;
use crate::reading::lexicon::{Classes, Effect};
use crate::reading::number::{Amount, Hedges, Numeral, hedges_around, numeral_at};

/// How many figures on either side of one are looked at: far more than stand together in prose, and few enough to
/// keep reading linear in a list of a million.
pub(super) const NEIGHBOURS: usize = 32;

/// A number or a date in the text.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Figure {
    Date(DateExpression),
    Number(Numeral, Hedges),
}

impl Figure {
    /// The tokens of the number expression itself.
    pub(super) fn tokens(&self) -> Range<usize> {
        match self {
            Self::Date(date) => date.tokens.clone(),
            Self::Number(numeral, _) => numeral.tokens.clone(),
        }
    }

    /// The tokens with the qualifiers around it.
    pub(super) fn hedged(&self) -> Range<usize> {
        match self {
            Self::Date(date) => date.tokens.clone(),
            Self::Number(_, hedges) => hedges.start..hedges.end,
        }
    }
}

/// Every figure of a text, one pass.
pub(super) fn sweep(document: &Document, anchor: Option<PartialDate>) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut at = 0;
    while at < document.len() {
        let figure = figure_at(document, at, anchor).filter(|figure| within_sentence(document, at, figure));
        at = figure.as_ref().map_or(at + 1, |figure| figure.tokens().end.max(at + 1));
        figures.extend(figure);
    }
    share_hedges(document, &mut figures);
    join_bounds(document, &mut figures);
    figures
}

/// "more than 100 but fewer than 200", "larger than twenty and less than thirty": one range with two bounds.
fn join_bounds(document: &Document, figures: &mut Vec<Figure>) {
    let mut kept: Vec<Figure> = Vec::with_capacity(figures.len());
    for figure in figures.drain(..) {
        match kept.last().and_then(|last| joined(document, last, &figure)) {
            Some(joined) => {
                kept.pop();
                kept.push(joined);
            }
            None => kept.push(figure),
        }
    }
    *figures = kept;
}

fn joined(document: &Document, first: &Figure, second: &Figure) -> Option<Figure> {
    let (Figure::Number(a, from), Figure::Number(b, to)) = (first, second) else { return None };
    let join = Classes::AND.with(Classes::CONJUNCTION);
    let mut between = from.end..to.start;
    let touching = between.len() <= 2 && between.all(|at| document.is(at, join) || document.is_mark(at, ','));
    let same = a.form == b.form && (a.unit == b.unit || a.unit.is_none());
    let (low, high) = (a.value()?, b.value()?);
    let (effect, other) = (from.bound.as_ref()?.1, to.bound.as_ref()?.1);
    let below = |effect| matches!(effect, Effect::AtLeast | Effect::MoreThan);
    let above = |effect| matches!(effect, Effect::AtMost | Effect::LessThan);
    let (low, high, effect, upper) = if below(effect) && above(other) {
        (low, high, effect, other)
    } else if above(effect) && below(other) {
        (high, low, other, effect)
    } else {
        return None;
    };
    if !touching || !same || from.end == to.start || low >= high {
        return None;
    }
    let tokens = a.tokens.start..b.tokens.end;
    let numeral = Numeral { tokens, amount: Amount::Between(low, high), bare: false, ..b.clone() };
    let hedges = Hedges {
        bound: Some((from.start..from.end, effect)),
        upper: Some(upper),
        start: from.start,
        end: to.end,
        ..Hedges::default()
    };
    Some(Figure::Number(numeral, hedges))
}

/// A bound before the first item of a list with commas holds for the items without one of their own:
/// "at least 27 deaths, 192 injuries, and approximately 2,400 arrests".
fn share_hedges(document: &Document, figures: &mut [Figure]) {
    for index in 1..figures.len() {
        let (before, rest) = figures.split_at_mut(index);
        let (Some(Figure::Number(first, shared)), Some(Figure::Number(numeral, hedges))) =
            (before.last(), rest.first_mut())
        else {
            continue;
        };
        if hedges.bound.is_none() && is_conversion(document, first, shared, numeral) {
            hedges.bound.clone_from(&shared.bound);
            continue;
        }
        let bound = shared.bound.clone().filter(|(_, effect)| !matches!(effect, Effect::Approximate | Effect::Nearly));
        if hedges.bound.is_none()
            && bound.is_some()
            && first.form == numeral.form
            && is_list(document, shared.end..hedges.start)
            && !points_back(document, hedges.end)
        {
            hedges.bound = bound;
        }
    }
}

/// "12 of them": a part of the item before, and no item.
fn points_back(document: &Document, end: usize) -> bool {
    counted_at(document, end, &document.sentence_of(end)).points_back
}

/// "about 90 kilometers (55 miles)": the same quantity in another unit.
fn is_conversion(document: &Document, first: &Numeral, shared: &Hedges, second: &Numeral) -> bool {
    let bracket = shared.end + 1 == second.tokens.start && matches!(document.mark(shared.end), Some('(' | '/' | '['));
    bracket && first.form == second.form && first.unit != second.unit
}

/// What stands between two items of a list: a noun phrase with at most a place, then a comma.
fn is_list(document: &Document, between: Range<usize>) -> bool {
    let Some(comma) = between.clone().take(12).find(|&at| document.is_mark(at, ',')) else { return false };
    let item = between.start..comma;
    let verb =
        Classes::VERB.with(Classes::AUXILIARY).with(Classes::SAYS).with(Classes::CONJUNCTION).with(Classes::PRONOUN);
    let phrase = item.clone().all(|at| document.mark(at).is_none() && !document.is(at, verb));
    let joined = comma + 1 == between.end || (comma + 2 == between.end && document.is(comma + 1, Classes::AND));
    !item.is_empty() && phrase && joined
}

/// No figure runs from one sentence into the next.
fn within_sentence(document: &Document, at: usize, figure: &Figure) -> bool {
    figure.hedged().end.max(figure.tokens().end) <= document.sentence_of(at).end
}

/// The figure that begins at a token, lookalike or not: somebody says that it is one.
pub(super) fn forced_at(document: &Document, at: usize, anchor: Option<PartialDate>) -> Option<Figure> {
    let number = || {
        numeral_at(document, at).map(|numeral| {
            let hedges = hedges_around(document, &numeral);
            Figure::Number(numeral, hedges)
        })
    };
    figure_at(document, at, anchor).or_else(number)
}

fn figure_at(document: &Document, at: usize, anchor: Option<PartialDate>) -> Option<Figure> {
    if lookalike::is_part_of_name(document, at) {
        return None;
    }
    if let Some(date) = date_at(document, at, anchor) {
        return Some(Figure::Date(date));
    }
    let numeral = numeral_at(document, at)?;
    let hedges = hedges_around(document, &numeral);
    if let Some(age) = as_age(document, &numeral, &hedges) {
        return Some(Figure::Number(age, hedges));
    }
    let figure = !lookalike::is_lookalike(document, &numeral, &hedges);
    figure.then_some(Figure::Number(numeral, hedges))
}
