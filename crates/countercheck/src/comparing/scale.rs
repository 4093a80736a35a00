//! Common scales: figures in different units of one dimension, and a ratio beside a share.

use crate::reading::claim::{Claim, Kind};
use crate::reading::interval::{End, Interval};
use crate::reading::number::dimension;

/// How two figures can be put side by side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Common {
    /// As they stand.
    Same,
    /// Both in the base unit of their dimension.
    Converted,
    /// One is k to 1, the other a percentage.
    RatioAndShare {
        /// The first of the two is the ratio.
        ratio_first: bool,
    },
}

/// The common scale of two figures.
pub(super) fn common(a: &Claim, b: &Claim) -> Common {
    match (a.kind, b.kind) {
        (Kind::Ratio, Kind::Percent) if is_odds(a) => Common::RatioAndShare { ratio_first: true },
        (Kind::Percent, Kind::Ratio) if is_odds(b) => Common::RatioAndShare { ratio_first: false },
        _ if a.unit != b.unit || a.kind != b.kind => Common::Converted,
        _ => Common::Same,
    }
}

/// A ratio of one side to the other, as opposed to a part of a whole.
fn is_odds(claim: &Claim) -> bool {
    claim.value.is_none_or(|value| value >= 1.0)
}

/// An interval of the values of a figure, on the common scale.
pub(super) fn interval(claim: &Claim, interval: Interval, scale: Common) -> Interval {
    if scale == Common::Converted { in_base_unit(claim, interval) } else { interval }
}

/// An interval of a figure in the base unit of its dimension; parts of a whole in percent.
pub(super) fn in_base_unit(claim: &Claim, interval: Interval) -> Interval {
    let factor = match claim.kind {
        Kind::Ratio | Kind::Vague if is_part(claim) => 100.0,
        _ => claim.unit.as_deref().map_or(1.0, |unit| dimension(unit).1),
    };
    map(interval, |value| value * factor)
}

/// Parts of a whole run from 0 to 1.
fn is_part(claim: &Claim) -> bool {
    claim.interval.high.value().or(claim.value).is_some_and(|high| high <= 1.0)
}

/// What k to 1 gives the winner, in percent.
pub(super) fn winners_share(ratio: &Claim) -> Interval {
    let share = map(ratio.interval, |k| 100.0 * k / (k + 1.0));
    if share.high == End::Unbounded { Interval { high: End::Closed(100.0), ..share } } else { share }
}

/// What k to 1 leaves the loser, in percent.
pub(super) fn losers_share(ratio: &Claim) -> Interval {
    let winner = winners_share(ratio);
    let rest = |end: End| match end {
        End::Unbounded => End::Unbounded,
        End::Closed(value) => End::Closed(100.0 - value),
        End::Open(value) => End::Open(100.0 - value),
    };
    Interval { low: rest(winner.high), high: rest(winner.low) }
}

fn map(interval: Interval, f: impl Fn(f64) -> f64) -> Interval {
    let end = |end: End| match end {
        End::Unbounded => End::Unbounded,
        End::Closed(value) => End::Closed(f(value)),
        End::Open(value) => End::Open(f(value)),
    };
    Interval { low: end(interval.low), high: end(interval.high) }
}
