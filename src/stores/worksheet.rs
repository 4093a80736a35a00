//! A pupil's copy on the page: where the pupil is, what is being marked, and what the acts come to.

use std::sync::Arc;

use countercheck::desk::Address;
use countercheck::reading::text::Span;
use countercheck::teaching::pupil::{Act, Mark, Pupil, Qualifier, Seat, State, Step, Topic};
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use countercheck::work::saved::Saved;
use leptos::prelude::*;

use super::work::{Status, pristine};
use super::{Desk, Now};
use crate::browser;
use crate::browser::store;

/// A figure that is being marked, or a mark that is being changed.
#[derive(Clone, PartialEq, Debug)]
#[expect(clippy::option_option, reason = "the outer ones say whether something is chosen yet")]
pub(crate) struct Draft {
    /// The number of the mark that is changed.
    pub(crate) id: Option<u64>,
    pub(crate) article: usize,
    pub(crate) span: Span,
    pub(crate) qualifier: Option<Qualifier>,
    /// The topic, or that it is something else, once that is chosen.
    pub(crate) topic: Option<Option<usize>>,
    /// The words that say who, or that no one is named, once that is chosen.
    pub(crate) who: Option<Option<Span>>,
    /// The words that say who are asked for.
    pub(crate) is_picking: bool,
}

/// What a pupil looks at.
#[derive(Clone, PartialEq, Default)]
pub(crate) struct Ui {
    pub(crate) seat: Seat,
    pub(crate) draft: Option<Draft>,
    /// Words that were typed, where they stand: a text and a stretch of it.
    pub(crate) found: Option<(usize, Span)>,
    /// Whether the program's marks are shown.
    pub(crate) is_shown: bool,
    /// Whether it is asked if they are to be.
    pub(crate) is_asking: bool,
}

impl Ui {
    /// As the device remembers it for a work.
    fn of(work: &str) -> Self {
        Self { seat: Seat::read(&browser::stored(&seat_name(work)).unwrap_or_default()), ..Self::default() }
    }
}

/// The id of the words that are being marked.
pub(crate) const DRAFT: &str = "draft";

/// Under which name the device remembers where the pupil is in a work.
fn seat_name(work: &str) -> String {
    ["seat.", work].concat()
}

/// The signals.
pub(crate) struct Exercise {
    /// Whether the page is that of a copy; it follows the work once that has been read.
    is: RwSignal<bool>,
    state: Memo<Arc<State>>,
    pub(crate) ui: RwSignal<Ui>,
    /// What was done last, for those who do not see it.
    pub(crate) said: RwSignal<Option<Trouble>>,
    /// What is missing, until something else is done.
    pub(crate) missing: RwSignal<Option<Key>>,
}

impl Exercise {
    pub(super) fn new(saved: RwSignal<Saved>, model: Now) -> Self {
        // The page shows the texts of the model: those of a work that is being taken up have other places.
        let state = move || {
            let (saved, model) = (saved.read(), model.read());
            saved.pupil.as_ref().map(|pupil| pupil.state(&model.collection))
        };
        Self {
            is: RwSignal::new(saved.with_untracked(|saved| saved.pupil.is_some())),
            state: Memo::new(move |_| Arc::new(state().unwrap_or_default())),
            ui: RwSignal::new(Ui::default()),
            said: RwSignal::new(None),
            missing: RwSignal::new(None),
        }
    }
}

impl Desk {
    /// Whether the work at hand is a pupil's copy.
    pub(crate) fn is_copy(self) -> bool {
        self.exercise.is.get()
    }

    /// Begins to show the work at hand as what it is, and where the pupil was in it.
    pub(crate) fn sit_down(self) {
        let is = self.with_pupil(|_| true);
        if self.exercise.is.get_untracked() != is {
            self.exercise.is.set(is);
        }
        self.exercise.ui.set(Ui::of(&self.work.id.get_untracked()));
        // A dialog that goes with its page says nothing of it.
        browser::next_frame(move || self.dialog_was_closed());
    }

    /// What the pupil's acts come to.
    pub(crate) fn pupil_state(self) -> Arc<State> {
        self.exercise.state.get()
    }

