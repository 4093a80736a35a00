//! How a reader arranged the columns: their order, which are hidden, how wide they are.

use crate::reading::text::percent::{decoded, encoded};

/// A column that nobody made wider or narrower, in percent.
const NORMAL: u16 = 100;

/// The narrowest and the widest column, in percent.
const WIDTHS: (u16, u16) = (40, 400);

/// One text's column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    /// Index of the text in the collection.
    pub source: usize,
    /// It is not shown.
    pub is_hidden: bool,
    /// Its share of the width, in percent of an equal one.
    pub width: u16,
}

/// The columns that an address names, as `E,A~150,-B`: E first, then A half as wide again, B hidden. The texts that it
/// does not name follow in their own order; what names no text is passed over. One column is always shown.
pub fn columns(address: &str, letters: &[&str]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for part in address.split(',').filter(|part| !part.is_empty()) {
        let (name, width) = part.split_once('~').unwrap_or((part, ""));
        let (name, is_hidden) = name.strip_prefix('-').map_or((name, false), |name| (name, true));
        let name = decoded(name);
        let source = letters.iter().position(|letter| *letter == name);
        let width = width.parse().map_or(NORMAL, |width: u16| width.clamp(WIDTHS.0, WIDTHS.1));
        if let Some(source) = source.filter(|source| columns.iter().all(|column| column.source != *source)) {
            columns.push(Column { source, is_hidden, width });
        }
    }
    for source in 0..letters.len() {
        if columns.iter().all(|column| column.source != source) {
            columns.push(Column { source, is_hidden: false, width: NORMAL });
        }
    }
    if columns.iter().all(|column| column.is_hidden) {
        columns.iter_mut().take(1).for_each(|column| column.is_hidden = false);
    }
    columns
}

/// The other way round; empty for columns at rest.
pub fn columns_address(columns: &[Column], letters: &[&str]) -> String {
    let is_at_rest = |(i, column): (usize, &Column)| *column == Column { source: i, is_hidden: false, width: NORMAL };
    if columns.iter().enumerate().all(is_at_rest) {
        return String::new();
    }
    let part = |column: &Column| {
        let hidden = if column.is_hidden { "-" } else { "" };
        let width = if column.width == NORMAL { String::new() } else { format!("~{}", column.width) };
        [hidden, &encoded(letters[column.source]), &width].concat()
    };
    columns.iter().map(part).collect::<Vec<_>>().join(",")
}

/// Moves a column to the place of the next shown one in a direction, if there is one.
pub fn move_column(columns: &mut Vec<Column>, source: usize, forth: bool) {
    let Some(from) = columns.iter().position(|column| column.source == source) else { return };
    let to = neighbour(columns, from, forth);
    if let Some(to) = to {
        let column = columns.remove(from);
        columns.insert(to, column);
    }
}

fn neighbour(columns: &[Column], from: usize, forth: bool) -> Option<usize> {
    let is_shown = |place: &usize| !columns[*place].is_hidden;
    if forth { (from + 1..columns.len()).find(is_shown) } else { (0..from).rev().find(is_shown) }
}

/// Moves the line between two columns: what one gains, in percent, the other one loses.
pub fn shift_line(columns: &mut [Column], left: usize, right: usize, gain: i32) {
    let width = |columns: &[Column], source| {
        columns.iter().find(|column| column.source == source).map_or(i32::from(NORMAL), |it| i32::from(it.width))
    };
    let (least, most) = (i32::from(WIDTHS.0), i32::from(WIDTHS.1));
    let (a, b) = (width(columns, left), width(columns, right));
    let gain = gain.max(least - a).max(b - most).min(most - a).min(b - least);
    for column in columns {
        let change = if column.source == left {
            gain
        } else if column.source == right {
            -gain
        } else {
            0
        };
        column.width = (i32::from(column.width) + change) as u16;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LETTERS: [&str; 4] = ["A", "B", "C", "D"];

    fn again(address: &str) -> String {
        columns_address(&columns(address, &LETTERS), &LETTERS)
    }

    #[test]
    fn columns_read_as_they_are_written() {
        for address in ["", "D,A,B,C", "A~150,-B,C,D", "-D~40,A,B,C"] {
            assert_eq!(again(address), address);
        }
    }

    #[test]
    fn what_an_address_leaves_open_is_filled_in() {
        assert_eq!(again("C"), "C,A,B,D");
        assert_eq!(again("Z,C,C,,~,-"), "C,A,B,D");
        assert_eq!(again("A,B,C,D"), "");
        assert_eq!(again("A~1,B~70000,C~9999"), "A~40,B,C~400,D");
        assert_eq!(again("-A,-B,-C,-D"), "A,-B,-C,-D");
    }

    #[test]
    fn columns_move_past_hidden_ones() {
        let moved = |address: &str, source, forth| {
            let mut columns = columns(address, &LETTERS);
            move_column(&mut columns, source, forth);
            columns_address(&columns, &LETTERS)
        };
        assert_eq!(moved("", 0, true), "B,A,C,D");
        assert_eq!(moved("A,-B,C,D", 0, true), "-B,C,A,D");
        assert_eq!(moved("A,-B,C,D", 2, false), "C,A,-B,D");
        assert_eq!(moved("", 0, false), "");
    }

    #[test]
    fn a_line_moves_between_two_columns_only() {
        let mut columns = columns("A,B~120,C,D", &LETTERS);
        shift_line(&mut columns, 0, 1, 30);
        assert_eq!(columns_address(&columns, &LETTERS), "A~130,B~90,C,D");
        shift_line(&mut columns, 0, 1, 900);
        assert_eq!(columns_address(&columns, &LETTERS), "A~180,B~40,C,D");
        shift_line(&mut columns, 0, 1, -900);
        assert_eq!(columns_address(&columns, &LETTERS), "A~40,B~180,C,D");
    }

    proptest! {
        #[test]
        fn every_text_has_one_column(address in "[A-F~,0-9-]{0,30}") {
            let columns = columns(&address, &LETTERS);
            let mut sources: Vec<usize> = columns.iter().map(|column| column.source).collect();
            sources.sort_unstable();
            prop_assert_eq!(sources, [0, 1, 2, 3]);
            prop_assert!(columns.iter().any(|column| !column.is_hidden));
        }
    }
}
