//! Voices: who says what, sentence by sentence, quotations included.

use std::ops::Range;

use super::quotation;
use super::source::{behind_day, behind_vessel, is_speaker, source_from, trimmed};
use super::speech::{Speech, shown_at, speech_at};
use crate::order::ordered;
use crate::reading::document::Document;
use crate::reading::lexicon::Classes;
use crate::reading::text::TokenKind;

/// A source and the stretch of the text that it speaks for.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Voice {
    /// The words that name the source.
    pub(super) source: Range<usize>,
    /// The tokens it speaks for.
    pub(super) covers: Range<usize>,
    /// Those who pass its word on.
    pub(super) via: Vec<Range<usize>>,
}

/// The voices of a text, in order of what they cover.
#[derive(Debug, Default)]
pub(super) struct Voices(Vec<Voice>);

impl Voices {
    /// Finds every voice of a text. Each sentence is read once.
    pub(super) fn of(document: &Document) -> Self {
        let mut voices = Vec::new();
        for sentence in &document.sentences {
            in_sentence(document, sentence.clone(), &mut voices);
        }
        resolve(document, &mut voices);
        quotation::extend(document, &mut voices);
        Self(ordered(voices, |a, b| (a.covers.start, a.covers.end).cmp(&(b.covers.start, b.covers.end))))
    }

    /// The voice that speaks for a token: the one that began last among those that cover it.
    pub(super) fn at(&self, token: usize) -> Option<&Voice> {
        let behind = self.0.partition_point(|voice| voice.covers.start <= token);
        let first = behind.saturating_sub(64);
        self.0[first..behind].iter().rev().find(|voice| voice.covers.contains(&token))
    }
}

fn in_sentence(document: &Document, sentence: Range<usize>, voices: &mut Vec<Voice>) {
    let mut found: Vec<Voice> = Vec::new();
    let mut local: Vec<Voice> = Vec::new();
    let clauses = clauses(document, &sentence);
    for clause in &clauses {
        in_clause(document, clause, &mut found, &mut local);
    }
    if let [only] = &mut *found
        && let Some(clause) = clauses.iter().find(|clause| clause.contains(&only.covers.start))
    {
        // A single speaker speaks for the clauses of others as well.
        // A tag speaks for what stands before it, a statement for what follows.
        let tags = only.source.start > clause.start + 2;
        let start = if only.covers.start == clause.start && tags { sentence.start } else { only.covers.start };
        let end = if only.covers.end == clause.end { sentence.end } else { only.covers.end };
        only.covers = start..end;
    }
    if found.is_empty() {
        found.extend(view_of(document, &sentence).or_else(|| tag_at_end(document, &sentence)));
    }
    voices.append(&mut found);
    voices.append(&mut local);
}

/// "Para la ministra, los 140.000 millones …": the view of somebody.
fn view_of(document: &Document, sentence: &Range<usize>) -> Option<Voice> {
    let opens = document.is(sentence.start, Classes::FOR) && document.is_capitalised(sentence.start);
    let source = source_from(document, sentence.start + 1, sentence);
    if let Some(survey) = survey_of(document, sentence) {
        return Some(survey);
    }
    let person = source.clone().any(|at| document.is(at, Classes::PERSON.with(Classes::BODY)));
    let closed = document.is_mark(source.end, ',');
    (opens && closed && person).then(|| Voice { source, covers: sentence.clone(), via: Vec::new() })
}

/// "In our survey of 820 members, three in ten …", "En nuestra encuesta, …": what carries the figures of a sentence.
fn survey_of(document: &Document, sentence: &Range<usize>) -> Option<Voice> {
    let determined = document.is(sentence.start, Classes::IN) && document.is(sentence.start + 1, Classes::DETERMINER);
    let source = source_from(document, sentence.start + 1, sentence);
    let vessel = (source.start..source.end.min(source.start + 4)).rfind(|&at| document.is(at, Classes::SURVEY))?;
    let closed = (vessel + 1..sentence.end.min(vessel + 8)).any(|at| document.is_mark(at, ','));
    (determined && closed).then(|| Voice {
        source: source.start..vessel + 1,
        covers: sentence.clone(),
        via: Vec::new(),
    })
}

