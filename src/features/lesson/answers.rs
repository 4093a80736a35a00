//! Answers to a question, with the hands that were counted for them.

use countercheck::teaching::lesson::Ballot;
use countercheck::words::Key;
use leptos::prelude::*;

use crate::components::Keycap;
use crate::i18n::use_words;
use crate::stores::use_lesson;

/// An answer: a button that counts a hand for it, the hands, and a button that takes one back. Its children are what
/// the answer says.
#[component]
pub(super) fn Answer(
    /// The place of the quantity in the lesson.
    taught: usize,
    ballot: Ballot,
    /// The number of the answer, from 0.
    answer: usize,
    name: &'static str,
    children: Children,
) -> impl IntoView {
    let lesson = use_lesson();
    let hands = move || lesson.hands(taught, ballot, answer);
    view! {
        <li class="answer">
            <button class="more-hands" on:click=move |_| lesson.count_hand(taught, ballot, answer, true)>
                <Keycap key=(answer + 1).to_string() />
                {children()}
                <span class="n num" class:is-none=move || hands() == 0 aria-live="polite">
                    {hands}
                </span>
            </button>
            <button
                class="less-hands"
                aria-label=use_words().fill(Key::HandLess, &[name])
                on:click=move |_| lesson.count_hand(taught, ballot, answer, false)
            >
                "−"
            </button>
        </li>
    }
}
