//! Cardinal numbers in digits and words, with their scales.

use super::part::{and_a_part, fraction_behind, slashed, vulgar_fraction};
use super::{digits, power};
use crate::reading::document::Document;
use crate::reading::language::Language;
use crate::reading::lexicon::{Classes, NumberWord};
use crate::reading::text::{TokenKind, plain_digits};

/// A number read from the text.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Cardinal {
    /// Its value.
    pub value: f64,
    /// One past its last token.
    pub end: usize,
    /// Written in digits without a scale word: it may be a year, a label or a score.
    pub bare_digits: bool,
    /// What its last scale words multiply by: 1e6 in "two million", 1e5 in "two hundred thousand"; 1 without any.
    pub scale: f64,
}

impl Cardinal {
    /// A number that is no bare digits and ends in no scale.
    pub(super) fn spelt(value: f64, end: usize) -> Self {
        Self { value, end, bare_digits: false, scale: 1.0 }
    }

    /// A number that its last words multiply.
    fn scaled(value: f64, end: usize, scale: f64) -> Self {
        Self { scale, ..Self::spelt(value, end) }
    }
}

/// The lower end of a range, which takes the scale of the upper one: 2e6 in "2 to 3 million", but 500 in "500 to 2
/// thousand". Each end is given by its value and its scale.
pub(super) fn lent(low: (f64, f64), high: (f64, f64)) -> f64 {
    if low.1 == 1.0 && low.0 < high.0 / high.1 { whole_again(low.0 * high.1) } else { low.0 }
}

/// The cardinal that begins at a token: "2,400", "1.2 million", "twenty-three", "half a million", "a hundred".
pub fn cardinal_at(document: &Document, at: usize) -> Option<Cardinal> {
    let number = match document.kind(at)? {
        TokenKind::Number => in_digits(document, at)?,
        TokenKind::Word => behind_bare_scale(document, in_words(document, at)?),
        TokenKind::Mark => vulgar_fraction(document, at)?,
    };
    Some(with_scale(document, number)).filter(|number| number.value.is_finite())
}

/// "mil 177", "dos mil 300 becas", "mil 200 millones": digits go on behind a scale in words that needs no number before it.
fn behind_bare_scale(document: &Document, number: Cardinal) -> Cardinal {
    let digits = document.str(number.end);
    let goes_on = document.is(number.end - 1, Classes::BARE_SCALE)
        && document.kind(number.end) == Some(TokenKind::Number)
        && digits.len() <= 3
        && !document.begins_sentence(number.end);
    match plain_digits(digits).filter(|rest| goes_on && *rest < number.scale) {
        Some(rest) => Cardinal { bare_digits: false, ..Cardinal::spelt(number.value + rest, number.end + 1) },
        None => number,
    }
}

fn in_digits(document: &Document, at: usize) -> Option<Cardinal> {
    let (text, end) = spaced_groups(document, at);
    let mut value = digits::value(&text, document.language)?;
    let mut number = Cardinal { bare_digits: true, ..Cardinal::spelt(value, end) };
    if let Some((fraction, end)) = fraction_behind(document, end) {
        value += fraction;
        number = Cardinal::spelt(value, end);
    } else if let Some(fraction) = slashed(document, at) {
        number = fraction;
    } else if let Some(raised) = power::raised(document, number) {
        number = raised;
    }
    Some(number)
}

/// As many groups of digits, the first included, are longer than any figure.
const GROUPS: usize = 6;

/// "2 400" with a no-break or thin space, "2 000" and "1 234 567" with plain ones, are one number.
fn spaced_groups<'t>(document: &Document<'t>, at: usize) -> (std::borrow::Cow<'t, str>, usize) {
    let first = document.str(at);
    let mut end = at + 1;
    if first.len() > 3 || first.contains(['.', ',']) {
        return (first.into(), end);
    }
    while end < at + GROUPS && is_group(document, end) {
        end += 1;
        if document.str(end - 1).contains(['.', ',']) {
            break;
        }
    }
    let plain = document.language == Language::English && (at + 1..end).any(|at| document.gap(at) == " ");
    let sure = !plain || end > at + 2 || document.str(end - 1) == "000";
    if end == at + 1 || !sure {
        return (first.into(), at + 1);
    }
    let joined = (at..end).map(|at| document.str(at)).collect::<String>();
    (joined.into(), end)
}

