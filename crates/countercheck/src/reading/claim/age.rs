//! Ages: bare numbers whose place in the sentence makes them years of life.

use crate::reading::document::Document;
use crate::reading::lexicon::Classes;
use crate::reading::number::{Amount, Form, Hedges, Numeral};
use crate::reading::text::TokenKind;

/// Nobody is older, in years.
const OLDEST: f64 = 120.0;

/// The numeral in years, where it is an age: "Faisal Khan, 26,", "aged 35", "at the age of 91", "children under five",
/// "he was 15".
pub(super) fn as_age(document: &Document, numeral: &Numeral, hedges: &Hedges) -> Option<Numeral> {
    if let Some(decade) = decade_of_life(document, numeral) {
        return Some(decade);
    }
    let plain = numeral.form == Form::Count && numeral.unit.is_none();
    let oldest = match numeral.amount {
        Amount::Value(value) => value,
        Amount::Between(_, high) => high,
        Amount::Vague(_) => return None,
    };
    let age = plain && oldest <= OLDEST && {
        let place = Place { document, start: hedges.start, end: hedges.end };
        place.after_age() || place.behind_name(numeral) || place.of_people(hedges) || place.said_of_one()
    };
    age.then(|| Numeral { form: Form::Duration, unit: Some("years"), bare: false, ..numeral.clone() })
}

/// "in his 40s".
fn decade_of_life(document: &Document, numeral: &Numeral) -> Option<Numeral> {
    let Amount::Value(value) = numeral.amount else { return None };
    let (start, end) = (numeral.tokens.start, numeral.tokens.end);
    let plural = document.is(end, Classes::POSSESSIVE) && document.is_glued(end);
    let owned = start > 0 && document.is(start - 1, Classes::OWN_DECADE);
    let decade = plural && owned && numeral.bare && (20.0..=90.0).contains(&value);
    let amount = Amount::Between(value, value + 9.0);
    let years = Numeral { form: Form::Duration, unit: Some("years"), bare: false, ..numeral.clone() };
    decade.then(|| Numeral { tokens: start..end + 1, amount, ..years })
}

/// A number with its qualifiers in a text.
struct Place<'d, 't> {
    document: &'d Document<'t>,
    start: usize,
    end: usize,
}

impl Place<'_, '_> {
    fn before(&self, back: usize, class: Classes) -> bool {
        self.start.checked_sub(back).is_some_and(|at| self.document.is(at, class))
    }

    /// Nothing stands behind that the number could count.
    fn closes(&self) -> bool {
        let document = self.document;
        let verb = document.is(self.end, Classes::ENDS_PHRASE.with(Classes::VERB))
            || document.lexicon.measure_subjects.starting(&document.words, self.end).is_some();
        verb || document.kind(self.end) != Some(TokenKind::Word)
    }

    /// "aged 35", "at the age of 91", "ages 12 to 14".
    fn after_age(&self) -> bool {
        let of = self.before(1, Classes::OF) && self.before(2, Classes::AGE);
        (of || self.before(1, Classes::AGE.with(Classes::AGED))) && self.closes()
    }

    /// "Faisal Khan, 26, was": digits between commas behind a name or a word for one person.
    fn behind_name(&self, numeral: &Numeral) -> bool {
        let document = self.document;
        let Some(comma) = self.start.checked_sub(1).filter(|&at| document.is_mark(at, ',') && at > 0) else {
            return false;
        };
        let named = document.is_capitalised(comma - 1)
            && document.entry(comma - 1).month.is_none()
            && document.entry(comma - 1).weekday.is_none();
        let person = document.is(comma - 1, Classes::PERSON);
        let closed = matches!(document.mark(self.end), Some(',' | '.' | ';' | ')'));
        numeral.bare && (named || person) && closed
    }

    /// "children under five", "people over 65", "adults 18 and above".
    fn of_people(&self, hedges: &Hedges) -> bool {
        let document = self.document;
        let people = self.start.checked_sub(1).is_some_and(|at| document.is(at, Classes::PERSON));
        let bounded = hedges.bound.as_ref().is_some_and(|(words, _)| {
            document.is(words.start, Classes::AGE_BOUND) || words.start >= self.end - words.len()
        });
        people && bounded && self.closes()
    }

    /// "He was 15 at the time", "They were just 16 and 17".
    fn said_of_one(&self) -> bool {
        let document = self.document;
        let copula = self.start.checked_sub(1).filter(|&at| at > 0 && document.is(at, Classes::COPULA));
        let person = copula.is_some_and(|at| document.is(at - 1, Classes::PERSON_PRONOUN));
        person && self.closes() && !document.is_mark(self.end, '%')
    }
}
