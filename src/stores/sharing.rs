//! Links to the current work and to worksheets.

use countercheck::collection::Collection;
use countercheck::desk::Address;
use countercheck::teaching::pupil::{Pupil, Topic, topics};
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use countercheck::work::link;
use countercheck::work::saved::Saved;
use leptos::prelude::*;

use super::Session;
use super::worksheet::copy_fragment;
use super::workspace::{SaveStatus, pristine};
use crate::browser;

/// What a fragment begins with that carries work.
const LINK: &str = "work=";

/// The collection that stands in the page, whose texts a link need not carry.
fn at_hand() -> Collection {
    pristine().saved.collection
}

/// The fragment that carries a work: with its texts, where the page does not have them.
fn carrying(saved: &Saved, own: &Collection) -> Result<String, Trouble> {
    let link = if saved.collection == *own { link::to_corrections(saved)? } else { link::to_texts(saved)? };
    Ok([LINK, &link].concat())
}

/// Where the page is published, else where it is.
fn page(public: &str) -> String {
    if public.is_empty() { browser::page_address() } else { public.to_owned() }
}

/// What a link shows at first.
fn view_of(saved: &Saved) -> Address {
    Address::read(saved.view.words.first().map_or("", String::as_str))
}

/// Whether a link leads to a pupil's copy.
fn is_copy(saved: &Saved) -> bool {
    !view_of(saved).pupil.is_empty()
}

impl Session {
    /// The address of a pupil's copy: short where the page has the texts anyway and there are no corrections to them.
    pub(crate) fn link_of_copy(self, public: &str, topics: &[Topic], only: Option<&str>) -> Result<String, Trouble> {
        let fragment = copy_fragment(topics, only);
        let mut copy = self.workspace.saved.with_untracked(|saved| saved.for_pupils(Pupil::default()));
        let own = pristine().saved;
        let fragment = if copy == own.for_pupils(Pupil::default()) {
            fragment
        } else {
            copy.view.words = vec![fragment];
            carrying(&copy, &own.collection)?
        };
        Ok([page(public), "#".to_owned(), fragment].concat())
    }

    /// The address of the current work: view and corrections where the page has the texts anyway, else the texts too.
    /// It leads to the public address where there is one.
    pub(crate) fn link(self, public: &str) -> Result<String, Trouble> {
        let mut saved = self.workspace.saved.get_untracked();
        saved.view.words = vec![browser::fragment()];
        Ok([&page(public), "#", &carrying(&saved, &at_hand())?].concat())
    }

    /// Opens the link that the page was opened with, if it is one.
    pub(crate) fn open_link(self) -> bool {
        let fragment = browser::fragment();
        let Some(code) = fragment.strip_prefix(LINK) else { return false };
        match link::open(code, &at_hand()) {
            Ok(opened) if is_copy(&opened.saved) => {
                self.workspace.issues.set(opened.troubles);
                let address = view_of(&opened.saved);
                self.begin_copy(&opened.saved, address);
                true
            }
            Ok(opened) => {
                let view = opened.saved.view.words.first().cloned().unwrap_or_default();
                self.route.go_to_address(&view);
                self.workspace.issues.set(opened.troubles);
                self.add_work(opened.saved, SaveStatus::Waiting);
                true
            }
            Err(trouble) => {
                self.route.go_to_address("");
                self.workspace.issues.set(vec![trouble]);
                false
            }
        }
    }

    /// What pupils are asked for.
    pub(crate) fn asked(self) -> Vec<Topic> {
        let lesson = self.lesson.planned().unwrap_or_default();
        topics(&self.analysis.model().corrected.comparison, &lesson, self.settings.words().language())
    }

    /// Writes the page as a pupil's copy.
    pub(crate) fn save_copy(self) {
        let copy = self.workspace.saved.with_untracked(|saved| saved.for_pupils(Pupil::new(self.asked(), None)));
        self.save_page_of(&copy, self.settings.words().get(Key::PupilCopy));
    }
}
