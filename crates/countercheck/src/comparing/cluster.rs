//! Rows: groups of figures in which every one is like the others.

use rustc_hash::FxHashMap;

use super::candidates::candidates;
use super::likeness::{Facet, Rarity, likeness};
use crate::order::ordered;

/// The likeness of pairs that were compared, the lower index first.
type Likes = FxHashMap<(usize, usize), f64>;

/// Figures whose likeness reaches this may stand in one row.
const CLEAR: f64 = 0.95;

/// Figures whose likeness reaches this may stand in one row where each is the other's best match in its text.
const BEST: f64 = 0.55;

/// Two rows join where the likeness of their members is this on average.
const JOINED: f64 = 0.55;

/// Below this no two figures stand in one row, whatever the others say.
const UNLIKE: f64 = 0.15;

/// Groups of at least two figures, each an ascending list of indices into `facets`.
///
/// Pairs come from an index of keys; groups grow by the best pair first, and two groups join where the likeness of
/// their members is enough on average. The result does not depend on the order of the texts.
pub(super) fn groups(facets: &[Facet], rarity: &Rarity) -> Vec<Vec<usize>> {
    let mut likes: Likes = FxHashMap::default();
    for (a, b) in candidates(facets, rarity) {
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
    let ranks = ranks(facets);
    let place = |(a, b): (usize, usize)| (ranks[a].min(ranks[b]), ranks[a].max(ranks[b]));
    let pairs = ordered(pairs, |x, y| y.0.total_cmp(&x.0).then_with(|| place(x.1).cmp(&place(y.1))));
    Joining::new(facets, rarity, &likes).join(&pairs)
}

/// Parts of like wholes are like, parts of unlike ones are not.
fn weigh_wholes(facets: &[Facet], likes: &mut Likes) {
    let place: FxHashMap<(usize, usize), usize> =
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
fn best_matches(facets: &[Facet], likes: &Likes) -> FxHashMap<(usize, usize), f64> {
    let mut best: FxHashMap<(usize, usize), f64> = FxHashMap::default();
    for (&(a, b), &score) in likes {
        for (from, to) in [(a, b), (b, a)] {
            let entry = best.entry((from, facets[to].article)).or_insert(score);
            *entry = entry.max(score);
        }
    }
    best
}

/// The place of every figure in the order of what they say, so that ties do not fall by the order of the texts.
fn ranks(facets: &[Facet]) -> Vec<usize> {
    let said = |index: usize| {
        let claim = facets[index].claim;
        (claim.counted.as_str(), claim.quote, claim.sentence)
    };
    let sorted = ordered((0..facets.len()).collect(), |a, b| said(*a).cmp(&said(*b)));
    let mut ranks = vec![0; facets.len()];
    for pair in sorted.windows(2) {
        ranks[pair[1]] = ranks[pair[0]] + usize::from(said(pair[0]) != said(pair[1]));
    }
    ranks
}

/// What is known of the likeness between the members of two groups.
#[derive(Clone, Copy, Debug)]
struct Link {
    /// Pairs of members that were compared.
    pairs: usize,
    sum: f64,
    worst: f64,
}

impl Link {
    const NONE: Self = Self { pairs: 0, sum: 0.0, worst: f64::INFINITY };

    fn with(self, other: Self) -> Self {
        Self { pairs: self.pairs + other.pairs, sum: self.sum + other.sum, worst: self.worst.min(other.worst) }
    }
}

/// Groups that grow. The likeness between two groups is kept as a sum, so that joining looks at no pair twice.
struct Joining<'f, 'c> {
    facets: &'f [Facet<'c>],
    rarity: &'f Rarity,
    likes: &'f Likes,
    group_of: Vec<usize>,
    groups: Vec<Vec<usize>>,
    /// By the two groups, the lower first.
    links: FxHashMap<(usize, usize), Link>,
    /// Groups that have or had a link with a group; those that were joined stand for what they became.
    beside: Vec<Vec<usize>>,
}

impl<'f, 'c> Joining<'f, 'c> {
    fn new(facets: &'f [Facet<'c>], rarity: &'f Rarity, likes: &'f Likes) -> Self {
        let mut beside = vec![Vec::new(); facets.len()];
        let mut links = FxHashMap::default();
        for (&(a, b), &like) in likes {
            links.insert((a, b), Link { pairs: 1, sum: like, worst: like });
            beside[a].push(b);
            beside[b].push(a);
        }
        let groups = (0..facets.len()).map(|index| vec![index]).collect();
        Self { facets, rarity, likes, group_of: (0..facets.len()).collect(), groups, links, beside }
    }

    fn join(mut self, pairs: &[(f64, (usize, usize))]) -> Vec<Vec<usize>> {
        for &(_, (a, b)) in pairs {
            let (x, y) = (self.group_of[a], self.group_of[b]);
            if x != y && self.fit(x, y) {
                self.merge(x, y);
            }
        }
        in_order(&self.group_of).into_iter().filter(|group| group.len() > 1).collect()
    }

    /// Whether the members of two groups are alike on average, and no two of them unlike.
    fn fit(&mut self, x: usize, y: usize) -> bool {
        let key = (x.min(y), x.max(y));
        let mut link = self.links.get(&key).copied().unwrap_or(Link::NONE);
        let all = self.groups[x].len() * self.groups[y].len();
        if link.pairs < all && link.worst >= UNLIKE {
            link = self.compared(x, y);
            self.links.insert(key, link);
        }
        link.worst >= UNLIKE && link.sum / all as f64 >= JOINED
    }

    /// The link of two groups of which some members were no candidates for each other.
    fn compared(&self, x: usize, y: usize) -> Link {
        let pairs = self.groups[x].iter().flat_map(|&a| self.groups[y].iter().map(move |&b| (a.min(b), a.max(b))));
        let like = |pair: (usize, usize)| {
            let known = self.likes.get(&pair).copied();
            known.unwrap_or_else(|| likeness(self.rarity, &self.facets[pair.0], &self.facets[pair.1]))
        };
        let mut link = Link::NONE;
        for like in pairs.map(like) {
            link = link.with(Link { pairs: 1, sum: like, worst: like });
            if like < UNLIKE {
                break;
            }
        }
        link
    }

    fn merge(&mut self, x: usize, y: usize) {
        let (into, from) = if self.groups[x].len() >= self.groups[y].len() { (x, y) } else { (y, x) };
        let moved = std::mem::take(&mut self.groups[from]);
        for &member in &moved {
            self.group_of[member] = into;
        }
        self.groups[into].extend(moved);
        for other in std::mem::take(&mut self.beside[from]) {
            if let Some(link) = self.links.remove(&(from.min(other), from.max(other)))
                && other != into
            {
                let entry = self.links.entry((into.min(other), into.max(other))).or_insert(Link::NONE);
                *entry = entry.with(link);
                self.beside[into].push(other);
                self.beside[other].push(into);
            }
        }
    }
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
