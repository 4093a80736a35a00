//! What fits on the screen: layouts for widths, and which columns stand open.

use super::columns::Column;

/// How much fits beside each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    /// One column under letter tabs; the card is a sheet.
    Phone,
    /// Two columns; the list of figures is a drawer.
    Medium,
    /// Four columns; the list of figures is a drawer.
    Narrow,
    /// The list of figures and every column.
    Wide,
}

impl Layout {
    /// The layout for a width in CSS pixels.
    pub fn of(width: usize) -> Self {
        match width {
            ..700 => Self::Phone,
            700..1024 => Self::Medium,
            1024..1280 => Self::Narrow,
            _ => Self::Wide,
        }
    }

    /// Its names for the style sheets: `slim` where the list of figures is a drawer, `mid` between phone and desk.
    pub fn classes(self) -> &'static str {
        match self {
            Self::Phone => "slim phone",
            Self::Medium => "slim mid medium",
            Self::Narrow => "slim mid narrow",
            Self::Wide => "wide",
        }
    }

    /// How many open columns there is room for.
    fn room(self) -> usize {
        match self {
            Self::Phone => 1,
            Self::Medium => 2,
            Self::Narrow => 4,
            Self::Wide => usize::MAX,
        }
    }
}

/// How a column stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stand {
    /// Its text is on screen.
    Open,
    /// Folded, because the text gives no figure for the chosen quantity.
    Silent,
    /// Folded, for want of room.
    Strip,
    /// Put away by the reader.
    Hidden,
}

/// One column with how it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slot {
    /// Index of the text.
    pub source: usize,
    /// How it stands.
    pub stand: Stand,
    /// Its share of the width, in percent of an equal one.
    pub width: u16,
}

/// How each column stands, in their order: as many speaking ones as there is room for, `lead` among them. On the phone
/// `lead` alone is open, silent or not.
pub fn slots(layout: Layout, lead: usize, silent: &[usize], columns: &[Column]) -> Vec<Slot> {
    let shown: Vec<usize> = columns.iter().filter(|it| !it.is_hidden).map(|it| it.source).collect();
    let after = shown.iter().position(|&source| source == lead).unwrap_or(0);
    let open: Vec<usize> = if layout == Layout::Phone {
        shown.get(after).copied().into_iter().collect()
    } else {
        let speaks = |source: &&usize| !silent.contains(source);
        let before = shown[..after].iter().filter(speaks).count();
        let speaking: Vec<usize> = shown.iter().filter(speaks).copied().collect();
        let room = layout.room().min(speaking.len());
        let last = (before + 1).clamp(room, speaking.len().max(room));
        speaking[last - room..last].to_vec()
    };
    let stand = |column: &Column| match column {
        Column { is_hidden: true, .. } => Stand::Hidden,
        Column { source, .. } if open.contains(source) => Stand::Open,
        Column { source, .. } if silent.contains(source) && layout != Layout::Phone => Stand::Silent,
        _ => Stand::Strip,
    };
    columns.iter().map(|it| Slot { source: it.source, stand: stand(it), width: it.width }).collect()
}

/// Width of an open column, at the least, unless a reader made it narrower.
const LEAST: u32 = 210;

/// Width of a column at the least. On the phone one column lies over the others.
pub(crate) fn least(layout: Layout, slot: &Slot) -> u32 {
    match (slot.stand, layout) {
        (Stand::Hidden, _) | (_, Layout::Phone) => 0,
        (Stand::Open, _) => LEAST * u32::from(slot.width.min(100)) / 100,
        (Stand::Silent, Layout::Wide) => 116,
        _ => 62,
    }
}

/// The tracks of the columns' grid.
pub fn tracks(layout: Layout, slots: &[Slot]) -> String {
    let track = |slot: &Slot| match (slot.stand, layout) {
        (Stand::Hidden, _) => String::new(),
        (Stand::Open, Layout::Wide) => format!("minmax({}px, {}fr)", least(layout, slot), slot.width),
        (Stand::Open, _) => format!("minmax({}px, 1fr)", least(layout, slot)),
        _ => format!("{}px", least(layout, slot)),
    };
    slots.iter().map(track).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `O` open, `.` silent, `|` strip; a hidden one is left out.
    fn shown(layout: Layout, lead: usize, silent: &[usize], hidden: &[usize]) -> String {
        let column = |source| Column { source, is_hidden: hidden.contains(&source), width: 100 };
        let letter = |slot: &Slot| match slot.stand {
            Stand::Open => "O",
            Stand::Silent => ".",
            Stand::Strip => "|",
            Stand::Hidden => "",
        };
        let columns: Vec<Column> = (0..5).map(column).collect();
        slots(layout, lead, silent, &columns).iter().map(letter).collect()
    }

    #[test]
    fn widths_have_their_layouts() {
        use Layout::{Medium, Narrow, Phone, Wide};
        assert_eq!([390, 700, 1024, 1280].map(Layout::of), [Phone, Medium, Narrow, Wide]);
    }

    #[test]
    fn everything_is_open_where_there_is_room() {
        assert_eq!(shown(Layout::Wide, 0, &[], &[]), "OOOOO");
        assert_eq!(shown(Layout::Wide, 0, &[1, 3], &[]), "O.O.O");
        assert_eq!(shown(Layout::Narrow, 4, &[1, 3], &[]), "O.O.O");
    }

    #[test]
    fn the_lead_is_among_those_there_is_room_for() {
        assert_eq!(shown(Layout::Narrow, 0, &[], &[]), "OOOO|");
        assert_eq!(shown(Layout::Narrow, 4, &[], &[]), "|OOOO");
        assert_eq!(shown(Layout::Medium, 0, &[1, 3], &[]), "O.O.|");
        assert_eq!(shown(Layout::Medium, 4, &[1, 3], &[]), "|.O.O");
        assert_eq!(shown(Layout::Medium, 3, &[1, 3], &[]), "|.O.O");
        assert_eq!(shown(Layout::Phone, 3, &[1, 3], &[]), "|||O|");
    }

    #[test]
    fn nothing_breaks_without_columns() {
        assert!(slots(Layout::Wide, 3, &[], &[]).is_empty());
        let only = [Column { source: 0, is_hidden: false, width: 100 }];
        assert_eq!(slots(Layout::Medium, 9, &[0], &only)[0].stand, Stand::Silent);
    }

    #[test]
    fn hidden_columns_leave_their_room_to_the_others() {
        assert_eq!(shown(Layout::Wide, 0, &[1], &[0, 3]), ".OO");
        assert_eq!(shown(Layout::Medium, 0, &[], &[0]), "OO||");
        assert_eq!(shown(Layout::Medium, 4, &[1], &[3]), "|.OO");
        assert_eq!(shown(Layout::Phone, 3, &[], &[3]), "O|||");
    }
}
