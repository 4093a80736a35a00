//! The copies that a class handed in, beside what the program found. Nobody's word is right because of another's.

use super::against::{TopicAgainst, against, row_of};
use super::{Pupil, State, Topic, Verdict};
use crate::collection::{Article, Collection};
use crate::comparing::{Alignment, ClaimKey, Comparison, Pair};
use crate::reading::text::fold;
use crate::words::Key;

/// The most copies that are looked at together.
pub const MOST_PUPILS: usize = 60;

/// The copy in a file that was handed in, with the texts beside it: `theirs`.
///
/// # Errors
/// Says why it is none of this collection: nobody's work, or work on other texts.
pub fn admit(collection: &Collection, theirs: &Collection, pupil: Option<Pupil>) -> Result<Pupil, Key> {
    let pupil = pupil.ok_or(Key::HandedForeign)?;
    let is_here = |article: &Article| collection.articles.iter().any(|own| own.text == article.text);
    let is_placed = || pupil.state(collection).marks.iter().any(|marked| marked.place.is_some());
    let belongs = theirs.articles.iter().any(is_here) || is_placed();
    if belongs { Ok(pupil) } else { Err(Key::HandedElsewhere) }
}

/// The copies of a class: those without a name first, the others by name.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Class {
    pupils: Vec<Pupil>,
}

impl Class {
    /// The copies, in order.
    pub fn pupils(&self) -> &[Pupil] {
        &self.pupils
    }

    /// Takes in a copy; `false` where there is no room. Of one work at two times the later stays.
    pub fn add(&mut self, pupil: Pupil) -> bool {
        if let Some(known) = self.pupils.iter_mut().find(|known| is_one_work(known, &pupil)) {
            if age(&pupil) >= age(known) {
                *known = pupil;
            }
            return true;
        }
        if self.pupils.len() >= MOST_PUPILS {
            return false;
        }
        let name = |pupil: &Pupil| fold::lowered(pupil.name.trim());
        let behind = self.pupils.iter().filter(|known| name(known) <= name(&pupil)).count();
        self.pupils.insert(behind, pupil);
        true
    }

    /// What the class was asked for, each quantity once.
    pub fn topics(&self) -> Vec<Topic> {
        let mut topics: Vec<Topic> = Vec::new();
        for topic in self.pupils.iter().flat_map(|pupil| &pupil.topics) {
            if topics.iter().all(|known| known.id != topic.id) {
                topics.push(topic.clone());
            }
        }
        topics
    }

    /// What the class made of a quantity.
    pub fn on<'c>(&self, collection: &Collection, comparison: &'c Comparison, topic: &Topic) -> Overview<'c> {
        let row = row_of(comparison, topic);
        let work = |(index, pupil): (usize, &Pupil)| {
            let place = pupil.topics.iter().position(|it| it.id == topic.id)?;
            let state = pupil.state(collection);
            let against = against(collection, comparison, pupil, &state, place);
            let blanks = state.blanks.get(place).cloned().unwrap_or_default();
            Some(Work { pupil: index, state, against, blanks })
        };
        let works: Vec<Work> = self.pupils.iter().enumerate().filter_map(work).collect();
        let figures = row.map_or(&[][..], |row| &row.members);
        let pairs = row.map_or(&[][..], |row| &row.pairs);
        Overview {
            row,
            figures: figures.iter().map(|&key| found(&works, key)).collect(),
            pairs: pairs.iter().map(|pair| tally(&works, pair)).collect(),
            works,
        }
    }
}

/// Whether two copies are one pupil's work at two times: whoever went on has done all that was done before.
fn is_one_work(a: &Pupil, b: &Pupil) -> bool {
    let (a, b) = if a.entries.len() <= b.entries.len() { (a, b) } else { (b, a) };
    let last = a.entries.len().wrapping_sub(1);
    let is_kept = |(place, (before, after)): (usize, (&super::Entry, &super::Entry))| {
        before.act == after.act && before.at == after.at || place == last && after.act.continues(&before.act)
    };
    let names = [a, b].map(|pupil| pupil.name.trim());
    let is_someones = !names[0].is_empty() || !a.entries.is_empty() || b.entries.is_empty();
    names[0] == names[1] && a.asks_as(b) && is_someones && a.entries.iter().zip(&b.entries).enumerate().all(is_kept)
}

fn age(pupil: &Pupil) -> (usize, u64) {
    (pupil.entries.len(), pupil.entries.last().map_or(0, |entry| entry.at))
}

