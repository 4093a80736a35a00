//! Comparison: which figures speak of the same quantity, how each pair relates, and why.

mod account;
mod align;
mod candidates;
mod check;
mod confusable;
mod cue;
mod definition;
mod explain;
mod features;
mod judge;
mod label;
mod linkage;
mod model;
mod origin;
mod profile;
mod rarity;
mod reason;
mod relation;
mod scale;
mod scorer;
mod spelling;
mod suggest;
mod sums;
mod time;
pub mod training;
mod twins;
mod window;
pub mod wording;

pub(crate) use align::number_names;
pub use confusable::Confusable;
pub use explain::{Because, Ground, because};
pub use label::Label;
pub use reason::Reason;
pub use relation::{Family, Origin, Relation};
pub use suggest::Suggestion;

pub use crate::reading::claim::Reading;

use crate::collection::Collection;
use crate::reading::claim::Claim;
use crate::words::Key;

/// The address of a claim inside a [`Comparison`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ClaimKey {
    /// Index of the article in the collection.
    pub article: usize,
    /// Index of the claim in the article's reading.
    pub claim: usize,
}

/// Two figures of one quantity and how they relate.
#[derive(Clone, PartialEq, Debug)]
pub struct Pair {
    /// The figure that stands first in the collection.
    pub a: ClaimKey,
    /// The other one.
    pub b: ClaimKey,
    /// How they relate.
    pub relation: Relation,
    /// Whether they rest on one counter.
    pub origin: Origin,
    /// The reason: one sentence that quotes both figures.
    pub why: Reason,
}

impl Pair {
    /// Whether it is the pair of two figures, whichever of them stands first.
    pub fn is_of(&self, a: ClaimKey, b: ClaimKey) -> bool {
        (self.a, self.b) == (a, b) || (self.a, self.b) == (b, a)
    }
}

/// One quantity and every figure the texts give for it.
#[derive(Clone, PartialEq, Debug)]
pub struct Alignment {
    /// Stable name, made from measure and event; used in links.
    pub id: String,
    /// What the quantity is, in the texts' own words: "Deaths in the post-election protests".
    pub label: Label,
    /// The canonical measure, where the lexicon knows one.
    pub measure: Option<&'static str>,
    /// The figures, in the order of the collection.
    pub members: Vec<ClaimKey>,
    /// Articles that give no figure for it.
    pub silent: Vec<usize>,
    /// Every pair of members.
    pub pairs: Vec<Pair>,
}

impl Alignment {
    /// The row that some figures make, whatever the program thinks of it. `members` stand in the order of the collection.
    pub fn of(collection: &Collection, readings: &[Reading], members: Vec<ClaimKey>) -> Self {
        align::alignment(collection, readings, members)
    }

    /// The relation furthest from agreement among the pairs; `None` for a figure that stands alone.
    pub fn widest(&self) -> Option<Relation> {
        self.pairs.iter().map(|pair| pair.relation).max()
    }
}

/// What a worked sum is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CheckKind {
    /// Parts against their total.
    Sum,
    /// A whole less a part.
    Difference,
    /// Shares of one whole.
    Share,
    /// A list against the length it announces.
    List,
    /// The same sentence twice.
    Repeat,
    /// A weekday against its date.
    Weekday,
}

/// A sum worked out from figures of the texts, with what it assumes.
#[derive(Clone, PartialEq, Debug)]
pub struct Check {
    /// What it is about.
    pub kind: CheckKind,
    /// The figures it uses.
    pub claims: Vec<ClaimKey>,
    /// The sum in one sentence.
    pub statement: Reason,
    /// Whether the figures fit.
    pub holds: bool,
    /// What has to be so for the sum to mean anything: lines of the catalogue, each to follow an "if".
    pub assumes: Vec<Key>,
}

/// Everything the program found in a collection.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Comparison {
    /// One reading an article, in the order of the collection.
    pub readings: Vec<Reading>,
    /// Quantities given at least twice, the widest discrepancy first.
    pub alignments: Vec<Alignment>,
    /// Sums worked out from the figures.
    pub checks: Vec<Check>,
    /// Figures of one number that count different things.
    pub confusables: Vec<Confusable>,
    /// Pairs that stand in no row together but may be of one quantity, the likeliest first.
    pub suggestions: Vec<Suggestion>,
}

impl Comparison {
    /// For each figure, the first row that it stands in.
    pub fn row_of(&self) -> Vec<Vec<Option<usize>>> {
        rows_of(&self.readings, &self.alignments)
    }

    /// The figures that no other text gives: those of no row, dates left out.
    pub fn only_here(&self) -> Vec<ClaimKey> {
        let row_of = self.row_of();
        let keys = row_of.iter().enumerate().flat_map(|(article, rows)| {
            let alone = rows.iter().enumerate().filter(|(_, row)| row.is_none());
            alone.map(move |(claim, _)| ClaimKey { article, claim })
        });
        keys.filter(|key| self.claim(*key).kind != crate::reading::claim::Kind::Date).collect()
    }

    /// For each row, the texts that give no figure for it but one that is suggested for a member, in order.
    pub fn unsure(&self) -> Vec<Vec<usize>> {
        let row_of = self.row_of();
        let mut unsure = vec![Vec::new(); self.alignments.len()];
        let both = |pair: &Suggestion| [(pair.a, pair.b), (pair.b, pair.a)];
        for (member, other) in self.suggestions.iter().flat_map(both) {
            if let Some(row) = row_of[member.article][member.claim]
                && self.alignments[row].silent.binary_search(&other.article).is_ok()
            {
                crate::order::insert(&mut unsure[row], other.article);
            }
        }
        unsure
    }

    /// The comparison with these rows: put in order, with the sums that they and the readings
    /// invite, and the figures that they set apart; without suggestions.
    pub fn of_rows(collection: &Collection, readings: Vec<Reading>, rows: Vec<Alignment>) -> Self {
        let alignments = align::in_order(rows);
        let checks = check::checks(collection, &readings, &alignments);
        let confusables = confusable::confusables(collection, &readings, &alignments);
        Self { readings, alignments, checks, confusables, suggestions: Vec::new() }
    }

    /// The claim at an address that this comparison gave out.
    pub fn claim(&self, key: ClaimKey) -> &Claim {
        &self.readings[key.article].claims[key.claim]
    }
}

/// The row that holds each figure, by article and place among its figures.
fn rows_of(readings: &[Reading], rows: &[Alignment]) -> Vec<Vec<Option<usize>>> {
    let mut row_of: Vec<Vec<Option<usize>>> = readings.iter().map(|reading| vec![None; reading.claims.len()]).collect();
    for (index, row) in rows.iter().enumerate() {
        for key in &row.members {
            row_of[key.article][key.claim].get_or_insert(index);
        }
    }
    row_of
}

/// Reads every article and lines up the figures. Never fails; depends on the collection alone.
pub fn compare(collection: &Collection) -> Comparison {
    of_readings(collection, collection.articles.iter().map(crate::reading::claim::read).collect())
}

/// Lines up figures that were read before: one reading an article, in the order of the collection. For reading many
/// texts one after another, or again only the one that was mended.
pub fn of_readings(collection: &Collection, readings: Vec<Reading>) -> Comparison {
    let (alignments, suggestions) = align::alignments(collection, &readings);
    Comparison { suggestions, ..Comparison::of_rows(collection, readings, alignments) }
}
