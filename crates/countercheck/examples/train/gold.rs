//! Gold sets: folders of texts whose figures were read and lined up by hand.
//!
//! A set holds `collection.json` with the texts, `claims.jsonl` (figures; positions count code points) and
//! `alignments.jsonl` (quantities with all pairs of their figures) or `pairs.jsonl` (pairs with a role).

use std::collections::{HashMap, HashSet};
use std::path::Path;

use countercheck::collection::Collection;
use countercheck::comparing::ClaimKey;
use countercheck::reading::claim::{Claim, Kind, Reading, read};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A figure as a reader reads it.
#[derive(Deserialize)]
pub(crate) struct GoldClaim {
    pub(crate) id: String,
    pub(crate) article: String,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: String,
    pub(crate) value: Option<f64>,
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    #[allow(dead_code, reason = "read by the tests")]
    pub(crate) tier: String,
}

#[derive(Deserialize)]
struct GoldAlignment {
    pairs: Vec<GoldPair>,
}

/// Two figures of one quantity, or with the role "trap" two of different ones.
#[derive(Deserialize)]
struct GoldPair {
    a: String,
    b: String,
    #[serde(default)]
    role: String,
    relation: String,
    #[serde(default)]
    also_right: Vec<String>,
}

/// What a reader says of two figures.
pub(crate) struct Judged {
    /// Indices into the claims, the lower first.
    pub(crate) pair: (usize, usize),
    /// The relations that are right.
    pub(crate) relations: Vec<&'static str>,
}

/// A set with the program's own reading of its texts.
pub(crate) struct Set {
    pub(crate) name: String,
    pub(crate) collection: Collection,
    pub(crate) readings: Vec<Reading>,
    pub(crate) claims: Vec<GoldClaim>,
    /// The figure that the program found in the place of each.
    pub(crate) found: Vec<Option<ClaimKey>>,
    /// Pairs that stand in one row.
    pub(crate) aligned: Vec<Judged>,
    /// Pairs of which nobody says whether they do.
    unsaid: HashSet<(usize, usize)>,
    /// Only these pairs are wrong when lined up; all others where there is no such list.
    traps: Option<HashSet<(usize, usize)>>,
}

/// Reads a set, and its texts with the program.
///
/// # Errors
/// Says in one sentence which file cannot be read.
pub(crate) fn set(folder: &Path) -> Result<Set, String> {
    let text = |file: &str| std::fs::read_to_string(folder.join(file)).map_err(|error| format!("{file}: {error}"));
    let record = serde_json::from_str::<serde_json::Value>(&text("collection.json")?).map_err(|it| it.to_string())?;
    let collection = Collection::from_record(&record, &text)?;
    let readings: Vec<Reading> = collection.articles.iter().map(read).collect();
    let claims: Vec<GoldClaim> = lines(&text("claims.jsonl")?)?;
    let with_roles = folder.join("pairs.jsonl").exists();
    let pairs: Vec<GoldPair> = if with_roles {
        lines(&text("pairs.jsonl")?)?
    } else {
        lines::<GoldAlignment>(&text("alignments.jsonl")?)?.into_iter().flat_map(|row| row.pairs).collect()
    };
    let found = matched(&collection, &readings, &claims);
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut set =
        Set { name, collection, readings, claims, found, aligned: Vec::new(), unsaid: HashSet::new(), traps: None };
    set.take_pairs(pairs, with_roles)?;
    Ok(set)
}

fn lines<T: DeserializeOwned>(text: &str) -> Result<Vec<T>, String> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| serde_json::from_str(line).map_err(|error| format!("{error} in {line}"))).collect()
}

