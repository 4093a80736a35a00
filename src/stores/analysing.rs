//! Reading the collection anew after a change: at once where it is short, in slices where it is long, so that the page
//! stays responsive and the reader can call it off.

use std::sync::Arc;

use countercheck::collection::Collection;
use countercheck::comparing::{Comparison, of_readings};
use countercheck::reading::claim::{Reading, read};
use countercheck::work::journal::Journal;
use countercheck::work::saved::Saved;
use leptos::prelude::*;

use super::Session;
use crate::browser;
use crate::view_model::Model;

/// Texts of so many bytes are read at once: a frame or two.
const AT_ONCE: usize = 200_000;

/// How long one slice of reading takes, in milliseconds.
const SLICE: f64 = 40.0;

/// What reading and comparing takes, pauses included.
const MEASURE: &str = "countercheck:analyse";

/// A collection as it is being read.
struct Task {
    /// Which reading of the work it is.
    turn: usize,
    collection: Collection,
    readings: Vec<Reading>,
    /// What is on the page still: texts that have not changed need no second reading.
    before: Arc<Model>,
}

impl Task {
    fn is_long(&self) -> bool {
        let texts =
            self.collection.articles.iter().filter(|article| !self.before.collection.articles.contains(article));
        texts.map(|article| article.text.len()).sum::<usize>() > AT_ONCE
    }

    /// Reads one more text; `false` if none is left.
    fn step(&mut self) -> bool {
        let Some(article) = self.collection.articles.get(self.readings.len()) else { return false };
        let known = self.before.collection.articles.iter().position(|other| other == article);
        let known = known.and_then(|place| self.before.program.readings.get(place)).cloned();
        self.readings.push(known.unwrap_or_else(|| read(article)));
        true
    }

    fn comparison(&mut self) -> Comparison {
        of_readings(&self.collection, std::mem::take(&mut self.readings))
    }
}

impl Session {
    /// Reads the current work, unless the page shows it already.
    pub(crate) fn analyse(self) {
        self.workspace.keep_now();
        let turn = self.stop_reading();
        let before = self.analysis.model();
        let journal = self.journal_shown() == before.journal;
        let texts = self.workspace.saved.with_untracked(|Saved { collection, .. }| *collection == before.collection);
        match (self.analysis.is_rendered_now() && texts, journal) {
            (true, true) => return self.worksheet.resume(),
            (true, false) => return self.correct(),
            _ => {}
        }
        let collection = self.workspace.saved.with_untracked(|saved| saved.collection.clone());
        self.workspace.opening(true);
        browser::begin(MEASURE);
        let mut task = Task { turn, collection, readings: Vec::new(), before };
        if task.is_long() {
            self.analysis.progress.set(Some(0));
            browser::later(move || self.go_on(task));
        } else {
            while task.step() {}
            self.finish(task);
        }
    }

    fn go_on(self, mut task: Task) {
        if self.analysis.turn.get_untracked() != task.turn {
            return;
        }
        let end = browser::clock() + SLICE;
        while browser::clock() < end {
            if !task.step() {
                self.analysis.progress.set(None);
                return self.finish(task);
            }
        }
        self.analysis.progress.set(Some(task.readings.len()));
        browser::later(move || self.go_on(task));
    }

    /// Reads no further: the page keeps what it shows.
    pub(crate) fn call_off(self) {
        self.stop_reading();
        if !self.analysis.is_rendered_now() {
            self.exchange_model(self.analysis.model());
        }
    }

    /// Gives up what is being read; the number of the next reading.
    fn stop_reading(self) -> usize {
        let turn = self.analysis.turn.get_untracked() + 1;
        self.analysis.turn.set(turn);
        if self.analysis.progress.get_untracked().is_some() {
            self.analysis.progress.set(None);
            self.workspace.opening(false);
        }
        turn
    }

    fn finish(self, mut task: Task) {
        let program = task.comparison();
        browser::end(MEASURE);
        self.show(task.collection, program);
        self.workspace.opening(false);
    }

    /// Shows what the corrections make of what was found.
    pub(crate) fn correct(self) {
        let before = self.analysis.model();
        self.show(before.collection.clone(), before.program.clone());
    }

    fn show(self, collection: Collection, program: Comparison) {
        self.exchange_model(Arc::new(Model::new(collection, program, self.journal_shown())));
    }

    /// The corrections, or none while the page shows what the program found.
    fn journal_shown(self) -> Journal {
        let raw = self.workspace.raw.get_untracked();
        self.workspace.saved.with_untracked(|saved| if raw { Journal::default() } else { saved.journal.clone() })
    }
}
