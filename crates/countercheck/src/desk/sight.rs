//! Which columns are in sight, and how far they are moved sideways: lengths in CSS pixels.

use super::layout::{Layout, Slot, Stand, least};

/// The list of figures beside the columns, where it is no drawer.
const RAIL: u32 = 300;

/// Whether a collection of so many texts is laid out whole.
pub const fn is_few(texts: usize) -> bool {
    texts <= 8
}

/// Columns this near to the sight have their texts in them.
const NEAR: u32 = 160;

/// The window onto the columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sight {
    /// How far the columns are moved.
    pub left: u32,
    /// How wide the window is.
    pub width: u32,
}

impl Sight {
    /// The window in a page of this width.
    pub fn new(layout: Layout, page: usize, left: u32) -> Self {
        let page = u32::try_from(page).unwrap_or(u32::MAX);
        Self { left, width: if layout == Layout::Wide { page.saturating_sub(RAIL) } else { page } }
    }

    /// How far the columns have to be moved so that there is no gap behind the last one, and a column is in sight: the
    /// one wanted, or else any open one.
    pub fn settled(self, layout: Layout, slots: &[Slot], wanted: Option<usize>) -> u32 {
        let extents = extents(layout, slots);
        let last = extents.last().map_or(0, |&(_, end)| end).saturating_sub(self.width);
        let left = self.left.min(last);
        let moved = |(start, end): (u32, u32)| left.max(end.saturating_sub(self.width)).min(start);
        let mut all = slots.iter().zip(extents).map(|(slot, extent)| (slot, moved(extent)));
        let target = match wanted {
            Some(source) => all.find(|(slot, _)| slot.source == source),
            None => all.filter(|(slot, _)| slot.stand == Stand::Open).min_by_key(|(_, to)| to.abs_diff(left)),
        };
        target.map_or(left, |(_, to)| to).min(last)
    }

    fn reaches(self, (start, end): (u32, u32)) -> bool {
        start < self.left + self.width + NEAR && self.left < end + NEAR
    }
}

/// Where the columns begin and end at their narrowest: they are wider only where all of them have room.
fn extents(layout: Layout, slots: &[Slot]) -> Vec<(u32, u32)> {
    let mut end = 0;
    let extent = |slot: &Slot| {
        let start = end;
        end += least(layout, slot);
        (start, end)
    };
    slots.iter().map(extent).collect()
}

/// The columns that have anything in them: all of them where the texts are few, else those in or near sight.
pub fn near(layout: Layout, slots: &[Slot], sight: Sight) -> Vec<usize> {
    let reached = slots.iter().zip(extents(layout, slots)).filter(|it| is_few(slots.len()) || sight.reaches(it.1));
    reached.map(|(slot, _)| slot.source).collect()
}

/// Those of the columns near sight that have their texts in them: where there are many, the open ones.
pub fn bodies(slots: &[Slot], near: &[usize]) -> Vec<usize> {
    let is_open = |source: &usize| slots.iter().any(|slot| slot.source == *source && slot.stand == Stand::Open);
    near.iter().copied().filter(|source| is_few(slots.len()) || is_open(source)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A hundred columns, of which those in `open` are open and the others silent.
    fn hundred(open: impl Fn(usize) -> bool) -> Vec<Slot> {
        let stand = |source| if open(source) { Stand::Open } else { Stand::Silent };
        (0..100).map(|source| Slot { source, stand: stand(source), width: 100 }).collect()
    }

    fn laid_out(slots: &[Slot], sight: Sight) -> Vec<usize> {
        bodies(slots, &near(Layout::Wide, slots, sight))
    }

    fn sight(left: u32) -> Sight {
        Sight::new(Layout::Wide, 1440, left)
    }

    #[test]
    fn a_few_texts_are_laid_out_whole() {
        assert_eq!(laid_out(&hundred(|_| false)[..5], sight(0)), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn of_many_texts_those_in_or_near_sight_are_laid_out() {
        assert_eq!(laid_out(&hundred(|_| true), sight(0)), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(laid_out(&hundred(|_| true), sight(2100)), [9, 10, 11, 12, 13, 14, 15, 16]);
        assert_eq!(laid_out(&hundred(|i| i == 1 || i == 50), sight(0)), [1]);
        assert_eq!(near(Layout::Wide, &hundred(|_| false), sight(0)).len(), 12);
    }

    #[test]
    fn a_choice_leaves_an_open_column_in_sight() {
        let settled = |left, open: fn(usize) -> bool, wanted| sight(left).settled(Layout::Wide, &hundred(open), wanted);
        assert_eq!(settled(0, |i| i == 1, None), 0);
        assert_eq!(settled(0, |i| i == 50, None), 50 * 116 + 210 - 1140);
        assert_eq!(settled(9000, |i| i == 50, None), 50 * 116);
        assert_eq!(settled(99_999, |_| true, None), 21_000 - 1140);
        assert_eq!(settled(4200, |_| true, Some(20)), 4200);
        assert_eq!(settled(4200, |_| true, Some(0)), 0);
        assert_eq!(settled(7, |_| false, None), 7);
    }

    #[test]
    fn nothing_breaks_without_columns() {
        assert_eq!(sight(5).settled(Layout::Phone, &[], Some(3)), 0);
        assert!(laid_out(&[], sight(0)).is_empty());
    }
}
