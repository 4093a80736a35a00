//! When: the window that a figure is about and the day up to which it was counted.

use std::ops::Range;

use super::context::SENTENCE;
use crate::reading::date::{Basis, DateExpression, PartialDate, Period};
use crate::reading::document::Document;
use crate::reading::lexicon::Classes;
use crate::reading::text::TokenKind;

/// How far from the figure a date may stand, in tokens.
const REACH: usize = 14;

/// The period of a figure: dates of its sentence that stand near it, and the date of the text.
pub(super) fn period_of(
    document: &Document,
    figure: &Range<usize>,
    so_far: bool,
    dates: &[&DateExpression],
    article: Option<PartialDate>,
) -> Period {
    let near =
        dates.iter().filter(|date| !date.is_clock && date.from.is_some() && distance(figure, &date.tokens) <= REACH);
    let mut period = Period {
        as_of: article,
        basis: if article.is_some() { Basis::Article } else { Basis::None },
        ..Period::default()
    };
    let mut nearest = usize::MAX;
    let speaks = |date: &&&DateExpression| {
        !is_of_comparison(document, figure, date.tokens.start) && !is_aside(document, figure, date)
    };
    for date in near.filter(speaks) {
        let gap = distance(figure, &date.tokens);
        if is_as_of(document, with_clock(document, date.tokens.start, dates)) {
            period.as_of = date.to;
            period.basis = Basis::Text;
        } else if gap < nearest && is_window(document, date) {
            nearest = gap;
            (period.from, period.to) = window(document, date);
        }
    }
    if period.basis != Basis::Text && so_far {
        period.basis = if article.is_some() { Basis::Text } else { Basis::None };
    }
    period
}

/// Tokens between a figure and a date; a date before it lies two further: "two on Monday and three on Tuesday".
fn distance(figure: &Range<usize>, date: &Range<usize>) -> usize {
    if figure.end <= date.start { date.start - figure.end } else { figure.start.saturating_sub(date.end) + 2 }
}

/// "As of April 10", "by Monday", "at 1 May".
fn is_as_of(document: &Document, at: usize) -> bool {
    document.lexicon.as_of.ending(&document.words, at).is_some()
}

/// "hasta las 8:30 de la mañana de este jueves": where the time of day that a date goes with begins.
fn with_clock(document: &Document, date: usize, dates: &[&DateExpression]) -> usize {
    let of = date.checked_sub(1).filter(|&of| document.is(of, Classes::OF));
    let clock = of.and_then(|of| dates.iter().find(|clock| clock.is_clock && clock.tokens.end == of));
    clock.map_or(date, |clock| clock.tokens.start)
}

/// Dates behind a preposition or conjunction of time, and periods by themselves.
fn is_window(document: &Document, date: &DateExpression) -> bool {
    let at = date.tokens.start;
    let placed = at.checked_sub(1).is_some_and(|before| document.is(before, Classes::PLACES_TIME));
    if is_day_of_saying(document, at) {
        return false;
    }
    let said_alone = Classes::RELATIVE.with(Classes::NEARNESS).with(Classes::WEEKDAY);
    placed || document.is(at, said_alone) || date.from != date.to || document.is(at, Classes::PLACES_TIME)
}

/// "103.621 afiliados, la mayor subida desde 2007", "the fifth strike since May": a date to compare with.
fn is_of_comparison(document: &Document, figure: &Range<usize>, date: usize) -> bool {
    let compares = |at: usize| document.is(at, Classes::SUPERLATIVE) || document.entry(at).ordinal.is_some();
    let since = date.checked_sub(1).filter(|&at| document.is(at, Classes::OPENS_WINDOW));
    let behind = |since: usize| if figure.end <= since { figure.end } else { since.saturating_sub(8) };
    since.is_some_and(|since| (behind(since)..since).rev().take(8).any(compares))
        || than_before(document, date).is_some_and(|than| figure.end <= than)
}

/// "14 % menos | que en el mismo período de 2023", "higher | than in the 2019 election": where a comparison with a date
/// begins; "more than 200 people in 2019" is none.
fn than_before(document: &Document, date: usize) -> Option<usize> {
    let number = |at: usize| document.entry(at).number.is_some() || document.kind(at) == Some(TokenKind::Number);
    let clause = |at: &usize| document.mark(*at).is_none() && !number(*at);
    let mut near = (date.saturating_sub(6)..date).rev().take_while(clause);
    let than = near.find(|&at| document.is(at, Classes::THAN))?;
    let compared = Classes::INCREMENT.with(Classes::RISES).with(Classes::FALLS).with(Classes::HIGHER);
    than.checked_sub(1).filter(|&at| document.is(at, compared)).map(|_| than)
}

