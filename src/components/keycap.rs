//! Keys of the keyboard.

use leptos::prelude::*;

/// A key, shown beside what it does; the name of the button does not need it.
#[component]
pub(crate) fn Keycap(#[prop(into)] key: String) -> impl IntoView {
    view! { <kbd aria-hidden="true">{key}</kbd> }
}

/// Keys beside each other; a dash stands for those between.
#[component]
pub(crate) fn Keycaps(keys: &'static [&'static str]) -> impl IntoView {
    let key = |&key: &&'static str| match key {
        "–" => view! { <span>{key}</span> }.into_any(),
        key => view! { <kbd>{key}</kbd> }.into_any(),
    };
    view! { <span class="keycaps">{keys.iter().map(key).collect_view()}</span> }
}
