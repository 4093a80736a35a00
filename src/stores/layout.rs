//! How the page is laid out: its columns, the list of figures as a drawer, dialogs, what is printed.

use std::ops::Deref;

use countercheck::desk::{
    self, Column, Filter, Sight, Stand, View, columns, columns_address, move_column, shift_line, tracks,
};
use countercheck::words::Key;
use leptos::prelude::*;

use super::columns::{Columns, Inputs};
use super::{Analysis, FIRST_CELL, FIRST_ROW, Route, Settings};
use crate::browser;

/// How the page is laid out. Copies share the signals, which live as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Layout(&'static Signals);

impl Deref for Layout {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The signals, and the stores that the actions need.
pub(crate) struct Signals {
    /// The width of the page in CSS pixels.
    pub(super) width: RwSignal<usize>,
    /// The text that is looked at where not all of them have room.
    pub(super) lead: RwSignal<usize>,
    /// Whether the list of figures lies over the texts, where it is a drawer.
    pub(super) drawer: RwSignal<bool>,
    dialog: RwSignal<bool>,
    /// Whether the detail panel takes most of a small screen.
    tall: RwSignal<bool>,
    /// Changed to have the columns aligned again.
    realign: RwSignal<bool>,
    locked: RwSignal<bool>,
    /// Whether silent columns stay as wide as the others.
    pinned: RwSignal<bool>,
    /// Whether the page itself is being printed: then everything is laid out.
    pub(super) printed: RwSignal<bool>,
    /// The sheet that is being printed, by its name.
    pub(crate) sheet: RwSignal<Option<Key>>,
    /// Whether sheets hold what is listed, though there is a plan of a lesson.
    pub(crate) prints_list: RwSignal<bool>,
    pub(super) columns: Columns,
    analysis: Analysis,
    route: Route,
    settings: Settings,
}

/// The store of the page.
pub(crate) fn use_layout() -> Layout {
    expect_context()
}

impl Layout {
    /// The layout for the width of the page.
    pub(super) fn new(analysis: Analysis, route: Route, settings: Settings) -> Self {
        let (width, lead) = (RwSignal::new(browser::width()), RwSignal::new(0));
        let (pinned, printed) = (RwSignal::new(false), RwSignal::new(false));
        let folds = Memo::new(move |_| route.chosen.get().filter(|_| !pinned.get()));
        let columns =
            Columns::of(&Inputs { model: analysis.model, address: route.address, width, lead, folds, printed });
        Self(Box::leak(Box::new(Signals {
            width,
            lead,
            drawer: RwSignal::new(false),
            dialog: RwSignal::new(false),
            tall: RwSignal::new(false),
            realign: RwSignal::new(false),
            locked: RwSignal::new(false),
            pinned,
            printed,
            sheet: RwSignal::new(None),
            prints_list: RwSignal::new(false),
            columns,
            analysis,
            route,
            settings,
        })))
    }

    /// The layout for the width of the page.
    pub(crate) fn layout(self) -> desk::Layout {
        self.columns.layout.get()
    }

    /// How each column stands.
    pub(crate) fn stand(self, article: usize) -> Stand {
        self.columns.slots.read().iter().find(|slot| slot.source == article).map_or(Stand::Open, |slot| slot.stand)
    }

    /// Whether a column is in or near sight; the others are empty.
    pub(crate) fn is_near(self, article: usize) -> bool {
        self.columns.near.read().contains(&article)
    }

    /// Whether a text is laid out in its column.
    pub(crate) fn has_body(self, article: usize) -> bool {
        self.columns.bodies.read().contains(&article)
    }

    /// How far the columns are moved sideways.
    pub(crate) fn sideways(self) -> u32 {
        self.columns.sideways.get_untracked()
    }

