//! Judging a pair. Three questions, in this order: is the same thing counted, do the intervals meet, is the as-of
//! date the same? Who counted is a question apart ([`super::origin`]).

use std::cmp::Ordering;

use super::reason::Reason;
use super::scale::{Common, common};
use super::{ClaimKey, Relation, scale, time};
use crate::collection::{Article, Collection};
use crate::reading::claim::{Claim, Effect, Kind, Nature, Reading};
use crate::reading::date::{Basis, PartialDate};
use crate::reading::interval::{End, Interval};
use crate::reading::language::Language;
use crate::reading::number::last_place;

/// Two minimums of one growing total are taken for two counts where their texts are at most this many days apart.
const SAME_STORY: i32 = 60;

/// Votes that are still to be counted move a share by so many points at most.
const COUNTING: f64 = 1.0;

/// An amount of money is given again for so many days; a rate moves from day to day.
const ONE_WEEK: i32 = 7;

/// News is breaking for so many days after an event: its toll grows from hour to hour.
const BREAKING: i32 = 2;

/// One figure of a pair with its text.
#[derive(Clone, Copy)]
pub(super) struct Side<'c> {
    pub(super) article: &'c Article,
    pub(super) claim: &'c Claim,
    /// The language that the text was read in.
    pub(super) language: Language,
}

impl<'c> Side<'c> {
    pub(super) fn of(collection: &'c Collection, readings: &'c [Reading], key: ClaimKey) -> Self {
        let (article, reading) = (&collection.articles[key.article], &readings[key.article]);
        Self { article, claim: &reading.claims[key.claim], language: reading.language }
    }
}

/// Judges two figures of one quantity. Symmetric in the relation.
pub(super) fn judge(a: Side, b: Side) -> (Relation, Reason) {
    let scales = common(a.claim, b.claim);
    if let Common::RatioAndShare { ratio_first } = scales {
        return if ratio_first { ratio_and_share(a, b) } else { ratio_and_share(b, a) };
    }
    if a.claim.is_vague_part() != b.claim.is_vague_part() {
        return (Relation::Compatible, Reason::without_number(a, b, a.claim.is_vague_part()));
    }
    if let Some(found) = narrower(a, b) {
        return found;
    }
    let share = a.claim.kind == Kind::Percent && b.claim.kind == Kind::Percent;
    if let Some(found) = different_population(a, b).filter(|_| share) {
        return found;
    }
    if let Some(found) = different_beings(a, b) {
        return found;
    }
    let (x, y) = (scale::on_common(a.claim, scales), scale::on_common(b.claim, scales));
    if x.meets(y) {
        return later_floor(a, b).unwrap_or_else(|| agreeing(a, b, x, y));
    }
    // About 14,000 is no rounding of more than 15,000.
    let exact = !is_approximate(a.claim) && !is_approximate(b.claim);
    if (exact || x.is_bounded() && y.is_bounded()) && loosened(a.claim, x).meets(loosened(b.claim, y)) {
        let both = is_approximate(a.claim) && is_approximate(b.claim);
        let overlap = (Relation::Compatible, Reason::compatible(a, b, Interval::ALL, Interval::ALL));
        return if both { overlap } else { (Relation::Rounded, Reason::rounded(a, b)) };
    }
    different_population(a, b)
        .or_else(|| later(a, b))
        .or_else(|| counted_on(a, b))
        .or_else(|| still_growing(a, b))
        .unwrap_or_else(|| differing(a, b))
}

/// One figure is limited to a part of the event by its text, the other is not; or the texts state two windows.
fn narrower(a: Side, b: Side) -> Option<(Relation, Reason)> {
    let counts = |side: Side| matches!(side.claim.kind, Kind::Count | Kind::Vague | Kind::Percent);
    let narrow = |side: Side| side.claim.scope.filter(|scope| scope.narrows && counts(side)).map(|scope| scope.span);
    match (narrow(a), narrow(b)) {
        (Some(window), None) => Some((Relation::Scope, Reason::narrower(b, a, window))),
        (None, Some(window)) => Some((Relation::Scope, Reason::narrower(a, b, window))),
        _ => windows_differ(a, b).then(|| (Relation::Scope, Reason::windows(a, b))),
    }
}

/// Both texts state a window of more than a day, and not the same one.
fn windows_differ(a: Side, b: Side) -> bool {
    let window = |side: Side| Some((side.claim.period.from?, side.claim.period.to?));
    let (Some(x), Some(y)) = (window(a), window(b)) else { return false };
    x != y && x.0 != x.1 && y.0 != y.1
}

/// The intervals meet: how closely?
fn agreeing(a: Side, b: Side, x: Interval, y: Interval) -> (Relation, Reason) {
    if x == y {
        return (Relation::Same, Reason::same(a, b));
    }
    let numbers = a.claim.kind != Kind::Vague && b.claim.kind != Kind::Vague;
    if x.is_bounded() && y.is_bounded() && numbers && (holds_number(x, b.claim, y) || holds_number(y, a.claim, x)) {
        return (Relation::Rounded, Reason::rounded(a, b));
    }
    (Relation::Compatible, Reason::compatible(a, b, x, y))
}

