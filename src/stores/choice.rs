//! Choosing a quantity, and walking from one to the next.

use countercheck::comparing::ClaimKey;
use countercheck::desk::{Address, Layout, View};
use leptos::prelude::*;

use super::{CorrectionTarget, Desk, FIRST_CELL, FIRST_ROW};
use crate::browser;
use crate::view_model::row_id;

impl Desk {
    /// The text that is looked at where not all of them have room.
    pub(crate) fn lead(self) -> usize {
        self.lead.get()
    }

    /// Looks at a text.
    pub(crate) fn look_at(self, article: usize) {
        self.lead.set(article);
        self.come_into_sight(Some(article));
    }

    /// Chooses a quantity. A drawer closes over the row that was pressed, and focus goes on to the card.
    pub(crate) fn choose(self, rank: usize) {
        if self.chosen.get_untracked() == Some(rank) {
            self.align_anew();
        } else {
            self.choose_by(browser::push_fragment, Some(rank));
        }
        if self.drawer.get_untracked() {
            self.drawer.set(false);
            browser::focus_soon("#card");
        }
    }

    /// Brings the passages to one height again.
    pub(super) fn align_anew(self) {
        self.nudge.update(|nudge| *nudge = !*nudge);
    }

    /// Chooses the quantity of a figure, and with each further call the next one that it belongs to. A figure that stands
    /// in one text only has no card: what can be said of it opens.
    pub(crate) fn choose_figure(self, key: ClaimKey) {
        let model = self.model();
        let ranks = model.ranks(key);
        let after = ranks.iter().position(|&rank| self.chosen.get_untracked() == Some(rank)).map_or(0, |i| i + 1);
        if let Some(&rank) = ranks.get(after).or(ranks.first()) {
            self.choose(rank);
            self.look_at(key.article);
        } else {
            self.disagree(CorrectionTarget::Figure(key));
        }
    }

    /// Chooses the next quantity of those listed, or the one before; from none, the first or the last.
    pub(crate) fn step(self, by: isize) {
        let listed = self.listed.get_untracked();
        let Some(last) = listed.len().checked_sub(1) else { return };
        let place = self.chosen.get_untracked().and_then(|rank| listed.iter().position(|&it| it == rank));
        let next = match place {
            None if by > 0 => 0,
            None => last,
            Some(place) => place.saturating_add_signed(by).min(last),
        };
        self.choose_by(browser::replace_fragment, Some(listed[next]));
        if self.current_view() != View::Read {
            self.spot.set(self.model().place_of((listed[next], None)));
            browser::focus_soon(FIRST_CELL);
        }
    }

    /// Takes the choice back; focus goes to the row it came from, or to what opens the list where that is a drawer.
    pub(crate) fn clear(self) {
        let Some(rank) = self.chosen.get_untracked() else { return };
        self.choose_by(browser::push_fragment, None);
        if self.current_view() != View::Read {
            return;
        }
        match self.list_button() {
            Some(button) => browser::focus_soon(button),
            None => browser::focus(&format!("#{}", row_id(rank))),
        }
    }

    /// The id of the button that opens the list of figures, where it is a drawer.
    pub(super) fn list_button(self) -> Option<&'static str> {
        match self.columns.layout.get_untracked() {
            Layout::Wide => None,
            Layout::Phone => Some("#open-figures-below"),
            Layout::Medium | Layout::Narrow => Some("#open-figures"),
        }
    }

    /// Forgets an address that leads nowhere.
    pub(crate) fn forget_address(self) {
        let chosen = self.chosen.get_untracked();
        self.choose_by(browser::replace_fragment, chosen);
    }

    pub(super) fn choose_by(self, write: fn(&str), rank: Option<usize>) {
        browser::begin("countercheck:select");
        let id = rank.map(|rank| self.model().quantity(rank).id.clone());
        self.go(write, |address| address.quantity = id);
        self.lead_to_speaker();
        self.come_into_sight(None);
    }

    pub(super) fn go(self, write: fn(&str), change: impl FnOnce(&mut Address)) {
        self.go_by(write, Box::new(change));
    }

    /// The same, compiled once.
    #[inline(never)]
    fn go_by<'c>(self, write: fn(&str), change: Box<dyn FnOnce(&mut Address) + 'c>) {
        let mut address = self.address.get_untracked();
        change(&mut address);
        address.is_odd = false;
        write(&address.write());
        self.address.set(address);
    }

    /// Where one text only is on screen, that text should have something to say.
    pub(super) fn lead_to_speaker(self) {
        let Some(rank) = self.chosen.get_untracked() else { return };
        let model = self.model();
        let quantity = model.quantity(rank);
        if let (true, Some(first)) = (quantity.silent.contains(&self.lead.get_untracked()), quantity.members.first()) {
            self.look_at(first.article);
        }
    }

    /// Turns to the next text or the one before, and puts focus into it.
    pub(crate) fn turn_to_source(self, by: isize) {
        if self.current_view() != View::Read {
            return;
        }
        let shown = untrack(|| self.shown());
        let place = shown.iter().position(|&article| article == self.lead.get_untracked()).unwrap_or(0);
        let Some(&next) = shown.get(place.saturating_add_signed(by)).or(shown.last()) else { return };
        self.look_at(next);
        browser::focus_figure(next);
    }

    /// Closes what lies on top: the drawer, then the choice.
    pub(crate) fn back_out(self) {
        if self.drawer.get_untracked() {
            self.toggle_drawer();
        } else {
            self.clear();
        }
    }

    /// Whether the list of figures lies over the texts.
    pub(crate) fn drawer_is_open(self) -> bool {
        self.drawer.get() && self.columns.layout.get() != Layout::Wide && self.view() == View::Read
    }

    /// Puts focus into the list of figures.
    pub(crate) fn go_to_figures(self) {
        if self.current_view() != View::Read {
            return browser::focus(FIRST_CELL);
        }
        match self.list_button() {
            Some(_) => self.toggle_drawer(),
            None => browser::focus(FIRST_ROW),
        }
    }

    /// Opens or closes the list of figures, where it is a drawer; focus goes in and comes back.
    pub(crate) fn toggle_drawer(self) {
        if self.current_view() != View::Read {
            return;
        }
        let Some(button) = self.list_button() else { return };
        self.drawer.update(|open| *open = !*open);
        browser::focus_soon(if self.drawer.get_untracked() { FIRST_ROW } else { button });
    }
}
