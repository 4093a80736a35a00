//! A lesson: a few quantities in a teacher's order, and for each the steps in which a class meets it. Pure: where the
//! class stands is one value, which the page keeps and writes into its address.

use crate::compare::{Alignment, ClaimKey, Comparison, Family, Relation};

/// What is on the wall. Each step shows more than the one before, and none shows the program's word before the class has
/// given its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Step {
    /// Two figures that clash, in their sentences, without their sources.
    Clash,
    /// The same two with who says so and when.
    Who,
    /// What every text says, silences included.
    Others,
    /// The class names the relation.
    Word,
    /// The program's word and its reason.
    Reason,
    /// One careful sentence with blanks.
    Sentence,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 6] = [Self::Clash, Self::Who, Self::Others, Self::Word, Self::Reason, Self::Sentence];
}

/// Where a class stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// At a step of a quantity, by its place in the lesson.
    At(usize, Step),
    /// At the end: what the texts agree on, where they differ, what stands in one only.
    End,
}

/// The quantities of a lesson, by their names in links, in the order in which they are taught.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lesson {
    /// At most [`Lesson::LONGEST`].
    pub quantities: Vec<String>,
}

impl Lesson {
    /// More quantities than this do not fit into a lesson.
    pub const LONGEST: usize = 5;

    /// A lesson for a collection: up to four quantities that two texts or more give, each with a relation that the
    /// others do not have, from the widest gap on.
    pub fn suggested(comparison: &Comparison) -> Self {
        let mut seen: Vec<Relation> = Vec::new();
        let mut quantities = Vec::new();
        for row in &comparison.alignments {
            let fresh = row.widest().filter(|relation| !seen.contains(relation) && clash(row).is_some());
            if let Some(relation) = fresh.filter(|_| quantities.len() < 4) {
                seen.push(relation);
                quantities.push(row.id.clone());
            }
        }
        Self { quantities }
    }

    /// The first place: the end where there is nothing to teach.
    pub fn start(&self) -> Place {
        if self.quantities.is_empty() { Place::End } else { Place::At(0, Step::Clash) }
    }

    /// One step on; the end stays the end.
    pub fn forward(&self, place: Place) -> Place {
        self.place(self.number(place) + 1)
    }

    /// One step back; the first place stays the first.
    pub fn back(&self, place: Place) -> Place {
        self.place(self.number(place).saturating_sub(1))
    }

    /// The number of a place, from 0 on, as it stands in the address.
    pub fn number(&self, place: Place) -> usize {
        match place {
            Place::At(quantity, step) => quantity * Step::ALL.len() + step as usize,
            Place::End => self.quantities.len() * Step::ALL.len(),
        }
    }

    /// The place with a number; the end for any that is too high.
    pub fn place(&self, number: usize) -> Place {
        let (quantity, step) = (number / Step::ALL.len(), number % Step::ALL.len());
        if quantity < self.quantities.len() { Place::At(quantity, Step::ALL[step]) } else { Place::End }
    }
}

/// The two figures that a lesson on a quantity begins with: of the pairs of two texts the one with the widest gap, the
/// first of several.
pub fn clash(row: &Alignment) -> Option<(ClaimKey, ClaimKey)> {
    let pairs = row.pairs.iter().filter(|pair| pair.a.article != pair.b.article);
    let widest = pairs.clone().map(|pair| pair.relation).max()?;
    pairs.into_iter().find(|pair| pair.relation == widest).map(|pair| (pair.a, pair.b))
}

/// What a class can take home, by the names of the quantities.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Closing<'c> {
    /// Every pair of texts says the same, but for rounding, or can be true together.
    pub agree: Vec<&'c str>,
    /// The texts differ, and their words give a reason.
    pub explained: Vec<&'c str>,
    /// The texts differ without a reason, or cannot both be right.
    pub differ: Vec<&'c str>,
    /// Figures that stand in one text only.
    pub only_here: usize,
}

/// The closing of a lesson on a comparison.
pub fn closing(comparison: &Comparison) -> Closing<'_> {
    let mut closing = Closing { only_here: comparison.only_here().len(), ..Closing::default() };
    for row in &comparison.alignments {
        let group = match row.widest().map(Relation::family) {
            Some(Family::CanBothHold) | None => &mut closing.agree,
            Some(Family::ReasonGiven) => &mut closing.explained,
            Some(Family::NoReasonGiven | Family::CannotBothHold) => &mut closing.differ,
        };
        group.push(&row.id);
    }
    closing
}

/// Hands that a class raised, for each of the relations in the order of [`Relation::ALL`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    hands: [u16; Relation::ALL.len()],
}

impl Tally {
    /// One hand more.
    pub fn raise(&mut self, relation: Relation) {
        let hands = &mut self.hands[relation as usize];
        *hands = hands.saturating_add(1);
    }

    /// One hand less.
    pub fn lower(&mut self, relation: Relation) {
        let hands = &mut self.hands[relation as usize];
        *hands = hands.saturating_sub(1);
    }

    /// The hands for a relation.
    pub fn of(&self, relation: Relation) -> u16 {
        self.hands[relation as usize]
    }

    /// All hands together.
    pub fn sum(&self) -> u32 {
        self.hands.iter().map(|hands| u32::from(*hands)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{compare, shipped};

    #[test]
    fn a_lesson_walks_through_its_steps_and_stays_at_its_ends() {
        let lesson = Lesson { quantities: vec!["deaths".into(), "arrests".into()] };
        let mut place = lesson.start();
        assert_eq!(lesson.back(place), place);
        let mut steps = 0;
        while place != Place::End {
            assert_eq!(lesson.place(lesson.number(place)), place);
            assert_eq!(lesson.back(lesson.forward(place)), place);
            place = lesson.forward(place);
            steps += 1;
        }
        assert_eq!((steps, lesson.forward(place)), (12, Place::End));
        assert_eq!(Lesson::default().start(), Place::End);
    }

    #[test]
    fn the_shipped_texts_suggest_quantities_of_different_relations() {
        let comparison = compare(&shipped::collection());
        let lesson = Lesson::suggested(&comparison);
        assert!((3..=Lesson::LONGEST).contains(&lesson.quantities.len()), "{lesson:?}");
        let relation = |id: &String| comparison.alignments.iter().find(|row| row.id == *id).and_then(Alignment::widest);
        let mut relations: Vec<_> = lesson.quantities.iter().map(relation).collect();
        relations.dedup();
        assert_eq!(relations.len(), lesson.quantities.len());
    }

    #[test]
    fn every_quantity_is_in_the_closing_once() {
        let comparison = compare(&shipped::collection());
        let closing = closing(&comparison);
        assert_eq!(closing.agree.len() + closing.explained.len() + closing.differ.len(), comparison.alignments.len());
        assert!(closing.only_here > 0);
    }

    #[test]
    fn hands_go_up_and_never_below_none() {
        let mut tally = Tally::default();
        tally.lower(Relation::Conflict);
        tally.raise(Relation::Conflict);
        tally.raise(Relation::Later);
        assert_eq!((tally.of(Relation::Conflict), tally.of(Relation::Same), tally.sum()), (1, 0, 2));
    }
}
