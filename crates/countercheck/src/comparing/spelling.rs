//! Spellings: the printed words behind the stems that figures are compared by.

use crate::reading::language::Language;
use crate::reading::lexicon::Lexicon;
use crate::reading::text::{Stem, fold};

/// The words of a passage with their stems, in its order. The stems are those that a reading of the passage has.
pub(super) fn spelled(passage: &str, language: Language) -> impl Iterator<Item = (Stem, &str)> {
    let words = passage.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(move |word| (stem(word, language), word))
}

fn stem(word: &str, language: Language) -> Stem {
    let lexicon = Lexicon::of(language);
    let spanish = language == Language::Spanish && !word.starts_with(fold::is_upper);
    let plain = if spanish { Stem::of_spanish } else { Stem::of };
    lexicon.entry(lexicon.id(word)).kin.unwrap_or_else(|| plain(word))
}
