//! Where a class stands in its lesson, and what is on its screen.

use countercheck::desk::Address;
use countercheck::teaching::lesson::{Ballot, Hands, Lesson, Place};
use leptos::prelude::*;

use super::Desk;
use crate::browser;
use crate::browser::store;

/// The signals of a lesson. Which one it is, where it stands and the hands that were counted are in the address.
pub(crate) struct Teaching {
    /// The number of the place, while the lesson is on the screen.
    step: Memo<Option<usize>>,
    /// Where the lesson was left.
    left: RwSignal<Option<usize>>,
    /// Whether nothing is shown.
    pub(crate) blank: RwSignal<bool>,
    /// The seconds that are left for the step, once time is taken.
    pub(crate) seconds: RwSignal<Option<usize>>,
    /// The one text that is shown.
    pub(crate) alone: RwSignal<Option<usize>>,
    /// The number of corrections when the class began to disagree: with one more it has.
    disagreeing: RwSignal<Option<usize>>,
}

/// The blanks in the sentence of a quantity.
pub(crate) const BLANKS: usize = 5;

/// Under which name the device remembers what stands in a blank.
pub(crate) fn blank_name(quantity: &str, blank: usize) -> String {
    ["say.", quantity, ".", &blank.to_string()].concat()
}

impl Teaching {
    pub(super) fn new(address: RwSignal<Address>) -> Self {
        let none = || RwSignal::new(None);
        Self {
            step: Memo::new(move |_| address.read().step),
            left: none(),
            blank: RwSignal::new(false),
            seconds: none(),
            alone: none(),
            disagreeing: none(),
        }
    }
}

impl Desk {
    /// The number of the place where the class stands, while its lesson is on the screen.
    pub(crate) fn class_step(self) -> Option<usize> {
        self.class.step.get()
    }

    /// The lesson, for what does not follow it.
    pub(crate) fn lesson(self) -> Lesson {
        self.address.with_untracked(|address| address.lesson.clone())
    }

    /// The hands for an answer.
    pub(crate) fn hands(self, taught: usize, ballot: Ballot, answer: usize) -> usize {
        self.address.read().lesson.quantities.get(taught).map_or(0, |taught| taught.hands.of(ballot, answer))
    }

    /// The place of a quantity in the lesson.
    pub(crate) fn place_in_lesson(self, quantity: &str) -> Option<usize> {
        self.address.read().lesson.position(quantity)
    }

    /// Whether outlets are masked until the class has given its word.
    pub(crate) fn is_masked(self) -> bool {
        self.address.read().is_masked
    }

    /// Masks the outlets, or shows them.
    pub(crate) fn toggle_mask(self) {
        self.go(browser::replace_fragment, |address| address.is_masked = !address.is_masked);
    }

    /// The lesson of the address, else the one that is kept with the work, if they are about what is at hand.
    pub(crate) fn planned(self) -> Option<Lesson> {
        let model = self.model();
        let is_known =
            |lesson: &Lesson| lesson.quantities.iter().any(|taught| model.rank_of(&taught.quantity).is_some());
        let kept = || self.work.saved.with_untracked(|saved| Some(Address::read(saved.view.words.first()?).lesson));
        Some(self.lesson()).filter(is_known).or_else(|| kept().filter(is_known))
    }

    /// Keeps the lesson with the work.
    fn keep_lesson(self) {
        let lesson = Address { lesson: self.lesson(), ..Address::default() };
        self.change(|saved| saved.view.words = vec![lesson.write()]);
    }

    /// Opens the lesson where it was left; a first one is suggested.
    pub(crate) fn open_class(self) {
        let lesson = self.planned().unwrap_or_else(|| Lesson::suggested(&self.model().corrected.comparison));
        let step = self.class.left.get_untracked().or(Some(0));
        self.go(browser::push_fragment, |address| {
            address.lesson = lesson;
            address.step = step;
        });
    }

