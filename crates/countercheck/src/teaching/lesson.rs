//! A lesson: a few quantities in a teacher's order, and for each the steps in which a class meets it. Pure: where the
//! class stands is one value, which the page keeps and writes into its address.

use std::ops::Range;

use crate::comparing::{Alignment, ClaimKey, Comparison, Family, Pair, Relation};
use crate::reading::claim::{Claim, Effect};

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

    /// The minutes that a class is given for it at first.
    pub fn minutes(self) -> usize {
        match self {
            Self::Clash | Self::Who => 1,
            Self::Others | Self::Word | Self::Reason => 2,
            Self::Sentence => 3,
        }
    }
}

/// Where a class stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// Before the lesson: its quantities are picked.
    Plan,
    /// At a step of a quantity, by its place in the lesson.
    At(usize, Step),
    /// At the end: what the texts agree on, where they differ, what stands in one only.
    End,
}

/// A quantity in a lesson.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Taught {
    /// Its name in links.
    pub quantity: String,
    /// The hands that were counted for it.
    pub hands: Hands,
}

impl Taught {
    /// Reads what [`Taught::write`] wrote. Any text names a quantity.
    pub fn read(text: &str) -> Self {
        let split = text.rsplit_once(HANDS).and_then(|(quantity, hands)| Some((quantity, Hands::read(hands)?)));
        let (quantity, hands) = split.unwrap_or((text, Hands::default()));
        Self { quantity: quantity.to_owned(), hands }
    }

    /// The name, and behind a "~" the hands where there are any.
    pub fn write(&self) -> String {
        let hands = self.hands.write();
        let is_plain = hands.is_empty() && !self.quantity.contains(HANDS);
        if is_plain { self.quantity.clone() } else { [&self.quantity, "~", &hands].concat() }
    }
}

/// What stands between the name of a quantity and its hands in an address.
const HANDS: char = '~';

/// The quantities of a lesson in the order in which they are taught.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lesson {
    /// At most [`Lesson::LONGEST`], each once.
    pub quantities: Vec<Taught>,
}

impl Lesson {
    /// More quantities than this do not fit into a lesson.
    pub const LONGEST: usize = 5;

    /// Fewer do not fill one.
    pub const SHORTEST: usize = 3;

    /// A lesson for a collection: of the quantities that two texts or more give one for each family of relations, from
    /// the widest gap on, and further ones where that is too short.
    pub fn suggested(comparison: &Comparison) -> Self {
        let mut seen: Vec<Family> = Vec::new();
        let mut lesson = Self::default();
        let rows = || comparison.alignments.iter().filter(|row| is_taught(row));
        for row in rows() {
            let family = row.widest().map(Relation::family);
            if let Some(family) = family.filter(|family| !seen.contains(family)) {
                seen.push(family);
                lesson.put(&row.id, Self::LONGEST);
            }
        }
        for row in rows() {
            if lesson.quantities.len() < Self::SHORTEST && lesson.position(&row.id).is_none() {
                lesson.put(&row.id, Self::LONGEST);
            }
        }
        lesson
    }

    /// The place of a quantity in the lesson.
    pub fn position(&self, quantity: &str) -> Option<usize> {
        self.quantities.iter().position(|taught| taught.quantity == quantity)
    }

    /// Takes a quantity in at the end, or out.
    pub fn toggle(&mut self, quantity: &str) {
        match self.position(quantity) {
            Some(place) => drop(self.quantities.remove(place)),
            None => self.put(quantity, Self::LONGEST),
        }
    }

    /// Puts a quantity at a place, with its hands; a full lesson takes in no further one.
    pub fn put(&mut self, quantity: &str, place: usize) {
        let taught = match self.position(quantity) {
            Some(before) => self.quantities.remove(before),
            None if self.quantities.len() >= Self::LONGEST => return,
            None => Taught { quantity: quantity.to_owned(), ..Taught::default() },
        };
        self.quantities.insert(place.min(self.quantities.len()), taught);
    }

