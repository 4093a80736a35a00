//! Quotations that run over several sentences: the voice of the tag speaks for all of them.

use std::ops::Range;

use super::voice::Voice;
use crate::reading::document::Document;

/// Longest quotation that is followed, in tokens. An unclosed mark opens nothing.
const LONGEST: usize = 400;

/// Lets each voice that tags a quotation speak for the whole of it, and the last speaker for a quotation without
/// a tag that follows one with a tag.
pub(super) fn extend(document: &Document, voices: &mut Vec<Voice>) {
    let mut last: Option<Voice> = None;
    let mut tagged = Vec::new();
    for quotation in quotations(document) {
        let voice = tag_of(document, &quotation, voices)
            .or_else(|| last.clone().filter(|_| opens_sentence(document, &quotation)));
        if let Some(voice) = voice {
            tagged.push(Voice { covers: quotation.clone(), ..voice.clone() });
            last = Some(voice);
        }
    }
    voices.append(&mut tagged);
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

/// The voice of the sentence in which the quotation ends, or begins, if its words stand outside the quotation.
fn tag_of(document: &Document, quotation: &Range<usize>, voices: &[Voice]) -> Option<Voice> {
    let outside = |sentence: Range<usize>| {
        let first = voices.partition_point(|voice| voice.covers.end <= sentence.start);
        voices[first..]
            .iter()
            .take_while(|voice| voice.covers.start < sentence.end)
            .find(|voice| !quotation.contains(&voice.source.start) || voice.source.end <= sentence.start)
            .cloned()
    };
    outside(document.sentence_of(quotation.end - 1))
        .or_else(|| outside(document.sentence_of(quotation.end.min(document.len() - 1))))
        .or_else(|| outside(document.sentence_of(quotation.start)))
}
