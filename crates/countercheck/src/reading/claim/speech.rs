//! Verbs of saying, counting and estimating: who is their subject, and what they speak for.

use std::ops::Range;

use super::source::{behind_day, behind_vessel, is_speaker, source_from, subject_before};
use crate::reading::document::Document;
use crate::reading::lexicon::Classes;
use crate::reading::text::TokenKind;

/// A verb that tells something for somebody.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Speech {
    /// The words that name the speaker; empty where the one before goes on without a word for it.
    pub(super) source: Range<usize>,
    /// The tokens that it speaks for.
    pub(super) covers: Range<usize>,
    /// What it tells stands behind it.
    pub(super) opens: bool,
    /// It speaks for one number alone: "the 300 that police spoke of".
    pub(super) local: bool,
}

/// "X said that …", "…, said X", "X has counted 350 releases". `before` is the speaker of an earlier verb of the clause.
pub(super) fn speech_at(
    document: &Document,
    at: usize,
    clause: &Range<usize>,
    before: Option<&Range<usize>>,
) -> Option<Speech> {
    if document.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    let says = document.is(at, Classes::SAYS) || tells(document, at, clause);
    let counts = document.is(at, Classes::COUNTS);
    let sets = document.is(at, Classes::SETS) && sets_a_figure(document, at, clause);
    let name = document.is_capitalised(at) && at > clause.start;
    let impersonal = at > clause.start && document.is(at - 1, Classes::IMPERSONAL);
    if !says && !counts && !sets || name || impersonal || is_noun_here(document, at, clause) {
        return None;
    }
    if let Some(local) = of_number_behind(document, at, clause) {
        return Some(local);
    }
    if says && let Some(source) = inverted_subject(document, at, clause) {
        return Some(inverted(document, at, source, clause));
    }
    if takes_a_number(document, at) || !says && is_of_other(document, at, clause) {
        return None;
    }
    let joined = before.filter(|_| follows_and(document, at, clause)).cloned();
    let tag = unspoken_tag(document, at, clause);
    let subject = tag
        .or(joined)
        .or_else(|| subject_before(document, at, clause))
        .or_else(|| unspoken_subject(document, at, clause))?;
    let source = behind_vessel(document, subject, clause);
    let able = says || counts || source.is_empty() || is_body(document, &source);
    if !able || is_share_of(document, source.start) {
        return None;
    }
    if let Some(number) = number_before(document, source.start, at, clause) {
        return Some(Speech { source, covers: number..at + 1, opens: false, local: true });
    }
    let opens = opens_statement(document, at + 1, clause) || sets;
    let tag = source.start > clause.start + 2 && document.is_mark(source.start - 1, ',');
    let spoken = (says || at > clause.start && document.is(at - 1, Classes::VESSEL))
        && (closes_statement(document, at, clause) || tag && ends_soon(document, at + 1, clause));
    if !opens && !spoken {
        return None;
    }
    let covers = match quoted_before(document, source.start, clause) {
        Some(quotation) => quotation.start..clause.end,
        None if opens && !says => at..clause.end,
        // "The toll stood at 12, and rescuers fear that", "With 300 out of work, the agency warned that": what stands before
        // is no part of the statement.
        None if that_behind(document, at, clause) && !source.is_empty() && source.start < at => {
            source.start..clause.end
        }
        None if opens && !spoken && joins_clause(document, source.start, clause) => source.start..clause.end,
        None => clause.clone(),
    };
    let behind = document.is(at + 1, Classes::THAT) || !says || number_at(document, at + 1);
    Some(Speech { source, covers, opens: opens && behind, local: false })
}

/// "and" or the like before a subject far from the beginning of its clause.
fn joins_clause(document: &Document, subject: usize, clause: &Range<usize>) -> bool {
    subject > clause.start + 3 && document.is(subject - 1, Classes::AND.with(Classes::PARTING))
}

