//! The collection at hand and those beside it: texts, names, and what is kept.

mod text;

use countercheck::collection::Collection;
use countercheck::reading::language::Language;
use countercheck::words::Key;
use countercheck::work::saved::Saved;
use leptos::prelude::*;

use super::dom::{El, Nodes, derived, el, live, nothing, several};
use super::help::{dialog, section};
use super::icon::{self, icon};
use super::kept::{status, troubles};
use super::state::Desk;
use super::web;
use super::work::{Item, Removed, Status};
use text::row;

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
            .child(button(Key::PracticeCollection).attr("id", "practice").press(move || {
                desk.practise();
                web::close_dialog("collection");
            })),
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
