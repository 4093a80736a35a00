//! Checks: sums that the texts themselves invite, worked out with what they assume.

use super::reason::Reason;
use super::{Alignment, Check, CheckKind, ClaimKey};
use crate::claim::{Claim, Kind, Nature, Reading};
use crate::collection::Collection;
use crate::interval::Interval;
use crate::lexicon::Lexicon;
use crate::words::Key;

/// Sentences shorter than this repeat by chance.
const TELLING: usize = 40;

/// Every check, article by article, then row by row.
pub(super) fn checks(collection: &Collection, readings: &[Reading], alignments: &[Alignment]) -> Vec<Check> {
    let table = Table { collection, readings };
    let mut checks = Vec::new();
    for article in 0..readings.len() {
        checks.extend(table.sums(article));
        checks.extend(table.increments(article));
        checks.extend(table.rests(article));
        checks.extend(table.lists(article));
        checks.extend(table.repeats(article));
        checks.extend(table.weekdays(article));
    }
    for alignment in alignments {
        checks.extend(table.shares(alignment));
        checks.extend(table.parts(alignment));
        checks.extend(table.rests_elsewhere(alignment));
    }
    checks
}

struct Table<'c> {
    collection: &'c Collection,
    readings: &'c [Reading],
}

impl<'c> Table<'c> {
    fn claims(&self, article: usize) -> impl Iterator<Item = (ClaimKey, &'c Claim)> + use<'c> {
        let claims = self.readings[article].claims.iter().enumerate();
        claims.map(move |(claim, found)| (ClaimKey { article, claim }, found))
    }

    fn claim(&self, key: ClaimKey) -> &'c Claim {
        &self.readings[key.article].claims[key.claim]
    }

    fn printed(&self, key: ClaimKey) -> String {
        crate::wording::figure(&self.collection.articles[key.article].text, self.claim(key))
    }

    /// The whole that a figure is a part of by another measure ("released" of "held"), where both are numbers.
    fn whole(&self, key: ClaimKey) -> Option<ClaimKey> {
        let whole = ClaimKey { claim: self.claim(key).whole?, ..key };
        let numbers = value(self.claim(whole)).is_some() && value(self.claim(key)).is_some();
        (numbers && self.claim(whole).measure != self.claim(key).measure).then_some(whole)
    }

    /// 350 released + 687 still held = 1,037 against about 1,000: part and rest in one sentence, the whole before.
    fn sums(&self, article: usize) -> Vec<Check> {
        let parts = self.claims(article).filter(|(_, claim)| is_number(claim) && claim.nature == Nature::Total);
        parts
            .filter_map(|(key, part)| {
                let whole = self.whole(key)?;
                let same = |rest: &Claim| rest.sentence == part.sentence && rest.measure == self.claim(whole).measure;
                let (rest, _) =
                    self.claims(article).find(|(other, rest)| *other != whole && same(rest) && is_number(rest))?;
                let sum = value(part)? + value(self.claim(rest))?;
                let holds = allows(self.claim(whole).interval, sum);
                let key_of = if holds { Key::CheckSumFits } else { Key::CheckSumFitsNot };
                let words = [self.printed(key), self.printed(rest), number(sum), self.printed(whole)];
                Some(Check {
                    kind: CheckKind::Sum,
                    claims: vec![key, rest, whole],
                    statement: Reason::of_words(key_of, &words),
                    holds,
                    assumes: vec![Key::AssumeOneDate, Key::AssumeNobodyNew],
                })
            })
            .collect()
    }

    /// At least 200, then at least 14 more: at least 214.
    fn increments(&self, article: usize) -> Vec<Check> {
        let more =
            self.claims(article).filter(|(_, claim)| claim.increment && is_number(claim) && claim.measure.is_some());
        more.filter_map(|(key, more)| {
            let before = self.claims(article).filter(|(other, base)| {
                other.claim < key.claim && base.measure == more.measure && is_number(base) && !base.increment
            });
            let (base, claim) = before.last()?;
            let sum = value(claim)? + value(more)?;
            Some(Check {
                kind: CheckKind::Sum,
                claims: vec![base, key],
                statement: Reason::of_words(Key::CheckIncrement, &[self.printed(base), self.printed(key), number(sum)]),
                holds: true,
                assumes: vec![Key::AssumeNobodyTwice],
            })
        })
        .collect()
    }

