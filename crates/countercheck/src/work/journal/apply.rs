//! Applying a journal: the comparison as the user sees it, and where each part of it comes from.

use super::bench::Bench;
use super::{Act, Journal};
use crate::collection::Collection;
use crate::comparing::{Alignment, ClaimKey, Comparison, Pair};
use crate::words::Key;

/// Where a figure comes from.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Provenance {
    /// Its index among the figures that the program read in the text; none for one that the user added.
    pub program: Option<usize>,
    /// The entries that added, edited or struck it.
    pub entries: Vec<usize>,
    /// The user says that it is none: it stands in no row and no sum.
    pub struck: bool,
}

/// Where a quantity comes from.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RowProvenance {
    /// Its index among the rows that the program found; none for one that the user made.
    pub program: Option<usize>,
    /// The entries that changed which figures it has, or its name.
    pub entries: Vec<usize>,
}

/// A relation that the user set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Related {
    /// One figure.
    pub a: ClaimKey,
    /// The other one.
    pub b: ClaimKey,
    /// The entry.
    pub entry: usize,
}

impl Related {
    /// Whether it is about two figures, whichever of them stands first.
    pub(super) fn is_of(&self, a: ClaimKey, b: ClaimKey) -> bool {
        (self.a, self.b) == (a, b) || (self.a, self.b) == (b, a)
    }
}

/// A note of the user.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Noted {
    /// The figures that it is about; none for a note on the whole.
    pub figures: Vec<ClaimKey>,
    /// The entry.
    pub entry: usize,
}

/// Why a correction has no effect.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Loss {
    /// Its words are not in the texts any more.
    Text,
    /// No figure is read at them.
    Figure,
    /// The figure stands in no row.
    Row,
    /// The two figures do not stand in one row.
    Apart,
    /// A newer program wrote it.
    Unknown,
}

impl Loss {
    /// The sentence that says so.
    pub fn key(self) -> Key {
        match self {
            Self::Text => Key::LostText,
            Self::Figure => Key::LostFigure,
            Self::Row => Key::LostRow,
            Self::Apart => Key::LostApart,
            Self::Unknown => Key::DidUnknown,
        }
    }
}

/// A correction that is in force and has no effect. It is kept: the words may come back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Orphan {
    /// The entry.
    pub entry: usize,
    /// Why.
    pub loss: Loss,
}

/// A comparison as the user sees it.
///
/// Invariants: `provenances` has one entry a claim of `comparison`, `rows` one an alignment. Struck figures stay among the
/// claims, so that their marks can be drawn, but in no alignment and no check.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Corrected {
    /// What holds now.
    pub comparison: Comparison,
    /// Where each figure comes from.
    pub provenances: Vec<Vec<Provenance>>,
    /// Where each quantity comes from.
    pub rows: Vec<RowProvenance>,
    /// The relations that the user set.
    pub related: Vec<Related>,
    /// The notes in force.
    pub notes: Vec<Noted>,
    /// Corrections without effect.
    pub orphans: Vec<Orphan>,
}

impl Corrected {
    /// Where a figure comes from.
    pub fn provenance(&self, key: ClaimKey) -> &Provenance {
        &self.provenances[key.article][key.claim]
    }

    /// The address of a figure in the program's own comparison.
    pub fn in_program(&self, key: ClaimKey) -> Option<ClaimKey> {
        self.provenance(key).program.map(|claim| ClaimKey { claim, ..key })
    }

