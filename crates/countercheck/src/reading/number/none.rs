//! None as a number: "no deaths", "nobody was hurt", "none of the 40 houses", "no hubo heridos", "ninguna víctima".

use super::numeral::{Amount, Form, Numeral};
use crate::reading::document::Document;
use crate::reading::lexicon::Classes;
use crate::reading::text::TokenKind;

/// The words that say that nothing is counted, where what they count is a noun or verb that figures are given of.
pub(super) fn none_at(document: &Document, at: usize) -> Option<Numeral> {
    if !document.is(at, Classes::NONE) {
        return None;
    }
    let end = nobody(document, at)
        .or_else(|| none_of(document, at))
        .or_else(|| there_was_none(document, at))
        .or_else(|| no_such(document, at))?;
    Some(Numeral::plain(at..end, Amount::Value(0.0), Form::Count))
}

/// "nobody was hurt", "no one has been arrested", "nadie fue detenido": a verb that says what happened to people follows.
fn nobody(document: &Document, at: usize) -> Option<usize> {
    let end = match () {
        () if document.is(at, Classes::NOBODY) => at + 1,
        () if document.is(at, Classes::NO) && document.is(at + 1, Classes::ONE) => at + 2,
        () => return None,
    };
    let mut reach = (end..end + 6).take_while(|&at| document.mark(at).is_none());
    let happened = |at: usize| document.lexicon.measure_subjects.starting(&document.words, at).is_some();
    reach.any(happened).then_some(end)
}

/// "none of the 40 houses", "ninguno de los siete".
fn none_of(document: &Document, at: usize) -> Option<usize> {
    let of = document.is(at, Classes::NONE_OF) && document.is(at + 1, Classes::OF);
    let these = document.is(at + 2, Classes::DETERMINER.with(Classes::PRONOUN));
    (of && these).then_some(at + 1)
}

/// "no hubo que lamentar víctimas", "no se reportan heridos".
fn there_was_none(document: &Document, at: usize) -> Option<usize> {
    let verb = at + 1 + usize::from(document.is(at + 1, Classes::IMPERSONAL));
    let is = document.language.puts_nouns_first()
        && document.is(at, Classes::NO)
        && (document.is(verb, Classes::COPULA) || verb > at + 1)
        && document.kind(verb) == Some(TokenKind::Word);
    let other = Classes::NONE.with(Classes::AND).with(Classes::PREPOSITION);
    let counted = (verb + 1..verb + 5).take_while(|&at| document.mark(at).is_none() && !document.is(at, other));
    let noun = |at: usize| document.is(at, Classes::COUNTED_AS_NONE) || happens(document, at);
    (is && counted.into_iter().any(noun)).then_some(verb + 1)
}

/// "no deaths", "not a single case", "ni una sola víctima", "sin heridos", "neither deaths nor injuries".
fn no_such(document: &Document, at: usize) -> Option<usize> {
    let single = (at + 1..at + 3).take_while(|&at| document.is(at, Classes::ARTICLE.with(Classes::SINGLE))).last();
    let spanish_no = document.language.puts_nouns_first() && document.is(at, Classes::NO);
    if document.is(at, Classes::NEGATION) && single.is_none() && !document.is(at, Classes::NOR) || spanish_no {
        return None;
    }
    let end = single.map_or(at + 1, |last| last + 1);
    // "No boats will be scrapped"
    let verb = (end + 1..end + 3).find(|&at| document.is(at, Classes::AUXILIARY));
    let begins = document.sentence_of(at).start == at && document.is(at, Classes::NO);
    if begins && verb.is_some_and(|verb| document.is_plural(verb - 1) && !document.is_capitalised(verb - 1)) {
        return Some(end);
    }
    let word = |at: &usize| document.kind(*at) == Some(TokenKind::Word) && !document.is(*at, Classes::ENDS_RUN);
    let mut noun = (end..end + 3).take_while(word);
    noun.any(|at| is_countable(document, at)).then_some(end)
}

fn happens(document: &Document, at: usize) -> bool {
    document.lexicon.measure_nouns.starting(&document.words, at).is_some()
}

/// A noun that figures are given of: what happened to people, people, cases.
fn is_countable(document: &Document, at: usize) -> bool {
    let noun = document.lexicon.measure_nouns.starting(&document.words, at).is_some();
    let people = document.is(at, Classes::PERSON.with(Classes::COUNTED_AS_NONE));
    (noun || people) && !document.is_capitalised(at)
}
