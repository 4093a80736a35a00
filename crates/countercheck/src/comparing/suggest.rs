//! Suggestions: figures that may be of one quantity, though not so likely that they stand in one row.

use super::ClaimKey;
use super::profile::Profile;
use super::scorer::PairOf;
use crate::order::ordered;

/// Log-odds from which a pair is worth asking a reader about: a chance of about one in five.
const LEAST: f64 = -1.4;

/// A figure stands in at most so many suggestions.
const EACH: usize = 2;

/// Two figures of different texts that stand in no row together, but may be of one quantity.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Suggestion {
    /// The figure that stands first in the collection.
    pub a: ClaimKey,
    /// The other one.
    pub b: ClaimKey,
    /// The logarithm of the odds that they are of one quantity, as the model has it.
    pub log_odds: f64,
}

impl Suggestion {
    /// How likely it is that the two are of one quantity: above 0, below 1.
    pub fn probability(&self) -> f64 {
        1.0 / (1.0 + (-self.log_odds).exp())
    }
}

/// The likeliest of the pairs that were compared and stand in no row together, the likeliest first; their number grows
/// with that of the figures.
pub(super) fn suggestions(
    profiles: &[Profile],
    compared: &[(PairOf, f64)],
    together: impl Fn(ClaimKey, ClaimKey) -> bool,
) -> Vec<Suggestion> {
    let apart = |&&((a, b), log_odds): &&(PairOf, f64)| {
        log_odds >= LEAST && profiles[a].article != profiles[b].article && !together(profiles[a].key, profiles[b].key)
    };
    let likely = ordered(compared.iter().filter(apart).copied().collect(), |x, y| {
        y.1.total_cmp(&x.1).then_with(|| x.0.cmp(&y.0))
    });
    let mut times = vec![0; profiles.len()];
    let few = likely.into_iter().filter(|&((a, b), _)| {
        let free = times[a] < EACH && times[b] < EACH;
        times[a] += usize::from(free);
        times[b] += usize::from(free);
        free
    });
    let suggestion = |((a, b), log_odds): (PairOf, f64)| {
        let (a, b) = (profiles[a].key, profiles[b].key);
        Suggestion { a: a.min(b), b: a.max(b), log_odds }
    };
    few.map(suggestion).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::{Article, Collection};
    use crate::comparing::align::Figures;

    #[test]
    fn the_likeliest_pairs_of_two_texts_are_suggested_and_each_figure_twice_at_most() {
        let texts = ["212 sailors.", "215 divers.", "219 cooks.", "240 pilots. 250 guards."];
        let article = |text: &&str| Article { text: (*text).to_owned(), ..Article::default() };
        let collection = Collection { articles: texts.iter().map(article).collect(), ..Collection::default() };
        let readings: Vec<_> = collection.articles.iter().map(crate::reading::claim::read).collect();
        let figures = Figures::of(&collection, &readings);
        assert_eq!(figures.profiles.len(), 5);
        let compared = [((0, 1), 0.5), ((0, 2), -0.5), ((0, 3), -1.0), ((1, 2), -9.0), ((3, 4), 5.0), ((1, 3), 2.0)];
        let together = |a: ClaimKey, b: ClaimKey| (a.article, b.article) == (1, 3);
        let found = suggestions(&figures.profiles, &compared, together);
        let odds: Vec<f64> = found.iter().map(|pair| pair.log_odds).collect();
        assert_eq!(odds, [0.5, -0.5]);
        assert!(found.iter().all(|pair| pair.a < pair.b && pair.a.article != pair.b.article));
        assert!(found[0].probability() > 0.5 && found[1].probability() < 0.5);
    }

    #[test]
    fn a_text_with_a_suggestion_is_unsure() {
        let texts = ["The storm killed 12 sailors.", "The storm killed 14 sailors.", "Rice cost $5.", "Nothing."];
        let article = |text: &&str| Article { text: (*text).to_owned(), ..Article::default() };
        let collection = Collection { articles: texts.iter().map(article).collect(), ..Collection::default() };
        let mut comparison = crate::compare(&collection);
        assert_eq!(comparison.alignments[0].silent, [2, 3]);
        let a = comparison.alignments[0].members[1];
        comparison.suggestions = vec![Suggestion { a, b: ClaimKey { article: 2, claim: 0 }, log_odds: -1.0 }];
        assert_eq!(comparison.unsure(), [vec![2]]);
    }
}
