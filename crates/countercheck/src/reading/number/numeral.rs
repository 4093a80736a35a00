//! Numerals: number expressions with their unit, as they stand in the text.

use std::ops::Range;

use super::cardinal::{Cardinal, cardinal_at, lent};
use super::unit::{one_unit_at, unit_at, with_unit};
use super::{fraction, money, none, part, vague};
use crate::reading::document::Document;
use crate::reading::interval::Interval;
use crate::reading::lexicon::{Classes, Effect, NumberWord};
use crate::reading::text::{TokenKind, plain_digits};

/// What a numeral says, before any qualifier.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Amount {
    /// A number.
    Value(f64),
    /// Two numbers and all between them.
    Between(f64, f64),
    /// A quantity without a number.
    Vague(Interval),
}

/// What sort of number a numeral is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// A count.
    Count,
    /// Parts of a hundred.
    Percent,
    /// Percentage points.
    Points,
    /// A number over a number.
    Ratio,
    /// An amount of money.
    Money,
    /// A physical quantity.
    Measure,
    /// A length of time.
    Duration,
    /// A rank.
    Ordinal,
}

/// A number expression: scale word, currency, percent sign and unit included.
#[derive(Clone, PartialEq, Debug)]
pub struct Numeral {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it says.
    pub amount: Amount,
    /// What sort of number it is.
    pub form: Form,
    /// The code of its unit, if it has one.
    pub unit: Option<&'static str>,
    /// Bare digits without separator, scale or unit: a year or a label, unless the words around it say otherwise.
    pub bare: bool,
    /// The scale that its number ends in, as that of [`Cardinal`].
    pub scale: f64,
}

impl Numeral {
    /// The number itself, where it is one.
    pub fn value(&self) -> Option<f64> {
        match self.amount {
            Amount::Value(value) => Some(value),
            Amount::Between(..) | Amount::Vague(_) => None,
        }
    }

    /// A numeral without unit.
    pub(super) fn plain(tokens: Range<usize>, amount: Amount, form: Form) -> Self {
        Self { tokens, amount, form, unit: None, bare: false, scale: 1.0 }
    }
}

/// The numeral that begins at a token. Lookalikes are not its business.
pub fn numeral_at(document: &Document, at: usize) -> Option<Numeral> {
    document.kind(at)?;
    let numeral = if may_begin(document, at) { any_at(document, at) } else { None };
    debug_assert!(numeral.is_some() || any_at(document, at).is_none(), "the look at “{}” is wrong", document.str(at));
    numeral
}

fn any_at(document: &Document, at: usize) -> Option<Numeral> {
    negative_at(document, at)
        .or_else(|| money::money_at(document, at))
        .or_else(|| fraction::fraction_at(document, at))
        .or_else(|| none::none_at(document, at))
        .or_else(|| vague::vague_at(document, at))
        .or_else(|| ordinal_at(document, at))
        .or_else(|| times_at(document, at))
        .or_else(|| one_unit_at(document, at))
        .or_else(|| span_at(document, at))
        .or_else(|| quantity_at(document, at))
        .or_else(|| one_at(document, at))
}

/// "un", "una": an article, unless what stands around it counts: "al menos un policía", "un herido", "un perro muerto",
/// "un policía y dos civiles".
fn one_at(document: &Document, at: usize) -> Option<Numeral> {
    let article = document.is(at, Classes::ONE) && document.is(at, Classes::ARTICLE);
    if !article || document.is(at + 1, Classes::IDLE_BEHIND_ONE) {
        return None;
    }
    let hedge = document.lexicon.hedges_before.ending(&document.words, at);
    let bounded = hedge.is_some_and(|(length, effect)| length > 1 && effect == Effect::AtLeast);
    let points =
        document.is(at + 1, Classes::POINTS) && at > 0 && document.is(at - 1, Classes::RISES.with(Classes::FALLS));
    let counts =
        points || bounded || is_victim(document, at + 1) || is_victim(document, at + 2) || is_listed(document, at);
    counts.then(|| Numeral::plain(at..at + 1, Amount::Value(1.0), Form::Count))
}

/// A participle that says of a noun what happened to it, and is a noun as well.
fn is_victim(document: &Document, at: usize) -> bool {
    let (lexicon, words) = (document.lexicon, &document.words);
    lexicon.measure_subjects.starting(words, at).is_some() && lexicon.measure_nouns.starting(words, at).is_some()
}

