//! Measures: the noun or verb frame that says what kind of count a figure is.

use std::ops::Range;

use super::counted::{Counted, names_people};
use crate::reading::document::Document;
use crate::reading::lexicon::{Classes, MeasureWord};
use crate::reading::number::Form;

/// Where a figure stands, as far as measures need to know.
pub(super) struct Place<'f> {
    /// The figure with its qualifiers.
    pub(super) hedged: Range<usize>,
    /// The sentence.
    pub(super) sentence: Range<usize>,
    /// End of the figure before it in the sentence, or the start of the sentence.
    pub(super) previous: usize,
    /// Start of the figure behind it in the sentence, or the end of the sentence.
    pub(super) next: usize,
    /// What is counted.
    pub(super) counted: &'f Counted,
    /// What sort of number it is.
    pub(super) form: Form,
}

/// The measure that the words around a figure name, and the token that names it.
pub(super) fn measure_of(document: &Document, place: &Place) -> Option<(MeasureWord, Range<usize>)> {
    match place.form {
        Form::Count | Form::Ratio | Form::Percent => {}
        _ => return None,
    }
    let people = names_people(document, place.counted);
    let frame = || {
        let object = said_of_object(document, place);
        let near = object.as_ref().is_some_and(|(_, tokens)| tokens.end == place.hedged.start);
        if near { object } else { said_of_subject(document, place).or(object) }
    };
    let noun = || named_by_noun(document, place).or_else(|| said_of_margin(document, place));
    // "un recuento del 50 % de las actas", "escrutado el 98 % de los votos"
    let acted = || said_of_object(document, place).filter(|(_, tokens)| is_beside(document, tokens.end, place));
    // Of people the verb says what happened to them: "70 detainees were released".
    let found = if people { frame().or_else(noun) } else { acted().or_else(noun).or_else(frame) };
    found
        .or_else(|| toll_before(document, place))
        .or_else(|| among_before(document, place))
        .or_else(|| said_by_participle(document, place))
}

/// "five wounded officers", "30 missing migrants": what happened to people, in front of their noun.
fn said_by_participle(document: &Document, place: &Place) -> Option<(MeasureWord, Range<usize>)> {
    let head = place.counted.head(document).filter(|_| !document.language.puts_nouns_first())?;
    let at = place.counted.noun.clone().find(|&at| at < head && document.is(head, Classes::PERSON))?;
    let (length, found) = document.lexicon.measure_subjects.starting(&document.words, at)?;
    (at + length == head).then_some((found, at..head))
}

/// Nothing but an article stands between.
fn is_beside(document: &Document, end: usize, place: &Place) -> bool {
    (end..place.hedged.start).all(|at| document.is(at, Classes::SHARE_ARTICLE))
}

/// "27 deaths", "800 political prisoners", "52% of the votes".
fn named_by_noun(document: &Document, place: &Place) -> Option<(MeasureWord, Range<usize>)> {
    let noun = &place.counted.noun;
    let table = &document.lexicon.measure_nouns;
    let head = place.counted.head(document)?;
    if document.language.puts_nouns_first() {
        let (length, found) = table.starting(&document.words, head)?;
        return Some((found, head..head + length));
    }
    // "80 percent of the votes counted"
    if let Some((length, found)) = table.starting(&document.words, head).filter(|(length, _)| *length > 1) {
        return Some((found, head..head + length));
    }
    let (length, found) = table.ending(&document.words, head + 1)?;
    let start = (head + 1).checked_sub(length).filter(|start| *start >= noun.start)?;
    Some((found, start..head + 1))
}

/// "a 2-to-1 victory", "more than a 2-1 margin".
fn said_of_margin(document: &Document, place: &Place) -> Option<(MeasureWord, Range<usize>)> {
    if place.form != Form::Ratio {
        return None;
    }
    let at = place.hedged.end;
    let (length, found) = document.lexicon.measure_margins.starting(&document.words, at)?;
    Some((found, at..at + length))
}

