//! How the reader wants the texts, the keys and the page; what of it the device remembers.

use std::ops::Deref;

use countercheck::reading::language::Language;
use countercheck::words::Words;
use leptos::prelude::*;

use crate::browser;
use crate::i18n::LANGUAGES;

/// How the figures are marked in the texts.
pub(crate) const MARKS: [&str; 3] = ["plain", "figures", "relations"];

/// How much of the texts is shown.
pub(crate) const TEXTS: [&str; 3] = ["full", "passages", "sentences"];

/// Index in [`TEXTS`].
const PASSAGES: usize = 1;

/// The themes.
pub(crate) const THEMES: [&str; 3] = ["system", "light", "dark"];

/// How the page is shown. Copies share the signals, which live as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Settings(&'static Signals);

impl Deref for Settings {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The signals, and the stores that the actions need.
pub(crate) struct Signals {
    /// Index in [`TEXTS`].
    pub(crate) texts: RwSignal<usize>,
    /// Index in [`MARKS`].
    pub(crate) marks: RwSignal<usize>,
    /// Index in [`THEMES`].
    pub(crate) theme: RwSignal<usize>,
    /// Index in [`LANGUAGES`].
    pub(crate) language: RwSignal<usize>,
    /// Whether single-letter keys are on.
    letters: RwSignal<bool>,
    /// Whether the content note was read.
    pub(super) note_read: RwSignal<bool>,
}

/// The store of the page.
pub(crate) fn use_settings() -> Settings {
    expect_context()
}

impl Settings {
    /// The settings as the device remembers them.
    pub(super) fn new() -> Self {
        Self(Box::leak(Box::new(Signals {
            texts: RwSignal::new(PASSAGES),
            marks: RwSignal::new(1),
            theme: RwSignal::new(remembered_theme()),
            language: RwSignal::new(remembered_language()),
            letters: RwSignal::new(browser::stored("letters").as_deref() != Some("off")),
            note_read: RwSignal::new(false),
        })))
    }

    /// The words in the language of the interface. Does not follow it: the whole page is drawn anew when it changes.
    pub(crate) fn words(self) -> Words {
        Words::new(LANGUAGES[self.language.get_untracked()])
    }

    /// Whether the content note was read, now or on an earlier day.
    pub(crate) fn note_is_read(self) -> bool {
        self.note_read.get()
    }

    /// Notes that a content note was read.
    pub(crate) fn read_note(self, note: &str) {
        self.note_read.set(true);
        browser::store("note", note);
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

fn remembered_theme() -> usize {
    let stored = browser::stored("theme");
    THEMES.iter().position(|theme| stored.as_deref() == Some(*theme)).unwrap_or(0)
}

fn remembered_language() -> usize {
    let code = browser::stored("language").or_else(browser::language).unwrap_or_default();
    LANGUAGES.iter().position(|&language| Language::from_code(&code) == Some(language)).unwrap_or(0)
}
