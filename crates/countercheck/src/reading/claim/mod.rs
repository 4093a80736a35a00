//! Claims: what a text says is counted, how many, where, when, and who says so.

mod age;
mod antecedent;
mod context;
mod counted;
mod figure;
mod frame;
mod lookalike;
mod mood;
mod quotation;
mod reader;
mod source;
mod speech;
mod subject;
mod timing;
mod voice;

pub use context::{Context, EventMention};
pub use mood::Mood;
pub use reader::{propose, read};

pub use crate::reading::lexicon::{Effect, Nature};

use crate::reading::date::Period;
use crate::reading::interval::{End, Interval};
use crate::reading::language::Language;
use crate::reading::text::Span;

/// What sort of figure it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Kind {
    /// Things counted: "28 deaths".
    Count,
    /// Parts of a hundred: "52%".
    Percent,
    /// One number over another: "2-to-1", "two thirds", "twice".
    Ratio,
    /// An amount in a currency.
    Money,
    /// A physical quantity: length, mass, magnitude, temperature.
    Measure,
    /// A length of time or an age.
    Duration,
    /// A day, a month, a year, a period or a clock time.
    Date,
    /// A rank: "third".
    Ordinal,
    /// A quantity without a number: "dozens", "most".
    Vague,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Count,
        Self::Percent,
        Self::Ratio,
        Self::Money,
        Self::Measure,
        Self::Duration,
        Self::Date,
        Self::Ordinal,
        Self::Vague,
    ];

    /// The code in reports and files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Ratio => "ratio",
            Self::Money => "money",
            Self::Measure => "measure",
            Self::Duration => "duration",
            Self::Date => "date",
            Self::Ordinal => "ordinal",
            Self::Vague => "vague",
        }
    }
}

/// The qualifier of a figure: its words and what they do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hedge {
    /// Where the words stand.
    pub span: Span,
    /// What they do to the value.
    pub effect: Effect,
}

/// Which way a figure changed, for changes as opposed to levels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trend {
    /// "rose 5%".
    Up,
    /// "2,000 fewer".
    Down,
}

/// The event, place or population that a figure is said of, in the text's own words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scope {
    /// Where the words stand.
    pub span: Span,
    /// The words limit the figure to a part of an event: "the days after the election".
    pub narrows: bool,
}

/// Who says so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attribution {
    /// The counter, in the text's own words; a short name is given as the text's fuller one.
    pub text: String,
    /// Where the words stand.
    pub span: Span,
    /// Those who pass the figure on, the nearest to the counter first.
    pub via: Vec<String>,
}

/// One figure in one text, with everything that has to stay attached to it.
///
/// Invariants: `sentence` contains `phrase`, `phrase` contains `quote`; `value`, where there is one, lies in the
/// closure of `interval`.
#[derive(Clone, PartialEq, Debug)]
pub struct Claim {
    /// Address, stable for one text: the letter of the article and the place among its claims, "A.7".
    pub id: String,
    /// The number expression: scale word, currency, percent sign or unit included; no qualifier, no counted noun.
    pub quote: Span,
    /// The number with its qualifier and what is counted: "approximately 2,400 arrests".
    pub phrase: Span,
    /// The sentence around it.
    pub sentence: Span,
    /// What sort of figure it is.
    pub kind: Kind,
    /// The number itself; `None` for ranges, vague words and dates. Percent in percent, money in whole units.
    pub value: Option<f64>,
    /// The values that the qualifier allows.
    pub interval: Interval,
    /// The qualifier that bounds or loosens the value.
    pub hedge: Option<Hedge>,
    /// Counted on top of an earlier figure: "14 more".
    pub increment: bool,
    /// Set where the figure is a change and not a level.
    pub trend: Option<Trend>,
    /// Whether it was counted, or is expected, feared, demanded or denied.
    pub mood: Mood,
    /// What one unit of the value is: "person", "USD", "km", "percent".
    pub unit: Option<String>,
    /// What is counted, in the text's own words: "arrests".
    pub counted: String,
    /// The canonical measure, where the lexicon knows one: "deaths".
    pub measure: Option<&'static str>,
    /// How the quantity behaves in time.
    pub nature: Nature,
    /// The event, place or population.
    pub scope: Option<Scope>,
    /// The window and the as-of date.
    pub period: Period,
    /// Who says so; `None` where the text names nobody.
    pub attribution: Option<Attribution>,
    /// The figure of the same text that this one is a part of: "100 of them", or the held of whom some were released.
    /// An index into the same reading's claims, lower than its own.
    pub whole: Option<usize>,
    /// How many names the text lists right behind it: "seven countries — Argentina, Canada, …".
    pub listed: Option<u16>,
    /// What stands around it.
    pub context: Context,
}

impl Claim {
    /// A part of a whole without a number: "most of them".
    pub fn is_vague_part(&self) -> bool {
        self.kind == Kind::Vague && self.interval.high == End::Closed(1.0)
    }

    /// A share of one whole, as of a vote: shares of it add up to at most all of it.
    pub fn is_share_of_whole(&self) -> bool {
        self.kind == Kind::Percent && self.nature == Nature::Share && self.measure.is_some()
    }

    /// The number, or the end of the interval that is known.
    pub fn size(&self) -> Option<f64> {
        self.value.or(self.interval.low.value()).or(self.interval.high.value())
    }

    /// A figure of which nothing is known but its kind and where it stands.
    pub fn bare(id: String, kind: Kind, quote: Span) -> Self {
        Self {
            id,
            quote,
            phrase: quote,
            sentence: quote,
            kind,
            value: None,
            interval: Interval::ALL,
            hedge: None,
            increment: false,
            trend: None,
            mood: Mood::default(),
            unit: None,
            counted: String::new(),
            measure: None,
            nature: Nature::Constant,
            scope: None,
            period: Period::default(),
            attribution: None,
            whole: None,
            listed: None,
            context: Context::default(),
        }
    }
}

/// What was read in one article.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// The language it was read in.
    pub language: Language,
    /// Sentences in order; they do not overlap and leave out only white space.
    pub sentences: Vec<Span>,
    /// Figures in the order of the text.
    pub claims: Vec<Claim>,
}
