//! A paragraph of a text.

use countercheck::output::column::Role;
use leptos::prelude::*;

/// A paragraph, by what it is: a headline, a heading, a line about the text, or text.
#[component]
pub(crate) fn TextBlock(
    role: Role,
    /// Whether the text has a headline of its own.
    is_titled: bool,
    children: Children,
) -> impl IntoView {
    let inner = children();
    match role {
        Role::Headline => view! { <h3 class="headline" data-paragraph="">{inner}</h3> }.into_any(),
        Role::Subhead if is_titled => view! { <h4 class="subhead" data-paragraph="">{inner}</h4> }.into_any(),
        Role::Subhead => view! { <h3 class="subhead" data-paragraph="">{inner}</h3> }.into_any(),
        Role::Furniture => view! { <p class="meta" data-paragraph="">{inner}</p> }.into_any(),
        Role::Body => view! { <p data-paragraph="">{inner}</p> }.into_any(),
    }
}
