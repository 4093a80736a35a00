//! Reasons: why a pair relates as it does, in one sentence of the catalogue.

use super::judge::Side;
use super::label::measure_key;
use super::scale;
use super::window::day_of;
use crate::comparing::wording;
use crate::reading::claim::Kind;
use crate::reading::date::PartialDate;
use crate::reading::interval::{End, Interval};
use crate::reading::language::Language;
use crate::reading::text::{Span, fold};
use crate::words::{Key, Words};

/// A reason: a line of the catalogue and what is filled in. Rendered in any language of the interface.
#[derive(Clone, PartialEq, Debug)]
pub struct Reason {
    key: Key,
    parts: Vec<Part>,
}

/// What is filled in.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Part {
    /// Words of a text: the same in every language.
    Words(String),
    /// A number that was worked out.
    Number(f64),
    /// Numbers that are added up: "180 + 150 + 20".
    Added(Vec<f64>),
    /// A figure with its qualifier.
    Figure(wording::Figure),
    /// A line of the catalogue inside the sentence.
    Line(Key),
    /// A date, written as the language does.
    Date(PartialDate),
    /// Two dates.
    Window(PartialDate, PartialDate),
    /// A further reason sentence.
    Sentence(Box<Reason>),
}

impl Reason {
    /// The sentence in a language.
    pub fn sentence(&self, language: Language) -> String {
        fold::capitalised(&self.clause(language))
    }

    /// The same without the capital, to stand inside a sentence.
    pub(super) fn clause(&self, language: Language) -> String {
        let words = Words::new(language);
        let parts: Vec<String> = self.parts.iter().map(|part| part.text(language)).collect();
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        words.fill(self.key, &parts)
    }

    /// What a user gives as the reason, or that none was given.
    pub fn given(words: &str) -> Self {
        let key = if words.trim().is_empty() { Key::WhyGivenNone } else { Key::WhyGiven };
        Self::new(key, vec![fold::one_line(words).into()])
    }

    /// A sentence with its parts filled in.
    pub(super) fn new(key: Key, parts: Vec<Part>) -> Self {
        Self { key, parts }
    }

    fn of_two(key: Key, a: Side, b: Side) -> Self {
        Self::new(key, vec![printed(a), printed(b)])
    }

    pub(super) fn same(a: Side, b: Side) -> Self {
        let figure = |side: Side| fold::lowered(&wording::figure(&side.article.text, side.claim));
        let alike = bare(a).is_some() && bare(a) == bare(b) || figure(a) == figure(b);
        if alike { Self::new(Key::WhySame, vec![printed(a)]) } else { Self::of_two(Key::WhySamePoint, a, b) }
    }

    pub(super) fn rounded(a: Side, b: Side) -> Self {
        let units = a.claim.unit != b.claim.unit && a.claim.kind == Kind::Measure;
        Self::of_two(if units { Key::WhyConverted } else { Key::WhyRounded }, a, b)
    }

    /// Both can be true: the sentence names the bound that covers the other figure.
    pub(super) fn compatible(a: Side, b: Side, x: Interval, y: Interval) -> Self {
        let reason = if y.covers(x) {
            covered(a, b, x, y)
        } else if x.covers(y) {
            covered(b, a, y, x)
        } else {
            Self::of_two(Key::WhyOverlap, a, b)
        };
        reason.with_order_of_texts(a, b)
    }

    /// Adds that the newer text gives the lower figure, where the order of the texts is certain.
    fn with_order_of_texts(self, a: Side, b: Side) -> Self {
        let floors = a.claim.interval.high == End::Unbounded || b.claim.interval.high == End::Unbounded;
        let Some((older, newer)) = texts_in_order(a, b).filter(|_| floors) else { return self };
        match (older.claim.value, newer.claim.value) {
            (Some(before), Some(after)) if after < before => {
                let letter = Part::Words(newer.article.id.clone());
                Self::new(Key::WhyNewerLower, vec![Part::Sentence(Box::new(self)), letter])
            }
            _ => self,
        }
    }

    /// One of the two names no number: "most of them".
    pub(super) fn without_number(a: Side, b: Side, first: bool) -> Self {
        let (vague, figure) = if first { (a, b) } else { (b, a) };
        Self::of_two(Key::WhyWithoutNumber, vague, figure)
    }

    pub(super) fn narrower(wide: Side, narrow: Side, window: Span) -> Self {
        let words = Part::Words(fold::one_line(window.of(&narrow.article.text)));
        Self::new(Key::WhyScopeWindow, vec![printed(wide), printed(narrow), words])
    }

    pub(super) fn windows(a: Side, b: Side) -> Self {
        let window = |side: Side| match (side.claim.period.from, side.claim.period.to) {
            (Some(from), Some(to)) => Part::Window(from, to),
            _ => Part::Words(String::new()),
        };
        Self::new(Key::WhyScopeWindows, vec![printed(a), printed(b), window(a), window(b)])
    }

