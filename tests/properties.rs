//! What holds for every input.

use countercheck::claim::read;
use countercheck::collection::{Article, Collection, Language};
use countercheck::document::Document;
use countercheck::interval::{End, Interval};
use countercheck::text::tokenize;
use countercheck::{compare, report};
use proptest::prelude::*;

/// Texts that are likely to hold figures: words of the lexicon, numbers and marks, mixed with anything.
fn texts() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "at least",
        "more than",
        "about",
        "up to",
        "27",
        "2,400",
        "1.5",
        "million",
        "people",
        "were",
        "killed",
        "deaths",
        "$",
        "%",
        "percent",
        "between",
        "and",
        "of them",
        "twenty-three",
        "a",
        "hundred",
        "dozens",
        "half",
        "2-1",
        "to",
        "July",
        "28",
        "2024",
        ",",
        ".",
        "\n\n",
        "“",
        "”",
        "\"",
        "said",
        "according to",
        "the UN",
        "election",
        "-",
        "–",
        "'s",
        "most of",
        "in",
        "one",
        "third",
        "10:30",
        "am",
        "last year",
        "as of",
        "released",
        "km",
        "(",
        ")",
        "…",
    ]);
    let piece = prop_oneof![9 => words.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join(" "))
}

fn article(id: &str, text: String) -> Article {
    let date = "2025-04-30".parse().ok();
    Article { id: id.to_owned(), text, date, ..Article::default() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn tokens_tile_the_text_but_for_white_space(text in any::<String>()) {
        let mut end = 0;
        for token in tokenize(&text) {
            prop_assert!(token.span.start >= end && !token.span.is_empty());
            prop_assert!(!text[end..token.span.start].contains(char::is_alphanumeric));
            end = token.span.end;
        }
        prop_assert!(!text[end..].contains(char::is_alphanumeric));
    }

    #[test]
    fn sentences_tile_the_tokens(text in texts()) {
        let document = Document::new(&text, Language::English);
        let mut next = 0;
        for sentence in &document.sentences {
            prop_assert_eq!(sentence.start, next);
            prop_assert!(sentence.end > sentence.start);
            next = sentence.end;
        }
        prop_assert_eq!(next, document.len());
    }

    #[test]
    fn every_figure_stands_in_its_text(text in texts()) {
        let article = article("A", text);
        for claim in read(&article).claims {
            prop_assert!(article.text.get(claim.quote.start..claim.quote.end).is_some_and(|quote| !quote.is_empty()));
            prop_assert!(claim.phrase.contains(claim.quote), "{:?}", claim);
            prop_assert!(claim.sentence.contains(claim.quote), "{:?}", claim);
            prop_assert!(article.text.get(claim.phrase.start..claim.phrase.end).is_some());
        }
    }

    #[test]
    fn a_value_lies_in_the_closure_of_its_interval(text in texts()) {
        let near = |end: End, value: f64| end.value().is_none_or(|end| (end - value).abs() <= 1e-9 * value.abs());
        for claim in read(&article("A", text)).claims {
            if let Some(value) = claim.value {
                let edge = near(claim.interval.low, value) || near(claim.interval.high, value);
                prop_assert!(claim.interval.contains(value) || edge, "{} in {:?}", value, claim.interval);
            }
        }
    }

    #[test]
    fn the_same_texts_give_the_same_report(first in texts(), second in texts()) {
        let collection = Collection { articles: vec![article("A", first), article("B", second)], ..Collection::default() };
        let once = compare(&collection);
        let again = compare(&collection);
        let json = |comparison| serde_json::to_string(&report::report(&collection, comparison)).unwrap_or_default();
        prop_assert_eq!(json(&once), json(&again));
    }

    #[test]
    fn relations_do_not_depend_on_which_text_comes_first(first in texts(), second in texts()) {
        let pair = |a: &str, b: &str| {
            let collection = Collection { articles: vec![article("A", a.to_owned()), article("B", b.to_owned())], ..Collection::default() };
            let comparison = compare(&collection);
            let rows = comparison.alignments.iter().flat_map(|alignment| &alignment.pairs);
            let quote = |key| comparison.claim(key).quote;
            let mut found: Vec<_> = rows.filter(|row| row.a.article != row.b.article).map(|row| (quote(row.a), quote(row.b), row.relation)).collect();
            found.sort();
            found
        };
        let mut swapped: Vec<_> = pair(&second, &first).into_iter().map(|(a, b, relation)| (b, a, relation)).collect();
        swapped.sort();
        prop_assert_eq!(pair(&first, &second), swapped);
    }

    #[test]
    fn intervals_are_read_as_they_are_printed(low in any::<Option<i32>>(), width in any::<Option<u16>>(), open in any::<bool>()) {
        let low = low.map_or(End::Unbounded, |low| if open { End::Open(low.into()) } else { End::Closed(low.into()) });
        let high = width.map_or(End::Unbounded, |width| End::Closed(low.value().unwrap_or(0.0) + f64::from(width)));
        let interval = Interval { low, high };
        prop_assert_eq!(interval.to_string().parse(), Ok(interval));
    }
}
