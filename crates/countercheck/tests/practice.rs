//! The collections to learn with: small, and every relation stands in them.

use std::collections::HashSet;
use std::path::Path;

use countercheck::collection::Collection;
use countercheck::compare;
use countercheck::comparing::{Alignment, Relation};

fn practice(language: &str) -> Collection {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/articles").join(format!("practice-{language}"));
    let read = |file: &str| std::fs::read_to_string(folder.join(file)).map_err(|error| error.to_string());
    let manifest: serde_json::Value =
        serde_json::from_str(&read("collection.json").expect("a manifest")).expect("JSON");
    Collection::from_record(&manifest, &read).expect("a collection")
}

#[test]
fn every_relation_stands_in_them() {
    for language in ["en", "es"] {
        let collection = practice(language);
        let words: usize = collection.articles.iter().map(|article| article.text.split_whitespace().count()).sum();
        assert!(words < 300, "{language} takes longer than five minutes: {words} words");
        let comparison = compare(&collection);
        let shown =
            |relation| comparison.alignments.iter().any(|row| row.pairs.iter().any(|it| it.relation == relation));
        for relation in Relation::ALL {
            assert!(shown(relation), "{language}: no pair shows {relation:?}");
        }
        let widest = comparison.alignments.iter().filter_map(Alignment::widest);
        assert_eq!(widest.collect::<HashSet<_>>().len(), comparison.alignments.len(), "{language}: two rows are alike");
    }
}

#[test]
fn they_say_that_they_are_invented() {
    for (language, word) in [("en", "invented"), ("es", "invent")] {
        let collection = practice(language);
        assert!(collection.title.contains(word));
        assert!(collection.articles.iter().all(|it| it.publisher.as_deref().is_some_and(|it| it.contains(word))));
    }
}