    /// The topics that the pupil looks for.
    pub(crate) fn topics(self) -> Vec<Topic> {
        self.with_pupil(|pupil| pupil.topics.clone())
    }

    /// Reads something in the pupil's copy, without following it.
    pub(crate) fn with_pupil<T: Default>(self, of: impl FnOnce(&Pupil) -> T) -> T {
        self.work.saved.with_untracked(|saved| saved.pupil.as_ref().map(of).unwrap_or_default())
    }

    /// What a topic is called.
    pub(crate) fn topic_name(self, topic: &Topic) -> String {
        let (model, words) = (self.model(), self.words());
        let rank = model.rank_of(&topic.id);
        let own = if topic.name.is_empty() { &topic.id } else { &topic.name };
        rank.map_or_else(|| own.clone(), |rank| model.label(rank, words))
    }

    /// Does something in the pupil's copy.
    pub(crate) fn act(self, act: Act) {
        self.change_pupil(move |pupil| {
            let now = store::now() / 1000;
            pupil.push(now, act)
        });
    }

    fn change_pupil(self, change: impl FnOnce(&mut Pupil) -> bool) {
        self.change_pupil_by(Box::new(change));
    }

    /// The same, compiled once.
    #[inline(never)]
    fn change_pupil_by<'c>(self, change: Box<dyn FnOnce(&mut Pupil) -> bool + 'c>) {
        self.exercise.missing.set(None);
        let mut is_done = false;
        self.change(|saved| is_done = saved.pupil.as_mut().is_some_and(change));
        if !is_done {
            self.ask_for(Key::PupilFull);
        }
    }

    /// Gives the pupil's name.
    pub(crate) fn name_pupil(self, name: String) {
        self.change_pupil(move |pupil| {
            pupil.name = name;
            true
        });
    }

    /// Undoes the pupil's last act, or does it again.
    pub(crate) fn undo_act(self, again: bool) {
        self.edit(|ui| ui.draft = None);
        self.change_pupil(move |pupil| {
            if again {
                pupil.redo();
            } else {
                pupil.undo();
            }
            true
        });
    }

    /// Whether there is something to undo, or to do again.
    pub(crate) fn can_undo_act(self, again: bool) -> bool {
        self.work.saved.with(|saved| {
            saved.pupil.as_ref().is_some_and(|pupil| if again { pupil.can_redo() } else { pupil.can_undo() })
        })
    }

    /// Tells what was done to those who do not see it.
    pub(crate) fn tell(self, what: Key, detail: &str) {
        self.exercise.said.set(Some(Trouble::about(what, detail)));
    }

    /// Says what is missing.
    pub(crate) fn ask_for(self, key: Key) {
        self.exercise.missing.set(Some(key));
    }

    /// Changes what the pupil looks at; the device remembers where that is.
    pub(crate) fn edit(self, change: impl FnOnce(&mut Ui)) {
        self.edit_by(Box::new(change));
    }

    /// The same, compiled once.
    #[inline(never)]
    fn edit_by<'c>(self, change: Box<dyn FnOnce(&mut Ui) + 'c>) {
        self.exercise.missing.set(None);
        let mut ui = self.exercise.ui.get_untracked();
        change(&mut ui);
        browser::store(&seat_name(&self.work.id.get_untracked()), &ui.seat.write());
        self.exercise.ui.set(ui);
    }

    /// The step that the pupil is at.
    pub(crate) fn pupil_step(self) -> Step {
        self.exercise.ui.read().seat.step
    }

    /// Goes to a step, a topic and a pair.
    pub(crate) fn sit(self, step: Step, topic: usize, pair: usize) {
        self.edit(|ui| {
            ui.seat = Seat { step, topic, pair, texts: std::mem::take(&mut ui.seat.texts) };
            ui.draft = None;
            ui.found = None;
        });
        browser::to_top();
    }

    /// The texts that the pupil looks at, the one turned to last at the end.
    pub(crate) fn texts_before_pupil(self) -> Vec<usize> {
        let model = self.model();
        let only = self.with_pupil(|pupil| pupil.only.clone());
        self.exercise.ui.read().seat.shown(&model.letters(), only.as_deref())
    }

    /// Turns to a text, unless it is the one turned to last.
    pub(crate) fn turn_pupil_to(self, article: usize) {
        if untrack(|| self.texts_before_pupil()).last() != Some(&article) {
            self.edit(|ui| ui.seat.turn_to(&self.model().letters(), article));
        }
    }

    /// Begins to mark words of a text.
    pub(crate) fn begin_mark(self, article: usize, span: Span) {
        let draft = Draft { id: None, article, span, qualifier: None, topic: None, who: None, is_picking: false };
        self.open_draft(draft);
    }

    /// Opens a mark to change it.
    pub(crate) fn open_mark(self, id: u64) {
        let state = untrack(|| self.pupil_state());
        let Some((marked, (article, span))) = state.mark(id).and_then(|it| Some((it, it.place?))) else { return };
        let Mark { qualifier, topic, who, .. } = marked.mark.clone();
        let who = who.map(|who| who.find(&self.model().article(article).text));
        let (qualifier, topic) = (Some(qualifier), Some(topic));
        self.open_draft(Draft {
            id: Some(id),
            article,
            span,
            qualifier,
            topic,
            who: Some(who.flatten()),
            is_picking: false,
        });
    }

    fn open_draft(self, draft: Draft) {
        let article = draft.article;
        self.turn_pupil_to(article);
        self.edit(|ui| {
            ui.seat.step = Step::Mark;
            ui.draft = Some(draft);
            ui.found = None;
        });
        browser::select_nothing();
        browser::next_frame(|| browser::reveal(DRAFT));
        browser::focus_soon("#mark-form");
    }

    /// Changes the mark that is being made.
    pub(crate) fn edit_draft(self, change: impl FnOnce(&mut Draft)) {
        self.edit(|ui| {
            if let Some(draft) = &mut ui.draft {
                change(draft);
            }
        });
    }
}

