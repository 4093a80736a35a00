//! The line between an open column and the next one, which can be moved.

use std::cell::Cell;

use countercheck::words::Key;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;

use crate::browser;
use crate::i18n::use_words;
use crate::stores::use_layout;

/// Percent by which an arrow key moves the line.
const STEP: i32 = 10;

/// The line to the right of a column.
#[component]
pub(super) fn Separator(article: usize) -> impl IntoView {
    let layout = use_layout();
    let move_by_key = move |event: KeyboardEvent| match browser::arrow(&event, 1, 3) {
        Some(0) => layout.share_width(article, -STEP),
        Some(2) => layout.share_width(article, STEP),
        _ => {}
    };
    let begin_drag = move |event: PointerEvent| {
        let width = f64::from(untrack(|| layout.width_of(article)));
        let done = Cell::new(0);
        browser::drag(&event, article, move |share| {
            let gain = (share * width).round() as i32;
            layout.share_width(article, gain - done.replace(gain));
        });
    };
    view! {
        <div
            class="grip"
            role="separator"
            tabindex="0"
            aria-orientation="vertical"
            aria-label=use_words().get(Key::ColumnWidth)
            aria-valuemin="40"
            aria-valuemax="400"
            aria-valuenow=move || layout.width_of(article).to_string()
            hidden=move || layout.next_open(article).is_none()
            on:keydown=move_by_key
            on:pointerdown=begin_drag
        ></div>
    }
}
