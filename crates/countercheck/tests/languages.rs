//! Texts in two languages on one event meet: the same measures, events and families of nouns stand behind the words.

use countercheck::collection::{Article, Collection};
use countercheck::reading::language::Language;
use countercheck::{Comparison, compare};

const ENGLISH: &str = "At least 24 people died in the protests that followed the presidential election in Venezuela on July 28, \
    and more than 2,000 people were detained, Foro Penal said. Maduro won 51.9% of the vote, the council says. Two hospitals \
    and 14 schools were damaged.";

const SPANISH: &str = "La Fiscalía elevó a 28 los muertos en las protestas tras las elecciones presidenciales del 28 de julio en \
    Venezuela. Unas 2.400 personas fueron detenidas, según el fiscal. Maduro obtuvo el 51,95 % de los votos, según el \
    consejo. Quedaron dañadas 14 escuelas.";

fn compared() -> Comparison {
    let article = |id: &str, text: &str| Article {
        id: id.to_owned(),
        text: text.to_owned(),
        date: "2024-09-20".parse().ok(),
        ..Article::default()
    };
    compare(&Collection { articles: vec![article("A", ENGLISH), article("B", SPANISH)], ..Collection::default() })
}

/// The figures of each row, as they stand in the texts.
fn rows(comparison: &Comparison) -> Vec<Vec<&'static str>> {
    let texts = [ENGLISH, SPANISH];
    let quote = |article: usize, claim: usize| comparison.readings[article].claims[claim].quote.of(texts[article]);
    let rows = comparison.alignments.iter();
    rows.map(|row| row.members.iter().map(|key| quote(key.article, key.claim)).collect()).collect()
}

#[test]
fn figures_of_one_quantity_stand_in_one_row() {
    let comparison = compared();
    let rows = rows(&comparison);
    for expected in [["24", "28"], ["2,000", "2.400"], ["51.9%", "51,95 %"], ["14", "14"]] {
        assert!(rows.iter().any(|row| *row == expected), "{expected:?} is no row of {rows:?}");
    }
    assert_eq!(rows.len(), 4, "{rows:?}");
}

#[test]
fn the_languages_are_told_by_the_texts() {
    let codes: Vec<_> = compared().readings.iter().map(|reading| reading.language.code()).collect();
    assert_eq!(codes, ["en", "es"]);
}

#[test]
fn events_are_of_one_family_in_both_languages() {
    let comparison = compared();
    let families = |article: usize| {
        let claims = &comparison.readings[article].claims;
        let mentions = claims.iter().flat_map(|claim| &claim.context.events);
        let mut families: Vec<u8> = mentions.map(|mention| mention.family).collect();
        families.sort_unstable();
        families.dedup();
        families
    };
    assert!(!families(0).is_empty());
    assert_eq!(families(0), families(1));
}

#[test]
fn a_reason_names_a_figure_in_the_language_it_is_said_in() {
    let comparison = compared();
    let said = |language: Language| {
        let pairs = comparison.alignments.iter().flat_map(|row| &row.pairs);
        pairs.map(|pair| pair.why.sentence(language)).collect::<Vec<_>>().join(" ")
    };
    let (english, spanish) = (said(Language::English), said(Language::Spanish));
    assert!(english.contains("28 fits “at least 24”."), "{english}");
    assert!(spanish.contains("28 encaja con «al menos 24».") && spanish.contains("más de 2,000"), "{spanish}");
}

#[test]
fn what_is_worked_out_is_printed_as_the_language_prints_numbers() {
    let comparison = compare(&countercheck::shipped::collection());
    let said = |language: Language| {
        let all = comparison.checks.iter().map(|check| check.statement.sentence(language));
        all.collect::<Vec<_>>().join(" ")
    };
    let (english, spanish) = (said(Language::English), said(Language::Spanish));
    assert!(english.contains("1,037") && !english.contains("1.037"), "{english}");
    assert!(spanish.contains("1.037") && !spanish.contains("1,037"), "{spanish}");
}
