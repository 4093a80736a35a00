//! The journal: what a user says against the program, on top of what it found.
//!
//! An [`Entry`] says who corrected what and when; the journal is the list of them, and nothing in it is ever lost. What
//! is undone stays in the list, what finds no place in the texts any more is kept and named, and what a newer program
//! wrote is handed on as it is. [`apply`] gives the comparison as the user sees it; the program's own stays as it was.
//!
//! Corrections name figures by [`Anchor`]s and quantities by a figure in them, never by numbers that the program gave
//! out: so they survive a mended text and a newer program.
//!
//! ```
//! use countercheck::collection::{Article, Collection};
//! use countercheck::work::journal::{Anchor, Change, Entry, Journal, apply};
//!
//! let article = |id: &str, text: &str| Article { id: id.into(), text: text.into(), ..Article::default() };
//! let articles = vec![article("A", "The fire killed 5 people."), article("B", "The fire killed 7 people.")];
//! let collection = Collection { articles, ..Collection::default() };
//! let found = countercheck::compare(&collection);
//!
//! let mut journal = Journal::default();
//! let five = Anchor::of(&collection.articles[0], found.readings[0].claims[0].quote);
//! journal.push(Entry::new("Ana", 1_732_233_600, Change::strike(five)));
//! assert!(apply(&collection, &found, &journal).comparison.alignments.is_empty());
//! journal.undo();
//! assert_eq!(apply(&collection, &found, &journal).comparison, found);
//! ```

mod amount;
mod anchor;
mod apply;
mod bench;
pub(crate) mod standing;

pub use amount::{Amount, Bound, Setting};
pub use anchor::{Anchor, CONTEXT, LONGEST_QUOTE};
pub use apply::{Corrected, Loss, Noted, Orphan, Provenance, Related, RowProvenance, apply};
pub use standing::Standing;

use standing::drop_undone;

use crate::collection::Article;
use crate::comparing::Relation;
use crate::comparing::wording;
use crate::reading::claim::{Claim, propose};
use crate::reading::text::{Span, fold};
use crate::words::{Key, Words};

/// The most corrections that one journal holds, done and undone ones together.
pub const MOST_ENTRIES: usize = 10_000;

/// The most figures that one correction is about.
pub const MOST_FIGURES: usize = 1_000;

/// What a correction does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Says that a stretch of a text is a figure.
    Add,
    /// Says what a figure is.
    Edit,
    /// Says that a figure is none.
    Strike,
    /// Puts the first figure into the quantity of the second; makes one of the two where there is none.
    Link,
    /// Takes a figure out of its quantity.
    Unlink,
    /// Makes the figures a quantity of their own.
    Split,
    /// Makes the quantities of two figures one.
    Merge,
    /// Names the quantity of a figure.
    Rename,
    /// Says how two figures relate.
    Relate(Relation),
    /// Says something about figures, or about all of it.
    Note,
    /// Takes an earlier entry back: its place in the journal.
    Withdraw(usize),
    /// What a newer program wrote: has no effect, and is kept.
    Unknown,
}

impl Act {
    /// The acts without anything inside, in the order of their numbers in links, which never changes.
    pub const PLAIN: [Self; 9] = [
        Self::Add,
        Self::Edit,
        Self::Strike,
        Self::Link,
        Self::Unlink,
        Self::Split,
        Self::Merge,
        Self::Rename,
        Self::Note,
    ];

    /// The code in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Edit => "edit",
            Self::Strike => "strike",
            Self::Link => "link",
            Self::Unlink => "unlink",
            Self::Split => "split",
            Self::Merge => "merge",
            Self::Rename => "rename",
            Self::Relate(_) => "relate",
            Self::Note => "note",
            Self::Withdraw(_) => "withdraw",
            Self::Unknown => "unknown",
        }
    }

    /// Whether it may be about more figures than it needs.
    pub(crate) fn takes_more(self) -> bool {
        matches!(self, Self::Split | Self::Note)
    }

    /// Whether it says what a figure is.
    pub(crate) fn has_setting(self) -> bool {
        matches!(self, Self::Add | Self::Edit)
    }

    /// Whether a name, a reason or a note belongs to it.
    pub(crate) fn has_words(self) -> bool {
        matches!(self, Self::Rename | Self::Relate(_) | Self::Note)
    }

    /// How many figures it needs at least.
    pub fn figures(self) -> usize {
        match self {
            Self::Link | Self::Merge | Self::Relate(_) => 2,
            Self::Note | Self::Withdraw(_) | Self::Unknown => 0,
            _ => 1,
        }
    }
}