/// Three digits behind a space; decimals may follow them.
fn is_group(document: &Document, at: usize) -> bool {
    let group = document.str(at);
    let whole = group.find(['.', ',']).unwrap_or(group.len());
    let spaced = matches!(document.gap(at), "\u{a0}" | "\u{202f}" | "\u{2009}" | " ");
    document.kind(at) == Some(TokenKind::Number) && whole == 3 && spaced
}

fn in_words(document: &Document, at: usize) -> Option<Cardinal> {
    if document.is(at, Classes::ARTICLE) {
        return article_number(document, at);
    }
    match document.entry(at).number? {
        NumberWord::Parts(parts) => part_of_scale(document, at, parts),
        NumberWord::Unit(_) => Some(sum_from(document, Cardinal::spelt(0.0, at))),
        NumberWord::Scale(value) if document.is(at, Classes::BARE_SCALE) => {
            Some(sum_from(document, Cardinal::scaled(value, at + 1, value)))
        }
        NumberWord::Hundred if is_scale(document, at + 1) => {
            Some(sum_from(document, Cardinal::scaled(100.0, at + 1, 100.0)))
        }
        _ => None,
    }
}

/// "a hundred", "a dozen", "a million".
fn article_number(document: &Document, at: usize) -> Option<Cardinal> {
    match document.entry(at + 1).number? {
        NumberWord::Hundred => Some(sum_from(document, Cardinal::scaled(100.0, at + 2, 100.0))),
        NumberWord::Dozen(value) if document.is(at + 1, Classes::COLLECTIVE) => {
            Some(Cardinal::scaled(value, at + 2, value))
        }
        NumberWord::Scale(value) if document.str(at + 1).len() > 2 => {
            Some(sum_from(document, Cardinal::scaled(value, at + 2, value)))
        }
        _ => None,
    }
}

fn is_scale(document: &Document, at: usize) -> bool {
    matches!(document.entry(at).number, Some(NumberWord::Scale(_))) && is_spelt(document, at)
}

/// "half a million", "half a dozen", "quarter million".
fn part_of_scale(document: &Document, at: usize, parts: f64) -> Option<Cardinal> {
    let scale = at + 1 + usize::from(document.is(at + 1, Classes::ARTICLE));
    let value = match document.entry(scale).number? {
        NumberWord::Scale(value) | NumberWord::Dozen(value) if is_spelt(document, scale) => value / parts,
        NumberWord::Hundred => 100.0 / parts,
        _ => return None,
    };
    Some(Cardinal::spelt(value, scale + 1))
}

/// Adds the number words behind what has been read: "twenty-three", "one thousand three hundred and forty".
fn sum_from(document: &Document, begun: Cardinal) -> Cardinal {
    let (mut total, mut group) = if begun.value >= 1000.0 { (begun.value, 0.0) } else { (0.0, begun.value) };
    let (mut at, mut scale) = (begun.end, begun.scale);
    while let Some(next) = next_word(document, at, total + group > 0.0) {
        let word = number_word(document, next, group);
        match word {
            Some(NumberWord::Unit(value)) if fits(group, value) => group += value,
            Some(NumberWord::Hundred) if group > 0.0 && group < 100.0 => group *= 100.0,
            Some(NumberWord::Dozen(value)) if group > 0.0 => group *= value,
            // "two thousand million", "mil millones"
            Some(NumberWord::Scale(value)) if total > 0.0 && value > total + group && is_spelt(document, next) => {
                total = (total + group) * value;
                group = 0.0;
            }
            Some(NumberWord::Scale(value))
                if group > 0.0 && (total == 0.0 || value < total) && is_spelt(document, next) =>
            {
                total += group * value;
                group = 0.0;
            }
            _ => break,
        }
        scale = match word {
            Some(NumberWord::Scale(value) | NumberWord::Dozen(value)) => scale * value,
            Some(NumberWord::Hundred) => scale * 100.0,
            _ => 1.0,
        };
        at = next + 1;
    }
    let number = Cardinal::scaled(total + group, at, scale);
    point(document, number).or_else(|| and_a_part(document, number)).unwrap_or(number)
}

