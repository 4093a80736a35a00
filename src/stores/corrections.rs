//! Corrections: entries of the journal.

use countercheck::comparing::ClaimKey;
use countercheck::reading::claim::Claim;
use countercheck::reading::text::Span;
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use countercheck::work::journal::{Change, Entry, MOST_ENTRIES, proposal};
use leptos::prelude::*;

use super::Desk;
use crate::browser::{self, store};

/// What is corrected.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum CorrectionTarget {
    /// A figure that is read.
    Figure(ClaimKey),
    /// A stretch of a text that is to be one.
    New(usize, Box<Claim>),
    /// How two figures relate.
    Pair(ClaimKey, ClaimKey),
    /// The quantity at a rank.
    Quantity(usize),
}

impl Desk {
    /// Opens the ways to disagree with something.
    pub(crate) fn disagree(self, target: CorrectionTarget) {
        self.subject.set(Some(target));
        self.open_dialog("disagree");
    }

    /// Opens the form for the words that are selected in a text, with what the program reads in them.
    pub(crate) fn add_selected(self) {
        let model = self.model();
        let Some((article, start, end)) = browser::selection() else { return };
        let Some(source) = model.collection.articles.get(article) else { return };
        let fits = source.text.get(start..end).is_some();
        if let Some(claim) = fits.then(|| proposal(source, Span::new(start, end))).flatten() {
            self.disagree(CorrectionTarget::New(article, Box::new(claim)));
        }
    }

    /// Makes an entry of the journal.
    pub(crate) fn correct_by(self, change: Change) {
        let by = browser::stored("name").unwrap_or_default();
        let entry = Entry::new(&by, store::now() / 1000, change);
        let mut is_kept = false;
        self.change(|saved| is_kept = saved.journal.push(entry));
        if !is_kept {
            self.work.troubles.set(vec![Trouble::about(Key::TooManyEntries, &MOST_ENTRIES.to_string())]);
        }
        browser::close_dialog("disagree");
        self.analyse();
    }

    /// Undoes the last correction, or does it again.
    pub(crate) fn undo(self, again: bool) {
        self.change(|saved| {
            let journal = &mut saved.journal;
            if again {
                journal.redo()
            } else {
                journal.undo()
            };
        });
        self.analyse();
    }
}

impl Desk {
    /// How many corrections are in force.
    pub(crate) fn corrections(self) -> usize {
        self.work.saved.with(|saved| saved.journal.in_force().into_iter().filter(|force| *force).count())
    }

    /// Shows what the program said, or what holds with the corrections.
    pub(crate) fn toggle_raw(self) {
        self.work.raw.update(|raw| *raw = !*raw);
        self.analyse();
    }
}