/// What is corrected: one shape for all acts, so that there is one way into files and links.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// What is done.
    pub act: Act,
    /// The figures it is done to.
    pub figures: Vec<Anchor>,
    /// What is said of the figure, where one is added or edited.
    pub set: Setting,
    /// A name, a reason or a note; for an unknown act, the entry as it was written.
    pub words: String,
}

impl Change {
    fn new(act: Act, figures: Vec<Anchor>) -> Self {
        Self { act, figures, set: Setting::default(), words: String::new() }
    }

    /// A figure that the program did not see. See [`proposal`].
    pub fn add(figure: Anchor, set: Setting) -> Self {
        Self { set, ..Self::new(Act::Add, vec![figure]) }
    }

    /// A figure is to be read otherwise.
    pub fn edit(figure: Anchor, set: Setting) -> Self {
        Self { set, ..Self::new(Act::Edit, vec![figure]) }
    }

    /// A figure is none.
    pub fn strike(figure: Anchor) -> Self {
        Self::new(Act::Strike, vec![figure])
    }

    /// A figure belongs to the quantity of another one.
    pub fn link(figure: Anchor, to: Anchor) -> Self {
        Self::new(Act::Link, vec![figure, to])
    }

    /// A figure does not belong to its quantity.
    pub fn unlink(figure: Anchor) -> Self {
        Self::new(Act::Unlink, vec![figure])
    }

    /// Figures make a quantity of their own.
    pub fn split(figures: Vec<Anchor>) -> Self {
        Self::new(Act::Split, figures)
    }

    /// Two quantities are one; it keeps the name of the first.
    pub fn merge(a: Anchor, b: Anchor) -> Self {
        Self::new(Act::Merge, vec![a, b])
    }

    /// A quantity is called otherwise.
    pub fn rename(figure: Anchor, name: &str) -> Self {
        Self { words: name.to_owned(), ..Self::new(Act::Rename, vec![figure]) }
    }

    /// Two figures of a quantity relate otherwise, for a reason.
    pub fn relate(a: Anchor, b: Anchor, relation: Relation, reason: &str) -> Self {
        Self { words: reason.to_owned(), ..Self::new(Act::Relate(relation), vec![a, b]) }
    }

    /// A note on figures, or on the whole where there are none.
    pub fn note(figures: Vec<Anchor>, words: &str) -> Self {
        Self { words: words.to_owned(), ..Self::new(Act::Note, figures) }
    }

    /// The entry at a place does not hold.
    pub fn withdraw(entry: usize) -> Self {
        Self::new(Act::Withdraw(entry), Vec::new())
    }

    /// An entry in words: "Struck A 27".
    pub fn sentence(&self, words: Words) -> String {
        let key = match self.act {
            Act::Add => Key::DidAdd,
            Act::Edit => Key::DidEdit,
            Act::Strike => Key::DidStrike,
            Act::Link => Key::DidLink,
            Act::Unlink => Key::DidUnlink,
            Act::Split => Key::DidSplit,
            Act::Merge => Key::DidMerge,
            Act::Rename => Key::DidRename,
            Act::Relate(_) => Key::DidRelate,
            Act::Note if self.figures.is_empty() => Key::DidNoteAll,
            Act::Note => Key::DidNote,
            Act::Withdraw(_) => Key::DidWithdraw,
            Act::Unknown => Key::DidUnknown,
        };
        let named = |figure: &Anchor| format!("{} {}", figure.article, fold::one_line(&figure.quote));
        let all = || self.figures.iter().map(named).collect::<Vec<_>>().join(", ");
        let first = match self.act {
            Act::Split | Act::Note => all(),
            _ => self.figures.first().map(named).unwrap_or_default(),
        };
        let said = match self.act {
            Act::Relate(relation) => words.get(wording::relation(relation)),
            _ => &self.words,
        };
        words.fill(key, &[&first, &self.figures.get(1).map(named).unwrap_or_default(), said])
    }
}

/// One correction: who, when, what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Who made it; empty where nobody is named.
    pub by: String,
    /// Seconds since the beginning of 1970, in UTC; 0 where the time is not known. The library reads no clock.
    pub at: u64,
    /// What it says.
    pub change: Change,
    /// Whether it is in force.
    pub standing: Standing,
}

impl Entry {
    /// An entry that is about to be made.
    pub fn new(by: &str, at: u64, change: Change) -> Self {
        Self { by: by.to_owned(), at, change, standing: Standing::Done }
    }
}

/// The corrections of a collection, in the order in which they were made.
///
/// Invariant: what is undone stands behind everything that is done; what is not understood counts for neither.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Journal {
    entries: Vec<Entry>,
}

