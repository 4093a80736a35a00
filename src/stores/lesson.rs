//! Where a class stands in its lesson, and what is on its screen.

use std::ops::Deref;

use countercheck::desk::Address;
use countercheck::teaching::lesson::{Ballot, Hands, Lesson, Place};
use leptos::prelude::*;

use super::{Analysis, Route, Workspace};
use crate::browser::{self, store};

/// The blanks in the sentence of a quantity.
pub(crate) const BLANKS: usize = 5;

/// Under which name the device remembers what stands in a blank.
pub(crate) fn blank_name(quantity: &str, blank: usize) -> String {
    ["say.", quantity, ".", &blank.to_string()].concat()
}

/// A lesson. Which one it is, where it stands and the hands that were counted are in the address. Copies share the signals, which live as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct LessonSession(&'static Signals);

impl Deref for LessonSession {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The signals, and the stores that the actions need.
pub(crate) struct Signals {
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
    analysis: Analysis,
    route: Route,
    workspace: Workspace,
}

/// The store of the page.
pub(crate) fn use_lesson() -> LessonSession {
    expect_context()
}

impl LessonSession {
    /// The lesson of the address.
    pub(super) fn new(analysis: Analysis, route: Route, workspace: Workspace) -> Self {
        let none = || RwSignal::new(None);
        Self(Box::leak(Box::new(Signals {
            step: Memo::new(move |_| route.address.read().step),
            left: none(),
            blank: RwSignal::new(false),
            seconds: none(),
            alone: none(),
            disagreeing: none(),
            analysis,
            route,
            workspace,
        })))
    }

    /// The number of the place where the class stands, while its lesson is on the screen.
    pub(crate) fn step_number(self) -> Option<usize> {
        self.step.get()
    }

    /// The lesson, for what does not follow it.
    pub(crate) fn lesson(self) -> Lesson {
        self.route.address.with_untracked(|address| address.lesson.clone())
    }

    /// The hands for an answer.
    pub(crate) fn hands(self, taught: usize, ballot: Ballot, answer: usize) -> usize {
        self.route.address.read().lesson.quantities.get(taught).map_or(0, |taught| taught.hands.of(ballot, answer))
    }

    /// The place of a quantity in the lesson.
    pub(crate) fn place_in_lesson(self, quantity: &str) -> Option<usize> {
        self.route.address.read().lesson.position(quantity)
    }

    /// Whether outlets are masked until the class has given its word.
    pub(crate) fn is_masked(self) -> bool {
        self.route.address.read().is_masked
    }

    /// Masks the outlets, or shows them.
    pub(crate) fn toggle_mask(self) {
        self.route.go(browser::replace_fragment, |address| address.is_masked = !address.is_masked);
    }

    /// The lesson of the address, else the one that is kept with the work, if it is about the current work.
    pub(crate) fn planned(self) -> Option<Lesson> {
        let model = self.analysis.model();
        let is_known =
            |lesson: &Lesson| lesson.quantities.iter().any(|taught| model.rank_of(&taught.quantity).is_some());
        let kept =
            || self.workspace.saved.with_untracked(|saved| Some(Address::read(saved.view.words.first()?).lesson));
        Some(self.lesson()).filter(is_known).or_else(|| kept().filter(is_known))
    }

    /// Keeps the lesson with the work.
    fn keep_lesson(self) {
        let lesson = Address { lesson: self.lesson(), ..Address::default() };
        self.workspace.change(|saved| saved.view.words = vec![lesson.write()]);
    }

    /// Opens the lesson where it was left; a first one is suggested.
    pub(crate) fn open(self) {
        let lesson = self.planned().unwrap_or_else(|| Lesson::suggested(&self.analysis.model().corrected.comparison));
        let step = self.left.get_untracked().or(Some(0));
        self.route.go(browser::push_fragment, |address| {
            address.lesson = lesson;
            address.step = step;
        });
    }

    /// Puts the lesson away; focus is somewhere afterwards.
    pub(crate) fn close(self) {
        let step = self.step.get_untracked();
        if step.is_some() {
            self.left.set(step);
            self.begin_step(None);
        }
        browser::next_frame(browser::find_focus);
    }