// ---- copies ----

/// The fragment that asks pupils for topics, in one text or in all.
pub(crate) fn copy_fragment(topics: &[Topic], only: Option<&str>) -> String {
    let mut pupil: Vec<String> = topics.iter().map(|topic| topic.id.clone()).collect();
    if pupil.is_empty() {
        pupil.push(String::new());
    }
    Address { pupil, only: only.map(str::to_owned), ..Address::default() }.write()
}

impl Desk {
    /// Opens the pupil's copy that the address asks for, if it does.
    pub(crate) fn open_copy(self) -> bool {
        let address = self.address.get_untracked();
        let is = !address.pupil.is_empty();
        if is {
            let own = pristine().saved;
            self.begin_copy(&own, address);
        }
        is
    }

    /// Makes a pupil's copy of a work the one at hand. The copy that was begun here before is found again.
    pub(crate) fn begin_copy(self, of: &Saved, address: Address) {
        let topic = |id: String| Topic { id, name: String::new() };
        let topics = address.pupil.into_iter().filter(|id| !id.is_empty()).map(topic).collect();
        let pupil = Pupil::new(topics, address.only);
        let is_at_hand = self.work.saved.with_untracked(|saved| {
            saved.collection == of.collection && saved.pupil.as_ref().is_some_and(|other| other.asks_as(&pupil))
        });
        if is_at_hand {
            if !self.is_up() {
                self.analyse();
            }
            return;
        }
        let copy = of.for_pupils(pupil);
        let id = copy_id(&copy);
        self.open_work(&id);
        if self.work.id.get_untracked() != id {
            store::set_revision("");
            self.take_up(&id, copy, Status::Untouched);
        }
    }

    /// Puts the copy away and shows what stands in the page.
    pub(crate) fn leave_copy(self) {
        self.keep_now();
        store::set_revision("");
        self.go_to_address("");
        let own = pristine().saved;
        self.take_up(&store::token(), own, Status::Untouched);
    }
}

/// The name of a copy on the device: the same copy has the same one.
fn copy_id(copy: &Saved) -> String {
    format!("c{:x}", super::work::hash(&countercheck::work::saved::write(copy)))
}
