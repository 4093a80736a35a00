//! Common scales: figures in different units of one dimension, and a ratio beside a share.

use crate::claim::{Claim, Kind};
use crate::interval::{End, Interval};

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

/// The interval of a figure on the common scale.
pub(super) fn on_common(claim: &Claim, scale: Common) -> Interval {
    let factor = match (scale, claim.kind) {
        (Common::Converted, Kind::Ratio | Kind::Vague) if is_part(claim) => 100.0,
        (Common::Converted, _) => claim.unit.as_deref().map_or(1.0, |unit| dimension(unit).1),
        _ => 1.0,
    };
    map(claim.interval, |value| value * factor)
}

/// Parts of a whole run from 0 to 1.
fn is_part(claim: &Claim) -> bool {
    claim.interval.high.value().or(claim.value).is_some_and(|high| high <= 1.0)
}

/// The dimension of a unit and how many base units it is; units of no dimension stand for themselves.
pub(super) fn dimension(unit: &str) -> (&str, f64) {
    match unit {
        "km" => ("length", 1000.0),
        "miles" => ("length", 1609.344),
        "m" => ("length", 1.0),
        "cm" => ("length", 0.01),
        "mm" => ("length", 0.001),
        "feet" => ("length", 0.3048),
        "inches" => ("length", 0.0254),
        "yards" => ("length", 0.9144),
        "kg" => ("mass", 1.0),
        "g" => ("mass", 0.001),
        "lb" => ("mass", 0.453_592_37),
        "ounces" => ("mass", 0.028_349_523_125),
        "tonnes" => ("mass", 1000.0),
        "hectares" => ("area", 10_000.0),
        "acres" => ("area", 4_046.856_422_4),
        "km²" => ("area", 1e6),
        "miles²" => ("area", 2_589_988.110_336),
        "m²" => ("area", 1.0),
        "feet²" => ("area", 0.092_903_04),
        "seconds" => ("time", 1.0),
        "minutes" => ("time", 60.0),
        "hours" => ("time", 3600.0),
        "days" | "nights" => ("time", 86_400.0),
        "weeks" => ("time", 604_800.0),
        "months" => ("time", 2_629_746.0),
        "years" => ("time", 31_556_952.0),
        "kW" => ("power", 1e3),
        "MW" => ("power", 1e6),
        "GW" => ("power", 1e9),
        "watts" => ("power", 1.0),
        other => (other, 1.0),
    }
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
