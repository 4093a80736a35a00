//! Where the arrow keys lead in a table of rows that have a head and figures in some columns.

/// Where a key leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Move {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To what stands before in the row.
    Back,
    /// To what stands behind in the row.
    Forth,
    /// To the head of the row.
    First,
    /// To the last figure of the row.
    Last,
}

/// A place in the table: the head of a row is item 0, its figures follow.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Cell {
    /// Place of the row, from above.
    pub row: usize,
    /// Place in the row.
    pub item: usize,
}

/// The place that a move leads to. `rows` holds for every row the columns of its figures. A place outside of the
/// table is taken as its nearest one; an empty table has only the place it is asked from.
pub fn walk(rows: &[Vec<usize>], from: Cell, to: Move) -> Cell {
    let Some(bottom) = rows.len().checked_sub(1) else { return from };
    let row = from.row.min(bottom);
    let end = rows[row].len();
    let item = from.item.min(end);
    let beside = |next: usize| {
        let column = item.checked_sub(1).map(|i| rows[row][i]);
        let found = column.and_then(|column| rows[next].iter().position(|&it| it == column));
        Cell { row: next, item: found.map_or(0, |i| i + 1) }
    };
    match to {
        Move::Up if row > 0 => beside(row - 1),
        Move::Down if row < bottom => beside(row + 1),
        Move::Up | Move::Down => Cell { row, item },
        Move::Back => Cell { row, item: item.saturating_sub(1) },
        Move::Forth => Cell { row, item: (item + 1).min(end) },
        Move::First => Cell { row, item: 0 },
        Move::Last => Cell { row, item: end },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_walk_stays_in_its_column_where_it_can() {
        let rows = [vec![0, 0, 1, 4], vec![0, 2, 4], vec![3]];
        let go = |row, item, to| {
            let Cell { row, item } = walk(&rows, Cell { row, item }, to);
            (row, item)
        };
        assert_eq!(go(0, 0, Move::Down), (1, 0));
        assert_eq!(go(0, 4, Move::Down), (1, 3));
        assert_eq!(go(1, 1, Move::Up), (0, 1));
        assert_eq!(go(0, 3, Move::Down), (1, 0));
        assert_eq!(go(1, 3, Move::Forth), (1, 3));
        assert_eq!(go(1, 3, Move::First), (1, 0));
        assert_eq!(go(0, 0, Move::Back), (0, 0));
        assert_eq!(go(2, 0, Move::Last), (2, 1));
        assert_eq!(go(2, 1, Move::Down), (2, 1));
        assert_eq!(go(9, 9, Move::Up), (1, 0));
        assert_eq!(walk(&[], Cell { row: 3, item: 1 }, Move::Down), Cell { row: 3, item: 1 });
    }
}
