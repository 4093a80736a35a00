//! Tables of phrases: sequences of words with a meaning, found at or before a place in a text.

use super::WordId;

/// Phrases by their first and their last word; the longest match wins.
#[derive(Debug)]
pub struct Phrases<T> {
    entries: Vec<(Box<[WordId]>, T)>,
    by_first: Vec<Vec<u16>>,
    by_last: Vec<Vec<u16>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), by_first: Vec::new(), by_last: Vec::new() }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds a phrase of at least one word; the lists keep the longest first.
    pub(super) fn add(&mut self, words: Vec<WordId>, meaning: T) {
        let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return };
        let index = self.entries.len() as u16;
        self.entries.push((words.into(), meaning));
        let entries = &self.entries;
        for list in [slot(&mut self.by_first, first), slot(&mut self.by_last, last)] {
            let length = |index: u16| entries[index as usize].0.len();
            let place = list.partition_point(|&other| length(other) >= length(index));
            list.insert(place, index);
        }
    }

    /// The longest phrase that begins at `at`: its length in words and its meaning.
    pub fn starting(&self, words: &[WordId], at: usize) -> Option<(usize, T)> {
        let rest = words.get(at..)?;
        let candidates = self.by_first.get(rest.first()?.0 as usize)?;
        self.first_match(candidates, |phrase| rest.starts_with(phrase))
    }

    /// The longest phrase that ends right before `end`: its length in words and its meaning.
    pub fn ending(&self, words: &[WordId], end: usize) -> Option<(usize, T)> {
        let before = words.get(..end)?;
        let candidates = self.by_last.get(before.last()?.0 as usize)?;
        self.first_match(candidates, |phrase| before.ends_with(phrase))
    }

    fn first_match(&self, candidates: &[u16], fits: impl Fn(&[WordId]) -> bool) -> Option<(usize, T)> {
        candidates
            .iter()
            .map(|&index| &self.entries[index as usize])
            .find(|(phrase, _)| fits(phrase))
            .map(|(phrase, meaning)| (phrase.len(), *meaning))
    }
}

fn slot(table: &mut Vec<Vec<u16>>, word: WordId) -> &mut Vec<u16> {
    let index = word.0 as usize;
    if table.len() <= index {
        table.resize_with(index + 1, Vec::new);
    }
    &mut table[index]
}
