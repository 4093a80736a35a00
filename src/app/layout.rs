//! What fits on the screen: widths, which columns stand open, and where a chosen figure comes to lie. Pure.

use countercheck::desk::Column;

/// How much fits beside each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Layout {
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
    pub(crate) fn of(width: usize) -> Self {
        match width {
            ..700 => Self::Phone,
            700..1024 => Self::Medium,
            1024..1280 => Self::Narrow,
            _ => Self::Wide,
        }
    }

    /// Its names for the style sheets: `slim` where the list of figures is a drawer, `mid` between phone and desk.
    pub(crate) fn classes(self) -> &'static str {
        match self {
            Self::Phone => "slim phone",
            Self::Medium => "slim mid medium",
            Self::Narrow => "slim mid narrow",
            Self::Wide => "wide",
        }
    }

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
pub(crate) enum Stand {
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
pub(crate) struct Slot {
    pub(crate) source: usize,
    pub(crate) stand: Stand,
    /// Its share of the width, in percent of an equal one.
    pub(crate) width: u16,
}

/// How each column stands, in their order: as many speaking ones as there is room for, `lead` among them. On the phone
/// `lead` alone is open, silent or not.
pub(crate) fn slots(layout: Layout, lead: usize, silent: &[usize], columns: &[Column]) -> Vec<Slot> {
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

/// The tracks of the columns' grid.
pub(crate) fn tracks(layout: Layout, slots: &[Slot]) -> String {
    let track = |slot: &Slot| match (slot.stand, layout) {
        (Stand::Hidden, _) => String::new(),
        (Stand::Open, Layout::Wide) => {
            let least = LEAST * u32::from(slot.width.min(100)) / 100;
            format!("minmax({least}px, {}fr)", slot.width)
        }
        (Stand::Open, _) => "minmax(0, 1fr)".to_owned(),
        (Stand::Silent, Layout::Wide) => "116px".to_owned(),
        _ => "62px".to_owned(),
    };
    slots.iter().map(track).collect::<Vec<_>>().join(" ")
}

/// Where in the height of a column the chosen figures lie.
const HEIGHT: f64 = 0.44;

/// A column as it was measured: heights in CSS pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Measured {
    /// Height of the window onto the text.
    pub(crate) view: f64,
    /// Height of the whole text.
    pub(crate) content: f64,
    /// Middle of the chosen figure's first line, from the top of the text.
    pub(crate) line: f64,
    /// The same, from the top of the window, as it is drawn now.
    pub(crate) drawn: f64,
}

/// How a column is moved.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Placement {
    /// Blank space above the text, where it is too short to come down far enough.
    pub(crate) above: f64,
    /// Blank space below the text, where it is too short to go up far enough.
    pub(crate) below: f64,
    /// How far the column is scrolled.
    pub(crate) scroll: f64,
    /// How far the figure still has to travel, for the eye to follow: at most the height of the window.
    pub(crate) travel: f64,
}

impl Measured {
    /// Brings the figure to the common height, with blank space where the text does not reach.
    pub(crate) fn placed(self) -> Placement {
        let height = (HEIGHT * self.view).round();
        let wanted = self.line - height;
        Placement {
            above: (-wanted).max(0.0),
            below: (wanted + self.view - self.content).max(0.0),
            scroll: wanted.max(0.0),
            travel: (self.drawn - height).max(-self.view).min(self.view),
        }
    }

    /// Leaves the figure near the common height, without blank space.
    pub(crate) fn released(self) -> Placement {
        let placed = self.placed();
        let scroll = placed.scroll.min((self.content - self.view).max(0.0));
        Placement { above: 0.0, below: 0.0, scroll, travel: 0.0 }
    }
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

    #[test]
    fn figures_come_to_one_height_in_long_and_in_short_texts() {
        let measured = |line, content| Measured { view: 500.0, content, line, drawn: 900.0 };
        let placed = |line, content| {
            let Placement { above, below, scroll, travel } = measured(line, content).placed();
            (above, below, scroll, travel)
        };
        assert_eq!(placed(1000.0, 3000.0), (0.0, 0.0, 780.0, 500.0));
        assert_eq!(placed(100.0, 3000.0), (120.0, 0.0, 0.0, 500.0));
        assert_eq!(placed(2990.0, 3000.0), (0.0, 270.0, 2770.0, 500.0));
        assert_eq!(measured(2990.0, 3000.0).released().scroll, 2500.0);
        assert_eq!(measured(10.0, 90.0).released().scroll, 0.0);
    }
}