/// "has found work for 3,000 people", "put cameras on 26 boats": the number is of something else.
fn is_of_other(document: &Document, at: usize, clause: &Range<usize>) -> bool {
    let mut reach = (at + 1..clause.end.min(at + 9)).take_while(|&at| document.mark(at).is_none());
    let Some(number) = reach.find(|&at| number_at(document, at)) else { return false };
    let states = Classes::AT
        .with(Classes::BETWEEN)
        .with(Classes::OF)
        .with(Classes::TO)
        .with(Classes::IN)
        .with(Classes::BY)
        .with(Classes::FROM);
    let hedge = document.lexicon.hedges_before.ending(&document.words, number).map_or(0, |(length, _)| length);
    let before = number - hedge - 1;
    let that = (at + 1..number).any(|at| document.is(at, Classes::THAT));
    before > at && !that && document.is(before, Classes::PREPOSITION) && !document.is(before, states)
}

/// "…, officials said on Monday, …": a mark stands near behind the verb.
fn ends_soon(document: &Document, start: usize, clause: &Range<usize>) -> bool {
    start + 6 > clause.end || (start..start + 6).any(|at| document.is_mark(at, ','))
}

/// People, a body, or what carries figures for them.
fn is_body(document: &Document, source: &Range<usize>) -> bool {
    let speaks = Classes::PERSON.with(Classes::BODY).with(Classes::VESSEL).with(Classes::TITLE);
    source.clone().any(|at| document.is(at, speaks))
}

/// "…, said X": for the clause, or for the quotation before.
fn inverted(document: &Document, at: usize, source: Range<usize>, clause: &Range<usize>) -> Speech {
    let covers = quoted_before(document, at, clause).unwrap_or_else(|| clause.clone());
    // ", said Doyle, whose firm holds 15.8 percent": what is told of the speaker is not the speaker's word.
    let told_of = document.is_mark(source.end, ',') && document.is(source.end + 1, Classes::OPENS_CLAUSE);
    let covers = if told_of { covers.start..source.end } else { covers };
    Speech { source, covers, opens: false, local: false }
}

/// A verb of any sort that tells: "she conceded that", "replicaron que", "ha señalado que", "…”, expuso Ruiz".
fn tells(document: &Document, at: usize, clause: &Range<usize>) -> bool {
    // A cheap look: most words have neither.
    let leads = Classes::THAT.with(Classes::TO).with(Classes::THE).with(Classes::THIS).with(Classes::ADVERB);
    let leads = leads.with(Classes::RELATIVE).with(Classes::NEARNESS).with(Classes::WEEKDAY);
    if !document.is(at + 1, leads) && (at == clause.start || document.mark(at - 1).is_none()) {
        return false;
    }
    let word = document.str(at);
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending));
    let other = Classes::NOT_TOLD.with(Classes::ADVERB).with(Classes::PREPOSITION).with(Classes::CONJUNCTION);
    let other = other.with(Classes::PRONOUN).with(Classes::DETERMINER).with(Classes::NEARNESS);
    let lower = !document.is_capitalised(at) || at == clause.start;
    if document.kind(at) != Some(TokenKind::Word) || !lower || document.is(at, other) {
        return false;
    }
    let finite = ends(&document.lexicon.told_endings);
    let have = |at: usize| document.is(at, Classes::HAVE);
    let perfect = ends(&document.lexicon.told_participles) && at > clause.start + 1 && (have(at - 1) || have(at - 2));
    if !finite && !perfect {
        return false;
    }
    that_behind(document, at, clause) || finite && tags_a_quotation(document, at, clause)
}

/// "that" right behind a verb, its day, or the one who is told: "comunicó el 3 de mayo al ministerio que".
fn that_behind(document: &Document, at: usize, clause: &Range<usize>) -> bool {
    let start = behind_day(document, at + 1);
    if document.is(start, Classes::THAT) {
        return true;
    }
    let told = document.language.puts_nouns_first() && document.is(start, Classes::TO);
    let dated = document.is(start, Classes::THE)
        && (document.is(start + 1, Classes::NEARNESS) || number_at(document, start + 1));
    let plain = |&at: &usize| document.mark(at).is_none() && !document.is(at, Classes::ARTICLE);
    let mut reach = (start..clause.end.min(start + 8)).take_while(plain);
    (told || dated) && reach.any(|at| document.is(at, Classes::THAT))
}

