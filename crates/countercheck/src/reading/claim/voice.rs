//! Voices: who says what, sentence by sentence, quotations included.

use std::ops::Range;

use super::quotation;
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
        resolve_pronouns(document, &mut voices);
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
    let clauses = clauses(document, &sentence);
    for clause in &clauses {
        in_clause(document, clause, &mut found);
    }
    if let [only] = &mut *found
        && let Some(clause) = clauses.iter().find(|clause| clause.contains(&only.covers.start))
    {
        // A single speaker speaks for the clauses of others as well.
        let start = if only.covers.start == clause.start { sentence.start } else { only.covers.start };
        let end = if only.covers.end == clause.end { sentence.end } else { only.covers.end };
        only.covers = start..end;
    }
    found.extend(tag_at_end(document, &sentence).filter(|_| found.is_empty()));
    voices.append(&mut found);
}

/// The voices of one clause; each speaks for its own clause.
fn in_clause(document: &Document, clause: &Range<usize>, voices: &mut Vec<Voice>) {
    let mut cited: Vec<Voice> = Vec::new();
    let mut spoken: Vec<Voice> = Vec::new();
    for at in clause.clone() {
        if let Some((length, ())) = document.lexicon.cues.starting(&document.words, at) {
            let start = behind_saying(document, at + length);
            let source = behind_vessel(document, source_from(document, start, clause), clause);
            if !source.is_empty() && cited.len() < CITED {
                cite(&mut cited, source, at, clause);
            }
        } else if let Some(voice) = speech_at(document, at, clause) {
            spoken.push(voice);
        }
    }
    // A cue names the counter; whoever speaks passes it on.
    if cited.is_empty() {
        voices.append(&mut spoken);
    }
    for mut cited in cited {
        cited.via = spoken.iter().take(CITED).map(|voice| voice.source.clone()).collect();
        voices.push(cited);
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

/// "según informó el lunes la Policía": past the verb of saying behind a cue, and its day.
fn behind_saying(document: &Document, at: usize) -> usize {
    if document.is(at, Classes::SAYS) { behind_day(document, at + 1) } else { at }
}

/// Past the day between a verb of saying and a speaker behind it: "dijo este domingo el ministro".
fn behind_day(document: &Document, start: usize) -> usize {
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

/// "X said that …", "…, said X", "X has counted 350 releases".
fn speech_at(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Voice> {
    let says = document.is(at, Classes::SAYS);
    let counts = document.is(at, Classes::COUNTS);
    let name = document.is_capitalised(at) && at > sentence.start;
    let impersonal = at > sentence.start && document.is(at - 1, Classes::IMPERSONAL);
    if !says && !counts || name || impersonal || is_noun_here(document, at, sentence) {
        return None;
    }
    if says && let Some(source) = inverted_subject(document, at, sentence) {
        let covers = quoted_before(document, at, sentence).unwrap_or_else(|| sentence.clone());
        // ", said Doyle, whose firm holds 15.8 percent": what is told of the speaker is not the speaker's word.
        let told_of = document.is_mark(source.end, ',') && document.is(source.end + 1, Classes::OPENS_CLAUSE);
        let covers = if told_of { covers.start..source.end } else { covers };
        return Some(Voice { source, covers, via: Vec::new() });
    }
    if takes_a_number(document, at) {
        return None;
    }
    let tag = unspoken_tag(document, at, sentence);
    let subject =
        tag.or_else(|| subject_before(document, at, sentence)).or_else(|| unspoken_subject(document, at, sentence))?;
    let source = behind_vessel(document, subject, sentence);
    if is_share_of(document, source.start) {
        return None;
    }
    let opens = opens_statement(document, at + 1, sentence);
    let spoken = (says || at > sentence.start && document.is(at - 1, Classes::VESSEL))
        && closes_statement(document, at, sentence);
    if !opens && !spoken {
        return None;
    }
    let covers = match quoted_before(document, source.start, sentence) {
        Some(quotation) => quotation.start..sentence.end,
        None if opens && !says => at..sentence.end,
        None => sentence.clone(),
    };
    Some(Voice { source, covers, via: Vec::new() })
}

/// "Dijo que …", "… y aseguró que …": whoever spoke last goes on, without a word for it. Such a voice has an empty source
/// until [`resolve_pronouns`].
fn unspoken_subject(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let says = document.is(at, Classes::SAYS) && document.language.puts_nouns_first();
    let opens = at == sentence.start || document.is(at - 1, Classes::CONJUNCTION.with(Classes::ADVERB));
    (says && opens && document.is(at + 1, Classes::THAN)).then_some(at..at)
}

/// "…, agregó.": the same behind a statement.
fn unspoken_tag(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let says = document.is(at, Classes::SAYS) && document.language.puts_nouns_first() && at > sentence.start;
    let behind = document.is_mark(at - usize::from(says), ',') || document.is_quote(at - usize::from(says));
    let ends = at + 1 >= sentence.end || matches!(document.mark(at + 1), Some('.' | ','));
    (says && behind && ends).then_some(at..at)
}

/// "added 290,000 jobs", "claimed 12 lives", "15 people confirmed dead": verbs that here do what the number counts, and say nothing.
fn takes_a_number(document: &Document, at: usize) -> bool {
    let number = document.kind(at + 1) == Some(TokenKind::Number) || document.entry(at + 1).number.is_some();
    let adds = document.is(at, Classes::ADDS.with(Classes::CLAIMS));
    let lives = (at + 2..at + 5).any(|at| document.is(at, Classes::LIVES));
    let dead = document.lexicon.measure_subjects.starting(&document.words, at + 1).is_some();
    let object = dead || document.lexicon.measure_objects.starting(&document.words, at).is_some();
    object || number && adds && (lives || !document.is(at, Classes::CLAIMS))
}

/// "80 percent of voters said no": a figure's own noun phrase is no source.
fn is_share_of(document: &Document, at: usize) -> bool {
    document.is(at, Classes::UNIT) && document.is(at + 1, Classes::OF)
}

/// The quotation that ends right before `at`, where it begins inside the sentence behind other words.
fn quoted_before(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let close = at.checked_sub(1).filter(|&close| close > sentence.start && document.is_quote(close))?;
    let open = (sentence.start..close).rev().find(|&at| document.is_quote(at))?;
    (open > sentence.start).then_some(open..sentence.end)
}

/// "the claims", "official reports", "estimates of": nouns that look like verbs.
fn is_noun_here(document: &Document, at: usize, sentence: &Range<usize>) -> bool {
    // "in previous Mission reports."
    let ends = document.mark(at + 1).is_some_and(|mark| mark != ',' && mark != ':');
    let tag = (sentence.start..at).rev().take(5).any(|at| document.is_mark(at, ','));
    if document.is(at, Classes::VESSEL) && ends {
        return !tag;
    }
    let noun_before = at > sentence.start
        && document
            .is(at - 1, Classes::DETERMINER.with(Classes::ARTICLE).with(Classes::PREPOSITION).with(Classes::INCREMENT));
    let passive = at > sentence.start && document.is(at - 1, Classes::COPULA);
    let participle = document.is(at + 1, Classes::BY);
    noun_before
        || passive
        || participle
        || document.is(at + 1, Classes::OF) && !document.is_verb_form(at) && !document.is(at, Classes::SPEAKS_OF)
}

/// Whether what follows the verb is a statement: "that …", a quotation, a figure, a clause.
fn opens_statement(document: &Document, at: usize, sentence: &Range<usize>) -> bool {
    if at >= sentence.end {
        return false;
    }
    let clause = Classes::DETERMINER
        .with(Classes::ARTICLE)
        .with(Classes::PRONOUN)
        .with(Classes::CONJUNCTION)
        .with(Classes::PERSON);
    let number = document.kind(at) == Some(TokenKind::Number) || document.entry(at).number.is_some();
    let hedge = document.lexicon.hedges_before.starting(&document.words, at).is_some();
    let words = document.kind(at) == Some(TokenKind::Word) && !document.is(at, Classes::PREPOSITION);
    number
        || hedge
        || document.is(at, clause)
        || document.is_quote(at)
        || document.is_mark(at, ':')
        || words
        // "informó de 12 casos", "dijo a la prensa que"
        || document.language.puts_nouns_first() && document.is(at, Classes::OF.with(Classes::TO))
        || document.is(at - 1, Classes::SPEAKS_OF) && document.is(at, Classes::OF)
        || document.is_mark(at, ',') && document.is_quote(at + 1)
}

/// "…, Acme Telecom said." at the end of a sentence.
fn closes_statement(document: &Document, at: usize, sentence: &Range<usize>) -> bool {
    let last = sentence.end - 1;
    let statement = document.is(at + 1, Classes::IN) && document.is(at + 2, Classes::ARTICLE);
    at < sentence.end && (statement || at + 8 > last || matches!(document.mark(at + 1), Some('.' | ',')))
}

/// ", said Jane Doe, the organization's secretary general": the subject stands behind the verb.
fn inverted_subject(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let open =
        at == sentence.start || document.is_quote(at - 1) || matches!(document.mark(at - 1), Some(',' | '’' | '\''));
    let start = behind_day(document, at + 1);
    let named = document.is_capitalised(start)
        || document.is(start, Classes::DETERMINER.with(Classes::ARTICLE).with(Classes::PERSON));
    let source = source_from(document, start, sentence);
    let joined =
        document.language.puts_nouns_first() && document.is(source.end, Classes::PREPOSITION.with(Classes::DETERMINER));
    let closed = source.end >= sentence.end
        || document.mark(source.end).is_some()
        || document.is(source.end, Classes::WHO)
        || joined;
    (open && named && closed && !source.is_empty() && at > sentence.start).then_some(source)
}

/// The noun phrase that names a source, from its first token on.
fn source_from(document: &Document, start: usize, sentence: &Range<usize>) -> Range<usize> {
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
    !document.is(at, ends) && !verb && !time && document.kind(at) == Some(TokenKind::Word)
}

/// "figures from opposition party Free Norland": the party behind the vessel is the counter.
fn behind_vessel(document: &Document, source: Range<usize>, sentence: &Range<usize>) -> Range<usize> {
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
fn subject_before(document: &Document, at: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let mut end = at;
    let skip = Classes::AUXILIARY.with(Classes::ADVERB).with(Classes::NEGATION);
    while end > sentence.start && document.is(end - 1, skip) {
        end -= 1;
    }
    if end > sentence.start && document.entry(end - 1).weekday.is_some() {
        end -= 1 + usize::from(end > sentence.start + 1 && document.is(end - 2, Classes::ON));
    }
    if end > sentence.start && matches!(document.mark(end - 1), Some(',' | '—' | '–' | ')')) {
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
    let subject = trimmed(document, start..end);
    (!subject.is_empty()).then_some(subject)
}

/// "a spokeswoman who asked not to be named said": where the clause without commas begins.
fn relative_before(document: &Document, at: usize, sentence: &Range<usize>) -> Option<usize> {
    let earliest = sentence.start.max(at.saturating_sub(8));
    let plain = |range: Range<usize>| range.clone().all(|at| document.mark(at).is_none());
    (earliest..at).rev().find(|&who| document.is(who, Classes::WHO) && plain(who..at) && who > sentence.start)
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
fn trimmed(document: &Document, mut subject: Range<usize>) -> Range<usize> {
    let leading = Classes::PREPOSITION.with(Classes::CONJUNCTION).with(Classes::ADVERB);
    subject.start = behind_day(document, subject.start).min(subject.end);
    while !subject.is_empty() && (document.is(subject.start, leading) || document.mark(subject.start).is_some()) {
        subject.start += 1;
    }
    // "the figures show that": nobody's.
    let bare = subject.len() == 2 && document.is(subject.start, Classes::DETERMINER);
    if (subject.len() == 1 || bare) && document.is(subject.end - 1, Classes::NO_SPEAKER) {
        return subject.end..subject.end;
    }
    subject
}

/// "he said" speaks for whoever spoke last by name.
fn resolve_pronouns(document: &Document, voices: &mut Vec<Voice>) {
    let mut last: Option<Range<usize>> = None;
    for voice in &mut *voices {
        let unspoken = voice.source.is_empty();
        if unspoken || voice.source.len() == 1 && document.is(voice.source.start, Classes::PERSON_PRONOUN) {
            if let Some(name) = &last {
                voice.source = name.clone();
            }
        } else {
            last = Some(voice.source.clone());
        }
    }
    voices.retain(|voice| !voice.source.is_empty());
}