    /// 285 taken into custody − 100 released = 185 against "dozens" still held, in one text.
    fn rests(&self, article: usize) -> Vec<Check> {
        let parts = self.claims(article).filter(|(_, claim)| is_number(claim));
        parts
            .filter_map(|(key, part)| {
                let whole = self.whole(key)?;
                let sentence = part.sentence;
                let rest = self.claims(article).filter(|(other, rest)| {
                    is_stock(rest) && *other != whole && rest.sentence != sentence && self.same_people(whole, *other)
                });
                let (rest, _) = rest.last()?;
                self.rest(whole, key, rest)
            })
            .collect()
    }

    /// 800 − 50 = 750 in one text, 687 still held in another.
    fn rests_elsewhere(&self, alignment: &Alignment) -> Vec<Check> {
        let wholes = &alignment.members;
        let parts = wholes.iter().flat_map(|whole| {
            let of = move |part: &(ClaimKey, &Claim)| self.whole(part.0) == Some(*whole);
            self.claims(whole.article).filter(of).map(move |(part, _)| (*whole, part))
        });
        parts
            .filter_map(|(whole, part)| {
                let still = |key: &&ClaimKey| key.article != whole.article && is_stock(self.claim(**key));
                let exact = |key: &&ClaimKey| self.claim(**key).hedge.is_none() && is_number(self.claim(**key));
                let rest = wholes.iter().filter(still).find(exact)?;
                self.rest(whole, part, *rest)
            })
            .collect()
    }

    fn rest(&self, whole: ClaimKey, part: ClaimKey, rest: ClaimKey) -> Option<Check> {
        let left = value(self.claim(whole))? - value(self.claim(part))?;
        if left <= 0.0 || self.claim(part).nature != Nature::Total {
            return None;
        }
        let holds = allows(self.claim(rest).interval, left);
        let key = if holds { Key::CheckRestFits } else { Key::CheckRestFitsNot };
        let words = [self.printed(whole), self.printed(part), number(left), self.printed(rest), self.letter(rest)];
        let assumes = if rest.article == whole.article { Key::AssumeSamePeople } else { Key::AssumeOneList };
        Some(Check {
            kind: CheckKind::Difference,
            claims: vec![whole, part, rest],
            statement: Reason::of_words(key, &words),
            holds,
            assumes: vec![assumes],
        })
    }

    fn letter(&self, key: ClaimKey) -> String {
        self.collection.articles[key.article].id.clone()
    }

    /// Two figures share a telling word around them: "affiliated", "opposition".
    fn same_people(&self, a: ClaimKey, b: ClaimKey) -> bool {
        let (x, y) = (&self.claim(a).context.near, &self.claim(b).context.near);
        x.iter().filter(|word| word.is_long() && y.binary_search(word).is_ok()).count() >= 2
    }

    /// "seven countries — Argentina, Canada, …": the names are counted.
    fn lists(&self, article: usize) -> Vec<Check> {
        self.claims(article)
            .filter_map(|(key, claim)| {
                let (announced, listed) = (claim.value?, f64::from(claim.listed?));
                let holds = announced == listed;
                let key_of = if holds { Key::CheckList } else { Key::CheckListNot };
                let phrase = claim.phrase.of(&self.collection.articles[article].text).to_owned();
                Some(Check {
                    kind: CheckKind::List,
                    claims: vec![key],
                    statement: Reason::of_words(key_of, &[phrase, number(listed)]),
                    holds,
                    assumes: Vec::new(),
                })
            })
            .collect()
    }

    /// A sentence printed twice in one text is a repetition, not a second report.
    fn repeats(&self, article: usize) -> Vec<Check> {
        let text = &self.collection.articles[article].text;
        let mut found: Vec<Check> = Vec::new();
        for (key, claim) in self.claims(article) {
            let sentence = claim.sentence.of(text);
            let earlier = self.claims(article).take(key.claim).find(|(_, other)| {
                other.sentence != claim.sentence
                    && other.sentence.of(text) == sentence
                    && offset(other) == offset(claim)
            });
            let Some((first, _)) = earlier.filter(|_| sentence.len() >= TELLING) else { continue };
            let same_sentence = |check: &Check| self.claim(check.claims[1]).sentence == claim.sentence;
            if !found.iter().any(same_sentence) {
                found.push(Check {
                    kind: CheckKind::Repeat,
                    claims: vec![first, key],
                    statement: Reason::of_words(Key::CheckRepeat, &[beginning(sentence)]),
                    holds: true,
                    assumes: Vec::new(),
                });
            }
        }
        found
    }

