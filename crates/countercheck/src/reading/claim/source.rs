//! The noun phrases that name a source.

use std::ops::Range;

use crate::reading::document::Document;
use crate::reading::lexicon::Classes;
use crate::reading::text::TokenKind;

/// Past the day between a verb of saying and a speaker behind it: "dijo este domingo el ministro".
pub(super) fn behind_day(document: &Document, start: usize) -> usize {
    let day = Classes::RELATIVE.with(Classes::NEARNESS).with(Classes::WEEKDAY).with(Classes::ADVERB);
    let is_day = |at: usize| {
        document.is(at, day)
            || document.is(at, Classes::THE) && document.is(at + 1, Classes::WEEKDAY)
            || at > start && document.is(at - 1, Classes::THIS)
    };
    if !document.language.puts_nouns_first() {
        return start;
    }
    (start..start + 5).find(|&at| !is_day(at)).unwrap_or(start)
}

/// The noun phrase that names a source, from its first token on.
pub(super) fn source_from(document: &Document, start: usize, sentence: &Range<usize>) -> Range<usize> {
    let mut end = start;
    while end < sentence.end && end < start + 16 && in_source(document, start, end) {
        end += 1;
    }
    let trailing = Classes::PREPOSITION
        .with(Classes::CONJUNCTION)
        .with(Classes::DETERMINER)
        .with(Classes::ARTICLE)
        .with(Classes::ADVERB);
    while end > start && (document.is(end - 1, trailing) || is_dangling(document, end - 1)) {
        end -= 1;
    }
    start..end
}

fn is_dangling(document: &Document, at: usize) -> bool {
    matches!(document.mark(at), Some('’' | '\'' | '-' | '('))
}

fn in_source(document: &Document, start: usize, at: usize) -> bool {
    if document.tokens[at].breaks && at > start {
        return false;
    }
    match document.mark(at) {
        Some('’' | '\'') => document.is(at + 1, Classes::POSSESSIVE) || document.is_glued(at),
        Some('-' | '‐' | '‑') => document.is_joint(at),
        Some('.') => at > start && document.is(at - 1, Classes::ABBREVIATION),
        Some(_) => false,
        None => word_in_source(document, start, at),
    }
}

fn word_in_source(document: &Document, start: usize, at: usize) -> bool {
    if at == start {
        return !document.is(at, Classes::PREPOSITION.with(Classes::AUXILIARY).with(Classes::NEGATION));
    }
    let names = document.is_capitalised(at - 1) && document.is_capitalised(at + 1);
    if document.is(at, Classes::PREPOSITION) {
        let joins = document.is(at, Classes::JOINS_SOURCE);
        return joins && !document.is(at + 1, Classes::PRONOUN) && (names || !document.is(at, Classes::IN));
    }
    if document.is(at, Classes::AND) {
        return names;
    }
    let ends = Classes::CONJUNCTION
        .with(Classes::PRONOUN)
        .with(Classes::AUXILIARY)
        .with(Classes::SAYS)
        .with(Classes::NEGATION);
    let verb = document.is(at, Classes::VERB.with(Classes::COUNTS)) && !document.is_capitalised(at);
    let time = document.entry(at).weekday.is_some() || document.entry(at).month.is_some();
    // "a first estimate by the office"
    if document.is(at + 1, Classes::COUNTED_BY.with(Classes::OF))
        && document.is(at, Classes::SAYS.with(Classes::COUNTS))
        && !document.is_verb_form(at)
    {
        return true;
    }
    !document.is(at, ends) && !verb && !time && document.kind(at) == Some(TokenKind::Word)
}

/// "figures from opposition party Free Norland": the party behind the vessel is the counter.
pub(super) fn behind_vessel(document: &Document, source: Range<usize>, sentence: &Range<usize>) -> Range<usize> {
    let from = source.clone().take(4).find(|&at| document.is(at, Classes::COUNTED_BY));
    // "a survey from the air by the land registry", "según los datos publicados este lunes por el Ministerio"
    let by = behind_day(document, source.end);
    let by = (by < sentence.end && document.is(by, Classes::BY)).then_some(by);
    match by.or(from) {
        Some(from) if source.clone().any(|at| at < from && document.is(at, Classes::VESSEL)) => {
            let inner = source_from(document, from + 1, sentence);
            if inner.is_empty() { source } else { inner }
        }
        _ => source,
    }
}

