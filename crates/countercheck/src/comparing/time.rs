//! The time that a figure is about, for telling events apart.

use crate::collection::Article;
use crate::reading::claim::Claim;
use crate::reading::date::PartialDate;

/// A stretch of days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Time {
    /// First and last day, as Julian day numbers; `None` where nothing is known.
    days: Option<(i32, i32)>,
    /// The text states it; otherwise it is the date of the text.
    pub(super) stated: bool,
}

impl Time {
    /// A day, a month or a year.
    pub(super) fn on(date: PartialDate) -> Self {
        Self { days: Some((date.first_day(), date.last_day())), stated: true }
    }
}

/// The window of a figure; else its events' dates; else the date of its text.
pub(super) fn time_of(claim: &Claim, article: &Article) -> Time {
    let window = match (claim.period.from, claim.period.to) {
        (Some(from), Some(to)) => Some((from.first_day(), to.last_day())),
        (Some(day), None) | (None, Some(day)) => Some((day.first_day(), day.last_day())),
        (None, None) => None,
    };
    let dated = claim.context.events.iter().filter_map(|event| event.date);
    let events = dated.map(|(from, to)| (from.first_day(), to.last_day())).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let stated = window.or(events);
    let text = article.date.map(|date| (date.first_day(), date.last_day()));
    Time { days: stated.or(text), stated: stated.is_some() }
}

/// Days between two times, 0 where they overlap; 0 also where nothing is known.
pub(super) fn apart(a: Time, b: Time) -> Option<i32> {
    match (a.days, b.days) {
        (Some(x), Some(y)) if x.1 < y.0 => y.0.checked_sub(x.1),
        (Some(x), Some(y)) => Some(x.0.checked_sub(y.1)?.max(0)),
        _ => Some(0),
    }
}
