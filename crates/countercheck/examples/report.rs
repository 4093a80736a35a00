//! Prints a report of the figures in some texts, and of how they relate, as JSON.
//!
//! ```text
//! report DIR             a folder with collection.json and the texts it names
//! report FILE.txt ...    plain texts; the id is the file's stem
//! report --jsonl         one document or collection a line on standard input, one answer a line
//! report DIR --judge F   how the two figures of each line of F relate, lined up or not
//! ```
//!
//! Errors go to standard error in one sentence; the exit status is then 2.

use std::io::{BufRead, Write};
use std::path::Path;
use std::process::ExitCode;

use countercheck::collection::{Article, Collection, Language};
use countercheck::compare;
use countercheck::comparing::{Alignment, ClaimKey};
use countercheck::output::report::{claim_reports, report};
use countercheck::reading::claim::{Reading, read};
use serde::{Deserialize, Serialize};

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &[String]) -> Result<(), String> {
    match args {
        [] => Err("Give a folder with collection.json, one or more text files, or --jsonl.".to_owned()),
        [flag] if flag == "--jsonl" => answer_lines(),
        [dir, flag, pairs] if flag == "--judge" => answer_pairs(&folder(Path::new(dir))?, Path::new(pairs)),
        [dir] if Path::new(dir).is_dir() => print_report(&folder(Path::new(dir))?),
        files => print_report(&plain_texts(files)?),
    }
}

fn print_report(collection: &Collection) -> Result<(), String> {
    let comparison = compare(collection);
    let json = serde_json::to_string_pretty(&report(collection, &comparison));
    print_line(&json.map_err(|error| format!("The report could not be written: {error}."))?)
}

/// A reader that has closed the pipe wants no more: that is no error.
fn print_line(line: &str) -> Result<(), String> {
    match writeln!(std::io::stdout().lock(), "{line}") {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        Err(error) => Err(format!("Standard output cannot be written: {error}.")),
        Ok(()) => Ok(()),
    }
}

fn folder(dir: &Path) -> Result<Collection, String> {
    let path = dir.join("collection.json");
    let manifest: serde_json::Value = serde_json::from_str(&text_of(&path)?)
        .map_err(|error| format!("{}: line {}: {error}.", path.display(), error.line()))?;
    let fetch = |file: &str| text_of(&dir.join(file)).map_err(|sentence| sentence.trim_end_matches('.').to_owned());
    Collection::from_record(&manifest, &fetch).map_err(|clause| format!("{}: {clause}.", path.display()))
}

fn plain_texts(files: &[String]) -> Result<Collection, String> {
    let articles = files.iter().map(|file| {
        let path = Path::new(file);
        let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Article { id, text: text_of(path)?, ..Article::default() })
    });
    Ok(Collection { articles: articles.collect::<Result<_, String>>()?, ..Collection::default() })
}

fn text_of(path: &Path) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => format!("{}: there is no such file.", path.display()),
        _ => format!("{}: cannot be read: {error}.", path.display()),
    })?;
    String::from_utf8(bytes).map_err(|error| {
        format!(
            "{}: the text is not UTF-8 (byte {}); save it as UTF-8.",
            path.display(),
            error.utf8_error().valid_up_to()
        )
    })
}

/// A line of a stream: a document with `text`, or a collection with `articles`.
#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    #[serde(flatten)]
    document: Option<LineDocument>,
    #[serde(default)]
    articles: Option<Vec<LineArticle>>,
}

#[derive(Deserialize)]
struct LineDocument {
    text: String,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    language: Option<String>,
}

#[derive(Deserialize)]
struct LineArticle {
    id: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    publisher: Option<String>,
    #[serde(flatten)]
    document: LineDocument,
}

fn answer_lines() -> Result<(), String> {
    for (index, line) in std::io::stdin().lock().lines().enumerate() {
        let number = index + 1;
        let line = line.map_err(|error| match error.kind() {
            std::io::ErrorKind::InvalidData => format!("Standard input, line {number}: the text is not UTF-8."),
            _ => format!("Standard input, line {number}: cannot be read: {error}."),
        })?;
        if !line.trim().is_empty() {
            print_line(&answer(&line).map_err(|reason| format!("Standard input, line {number}: {reason}."))?)?;
        }
    }
    Ok(())
}

