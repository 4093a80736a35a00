//! The language of the interface, and its messages.
//!
//! Views do not follow the language: the page is rendered anew when it changes. What a text says keeps its own language.

use countercheck::collection::Article;
use countercheck::reading::language::Language;
use countercheck::words::{Key, Words};
use leptos::prelude::*;

/// The languages of the interface.
pub(crate) const LANGUAGES: [Language; 2] = [Language::English, Language::Spanish];

/// Their names, in their order.
pub(crate) const LANGUAGE_NAMES: [Key; 2] = [Key::English, Key::Spanish];

/// The language of the interface, as an index in [`LANGUAGES`].
#[derive(Clone, Copy)]
pub(crate) struct Locale(pub(crate) RwSignal<usize>);

impl Locale {
    /// The messages in the language of the interface; does not follow it.
    pub(crate) fn words(self) -> Words {
        Words::new(LANGUAGES[self.0.get_untracked()])
    }
}

/// The messages in the language of the interface; does not follow it.
pub(crate) fn use_words() -> Words {
    expect_context::<Locale>().words()
}

/// The value of the attribute `lang` for words of a text.
pub(crate) fn lang_of(article: &Article) -> Option<&'static str> {
    article.language.map(Language::code)
}
