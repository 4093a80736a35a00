//! Picking the quantities of a lesson and their order.

use countercheck::desk::Move;
use countercheck::teaching::lesson::{Lesson, is_taught};
use countercheck::words::Key;
use web_sys::Event;

use super::super::dom::{El, el};
use super::super::state::Desk;
use super::super::table::figures_of;
use super::super::web;
use super::{title, worded};

/// The quantities to pick from, those of the lesson with their places.
pub(super) fn plan(desk: Desk) -> El {
    let (model, words) = (desk.model(), desk.words());
    let ranks: Vec<usize> = (0..model.len()).filter(|&rank| is_taught(model.quantity(rank))).collect();
    let mask = worded(words, "button", "btn", Key::ClassMasked)
        .state("aria-pressed", move || desk.is_masked())
        .press(move || desk.toggle_mask());
    let anew = worded(words, "button", "btn", Key::ClassAnew).press(move || desk.clear_class());
    let begin = worded(words, "button", "btn strong", Key::ClassBegin).press(move || desk.step_class(true));
    el("div", "plan")
        .child(title(words.get(Key::ClassAsk)))
        .child(worded(words, "p", "how", Key::ClassHow))
        .child(el("ul", "picks").children(ranks.into_iter().enumerate().map(|(i, rank)| pick(desk, i, rank))))
        .child(el("p", "plan-acts").child(mask).child(anew).child(begin))
}

/// A quantity. No word of the program stands beside it: the class may be looking on.
fn pick(desk: Desk, index: usize, rank: usize) -> El {
    let (model, words) = (desk.model(), desk.words());
    let name = move |rank: usize| desk.model().quantity(rank).id.clone();
    let place = move || desk.place_in_lesson(&name(rank));
    let button = el("button", "pick")
        .attr("data-pick", &index.to_string())
        .state("aria-pressed", move || place().is_some())
        .press(move || desk.plan(|lesson| lesson.toggle(&name(rank))))
        .on("keydown", move |event| key(desk, &event, index, rank))
        .child(el("i", "num").live_text(move || place().map(|place| (place + 1).to_string()).unwrap_or_default()))
        .child(el("b", "").text(&model.label(rank, words)))
        .child(el("small", "num").text(&figures_of(words, &model, rank)));
    el("li", "").child(button)
}

/// Up and down walk the quantities, a digit puts one at its place in the lesson.
fn key(desk: Desk, event: &Event, index: usize, rank: usize) {
    let go = |index: usize| web::focus(&web::with("data-pick", &index.to_string()));
    if let Some((digit @ 1..=Lesson::LONGEST, _)) = web::digit(event) {
        return desk.plan(|lesson| lesson.put(&desk.model().quantity(rank).id, digit - 1));
    }
    match web::movement(event) {
        Some(Move::Up) => go(index.saturating_sub(1)),
        Some(Move::Down) => go(index + 1),
        Some(Move::Forth) => desk.step_class(true),
        Some(_) | None => {}
    }
}