    /// One step on; the end stays the end, and a lesson without quantities is not begun.
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
            Place::Plan => 0,
            Place::At(quantity, step) => 1 + quantity * Step::ALL.len() + step as usize,
            Place::End => 1 + self.quantities.len() * Step::ALL.len(),
        }
    }

    /// The place with a number; the end for any that is too high.
    pub fn place(&self, number: usize) -> Place {
        let Some(number) = number.checked_sub(1).filter(|_| !self.quantities.is_empty()) else { return Place::Plan };
        let (quantity, step) = (number / Step::ALL.len(), number % Step::ALL.len());
        if quantity < self.quantities.len() { Place::At(quantity, Step::ALL[step]) } else { Place::End }
    }
}

/// Whether a lesson can be given on a quantity: two texts speak of it.
pub fn is_taught(row: &Alignment) -> bool {
    row.pairs.iter().any(|pair| pair.a.article != pair.b.article)
}

/// The two figures that a lesson on a quantity begins with: of two texts, as far apart as `relation` says of any; of
/// several such pairs the one whose numbers differ most, and of those the one that says most of where they come from.
pub fn clash(
    comparison: &Comparison,
    row: &Alignment,
    relation: &dyn Fn(&Pair) -> Relation,
) -> Option<(ClaimKey, ClaimKey)> {
    let mut clash = None;
    let mut furthest = (Relation::Same, -1.0, 0);
    for pair in row.pairs.iter().filter(|pair| pair.a.article != pair.b.article) {
        let (a, b) = (comparison.claim(pair.a), comparison.claim(pair.b));
        let apart = (relation(pair), apart(a, b), told(a) + told(b));
        if apart > furthest {
            (furthest, clash) = (apart, Some((pair.a, pair.b)));
        }
    }
    clash
}

/// How much is told of where a figure comes from: a headline says least.
fn told(claim: &Claim) -> usize {
    2 * usize::from(claim.attribution.is_some()) + usize::from(claim.sentence.start > 0)
}

/// How far the numbers of two figures differ, as a share of the larger one; nothing where one has no number.
fn apart(a: &Claim, b: &Claim) -> f64 {
    let (Some(a), Some(b)) = (a.value, b.value) else { return 0.0 };
    let larger = a.abs().max(b.abs());
    if larger > 0.0 { (a - b).abs() / larger } else { 0.0 }
}

/// The one figure that every text with a figure for a quantity allows, where there is one: the lowest floor, or the
/// number that all of them give. It is said with "at least" where `is_floor`, unless its own words say so.
pub fn allowed(comparison: &Comparison, row: &Alignment) -> Option<Allowed> {
    let can_hold = row.widest().is_some_and(|relation| relation.family() == Family::CanBothHold);
    let effect = |key: ClaimKey| comparison.claim(key).hedge.map(|hedge| hedge.effect);
    let is_floor = |key: ClaimKey| matches!(effect(key), Some(Effect::AtLeast | Effect::MoreThan));
    let is_exact = |key: ClaimKey| matches!(effect(key), None | Some(Effect::Only | Effect::Exact));
    let value = |key: ClaimKey| comparison.claim(key).value.filter(|_| is_floor(key) || is_exact(key));
    let mut lowest = *row.members.first().filter(|_| can_hold)?;
    for &key in &row.members {
        if value(key)? < value(lowest)? {
            lowest = key;
        }
    }
    Some(Allowed { figure: lowest, is_floor: is_exact(lowest) && !row.members.iter().all(|&key| is_exact(key)) })
}

/// What all the texts allow to be said of a quantity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Allowed {
    /// The figure.
    pub figure: ClaimKey,
    /// Whether it is said with "at least", which its own words do not say.
    pub is_floor: bool,
}

/// What stands for a name that is masked.
pub const MASK: &str = "▒▒▒";

/// A text with some names masked, where they stand as words of their own.
pub fn masked<'n>(text: &str, names: impl Iterator<Item = &'n str>) -> String {
    let mut masked = text.to_owned();
    for name in names.filter(|name| !name.is_empty()) {
        let mut rest = std::mem::take(&mut masked);
        while let Some(at) = rest.find(name) {
            let after = at + name.len();
            let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            let inside = is_letter(rest[..at].chars().next_back()) || is_letter(rest[after..].chars().next());
            masked.push_str(&rest[..at]);
            masked.push_str(if inside { name } else { MASK });
            rest.drain(..after);
        }
        masked.push_str(&rest);
    }
    masked
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

/// A question that a class answers by raising hands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ballot {
    /// Whether two sentences disagree: yes, no, cannot tell.
    First,
    /// The same, once it is known who says so.
    Again,
    /// Which relation it is, in the order of [`Relation::ALL`].
    Word,
}