    /// Moves the columns sideways until one is in sight: the one wanted, or else any open one.
    pub(crate) fn come_into_sight(self, wanted: Option<usize>) {
        let (layout, slots) = (self.columns.layout.get_untracked(), self.columns.slots.get_untracked());
        let sight = Sight::new(layout, self.width.get_untracked(), self.sideways());
        self.columns.sideways.set(sight.settled(layout, &slots, wanted));
    }

    /// The tracks of the columns' grid.
    pub(crate) fn tracks(self) -> String {
        tracks(self.columns.layout.get(), &self.columns.slots.read())
    }

    /// The texts in the order of their columns, hidden ones included.
    pub(crate) fn order(self) -> Vec<usize> {
        self.columns.order.get()
    }

    /// The texts whose columns are not hidden, in order.
    pub(crate) fn shown(self) -> Vec<usize> {
        let slots = self.columns.slots.read();
        slots.iter().filter(|slot| slot.stand != Stand::Hidden).map(|slot| slot.source).collect()
    }

    /// The open column to the right of an open one.
    pub(crate) fn next_open(self, article: usize) -> Option<usize> {
        let slots = self.columns.slots.read();
        let mut behind = slots.iter().skip_while(|slot| slot.source != article).filter(|it| it.stand == Stand::Open);
        behind.next().filter(|slot| slot.source == article)?;
        behind.next().map(|slot| slot.source)
    }

    /// The width of a column, in percent of an equal one.
    pub(crate) fn width_of(self, article: usize) -> u16 {
        self.columns.slots.read().iter().find(|slot| slot.source == article).map_or(100, |slot| slot.width)
    }

    /// Moves the line between an open column and the next one.
    pub(crate) fn share_width(self, article: usize, gain: i32) {
        if let Some(next) = untrack(|| self.next_open(article)) {
            self.arrange(|columns| shift_line(columns, article, next, gain));
        }
    }

    /// Shows a column or puts it away.
    pub(crate) fn toggle_column(self, article: usize) {
        self.arrange(|columns| {
            for column in columns.iter_mut().filter(|column| column.source == article) {
                column.is_hidden = !column.is_hidden;
            }
        });
    }

    /// Moves a column by one place.
    pub(crate) fn move_column(self, article: usize, forth: bool) {
        self.arrange(|columns| move_column(columns, article, forth));
    }

    /// Puts the columns back as they were.
    pub(crate) fn reset_columns(self) {
        self.arrange(Vec::clear);
    }

    pub(crate) fn arrange(self, change: impl FnOnce(&mut Vec<Column>)) {
        let model = self.analysis.model();
        let letters = model.letters();
        let mut arranged = columns(&self.route.address.get_untracked().columns, &letters);
        change(&mut arranged);
        let columns = columns_address(&arranged, &letters);
        self.route.go(browser::replace_soon, |address| address.columns = columns);
    }

    /// The text that is looked at where not all of them have room.
    pub(crate) fn lead(self) -> usize {
        self.lead.get()
    }

    /// Looks at a text.
    pub(crate) fn look_at(self, article: usize) {
        self.lead.set(article);
        self.come_into_sight(Some(article));
    }

    /// Brings the passages to one height again.
    pub(crate) fn align_anew(self) {
        self.realign.update(|realign| *realign = !*realign);
    }

    /// The id of the button that opens the list of figures, where it is a drawer.
    pub(crate) fn list_button(self) -> Option<&'static str> {
        match self.columns.layout.get_untracked() {
            desk::Layout::Wide => None,
            desk::Layout::Phone => Some("#open-figures-below"),
            desk::Layout::Medium | desk::Layout::Narrow => Some("#open-figures"),
        }
    }

    /// Where one text only is on screen, that text should have something to say.
    pub(crate) fn lead_to_speaker(self) {
        let Some(rank) = self.route.chosen.get_untracked() else { return };
        let model = self.analysis.model();
        let quantity = model.quantity(rank);
        if let (true, Some(first)) = (quantity.silent.contains(&self.lead.get_untracked()), quantity.members.first()) {
            self.look_at(first.article);
        }
    }

