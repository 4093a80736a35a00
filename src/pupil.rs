//! A pupil's own work on a collection: figures that were marked, how two of them relate and why, a careful sentence. What
//! the program found is no part of it; [`against`] lays the two beside each other.
//!
//! Acts are only ever added, and what stands is folded from them.
//!
//! ```
//! use countercheck::collection::{Article, Collection};
//! use countercheck::journal::Anchor;
//! use countercheck::pupil::{Act, Mark, Pupil, Qualifier, Topic};
//! use countercheck::text::Span;
//!
//! let article = Article { id: "A".into(), text: "The fire killed 5 people.".into(), ..Article::default() };
//! let figure = Anchor::of(&article, Span::new(16, 24));
//! let collection = Collection { articles: vec![article], ..Collection::default() };
//!
//! let mut pupil = Pupil::new(vec![Topic { id: "deaths".into(), name: "Deaths".into() }], None);
//! let id = pupil.next_mark();
//! pupil.push(0, Act::Mark(Mark { id, figure, qualifier: Qualifier::None, topic: Some(0), who: None }));
//! assert_eq!(pupil.state(&collection).of_topic(Some(0)).count(), 1);
//! assert!(pupil.undo());
//! assert!(pupil.state(&collection).marks.is_empty());
//! ```

mod against;
mod class;
mod find;
mod seat;

pub use against::{PairAgainst, TopicAgainst, against, figure_at, row_of, said_of};
pub use class::{Class, Found, MOST_PUPILS, Overview, Tally, Work, admit};
pub use find::{occurrences, passage, whole_words};
pub use seat::{Seat, Step};

use crate::claim::{Claim, Effect};
use crate::collection::Collection;
use crate::compare::{Comparison, Relation};
use crate::journal::Anchor;
use crate::journal::standing::{self, Standing, drop_undone};
use crate::language::Language;
use crate::lesson::Lesson;
use crate::order::ordered;
use crate::text::Span;
use crate::words::Key;

/// The most acts that are kept, done and undone ones together.
pub const MOST_ACTS: usize = 10_000;

/// The most quantities that a pupil is asked for.
pub const MOST_TOPICS: usize = 12;

/// The most letters of a name.
pub const LONGEST_NAME: usize = 100;

/// The most letters of a reason, or of what stands in a blank.
pub const LONGEST_WORDS: usize = 2000;

/// The most blanks of a sentence.
pub const MOST_BLANKS: usize = 16;

/// A quantity that a pupil looks for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Topic {
    /// The program's name of the quantity, as in links.
    pub id: String,
    /// What it is, in words, for where the program has no such quantity; may be empty.
    pub name: String,
}

/// What pupils are asked for: the quantities of a lesson, or those that a lesson would suggest.
pub fn topics(comparison: &Comparison, lesson: &Lesson, language: Language) -> Vec<Topic> {
    let of = |lesson: &Lesson| {
        let row = |id: &String| comparison.alignments.iter().find(|row| row.id == *id);
        let rows = lesson.quantities.iter().filter_map(|taught| row(&taught.quantity));
        rows.map(|row| Topic { id: row.id.clone(), name: row.label.text(language) }).collect::<Vec<_>>()
    };
    let own = of(lesson);
    if own.is_empty() { of(&Lesson::suggested(comparison)) } else { own }
}

/// The little word that stands with a figure, as a pupil read it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Qualifier {
    /// There is none.
    None,
    /// "at least".
    AtLeast,
    /// "more than".
    MoreThan,
    /// "about".
    About,
    /// "at most".
    AtMost,
    /// "less than".
    LessThan,
    /// Another one.
    Other,
}

impl Qualifier {
    /// Every qualifier, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::None, Self::AtLeast, Self::MoreThan, Self::About, Self::AtMost, Self::LessThan, Self::Other];

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::About => "about",
            Self::AtMost => "at_most",
            Self::LessThan => "less_than",
            Self::Other => "other",
        }
    }

    /// Its words.
    pub fn key(self) -> Key {
        match self {
            Self::None => Key::PupilNoWord,
            Self::AtLeast => Key::EffectAtLeast,
            Self::MoreThan => Key::EffectMoreThan,
            Self::About => Key::EffectAbout,
            Self::AtMost => Key::EffectAtMost,
            Self::LessThan => Key::EffectLessThan,
            Self::Other => Key::PupilOtherWord,
        }
    }

    /// The one that the program reads with a figure.
    pub fn of(claim: &Claim) -> Self {
        match claim.hedge.map(|hedge| hedge.effect) {
            None | Some(Effect::Exact) => Self::None,
            Some(Effect::AtLeast) => Self::AtLeast,
            Some(Effect::MoreThan) => Self::MoreThan,
            Some(Effect::Approximate) => Self::About,
            Some(Effect::AtMost) => Self::AtMost,
            Some(Effect::LessThan) => Self::LessThan,
            Some(Effect::Nearly | Effect::Range | Effect::Only) => Self::Other,
        }
    }
}