    /// One step on, or back.
    pub(crate) fn step_by(self, forth: bool) {
        let lesson = self.lesson();
        let place = lesson.place(self.step.get_untracked().unwrap_or_default());
        let to = lesson.number(if forth { lesson.forward(place) } else { lesson.back(place) });
        self.begin_step(Some(to));
    }

    /// A step begins with everything on the screen and its whole time.
    fn begin_step(self, step: Option<usize>) {
        self.blank.set(false);
        self.seconds.set(None);
        self.alone.set(None);
        self.disagreeing.set(None);
        self.route.go(browser::replace_fragment, |address| address.step = step);
    }

    /// Changes the lesson.
    pub(crate) fn plan(self, change: impl FnOnce(&mut Lesson)) {
        self.left.set(None);
        self.route.go(browser::replace_soon, |address| change(&mut address.lesson));
        self.keep_lesson();
    }

    /// One hand more for an answer, or one less.
    pub(crate) fn count_hand(self, taught: usize, ballot: Ballot, answer: usize, more: bool) {
        self.route.go(browser::replace_soon, |address| {
            if let Some(taught) = address.lesson.quantities.get_mut(taught) {
                taught.hands.count(ballot, answer, more);
            }
        });
        self.keep_lesson();
    }

    /// Forgets all hands and sentences: another class comes.
    pub(crate) fn clear_hands(self) {
        for taught in self.lesson().quantities {
            (0..BLANKS).for_each(|blank| store::forget(&blank_name(&taught.quantity, blank)));
        }
        self.plan(|lesson| lesson.quantities.iter_mut().for_each(|taught| taught.hands = Hands::default()));
    }

    /// Gives a step its time, then a minute more, or one less until it has none.
    pub(crate) fn change_time(self, more: bool) {
        let lesson = self.lesson();
        let Place::At(_, step) = lesson.place(self.step.get_untracked().unwrap_or_default()) else { return };
        let seconds = self.seconds.get_untracked();
        self.seconds.set(match seconds {
            Some(seconds) if more => Some((seconds + 60).min(5999)),
            Some(seconds) => seconds.checked_sub(60),
            None => more.then(|| step.minutes() * 60),
        });
        browser::in_a_second(move || self.tick());
    }

    fn tick(self) {
        if let Some(seconds) = self.seconds.get_untracked().and_then(|seconds| seconds.checked_sub(1)) {
            self.seconds.set(Some(seconds));
            browser::in_a_second(move || self.tick());
        }
    }

    /// Shows one text alone, or all of them again.
    pub(crate) fn show_alone(self, article: usize) {
        let is = self.alone.get_untracked() == Some(article);
        self.alone.set((!is).then_some(article));
    }

    /// Whether the class is about to disagree.
    pub(crate) fn is_disagreeing(self) -> bool {
        self.disagreeing.get() == Some(self.workspace.saved.with(|saved| saved.journal.entries().len()))
    }

    /// Opens the form for another word, or closes it.
    pub(crate) fn begin_to_disagree(self) {
        let is = untrack(|| self.is_disagreeing());
        let entries = self.workspace.saved.with_untracked(|saved| saved.journal.entries().len());
        self.disagreeing.set((!is).then_some(entries));
        browser::focus_soon(if is { "#stage" } else { "#stage .field input" });
    }

    /// Removes what covers the step: a blank screen, a text alone, the form. Whether there was anything.
    pub(crate) fn uncover_step(self) -> bool {
        let is_covered =
            self.blank.get_untracked() || self.alone.get_untracked().is_some() || untrack(|| self.is_disagreeing());
        if is_covered {
            self.blank.set(false);
            self.alone.set(None);
            self.disagreeing.set(None);
        }
        is_covered
    }

    /// The quantities of the lesson that was planned, in its order.
    pub(crate) fn planned_ranks(self) -> Option<Vec<usize>> {
        let (_, model) = (self.route.address(), self.analysis.model());
        let lesson = self.planned()?;
        Some(lesson.quantities.iter().filter_map(|taught| model.rank_of(&taught.quantity)).collect())
    }
}
