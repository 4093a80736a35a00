//! The shipped collection against its hand-made reading (`tests/gold/venezuela-2024`).
//!
//! `claims.jsonl` holds every figure of the five texts with its tier, `pairs.jsonl` pairs of figures with a role:
//! core pairs must be lined up, traps must not. Positions count code points, end exclusive.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{HashMap, HashSet};

use countercheck::collection::Collection;
use countercheck::comparing::ClaimKey;
use countercheck::reading::claim::{Claim, Kind};
use countercheck::work::journal::apply;
use countercheck::{Comparison, compare, shipped};
use serde::Deserialize;

#[derive(Deserialize)]
struct GoldClaim {
    id: String,
    article: String,
    phrase: String,
    start: usize,
    end: usize,
    kind: String,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    attribution: Option<String>,
    tier: String,
}

#[derive(Deserialize)]
struct GoldPair {
    id: String,
    a: String,
    b: String,
    role: String,
    relation: String,
    also_right: Vec<String>,
}

#[derive(Deserialize)]
struct GoldCheck {
    id: String,
    kind: String,
    claims: Vec<String>,
    holds: bool,
}

fn gold<T: for<'de> Deserialize<'de>>(file: &str) -> Vec<T> {
    let path = format!("{}/../../tests/gold/venezuela-2024/{file}", env!("CARGO_MANIFEST_DIR"));
    let lines = std::fs::read_to_string(path).unwrap();
    lines.lines().filter(|line| !line.is_empty()).map(|line| serde_json::from_str(line).unwrap()).collect()
}

struct Seeds {
    comparison: Comparison,
    gold: Vec<GoldClaim>,
    /// Gold id to the figure found in its place.
    met: HashMap<String, ClaimKey>,
    /// Figures that meet no gold span.
    alarms: Vec<ClaimKey>,
}

impl Seeds {
    /// As the page shows the collection: with the corrections of its editors.
    fn read() -> Self {
        let collection = shipped::collection();
        let comparison = apply(&collection, &compare(&collection), &shipped::journal()).comparison;
        Self::of(&collection, comparison)
    }

    /// As the program reads it by itself.
    fn uncorrected() -> Self {
        let collection = shipped::collection();
        let comparison = compare(&collection);
        Self::of(&collection, comparison)
    }

    fn of(collection: &Collection, comparison: Comparison) -> Self {
        let gold: Vec<GoldClaim> = gold("claims.jsonl");
        let mut met = HashMap::new();
        let mut used = HashSet::new();
        for (article, reading) in comparison.readings.iter().enumerate() {
            let text = &collection.articles[article].text;
            let here = gold.iter().filter(|entry| entry.article == collection.articles[article].id);
            for entry in here {
                let found = reading.claims.iter().enumerate().filter(|(index, _)| !used.contains(&(article, *index)));
                let best = found.max_by_key(|(_, claim)| overlap(text, claim, entry)).map(|(index, _)| index);
                if let Some(claim) = best.filter(|&index| overlap(text, &reading.claims[index], entry).0 > 0) {
                    used.insert((article, claim));
                    met.insert(entry.id.clone(), ClaimKey { article, claim });
                }
            }
        }
        let alarms = comparison
            .readings
            .iter()
            .enumerate()
            .flat_map(|(article, reading)| (0..reading.claims.len()).map(move |claim| ClaimKey { article, claim }));
        let alarms = alarms.filter(|key| !used.contains(&(key.article, key.claim))).collect();
        Self { comparison, gold, met, alarms }
    }

    fn core(&self) -> impl Iterator<Item = (&GoldClaim, Option<&Claim>)> {
        let core = self.gold.iter().filter(|entry| entry.tier == "core");
        core.map(|entry| (entry, self.met.get(&entry.id).map(|key| self.comparison.claim(*key))))
    }

    /// The relation of a gold pair, where the two are lined up.
    fn relation(&self, pair: &GoldPair) -> Option<&'static str> {
        let (a, b) = (self.met.get(&pair.a)?, self.met.get(&pair.b)?);
        let pairs = self.comparison.alignments.iter().flat_map(|alignment| &alignment.pairs);
        let mut joined = pairs.filter(|found| (found.a, found.b) == (*a, *b) || (found.a, found.b) == (*b, *a));
        joined.next().map(|found| found.relation.code())
    }
}

/// Code points that a claim and a gold entry share, the right value first.
fn overlap(text: &str, claim: &Claim, entry: &GoldClaim) -> (usize, bool) {
    let points = |bytes: usize| text[..bytes].chars().count();
    let (start, end) = (points(claim.quote.start), points(claim.quote.end));
    let shared = end.min(entry.end).saturating_sub(start.max(entry.start));
    (shared, claim.value == entry.value)
}

#[test]
fn every_core_figure_is_found_with_its_value() {
    let seeds = Seeds::read();
    for (entry, claim) in seeds.core() {
        let claim = claim.unwrap_or_else(|| panic!("{} “{}” is not found", entry.id, entry.phrase));
        if entry.kind != "date" && entry.value.is_some() {
            assert_eq!(claim.value, entry.value, "{} “{}”", entry.id, entry.phrase);
        }
    }
}

