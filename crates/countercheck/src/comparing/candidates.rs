//! Candidates: the pairs of figures that are worth comparing, found by an index and not by trying all.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use super::profile::{Dimension, Profile};
use super::rarity::Rarity;
use crate::order::ordered;
use crate::reading::text::Stem;

/// Up to so many figures all are compared with all.
const FEW: usize = 200;

/// Figures that share a key are all compared up to this many; of more, each with its nearest in size.
const CROWD: usize = 60;

/// So many of the rarest words near a figure are keys.
const WORDS: usize = 8;

/// In a crowd, each figure is compared with so many of its nearest in size on either side.
const NEAREST: usize = 12;

/// Pairs of indices into `profiles` that share a key, each once, the lower index first. Their number grows with that of
/// the figures, not with its square.
pub(super) fn candidates(profiles: &[Profile], rarity: &Rarity) -> Vec<(usize, usize)> {
    if profiles.len() <= FEW {
        return (0..profiles.len()).flat_map(|a| (a + 1..profiles.len()).map(move |b| (a, b))).collect();
    }
    let mut index: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
    for (at, profile) in profiles.iter().enumerate() {
        for key in keys(profile, rarity) {
            index.entry(key).or_default().push(at);
        }
    }
    let mut pairs: Vec<(usize, usize)> = index.values().flat_map(|list| among(profiles, list)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Pairs among the figures of one key.
fn among(profiles: &[Profile], list: &[usize]) -> Vec<(usize, usize)> {
    let reach = if list.len() <= CROWD { list.len() } else { NEAREST };
    let sorted = ordered(list.to_vec(), |a, b| by_size(&profiles[*a], &profiles[*b]).then_with(|| a.cmp(b)));
    let behind = |at: usize| sorted[at + 1..].iter().take(reach);
    (0..sorted.len())
        .flat_map(|at| behind(at).map(move |b| (at, *b)))
        .map(|(at, b)| (sorted[at].min(b), sorted[at].max(b)))
        .collect()
}

fn by_size(a: &Profile, b: &Profile) -> Ordering {
    let size = |profile: &Profile| profile.size.unwrap_or(f64::NEG_INFINITY);
    size(a).total_cmp(&size(b))
}

/// What a figure can be found under.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key<'c> {
    /// Its number.
    Value(Dimension<'c>, u64),
    /// Its measure.
    Measure(&'static str),
    /// A word near it.
    Word(Dimension<'c>, Stem),
    /// Two words near it, for words that a crowd shares.
    Words(Stem, Stem),
}

fn keys<'c>(profile: &Profile<'c>, rarity: &Rarity) -> Vec<Key<'c>> {
    let words: Vec<Stem> = ordered(profile.near.iter().map(|(stem, _)| *stem).collect(), Ord::cmp);
    let rare = rarity.rarest(&words, WORDS);
    let value = profile.size.map(|size| Key::Value(profile.dimension, size.to_bits()));
    let mut keys: Vec<Key> = value.into_iter().chain(profile.claim.measure.map(Key::Measure)).collect();
    keys.extend(rare.iter().map(|word| Key::Word(profile.dimension, *word)));
    keys.extend(profile.claim.context.counted.iter().map(|word| Key::Word(profile.dimension, *word)));
    for (at, x) in rare.iter().take(4).enumerate() {
        keys.extend(rare[at + 1..].iter().take(3).map(|y| Key::Words(*x.min(y), *x.max(y))));
    }
    keys
}
