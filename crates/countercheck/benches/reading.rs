//! How fast texts are read, beside what regular expressions need that only find the figures in them.
//!
//! `cargo bench --package countercheck --bench reading` prints the throughput of everything in one run: the full reading
//! of the shipped texts and of a thousand articles, expressions over the same, and the full reading of texts that are
//! made to be slow.

use std::fmt;

use countercheck::collection::Article;
use countercheck::reading::claim::read;
use countercheck::shipped;
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use regex::Regex;

fn main() {
    divan::main();
}

/// The shipped texts, once and two hundred times: five articles and a thousand.
const COPIES: [usize; 2] = [1, 200];

fn articles(copies: usize) -> Vec<Article> {
    vec![shipped::collection().articles; copies].concat()
}

fn bytes(articles: &[Article]) -> BytesCount {
    BytesCount::new(articles.iter().map(|article| article.text.len()).sum::<usize>())
}

/// The engine: tokens, sentences, dates, figures with their qualifiers, what is counted, where, when, who says so.
#[divan::bench(args = COPIES, max_time = 4)]
fn full_reading(bencher: Bencher, copies: usize) {
    let articles = articles(copies);
    bencher.counter(bytes(&articles)).bench(|| articles.iter().for_each(|article| _ = black_box(read(article))));
}

/// Expressions that find figures and nothing else, with the words of the lexicon.
mod expression {
    use super::{Bencher, COPIES, Regex, articles, black_box, bytes};

    const HEDGES: &str = include_str!("../../../assets/lexicon/en/hedges.tsv");
    const NUMBERS: &str = include_str!("../../../assets/lexicon/en/numbers.tsv");

    #[divan::bench(args = COPIES, max_time = 4)]
    fn digits(bencher: Bencher, copies: usize) {
        find(bencher, copies, &compiled(r"\d[\d.,]*"));
    }

    /// Figures in digits or words with the qualifiers around them, where there are any.
    #[divan::bench(args = COPIES, max_time = 4)]
    fn figures(bencher: Bencher, copies: usize) {
        find(bencher, copies, &compiled(&figure("?")));
    }

    /// Only those with a qualifier before them.
    #[divan::bench(args = COPIES, max_time = 4)]
    fn qualified_figures(bencher: Bencher, copies: usize) {
        find(bencher, copies, &compiled(&figure("")));
    }

    /// Figures where only ASCII counts as a letter, a digit or white space. The crate can then run its fastest machine on
    /// texts with curly quotation marks; accented letters end words and no-break spaces join none.
    #[divan::bench(args = COPIES, max_time = 4)]
    fn figures_in_ascii(bencher: Bencher, copies: usize) {
        find(bencher, copies, &compiled(&format!("(?-u){}", figure("?"))));
    }

    fn find(bencher: Bencher, copies: usize, expression: &Regex) {
        let articles = articles(copies);
        let search = |text| expression.find_iter(text).for_each(|found| _ = black_box(found));
        bencher.counter(bytes(&articles)).bench(|| articles.iter().for_each(|article| search(&article.text)));
    }

    #[expect(clippy::unwrap_used, reason = "the expressions are fixed")]
    fn compiled(expression: &str) -> Regex {
        Regex::new(expression).unwrap()
    }

    /// Qualifier, determiner, sign of currency, digits or number words, scale words, qualifier behind: what one would
    /// write by hand. `before` says whether the qualifier must stand.
    fn figure(before: &str) -> String {
        let hedges = |side| alternation(column(HEDGES, 2, |row| row[1] == side));
        let word = alternation(column(NUMBERS, 1, |row| matches!(row[0], "unit" | "hundred" | "scale" | "dozen")));
        let (leading, trailing) = (hedges("before"), hedges("after"));
        format!(
            r"(?i)(?:\b{leading}\s+){before}(?:\b(?:an?|the)\s+)?(?:(?:\$|€|£)?\d[\d.,]*|\b{word}\b)(?:[\s-](?:and\s+)?{word}\b)*(?:\s+{trailing}\b)?"
        )
    }

    /// One column of a table, of the rows that are so.
    fn column(table: &'static str, column: usize, so: impl Fn(&[&str]) -> bool) -> Vec<&'static str> {
        let rows = table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>());
        rows.filter(|row| row.len() > column && so(row)).map(|row| row[column]).collect()
    }

    /// The words as one group, the longest first.
    fn alternation(mut words: Vec<&str>) -> String {
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let words: Vec<_> = words.into_iter().map(|word| regex::escape(word).replace(' ', r"\s+")).collect();
        format!("(?:{})", words.join("|"))
    }
}

/// What a text repeats up to a million bytes.
#[derive(Clone, Copy)]
struct Piece(&'static str);

impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

fn repeated(piece: Piece) -> Article {
    Article { text: piece.0.repeat(1_000_000 / piece.0.len()), ..Article::default() }
}

/// Texts that a reading with long looks to the side would not get through.
#[divan::bench(args = [
    "7", "a", "“", "é", "\u{301}", "(", "-", "$", ".", "\n", "000 ", "at least ", "of them ", "said ", "the election ",
    "He said \"no\" ", "\u{a0}", "’s ", "Mr. ", "between ", "US$", "killed ", "fire ",
].map(Piece), sample_count = 10)]
fn hostile(bencher: Bencher, piece: Piece) {
    let article = repeated(piece);
    bencher.counter(BytesCount::new(article.text.len())).bench(|| read(&article));
}

/// Texts of nothing but figures, in one sentence without an end. Each costs as much as a figure does, so that what counts is
/// figures a second.
#[divan::bench(args = [
    "1 ", "1, ", "$1 ", "one ", "July 1 ", "at least 27 of them ", "most people were killed, who ",
].map(Piece), sample_count = 10)]
fn nothing_but_figures(bencher: Bencher, piece: Piece) {
    let article = repeated(piece);
    let figures = ItemsCount::new(read(&article).claims.len());
    bencher.counter(BytesCount::new(article.text.len())).counter(figures).bench(|| read(&article));
}
