//! The user's work: the collection at hand with the corrections to it, and how it is kept on the device. Other
//! collections stand on the shelf beside it.

use countercheck::reading::text::fold;
use countercheck::shipped;
use countercheck::trouble::Trouble;
use countercheck::words::{Key, Words};
use countercheck::work::saved::{self, Saved};
use leptos::prelude::*;

use super::Desk;
use super::shelf::{Item, Removed, listed};
use crate::browser::{self, store};

/// Whether the work is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Status {
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

impl Status {
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

/// The signals.
pub(crate) struct Work {
    /// The collection with the corrections, as it is being changed: what is kept. The model follows when it is analysed.
    pub(crate) saved: RwSignal<Saved>,
    /// Under which name the device remembers what this page was left with.
    at: String,
    /// The name of the collection on the device.
    pub(crate) id: RwSignal<String>,
    /// The collections on the device, in order.
    pub(crate) shelf: RwSignal<Vec<Item>>,
    pub(crate) status: RwSignal<Status>,
    /// Counts the readings of the work: of several that are under way, the last one holds.
    pub(crate) turn: RwSignal<usize>,
    /// Texts that were read, while many are being read.
    pub(crate) progress: RwSignal<Option<usize>>,
    /// What went wrong with what came from outside.
    pub(crate) troubles: RwSignal<Vec<Trouble>>,
    pub(crate) removed: RwSignal<Option<Removed>>,
    /// Whether the page shows what the program found, without the corrections.
    pub(crate) raw: RwSignal<bool>,
}

impl Work {
    /// The work that this page was left with, else what stands in it.
    pub(crate) fn begin() -> Self {
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
            Some(opened) => (id, Status::Kept, opened),
            // What could not be read may be mended one day: nothing is written over it.
            None => (store::token(), Status::Untouched, pristine()),
        };
        troubles.extend(opened.troubles);
        Self {
            at,
            saved: RwSignal::new(opened.saved),
            id: RwSignal::new(id),
            shelf: RwSignal::new(listed()),
            status: RwSignal::new(status),
            turn: RwSignal::new(0),
            progress: RwSignal::new(None),
            troubles: RwSignal::new(troubles),
            removed: RwSignal::new(None),
            raw: RwSignal::new(false),
        }
    }
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

impl Desk {
    /// Follows other windows, and keeps what waits to be kept when this one closes.
    pub(crate) fn keep_work(self) {
        store::on_leaving(move || self.keep_now());
        store::on_other_window(move |name| {
            let id = self.work.id.get_untracked();
            if name == "shelf" {
                self.work.shelf.set(listed());
            } else if name == store::work_name(&id) && is_elsewhere(&id) {
                self.work.status.set(Status::Elsewhere);
            }
        });
    }

    /// Changes the work at hand; it is kept soon.
    pub(crate) fn change(self, change: impl FnOnce(&mut Saved)) {
        self.work.saved.update(change);
        self.keep_soon();
    }

    fn keep_soon(self) {
        if self.work.status.get_untracked() != Status::Elsewhere {
            self.work.status.set(Status::Waiting);
            store::soon(move || self.keep_now());
        }
    }

    /// Keeps the work at hand, if there is anything to keep.
    pub(crate) fn keep_now(self) {
        store::no_longer();
        let work = &self.work;
        if work.status.get_untracked() != Status::Waiting {
            return;
        }
        let id = work.id.get_untracked();
        if is_elsewhere(&id) {
            return work.status.set(Status::Elsewhere);
        }
        let revision = store::token();
        let (json, title) = work.saved.with_untracked(|saved| (saved::write(saved), title(saved, self.words())));
        let outcome = store::put(&store::work_name(&id), &[&revision, "\n", &json].concat());
        if outcome.is_ok() {
            store::set_revision(&revision);
            self.put_on_shelf(Item { id: id.clone(), title });
            let _ = store::put(&self.work.at, &id);
        }
        work.status.set(match outcome {
            Ok(()) => Status::Kept,
            Err(store::Refusal::Full) => Status::Full,
            Err(store::Refusal::Absent) => Status::Absent,
        });
    }

    /// Notes that a work is about to be analysed, and that it went well.
    pub(crate) fn opening(self, begins: bool) {
        if begins {
            let _ = store::put(OPENING, &self.work.id.get_untracked());
        } else {
            store::forget(OPENING);
        }
    }

    /// Puts another work on the desk. Whoever calls has had kept what is at hand.
    pub(crate) fn take_up(self, id: &str, saved: Saved, status: Status) {
        self.work.id.set(id.to_owned());
        self.work.saved.set(saved);
        if matches!(*self.work.removed.read_untracked(), Some(Removed::Text(..))) {
            self.work.removed.set(None);
        }
        self.work.status.set(status);
        let at = if status == Status::Untouched { "" } else { id };
        let _ = store::put(&self.work.at, at);
        self.analyse();
    }

    /// Opens a collection from the shelf.
    pub(crate) fn open_work(self, id: &str) {
        self.keep_now();
        let Some((revision, json)) = store::work(id) else { return };
        match browser::read_saved(&json) {
            Ok(opened) => {
                store::set_revision(&revision);
                self.work.troubles.set(opened.troubles);
                self.take_up(id, opened.saved, Status::Kept);
            }
            Err(trouble) => self.work.troubles.set(vec![trouble]),
        }
    }

    /// Opens a collection that the page was shipped with, as it was.
    pub(crate) fn open_shipped(self, json: &str) {
        match browser::read_saved(json) {
            Ok(opened) => self.add_work(opened.saved, Status::Untouched),
            Err(trouble) => self.work.troubles.set(vec![trouble]),
        }
    }

    /// Opens the collection to learn with, in the language of the interface.
    pub(crate) fn practise(self) {
        self.open_shipped(&shipped::practice_json(self.words().language()));
    }

    /// A new collection beside the others. An untouched one is kept with its first change.
    pub(crate) fn add_work(self, saved: Saved, status: Status) {
        self.keep_now();
        store::set_revision("");
        self.take_up(&store::token(), saved, status);
        self.keep_now();
    }

    /// A copy of the work at hand, which from now on is the one at hand.
    pub(crate) fn duplicate(self, title: String) {
        let mut saved = self.work.saved.get_untracked();
        saved.collection.title = title;
        self.add_work(saved, Status::Waiting);
    }

    /// Takes over what another window made of the work at hand.
    pub(crate) fn take_over(self) {
        let id = self.work.id.get_untracked();
        self.work.status.set(Status::Kept);
        self.open_work(&id);
    }

    /// Keeps this window's state of the work as a collection of its own.
    pub(crate) fn keep_apart(self) {
        store::set_revision("");
        let id = store::token();
        self.work.id.set(id);
        self.work.status.set(Status::Waiting);
        self.keep_now();
    }
}
