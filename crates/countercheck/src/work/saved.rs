//! Saved collections: texts, corrections and view, as they stand on the device, in a saved page and in a file.
//!
//! The form is JSON. A `collection.json` with its texts, as the page carries it, is a saved collection without
//! corrections. Files of older versions are read, of newer ones as much as is understood: entries of the journal that
//! are not stay in it as they are written and go into the next file unchanged.
//!
//! ```text
//! { "format": "countercheck-collection/1", "title": …, "question"?, "content_note"?,
//!   "articles": [ { "id", "text", "title"?, "publisher"?, "date"?, "date_is_earliest"?, "language"?, "chain"?,
//!                   "translated_from"?, "note"?, "detected"?: ["title", "publisher", "date", "language"] } ],
//!   "framings"?: [ { "language", "title", "question"?, "content_note"?, "notes"?: [ { "id", "note" } ] } ],
//!   "view"?: { "figure"?: ANCHOR, "words"?: ["marks=plain", …] },
//!   "pupil"?: { "name"?, "only"?: id of a text, "topics": [ { "id", "name"? } ],
//!               "acts": [ { "do": "mark|unmark|say|blank|shown", "at"?, "standing"?, "mark"?: number, "other"?: number,
//!                           "figure"?: ANCHOR, "who"?: ANCHOR, "qualifier"?, "topic"?: place, "blank"?: place,
//!                           "relation"?: or "cannot_tell", "words"? } ] },
//!   "journal"?: [ { "do": "add|edit|strike|link|unlink|split|merge|rename|relate|note|withdraw",
//!                   "by"?, "at"?: seconds since 1970, "standing"?: "undone|dropped", "figures"?: [ANCHOR],
//!                   "value"?, "allows"?: "[27, -)", "qualifier"?, "kind"?, "counted"?, "who"?, "as_of"?,
//!                   "relation"?, "entry"?: place in the journal, "words"?: name, reason or note } ] }
//! ANCHOR: { "article", "quote", "prefix", "suffix", "start": byte }
//! ```
//!
//! Numbers of figures are strings of digits, so that no program rounds them.

mod pupil;
mod read;
mod write;

pub use read::{journal, read};
pub use write::write;

use crate::collection::{Collection, Record};
use crate::teaching::pupil::Pupil;
use crate::trouble::Trouble;
use crate::words::Key;
use crate::work::journal::{Act, Anchor, Journal};

/// Name of the form, without its version.
const FORM: &str = "countercheck-collection/";

/// The version that this program writes.
pub const VERSION: u32 = 1;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 64_000_000;

/// The deepest nesting that is read; the form itself has five levels.
const DEEPEST: usize = 32;

/// What the reader looks at, in words that the page gives meaning to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct View {
    /// A figure of the chosen quantity.
    pub figure: Option<Anchor>,
    /// Switches that differ from how a page opens: "marks=plain".
    pub words: Vec<String>,
}

/// A collection with the user's work on it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Saved {
    /// The texts.
    pub collection: Collection,
    /// The corrections.
    pub journal: Journal,
    /// How it was looked at.
    pub view: View,
    /// A pupil's copy with the work in it, where this is one.
    pub pupil: Option<Pupil>,
}

impl Saved {
    /// The copy that pupils begin with: the texts and the corrections in force, without notes.
    #[must_use]
    pub fn for_pupils(&self, pupil: Pupil) -> Self {
        let settled = self.journal.settled();
        let kept = settled.entries().iter().filter(|entry| entry.change.act != Act::Note);
        Self {
            collection: self.collection.clone(),
            journal: Journal::of(kept.cloned().collect()),
            view: View::default(),
            pupil: Some(pupil),
        }
    }
}

/// What was read, and what has to be said about it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Opened {
    /// What could be read.
    pub saved: Saved,
    /// What could not.
    pub troubles: Vec<Trouble>,
}

/// An object of JSON with whole numbers and with a way back to its text.
pub trait Node: Record {
    /// A whole number from 0 to 2^53; `None` for anything else.
    fn number(&self, key: &str) -> Option<u64>;
    /// The object under a key.
    fn record(&self, key: &str) -> Option<Self>;
    /// The object as JSON.
    fn json(&self) -> String;
}

impl Node for serde_json::Value {
    fn number(&self, key: &str) -> Option<u64> {
        self.get(key)?.as_u64().filter(|number| *number <= 1 << 53)
    }

    fn record(&self, key: &str) -> Option<Self> {
        self.get(key).filter(|value| value.is_object()).cloned()
    }

    fn json(&self) -> String {
        self.to_string()
    }
}

/// Looks at a file before a parser does: whether it can be JSON at all, how large and how deep it is.
///
/// # Errors
/// Says what is wrong.
pub fn check(text: &str) -> Result<(), Trouble> {
    if text.len() > LARGEST {
        return Err(Trouble::new(Key::SavedLarge));
    }
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => depth += 1,
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    match text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).starts_with('{') {
        false => Err(Trouble::new(Key::SavedForeign)),
        true if depth > 0 || in_string => Err(Trouble::new(Key::SavedCut)),
        true if deepest > DEEPEST => Err(Trouble::new(Key::SavedForeign)),
        true => Ok(()),
    }
}

