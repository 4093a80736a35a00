//! What a number without a noun behind it is said of: "annual sales of $23bn", "$500m in savings", "turnout was 42%",
//! "Acme shares soared 17 percent".

use std::ops::Range;

use super::counted::noun_phrase;
use crate::reading::document::Document;
use crate::reading::lexicon::Classes;
use crate::reading::text::TokenKind;

/// The noun phrase that a number with its qualifiers belongs to, in its sentence; empty where there is none.
pub(super) fn subject_of(document: &Document, hedged: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
    amount_in(document, hedged.end)
        .filter(|noun| noun.end <= sentence.end)
        .or_else(|| set_before(document, hedged, sentence))
        .or_else(|| amount_of(document, hedged.start, sentence.start))
        .or_else(|| labelled(document, hedged.start, sentence.start))
        .or_else(|| valued_at(document, hedged.start, sentence.start))
        .or_else(|| said_before(document, hedged.start, sentence.start))
        .or_else(|| multiplied(document, hedged.start, sentence.start))
        .unwrap_or(hedged.end..hedged.end)
}

/// "$500 million a year in savings", "$2m worth of goods".
fn amount_in(document: &Document, end: usize) -> Option<Range<usize>> {
    let rate = document.is(end, Classes::ARTICLE) || document.is(end, Classes::PER);
    let at = if rate { end + 2 } else { end };
    let worth = document.is(at, Classes::WORTH) && document.is(at + 1, Classes::OF);
    let start = if worth { at + 2 } else { at + 1 };
    let noun = (worth || document.is(at, Classes::IN)).then(|| noun_phrase(document, start))?;
    // "in Paris", "in March" name a place or a day.
    let named = noun.clone().any(|at| document.is_capitalised(at)) || document.entry(noun.start).month.is_some();
    (!noun.is_empty() && !named).then_some(noun)
}

/// "annual sales of about $23bn", "a turnout of 42%".
fn amount_of(document: &Document, start: usize, earliest: usize) -> Option<Range<usize>> {
    let of = start.checked_sub(1).filter(|&at| at > earliest && document.is(at, Classes::OF))?;
    let change = document.is(of - 1, Classes::RISES.with(Classes::FALLS)) || document.is(of - 1, Classes::OUT);
    let amount = if change { None } else { noun_before(document, of, earliest) }?;
    // "unemployment rose above the important level of five million"
    let bare = document.is(of - 1, Classes::BARE_AMOUNT);
    let subject = if bare { clause_subject(document, amount.start, earliest) } else { None };
    Some(subject.unwrap_or(amount))
}

/// "elevan a 150.000 los parados", "cifró en 9,5 millones lo gastado": the object behind its number.
fn set_before(document: &Document, hedged: &Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let to = hedged.start.checked_sub(1).filter(|&at| document.is(at, Classes::BEFORE_AMOUNT))?;
    let verb = (sentence.start..=to).rev().take(3).any(|at| document.is(at, Classes::COUNTS.with(Classes::SETS)));
    let noun = document.is(hedged.end, Classes::THE).then(|| noun_phrase(document, hedged.end + 1))?;
    (verb && document.language.puts_nouns_first() && !noun.is_empty() && noun.end <= sentence.end).then_some(noun)
}

/// "Deaths: 12", "dead: 31; injured: 204": the label before a colon.
fn labelled(document: &Document, start: usize, earliest: usize) -> Option<Range<usize>> {
    let colon = start.checked_sub(1).filter(|&at| at > earliest && document.is_mark(at, ':'))?;
    let label = words_before(document, colon, earliest);
    let begins = label.start == earliest
        || matches!(document.mark(label.start.max(1) - 1), Some(';' | ',' | '—' | '–' | '-' | '•' | '|'));
    (begins && !label.is_empty()).then_some(label)
}

/// "the stock, the institute believes, has recovered to": the noun phrase before the verb of the clause that ends
/// before a token.
fn clause_subject(document: &Document, before: usize, earliest: usize) -> Option<Range<usize>> {
    let reach = earliest.max(before.saturating_sub(8));
    let plain = |&at: &usize| document.mark(at).is_none() && !document.is(at, Classes::CONJUNCTION);
    let verb =
        (reach..before).rev().take_while(plain).find(|&at| is_verb(document, at) || is_open_verb(document, at))?;
    let mut first = verb;
    while first > earliest && is_verb(document, first - 1) {
        first -= 1;
    }
    subject_before(document, first, earliest)
}

