//! The bench on which a comparison is taken apart and put together again, one correction after another.
//!
//! While it lasts, figures that the user adds stand behind those of the program, so that every address stays good; the
//! order of the text is made at the end.

use super::apply::{Corrected, Loss, Noted, Orphan, Provenance, Related, RowProvenance, pair_of, rekey_row};
use super::{Act, Anchor, Change, Journal};
use crate::collection::Collection;
use crate::comparing::{Alignment, ClaimKey, Comparison, Label, Reason, Relation, Suggestion, number_names};
use crate::order;
use crate::reading::claim::{Claim, Reading, propose};
use crate::reading::text::Span;

/// A row as it is being changed.
#[derive(Clone)]
struct Row {
    members: Vec<ClaimKey>,
    provenance: RowProvenance,
    name: Option<String>,
    /// The program's own row does not fit any more: figures came, went or are read otherwise.
    changed: bool,
}

/// A relation that is to be set when the rows are made.
struct Wanted<'j> {
    related: Related,
    relation: Relation,
    reason: &'j str,
}

/// Where a figure of a correction stands; `None` where its words are lost.
type Place = Option<(usize, Span)>;

pub(super) struct Bench<'c> {
    collection: &'c Collection,
    program: &'c Comparison,
    readings: Vec<Reading>,
    provenances: Vec<Vec<Provenance>>,
    rows: Vec<Row>,
    /// For each figure, the row that it stands in.
    row_of: Vec<Vec<Option<usize>>>,
    wanted: Vec<Wanted<'c>>,
    notes: Vec<Noted>,
    pub(super) orphans: Vec<Orphan>,
}

impl<'c> Bench<'c> {
    pub(super) fn new(collection: &'c Collection, program: &'c Comparison) -> Self {
        let provenances = program.readings.iter().map(|reading| (0..reading.claims.len()).map(of_program).collect());
        let row = |(index, row): (usize, &Alignment)| Row {
            members: row.members.clone(),
            provenance: RowProvenance { program: Some(index), entries: Vec::new() },
            name: None,
            changed: false,
        };
        Self {
            collection,
            program,
            readings: program.readings.clone(),
            provenances: provenances.collect(),
            rows: program.alignments.iter().enumerate().map(row).collect(),
            row_of: program.row_of(),
            wanted: Vec::new(),
            notes: Vec::new(),
            orphans: Vec::new(),
        }
    }

    /// Finds the places of all corrections, and adds the figures that they need and the program does not see.
    pub(super) fn prepare(&mut self, changes: &[(usize, &Change)], journal: &Journal) -> Vec<Vec<Place>> {
        let places: Vec<Vec<Place>> = changes
            .iter()
            .map(|(_, change)| change.figures.iter().map(|figure| figure.place(self.collection)).collect())
            .collect();
        let mut missing: Vec<Vec<(usize, Span)>> = vec![Vec::new(); self.readings.len()];
        for ((entry, change), places) in changes.iter().zip(&places) {
            for (figure, place) in change.figures.iter().zip(places) {
                let Some((article, span)) = *place else { continue };
                let known = self.figure_at(article, span).is_some()
                    || missing[article].iter().any(|(_, other)| other.overlaps(span));
                if !known && !span.is_empty() && may_bring(change.act, figure, &journal.entries()[..*entry]) {
                    missing[article].push((*entry, span));
                }
            }
        }
        for (article, missing) in missing.iter().enumerate().filter(|(_, missing)| !missing.is_empty()) {
            let spans: Vec<Span> = missing.iter().map(|(_, span)| *span).collect();
            let found = propose(&self.collection.articles[article], &spans);
            for ((entry, span), claim) in missing.iter().zip(found) {
                self.bring(article, *entry, *span, claim);
            }
        }
        places
    }

