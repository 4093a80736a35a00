//! Notes above the page.

use countercheck::trouble::Trouble;
use countercheck::words::Key;
use leptos::prelude::*;

use super::{Icon, glyphs};
use crate::browser;
use crate::i18n::use_words;

/// A sentence to know before going on, and what can be done about it.
#[component]
pub(crate) fn Notice(#[prop(into)] sentence: String, children: Children) -> impl IntoView {
    view! {
        <div class="notice">
            <Icon glyph=glyphs::WARNING />
            <p>{sentence}</p>
            {children()}
        </div>
    }
}

/// A button that disappears with what it closes, and leaves focus where work goes on.
#[component]
pub(crate) fn DismissButton(name: Key, #[prop(into)] on_press: Callback<()>) -> impl IntoView {
    let press = move |_| {
        on_press.run(());
        browser::next_frame(browser::find_focus);
    };
    view! {
        <button class="btn" on:click=press>
            {use_words().get(name)}
        </button>
    }
}

/// What went wrong, one sentence each, after the name of the file where one is given.
#[component]
pub(crate) fn Issues(#[prop(into)] issues: Signal<Vec<(String, Trouble)>>) -> impl IntoView {
    let words = use_words();
    let row = move |(file, issue): (String, Trouble)| {
        let file = (!file.is_empty()).then(|| view! { <b>{file}": "</b> });
        view! {
            <li>
                <Icon glyph=glyphs::WARNING />
                <p>{file} {issue.sentence(words)}</p>
            </li>
        }
    };
    view! {
        <div class="troubles" role="status">
            <ul>{move || issues.get().into_iter().map(row).collect_view()}</ul>
        </div>
    }
}
