//! Checks: sums that the texts themselves invite, worked out with what they assume.

use rustc_hash::FxHashMap;

use super::judge::{Side, holders_differ};
use super::reason::{Part, Reason, printed};
use super::{Alignment, Check, CheckKind, ClaimKey, sums};
use crate::collection::Collection;
use crate::reading::claim::{Claim, Kind, Nature, Reading};
use crate::reading::interval::Interval;
use crate::reading::lexicon::Lexicon;
use crate::reading::text::Span;
use crate::words::Key;

/// A check looks so many figures back and on in one text.
const REACH: usize = 64;

/// Sentences shorter than this repeat by chance.
const TELLING: usize = 40;

/// Every check, article by article, then row by row.
pub(super) fn checks(collection: &Collection, readings: &[Reading], alignments: &[Alignment]) -> Vec<Check> {
    let table = Table { collection, readings };
    let mut checks = Vec::new();
    for article in 0..readings.len() {
        for work in [Table::sum, Table::increment, Table::rest_in_text, Table::list, Table::weekday] {
            checks.extend(table.keys(article).filter_map(|key| work(&table, key)));
        }
        table.repeats(article, &mut checks);
        checks.extend(sums::in_sentences(collection, readings, article));
    }
    for row in alignments {
        table.shares(row, &mut checks);
        table.parts(row, &mut checks);
        table.rests_elsewhere(row, &mut checks);
    }
    checks
}

#[derive(Clone, Copy)]
struct Table<'c> {
    collection: &'c Collection,
    readings: &'c [Reading],
}

impl<'c> Table<'c> {
    fn keys(self, article: usize) -> impl Iterator<Item = ClaimKey> {
        (0..self.readings[article].claims.len()).map(move |claim| ClaimKey { article, claim })
    }

    /// The figures of a text within reach of one of them, which is among them.
    fn near(self, key: ClaimKey) -> impl DoubleEndedIterator<Item = ClaimKey> {
        let count = self.readings[key.article].claims.len();
        let near = key.claim.saturating_sub(REACH)..count.min(key.claim + REACH);
        near.map(move |claim| ClaimKey { claim, ..key })
    }

    /// The first figure near another that is so.
    fn first(self, near: ClaimKey, so: &dyn Fn(ClaimKey, &Claim) -> bool) -> Option<ClaimKey> {
        self.near(near).find(|key| so(*key, self.claim(*key)))
    }

    /// The last figure near another that is so.
    fn last(self, near: ClaimKey, so: &dyn Fn(ClaimKey, &Claim) -> bool) -> Option<ClaimKey> {
        self.near(near).rev().find(|key| so(*key, self.claim(*key)))
    }

