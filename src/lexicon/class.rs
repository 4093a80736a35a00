//! Classes of words.

/// A set of word classes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Classes(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal $word:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// The class of this name in the lexicon files.
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $($word => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

classes! {
    /// "the", "these", "his".
    DETERMINER = 0 "determiner";
    /// "a", "an".
    ARTICLE = 1 "article";
    /// "in", "of", "after".
    PREPOSITION = 2 "preposition";
    /// "and", "while".
    CONJUNCTION = 3 "conjunction";
    /// "they", "who".
    PRONOUN = 4 "pronoun";
    /// Pronouns that stand for a speaker.
    PERSON_PRONOUN = 5 "person_pronoun";
    /// "is", "have", "will".
    AUXILIARY = 6 "auxiliary";
    /// Forms of "be".
    COPULA = 7 "copula";
    /// Forms of "have".
    HAVE = 8 "have";
    /// "not".
    NEGATION = 9 "negation";
    /// Adverbs that no noun phrase contains.
    ADVERB = 10 "adverb";
    /// "more", "another": on top of an earlier figure.
    INCREMENT = 11 "increment";
    /// Nouns for people.
    PERSON = 12 "person";
    /// Verbs that are easily taken for nouns.
    VERB = 13 "verb";
    /// "Mr", "Gen".
    TITLE = 14 "title";
    /// A full stop after it does not end a sentence.
    ABBREVIATION = 15 "abbreviation";
    /// Days of the week.
    WEEKDAY = 16 "weekday";
    /// "am", "pm".
    MERIDIEM = 17 "meridiem";
    /// Verbs of saying.
    SAYS = 18 "says";
    /// Verbs of counting, whose subject is the counter.
    COUNTS = 19 "counts";
    /// Nouns that carry figures for somebody: "figures", "report".
    VESSEL = 20 "vessel";
    /// Nouns of events.
    EVENT = 21 "event";
    /// Any word of a unit.
    UNIT = 22 "unit";
    /// A full stop between it and a number does not end a sentence: "No. 5", "Sept. 11".
    NUMBERED = 23 "numbered";
    /// "early", "late": narrow a date.
    PART = 24 "part";
    /// "today", "yesterday".
    RELATIVE = 25 "relative";
    /// "last", "this", "next" before a unit of time.
    NEARNESS = 26 "nearness";
    /// Words that make the number behind them a name: "Flight 370".
    LABEL = 27 "label";
    /// "concerned", "talk": the "about" behind them is no qualifier.
    GOVERNS_ABOUT = 28 "governs_about";
    /// "rose", "up": the number behind is a growth.
    RISES = 29 "rises";
    /// "fell", "down": the number behind is a loss.
    FALLS = 30 "falls";
    /// "cost", "reached": the subject is as much as the number behind.
    AMOUNTS = 31 "amounts";
}

impl Classes {
    /// Classes that end the noun phrase after a number.
    pub const ENDS_PHRASE: Self = Self(
        Self::DETERMINER.0
            | Self::ARTICLE.0
            | Self::PREPOSITION.0
            | Self::CONJUNCTION.0
            | Self::PRONOUN.0
            | Self::AUXILIARY.0
            | Self::NEGATION.0
            | Self::ADVERB.0,
    );

    /// Whether the two sets share a class.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
