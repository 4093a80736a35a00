//! How long it takes to compare many texts: to read them, line up their figures and judge every pair.
//!
//! `cargo bench --package countercheck --bench aligning` prints the times for 10, 100 and 1,000 texts, twenty on each
//! event, and for as many that all tell of one event.

use countercheck::collection::{Article, Collection, Language};
use countercheck::reading::date::PartialDate;
use countercheck::reading::document::Document;
use countercheck::reading::lexicon::{Classes, WordId};
use countercheck::reading::text::TokenKind;
use countercheck::{compare, shipped};
use divan::Bencher;
use divan::counter::ItemsCount;

fn main() {
    divan::main();
}

const TEXTS: [usize; 3] = [10, 100, 1000];

/// Texts on one event where there are several.
const ACCOUNTS: usize = 20;

#[divan::bench(args = TEXTS, sample_count = 10, sample_size = 1, max_time = 5)]
fn twenty_texts_an_event(bencher: Bencher, count: usize) {
    let collection = collection(count, ACCOUNTS);
    bencher.counter(ItemsCount::new(count)).bench(|| compare(&collection));
}

#[divan::bench(args = TEXTS, sample_count = 10, sample_size = 1, max_time = 5)]
fn one_event(bencher: Bencher, count: usize) {
    let collection = collection(count, count);
    bencher.counter(ItemsCount::new(count)).bench(|| compare(&collection));
}

/// The part of it that is reading.
#[divan::bench(args = TEXTS, sample_count = 10, sample_size = 1, max_time = 5)]
fn reading_alone(bencher: Bencher, count: usize) {
    let collection = collection(count, ACCOUNTS);
    let read = || collection.articles.iter().map(countercheck::reading::claim::read).collect::<Vec<_>>();
    bencher.counter(ItemsCount::new(count)).bench(read);
}

/// So many texts: the shipped ones in turn, with an event and an account of it made up for each.
fn collection(count: usize, accounts: usize) -> Collection {
    let shipped = shipped::collection().articles;
    let articles = (0..count).map(|number| varied(&shipped[number % shipped.len()], number, number / accounts));
    Collection { articles: articles.collect(), ..Collection::default() }
}

fn varied(article: &Article, number: usize, event: usize) -> Article {
    let years = i32::try_from(earlier(event)).unwrap_or_default();
    let other_year = |date: PartialDate| PartialDate::of_month(date.year() - years, date.month()?);
    Article {
        id: format!("{number}"),
        publisher: Some(format!("Outlet {number}")),
        date: article.date.and_then(other_year),
        text: retold(&article.text, number, event),
        ..article.clone()
    }
}

/// The text with the names, nouns and years of an event and with the numbers of one account of it.
fn retold(text: &str, account: usize, event: usize) -> String {
    let document = Document::new(text, Language::English);
    let words = (0..document.len()).map(|at| document.gap(at).to_owned() + &word(&document, at, account, event));
    words.collect()
}

fn word(document: &Document, at: usize, account: usize, event: usize) -> String {
    const EVENTS: [&str; 6] = ["election", "protests", "attack", "earthquake", "flood", "war"];
    const ENDINGS: [&str; 8] = ["", "ia", "ora", "land", "u", "etta", "os", "im"];
    let word = document.str(at);
    let is_name = document.is_capitalised(at) && document.words[at] == WordId::UNKNOWN;
    match (document.kind(at), word.parse::<usize>()) {
        (Some(TokenKind::Number), Ok(year)) if (1900..2100).contains(&year) => (year - earlier(event)).to_string(),
        (Some(TokenKind::Number), Ok(value)) if value > 31 => (value + value * (account % 7) / 20).to_string(),
        _ if event > 0 && document.is(at, Classes::EVENT) => EVENTS[event % EVENTS.len()].to_owned(),
        _ if is_name => format!("{word}{}{}", ENDINGS[event % 8], ENDINGS[event / 8 % 8]),
        _ => word.to_owned(),
    }
}

/// How many years before the shipped one an event lies.
fn earlier(event: usize) -> usize {
    event * 7 % 80
}
