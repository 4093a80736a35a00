//! What the program knows of a language: words and phrases from the commented files under `assets/lexicon/`.
//!
//! The files are data. To teach the program a new word, add it to the right file; the head of each file says what
//! its columns mean. A line with an unknown role fails the tests of this module.

mod class;
mod detect;
mod load;
mod meaning;
mod phrases;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

pub use class::Classes;
pub use detect::detect;
pub use meaning::{Effect, Frame, MeasureWord, Nature, NumberWord, Side, Unit, UnitKind};
pub use phrases::Phrases;

use crate::reading::language::Language;
use crate::reading::text::{Stem, fold};

/// A word of the lexicon. Words that it does not know share [`WordId::UNKNOWN`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct WordId(pub(crate) u16);

impl WordId {
    /// Any word the lexicon does not list.
    pub const UNKNOWN: Self = Self(0);
}

/// Everything known about one word.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Its classes.
    pub classes: Classes,
    /// Its role in numerals.
    pub number: Option<NumberWord>,
    /// Its rank as an ordinal: "third" is 3.
    pub ordinal: Option<f64>,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Weekday, 0 for Monday.
    pub weekday: Option<u8>,
    /// The family of events that it names, as an index.
    pub event: Option<u8>,
    /// The stem that stands for all nouns that count what it counts: "outlets" are stores.
    pub kin: Option<Stem>,
}

/// The lexicon of one language.
#[derive(Debug, Default)]
pub struct Lexicon {
    ids: FxHashMap<Box<str>, WordId>,
    entries: Vec<Entry>,
    /// Qualifiers that stand before a number.
    pub hedges_before: Phrases<Effect>,
    /// Qualifiers that stand after a number.
    pub hedges_after: Phrases<Effect>,
    /// Units after a number.
    pub units: Phrases<Unit>,
    /// Currency signs and codes before a number.
    pub currencies: Phrases<&'static str>,
    /// Nouns that name a measure.
    pub measure_nouns: Phrases<MeasureWord>,
    /// Verbs and participles that name a measure of their subject.
    pub measure_subjects: Phrases<MeasureWord>,
    /// Verbs that name a measure of their object.
    pub measure_objects: Phrases<MeasureWord>,
    /// Nouns after a ratio that name a measure.
    pub measure_margins: Phrases<MeasureWord>,
    /// Words right before a source: "according to".
    pub cues: Phrases<()>,
    /// Words before the day up to which something was counted: "as of".
    pub as_of: Phrases<()>,
    /// Words that say that the count goes up to the day of the text: "so far".
    pub so_far: Phrases<()>,
    /// Words behind a time of day: "local time".
    pub clock: Phrases<()>,
    /// Ending of participles, where they are those of the past as well: "ed".
    pub past_ending: Option<&'static str>,
    /// Endings that only verbs have: "ieron".
    pub verb_endings: Vec<&'static str>,
    /// Endings of verbs that say what is to come: "costará".
    pub future_endings: Vec<&'static str>,
    /// Endings of finite verbs of which any may tell: "she conceded that", "replicaron que".
    pub told_endings: Vec<&'static str>,
    /// Endings of participles that tell behind a form of "have": "ha señalado que".
    pub told_participles: Vec<&'static str>,
    /// Endings of verbs in the plural that no noun in the plural has: "en".
    pub plural_verb_endings: Vec<&'static str>,
    /// Ending of gerunds: "ing".
    pub gerund_ending: Option<&'static str>,
    /// Ending of adverbs: "ly".
    pub adverb_ending: Option<&'static str>,
    /// Words behind a measure that say what it is of: "long".
    pub dimensions_after: Phrases<&'static str>,
    /// Words before a measure that say what it is of: "depth".
    pub dimensions_before: Phrases<&'static str>,
    /// Measures and those that they are parts of: the released are part of the held.
    parts: Vec<(&'static str, &'static str)>,
}

impl Lexicon {
    /// The lexicon of a language, read once.
    pub fn of(language: Language) -> &'static Self {
        static ENGLISH: OnceLock<Lexicon> = OnceLock::new();
        static SPANISH: OnceLock<Lexicon> = OnceLock::new();
        match language {
            Language::English => ENGLISH.get_or_init(|| load::read("en")),
            Language::Spanish => SPANISH.get_or_init(|| load::read("es")),
        }
    }

    /// The id of a word in any case; unknown words share one.
    pub fn id(&self, word: &str) -> WordId {
        let mut buffer = [0; 32];
        let lower = lower(word, &mut buffer);
        let found = match &lower {
            Lower::Ascii(word) => self.ids.get(*word),
            Lower::Other(word) => self.ids.get(word.as_str()),
        };
        found.copied().unwrap_or_default()
    }

    /// Whether figures of one measure are parts of figures of another.
    pub fn is_part_of(&self, part: &str, whole: &str) -> bool {
        self.parts.iter().any(|(a, b)| *a == part && *b == whole)
    }

    /// What is known about a word.
    pub fn entry(&self, word: WordId) -> &Entry {
        &self.entries[word.0 as usize]
    }
}

enum Lower<'b> {
    Ascii(&'b str),
    Other(String),
}

/// Lower case without an allocation for the short ASCII words that texts are made of.
fn lower<'b>(word: &str, buffer: &'b mut [u8; 32]) -> Lower<'b> {
    let bytes = word.as_bytes();
    if bytes.len() > buffer.len() || !word.is_ascii() {
        return Lower::Other(fold::lowered(word));
    }
    let buffer = &mut buffer[..bytes.len()];
    buffer.copy_from_slice(bytes);
    buffer.make_ascii_lowercase();
    std::str::from_utf8(buffer).map_or_else(|_| Lower::Other(fold::lowered(word)), Lower::Ascii)
}