/// "…”, expuso Ruiz", "- destacó Ruiz -".
fn tags_a_quotation(document: &Document, at: usize, clause: &Range<usize>) -> bool {
    let before = at.saturating_sub(1 + usize::from(at > 0 && document.is_mark(at - 1, ',')));
    let dash = |at: usize| matches!(document.mark(at), Some('-' | '–' | '—')) && !document.is_joint(at);
    let enclosed = at > clause.start && dash(at - 1) && (at + 1..at + 6).any(dash);
    let other = document.lexicon.measure_subjects.starting(&document.words, at).is_some();
    !other && at > clause.start && (document.is_quote(before) && before < at || enclosed)
}

/// "lo sitúa en 300", "elevan a 3.000 los parados", "put the losses at $3bn": a number stands near behind the verb.
fn sets_a_figure(document: &Document, at: usize, clause: &Range<usize>) -> bool {
    (at + 1..clause.end.min(at + 9)).take_while(|&at| document.mark(at).is_none()).any(|at| number_at(document, at))
}

fn number_at(document: &Document, at: usize) -> bool {
    let entry = document.entry(at);
    document.kind(at) == Some(TokenKind::Number)
        || entry.number.is_some() && !document.is(at, Classes::ARTICLE.with(Classes::PRONOUN))
}

/// "tax returns showing", "a list, showing": the document before the participle, for what stands behind it.
pub(super) fn shown_at(document: &Document, at: usize, clause: &Range<usize>) -> Option<Speech> {
    document.is(at, Classes::SHOWING).then_some(())?;
    let earliest = clause.start.max(at.saturating_sub(12));
    let vessel = (earliest..at).rev().find(|&at| document.is(at, Classes::VESSEL))?;
    let word = |at: &usize| document.kind(*at) == Some(TokenKind::Word) && !document.is(*at, Classes::ENDS_RUN);
    let start = (earliest..vessel).rev().take_while(word).last().unwrap_or(vessel);
    Some(Speech { source: start..vessel + 1, covers: at..clause.end, opens: true, local: true })
}

/// "… and warned": the verbs have one subject.
fn follows_and(document: &Document, at: usize, clause: &Range<usize>) -> bool {
    let skip = Classes::CLITIC.with(Classes::ADVERB).with(Classes::HAVE);
    let before = (clause.start..at).rev().take(4).find(|&at| !document.is(at, skip));
    before.is_some_and(|at| document.is(at, Classes::AND))
}

/// "the 3,000 the organisers had spoken of", "not 14 as the board reports": the number right before the subject.
fn number_before(document: &Document, subject: usize, verb: usize, clause: &Range<usize>) -> Option<usize> {
    let marker = subject.checked_sub(1).filter(|&at| at > clause.start)?;
    let joins = Classes::THAT.with(Classes::WHICH).with(Classes::AS).with(Classes::THAN);
    let joined = document.is(marker, joins);
    // "the 300 police spoke of."
    let ends = document.mark(verb + 1).is_some() || verb + 1 >= clause.end;
    let of = document.is(verb + 1, Classes::OF) && (document.mark(verb + 2).is_some() || verb + 2 >= clause.end);
    let pronoun = document.is(subject, Classes::PERSON_PRONOUN);
    if !(joined || ends || of || pronoun) {
        return None;
    }
    number_near(document, if joined { marker } else { subject }, clause)
}

