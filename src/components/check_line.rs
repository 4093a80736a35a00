//! A sum that figures come to, or do not.

use countercheck::comparing::Check;
use countercheck::words::Key;
use leptos::prelude::*;

use crate::i18n::use_words;

/// A sum, which begins with what it assumes.
#[component]
pub(crate) fn CheckLine(check: Check) -> impl IntoView {
    let words = use_words();
    let assumed: Vec<&str> = check.assumes.iter().map(|key| words.get(*key)).collect();
    let assumed = assumed.join(&format!(" {} ", words.get(Key::And)));
    let condition = if assumed.is_empty() { String::new() } else { words.fill(Key::IfTrue, &[&assumed]) };
    view! {
        <p class="check num">
            <b>{words.get(Key::Check)}</b>
            {condition}
            " "
            {check.statement.sentence(words.language())}
        </p>
    }
}
