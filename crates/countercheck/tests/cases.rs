//! Gold cases: sentences and what is read in them, as files that can be written without Rust.
//!
//! In `tests/cases/<language>/*.txt` a text stands behind `> `; under it, one line a figure, carets below the number
//! expression and then the reading:
//!
//! ```text
//! > At least 27 people were killed, France Telecom said.
//!            ^^ [27, -) count of people: deaths, by France Telecom
//! ```
//!
//! A text in which nothing is to be marked has `(nothing)` under it. `date: 2025-04-30` sets the date of the texts
//! that follow. Lines with `#` say what the cases show. `UPDATE_CASES=1 cargo test --test cases` writes what is read
//! now into the files: look at the difference before you keep it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write;
use std::path::{Path, PathBuf};

use countercheck::collection::{Article, Language};
use countercheck::reading::claim::{Claim, Effect, Kind, Mood, Trend, read};
use countercheck::reading::date::{Basis, PartialDate};

#[test]
fn cases_are_read_as_written() {
    let update = std::env::var_os("UPDATE_CASES").is_some();
    let mut wrong = String::new();
    for file in files() {
        let written = std::fs::read_to_string(&file).unwrap();
        let read = rendered(&file, &written);
        if update && read != written {
            std::fs::write(&file, &read).unwrap();
        } else {
            compare(&file, &written, &read, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn there_are_cases_in_every_file() {
    for file in files() {
        let written = std::fs::read_to_string(&file).unwrap();
        assert!(written.lines().any(|line| text_of(line).is_some()), "{} has no case", file.display());
    }
}

fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let languages = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        languages.flat_map(|dir| std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path())).collect();
    files.sort();
    files
}

/// The text of a case.
fn text_of(line: &str) -> Option<&str> {
    line.strip_prefix("> ")
}

/// The file as the program reads it now: comments and texts kept, readings written anew.
fn rendered(file: &Path, written: &str) -> String {
    let language = file.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    let language = language.and_then(Language::from_code);
    let mut date = None;
    let mut out = String::new();
    for line in written.lines().filter(|line| !line.starts_with(' ')) {
        writeln!(out, "{line}").unwrap();
        if let Some(day) = line.strip_prefix("date: ") {
            date = Some(day.parse().unwrap());
        } else if let Some(text) = text_of(line) {
            out.push_str(&readings(text, language, date));
        }
    }
    out
}

fn readings(text: &str, language: Option<Language>, date: Option<PartialDate>) -> String {
    let article = Article { id: "A".to_owned(), text: text.to_owned(), language, date, ..Article::default() };
    let claims = read(&article).claims;
    let mut out = String::new();
    for claim in &claims {
        let before = text[..claim.quote.start].chars().count();
        let under = text[claim.quote.start..claim.quote.end].chars().count();
        writeln!(out, "{}{} {}", " ".repeat(before + 2), "^".repeat(under), reading(text, claim)).unwrap();
    }
    if claims.is_empty() { "    (nothing)\n".to_owned() } else { out }
}

/// One figure in one line.
fn reading(text: &str, claim: &Claim) -> String {
    let mut out = if claim.kind == Kind::Date { period(claim) } else { claim.interval.to_string() };
    write!(out, " {}", claim.kind.code()).unwrap();
    if let Some(unit) = claim.unit.as_ref().filter(|unit| *unit != "person" && *unit != "percent") {
        write!(out, " in {unit}").unwrap();
    }
    match claim.trend {
        Some(Trend::Up) => out.push_str(" up"),
        Some(Trend::Down) => out.push_str(" down"),
        None => {}
    }
    if claim.mood != Mood::Counted {
        write!(out, " {}", claim.mood.code()).unwrap();
    }
    if claim.increment {
        out.push_str(" more");
    }
    match claim.hedge.map(|hedge| hedge.effect) {
        Some(Effect::Only) => out.push_str(" only"),
        Some(Effect::Exact) => out.push_str(" exactly"),
        _ => {}
    }
    if !claim.counted.is_empty() {
        write!(out, " of {}", claim.counted).unwrap();
    }
    if let Some(measure) = claim.measure {
        write!(out, ": {measure}").unwrap();
    }
    if claim.kind != Kind::Date {
        out.push_str(&window(claim));
    }
    if let Some(scope) = claim.scope.filter(|scope| scope.narrows) {
        write!(out, ", only “{}”", scope.span.of(text)).unwrap();
    }
    if let Some(by) = &claim.attribution {
        write!(out, ", by {}", by.text).unwrap();
        for via in &by.via {
            write!(out, " via {via}").unwrap();
        }
    }
    out
}

fn period(claim: &Claim) -> String {
    match (claim.period.from, claim.period.to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (None, None) => "?".to_owned(),
        (from, to) => format!("{}/{}", day(from), day(to)),
    }
}

fn window(claim: &Claim) -> String {
    let mut out = String::new();
    if claim.period.from.is_some() || claim.period.to.is_some() {
        write!(out, ", in {}", period(claim)).unwrap();
    }
    if claim.period.basis == Basis::Text {
        write!(out, ", as of {}", day(claim.period.as_of)).unwrap();
    }
    out
}

fn day(date: Option<PartialDate>) -> String {
    date.map_or_else(|| "-".to_owned(), |date| date.to_string())
}

/// Adds the first few differing blocks, expected and found.
fn compare(file: &Path, written: &str, read: &str, wrong: &mut String) {
    let blocks = |text: &str| -> Vec<String> {
        let mut blocks: Vec<String> = Vec::new();
        for line in text.lines() {
            match blocks.last_mut() {
                Some(block) if line.starts_with(' ') => write!(block, "\n{line}").unwrap(),
                _ => blocks.push(line.to_owned()),
            }
        }
        blocks
    };
    for (expected, found) in blocks(written).iter().zip(blocks(read)).filter(|(a, b)| *a != b).take(20) {
        let readings = |block: &str| block.split_once('\n').map_or(String::new(), |(_, rest)| rest.to_owned());
        let text = expected.lines().next().unwrap_or_default();
        writeln!(
            wrong,
            "{}:\n{text}\n{}\n  but is read as\n{}\n",
            file.display(),
            readings(expected),
            readings(&found)
        )
        .unwrap();
    }
}
