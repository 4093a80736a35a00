//! How the columns follow from the address, the width of the page and what is chosen.

use std::sync::Arc;

use countercheck::desk::{self, Address, Sight, Slot, bodies, near, slots};
use leptos::prelude::*;

use crate::view_model::Model;

/// How the columns stand.
pub(crate) struct Columns {
    pub(super) layout: Memo<desk::Layout>,
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
    pub(super) model: RwSignal<Arc<Model>>,
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
        let layout = Memo::new(move |_| desk::Layout::of(width.get()));
        let slots = placed(inputs, layout);
        let sideways = RwSignal::new(0);
        let sight = Memo::new(move |_| (!printed.get()).then(|| Sight::new(layout.get(), width.get(), sideways.get())));
        let near = in_sight(layout, slots, sight);
        let bodies = Memo::new(move |_| if printed.get() { near.get() } else { bodies(&slots.read(), &near.read()) });
        Self { layout, order: order(model, address), slots, sideways, near, bodies }
    }
}

/// The columns in their order, hidden ones included.
fn order(model: RwSignal<Arc<Model>>, address: RwSignal<Address>) -> Memo<Vec<usize>> {
    Memo::new(move |_| {
        let model = model.read();
        model.columns(&address.read().columns).iter().map(|column| column.source).collect()
    })
}

/// How each column stands; those fold that are silent on the quantity given.
fn placed(inputs: &Inputs, layout: Memo<desk::Layout>) -> Memo<Vec<Slot>> {
    let &Inputs { model, address, lead, folds, .. } = inputs;
    Memo::new(move |_| {
        let model = model.read();
        let silent = folds.get().map_or(&[][..], |rank| &model.quantity(rank).silent);
        slots(layout.get(), lead.get(), silent, &model.columns(&address.read().columns))
    })
}

/// The columns in or near sight; all of them where nothing bounds it.
fn in_sight(layout: Memo<desk::Layout>, slots: Memo<Vec<Slot>>, sight: Memo<Option<Sight>>) -> Memo<Vec<usize>> {
    Memo::new(move |_| match sight.get() {
        Some(sight) => near(layout.get(), &slots.read(), sight),
        None => slots.read().iter().map(|slot| slot.source).collect(),
    })
}