/// Whether the number of a figure itself, apart from its qualifier, lies in an interval on the same scale.
fn holds_number(interval: Interval, claim: &Claim, scaled: Interval) -> bool {
    let middle = match (scaled.low.value(), scaled.high.value()) {
        // "nearly" opens downwards: the number is the upper end.
        (Some(_), Some(high)) if claim.hedge.is_some_and(|hedge| hedge.effect == Effect::Nearly) => high,
        (Some(low), Some(high)) => f64::midpoint(low, high),
        _ => return false,
    };
    claim.value.is_some() && interval.contains(middle)
}

/// A growing total of which the newer text of one story gives the higher minimum.
fn later_floor(a: Side, b: Side) -> Option<(Relation, Reason)> {
    let floor = |side: Side| side.claim.interval.high == End::Unbounded;
    let growing = a.claim.nature == Nature::Total && b.claim.nature == Nature::Total;
    if !growing || !(floor(a) || floor(b)) || a.claim.kind == Kind::Vague || b.claim.kind == Kind::Vague {
        return None;
    }
    let (older, newer) = in_time(a, b)?;
    let close =
        day_of(newer)?.first_day() - day_of(older)?.last_day() <= SAME_STORY && is_fresh(older) && is_fresh(newer);
    // A newer minimum covers any higher count: only a minimum above the older figure shows growth.
    let grows = newer.claim.value? > older.claim.value? && (floor(newer) || !floor(older));
    let both = floor(a) && floor(b);
    (close && grows && (both || floor(newer))).then(|| (Relation::Later, Reason::later(older, newer)))
}

/// The figure is told of what had just happened when the text was written.
fn is_fresh(side: Side) -> bool {
    let Some(written) = side.article.date else { return false };
    let told = time::time_of(side.claim, side.article);
    time::apart(told, time::Time::on(written)).is_some_and(|days| days <= SAME_STORY)
}

/// The intervals do not meet; does the time explain it?
fn later(a: Side, b: Side) -> Option<(Relation, Reason)> {
    let (older, newer) = in_time(a, b)?;
    let rises = size(newer.claim) > size(older.claim);
    let nature = if older.claim.nature == Nature::Constant { newer.claim.nature } else { older.claim.nature };
    match nature {
        Nature::Total if rises => Some((Relation::Later, Reason::later(older, newer))),
        Nature::Total => Some((Relation::Unexplained, Reason::shrinks(older, newer))),
        Nature::Stock => Some((Relation::Later, Reason::later_stock(older, newer))),
        _ => None,
    }
}

/// Shares of a vote a little apart in texts of two days: the counting went on.
fn counted_on(a: Side, b: Side) -> Option<(Relation, Reason)> {
    let (older, newer) = in_time(a, b)?;
    let near = (size(a.claim) - size(b.claim)).abs() <= COUNTING;
    let share = a.claim.is_share_of_whole() && b.claim.is_share_of_whole();
    (share && near && is_fresh(older) && is_fresh(newer)).then(|| (Relation::Later, Reason::later_stock(older, newer)))
}

/// Two counts of one fresh total on one day: the texts were written while it still grew.
fn still_growing(a: Side, b: Side) -> Option<(Relation, Reason)> {
    let (x, y) = (day_of(a)?, day_of(b)?);
    let growing = a.claim.nature == Nature::Total && b.claim.nature == Nature::Total;
    let fresh = |side: Side| {
        let told = time::time_of(side.claim, side.article);
        told.stated && time::apart(told, time::Time::on(x)).is_some_and(|days| days <= BREAKING)
    };
    let (lower, higher) = if size(a.claim) < size(b.claim) { (a, b) } else { (b, a) };
    let breaking = x == y && x.day().is_some() && growing && fresh(a) && fresh(b);
    breaking.then(|| (Relation::Later, Reason::still_growing(lower, higher, x)))
}

/// The two in the order of their as-of dates, where that order is certain.
fn in_time<'c>(a: Side<'c>, b: Side<'c>) -> Option<(Side<'c>, Side<'c>)> {
    match day_of(a)?.order(day_of(b)?)? {
        Ordering::Less => Some((a, b)),
        Ordering::Greater => Some((b, a)),
        Ordering::Equal => None,
    }
}

fn day_of(side: Side) -> Option<PartialDate> {
    side.claim.period.as_of.filter(|_| side.claim.period.basis != Basis::None)
}

/// The words for what is counted limit one of the two: "serious injuries" against "wounded".
fn different_population(a: Side, b: Side) -> Option<(Relation, Reason)> {
    let counts = |side: Side| matches!(side.claim.kind, Kind::Count | Kind::Vague | Kind::Percent);
    if !counts(a) || !counts(b) {
        return None;
    }
    let extra = |one: Side, other: Side| {
        one.claim.context.limits.iter().any(|word| other.claim.context.words.binary_search(word).is_err())
    };
    let differ = extra(a, b) != extra(b, a);
    let named = !a.claim.counted.is_empty() && !b.claim.counted.is_empty();
    (differ && named).then(|| (Relation::Scope, Reason::populations(a, b)))
}

