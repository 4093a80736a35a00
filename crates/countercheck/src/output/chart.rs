//! The number line: pure geometry. Positions are in percent of the width, so that a drawing stretches without script.
//!
//! | wording | shape |
//! | --- | --- |
//! | 28 | [`Shape::Dot`] |
//! | 2,400, 61.4 percent | [`Shape::Soft`]: a dot in the whisker of what rounds to it |
//! | at least 27, more than 27, at most 27, less than 27 | [`Shape::Ray`] with a filled or hollow dot |
//! | about 27, nearly 27 | [`Shape::Soft`]: a dot in a whisker |
//! | 25 to 28 | [`Shape::Bar`] |
//! | dozens, most | [`Shape::Hatch`] |
//!
//! Only figures of one unit share an axis; a ratio beside shares, a day beside counts, has no shape.

use crate::comparing::wording::number;
use crate::reading::claim::{Claim, Effect, Kind};
use crate::reading::interval::{End, Interval};
use crate::words::Words;

/// What one figure allows, drawn on the axis. Positions from 0 (left edge) to 100.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Shape {
    /// One value.
    Dot {
        /// Where it lies.
        at: f64,
    },
    /// A floor or a ceiling: a dot and an arrow to the edge.
    Ray {
        /// Where the dot lies.
        at: f64,
        /// Whether the value itself is excluded.
        open: bool,
        /// Whether the arrow points to the right.
        up: bool,
    },
    /// A value with tolerance.
    Soft {
        /// Where the value lies.
        at: f64,
        /// Left end of the tolerance.
        from: f64,
        /// Right end of the tolerance.
        to: f64,
    },
    /// Everything between two values.
    Bar {
        /// Left end.
        from: f64,
        /// Right end.
        to: f64,
    },
    /// A vague word.
    Hatch {
        /// Left end.
        from: f64,
        /// Right end.
        to: f64,
    },
}

/// A labelled place on the axis.
#[derive(Clone, PartialEq, Debug)]
pub struct Tick {
    /// Where it lies.
    pub at: f64,
    /// Its number, as the language prints it.
    pub label: String,
}

/// One axis and a shape for every figure that lies on it, in the order given.
#[derive(Clone, PartialEq, Debug)]
pub struct NumberLine {
    /// Places on the axis, from the left.
    pub ticks: Vec<Tick>,
    /// One entry a figure; `None` where its unit is not that of the axis.
    pub shapes: Vec<Option<Shape>>,
}

/// Draws figures on one axis; `None` if none of them has a place on it.
pub fn number_line(claims: &[&Claim], words: Words) -> Option<NumberLine> {
    let unit = commonest(claims)?;
    let on_axis = |claim: &&&Claim| unit_of(claim).as_ref() == Some(&unit);
    let ends: Vec<f64> = claims.iter().filter(on_axis).flat_map(|claim| finite_ends(claim)).collect();
    let axis = Axis::around(&ends, unit.0 == Kind::Count)?;
    let shape = |claim: &&Claim| on_axis(&claim).then(|| axis.shape(claim)).flatten();
    Some(NumberLine { ticks: axis.ticks(words), shapes: claims.iter().map(shape).collect() })
}

type Unit<'a> = (Kind, Option<&'a str>);

/// What has to be equal for two figures to share an axis. A vague amount is a count.
fn unit_of(claim: &Claim) -> Option<Unit<'_>> {
    match claim.kind {
        Kind::Count | Kind::Vague => Some((Kind::Count, None)),
        Kind::Percent | Kind::Ratio => Some((claim.kind, None)),
        Kind::Money | Kind::Measure | Kind::Duration => Some((claim.kind, claim.unit.as_deref())),
        Kind::Date | Kind::Ordinal => None,
    }
}

/// The unit of most figures; of two equally common ones the one that comes first.
fn commonest<'a>(claims: &[&'a Claim]) -> Option<Unit<'a>> {
    let units: Vec<Unit> = claims.iter().filter_map(|claim| unit_of(claim)).collect();
    let times = |unit: &Unit| units.iter().filter(|other| *other == unit).count();
    units.iter().rev().max_by_key(|unit| times(unit)).copied()
}

