//! Texts from outside: pasted, chosen, dropped; and whole collections from files.

use std::rc::Rc;

use countercheck::collection::Article;
use countercheck::saved::{self, Saved};
use countercheck::source::{self, LONGEST_TEXT, MOST_TEXTS, Read, next_id};
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use leptos::prelude::*;
use web_sys::Event;

use super::state::Desk;
use super::web;
use super::web::files::{self, Loaded};
use super::work::{Removed, Status};

/// Whether a name ends like this.
fn ends(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    endings.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

/// A file that may hold a whole collection may be large; a text in two-byte letters is twice as large as in one-byte ones.
fn largest(name: &str) -> usize {
    if ends(name, &["html", "htm", "json"]) { saved::LARGEST } else { 2 * LONGEST_TEXT + 2 }
}

/// What is in a file.
enum Content {
    Text(Read),
    Collection(saved::Opened),
}

fn content(Loaded { name, bytes }: Loaded) -> Result<Content, Trouble> {
    let large = || Trouble::about(Key::TextLarge, &name);
    let bytes = bytes.ok_or_else(large)?;
    if ends(&name, &["json"]) {
        let text = String::from_utf8_lossy(&bytes);
        return web::read_saved(&text).map(Content::Collection);
    }
    if !ends(&name, &["html", "htm"]) {
        return source::read(&name, &bytes).map(Content::Text);
    }
    if let Ok(html) = std::str::from_utf8(&bytes)
        && let Some(json) = saved::in_page(html)
    {
        return web::read_saved(json).map(Content::Collection);
    }
    let (html, _) = source::decode(&bytes).map_err(|key| Trouble::about(key, &name))?;
    source::page(&name, &files::take_apart(&html)).map(Content::Text)
}

impl Desk {
    /// Takes in files wherever they are dropped, and shows what becomes of them.
    pub(crate) fn welcome_files(self) {
        files::on_drop(move |event| {
            if untrack(|| self.is_copy()) {
                event.prevent_default();
            } else if self.take_files(event) && !self.dialog_is_open() {
                self.open_dialog("collection");
            }
        });
    }

    /// Takes in files that were chosen or dropped; whether there are any.
    pub(crate) fn take_files(self, event: &Event) -> bool {
        let chosen = files::files_of(event);
        if chosen.is_empty() {
            return false;
        }
        self.work.troubles.set(Vec::new());
        files::read_files(
            chosen,
            largest,
            Rc::new(move |loaded| match loaded.map(content) {
                Some(Ok(Content::Text(read))) => self.add_text(read),
                Some(Ok(Content::Collection(opened))) => {
                    self.work.troubles.update(|troubles| troubles.extend(opened.troubles));
                    self.add_work(opened.saved, Status::Waiting);
                }
                Some(Err(trouble)) => self.complain(trouble),
                None => {}
            }),
        );
        true
    }

    /// Takes in what was pasted; whether it is a text.
    pub(crate) fn take_paste(self, text: &str) -> bool {
        self.work.troubles.set(Vec::new());
        match source::paste(self.words().get(Key::PastedText), text) {
            Ok(read) => {
                self.add_text(read);
                true
            }
            Err(trouble) => {
                self.complain(trouble);
                false
            }
        }
    }

    /// Keeps what is too long out of the field, which a browser would be busy with for minutes.
    pub(crate) fn refuse_paste(self, event: &web_sys::Event) {
        if files::pasted(event) > source::LONGEST_TEXT {
            event.prevent_default();
            self.work.troubles.set(vec![Trouble::about(Key::TextLarge, self.words().get(Key::PastedText))]);
        }
    }

    fn complain(self, trouble: Trouble) {
        self.work.troubles.update(|troubles| troubles.push(trouble));
    }

    fn add_text(self, read: Read) {
        self.work.troubles.update(|troubles| troubles.extend(read.troubles));
        let room = self.work.saved.with_untracked(|saved| saved.collection.articles.len() < MOST_TEXTS);
        if !room {
            return self.complain(Trouble::about(Key::TooManyTexts, &MOST_TEXTS.to_string()));
        }
        self.change(|Saved { collection, .. }| {
            let taken: Vec<&str> = collection.articles.iter().map(|article| article.id.as_str()).collect();
            let id = next_id(&taken);
            collection.articles.push(Article { id, ..read.article });
        });
    }

    /// Changes a text of the collection.
    pub(crate) fn change_text(self, id: &str, change: impl FnOnce(&mut Article)) {
        self.change(|Saved { collection, .. }| {
            if let Some(article) = collection.articles.iter_mut().find(|article| article.id == id) {
                change(article);
            }
        });
    }

    /// Takes a text out of the collection; it can be had back until something else is removed.
    pub(crate) fn remove_text(self, id: &str) {
        self.change(|Saved { collection, .. }| {
            if let Some(place) = collection.articles.iter().position(|article| article.id == id) {
                let article = collection.articles.remove(place);
                self.work.removed.set(Some(Removed::Text(place, article)));
            }
        });
    }
}
