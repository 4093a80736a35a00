//! Sums inside one sentence: parts and their whole, percentages of one whole, a change between two levels, a lead.

use super::check::{allows, check, number};
use super::judge::{Side, Told};
use super::reason::{Part, printed};
use super::{Check, CheckKind, ClaimKey};
use crate::collection::Collection;
use crate::reading::claim::{Claim, Kind, Reading};
use crate::reading::language::Language;
use crate::reading::text::{Span, fold};
use crate::words::Key;

/// Sentences with more figures than these are tables.
const MOST: usize = 8;

/// Parts that miss their whole by more than this share of it are not all of its parts.
const NEARLY_ALL: f64 = 0.15;

/// Smaller wholes are met by chance.
const SMALLEST: f64 = 10.0;

/// A part has at least this share of its whole.
const LEAST: f64 = 0.05;

/// The sums that the sentences of a text invite, in its order.
pub(super) fn in_sentences(collection: &Collection, readings: &[Reading], article: usize) -> Vec<Check> {
    let claims = &readings[article].claims;
    let mut checks = Vec::new();
    let mut start = 0;
    while start < claims.len() {
        let end = start + claims[start..].iter().take_while(|claim| claim.sentence == claims[start].sentence).count();
        let sides: Vec<(ClaimKey, Side)> = (start..end)
            .map(|claim| ClaimKey { article, claim })
            .map(|key| (key, Side::of(collection, readings, key)))
            .filter(|(_, side)| side.claim.kind != Kind::Date && side.claim.value.is_some())
            .collect();
        if (2..=MOST).contains(&sides.len()) {
            let sentence = Sentence(&sides);
            checks.extend(sentence.parts().or_else(|| sentence.percentages()));
            checks.extend(sentence.change());
            checks.extend(sentence.lead());
        }
        start = end;
    }
    checks
}

/// The figures of one sentence that have a number.
struct Sentence<'s, 'c>(&'s [(ClaimKey, Side<'c>)]);

