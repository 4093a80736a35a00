//! Picking the quantities of a lesson and their order.

use countercheck::desk::Move;
use countercheck::teaching::lesson::{Lesson, is_taught};
use countercheck::words::Key;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::Title;
use crate::browser;
use crate::components::pressed;
use crate::i18n::use_words;
use crate::stores::{LessonSession, use_analysis, use_lesson};

/// The quantities to pick from, those of the lesson with their places.
#[component]
pub(super) fn Plan() -> impl IntoView {
    let analysis = use_analysis();
    let lesson = use_lesson();
    let words = use_words();
    let model = analysis.model();
    let ranks = (0..model.len()).filter(|&rank| is_taught(model.quantity(rank)));
    let picks = ranks.enumerate().map(|(index, rank)| view! { <Pick index rank /> }).collect_view();
    view! {
        <div class="plan">
            <Title text=words.get(Key::ClassAsk) />
            <p class="how">{words.get(Key::ClassHow)}</p>
            <ul class="picks">{picks}</ul>
            <p class="plan-acts">
                <button
                    class="btn"
                    aria-pressed=move || pressed(lesson.is_masked())
                    on:click=move |_| lesson.toggle_mask()
                >
                    {words.get(Key::ClassMasked)}
                </button>
                <button class="btn" on:click=move |_| lesson.clear_hands()>
                    {words.get(Key::ClassAnew)}
                </button>
                <button class="btn strong" on:click=move |_| lesson.step_by(true)>
                    {words.get(Key::ClassBegin)}
                </button>
            </p>
        </div>
    }
}

/// A quantity. No word of the program stands beside it: the class may be looking on.
#[component]
fn Pick(index: usize, rank: usize) -> impl IntoView {
    let analysis = use_analysis();
    let lesson = use_lesson();
    let words = use_words();
    let model = analysis.model();
    let id = StoredValue::new(model.quantity(rank).id.clone());
    let place = move || lesson.place_in_lesson(&id.read_value());
    view! {
        <li>
            <button
                class="pick"
                data-pick=index.to_string()
                aria-pressed=move || pressed(place().is_some())
                on:click=move |_| lesson.plan(|lesson| lesson.toggle(&id.read_value()))
                on:keydown=move |event| handle_key(lesson, &event, index, &id.read_value())
            >
                <i class="num">{move || place().map(|place| place + 1)}</i>
                <b>{model.label(rank, words)}</b>
                <small class="num">{model.figures_of(words, rank)}</small>
            </button>
        </li>
    }
}

/// Up and down walk the quantities, a digit puts one at its place in the lesson.
fn handle_key(lesson: LessonSession, event: &KeyboardEvent, index: usize, quantity: &str) {
    let go = |index: usize| browser::focus(&browser::with("data-pick", &index.to_string()));
    if let Some((digit @ 1..=Lesson::LONGEST, _)) = browser::digit(event) {
        return lesson.plan(|lesson| lesson.put(quantity, digit - 1));
    }
    match browser::movement(event) {
        Some(Move::Up) => go(index.saturating_sub(1)),
        Some(Move::Down) => go(index + 1),
        Some(Move::Forth) => lesson.step_by(true),
        Some(_) | None => {}
    }
}
