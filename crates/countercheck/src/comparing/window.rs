//! Windows: the stretches of time that the texts name for their figures.

use std::cmp::Ordering;

use super::Relation;
use super::cue::Role;
use super::judge::{Side, Told, Verdict};
use super::reason::Reason;
use crate::reading::claim::{Kind, Nature};
use crate::reading::date::{Basis, PartialDate};
use crate::reading::text::Span;

/// How far from its figure a word may stand to say how long was counted, in tokens.
const NEAR: usize = 12;

/// A text of news tells of what is at most so many days old, unless it says otherwise.
const WELL_APART: i32 = 45;

/// Stretches that differ in length by less than this factor follow one another: two months, two quarters.
const ALIKE: i32 = 2;

/// The words of the texts put the two figures into different stretches of time.
pub(super) fn differ(a: &Told, b: &Told) -> Option<Verdict> {
    narrower(a, b).or_else(|| stretches(a, b)).or_else(|| stated(a, b))
}

/// One figure is limited to a part of the event by its text, the other is not.
fn narrower(a: &Told, b: &Told) -> Option<Verdict> {
    let counts = |told: &Told| matches!(told.side.claim.kind, Kind::Count | Kind::Vague | Kind::Percent);
    let narrow = |told: &Told| {
        let scope = told.side.claim.scope.filter(|scope| scope.narrows && counts(told));
        scope.map(|scope| scope.span)
    };
    match (narrow(a), narrow(b)) {
        (Some(window), None) => Some((Relation::Scope, Reason::narrower(b.side, a.side, window))),
        (None, Some(window)) => Some((Relation::Scope, Reason::narrower(a.side, b.side, window))),
        _ => None,
    }
}

/// "Since January" beside "in the last 24 hours".
fn stretches(a: &Told, b: &Told) -> Option<Verdict> {
    let has =
        |told: &Told, role: Role| told.cues.iter().find(|cue| cue.role == role && cue.gap <= NEAR).map(|cue| cue.span);
    let short = |told: &Told| has(told, Role::Day);
    let long = |told: &Told| has(told, Role::Since);
    let pair = |x: &Told, y: &Told| -> Option<(Span, Span)> {
        long(y).is_none().then_some(())?;
        short(x).is_none().then_some(())?;
        Some((long(x)?, short(y)?))
    };
    if let Some((since, day)) = pair(a, b) {
        return Some((Relation::Scope, Reason::stretches(a.side, b.side, since, day)));
    }
    let (since, day) = pair(b, a)?;
    Some((Relation::Scope, Reason::stretches(b.side, a.side, since, day)))
}

/// Both texts state a window. One that follows the other makes a later count, one inside the other something else.
fn stated(a: &Told, b: &Told) -> Option<Verdict> {
    let window = |told: &Told| {
        let period = told.side.claim.period;
        Some((period.from?.first_day(), period.to?.last_day())).filter(|(from, to)| from < to)
    };
    let (x, y) = (window(a)?, window(b)?);
    if x == y {
        return None;
    }
    let (long, short) = ((x.1 - x.0).max(y.1 - y.0), (x.1 - x.0).min(y.1 - y.0));
    let follow = x.1 < y.0 || y.1 < x.0;
    let alike = long < short.saturating_mul(ALIKE);
    let relation = if follow && alike { Relation::Later } else { Relation::Scope };
    Some((relation, Reason::windows(a.side, b.side)))
}

/// The day that a figure is of: the one up to which it was counted where the text states it, the end of its window where
/// it is no running total, else the date of the text.
pub(super) fn day_of(side: Side) -> Option<PartialDate> {
    let (claim, period) = (side.claim, side.claim.period);
    let as_of = period.as_of.filter(|_| period.basis != Basis::None);
    // The window of a total or of a vote is that of the event.
    let of_event = claim.nature == Nature::Total || claim.is_share_of_whole();
    let ended = period.to.filter(|_| period.basis != Basis::Text && !of_event);
    let ended = ended.filter(|end| as_of.is_none_or(|day| end.first_day() <= day.last_day()));
    ended.or(as_of)
}

/// Which of two figures is of the earlier day, where the texts tell. A day that is stated beside one that is not tells
/// only where it lies well apart from the date of the other text, or where the texts were written in the same order.
pub(super) fn order(a: Side, b: Side) -> Option<Ordering> {
    let found = day_of(a)?.order(day_of(b)?)?;
    if states_day(a) == states_day(b) {
        return Some(found);
    }
    let (stated, other) = if states_day(a) { (a, b) } else { (b, a) };
    let (day, text) = (day_of(stated)?, day_of(other)?);
    let before = text.first_day() - day.last_day();
    let written = a.article.date.zip(b.article.date).and_then(|(x, y)| x.order(y));
    (!(0..=WELL_APART).contains(&before) || written == Some(found)).then_some(found)
}

/// Whether the text states the day of a figure, or only its own date bounds it.
pub(super) fn states_day(side: Side) -> bool {
    let period = side.claim.period;
    period.basis == Basis::Text || day_of(side) != period.as_of
}

/// Words beside a figure say that its number moves from day to day.
pub(super) fn is_running(told: &Told) -> bool {
    told.cues.iter().any(|cue| cue.role == Role::Running)
}
