//! Keys that work everywhere on the page.

use countercheck::desk::{Command, command};
use leptos::prelude::untrack;

use super::state::Desk;
use super::web;
use super::{lesson, pupil};

/// Listens for keys as long as the page lives.
pub(crate) fn listen(desk: Desk) {
    web::on_key(move |key, event| {
        if untrack(|| desk.class_step()).is_some() {
            return untrack(|| !desk.dialog_is_open() && lesson::key(desk, key, event));
        }
        if untrack(|| desk.is_copy()) {
            return pupil::key(desk, key);
        }
        let wanted = untrack(|| command(key, desk.letter_keys()).filter(|_| !desk.dialog_is_open()));
        if let Some(command) = wanted {
            obey(desk, command);
        }
        wanted.is_some()
    });
}

fn obey(desk: Desk, command: Command) {
    match command {
        Command::Step(by) => desk.step(by),
        Command::Source(by) => desk.turn_to_source(by),
        Command::Drawer => desk.toggle_drawer(),
        Command::View(view) => desk.turn_to(view),
        Command::Find => desk.go_to_find(),
        Command::Columns => desk.open_dialog("columns"),
        Command::Lock => desk.set_locked(!untrack(|| desk.is_locked())),
        Command::Pin => desk.toggle_pin(),
        Command::Help => desk.open_dialog("help"),
        Command::Journal => desk.open_dialog("journal"),
        Command::Collection => desk.open_dialog("collection"),
        Command::Share => desk.open_dialog("share"),
        Command::Class => desk.open_class(),
        Command::Add => desk.add_selected(),
        Command::Undo(again) => desk.undo(again),
        Command::Escape => desk.back_out(),
    }
}