/// What the figure leaves open ([`Claim::room`], which the judge compares), as the words bound it: a limit that goes without saying, as 100% for "over 60%", is not drawn.
fn worded(claim: &Claim) -> Interval {
    let Interval { low, high } = claim.room();
    match claim.hedge.map(|hedge| hedge.effect) {
        Some(Effect::AtLeast | Effect::MoreThan) => Interval { low, high: End::Unbounded },
        Some(Effect::AtMost | Effect::LessThan) => Interval { low: End::Unbounded, high },
        _ => Interval { low, high },
    }
}

fn finite_ends(claim: &Claim) -> impl Iterator<Item = f64> {
    let Interval { low, high } = worded(claim);
    [low.value(), high.value(), claim.value].into_iter().flatten().filter(|end| end.is_finite())
}

/// A stretch of the numbers with round places on it.
struct Axis {
    first: f64,
    step: f64,
    steps: u32,
}

/// Share of a step that is left free on both sides of the outermost ticks.
const MARGIN: f64 = 0.6;

const MOST_STEPS: f64 = 5.0;

impl Axis {
    /// An axis on which every end lies inside the outermost ticks; whole numbers only, where things are counted.
    fn around(ends: &[f64], whole: bool) -> Option<Self> {
        let low = ends.iter().copied().reduce(f64::min)?;
        let high = ends.iter().copied().reduce(f64::max)?;
        let spread = if high > low { high - low } else { low.abs().max(1.0) / 10.0 };
        let step = round_step(spread / MOST_STEPS).max(if whole { 1.0 } else { 0.0 });
        let below = ((low / step).ceil() - 1.0) * step;
        let first = if low >= 0.0 { below.max(0.0) } else { below };
        let last = ((high / step).floor() + 1.0) * step;
        Some(Self { first, step, steps: ((last - first) / step).round() as u32 })
    }

    fn at(&self, value: f64) -> f64 {
        let steps = (value - self.first) / self.step + MARGIN;
        100.0 * steps / (f64::from(self.steps) + 2.0 * MARGIN)
    }

    fn ticks(&self, words: Words) -> Vec<Tick> {
        let tick = |i: u32| {
            let value = self.first + f64::from(i) * self.step;
            Tick { at: self.at(value), label: number(words, value) }
        };
        (0..=self.steps).map(tick).collect()
    }

    fn shape(&self, claim: &Claim) -> Option<Shape> {
        let at = |end: End| end.value().map(|value| self.at(value));
        let Interval { low, high } = worded(claim);
        if claim.kind == Kind::Vague {
            return Some(Shape::Hatch { from: at(low).unwrap_or(0.0), to: at(high).unwrap_or(100.0) });
        }
        match (at(low), at(high)) {
            (Some(_), Some(to)) if low == high => Some(Shape::Dot { at: to }),
            (Some(from), Some(to)) => Some(match claim.value {
                Some(value) => Shape::Soft { at: self.at(value), from, to },
                None => Shape::Bar { from, to },
            }),
            (Some(from), None) => Some(Shape::Ray { at: from, open: low.is_open(), up: true }),
            (None, Some(to)) => Some(Shape::Ray { at: to, open: high.is_open(), up: false }),
            (None, None) => claim.value.map(|value| Shape::Dot { at: self.at(value) }),
        }
    }
}

