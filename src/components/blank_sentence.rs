//! A sentence with fields for its blanks.

use std::sync::Arc;

use countercheck::words::Key;
use leptos::prelude::*;

use crate::i18n::use_words;

/// A sentence with a field for each "_", and the figure that is filled in for "{0}". `value` gives what stands in a
/// blank, by its number from 0; `on_input` gets what is typed into one.
#[component]
pub(crate) fn BlankSentence<V>(
    text: &'static str,
    #[prop(optional)] figure: String,
    value: V,
    #[prop(into)] on_input: Callback<(usize, String)>,
    /// Letters that have room in a blank.
    #[prop(optional)]
    maxlength: Option<usize>,
) -> impl IntoView
where
    V: Fn(usize) -> String + Send + Sync + 'static,
{
    let words = use_words();
    let value = Arc::new(value);
    let field = |blank: usize| {
        let value = value.clone();
        view! {
            <input
                aria-label=words.fill(Key::BlankOf, &[&(blank + 1).to_string()])
                autocomplete="off"
                maxlength=maxlength.map(|letters| letters.to_string())
                prop:value=move || value(blank)
                on:input:target=move |event| on_input.run((blank, event.target().value()))
            />
        }
    };
    let part = |(i, part): (usize, &'static str)| {
        let filled = part.split_once("{0}");
        let after = filled.map(|(_, after)| view! { <mark>{figure.clone()}</mark>{after} });
        view! {
            {i.checked_sub(1).map(field)}
            {filled.map_or(part, |(before, _)| before)}
            {after}
        }
    };
    view! { <p class="frame">{text.split('_').enumerate().map(part).collect_view()}</p> }
}
