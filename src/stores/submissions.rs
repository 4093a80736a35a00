//! What pupils submitted on the current collection. It is kept in memory only, and goes with the window.

use std::ops::Deref;
use std::sync::Arc;

use countercheck::teaching::pupil::{Class, MOST_PUPILS, admit};
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use countercheck::work::saved::Opened;
use leptos::ev::Event;
use leptos::prelude::*;

use super::intake::{largest, saved_in};
use super::{Analysis, Layout, Workspace};
use crate::browser::files::{self, Loaded, Unread};

/// What was submitted. Copies share the signals, which live as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Submissions(&'static Signals);

impl Deref for Submissions {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The signals, and the stores that the actions need.
pub(crate) struct Signals {
    pub(crate) files: RwSignal<Files>,
    /// The place of the quantity that is looked at.
    pub(crate) topic: RwSignal<usize>,
    /// Whether the names are hidden.
    pub(crate) hidden: RwSignal<bool>,
    /// Whether the dialog is open.
    pub(crate) open: RwSignal<bool>,
    analysis: Analysis,
    workspace: Workspace,
    layout: Layout,
}

/// The store of the page.
pub(crate) fn use_submissions() -> Submissions {
    expect_context()
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

impl Submissions {
    /// Nothing was submitted yet.
    pub(super) fn new(analysis: Analysis, workspace: Workspace, layout: Layout) -> Self {
        Self(Box::leak(Box::new(Signals {
            files: RwSignal::new(Files::default()),
            topic: RwSignal::new(0),
            hidden: RwSignal::new(false),
            open: RwSignal::new(false),
            analysis,
            workspace,
            layout,
        })))
    }

    /// Whether the dialog is open.
    pub(crate) fn is_open(self) -> bool {
        self.open.get_untracked()
    }

    /// Opens the dialog.
    pub(crate) fn show(self) {
        if !self.is_open() {
            self.open.set(true);
        }
        self.layout.open_dialog("handed");
    }

    /// Whether the names of pupils are hidden.
    pub(crate) fn is_nameless(self) -> bool {
        self.hidden.get()
    }

    /// What was submitted on the current collection.
    pub(crate) fn class(self) -> Arc<Class> {
        let files = self.files.read();
        if files.work == self.workspace.id.get() { files.class.clone() } else { Arc::default() }
    }

    /// Imports files that were chosen or dropped, and shows what becomes of them.
    pub(crate) fn take_files(self, event: &Event) {
        let chosen = files::files_of(event);
        if chosen.is_empty() {
            return;
        }
        self.files.update(|files| files.troubles.clear());
        files::read_files(
            chosen,
            largest,
            Box::new(move |loaded| {
                let Some(Loaded { name, bytes }) = loaded else { return self.show() };
                match bytes.map(|bytes| saved_in(&name, &bytes)) {
                    Ok(Some(Ok(opened))) => self.add(&name, opened),
                    Ok(Some(Err(trouble))) => self.complain_of(&name, trouble),
                    Ok(None) => self.complain_of(&name, Trouble::new(Key::HandedForeign)),
                    Err(Unread::Large) => self.complain_of(&name, Trouble::new(Key::SavedLarge)),
                    Err(Unread::Broken) => self.complain_of(&name, Trouble::new(Key::HandedBroken)),
                }
            }),
        );
    }

    /// Adds what was read from a file, if it is work on the current collection.
    pub(crate) fn add(self, name: &str, opened: Opened) {
        for trouble in opened.troubles {
            self.complain_of(name, trouble);
        }
        match admit(&self.analysis.model().collection, &opened.saved.collection, opened.saved.pupil) {
            Err(key) => self.complain_of(name, Trouble::new(key)),
            Ok(pupil) => {
                let here = self.workspace.id.get_untracked();
                let mut has_room = true;
                self.files.update(|files| {
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
        self.files.update(|files| {
            if !files.troubles.contains(&trouble) {
                files.troubles.push(trouble);
            }
        });
    }
}
