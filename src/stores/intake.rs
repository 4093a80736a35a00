//! Texts from outside: pasted, chosen, dropped; and whole collections from files.

use std::cell::Cell;

use countercheck::collection::Article;
use countercheck::intake::source::{self, LONGEST_TEXT, MOST_TEXTS, Read, next_id};
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use countercheck::work::saved::{self, Saved};
use leptos::ev::Event;
use leptos::prelude::*;

use super::{SaveStatus, Session};
use crate::browser;
use crate::browser::files::{self, Loaded, Unread};

/// Whether a name ends like this.
fn ends(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    endings.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

/// A file that may hold a whole collection may be large; a text in two-byte letters is twice as large as in one-byte ones.
pub(super) fn largest(name: &str) -> usize {
    if ends(name, &["html", "htm", "json"]) { saved::LARGEST } else { 2 * LONGEST_TEXT + 2 }
}

/// What is in a file.
enum Content {
    Text(Read),
    Collection(saved::Opened),
}

fn content(name: &str, bytes: Result<Vec<u8>, Unread>) -> Result<Content, Trouble> {
    let bytes = bytes.map_err(|unread| match unread {
        Unread::Large => Trouble::about(Key::TextLarge, name),
        Unread::Broken => Trouble::about(Key::FileBroken, name),
    })?;
    if let Some(opened) = saved_in(name, &bytes) {
        return opened.map(Content::Collection);
    }
    if !ends(name, &["html", "htm"]) {
        return source::read(name, &bytes).map(Content::Text);
    }
    let (html, _) = source::decode(&bytes).map_err(|key| Trouble::about(key, name))?;
    source::page(name, &files::take_apart(&html)).map(Content::Text)
}

/// The saved collection in a file, where its name and the page in it say that there is one.
pub(super) fn saved_in(name: &str, bytes: &[u8]) -> Option<Result<saved::Opened, Trouble>> {
    if ends(name, &["json"]) {
        return Some(browser::read_saved(&String::from_utf8_lossy(bytes)));
    }
    let page = ends(name, &["html", "htm"]).then(|| std::str::from_utf8(bytes).ok())??;
    Some(browser::read_saved(saved::in_page(page)?))
}

impl Session {
    /// Imports files wherever they are dropped, and shows what becomes of them.
    pub(crate) fn welcome_files(self) {
        files::on_drop(move |event| {
            if untrack(|| self.worksheet.is_copy()) {
                browser::use_up(event);
            } else if self.submissions.is_open() {
                self.submissions.take_files(event);
            } else {
                self.take_files(event);
            }
        });
    }

    /// Imports files that were chosen or dropped: pupils' work beside the key, all else into the collection.
    pub(crate) fn take_files(self, event: &Event) {
        let chosen = files::files_of(event);
        if chosen.is_empty() {
            return;
        }
        self.workspace.issues.set(Vec::new());
        let has_pupils = Cell::new(false);
        files::read_files(
            chosen,
            largest,
            Box::new(move |loaded| match loaded {
                Some(Loaded { name, bytes }) => match content(&name, bytes) {
                    Ok(Content::Collection(opened)) if opened.saved.pupil.is_some() => {
                        has_pupils.set(true);
                        self.submissions.add(&name, opened);
                    }
                    content => self.take_content(content),
                },
                None if has_pupils.get() => self.submissions.show(),
                None => {}
            }),
        );
    }

    fn take_content(self, content: Result<Content, Trouble>) {
        match content {
            Ok(Content::Text(read)) => self.add_text(read),
            Ok(Content::Collection(opened)) => {
                self.workspace.issues.update(|troubles| troubles.extend(opened.troubles));
                self.add_work(opened.saved, SaveStatus::Waiting);
            }
            Err(trouble) => self.workspace.complain(trouble),
        }
        if !untrack(|| self.layout.dialog_is_open()) {
            self.layout.open_dialog("collection");
        }
    }

    /// Imports what was pasted; whether it is a text.
    pub(crate) fn take_paste(self, text: &str) -> bool {
        self.workspace.issues.set(Vec::new());
        match source::paste(self.settings.words().get(Key::PastedText), text) {
            Ok(read) => {
                self.add_text(read);
                true
            }
            Err(trouble) => {
                self.workspace.complain(trouble);
                false
            }
        }
    }

    /// Keeps what is too long out of the field, which a browser would be busy with for minutes.
    pub(crate) fn refuse_paste(self, event: &Event) {
        if files::pasted(event) > source::LONGEST_TEXT {
            browser::use_up(event);
            self.workspace.issues.set(vec![Trouble::about(Key::TextLarge, self.settings.words().get(Key::PastedText))]);
        }
    }

    fn add_text(self, read: Read) {
        self.workspace.issues.update(|troubles| troubles.extend(read.troubles));
        let room = self.workspace.saved.with_untracked(|saved| saved.collection.articles.len() < MOST_TEXTS);
        if !room {
            return self.workspace.complain(Trouble::about(Key::TooManyTexts, &MOST_TEXTS.to_string()));
        }
        self.workspace.change(|Saved { collection, .. }| {
            let taken: Vec<&str> = collection.articles.iter().map(|article| article.id.as_str()).collect();
            let id = next_id(&taken);
            collection.articles.push(Article { id, ..read.article });
        });
    }
}
