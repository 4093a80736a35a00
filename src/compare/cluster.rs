//! Rows: groups of figures in which every one is like the others.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::likeness::{Facet, Rarity, likeness};
use super::scale::dimension;
use crate::claim::{Claim, Kind, Trend};
use crate::order::ordered;
use crate::text::Stem;

/// The likeness of pairs that were compared, the lower index first.
type Likes = HashMap<(usize, usize), f64>;

/// Figures whose likeness reaches this may stand in one row.
const CLEAR: f64 = 0.95;

/// Figures whose likeness reaches this may stand in one row where each is the other's best match in its text.
const BEST: f64 = 0.55;

/// Two rows join where the likeness of their members is this on average.
const JOINED: f64 = 0.55;

/// Below this no two figures stand in one row, whatever the others say.
const UNLIKE: f64 = 0.15;

/// Figures that share no more common key than this many are compared; what everybody shares tells nothing.
const CROWD: usize = 4000;

/// Groups of at least two figures, each an ascending list of indices into `facets`.
///
/// Pairs come from an index of keys; groups grow by the best pair first, and two groups join where the likeness of
/// their members is enough on average. The result does not depend on the order of the texts.
pub(super) fn groups(facets: &[Facet], rarity: &Rarity) -> Vec<Vec<usize>> {
    let mut likes: Likes = HashMap::new();
    for (a, b) in candidates(facets) {
        let score = likeness(rarity, &facets[a], &facets[b]);
        if score > 0.0 {
            likes.insert((a, b), score);
        }
    }
    weigh_wholes(facets, &mut likes);
    let best = best_matches(facets, &likes);
    let is_best = |a: usize, b: usize| {
        best.get(&(a, facets[b].article)).is_some_and(|score| *score <= likes[&(a.min(b), a.max(b))])
    };
    let likely = |((a, b), score): &(&(usize, usize), &f64)| {
        **score >= CLEAR || (**score >= BEST && is_best(*a, *b) && is_best(*b, *a))
    };
    let pairs: Vec<(f64, (usize, usize))> = likes.iter().filter(likely).map(|(pair, score)| (*score, *pair)).collect();
    let pairs = ordered(pairs, |x, y| y.0.total_cmp(&x.0).then_with(|| order(facets, x.1, y.1)));
    join(facets.len(), &pairs, &likes)
}

/// Parts of like wholes are like, parts of unlike ones are not.
fn weigh_wholes(facets: &[Facet], likes: &mut Likes) {
    let place: HashMap<(usize, usize), usize> =
        facets.iter().enumerate().map(|(index, facet)| ((facet.article, facet.claim_index), index)).collect();
    let whole = |index: usize| place.get(&(facets[index].article, facets[index].claim.whole?)).copied();
    let bonus = |&(a, b): &(usize, usize)| {
        let (x, y) = (whole(a)?, whole(b)?);
        let wholes = likes.get(&(x.min(y), x.max(y))).copied().unwrap_or(0.0);
        Some(if x == y || wholes >= JOINED { 0.3 } else { 0.5 * (wholes - JOINED) })
    };
    let bonuses: Vec<_> = likes.keys().filter_map(|pair| Some((*pair, bonus(pair)?))).collect();
    for (pair, bonus) in bonuses {
        likes.entry(pair).and_modify(|score| *score += bonus);
    }
}

/// The highest likeness that each figure reaches in each text.
fn best_matches(facets: &[Facet], likes: &Likes) -> HashMap<(usize, usize), f64> {
    let mut best: HashMap<(usize, usize), f64> = HashMap::new();
    for (&(a, b), &score) in likes {
        for (from, to) in [(a, b), (b, a)] {
            let entry = best.entry((from, facets[to].article)).or_insert(score);
            *entry = entry.max(score);
        }
    }
    best
}

