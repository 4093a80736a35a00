//! The collections that come with the program: five texts on Venezuela after the vote of 28 July 2024, and one invented
//! set to practise with in each language. The page reads the first one from its state block, not from here.

use serde_json::Value;

use crate::collection::Collection;
use crate::reading::language::Language;
use crate::work::journal::Journal;
use crate::work::saved;

/// A manifest with the texts that it names.
struct Folder {
    manifest: &'static str,
    texts: &'static [(&'static str, &'static str)],
}

/// The files of a folder under `assets/articles`.
macro_rules! folder {
    ($name:literal: $($text:literal),*) => {
        Folder {
            manifest: include_str!(concat!("../../../assets/articles/", $name, "/collection.json")),
            texts: &[$(($text, include_str!(concat!("../../../assets/articles/", $name, "/", $text)))),*],
        }
    };
}

const VENEZUELA: Folder = folder!("venezuela-2024": "01.txt", "02.txt", "03.txt", "04.txt", "05.txt");
const PRACTICE_EN: Folder = folder!("practice-en": "a.txt", "b.txt", "c.txt");
const PRACTICE_ES: Folder = folder!("practice-es": "a.txt", "b.txt", "c.txt");

/// The shipped collection; empty if its manifest or a text that it names were missing, which a test excludes.
pub fn collection() -> Collection {
    VENEZUELA.collection().unwrap_or_default()
}

/// The shipped collection with its texts, JSON.
pub fn json() -> String {
    VENEZUELA.json().unwrap_or_default()
}

/// The collection to practise with, with its texts, JSON.
pub fn practice_json(language: Language) -> String {
    let folder = match language {
        Language::English => PRACTICE_EN,
        Language::Spanish => PRACTICE_ES,
    };
    folder.json().unwrap_or_default()
}

impl Folder {
    fn text(&self, file: &str) -> Option<&'static str> {
        self.texts.iter().find(|(name, _)| *name == file).map(|(_, text)| *text)
    }

    fn collection(&self) -> Option<Collection> {
        let manifest: Value = serde_json::from_str(self.manifest).ok()?;
        let fetch =
            |file: &str| self.text(file).map(str::to_owned).ok_or_else(|| format!("{file} is not among the texts"));
        Collection::from_record(&manifest, &fetch).ok()
    }

    /// The manifest, each article with its text.
    fn json(&self) -> Option<String> {
        let mut manifest: Value = serde_json::from_str(self.manifest).ok()?;
        for article in manifest["articles"].as_array_mut()? {
            article["text"] = self.text(article["file"].as_str()?)?.into();
        }
        Some(manifest.to_string())
    }
}

/// What the editors of the shipped collection say against the program, in its journal: each entry with its reason, to be
/// taken back like a user's own.
pub fn journal() -> Journal {
    let manifest: Option<Value> = serde_json::from_str(VENEZUELA.manifest).ok();
    manifest.map(|manifest| saved::journal(&manifest)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_of_a_manifest_has_its_text() {
        for folder in [VENEZUELA, PRACTICE_EN, PRACTICE_ES] {
            let collection = folder.collection().unwrap();
            assert_eq!(collection.articles.len(), folder.texts.len());
            for (article, (file, text)) in collection.articles.iter().zip(folder.texts) {
                assert_eq!(article.text, *text, "{file}");
            }
            assert!(folder.json().is_some());
        }
    }

    #[test]
    fn the_shipped_collection_is_dated_and_framed() {
        let collection = collection();
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
        for (file, text) in VENEZUELA.texts {
            assert_eq!(*text, std::fs::read_to_string(format!("{folder}{file}")).unwrap(), "{file}");
        }
    }
}