/// The saved collection inside a saved page, still JSON. The page writes `<` as an escape, so that the first end of a
/// script is the end of the block.
pub fn in_page(html: &str) -> Option<&str> {
    let block = &html[html.find("id=\"countercheck-state\"")?..];
    let inside = &block[block.find('>')? + 1..];
    Some(&inside[..inside.find("</script")?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::Article;
    use crate::intake::source::LONGEST_TEXT;
    use crate::words::Words;
    use crate::work::journal::{Change, Entry};

    fn opened(json: &str) -> Result<Opened, String> {
        let sentence = |trouble: Trouble| trouble.sentence(Words::ENGLISH);
        check(json).map_err(sentence)?;
        let value: serde_json::Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
        read(&value).map_err(sentence)
    }

    #[test]
    fn the_shipped_collection_comes_back() {
        let collection = crate::shipped::collection();
        let saved = Saved { collection, ..Saved::default() };
        assert_eq!(opened(&write(&saved)).unwrap(), Opened { saved, troubles: Vec::new() });
    }

    #[test]
    fn what_cannot_be_read_is_said_in_one_sentence() {
        let deep = format!("{{\"a\": {}{}}}", "[".repeat(1000), "]".repeat(1000));
        let long = format!(r#"{{"articles": [{{"id": "A", "text": "{}"}}]}}"#, "x".repeat(LONGEST_TEXT + 1));
        let many = format!(r#"{{"articles": [{}]}}"#, vec![r#"{"id": "", "text": ""}"#; 101].join(","));
        for (json, said) in [
            ("", "This is not a collection saved by Countercheck."),
            ("%PDF-1.7", "This is not a collection saved by Countercheck."),
            ("{}", "This is not a collection saved by Countercheck."),
            (
                r#"{"format": "countercheck-report/1", "articles": []}"#,
                "This is not a collection saved by Countercheck.",
            ),
            (&deep, "This is not a collection saved by Countercheck."),
            (r#"{"articles": [{"id": "A", "te"#, "The saved collection is cut off: its end is missing."),
            (r#"{"articles": [{"text": ""}]}"#, "The saved collection is damaged: article 1 has no “id”."),
            (
                r#"{"articles": [{"id": "A", "file": "a.txt"}]}"#,
                "The saved collection is damaged: “a.txt” is not in it.",
            ),
            (&long, "Text A is longer than 2 MB."),
            (&many, "A collection holds at most 100 texts."),
        ] {
            assert_eq!(opened(json).unwrap_err(), said, "{}", &json[..json.len().min(60)]);
        }
    }

    #[test]
    fn what_a_newer_program_wrote_is_kept() {
        let entry = r#"{"do":"weigh","figures":[{"article":"A","quote":"5"}],"by":"Ana","grams":5}"#;
        let json = format!(
            r#"{{"format":"countercheck-collection/7","articles":[{{"id":"A","text":"5 hurt","mood":1}}],"journal":[{entry}],"smell":{{}}}}"#
        );
        let Opened { saved, troubles } = opened(&json).unwrap();
        assert_eq!(troubles, [Trouble::new(Key::SavedNewer)]);
        let again = write(&saved);
        let value: serde_json::Value = serde_json::from_str(&again).unwrap();
        assert_eq!(value["journal"][0], serde_json::from_str::<serde_json::Value>(entry).unwrap());
    }

    #[test]
    fn what_a_newer_program_wrote_in_a_pupils_copy_is_kept() {
        let act = r#"{"do":"draw","mark":1}"#;
        let json = format!(
            r#"{{"articles":[{{"id":"A","text":"5 hurt"}}],"pupil":{{"topics":[{{"id":"hurt"}}],"acts":[{act},{{"do":"unmark"}},{{"do":"shown"}}]}}}}"#
        );
        let Opened { saved, troubles } = opened(&json).unwrap();
        assert_eq!(troubles, [Trouble::new(Key::SavedNewer)]);
        let value: serde_json::Value = serde_json::from_str(&write(&saved)).unwrap();
        assert_eq!(value["pupil"]["acts"][0], serde_json::from_str::<serde_json::Value>(act).unwrap());
        assert_eq!(value["pupil"]["acts"][1]["do"], "unmark");
        let state = saved.pupil.unwrap().state(&saved.collection);
        assert!(state.marks.is_empty() && state.is_shown);
    }

    #[test]
    fn pupils_get_no_notes() {
        let article = Article { id: "A".into(), text: "5 hurt, 7 dead".into(), ..Article::default() };
        let figure = Anchor::of(&article, crate::reading::text::Span::new(0, 1));
        let mut saved =
            Saved { collection: Collection { articles: vec![article], ..Collection::default() }, ..Saved::default() };
        saved.journal.push(Entry::new("Ana", 0, Change::note(vec![figure.clone()], "the answer")));
        saved.journal.push(Entry::new("Ana", 0, Change::strike(figure)));
        let copy = saved.for_pupils(Pupil::default());
        assert_eq!(copy.journal.entries().iter().map(|it| it.change.act).collect::<Vec<_>>(), [Act::Strike]);
        assert!(!write(&copy).contains("the answer"));
    }

    #[test]
    fn texts_of_one_name_are_told_apart() {
        let json = r#"{"articles": [{"id": "A", "text": "1"}, {"id": "A", "text": "2"}, {"id": "", "text": "3"}]}"#;
        let collection = opened(json).unwrap().saved.collection;
        assert_eq!(collection.articles.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["A", "B", "C"]);
    }

    #[test]
    fn a_saved_page_holds_its_collection() {
        let saved = Saved { collection: crate::shipped::collection(), ..Saved::default() };
        let json = write(&saved);
        let page = format!(
            "<p>x</p><script id=\"countercheck-state\" type=\"application/json\">{json}</script><script>1</script>"
        );
        assert_eq!(in_page(&page), Some(json.as_str()));
        assert_eq!(in_page("<p>id=\"countercheck-state\""), None);
    }
}
