//! A pupil's worksheet: where the pupil is, what is being marked, and what the acts come to.

use std::ops::Deref;
use std::sync::Arc;

use countercheck::desk::Address;
use countercheck::reading::text::Span;
use countercheck::teaching::pupil::{Act, Mark, Pupil, Qualifier, Seat, State, Step, Topic};
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use leptos::prelude::*;

use super::{Analysis, Layout, Settings, Workspace};
use crate::browser::{self, store};

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

/// The current worksheet. Copies share the signals, which live as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Worksheet(&'static Signals);

impl Deref for Worksheet {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The signals, and the stores that the actions need.
pub(crate) struct Signals {
    /// Whether the page is that of a worksheet; it follows the work once that has been read.
    is: RwSignal<bool>,
    state: Memo<Arc<State>>,
    pub(crate) ui: RwSignal<Ui>,
    /// What was done last, for those who do not see it.
    pub(crate) said: RwSignal<Option<Trouble>>,
    /// What is missing, until something else is done.
    pub(crate) missing: RwSignal<Option<Key>>,
    pub(super) analysis: Analysis,
    pub(super) workspace: Workspace,
    layout: Layout,
    settings: Settings,
}

/// The store of the page.
pub(crate) fn use_worksheet() -> Worksheet {
    expect_context()
}

impl Worksheet {
    /// What the current work is.
    pub(super) fn new(analysis: Analysis, workspace: Workspace, layout: Layout, settings: Settings) -> Self {
        let (saved, model) = (workspace.saved, analysis.model);
        // The page shows the texts of the model: those of a work that is being opened have other places.
        let state = Memo::new(move |_| {
            let (saved, model) = (saved.read(), model.read());
            Arc::new(saved.pupil.as_ref().map(|pupil| pupil.state(&model.collection)).unwrap_or_default())
        });
        Self(Box::leak(Box::new(Signals {
            is: RwSignal::new(saved.with_untracked(|saved| saved.pupil.is_some())),
            state,
            ui: RwSignal::new(Ui::default()),
            said: RwSignal::new(None),
            missing: RwSignal::new(None),
            analysis,
            workspace,
            layout,
            settings,
        })))
    }

    /// Whether the current work is a worksheet.
    pub(crate) fn is_copy(self) -> bool {
        self.is.get()
    }

    /// Shows the current work as a worksheet or not, where the pupil left it.
    pub(crate) fn resume(self) {
        let is = self.with_pupil(|_| true);
        if self.is.get_untracked() != is {
            self.is.set(is);
        }
        self.ui.set(Ui::of(&self.workspace.id.get_untracked()));
        // A dialog that is removed with its page fires no event.
        browser::next_frame(move || self.layout.dialog_was_closed());
    }

    /// What the pupil's acts come to.
    pub(crate) fn progress(self) -> Arc<State> {
        self.state.get()
    }

    /// The topics that the pupil looks for.
    pub(crate) fn topics(self) -> Vec<Topic> {
        self.with_pupil(|pupil| pupil.topics.clone())
    }

    /// Reads something in the pupil's copy, without following it.
    pub(crate) fn with_pupil<T: Default>(self, of: impl FnOnce(&Pupil) -> T) -> T {
        self.workspace.saved.with_untracked(|saved| saved.pupil.as_ref().map(of).unwrap_or_default())
    }

    /// What a topic is called.
    pub(crate) fn topic_name(self, topic: &Topic) -> String {
        let (model, words) = (self.analysis.model(), self.settings.words());
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
        self.missing.set(None);
        let mut is_done = false;
        self.workspace.change(|saved| is_done = saved.pupil.as_mut().is_some_and(change));
        if !is_done {
            self.ask_for(Key::PupilFull);
        }
    }

    /// Gives the pupil's name.
    pub(crate) fn set_name(self, name: String) {
        self.change_pupil(move |pupil| {
            pupil.name = name;
            true
        });
    }

    /// Undoes the pupil's last act, or does it again.
    pub(crate) fn undo(self, again: bool) {
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
    pub(crate) fn can_undo(self, again: bool) -> bool {
        self.workspace.saved.with(|saved| {
            saved.pupil.as_ref().is_some_and(|pupil| if again { pupil.can_redo() } else { pupil.can_undo() })
        })
    }

    /// Tells what was done to those who do not see it.
    pub(crate) fn tell(self, what: Key, detail: &str) {
        self.said.set(Some(Trouble::about(what, detail)));
    }

    /// Says what is missing.
    pub(crate) fn ask_for(self, key: Key) {
        self.missing.set(Some(key));
    }

    /// Changes what the pupil looks at; the device remembers where that is.
    pub(crate) fn edit(self, change: impl FnOnce(&mut Ui)) {
        self.edit_by(Box::new(change));
    }

    /// The same, compiled once.
    #[inline(never)]
    fn edit_by<'c>(self, change: Box<dyn FnOnce(&mut Ui) + 'c>) {
        self.missing.set(None);
        let mut ui = self.ui.get_untracked();
        change(&mut ui);
        browser::store(&seat_name(&self.workspace.id.get_untracked()), &ui.seat.write());
        self.ui.set(ui);
    }

    /// The step that the pupil is at.
    pub(crate) fn step(self) -> Step {
        self.ui.read().seat.step
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
    pub(crate) fn shown_texts(self) -> Vec<usize> {
        let model = self.analysis.model();
        let only = self.with_pupil(|pupil| pupil.only.clone());
        self.ui.read().seat.shown(&model.letters(), only.as_deref())
    }

    /// Turns to a text, unless it is the one turned to last.
    pub(crate) fn turn_to(self, article: usize) {
        if untrack(|| self.shown_texts()).last() != Some(&article) {
            self.edit(|ui| ui.seat.turn_to(&self.analysis.model().letters(), article));
        }
    }

    /// Begins to mark words of a text.
    pub(crate) fn begin_mark(self, article: usize, span: Span) {
        let draft = Draft { id: None, article, span, qualifier: None, topic: None, who: None, is_picking: false };
        self.open_draft(draft);
    }

    /// Opens a mark to change it.
    pub(crate) fn open_mark(self, id: u64) {
        let state = untrack(|| self.progress());
        let Some((marked, (article, span))) = state.mark(id).and_then(|it| Some((it, it.place?))) else { return };
        let Mark { qualifier, topic, who, .. } = marked.mark.clone();
        let who = who.map(|who| who.find(&self.analysis.model().article(article).text));
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
        self.turn_to(article);
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

/// The fragment that asks pupils for topics, in one text or in all.
pub(crate) fn copy_fragment(topics: &[Topic], only: Option<&str>) -> String {
    let mut pupil: Vec<String> = topics.iter().map(|topic| topic.id.clone()).collect();
    if pupil.is_empty() {
        pupil.push(String::new());
    }
    Address { pupil, only: only.map(str::to_owned), ..Address::default() }.write()
}
