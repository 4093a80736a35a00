//! Corrections: entries of the journal.

use countercheck::trouble::Trouble;
use countercheck::words::Key;
use countercheck::work::journal::{Change, Entry, MOST_ENTRIES};
use leptos::prelude::*;

use super::Session;
use crate::browser::{self, store};

impl Session {
    /// Makes an entry of the journal.
    pub(crate) fn correct_by(self, change: Change) {
        let by = browser::stored("name").unwrap_or_default();
        let entry = Entry::new(&by, store::now() / 1000, change);
        let mut is_kept = false;
        self.workspace.change(|saved| is_kept = saved.journal.push(entry));
        if !is_kept {
            self.workspace.issues.set(vec![Trouble::about(Key::TooManyEntries, &MOST_ENTRIES.to_string())]);
        }
        browser::close_dialog("disagree");
        self.analyse();
    }

    /// Undoes the last correction, or does it again.
    pub(crate) fn undo(self, again: bool) {
        self.workspace.change(|saved| {
            let journal = &mut saved.journal;
            if again {
                journal.redo()
            } else {
                journal.undo()
            };
        });
        self.analyse();
    }

    /// Shows what the program said, or what holds with the corrections.
    pub(crate) fn toggle_raw(self) {
        self.workspace.raw.update(|raw| *raw = !*raw);
        self.analyse();
    }
}
