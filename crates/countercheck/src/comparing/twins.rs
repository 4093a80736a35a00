//! Twins: figures that a collection holds more than once because a text was pasted twice or a sentence is repeated.
//! They are compared once and stand in the rows of the first of them.

use rustc_hash::FxHashMap;

use super::ClaimKey;
use crate::collection::Collection;
use crate::order::ordered;
use crate::reading::claim::Reading;

/// A sentence that a text repeats brings at most so many of its repetitions into a row: a row lists all its pairs.
const REPEATED: usize = 3;

/// The figures of a collection, each with those that repeat it.
pub(super) struct Twins {
    /// For each article that is the first to be read as it is (its text, date and language), its copies; `None` for a
    /// copy.
    copies: Vec<Option<Vec<usize>>>,
    /// Figures in sentences that stand in their text before, word for word.
    repeated: FxHashMap<ClaimKey, ClaimKey>,
    /// The first repetitions of a figure.
    repetitions: FxHashMap<ClaimKey, Vec<usize>>,
}

impl Twins {
    /// Finds the copies of texts and the repetitions of sentences.
    pub(super) fn of(collection: &Collection, readings: &[Reading]) -> Self {
        let mut twins =
            Self { copies: copies(collection), repeated: FxHashMap::default(), repetitions: FxHashMap::default() };
        for (article, reading) in readings.iter().enumerate() {
            if twins.copies[article].is_some() {
                twins.take_repetitions(article, &collection.articles[article].text, reading);
            }
        }
        twins
    }

    fn take_repetitions(&mut self, article: usize, text: &str, reading: &Reading) {
        let mut first: FxHashMap<(&str, usize), usize> = FxHashMap::default();
        for (claim, figure) in reading.claims.iter().enumerate() {
            let place = figure.quote.start - figure.sentence.start;
            let original = *first.entry((figure.sentence.of(text), place)).or_insert(claim);
            if original != claim {
                let first = ClaimKey { article, claim: original };
                self.repeated.insert(ClaimKey { article, claim }, first);
                let list = self.repetitions.entry(first).or_default();
                if list.len() < REPEATED {
                    list.push(claim);
                }
            }
        }
    }

    /// Whether a figure repeats no other.
    pub(super) fn is_first(&self, key: ClaimKey) -> bool {
        self.copies[key.article].is_some() && !self.repeated.contains_key(&key)
    }

    /// The members of a row with what repeats them, in the order of the collection.
    pub(super) fn with(&self, members: &[ClaimKey]) -> Vec<ClaimKey> {
        let mut all = Vec::with_capacity(members.len());
        for key in members {
            let here = std::iter::once(key.claim).chain(self.repetitions.get(key).into_iter().flatten().copied());
            for claim in here {
                let copies = self.copies[key.article].iter().flatten().copied();
                all.extend(std::iter::once(key.article).chain(copies).map(|article| ClaimKey { article, claim }));
            }
        }
        ordered(all, Ord::cmp)
    }
}

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