    fn claim(self, key: ClaimKey) -> &'c Claim {
        &self.readings[key.article].claims[key.claim]
    }

    fn text(self, key: ClaimKey) -> &'c str {
        &self.collection.articles[key.article].text
    }

    fn printed(self, key: ClaimKey) -> Part {
        printed(Side::of(self.collection, self.readings, key))
    }

    /// The whole that a figure is a part of by another measure ("released" of "held"), where both are numbers.
    fn whole(self, key: ClaimKey) -> Option<ClaimKey> {
        let whole = ClaimKey { claim: self.claim(key).whole?, ..key };
        let numbers = number(self.claim(whole)).is_some() && number(self.claim(key)).is_some();
        (numbers && self.claim(whole).measure != self.claim(key).measure).then_some(whole)
    }

    /// 350 released + 687 still held = 1,037 against about 1,000: part and rest in one sentence, the whole before.
    fn sum(&self, key: ClaimKey) -> Option<Check> {
        let part = self.claim(key);
        let whole = self.whole(key).filter(|_| part.nature == Nature::Total)?;
        let rest = self.first(key, &|other, rest| {
            let beside = other != whole && rest.sentence == part.sentence;
            beside && rest.measure == self.claim(whole).measure && number(rest).is_some()
        })?;
        let sum = number(part)? + number(self.claim(rest))?;
        let holds = allows(self.claim(whole).interval, sum);
        let words = [self.printed(key), self.printed(rest), Part::Number(sum), self.printed(whole)];
        let line = if holds { Key::CheckSumFits } else { Key::CheckSumFitsNot };
        let assumes = vec![Key::AssumeOneDate, Key::AssumeNobodyNew];
        Some(check(CheckKind::Sum, vec![key, rest, whole], line, &words, holds, assumes))
    }

    /// At least 200, then at least 14 more: at least 214.
    fn increment(&self, key: ClaimKey) -> Option<Check> {
        let more = self.claim(key);
        more.measure.filter(|_| more.increment)?;
        let base = self.last(key, &|other, base| {
            other.claim < key.claim && base.measure == more.measure && number(base).is_some() && !base.increment
        })?;
        let sum = number(self.claim(base))? + number(more)?;
        let words = [self.printed(base), self.printed(key), Part::Number(sum)];
        let assumes = vec![Key::AssumeNobodyTwice];
        Some(check(CheckKind::Sum, vec![base, key], Key::CheckIncrement, &words, true, assumes))
    }

    /// 285 taken into custody − 100 released = 185 against "dozens" still held, in one text.
    fn rest_in_text(&self, key: ClaimKey) -> Option<Check> {
        let whole = self.whole(key)?;
        let rest = self.last(key, &|other, rest| {
            let apart = other != whole && rest.sentence != self.claim(key).sentence;
            is_stock(rest) && apart && self.same_people(whole, other)
        })?;
        self.rest(whole, key, rest)
    }

    /// 800 − 50 = 750 in one text, 687 still held in another.
    fn rests_elsewhere(self, row: &Alignment, checks: &mut Vec<Check>) {
        for &whole in &row.members {
            let still = |key: &&ClaimKey| {
                let claim = self.claim(**key);
                key.article != whole.article && is_stock(claim) && claim.hedge.is_none() && number(claim).is_some()
            };
            let Some(rest) = row.members.iter().find(still) else { continue };
            let part = self.first(whole, &|key, _| self.whole(key) == Some(whole));
            checks.extend(part.and_then(|part| self.rest(whole, part, *rest)));
        }
    }

    fn rest(self, whole: ClaimKey, part: ClaimKey, rest: ClaimKey) -> Option<Check> {
        let left = number(self.claim(whole))? - number(self.claim(part))?;
        if left <= 0.0 || self.claim(part).nature != Nature::Total {
            return None;
        }
        let holds = allows(self.claim(rest).interval, left);
        let letter = self.collection.articles[rest.article].id.clone();
        let words = [self.printed(whole), self.printed(part), Part::Number(left), self.printed(rest), letter.into()];
        let line = if holds { Key::CheckRestFits } else { Key::CheckRestFitsNot };
        let one_text = rest.article == whole.article;
        let assumes = vec![if one_text { Key::AssumeSamePeople } else { Key::AssumeOneList }];
        Some(check(CheckKind::Difference, vec![whole, part, rest], line, &words, holds, assumes))
    }

    /// Two figures share telling words around them: "affiliated", "opposition".
    fn same_people(self, a: ClaimKey, b: ClaimKey) -> bool {
        let (x, y) = (&self.claim(a).context.near, &self.claim(b).context.near);
        x.iter().filter(|word| word.is_long() && y.binary_search(word).is_ok()).count() >= 2
    }

    /// "seven countries — Argentina, Canada, …": the names are counted.
    fn list(&self, key: ClaimKey) -> Option<Check> {
        let claim = self.claim(key);
        let listed = f64::from(claim.listed?);
        let holds = claim.value? == listed;
        let words = [claim.phrase.of(self.text(key)).to_owned().into(), Part::Number(listed)];
        let line = if holds { Key::CheckList } else { Key::CheckListNot };
        Some(check(CheckKind::List, vec![key], line, &words, holds, Vec::new()))
    }

    /// "Tuesday, September 23, 2025": does the weekday fit the date?
    fn weekday(&self, key: ClaimKey) -> Option<Check> {
        let claim = self.claim(key);
        let (first, rest) = claim.quote.of(self.text(key)).split_once([',', ' '])?;
        let lexicon = Lexicon::of(self.readings[key.article].language);
        let stated = lexicon.entry(lexicon.id(first)).weekday.filter(|_| claim.kind == Kind::Date)?;
        let holds = stated == claim.period.from?.weekday()?;
        // "viernes pasado" states no date.
        let rest = Some(rest.trim_start_matches([',', ' '])).filter(|rest| rest.contains(char::is_numeric))?;
        let words = [rest.to_owned().into(), first.to_owned().into()];
        let line = if holds { Key::CheckWeekday } else { Key::CheckWeekdayNot };
        Some(check(CheckKind::Weekday, vec![key], line, &words, holds, Vec::new()))
    }

    /// A sentence printed twice in one text is a repetition, not a second report.
    fn repeats(self, article: usize, checks: &mut Vec<Check>) {
        let mut told: Option<Span> = None;
        let mut printed: FxHashMap<(&str, usize), ClaimKey> = FxHashMap::default();
        for key in self.keys(article) {
            let claim = self.claim(key);
            let sentence = claim.sentence.of(self.text(key));
            let first = *printed.entry((sentence, offset(claim))).or_insert(key);
            let again = self.claim(first).sentence != claim.sentence && told != Some(claim.sentence);
            if !again || sentence.len() < TELLING {
                continue;
            }
            told = Some(claim.sentence);
            let words = [beginning(sentence).into()];
            checks.push(check(CheckKind::Repeat, vec![first, key], Key::CheckRepeat, &words, true, Vec::new()));
        }
    }

    /// Shares of one vote that add up to more than all of it.
    fn shares(self, row: &Alignment, checks: &mut Vec<Check>) {
        let share = |key: ClaimKey| {
            let claim = self.claim(key);
            claim.interval.low.value().filter(|_| claim.is_share_of_whole())
        };
        for pair in &row.pairs {
            let (Some(a), Some(b)) = (share(pair.a), share(pair.b)) else { continue };
            let side = |key: ClaimKey| Side::of(self.collection, self.readings, key);
            if a + b > 100.0 && holders_differ(side(pair.a), side(pair.b)) {
                let words = [self.printed(pair.a), self.printed(pair.b), Part::Number(a + b)];
                let claims = vec![pair.a, pair.b];
                let assumes = vec![Key::AssumeOneVote];
                checks.push(check(CheckKind::Share, claims, Key::CheckShares, &words, false, assumes));
            }
        }
    }

    /// About 2,000 of 2,400 are 83 %: "most of those detainees" in another text holds.
    fn parts(self, row: &Alignment, checks: &mut Vec<Check>) {
        let is_most = |key: &&ClaimKey| self.claim(**key).interval == Interval::between(0.5, 1.0);
        let Some(&most) = row.members.iter().find(is_most) else { return };
        for &part in row.members.iter().filter(|key| key.article != most.article) {
            checks.extend(self.part(part, most));
        }
    }

    fn part(self, part: ClaimKey, most: ClaimKey) -> Option<Check> {
        let whole = self.whole(part)?;
        let share = 100.0 * number(self.claim(part))? / number(self.claim(whole))?;
        let holds = share > 50.0;
        let words = [self.printed(part), self.printed(whole), Part::Number(share.round()), self.printed(most)];
        let line = if holds { Key::CheckPart } else { Key::CheckPartNot };
        let assumes = vec![Key::AssumePartOfWhole];
        Some(check(CheckKind::Share, vec![part, whole, most], line, &words, holds, assumes))
    }
}