/// A number word, or two digits where a hundred waits for them: "3 hundred and 21".
fn number_word(document: &Document, at: usize, group: f64) -> Option<NumberWord> {
    let waits = group >= 100.0 && document.kind(at) == Some(TokenKind::Number) && document.str(at).len() <= 2;
    let below_hundred = || plain_digits(document.str(at)).filter(|value| *value > 0.0);
    if waits { below_hundred().map(NumberWord::Unit) } else { document.entry(at).number }
}

/// "two hundred point seventy-one", "five point five".
fn point(document: &Document, whole: Cardinal) -> Option<Cardinal> {
    if !document.is(whole.end, Classes::POINT) {
        return None;
    }
    let mut digits = String::new();
    let mut end = whole.end + 1;
    while let Some(NumberWord::Unit(value)) = document.entry(end).number.filter(|_| digits.len() < 9) {
        digits.push_str(&(value as u64).to_string());
        end += 1;
        if document.is_joint(end) && digits.ends_with('0') {
            digits.pop();
            end += 1;
        }
    }
    let fraction = plain_digits(&format!(".{digits}")).filter(|_| !digits.is_empty())?;
    Some(Cardinal::spelt(whole.value + fraction, end))
}

/// Scale words of one or two letters belong to digits only.
fn is_spelt(document: &Document, at: usize) -> bool {
    document.str(at).len() > 2
}

/// The token that may go on with a number: joints and "and" are passed over where a number word follows.
fn next_word(document: &Document, at: usize, begun: bool) -> Option<usize> {
    let and = document.is(at, Classes::AND);
    if document.is(at, Classes::TENS_AND) && !joins_tens(document, at) {
        return None;
    }
    let passes = begun && (is_hyphen(document, at) || and);
    let next = if passes { at + 1 } else { at };
    if begun && document.begins_sentence(next) {
        return None;
    }
    if and && begun && document.kind(next) == Some(TokenKind::Number) {
        return Some(next);
    }
    let number = document.entry(next).number?;
    let part = matches!(document.entry(next + 1).number, Some(NumberWord::Parts(_)));
    let and_unit = !and || (matches!(number, NumberWord::Unit(_)) && !part);
    (document.kind(next) == Some(TokenKind::Word) && and_unit).then_some(next)
}

/// Whether "and" stands between tens and a unit: "treinta y dos", but not "mil y dos mil".
fn joins_tens(document: &Document, and: usize) -> bool {
    let value = |at: usize| match document.entry(at).number {
        Some(NumberWord::Unit(value)) => value,
        _ => 0.0,
    };
    let tens = and.checked_sub(1).map_or(0.0, value);
    (30.0..=90.0).contains(&tens) && (1.0..=9.0).contains(&value(and + 1))
}

/// A hyphen inside a number in words, with or without white space: "fifty-two", "fifty - two".
pub(super) fn is_hyphen(document: &Document, at: usize) -> bool {
    let loose = document.is_mark(at, '-') && document.gap(at) == " " && document.gap(at + 1) == " ";
    document.is_joint(at) || (loose && document.kind(at + 1) == Some(TokenKind::Word))
}

/// Units fill what the tens, hundreds and thousands before them leave open.
fn fits(group: f64, value: f64) -> bool {
    let (group, value) = (group as u64, value as u64);
    let below_hundred = group % 100;
    if value >= 100 {
        return group == 0;
    }
    if value < 10 { below_hundred == 0 || (below_hundred >= 20 && group % 10 == 0) } else { below_hundred == 0 }
}

