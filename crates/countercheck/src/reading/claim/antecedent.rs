//! Back references: the earlier figure that a number without a noun, or with "of them", speaks of.

use super::counted::Counted;
use super::figure::NEIGHBOURS;
use super::{Claim, Kind};
use crate::reading::document::Document;
use crate::reading::lexicon::{Classes, MeasureWord, Nature};
use crate::reading::number::{Form, Numeral};

/// A number so many times an earlier one counts something else.
const FAR_LARGER: f64 = 1000.0;

/// A number and the claims before it.
#[derive(Clone, Copy)]
pub(super) struct Behind<'d, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) numeral: &'d Numeral,
    pub(super) claims: &'d [Claim],
}

impl Behind<'_, '_> {
    /// The earlier figure that a number without a noun of its own, or with "of them", speaks of.
    /// What died or was hurt are people, unless the text counts otherwise: not "27 deaths were counted and 100 were hurt".
    pub(super) fn antecedent(&self, counted: &Counted, people: Option<MeasureWord>) -> Option<usize> {
        let owned =
            self.numeral.tokens.start.checked_sub(1).is_some_and(|at| self.document.is(at, Classes::POSSESSIVE));
        let share = self.numeral.form == Form::Percent
            && (owned || self.document.is(self.numeral.tokens.end, Classes::PREPOSITION) || self.is_bare_share());
        if let Some(count) = self.count_before_bracket() {
            return Some(count);
        }
        let elliptic = counted.noun.is_empty() && (self.numeral.unit.is_none() || share);
        if !(elliptic || counted.points_back) || !(share || matches!(self.numeral.form, Form::Count | Form::Ratio)) {
            return None;
        }
        if share && !counted.points_back {
            return self.nearest(0, NEIGHBOURS, &|claim| {
                claim.kind == Kind::Percent && !claim.counted.is_empty()
                    || claim.kind == Kind::Count && claim.nature == Nature::Share
            });
        }
        // "cerró en 4.780 pesos, 35 más": of the money.
        let sentence = self.document.sentence_of(self.numeral.tokens.start).start;
        let here = self.document.tokens[sentence].span.start;
        let last = self.claims.iter().rev().take(4).find(|claim| claim.kind != Kind::Date);
        if last.is_some_and(|claim| claim.quote.start >= here && claim.kind == Kind::Money) {
            return None;
        }
        // "El número de contagios se duplicó y llegó a 1.800": of its own sentence.
        let back = if self.is_amount_of_verb() { 0 } else { 2 };
        self.nearest(back, 6, &|claim| {
            let same = |word: MeasureWord| claim.measure == Some(word.measure) || claim.unit.is_some();
            let fits = counted.points_back || people.is_none_or(same);
            let size = claim.value.zip(self.numeral.value());
            let fits = fits && size.is_none_or(|(whole, part)| part <= whole * FAR_LARGER);
            fits && matches!(claim.kind, Kind::Count | Kind::Vague)
                && (!claim.counted.is_empty() || claim.measure.is_some())
        })
    }

    /// "llegó a 1.800", "reached 1,800".
    fn is_amount_of_verb(&self) -> bool {
        let start = self.numeral.tokens.start;
        let to = start.checked_sub(1).filter(|&at| self.document.is(at, Classes::BEFORE_AMOUNT)).unwrap_or(start);
        to.checked_sub(1).is_some_and(|at| self.document.is(at, Classes::AMOUNTS))
    }

    /// "Ruiz tiene el 19,74%, con …": a share of what the share before it is of, in a language with an article before
    /// shares.
    fn is_bare_share(&self) -> bool {
        let (start, end) = (self.numeral.tokens.start, self.numeral.tokens.end);
        start.checked_sub(1).is_some_and(|at| self.document.is(at, Classes::SHARE_ARTICLE))
            && self.document.mark(end).is_some()
    }

    /// "1.830.045 votos (19,74%)": the count that a share in brackets goes with.
    fn count_before_bracket(&self) -> Option<usize> {
        let (start, end) = (self.numeral.tokens.start, self.numeral.tokens.end);
        let bracket = start.checked_sub(1).filter(|&open| self.document.is_mark(open, '(') && open > 0)?;
        let counted = self.document.tokens[bracket - 1].span.end;
        let share = self.numeral.form == Form::Percent && self.document.is_mark(end, ')');
        let last = self.claims.len().checked_sub(1).filter(|_| share)?;
        let count = self.claims[last].kind == Kind::Count && self.claims[last].phrase.end == counted;
        count.then_some(last)
    }

    /// The nearest earlier claim that is so, among the last few of the sentence and of some before it.
    fn nearest(&self, sentences: usize, few: usize, so: &dyn Fn(&Claim) -> bool) -> Option<usize> {
        let sentence = self.document.sentence_index(self.numeral.tokens.start).saturating_sub(sentences);
        let earliest = self.document.tokens[self.document.sentences[sentence].start].span.start;
        let near =
            self.claims.iter().enumerate().rev().take(few).take_while(|(_, claim)| claim.quote.start >= earliest);
        near.into_iter().find(|(_, claim)| so(claim)).map(|(index, _)| index)
    }

    /// The nearest earlier figure that one of this measure is a part of: the released are part of the held.
    pub(super) fn whole_of(&self, measure: &str) -> Option<usize> {
        self.nearest(3, 12, &|claim| claim.measure.is_some_and(|of| self.document.lexicon.is_part_of(measure, of)))
    }

    /// "el 51 % de los votos, frente al 44 % de Ruiz": whose share it is stands where what it is of would stand.
    pub(super) fn without_holder(&self, counted: Counted) -> Counted {
        let document = self.document;
        let holder = counted.head(document).filter(|_| self.numeral.form == Form::Percent).is_some_and(|head| {
            !document.str(head).ends_with('s')
                && (document.is_capitalised(head) || document.is(head, Classes::PERSON))
                && document.is(self.numeral.tokens.end, Classes::OF)
        });
        if holder && self.nearest(0, NEIGHBOURS, &Claim::is_share_of_whole).is_some() {
            return Counted { noun: self.numeral.tokens.end..self.numeral.tokens.end, ..counted };
        }
        counted
    }
}