    /// Puts the lesson away; focus is somewhere afterwards.
    pub(crate) fn close_class(self) {
        let step = self.class.step.get_untracked();
        if step.is_some() {
            self.class.left.set(step);
            self.begin_step(None);
        }
        browser::next_frame(browser::find_focus);
    }

    /// One step on, or back.
    pub(crate) fn step_class(self, forth: bool) {
        let lesson = self.lesson();
        let place = lesson.place(self.class.step.get_untracked().unwrap_or_default());
        let to = lesson.number(if forth { lesson.forward(place) } else { lesson.back(place) });
        self.begin_step(Some(to));
    }

    /// A step begins with everything on the screen and its whole time.
    fn begin_step(self, step: Option<usize>) {
        self.class.blank.set(false);
        self.class.seconds.set(None);
        self.class.alone.set(None);
        self.class.disagreeing.set(None);
        self.go(browser::replace_fragment, |address| address.step = step);
    }

    /// Changes the lesson.
    pub(crate) fn plan(self, change: impl FnOnce(&mut Lesson)) {
        self.class.left.set(None);
        self.go(browser::replace_soon, |address| change(&mut address.lesson));
        self.keep_lesson();
    }

    /// One hand more for an answer, or one less.
    pub(crate) fn count_hand(self, taught: usize, ballot: Ballot, answer: usize, more: bool) {
        self.go(browser::replace_soon, |address| {
            if let Some(taught) = address.lesson.quantities.get_mut(taught) {
                taught.hands.count(ballot, answer, more);
            }
        });
        self.keep_lesson();
    }

    /// Forgets all hands and sentences: another class comes.
    pub(crate) fn clear_class(self) {
        for taught in self.lesson().quantities {
            (0..BLANKS).for_each(|blank| store::forget(&blank_name(&taught.quantity, blank)));
        }
        self.plan(|lesson| lesson.quantities.iter_mut().for_each(|taught| taught.hands = Hands::default()));
    }

    /// Gives a step its time, then a minute more, or one less until it has none.
    pub(crate) fn change_time(self, more: bool) {
        let lesson = self.lesson();
        let Place::At(_, step) = lesson.place(self.class.step.get_untracked().unwrap_or_default()) else { return };
        let seconds = self.class.seconds.get_untracked();
        self.class.seconds.set(match seconds {
            Some(seconds) if more => Some((seconds + 60).min(5999)),
            Some(seconds) => seconds.checked_sub(60),
            None => more.then(|| step.minutes() * 60),
        });
        browser::in_a_second(move || self.tick());
    }

    fn tick(self) {
        if let Some(seconds) = self.class.seconds.get_untracked().and_then(|seconds| seconds.checked_sub(1)) {
            self.class.seconds.set(Some(seconds));
            browser::in_a_second(move || self.tick());
        }
    }

    /// Shows one text alone, or all of them again.
    pub(crate) fn show_alone(self, article: usize) {
        let is = self.class.alone.get_untracked() == Some(article);
        self.class.alone.set((!is).then_some(article));
    }

    /// Whether the class is about to disagree.
    pub(crate) fn is_disagreeing(self) -> bool {
        self.class.disagreeing.get() == Some(self.work.saved.with(|saved| saved.journal.entries().len()))
    }

    /// Opens the form for another word, or closes it.
    pub(crate) fn begin_to_disagree(self) {
        let is = untrack(|| self.is_disagreeing());
        let entries = self.work.saved.with_untracked(|saved| saved.journal.entries().len());
        self.class.disagreeing.set((!is).then_some(entries));
        browser::focus_soon(if is { "#stage" } else { "#stage .field input" });
    }

    /// Takes away what lies over the step: a blank screen, a text alone, the form. Whether there was anything.
    pub(crate) fn uncover_step(self) -> bool {
        let class = &self.class;
        let is_covered =
            class.blank.get_untracked() || class.alone.get_untracked().is_some() || untrack(|| self.is_disagreeing());
        if is_covered {
            class.blank.set(false);
            class.alone.set(None);
            class.disagreeing.set(None);
        }
        is_covered
    }
}
