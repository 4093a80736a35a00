//! Alignments: the rows of the comparison.

use rustc_hash::FxHashMap;

use super::judge::{Side, Told, judge, origin};
use super::label::{self, Label, Member};
use super::model::Model;
use super::profile::Profile;
use super::rarity::Rarity;
use super::scorer::{PairOf, Scorer};
use super::suggest::{Suggestion, suggestions};
use super::twins::Twins;
use super::{Alignment, ClaimKey, Pair, linkage, rows_of};
use crate::collection::{Collection, Language};
use crate::order::ordered;
use crate::reading::claim::{Claim, Kind, Reading};
use crate::reading::date::PartialDate;
use crate::reading::text::fold;

/// The figures of a collection that can stand in rows, ready to be compared.
pub(super) struct Figures<'c> {
    pub(super) profiles: Vec<Profile<'c>>,
    pub(super) rarity: Rarity,
    /// What stands for a figure wherever it is repeated.
    twins: Twins,
}

impl<'c> Figures<'c> {
    /// Profiles come in an order that depends on the texts alone, so that results do as well, to the last bit.
    pub(super) fn of(collection: &'c Collection, readings: &'c [Reading]) -> Self {
        let twins = Twins::of(collection, readings);
        let order = ordered((0..readings.len()).collect(), |a, b| {
            let said = |article: &usize| {
                let article = &collection.articles[*article];
                (&article.text, article.date.map(PartialDate::first_day), article.language.map(Language::code))
            };
            said(a).cmp(&said(b))
        });
        let keys = || {
            let ranked = order.iter().enumerate().flat_map(|(rank, &article)| {
                (0..readings[article].claims.len()).map(move |claim| (rank, ClaimKey { article, claim }))
            });
            ranked.filter(|(_, key)| twins.is_first(*key))
        };
        let rarity = Rarity::of(keys().map(|(_, key)| (key.article, claim_at(readings, key))));
        let profiles = keys()
            .filter(|(_, key)| may_align(claim_at(readings, *key)))
            .map(|(rank, key)| {
                Profile::of(&collection.articles[key.article], &readings[key.article], key, rank, &rarity)
            })
            .collect();
        Self { profiles, rarity, twins }
    }

    /// The members of each row: groups of figures of at least two texts, in the order of the collection.
    pub(super) fn rows(&self, scorer: &Scorer, threshold: f64) -> Vec<Vec<ClaimKey>> {
        self.rows_among(&compared(scorer), scorer, threshold)
    }

    fn rows_among(&self, compared: &[(PairOf, f64)], scorer: &Scorer, threshold: f64) -> Vec<Vec<ClaimKey>> {
        let groups = linkage::groups(self.profiles.len(), compared, threshold, |a, b| scorer.score(a, b));
        let keys = groups.into_iter().map(|group| group.into_iter().map(|at| self.profiles[at].key).collect());
        keys.filter(|keys: &Vec<ClaimKey>| keys.iter().any(|key| key.article != keys[0].article))
            .map(|keys| self.twins.with(&keys))
            .collect()
    }
}

/// The pairs that the index found, with their log-odds.
fn compared(scorer: &Scorer) -> Vec<(PairOf, f64)> {
    scorer.pairs().into_iter().map(|(a, b)| ((a, b), scorer.score(a, b))).collect()
}

/// Every quantity that is given at least twice, the widest discrepancy first, and what may belong together besides.
pub(super) fn alignments(collection: &Collection, readings: &[Reading]) -> (Vec<Alignment>, Vec<Suggestion>) {
    let model = Model::shipped();
    let figures = Figures::of(collection, readings);
    let scorer = Scorer::new(&figures.profiles, &figures.rarity, model);
    let compared = compared(&scorer);
    let rows = figures.rows_among(&compared, &scorer, model.threshold);
    let rows = rows.into_iter().map(|members| alignment(collection, readings, members)).collect();
    let mut alignments = in_order(rows);
    tell_apart(collection, readings, &mut alignments);
    number_names(&mut alignments, |_| false);
    let row_of = rows_of(readings, &alignments);
    let row = |key: ClaimKey| row_of[key.article][key.claim];
    let suggestions = suggestions(&figures.profiles, &compared, |a, b| row(a).is_some() && row(a) == row(b));
    (alignments, suggestions)
}

/// The widest discrepancy first.
pub(super) fn in_order(alignments: Vec<Alignment>) -> Vec<Alignment> {
    ordered(alignments, |x, y| y.widest().cmp(&x.widest()).then_with(|| x.members.cmp(&y.members)))
}

fn claim_at(readings: &[Reading], key: ClaimKey) -> &Claim {
    &readings[key.article].claims[key.claim]
}

/// Dates are no counts; "some" and "many" say nothing to compare.
fn may_align(claim: &Claim) -> bool {
    let empty = claim.kind == Kind::Vague && claim.interval.low.value().is_none_or(|low| low == 1.0);
    let first = claim.kind == Kind::Ordinal && claim.value == Some(1.0);
    claim.kind != Kind::Date && !empty && !first
}