/// "Seven of the 11 suspects were arrested": the verb is said of the figure before, a part of this one.
fn is_whole(document: &Document, place: &Place) -> bool {
    let determined = Classes::DETERMINER.with(Classes::ARTICLE);
    let start = place.hedged.start;
    let start = start.checked_sub(1).filter(|&at| document.is(at, determined)).unwrap_or(start);
    start
        .checked_sub(1)
        .is_some_and(|of| document.is(of, Classes::OF) && place.previous == of && of > place.sentence.start)
}

/// Whether a measure may be said of what is counted. Some are said of people only, and a share without a noun is of
/// anything: "inflation was 3%, and unemployment held steady".
fn holds_of(document: &Document, place: &Place, found: MeasureWord) -> bool {
    let bare = place.form != Form::Count && place.counted.noun.is_empty();
    !found.of_people || !bare && names_people(document, place.counted)
}

/// "2,000 people were detained", "55 others injured", "285 people affiliated with parties were taken into custody".
fn said_of_subject(document: &Document, place: &Place) -> Option<(MeasureWord, Range<usize>)> {
    if is_whole(document, place) {
        return None;
    }
    let start = place.counted.noun.end.max(place.hedged.end);
    let people = names_people(document, place.counted);
    // "200 and that of the dead to 41": two clauses.
    let bare = place.counted.noun.is_empty();
    let limit = place.next.min(place.sentence.end);
    let mut left = if people { 16 } else { 4 };
    let mut at = behind_list(document, start, place);
    let mut limit = if at > start { place.sentence.end.min(at + 8) } else { limit };
    while left > 0 && at < limit {
        if let Some((length, found)) = document.lexicon.measure_subjects.starting(&document.words, at) {
            let said = !is_active(document, start, at + length) && holds_of(document, place, found);
            return said.then_some((found, at..at + length));
        }
        if let Some(end) = behind_insertion(document, at, place.sentence.end) {
            at = end;
            limit = limit.max(place.sentence.end.min(end + 6));
            continue;
        }
        if bare && document.is(at, Classes::AND) {
            return None;
        }
        let cue = document.lexicon.cues.starting(&document.words, at).is_some();
        let parts = document.is_mark(at, ',') && document.is(at + 1, Classes::PARTING);
        if cue || parts || matches!(document.mark(at), Some(';' | '.' | ':' | '—' | '"' | '”')) {
            return None;
        }
        if let Some(end) = behind_relative_clause(document, at, limit) {
            at = end;
            limit = limit.max(place.sentence.end.min(end + 6));
            continue;
        }
        // Behind the finite verb only a few words may come before the participle.
        if document.is(at, Classes::COPULA.with(Classes::HAVE)) {
            left = left.min(8);
        }
        left -= 1;
        at += 1;
    }
    None
}

/// "three soldiers, two policemen and a boy died": past the other items of a list, for which the verb stands as well.
fn behind_list(document: &Document, start: usize, place: &Place) -> usize {
    let mut at = start;
    for _ in 0..6 {
        let comma = at + usize::from(document.is_mark(at, ','));
        let and = comma + usize::from(document.is(comma, Classes::AND.with(Classes::OR)));
        if and > comma && document.is(and, Classes::ARTICLE) {
            // "and a 12-year-old boy": the last item.
            let last = (and + 1..and + 8).find(|&at| document.is(at, Classes::PERSON));
            return last.filter(|&last| last < place.sentence.end).map_or(at, |last| last + 1);
        }
        // "and at least 40 demonstrators"
        let hedge = document.lexicon.hedges_before.starting(&document.words, and).map_or(0, |(length, _)| length);
        let number = if and > at { crate::reading::number::cardinal_at(document, and + hedge) } else { None };
        let Some(number) = number.filter(|number| number.end < place.sentence.end) else { break };
        let noun = super::counted::counted_at(document, number.end, &place.sentence).noun;
        let named = document.lexicon.measure_nouns.ending(&document.words, noun.end).is_some();
        if noun.is_empty() || named {
            break;
        }
        at = noun.end;
    }
    at
}