impl Set {
    fn take_pairs(&mut self, pairs: Vec<GoldPair>, with_roles: bool) -> Result<(), String> {
        let places: HashMap<&str, usize> =
            self.claims.iter().enumerate().map(|(at, claim)| (claim.id.as_str(), at)).collect();
        let at = |id: &str| places.get(id).copied().ok_or_else(|| format!("{}: no claim {id}", self.name));
        let mut groups: Vec<usize> = (0..self.claims.len()).collect();
        for pair in pairs {
            let (a, b) = (at(&pair.a)?, at(&pair.b)?);
            let ordered = (a.min(b), a.max(b));
            if pair.role == "trap" {
                self.traps.get_or_insert_default().insert(ordered);
                continue;
            }
            let (from, to) = (groups[a], groups[b]);
            groups.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
            if !with_roles || pair.role == "core" {
                let relations = std::iter::once(&pair.relation).chain(&pair.also_right).map(|it| folded(it));
                self.aligned.push(Judged { pair: ordered, relations: relations.collect() });
            }
        }
        let said: HashSet<_> = self.aligned.iter().map(|judged| judged.pair).collect();
        for a in 0..if with_roles { groups.len() } else { 0 } {
            let others = (a + 1..groups.len()).filter(|&b| groups[a] == groups[b] && !said.contains(&(a, b)));
            self.unsaid.extend(others.map(|b| (a, b)));
        }
        Ok(())
    }

    /// Whether two of the claims stand in one row; `None` where nobody says.
    pub(crate) fn together(&self, a: usize, b: usize) -> Option<bool> {
        let pair = (a.min(b), a.max(b));
        let said = !self.unsaid.contains(&pair);
        said.then(|| self.aligned.iter().any(|judged| judged.pair == pair))
    }

    /// The gold claim in whose place each figure stands.
    pub(crate) fn places(&self) -> HashMap<ClaimKey, usize> {
        self.found.iter().enumerate().filter_map(|(at, key)| Some(((*key)?, at))).collect()
    }

    /// Counts what rows hold of the pairs of two texts.
    pub(crate) fn score(&self, rows: &[Vec<ClaimKey>]) -> Score {
        let places = self.places();
        let crosses = |&(a, b): &(usize, usize)| self.claims[a].article != self.claims[b].article;
        let gold: HashSet<_> = self.aligned.iter().map(|judged| judged.pair).collect();
        let counts = |pair: &(usize, usize)| self.traps.is_some() || crosses(pair);
        let mut got = HashSet::new();
        for row in rows {
            let here: Vec<usize> = row.iter().filter_map(|key| places.get(key).copied()).collect();
            for (at, &a) in here.iter().enumerate() {
                got.extend(here[at + 1..].iter().map(|&b| (a.min(b), a.max(b))).filter(&counts));
            }
        }
        let wrong = |pair: &&(usize, usize)| match &self.traps {
            Some(traps) => traps.contains(*pair),
            None => !gold.contains(*pair),
        };
        let mut score = Score { wrong: got.iter().filter(wrong).count(), ..Score::default() };
        for judged in self.aligned.iter().filter(|judged| counts(&judged.pair)) {
            let hit = usize::from(got.contains(&judged.pair));
            score.right += hit;
            score.missed += 1 - hit;
            let at = RELATIONS.iter().position(|relation| judged.relations.first() == Some(relation));
            let by = &mut score.by_relation[at.unwrap_or_default()];
            (by.0, by.1) = (by.0 + hit, by.1 + 1);
        }
        score
    }
}

/// The relations of gold pairs.
pub(crate) const RELATIONS: [&str; 5] = ["agree", "compatible", "updated", "scope", "differ"];

/// The relation that a name of one stands for, in a report or in a set.
pub(crate) fn folded(name: &str) -> &'static str {
    match name {
        "same" | "rounded" | "agree" => "agree",
        "compatible" => "compatible",
        "later" | "updated" => "updated",
        "scope" => "scope",
        _ => "differ",
    }
}

