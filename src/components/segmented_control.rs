//! A row of buttons of which one is pressed.

use countercheck::words::Key;
use leptos::prelude::*;

use super::pressed;
use crate::i18n::{LANGUAGE_NAMES, LANGUAGES, use_words};

/// A row of buttons: `options` in order, `selected` the index of the one that is pressed.
#[component]
pub(crate) fn SegmentedControl(
    label: Key,
    options: &'static [Key],
    #[prop(into)] selected: Signal<usize>,
    #[prop(into)] on_select: Callback<usize>,
) -> impl IntoView {
    let words = use_words();
    let button = |(i, &option): (usize, &Key)| {
        // The name of a language is in that language.
        let lang = LANGUAGE_NAMES.iter().position(|name| *name == option).map(|i| LANGUAGES[i].code());
        view! {
            <button lang=lang aria-pressed=move || pressed(selected.get() == i) on:click=move |_| on_select.run(i)>
                {words.get(option)}
            </button>
        }
    };
    view! {
        <span class="seg" role="group" aria-label=words.get(label)>
            {options.iter().enumerate().map(button).collect_view()}
        </span>
    }
}
