//! Average linkage: rows grow by joining the two groups whose members are most alike on average.

use crate::order::ordered;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

use rustc_hash::FxHashMap;

/// Two groups of which up to so many pairs of members were not compared yet have them compared before they join; of
/// more, those that were compared speak for all.
const COMPARED: usize = 256;

/// What is known of the log-odds between the members of two groups.
#[derive(Clone, Copy, Debug)]
struct Link {
    /// Pairs of members that were compared.
    pairs: usize,
    sum: f64,
}

impl Link {
    fn with(self, other: Self) -> Self {
        Self { pairs: self.pairs + other.pairs, sum: self.sum + other.sum }
    }

    fn average(self) -> f64 {
        self.sum / self.pairs as f64
    }
}

/// Two groups that may join. Groups have numbers that are never used again, so that what is out of date is told.
struct Proposal {
    average: f64,
    groups: (usize, usize),
}

impl Ord for Proposal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.average.total_cmp(&other.average).then_with(|| other.groups.cmp(&self.groups))
    }
}

impl PartialOrd for Proposal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Proposal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Proposal {}

/// Groups of at least two of `count` figures, each in ascending order, the groups in the order of their first members.
/// Two groups join while the log-odds of their pairs are at least `threshold` on average. `known` are pairs that were
/// compared, with their log-odds; `score` compares any other.
pub(super) fn groups(
    count: usize,
    known: &[((usize, usize), f64)],
    threshold: f64,
    score: impl Fn(usize, usize) -> f64,
) -> Vec<Vec<usize>> {
    let mut joining = Joining::new(count, known);
    while let Some(Proposal { average, groups: (x, y) }) = joining.heap.pop() {
        if average < threshold {
            break;
        }
        joining.settle(x, y, average, threshold, &score);
    }
    let groups = joining.members.into_iter().filter(|members| members.len() > 1);
    ordered(groups.map(|members| ordered(members, usize::cmp)).collect(), Ord::cmp)
}

/// Groups that grow. The log-odds between two groups are kept as a sum, so that joining looks at no pair twice.
struct Joining {
    /// By number; empty for a group that became part of another.
    members: Vec<Vec<usize>>,
    /// By the two groups, the lower first.
    links: FxHashMap<(usize, usize), Link>,
    /// Groups that have a link with a group; some are gone.
    beside: Vec<Vec<usize>>,
    heap: BinaryHeap<Proposal>,
}

impl Joining {
    fn new(count: usize, known: &[((usize, usize), f64)]) -> Self {
        let mut beside = vec![Vec::new(); count];
        let mut links = FxHashMap::default();
        let mut proposals = Vec::with_capacity(known.len());
        for &((a, b), score) in known {
            links.insert((a, b), Link { pairs: 1, sum: score });
            beside[a].push(b);
            beside[b].push(a);
            proposals.push(Proposal { average: score, groups: (a, b) });
        }
        Self { members: (0..count).map(|at| vec![at]).collect(), links, beside, heap: proposals.into() }
    }

    /// Joins two groups if they still stand and their average, over all pairs that are to be compared, still holds.
    fn settle(&mut self, x: usize, y: usize, average: f64, threshold: f64, score: &impl Fn(usize, usize) -> f64) {
        let Some(link) = self.links.get(&(x, y)).copied().filter(|link| link.average() == average) else { return };
        let all = self.members[x].len() * self.members[y].len();
        if link.pairs < all && all <= COMPARED {
            let pairs = self.members[x].iter().flat_map(|&a| self.members[y].iter().map(move |&b| (a, b)));
            let whole = Link { pairs: all, sum: pairs.map(|(a, b)| score(a, b)).sum() };
            self.links.insert((x, y), whole);
            self.propose(x, y, whole, threshold);
        } else {
            self.join(x, y, threshold);
        }
    }

    fn propose(&mut self, x: usize, y: usize, link: Link, threshold: f64) {
        if link.average() >= threshold {
            self.heap.push(Proposal { average: link.average(), groups: (x, y) });
        }
    }

    fn join(&mut self, x: usize, y: usize, threshold: f64) {
        let number = self.members.len();
        let mut members = std::mem::take(&mut self.members[x]);
        members.append(&mut std::mem::take(&mut self.members[y]));
        self.members.push(members);
        self.links.remove(&(x, y));
        let mut beside = std::mem::take(&mut self.beside[x]);
        beside.append(&mut std::mem::take(&mut self.beside[y]));
        beside = ordered(beside, usize::cmp);
        beside.dedup();
        beside.retain(|&other| other != x && other != y && !self.members[other].is_empty());
        for &other in &beside {
            let links = [x, y].map(|old| self.links.remove(&(old.min(other), old.max(other))));
            let link = links.into_iter().flatten().reduce(Link::with);
            if let Some(link) = link {
                self.links.insert((other, number), link);
                self.beside[other].push(number);
                self.propose(other, number, link, threshold);
            }
        }
        self.beside.push(beside);
    }
}
