//! What went wrong with something that came from outside: a file, a link, a text. One clear sentence each.

use crate::words::{Key, Words};

/// What went wrong: a line of the catalogue and the word that is filled in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trouble {
    /// The line.
    pub key: Key,
    /// What is filled in: a name, a number.
    pub detail: String,
}

impl Trouble {
    /// A sentence without anything to fill in.
    pub fn new(key: Key) -> Self {
        Self { key, detail: String::new() }
    }

    /// A sentence about something.
    pub fn about(key: Key, detail: &str) -> Self {
        Self { key, detail: detail.to_owned() }
    }

    /// The sentence.
    pub fn sentence(&self, words: Words) -> String {
        words.fill(self.key, &[&self.detail])
    }
}