impl Ballot {
    /// The question of a step.
    pub fn of(step: Step) -> Option<Self> {
        match step {
            Step::Clash => Some(Self::First),
            Step::Who => Some(Self::Again),
            Step::Word => Some(Self::Word),
            Step::Others | Step::Reason | Step::Sentence => None,
        }
    }

    /// The places of its answers among all answers to all questions.
    fn places(self) -> Range<usize> {
        match self {
            Self::First => 0..3,
            Self::Again => 3..6,
            Self::Word => 6..ANSWERS,
        }
    }

    /// How many answers it has.
    pub fn answers(self) -> usize {
        self.places().len()
    }
}

/// Answers to all questions on a quantity.
const ANSWERS: usize = 6 + Relation::ALL.len();

/// More hands than this no class raises.
const MOST_HANDS: usize = 999;

/// The hands that a class raised for a quantity.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Hands {
    hands: [usize; ANSWERS],
}

impl Hands {
    /// One hand more for an answer, or one less.
    pub fn count(&mut self, ballot: Ballot, answer: usize, more: bool) {
        if let Some(hands) = self.hands[ballot.places()].get_mut(answer) {
            *hands = if more { (*hands + 1).min(MOST_HANDS) } else { hands.saturating_sub(1) };
        }
    }

    /// The hands for an answer.
    pub fn of(&self, ballot: Ballot, answer: usize) -> usize {
        self.hands[ballot.places()].get(answer).copied().unwrap_or_default()
    }

    /// All hands for the answers to a question.
    pub fn sum(&self, ballot: Ballot) -> usize {
        self.hands[ballot.places()].iter().sum()
    }

    /// The answer with most hands; the first of several, none without hands.
    pub fn leading(&self, ballot: Ballot) -> Option<usize> {
        let most = self.hands[ballot.places()].iter().max().filter(|most| **most > 0)?;
        self.hands[ballot.places()].iter().position(|hands| hands == most)
    }

    /// The numbers in order, as "14.8.5"; trailing ones without hands are left out.
    fn write(&self) -> String {
        let used = self.hands.iter().rposition(|hands| *hands > 0).map_or(0, |last| last + 1);
        self.hands[..used].iter().map(usize::to_string).collect::<Vec<_>>().join(".")
    }

