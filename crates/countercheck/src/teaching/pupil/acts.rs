//! What a pupil does: marks, words on pairs, what stands in blanks.

use crate::comparing::Relation;
use crate::reading::claim::{Claim, Effect};
use crate::words::Key;
use crate::work::journal::Anchor;
use crate::work::journal::standing::Standing;

/// The little word that stands with a figure, as a pupil read it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Qualifier {
    /// There is none.
    None,
    /// "at least".
    AtLeast,
    /// "more than".
    MoreThan,
    /// "about".
    About,
    /// "at most".
    AtMost,
    /// "less than".
    LessThan,
    /// Another one.
    Other,
}

impl Qualifier {
    /// Every qualifier, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::None, Self::AtLeast, Self::MoreThan, Self::About, Self::AtMost, Self::LessThan, Self::Other];

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::About => "about",
            Self::AtMost => "at_most",
            Self::LessThan => "less_than",
            Self::Other => "other",
        }
    }

    /// Its words.
    pub fn key(self) -> Key {
        match self {
            Self::None => Key::PupilNoWord,
            Self::AtLeast => Key::EffectAtLeast,
            Self::MoreThan => Key::EffectMoreThan,
            Self::About => Key::EffectAbout,
            Self::AtMost => Key::EffectAtMost,
            Self::LessThan => Key::EffectLessThan,
            Self::Other => Key::PupilOtherWord,
        }
    }

    /// The one that the program reads with a figure.
    pub fn of(claim: &Claim) -> Self {
        match claim.hedge.map(|hedge| hedge.effect) {
            None | Some(Effect::Exact) => Self::None,
            Some(Effect::AtLeast) => Self::AtLeast,
            Some(Effect::MoreThan) => Self::MoreThan,
            Some(Effect::Approximate) => Self::About,
            Some(Effect::AtMost) => Self::AtMost,
            Some(Effect::LessThan) => Self::LessThan,
            Some(Effect::Nearly | Effect::Range | Effect::Only) => Self::Other,
        }
    }
}

/// A figure as a pupil marked it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// Its number: a second mark of one number takes the place of the first.
    pub id: u64,
    /// The words.
    pub figure: Anchor,
    /// The little word with it.
    pub qualifier: Qualifier,
    /// What it counts: the place of a topic; `None` for something else.
    pub topic: Option<usize>,
    /// The words that say who says so; `None` where no one is named.
    pub who: Option<Anchor>,
}

/// How two figures relate, for a pupil.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// One of the relations.
    Relation(Relation),
    /// "I cannot tell yet".
    CannotTell,
}

impl Verdict {
    /// Every verdict: the relations in their order, then that it cannot be told.
    pub fn all() -> impl Iterator<Item = Self> {
        Relation::ALL.into_iter().map(Self::Relation).chain([Self::CannotTell])
    }

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Relation(relation) => relation.code(),
            Self::CannotTell => "cannot_tell",
        }
    }
}

/// What a pupil says of two marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// The numbers of the marks.
    pub pair: (u64, u64),
    /// The word that was chosen; `None` while there is none.
    pub verdict: Option<Verdict>,
    /// Why.
    pub reason: String,
}

impl Said {
    /// Whether there is a word and a reason for it.
    pub fn is_whole(&self) -> bool {
        self.verdict.is_some() && !self.reason.trim().is_empty()
    }

    pub(super) fn is_of(&self, pair: (u64, u64)) -> bool {
        is_one(self.pair, pair)
    }
}

/// Whether two pairs are of the same marks.
pub(super) fn is_one(a: (u64, u64), b: (u64, u64)) -> bool {
    a == b || a == (b.1, b.0)
}

/// What a pupil does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Act {
    /// Marks a figure, or changes a mark.
    Mark(Mark),
    /// Takes a mark away.
    Unmark(u64),
    /// Says how two figures relate.
    Say(Said),
    /// Fills a blank in the sentence of a topic.
    Blank {
        /// The place of the topic.
        topic: usize,
        /// The place of the blank.
        blank: usize,
        /// What stands in it.
        words: String,
    },
    /// Has the program's marks shown, or its word on a pair. It cannot be undone: what was seen was seen.
    Shown(Option<(u64, u64)>),
    /// What a newer program wrote: has no effect, and is kept.
    Unknown(String),
}

impl Act {
    /// Whether it can be taken back.
    pub(super) fn can_be_undone(&self) -> bool {
        !matches!(self, Self::Shown(_) | Self::Unknown(_))
    }

    /// Whether it goes on with the act before it: more letters of the same words.
    pub(super) fn continues(&self, before: &Self) -> bool {
        match (self, before) {
            (Self::Say(said), Self::Say(before)) => {
                said.pair == before.pair && said.verdict == before.verdict && !before.reason.is_empty()
            }
            (Self::Blank { topic, blank, .. }, Self::Blank { topic: topic_before, blank: blank_before, .. }) => {
                (topic, blank) == (topic_before, blank_before)
            }
            _ => false,
        }
    }
}

/// An act, when it was done, and whether it is in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Seconds since the beginning of 1970, in UTC; 0 where the time is not known.
    pub at: u64,
    /// What was done.
    pub act: Act,
    /// Whether it is in force.
    pub standing: Standing,
}

impl Entry {
    pub(super) fn is(&self, standing: Standing) -> bool {
        self.standing == standing && self.act.can_be_undone()
    }
}
