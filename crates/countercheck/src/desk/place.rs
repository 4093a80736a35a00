//! Where a chosen figure comes to lie in its column: lengths in CSS pixels.

/// Where in the height of a column the chosen figures lie.
const HEIGHT: f64 = 0.44;

/// A column as it was measured: heights in CSS pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Measured {
    /// Height of the window onto the text.
    pub view: f64,
    /// Height of the whole text.
    pub content: f64,
    /// Middle of the chosen figure's first line, from the top of the text.
    pub line: f64,
    /// The same, from the top of the window, as it is drawn now.
    pub drawn: f64,
}

/// How a column is moved.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Placement {
    /// Blank space above the text, where it is too short to come down far enough.
    pub above: f64,
    /// Blank space below the text, where it is too short to go up far enough.
    pub below: f64,
    /// How far the column is scrolled.
    pub scroll: f64,
    /// How far the figure still has to travel, for the eye to follow: at most the height of the window.
    pub travel: f64,
}

impl Measured {
    /// Brings the figure to the common height, with blank space where the text does not reach.
    pub fn placed(self) -> Placement {
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
    pub fn released(self) -> Placement {
        let placed = self.placed();
        let scroll = placed.scroll.min((self.content - self.view).max(0.0));
        Placement { above: 0.0, below: 0.0, scroll, travel: 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