/// The subject of the verb at `at`: back over auxiliaries and adverbs, over insertions between commas or dashes,
/// to the noun phrase that stands before.
pub(super) fn subject_before(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let mut end = at;
    let skip = Classes::AUXILIARY.with(Classes::ADVERB).with(Classes::NEGATION).with(Classes::CLITIC);
    // "has since admitted"
    if end > sentence.start + 1 && document.is(end - 1, Classes::OPENS_WINDOW) && document.is(end - 2, Classes::HAVE) {
        end -= 2;
    }
    while end > sentence.start && document.is(end - 1, skip) {
        end -= 1;
    }
    if end > sentence.start && document.entry(end - 1).weekday.is_some() {
        end -= 1 + usize::from(end > sentence.start + 1 && document.is(end - 2, Classes::ON));
    }
    if end > sentence.start && matches!(document.mark(end - 1), Some(',' | '—' | '–' | ')')) {
        if let Some(named) = before_appositions(document, end - 1, sentence) {
            return Some(named);
        }
        end = before_insertion(document, end - 1, sentence)?;
    }
    if end > sentence.start && document.is(end - 1, Classes::AND) {
        // "Doe visited the zone and announced": the verbs have one subject, at the beginning.
        let first = source_from(document, sentence.start, sentence);
        let past = |at: &usize| document.is_verb_form(*at) || document.is_past(*at) && !document.is_capitalised(*at);
        let first = first.start..first.clone().find(past).unwrap_or(first.end);
        let named = document.is_capitalised(first.start) && first.end < end;
        return named.then(|| trimmed(document, first)).filter(|subject| !subject.is_empty());
    }
    let mut start = phrase_start(document, end, sentence);
    if let Some(relative) = relative_before(document, start, sentence) {
        end = relative;
        start = phrase_start(document, end, sentence);
    }
    if end > start && document.is(end - 1, Classes::PERSON_PRONOUN) {
        // "a bill it says is due"
        return Some(end - 1..end);
    }
    let subject = trimmed(document, past_contact(document, start..end));
    if subject.end > subject.start && document.is(subject.end - 1, Classes::DETERMINER.with(Classes::ARTICLE)) {
        return None;
    }
    if subject.is_empty() {
        return None;
    }
    if is_governed(document, subject.start, sentence) {
        return outer_phrase(document, &subject, sentence);
    }
    Some(subject)
}

/// "a spokesperson at naval headquarters said": the phrase before a preposition, where it begins the clause and speaks.
fn outer_phrase(document: &Document, inner: &Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let preposition = inner.start.checked_sub(1).filter(|&at| document.is(at, Classes::JOINS_NOUN))?;
    let start = phrase_start(document, preposition, sentence);
    let begins = start == sentence.start || start < preposition && document.mark(start - 1).is_some();
    let outer = trimmed(document, start..preposition);
    let speaks = outer.clone().any(|at| document.is(at, Classes::PERSON.with(Classes::BODY).with(Classes::VESSEL)));
    (begins && speaks).then_some(outer.start..inner.end)
}

/// "En ese sentido manifestó", "as first stated": what a preposition stands before is no subject.
fn is_governed(document: &Document, start: usize, sentence: &Range<usize>) -> bool {
    let Some(before) = start.checked_sub(1).filter(|&at| at >= sentence.start) else { return false };
    let free = Classes::THAN.with(Classes::AS).with(Classes::CONJUNCTION);
    document.is(before, Classes::PREPOSITION)
        && !(document.is(before, free) && document.is_capitalised(start))
        && !(document.is(before, free)
            && document.is(start, Classes::DETERMINER.with(Classes::ARTICLE).with(Classes::PERSON)))
}

/// "a claim Doe denied", "the share Acme says": a name behind a noun with an article is the subject of its own clause.
fn past_contact(document: &Document, subject: Range<usize>) -> Range<usize> {
    let article = document.is(subject.start, Classes::ARTICLE) && !document.language.puts_nouns_first();
    let name = subject.clone().skip(2).find(|&at| document.is_capitalised(at));
    match name.filter(|&name| article && document.is(name - 1, Classes::CLAIMS.with(Classes::SAYS))) {
        Some(name) => name..subject.end,
        None => subject,
    }
}

/// "Ana Ruiz, jefe de la Zona 2 de Lago Grande, Durango, indicó": past all that stands between commas, to the name
/// at the beginning of the clause.
fn before_appositions(document: &Document, close: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let first = source_from(document, sentence.start, sentence);
    let first = first.start..first.clone().find(|&at| is_verb_here(document, at)).unwrap_or(first.end);
    if close.saturating_sub(first.end) >= 40 {
        return None;
    }
    let commas = (first.end..close).filter(|&at| document.is_mark(at, ',')).count();
    let brackets = (first.end..=close).any(|at| document.is_mark(at, ')'));
    let relative = document.is(first.end + 1, Classes::OPENS_CLAUSE);
    let verb = (first.end..close).any(|at| document.is(at, Classes::SAYS) && !document.is_capitalised(at));
    let named = first.len() > 1 && first.clone().skip(1).any(|at| document.is_capitalised(at));
    let begins = document.is_mark(first.end, ',') && first.end < close;
    let several = commas > 1 || brackets || relative;
    (begins && several && named && !verb && !first.is_empty()).then(|| trimmed(document, first))
}

fn is_verb_here(document: &Document, at: usize) -> bool {
    document.is_verb_form(at) || document.is_past(at) && !document.is_capitalised(at)
}

/// "a spokeswoman who asked not to be named said": where the clause without commas begins.
fn relative_before(document: &Document, at: usize, sentence: &Range<usize>) -> Option<usize> {
    let earliest = sentence.start.max(at.saturating_sub(8));
    let plain = |range: Range<usize>| range.clone().all(|at| document.mark(at).is_none());
    (earliest..at).rev().find(|&who| {
        let conjunction = who > 0 && document.is(who - 1, Classes::CONJUNCTION);
        document.is(who, Classes::WHO) && plain(who..at) && who > sentence.start && !conjunction
    })
}