/// "The dam, built in 1961, holds 2.4 million m³", "Doe, who took office in 2019, promised": a year that is told of the
/// subject between commas.
fn is_aside(document: &Document, figure: &Range<usize>, date: &DateExpression) -> bool {
    let is_year = date.from == date.to && date.from.is_some_and(|year| year.month().is_none());
    let closed = document.is_mark(date.tokens.end, ',') && figure.start > date.tokens.end;
    let opens = |at: &usize| document.is_mark(*at, ',');
    let open = (date.tokens.start.saturating_sub(8)..date.tokens.start).rev().find(opens);
    let told = Classes::WHO.with(Classes::WHICH);
    is_year
        && closed
        && open.is_some_and(|open| {
            document.is(open + 1, told) || document.is_past(open + 1) || document.is(open + 1, Classes::VERB)
        })
}

/// "police said on Sunday", "Doe said Monday": when it was said, not when it happened.
fn is_day_of_saying(document: &Document, at: usize) -> bool {
    let on = at.checked_sub(1).filter(|&on| document.is(on, Classes::ON_DAY)).unwrap_or(at);
    let passive = on > 1 && document.is(on - 2, Classes::COPULA.with(Classes::HAVE));
    on > 0 && document.is(on - 1, Classes::SAYS) && !passive
}

fn window(document: &Document, date: &DateExpression) -> (Option<PartialDate>, Option<PartialDate>) {
    let start = date.tokens.start;
    let start = start - usize::from(start > 0 && document.is(start - 1, Classes::THE));
    let before = |class| start.checked_sub(1).is_some_and(|at| document.is(at, class));
    if before(Classes::OPENS_WINDOW) {
        (date.from, None)
    } else if before(Classes::CLOSES_WINDOW) {
        (None, date.to)
    } else {
        (date.from, date.to)
    }
}

/// Where a text says "so far", "to date", "until now": counted up to the day of the text, by its own words.
pub(super) struct SoFar(Vec<usize>);

impl SoFar {
    pub(super) fn of(document: &Document) -> Self {
        let says = |at: &usize| document.lexicon.so_far.starting(&document.words, *at).is_some();
        Self((0..document.len()).filter(says).collect())
    }

    /// Whether it is said of a figure: near it, in its sentence.
    pub(super) fn speaks_for(&self, figure: &Range<usize>, sentence: &Range<usize>) -> bool {
        let start = sentence.start.max(figure.start.saturating_sub(SENTENCE));
        let end = sentence.end.min(figure.end + SENTENCE);
        let next = self.0.partition_point(|at| *at < start);
        self.0.get(next).is_some_and(|at| *at < end)
    }
}

/// Words that limit a figure to a part of an event: "the days after the election", "the first hours of the storm".
/// They stand within ten tokens behind the figure.
pub(super) fn narrow_window(document: &Document, behind: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let limit = sentence.end.min(behind + 10);
    let unit = (behind..limit).find(|&at| is_span_of_days(document, at))?;
    let joins = document.is(unit + 1, Classes::AFTER.with(Classes::OF).with(Classes::CLOSES_WINDOW));
    let start = (sentence.start..unit).rev().take(4).find(|&at| document.is(at, Classes::THE))?;
    // "took 450 lives, the first weeks of the siege were the worst": a subject, no window.
    if start > behind && document.mark(start - 1).is_some() {
        return None;
    }
    let end = phrase_end(document, unit + 2, sentence);
    (joins && end > unit + 2).then_some(start..end)
}

fn is_span_of_days(document: &Document, at: usize) -> bool {
    document.is(at, Classes::SPAN_OF_DAYS)
}

/// Past the determiner and the words of one noun phrase.
fn phrase_end(document: &Document, start: usize, sentence: &Range<usize>) -> usize {
    let mut end = start;
    while end < sentence.end && document.is(end, Classes::DETERMINER.with(Classes::ARTICLE)) {
        end += 1;
    }
    while end < sentence.end.min(start + 6) && document.mark(end).is_none() && !document.is(end, Classes::ENDS_PHRASE) {
        end += 1;
    }
    end
}

/// "Of the estimated 800 political prisoners, …": the whole that parts are taken of. Its own day is not stated.
pub(super) fn is_base(document: &Document, start: usize) -> bool {
    let determined = start.checked_sub(1).is_some_and(|before| document.is(before, Classes::DETERMINER));
    let before = start.checked_sub(1 + usize::from(determined));
    before.is_some_and(|at| document.is(at, Classes::OF) && document.sentence_of(at).start == at)
}
