//! A collection: the texts to compare, and what is known about each.

pub use crate::reading::language::Language;

use crate::reading::date::PartialDate;

/// One text and what is known about it. Everything but `id` and `text` may be missing.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Article {
    /// The address of the source everywhere: a letter in the app.
    pub id: String,
    /// Headline, where the text has one.
    pub title: Option<String>,
    /// Outlet.
    pub publisher: Option<String>,
    /// Date of the text.
    pub date: Option<PartialDate>,
    /// The text itself states no date: `date` is the earliest day on which it can have been written.
    pub date_is_earliest: bool,
    /// Language; detected when it is not given.
    pub language: Option<Language>,
    /// Where the account comes from, the first link first, the outlet last.
    pub chain: Vec<String>,
    /// The language that the text was translated from: a BCP 47 code, or empty when it is translated from an
    /// unnamed one.
    pub translated_from: Option<String>,
    /// What is uncertain about the text.
    pub note: Option<String>,
    /// What of this the program found out by itself and nobody has confirmed.
    pub detected: Detected,
    /// The text, byte for byte.
    pub text: String,
}

/// What is known of a text only because the program found it in there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "four things that are marked apart from each other")]
pub struct Detected {
    /// The headline.
    pub title: bool,
    /// The outlet.
    pub publisher: bool,
    /// The date.
    pub date: bool,
    /// The language.
    pub language: bool,
}

impl Detected {
    /// The names of what is detected, as in files.
    pub fn names(self) -> Vec<String> {
        let all =
            [(self.title, "title"), (self.publisher, "publisher"), (self.date, "date"), (self.language, "language")];
        all.into_iter().filter(|(is, _)| *is).map(|(_, name)| name.to_owned()).collect()
    }

    /// What these names stand for; others are passed over.
    pub fn of(names: &[String]) -> Self {
        let has = |name: &str| names.iter().any(|other| other == name);
        Self { title: has("title"), publisher: has("publisher"), date: has("date"), language: has("language") }
    }
}

/// The texts to compare.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Collection {
    /// Name of the collection.
    pub title: String,
    /// The question the texts are read with.
    pub question: Option<String>,
    /// A warning to show before the texts are read.
    pub content_note: Option<String>,
    /// The texts, in the order of their letters.
    pub articles: Vec<Article>,
    /// The same about the collection in other languages of the interface.
    pub framings: Vec<Framing>,
}

/// What is said about a collection, in one language of the interface.
#[derive(Clone, PartialEq, Debug)]
pub struct Framing {
    /// The language.
    pub language: Language,
    /// Name of the collection.
    pub title: String,
    /// The question the texts are read with.
    pub question: Option<String>,
    /// A warning to show before the texts are read.
    pub content_note: Option<String>,
    /// What is uncertain about a text, by its letter.
    pub notes: Vec<(String, String)>,
}

impl Collection {
    fn framing(&self, language: Language) -> Option<&Framing> {
        self.framings.iter().find(|framing| framing.language == language)
    }

    /// The name, in a language if it is known.
    pub fn title_in(&self, language: Language) -> &str {
        self.framing(language).map_or(&self.title, |framing| &framing.title)
    }

    /// The question, in a language if it is known.
    pub fn question_in(&self, language: Language) -> Option<&str> {
        self.framing(language).map_or(&self.question, |framing| &framing.question).as_deref()
    }

    /// The warning, in a language if it is known.
    pub fn content_note_in(&self, language: Language) -> Option<&str> {
        self.framing(language).map_or(&self.content_note, |framing| &framing.content_note).as_deref()
    }

    /// What is uncertain about a text, in a language if it is known.
    pub fn note_in<'c>(&'c self, article: &'c Article, language: Language) -> Option<&'c str> {
        let framed = self.framing(language).and_then(|framing| framing.notes.iter().find(|(id, _)| *id == article.id));
        framed.map(|(_, note)| note.as_str()).or(article.note.as_deref())
    }
}

/// An object of JSON.
pub trait Record: Sized {
    /// A string; `None` where there is none, or `null`.
    fn text(&self, key: &str) -> Option<String>;
    /// Whether the value is `true`.
    fn flag(&self, key: &str) -> bool;
    /// The strings of a list; none where there is no list.
    fn texts(&self, key: &str) -> Vec<String>;
    /// The objects of a list; `None` where there is no list.
    fn records(&self, key: &str) -> Option<Vec<Self>>;
}

