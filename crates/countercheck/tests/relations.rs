//! How two figures relate and why: pairs of short texts in `tests/relations/`, each judged as if it stood in one row.

use countercheck::collection::{Article, Collection, Language};
use countercheck::comparing::{Alignment, ClaimKey, Pair};
use countercheck::reading::claim::{Reading, read};

/// Two texts, what is expected of their figures, and the line the case begins in.
struct Case {
    line: usize,
    texts: Vec<(String, String)>,
    relation: String,
    quoted: Vec<String>,
    origin: Option<String>,
}

fn cases(file: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut texts = Vec::new();
    for (index, line) in file.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        if let Some(expected) = line.strip_prefix("= ") {
            let mut parts = expected.split(" | ").map(str::to_owned);
            let relation = parts.next().expect("a relation");
            let texts = std::mem::take(&mut texts);
            cases.push(Case { line: index + 1, texts, relation, quoted: parts.collect(), origin: None });
        } else if let Some(origin) = line.strip_prefix("origin ") {
            cases.last_mut().expect("a case before its origin").origin = Some(origin.to_owned());
        } else {
            let (head, text) = line.split_once(" | ").expect("a letter and a date before the text");
            let (_, date) = head.split_once(' ').expect("a date behind the letter");
            texts.push((date.to_owned(), text.to_owned()));
        }
    }
    cases
}

/// The text without the marks around its figure, and where the figure stands.
fn marked(text: &str) -> (String, std::ops::Range<usize>) {
    let (before, rest) = text.split_once('<').expect("a figure in < >");
    let (figure, after) = rest.split_once('>').expect("a figure in < >");
    (format!("{before}{figure}{after}"), before.len()..before.len() + figure.len())
}

fn judged(case: &Case, language: Language) -> Option<Pair> {
    let mut articles = Vec::new();
    let mut places = Vec::new();
    for (letter, (date, text)) in ["A", "B"].into_iter().zip(&case.texts) {
        let (text, place) = marked(text);
        let date = date.parse().ok();
        articles.push(Article { id: letter.to_owned(), text, date, language: Some(language), ..Article::default() });
        places.push(place);
    }
    let collection = Collection { articles, ..Collection::default() };
    let readings: Vec<Reading> = collection.articles.iter().map(read).collect();
    let found = |article: usize| {
        let place = &places[article];
        let inside = |quote: countercheck::reading::text::Span| place.start < quote.end && quote.start < place.end;
        let claim = readings[article].claims.iter().position(|claim| inside(claim.quote))?;
        Some(ClaimKey { article, claim })
    };
    let members = vec![found(0)?, found(1)?];
    Alignment::of(&collection, &readings, members).pairs.pop()
}

fn failures(file: &str, language: Language) -> Vec<String> {
    let check = |case: Case| {
        let Some(pair) = judged(&case, language) else { return Some(format!("line {}: not read", case.line)) };
        let why = pair.why.sentence(Language::English);
        let right = pair.relation.code() == case.relation
            && case.quoted.iter().all(|words| why.contains(words.as_str()))
            && case.origin.as_deref().is_none_or(|origin| origin == pair.origin.code());
        let found = || format!("line {}: {} ({}): {why}", case.line, pair.relation.code(), pair.origin.code());
        (!right).then(found)
    };
    cases(file).into_iter().filter_map(check).collect()
}

#[test]
fn english_pairs_are_judged_as_a_careful_teacher_would() {
    let failures = failures(include_str!("../../../tests/relations/en.txt"), Language::English);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn spanish_pairs_are_judged_as_a_careful_teacher_would() {
    let failures = failures(include_str!("../../../tests/relations/es.txt"), Language::Spanish);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Reasons are symmetric in the relation, and are said in both languages without a place left open.
#[test]
fn the_order_of_the_texts_changes_no_relation_and_every_reason_is_said_in_both_languages() {
    for (file, language) in [
        (include_str!("../../../tests/relations/en.txt"), Language::English),
        (include_str!("../../../tests/relations/es.txt"), Language::Spanish),
    ] {
        for mut case in cases(file) {
            let there = judged(&case, language).expect("both figures are read");
            case.texts.reverse();
            let back = judged(&case, language).expect("both figures are read");
            assert_eq!(there.relation, back.relation, "line {}", case.line);
            assert_eq!(there.origin, back.origin, "line {}", case.line);
            for language in [Language::English, Language::Spanish] {
                let why = there.why.sentence(language);
                assert!(!why.contains('{') && why.ends_with(['.', '”', '»']), "line {}: {why}", case.line);
            }
        }
    }
}