    /// Puts a figure behind those of its text. Its name is that of the entry, which stays when others come and go.
    fn bring(&mut self, article: usize, entry: usize, span: Span, mut claim: Claim) {
        let claims = &mut self.readings[article].claims;
        if claims.iter().any(|other| other.quote.overlaps(claim.quote)) || !claim.quote.overlaps(span) {
            claim.quote = span;
            claim.phrase = claim.phrase.cover(span);
            claim.sentence = claim.sentence.cover(claim.phrase);
        }
        let name = format!("{}.+{}", self.collection.articles[article].id, entry + 1);
        let namesakes = claims.iter().filter(|other| other.id.starts_with(&name)).count();
        claim.id = if namesakes == 0 { name } else { format!("{name}.{namesakes}") };
        claim.whole = None;
        claims.push(claim);
        self.provenances[article].push(Provenance { program: None, entries: vec![entry], struck: false });
        self.row_of[article].push(None);
    }

    /// The figure at a place: the one of the program, or one that was brought.
    fn figure_at(&self, article: usize, span: Span) -> Option<ClaimKey> {
        let claims = &self.readings[article].claims;
        let own = self.program.readings[article].claims.len();
        let first = claims[..own].partition_point(|claim| claim.quote.end <= span.start);
        let near = (first..own).take_while(|&claim| claims[claim].quote.start < span.end).chain(own..claims.len());
        let exact = near.clone().find(|&claim| claims[claim].quote == span);
        let claim = exact.or_else(|| near.clone().find(|&claim| claims[claim].quote.overlaps(span)));
        claim.map(|claim| ClaimKey { article, claim })
    }

    /// Makes one correction.
    pub(super) fn correct(&mut self, entry: usize, change: &'c Change, places: &[Place]) -> Result<(), Loss> {
        if change.act == Act::Unknown {
            return Err(Loss::Unknown);
        }
        let figures = self.figures(change.act, places)?;
        match (change.act, figures.as_slice()) {
            (Act::Add | Act::Edit, &[figure, ..]) => self.edit(entry, figure, change),
            (Act::Strike, &[figure, ..]) => {
                self.note_provenance(entry, figure).struck = true;
                self.move_to(entry, figure, None);
            }
            (Act::Link, &[figure, to, ..]) => {
                let row = self.row_or_new(to);
                self.move_to(entry, figure, Some(row));
            }
            (Act::Unlink, &[figure, ..]) => {
                self.row(figure)?;
                self.move_to(entry, figure, None);
            }
            (Act::Split, figures) => {
                let row = self.new_row();
                for figure in figures {
                    self.move_to(entry, *figure, Some(row));
                }
            }
            (Act::Merge, &[a, b, ..]) => self.merge(entry, a, b),
            (Act::Rename, &[figure, ..]) => {
                let row = self.row(figure)?;
                let name = change.words.trim();
                self.rows[row].name = (!name.is_empty()).then(|| name.to_owned());
                order::insert(&mut self.rows[row].provenance.entries, entry);
            }
            (Act::Relate(relation), &[a, b, ..]) => {
                self.wanted.retain(|old| !old.related.is_of(a, b));
                self.wanted.push(Wanted { related: Related { a, b, entry }, relation, reason: &change.words });
            }
            (Act::Note, figures) => self.notes.push(Noted { figures: figures.to_vec(), entry }),
            _ => return Err(Loss::Figure),
        }
        Ok(())
    }

    /// The figures of a correction, each once. What is struck is no figure, but it can be struck off again, noted on,
    /// and added anew.
    fn figures(&self, act: Act, places: &[Place]) -> Result<Vec<ClaimKey>, Loss> {
        let mut figures = Vec::new();
        for place in places {
            let (article, span) = place.ok_or(Loss::Text)?;
            let key = self.figure_at(article, span).ok_or(Loss::Figure)?;
            let struck = self.provenances[article][key.claim].struck;
            if struck && !matches!(act, Act::Add | Act::Strike | Act::Note) {
                return Err(Loss::Figure);
            }
            if !figures.contains(&key) {
                figures.push(key);
            }
        }
        if figures.len() < act.figures() { Err(Loss::Figure) } else { Ok(figures) }
    }

    fn note_provenance(&mut self, entry: usize, figure: ClaimKey) -> &mut Provenance {
        let provenance = &mut self.provenances[figure.article][figure.claim];
        order::insert(&mut provenance.entries, entry);
        provenance
    }

