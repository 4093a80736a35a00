//! What is chosen and where focus is: a quantity, a figure, a place in the table or the timeline.

use std::ops::Deref;

use countercheck::comparing::ClaimKey;
use countercheck::desk::View;
use countercheck::reading::claim::Claim;
use countercheck::reading::text::Span;
use countercheck::work::journal::proposal;
use leptos::prelude::*;

use super::{Analysis, FIRST_CELL, FIRST_ROW, Layout, Route, Settings};
use crate::browser;
use crate::view_model::row_id;

/// What is corrected.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum CorrectionTarget {
    /// A figure that is read.
    Figure(ClaimKey),
    /// A stretch of a text that is to be one.
    New(usize, Box<Claim>),
    /// How two figures relate.
    Pair(ClaimKey, ClaimKey),
    /// The quantity at a rank.
    Quantity(usize),
}

/// What is chosen, beside the quantity in the address. Copies share the signals, which live as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Selection(&'static Signals);

impl Deref for Selection {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The signals, and the stores that the actions need.
pub(crate) struct Signals {
    /// What the form of corrections is about.
    pub(crate) correction: RwSignal<Option<CorrectionTarget>>,
    /// Whether words of a text are selected.
    pub(crate) selected: RwSignal<bool>,
    /// Whether the figures that no other text gives are listed.
    pub(crate) single_source: RwSignal<bool>,
    /// A figure that was asked for by itself: it is unfolded.
    pub(super) sought: RwSignal<Option<ClaimKey>>,
    /// The place in the table or the timeline that focus was on last, among those of the model.
    pub(crate) focused: RwSignal<usize>,
    /// The one of them that the Tab key reaches.
    stop: Memo<Option<usize>>,
    analysis: Analysis,
    route: Route,
    layout: Layout,
    settings: Settings,
}

/// The store of the page.
pub(crate) fn use_selection() -> Selection {
    expect_context()
}

impl Selection {
    /// Nothing is selected.
    pub(super) fn new(analysis: Analysis, route: Route, layout: Layout, settings: Settings) -> Self {
        let focused = RwSignal::new(0);
        // The place that focus was on last, or the first one where that is not listed.
        let stop = Memo::new(move |_| {
            let (focused, listed, model) = (focused.get(), route.listed.read(), analysis.model.read());
            let is_listed = model.places().get(focused).is_some_and(|(rank, _)| listed.contains(rank));
            if is_listed { Some(focused) } else { listed.first().map(|&rank| model.place_of((rank, None))) }
        });
        Self(Box::leak(Box::new(Signals {
            correction: RwSignal::new(None),
            selected: RwSignal::new(false),
            single_source: RwSignal::new(false),
            sought: RwSignal::new(None),
            focused,
            stop,
            analysis,
            route,
            layout,
            settings,
        })))
    }

    /// Chooses a quantity. A drawer closes over the row that was pressed, and focus goes on to the detail panel.
    pub(crate) fn choose(self, rank: usize) {
        if self.route.chosen.get_untracked() == Some(rank) {
            self.layout.align_anew();
        } else {
            self.choose_by(browser::push_fragment, Some(rank));
        }
        if self.layout.drawer.get_untracked() {
            self.layout.drawer.set(false);
            browser::focus_soon("#card");
        }
    }

    /// Chooses the quantity of a figure, and with each further call the next one that it belongs to. A figure that stands
    /// in one text only has no panel: the form of corrections opens.
    pub(crate) fn choose_figure(self, key: ClaimKey) {
        let model = self.analysis.model();
        let ranks = model.ranks(key);
        let after = ranks.iter().position(|&rank| self.route.chosen.get_untracked() == Some(rank)).map_or(0, |i| i + 1);
        if let Some(&rank) = ranks.get(after).or(ranks.first()) {
            self.choose(rank);
            self.layout.look_at(key.article);
        } else {
            self.disagree(CorrectionTarget::Figure(key));
        }
    }

    /// Chooses the next quantity of those listed, or the one before; from none, the first or the last.
    pub(crate) fn step(self, by: isize) {
        let listed = self.route.listed.get_untracked();
        let Some(last) = listed.len().checked_sub(1) else { return };
        let place = self.route.chosen.get_untracked().and_then(|rank| listed.iter().position(|&it| it == rank));
        let next = match place {
            None if by > 0 => 0,
            None => last,
            Some(place) => place.saturating_add_signed(by).min(last),
        };
        self.choose_by(browser::replace_fragment, Some(listed[next]));
        if self.route.current_view() != View::Read {
            self.focused.set(self.analysis.model().place_of((listed[next], None)));
            browser::focus_soon(FIRST_CELL);
        }
    }

    /// Takes the choice back; focus goes to the row it came from, or to what opens the list where that is a drawer.
    pub(crate) fn clear(self) {
        let Some(rank) = self.route.chosen.get_untracked() else { return };
        self.choose_by(browser::push_fragment, None);
        if self.route.current_view() != View::Read {
            return;
        }
        match self.layout.list_button() {
            Some(button) => browser::focus_soon(button),
            None => browser::focus(&format!("#{}", row_id(rank))),
        }
    }