    /// What the program said of a pair, where it had an opinion.
    pub fn said<'p>(&self, program: &'p Comparison, a: ClaimKey, b: ClaimKey) -> Option<&'p Pair> {
        let (a, b) = (self.in_program(a)?, self.in_program(b)?);
        program.alignments.iter().find_map(|row| pair_of(row, a, b))
    }

    /// The entry that set the relation of a pair.
    pub fn relation_entry(&self, a: ClaimKey, b: ClaimKey) -> Option<usize> {
        self.related.iter().find(|set| set.is_of(a, b)).map(|set| set.entry)
    }

    /// The comparison without the figures that are struck: for exports.
    pub fn settled(&self) -> Comparison {
        let mut kept = self.comparison.clone();
        // For each figure, its place among those that are kept.
        let places = |provenances: &Vec<Provenance>| {
            let mut kept = 0;
            let place = |provenance: &Provenance| {
                kept += usize::from(!provenance.struck);
                kept - usize::from(!provenance.struck)
            };
            provenances.iter().map(place).collect()
        };
        let places: Vec<Vec<usize>> = self.provenances.iter().map(places).collect();
        for ((reading, provenances), places) in kept.readings.iter_mut().zip(&self.provenances).zip(&places) {
            for claim in &mut reading.claims {
                claim.whole = claim.whole.filter(|&whole| !provenances[whole].struck).map(|whole| places[whole]);
            }
            let mut provenances = provenances.iter();
            reading.claims.retain(|_| provenances.next().is_some_and(|provenance| !provenance.struck));
        }
        rekey(&mut kept, &|key| ClaimKey { claim: places[key.article][key.claim], ..key });
        kept
    }
}

/// The pair of two figures in a row, whichever comes first.
pub(super) fn pair_of(row: &Alignment, a: ClaimKey, b: ClaimKey) -> Option<&Pair> {
    row.pairs.iter().find(|pair| pair.is_of(a, b))
}

/// Gives every figure of rows, sums and suggestions its new address.
fn rekey(comparison: &mut Comparison, new: &dyn Fn(ClaimKey) -> ClaimKey) {
    for row in &mut comparison.alignments {
        rekey_row(row, new);
    }
    for key in comparison.checks.iter_mut().flat_map(|check| &mut check.claims) {
        *key = new(*key);
    }
    for pair in &mut comparison.confusables {
        (pair.a, pair.b) = (new(pair.a), new(pair.b));
    }
    for pair in &mut comparison.suggestions {
        (pair.a, pair.b) = (new(pair.a), new(pair.b));
    }
}

/// Gives every figure of a row its new address.
pub(super) fn rekey_row(row: &mut Alignment, new: &dyn Fn(ClaimKey) -> ClaimKey) {
    row.members.iter_mut().for_each(|key| *key = new(*key));
    for pair in &mut row.pairs {
        (pair.a, pair.b) = (new(pair.a), new(pair.b));
    }
}