/// "1.2 million", "3bn", "40 thousand", "2 dozen", "ten-million", "3 hundred and 21".
fn with_scale(document: &Document, number: Cardinal) -> Cardinal {
    let at = if document.is_joint(number.end) { number.end + 1 } else { number.end };
    if document.begins_sentence(at) {
        return number;
    }
    if let Some(factor) = letter_scale(document, at).filter(|_| number.bare_digits) {
        return Cardinal::scaled(number.value * factor, at + 1, factor);
    }
    let factor = match document.entry(at).number {
        Some(NumberWord::Scale(value)) if scale_belongs(document, at) => value,
        Some(NumberWord::Hundred) => 100.0,
        Some(NumberWord::Dozen(value)) if number.bare_digits => value,
        Some(NumberWord::Vague(many)) if document.is(at, Classes::COUNTED_DOZENS) => {
            many.low.value().map_or(1.0, |two| two / 2.0)
        }
        _ => return number,
    };
    let scaled = Cardinal::scaled(whole_again(number.value * factor), at + 1, number.scale * factor);
    if factor == 100.0 && number.bare_digits {
        return sum_from(document, scaled);
    }
    // "16.4 thousand million"
    let larger = matches!(document.entry(scaled.end).number, Some(NumberWord::Scale(next)) if next > factor);
    let scaled = if factor == 1000.0 && larger { with_scale(document, scaled) } else { scaled };
    and_a_part(document, scaled).or_else(|| and_smaller(document, scaled, factor)).unwrap_or(scaled)
}

/// 16.4 times a thousand million is a whole number, but not quite in floats.
pub(super) fn whole_again(value: f64) -> f64 {
    let whole = (value + 0.5).floor();
    if (value - whole).abs() < 1e-3 { whole } else { value }
}

/// "4 thousand 3 hundred and 21": digits with a smaller scale go on behind a scale.
fn and_smaller(document: &Document, number: Cardinal, scale: f64) -> Option<Cardinal> {
    let digits = document.kind(number.end) == Some(TokenKind::Number) && is_spelt(document, number.end - 1);
    if digits && document.is(number.end - 1, Classes::BARE_SCALE) && document.str(number.end).len() == 3 {
        // "2 mil 400"
        let rest = plain_digits(document.str(number.end))?;
        return Some(with_scale(document, Cardinal::spelt(number.value + rest, number.end + 1)));
    }
    let smaller = match document.entry(number.end + 1).number? {
        NumberWord::Scale(value) => is_spelt(document, number.end + 1) && value < scale,
        NumberWord::Hundred => scale > 100.0,
        _ => false,
    };
    let rest = (smaller && digits).then(|| cardinal_at(document, number.end))??;
    (rest.value < scale).then_some(Cardinal { value: number.value + rest.value, ..rest })
}

/// "10M", "1.2b", "1MM": capitals, or a b, right behind digits. A small m is a metre unless people are counted.
fn letter_scale(document: &Document, at: usize) -> Option<f64> {
    match document.str(at) {
        "MM" if document.is_glued(at) => Some(1e6),
        "m" if document.is_glued(at) && (people_behind(document, at + 1) || document.is(at + 1, Classes::UNIT)) => {
            Some(1e6)
        }
        "M" if document.is_glued(at) || separated(document, at) => Some(1e6),
        "B" | "b" if document.is_glued(at) => Some(1e9),
        _ => None,
    }
}

/// "13m displaced people", "1.5m and 2m people": a small m before people is no metre.
fn people_behind(document: &Document, at: usize) -> bool {
    (at..at + 5).take_while(|&at| document.mark(at).is_none()).any(|at| document.is(at, Classes::PERSON))
}

/// Whether the digits before a token have a separator, and so are no name: "1,674.5 M".
fn separated(document: &Document, at: usize) -> bool {
    at > 0 && document.str(at - 1).contains(',')
}

/// Short scale words are scales only behind digits: "3bn", "40k".
fn scale_belongs(document: &Document, at: usize) -> bool {
    is_spelt(document, at) || at.checked_sub(1).and_then(|before| document.kind(before)) == Some(TokenKind::Number)
}
