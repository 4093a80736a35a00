//! What is taken along: the page as one file with the work in it, exports, and links.

use countercheck::collection::Collection;
use countercheck::compare::{Alignment, Comparison};
use countercheck::json::json_of;
use countercheck::link::{self, survives};
use countercheck::report::report;
use countercheck::text::fold;
use countercheck::trouble::Trouble;
use countercheck::words::{Key, Words};
use countercheck::{drawing, export, plain, saved};
use leptos::prelude::*;

use super::dom::{El, el};
use super::help::section;
use super::state::Desk;
use super::web;
use super::web::files;
use super::work::Status;

/// The part of the dialog.
pub(crate) fn along(desk: Desk) -> El {
    let words = desk.words();
    let button = |name: Key| el("button", "btn").attr("data-act", name.code()).text(words.get(name));
    let file = button(Key::SaveFile).attr("id", "save-file").press(move || desk.save_page());
    let table = button(Key::ExportCsv).press(move || desk.export(Format::Csv));
    let report = button(Key::ExportJson).press(move || desk.export(Format::Report));
    let notes = button(Key::ExportAnnotations).press(move || desk.export(Format::Annotations));
    let line = button(Key::ExportLine).press(move || desk.export(Format::Line));
    let dates = button(Key::ExportDates).press(move || desk.export(Format::Dates));
    let chosen = el("p", "row").flag("hidden", move || desk.chosen().is_none()).child(line).child(dates);
    section(words.get(Key::TakeAlong))
        .child(el("p", "row").child(file).child(table).child(report).child(notes))
        .child(chosen)
        .child(share(desk))
}

/// The link, with what one of its length comes through.
fn share(desk: Desk) -> El {
    let words = desk.words();
    let link = RwSignal::new(None::<Result<String, Trouble>>);
    let make = el("button", "btn").attr("data-act", "link").text(words.get(Key::MakeLink)).press(move || {
        let made = desk.link();
        if let Ok(address) = &made {
            web::copy(address);
        }
        link.set(Some(made));
    });
    let said = move || match &*link.read() {
        None => String::new(),
        Some(Err(trouble)) => trouble.sentence(words),
        Some(Ok(address)) => {
            let hosted = if address.starts_with("file:") {
                words.get(Key::LinkNeedsHost)
            } else {
                words.get(survives(address.len()))
            };
            [&words.fill(Key::LinkLength, &[&address.len().to_string()]), " ", hosted].concat()
        }
    };
    let address = move || link.read().as_ref().and_then(|made| made.clone().ok()).unwrap_or_default();
    let field = el("input", "")
        .attr("readonly", "")
        .attr("id", "link")
        .attr("aria-label", words.get(Key::Link))
        .flag("hidden", move || !matches!(&*link.read(), Some(Ok(_))))
        .value(address);
    el("div", "share")
        .child(el("p", "row").child(make))
        .child(field)
        .child(el("p", "").attr("role", "status").live_text(said))
}

/// What can be exported.
#[derive(Clone, Copy)]
enum Format {
    Csv,
    Report,
    Annotations,
    Line,
    Dates,
}

/// A name for a file: letters and digits of the title, words joined by hyphens.
fn file_name(title: &str, ending: &str) -> String {
    let letters = |word: &str| fold::lowered(&word.chars().filter(|c| c.is_alphanumeric()).collect::<String>());
    let words: Vec<String> = title.split([' ', '-', '/', '.', '_', ':']).map(letters).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).take(8).collect();
    let name = if words.is_empty() { "countercheck".to_owned() } else { words.join("-") };
    [&name, ".", ending].concat()
}

impl Desk {
    /// Has the browser save a file that is named after the collection.
    pub(crate) fn save_as(self, ending: &str, kind: &str, content: &str) {
        let name = self.work.saved.with_untracked(|saved| file_name(&saved.collection.title, ending));
        files::download(&name, kind, content);
    }

    /// Writes the page with the work at hand in it.
    pub(crate) fn save_page(self) {
        let model = self.model();
        let (json, title) = self.work.saved.with_untracked(|saved| {
            let title = [&saved.collection.title, " · Countercheck"].concat();
            (saved::write(saved), title)
        });
        let plain = plain::html(&model.collection, &model.corrected.settled());
        if let Some(page) = files::copy_of_page(&title, &json, &plain) {
            self.save_as("html", "text/html", &page);
        }
    }
}

impl Desk {
    fn export(self, format: Format) {
        let (model, words) = (self.model(), self.words());
        let (collection, corrected) = (&model.collection, &model.corrected);
        let row = untrack(|| self.chosen()).map(|rank| model.quantity(rank));
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
            Format::Line => svg(drawing::number_line_svg),
            Format::Dates => svg(drawing::timeline_svg),
        };
        if !content.is_empty() {
            self.save_as(ending, kind, &content);
        }
    }

    /// The address of the work at hand: view and corrections where the page has the texts anyway, else the texts too.
    fn link(self) -> Result<String, Trouble> {
        let mut saved = self.work.saved.get_untracked();
        let at_hand = web::read_saved(&web::state()).unwrap_or_default().saved.collection;
        saved.view.words = vec![web::fragment()];
        let link = if saved.collection == at_hand { link::to_corrections(&saved)? } else { link::to_texts(&saved)? };
        Ok([&web::page_address(), "#", LINK, &link].concat())
    }

    /// Opens the link that the page was opened with, if it is one.
    pub(crate) fn open_link(self) -> bool {
        let fragment = web::fragment();
        let Some(code) = fragment.strip_prefix(LINK) else { return false };
        let at_hand = web::read_saved(&web::state()).unwrap_or_default().saved.collection;
        match link::open(code, &at_hand) {
            Ok(opened) => {
                let view = opened.saved.view.words.first().cloned().unwrap_or_default();
                self.go_to_address(&view);
                self.work.troubles.set(opened.troubles);
                self.add_work(opened.saved, Status::Waiting);
                true
            }
            Err(trouble) => {
                self.go_to_address("");
                self.work.troubles.set(vec![trouble]);
                false
            }
        }
    }
}

/// What a fragment begins with that carries work.
const LINK: &str = "work=";

type Draw = fn(&Collection, &Comparison, &Alignment, Words) -> Option<String>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_the_collection() {
        assert_eq!(file_name("Venezuela: what 5 texts/say", "html"), "venezuela-what-5-texts-say.html");
        assert_eq!(file_name("../..", "csv"), "countercheck.csv");
    }
}
