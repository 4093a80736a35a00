//! The model that weighs the features of a pair: logistic regression, twice.
//!
//! At first sight a pair is weighed by its own features ([`FEATURES`]). The second look weighs them again together with
//! how the pair stands among its rivals ([`STANDING`]): whether either figure has a better match in the other's text.
//! Weights, means and scales stand in `assets/alignment/weights.tsv`, which says where they come from.

use std::sync::OnceLock;

use super::features::FEATURES;
use crate::tables;

/// The features of the second look, in their order behind those of the first.
pub(super) const STANDING: [&str; 6] = [
    "best match in both directions",
    "best match in one direction",
    "lead over the nearest rival, smaller",
    "lead over the nearest rival, larger",
    "no rival on either side",
    "rivals in the same text",
];

/// Number of features of a pair by itself.
pub(super) const COUNT: usize = FEATURES.len();

/// Number of all features.
pub(super) const ALL: usize = COUNT + STANDING.len();

/// The names of all features, in the order of the weights.
pub fn names() -> impl Iterator<Item = &'static str> {
    FEATURES.iter().map(|(name, _)| *name).chain(STANDING)
}

/// Weights for features as they are, scaled already.
#[derive(Clone, PartialEq, Debug)]
pub struct Model {
    /// What is added to every first look, and a weight for each of the features of a pair by itself.
    pub first: (f64, Vec<f64>),
    /// The same for the second look, with the features of standing behind.
    pub second: (f64, Vec<f64>),
    /// The mean of each feature, from which a feature speaks for or against.
    pub means: Vec<f64>,
    /// Log-odds from which figures stand in one row.
    pub threshold: f64,
}

impl Model {
    /// How many of the features, the last ones, are of standing.
    pub const STANDING: usize = STANDING.len();

    /// A model that weighs nothing.
    pub fn blank() -> Self {
        let (first, second) = ((0.0, vec![0.0; COUNT]), (0.0, vec![0.0; ALL]));
        Self { first, second, means: vec![0.0; ALL], threshold: 0.0 }
    }

    /// The model that the program carries.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Model> = OnceLock::new();
        SHIPPED.get_or_init(|| Self::read(tables::lines("alignment/weights")))
    }

    /// Reads the lines of a file of weights: `name, mean, scale, first, second` for each feature in order, the constants
    /// under "(constant)", the threshold under "(threshold)". What is not there weighs nothing.
    fn read<'t>(lines: impl Iterator<Item = &'t str>) -> Self {
        let mut model = Self::blank();
        for line in lines {
            let mut fields = line.split('\t');
            let name = fields.next().unwrap_or_default();
            let numbers: Vec<f64> = fields.map(number).collect();
            match (name, &numbers[..]) {
                ("(constant)", [first, second]) => (model.first.0, model.second.0) = (*first, *second),
                ("(threshold)", [threshold]) => model.threshold = *threshold,
                (name, [mean, scale, first, second]) => {
                    if let Some(at) = names().position(|known| known == name) {
                        model.put(at, *mean, *scale, *first, *second);
                    }
                }
                _ => {}
            }
        }
        model
    }

    /// Takes the weights of standardised features, which are `(value - mean) / scale`.
    fn put(&mut self, at: usize, mean: f64, scale: f64, first: f64, second: f64) {
        self.means[at] = mean;
        if at < COUNT {
            self.first.1[at] = first / scale;
            self.first.0 -= mean * first / scale;
        }
        self.second.1[at] = second / scale;
        self.second.0 -= mean * second / scale;
    }
}

/// A decimal number as files of weights have it: no exponent.
fn number(field: &str) -> f64 {
    let digits = field.trim_start_matches('-');
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let read = |digits: &str| digits.bytes().fold(0.0, |sum, digit| sum * 10.0 + f64::from(digit.wrapping_sub(b'0')));
    let size = read(whole) + read(part) / part.bytes().fold(1.0, |power, _| power * 10.0);
    if field.starts_with('-') { -size } else { size }
}

/// The sum of features times weights.
pub(super) fn weighed(features: &[f64], weights: &[f64]) -> f64 {
    features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum()
}
