//! Buttons.

use countercheck::words::Key;
use leptos::prelude::*;

use super::{Icon, glyphs};
use crate::i18n::use_words;

/// The value of `aria-pressed` and other attributes that are "true" or "false".
pub(crate) fn pressed(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// A button that is pressed or not.
#[component]
pub(crate) fn Chip(
    #[prop(into)] name: String,
    #[prop(into)] is_pressed: Signal<bool>,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button class="btn chip" aria-pressed=move || pressed(is_pressed.get()) on:click=move |_| on_press.run(())>
            {name}
        </button>
    }
}

/// A button that closes what the key Esc closes, with both in its name.
#[component]
pub(crate) fn CloseButton(#[prop(into)] on_press: Callback<()>, children: Children) -> impl IntoView {
    let name = format!("{}, Esc", use_words().get(Key::Close));
    view! {
        <button class="btn quiet" aria-label=name on:click=move |_| on_press.run(())>
            <Icon glyph=glyphs::CLOSE />
            {children()}
        </button>
    }
}

/// A button that is named by its message, in words and for those who look for it.
#[component]
pub(crate) fn ActionButton(name: Key, #[prop(into)] on_press: Callback<()>) -> impl IntoView {
    view! {
        <button class="btn" data-act=name.code() on:click=move |_| on_press.run(())>
            {use_words().get(name)}
        </button>
    }
}
