//! Files that are exported.

use countercheck::collection::Collection;
use countercheck::comparing::{Alignment, Comparison};
use countercheck::json::json_of;
use countercheck::output::report::report;
use countercheck::output::{drawing, export, plain};
use countercheck::reading::text::fold;
use countercheck::words::Words;
use countercheck::work::saved::{self, Saved};
use leptos::prelude::*;

use super::Session;
use crate::browser::files;

/// What can be exported.
#[derive(Clone, Copy)]
pub(crate) enum Format {
    Csv,
    Report,
    Annotations,
    NumberLine,
    Timeline,
}

/// A name for a file: letters and digits of some words, joined by hyphens.
fn file_name(title: &str) -> String {
    let letters = |word: &str| fold::lowered(&word.chars().filter(|c| c.is_alphanumeric()).collect::<String>());
    let words: Vec<String> = title.split([' ', '-', '/', '.', '_', ':']).map(letters).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).take(8).collect();
    words.join("-")
}

impl Session {
    /// Has the browser save a file that is named after the collection, and more where there is more to say.
    pub(crate) fn save_as(self, more: &str, ending: &str, kind: &str, content: &str) {
        let language = self.settings.words().language();
        let title = self.workspace.saved.with_untracked(|saved| file_name(saved.collection.title_in(language)));
        let title = if title.is_empty() { "countercheck" } else { &title };
        let more = file_name(more);
        let parts = [title, &more];
        let name = parts[..if more.is_empty() { 1 } else { 2 }].join("-");
        files::download(&[&name, ".", ending].concat(), kind, content);
    }

    /// Writes the page with the current work in it.
    pub(crate) fn save_page(self) {
        let saved = self.workspace.saved.get_untracked();
        let name = saved.pupil.as_ref().map_or("", |pupil| &pupil.name);
        self.save_page_of(&saved, name);
    }

    /// Writes the page with a work on the current collection in it. What the program found is not written out in a
    /// pupil's copy.
    pub(crate) fn save_page_of(self, saved: &Saved, more: &str) {
        let (model, language) = (self.analysis.model(), self.settings.words().language());
        let title = [saved.collection.title_in(language), " · Countercheck"].concat();
        let found = if saved.pupil.is_some() { Comparison::default() } else { model.corrected.settled() };
        let plain = plain::html(&model.collection, &found);
        if let Some(page) = files::copy_of_page(&title, &saved::write(saved), &plain) {
            self.save_as(more, "html", "text/html", &page);
        }
    }

    /// Has the browser save the work in another format.
    pub(crate) fn export(self, format: Format) {
        let (model, words) = (self.analysis.model(), self.settings.words());
        let (collection, corrected) = (&model.collection, &model.corrected);
        let row = untrack(|| self.route.chosen()).map(|rank| model.quantity(rank));
        let svg = |draw: Draw| {
            let drawing = row.and_then(|row| draw(collection, &corrected.comparison, row, words));
            (drawing.unwrap_or_default(), "svg", "image/svg+xml")
        };
        let (content, ending, kind) = match format {
            Format::Csv => (export::csv(collection, corrected), "csv", "text/csv"),
            Format::Report => {
                let found = corrected.settled();
                (json_of(&report(collection, &found)).unwrap_or_default(), "json", "application/json")
            }
            Format::Annotations => (export::annotations(collection, corrected, words), "jsonld", "application/ld+json"),
            Format::NumberLine => svg(drawing::number_line_svg),
            Format::Timeline => svg(drawing::timeline_svg),
        };
        if !content.is_empty() {
            self.save_as("", ending, kind, &content);
        }
    }
}

type Draw = fn(&Collection, &Comparison, &Alignment, Words) -> Option<String>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_the_collection() {
        assert_eq!(file_name("Venezuela: what 5 texts/say"), "venezuela-what-5-texts-say");
        assert_eq!(file_name("../.."), "");
    }
}