/// The comparison as the journal has it. `program` must have been made of `collection` and stays what it is: without
/// entries in force it comes back unchanged. Never fails; depends on its arguments alone.
pub fn apply(collection: &Collection, program: &Comparison, journal: &Journal) -> Corrected {
    let force = journal.in_force();
    let entries = journal.entries().iter().enumerate().zip(force).filter(|(_, force)| *force).map(|(entry, _)| entry);
    let entries = entries.filter(|(_, entry)| !matches!(entry.change.act, Act::Withdraw(_)));
    let mut bench = Bench::new(collection, program);
    let changes: Vec<_> = entries.map(|(index, entry)| (index, &entry.change)).collect();
    let places = bench.prepare(&changes, journal);
    for ((index, change), places) in changes.iter().zip(places) {
        if let Err(loss) = bench.correct(*index, change, &places) {
            bench.orphans.push(Orphan { entry: *index, loss });
        }
    }
    if changes.is_empty() { bench.untouched() } else { bench.finish() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::Article;
    use crate::comparing::{Relation, compare};
    use crate::reading::claim::Effect;
    use crate::reading::language::Language;
    use crate::reading::text::Span;
    use crate::work::journal::{Amount, Anchor, Change, Entry, Setting, proposal};

    const TEXTS: [&str; 3] = [
        "The fire on Monday killed at least 27 people. Some 300 people were evacuated from Block 12.",
        "The fire killed 30 people, the mayor said. About 2,000 people were evacuated.",
        "Thirty-one people died in the fire. A total of 450 firefighters came.",
    ];

    fn collection() -> Collection {
        let article = |(id, text): (&str, &&str)| Article { id: id.into(), text: (*text).into(), ..Article::default() };
        Collection { articles: ["A", "B", "C"].into_iter().zip(&TEXTS).map(article).collect(), ..Collection::default() }
    }

    fn at(collection: &Collection, article: usize, quote: &str) -> Anchor {
        let text = &collection.articles[article].text;
        let start = text.find(quote).unwrap();
        Anchor::of(&collection.articles[article], Span::new(start, start + quote.len()))
    }

    fn journal(changes: Vec<Change>) -> Journal {
        Journal::of(changes.into_iter().map(|change| Entry::new("Ana", 1, change)).collect())
    }

    /// The rows as quotes with their letters, the relation of the first pair behind each, then what is lost.
    fn rows(collection: &Collection, journal: &Journal) -> String {
        let program = compare(collection);
        let corrected = apply(collection, &program, journal);
        let found = &corrected.comparison;
        let quote = |key: &ClaimKey| {
            let article = &collection.articles[key.article];
            format!("{}:{}", article.id, found.claim(*key).quote.of(&article.text))
        };
        let row = |row: &Alignment| {
            let members: Vec<String> = row.members.iter().map(quote).collect();
            format!("{} {}", members.join(" "), row.pairs[0].relation.code())
        };
        let mut lines: Vec<String> = found.alignments.iter().map(row).collect();
        lines.sort();
        lines.extend(corrected.orphans.iter().map(|orphan| format!("{}: {:?}", orphan.entry, orphan.loss)));
        assert_eq!(corrected.rows.len(), found.alignments.len());
        for (reading, provenances) in found.readings.iter().zip(&corrected.provenances) {
            assert_eq!(reading.claims.len(), provenances.len());
        }
        lines.join("; ")
    }

    #[test]
    fn nothing_said_is_what_the_program_found() {
        let collection = collection();
        assert_eq!(rows(&collection, &journal(vec![])), "A:27 B:30 C:Thirty-one compatible; A:300 B:2,000 unexplained");
    }

    #[test]
    fn figures_are_struck_added_and_read_otherwise() {
        let it = collection();
        let (dead, safe) = ("A:27 B:30 C:Thirty-one compatible", "A:300 B:2,000 unexplained");
        let strike = Change::strike(at(&it, 0, "300"));
        assert_eq!(rows(&it, &journal(vec![strike.clone()])), dead);
        let edit = |change: Change| rows(&it, &journal(vec![change]));
        let amount = Amount::of("2000".parse().unwrap(), Some(Effect::AtLeast));
        let set = Setting { amount: Some(amount), ..Setting::default() };
        assert_eq!(edit(Change::edit(at(&it, 0, "300"), set)), format!("{dead}; A:300 B:2,000 compatible"));
        let block = it.articles[0].text.find("12").unwrap();
        let claim = proposal(&it.articles[0], Span::new(block, block + 2)).unwrap();
        assert_eq!(claim.value, Some(12.0));
        let add = Change::add(at(&it, 0, "12"), Setting::read(&claim));
        let link = Change::link(at(&it, 0, "12"), at(&it, 2, "450"));
        let both = rows(&it, &journal(vec![add.clone(), link.clone()]));
        assert_eq!(both, format!("A:12 C:450 unexplained; {dead}; {safe}"));
        // What is taken back takes what rests on it along, and says so.
        let without = journal(vec![add.clone(), link, Change::withdraw(0)]);
        assert_eq!(rows(&it, &without), format!("{dead}; {safe}; 1: Figure"));
        let again = journal(vec![strike, Change::add(at(&it, 0, "300"), Setting::default())]);
        assert_eq!(rows(&it, &again), dead);
    }

    #[test]
    fn quantities_are_linked_unlinked_split_merged_and_named() {
        let it = collection();
        let of = |changes: Vec<Change>| rows(&it, &journal(changes));
        let (dead, safe) = ("A:27 B:30 C:Thirty-one compatible", "A:300 B:2,000 unexplained");
        let anchor = |article, quote| at(&it, article, quote);
        assert_eq!(of(vec![Change::unlink(anchor(2, "Thirty-one"))]), format!("A:27 B:30 compatible; {safe}"));
        assert_eq!(of(vec![Change::unlink(anchor(0, "300"))]), dead);
        assert_eq!(
            of(vec![Change::split(vec![anchor(0, "27"), anchor(1, "30")])]),
            format!("A:27 B:30 compatible; {safe}")
        );
        let merged = of(vec![Change::merge(anchor(0, "300"), anchor(2, "450"))]);
        assert_eq!(merged, format!("{dead}; A:300 B:2,000 C:450 unexplained"));
        let program = compare(&it);
        let named = apply(&it, &program, &journal(vec![Change::rename(anchor(1, "30"), "The dead")]));
        let label = |row: &Alignment| row.label.text(Language::English);
        let new = named.comparison.alignments.iter().find(|row| label(row) == "The dead").unwrap();
        let key = named.in_program(new.members[0]).unwrap();
        let old = program.alignments.iter().find(|row| row.members.contains(&key)).unwrap();
        assert_eq!((old.id.as_str(), label(old).as_str()), (new.id.as_str(), "Deaths in the fire"));
        assert_eq!(of(vec![Change::rename(anchor(2, "450"), "x")]), format!("{dead}; {safe}; 0: Row"));
    }

    #[test]
    fn relations_are_set_with_a_reason_and_what_the_program_said_stays() {
        let it = collection();
        let (a, b) = (at(&it, 0, "27"), at(&it, 1, "30"));
        let program = compare(&it);
        let change = Change::relate(b, a, Relation::Later, "counted a day later");
        let corrected = apply(&it, &program, &journal(vec![change]));
        let pair = corrected.comparison.alignments.iter().flat_map(|row| &row.pairs);
        let pair = pair.clone().find(|pair| pair.relation == Relation::Later).unwrap();
        assert_eq!(pair.why.sentence(Language::English), "Counted a day later");
        assert_eq!(corrected.said(&program, pair.a, pair.b).unwrap().relation, Relation::Compatible);
        assert_eq!(corrected.relation_entry(pair.b, pair.a), Some(0));
        let apart = Change::relate(at(&it, 0, "27"), at(&it, 1, "2,000"), Relation::Same, "");
        assert!(rows(&it, &journal(vec![apart])).ends_with("0: Apart"));
    }

    #[test]
    fn corrections_survive_a_mended_text() {
        let mut it = collection();
        let strike = journal(vec![Change::strike(at(&it, 0, "300"))]);
        it.articles[0].text = it.articles[0].text.replace("The fire on Monday", "The terrible fire on Monday night");
        assert_eq!(rows(&it, &strike), "A:27 B:30 C:Thirty-one compatible");
        it.articles[0].text = "Nothing was counted.".to_owned();
        assert!(rows(&it, &strike).ends_with("0: Text"));
    }

    #[test]
    fn exports_leave_out_what_is_struck() {
        let it = collection();
        let program = compare(&it);
        let corrected = apply(&it, &program, &journal(vec![Change::strike(at(&it, 0, "27"))]));
        let settled = corrected.settled();
        assert_eq!(settled.readings[0].claims.len() + 1, program.readings[0].claims.len());
        let quotes: Vec<&str> = settled.readings[0].claims.iter().map(|it| it.quote.of(TEXTS[0])).collect();
        assert!(!quotes.contains(&"27"), "{quotes:?}");
        for key in settled.alignments.iter().flat_map(|row| &row.members) {
            assert!(key.claim < settled.readings[key.article].claims.len());
        }
    }
}