/// A figure as a pupil marked it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// Its number: a second mark of one number takes the place of the first.
    pub id: u64,
    /// The words.
    pub figure: Anchor,
    /// The little word with it.
    pub qualifier: Qualifier,
    /// What it counts: the place of a topic; `None` for something else.
    pub topic: Option<usize>,
    /// The words that say who says so; `None` where no one is named.
    pub who: Option<Anchor>,
}

/// How two figures relate, for a pupil.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// One of the relations.
    Relation(Relation),
    /// "I cannot tell yet".
    CannotTell,
}

impl Verdict {
    /// Every verdict: the relations in their order, then that it cannot be told.
    pub fn all() -> impl Iterator<Item = Self> {
        Relation::ALL.into_iter().map(Self::Relation).chain([Self::CannotTell])
    }

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Relation(relation) => relation.code(),
            Self::CannotTell => "cannot_tell",
        }
    }
}

/// What a pupil says of two marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// The numbers of the marks.
    pub pair: (u64, u64),
    /// The word that was chosen; `None` while there is none.
    pub verdict: Option<Verdict>,
    /// Why.
    pub reason: String,
}

impl Said {
    /// Whether there is a word and a reason for it.
    pub fn is_whole(&self) -> bool {
        self.verdict.is_some() && !self.reason.trim().is_empty()
    }

    fn is_of(&self, pair: (u64, u64)) -> bool {
        is_one(self.pair, pair)
    }
}

/// Whether two pairs are of the same marks.
fn is_one(a: (u64, u64), b: (u64, u64)) -> bool {
    a == b || a == (b.1, b.0)
}

/// What a pupil does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Act {
    /// Marks a figure, or changes a mark.
    Mark(Mark),
    /// Takes a mark away.
    Unmark(u64),
    /// Says how two figures relate.
    Say(Said),
    /// Fills a blank in the sentence of a topic.
    Blank {
        /// The place of the topic.
        topic: usize,
        /// The place of the blank.
        blank: usize,
        /// What stands in it.
        words: String,
    },
    /// Has the program's marks shown, or its word on a pair. It cannot be undone: what was seen was seen.
    Shown(Option<(u64, u64)>),
    /// What a newer program wrote: has no effect, and is kept.
    Unknown(String),
}

impl Act {
    /// Whether it can be taken back.
    fn can_be_undone(&self) -> bool {
        !matches!(self, Self::Shown(_) | Self::Unknown(_))
    }

    /// Whether it goes on with the act before it: more letters of the same words.
    fn continues(&self, before: &Self) -> bool {
        match (self, before) {
            (Self::Say(said), Self::Say(before)) => {
                said.pair == before.pair && said.verdict == before.verdict && !before.reason.is_empty()
            }
            (Self::Blank { topic, blank, .. }, Self::Blank { topic: topic_before, blank: blank_before, .. }) => {
                (topic, blank) == (topic_before, blank_before)
            }
            _ => false,
        }
    }
}

/// An act, when it was done, and whether it is in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Seconds since the beginning of 1970, in UTC; 0 where the time is not known.
    pub at: u64,
    /// What was done.
    pub act: Act,
    /// Whether it is in force.
    pub standing: Standing,
}

impl Entry {
    fn is(&self, standing: Standing) -> bool {
        self.standing == standing && self.act.can_be_undone()
    }
}

/// A pupil's copy and the work in it.
///
/// Invariant: what is undone stands behind everything that is done and could be undone.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pupil {
    /// The name that the pupil gave; may be empty.
    pub name: String,
    /// What to look for.
    pub topics: Vec<Topic>,
    /// The one text that a group has; `None` for all of them.
    pub only: Option<String>,
    entries: Vec<Entry>,
}

impl Pupil {
    /// A copy in which nothing is done yet.
    pub fn new(topics: Vec<Topic>, only: Option<String>) -> Self {
        Self { topics, only, ..Self::default() }
    }

    /// The copy with these acts; one that is undone before another one that is done counts as dropped.
    #[must_use]
    pub fn with(mut self, mut entries: Vec<Entry>) -> Self {
        standing::settle(that_can_be_undone(&mut entries));
        self.entries = entries;
        self
    }

    /// Whether two copies ask for the same.
    pub fn asks_as(&self, other: &Self) -> bool {
        let ids = |pupil: &Self| pupil.topics.iter().map(|topic| topic.id.clone()).collect::<Vec<_>>();
        ids(self) == ids(other) && self.only == other.only
    }

