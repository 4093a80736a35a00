//! Scores: the log-odds that two figures are of one quantity.

use rustc_hash::FxHashMap;

use super::candidates::candidates;
use super::features::{FEATURES, PairView, impossible};
use super::model::{ALL, COUNT, Model, STANDING, weighed};
use super::profile::{Dimension, Profile};
use super::rarity::Rarity;

/// How far a lead over rivals counts, in log-odds.
const LEAD: f64 = 4.0;

/// Log-odds of two figures that cannot be of one quantity.
const IMPOSSIBLE: f64 = -20.0;

/// Pairs of figures, the lower index first.
pub(super) type PairOf = (usize, usize);

/// The first look at a pair.
#[derive(Clone, Copy)]
struct First {
    /// Log-odds by the pair's own features.
    score: f64,
    /// What these features are worth in the second look.
    base: f64,
}

/// The two best matches of a figure in one text.
#[derive(Clone, Copy)]
struct Best {
    partner: usize,
    score: f64,
    next: f64,
}

impl Best {
    fn with(self, partner: usize, score: f64) -> Self {
        if score > self.score {
            Self { partner, score, next: self.score }
        } else {
            Self { next: self.next.max(score), ..self }
        }
    }
}

/// Scores pairs of figures of one collection.
pub(super) struct Scorer<'p, 'c> {
    profiles: &'p [Profile<'c>],
    rarity: &'p Rarity,
    model: &'p Model,
    /// How many figures have each value.
    values: FxHashMap<(Dimension<'c>, u64), f64>,
    /// Pairs that the index found.
    seen: FxHashMap<PairOf, First>,
    /// By figure and article of the other one.
    best: FxHashMap<(usize, usize), Best>,
}

impl<'p, 'c> Scorer<'p, 'c> {
    /// Looks at every candidate pair once.
    pub(super) fn new(profiles: &'p [Profile<'c>], rarity: &'p Rarity, model: &'p Model) -> Self {
        let mut values = FxHashMap::default();
        for profile in profiles {
            if let Some(size) = profile.size {
                *values.entry((profile.dimension, size.to_bits())).or_insert(0.0) += 1.0;
            }
        }
        let (seen, best) = (FxHashMap::default(), FxHashMap::default());
        let mut scorer = Self { profiles, rarity, model, values, seen, best };
        let pairs = candidates(profiles, rarity);
        for &(a, b) in &pairs {
            let first = scorer.first(a, b);
            scorer.seen.insert((a, b), first);
            scorer.note(a, b, first.score);
            scorer.note(b, a, first.score);
        }
        scorer
    }

    fn note(&mut self, from: usize, to: usize, score: f64) {
        let none = Best { partner: usize::MAX, score: f64::NEG_INFINITY, next: f64::NEG_INFINITY };
        let best = self.best.entry((from, self.profiles[to].article)).or_insert(none);
        *best = best.with(to, score);
    }

    /// The pairs that the index found, in order.
    pub(super) fn pairs(&self) -> Vec<PairOf> {
        let mut pairs: Vec<PairOf> = self.seen.keys().copied().collect();
        pairs.sort_unstable();
        pairs
    }

    /// The features of a pair by itself.
    fn own_features(&self, a: usize, b: usize) -> [f64; COUNT] {
        let (a, b) = (&self.profiles[a], &self.profiles[b]);
        let key = a.size.map(|size| (a.dimension, size.to_bits()));
        let same_value = key.and_then(|key| self.values.get(&key)).copied().unwrap_or(0.0);
        let pair = PairView::of(a, b, self.rarity, (same_value - 1.0).max(1.0));
        std::array::from_fn(|at| FEATURES[at].1(&pair))
    }

    fn first(&self, a: usize, b: usize) -> First {
        let features = self.own_features(a, b);
        let score = self.model.first.0 + weighed(&features, &self.model.first.1);
        First { score, base: weighed(&features, &self.model.second.1) }
    }

    /// How a pair stands among the rivals of either figure: see [`STANDING`].
    fn standing(&self, a: usize, b: usize, score: f64) -> [f64; STANDING.len()] {
        let lead = |from: usize, to: usize| {
            let best = self.best.get(&(from, self.profiles[to].article));
            let rival = best.map_or(f64::NEG_INFINITY, |best| if best.partner == to { best.next } else { best.score });
            score - rival
        };
        let (x, y) = (lead(a, b), lead(b, a));
        let yes = |is: bool| f64::from(u8::from(is));
        let known = |lead: f64| lead.clamp(-LEAD, LEAD);
        let alone = |lead: f64| yes(lead == f64::INFINITY);
        [
            yes(x >= 0.0 && y >= 0.0),
            yes((x >= 0.0) != (y >= 0.0)),
            known(x.min(y)),
            known(x.max(y)),
            alone(x.min(y)),
            yes(self.profiles[a].article == self.profiles[b].article) * known(x.min(y)),
        ]
    }

    /// Log-odds that the two are of one quantity.
    pub(super) fn score(&self, a: usize, b: usize) -> f64 {
        let (a, b) = (a.min(b), a.max(b));
        if impossible(&self.profiles[a], &self.profiles[b]) {
            return IMPOSSIBLE;
        }
        let first = self.seen.get(&(a, b)).copied().unwrap_or_else(|| self.first(a, b));
        let standing = self.standing(a, b, first.score);
        self.model.second.0 + first.base + weighed(&standing, &self.model.second.1[COUNT..])
    }

    /// All features of a pair, those of standing last.
    pub(super) fn features(&self, a: usize, b: usize) -> [f64; ALL] {
        let own = self.own_features(a, b);
        let score = self.model.first.0 + weighed(&own, &self.model.first.1);
        let standing = self.standing(a, b, score);
        std::array::from_fn(|at| if at < COUNT { own[at] } else { standing[at - COUNT] })
    }
}
