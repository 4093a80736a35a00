//! Surroundings: the words around a figure with their distance from it.

use std::ops::Range;

use super::context::{is_content, stem_at};
use super::figure::Figure;
use crate::reading::document::Document;
use crate::reading::text::Stem;

/// Tokens before and behind a figure whose words are kept with it.
const REACH: usize = 30;

/// A content word of the sentence of a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Nearby {
    /// The stem of the word.
    pub stem: Stem,
    /// How many tokens before (negative) or behind the figure it stands; never 0.
    pub distance: i8,
    /// It begins with a capital, and not because a sentence begins.
    pub name: bool,
    /// Another figure stands between the two.
    pub beyond: bool,
}

/// The content words around the figure of this index, in the order of the text.
pub(super) fn around(document: &Document, figures: &[Figure], index: usize, sentence: &Range<usize>) -> Vec<Nearby> {
    let own = figures[index].hedged();
    let limits = free(figures, index, sentence);
    let start = sentence.start.max(own.start.saturating_sub(REACH));
    let end = sentence.end.min(own.end + REACH);
    let before = (start..own.start).map(|at| (at, -(own.start - at).cast_signed()));
    let behind = (own.end..end).map(|at| (at, (at + 1 - own.end).cast_signed()));
    before
        .chain(behind)
        .filter(|&(at, _)| is_content(document, at))
        .map(|(at, distance)| Nearby {
            stem: stem_at(document, at),
            distance: distance as i8,
            name: document.is_capitalised(at) && at > sentence.start,
            beyond: !limits.contains(&at),
        })
        .collect()
}

/// The tokens of the sentence between the figures before and behind.
fn free(figures: &[Figure], index: usize, sentence: &Range<usize>) -> Range<usize> {
    let before = index.checked_sub(1).map_or(0, |before| figures[before].hedged().end);
    let behind = figures.get(index + 1).map_or(usize::MAX, |behind| behind.hedged().start);
    sentence.start.max(before)..sentence.end.min(behind)
}