    pub(super) fn populations(a: Side, b: Side) -> Self {
        let counted = |side: Side| Part::Words(fold::one_line(&side.claim.counted));
        Self::new(Key::WhyScopeCounted, vec![printed(a), printed(b), counted(a), counted(b)])
    }

    pub(super) fn later(older: Side, newer: Side) -> Self {
        Self::dated(Key::WhyLater, older, newer)
    }

    /// The newer text gives the other number; no day of counting is stated.
    pub(super) fn later_text(older: Side, newer: Side) -> Self {
        Self::dated(Key::WhyLaterText, older, newer)
    }

    /// A text tells how its figure came to differ from the other.
    pub(super) fn account(other: Side, told: Side, words: Span) -> Self {
        Self::quoting(Key::WhyAccount, other, told, words)
    }

    /// A text calls its own figure an earlier one.
    pub(super) fn former(other: Side, told: Side, words: Span) -> Self {
        Self::quoting(Key::WhyFormer, other, told, words)
    }

    /// A text names the difference and who counts otherwise.
    pub(super) fn counted_apart(other: Side, told: Side, words: Span) -> Self {
        Self::quoting(Key::WhyCountedApart, other, told, words)
    }

    /// One figure is defined by its text, the other is not.
    pub(super) fn definition(plain: Side, marked: Side, words: Span) -> Self {
        Self::quoting(Key::WhyDefinition, plain, marked, words)
    }

    /// Both figures are defined, and differently.
    pub(super) fn definitions(a: Side, b: Side, x: Span, y: Span) -> Self {
        Self::new(Key::WhyDefinitions, vec![printed(a), printed(b), quoted(a, x), quoted(b, y)])
    }

    /// One counts from a day on, the other a short time.
    pub(super) fn stretches(long: Side, short: Side, since: Span, day: Span) -> Self {
        Self::new(Key::WhyStretches, vec![printed(long), printed(short), quoted(long, since), quoted(short, day)])
    }

    fn quoting(key: Key, other: Side, told: Side, words: Span) -> Self {
        Self::new(key, vec![printed(other), printed(told), quoted(told, words)])
    }

    /// A share, and a distance between shares.
    pub(super) fn points(share: Side, points: Side) -> Self {
        Self::of_two(Key::WhyPoints, share, points)
    }

    /// A bound that leaves out the number itself, which may be rounded.
    pub(super) fn edge(a: Side, b: Side) -> Self {
        let (number, bound) = if a.claim.room().is_bounded() { (a, b) } else { (b, a) };
        Self::of_two(Key::WhyEdge, number, bound)
    }

    pub(super) fn two_currencies(a: Side, b: Side) -> Self {
        Self::of_two(Key::WhyTwoCurrencies, a, b)
    }

    /// A part and what its sentence adds to it make the other figure.
    pub(super) fn sum(whole: Side, part: Side, rest: Side) -> Self {
        let sum = part.claim.value.unwrap_or_default() + rest.claim.value.unwrap_or_default();
        Self::new(Key::WhySum, vec![printed(whole), printed(part), printed(rest), Part::Number(sum)])
    }

    /// One figure comes on top of an earlier one.
    pub(super) fn on_top(level: Side, more: Side) -> Self {
        let words = quoted(more, more.claim.phrase);
        Self::new(Key::WhyOnTop, vec![printed(level), printed(more), words])
    }

    /// One figure is not of what was counted but of what is to come, or asked for.
    pub(super) fn mood(plain: Side, other: Side, mood: Key) -> Self {
        let words = quoted(other, other.claim.phrase);
        Self::new(Key::WhyMood, vec![printed(plain), printed(other), Part::Line(mood), words])
    }

    pub(super) fn unit_left_out(short: Side, whole: Side) -> Self {
        Self::of_two(Key::WhyUnitLeftOut, short, whole)
    }

    pub(super) fn converted_beside(a: Side, b: Side) -> Self {
        Self::of_two(Key::WhyConvertedBeside, a, b)
    }

    /// Two named counters, two numbers.
    pub(super) fn two_counters(a: Side, b: Side) -> Self {
        let who = |side: Side| {
            Part::Words(side.claim.attribution.as_ref().map_or(String::new(), |by| fold::one_line(&by.text)))
        };
        Self::new(Key::WhyTwoCounters, vec![printed(a), printed(b), who(a), who(b)])
    }

    pub(super) fn later_stock(older: Side, newer: Side) -> Self {
        Self::dated(Key::WhyLaterStock, older, newer)
    }

    pub(super) fn shrinks(older: Side, newer: Side) -> Self {
        Self::dated(Key::WhyShrinks, older, newer)
    }