/// What was lined up, in pairs of figures of two texts.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Score {
    /// Lined up, and rightly.
    pub(crate) right: usize,
    /// Lined up, though not of one quantity.
    pub(crate) wrong: usize,
    /// Of one quantity, but not lined up.
    pub(crate) missed: usize,
    /// Of the pairs of each of [`RELATIONS`], those lined up and all.
    pub(crate) by_relation: [(usize, usize); 5],
}

impl Score {
    pub(crate) fn precision(&self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    pub(crate) fn recall(&self) -> f64 {
        share(self.right, self.right + self.missed)
    }

    pub(crate) fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }

    pub(crate) fn with(mut self, other: &Self) -> Self {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
        for (own, more) in self.by_relation.iter_mut().zip(other.by_relation) {
            (own.0, own.1) = (own.0 + more.0, own.1 + more.1);
        }
        self
    }
}

/// A share; all of nothing.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// The figure of each gold claim: the right value first, then the larger overlap.
fn matched(collection: &Collection, readings: &[Reading], claims: &[GoldClaim]) -> Vec<Option<ClaimKey>> {
    let mut found = vec![None; claims.len()];
    for (article, reading) in readings.iter().enumerate() {
        let text = &collection.articles[article].text;
        let here = || claims.iter().enumerate().filter(|(_, gold)| gold.article == collection.articles[article].id);
        let mut meetings: Vec<Meeting> = Vec::new();
        for (index, claim) in reading.claims.iter().enumerate() {
            let (start, end) = (points(text, claim.quote.start), points(text, claim.quote.end));
            meetings.extend(here().filter_map(|(at, gold)| Meeting::of(at, gold, index, claim, (start, end))));
        }
        meetings.sort_by(|x, y| y.rank().partial_cmp(&x.rank()).unwrap_or(std::cmp::Ordering::Equal));
        let mut used = HashSet::new();
        for meeting in meetings {
            if found[meeting.gold].is_none() && used.insert(meeting.claim) {
                found[meeting.gold] = Some(ClaimKey { article, claim: meeting.claim });
            }
        }
    }
    found
}

/// A gold claim and a figure that overlap.
struct Meeting {
    gold: usize,
    claim: usize,
    right: bool,
    shared: usize,
    length: usize,
    apart: usize,
}

impl Meeting {
    fn of(at: usize, gold: &GoldClaim, index: usize, claim: &Claim, (start, end): (usize, usize)) -> Option<Self> {
        let shared = end.min(gold.end).checked_sub(start.max(gold.start)).filter(|shared| *shared > 0)?;
        let right = value_is_right(gold, claim);
        let (length, apart) = ((end - start).max(1), gold.start.abs_diff(start));
        Some(Self { gold: at, claim: index, right, shared, length, apart })
    }

    fn rank(&self) -> (bool, f64, usize, isize) {
        (self.right, self.shared as f64 / self.length as f64, self.shared, -self.apart.cast_signed())
    }
}

/// Whether a figure has the value that a reader reads there.
pub(crate) fn value_is_right(gold: &GoldClaim, claim: &Claim) -> bool {
    let close = |x: Option<f64>, y: Option<f64>| match (x, y) {
        (Some(x), Some(y)) => (x - y).abs() <= 1e-6 * x.abs().max(y.abs()).max(1.0),
        (x, y) => x.is_none() && y.is_none(),
    };
    let low = claim.interval.low.value();
    match (gold.value, claim.value) {
        _ if gold.kind == "date" || claim.kind == Kind::Date => true,
        (Some(x), Some(y)) => {
            let parts = gold.kind == "percent" || claim.kind == Kind::Percent;
            [1.0, 100.0, 0.01].iter().any(|k| (*k == 1.0 || parts) && close(Some(x * k), Some(y)))
        }
        (None, _) if gold.low.is_none() && gold.high.is_none() => true,
        _ => close(gold.low, low) || close(gold.value, low) || claim.value.is_none(),
    }
}

fn points(text: &str, bytes: usize) -> usize {
    text.get(..bytes).unwrap_or(text).chars().count()
}
