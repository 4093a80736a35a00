//! Same digits, different thing: figures of two texts that a hasty reader would line up, and should not.

use rustc_hash::FxHashMap;

use super::judge::Side;
use super::reason::Reason;
use super::{Alignment, ClaimKey, rows_of};
use crate::collection::Collection;
use crate::reading::claim::{Claim, Kind, Reading};

/// Two figures of one number that count different things.
#[derive(Clone, PartialEq, Debug)]
pub struct Confusable {
    /// The figure that stands first in the collection.
    pub a: ClaimKey,
    /// The other one.
    pub b: ClaimKey,
    /// What the two count, in one sentence.
    pub why: Reason,
}

/// Smaller counts meet by chance.
const TELLING: f64 = 10.0;

/// A number that more figures share than this warns of nothing.
const COMMON: usize = 6;

/// Figures of different texts with one number, of which at least one belongs to a row and the other does not belong to
/// it, in the order of the collection.
pub(super) fn confusables(collection: &Collection, readings: &[Reading], rows: &[Alignment]) -> Vec<Confusable> {
    let row_of = rows_of(readings, rows);
    let row = |key: ClaimKey| row_of[key.article][key.claim];
    let claim = |key: ClaimKey| &readings[key.article].claims[key.claim];
    let mut found = Vec::new();
    for (a, b) in of_one_number(readings) {
        let apart = row(a) != row(b) && a.article != b.article;
        if apart && is_other_thing(claim(a), claim(b)) {
            let side = |key: ClaimKey| Side::of(collection, readings, key);
            found.push(Confusable { a, b, why: Reason::same_digits(side(a), side(b)) });
        }
    }
    found
}

/// Pairs of figures that print one number in one unit, the first of the collection first.
fn of_one_number(readings: &[Reading]) -> Vec<(ClaimKey, ClaimKey)> {
    let mut by_value: FxHashMap<(u64, Option<&str>), Vec<ClaimKey>> = FxHashMap::default();
    let mut order: Vec<(u64, Option<&str>)> = Vec::new();
    for (article, reading) in readings.iter().enumerate() {
        for (index, claim) in reading.claims.iter().enumerate() {
            let Some(value) = claim.value.filter(|_| is_telling(claim)) else { continue };
            let unit = claim.unit.as_deref().filter(|unit| *unit != "person");
            let keys = by_value.entry((value.to_bits(), unit)).or_default();
            if keys.is_empty() {
                order.push((value.to_bits(), unit));
            }
            keys.push(ClaimKey { article, claim: index });
        }
    }
    let lists = order.iter().filter_map(|value| by_value.get(value)).filter(|keys| keys.len() <= COMMON);
    lists
        .flat_map(|keys| (0..keys.len()).flat_map(move |at| keys[at + 1..].iter().map(move |b| (keys[at], *b))))
        .collect()
}

fn is_telling(claim: &Claim) -> bool {
    let size = claim.value.is_some_and(|value| value.abs() >= TELLING);
    size && matches!(claim.kind, Kind::Count | Kind::Percent)
}

/// The two name what they count, and name different things.
fn is_other_thing(a: &Claim, b: &Claim) -> bool {
    let named = |claim: &Claim| claim.measure.is_some() || claim.context.head.is_some();
    let measures = a.measure.is_some() && b.measure.is_some() && a.measure != b.measure;
    let nouns = a.measure.is_none() && b.measure.is_none() && a.context.head != b.context.head;
    a.kind == b.kind && named(a) && named(b) && (measures || nouns || a.measure.is_some() != b.measure.is_some())
}
