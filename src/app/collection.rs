//! The collection at hand and those beside it: texts, names, and what is kept.

use countercheck::collection::{Article, Collection};
use countercheck::language::Language;
use countercheck::saved::Saved;
use countercheck::source::typed_day;
use countercheck::wording;
use countercheck::words::Key;
use leptos::prelude::*;

use super::dom::{El, Nodes, derived, el, live, nothing, several};
use super::help::{dialog, section};
use super::icon::{self, icon};
use super::notice::closing;
use super::source::{Face, letter};
use super::state::{Desk, LANGUAGE_NAMES, LANGUAGES};
use super::web;
use super::work::{Item, Removed, Status};

/// The dialog. What was changed in it is compared when it closes.
pub(crate) fn dialog_of_collection(desk: Desk) -> El {
    let words = desk.words();
    let done = el("button", "btn strong").press(|| web::close_dialog("collection")).text(words.get(Key::Compare));
    dialog(desk, "collection", Key::Collection)
        .on("close", move |_| desk.analyse())
        .child(texts(desk))
        .child(el("footer", "").put(status(desk)).child(done))
        .child(shelf(desk))
}

/// Whether the work is kept, and what can be done where it is not.
pub(crate) fn status(desk: Desk) -> Nodes {
    let words = desk.words();
    let word = move || words.get(desk.work.status.get().key()).to_owned();
    let is_elsewhere = derived(move || desk.work.status.get() == Status::Elsewhere);
    let acts = live(move || {
        if !is_elsewhere.get() {
            return nothing();
        }
        let other = closing(desk, Key::TakeOver, move || desk.take_over());
        let mine = closing(desk, Key::KeepApart, move || desk.keep_apart());
        several(vec![other.view(), mine.view()])
    });
    el("div", "kept")
        .class("is-bad", move || desk.work.status.get().is_bad())
        .child(el("p", "").attr("role", "status").live_text(word))
        .put(acts)
        .view()
}

/// The same in the bar, in a few words.
pub(crate) fn status_in_bar(desk: Desk) -> El {
    let words = desk.words();
    let word = move || match desk.work.status.get() {
        Status::Untouched => "",
        status if status.is_bad() => words.get(Key::NotKept),
        status => words.get(status.key()),
    };
    el("span", "kept").class("is-bad", move || desk.work.status.get().is_bad()).live_text(move || word().to_owned())
}

/// A note above the texts where the work would be lost with the window, and what went wrong at the beginning.
pub(crate) fn notice(desk: Desk) -> Nodes {
    let is_bad = derived(move || desk.work.status.get().is_bad());
    let note = live(move || if is_bad.get() { el("div", "notice").put(status(desk)).view() } else { nothing() });
    let is_troubled = derived(move || !desk.work.troubles.read().is_empty());
    let close = move || desk.work.troubles.set(Vec::new());
    let troubles = live(move || {
        if !is_troubled.get() {
            return nothing();
        }
        let button = closing(desk, Key::Close, close);
        el("div", "notice").child(troubles(desk)).child(button).view()
    });
    let raw = live(move || {
        if !desk.work.raw.get() {
            return nothing();
        }
        let button = el("button", "btn").press(move || desk.toggle_raw()).text(desk.words().get(Key::ShowCorrected));
        el("div", "notice").child(el("p", "").text(desk.words().get(Key::ProgramShown))).child(button).view()
    });
    several(vec![note, raw, troubles])
}

/// How far the reading of many texts is.
pub(crate) fn progress(desk: Desk) -> Nodes {
    let words = desk.words();
    let is_reading = derived(move || desk.work.progress.get().is_some());
    live(move || {
        if !is_reading.get() {
            return nothing();
        }
        let all = desk.work.saved.with_untracked(|saved| saved.collection.articles.len()).to_string();
        let total = all.clone();
        let done = move || desk.work.progress.get().unwrap_or_default().to_string();
        let bar = el("progress", "").attr("max", &all).attr("aria-label", words.get(Key::Reading)).value(done);
        let word = move || words.fill(Key::ReadingOf, &[&done(), &total]);
        let stop = el("button", "btn").press(move || desk.call_off()).text(words.get(Key::CallOff));
        el("div", "notice").attr("data-progress", "").child(bar).child(el("p", "").live_text(word)).child(stop).view()
    })
}

/// What went wrong with what came from outside, one sentence each.
pub(crate) fn troubles(desk: Desk) -> El {
    let words = desk.words();
    let rows = live(move || {
        let row = |text: String| el("li", "").child(icon(icon::WARNING)).child(el("p", "").text(&text)).view();
        several(desk.work.troubles.read().iter().map(|trouble| row(trouble.sentence(words))).collect())
    });
    el("div", "troubles").attr("role", "status").child(el("ul", "").put(rows))
}

// ---- texts ----