/// The voices of one clause; each speaks for its own clause. Those of one number alone are `local`.
fn in_clause(document: &Document, clause: &Range<usize>, voices: &mut Vec<Voice>, local: &mut Vec<Voice>) {
    let mut cited: Vec<Voice> = Vec::new();
    let mut spoken: Vec<Speech> = Vec::new();
    for at in clause.clone() {
        if let Some((length, ())) = document.lexicon.cues.starting(&document.words, at) {
            let source = cited_at(document, at + length, clause);
            if let Some(source) = source.filter(|_| cited.len() < CITED) {
                cite(&mut cited, source, at, clause);
            }
        } else if !cited
            .last()
            .is_some_and(|voice| voice.source.contains(&at) || voice.source.is_empty() && at < voice.covers.start + 4)
            && let Some(speech) = speech_at(document, at, clause, spoken.last().map(|speech| &speech.source))
                .or_else(|| shown_at(document, at, clause))
        {
            if speech.local {
                local.push(Voice { source: speech.source, covers: speech.covers, via: Vec::new() });
            } else {
                spoken.push(speech);
            }
        }
    }
    part(&mut spoken);
    // A cue names the counter; whoever speaks passes it on.
    if cited.is_empty() {
        voices.extend(spoken.iter().map(|speech| Voice {
            source: speech.source.clone(),
            covers: speech.covers.clone(),
            via: Vec::new(),
        }));
    }
    for mut cited in cited {
        let others = spoken.iter().filter(|speech| !speech.source.is_empty());
        cited.via = others.take(CITED).map(|speech| speech.source.clone()).collect();
        voices.push(cited);
    }
}

/// "The union said that 300 came, and police said that 100 did": each speaks up to the next.
fn part(spoken: &mut [Speech]) {
    for index in 1..spoken.len() {
        let (before, here) = spoken.split_at_mut(index);
        let (before, here) = (&mut before[index - 1], &mut here[0]);
        let other = before.source != here.source && !here.source.is_empty();
        if other && here.opens && before.covers.start <= here.source.start {
            before.covers.end = before.covers.end.min(here.source.start);
            here.covers.start = here.covers.start.max(here.source.start);
        }
    }
}

/// The source behind a cue: "according to police", "según informó el lunes la Policía", "según los datos que el servicio
/// publicó". Empty where nobody is named but whoever spoke before: "según dijo", "según sus cálculos".
fn cited_at(document: &Document, start: usize, clause: &Range<usize>) -> Option<Range<usize>> {
    let said = document.is(start, Classes::SAYS.with(Classes::COUNTS)) || document.is_verb_form(start);
    if said && document.language.puts_nouns_first() {
        return Some(subject_behind(document, start + 1, clause));
    }
    let start = if said { start + 1 } else { start };
    let source = behind_vessel(document, source_from(document, start, clause), clause);
    let carried = document.is(start, Classes::OF_SPEAKER) && source.clone().all(|at| !document.is_capitalised(at));
    if carried {
        return Some(start..start);
    }
    let vessel = source.clone().any(|at| document.is(at, Classes::VESSEL));
    // "según el corte de las 20 horas de Protección Civil"
    if vessel && document.language.puts_nouns_first() && source.clone().all(|at| !document.is_capitalised(at)) {
        let mut reach = (source.end..clause.end.min(source.end + 6)).take_while(|&at| document.mark(at).is_none());
        let owner = reach.find(|&at| document.is(at, Classes::OF) && document.is_capitalised(at + 1));
        if let Some(owner) = owner {
            return Some(source_from(document, owner + 1, clause));
        }
    }
    if vessel && document.is(source.end, Classes::THAT) {
        let inner = source_from(document, source.end + 1, clause);
        let inner = inner.start..inner.clone().find(|&at| document.is_verb_form(at)).unwrap_or(inner.end);
        if !inner.is_empty() && is_speaker(document, &inner) {
            return Some(inner);
        }
    }
    (!source.is_empty()).then_some(source)
}

/// "según explicó hoy en rueda de prensa el delegado": the first noun phrase that no preposition stands before.
fn subject_behind(document: &Document, start: usize, clause: &Range<usize>) -> Range<usize> {
    let start = behind_day(document, start);
    let begins = |at: usize| {
        let noun =
            document.is(at, Classes::DETERMINER.with(Classes::ARTICLE).with(Classes::PERSON).with(Classes::VESSEL));
        (noun || document.is_capitalised(at)) && !document.is(at - 1, Classes::PREPOSITION)
    };
    let reach = (start..clause.end.min(start + 8)).take_while(|&at| document.mark(at).is_none());
    match reach.into_iter().find(|&at| begins(at)) {
        Some(at) => source_from(document, at, clause),
        None => start..start,
    }
}

/// So many sources are cited in one clause, and pass on what is cited: more than clauses name.
const CITED: usize = 4;