    /// "Tuesday, September 23, 2025": does the weekday fit the date?
    fn weekdays(&self, article: usize) -> Vec<Check> {
        let text = &self.collection.articles[article].text;
        let lexicon = Lexicon::of(self.readings[article].language);
        self.claims(article)
            .filter(|(_, claim)| claim.kind == Kind::Date)
            .filter_map(|(key, claim)| {
                let quote = claim.quote.of(text);
                let (first, rest) = quote.split_once([',', ' '])?;
                let stated = lexicon.entry(lexicon.id(first)).weekday?;
                let day = claim.period.from?.weekday()?;
                let holds = stated == day;
                let key_of = if holds { Key::CheckWeekday } else { Key::CheckWeekdayNot };
                Some(Check {
                    kind: CheckKind::Weekday,
                    claims: vec![key],
                    statement: Reason::of_words(
                        key_of,
                        &[rest.trim_start_matches([',', ' ']).to_owned(), first.to_owned()],
                    ),
                    holds,
                    assumes: Vec::new(),
                })
            })
            .collect()
    }

    /// Shares of one vote that add up to more than all of it.
    fn shares(&self, alignment: &Alignment) -> Vec<Check> {
        let pairs = alignment.pairs.iter().filter(|pair| {
            let share = |key| self.claim(key).kind == Kind::Percent && self.claim(key).nature == Nature::Share;
            share(pair.a) && share(pair.b) && self.claim(pair.a).measure.is_some()
        });
        pairs
            .filter_map(|pair| {
                let low = |key: ClaimKey| self.claim(key).interval.low.value();
                let sum = low(pair.a)? + low(pair.b)?;
                let words = [self.printed(pair.a), self.printed(pair.b), number(sum)];
                (sum > 100.0).then(|| Check {
                    kind: CheckKind::Share,
                    claims: vec![pair.a, pair.b],
                    statement: Reason::of_words(Key::CheckShares, &words),
                    holds: false,
                    assumes: vec![Key::AssumeOneVote],
                })
            })
            .collect()
    }

    /// About 2,000 of 2,400 are 83 %: "most of those detainees" in another text holds.
    fn parts(&self, alignment: &Alignment) -> Vec<Check> {
        let most = alignment.members.iter().find(|key| self.claim(**key).interval == Interval::between(0.5, 1.0));
        let Some(most) = most else { return Vec::new() };
        let numbers =
            alignment.members.iter().filter(|key| is_number(self.claim(**key)) && key.article != most.article);
        numbers
            .filter_map(|&part| {
                let whole = self.whole(part)?;
                let share = 100.0 * value(self.claim(part))? / value(self.claim(whole))?;
                let holds = share > 50.0;
                let key = if holds { Key::CheckPart } else { Key::CheckPartNot };
                let words = [self.printed(part), self.printed(whole), number(share.round()), self.printed(*most)];
                Some(Check {
                    kind: CheckKind::Share,
                    claims: vec![part, whole, *most],
                    statement: Reason::of_words(key, &words),
                    holds,
                    assumes: vec![Key::AssumePartOfWhole],
                })
            })
            .collect()
    }
}

/// What is there on a day, in numbers or in words that bound it.
fn is_stock(claim: &Claim) -> bool {
    claim.nature == Nature::Stock && claim.interval.low.value().is_some_and(|low| low > 1.0)
}

fn is_number(claim: &Claim) -> bool {
    claim.kind == Kind::Count && claim.value.is_some()
}

fn value(claim: &Claim) -> Option<f64> {
    claim.value.filter(|_| claim.kind == Kind::Count)
}

/// Whether an interval allows a number worked out from others; a single number stands for itself and 4 % around it.
fn allows(interval: Interval, number: f64) -> bool {
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

fn number(value: f64) -> String {
    crate::wording::number(value)
}