pub(super) fn check(
    kind: CheckKind,
    claims: Vec<ClaimKey>,
    line: Key,
    words: &[Part],
    holds: bool,
    assumes: Vec<Key>,
) -> Check {
    Check { kind, claims, statement: Reason::new(line, words.to_vec()), holds, assumes }
}

/// What is there on a day, in numbers or in words that bound it.
fn is_stock(claim: &Claim) -> bool {
    claim.nature == Nature::Stock && claim.interval.low.value().is_some_and(|low| low > 1.0)
}

/// The number of a count.
pub(super) fn number(claim: &Claim) -> Option<f64> {
    claim.value.filter(|_| claim.kind == Kind::Count)
}

/// Whether an interval allows a number worked out from others; a single number stands for itself and 4 % around it.
pub(super) fn allows(interval: Interval, number: f64) -> bool {
    match interval.low.value().filter(|_| interval.is_point()) {
        Some(point) => (number - point).abs() <= 0.04 * point.abs(),
        None => interval.contains(number),
    }
}

/// Where the figure stands inside its sentence.
fn offset(claim: &Claim) -> usize {
    claim.quote.start - claim.sentence.start
}

fn beginning(sentence: &str) -> String {
    sentence.split_whitespace().take(8).collect::<Vec<_>>().join(" ")
}
