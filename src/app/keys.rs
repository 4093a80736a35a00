//! Keys that work everywhere on the page.

use countercheck::desk::View;
use leptos::prelude::untrack;

use super::state::Desk;
use super::web;

/// What a key asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Command {
    Step(isize),
    Source(isize),
    Drawer,
    View(View),
    Find,
    Columns,
    Lock,
    Help,
    Escape,
}

/// The command of a key; letters only where they are switched on.
fn command(key: &str, letters: bool) -> Option<Command> {
    Some(match key {
        "Escape" => Command::Escape,
        _ if !letters => return None,
        "j" => Command::Step(1),
        "k" => Command::Step(-1),
        "]" => Command::Source(1),
        "[" => Command::Source(-1),
        "f" => Command::Drawer,
        "r" => Command::View(View::Read),
        "t" => Command::View(View::Table),
        "l" => Command::View(View::Timeline),
        "/" => Command::Find,
        "c" => Command::Columns,
        "s" => Command::Lock,
        "?" => Command::Help,
        _ => return None,
    })
}

/// Listens for keys as long as the page lives.
pub(crate) fn listen(desk: Desk) {
    web::on_key(move |key| {
        let wanted = command(key, untrack(|| desk.letter_keys())).filter(|_| !desk.dialog_is_open());
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
        Command::Help => desk.open_dialog("help"),
        Command::Escape => desk.back_out(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_can_be_switched_off() {
        assert_eq!(command("j", true), Some(Command::Step(1)));
        assert_eq!(command("j", false), None);
        assert_eq!(command("Escape", false), Some(Command::Escape));
        assert_eq!(command("q", true), None);
    }
}