    /// Both print one number; the sentence names what each counts.
    pub(super) fn same_digits(a: Side, b: Side) -> Self {
        let words = |side: Side, span: Span| Part::Words(fold::one_line(span.of(&side.article.text)));
        let thing = |side: Side| match side.claim.measure.and_then(measure_key) {
            Some(key) => Part::Line(key),
            None => Part::Words(fold::one_line(&side.claim.counted)),
        };
        let phrase = |side: Side| words(side, side.claim.phrase);
        let parts = vec![words(a, a.claim.quote), thing(a), phrase(a), thing(b), phrase(b)];
        Self::new(Key::WhySameDigits, parts)
    }

    fn dated(key: Key, older: Side, newer: Side) -> Self {
        let day = |side: Side| day_of(side).map_or(Part::Words(String::new()), Part::Date);
        Self::new(key, vec![printed(older), printed(newer), day(older), day(newer)])
    }

    pub(super) fn unexplained(a: Side, b: Side) -> Self {
        Self::of_two(Key::WhyUnexplained, a, b)
    }

    pub(super) fn conflict(a: Side, b: Side) -> Self {
        Self::of_two(Key::WhyConflict, a, b)
    }

    pub(super) fn shares(a: Side, b: Side) -> Self {
        Self::of_two(Key::WhyConflictShares, a, b)
    }

    pub(super) fn ratio_fits(ratio: Side, share: Side) -> Self {
        Self::new(Key::WhyRatioFits, vec![printed(share), printed(ratio), percent(scale::winners_share(ratio.claim))])
    }

    pub(super) fn ratio_conflict(ratio: Side, share: Side) -> Self {
        let winner = percent(scale::winners_share(ratio.claim));
        let loser = percent(scale::losers_share(ratio.claim));
        Self::new(Key::WhyRatioConflict, vec![printed(share), printed(ratio), winner, loser])
    }
}

/// `inner` lies within the bounds of `outer`.
fn covered(inner: Side, outer: Side, x: Interval, y: Interval) -> Reason {
    let floor = y.high == End::Unbounded && y.low != End::Unbounded;
    let ceiling = y.low == End::Unbounded && y.high != End::Unbounded;
    let key = if floor && x.high == End::Unbounded {
        Key::WhyTwoFloors
    } else if ceiling && x.low == End::Unbounded {
        Key::WhyTwoCeilings
    } else if (floor || ceiling) && outer.claim.hedge.is_some() && inner.claim.hedge.is_none() {
        Key::WhyIsFloor
    } else if outer.claim.kind == Kind::Vague {
        Key::WhyVague
    } else if y.low == End::Unbounded || y.high == End::Unbounded {
        Key::WhyOverlap
    } else {
        Key::WhyWithin
    };
    Reason::of_two(key, inner, outer)
}

/// The older and the newer text, where that is certain; the date of an undated text is only its earliest.
fn texts_in_order<'c>(a: Side<'c>, b: Side<'c>) -> Option<(Side<'c>, Side<'c>)> {
    let later = |older: Side, newer: Side| {
        let order = older.article.date?.order(newer.article.date?)?;
        Some(order.is_lt() && !older.article.date_is_earliest)
    };
    if later(a, b)? {
        Some((a, b))
    } else if later(b, a)? {
        Some((b, a))
    } else {
        None
    }
}

/// A figure that has no qualifier, as printed.
fn bare(side: Side<'_>) -> Option<&str> {
    side.claim.hedge.is_none().then(|| side.claim.quote.of(&side.article.text))
}

/// A figure with its qualifier.
pub(super) fn printed(side: Side) -> Part {
    Part::Figure(wording::Figure::of(&side.article.text, side.language, side.claim))
}

/// Words of a text, on one line.
fn quoted(side: Side, span: Span) -> Part {
    Part::Words(fold::one_line(span.of(&side.article.text)))
}

fn percent(share: Interval) -> Part {
    let value = share.low.value().filter(|low| *low >= 50.0).or(share.high.value()).unwrap_or(0.0);
    Part::Number(value.round())
}

impl From<String> for Part {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl Part {
    fn text(&self, language: Language) -> String {
        let words = Words::new(language);
        match self {
            Self::Words(text) => text.clone(),
            Self::Number(value) => wording::number(words, *value),
            Self::Added(numbers) => {
                numbers.iter().map(|number| wording::number(words, *number)).collect::<Vec<_>>().join(" + ")
            }
            Self::Figure(figure) => figure.text(words),
            Self::Line(key) => fold::lowered(words.get(*key)),
            Self::Date(date) => wording::date(words, *date),
            Self::Window(from, to) if from == to => wording::date(words, *from),
            Self::Window(from, to) => format!("{} – {}", wording::date(words, *from), wording::date(words, *to)),
            Self::Sentence(reason) => reason.sentence(language),
        }
    }
}
