//! How the columns are arranged, and which of them are in sight.

use countercheck::desk::{Column, Layout, Sight, Stand, columns, columns_address, move_column, shift_line, tracks};
use leptos::prelude::*;

use super::{Desk, web};

impl Desk {
    /// The layout for the width of the page.
    pub(crate) fn layout(self) -> Layout {
        self.layout.get()
    }

    /// How each column stands.
    pub(crate) fn stand(self, article: usize) -> Stand {
        self.slots.read().iter().find(|slot| slot.source == article).map_or(Stand::Open, |slot| slot.stand)
    }

    /// Whether a column is in or near sight; the others are empty.
    pub(crate) fn is_near(self, article: usize) -> bool {
        self.near.read().contains(&article)
    }

    /// Whether a text is laid out in its column.
    pub(crate) fn has_body(self, article: usize) -> bool {
        self.bodies.read().contains(&article)
    }

    /// How far the columns are moved sideways.
    pub(crate) fn sideways(self) -> u32 {
        self.sideways.get_untracked()
    }

    /// Moves the columns sideways until one is in sight: the one wanted, or else any open one.
    pub(super) fn come_into_sight(self, wanted: Option<usize>) {
        let (layout, slots) = (self.layout.get_untracked(), self.slots.get_untracked());
        let sight = Sight::new(layout, self.width.get_untracked(), self.sideways());
        self.sideways.set(sight.settled(layout, &slots, wanted));
    }

    /// The tracks of the columns' grid.
    pub(crate) fn tracks(self) -> String {
        tracks(self.layout.get(), &self.slots.read())
    }

    /// The texts in the order of their columns, hidden ones included.
    pub(crate) fn order(self) -> Vec<usize> {
        self.order.get()
    }

    /// The texts whose columns are not hidden, in order.
    pub(crate) fn shown(self) -> Vec<usize> {
        let slots = self.slots.read();
        slots.iter().filter(|slot| slot.stand != Stand::Hidden).map(|slot| slot.source).collect()
    }

    /// The open column to the right of an open one.
    pub(crate) fn next_open(self, article: usize) -> Option<usize> {
        let slots = self.slots.read();
        let mut behind = slots.iter().skip_while(|slot| slot.source != article).filter(|it| it.stand == Stand::Open);
        behind.next().filter(|slot| slot.source == article)?;
        behind.next().map(|slot| slot.source)
    }

    /// The width of a column, in percent of an equal one.
    pub(crate) fn width_of(self, article: usize) -> u16 {
        self.slots.read().iter().find(|slot| slot.source == article).map_or(100, |slot| slot.width)
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

    pub(super) fn arrange(self, change: impl FnOnce(&mut Vec<Column>)) {
        let model = self.model();
        let letters = model.letters();
        let mut arranged = columns(&self.address.get_untracked().columns, &letters);
        change(&mut arranged);
        let columns = columns_address(&arranged, &letters);
        self.go(web::replace_soon, |address| address.columns = columns);
    }
}
