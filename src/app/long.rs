//! Long lists: their first items, and a button that brings the others. Long views: drawn a part a frame.

use std::sync::Arc;

use countercheck::words::{Key, Words};
use leptos::prelude::*;

use super::dom::{El, Nodes, derived, el, live, nothing, several};
use super::state::Desk;
use super::web;

/// Cells of a table that are drawn in one frame.
const CELLS: usize = 300;

type Row = Arc<dyn Fn(usize, usize) -> El + Send + Sync>;

/// A row for every listed quantity: `row` draws the one at a place of the list, of a rank. The first rows and those
/// around the place of focus are there at once, the others come frame by frame.
pub(crate) fn gradual(desk: Desk, row: impl Fn(usize, usize) -> El + Send + Sync + 'static) -> Nodes {
    gradually(desk, &(Arc::new(row) as Row))
}

#[inline(never)]
fn gradually(desk: Desk, row: &Row) -> Nodes {
    let listed = desk.listed();
    let reached = RwSignal::new(0);
    let size = CELLS / (desk.model().collection.articles.len() + 1) + 1;
    let parts = listed.chunks(size);
    come(reached, parts.len());
    let part = |(i, part): (usize, &[usize])| {
        let (row, ranks, first) = (row.clone(), part.to_vec(), i * size);
        let part = part.to_vec();
        let is_drawn = derived(move || reached.get() >= i || desk.stop_rank().is_some_and(|it| part.contains(&it)));
        live(move || {
            let rows = || ranks.iter().enumerate().map(|(place, &rank)| row(first + place, rank).view()).collect();
            if is_drawn.get() { several(rows()) } else { nothing() }
        })
    };
    several(parts.enumerate().map(part).collect())
}

/// Has another part drawn with every frame, until all are or the view is left.
fn come(reached: RwSignal<usize>, count: usize) {
    web::next_frame(move || {
        let next = reached.try_update(|reached| {
            *reached += 1;
            *reached
        });
        if next.is_some_and(|next| next < count) {
            come(reached, count);
        }
    });
}

/// How many items of a list are there before the others are asked for.
const FIRST: usize = 12;

/// A list of `count` items. Its button is gone once it was pressed, and focus goes on to what `next` selects.
pub(crate) fn long(
    words: Words,
    list: El,
    next: &'static str,
    count: usize,
    item: impl Fn(usize) -> El + Send + 'static,
) -> El {
    shortened(words, list, next, count, Box::new(item))
}

#[inline(never)]
fn shortened(words: Words, list: El, next: &'static str, count: usize, item: Box<dyn Fn(usize) -> El + Send>) -> El {
    let is_whole = RwSignal::new(count <= FIRST);
    let items = live(move || {
        let shown = if is_whole.get() { count } else { FIRST };
        several((0..shown).map(|i| item(i).view()).collect())
    });
    let more = words.fill(Key::More, &[&count.saturating_sub(FIRST).to_string()]);
    let button = el("button", "btn quiet more")
        .flag("hidden", move || is_whole.get())
        .press(move || {
            is_whole.set(true);
            web::focus(next);
        })
        .text(&more);
    el("div", "").child(list.put(items)).child(button)
}
