//! The words for how two figures relate.

/// How two figures of one quantity relate. Ordered by how far apart they are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Relation {
    /// Same value, comparable.
    Same,
    /// They differ only by rounding or precision.
    Rounded,
    /// A floor, ceiling, range or vague word covers the other.
    Compatible,
    /// The as-of dates differ and the quantity can change that way.
    Later,
    /// Window, place, population or definition differ by the texts' own words.
    Scope,
    /// Comparable on their face, the intervals do not meet, and no reason is stated.
    Unexplained,
    /// Same thing, same time: both cannot be true.
    Conflict,
}

/// Four families of relations, by what they leave open.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Family {
    /// Both figures can hold.
    CanBothHold,
    /// They differ and the texts give the reason.
    ReasonGiven,
    /// They differ and no text says why.
    NoReasonGiven,
    /// Both cannot hold.
    CannotBothHold,
}

impl Relation {
    /// Every relation, nearest first.
    pub const ALL: [Self; 7] =
        [Self::Same, Self::Rounded, Self::Compatible, Self::Later, Self::Scope, Self::Unexplained, Self::Conflict];

    /// The code in reports and attributes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Rounded => "rounded",
            Self::Compatible => "compatible",
            Self::Later => "later",
            Self::Scope => "scope",
            Self::Unexplained => "unexplained",
            Self::Conflict => "conflict",
        }
    }

    /// The family it belongs to.
    pub fn family(self) -> Family {
        match self {
            Self::Same | Self::Rounded | Self::Compatible => Family::CanBothHold,
            Self::Later | Self::Scope => Family::ReasonGiven,
            Self::Unexplained => Family::NoReasonGiven,
            Self::Conflict => Family::CannotBothHold,
        }
    }
}

/// Whether two figures rest on one counter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Origin {
    /// Both name the same counter, or one repeats the other.
    One,
    /// Two different counters are named.
    Independent,
    /// The texts do not show it.
    #[default]
    NotShown,
}

impl Origin {
    /// The code in reports.
    pub fn code(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Independent => "independent",
            Self::NotShown => "not_shown",
        }
    }
}
