//! What pupils submitted on the collection at hand. It is kept in memory only, and goes with the window.

use std::sync::Arc;

use countercheck::teaching::pupil::{Class, MOST_PUPILS, admit};
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use countercheck::work::saved::Opened;
use leptos::prelude::*;
use web_sys::Event;

use super::Desk;
use super::intake::{largest, saved_in};
use crate::browser::files::{self, Loaded, Unread};

/// The signals.
pub(crate) struct Handed {
    pub(crate) files: RwSignal<Files>,
    /// The place of the quantity that is looked at.
    pub(crate) topic: RwSignal<usize>,
    /// Whether the names are hidden.
    pub(crate) hidden: RwSignal<bool>,
    /// Whether the dialog is open.
    pub(crate) open: RwSignal<bool>,
}

/// What was read.
#[derive(Clone, Default)]
pub(crate) struct Files {
    /// The name of the collection that it is work on.
    work: String,
    class: Arc<Class>,
    /// What went wrong, each with the name of its file.
    pub(crate) troubles: Vec<(String, Trouble)>,
}

impl Handed {
    pub(super) fn new() -> Self {
        Self {
            files: RwSignal::new(Files::default()),
            topic: RwSignal::new(0),
            hidden: RwSignal::new(false),
            open: RwSignal::new(false),
        }
    }
}

impl Desk {
    /// Whether the dialog is open.
    pub(crate) fn looks_at_handed(self) -> bool {
        self.handed.open.get_untracked()
    }

    /// Opens the dialog.
    pub(crate) fn open_handed(self) {
        if !self.looks_at_handed() {
            self.handed.open.set(true);
        }
        self.open_dialog("handed");
    }

    /// Whether the names of pupils are hidden.
    pub(crate) fn is_nameless(self) -> bool {
        self.handed.hidden.get()
    }

    /// What was handed in on the collection at hand.
    pub(crate) fn class_here(self) -> Arc<Class> {
        let files = self.handed.files.read();
        if files.work == self.work.id.get() { files.class.clone() } else { Arc::default() }
    }

    /// Takes in files that were chosen or dropped, and shows what becomes of them.
    pub(crate) fn take_handed(self, event: &Event) {
        let chosen = files::files_of(event);
        if chosen.is_empty() {
            return;
        }
        self.handed.files.update(|files| files.troubles.clear());
        files::read_files(
            chosen,
            largest,
            Box::new(move |loaded| {
                let Some(Loaded { name, bytes }) = loaded else { return self.open_handed() };
                match bytes.map(|bytes| saved_in(&name, &bytes)) {
                    Ok(Some(Ok(opened))) => self.hand_in(&name, opened),
                    Ok(Some(Err(trouble))) => self.complain_of(&name, trouble),
                    Ok(None) => self.complain_of(&name, Trouble::new(Key::HandedForeign)),
                    Err(Unread::Large) => self.complain_of(&name, Trouble::new(Key::SavedLarge)),
                    Err(Unread::Broken) => self.complain_of(&name, Trouble::new(Key::HandedBroken)),
                }
            }),
        );
    }

    /// Takes in what was read from a file, if it is work on the collection at hand.
    pub(crate) fn hand_in(self, name: &str, opened: Opened) {
        for trouble in opened.troubles {
            self.complain_of(name, trouble);
        }
        match admit(&self.model().collection, &opened.saved.collection, opened.saved.pupil) {
            Err(key) => self.complain_of(name, Trouble::new(key)),
            Ok(pupil) => {
                let here = self.work.id.get_untracked();
                let mut has_room = true;
                self.handed.files.update(|files| {
                    if files.work != here {
                        (files.work, files.class) = (here, Arc::default());
                    }
                    has_room = Arc::make_mut(&mut files.class).add(pupil);
                });
                if !has_room {
                    self.complain_of("", Trouble::about(Key::HandedFull, &MOST_PUPILS.to_string()));
                }
            }
        }
    }

    fn complain_of(self, name: &str, trouble: Trouble) {
        let trouble = (name.to_owned(), trouble);
        self.handed.files.update(|files| {
            if !files.troubles.contains(&trouble) {
                files.troubles.push(trouble);
            }
        });
    }
}