/// "cut infections by 70%", "and that of the dead to 41", "y los ingresos de 20": the noun phrase that a verb before
/// governs, or that a verb left out would have.
fn object_before(document: &Document, end: usize, earliest: usize) -> Option<Range<usize>> {
    let phrase = words_before(document, end, earliest);
    let number = |at: usize| document.entry(at).number.is_some();
    if phrase.is_empty() || phrase.start == earliest || phrase.clone().any(number) {
        return None;
    }
    // "unemployment held steady at"
    let steady = phrase.len() == 1 && !document.is_plural(phrase.start) && is_open_verb(document, phrase.start - 1);
    if steady && !document.language.puts_nouns_first() {
        return subject_before(document, phrase.start - 1, earliest);
    }
    let determined = Classes::DETERMINER.with(Classes::ARTICLE);
    let mut at = phrase.start;
    while at > earliest && document.is(at - 1, determined.with(Classes::OF)) && phrase.start - at < 4 {
        at -= 1;
    }
    let before = at.checked_sub(1).filter(|&at| at >= earliest)?;
    let elliptic = at < phrase.start && (document.is(before, Classes::AND) || document.is_mark(before, ','));
    let change = document.is(before, Classes::RISES.with(Classes::FALLS).with(Classes::TURNS));
    let verb = change && !document.is(before, Classes::ADVERB_OF_CHANGE) || is_open_verb(document, before);
    (elliptic || verb || document.is(before, Classes::FALLS) && before > earliest).then_some(phrase)
}

/// "arrivals since January now stand at": where the words before the time before a verb end.
fn before_time(document: &Document, verb: usize, earliest: usize) -> usize {
    let time = |at: usize| {
        let entry = document.entry(at);
        let year = document.kind(at) == Some(TokenKind::Number) && document.str(at).len() == 4;
        let named = entry.month.is_some() || entry.weekday.is_some();
        named
            || year
            || document.is(at, Classes::YEAR.with(Classes::MONTH).with(Classes::SEASON).with(Classes::NEARNESS))
    };
    let mut start = verb;
    while start > earliest && verb - start < 4 && (time(start - 1) || document.is(start - 1, Classes::THE)) {
        start -= 1;
    }
    let placed = start < verb && start > earliest && document.is(start - 1, Classes::PLACES_TIME.with(Classes::IN));
    if placed && time(start) { start - 1 } else { verb }
}

/// The noun phrase before a verb, past what is put in between commas.
fn subject_before(document: &Document, verb: usize, earliest: usize) -> Option<Range<usize>> {
    let verb = before_time(document, verb, earliest);
    let Some(close) = verb.checked_sub(1).filter(|&at| at > earliest && document.is_mark(at, ',')) else {
        return noun_before(document, verb, earliest);
    };
    let reach = earliest.max(close.saturating_sub(16));
    let open = (reach..close).rev().find(|&at| document.is_mark(at, ','))?;
    noun_before(document, open, earliest)
}

/// A form of any verb: in the past, to come, or one of those that are easily taken for nouns.
fn is_open_verb(document: &Document, at: usize) -> bool {
    let listed = Classes::VERB.with(Classes::TURNS).with(Classes::MOVES);
    let past = document.is_past(at) && document.str(at).len() > 4;
    let form = past || document.is_verb_form(at) || document.is_future(at) || document.is(at, listed);
    form && !document.is_capitalised(at)
}

/// "stays at", "runs to": a verb in the present, by the preposition behind it.
fn is_present(document: &Document, at: usize) -> bool {
    let third = document.str(at).ends_with('s') && document.str(at).len() > 3 && !document.language.puts_nouns_first();
    let level = document.is(at + 1, Classes::AT.with(Classes::TO).with(Classes::BY));
    // "cut fevers by": an object.
    let object = at > 0 && (is_open_verb(document, at - 1) || document.is(at - 1, Classes::RISES.with(Classes::FALLS)));
    third && level && !object && !document.is_capitalised(at) && at > 0 && !document.is(at - 1, Classes::ENDS_PHRASE)
}

/// "cifró las pérdidas en 3.000 millones", "put the losses at $3bn": the object of a verb of counting.
fn valued_at(document: &Document, start: usize, earliest: usize) -> Option<Range<usize>> {
    let article = start.checked_sub(1).filter(|&at| document.is(at, Classes::ARTICLE)).unwrap_or(start);
    let at = article.checked_sub(1).filter(|&at| document.is(at, Classes::IN.with(Classes::AT)))?;
    let noun = noun_before(document, at, earliest)?;
    let verb = noun.start.checked_sub(1 + usize::from(document.is(noun.start.max(1) - 1, Classes::DETERMINER)))?;
    (verb >= earliest && document.is(verb, Classes::COUNTS.with(Classes::SETS).with(Classes::SAYS))).then_some(noun)
}

