//! Long lists: their first items, and a button that brings the others.

use countercheck::words::{Key, Words};
use leptos::prelude::*;

use super::dom::{El, el, live, several};
use super::web;

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
    let is_whole = RwSignal::new(count <= FIRST);
    let item: Box<dyn Fn(usize) -> El + Send> = Box::new(item);
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