impl<'c> Sentence<'_, 'c> {
    fn claim(&self, at: usize) -> &'c Claim {
        self.0[at].1.claim
    }

    fn value(&self, at: usize) -> f64 {
        self.claim(at).value.unwrap_or_default()
    }

    /// "Of the 340 votes cast, 180 were for, 150 against and 20 were blank": do the parts make the whole?
    fn parts(&self) -> Option<Check> {
        let whole = self.claim(0);
        let all = number(whole)?;
        let rest: Vec<usize> = (1..self.0.len()).collect();
        let is_part = |claim: &Claim| {
            let alike = claim.measure.is_none() || claim.measure == whole.measure;
            let exact = claim.hedge.is_none() && claim.trend.is_none() && !claim.increment;
            number(claim).is_some_and(|part| part < all && part >= all * LEAST) && alike && exact
        };
        let telling = rest.len() >= 2
            && all >= SMALLEST
            && whole.hedge.is_none()
            && rest.iter().all(|&at| is_part(self.claim(at)));
        let sum: f64 = rest.iter().map(|&at| self.value(at)).sum();
        let near = (sum - all).abs() <= all * NEARLY_ALL;
        if !telling || !near || whole.trend.is_some() || whole.increment {
            return None;
        }
        let holds = allows(whole.room(), sum);
        let holds = holds && (sum - all).abs() <= whole.slack.max(0.5);
        let line = if holds { Key::CheckPartsFit } else { Key::CheckPartsFitNot };
        let words = vec![self.added(&rest), Part::Number(sum), printed(self.0[0].1)];
        Some(self.check(CheckKind::Sum, (0..self.0.len()).collect(), line, &words, holds, Key::AssumeAllParts))
    }

    /// "54 percent are for the plan, 37 percent against and 15 percent undecided": three shares or more of one whole.
    fn percentages(&self) -> Option<Check> {
        let is_level = |claim: &Claim| claim.kind == Kind::Percent && claim.trend.is_none() && claim.hedge.is_none();
        let all: Vec<usize> = (0..self.0.len()).filter(|&at| is_level(self.claim(at)) && !self.in_points(at)).collect();
        let sum: f64 = all.iter().map(|&at| self.value(at)).sum();
        let slack: f64 = all.iter().map(|&at| self.claim(at).slack).sum();
        if all.len() < 3 || all.len() != self.0.len() || sum < 100.0 - slack || sum > 100.0 * (1.0 + NEARLY_ALL) {
            return None;
        }
        let holds = sum <= 100.0 + slack;
        let line = if holds { Key::CheckPercentagesFit } else { Key::CheckPercentagesFitNot };
        let words = vec![self.added(&all), Part::Number(sum)];
        Some(self.check(CheckKind::Share, all, line, &words, holds, Key::AssumeAllParts))
    }

    /// "Rose from 120 to 180, an increase of 60 percent", "fell by a third, from 90 to 50".
    fn change(&self) -> Option<Check> {
        let from = (0..self.0.len().saturating_sub(1)).find(|&at| self.is_from_to(at))?;
        let (before, after) = (self.value(from), self.value(from + 1));
        let is_share = |claim: &Claim| match claim.kind {
            Kind::Percent => claim.trend.is_some() || claim.hedge.is_none(),
            Kind::Ratio => claim.value.is_some_and(|value| value < 1.0),
            _ => false,
        };
        let others = (0..self.0.len()).filter(|&at| at != from && at != from + 1);
        let share = others.into_iter().find(|&at| is_share(self.claim(at)) && !self.in_points(at))?;
        if before <= 0.0 || self.claim(from).kind == Kind::Percent {
            return None;
        }
        let worked = 100.0 * (after - before).abs() / before;
        let scale = if self.claim(share).kind == Kind::Ratio { 100.0 } else { 1.0 };
        let slack = (self.claim(share).slack * scale).max(0.5);
        let holds = (worked - self.value(share) * scale).abs() <= slack;
        let line = if holds { Key::CheckChangeFits } else { Key::CheckChangeFitsNot };
        let figures = [from, from + 1].map(|at| printed(self.0[at].1));
        let words: Vec<Part> =
            figures.into_iter().chain([Part::Number(round(worked)), printed(self.0[share].1)]).collect();
        Some(self.check(CheckKind::Difference, vec![from, from + 1, share], line, &words, holds, Key::AssumeOneMeasure))
    }

    /// "43.7 percent and 39.2 percent, a lead of 5.4 percentage points".
    fn lead(&self) -> Option<Check> {
        let lead = (2..self.0.len()).find(|&at| self.in_points(at) && self.claim(at).trend.is_none())?;
        let (a, b) = (lead - 2, lead - 1);
        let is_share = |at: usize| self.claim(at).kind == Kind::Percent && !self.in_points(at);
        if !is_share(a) || !is_share(b) {
            return None;
        }
        let worked = (self.value(a) - self.value(b)).abs();
        let slack = self.claim(a).slack + self.claim(b).slack + 1e-9;
        let holds = (worked - self.value(lead)).abs() <= slack;
        let line = if holds { Key::CheckLeadFits } else { Key::CheckLeadFitsNot };
        let figures = [a, b].map(|at| printed(self.0[at].1));
        let words: Vec<Part> =
            figures.into_iter().chain([Part::Number(round(worked)), printed(self.0[lead].1)]).collect();
        Some(self.check(CheckKind::Difference, vec![a, b, lead], line, &words, holds, Key::AssumeOneVote))
    }

    /// "from 120 to 180", "de 120 a 180".
    fn is_from_to(&self, at: usize) -> bool {
        let (side, next) = (self.0[at].1, self.0[at + 1].1);
        let text = &side.article.text;
        let between =
            fold::lowered(Span::new(side.claim.quote.end, next.claim.quote.start.max(side.claim.quote.end)).of(text));
        let before = text[..side.claim.quote.start].trim_end();
        let last = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let (from, to): (&[&str], &[&str]) = match side.language {
            Language::English => (&["from"], &["to"]),
            Language::Spanish => (&["de", "desde"], &["a", "hasta"]),
        };
        let alike = side.claim.kind == next.claim.kind && side.claim.quote.end <= next.claim.quote.start;
        alike
            && from.contains(&fold::lowered(last).as_str())
            && between.split_whitespace().last().is_some_and(|word| to.contains(&word))
    }

    fn in_points(&self, at: usize) -> bool {
        Told::is_in_points(self.0[at].1)
    }

    /// "180 + 150 + 20".
    fn added(&self, all: &[usize]) -> Part {
        Part::Added(all.iter().map(|&at| self.value(at)).collect())
    }

    fn check(&self, kind: CheckKind, at: Vec<usize>, line: Key, words: &[Part], holds: bool, assumes: Key) -> Check {
        let keys = at.into_iter().map(|at| self.0[at].0).collect();
        check(kind, keys, line, words, holds, vec![assumes])
    }
}

/// To one decimal.
fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