    /// Turns to the next text or the one before, and puts focus into it.
    pub(crate) fn turn_to_source(self, by: isize) {
        if self.route.current_view() != View::Read {
            return;
        }
        let shown = untrack(|| self.shown());
        let place = shown.iter().position(|&article| article == self.lead.get_untracked()).unwrap_or(0);
        let Some(&next) = shown.get(place.saturating_add_signed(by)).or(shown.last()) else { return };
        self.look_at(next);
        browser::focus_figure(next);
    }

    /// Whether the list of figures lies over the texts.
    pub(crate) fn drawer_is_open(self) -> bool {
        self.drawer.get() && self.columns.layout.get() != desk::Layout::Wide && self.route.view() == View::Read
    }

    /// Puts focus into the list of figures.
    pub(crate) fn go_to_figures(self) {
        if self.route.current_view() != View::Read {
            return browser::focus(FIRST_CELL);
        }
        match self.list_button() {
            Some(_) => self.toggle_drawer(),
            None => browser::focus(FIRST_ROW),
        }
    }

    /// Opens or closes the list of figures, where it is a drawer; focus goes in and comes back.
    pub(crate) fn toggle_drawer(self) {
        if self.route.current_view() != View::Read {
            return;
        }
        let Some(button) = self.list_button() else { return };
        self.drawer.update(|open| *open = !*open);
        browser::focus_soon(if self.drawer.get_untracked() { FIRST_ROW } else { button });
    }

    /// Lists everything again, and goes to where words to find are typed.
    pub(crate) fn clear_filter(self) {
        self.route.go(browser::replace_fragment, |address| address.filter = Filter::default());
        self.go_to_find();
    }

    /// Puts focus where words to find are typed.
    pub(crate) fn go_to_find(self) {
        let in_rail = self.route.current_view() == View::Read;
        if in_rail && self.list_button().is_some() && !self.drawer.get_untracked() {
            self.drawer.set(true);
        }
        browser::focus_soon(if in_rail { ".rail [type=search]" } else { ".other [type=search]" });
    }

    /// Tracks everything that moves text on the screen.
    pub(crate) fn track_shape(self) {
        self.analysis.model.track();
        self.route.view.track();
        self.width.track();
        self.columns.slots.track();
        self.columns.bodies.track();
        self.realign.track();
        self.settings.texts.track();
        self.tall.track();
        self.settings.note_read.track();
        self.settings.language.track();
    }

    /// Whether all columns are scrolled together.
    pub(crate) fn is_locked(self) -> bool {
        self.locked.get()
    }

    /// Scrolls all columns together, from where they stand, or each by itself.
    pub(crate) fn set_locked(self, locked: bool) {
        self.locked.set(locked);
        browser::lock_scrolling(locked);
    }

    /// Keeps silent columns as wide as the others, or folds them again.
    pub(crate) fn toggle_pin(self) {
        self.pinned.update(|pinned| *pinned = !*pinned);
    }

    /// Whether a dialog is open.
    pub(crate) fn dialog_is_open(self) -> bool {
        self.dialog.get()
    }

    /// Opens the dialog with this id.
    pub(crate) fn open_dialog(self, id: &str) {
        browser::show_dialog(id);
        self.dialog.set(browser::has_dialog());
    }

    /// Notes that a dialog was closed; there may be another one below it.
    pub(crate) fn dialog_was_closed(self) {
        self.dialog.set(browser::has_dialog());
    }

    /// Whether the detail panel takes most of a small screen.
    pub(crate) fn is_tall(self) -> bool {
        self.tall.get()
    }

    /// Makes the detail panel on a small screen higher or lower.
    pub(crate) fn toggle_tall(self) {
        self.tall.update(|tall| *tall = !*tall);
    }

    /// Has a sheet printed: it is drawn and handed to the browser, after which it is taken away.
    pub(crate) fn print(self, sheet: Key) {
        self.sheet.set(Some(sheet));
        browser::next_frame(|| browser::next_frame(browser::print));
    }
}
