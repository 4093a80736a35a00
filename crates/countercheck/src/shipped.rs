//! The collection that the page carries with it: five texts on Venezuela after the vote of 28 July 2024. The page itself
//! reads it from its state, not from the program.

use crate::collection::Collection;
use crate::work::journal::Journal;
use crate::work::saved;

const MANIFEST: &str = include_str!("../../../assets/articles/venezuela-2024/collection.json");

const TEXTS: [(&str, &str); 5] = [
    ("01.txt", include_str!("../../../assets/articles/venezuela-2024/01.txt")),
    ("02.txt", include_str!("../../../assets/articles/venezuela-2024/02.txt")),
    ("03.txt", include_str!("../../../assets/articles/venezuela-2024/03.txt")),
    ("04.txt", include_str!("../../../assets/articles/venezuela-2024/04.txt")),
    ("05.txt", include_str!("../../../assets/articles/venezuela-2024/05.txt")),
];

/// The shipped collection; empty if the manifest or a text that it names were missing, which a test excludes.
pub fn collection() -> Collection {
    let shipped = |file: &str| TEXTS.iter().find(|(name, _)| *name == file).map(|(_, text)| (*text).to_owned());
    let manifest: Option<serde_json::Value> = serde_json::from_str(MANIFEST).ok();
    let fetch = |file: &str| shipped(file).ok_or_else(|| format!("{file} is not shipped"));
    manifest.and_then(|manifest| Collection::from_record(&manifest, &fetch).ok()).unwrap_or_default()
}

/// What the editors of the shipped collection say against the program, in its journal: each entry with its reason, to be
/// taken back like a user's own.
pub fn journal() -> Journal {
    let manifest: Option<serde_json::Value> = serde_json::from_str(MANIFEST).ok();
    manifest.map(|manifest| saved::journal(&manifest)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_of_the_manifest_has_its_text() {
        let collection = collection();
        assert_eq!(collection.articles.len(), TEXTS.len());
        assert!(collection.question.is_some() && collection.content_note.is_some());
        for article in &collection.articles {
            assert!(article.date.is_some(), "{} has no date", article.id);
        }
    }

    #[test]
    fn every_correction_finds_its_place_and_says_why() {
        let (collection, journal) = (collection(), journal());
        let corrected = crate::work::journal::apply(&collection, &crate::compare(&collection), &journal);
        assert!(corrected.orphans.is_empty());
        assert!(!journal.entries().is_empty());
        assert!(journal.entries().iter().all(|entry| !entry.change.words.is_empty()));
    }

    #[test]
    fn texts_stand_byte_for_byte() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/articles/venezuela-2024/");
        for (article, (file, _)) in collection().articles.iter().zip(TEXTS) {
            let stored = std::fs::read_to_string(format!("{folder}{file}")).unwrap();
            assert_eq!(article.text, stored, "{file}");
        }
    }
}
