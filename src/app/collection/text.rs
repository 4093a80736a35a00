//! One text of the collection: what is known of it, which can be changed, and its words.

use countercheck::collection::Article;
use countercheck::comparing::wording;
use countercheck::intake::source::typed_day;
use countercheck::reading::language::Language;
use countercheck::words::Key;
use countercheck::work::saved::Saved;
use leptos::prelude::*;

use crate::app::dom::{El, el};
use crate::app::icon::{self, icon};
use crate::app::source::{Face, letter};
use crate::app::state::{Desk, LANGUAGE_NAMES, LANGUAGES};
use crate::app::web;

fn with_text<T: Default>(desk: Desk, id: &str, of: impl FnOnce(&Article) -> T) -> T {
    desk.work.saved.with(|Saved { collection, .. }| {
        collection.articles.iter().find(|article| article.id == id).map(of).unwrap_or_default()
    })
}

/// One text: what is known of it, folded, and its words.
pub(super) fn row(desk: Desk, id: &str) -> El {
    let words = desk.words();
    let (own, named) = (id.to_owned(), id.to_owned());
    let name = move || {
        with_text(desk, &named, |article| {
            let title = article.title.iter().map(|title| [" · ", title].concat()).collect::<String>();
            [wording::outlet(words, article), " · ", &wording::dated(words, article), &title].concat()
        })
    };
    let label = words.fill(Key::RemoveText, &[id]);
    let remove = el("button", "btn quiet").attr("aria-label", &label).child(icon(icon::CLOSE)).press(move || {
        desk.remove_text(&own);
        web::focus_soon("#put-back");
    });
    let summary = el("summary", "").child(letter(id, Face::Outline)).child(el("span", "").live_text(name));
    let fold = el("details", "").attr("data-text", id).child(summary).child(form(desk, id));
    el("li", "").child(fold).child(remove)
}

/// Something that is known of a text and can be changed.
struct Field {
    tag: &'static str,
    name: Key,
    get: fn(&Article) -> String,
    set: fn(&mut Article, &str),
    is_detected: fn(&Article) -> bool,
}

const FIELDS: [Field; 5] = [
    Field {
        tag: "input",
        name: Key::Outlet,
        get: |it| it.publisher.clone().unwrap_or_default(),
        set: set_outlet,
        is_detected: |it| it.detected.publisher,
    },
    Field {
        tag: "input",
        name: Key::DateOfText,
        get: |it| it.date.map(|date| date.to_string()).unwrap_or_default(),
        set: set_date,
        is_detected: |it| it.detected.date,
    },
    Field {
        tag: "select",
        name: Key::Language,
        get: |it| it.language.map(Language::code).unwrap_or_default().to_owned(),
        set: set_language,
        is_detected: |it| it.detected.language,
    },
    Field {
        tag: "input",
        name: Key::Headline,
        get: |it| it.title.clone().unwrap_or_default(),
        set: set_title,
        is_detected: |it| it.detected.title,
    },
    Field {
        tag: "textarea",
        name: Key::Text,
        get: |it| it.text.clone(),
        set: |it, text| text.clone_into(&mut it.text),
        is_detected: |_| false,
    },
];

fn form(desk: Desk, id: &str) -> El {
    el("div", "form").children(FIELDS.map(|field| control(desk, id, &field)))
}

fn control(desk: Desk, id: &str, field: &Field) -> El {
    let words = desk.words();
    let (id, own) = (id.to_owned(), id.to_owned());
    let &Field { tag, name, get, set, is_detected } = field;
    let begin = untrack(|| with_text(desk, &id, get));
    let mark = move || if with_text(desk, &own, is_detected) { words.get(Key::Detected) } else { "" }.to_owned();
    let language =
        |(language, name): (Language, Key)| el("option", "").attr("value", language.code()).text(words.get(name));
    let languages = LANGUAGES.into_iter().zip(LANGUAGE_NAMES);
    let options = languages.filter(|_| tag == "select").map(language);
    let input = el(tag, "").children(options).value(move || begin.clone()).on("input", move |event| {
        desk.change_text(&id, |article| set(article, &web::value(&event)));
    });
    let name = el("span", "").text(words.get(name)).child(el("small", "").live_text(mark));
    el("label", "field").child(name).child(input)
}

fn filled(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.trim().is_empty())
}

fn set_outlet(article: &mut Article, text: &str) {
    article.publisher = filled(text);
    article.detected.publisher = false;
}

/// A day, a month or a year; anything else counts as not known.
fn set_date(article: &mut Article, text: &str) {
    article.date = typed_day(text);
    article.date_is_earliest = false;
    article.detected.date = false;
}

fn set_language(article: &mut Article, text: &str) {
    article.language = Language::from_code(text);
    article.detected.language = false;
}

fn set_title(article: &mut Article, text: &str) {
    article.title = filled(text);
    article.detected.title = false;
}
