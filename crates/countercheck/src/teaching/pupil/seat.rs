//! Where a pupil is in the work: at which step, on which topic and pair, before which texts.

/// What a pupil does one after the other, and back again at will.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Step {
    /// Figures are marked.
    #[default]
    Mark,
    /// Two marks at a time get a word and a reason.
    Compare,
    /// One careful sentence a topic.
    Say,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 3] = [Self::Mark, Self::Compare, Self::Say];
}

/// Texts that are looked at side by side.
const BESIDE: usize = 2;

/// Where a pupil is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Seat {
    /// The step.
    pub step: Step,
    /// The place of the topic.
    pub topic: usize,
    /// The place of the pair among those of the topic.
    pub pair: usize,
    /// The ids of the texts, the one turned to last at the end.
    pub texts: Vec<String>,
}

impl Seat {
    /// Reads what [`Seat::write`] wrote; what is not understood is the beginning.
    pub fn read(text: &str) -> Self {
        let mut parts = text.splitn(4, '.');
        let mut number = || parts.next().and_then(|part| part.parse::<usize>().ok()).unwrap_or_default();
        let (step, topic, pair) = (number(), number(), number());
        let texts = parts.next().unwrap_or_default().split(',').filter(|id| !id.is_empty()).map(str::to_owned);
        Self { step: Step::ALL.get(step).copied().unwrap_or_default(), topic, pair, texts: texts.collect() }
    }

    /// "1.0.2.A,C": the second step, the first topic, its third pair, the texts A and C.
    pub fn write(&self) -> String {
        let numbers = [self.step as usize, self.topic, self.pair].map(|number| number.to_string());
        [&numbers.join("."), ".", &self.texts.join(",")].concat()
    }

    /// The places of the texts that are looked at, two where there are two, the one turned to last at the end; `letters`
    /// are the ids of all texts, `only` that of the one that a group has.
    pub fn shown(&self, letters: &[&str], only: Option<&str>) -> Vec<usize> {
        if let Some(place) = letters.iter().position(|id| Some(*id) == only) {
            return vec![place];
        }
        let turned_to = self.texts.iter().rev().filter_map(|text| letters.iter().position(|id| id == text));
        let mut shown = Vec::new();
        for place in turned_to.chain(0..letters.len()) {
            if shown.len() < BESIDE && !shown.contains(&place) {
                shown.insert(0, place);
            }
        }
        shown
    }

    /// Turns to a text; the one that was turned to before stays beside it.
    pub fn turn_to(&mut self, letters: &[&str], place: usize) {
        let mut shown = self.shown(letters, None);
        shown.retain(|&other| other != place);
        shown.push(place);
        let behind = shown.len().saturating_sub(BESIDE);
        self.texts = shown[behind..].iter().filter_map(|&place| letters.get(place)).map(|&id| id.to_owned()).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LETTERS: [&str; 4] = ["A", "B", "C", "D"];

    #[test]
    fn two_texts_are_looked_at_and_the_last_two_turned_to_stay() {
        let mut seat = Seat::default();
        assert_eq!(seat.shown(&LETTERS, None), [1, 0]);
        seat.turn_to(&LETTERS, 2);
        assert_eq!(seat.shown(&LETTERS, None), [0, 2]);
        seat.turn_to(&LETTERS, 3);
        assert_eq!(seat.shown(&LETTERS, None), [2, 3]);
        seat.turn_to(&LETTERS, 2);
        assert_eq!(seat.shown(&LETTERS, None), [3, 2]);
        assert_eq!(seat.shown(&LETTERS[..1], None), [0]);
        assert_eq!(seat.shown(&[], None), [0; 0]);
    }

    #[test]
    fn a_group_looks_at_its_text_alone() {
        assert_eq!(Seat::default().shown(&LETTERS, Some("C")), [2]);
        assert_eq!(Seat::default().shown(&LETTERS, Some("gone")), [1, 0]);
    }

    #[test]
    fn any_text_is_a_seat() {
        for text in ["", "x", "9.9.9.9", "1", "...", "0.1.2.A,,C,"] {
            let seat = Seat::read(text);
            assert_eq!(Seat::read(&seat.write()), seat, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_seat_reads_as_it_was_written(step in 0..3usize, topic in 0..20usize, pair: usize, texts in prop::collection::vec("[A-Z]{1,3}", 0..3)) {
            let seat = Seat { step: Step::ALL[step], topic, pair, texts };
            prop_assert_eq!(Seat::read(&seat.write()), seat);
        }
    }
}