/// Order of two pairs by what they say, so that ties do not fall by the order of the texts.
fn order(facets: &[Facet], x: (usize, usize), y: (usize, usize)) -> Ordering {
    let name = |index: usize| {
        let claim = facets[index].claim;
        (claim.counted.as_str(), claim.quote, claim.sentence)
    };
    let names = |(a, b): (usize, usize)| if name(a) <= name(b) { (name(a), name(b)) } else { (name(b), name(a)) };
    names(x).cmp(&names(y))
}

fn join(count: usize, pairs: &[(f64, (usize, usize))], likes: &Likes) -> Vec<Vec<usize>> {
    let mut group_of: Vec<usize> = (0..count).collect();
    let mut groups: Vec<Vec<usize>> = (0..count).map(|index| vec![index]).collect();
    for &(_, (a, b)) in pairs {
        let (x, y) = (group_of[a], group_of[b]);
        if x == y || fit(&groups[x], &groups[y], likes) < JOINED {
            continue;
        }
        let moved = std::mem::take(&mut groups[y]);
        for &member in &moved {
            group_of[member] = x;
        }
        groups[x].extend(moved);
    }
    in_order(&group_of).into_iter().filter(|group| group.len() > 1).collect()
}

/// The members of each group in ascending order, the groups in the order of their first members.
fn in_order(group_of: &[usize]) -> Vec<Vec<usize>> {
    let mut place_of: Vec<Option<usize>> = vec![None; group_of.len()];
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (member, &group) in group_of.iter().enumerate() {
        let place = *place_of[group].get_or_insert(groups.len());
        if place == groups.len() {
            groups.push(Vec::new());
        }
        groups[place].push(member);
    }
    groups
}

/// Mean likeness between the members of two groups, and nothing where two members are unlike.
fn fit(a: &[usize], b: &[usize], likes: &Likes) -> f64 {
    let like = |x: usize, y: usize| likes.get(&(x.min(y), x.max(y))).copied().unwrap_or(0.0);
    let worst = a.iter().flat_map(|&x| b.iter().map(move |&y| (x, y))).map(|(x, y)| like(x, y)).fold(1.0, f64::min);
    if worst < UNLIKE {
        return 0.0;
    }
    let sum: f64 = a.iter().flat_map(|&x| b.iter().map(move |&y| like(x, y))).sum();
    sum / (a.len() * b.len()) as f64
}

/// Pairs that share a key, each once, the lower index first.
fn candidates(facets: &[Facet]) -> Vec<(usize, usize)> {
    let mut index: HashMap<Index, Vec<usize>> = HashMap::new();
    let keys: Vec<Vec<Index>> = facets.iter().map(|facet| keys(facet.claim)).collect();
    for (at, keys) in keys.iter().enumerate() {
        for key in keys {
            index.entry(*key).or_default().push(at);
        }
    }
    let mut pairs = Vec::new();
    let mut met: Vec<Option<usize>> = vec![None; facets.len()];
    for (a, keys) in keys.iter().enumerate() {
        let lists = keys.iter().filter_map(|key| index.get(key)).filter(|list| list.len() <= CROWD);
        for &b in lists.flatten().filter(|b| **b > a) {
            if met[b].replace(a) != Some(a) {
                pairs.push((a, b));
            }
        }
    }
    pairs
}

/// What a figure can be found under.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Index<'c> {
    Measure(&'static str),
    Dimension(&'c str),
    Change(bool),
    Noun(Stem),
}

fn keys(claim: &Claim) -> Vec<Index<'_>> {
    let mut keys: Vec<Index> = claim.context.counted.iter().map(|stem| Index::Noun(*stem)).collect();
    keys.extend(claim.measure.map(Index::Measure));
    keys.extend(claim.trend.map(|trend| Index::Change(trend == Trend::Up)));
    if let (Kind::Money | Kind::Measure | Kind::Duration, Some(unit)) = (claim.kind, &claim.unit) {
        keys.push(Index::Dimension(dimension(unit).0));
    }
    keys
}
