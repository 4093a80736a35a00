//! What a pupil's acts come to.

use super::MOST_BLANKS;
use super::acts::{Act, Mark, Said, is_one};
use crate::collection::Collection;
use crate::reading::text::Span;

/// A mark that stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Marked {
    /// The mark.
    pub mark: Mark,
    /// Where it stands now: index of the text and stretch; `None` where it is lost.
    pub place: Option<(usize, Span)>,
    /// It was made or changed after the program's marks had been shown.
    pub is_late: bool,
}

/// A word on a pair that stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heard {
    /// What is said.
    pub said: Said,
    /// It was said or changed after the program's marks, or its word on the pair, had been shown.
    pub is_late: bool,
}

/// What a pupil's acts come to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct State {
    /// The marks, in the order of the texts.
    pub marks: Vec<Marked>,
    /// What is said of pairs.
    pub said: Vec<Heard>,
    /// For each topic what stands in the blanks of its sentence.
    pub blanks: Vec<Vec<String>>,
    /// The pairs of which the program's word was shown.
    pub seen: Vec<(u64, u64)>,
    /// Whether the program's marks were shown.
    pub is_shown: bool,
}

impl State {
    /// What one more act makes of it.
    pub(super) fn take(&mut self, act: &Act, collection: &Collection) {
        match act {
            Act::Mark(mark) => {
                let topic = mark.topic.filter(|topic| *topic < self.blanks.len());
                let (mark, place) = (Mark { topic, ..mark.clone() }, mark.figure.place(collection));
                let marked = Marked { mark, place, is_late: self.is_shown };
                match self.marks.iter_mut().find(|it| it.mark.id == marked.mark.id) {
                    Some(before) => *before = marked,
                    None => self.marks.push(marked),
                }
            }
            Act::Unmark(id) => self.marks.retain(|it| it.mark.id != *id),
            Act::Say(said) => {
                let heard = Heard { said: said.clone(), is_late: self.is_shown || self.has_seen(said.pair) };
                match self.said.iter_mut().find(|it| it.said.is_of(said.pair)) {
                    Some(before) => *before = heard,
                    None => self.said.push(heard),
                }
            }
            Act::Blank { topic, blank, words } => {
                if let Some(blanks) = self.blanks.get_mut(*topic).filter(|_| *blank < MOST_BLANKS) {
                    blanks.resize(blanks.len().max(blank + 1), String::new());
                    blanks[*blank].clone_from(words);
                }
            }
            Act::Shown(None) => self.is_shown = true,
            Act::Shown(Some(pair)) => self.seen.push(*pair),
            Act::Unknown(_) => {}
        }
    }

    /// The mark with a number.
    pub fn mark(&self, id: u64) -> Option<&Marked> {
        self.marks.iter().find(|it| it.mark.id == id)
    }

    /// The marks of a topic, or of something else.
    pub fn of_topic(&self, topic: Option<usize>) -> impl Iterator<Item = &Marked> {
        self.marks.iter().filter(move |it| it.mark.topic == topic)
    }

    /// Every two marks of a topic.
    pub fn pairs(&self, topic: usize) -> Vec<(u64, u64)> {
        let ids: Vec<u64> = self.of_topic(Some(topic)).map(|it| it.mark.id).collect();
        let behind = |(at, &a): (usize, &u64)| ids[at + 1..].iter().map(move |&b| (a, b)).collect::<Vec<_>>();
        ids.iter().enumerate().flat_map(behind).collect()
    }

    /// What is said of two marks.
    pub fn of_pair(&self, pair: (u64, u64)) -> Option<&Heard> {
        self.said.iter().find(|it| it.said.is_of(pair))
    }

    /// Whether there is a word on two marks, and a reason for it.
    pub fn is_said(&self, pair: (u64, u64)) -> bool {
        self.of_pair(pair).is_some_and(|it| it.said.is_whole())
    }

    /// Whether the program's word on two marks was shown.
    pub fn has_seen(&self, pair: (u64, u64)) -> bool {
        self.seen.iter().any(|&seen| is_one(seen, pair))
    }
}
