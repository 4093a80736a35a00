//! The comparison depends on the texts alone: not on their order, and not on how often one was pasted.

use std::collections::BTreeSet;

use countercheck::collection::{Article, Collection, Language};
use countercheck::comparing::Comparison;
use countercheck::{compare, shipped};
use proptest::prelude::*;

/// A relation between two figures, each told by its text and its place there; the lesser one first.
type Related = ((String, usize), (String, usize), String);

fn relations(collection: &Collection, comparison: &Comparison) -> BTreeSet<Related> {
    let end = |key: countercheck::comparing::ClaimKey| (collection.articles[key.article].id.clone(), key.claim);
    let pairs = comparison.alignments.iter().flat_map(|row| &row.pairs);
    pairs
        .map(|pair| {
            let (a, b) = (end(pair.a), end(pair.b));
            let relation = format!("{:?}", pair.relation);
            if a <= b { (a, b, relation) } else { (b, a, relation) }
        })
        .collect()
}

fn collection(articles: Vec<Article>) -> Collection {
    Collection { articles, ..Collection::default() }
}

fn related(articles: Vec<Article>) -> BTreeSet<Related> {
    let collection = collection(articles);
    relations(&collection, &compare(&collection))
}

/// Short texts about one event, alike enough to be lined up and different enough to disagree.
fn accounts() -> impl Strategy<Value = Vec<Article>> {
    let count = prop::sample::select(vec!["12", "about 12", "at least 15", "20", "dozens of", "120", "more than 100"]);
    let who = prop::sample::select(vec!["people", "protesters", "soldiers", "residents"]);
    let what = prop::sample::select(vec!["were killed", "were arrested", "were injured", "died", "were released"]);
    let place = prop::sample::select(vec!["in Caracas", "in Valencia", "after the vote", "during the protests", ""]);
    let source = prop::sample::select(vec!["", ", police said", ", according to Foro Penal", ", the ministry said"]);
    let sentence = (count, who, what, place, source)
        .prop_map(|(count, who, what, place, source)| format!("{count} {who} {what} {place}{source}."));
    let text = prop::collection::vec(sentence, 1..5).prop_map(|sentences| sentences.join(" "));
    let date = prop::sample::select(vec!["2025-04-28", "2025-04-29", "2025-04-30"]);
    prop::collection::vec((text, date), 2..6).prop_map(|texts| {
        let article = |(index, (text, date)): (usize, (String, &str))| Article {
            id: char::from(b'A' + index as u8).to_string(),
            date: date.parse().ok(),
            text,
            ..Article::default()
        };
        texts.into_iter().enumerate().map(article).collect()
    })
}

proptest! {
    #[test]
    fn shuffling_the_texts_changes_no_relation(
        (articles, shuffled) in accounts().prop_flat_map(|articles| (Just(articles.clone()), Just(articles).prop_shuffle())),
    ) {
        prop_assert_eq!(related(articles), related(shuffled));
    }

    #[test]
    fn pasting_a_text_twice_changes_no_relation_among_the_others(articles in accounts(), twice in any::<prop::sample::Index>()) {
        let copied = articles[twice.index(articles.len())].clone();
        let mut more = articles.clone();
        more.push(Article { id: "copy".to_owned(), ..copied });
        let others = related(more).into_iter().filter(|(a, b, _)| a.0 != "copy" && b.0 != "copy");
        prop_assert_eq!(related(articles), others.collect());
    }
}

#[test]
fn the_shipped_texts_may_stand_in_any_order() {
    let articles = shipped::collection().articles;
    let expected = related(articles.clone());
    for turn in 1..articles.len() {
        let mut turned = articles.clone();
        turned.rotate_left(turn);
        assert_eq!(related(turned), expected, "turned by {turn}");
    }
}

#[test]
fn a_shipped_text_may_be_pasted_twice() {
    let articles = shipped::collection().articles;
    let expected = related(articles.clone());
    for article in articles.clone() {
        let mut more = articles.clone();
        more.insert(0, Article { id: "copy".to_owned(), ..article });
        let others = related(more).into_iter().filter(|(a, b, _)| a.0 != "copy" && b.0 != "copy");
        assert_eq!(others.collect::<BTreeSet<_>>(), expected);
    }
}

/// Texts are copies of each other where they are read alike: a language or a year in place of a day reads otherwise.
#[test]
fn one_text_in_two_languages_is_read_twice() {
    let text = "El 2.400 y 25 personas murieron. More than 2,400 people were killed in 2024.";
    let article = |id: &str, language: &str, date: &str| Article {
        id: id.to_owned(),
        text: text.to_owned(),
        language: Language::from_code(language),
        date: date.parse().ok(),
        ..Article::default()
    };
    let articles = vec![article("A", "en", "2024"), article("B", "es", "2024"), article("C", "en", "2024-01-01")];
    let comparison = compare(&Collection { articles, ..Collection::default() });
    for row in &comparison.alignments {
        assert!(row.members.iter().all(|key| key.claim < comparison.readings[key.article].claims.len()));
    }
}
