//! Quotations that run over several sentences: the voice of the tag speaks for all of them.

use std::ops::Range;

use super::voice::Voice;
use crate::reading::document::Document;
use crate::reading::lexicon::Classes;

/// Longest quotation that is followed, in tokens. An unclosed mark opens nothing.
const LONGEST: usize = 400;

/// Lets each voice that tags a quotation speak for the whole of it, and the last speaker for a quotation without
/// a tag that follows one with a tag.
pub(super) fn extend(document: &Document, voices: &mut Vec<Voice>) {
    let mut last: Option<Voice> = None;
    let (mut tagged, mut silenced) = (Vec::new(), Vec::<Range<usize>>::new());
    for quotation in quotations(document) {
        let voice = tag_of(document, &quotation, voices)
            .or_else(|| last.clone().filter(|_| opens_sentence(document, &quotation)));
        if let Some(voice) = voice {
            // What "our results" show inside is the speaker's word.
            if !quotation.contains(&voice.source.start) {
                silenced.push(quotation.clone());
            }
            tagged.push(Voice { covers: quotation.clone(), ..voice.clone() });
            last = Some(voice);
        }
    }
    voices.retain(|voice| {
        let behind = silenced.partition_point(|quotation| quotation.start <= voice.source.start);
        let inside = behind > 0 && silenced[behind - 1].contains(&voice.source.start);
        !inside || names_somebody(document, &voice.source)
    });
    voices.append(&mut tagged);
}

/// A name, people or a body: somebody other than the one who is quoted.
fn names_somebody(document: &Document, source: &Range<usize>) -> bool {
    let somebody = Classes::PERSON.with(Classes::BODY);
    source.clone().any(|at| document.is(at, somebody) || at > source.start && document.is_capitalised(at))
}

/// Ranges between double quotation marks, of at least four tokens.
fn quotations(document: &Document) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for at in 0..document.len() {
        if !document.is_quote(at) {
            continue;
        }
        let curly_open = matches!(document.mark(at), Some('“' | '«' | '„'));
        match open {
            Some(start) if !curly_open && at - start <= LONGEST => {
                if at - start > 4 {
                    found.push(start..at + 1);
                }
                open = None;
            }
            _ => open = Some(at),
        }
    }
    found
}

/// A quotation that is a sentence of its own, not words quoted inside one.
fn opens_sentence(document: &Document, quotation: &Range<usize>) -> bool {
    document.sentence_of(quotation.start).start == quotation.start
}

/// The voice of the sentence in which the quotation ends, or begins, if its words stand outside the quotation; behind it
/// in the same paragraph: "…, as we feared." Doe said so on Monday.
fn tag_of(document: &Document, quotation: &Range<usize>, voices: &[Voice]) -> Option<Voice> {
    let outside = |sentence: Range<usize>| {
        let first = voices.partition_point(|voice| voice.covers.end <= sentence.start);
        voices[first..]
            .iter()
            .take_while(|voice| voice.covers.start < sentence.end)
            .find(|voice| !quotation.contains(&voice.source.start) || voice.source.end <= sentence.start)
            .cloned()
    };
    let behind = quotation.end.min(document.len() - 1);
    let parted = document.tokens[behind].breaks;
    outside(document.sentence_of(quotation.end - 1))
        .or_else(|| outside(document.sentence_of(quotation.start)).filter(|_| parted))
        .or_else(|| outside(document.sentence_of(behind)).filter(|_| !parted))
        .or_else(|| outside(document.sentence_of(quotation.start)))
}