/// ", according to the police, were injured", ", among them three officers, were killed": past what is put in between
/// commas, where the verb follows.
fn behind_insertion(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let cue = document.lexicon.cues.starting(&document.words, at + 1).is_some();
    let opens = document.is_mark(at, ',') && (cue || document.is(at + 1, Classes::AMONG.with(Classes::INCLUDES)));
    let close = opens.then(|| (at + 2..limit.min(at + 20)).find(|&end| document.is_mark(end, ',')))??;
    let verb = document.is(close + 1, Classes::COPULA.with(Classes::HAVE))
        || document.lexicon.measure_subjects.starting(&document.words, close + 1).is_some();
    verb.then_some(close + 1)
}

/// ", who had sought refuge in a school, died": past the clause between the commas.
fn behind_relative_clause(document: &Document, at: usize, limit: usize) -> Option<usize> {
    let relative = document.is(at + 1, Classes::OPENS_CLAUSE);
    let opens = document.is_mark(at, ',') && relative;
    opens.then(|| (at + 2..(at + 24).min(limit + 20)).find(|&end| document.is_mark(end, ',')).map(|end| end + 1))?
}

/// "gunmen killed two": a participle right behind its noun that takes an object is an active verb.
fn is_active(document: &Document, start: usize, end: usize) -> bool {
    if document.lexicon.past_ending.is_none() {
        return false;
    }
    let passive = (start..end).any(|at| document.is(at, Classes::COPULA.with(Classes::HAVE)));
    let object = document.is(end, Classes::DETERMINER.with(Classes::ARTICLE))
        || document.entry(end).number.is_some()
        || document.kind(end) == Some(crate::reading::text::TokenKind::Number);
    !passive && object
}

/// "killed 40 Palestinians", "left 11 people dead", "claimed more than 660 lives".
fn said_of_object(document: &Document, place: &Place) -> Option<(MeasureWord, Range<usize>)> {
    let people = names_people(document, place.counted);
    let reach = if people { 7 } else { 2 };
    if elsewhere(document, place.hedged.start) {
        return None;
    }
    let earliest = place.sentence.start.max(place.previous).max(place.hedged.start.saturating_sub(reach));
    let mut at = place.hedged.start;
    while at > earliest {
        if matches!(document.mark(at - 1), Some(';' | '.' | ',' | '—')) || document.is(at - 1, Classes::CONJUNCTION) {
            return None;
        }
        if let Some((length, found)) = document.lexicon.measure_objects.ending(&document.words, at)
            && holds_of(document, place, found)
        {
            return Some((found, at - length..at));
        }
        at -= 1;
    }
    None
}

/// "desaparecidas en tres comunidades": what stands behind a preposition of place is no object.
fn elsewhere(document: &Document, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|at| document.is(at, Classes::IN))
}

/// "Among the dead were five firefighters", "the injured include two children".
fn among_before(document: &Document, place: &Place) -> Option<(MeasureWord, Range<usize>)> {
    let verb = place
        .hedged
        .start
        .checked_sub(1)
        .filter(|&at| document.is(at, Classes::COPULA) || document.is(at, Classes::INCLUDES))?;
    let (length, found) = document.lexicon.measure_nouns.ending(&document.words, verb)?;
    let start = verb.checked_sub(length + 1)?;
    let among = start > place.sentence.start && document.is(start - 1, Classes::AMONG);
    (among || !document.is(verb, Classes::COPULA)).then_some((found, start + 1..verb))
}

/// "the death toll above 680", "the number of wounded to 55": the measure stands before a number without a noun.
fn toll_before(document: &Document, place: &Place) -> Option<(MeasureWord, Range<usize>)> {
    if !place.counted.noun.is_empty() {
        return None;
    }
    let earliest = place.sentence.start.max(place.previous).max(place.hedged.start.saturating_sub(12));
    let clause = |at: &usize| document.mark(*at).is_none() && !document.is(*at, Classes::CONJUNCTION);
    let reach = (earliest..place.hedged.start).rev().take_while(clause).last().unwrap_or(place.hedged.start);
    (reach + 1..=place.hedged.start).rev().find_map(|at| {
        let (length, found) = document.lexicon.measure_nouns.ending(&document.words, at)?;
        Some((found, at.checked_sub(length)?..at))
    })
}
