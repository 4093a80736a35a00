//! Candidates: the pairs of figures that are worth comparing, found by an index and not by trying all.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use super::likeness::{Facet, Rarity};
use crate::order::ordered;
use crate::reading::claim::{Claim, Kind, Trend};
use crate::reading::number::dimension;
use crate::reading::text::Stem;

/// Figures that share a key are all compared up to this many; where more do, they have to share a second key.
const CROWD: usize = 160;

/// So many of the rarest words of a figure are second keys.
const WORDS: usize = 6;

/// Where even a second key is shared by a crowd, each figure is compared with so many of its nearest in size.
const NEAREST: usize = 12;

/// Pairs of indices into `facets` that share a key, each once, the lower index first. Their number grows with that of
/// the figures, not with its square; which they are does not depend on the order of the texts.
pub(super) fn candidates(facets: &[Facet], rarity: &Rarity) -> Vec<(usize, usize)> {
    let index = indexed(facets, |facet| keys(facet.claim));
    let crowded = |key: &Index| index.get(key).is_some_and(|list| list.len() > CROWD);
    let second = indexed(facets, |facet| {
        let crowds = keys(facet.claim).into_iter().filter(&crowded);
        let words = rarity.rarest(&facet.claim.context.words, WORDS);
        crowds.flat_map(|first| second_keys(first, facet.claim, &words)).collect()
    });
    let mut pairs = Vec::new();
    for list in index.values().filter(|list| list.len() <= CROWD) {
        pairs.extend(list.iter().enumerate().flat_map(|(at, a)| list[at + 1..].iter().map(|b| (*a, *b))));
    }
    for list in second.values() {
        pairs.extend(nearest(facets, list));
    }
    each_once(facets.len(), &pairs)
}

type Lists<'c> = FxHashMap<Index<'c>, Vec<usize>>;

fn indexed<'c>(facets: &[Facet<'c>], keys: impl Fn(&Facet<'c>) -> Vec<Index<'c>>) -> Lists<'c> {
    let mut index: Lists = FxHashMap::default();
    for (at, facet) in facets.iter().enumerate() {
        for key in keys(facet) {
            index.entry(key).or_default().push(at);
        }
    }
    index
}

/// Each figure of a list with those next to it in the order of size; all with all in a small list.
fn nearest(facets: &[Facet], list: &[usize]) -> Vec<(usize, usize)> {
    let reach = if list.len() <= CROWD { list.len() } else { NEAREST };
    let sorted = ordered(list.to_vec(), |a, b| by_size(&facets[*a], &facets[*b]));
    let behind = |at: usize| sorted[at + 1..].iter().take(reach);
    (0..sorted.len())
        .flat_map(|at| behind(at).map(move |b| (at, *b)))
        .map(|(at, b)| (sorted[at].min(b), sorted[at].max(b)))
        .collect()
}

fn by_size(a: &Facet, b: &Facet) -> Ordering {
    let low = |facet: &Facet| facet.claim.interval.low.value().unwrap_or(f64::NEG_INFINITY);
    let said = |facet: &Facet| (facet.claim.counted.len(), facet.claim.sentence, facet.claim.quote);
    low(a).total_cmp(&low(b)).then_with(|| said(a).cmp(&said(b))).then_with(|| a.article.cmp(&b.article))
}

fn each_once(count: usize, pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut partners: Vec<Vec<usize>> = vec![Vec::new(); count];
    for &(a, b) in pairs {
        partners[a].push(b);
    }
    let mut met: Vec<Option<usize>> = vec![None; count];
    let mut once = Vec::new();
    for (a, partners) in partners.iter().enumerate() {
        once.extend(partners.iter().filter(|&&b| met[b].replace(a) != Some(a)).map(|&b| (a, b)));
    }
    once
}

/// What a figure can be found under.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Index<'c> {
    Measure(&'static str),
    Dimension(&'c str),
    Change(bool),
    Noun(Stem),
    /// A crowded key, told by a number of its own, and a word of the sentence.
    Both(u32, Stem),
    /// A crowded key and a value.
    Valued(u32, u64),
}

fn keys(claim: &Claim) -> Vec<Index<'_>> {
    let mut keys: Vec<Index> = claim.context.counted.iter().map(|stem| Index::Noun(*stem)).collect();
    keys.extend(claim.measure.map(Index::Measure));
    keys.extend(claim.trend.map(|trend| Index::Change(trend == Trend::Up)));
    if let (Kind::Money | Kind::Measure | Kind::Duration, Some(unit)) = (claim.kind, &claim.unit) {
        keys.push(Index::Dimension(dimension(unit).0));
    }
    keys
}

fn second_keys<'c>(first: Index<'c>, claim: &Claim, words: &[Stem]) -> Vec<Index<'c>> {
    let number = number(first);
    let value = claim.value.map(|value| Index::Valued(number, value.to_bits()));
    words.iter().map(|word| Index::Both(number, *word)).chain(value).collect()
}

/// A number that tells a key from others.
fn number(key: Index) -> u32 {
    match key {
        Index::Measure(name) | Index::Dimension(name) => Stem::of(name).number(),
        Index::Change(up) => u32::from(up),
        Index::Noun(stem) => stem.number().rotate_left(1),
        Index::Both(number, _) | Index::Valued(number, _) => number,
    }
}
