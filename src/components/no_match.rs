//! What is said where no quantity passes the filter.

use countercheck::words::Key;
use leptos::prelude::*;

use crate::i18n::use_words;

/// The sentence, and the way back to the whole list.
#[component]
pub(crate) fn NoMatch(#[prop(into)] is_hidden: Signal<bool>, #[prop(into)] on_clear: Callback<()>) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="none" role="status" hidden=move || is_hidden.get()>
            <p>{words.get(Key::FilterNone)}</p>
            <button class="btn" on:click=move |_| on_clear.run(())>
                {words.get(Key::FilterClear)}
            </button>
        </div>
    }
}
