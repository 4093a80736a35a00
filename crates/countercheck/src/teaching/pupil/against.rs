//! A pupil's work beside what the program found. Neither is right because of the other.

use super::{Heard, Marked, Pupil, State, Topic};
use crate::collection::Collection;
use crate::comparing::{Alignment, ClaimKey, Comparison, Pair};
use crate::reading::claim::Claim;
use crate::reading::text::Span;

/// The work on a topic beside its quantity.
#[derive(Clone, PartialEq, Debug)]
pub struct TopicAgainst<'c> {
    /// The program's quantity, where it has one of this name.
    pub row: Option<&'c Alignment>,
    /// Marks over figures of the quantity.
    pub found: Vec<(u64, ClaimKey)>,
    /// Figures of the quantity that no mark of the topic lies over, in the texts that the pupil had.
    pub missed: Vec<ClaimKey>,
    /// Marks of the topic that lie over no figure of the quantity, each with the program's figure there.
    pub beyond: Vec<(u64, Option<ClaimKey>)>,
    /// Every two marks of the topic of which the pupil says something.
    pub pairs: Vec<PairAgainst<'c>>,
}

/// Two marks, what the pupil says of them, and what the program says.
#[derive(Clone, PartialEq, Debug)]
pub struct PairAgainst<'c> {
    /// The numbers of the marks.
    pub pair: (u64, u64),
    /// What the pupil says.
    pub heard: Heard,
    /// What the program says, where both marks lie over figures of one quantity.
    pub said: Option<&'c Pair>,
}

/// Lays a pupil's work on the topic at a place beside what was found in the collection; `state` is what its acts come to.
pub fn against<'c>(
    collection: &Collection,
    comparison: &'c Comparison,
    pupil: &Pupil,
    state: &State,
    index: usize,
) -> TopicAgainst<'c> {
    let is_theirs = |key: &ClaimKey| {
        let article = collection.articles.get(key.article);
        pupil.only.as_ref().is_none_or(|only| article.is_some_and(|article| article.id == *only))
    };
    let row = row_of(comparison, &pupil.topics[index]);
    let members = row.map_or(&[][..], |row| &row.members);
    let (mut found, mut beyond) = (Vec::new(), Vec::new());
    for marked in state.of_topic(Some(index)) {
        match figure_of(comparison, marked, row) {
            Some(key) if members.contains(&key) => found.push((marked.mark.id, key)),
            figure => beyond.push((marked.mark.id, figure)),
        }
    }
    let is_found = |key: &ClaimKey| found.iter().any(|(_, found)| found == key);
    let missed = members.iter().filter(|key| is_theirs(key) && !is_found(key)).copied().collect();
    let is_marked = |id: u64| state.mark(id).is_some_and(|marked| marked.mark.topic == Some(index));
    let said = state.said.iter().filter(|heard| is_marked(heard.said.pair.0) && is_marked(heard.said.pair.1));
    let pair = |heard: &Heard| {
        let pair = heard.said.pair;
        PairAgainst { pair, heard: heard.clone(), said: said_of(comparison, state, pair) }
    };
    TopicAgainst { row, missed, pairs: said.map(pair).collect(), found, beyond }
}

/// The program's quantity of a topic.
pub fn row_of<'c>(comparison: &'c Comparison, topic: &Topic) -> Option<&'c Alignment> {
    comparison.alignments.iter().find(|row| row.id == topic.id)
}

/// What the program says of two marks, where both lie over figures of one quantity.
pub fn said_of<'c>(comparison: &'c Comparison, state: &State, pair: (u64, u64)) -> Option<&'c Pair> {
    let marks = [state.mark(pair.0)?, state.mark(pair.1)?];
    comparison.alignments.iter().find_map(|row| {
        let [a, b] = marks.map(|marked| figure_of(comparison, marked, Some(row)));
        let (a, b) = (a?, b?);
        row.pairs.iter().find(|pair| pair.is_of(a, b))
    })
}

fn figure_of(comparison: &Comparison, marked: &Marked, row: Option<&Alignment>) -> Option<ClaimKey> {
    let (article, span) = marked.place?;
    figure_at(comparison, article, span, row)
}

/// The program's figure under a stretch of a text: one of the quantity before any other, one whose number is marked before
/// one of whose words only some are, the first of several.
pub fn figure_at(comparison: &Comparison, article: usize, span: Span, row: Option<&Alignment>) -> Option<ClaimKey> {
    let reading = comparison.readings.get(article)?;
    let is_member = |key: &ClaimKey| row.is_some_and(|row| row.members.contains(key));
    let mut best: Option<((bool, bool), ClaimKey)> = None;
    for (claim, it) in reading.claims.iter().enumerate().filter(|(_, it)| touches(it, span)) {
        let key = ClaimKey { article, claim };
        let fit = (is_member(&key), it.quote.overlaps(span));
        if best.is_none_or(|(fittest, _)| fit > fittest) {
            best = Some((fit, key));
        }
    }
    best.map(|(_, key)| key)
}

