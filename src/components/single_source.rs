//! The head of the figures that no other text gives.

use leptos::prelude::*;

use super::{Icon, OnlyHereTag, glyphs, pressed};

/// Opens and closes the group.
#[component]
pub(crate) fn SingleSourceHead(
    count: usize,
    #[prop(into)] is_open: Signal<bool>,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button class="grp" aria-expanded=move || pressed(is_open.get()) on:click=move |_| on_press.run(())>
            <OnlyHereTag />
            <small class="num">{count}</small>
            <Icon glyph=glyphs::DOWN />
        </button>
    }
}