fn texts(desk: Desk) -> El {
    let words = desk.words();
    let named = |name: Key, value: fn(&Collection, Language) -> &str, set: fn(&mut Collection, String)| {
        let value = move || desk.work.saved.with(|saved| value(&saved.collection, words.language()).to_owned());
        let field = el("input", "").attr("maxlength", "300").value(value).on("input", move |event| {
            desk.change(|saved| {
                saved.collection.framings.clear();
                set(&mut saved.collection, web::value(&event));
            });
        });
        el("label", "field").child(el("span", "").text(words.get(name))).child(field)
    };
    let title = named(Key::Title, Collection::title_in, |it, title| it.title = title);
    let question = |it: &mut Collection, text: String| it.question = Some(text).filter(|text| !text.is_empty());
    let question = named(Key::Question, |it, language| it.question_in(language).unwrap_or_default(), question);
    // The browser notes what stands in every field of the page with every entry of the history: none while nobody edits.
    let ids = derived(move || {
        if !desk.dialog_is_open() {
            return Vec::new();
        }
        desk.work.saved.with(|saved| saved.collection.articles.iter().map(|it| it.id.clone()).collect::<Vec<_>>())
    });
    let rows = live(move || {
        // Texts of another work may have the same letters.
        desk.work.turn.track();
        several(ids.get().into_iter().map(|id| row(desk, &id).view()).collect())
    });
    section(words.get(Key::Texts))
        .child(title)
        .child(question)
        .child(el("ul", "own").put(rows))
        .put(removed(desk))
        .child(troubles(desk))
        .child(add(desk))
}

fn with_text<T: Default>(desk: Desk, id: &str, of: impl FnOnce(&Article) -> T) -> T {
    desk.work.saved.with(|Saved { collection, .. }| {
        collection.articles.iter().find(|article| article.id == id).map(of).unwrap_or_default()
    })
}

/// One text: what is known of it, folded, and its words.
fn row(desk: Desk, id: &str) -> El {
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

/// What was removed last, and the way back.
fn removed(desk: Desk) -> Nodes {
    let words = desk.words();
    live(move || {
        let name = match &*desk.work.removed.read() {
            None => return nothing(),
            Some(Removed::Text(_, article)) => article.id.clone(),
            Some(Removed::Collection(_, item, _)) => item.title.clone(),
        };
        let back = el("button", "btn").attr("id", "put-back").press(move || {
            desk.put_back();
            web::focus_soon("#collection .own summary");
        });
        let word = el("p", "").attr("role", "status").text(&words.fill(Key::RemovedOf, &[&name]));
        el("div", "removed").child(word).child(back.text(words.get(Key::Undo))).view()
    })
}

/// Where texts come in.
fn add(desk: Desk) -> El {
    let words = desk.words();
    let pasted = RwSignal::new(String::new());
    let area = el("textarea", "")
        .attr("id", "paste")
        .value(move || pasted.get())
        .on("paste", move |event| desk.refuse_paste(&event))
        .on("input", move |event| pasted.set(web::value(&event)));
    let take = el("button", "btn").text(words.get(Key::AddText)).press(move || {
        if desk.take_paste(&pasted.get_untracked()) {
            pasted.set(String::new());
        }
        web::focus("#paste");
    });
    let choose = el("input", "")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("accept", ".txt,.md,.html,.htm,.json,text/*")
        .attr("aria-label", words.get(Key::ChooseFiles))
        .on("change", move |event| desk.take_files(&event));
    el("div", "drop")
        .child(el("label", "field").child(el("span", "").text(words.get(Key::PasteHere))).child(area))
        .child(el("p", "row").child(take).child(el("span", "btn file").text(words.get(Key::ChooseFiles)).child(choose)))
}

// ---- the shelf ----

fn shelf(desk: Desk) -> El {
    let words = desk.words();
    let rows = live(move || {
        let at_hand = desk.work.id.get();
        several(desk.work.shelf.get().iter().map(|item| book(desk, item, item.id == at_hand).view()).collect())
    });
    let button = |name: Key| el("button", "btn").text(words.get(name));
    let empty = move || desk.add_work(Saved::default(), Status::Waiting);
    let copy = move || {
        let title = untrack(|| desk.work.saved.with(|saved| saved.collection.title.clone()));
        desk.duplicate(words.fill(Key::CopyOf, &[&title]));
    };
    section(words.get(Key::OnThisDevice)).child(el("ul", "shelf").put(rows)).child(
        el("p", "row")
            .child(button(Key::NewCollection).attr("id", "new-collection").press(empty))
            .child(button(Key::Duplicate).attr("id", "duplicate").press(copy))
            .child(
                button(Key::ShippedCollection).attr("id", "shipped").press(move || desk.open_shipped(&web::shipped())),
            )
            .child(button(Key::PracticeCollection).attr("id", "practice").press(move || desk.practise())),
    )
}

fn book(desk: Desk, item: &Item, is_at_hand: bool) -> El {
    let words = desk.words();
    let title = if item.title.is_empty() { words.get(Key::Untitled) } else { &item.title };
    let act = |name: Key, glyph, then: fn(Desk, &str)| {
        let id = item.id.clone();
        let label = [words.get(name), ": ", title].concat();
        let place = format!("{id}-{}", name.code());
        let again = web::with("data-act", &place);
        el("button", "btn quiet").attr("aria-label", &label).attr("data-act", &place).child(icon(glyph)).press(
            move || {
                then(desk, &id);
                web::focus_later(again.clone());
            },
        )
    };
    let id = item.id.clone();
    let open = el("button", "open")
        .attr_of("aria-current", is_at_hand.then_some("true"))
        .press(move || desk.open_work(&id))
        .text(title);
    el("li", "")
        .child(open)
        .child(act(Key::ColumnEarlier, icon::UP, |desk, id| desk.move_work(id, false)))
        .child(act(Key::ColumnLater, icon::DOWN, |desk, id| desk.move_work(id, true)))
        .child(act(Key::Delete, icon::CLOSE, |desk, id| {
            desk.delete_work(id);
            web::focus_soon("#put-back");
        }))
}