/// What a class made of a quantity.
#[derive(Clone, PartialEq, Debug)]
pub struct Overview<'c> {
    /// The program's quantity, where it has one of this name.
    pub row: Option<&'c Alignment>,
    /// Its figures, each with how many found it.
    pub figures: Vec<Found>,
    /// Its pairs, each with the words that were chosen for it.
    pub pairs: Vec<Tally<'c>>,
    /// The work of those who were asked for it.
    pub works: Vec<Work<'c>>,
}

/// A figure and those who found it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Found {
    /// The figure.
    pub figure: ClaimKey,
    /// How many found it.
    pub by: usize,
    /// How many had its text.
    pub of: usize,
}

/// A pair and what was said of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Tally<'c> {
    /// The pair.
    pub pair: &'c Pair,
    /// The words that were chosen, each with how many chose it, in the order of [`Verdict::all`].
    pub words: Vec<(Verdict, usize)>,
}

/// What a pupil made of a quantity.
#[derive(Clone, PartialEq, Debug)]
pub struct Work<'c> {
    /// The place of the pupil.
    pub pupil: usize,
    /// All that the pupil's acts come to.
    pub state: State,
    /// The marks and words of the quantity beside what the program found.
    pub against: TopicAgainst<'c>,
    /// What stands in the blanks of the sentence.
    pub blanks: Vec<String>,
}

fn found(works: &[Work], figure: ClaimKey) -> Found {
    let is_found = |work: &&Work| work.against.found.iter().any(|(_, key)| *key == figure);
    let is_missed = |work: &&Work| work.against.missed.contains(&figure);
    let (by, missed) = (works.iter().filter(is_found).count(), works.iter().filter(is_missed).count());
    Found { figure, by, of: by + missed }
}

/// Of several words that one pupil has for a pair, by several marks of a figure, the last counts.
fn tally<'c>(works: &[Work], pair: &'c Pair) -> Tally<'c> {
    let is_of = |said: Option<&Pair>| said.is_some_and(|said| said.is_of(pair.a, pair.b));
    let chosen = |work: &Work| {
        let mut said = work.against.pairs.iter().rev().filter(|it| is_of(it.said));
        said.find_map(|it| it.heard.said.verdict)
    };
    let chosen: Vec<Verdict> = works.iter().filter_map(chosen).collect();
    let count = |verdict| (verdict, chosen.iter().filter(|it| **it == verdict).count());
    Tally { pair, words: Verdict::all().map(count).filter(|(_, count)| *count > 0).collect() }
}

#[cfg(test)]
mod tests {
    use super::super::{Act, Mark, Qualifier, Said, collection_of};
    use super::*;
    use crate::comparing::{Relation, compare};
    use crate::reading::text::Span;
    use crate::work::journal::Anchor;

    const TEXTS: [&str; 3] = [
        "The fire killed at least 27 people on Monday.",
        "The fire on Monday killed 30 people.",
        "Thirty-one people died in Monday's fire.",
    ];

    fn collection() -> Collection {
        collection_of(&TEXTS)
    }

    fn deaths() -> Topic {
        let comparison = compare(&collection());
        Topic { id: comparison.alignments[0].id.clone(), name: "Deaths".into() }
    }

    fn pupil(name: &str, only: Option<&str>, marks: &[(usize, &str)]) -> Pupil {
        let mut pupil = Pupil::new(vec![deaths()], only.map(str::to_owned));
        name.clone_into(&mut pupil.name);
        for &(article, words) in marks {
            mark(&mut pupil, article, words);
        }
        pupil
    }

    fn mark(pupil: &mut Pupil, article: usize, words: &str) {
        let (id, at) = (pupil.next_mark(), TEXTS[article].find(words).expect("words of the text"));
        let figure = Anchor::of(&collection().articles[article], Span::new(at, at + words.len()));
        pupil.push(id, Act::Mark(Mark { id, figure, qualifier: Qualifier::None, topic: Some(0), who: None }));
    }

    fn say(pupil: &mut Pupil, pair: (u64, u64), verdict: Verdict, reason: &str) {
        let at = 9 + reason.len() as u64;
        pupil.push(at, Act::Say(Said { pair, verdict: Some(verdict), reason: reason.into() }));
    }

    fn class(pupils: impl IntoIterator<Item = Pupil>) -> Class {
        let mut class = Class::default();
        for pupil in pupils {
            assert!(class.add(pupil));
        }
        class
    }

    fn names(class: &Class) -> Vec<&str> {
        class.pupils().iter().map(|pupil| pupil.name.as_str()).collect()
    }