/// The row of some figures: its label, its silences and every pair of it.
pub(super) fn alignment(collection: &Collection, readings: &[Reading], members: Vec<ClaimKey>) -> Alignment {
    let silent =
        (0..collection.articles.len()).filter(|article| members.iter().all(|key| key.article != *article)).collect();
    let pairs = pairs(collection, readings, &members);
    let measure = members.iter().find_map(|key| claim_at(readings, *key).measure);
    let label = Label::of(&members.iter().map(|key| member(collection, readings, *key)).collect::<Vec<_>>());
    Alignment { id: label.slug(), label, measure, members, silent, pairs }
}

fn member<'c>(collection: &'c Collection, readings: &'c [Reading], key: ClaimKey) -> Member<'c> {
    Member {
        claim: claim_at(readings, key),
        text: &collection.articles[key.article].text,
        date: collection.articles[key.article].date,
        language: readings[key.article].language,
    }
}

/// Rows of one name get beside it what stands with the figures of only one of them, where there is such a thing.
fn tell_apart(collection: &Collection, readings: &[Reading], rows: &mut [Alignment]) {
    let mut by_name: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, row) in rows.iter().enumerate() {
        by_name.entry(&row.id).or_default().push(at);
    }
    let groups: Vec<Vec<usize>> = by_name.into_values().filter(|group| group.len() > 1).collect();
    for group in groups {
        let tells: Vec<Vec<String>> = group
            .iter()
            .map(|&at| {
                let members = rows[at].members.iter().map(|key| member(collection, readings, *key));
                label::tells(&members.collect::<Vec<_>>())
            })
            .collect();
        let mut times: FxHashMap<String, usize> = FxHashMap::default();
        for tell in tells.iter().flatten() {
            *times.entry(fold::lowered(tell)).or_default() += 1;
        }
        for (&at, tells) in group.iter().zip(&tells) {
            let alone = |tell: &&String| times[&fold::lowered(tell)] == 1 && !rows[at].label.says(tell);
            if let Some(tell) = tells.iter().find(alone) {
                rows[at].label.told_apart(tell.clone());
                rows[at].id = rows[at].label.slug();
            }
        }
    }
}

/// Ids stay apart: rows of one name are numbered in their order, around the ids of those that keep theirs.
pub(crate) fn number_names(alignments: &mut [Alignment], keeps: impl Fn(usize) -> bool) {
    let mut taken = Taken::default();
    for (_, alignment) in alignments.iter().enumerate().filter(|(index, _)| keeps(*index)) {
        taken.take(&alignment.id);
    }
    for (_, alignment) in alignments.iter_mut().enumerate().filter(|(index, _)| !keeps(*index)) {
        let name = if alignment.id.is_empty() { "figures".to_owned() } else { alignment.id.clone() };
        let mut id = name.clone();
        while !taken.take(&id) {
            id = format!("{name}-{}", taken.next_number(&name));
        }
        alignment.id = id;
    }
}

/// The ids that are taken, in order, each with the number behind it that was given last.
#[derive(Default)]
struct Taken(Vec<(String, usize)>);

impl Taken {
    fn place(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(taken, _)| taken.as_str().cmp(id))
    }

    /// Takes an id; `false` where it is taken.
    fn take(&mut self, id: &str) -> bool {
        let free = self.place(id).err();
        if let Some(place) = free {
            self.0.insert(place, (id.to_owned(), 1));
        }
        free.is_some()
    }

    fn next_number(&mut self, id: &str) -> usize {
        self.place(id).map_or(1, |place| {
            self.0[place].1 += 1;
            self.0[place].1
        })
    }
}

fn pairs(collection: &Collection, readings: &[Reading], members: &[ClaimKey]) -> Vec<Pair> {
    let told: Vec<Told> = members.iter().map(|&key| Told::of(Side::of(collection, readings, key))).collect();
    let mut pairs = Vec::new();
    for i in 0..members.len() {
        for j in i + 1..members.len() {
            let (relation, why) = judge(&told[i], &told[j]);
            let origin = origin(&told[i], &told[j]);
            pairs.push(Pair { a: members[i], b: members[j], relation, origin, why });
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_one_name_are_numbered_around_names_that_are_taken() {
        let row = |id: &&str| Alignment {
            id: (*id).to_owned(),
            label: Label::given(id),
            measure: None,
            members: Vec::new(),
            silent: Vec::new(),
            pairs: Vec::new(),
        };
        let mut rows: Vec<Alignment> = ["x", "x", "x-2", "x", "", "x-3"].iter().map(row).collect();
        number_names(&mut rows, |index| index == 5);
        let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        assert_eq!(ids, ["x", "x-2", "x-2-2", "x-4", "figures", "x-3"]);
    }
}