/// Past ", which monitors prisoners," or "—who has since fled—" or ", Jane Doe,": where the phrase before ends.
/// A name between the commas is itself the source.
fn before_insertion(document: &Document, close: usize, sentence: &Range<usize>) -> Option<usize> {
    let closing = document.mark(close)?;
    let opening = if closing == ')' { '(' } else { closing };
    let earliest = sentence.start.max(close.saturating_sub(30));
    let open = (earliest..close).rev().find(|&at| document.is_mark(at, opening))?;
    let words = open + 1..close;
    let name = words.len() <= 4 && words.clone().all(|at| document.is_capitalised(at) || document.mark(at).is_some());
    if closing == ',' && name { Some(close) } else { Some(open) }
}

fn phrase_start(document: &Document, end: usize, sentence: &Range<usize>) -> usize {
    let earliest = sentence.start.max(end.saturating_sub(14));
    let mut start = end;
    while start > earliest && extends_back(document, start - 1, end) {
        start -= 1;
    }
    start
}

fn extends_back(document: &Document, at: usize, end: usize) -> bool {
    // A phrase begins at its determiner, unless another one ends in "of" before it.
    let begins = at + 1 < end && document.is(at + 1, Classes::DETERMINER.with(Classes::ARTICLE));
    if begins && !document.is(at, Classes::JOINS_SUBJECT) {
        return false;
    }
    match document.mark(at) {
        Some('’' | '\'') => at > 0 && document.is_glued(at),
        Some('-' | '‐' | '‑') => document.is_joint(at),
        Some('.') => at > 0 && document.is(at - 1, Classes::ABBREVIATION),
        // "la Organización Mundial de la Salud (OMS) en Ginebra"
        Some(')') => at + 1 == end || at > 1 && document.is_capitalised(at - 1) && document.is_mark(at - 2, '('),
        Some('(') => true,
        Some(_) => false,
        None => word_extends_back(document, at),
    }
}

fn word_extends_back(document: &Document, at: usize) -> bool {
    if at > 0 && document.is_glued(at) && document.kind(at - 1) == Some(TokenKind::Number) {
        // "the $27bn Acme says": a unit of the number.
        return false;
    }
    let joins = document.is(at, Classes::JOINS_SUBJECT)
        || document.is(at, Classes::NEGATION) && document.is(at + 1, Classes::NEGATED);
    let names = at > 0 && document.is_capitalised(at - 1) && document.is_capitalised(at + 1);
    let person = |at: usize| document.is(at, Classes::PERSON);
    let people = at > 0 && person(at - 1) && (person(at + 1) || person(at + 2));
    if document.is(at, Classes::AND) {
        return names || people;
    }
    if document.is(at, Classes::IN) {
        return document.is_capitalised(at + 1);
    }
    let ends =
        Classes::CONJUNCTION.with(Classes::AUXILIARY).with(Classes::SAYS).with(Classes::NEGATION).with(Classes::ADVERB);
    joins || !document.is(at, ends.with(Classes::PREPOSITION)) && document.kind(at) == Some(TokenKind::Word)
}

/// Drops what no name begins with.
pub(super) fn trimmed(document: &Document, mut subject: Range<usize>) -> Range<usize> {
    let leading = Classes::PREPOSITION.with(Classes::CONJUNCTION).with(Classes::ADVERB);
    subject.start = behind_day(document, subject.start).min(subject.end);
    while !subject.is_empty() && (document.is(subject.start, leading) || document.mark(subject.start).is_some()) {
        subject.start += 1;
    }
    while subject.len() > 1 && document.is(subject.end - 1, Classes::WHO) {
        subject.end -= 1;
    }
    // "the figures show that": nobody's.
    let bare = subject.len() == 2 && document.is(subject.start, Classes::DETERMINER);
    // "has been investigating": a verb.
    let gerund = document.lexicon.gerund_ending.filter(|_| subject.len() == 1);
    let name = document.is_capitalised(subject.start)
        && (document.language.puts_nouns_first() || document.str(subject.start).len() < 7);
    if !name && gerund.is_some_and(|ending| document.str(subject.start).ends_with(ending)) {
        return subject.end..subject.end;
    }
    if (subject.len() == 1 || bare) && document.is(subject.end - 1, Classes::NO_SPEAKER) {
        return subject.end..subject.end;
    }
    subject
}

/// Whether the words of a source name somebody who speaks: people, a body, what carries figures, a name.
pub(super) fn is_speaker(document: &Document, source: &Range<usize>) -> bool {
    let speaks = Classes::PERSON.with(Classes::BODY).with(Classes::VESSEL).with(Classes::TITLE);
    let named = |at: usize| document.is_capitalised(at) && !document.is(at, Classes::DETERMINER.with(Classes::ARTICLE));
    let plain = |at: usize| document.entry(at).month.is_none() && document.entry(at).weekday.is_none();
    source.clone().any(|at| document.is(at, speaks) || named(at) && plain(at))
}
