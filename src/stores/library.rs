//! Opening works: those on the device, those that the page came with, worksheets.

use countercheck::desk::Address;
use countercheck::intake::source::next_id;
use countercheck::shipped;
use countercheck::teaching::pupil::{Pupil, Topic};
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use countercheck::work::saved::{self, Saved};
use leptos::prelude::*;

use super::workspace::{SaveStatus, hash, listed, pristine};
use super::{Removed, Session};
use crate::browser::{self, store};

impl Session {
    /// Makes another work the current one; the one before has to be saved already.
    pub(crate) fn open_saved(self, id: &str, saved: Saved, status: SaveStatus) {
        self.workspace.id.set(id.to_owned());
        self.workspace.saved.set(saved);
        if matches!(*self.workspace.removed.read_untracked(), Some(Removed::Text(..))) {
            self.workspace.removed.set(None);
        }
        self.workspace.status.set(status);
        let at = if status == SaveStatus::Untouched { "" } else { id };
        let _ = store::put(&self.workspace.at, at);
        self.analyse();
    }

    /// Opens a collection of the device.
    pub(crate) fn open_work(self, id: &str) {
        self.workspace.keep_now();
        let Some((revision, json)) = store::work(id) else { return };
        match browser::read_saved(&json) {
            Ok(opened) => {
                store::set_revision(&revision);
                self.workspace.issues.set(opened.troubles);
                self.open_saved(id, opened.saved, SaveStatus::Kept);
            }
            Err(trouble) => self.workspace.issues.set(vec![trouble]),
        }
    }

    /// Opens a collection that the page was shipped with, as it was.
    pub(crate) fn open_shipped(self, json: &str) {
        match browser::read_saved(json) {
            Ok(opened) => self.add_work(opened.saved, SaveStatus::Untouched),
            Err(trouble) => self.workspace.issues.set(vec![trouble]),
        }
    }

    /// Opens the collection to learn with, in the language of the interface.
    pub(crate) fn open_practice(self) {
        self.open_shipped(&shipped::practice_json(self.settings.words().language()));
    }

    /// A new collection beside the others. An untouched one is kept with its first change.
    pub(crate) fn add_work(self, saved: Saved, status: SaveStatus) {
        self.workspace.keep_now();
        store::set_revision("");
        self.open_saved(&store::token(), saved, status);
        self.workspace.keep_now();
    }

    /// A copy of the current work, which is the current one from now on.
    pub(crate) fn duplicate(self, title: String) {
        let mut saved = self.workspace.saved.get_untracked();
        saved.collection.title = title;
        self.add_work(saved, SaveStatus::Waiting);
    }

    /// Takes over what another window made of the current work.
    pub(crate) fn take_over(self) {
        let id = self.workspace.id.get_untracked();
        self.workspace.status.set(SaveStatus::Kept);
        self.open_work(&id);
    }
}

impl Session {
    /// Deletes a collection from the device; it can be restored until something else is removed.
    pub(crate) fn delete_work(self, id: &str) {
        self.workspace.keep_now();
        let mut items = listed();
        let Some(place) = items.iter().position(|item| item.id == id) else { return };
        let item = items.remove(place);
        let kept = browser::stored(&store::work_name(id)).unwrap_or_default();
        store::forget(&store::work_name(id));
        self.workspace.set_library(items);
        self.workspace.removed.set(Some(Removed::Collection(place, item, kept)));
        if self.workspace.id.get_untracked() == id {
            store::set_revision("");
            self.open_saved(&store::token(), pristine().saved, SaveStatus::Untouched);
        }
    }

    /// Puts back what was removed last.
    pub(crate) fn put_back(self) {
        match self.workspace.removed.try_update(Option::take).flatten() {
            Some(Removed::Text(place, mut article)) => self.workspace.change(|saved| {
                let articles = &mut saved.collection.articles;
                let taken: Vec<&str> = articles.iter().map(|other| other.id.as_str()).collect();
                if taken.contains(&article.id.as_str()) {
                    article.id = next_id(&taken);
                }
                articles.insert(place.min(articles.len()), article);
            }),
            Some(Removed::Collection(place, item, kept)) => {
                if store::put(&store::work_name(&item.id), &kept).is_err() {
                    self.workspace.removed.set(Some(Removed::Collection(place, item, kept)));
                    return self.workspace.issues.set(vec![Trouble::new(Key::NotKeptFull)]);
                }
                let mut items = listed();
                items.insert(place.min(items.len()), item);
                self.workspace.set_library(items);
            }
            None => {}
        }
    }
}

impl Session {
    /// Opens the pupil's copy that the address asks for, if it does.
    pub(crate) fn open_copy(self) -> bool {
        let address = self.route.address.get_untracked();
        let is = !address.pupil.is_empty();
        if is {
            let own = pristine().saved;
            self.begin_copy(&own, address);
        }
        is
    }

    /// Makes a worksheet of a work the current one. The worksheet that was begun here before is found again.
    pub(crate) fn begin_copy(self, of: &Saved, address: Address) {
        let topic = |id: String| Topic { id, name: String::new() };
        let topics = address.pupil.into_iter().filter(|id| !id.is_empty()).map(topic).collect();
        let pupil = Pupil::new(topics, address.only);
        let is_at_hand = self.workspace.saved.with_untracked(|saved| {
            saved.collection == of.collection && saved.pupil.as_ref().is_some_and(|other| other.asks_as(&pupil))
        });
        if is_at_hand {
            if !self.analysis.is_rendered_now() {
                self.analyse();
            }
            return;
        }
        let copy = of.for_pupils(pupil);
        let id = copy_id(&copy);
        self.open_work(&id);
        if self.workspace.id.get_untracked() != id {
            store::set_revision("");
            self.open_saved(&id, copy, SaveStatus::Untouched);
        }
    }

    /// Puts the copy away and shows what stands in the page.
    pub(crate) fn leave_copy(self) {
        self.workspace.keep_now();
        store::set_revision("");
        self.route.go_to_address("");
        let own = pristine().saved;
        self.open_saved(&store::token(), own, SaveStatus::Untouched);
    }
}

/// The name of a copy on the device: the same copy has the same one.
fn copy_id(copy: &Saved) -> String {
    format!("c{:x}", hash(&saved::write(copy)))
}