/// The smallest of 1, 2 and 5 times a power of ten that is not below `raw`.
fn round_step(raw: f64) -> f64 {
    let mut power = 1.0;
    while power > raw {
        power /= 10.0;
    }
    while power * 10.0 <= raw && power.is_finite() {
        power *= 10.0;
    }
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| factor * power >= raw * 0.999);
    factor.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::claim::Hedge;
    use crate::reading::text::Span;

    fn claim(kind: Kind, interval: &str, value: Option<f64>) -> Claim {
        let interval = interval.parse().unwrap();
        Claim { value, interval, ..Claim::bare(String::new(), kind, Span::default()) }
    }

    /// The ticks and, a row a figure, its shape with positions rounded to whole percents.
    fn drawn(claims: &[Claim]) -> String {
        let claims: Vec<&Claim> = claims.iter().collect();
        let Some(line) = number_line(&claims, Words::ENGLISH) else { return "nothing".to_owned() };
        let ticks: Vec<String> = line.ticks.into_iter().map(|tick| tick.label).collect();
        let shape = |shape: &Option<Shape>| match *shape {
            None => "none".to_owned(),
            Some(Shape::Dot { at }) => format!("dot {at:.0}"),
            Some(Shape::Ray { at, open, up }) => {
                format!("{} {} {at:.0}", if open { "hollow" } else { "filled" }, if up { "up" } else { "down" })
            }
            Some(Shape::Soft { at, from, to }) => format!("soft {from:.0} {at:.0} {to:.0}"),
            Some(Shape::Bar { from, to }) => format!("bar {from:.0} {to:.0}"),
            Some(Shape::Hatch { from, to }) => format!("hatch {from:.0} {to:.0}"),
        };
        format!("{} | {}", ticks.join(" "), line.shapes.iter().map(shape).collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn floors_and_points_share_an_axis() {
        let deaths = [
            claim(Kind::Count, "[27, -)", Some(27.0)),
            claim(Kind::Count, "[28, 28]", Some(28.0)),
            claim(Kind::Count, "(25, -)", Some(25.0)),
        ];
        assert_eq!(drawn(&deaths), "24 25 26 27 28 29 | filled up 58, dot 74, hollow up 26");
    }

    #[test]
    fn tolerance_range_ceiling_and_vague_words() {
        let figures = [
            claim(Kind::Count, "[2160, 2640]", Some(2400.0)),
            claim(Kind::Count, "[2000, 2200]", None),
            claim(Kind::Count, "(-, 2500)", Some(2500.0)),
            claim(Kind::Vague, "[2200, -)", None),
            claim(Kind::Vague, "(-, -)", None),
        ];
        assert_eq!(
            drawn(&figures),
            "1,800 2,000 2,200 2,400 2,600 2,800 | soft 39 58 77, bar 26 42, hollow down 66, hatch 42 100, hatch 0 100"
        );
    }

    #[test]
    fn units_do_not_mix() {
        let result = [
            claim(Kind::Percent, "[52, 52]", Some(52.0)),
            claim(Kind::Percent, "(60, -)", Some(60.0)),
            claim(Kind::Ratio, "[2, 2]", Some(2.0)),
            claim(Kind::Ratio, "(2, -)", Some(2.0)),
        ];
        assert_eq!(drawn(&result), "50 52 54 56 58 60 62 | dot 22, hollow up 78, none, none");
        assert_eq!(drawn(&[claim(Kind::Date, "(-, -)", None)]), "nothing");
        assert_eq!(drawn(&[claim(Kind::Vague, "(-, -)", None)]), "nothing");
    }

    #[test]
    fn limits_that_go_without_saying_are_not_drawn() {
        let mut most = claim(Kind::Percent, "(60, 100]", Some(60.0));
        most.hedge = Some(Hedge { span: Span::default(), effect: Effect::MoreThan });
        assert_eq!(drawn(&[most]), "58 60 62 | hollow up 50");
    }

    #[test]
    fn what_rounds_to_a_bare_number_is_drawn() {
        let mut round = claim(Kind::Count, "[2400, 2400]", Some(2400.0));
        round.slack = 48.0;
        let shape = drawn(&[round.clone(), claim(Kind::Count, "[2300, 2300]", Some(2300.0))]);
        assert_eq!(shape, "2,250 2,300 2,350 2,400 2,450 | soft 51 69 88, dot 31");
        // A qualifier says itself what it leaves open.
        round.hedge = Some(Hedge { span: Span::default(), effect: Effect::Exact });
        assert!(drawn(&[round]).ends_with("dot 50"));
    }

    #[test]
    fn one_value_still_has_room() {
        assert_eq!(drawn(&[claim(Kind::Count, "[7, 7]", Some(7.0))]), "6 7 8 | dot 50");
        assert_eq!(drawn(&[claim(Kind::Count, "[0, 0]", Some(0.0))]), "0 1 | dot 27");
        assert_eq!(drawn(&[claim(Kind::Percent, "[0.5, 0.5]", Some(0.5))]), "0.48 0.5 0.52 | dot 50");
    }
}
