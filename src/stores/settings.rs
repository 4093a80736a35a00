//! How the reader wants the texts, the keys and the page; what of it the device remembers.

use countercheck::reading::language::Language;
use leptos::prelude::*;

use super::{Desk, PASSAGES, THEMES};
use crate::browser;
use crate::i18n::LANGUAGES;

impl Desk {
    /// Whether the content note was read, now or on an earlier day.
    pub(crate) fn note_is_read(self) -> bool {
        self.note_read.get()
    }

    /// Notes that the content note was read.
    pub(crate) fn read_note(self) {
        self.note_read.set(true);
        browser::store("note", self.model().collection.content_note.as_deref().unwrap_or_default());
    }

    /// Whether whole texts are shown.
    pub(crate) fn shows_all(self) -> bool {
        self.texts.get() == 0
    }

    /// Whether only the sentences with figures are shown.
    pub(crate) fn is_brief(self) -> bool {
        self.texts.get() == 2
    }

    /// Shows whole texts, or passages again.
    pub(crate) fn toggle_all(self) {
        self.texts.update(|texts| *texts = if *texts == 0 { PASSAGES } else { 0 });
    }

    /// Whether a run of folded paragraphs is on screen without anybody opening it: whole texts are shown, or the chosen
    /// quantity has a figure in it.
    pub(crate) fn shows_run(self, article: usize, run: usize) -> bool {
        let model = self.model();
        let run = &model.runs(article)[run];
        let is_sought = || self.sought.get().is_some_and(|it| it.article == article && run.figures.contains(&it.claim));
        self.shows_all() || self.printed.get() || self.is_chosen(&run.ranks) || is_sought()
    }

    /// Whether single-letter keys are on.
    pub(crate) fn letter_keys(self) -> bool {
        self.letters.get()
    }

    /// Switches single-letter keys.
    pub(crate) fn set_letter_keys(self, on: bool) {
        self.letters.set(on);
        browser::store("letters", if on { "on" } else { "off" });
    }

    /// Switches the theme, and remembers it.
    pub(crate) fn set_theme(self, theme: usize) {
        self.theme.set(theme);
        browser::store("theme", THEMES[theme]);
    }

    /// Switches the language, and remembers it.
    pub(crate) fn set_language(self, language: usize) {
        self.language.set(language);
        browser::store("language", LANGUAGES[language].code());
    }
}

pub(super) fn remembered_theme() -> usize {
    let stored = browser::stored("theme");
    THEMES.iter().position(|theme| stored.as_deref() == Some(*theme)).unwrap_or(0)
}

pub(super) fn remembered_language() -> usize {
    let code = browser::stored("language").or_else(browser::language).unwrap_or_default();
    LANGUAGES.iter().position(|&language| Language::from_code(&code) == Some(language)).unwrap_or(0)
}
