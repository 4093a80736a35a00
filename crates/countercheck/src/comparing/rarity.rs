//! Rarity: how much a shared word says. Words that few sentences of the collection hold weigh more.

use rustc_hash::FxHashMap;

use crate::order::ordered;
use crate::reading::claim::Claim;
use crate::reading::text::Stem;

/// The weights of the words of a collection.
pub(super) struct Rarity {
    /// The square of the weight of a word that no sentence holds.
    unknown: f64,
    /// The squares of the weights of the others.
    known: FxHashMap<Stem, f64>,
}

impl Rarity {
    /// Counts every sentence that holds a figure once, however many it holds. The claims of an article come in order.
    pub(super) fn of<'c>(claims: impl Iterator<Item = (usize, &'c Claim)>) -> Self {
        let mut known: FxHashMap<Stem, f64> = FxHashMap::default();
        let mut sentences = 0.0;
        let mut last = None;
        for (article, claim) in claims {
            if last.replace((article, claim.sentence)) == Some((article, claim.sentence)) {
                continue;
            }
            sentences += 1.0;
            for word in &claim.context.words {
                *known.entry(*word).or_default() += 1.0;
            }
        }
        let square = |seen: f64| (((sentences + 1.0) / (seen + 1.0)).ln() + 0.3).powi(2);
        for seen in known.values_mut() {
            *seen = square(*seen);
        }
        Self { unknown: square(0.0), known }
    }

    /// The square of a word's weight.
    pub(super) fn square(&self, word: Stem) -> f64 {
        self.known.get(&word).copied().unwrap_or(self.unknown)
    }

    /// The rarest of a list of words, the rarest first.
    pub(super) fn rarest(&self, words: &[Stem], count: usize) -> Vec<Stem> {
        let weighed: Vec<(f64, Stem)> = words.iter().map(|word| (self.square(*word), *word)).collect();
        let rarest = ordered(weighed, |a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        rarest.into_iter().take(count).map(|(_, word)| word).collect()
    }

    /// The squared weights of a list of words together.
    pub(super) fn mass(&self, words: &[Stem]) -> f64 {
        words.iter().map(|word| self.square(*word)).sum()
    }

    /// The cosine of two sorted lists of words: 0 (nothing shared, or an empty list) to 1.
    pub(super) fn cosine(&self, a: &[Stem], b: &[Stem]) -> f64 {
        let shared: f64 = shared(a, b).map(|word| self.square(*word)).sum();
        if shared == 0.0 { 0.0 } else { shared / (self.mass(a) * self.mass(b)).sqrt() }
    }

    /// The part of the words of `a` that stand in `b` as well, by weight: 0 to 1; 0 where `a` is empty.
    pub(super) fn covered(&self, a: &[Stem], b: &[Stem]) -> f64 {
        let shared: f64 = shared(a, b).map(|word| self.square(*word)).sum();
        if shared == 0.0 { 0.0 } else { shared / self.mass(a) }
    }
}

/// Words in both of two sorted lists.
pub(super) fn shared<'w>(a: &'w [Stem], b: &'w [Stem]) -> impl Iterator<Item = &'w Stem> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.iter().filter(|word| long.binary_search(word).is_ok())
}