/// The number that ends at most three words before `end`.
fn number_near(document: &Document, end: usize, clause: &Range<usize>) -> Option<usize> {
    let noun = |at: usize| {
        document.kind(at) == Some(TokenKind::Word) && !document.is(at, Classes::ENDS_RUN.with(Classes::SAYS))
            || matches!(document.mark(at), Some('%'))
    };
    let earliest = clause.start.max(end.saturating_sub(5));
    let mut at = end;
    while at > earliest {
        if number_at(document, at - 1) {
            let year = document.kind(at - 1) == Some(TokenKind::Number)
                && at > 1
                && (document.is(at - 2, Classes::IN) || document.entry(at - 2).month.is_some());
            return (!year).then_some(at - 1);
        }
        if !noun(at - 1) {
            return None;
        }
        at -= 1;
    }
    None
}

/// "ese 8,9 % que admite la Administración", "los 38 de los que habla el consejero", "24 como había informado la Policía".
fn of_number_behind(document: &Document, at: usize, clause: &Range<usize>) -> Option<Speech> {
    if !document.language.puts_nouns_first() {
        return None;
    }
    let skip = Classes::HAVE.with(Classes::CLITIC);
    let marker =
        (clause.start..at).rev().take(3).find(|&at| !document.is(at, skip) || document.is(at, Classes::THAT))?;
    if !document.is(marker, Classes::THAT.with(Classes::AS)) {
        return None;
    }
    let mut end = marker;
    while end > clause.start && document.is(end - 1, Classes::THE.with(Classes::OF)) || document.is_mark(end - 1, ',') {
        end -= 1;
    }
    let number = number_near(document, end, clause)?;
    let source = source_from(document, behind_day(document, at + 1), clause);
    let able = !source.is_empty() && is_speaker(document, &source);
    able.then_some(Speech { covers: number..source.end, source, opens: false, local: true })
}

/// "Dijo que …", "… y aseguró que …", "En detalle, explicó que …": whoever spoke last goes on, without a word for it. Such
/// a voice has an empty source until it is resolved.
fn unspoken_subject(document: &Document, at: usize, clause: &Range<usize>) -> Option<Range<usize>> {
    if !document.language.puts_nouns_first() || document.is(at, Classes::VESSEL) {
        return None;
    }
    let skip = Classes::CLITIC.with(Classes::HAVE);
    let before = (clause.start..at).rev().find(|&at| !document.is(at, skip));
    let opens = before.is_none_or(|before| {
        document.is(before, Classes::CONJUNCTION.with(Classes::ADVERB)) || document.mark(before).is_some()
    });
    if before.is_some_and(|before| document.is(before, Classes::NO_SPEAKER)) {
        return None;
    }
    let that = that_behind(document, at, clause);
    let figure = opens && document.is_verb_form(at) && sets_a_figure(document, at, clause);
    (that || figure && before.is_none_or(|before| document.mark(before).is_none())).then_some(at..at)
}

/// "…, agregó.", "- agregaron -": the same behind a statement.
fn unspoken_tag(document: &Document, at: usize, clause: &Range<usize>) -> Option<Range<usize>> {
    if !document.language.puts_nouns_first() || at == clause.start {
        return None;
    }
    let behind = document.is_quote(at - 1) || matches!(document.mark(at - 1), Some(',' | '-' | '–' | '—'));
    let ends = at + 1 >= clause.end || matches!(document.mark(at + 1), Some('.' | ',' | ';' | ':' | '-' | '–' | '—'));
    (behind && ends).then_some(at..at)
}

