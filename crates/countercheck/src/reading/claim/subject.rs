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
        .or_else(|| amount_of(document, hedged.start, sentence.start))
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
    if change { None } else { noun_before(document, of, earliest) }
}

/// "cifró las pérdidas en 3.000 millones", "put the losses at $3bn": the object of a verb of counting.
fn valued_at(document: &Document, start: usize, earliest: usize) -> Option<Range<usize>> {
    let article = start.checked_sub(1).filter(|&at| document.is(at, Classes::ARTICLE)).unwrap_or(start);
    let at = article.checked_sub(1).filter(|&at| document.is(at, Classes::IN.with(Classes::AT)))?;
    let noun = noun_before(document, at, earliest)?;
    let verb = noun.start.checked_sub(1 + usize::from(document.is(noun.start.max(1) - 1, Classes::DETERMINER)))?;
    (verb >= earliest && document.is(verb, Classes::COUNTS)).then_some(noun)
}

/// "Acme shares soared 17 percent", "turnout was 42%", "inflation had fallen to 3%": the noun phrase before the verb.
fn said_before(document: &Document, start: usize, earliest: usize) -> Option<Range<usize>> {
    let skip =
        |at: usize| document.is(at, Classes::ADVERB.with(Classes::ARTICLE)) || document.is(at, Classes::BEFORE_AMOUNT);
    let before = (earliest..start).rev().take(4).find(|&at| !skip(at))?;
    let mut verb = before;
    while verb > earliest && is_verb(document, verb) && before - verb < 4 {
        verb -= 1;
    }
    (verb < before).then(|| noun_before(document, verb + 1, earliest))?
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
    document.is(at, verbs)
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
            && !document.is(at, Classes::ENDS_RUN);
        plain && document.entry(at).month.is_none() && document.entry(at).weekday.is_none()
    };
    let mut start = end;
    while start > earliest && end - start < 4 && (word(start - 1) || document.is_joint(start - 1)) {
        start -= 1;
    }
    start..end
}