    /// Everything that was done, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The number for another mark.
    pub fn next_mark(&self) -> u64 {
        let of = |entry: &Entry| if let Act::Mark(mark) = &entry.act { mark.id } else { 0 };
        self.entries.iter().map(of).max().unwrap_or(0) + 1
    }

    /// Does something, unless there is too much already: then `false`. More letters of the same words are one act.
    pub fn push(&mut self, at: u64, act: Act) -> bool {
        let entry = Entry { at, act, standing: Standing::Done };
        let last = self.entries.last_mut().filter(|last| last.is(Standing::Done) && entry.act.continues(&last.act));
        if let Some(last) = last {
            *last = entry;
            return true;
        }
        if self.entries.len() >= MOST_ACTS {
            return false;
        }
        if entry.act.can_be_undone() {
            drop_undone(that_can_be_undone(&mut self.entries));
        }
        self.entries.push(entry);
        true
    }

    /// Takes back the last act that is done; `false` if there is none.
    pub fn undo(&mut self) -> bool {
        standing::undo(that_can_be_undone(&mut self.entries))
    }

    /// Does the act again that was undone last; `false` if there is none.
    pub fn redo(&mut self) -> bool {
        standing::redo(that_can_be_undone(&mut self.entries))
    }

    /// Whether [`Pupil::undo`] would do something.
    pub fn can_undo(&self) -> bool {
        self.entries.iter().any(|entry| entry.is(Standing::Done))
    }

    /// Whether [`Pupil::redo`] would do something.
    pub fn can_redo(&self) -> bool {
        self.entries.iter().any(|entry| entry.is(Standing::Undone))
    }

    /// What stands, in the collection as it is now.
    pub fn state(&self, collection: &Collection) -> State {
        let mut state = State { blanks: vec![Vec::new(); self.topics.len()], ..State::default() };
        for entry in self.entries.iter().filter(|entry| entry.standing == Standing::Done) {
            state.take(&entry.act, collection);
        }
        let is_there = |id: u64| state.marks.iter().any(|it| it.mark.id == id);
        state.said.retain(|it| is_there(it.said.pair.0) && is_there(it.said.pair.1));
        state.seen.retain(|pair| is_there(pair.0) && is_there(pair.1));
        let place = |it: &Marked| it.place.map_or((usize::MAX, 0), |(article, span)| (article, span.start));
        state.marks = ordered(state.marks, |a, b| place(a).cmp(&place(b)));
        state
    }
}

