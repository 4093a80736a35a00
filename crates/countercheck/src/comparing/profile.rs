//! Profiles: what alignment knows of one figure, worked out once and compared many times.

use super::ClaimKey;
use super::rarity::Rarity;
use super::scale::in_base_unit;
use super::time::{Time, time_of};
use crate::collection::Article;
use crate::order;
use crate::reading::claim::{Claim, Kind, Reading};
use crate::reading::date::PartialDate;
use crate::reading::interval::Interval;
use crate::reading::number::dimension;
use crate::reading::text::Stem;

/// What a number measures. Numbers of different dimensions are not compared by size.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Dimension<'c> {
    /// A number of things, also a vague one.
    Count,
    /// A part of a whole or a rate: percentages, fractions, ratios, "most".
    Share,
    /// Money of a currency; "" where none is known.
    Money(&'c str),
    /// A physical dimension or a unit that belongs to none, lengths of time included.
    Physical(&'c str),
    /// A place in an order.
    Rank,
}

/// Distance at which a word weighs half of one right beside the figure, in tokens.
const HALF_WEIGHT: f64 = 6.0;

/// Tokens right behind and right before a figure.
const BEHIND: i8 = 4;
const AHEAD: i8 = -5;

/// Names nearest to a figure.
const NAMES: usize = 3;

/// Figures of one sentence that are looked at on either side.
const NEIGHBOURS: usize = 16;

/// A figure as alignment sees it.
pub(super) struct Profile<'c> {
    pub(super) claim: &'c Claim,
    pub(super) key: ClaimKey,
    /// The place of its article in an order that depends on the texts alone.
    pub(super) article: usize,
    pub(super) time: Time,
    /// The day of its text.
    pub(super) written: Option<i32>,
    pub(super) dimension: Dimension<'c>,
    /// The interval in the base unit of the dimension; shares in percent.
    pub(super) interval: Interval,
    /// Its number, or the end of its interval that is known, in the base unit.
    pub(super) size: Option<f64>,
    /// Content words of the sentence around it, sorted, each with a weight from rarity and distance.
    pub(super) near: Vec<(Stem, f64)>,
    /// The length of `near` as a vector.
    pub(super) near_length: f64,
    /// Stems of all words around it, of those right behind and of those right before it, sorted.
    pub(super) around: Vec<Stem>,
    pub(super) behind: Vec<Stem>,
    pub(super) ahead: Vec<Stem>,
    /// Names of the sentence but the speaker's, sorted.
    pub(super) names: Vec<Stem>,
    /// The nearest of them, sorted, and the nearest.
    pub(super) near_names: Vec<Stem>,
    pub(super) nearest_name: Option<Stem>,
    /// Sizes of the other figures of the sentence.
    pub(super) neighbours: Vec<f64>,
    /// How many figures stand before it in the sentence.
    pub(super) place: usize,
    /// Years and months that the sentence names.
    pub(super) years: Vec<i32>,
    pub(super) months: Vec<u8>,
}

impl<'c> Profile<'c> {
    /// The profile of the figure at `key`; `rank` is the place of its article in the order of the texts.
    pub(super) fn of(article: &'c Article, reading: &'c Reading, key: ClaimKey, rank: usize, rarity: &Rarity) -> Self {
        let claim = &reading.claims[key.claim];
        let mut profile = Self {
            claim,
            key,
            article: rank,
            time: time_of(claim, article),
            written: article.date.map(PartialDate::first_day),
            dimension: dimension_of(claim),
            interval: in_base_unit(claim, claim.interval),
            size: claim.size().map(|size| in_base_unit(claim, Interval::point(size)).low.value().unwrap_or(size)),
            near: Vec::new(),
            near_length: 0.0,
            around: Vec::new(),
            behind: Vec::new(),
            ahead: Vec::new(),
            names: Vec::new(),
            near_names: Vec::new(),
            nearest_name: None,
            neighbours: Vec::new(),
            place: 0,
            years: Vec::new(),
            months: Vec::new(),
        };
        profile.take_words(rarity);
        profile.take_neighbours(reading);
        profile
    }