/// "un policía y dos civiles", "dos hombres y una mujer": a person in a list of others.
fn is_listed(document: &Document, at: usize) -> bool {
    let counted = |at: usize| document.entry(at).number.is_some() || document.kind(at) == Some(TokenKind::Number);
    let before = at > 2 && document.is(at - 1, Classes::AND) && document.is(at - 2, Classes::PERSON) && counted(at - 3);
    let behind = document.is(at + 2, Classes::AND) && counted(at + 3);
    document.is(at + 1, Classes::PERSON) && (before || behind)
}

/// A cheap look at the first token: most words and marks begin no numeral.
fn may_begin(document: &Document, at: usize) -> bool {
    let entry = document.entry(at);
    let likely = match document.kind(at) {
        Some(TokenKind::Mark) => document.mark(at).is_some_and(|mark| mark == '-' || !mark.is_ascii()),
        Some(TokenKind::Word) => {
            entry.number.is_some()
                || entry.ordinal.is_some()
                || entry.classes.has(Classes::ARTICLE.with(Classes::UNIT).with(Classes::NONE))
                || document.is(at + 2, Classes::PART_NOUN)
                || entry.classes.has(
                    Classes::BETWEEN
                        .with(Classes::FROM)
                        .with(Classes::MOST)
                        .with(Classes::MAJORITY)
                        .with(Classes::MINUS),
                )
        }
        kind => kind.is_some(),
    };
    likely || document.lexicon.currencies.starting(&document.words, at).is_some()
}

/// "-9.2", "−1", "minus five point five": a sign that touches its digits and nothing before, or a word.
fn negative_at(document: &Document, at: usize) -> Option<Numeral> {
    let free = at == 0
        || document.tokens.get(at).is_some_and(|token| token.spaced)
        || matches!(document.mark(at - 1), Some('(' | '<' | '>' | '='));
    let sign = matches!(document.mark(at), Some('-' | '−')) && free && document.is_glued(at + 1);
    let digits = document.kind(at + 1) == Some(TokenKind::Number);
    let margin = at > 1 && document.is(at - 1, Classes::OR) && document.is(at - 2, Classes::PLUS);
    if margin || !(sign && digits || document.is(at, Classes::MINUS)) {
        return None;
    }
    let numeral = money::money_at(document, at + 1)
        .or_else(|| fraction::fraction_at(document, at + 1))
        .or_else(|| quantity_at(document, at + 1))?;
    let Amount::Value(value) = numeral.amount else { return None };
    Some(Numeral { tokens: at..numeral.tokens.end, amount: Amount::Value(-value), bare: false, ..numeral })
}

/// Whether a verb of change stands up to three tokens before: "rose by 18 to 3,256", "grew from 900 to 1,400", "went
/// from 3 to 5".
pub(super) fn is_changed(document: &Document, at: usize) -> bool {
    let near = at.saturating_sub(4)..at;
    near.into_iter().any(|at| document.is(at, Classes::RISES.with(Classes::FALLS).with(Classes::TURNS)))
}

/// "between 3,000 and 5,000 routes", "from 5 to 10".
fn span_at(document: &Document, at: usize) -> Option<Numeral> {
    let joins = if document.is(at, Classes::BETWEEN) {
        Classes::AND
    } else if document.is(at, Classes::FROM) && !is_changed(document, at) {
        Classes::TO
    } else {
        return None;
    };
    let behind_article =
        |at: usize| at + usize::from(document.language.puts_nouns_first() && document.is(at, Classes::THE));
    let from = behind_article(at + 1);
    let low = negative_at(document, from)
        .or_else(|| money::money_at(document, from))
        .or_else(|| single_at(document, from))?;
    if !document.is(low.tokens.end, joins) {
        return None;
    }
    let to = behind_article(low.tokens.end + 1);
    let high = money::money_at(document, to).or_else(|| single_at(document, to))?;
    let (Amount::Value(a), Amount::Value(b)) = (low.amount, high.amount) else { return None };
    // "pasó del 9,3 al 8,4 por ciento": two levels.
    let falls = a > b && document.is(at, Classes::FROM);
    let comparable = (low.unit.is_none() || low.unit == high.unit) && !falls;
    let a = lent((a, low.scale), (b, high.scale));
    let amount = Amount::Between(a.min(b), a.max(b));
    comparable.then_some(Numeral { tokens: at..high.tokens.end, amount, ..high })
}

