//! The page with other texts in it, as it is when a reader saves it.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::page::page_file;

const BEGIN: &str = "id=\"countercheck-state\">";
const END: &str = "</script>";

/// A copy of the page with a collection in it; it is gone when this is dropped.
#[derive(Debug)]
pub struct Copy {
    folder: TempDir,
}

impl Copy {
    /// The page with this collection.
    ///
    /// # Errors
    /// Fails when there is no page, or it has no state.
    pub fn of(collection: &Value) -> Result<Self> {
        let page = std::fs::read_to_string(page_file()?)?;
        let (begin, end) = state(&page)?;
        let json = collection.to_string().replace('<', "\\u003c");
        let copy = Self { folder: tempfile::tempdir()? };
        std::fs::write(copy.file(), [&page[..begin], &json, &page[end..]].concat())?;
        Ok(copy)
    }

    /// Where it is.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("countercheck.html")
    }
}

/// The collection in the page under test.
///
/// # Errors
/// Fails when there is no page, or it has no state.
pub fn collection() -> Result<Value> {
    let page = std::fs::read_to_string(page_file()?)?;
    let (begin, end) = state(&page)?;
    serde_json::from_str(&page[begin..end]).context("the state of the page is no JSON")
}

fn state(page: &str) -> Result<(usize, usize)> {
    let begin = page.find(BEGIN).context("the page has no state")? + BEGIN.len();
    let end = page[begin..].find(END).context("the state of the page has no end")? + begin;
    Ok((begin, end))
}

/// A collection with only the first of its texts.
pub fn first(mut collection: Value, texts: usize) -> Value {
    if let Some(articles) = collection["articles"].as_array_mut() {
        articles.truncate(texts);
    }
    collection
}

/// A collection of as many texts of so many words, put together from the paragraphs of another one: each begins at a
/// paragraph of its own, so that no two are copies of each other.
pub fn grown(collection: &Value, texts: usize, words: usize) -> Value {
    let articles = collection["articles"].as_array().map_or(&[][..], Vec::as_slice);
    let paragraphs: Vec<&str> =
        articles.iter().filter_map(|it| it["text"].as_str()).flat_map(str::lines).filter(|it| !it.is_empty()).collect();
    let text = |i: usize| {
        let from = i * paragraphs.len() / texts;
        let mut left = words;
        let mut fits = |paragraph: &&str| {
            let is_wanted = left > 0;
            left = left.saturating_sub(paragraph.split_whitespace().count());
            is_wanted
        };
        let run = paragraphs.iter().cycle().skip(from).copied().take_while(|it| fits(it));
        run.take(10 * paragraphs.len()).collect::<Vec<_>>().join("\n")
    };
    let article = |i: usize| {
        let mut article = articles[i % articles.len()].clone();
        article["id"] = json!(letters(i));
        article["title"] = Value::Null;
        article["text"] = json!(text(i));
        article
    };
    let mut grown = collection.clone();
    grown["articles"] = (0..texts).map(article).collect();
    grown
}

/// A to Z, AA to ZZ.
fn letters(i: usize) -> String {
    let letter = |i: usize| char::from(b'A' + u8::try_from(i % 26).unwrap_or_default());
    if i < 26 { letter(i).to_string() } else { [letter(i / 26 - 1), letter(i)].iter().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_collection_grows_without_copies() {
        let two = json!({ "articles": [{ "text": "one two\nthree four" }, { "text": "five six\nseven eight" }] });
        let four = grown(&two, 4, 4);
        let texts: Vec<&str> =
            four["articles"].as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap()).collect();
        assert_eq!(
            texts,
            ["one two\nthree four", "three four\nfive six", "five six\nseven eight", "seven eight\none two"]
        );
        assert_eq!(letters(99), "CV");
    }
}