impl Collection {
    /// The collection of a `collection.json`: what is known about the texts of a folder. Unknown keys are ignored. A text
    /// stands under `text`, or in the file that `file` names, which is then fetched.
    ///
    /// # Errors
    /// Says in a clause what is missing, or what `fetch` says.
    pub fn from_record<R: Record>(
        manifest: &R,
        fetch: &dyn Fn(&str) -> Result<String, String>,
    ) -> Result<Self, String> {
        let records = manifest.records("articles").ok_or("“articles” is missing")?;
        let articles = records.iter().enumerate().map(|(index, record)| article(index + 1, record, fetch));
        Ok(Self {
            title: manifest.text("title").or_else(|| manifest.text("topic")).unwrap_or_default(),
            question: manifest.text("question"),
            content_note: manifest.text("content_note"),
            articles: articles.collect::<Result<_, _>>()?,
            framings: manifest.records("framings").unwrap_or_default().iter().filter_map(framing).collect(),
        })
    }
}

fn framing<R: Record>(record: &R) -> Option<Framing> {
    let note = |record: &R| record.text("id").zip(record.text("note"));
    Some(Framing {
        language: Language::from_code(&record.text("language")?)?,
        title: record.text("title")?,
        question: record.text("question"),
        content_note: record.text("content_note"),
        notes: record.records("notes").unwrap_or_default().iter().filter_map(note).collect(),
    })
}

fn article<R: Record>(
    number: usize,
    record: &R,
    fetch: &dyn Fn(&str) -> Result<String, String>,
) -> Result<Article, String> {
    let lacks = |key: &str| format!("article {number} has no “{key}”");
    let text = match record.text("text") {
        Some(text) => text,
        None => fetch(&record.text("file").ok_or_else(|| lacks("file"))?)?,
    };
    Ok(Article {
        id: record.text("id").ok_or_else(|| lacks("id"))?,
        title: record.text("title"),
        publisher: record.text("publisher"),
        date: record.text("date").and_then(|date| date.parse().ok()),
        date_is_earliest: record.flag("date_is_earliest"),
        language: record.text("language").as_deref().and_then(Language::from_code),
        chain: record.texts("chain"),
        translated_from: record.text("translated_from"),
        note: record.text("note"),
        detected: Detected::of(&record.texts("detected")),
        text,
    })
}

impl Record for serde_json::Value {
    fn text(&self, key: &str) -> Option<String> {
        self.get(key)?.as_str().map(str::to_owned)
    }

    fn flag(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| *value == Self::Bool(true))
    }

    fn texts(&self, key: &str) -> Vec<String> {
        let list = self.get(key).and_then(Self::as_array).into_iter().flatten();
        list.filter_map(Self::as_str).map(str::to_owned).collect()
    }

    fn records(&self, key: &str) -> Option<Vec<Self>> {
        self.get(key)?.as_array().cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Collection, String> {
        let manifest: serde_json::Value = serde_json::from_str(json).unwrap();
        Collection::from_record(&manifest, &|file| Err(format!("there is no {file}")))
    }

    #[test]
    fn what_is_missing_is_said() {
        assert_eq!(read("{}").unwrap_err(), "“articles” is missing");
        assert_eq!(read(r#"{"articles": [{"text": ""}]}"#).unwrap_err(), "article 1 has no “id”");
        assert_eq!(read(r#"{"articles": [{"id": "A"}]}"#).unwrap_err(), "article 1 has no “file”");
        assert_eq!(read(r#"{"articles": [{"id": "A", "file": "a.txt"}]}"#).unwrap_err(), "there is no a.txt");
    }

    #[test]
    fn keys_of_other_programs_are_ignored() {
        let json = r#"{"set": 1, "topic": "T", "articles": [{"id": "A", "text": "x", "date": "2016-08-24/25", "licence": null}]}"#;
        let collection = read(json).unwrap();
        assert_eq!((collection.title.as_str(), collection.articles.len()), ("T", 1));
        assert_eq!(collection.articles[0].date, "2016-08-24".parse().ok());
    }
}