/// A number with its unit, or two.
fn quantity_at(document: &Document, at: usize) -> Option<Numeral> {
    let first = single_at(document, at)?;
    Some(to_second(document, &first).unwrap_or(first))
}

/// A cardinal with its range, ratio or unit.
fn single_at(document: &Document, at: usize) -> Option<Numeral> {
    let number = cardinal_at(document, at)?;
    if let Some(ratio) = ratio_from(document, at, number) {
        return Some(ratio);
    }
    let plain = |amount, end| Numeral::plain(at..end, amount, Form::Count);
    let numeral = match range_from(document, number) {
        Some((amount, end)) if !is_step(document, at, amount) => plain(amount, end),
        range => {
            // "rose from 2 to 3 million"
            let value = match range {
                Some((Amount::Between(low, _), _)) => low,
                _ => number.value,
            };
            let bare = number.bare_digits && !has_separator(document, at);
            Numeral { bare, scale: number.scale, ..plain(Amount::Value(value), number.end) }
        }
    };
    Some(with_unit(document, numeral))
}

/// The second half of a quantity that names its unit twice: "44 mg to 50 mg", "3 dollars and 50 cents".
fn to_second(document: &Document, first: &Numeral) -> Option<Numeral> {
    let Amount::Value(low) = first.amount else { return None };
    let unit = first.unit?;
    let join = first.tokens.end;
    let level = first.form == Form::Percent && !is_changed(document, first.tokens.start);
    let ranges = (level || matches!(first.form, Form::Measure | Form::Duration)) && document.is(join, Classes::TO);
    let adds = first.form == Form::Money && unit_at(document, join - 1).is_some_and(|(_, unit)| unit.factor == 1.0);
    let at = join + usize::from(ranges || document.is(join, Classes::JOINS_CENTS));
    let second = (ranges || adds).then(|| cardinal_at(document, at))??;
    let (length, same) = unit_at(document, second.end).filter(|(_, it)| it.code == unit)?;
    let high = second.value * same.factor;
    let amount = match ranges {
        true if high > low => Amount::Between(low, high),
        false if same.factor < 1.0 && high < 1.0 => Amount::Value(low + high),
        _ => return None,
    };
    Some(Numeral { tokens: first.tokens.start..second.end + length, amount, ..first.clone() })
}

/// "rose by 18 to 3,256": how much, and up to what.
fn is_step(document: &Document, at: usize, amount: Amount) -> bool {
    let by = at.checked_sub(1).is_some_and(|at| document.is(at, Classes::STEP));
    let far = matches!(amount, Amount::Between(low, high) if high > low * 5.0);
    // "rose 1,200 to 48,300"
    let verb = at.checked_sub(1).is_some_and(|at| document.is(at, Classes::RISES.with(Classes::FALLS)));
    is_level(document, at) || (by || verb) && far && is_changed(document, at)
}

/// "rose from 20 to 31": the first of two levels.
pub fn is_level(document: &Document, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|from| document.is(from, Classes::FROM)) && is_changed(document, at)
}

fn has_separator(document: &Document, at: usize) -> bool {
    document.str(at).contains(['.', ','])
}

/// "2-to-1", "2 to 1", "a 2-1 margin", "three times as many".
fn ratio_from(document: &Document, at: usize, over: Cardinal) -> Option<Numeral> {
    if let Some(end) = times_word(document, over.end) {
        return Some(Numeral::plain(at..end, Amount::Value(over.value), Form::Ratio));
    }
    let (under, spelt) = match joined_by_to(document, over.end) {
        Some(start) => (cardinal_at(document, start)?, true),
        None if document.is_joint(over.end) || document.is_mark(over.end, ':') => {
            (cardinal_at(document, over.end + 1)?, false)
        }
        None => return None,
    };
    let margin = document.lexicon.measure_margins.starting(&document.words, under.end).is_some();
    let is_ratio = under.value > 0.0 && over.value > under.value && if spelt { under.value == 1.0 } else { margin };
    is_ratio.then(|| Numeral::plain(at..under.end, Amount::Value(over.value / under.value), Form::Ratio))
}

/// The token after "to", "-to-".
fn joined_by_to(document: &Document, at: usize) -> Option<usize> {
    let to = if document.is_joint(at) { at + 1 } else { at };
    let after = if document.is_joint(to + 1) { to + 2 } else { to + 1 };
    document.is(to, Classes::TO).then_some(after)
}

