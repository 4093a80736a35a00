//! Alignments: the rows of the comparison.

use rustc_hash::FxHashMap;

use super::cluster::groups;
use super::judge::{Side, Told, judge, origin};
use super::label::{Label, Member};
use super::likeness::{Facet, Rarity};
use super::time::time_of;
use super::{Alignment, ClaimKey, Pair};
use crate::collection::Collection;
use crate::order::ordered;
use crate::reading::claim::{Claim, Kind, Reading};

/// Every quantity that is given at least twice, the widest discrepancy first.
pub(super) fn alignments(collection: &Collection, readings: &[Reading]) -> Vec<Alignment> {
    let copies = copies(collection);
    let original = |key: &ClaimKey| copies[key.article].is_some();
    let keys: Vec<ClaimKey> =
        all_keys(readings).filter(|key| original(key) && may_align(claim_at(readings, *key))).collect();
    let rarity = Rarity::of(all_keys(readings).filter(original).map(|key| (key.article, claim_at(readings, key))));
    let facets: Vec<Facet> = keys.iter().map(|key| facet(collection, readings, *key, &rarity)).collect();
    let alignments: Vec<Alignment> = groups(&facets, &rarity)
        .into_iter()
        .filter(|group| group.iter().any(|&index| keys[index].article != keys[group[0]].article))
        .map(|group| with_copies(&copies, group.into_iter().map(|index| keys[index])))
        .map(|members| alignment(collection, readings, members))
        .collect();
    let mut alignments = in_order(alignments);
    number_names(&mut alignments, |_| false);
    alignments
}

/// The widest discrepancy first.
pub(super) fn in_order(alignments: Vec<Alignment>) -> Vec<Alignment> {
    ordered(alignments, |x, y| y.widest().cmp(&x.widest()).then_with(|| x.members.cmp(&y.members)))
}

/// For each article that is the first to be read as it is (its text, date and language), its copies; `None` for a copy.
/// What is pasted twice weighs once, and makes no row of its own.
fn copies(collection: &Collection) -> Vec<Option<Vec<usize>>> {
    let mut first: FxHashMap<_, usize> = FxHashMap::default();
    let mut copies: Vec<Option<Vec<usize>>> = Vec::new();
    for (index, article) in collection.articles.iter().enumerate() {
        let read_by = (article.date, article.date_is_earliest, article.language);
        let original = *first.entry((&article.text, read_by)).or_insert(index);
        copies.push((original == index).then(Vec::new));
        if original != index
            && let Some(copies) = &mut copies[original]
        {
            copies.push(index);
        }
    }
    copies
}

/// The members of a row and what stands for them in the copies of their texts, in the order of the collection.
fn with_copies(copies: &[Option<Vec<usize>>], members: impl Iterator<Item = ClaimKey>) -> Vec<ClaimKey> {
    let twins = |key: ClaimKey| copies[key.article].iter().flatten().map(move |&article| ClaimKey { article, ..key });
    let members: Vec<ClaimKey> = members.flat_map(|key| std::iter::once(key).chain(twins(key))).collect();
    ordered(members, Ord::cmp)
}

fn all_keys(readings: &[Reading]) -> impl Iterator<Item = ClaimKey> {
    readings
        .iter()
        .enumerate()
        .flat_map(|(article, reading)| (0..reading.claims.len()).map(move |claim| ClaimKey { article, claim }))
}

fn claim_at(readings: &[Reading], key: ClaimKey) -> &Claim {
    &readings[key.article].claims[key.claim]
}

/// Dates and increments have no level that another figure could share; "some" and "many" say nothing to compare.
fn may_align(claim: &Claim) -> bool {
    let empty = claim.kind == Kind::Vague && claim.interval.low.value().is_none_or(|low| low == 1.0);
    let first = claim.kind == Kind::Ordinal && claim.value == Some(1.0);
    claim.kind != Kind::Date && !claim.increment && !empty && !first
}

fn facet<'c>(collection: &Collection, readings: &'c [Reading], key: ClaimKey, rarity: &Rarity) -> Facet<'c> {
    let claim = claim_at(readings, key);
    Facet {
        claim,
        article: key.article,
        claim_index: key.claim,
        time: time_of(claim, &collection.articles[key.article]),
        lengths: rarity.lengths(&claim.context),
    }
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