fn that_can_be_undone(entries: &mut [Entry]) -> impl DoubleEndedIterator<Item = &mut Standing> {
    entries.iter_mut().filter(|entry| entry.act.can_be_undone()).map(|entry| &mut entry.standing)
}

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
    fn take(&mut self, act: &Act, collection: &Collection) {
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

/// Texts A, B, C and so on.
#[cfg(test)]
fn collection_of(texts: &[&str]) -> Collection {
    let article = |(letter, text): (char, &&str)| crate::collection::Article {
        id: letter.to_string(),
        text: (*text).to_owned(),
        ..Default::default()
    };
    Collection { articles: ('A'..).zip(texts).map(article).collect(), ..Collection::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::Article;

    const TEXT: &str = "The fire killed 5 people. Later 7 were dead, then 9.";

    fn collection() -> Collection {
        let article = |id: &str| Article { id: id.into(), text: TEXT.into(), ..Article::default() };
        Collection { articles: vec![article("A"), article("B")], ..Collection::default() }
    }

    fn mark(pupil: &mut Pupil, article: usize, words: &str) -> u64 {
        let (id, at) = (pupil.next_mark(), TEXT.find(words).expect("words of the text"));
        let figure = Anchor::of(&collection().articles[article], Span::new(at, at + words.len()));
        pupil.push(1, Act::Mark(Mark { id, figure, qualifier: Qualifier::None, topic: Some(0), who: None }));
        id
    }

    fn say(pair: (u64, u64), verdict: Option<Verdict>, reason: &str) -> Act {
        Act::Say(Said { pair, verdict, reason: reason.to_owned() })
    }

    fn pupil() -> Pupil {
        Pupil::new(vec![Topic { id: "deaths".into(), name: "Deaths".into() }], None)
    }

    #[test]
    fn pairs_stand_in_the_order_of_the_texts() {
        let mut pupil = pupil();
        let [b, second, first] = [(1, "5 people"), (0, "7"), (0, "5 people")].map(|(i, it)| mark(&mut pupil, i, it));
        let state = pupil.state(&collection());
        assert_eq!(state.pairs(0), [(first, second), (first, b), (second, b)]);
        pupil.push(2, Act::Unmark(second));
        assert_eq!(pupil.state(&collection()).pairs(0), [(first, b)]);
    }

    #[test]
    fn typing_is_one_act_and_what_was_typed_comes_back() {
        let mut pupil = pupil();
        let pair = (mark(&mut pupil, 0, "5 people"), mark(&mut pupil, 1, "7"));
        let later = Some(Verdict::Relation(Relation::Later));
        pupil.push(3, say(pair, later, ""));
        for reason in ["B", "B w", "B was later"] {
            pupil.push(3, say(pair, later, reason));
        }
        assert_eq!(pupil.entries().len(), 4);
        assert!(pupil.state(&collection()).is_said((pair.1, pair.0)));
        assert!(pupil.undo() && !pupil.state(&collection()).is_said(pair));
        assert!(pupil.undo() && pupil.state(&collection()).said.is_empty());
        assert!(pupil.redo() && pupil.redo() && pupil.state(&collection()).is_said(pair));
    }

    #[test]
    fn what_was_undone_before_something_new_stays_in_the_list() {
        let mut pupil = pupil();
        mark(&mut pupil, 0, "5 people");
        pupil.undo();
        mark(&mut pupil, 0, "7");
        assert_eq!(pupil.entries()[0].standing, Standing::Dropped);
        assert!(!pupil.can_redo());
        assert_eq!(pupil.state(&collection()).marks[0].mark.id, 2);
    }

    #[test]
    fn what_was_seen_cannot_be_undone() {
        let mut pupil = pupil();
        let (a, b) = (mark(&mut pupil, 0, "5 people"), mark(&mut pupil, 1, "7"));
        pupil.push(2, say((a, b), Some(Verdict::CannotTell), "no day"));
        pupil.push(3, Act::Shown(Some((a, b))));
        let state = pupil.state(&collection());
        assert!(state.has_seen((b, a)) && !state.of_pair((a, b)).expect("said").is_late);
        pupil.push(4, say((a, b), Some(Verdict::CannotTell), "no day is given"));
        assert!(pupil.state(&collection()).of_pair((a, b)).expect("said").is_late);
        pupil.push(5, Act::Shown(None));
        while pupil.undo() {}
        assert!(pupil.state(&collection()).is_shown);
        while pupil.redo() {}
        assert!(!pupil.state(&collection()).marks[0].is_late);
        let late = mark(&mut pupil, 1, "9");
        assert!(pupil.state(&collection()).mark(late).expect("a mark").is_late);
    }

    #[test]
    fn a_word_is_whole_with_a_reason_only() {
        let said = |verdict, reason: &str| Said { pair: (1, 2), verdict, reason: reason.to_owned() };
        assert!(said(Some(Verdict::CannotTell), "no text says when").is_whole());
        assert!(!said(Some(Verdict::CannotTell), " \n").is_whole());
        assert!(!said(None, "no text says when").is_whole());
    }

    #[test]
    fn what_points_nowhere_has_no_effect() {
        let mut pupil = pupil();
        let id = mark(&mut pupil, 0, "7");
        pupil.push(0, Act::Blank { topic: 9, blank: 0, words: "x".into() });
        pupil.push(0, Act::Blank { topic: 0, blank: MOST_BLANKS, words: "x".into() });
        pupil.push(0, say((id, 77), Some(Verdict::CannotTell), "x"));
        pupil.push(0, Act::Unmark(99));
        let state = pupil.state(&collection());
        assert_eq!((state.marks.len(), state.said.len(), state.blanks), (1, 0, vec![Vec::<String>::new()]));
    }

    #[test]
    fn pupils_are_asked_for_what_the_lesson_has_or_for_what_it_would() {
        let mut collection = collection();
        collection.articles[1].text = "The fire killed 6 people.".into();
        let comparison = crate::compare(&collection);
        let suggested = topics(&comparison, &Lesson::default(), Language::English);
        assert!(!suggested.is_empty() && suggested.iter().all(|topic| !topic.name.is_empty()));
        let mut lesson = Lesson::default();
        lesson.put("unicorns", 0);
        assert_eq!(topics(&comparison, &lesson, Language::English), suggested);
        lesson.put(&comparison.alignments[0].id, 1);
        assert_eq!(topics(&comparison, &lesson, Language::Spanish).len(), 1);
    }

    #[test]
    fn there_is_an_end_to_acts() {
        let mut pupil = pupil();
        while pupil.push(0, Act::Unmark(1)) {}
        assert_eq!(pupil.entries().len(), MOST_ACTS);
    }
}
