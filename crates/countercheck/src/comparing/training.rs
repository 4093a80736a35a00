//! What training needs of alignment: the features of the pairs of a collection, and its rows under other weights.

pub use super::model::{Model, names};

use super::ClaimKey;
use super::align::Figures;
use super::features::impossible;
use super::scorer::Scorer;
use crate::collection::Collection;
use crate::reading::claim::Reading;

/// A pair of figures with its features.
#[derive(Clone, PartialEq, Debug)]
pub struct Example {
    /// The two figures.
    pub pair: (ClaimKey, ClaimKey),
    /// The value of each feature, in the order of [`names`]. Those of standing depend on the model's first look.
    pub features: Vec<f64>,
}

/// Every pair among some figures of a collection but those that are impossible, which no weight decides on; in a fixed
/// order.
pub fn examples(
    collection: &Collection,
    readings: &[Reading],
    model: &Model,
    wanted: impl Fn(ClaimKey) -> bool,
) -> Vec<Example> {
    let figures = Figures::of(collection, readings);
    let scorer = Scorer::new(&figures.profiles, &figures.rarity, model);
    let wanted: Vec<usize> = (0..figures.profiles.len()).filter(|&at| wanted(figures.profiles[at].key)).collect();
    let pairs = wanted.iter().enumerate().flat_map(|(at, &a)| wanted[at + 1..].iter().map(move |&b| (a, b)));
    let possible = |&(a, b): &(usize, usize)| !impossible(&figures.profiles[a], &figures.profiles[b]);
    pairs
        .filter(possible)
        .map(|(a, b)| Example {
            pair: (figures.profiles[a].key, figures.profiles[b].key),
            features: scorer.features(a, b).to_vec(),
        })
        .collect()
}

/// The rows of a collection at each of some thresholds, each row the figures of one quantity.
pub fn rows(
    collection: &Collection,
    readings: &[Reading],
    model: &Model,
    thresholds: &[f64],
) -> Vec<Vec<Vec<ClaimKey>>> {
    let figures = Figures::of(collection, readings);
    let scorer = Scorer::new(&figures.profiles, &figures.rarity, model);
    thresholds.iter().map(|threshold| figures.rows(&scorer, *threshold)).collect()
}