#[test]
fn every_core_figure_has_its_bounds() {
    let seeds = Seeds::read();
    for (entry, claim) in seeds.core().filter(|(entry, _)| !matches!(entry.kind.as_str(), "date" | "ordinal")) {
        let interval = claim.unwrap().interval;
        let (low, high) = (interval.low.value(), interval.high.value());
        let about = entry.value.is_some() && entry.low.is_some() && entry.high.is_some() && entry.low != entry.high;
        if about && (low, high) != (entry.low, entry.high) {
            let (low, high, value) = (low.unwrap(), high.unwrap(), entry.value.unwrap());
            let near = low <= value && value <= high && low < high && high - low <= 0.4 * value;
            assert!(near, "{} “{}”: {interval}", entry.id, entry.phrase);
        } else {
            assert_eq!((low, high), (entry.low, entry.high), "{} “{}”: {interval}", entry.id, entry.phrase);
        }
    }
}

#[test]
fn nothing_is_marked_that_is_no_figure() {
    let seeds = Seeds::read();
    let is_figure = |kind: Kind| !matches!(kind, Kind::Date | Kind::Ordinal | Kind::Vague);
    let alarms: Vec<_> = seeds.alarms.iter().map(|key| seeds.comparison.claim(*key)).collect();
    let false_alarms: Vec<_> = alarms.iter().filter(|claim| is_figure(claim.kind)).map(|claim| &claim.id).collect();
    assert!(false_alarms.is_empty(), "{false_alarms:?}");
}

#[test]
fn a_figure_without_a_source_gets_none() {
    let seeds = Seeds::read();
    for (entry, claim) in seeds.core().filter(|(entry, _)| entry.kind != "date") {
        let none = entry.attribution.as_deref().is_none_or(|by| by.starts_with("(none"));
        if none {
            let found = claim.unwrap().attribution.as_ref().map(|by| by.text.as_str());
            assert_eq!(found, None, "{} “{}”", entry.id, entry.phrase);
        }
    }
}

#[test]
fn core_pairs_are_lined_up_and_rightly_related() {
    let seeds = Seeds::read();
    let pairs: Vec<GoldPair> = gold("pairs.jsonl");
    let core: Vec<_> = pairs.iter().filter(|pair| pair.role == "core").collect();
    let related = |pair: &&&GoldPair| seeds.relation(pair).is_some();
    let missing: Vec<_> = core.iter().filter(|pair| !related(pair)).map(|pair| &pair.id).collect();
    assert!(missing.is_empty(), "not lined up: {missing:?}");
    for pair in core.iter().filter(related) {
        let found = seeds.relation(pair).unwrap();
        assert!(found == pair.relation || pair.also_right.iter().any(|right| right == found), "{}: {found}", pair.id);
    }
}

#[test]
fn the_program_by_itself_lines_up_sixteen_of_nineteen() {
    let seeds = Seeds::uncorrected();
    let pairs: Vec<GoldPair> = gold("pairs.jsonl");
    let core = pairs.iter().filter(|pair| pair.role == "core" && seeds.relation(pair).is_some());
    assert!(core.count() >= 16);
}

#[test]
fn no_trap_is_lined_up() {
    let pairs: Vec<GoldPair> = gold("pairs.jsonl");
    for seeds in [Seeds::read(), Seeds::uncorrected()] {
        for pair in pairs.iter().filter(|pair| pair.role == "trap") {
            assert_eq!(seeds.relation(pair), None, "{}", pair.id);
        }
    }
}

#[test]
fn the_sums_that_the_texts_invite_are_worked_out() {
    let seeds = Seeds::read();
    let checks: Vec<GoldCheck> = gold("checks.jsonl");
    for check in checks {
        // A list is announced by one figure; the names are no figure of their own.
        let named: HashSet<ClaimKey> = check.claims.iter().filter_map(|id| seeds.met.get(id).copied()).collect();
        let found = seeds.comparison.checks.iter().find(|found| {
            let kind = format!("{:?}", found.kind).to_lowercase();
            kind == check.kind && named.iter().all(|key| found.claims.contains(key))
        });
        let found = found.unwrap_or_else(|| panic!("{} ({}) is not worked out", check.id, check.kind));
        assert_eq!(found.holds, check.holds, "{}", check.id);
    }
}

#[test]
fn the_two_thousand_released_and_detained_are_told_apart() {
    let seeds = Seeds::read();
    let quoted = |key: ClaimKey| seeds.comparison.claim(key).measure;
    let measures: Vec<_> = seeds.comparison.confusables.iter().map(|pair| (quoted(pair.a), quoted(pair.b))).collect();
    assert_eq!(measures, [(Some("arrests"), Some("released"))]);
}

#[test]
fn no_other_sum_is_worked_out() {
    assert_eq!(
        Seeds::read().comparison.checks.len(),
        gold::<GoldCheck>("checks.jsonl").len() + 1,
        "the weekday of a photo is one more"
    );
}
