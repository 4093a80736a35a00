//! Claims: what a text says is counted, how many, where, when, and who says so.

use crate::date::Period;
use crate::number::Interval;
use crate::text::Span;

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

/// How a quantity behaves in time; it decides what a difference between two dates means.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Nature {
    /// Counted from the beginning of an event: it only grows.
    Total,
    /// What is there on a day: it goes either way.
    Stock,
    /// What happened in a window; two are comparable only over one window.
    Flow,
    /// A part of a whole; parts of one whole add up to at most all of it.
    Share,
    /// It does not change.
    Constant,
}

/// The event, place or population that a figure is said of, in the text's own words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scope {
    /// Where the words stand.
    pub span: Span,
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
}

/// Reads the figures of one article. Never fails.
pub fn read(article: &crate::collection::Article) -> crate::compare::Reading {
    crate::compare::Reading {
        language: article.language.unwrap_or_default(),
        sentences: vec![Span::new(0, article.text.len())],
        claims: Vec::new(),
    }
}