/// Another source of a clause: "60.000, según los organizadores, y 25.000, según la Policía". Each speaks for what stands
/// before it; where the first begins the clause, for what stands behind.
fn cite(cited: &mut Vec<Voice>, source: Range<usize>, cue: usize, clause: &Range<usize>) {
    let mut covers = clause.clone();
    if let Some(last) = cited.last_mut() {
        let leads = last.source.start <= clause.start + 3;
        let end = if leads { cue } else { last.source.end };
        last.covers.end = end;
        covers.start = end;
    }
    cited.push(Voice { source, covers, via: Vec::new() });
}

/// Clauses that may have voices of their own: parted by a semicolon, or by a comma and "while" or "but", outside of
/// quotations.
fn clauses(document: &Document, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let (mut start, mut quoted) = (sentence.start, false);
    for at in sentence.clone() {
        quoted ^= document.is_quote(at);
        let parts = document.is_mark(at, ';') || document.is_mark(at, ',') && document.is(at + 1, Classes::PARTING);
        if parts && !quoted {
            clauses.push(start..at + 1);
            start = at + 1;
        }
    }
    clauses.push(start..sentence.end);
    clauses
}

/// "Ten killed in blast: police", "Ten dead in blast – officials": the end of a headline.
fn tag_at_end(document: &Document, sentence: &Range<usize>) -> Option<Voice> {
    let last = sentence.end.checked_sub(1)?;
    let mark = (sentence.start + 2..last)
        .rev()
        .take(4)
        .find(|&at| matches!(document.mark(at), Some(':' | '–' | '—' | '-')))?;
    let source = mark + 1..sentence.end;
    let speaker = document.is(last, Classes::PERSON.with(Classes::VESSEL));
    let plain =
        source.clone().all(|at| document.kind(at) == Some(TokenKind::Word) && document.entry(at).number.is_none());
    let spaced = document.tokens[mark + 1].spaced;
    (speaker && plain && spaced).then(|| Voice { source, covers: sentence.start..mark, via: Vec::new() })
}

/// "he said", "agregó": such a voice speaks for whoever spoke last, or for the person that a sentence in between is about.
fn resolve(document: &Document, voices: &mut Vec<Voice>) {
    let mut last: Option<Range<usize>> = None;
    let mut sentence = 0;
    for voice in &mut *voices {
        let here = document.sentence_index(voice.covers.start);
        while sentence < here {
            last = topic_of(document, &document.sentences[sentence]).or(last);
            sentence += 1;
        }
        let unspoken = voice.source.is_empty();
        if unspoken || voice.source.len() == 1 && document.is(voice.source.start, Classes::PERSON_PRONOUN) {
            if let Some(name) = &last {
                voice.source = name.clone();
            } else if document.is(voice.source.start, Classes::NO_SPEAKER) {
                voice.source.end = voice.source.start;
            }
        } else {
            last = Some(voice.source.clone());
            sentence = sentence.max(here + 1);
        }
    }
    voices.retain(|voice| !voice.source.is_empty());
}

/// The person that a sentence is about: its first noun phrase, where that is a name with a title or an office.
pub(super) fn topic_of(document: &Document, sentence: &Range<usize>) -> Option<Range<usize>> {
    let start = sentence.start;
    let other = Classes::PREPOSITION.with(Classes::CONJUNCTION).with(Classes::ADVERB).with(Classes::PRONOUN);
    if document.is(start, other) || document.mark(start).is_some() {
        return None;
    }
    let phrase = source_from(document, start, sentence);
    let verb = |at: &usize| document.is_verb_form(*at) || document.is_past(*at) && !document.is_capitalised(*at);
    let phrase = start..phrase.clone().find(verb).unwrap_or(phrase.end);
    let apposed = document.is_mark(phrase.end, ',') && document.is_capitalised(phrase.end + 1);
    let person = phrase.clone().any(|at| document.is(at, Classes::PERSON.with(Classes::TITLE)));
    let capitals = phrase.clone().filter(|&at| document.is_capitalised(at)).count();
    let named = capitals > 2 || person && capitals > 1 || person && apposed;
    let whole = if apposed { behind_name(document, phrase.end + 1) } else { phrase.end };
    let subject = trimmed(document, phrase);
    (named && !subject.is_empty()).then_some(subject.start..whole.max(subject.end))
}

fn behind_name(document: &Document, start: usize) -> usize {
    (start..start + 5).find(|&at| !document.is_capitalised(at)).unwrap_or(start)
}