    fn edit(&mut self, entry: usize, figure: ClaimKey, change: &Change) {
        let provenance = self.note_provenance(entry, figure);
        provenance.struck &= change.act != Act::Add;
        change.set.apply(&mut self.readings[figure.article].claims[figure.claim]);
        if let Ok(row) = self.row(figure) {
            self.rows[row].changed = true;
        }
    }

    fn row(&self, figure: ClaimKey) -> Result<usize, Loss> {
        self.row_of[figure.article][figure.claim].ok_or(Loss::Row)
    }

    fn new_row(&mut self) -> usize {
        self.rows.push(Row { members: Vec::new(), provenance: RowProvenance::default(), name: None, changed: true });
        self.rows.len() - 1
    }

    fn row_or_new(&mut self, figure: ClaimKey) -> usize {
        self.row(figure).unwrap_or_else(|_| {
            let row = self.new_row();
            self.put(figure, row);
            row
        })
    }

    fn put(&mut self, figure: ClaimKey, row: usize) {
        order::insert(&mut self.rows[row].members, figure);
        self.row_of[figure.article][figure.claim] = Some(row);
    }

    /// Takes a figure out of its row and puts it into another one, if any.
    fn move_to(&mut self, entry: usize, figure: ClaimKey, to: Option<usize>) {
        let from = self.row_of[figure.article][figure.claim].take();
        if let Some(from) = from {
            self.rows[from].members.retain(|member| *member != figure);
        }
        if let Some(to) = to {
            self.put(figure, to);
        }
        for row in [from, to].into_iter().flatten() {
            self.rows[row].changed |= from != to;
            order::insert(&mut self.rows[row].provenance.entries, entry);
        }
    }

    fn merge(&mut self, entry: usize, a: ClaimKey, b: ClaimKey) {
        let row = self.row_or_new(a);
        let members = match self.row(b) {
            Ok(other) => self.rows[other].members.clone(),
            Err(_) => vec![b],
        };
        for member in members {
            self.move_to(entry, member, Some(row));
        }
    }

    /// The program's own comparison, where nothing is corrected.
    pub(super) fn untouched(self) -> Corrected {
        let rows = self.rows.into_iter().map(|row| row.provenance).collect();
        Corrected { comparison: self.program.clone(), provenances: self.provenances, rows, ..Corrected::default() }
    }

    /// Puts everything together: the figures in the order of their texts, the rows judged anew where they changed.
    pub(super) fn finish(mut self) -> Corrected {
        let new = self.sort_by_text();
        let (mut rows, provenances) = self.judged_rows(&new);
        let mut related = Vec::new();
        for Wanted { related: Related { a, b, entry }, relation, reason } in std::mem::take(&mut self.wanted) {
            let (a, b) = (new.key(a), new.key(b));
            if relate(&mut rows, a, b, relation, reason) {
                related.push(Related { a, b, entry });
            } else {
                self.orphans.push(Orphan { entry, loss: Loss::Apart });
            }
        }
        let ids: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
        let mut comparison = Comparison::of_rows(self.collection, std::mem::take(&mut self.readings), rows);
        let struck = |key: &ClaimKey| self.provenances[key.article][key.claim].struck;
        comparison.checks.retain(|check| !check.claims.iter().any(struck));
        comparison.confusables.retain(|pair| !struck(&pair.a) && !struck(&pair.b));
        comparison.suggestions = self.suggestions(&new, &comparison.row_of());
        let provenance = |row: &Alignment| ids.iter().position(|id| *id == row.id).map(|at| provenances[at].clone());
        let rows = comparison.alignments.iter().map(|row| provenance(row).unwrap_or_default()).collect();
        for note in &mut self.notes {
            note.figures.iter_mut().for_each(|figure| *figure = new.key(*figure));
        }
        let orphans = order::ordered(self.orphans, |a, b| a.entry.cmp(&b.entry));
        Corrected { comparison, provenances: self.provenances, rows, related, notes: self.notes, orphans }
    }

    /// Those of the program's suggestions that the corrections leave open.
    fn suggestions(&self, new: &Addresses, row_of: &[Vec<Option<usize>>]) -> Vec<Suggestion> {
        let moved =
            self.program.suggestions.iter().map(|pair| Suggestion { a: new.key(pair.a), b: new.key(pair.b), ..*pair });
        let row = |key: ClaimKey| row_of[key.article][key.claim];
        let struck = |key: ClaimKey| self.provenances[key.article][key.claim].struck;
        let open = |pair: &Suggestion| {
            !struck(pair.a) && !struck(pair.b) && (row(pair.a).is_none() || row(pair.a) != row(pair.b))
        };
        moved.filter(open).collect()
    }

