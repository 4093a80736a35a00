//! The user's work: the current collection with the corrections to it, and how it is kept on the device. Other
//! collections stand in the library beside it.

use std::ops::Deref;

use countercheck::collection::Article;
use countercheck::reading::text::fold;
use countercheck::trouble::Trouble;
use countercheck::words::{Key, Words};
use countercheck::work::saved::{self, Saved};
use leptos::prelude::*;

use super::Settings;
use crate::browser::{self, store};

/// Whether the work is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum SaveStatus {
    /// It is what stands in the page.
    Untouched,
    /// It will be in a moment.
    Waiting,
    /// It is.
    Kept,
    /// The device has no room for it.
    Full,
    /// The device keeps nothing.
    Absent,
    /// Another window has changed the same collection.
    Elsewhere,
}

impl SaveStatus {
    /// The sentence that says so.
    pub(crate) fn key(self) -> Key {
        match self {
            Self::Untouched => Key::Offline,
            Self::Waiting => Key::KeepWaiting,
            Self::Kept => Key::Kept,
            Self::Full => Key::NotKeptFull,
            Self::Absent => Key::NotKeptAbsent,
            Self::Elsewhere => Key::NotKeptElsewhere,
        }
    }

    /// Whether work would be lost with the window.
    pub(crate) fn is_bad(self) -> bool {
        matches!(self, Self::Full | Self::Absent | Self::Elsewhere)
    }
}

/// A collection on the device.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct LibraryItem {
    pub(crate) id: String,
    pub(crate) title: String,
}

/// What was removed last and can be restored.
#[derive(Clone, Debug)]
pub(crate) enum Removed {
    Text(usize, Article),
    Collection(usize, LibraryItem, String),
}

/// The collections on the device: their names and titles, one a line.
pub(super) fn listed() -> Vec<LibraryItem> {
    let stored = browser::stored("shelf").unwrap_or_default();
    let item = |(id, title): (&str, &str)| LibraryItem { id: id.to_owned(), title: title.to_owned() };
    stored.lines().filter_map(|line| line.split_once('\t')).map(item).collect()
}

fn write_library(items: &[LibraryItem]) {
    let lines = items.iter().map(|item| [&item.id, "\t", &item.title, "\n"].concat());
    let _ = store::put("shelf", &lines.collect::<String>());
}

/// The current work. Copies share the signals, which live as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Workspace(&'static Signals);

impl Deref for Workspace {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The signals, and the stores that the actions need.
pub(crate) struct Signals {
    /// The collection with the corrections, as it is being changed: what is kept. The model follows when it is analysed.
    pub(crate) saved: RwSignal<Saved>,
    /// Under which name the device remembers what this page was left with.
    pub(super) at: String,
    /// The name of the collection on the device.
    pub(crate) id: RwSignal<String>,
    /// The collections on the device, in order.
    pub(crate) library: RwSignal<Vec<LibraryItem>>,
    pub(crate) status: RwSignal<SaveStatus>,
    /// What went wrong with what came from outside.
    pub(crate) issues: RwSignal<Vec<Trouble>>,
    pub(crate) removed: RwSignal<Option<Removed>>,
    /// Whether the page shows what the program found, without the corrections.
    pub(crate) raw: RwSignal<bool>,
    settings: Settings,
}

/// The store of the page.
pub(crate) fn use_workspace() -> Workspace {
    expect_context()
}

/// Names the work that is being analysed, so that one that ends the program is not opened again and again.
const OPENING: &str = "opening";

/// The name of what stands in the page: the same page has the same one, on any device.
fn own_id() -> String {
    format!("p{:x}", hash(&browser::state()))
}

/// The hash FNV-1a.
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, fnv)
}

/// One step of the hash FNV-1a.
fn fnv(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
}

/// What stands in the page.
pub(crate) fn pristine() -> saved::Opened {
    browser::read_saved(&browser::state()).unwrap_or_default()
}

/// Whether another window has written this work since this one read or wrote it.
fn is_elsewhere(id: &str) -> bool {
    store::work(id).is_some_and(|(revision, _)| revision != store::revision())
}

/// The title of a work on one line; a pupil's copy is told from the collection.
fn title(saved: &Saved, words: Words) -> String {
    let title = fold::one_line(saved.collection.title_in(words.language()));
    match &saved.pupil {
        Some(pupil) => [&title, " · ", words.get(Key::PupilCopy), " ", &fold::one_line(&pupil.name)].concat(),
        None => title,
    }
}

