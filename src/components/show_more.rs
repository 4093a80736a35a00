//! Long lists: their first items, and a button that brings the others.

use countercheck::words::Key;
use leptos::prelude::*;

use crate::browser;
use crate::i18n::use_words;

/// How many items of a list are there before the others are asked for.
const FIRST: usize = 12;

/// A list of `count` items. Its button is gone once it was pressed, and focus goes on to what `next` selects.
#[component]
pub(crate) fn ShowMore<F>(label: Key, next: &'static str, count: usize, item: F) -> impl IntoView
where
    F: Fn(usize) -> AnyView + Clone + Send + Sync + 'static,
{
    let words = use_words();
    let is_whole = RwSignal::new(count <= FIRST);
    let show_all = move |_| {
        is_whole.set(true);
        browser::focus(next);
    };
    view! {
        <div>
            <ul aria-label=words.get(label)>
                <For each=move || 0..if is_whole.get() { count } else { FIRST } key=|i| *i children=item />
            </ul>
            <button class="btn quiet more" hidden=move || is_whole.get() on:click=show_all>
                {words.fill(Key::More, &[&count.saturating_sub(FIRST).to_string()])}
            </button>
        </div>
    }
}
