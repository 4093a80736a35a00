//! What fits on the screen: widths, which columns stand open, and where a chosen figure comes to lie. Pure.

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
    pub(crate) fn of(width: f64) -> Self {
        match width {
            w if w < 700.0 => Self::Phone,
            w if w < 1024.0 => Self::Medium,
            w if w < 1280.0 => Self::Narrow,
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
}

/// How each of `count` columns stands: as many speaking ones as there is room for, `lead` among them. On the phone
/// `lead` alone is open, silent or not.
pub(crate) fn stands(layout: Layout, lead: usize, silent: &[usize], count: usize) -> Vec<Stand> {
    if layout == Layout::Phone {
        return (0..count).map(|i| if i == lead { Stand::Open } else { Stand::Strip }).collect();
    }
    let speaking: Vec<usize> = (0..count).filter(|i| !silent.contains(i)).collect();
    let room = layout.room().min(speaking.len());
    let lead = speaking.iter().position(|&i| i >= lead).unwrap_or(speaking.len().saturating_sub(1));
    let open: Vec<usize> = speaking.iter().skip((lead + 1).saturating_sub(room)).take(room).copied().collect();
    let stand = |i| match (open.contains(&i), silent.contains(&i)) {
        (true, _) => Stand::Open,
        (_, true) => Stand::Silent,
        _ => Stand::Strip,
    };
    (0..count).map(stand).collect()
}

/// The tracks of the columns' grid.
pub(crate) fn tracks(layout: Layout, stands: &[Stand]) -> String {
    let track = |stand: &Stand| match (stand, layout) {
        (Stand::Open, Layout::Wide) => "minmax(210px, 1fr)",
        (Stand::Open, _) => "minmax(0, 1fr)",
        (Stand::Silent, Layout::Wide) => "116px",
        _ => "62px",
    };
    stands.iter().map(track).collect::<Vec<_>>().join(" ")
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

    /// `O` open, `.` silent, `|` strip.
    fn shown(layout: Layout, lead: usize, silent: &[usize]) -> String {
        let letter = |stand: &Stand| match stand {
            Stand::Open => 'O',
            Stand::Silent => '.',
            Stand::Strip => '|',
        };
        stands(layout, lead, silent, 5).iter().map(letter).collect()
    }

    #[test]
    fn widths_have_their_layouts() {
        use Layout::{Medium, Narrow, Phone, Wide};
        assert_eq!([390.0, 700.0, 1024.0, 1280.0].map(Layout::of), [Phone, Medium, Narrow, Wide]);
    }

    #[test]
    fn everything_is_open_where_there_is_room() {
        assert_eq!(shown(Layout::Wide, 0, &[]), "OOOOO");
        assert_eq!(shown(Layout::Wide, 0, &[1, 3]), "O.O.O");
        assert_eq!(shown(Layout::Narrow, 4, &[1, 3]), "O.O.O");
    }

    #[test]
    fn the_lead_is_among_those_there_is_room_for() {
        assert_eq!(shown(Layout::Narrow, 0, &[]), "OOOO|");
        assert_eq!(shown(Layout::Narrow, 4, &[]), "|OOOO");
        assert_eq!(shown(Layout::Medium, 0, &[1, 3]), "O.O.|");
        assert_eq!(shown(Layout::Medium, 4, &[1, 3]), "|.O.O");
        assert_eq!(shown(Layout::Medium, 3, &[1, 3]), "|.O.O");
        assert_eq!(shown(Layout::Phone, 3, &[1, 3]), "|||O|");
    }

    #[test]
    fn nothing_breaks_without_columns() {
        assert!(stands(Layout::Wide, 3, &[], 0).is_empty());
        assert_eq!(stands(Layout::Medium, 9, &[0], 1), [Stand::Silent]);
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