/// "added 290,000 jobs", "claimed 12 lives", "15 people confirmed dead": verbs that here do what the number counts, and say nothing.
fn takes_a_number(document: &Document, at: usize) -> bool {
    let number = document.kind(at + 1) == Some(TokenKind::Number) || document.entry(at + 1).number.is_some();
    let adds = document.is(at, Classes::ADDS.with(Classes::CLAIMS));
    let lives = (at + 2..at + 5).any(|at| document.is(at, Classes::LIVES));
    let dead = document.lexicon.measure_subjects.starting(&document.words, at + 1).is_some();
    // "put out a message"
    let dead = dead
        || document.is(at + 1, Classes::OUT)
        || document.is(at + 1, Classes::AS) && document.is(at, Classes::COUNTS);
    // "claimed a 13th victim"
    let ranked = document.is(at, Classes::CLAIMS) && (at + 1..at + 5).any(|at| document.is(at, Classes::LIVES));
    let object = ranked || dead || document.lexicon.measure_objects.starting(&document.words, at).is_some();
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
    // "lo rebaja", "la cámara los reduce a": an object in front of the verb.
    let clitic = at > sentence.start
        && document.is(at - 1, Classes::CLITIC)
        && (!document.is(at - 1, Classes::THE) || at > sentence.start + 1 && is_noun_word(document, at - 2));
    // "has since admitted"
    let since =
        at > sentence.start + 1 && document.is(at - 1, Classes::OPENS_WINDOW) && document.is(at - 2, Classes::HAVE);
    let noun_before = at > sentence.start
        && !clitic
        && !since
        && document
            .is(at - 1, Classes::DETERMINER.with(Classes::ARTICLE).with(Classes::PREPOSITION).with(Classes::INCREMENT));
    let passive = at > sentence.start && document.is(at - 1, Classes::COPULA);
    let participle = document.is(at + 1, Classes::BY);
    let of = document.is(at + 1, Classes::OF) && !document.is(at, Classes::SPEAKS_OF);
    let told = document.is_verb_form(at) || document.is_past(at) && tells_of(document, at + 2, sentence);
    noun_before || passive || participle || of && !told
}

/// "boasted of.", "spoke of 300": behind "of" the sentence ends or a number stands.
fn tells_of(document: &Document, at: usize, sentence: &Range<usize>) -> bool {
    at >= sentence.end || document.mark(at).is_some() || number_at(document, at)
}

fn is_noun_word(document: &Document, at: usize) -> bool {
    document.kind(at) == Some(TokenKind::Word) && !document.is(at, Classes::ENDS_RUN) && !document.is_verb_form(at)
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
        // "admitted to 29"
        || document.is(at, Classes::PREPOSITION) && (number_at(document, at + 1) || document.lexicon.hedges_before.starting(&document.words, at + 1).is_some())
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
    let adverb = document.language.puts_nouns_first() && document.is(at - usize::from(at > 0), Classes::ADVERB);
    let open = at == sentence.start
        || adverb
        || document.is_quote(at - 1)
        || matches!(document.mark(at - 1), Some(',' | '’' | '\'' | '-' | '–' | '—'));
    let start = behind_day(document, at + 1);
    let named = document.is_capitalised(start)
        || document.is(start, Classes::DETERMINER.with(Classes::ARTICLE).with(Classes::PERSON));
    let source = source_from(document, start, sentence);
    // "said fire chief Ada Reyle"
    let named = named
        || source.clone().any(|at| document.is_capitalised(at) || document.is(at, Classes::PERSON.with(Classes::BODY)));
    let joined =
        document.language.puts_nouns_first() && document.is(source.end, Classes::PREPOSITION.with(Classes::DETERMINER));
    let closed = source.end >= sentence.end
        || document.mark(source.end).is_some()
        || document.is(source.end, Classes::WHO.with(Classes::THAT))
        || joined;
    let begins = at > sentence.start || document.is(source.end, Classes::THAT);
    // "La consejera, Ana Ruiz, atribuye la mejora": behind an apposition the subject stands before.
    let verb = Classes::AUXILIARY.with(Classes::VERB).with(Classes::RISES).with(Classes::FALLS).with(Classes::AMOUNTS);
    let stated = (sentence.start.max(at.saturating_sub(40))..at).any(|at| {
        document.is(at, verb)
            || document.is_verb_form(at)
            || document.is_past(at)
            || document.is_quote(at)
            || document.is_future(at)
            || number_at(document, at)
    });
    let apposed = document.language.puts_nouns_first() && document.is_mark(at - usize::from(at > 0), ',') && !stated;
    (!apposed && open && named && closed && !source.is_empty() && begins).then_some(source)
}
