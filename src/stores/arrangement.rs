//! How the columns are arranged, and which of them are in sight.

use countercheck::desk::{
    Address, Column, Layout, Sight, Slot, Stand, bodies, columns, columns_address, move_column, near, shift_line,
    slots, tracks,
};
use leptos::prelude::*;

use super::{Desk, Now};
use crate::browser;

/// How the columns stand.
pub(crate) struct Columns {
    pub(super) layout: Memo<Layout>,
    pub(super) order: Memo<Vec<usize>>,
    pub(super) slots: Memo<Vec<Slot>>,
    /// How far they are moved sideways, in CSS pixels.
    pub(super) sideways: RwSignal<u32>,
    /// Those in or near sight.
    pub(super) near: Memo<Vec<usize>>,
    /// The texts that are laid out in them.
    pub(super) bodies: Memo<Vec<usize>>,
}

/// What the columns follow.
pub(super) struct Inputs {
    pub(super) model: Now,
    pub(super) address: RwSignal<Address>,
    pub(super) width: RwSignal<usize>,
    pub(super) lead: RwSignal<usize>,
    /// The quantity that silent columns fold for.
    pub(super) folds: Memo<Option<usize>>,
    pub(super) printed: RwSignal<bool>,
}

impl Columns {
    pub(super) fn of(inputs: &Inputs) -> Self {
        let &Inputs { model, address, width, printed, .. } = inputs;
        let layout = Memo::new(move |_| Layout::of(width.get()));
        let slots = placed(inputs, layout);
        let sideways = RwSignal::new(0);
        let sight = Memo::new(move |_| (!printed.get()).then(|| Sight::new(layout.get(), width.get(), sideways.get())));
        let near = in_sight(layout, slots, sight);
        let bodies = Memo::new(move |_| if printed.get() { near.get() } else { bodies(&slots.read(), &near.read()) });
        Self { layout, order: order(model, address), slots, sideways, near, bodies }
    }
}

/// The columns in their order, hidden ones included.
fn order(model: Now, address: RwSignal<Address>) -> Memo<Vec<usize>> {
    Memo::new(move |_| {
        let model = model.read();
        model.columns(&address.read().columns).iter().map(|column| column.source).collect()
    })
}

/// How each column stands; those fold that are silent on the quantity given.
fn placed(inputs: &Inputs, layout: Memo<Layout>) -> Memo<Vec<Slot>> {
    let &Inputs { model, address, lead, folds, .. } = inputs;
    Memo::new(move |_| {
        let model = model.read();
        let silent = folds.get().map_or(&[][..], |rank| &model.quantity(rank).silent);
        slots(layout.get(), lead.get(), silent, &model.columns(&address.read().columns))
    })
}

/// The columns in or near sight; all of them where nothing bounds it.
fn in_sight(layout: Memo<Layout>, slots: Memo<Vec<Slot>>, sight: Memo<Option<Sight>>) -> Memo<Vec<usize>> {
    Memo::new(move |_| match sight.get() {
        Some(sight) => near(layout.get(), &slots.read(), sight),
        None => slots.read().iter().map(|slot| slot.source).collect(),
    })
}

impl Desk {
    /// The layout for the width of the page.
    pub(crate) fn layout(self) -> Layout {
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
    pub(super) fn come_into_sight(self, wanted: Option<usize>) {
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

    pub(super) fn arrange(self, change: impl FnOnce(&mut Vec<Column>)) {
        let model = self.model();
        let letters = model.letters();
        let mut arranged = columns(&self.address.get_untracked().columns, &letters);
        change(&mut arranged);
        let columns = columns_address(&arranged, &letters);
        self.go(browser::replace_soon, |address| address.columns = columns);
    }
}