/// "At least one policeman died" and "five people died".
fn different_beings(a: Side, b: Side) -> Option<(Relation, Reason)> {
    let number = |side: Side| side.claim.kind == Kind::Count && !side.claim.counted.is_empty();
    let measured = a.claim.measure.is_some() && a.claim.measure == b.claim.measure;
    let equal = a.claim.value == b.claim.value;
    let differ = a.claim.context.beings != b.claim.context.beings;
    (measured && number(a) && number(b) && differ && !equal).then(|| (Relation::Scope, Reason::populations(a, b)))
}

fn differing(a: Side, b: Side) -> (Relation, Reason) {
    let low = |side: Side| side.claim.interval.low.value().unwrap_or(0.0);
    if a.claim.is_share_of_whole() && b.claim.is_share_of_whole() && low(a) + low(b) > 100.0 {
        return (Relation::Conflict, Reason::shares(a, b));
    }
    // Two exact numbers of one thing that does not change, up to one day.
    let exact = |side: Side| {
        side.claim.interval.is_point()
            && (side.claim.hedge.is_none() || is_exact(side.claim))
            && side.claim.nature == Nature::Constant
    };
    let one_day = day_of(a).is_some_and(|day| day.day().is_some() && day_of(b) == Some(day));
    if exact(a) && exact(b) && one_day && a.claim.kind == Kind::Count && b.claim.kind == Kind::Count {
        return (Relation::Conflict, Reason::conflict(a, b));
    }
    let fixed = match a.claim.kind {
        Kind::Measure | Kind::Ordinal | Kind::Ratio => true,
        Kind::Money => is_of_one_time(a, b, ONE_WEEK),
        Kind::Percent => is_of_one_time(a, b, 0),
        _ => false,
    };
    if fixed && a.claim.kind == b.claim.kind {
        return (Relation::Conflict, Reason::conflict(a, b));
    }
    (Relation::Unexplained, Reason::unexplained(a, b))
}

/// Whether two figures are of one time: that which both state, else that of texts so many days apart at most.
fn is_of_one_time(a: Side, b: Side, days: i32) -> bool {
    let (x, y) = (time::time_of(a.claim, a.article), time::time_of(b.claim, b.article));
    let days = if x.stated && y.stated { 0 } else { days };
    time::apart(x, y).is_some_and(|apart| apart <= days)
}

/// A result of k to 1 gives the winner k of k + 1 parts.
fn ratio_and_share(ratio: Side, share: Side) -> (Relation, Reason) {
    let winner = scale::winners_share(ratio.claim);
    let loser = scale::losers_share(ratio.claim);
    let meets = winner.meets(share.claim.interval) || loser.meets(share.claim.interval);
    if meets {
        (Relation::Compatible, Reason::ratio_fits(ratio, share))
    } else {
        (Relation::Conflict, Reason::ratio_conflict(ratio, share))
    }
}

/// A bare round number may itself be rounded: half its last place that is not zero, at most a fiftieth of it.
fn loosened(claim: &Claim, interval: Interval) -> Interval {
    if is_approximate(claim)
        && let (End::Closed(low), End::Closed(high)) = (interval.low, interval.high)
    {
        let (middle, tenth) = (f64::midpoint(low, high), (low + high).abs() / 20.0);
        return Interval::between(low.min(middle - tenth), high.max(middle + tenth));
    }
    let odds = claim.kind == Kind::Ratio && claim.value.is_some_and(|value| value >= 1.0);
    if odds && let Some(k) = claim.value.filter(|_| interval.is_point()) {
        return Interval::between(k * 0.95, k * 1.05);
    }
    let rounds = matches!(claim.kind, Kind::Count | Kind::Money | Kind::Measure | Kind::Percent);
    match claim.value {
        Some(value) if interval.is_point() && claim.hedge.is_none() && rounds => {
            let printed = last_place(value);
            let slack = if claim.unit.as_deref() == Some("magnitude") {
                printed / 2.0
            } else if printed > 1.0 || claim.kind == Kind::Measure {
                (printed / 2.0).min(value.abs() * 0.02)
            } else {
                0.0
            };
            let scale = interval.low.value().map_or(1.0, |low| if value == 0.0 { 1.0 } else { low / value });
            let at = value * scale;
            Interval::between(at - slack * scale, at + slack * scale)
        }
        _ => interval,
    }
}

fn is_exact(claim: &Claim) -> bool {
    claim.hedge.is_some_and(|hedge| hedge.effect == Effect::Exact)
}

fn is_approximate(claim: &Claim) -> bool {
    claim.hedge.is_some_and(|hedge| matches!(hedge.effect, Effect::Approximate | Effect::Nearly))
}

fn size(claim: &Claim) -> f64 {
    claim.size().unwrap_or(0.0)
}