    fn take_words(&mut self, rarity: &Rarity) {
        let claim = self.claim;
        let speaker: Vec<Stem> = claim.attribution.iter().flat_map(|who| who.text.split(' ').map(Stem::of)).collect();
        let mut near_first: Vec<(i8, Stem)> = Vec::new();
        for word in &claim.context.around {
            let spoken = speaker.contains(&word.stem);
            let distance = f64::from(word.distance).abs();
            let half = |is: bool| if is { 0.5 } else { 1.0 };
            let fade = HALF_WEIGHT / (HALF_WEIGHT - 1.0 + distance) * half(word.beyond) * half(spoken);
            let weight = rarity.square(word.stem).sqrt() * fade;
            weigh(&mut self.near, word.stem, weight);
            order::insert(&mut self.around, word.stem);
            if (1..=BEHIND).contains(&word.distance) && !word.beyond {
                order::insert(&mut self.behind, word.stem);
            }
            if (AHEAD..0).contains(&word.distance) && !word.beyond {
                order::insert(&mut self.ahead, word.stem);
            }
            if word.name && !spoken {
                order::insert(&mut self.names, word.stem);
                near_first.push((word.distance.abs(), word.stem));
            }
        }
        self.near_length = length(&self.near);
        let near_first = order::ordered(near_first, |a, b| a.0.cmp(&b.0));
        self.nearest_name = near_first.first().map(|(_, stem)| *stem);
        for (_, stem) in near_first.into_iter().take(NAMES) {
            order::insert(&mut self.near_names, stem);
        }
    }

    fn take_neighbours(&mut self, reading: &Reading) {
        let here = |claim: &&Claim| claim.sentence == self.claim.sentence;
        let (before, rest) = reading.claims.split_at(self.key.claim);
        let before = before.iter().rev().take(NEIGHBOURS).take_while(here);
        let behind = rest.iter().skip(1).take(NEIGHBOURS).take_while(here);
        self.place = before.clone().filter(|claim| claim.kind != Kind::Date).count();
        for claim in before.chain(behind) {
            if claim.kind == Kind::Date {
                if let Some(from) = claim.period.from {
                    order::insert(&mut self.years, from.year());
                    self.months.extend(from.month());
                }
            } else {
                self.neighbours.extend(claim.size());
            }
        }
        self.months = order::ordered(std::mem::take(&mut self.months), Ord::cmp);
    }
}

/// Puts a word into a sorted list, with the larger of its weights.
fn weigh(words: &mut Vec<(Stem, f64)>, word: Stem, weight: f64) {
    match words.binary_search_by(|(other, _)| other.cmp(&word)) {
        Ok(at) => words[at].1 = words[at].1.max(weight),
        Err(at) => words.insert(at, (word, weight)),
    }
}

/// The length of weighted words as a vector.
fn length(words: &[(Stem, f64)]) -> f64 {
    words.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt()
}

fn dimension_of(claim: &Claim) -> Dimension<'_> {
    let unit = claim.unit.as_deref();
    match claim.kind {
        Kind::Count | Kind::Date => Dimension::Count,
        Kind::Vague if claim.is_vague_part() => Dimension::Share,
        Kind::Vague => unit.map_or(Dimension::Count, |unit| match dimension(unit).0 {
            name if name == unit => Dimension::Count,
            name => Dimension::Physical(name),
        }),
        Kind::Percent | Kind::Ratio => Dimension::Share,
        Kind::Money => Dimension::Money(unit.unwrap_or_default()),
        Kind::Measure | Kind::Duration => Dimension::Physical(unit.map_or("", |unit| dimension(unit).0)),
        Kind::Ordinal => Dimension::Rank,
    }
}