impl Workspace {
    /// The work that this page was left with, else what stands in it.
    pub(super) fn new(settings: Settings) -> Self {
        let at = ["at.", &own_id()].concat();
        // An empty name: what stands in the page, as it is.
        let id = browser::stored(&at).filter(|id| !id.is_empty()).unwrap_or_else(store::token);
        let mut troubles = Vec::new();
        let stopped = browser::stored(OPENING).as_deref() == Some(&id);
        let kept = store::work(&id).filter(|_| !stopped);
        if stopped {
            troubles.push(Trouble::new(Key::StoppedBefore));
        }
        let kept = kept.and_then(|(revision, json)| {
            let opened = browser::read_saved(&json).map_err(|trouble| troubles.push(trouble)).ok()?;
            store::set_revision(&revision);
            Some(opened)
        });
        let (id, status, opened) = match kept {
            Some(opened) => (id, SaveStatus::Kept, opened),
            // What could not be read may be mended one day: nothing is written over it.
            None => (store::token(), SaveStatus::Untouched, pristine()),
        };
        troubles.extend(opened.troubles);
        Self(Box::leak(Box::new(Signals {
            at,
            saved: RwSignal::new(opened.saved),
            id: RwSignal::new(id),
            library: RwSignal::new(listed()),
            status: RwSignal::new(status),
            issues: RwSignal::new(troubles),
            removed: RwSignal::new(None),
            raw: RwSignal::new(false),
            settings,
        })))
    }

    /// How many corrections are in force.
    pub(crate) fn corrections(self) -> usize {
        self.saved.with(|saved| saved.journal.in_force().into_iter().filter(|force| *force).count())
    }

    pub(super) fn complain(self, trouble: Trouble) {
        self.issues.update(|troubles| troubles.push(trouble));
    }

    /// Changes a text of the collection.
    pub(crate) fn change_text(self, id: &str, change: impl FnOnce(&mut Article)) {
        self.change(|Saved { collection, .. }| {
            if let Some(article) = collection.articles.iter_mut().find(|article| article.id == id) {
                change(article);
            }
        });
    }

    /// Takes a text out of the collection; it can be restored until something else is removed.
    pub(crate) fn remove_text(self, id: &str) {
        self.change(|Saved { collection, .. }| {
            if let Some(place) = collection.articles.iter().position(|article| article.id == id) {
                let article = collection.articles.remove(place);
                self.removed.set(Some(Removed::Text(place, article)));
            }
        });
    }

    pub(crate) fn add_to_library(self, item: LibraryItem) {
        let mut items = listed();
        match items.iter_mut().find(|other| other.id == item.id) {
            Some(other) => *other = item,
            None => items.push(item),
        }
        self.set_library(items);
    }

    pub(super) fn set_library(self, items: Vec<LibraryItem>) {
        write_library(&items);
        if self.library.get_untracked() != items {
            self.library.set(items);
        }
    }

    /// Moves a collection in the list by one place.
    pub(crate) fn move_work(self, id: &str, forth: bool) {
        let mut items = listed();
        let Some(place) = items.iter().position(|item| item.id == id) else { return };
        let to = if forth { place + 1 } else { place.wrapping_sub(1) };
        if to < items.len() {
            items.swap(place, to);
            self.set_library(items);
        }
    }

    /// Follows other windows, and keeps what waits to be kept when this one closes.
    pub(crate) fn keep_work(self) {
        store::on_leaving(move || self.keep_now());
        store::on_other_window(move |name| {
            let id = self.id.get_untracked();
            if name == "shelf" {
                self.library.set(listed());
            } else if name == store::work_name(&id) && is_elsewhere(&id) {
                self.status.set(SaveStatus::Elsewhere);
            }
        });
    }

    /// Changes the current work; it is kept soon.
    pub(crate) fn change(self, change: impl FnOnce(&mut Saved)) {
        self.saved.update(change);
        self.keep_soon();
    }

    fn keep_soon(self) {
        if self.status.get_untracked() != SaveStatus::Elsewhere {
            self.status.set(SaveStatus::Waiting);
            store::soon(move || self.keep_now());
        }
    }

    /// Keeps the current work, if there is anything to keep.
    pub(crate) fn keep_now(self) {
        store::no_longer();
        if self.status.get_untracked() != SaveStatus::Waiting {
            return;
        }
        let id = self.id.get_untracked();
        if is_elsewhere(&id) {
            return self.status.set(SaveStatus::Elsewhere);
        }
        let revision = store::token();
        let (json, title) =
            self.saved.with_untracked(|saved| (saved::write(saved), title(saved, self.settings.words())));
        let outcome = store::put(&store::work_name(&id), &[&revision, "\n", &json].concat());
        if outcome.is_ok() {
            store::set_revision(&revision);
            self.add_to_library(LibraryItem { id: id.clone(), title });
            let _ = store::put(&self.at, &id);
        }
        self.status.set(match outcome {
            Ok(()) => SaveStatus::Kept,
            Err(store::Refusal::Full) => SaveStatus::Full,
            Err(store::Refusal::Absent) => SaveStatus::Absent,
        });
    }

    /// Notes that a work is about to be analysed, and that it went well.
    pub(crate) fn opening(self, begins: bool) {
        if begins {
            let _ = store::put(OPENING, &self.id.get_untracked());
        } else {
            store::forget(OPENING);
        }
    }

    /// Keeps this window's state of the work as a collection of its own.
    pub(crate) fn keep_apart(self) {
        store::set_revision("");
        let id = store::token();
        self.id.set(id);
        self.status.set(SaveStatus::Waiting);
        self.keep_now();
    }
}