fn touches(claim: &Claim, span: Span) -> bool {
    claim.quote.overlaps(span) || claim.phrase.overlaps(span)
}

#[cfg(test)]
mod tests {
    use super::super::{Act, Mark, Qualifier, Said, Verdict, collection_of};
    use super::*;
    use crate::comparing::{Relation, compare};
    use crate::work::journal::Anchor;

    const TEXTS: [&str; 3] = [
        "The fire killed at least 27 people on Monday, and 300 were evacuated.",
        "The fire on Monday killed 30 people. Some 300 people were evacuated.",
        "Thirty-one people died in Monday's fire.",
    ];

    fn collection() -> Collection {
        collection_of(&TEXTS)
    }

    /// The work on every topic.
    fn laid<'c>(comparison: &'c Comparison, pupil: &Pupil) -> Vec<TopicAgainst<'c>> {
        let state = pupil.state(&collection());
        (0..pupil.topics.len()).map(|index| against(&collection(), comparison, pupil, &state, index)).collect()
    }

    fn pupil(comparison: &Comparison, only: Option<&str>, marks: &[(usize, &str, Option<usize>)]) -> Pupil {
        let of = |text: &str| {
            let at = TEXTS[0].find(text).expect("a figure");
            let key = figure_at(comparison, 0, Span::new(at, at + text.len()), None).expect("a figure");
            comparison.alignments.iter().find(|row| row.members.contains(&key)).expect("a quantity").id.clone()
        };
        let topics = ["27", "300"].map(|text| Topic { id: of(text), name: String::new() });
        let mut pupil = Pupil::new(topics.into(), only.map(str::to_owned));
        for &(article, words, topic) in marks {
            let at = TEXTS[article].find(words).expect("words of the text");
            let figure = Anchor::of(&collection().articles[article], Span::new(at, at + words.len()));
            let id = pupil.next_mark();
            pupil.push(0, Act::Mark(Mark { id, figure, qualifier: Qualifier::None, topic, who: None }));
        }
        pupil
    }

    #[test]
    fn found_missed_and_beyond_are_told_apart() {
        let comparison = compare(&collection());
        let marks =
            [(0, "at least 27 people", Some(0)), (1, "30", Some(0)), (1, "300 people", Some(0)), (0, "Monday", None)];
        let pupil = pupil(&comparison, None, &marks);
        let found = laid(&comparison, &pupil);
        let deaths = &found[0];
        assert_eq!(deaths.found.iter().map(|it| it.0).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(deaths.missed.iter().map(|key| key.article).collect::<Vec<_>>(), [2]);
        assert_eq!(deaths.beyond.iter().map(|it| (it.0, it.1.is_some())).collect::<Vec<_>>(), [(3, true)]);
        assert_eq!(found[1].missed.len(), 2);
        assert_eq!(pupil.state(&collection()).of_topic(None).count(), 1);
    }

    #[test]
    fn a_pair_meets_the_programs_word_where_both_stand_in_one_quantity() {
        let comparison = compare(&collection());
        let mut pupil = pupil(&comparison, None, &[(0, "27", Some(0)), (1, "30 people", Some(0)), (1, "300", Some(0))]);
        for pair in [(2, 1), (1, 3)] {
            let said = Said { pair, verdict: Some(Verdict::Relation(Relation::Later)), reason: "x".into() };
            pupil.push(0, Act::Say(said));
        }
        let found = laid(&comparison, &pupil);
        let pairs: Vec<_> = found[0].pairs.iter().map(|it| (it.pair, it.said.is_some())).collect();
        assert_eq!(pairs, [((2, 1), true), ((1, 3), false)]);
        assert_eq!(found[0].pairs[0].said.map(|pair| (pair.a.article, pair.b.article)), Some((0, 1)));
    }

    #[test]
    fn a_group_misses_nothing_in_texts_that_it_did_not_have() {
        let comparison = compare(&collection());
        let found = pupil(&comparison, Some("B"), &[(1, "30 people", Some(0))]);
        let found = laid(&comparison, &found);
        assert!(found[0].missed.is_empty());
        assert_eq!(found[1].missed.iter().map(|key| key.article).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn a_topic_that_the_program_does_not_know_has_no_quantity() {
        let comparison = compare(&collection());
        let mut pupil = pupil(&comparison, None, &[(0, "27", Some(0))]);
        pupil.topics[0].id = "unicorns".into();
        let found = laid(&comparison, &pupil);
        assert_eq!((found[0].row, found[0].missed.len(), found[0].beyond.len()), (None, 0, 1));
    }

    #[test]
    fn the_little_word_that_the_program_reads_is_known() {
        let comparison = compare(&collection());
        let of = |article: usize, words: &str| {
            let at = TEXTS[article].find(words).expect("words of the text");
            let key = figure_at(&comparison, article, Span::new(at, at + 1), None).expect("a figure");
            Qualifier::of(comparison.claim(key))
        };
        assert_eq!([of(0, "27"), of(1, "30"), of(1, "300")], [Qualifier::AtLeast, Qualifier::None, Qualifier::About]);
    }
}