fn answer(line: &str) -> Result<String, String> {
    let line: Line = serde_json::from_str(line).map_err(|error| error.to_string())?;
    match (line.document, line.articles) {
        (_, Some(articles)) => answer_collection(&line.id, articles),
        (Some(document), None) => answer_document(&line.id, document),
        (None, None) => Err("neither \"text\" nor \"articles\" is given".to_owned()),
    }
}

fn answer_document(id: &serde_json::Value, document: LineDocument) -> Result<String, String> {
    #[derive(Serialize)]
    struct Answer<'a, C: Serialize> {
        id: &'a serde_json::Value,
        claims: C,
    }
    let article = article(plain(id), document);
    let reading = read(&article);
    to_json(&Answer { id, claims: claim_reports(&article, &reading) })
}

fn answer_collection(id: &serde_json::Value, articles: Vec<LineArticle>) -> Result<String, String> {
    let articles = articles.into_iter().map(|entry| Article {
        title: entry.title,
        publisher: entry.publisher,
        ..article(entry.id, entry.document)
    });
    let collection = Collection { articles: articles.collect(), ..Collection::default() };
    let comparison = compare(&collection);
    let id = plain(id);
    let mut report = report(&collection, &comparison);
    report.id = Some(&id);
    to_json(&report)
}

fn article(id: String, document: LineDocument) -> Article {
    Article {
        id,
        date: document.date.and_then(|date| date.parse().ok()),
        language: document.language.as_deref().and_then(Language::from_code),
        text: document.text,
        ..Article::default()
    }
}

/// A figure as a file of pairs names it: positions in code points, the end exclusive.
#[derive(Deserialize)]
struct Place {
    article: String,
    start: usize,
    end: usize,
}

/// Two figures to be judged.
#[derive(Deserialize)]
struct Asked {
    a: Place,
    b: Place,
}

fn answer_pairs(collection: &Collection, pairs: &Path) -> Result<(), String> {
    let readings: Vec<Reading> = collection.articles.iter().map(read).collect();
    for (index, line) in text_of(pairs)?.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let asked: Asked =
            serde_json::from_str(line).map_err(|error| format!("{}: line {}: {error}.", pairs.display(), index + 1))?;
        print_line(&answer_pair(collection, &readings, &asked)?)?;
    }
    Ok(())
}

fn answer_pair(collection: &Collection, readings: &[Reading], asked: &Asked) -> Result<String, String> {
    #[derive(Serialize, Default)]
    struct Answer {
        relation: Option<&'static str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        origin: Option<&'static str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        why: Option<String>,
    }
    let at = |place| figure_at(collection, readings, place);
    let mut keys = [at(&asked.a), at(&asked.b)].into_iter().flatten().collect::<Vec<_>>();
    keys.sort_unstable();
    let row = (keys.len() == 2).then(|| Alignment::of(collection, readings, keys));
    let answer = row.and_then(|row| row.pairs.into_iter().next()).map(|pair| Answer {
        relation: Some(pair.relation.code()),
        origin: Some(pair.origin.code()),
        why: Some(pair.why.sentence(Language::English)),
    });
    to_json(&answer.unwrap_or_default())
}

/// The figure that shares most of a place with it; `None` where none touches it.
fn figure_at(collection: &Collection, readings: &[Reading], place: &Place) -> Option<ClaimKey> {
    let article = collection.articles.iter().position(|article| article.id == place.article)?;
    let text = &collection.articles[article].text;
    let byte = |point: usize| text.char_indices().nth(point).map_or(text.len(), |(byte, _)| byte);
    let (start, end) = (byte(place.start), byte(place.end));
    let shared = |claim: usize| {
        let quote = readings[article].claims[claim].quote;
        quote.end.min(end).saturating_sub(quote.start.max(start))
    };
    let claim = (0..readings[article].claims.len()).rev().max_by_key(|&claim| shared(claim))?;
    (shared(claim) > 0).then_some(ClaimKey { article, claim })
}

/// The id as text: strings without their quotation marks.
fn plain(id: &serde_json::Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

fn to_json(value: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(value).map_err(|error| error.to_string())
}
