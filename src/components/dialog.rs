//! Dialogs and their parts.

use countercheck::words::Key;
use leptos::prelude::*;

use super::{CloseButton, Keycap};
use crate::browser;
use crate::i18n::use_words;

/// A dialog over everything, with its name and a button that closes it. It is opened by its id.
#[component]
pub(crate) fn Dialog(
    id: &'static str,
    name: Key,
    #[prop(into)] on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    view! {
        <dialog class="pop" id=id aria-labelledby=format!("{id}-title") closedby="any" on:close=move |_| on_close.run(())>
            <header>
                <h2 id=format!("{id}-title")>{use_words().get(name)}</h2>
                <CloseButton on_press=move |()| browser::close_dialog(id)>
                    <Keycap key="Esc" />
                </CloseButton>
            </header>
            {children()}
        </dialog>
    }
}

/// A part of a dialog.
#[component]
pub(crate) fn Section(#[prop(into)] heading: String, children: Children) -> impl IntoView {
    view! {
        <section>
            <h3>{heading}</h3>
            {children()}
        </section>
    }
}

/// A control with its name before it.
#[component]
pub(crate) fn Setting(label: Key, children: Children) -> impl IntoView {
    view! {
        <p class="setting">
            <span>{use_words().get(label)}</span>
            {children()}
        </p>
    }
}
