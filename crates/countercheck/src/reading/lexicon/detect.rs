//! The language of a text, told by its words.

use super::{Lexicon, WordId};
use crate::reading::language::Language;

/// The language of a text, by its commonest function words, else by which lexicon knows more of its words; English where
/// nothing tells.
pub fn detect(text: &str) -> Language {
    const ENGLISH: [&str; 12] = ["the", "of", "and", "to", "in", "that", "was", "by", "for", "with", "at", "from"];
    const SPANISH: [&str; 12] = ["el", "la", "de", "los", "que", "en", "del", "por", "y", "las", "un", "al"];
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(2000);
    let is = |word: &str, list: [&str; 12]| i32::from(list.iter().any(|known| known.eq_ignore_ascii_case(word)));
    let mut balance: i32 = words().map(|word| is(word, ENGLISH) - is(word, SPANISH)).sum();
    if balance == 0 {
        let knows = |word: &str, language| i32::from(Lexicon::of(language).id(word) != WordId::UNKNOWN);
        balance = words().map(|word| knows(word, Language::English) - knows(word, Language::Spanish)).sum();
    }
    if balance < 0 { Language::Spanish } else { Language::English }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_are_enough() {
        let spanish = [
            "28 muertos, 192 heridos",
            "Liberan a 104 presos",
            "Cinco detenidos tras protestas",
            "Sismo deja 11 muertos",
        ];
        let english = [
            "28 dead, 192 injured",
            "104 prisoners released",
            "Five arrested after protests",
            "Police kill 11",
            "2024",
        ];
        for text in spanish {
            assert_eq!(detect(text), Language::Spanish, "{text}");
        }
        for text in english {
            assert_eq!(detect(text), Language::English, "{text}");
        }
    }

    #[test]
    fn foreign_names_do_not_turn_a_text() {
        assert_eq!(detect("Police said La Paz and El Alto saw 20 arrests in the night."), Language::English);
        assert_eq!(detect("El diario The Times of India contó 20 muertos en la ciudad."), Language::Spanish);
    }
}