impl Journal {
    /// A journal with these entries; where one is undone before one that is done, it counts as dropped.
    pub fn of(entries: Vec<Entry>) -> Self {
        let mut journal = Self { entries };
        standing::settle(journal.understood());
        journal
    }

    /// All entries, done or not.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Makes a correction, unless the journal is full: then `false`. What is undone cannot be redone from here on, but
    /// stays in the list.
    pub fn push(&mut self, entry: Entry) -> bool {
        if self.entries.len() >= MOST_ENTRIES {
            return false;
        }
        drop_undone(self.understood());
        self.entries.push(Entry { standing: Standing::Done, ..entry });
        true
    }

    /// Undoes the last entry that is done; `false` if there is none.
    pub fn undo(&mut self) -> bool {
        standing::undo(self.understood())
    }

    /// Does the entry again that was undone last; `false` if there is none.
    pub fn redo(&mut self) -> bool {
        standing::redo(self.understood())
    }

    /// What is not understood keeps its standing as it was written.
    fn understood(&mut self) -> impl DoubleEndedIterator<Item = &mut Standing> {
        let understood = self.entries.iter_mut().filter(|entry| entry.change.act != Act::Unknown);
        understood.map(|entry| &mut entry.standing)
    }

    fn has(&self, standing: Standing) -> bool {
        self.entries.iter().any(|entry| entry.standing == standing && entry.change.act != Act::Unknown)
    }

    /// Whether [`Journal::undo`] would do something.
    pub fn can_undo(&self) -> bool {
        self.has(Standing::Done)
    }

    /// Whether [`Journal::redo`] would do something.
    pub fn can_redo(&self) -> bool {
        self.has(Standing::Undone)
    }

    /// For each entry, whether it is in force: done, and not taken back by a later one.
    pub fn in_force(&self) -> Vec<bool> {
        let mut force: Vec<bool> = self.entries.iter().map(|entry| entry.standing == Standing::Done).collect();
        for index in (0..self.entries.len()).rev() {
            if let Act::Withdraw(earlier) = self.entries[index].change.act
                && force[index]
                && earlier < index
            {
                force[earlier] = false;
            }
        }
        force
    }

    /// The entries that are in force, without those that only take others back: what a link carries.
    pub fn settled(&self) -> Self {
        let force = self.in_force();
        let kept = self.entries.iter().zip(force).filter(|(_, force)| *force).map(|(entry, _)| entry);
        Self { entries: kept.filter(|entry| !matches!(entry.change.act, Act::Withdraw(_))).cloned().collect() }
    }
}

/// What the program reads at a stretch that a user selected: the figure with its value, qualifier and what is counted, or
/// a bare one where it sees no number.
///
/// ```
/// use countercheck::collection::Article;
/// use countercheck::work::journal::{Anchor, Change, Setting, proposal};
/// use countercheck::reading::text::Span;
///
/// let text = "Flight 370 carried at least 227 people.";
/// let article = Article { id: "A".into(), text: text.into(), ..Article::default() };
/// let claim = proposal(&article, Span::new(7, 10)).expect("a selection");
/// assert_eq!(claim.value, Some(370.0));
/// let change = Change::add(Anchor::of(&article, claim.quote), Setting::read(&claim));
/// assert_eq!(change.figures[0].quote, "370");
/// ```
pub fn proposal(article: &Article, selection: Span) -> Option<Claim> {
    let selected = selection.of(&article.text);
    let fits = !selected.trim().is_empty() && selected.len() <= LONGEST_QUOTE;
    fits.then(|| propose(article, &[selection]).pop()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_neither_done_nor_undone() {
        let entry = |act, standing| Entry { standing, ..Entry::new("", 0, Change::new(act, Vec::new())) };
        let (known, unknown) = (|standing| entry(Act::Note, standing), |standing| entry(Act::Unknown, standing));
        let mut journal = Journal::of(vec![
            known(Standing::Undone),
            unknown(Standing::Undone),
            known(Standing::Done),
            unknown(Standing::Undone),
            known(Standing::Undone),
            unknown(Standing::Done),
        ]);
        let standings = |journal: &Journal| journal.entries().iter().map(|entry| entry.standing).collect::<Vec<_>>();
        let (done, undone, dropped) = (Standing::Done, Standing::Undone, Standing::Dropped);
        assert_eq!(standings(&journal), [dropped, undone, done, undone, undone, done]);
        assert!(journal.push(known(Standing::Done)));
        assert_eq!(standings(&journal), [dropped, undone, done, undone, dropped, done, done]);
    }
}