    fn read(text: &str) -> Option<Self> {
        let mut read = Self::default();
        for (i, number) in text.split('.').filter(|_| !text.is_empty()).enumerate() {
            *read.hands.get_mut(i)? = number.parse().ok().filter(|hands| *hands <= MOST_HANDS)?;
        }
        Some(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{compare, shipped};
    use proptest::prelude::*;

    fn lesson(quantities: &[&str]) -> Lesson {
        let mut lesson = Lesson::default();
        for quantity in quantities {
            lesson.toggle(quantity);
        }
        lesson
    }

    #[test]
    fn a_lesson_walks_through_its_steps_and_stays_at_its_ends() {
        let lesson = lesson(&["deaths", "arrests"]);
        let mut place = Place::Plan;
        assert_eq!(lesson.back(place), place);
        let mut steps = 0;
        while place != Place::End {
            assert_eq!(lesson.place(lesson.number(place)), place);
            assert_eq!(lesson.back(lesson.forward(place)), place);
            place = lesson.forward(place);
            steps += 1;
        }
        assert_eq!((steps, lesson.forward(place)), (13, Place::End));
        assert_eq!(Lesson::default().forward(Place::Plan), Place::Plan);
    }

    #[test]
    fn quantities_are_taken_in_out_and_to_their_place() {
        let mut it = lesson(&["a", "b", "c"]);
        it.quantities[2].hands.count(Ballot::Word, 6, true);
        it.put("c", 0);
        it.toggle("a");
        it.put("d", 9);
        let names: Vec<&str> = it.quantities.iter().map(|taught| taught.quantity.as_str()).collect();
        assert_eq!(names, ["c", "b", "d"]);
        assert_eq!(it.quantities[0].hands.of(Ballot::Word, 6), 1);
        let full = lesson(&["a", "b", "c", "d", "e", "f"]);
        assert_eq!(full.quantities.len(), Lesson::LONGEST);
    }

    #[test]
    fn the_shipped_texts_suggest_quantities_of_different_families() {
        let comparison = compare(&shipped::collection());
        let lesson = Lesson::suggested(&comparison);
        assert!((3..=Lesson::LONGEST).contains(&lesson.quantities.len()), "{lesson:?}");
        let row = |taught: &Taught| comparison.alignments.iter().find(|row| row.id == taught.quantity);
        let mut relations: Vec<_> =
            lesson.quantities.iter().map(|taught| row(taught).and_then(Alignment::widest)).collect();
        relations.dedup();
        assert_eq!(relations.len(), lesson.quantities.len());
        assert!(lesson.position("deaths-in-the-post-election-protests").is_some());
    }

    #[test]
    fn a_lesson_begins_with_the_pair_that_is_furthest_apart() {
        let collection = shipped::collection();
        let comparison = compare(&collection);
        let row = comparison.alignments.iter().find(|row| row.id.starts_with("deaths")).unwrap();
        let (a, b) = clash(&comparison, row, &|pair| pair.relation).unwrap();
        let printed = |key: ClaimKey| comparison.claim(key).quote.of(&collection.articles[key.article].text);
        assert_eq!((printed(a), printed(b)), ("28", "25"));
        let allowed = allowed(&comparison, row).unwrap();
        assert_eq!((printed(allowed.figure), allowed.is_floor), ("25", false));
    }

    #[test]
    fn no_figure_is_allowed_by_texts_that_differ() {
        let comparison = compare(&shipped::collection());
        for row in &comparison.alignments {
            let meets = row.widest().map(Relation::family) == Some(Family::CanBothHold);
            assert!(meets || allowed(&comparison, row).is_none(), "{}", row.id);
        }
    }

    #[test]
    fn every_quantity_is_in_the_closing_once() {
        let comparison = compare(&shipped::collection());
        let closing = closing(&comparison);
        assert_eq!(closing.agree.len() + closing.explained.len() + closing.differ.len(), comparison.alignments.len());
        assert!(closing.only_here > 0);
    }

    #[test]
    fn names_are_masked_as_words() {
        let names = ["AP", "Havana Times", ""];
        let text = "AP, the APs and the Havana Times, told AP.";
        assert_eq!(masked(text, names.into_iter()), "▒▒▒, the APs and the ▒▒▒, told ▒▒▒.");
    }

    #[test]
    fn hands_go_up_and_never_below_none() {
        let mut hands = Hands::default();
        hands.count(Ballot::First, 2, false);
        hands.count(Ballot::First, 2, true);
        hands.count(Ballot::First, 3, true);
        hands.count(Ballot::Word, 3, true);
        assert_eq!((hands.of(Ballot::First, 2), hands.sum(Ballot::First), hands.sum(Ballot::Again)), (1, 1, 0));
        assert_eq!((hands.leading(Ballot::Word), hands.leading(Ballot::Again)), (Some(3), None));
        assert_eq!(Taught { quantity: "a".into(), hands }.write(), "a~0.0.1.0.0.0.0.0.0.1");
    }

    proptest! {
        #[test]
        fn what_is_taught_reads_as_it_was_written(quantity in "\\PC*", raised in prop::collection::vec(0..1000usize, 0..14)) {
            let mut hands = Hands::default();
            for (place, raised) in hands.hands.iter_mut().zip(raised) {
                *place = raised;
            }
            let taught = Taught { quantity, hands };
            prop_assert_eq!(Taught::read(&taught.write()), taught);
        }

        #[test]
        fn any_text_names_a_quantity(text in "\\PC*~?[0-9.]*") {
            let taught = Taught::read(&text);
            prop_assert_eq!(Taught::read(&taught.write()), taught);
        }
    }
}
