//! How the columns are arranged: shown or hidden, in which order, how wide, scrolled together or each by itself.

use countercheck::comparing::wording;
use countercheck::words::Key;
use leptos::prelude::*;
use web_sys::Event;

use super::bar::switch;
use super::dom::{El, el, live, nothing, several};
use super::help::{dialog, section, setting};
use super::icon::{self, icon};
use super::source::{Face, letter};
use super::state::Desk;
use super::web;

/// The dialog.
pub(crate) fn dialog_of_columns(desk: Desk) -> El {
    let words = desk.words();
    let all = move || several(desk.order().into_iter().map(|article| row(desk, article).view()).collect());
    let rows = live(move || if desk.dialog_is_open() { all() } else { nothing() });
    let lock = |desk: Desk, i: usize| desk.set_locked(i == 0);
    let lock = switch(desk, Key::ScrollTogether, &[Key::On, Key::Off], |desk| usize::from(!desk.is_locked()), lock);
    let reset = el("button", "btn").press(move || desk.reset_columns()).text(words.get(Key::ColumnsReset));
    let list = el("ul", "arrange").put(rows);
    dialog(desk, "columns", Key::Columns)
        .child(section(words.get(Key::ColumnsOrder)).child(list).child(reset))
        .child(section(words.get(Key::Scrolling)).child(setting(desk, Key::ScrollTogether, lock)))
}

fn row(desk: Desk, article: usize) -> El {
    let (model, words) = (desk.model(), desk.words());
    let source = model.article(article);
    let name = words.fill(Key::SourceOf, &[&source.id, wording::outlet(words, source)]);
    let is_shown = move || desk.shown().contains(&article);
    let show = el("button", "show")
        .attr("role", "checkbox")
        .state("aria-checked", is_shown)
        .attr("aria-label", &name)
        .press(move || desk.toggle_column(article))
        .child(letter(&source.id, Face::Outline))
        .child(el("span", "").text(wording::outlet(words, source)));
    let step = |forth: bool, glyph, word: Key| {
        let id = format!("move-{article}-{forth}");
        let label = [words.get(word), ": ", &name].concat();
        el("button", "btn quiet").attr("id", &id).attr("aria-label", &label).child(icon(glyph)).press(move || {
            desk.move_column(article, forth);
            web::focus_later(format!("#move-{article}-{forth}"));
        })
    };
    el("li", "").child(show).child(step(false, icon::UP, Key::ColumnEarlier)).child(step(
        true,
        icon::DOWN,
        Key::ColumnLater,
    ))
}

/// Percent by which an arrow key moves a line between columns.
const STEP: i32 = 10;

/// The line between an open column and the next one, which can be moved.
pub(crate) fn line_between(desk: Desk, article: usize) -> El {
    let key = move |event: Event| match web::arrow(&event, 1, 3) {
        Some(0) => desk.share_width(article, -STEP),
        Some(2) => desk.share_width(article, STEP),
        _ => {}
    };
    el("div", "grip")
        .attr("role", "separator")
        .attr("tabindex", "0")
        .attr("aria-orientation", "vertical")
        .attr("aria-label", desk.words().get(Key::ColumnWidth))
        .attr("aria-valuemin", "40")
        .attr("aria-valuemax", "400")
        .live("aria-valuenow", move || Some(desk.width_of(article).to_string()))
        .flag("hidden", move || desk.next_open(article).is_none())
        .on("keydown", key)
        .on("pointerdown", move |event| {
            let width = f64::from(untrack(|| desk.width_of(article)));
            let done = std::cell::Cell::new(0);
            web::drag(&event, article, move |share| {
                let gain = (share * width).round() as i32;
                desk.share_width(article, gain - done.replace(gain));
            });
        })
}
