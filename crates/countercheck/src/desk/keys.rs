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
    /// A lesson for a class.
    Class,
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
        "p" => Command::Class,
        "u" => Command::Undo(false),
        "U" => Command::Undo(true),
        _ => return None,
    })
}

/// What a key asks for while a lesson is on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Teach {
    /// One step on, or back.
    Step(bool),
    /// One hand more for the answer with this number from 0 on, or one less.
    Hand(usize, bool),
    /// More time, or less.
    Time(bool),
    /// Nothing on the screen, or all of it again.
    Blank,
    /// One text alone, by its letter, or all of them again.
    Alone(char),
    /// The class disagrees.
    Disagree,
    /// The map of the keys.
    Help,
    /// One layer back.
    Escape,
}

/// What a key asks for in a lesson; `digit` is the one that stands on it, whatever it types, and whether it is
/// pressed with Shift. Keys with Control stay the browser's; those of presenters are known.
pub fn teach(key: &str, digit: Option<(usize, bool)>) -> Option<Teach> {
    let digit = digit.filter(|_| !key.starts_with('^'));
    let mut letters = key.chars();
    let letter = letters.next().filter(|letter| letter.is_ascii_alphabetic() && letters.next().is_none());
    Some(match (key, digit) {
        ("ArrowRight" | "PageDown", _) => Teach::Step(true),
        ("ArrowLeft" | "PageUp", _) => Teach::Step(false),
        ("Escape", _) => Teach::Escape,
        ("Enter", _) => Teach::Disagree,
        (_, Some((0, shift))) => Teach::Time(!shift),
        (_, Some((digit, shift))) => Teach::Hand(digit - 1, !shift),
        (".", _) => Teach::Blank,
        ("?", _) => Teach::Help,
        _ => Teach::Alone(letter?.to_ascii_uppercase()),
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

    #[test]
    fn hands_are_counted_by_the_place_of_the_key() {
        assert_eq!(teach("1", Some((1, false))), Some(Teach::Hand(0, true)));
        assert_eq!(teach("&", Some((1, false))), Some(Teach::Hand(0, true)));
        assert_eq!(teach("!", Some((1, true))), Some(Teach::Hand(0, false)));
        assert_eq!(teach("0", Some((0, false))), Some(Teach::Time(true)));
        assert_eq!(teach("e", None), Some(Teach::Alone('E')));
        assert_eq!(teach("^1", Some((1, false))), None);
        for key in ["F5", "Tab", " ", "é", ""] {
            assert_eq!(teach(key, None), None);
        }
    }
}