/// "Acme shares soared 17 percent", "turnout was 42%", "inflation had fallen to 3%": the noun phrase before the verb.
fn said_before(document: &Document, start: usize, earliest: usize) -> Option<Range<usize>> {
    // "came in at"
    let particle = |at: usize| {
        document.is(at, Classes::IN.with(Classes::OUT)) && document.is(at + 1, Classes::AT.with(Classes::TO))
    };
    let skip = |at: usize| {
        document.is(at, Classes::ADVERB.with(Classes::ARTICLE).with(Classes::BEFORE_AMOUNT)) || particle(at)
    };
    let before = (earliest..start).rev().take(4).find(|&at| !skip(at))?;
    let led = before + 1 < start && document.is(start - 1, Classes::BEFORE_AMOUNT)
        || (before + 1..start).any(|at| document.is(at, Classes::AT.with(Classes::TO).with(Classes::STEP)));
    // "edged down to"
    let moves = |at: usize| document.is(at, Classes::MOVES) || document.is_past(at) && !document.is_capitalised(at);
    let passive = before > earliest && document.is(before - 1, Classes::COPULA);
    let said = document.is(before, Classes::SAYS.with(Classes::COUNTS).with(Classes::SETS)) && !passive;
    let open = is_open_verb(document, before) && !said && led || is_present(document, before);
    if led && !open && !is_verb(document, before) {
        return object_before(document, before + 1, earliest);
    }
    if open && !is_verb(document, before) {
        let mut first = before;
        while first > earliest && (is_verb(document, first - 1) || moves(first - 1)) && before - first < 4 {
            first -= 1;
        }
        return subject_before(document, first, earliest);
    }
    // "is thought to be"
    let linked = |at: usize| document.is(at, Classes::TO) && at > 0 && is_open_verb(document, at - 1);
    let mut verb = before;
    while verb > earliest
        && (is_verb(document, verb)
            || linked(verb)
            || verb < before && (moves(verb) || is_open_verb(document, verb) && linked(verb + 1)))
        && before - verb < 4
    {
        verb -= 1;
    }
    let first = verb + usize::from(!is_verb(document, verb) && !moves(verb));
    (verb < before || is_verb(document, before)).then(|| subject_before(document, first, earliest))?
}

/// "prices have doubled", "los casos se triplicaron": the noun phrase before a verb that is a number itself.
fn multiplied(document: &Document, start: usize, earliest: usize) -> Option<Range<usize>> {
    let mut end = document.is(start, Classes::STANDS_ALONE).then_some(start)?;
    while end > earliest && start - end < 4 && is_verb(document, end - 1) {
        end -= 1;
    }
    noun_before(document, end, earliest)
}

fn is_verb(document: &Document, at: usize) -> bool {
    let verbs =
        Classes::AUXILIARY.with(Classes::RISES).with(Classes::FALLS).with(Classes::AMOUNTS).with(Classes::ADVERB);
    let verbs = verbs.with(Classes::IMPERSONAL);
    let month = document.entry(at).month.is_some() && document.is_capitalised(at);
    document.is(at, verbs) && !month
}

/// The noun phrase that ends right before a token, with one "of" in it: "the price of oil"; places and the like behind
/// it are passed over: "the number of cases in the state".
fn noun_before(document: &Document, end: usize, earliest: usize) -> Option<Range<usize>> {
    let mut inner = words_before(document, end, earliest);
    for _ in 0..2 {
        let Some(preposition) = preposition_before(document, &inner, earliest) else { break };
        let outer = words_before(document, preposition, earliest);
        if outer.is_empty() {
            break;
        }
        // "the output of this year"
        let time = Classes::YEAR.with(Classes::MONTH).with(Classes::SEASON);
        if inner.clone().any(|at| document.is(at, time)) {
            inner = outer;
            continue;
        }
        if document.is(preposition, Classes::OF) {
            return Some(outer.start..inner.end);
        }
        inner = outer;
    }
    (!inner.is_empty()).then_some(inner)
}

/// The preposition that ties a noun phrase, with its determiner, to the one before it.
fn preposition_before(document: &Document, phrase: &Range<usize>, earliest: usize) -> Option<usize> {
    let determiner = Classes::DETERMINER.with(Classes::ARTICLE);
    let skipped = phrase.start > earliest && document.is(phrase.start - 1, determiner);
    let at = phrase.start.checked_sub(1 + usize::from(skipped)).filter(|&at| at > earliest)?;
    (!phrase.is_empty() && document.is(at, Classes::JOINS_NOUN)).then_some(at)
}

/// Up to four words without marks between them.
fn words_before(document: &Document, end: usize, earliest: usize) -> Range<usize> {
    let owner = |at: usize| document.is(at, Classes::POSSESSIVE) && document.is_glued(at);
    let word = |at: usize| {
        let plain = !owner(at)
            && !document.is_verb_form(at)
            && document.kind(at) == Some(TokenKind::Word)
            && !document.is(at, Classes::ENDS_RUN.with(Classes::SPEAKS_OF));
        plain && document.entry(at).month.is_none() && document.entry(at).weekday.is_none()
    };
    let mut start = end;
    while start > earliest && end - start < 4 && (word(start - 1) || document.is_joint(start - 1)) {
        start -= 1;
    }
    start..end
}
