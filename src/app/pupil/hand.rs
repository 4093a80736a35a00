//! What a teacher hands out: a pupil's copy as a file or a link, and a link with one text for each group.

use countercheck::teaching::pupil::{Pupil, Topic, topics};
use countercheck::words::Key;
use leptos::prelude::*;

use crate::app::dom::{El, el, live};
use crate::app::help::section;
use crate::app::share::Maker;
use crate::app::state::Desk;

/// The part of the dialog.
pub(crate) fn hand_out(desk: Desk, public: RwSignal<String>) -> El {
    let words = desk.words();
    let maker = Maker::new(public);
    let asked = move || {
        desk.track_model();
        // The lesson stands in the address.
        let _ = desk.address();
        let names = desk.asked().into_iter().map(|topic| topic.name).collect::<Vec<_>>();
        words.fill(Key::PupilsHow, &[&names.join(" · ")])
    };
    let button = |name: Key| el("button", "btn").attr("data-act", name.code()).text(words.get(name));
    let file = button(Key::PupilsFile).press(move || desk.save_copy());
    let link = button(Key::PupilsLink);
    let link = link.press(move || maker.make(&|public| desk.link_of_copy(public, &desk.asked(), None)));
    let group = move |id: &str| {
        let (only, name) = (id.to_owned(), words.fill(Key::PupilsGroupLink, &[id]));
        let make = move || maker.make(&|public| desk.link_of_copy(public, &desk.asked(), Some(&only)));
        el("button", "btn").attr("data-group", id).attr("aria-label", &name).press(make).text(id)
    };
    let groups = live(move || {
        desk.track_model();
        let label = el("span", "").text(words.get(Key::PupilsGroups));
        el("p", "row").child(label).children(desk.model().letters().into_iter().map(group)).view()
    });
    section(words.get(Key::Pupils))
        .child(el("p", "said").live_text(asked))
        .child(el("p", "row").child(file).child(link))
        .put(groups)
        .child(maker.last(desk, "pupils-link"))
}

impl Desk {
    /// What pupils are asked for.
    fn asked(self) -> Vec<Topic> {
        let lesson = self.planned().unwrap_or_default();
        topics(&self.model().corrected.comparison, &lesson, self.words().language())
    }

    /// Writes the page as a pupil's copy.
    fn save_copy(self) {
        let copy = self.work.saved.with_untracked(|saved| saved.for_pupils(Pupil::new(self.asked(), None)));
        self.save_page_of(&copy, self.words().get(Key::PupilCopy));
    }
}
