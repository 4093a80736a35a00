//! Whether a figure was counted, or is expected, feared, demanded or denied.

use std::ops::Range;

use crate::reading::document::Document;
use crate::reading::lexicon::Classes;

/// What a text says a figure is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Mood {
    /// It was counted, measured or estimated.
    #[default]
    Counted,
    /// It is expected, planned or promised: "will cost 40 million".
    Forecast,
    /// It is feared: "the toll could pass 1,000, rescuers fear".
    Feared,
    /// Somebody asks for it or offers it: "the unions want 7.5 percent".
    Demanded,
    /// The text says that it is not so: "denied that 300 had been killed", "not the 3,000".
    Denied,
}

impl Mood {
    /// The code in reports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::Forecast => "forecast",
            Self::Feared => "feared",
            Self::Demanded => "demanded",
            Self::Denied => "denied",
        }
    }
}

/// So many tokens on either side of a figure may say what it is.
const REACH: usize = 14;

/// The mood of a figure, from the words of its clause.
pub(super) fn mood_of(document: &Document, hedged: &Range<usize>, sentence: &Range<usize>) -> Mood {
    if is_negated(document, hedged.start) {
        return Mood::Denied;
    }
    let before = before(document, hedged.start, sentence);
    let behind = behind(document, hedged.end, sentence);
    // Nouns, and "May" the month.
    let is_noun = |at: usize| {
        // "La espera se acorta"
        let noun = at > 0 && document.is(at - 1, Classes::DETERMINER.with(Classes::ARTICLE));
        noun || document.entry(at).month.is_some() && document.is_capitalised(at)
    };
    let said = |class| before.clone().chain(behind.clone()).any(|at| document.is(at, class) && !is_noun(at));
    let told = before.clone().rev().find(|&at| document.is(at, Classes::SAYS.with(Classes::DENIES)));
    if told.is_some_and(|at| document.is(at, Classes::DENIES)) {
        Mood::Denied
    } else if said(Classes::FEARS) {
        Mood::Feared
    } else if before.clone().any(|at| document.is(at, Classes::ASKS_FOR)) {
        Mood::Demanded
    } else if said(Classes::EXPECTS) || before.chain(behind).any(|at| document.is_future(at)) {
        Mood::Forecast
    } else {
        Mood::Counted
    }
}

/// "not the 3,000", "y no 24".
fn is_negated(document: &Document, start: usize) -> bool {
    let determined = start.checked_sub(1).filter(|&at| document.is(at, Classes::THE)).unwrap_or(start);
    determined.checked_sub(1).is_some_and(|at| {
        document.is(at, Classes::NEGATION)
            && (at == 0 || document.mark(at - 1).is_some() || document.is(at - 1, Classes::AND))
    })
}

/// The words of the clause before a figure.
fn before(document: &Document, start: usize, sentence: &Range<usize>) -> Range<usize> {
    let earliest = sentence.start.max(start.saturating_sub(REACH));
    let opens = (earliest..start).rev().find(|&at| parts(document, at));
    opens.map_or(earliest, |at| at + 1)..start
}

/// The words of the clause behind it, up to a comma.
fn behind(document: &Document, end: usize, sentence: &Range<usize>) -> Range<usize> {
    let latest = sentence.end.min(end + REACH / 2).max(end);
    let closes = (end..latest).find(|&at| parts(document, at) || document.is(at, Classes::AND));
    end..closes.unwrap_or(latest)
}

fn parts(document: &Document, at: usize) -> bool {
    matches!(document.mark(at), Some(';' | '.' | ':' | '—'))
        || document.is_mark(at, ',') && document.is(at + 1, Classes::PARTING.with(Classes::AND))
}