    /// Forgets an address that leads nowhere.
    pub(crate) fn forget_address(self) {
        let chosen = self.route.chosen.get_untracked();
        self.choose_by(browser::replace_fragment, chosen);
    }

    pub(crate) fn choose_by(self, write: fn(&str), rank: Option<usize>) {
        browser::begin("countercheck:select");
        let id = rank.map(|rank| self.analysis.model().quantity(rank).id.clone());
        self.route.go(write, |address| address.quantity = id);
        self.layout.lead_to_speaker();
        self.layout.come_into_sight(None);
    }

    /// Closes what lies on top: the drawer, then the choice.
    pub(crate) fn back_out(self) {
        if self.layout.drawer.get_untracked() {
            self.layout.toggle_drawer();
        } else {
            self.clear();
        }
    }

    /// Opens the ways to disagree with something.
    pub(crate) fn disagree(self, target: CorrectionTarget) {
        self.correction.set(Some(target));
        self.layout.open_dialog("disagree");
    }

    /// Opens the form for the words that are selected in a text, with what the program reads in them.
    pub(crate) fn add_selected(self) {
        let model = self.analysis.model();
        let Some((article, start, end)) = browser::selection() else { return };
        let Some(source) = model.collection.articles.get(article) else { return };
        let fits = source.text.get(start..end).is_some();
        if let Some(claim) = fits.then(|| proposal(source, Span::new(start, end))).flatten() {
            self.disagree(CorrectionTarget::New(article, Box::new(claim)));
        }
    }

    /// Whether the Tab key reaches this place of the table or the timeline.
    pub(crate) fn is_stop(self, place: usize) -> bool {
        self.stop.get() == Some(place)
    }

    /// Opens or closes the figures that no other text gives, and brings what opens into view: the group with this id.
    pub(crate) fn toggle_single_source(self, group: &'static str) {
        self.single_source.update(|open| *open = !*open);
        browser::next_frame(move || browser::reveal(group));
    }

    /// The quantity whose row the Tab key reaches.
    pub(crate) fn stop_rank(self) -> Option<usize> {
        self.stop.get().and_then(|place| self.analysis.model.read().places().get(place).map(|it| it.0))
    }

    /// Puts focus on a place of the table or the timeline.
    pub(crate) fn go_to_place(self, place: usize) {
        self.focused.set(place);
        browser::focus(&browser::with("data-cell", &place.to_string()));
    }

    /// Turns to another view. Focus goes there, unless it is on the switch.
    pub(crate) fn turn_to(self, view: View) {
        if self.route.current_view() != view {
            self.route.go(browser::push_fragment, |address| address.view = view);
            self.enter();
        }
    }

    /// Puts focus into the view that was turned to, unless it is in the bar above all views.
    pub(super) fn enter(self) {
        let target = match (self.route.current_view(), self.route.chosen.get_untracked()) {
            (View::Table | View::Timeline, _) => FIRST_CELL,
            (View::Read, Some(_)) => "#card",
            (View::Read, None) => self.layout.list_button().unwrap_or(FIRST_ROW),
        };
        if let (View::Table | View::Timeline, Some(rank)) =
            (self.route.current_view(), self.route.chosen.get_untracked())
            && self.analysis.model().places()[self.focused.get_untracked()].0 != rank
        {
            self.focused.set(self.analysis.model().place_of((rank, None)));
        }
        browser::enter(target);
    }

    /// Opens the texts at a figure, and puts focus on it.
    pub(crate) fn open_passage(self, rank: usize, key: ClaimKey) {
        let model = self.analysis.model();
        self.focused.set(model.place_of((rank, Some(key))));
        let quantity = model.quantity(rank).id.clone();
        self.route.go(browser::push_fragment, |address| {
            address.view = View::Read;
            address.quantity = Some(quantity);
        });
        self.layout.look_at(key.article);
        browser::enter_mark(&model.claim(key).id);
    }

    /// Opens the texts at a figure that no other text gives.
    pub(crate) fn open_figure(self, key: ClaimKey) {
        self.layout.drawer.set(false);
        self.sought.set(Some(key));
        if self.route.current_view() != View::Read {
            self.route.go(browser::push_fragment, |address| address.view = View::Read);
        }
        self.layout.look_at(key.article);
        browser::enter_mark(&self.analysis.model().claim(key).id);
    }

    /// Whether a run of folded paragraphs is on screen without anybody opening it: whole texts are shown, or the chosen
    /// quantity has a figure in it.
    pub(crate) fn shows_run(self, article: usize, run: usize) -> bool {
        let model = self.analysis.model();
        let run = &model.runs(article)[run];
        let is_sought = || self.sought.get().is_some_and(|it| it.article == article && run.figures.contains(&it.claim));
        self.settings.shows_all() || self.layout.printed.get() || self.route.is_chosen(&run.ranks) || is_sought()
    }
}