    #[test]
    fn figures_are_counted_by_those_who_had_their_text() {
        let both = [(0, "27 people"), (1, "30"), (1, "30 people")];
        let class = class([pupil("Ana", None, &both), pupil("Ben", None, &both[..1]), pupil("Caro", Some("B"), &[])]);
        let (collection, comparison) = (collection(), compare(&collection()));
        let overview = class.on(&collection, &comparison, &deaths());
        let found = overview.figures.iter().map(|it| (it.figure.article, it.by, it.of));
        assert_eq!(found.collect::<Vec<_>>(), [(0, 2, 2), (1, 1, 3), (2, 0, 2)]);
        assert_eq!(overview.works.len(), 3);
    }

    #[test]
    fn words_on_a_pair_are_counted_once_a_pupil() {
        let mut ana = pupil("Ana", None, &[(0, "27"), (1, "30"), (1, "30 people")]);
        let mut ben = pupil("Ben", None, &[(1, "30"), (0, "27 people")]);
        say(&mut ana, (1, 2), Verdict::CannotTell, "no day");
        say(&mut ana, (1, 3), Verdict::Relation(Relation::Later), "x");
        say(&mut ben, (1, 2), Verdict::Relation(Relation::Later), "a day later");
        let (collection, comparison) = (collection(), compare(&collection()));
        let class = class([ana, ben]);
        let overview = class.on(&collection, &comparison, &deaths());
        let told = overview.pairs.iter().map(|it| (it.pair.a.article, it.pair.b.article, it.words.clone()));
        let later = Verdict::Relation(Relation::Later);
        assert_eq!(told.collect::<Vec<_>>(), [(0, 1, vec![(later, 2)]), (0, 2, vec![]), (1, 2, vec![])]);
    }

    #[test]
    fn who_hands_in_twice_stands_there_once() {
        let early = pupil("Ana", None, &[(0, "27")]);
        let mut late = early.clone();
        mark(&mut late, 1, "30");
        say(&mut late, (1, 2), Verdict::CannotTell, "no");
        let mut latest = late.clone();
        say(&mut latest, (1, 2), Verdict::CannotTell, "no day is given");
        for order in [[&early, &late, &latest], [&latest, &early, &early], [&late, &latest, &late]] {
            assert_eq!(class(order.map(Clone::clone)).pupils(), [latest.clone()]);
        }
        let mut fork = early.clone();
        mark(&mut fork, 2, "Thirty-one");
        assert_eq!(class([late.clone(), fork]).pupils().len(), 2, "two that went on from one beginning");
        late.name = "Ben".into();
        assert_eq!(names(&class([late, early])), ["Ana", "Ben"]);
    }

    #[test]
    fn those_without_a_name_come_first_and_are_not_taken_for_one() {
        let pupils = [pupil("ben", None, &[]), pupil("", None, &[(1, "30")]), pupil("Ana", None, &[])];
        let more = [pupil("", None, &[]), pupil(" ", None, &[(0, "27")]), pupil("", None, &[])];
        assert_eq!(names(&class(pupils.into_iter().chain(more))), ["", "", " ", "Ana", "ben"]);
    }

    #[test]
    fn there_is_an_end_to_pupils() {
        let mut class = class((0..MOST_PUPILS).map(|number| pupil(&number.to_string(), None, &[])));
        assert!(!class.add(pupil("one more", None, &[])));
        assert!(class.add(pupil("7", None, &[(0, "27")])), "that one has room already");
        assert_eq!(class.pupils().len(), MOST_PUPILS);
    }

    #[test]
    fn work_on_other_texts_is_no_work_on_these() {
        let handed = |pupil, texts: &[&str]| {
            let article = |text: &&str| Article { id: "A".into(), text: (*text).into(), ..Article::default() };
            let theirs = Collection { articles: texts.iter().map(article).collect(), ..Collection::default() };
            admit(&collection(), &theirs, pupil)
        };
        let idle = || Some(pupil("Ana", None, &[]));
        assert_eq!(handed(None, &TEXTS), Err(Key::HandedForeign));
        assert_eq!(handed(idle(), &["No one died."]), Err(Key::HandedElsewhere));
        assert!(handed(idle(), &TEXTS[1..]).is_ok());
        let work = pupil("Ana", None, &[(0, "27 people")]);
        assert!(handed(Some(work), &["The texts were mended since."]).is_ok());
    }

    #[test]
    fn every_quantity_is_named_once() {
        let mut other = pupil("Ben", None, &[]);
        other.topics.insert(0, Topic { id: "injured".into(), name: "Injured".into() });
        let class = class([pupil("Ana", None, &[]), other]);
        assert_eq!(class.topics().iter().map(|topic| topic.name.as_str()).collect::<Vec<_>>(), ["Deaths", "Injured"]);
        let (collection, comparison) = (collection(), compare(&collection()));
        let overview = class.on(&collection, &comparison, &class.topics()[1]);
        assert_eq!((overview.row, overview.figures.len(), overview.works.len()), (None, 0, 1));
    }
}
