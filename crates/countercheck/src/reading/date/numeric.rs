//! Dates in digits alone: "2025-04-30", "30/4/2025", "4/30/2025", "30.04.2025".

use super::PartialDate;
use crate::reading::document::Document;
use crate::reading::language::Language;

/// The date that the tokens from `at` on write in digits, and one past its last token. Where day and month cannot be
/// told apart ("1/2/2019" in English), only the year is known.
pub(super) fn numeric_at(document: &Document, at: usize) -> Option<(PartialDate, usize)> {
    iso(document, at).or_else(|| dotted(document, at)).or_else(|| separated(document, at))
}

fn iso(document: &Document, at: usize) -> Option<(PartialDate, usize)> {
    let end = at + 5;
    let text = document.slice(at..end.min(document.len()));
    let shaped = text.len() == 10 && document.is_joint(at + 1) && document.is_joint(at + 3);
    shaped.then(|| text.parse().ok())?.map(|date| (date, end))
}

/// "30.04.2025" is one token: the day comes first wherever dates have full stops.
fn dotted(document: &Document, at: usize) -> Option<(PartialDate, usize)> {
    let mut parts = document.str(at).split('.');
    let (first, second, year) = (parts.next()?, parts.next()?, year(parts.next()?)?);
    let date = PartialDate::of_day(year, small(second)?, small(first)?)?;
    parts.next().is_none().then_some((date, at + 1))
}

fn separated(document: &Document, at: usize) -> Option<(PartialDate, usize)> {
    let same = document.mark(at + 1).filter(|mark| ['/', '-'].contains(mark)) == document.mark(at + 3);
    let glued = (at + 1..at + 5).all(|at| document.is_glued(at));
    if !same || !glued || document.mark(at + 3).is_none() {
        return None;
    }
    let year = year(document.str(at + 4))?;
    let (first, second) = (small(document.str(at))?, small(document.str(at + 2))?);
    Some((day_and_month(year, first, second, document.language)?, at + 5))
}

fn day_and_month(year: i32, first: u8, second: u8, language: Language) -> Option<PartialDate> {
    let day_first = PartialDate::of_day(year, second, first);
    if language == Language::Spanish {
        return day_first;
    }
    match (day_first, PartialDate::of_day(year, first, second)) {
        (Some(one), Some(other)) if one != other => Some(PartialDate::of_year(year)),
        (one, other) => one.or(other),
    }
}

fn small(digits: &str) -> Option<u8> {
    digits.parse().ok().filter(|_| digits.len() <= 2)
}

fn year(digits: &str) -> Option<i32> {
    digits.parse().ok().filter(|year| digits.len() == 4 && (1500..=2100).contains(year))
}