    /// Sorts the figures of each text; says where each has gone.
    fn sort_by_text(&mut self) -> Addresses {
        let mut all = Vec::new();
        for (reading, provenances) in self.readings.iter_mut().zip(&mut self.provenances) {
            let places: Vec<usize> = (0..reading.claims.len()).collect();
            let start = |place: &usize| reading.claims[*place].quote.start;
            let order = order::ordered(places, |a, b| start(a).cmp(&start(b)));
            let mut new = vec![0; order.len()];
            order.iter().enumerate().for_each(|(now, &before)| new[before] = now);
            let mut claims: Vec<Claim> = order.iter().map(|&before| reading.claims[before].clone()).collect();
            for claim in &mut claims {
                claim.whole = claim.whole.map(|whole| new[whole]);
            }
            reading.claims = claims;
            *provenances = order.iter().map(|&before| provenances[before].clone()).collect();
            all.push(new);
        }
        Addresses(all)
    }

    /// The rows that still have two figures, with where they come from.
    fn judged_rows(&self, new: &Addresses) -> (Vec<Alignment>, Vec<RowProvenance>) {
        let mut rows: Vec<Alignment> = Vec::new();
        let mut provenances = Vec::new();
        for row in self.rows.iter().filter(|row| row.members.len() > 1) {
            rows.push(self.judged(row, new));
            provenances.push(row.provenance.clone());
        }
        // Rows of the program keep their names; a new one gets one that no other row has.
        number_names(&mut rows, |index| provenances[index].program.is_some());
        (rows, provenances)
    }

    fn judged(&self, row: &Row, new: &Addresses) -> Alignment {
        let key = |key: ClaimKey| new.key(key);
        let program = row.provenance.program.map(|index| &self.program.alignments[index]);
        let mut judged = match program {
            Some(same) if !row.changed => {
                let mut same = same.clone();
                rekey_row(&mut same, &key);
                same
            }
            _ => {
                let members = order::ordered(row.members.iter().map(|member| key(*member)).collect(), Ord::cmp);
                Alignment::of(self.collection, &self.readings, members)
            }
        };
        if let Some(program) = program {
            judged.id.clone_from(&program.id);
            judged.label.clone_from(&program.label);
        }
        if let Some(name) = &row.name {
            judged.label = Label::given(name);
        }
        judged
    }
}

/// The new place of every figure.
struct Addresses(Vec<Vec<usize>>);

impl Addresses {
    fn key(&self, key: ClaimKey) -> ClaimKey {
        ClaimKey { claim: self.0[key.article][key.claim], ..key }
    }
}

fn of_program(claim: usize) -> Provenance {
    Provenance { program: Some(claim), ..Provenance::default() }
}

/// Whether a correction brings its figure where the program reads none: one that is added; and one that an older
/// program read, unless the user had added it `before` and took that back.
fn may_bring(act: Act, figure: &Anchor, before: &[super::Entry]) -> bool {
    let added = || before.iter().any(|entry| entry.change.act == Act::Add && entry.change.figures.contains(figure));
    match act {
        Act::Add => true,
        Act::Strike | Act::Unlink | Act::Note | Act::Withdraw(_) | Act::Unknown => false,
        Act::Edit | Act::Link | Act::Split | Act::Merge | Act::Rename | Act::Relate(_) => !added(),
    }
}

/// Sets the relation of two figures of one row; `false` where no row has both.
fn relate(rows: &mut [Alignment], a: ClaimKey, b: ClaimKey, relation: Relation, reason: &str) -> bool {
    let row = rows.iter_mut().find(|row| pair_of(row, a, b).is_some());
    let pair = row.and_then(|row| row.pairs.iter_mut().find(|pair| pair.is_of(a, b)));
    pair.map(|pair| {
        pair.relation = relation;
        pair.why = Reason::given(reason);
    })
    .is_some()
}
