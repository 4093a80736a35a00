//! Where sentences end.

use std::ops::Range;

use super::Document;
use crate::reading::lexicon::Classes;
use crate::reading::text::{TokenKind, fold};

/// Token ranges of the sentences, in order; together they cover all tokens.
pub(super) fn split(document: &Document) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in 1..document.len() {
        if begins_sentence(document, at) {
            sentences.push(start..at);
            start = at;
        }
    }
    if start < document.len() {
        sentences.push(start..document.len());
    }
    sentences
}

/// Whether a new sentence begins with the token at `at`, which is not the first one.
fn begins_sentence(document: &Document, at: usize) -> bool {
    let token = document.tokens[at];
    if token.breaks {
        return !continues_line(document, at);
    }
    token.spaced && may_begin(document, at) && ended_before(document, at)
}

/// A line break inside a sentence: the next line goes on in lower case after a line that did not close.
fn continues_line(document: &Document, at: usize) -> bool {
    let breaks = document.gap(at).bytes().filter(|&byte| byte == b'\n').count();
    breaks == 1 && document.str(at).starts_with(fold::is_lower) && !closes(document, at - 1)
}

/// Sentences begin with a capital, a digit, or a mark that opens.
fn may_begin(document: &Document, at: usize) -> bool {
    match document.kind(at) {
        Some(TokenKind::Word) => !document.str(at).starts_with(fold::is_lower),
        Some(TokenKind::Number) => true,
        _ => matches!(
            document.mark(at),
            Some('"' | '“' | '‘' | '\'' | '«' | '(' | '[' | '¿' | '¡' | '$' | '€' | '£' | '—' | '–')
        ),
    }
}

/// Whether the tokens before `at` close a sentence, closing quotation marks and brackets skipped.
fn ended_before(document: &Document, at: usize) -> bool {
    let mut last = at - 1;
    while last > 0 && at - last <= 4 && matches!(document.mark(last), Some('"' | '”' | '’' | '\'' | '»' | ')' | ']'))
    {
        last -= 1;
    }
    closes(document, last)
}

fn closes(document: &Document, at: usize) -> bool {
    match document.mark(at) {
        Some('!' | '?' | '…') => true,
        Some('.') => at == 0 || !is_abbreviated(document, at - 1),
        None => initials_close(document, at),
        _ => false,
    }
}

/// A word with its own full stop ("U.S.", "p.m.") closes a sentence only where the next word does not go on with a
/// name; without knowing names, it is taken to go on.
fn initials_close(document: &Document, at: usize) -> bool {
    let word = document.str(at);
    word.len() > 2
        && word.ends_with('.')
        && document.is(at + 1, Classes::DETERMINER.with(Classes::PRONOUN).with(Classes::ARTICLE))
}

/// The full stop after a title, an abbreviation or a single initial belongs to the word.
fn is_abbreviated(document: &Document, at: usize) -> bool {
    let single = |word: &str| word.chars().nth(1).is_none();
    let initial = document.kind(at) == Some(TokenKind::Word) && single(document.str(at));
    let before_number = document.is(at, Classes::NUMBERED) && document.kind(at + 2) == Some(TokenKind::Number);
    let known = (document.is(at, Classes::ABBREVIATION) || before_number) && document.is_glued(at + 1);
    known || (initial && document.is_capitalised(at) && document.str(at) != "I")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::language::Language;

    fn check(text: &str, expected: &[&str]) {
        let document = Document::new(text, Language::English);
        let found: Vec<_> = document.sentences.iter().map(|range| document.slice(range.clone())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn full_stops_quotes_and_titles() {
        check(
            "Mr. Ban spoke. \"It is over,\" he said. U.N. staff left. At 9 a.m. Maria came.",
            &["Mr. Ban spoke.", "\"It is over,\" he said.", "U.N. staff left.", "At 9 a.m. Maria came."],
        );
    }

    #[test]
    fn line_breaks_end_headlines_but_not_wrapped_lines() {
        check("A headline\n\nThe text is\nwrapped here.\nNext", &["A headline", "The text is\nwrapped here.", "Next"]);
    }

    #[test]
    fn closing_marks_belong_to_the_sentence_they_close() {
        check("He said \"no.\" Then (it was late.) She left", &["He said \"no.\"", "Then (it was late.)", "She left"]);
    }
}
