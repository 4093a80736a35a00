//! What words can mean: effects of qualifiers, natures of measures, units, roles in numerals.

use crate::reading::interval::Interval;

/// What the words around a numeral do to its value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Effect {
    /// "about", "some", "an estimated".
    Approximate,
    /// "at least", "no fewer than".
    AtLeast,
    /// "more than", "over".
    MoreThan,
    /// "at most", "up to".
    AtMost,
    /// "fewer than", "below".
    LessThan,
    /// "nearly", "almost", "close to".
    Nearly,
    /// "between 200 and 300".
    Range,
    /// "only": a judgement, not a bound.
    Only,
    /// "exactly", "a total of": the number itself.
    Exact,
}

impl Effect {
    /// Every effect.
    pub const ALL: [Self; 9] = [
        Self::Approximate,
        Self::AtLeast,
        Self::MoreThan,
        Self::AtMost,
        Self::LessThan,
        Self::Nearly,
        Self::Range,
        Self::Only,
        Self::Exact,
    ];

    /// The code in reports and files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Approximate => "approximate",
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::AtMost => "at_most",
            Self::LessThan => "less_than",
            Self::Nearly => "nearly",
            Self::Range => "range",
            Self::Only => "only",
            Self::Exact => "exact",
        }
    }
}

/// How a quantity behaves in time; it decides what a difference between two dates means.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Nature {
    /// Counted from the beginning of an event: it only grows.
    Total,
    /// What is there on a day: it goes either way.
    Stock,
    /// A part of a whole; parts of one whole add up to at most all of it.
    Share,
    /// It does not change.
    Constant,
}

/// What a number word does in a numeral.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum NumberWord {
    /// Adds up: "forty", "two".
    Unit(f64),
    /// Multiplies what stands before it by a hundred.
    Hundred,
    /// Multiplies and closes a group: "thousand", "million".
    Scale(f64),
    /// Multiplies and closes nothing: "dozen".
    Dozen(f64),
    /// A denominator: "thirds", "half".
    Parts(f64),
    /// A multiple: "twice".
    Times(f64),
    /// A quantity without a number: "dozens".
    Vague(Interval),
}

/// A unit that a number can be counted in.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Unit {
    /// What sort of figure it makes.
    pub kind: UnitKind,
    /// Code in reports.
    pub code: &'static str,
    /// How many of the code one of it is: a cent is 0.01 USD.
    pub factor: f64,
}

/// What sort of figure a unit makes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnitKind {
    /// Parts of a hundred.
    Percent,
    /// Percentage points.
    Points,
    /// Time.
    Duration,
    /// Anything physical.
    Measure,
    /// A currency.
    Money,
}

/// On which side of the number a qualifier stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// "at least 27".
    Before,
    /// "27 or more".
    After,
}

/// How a word or phrase names a measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Frame {
    /// The counted noun names it: "27 deaths".
    Noun,
    /// A verb or participle says it of its subject: "40 were killed".
    Subject,
    /// A verb says it of its object: "killed 40".
    Object,
    /// A noun after a ratio or share says it: "a 2-to-1 victory".
    Margin,
}

/// A canonical measure and how the phrase names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MeasureWord {
    /// Name of the measure: "deaths".
    pub measure: &'static str,
    /// How it behaves in time.
    pub nature: Nature,
    /// How the phrase names it.
    pub frame: Frame,
    /// It is said of people only: jobs that were lost are no deaths.
    pub of_people: bool,
}
