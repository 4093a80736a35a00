//! A collection: the texts to compare, and what is known about each.

use serde::Deserialize;

pub use crate::language::Language;

use crate::date::PartialDate;

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
    /// The text, byte for byte.
    pub text: String,
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
}

/// `collection.json`: what is known about the texts of a folder; in a page, with the texts themselves. Unknown keys are
/// ignored.
#[derive(Deserialize)]
pub struct Manifest {
    /// Name of the collection.
    #[serde(default, alias = "topic")]
    pub title: Option<String>,
    /// The question the texts are read with.
    #[serde(default)]
    pub question: Option<String>,
    /// A warning to show before the texts are read.
    #[serde(default)]
    pub content_note: Option<String>,
    /// One entry a text.
    pub articles: Vec<ManifestArticle>,
}

/// One text in a [`Manifest`].
#[derive(Deserialize)]
pub struct ManifestArticle {
    /// Address of the source.
    pub id: String,
    /// File name inside the folder.
    #[serde(default)]
    pub file: String,
    /// The text itself, where it does not stand in a file.
    #[serde(default)]
    pub text: Option<String>,
    /// See [`Article::title`].
    #[serde(default)]
    pub title: Option<String>,
    /// See [`Article::publisher`].
    #[serde(default)]
    pub publisher: Option<String>,
    /// ISO 8601, partial ones allowed.
    #[serde(default)]
    pub date: Option<String>,
    /// See [`Article::date_is_earliest`].
    #[serde(default)]
    pub date_is_earliest: bool,
    /// BCP 47 code.
    #[serde(default)]
    pub language: Option<String>,
    /// See [`Article::chain`].
    #[serde(default)]
    pub chain: Vec<String>,
    /// See [`Article::translated_from`].
    #[serde(default)]
    pub translated_from: Option<String>,
    /// See [`Article::note`].
    #[serde(default)]
    pub note: Option<String>,
}

impl Manifest {
    /// The collection, its texts fetched by file name where they do not stand in the manifest.
    ///
    /// # Errors
    /// Fails with the first text that cannot be fetched.
    pub fn into_collection<E>(self, fetch: impl Fn(&str) -> Result<String, E>) -> Result<Collection, E> {
        let article = |mut entry: ManifestArticle| {
            let text = entry.text.take().map_or_else(|| fetch(&entry.file), Ok)?;
            Ok(entry.with_text(text))
        };
        Ok(Collection {
            title: self.title.unwrap_or_default(),
            question: self.question,
            content_note: self.content_note,
            articles: self.articles.into_iter().map(article).collect::<Result<_, E>>()?,
        })
    }
}

impl ManifestArticle {
    /// The article with its text.
    fn with_text(self, text: String) -> Article {
        Article {
            id: self.id,
            title: self.title,
            publisher: self.publisher,
            date: self.date.and_then(|date| date.parse().ok()),
            date_is_earliest: self.date_is_earliest,
            language: self.language.as_deref().and_then(Language::from_code),
            chain: self.chain,
            translated_from: self.translated_from,
            note: self.note,
            text,
        }
    }
}
