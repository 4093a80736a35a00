//! How fast texts are read, beside what regular expressions need that only find the figures in them.
//!
//! `cargo bench --no-default-features --bench reading` prints the throughput of everything in one run: the full reading
//! of the shipped texts, of a thousand articles and of texts made to be slow, and two expressions over the first two.

use std::sync::LazyLock;

use countercheck::claim::read;
use countercheck::collection::Article;
use countercheck::shipped;
use divan::counter::BytesCount;
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
#[divan::bench(args = COPIES)]
fn full_reading(bencher: Bencher, copies: usize) {
    let articles = articles(copies);
    bencher.counter(bytes(&articles)).bench(|| {
        for article in &articles {
            black_box(read(article));
        }
    });
}

/// Expressions that find figures and nothing else.
mod expression {
    use super::{Bencher, COPIES, LazyLock, Regex, articles, black_box, bytes};

    /// Digits with separators.
    static DIGITS: LazyLock<Regex> = LazyLock::new(|| compiled(r"\d[\d.,]*"));

    /// A figure in digits or words with the qualifiers around it; a figure without one counts as well.
    static FIGURES: LazyLock<Regex> = LazyLock::new(|| compiled(&figures("?")));

    /// The same for figures that have a qualifier before them, and no others.
    static QUALIFIED: LazyLock<Regex> = LazyLock::new(|| compiled(&figures("")));

    /// The same with ASCII in place of Unicode: no letter beyond it bounds a word, no digit beyond it counts.
    static ASCII: LazyLock<Regex> =
        LazyLock::new(|| compiled(&format!("(?-u){}", figures("?").replace("[$€£]", "(?u:[$€£])"))));
    static ASCII_Q: LazyLock<Regex> =
        LazyLock::new(|| compiled(&format!("(?-u){}", figures("").replace("[$€£]", "(?u:[$€£])"))));

    const HEDGES: &str = include_str!("../assets/lexicon/en/hedges.tsv");
    const NUMBERS: &str = include_str!("../assets/lexicon/en/numbers.tsv");

    #[expect(clippy::unwrap_used, reason = "the expressions are fixed")]
    fn compiled(expression: &str) -> Regex {
        Regex::new(expression).unwrap()
    }

    /// Qualifiers, determiner, sign of currency, digits or number words, scale words, qualifiers behind: what one would
    /// write by hand, with the words of the lexicon. `before` says whether a qualifier must come first.
    fn figures(before: &str) -> String {
        let hedges = |side| alternation(column(HEDGES, 2, |row| row[1] == side));
        let words = alternation(column(NUMBERS, 1, |row| matches!(row[0], "unit" | "hundred" | "scale" | "dozen")));
        let (leading, trailing) = (hedges("before"), hedges("after"));
        format!(
            r"(?i)(?:\b{leading}\s+){before}(?:\b(?:an?|the)\s+)?(?:[$€£]?\d[\d.,]*|\b{words}\b)(?:[\s-](?:and\s+)?{words}\b)*(?:\s+{trailing}\b)?"
        )
    }

    /// One column of a table, of the rows that are so.
    fn column(table: &'static str, column: usize, so: impl Fn(&[&str]) -> bool) -> Vec<&'static str> {
        let rows = table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect::<Vec<_>>());
        rows.filter(|row| row.len() > column && so(row)).map(|row| row[column]).collect()
    }

    /// The words, the longest first, as one group.
    fn alternation(mut words: Vec<&str>) -> String {
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let words: Vec<_> = words.into_iter().map(|word| regex::escape(word).replace(' ', r"\s+")).collect();
        format!("(?:{})", words.join("|"))
    }

    fn find(bencher: Bencher, copies: usize, expression: &Regex) {
        let articles = articles(copies);
        bencher.counter(bytes(&articles)).bench(|| {
            for article in &articles {
                expression.find_iter(&article.text).for_each(|found| _ = black_box(found));
            }
        });
    }

    #[divan::bench(args = COPIES)]
    fn digits(bencher: Bencher, copies: usize) {
        find(bencher, copies, &DIGITS);
    }

    #[divan::bench(args = COPIES)]
    fn figures_in_digits_and_words(bencher: Bencher, copies: usize) {
        find(bencher, copies, &FIGURES);
    }

    #[divan::bench(args = COPIES)]
    fn ascii(bencher: Bencher, copies: usize) {
        find(bencher, copies, &ASCII);
    }
    #[divan::bench(args = COPIES)]
    fn ascii_qualified(bencher: Bencher, copies: usize) {
        find(bencher, copies, &ASCII_Q);
    }

    #[divan::bench(args = COPIES)]
    fn qualified_figures(bencher: Bencher, copies: usize) {
        find(bencher, copies, &QUALIFIED);
    }
}

/// Texts of a million bytes or so that a reading with long looks to the side would never get through.
const HOSTILE: [&str; 22] = [
    "7",
    "“",
    "a",
    "é",
    "at least ",
    "1, ",
    "1 ",
    "000 ",
    "(",
    "-",
    "$",
    "$1 ",
    ".",
    "\n",
    "\u{301}",
    "one ",
    "of them ",
    "said ",
    "the election ",
    "July 1 ",
    "most people were killed, who ",
    "He said \"no\" ",
];

#[divan::bench(args = HOSTILE, sample_count = 5)]
fn hostile(bencher: Bencher, piece: &str) {
    let text = piece.repeat(1_000_000 / piece.len());
    let article = Article { text, ..Article::default() };
    bencher.counter(BytesCount::new(article.text.len())).bench(|| read(&article));
}