/// "times" as a factor, not as occasions: "three times as many", "five times more", "twice the".
fn times_word(document: &Document, at: usize) -> Option<usize> {
    let factor = document.is(at, Classes::TIMES) && document.is(at + 1, Classes::COMPARES);
    factor.then_some(at + 1)
}

/// "1,000-1,500", "5 to 10", "two or three", "three, four or five", "1.2-1.5 billion".
fn range_from(document: &Document, low: Cardinal) -> Option<(Amount, usize)> {
    if document.is_mark(low.end, ',') && low.value < 20.0 {
        let next = cardinal_at(document, low.end + 1).filter(|next| next.value == low.value + 1.0)?;
        let (Amount::Between(_, high), end) = range_from(document, next)? else { return None };
        return Some((Amount::Between(low.value, high), end));
    }
    let low = Cardinal { end: low.end + usize::from(is_suspended(document, low.end)), ..low };
    let tilde = matches!(document.mark(low.end), Some('~' | '～')) && document.is_glued(low.end);
    let spaced = low.bare_digits && spaced_dash(document, low.end);
    let joins = document.is_joint(low.end)
        || tilde
        || spaced
        || document.is(low.end, Classes::TO.with(Classes::OR).with(Classes::THROUGH));
    if !joins || document.is_joint(low.end) && !low.bare_digits {
        return None;
    }
    let high = cardinal_at(document, low.end + 1)?;
    let from = lent((low.value, low.scale), (high.value, high.scale));
    let close = !document.is(low.end, Classes::OR) || high.value <= from * 2.0;
    let label = document.is_joint(high.end) && document.kind(high.end + 1) == Some(TokenKind::Number);
    (from < high.value && close && !label).then_some((Amount::Between(from, high.value), high.end))
}

/// "1000 - 5000": a dash with white space on both sides, between digits of the same length at least in hundreds.
fn spaced_dash(document: &Document, at: usize) -> bool {
    let digits = |at: usize| document.kind(at) == Some(TokenKind::Number) && document.str(at).len() > 2;
    let year = |at: usize| document.str(at).len() == 4 && matches!(document.str(at).get(..2), Some("19" | "20"));
    let dash = matches!(document.mark(at), Some('-' | '–')) && !document.is_glued(at) && !document.is_glued(at + 1);
    let pair = at > 0 && digits(at - 1) && digits(at + 1) && !year(at - 1);
    dash && pair && document.str(at - 1).len() == document.str(at + 1).len()
}

/// The hyphen of "8- to 16-metre", which waits for its unit.
fn is_suspended(document: &Document, at: usize) -> bool {
    document.is_mark(at, '-') && document.is_glued(at) && !document.is_glued(at + 1)
}

/// "third", "21st", "twenty-first". Whether a rank is said of something is asked where lookalikes are told.
fn ordinal_at(document: &Document, at: usize) -> Option<Numeral> {
    let (rank, end) = match document.kind(at)? {
        TokenKind::Word => match document.entry(at).ordinal {
            Some(rank) => (rank, at + 1),
            None => compound_rank(document, at)?,
        },
        TokenKind::Number => (digit_ordinal(document, at)?, at + 2),
        TokenKind::Mark => return None,
    };
    Some(Numeral::plain(at..end, Amount::Value(rank), Form::Ordinal))
}

/// "twenty-first", "one hundred and fifth".
fn compound_rank(document: &Document, at: usize) -> Option<(f64, usize)> {
    matches!(document.entry(at).number, Some(NumberWord::Unit(_))).then_some(())?;
    part::denominator_at(document, at).filter(|below| !below.plural).map(|below| (below.parts, below.end))
}

fn digit_ordinal(document: &Document, at: usize) -> Option<f64> {
    let suffix = document.is_glued(at + 1) && document.is(at + 1, Classes::RANK_SUFFIX);
    suffix.then(|| plain_digits(document.str(at)))?
}

/// "twice", "sevenfold", "doubled".
fn times_at(document: &Document, at: usize) -> Option<Numeral> {
    let Some(NumberWord::Times(value)) = document.entry(at).number else { return None };
    let compares = document.is(at + 1, Classes::AS) || document.is(at + 1, Classes::DETERMINER);
    let form = if document.is(at, Classes::OCCASIONS) && !compares { Form::Count } else { Form::Ratio };
    let figure = compares || document.is(at, Classes::OCCASIONS.with(Classes::STANDS_ALONE));
    figure.then(|| Numeral::plain(at..at + 1, Amount::Value(value), form))
}
