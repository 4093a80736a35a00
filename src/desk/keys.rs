//! What a key asks for, wherever on the page it is pressed.

use super::address::View;

/// What a key asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Command {
    /// The next quantity, or the one before.
    Step(isize),
    /// The next text, or the one before.
    Source(isize),
    /// The list of figures.
    Drawer,
    /// Another view.
    View(View),
    /// The field to find with.
    Find,
    /// The arrangement of the columns.
    Columns,
    /// Scrolling the columns together, or each by itself.
    Lock,
    /// Silent columns as wide as the others, or folded.
    Pin,
    /// The map of the keys.
    Help,
    /// The corrections.
    Journal,
    /// The collection at hand and those beside it.
    Collection,
    /// What is taken along, and the link.
    Share,
    /// A figure of the words that are selected.
    Add,
    /// The last correction undone, or done again.
    Undo(bool),
    /// Back, close, clear the choice.
    Escape,
}

/// The command of a key, which has "^" before it while Control is held; letters only where they are switched on.
pub fn command(key: &str, letters: bool) -> Option<Command> {
    Some(match key {
        "Escape" => Command::Escape,
        "^z" => Command::Undo(false),
        "^Z" => Command::Undo(true),
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
        "=" => Command::Pin,
        "?" => Command::Help,
        "e" => Command::Journal,
        "o" => Command::Collection,
        "x" => Command::Share,
        "a" => Command::Add,
        "u" => Command::Undo(false),
        "U" => Command::Undo(true),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_can_be_switched_off() {
        assert_eq!(command("j", true), Some(Command::Step(1)));
        assert_eq!(command("j", false), None);
        assert_eq!(command("Escape", false), Some(Command::Escape));
        assert_eq!(command("^z", false), Some(Command::Undo(false)));
        assert_eq!(command("^f", true), None);
        assert_eq!(command("q", true), None);
    }
}
