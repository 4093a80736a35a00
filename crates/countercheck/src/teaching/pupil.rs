//! A pupil's own work on a collection: figures that were marked, how two of them relate and why, a careful sentence. What
//! the program found is no part of it; [`against`] lays the two beside each other.
//!
//! Acts are only ever added, and what stands is folded from them.
//!
//! ```
//! use countercheck::collection::{Article, Collection};
//! use countercheck::work::journal::Anchor;
//! use countercheck::teaching::pupil::{Act, Mark, Pupil, Qualifier, Topic};
//! use countercheck::reading::text::Span;
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

mod acts;
mod against;
mod class;
mod find;
mod seat;
mod state;

pub use acts::{Act, Entry, Mark, Qualifier, Said, Verdict};
pub use against::{PairAgainst, TopicAgainst, against, figure_at, row_of, said_of};
pub use class::{Class, Found, MOST_PUPILS, Overview, Tally, Work, admit};
pub use find::{occurrences, passage, whole_words};
pub use seat::{Seat, Step};
pub use state::{Heard, Marked, State};

use crate::collection::Collection;
use crate::comparing::Comparison;
use crate::order::ordered;
use crate::reading::language::Language;
use crate::teaching::lesson::Lesson;
use crate::work::journal::standing::{self, Standing, drop_undone};

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
    use crate::comparing::Relation;
    use crate::reading::text::Span;
    use crate::work::journal::Anchor;

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
