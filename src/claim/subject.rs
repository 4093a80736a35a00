//! What a number without a noun behind it is said of: "annual sales of $23bn", "$500m in savings", "turnout was 42%",
//! "Sears shares soared 17 percent".

use std::ops::Range;

use super::counted::noun_phrase;
use crate::document::Document;
use crate::lexicon::Classes;
use crate::text::TokenKind;

/// The noun phrase that a number with its qualifiers belongs to, in its sentence; empty where there is none.
pub(super) fn subject_of(document: &Document, hedged: &Range<usize>, sentence: &Range<usize>) -> Range<usize> {
    amount_in(document, hedged.end)
        .filter(|noun| noun.end <= sentence.end)
        .or_else(|| amount_of(document, hedged.start, sentence.start))
        .or_else(|| said_before(document, hedged.start, sentence.start))
        .unwrap_or(hedged.end..hedged.end)
}

/// "$500 million a year in savings", "$2m worth of goods".
fn amount_in(document: &Document, end: usize) -> Option<Range<usize>> {
    let rate = document.is(end, Classes::ARTICLE) || document.is_any(end, &["per", "each", "every"]);
    let at = if rate { end + 2 } else { end };
    let worth = document.is_word(at, "worth") && document.is_word(at + 1, "of");
    let start = if worth { at + 2 } else { at + 1 };
    let noun = (worth || document.is_word(at, "in")).then(|| noun_phrase(document, start))?;
    // "in Paris", "in March" name a place or a day.
    let named = document.is_capitalised(noun.start) || document.entry(noun.start).month.is_some();
    (!noun.is_empty() && !named).then_some(noun)
}

/// "annual sales of about $23bn", "a turnout of 42%".
fn amount_of(document: &Document, start: usize, earliest: usize) -> Option<Range<usize>> {
    let of = start.checked_sub(1).filter(|&at| at > earliest && document.is_word(at, "of"))?;
    noun_before(document, of, earliest)
}

/// "Sears shares soared 17 percent", "turnout was 42%", "inflation had fallen to 3%": the noun phrase before the verb.
fn said_before(document: &Document, start: usize, earliest: usize) -> Option<Range<usize>> {
    let skip = |at: usize| {
        document.is(at, Classes::ADVERB.with(Classes::ARTICLE)) || document.is_any(at, &["to", "by", "at", "from"])
    };
    let before = (earliest..start).rev().take(4).find(|&at| !skip(at))?;
    let mut verb = before;
    while verb > earliest && is_verb(document, verb) && before - verb < 4 {
        verb -= 1;
    }
    (verb < before).then(|| noun_before(document, verb + 1, earliest))?
}

fn is_verb(document: &Document, at: usize) -> bool {
    let verbs = Classes::AUXILIARY.with(Classes::RISES).with(Classes::FALLS).with(Classes::VERB).with(Classes::ADVERB);
    document.is(at, verbs) || (document.str(at).len() > 4 && document.str(at).ends_with("ed"))
}

/// The noun phrase that ends right before a token, with one "of" in it: "the price of oil".
fn noun_before(document: &Document, end: usize, earliest: usize) -> Option<Range<usize>> {
    let inner = words_before(document, end, earliest);
    if inner.is_empty() {
        return None;
    }
    let determined = inner.start > earliest && document.is(inner.start - 1, Classes::DETERMINER.with(Classes::ARTICLE));
    let of = inner.start.checked_sub(1 + usize::from(determined)).filter(|&at| at > earliest)?;
    let outer = if document.is_word(of, "of") { words_before(document, of, earliest) } else { of..of };
    Some(if outer.is_empty() { inner } else { outer.start..inner.end })
}

/// Up to four words without marks between them.
fn words_before(document: &Document, end: usize, earliest: usize) -> Range<usize> {
    let stops = Classes::ENDS_PHRASE.with(Classes::SAYS).with(Classes::VERB);
    let word = |at: usize| {
        let plain = document.kind(at) == Some(TokenKind::Word) && !document.is(at, stops);
        plain && document.entry(at).month.is_none() && document.entry(at).weekday.is_none()
    };
    let mut start = end;
    while start > earliest && end - start < 4 && (word(start - 1) || document.is_joint(start - 1)) {
        start -= 1;
    }
    start..end
}
