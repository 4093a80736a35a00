//! The app: views over the library. It computes no meaning; what a figure is and how two relate comes from
//! [`countercheck::compare`], how they are put in words from [`countercheck::wording`].
//!
//! A view is a function of a [`state::Desk`], the handle to all signals.

mod align;
mod analysis;
mod arrange;
mod bar;
mod collection;
mod columns;
mod disagree;
mod dock;
mod dom;
mod echo;
mod filter;
mod handed;
mod handout;
mod help;
mod icon;
mod journal;
mod kept;
mod keys;
mod lesson;
mod line;
mod long;
mod model;
mod notice;
mod pupil;
mod quantity;
mod rail;
mod relation;
mod share;
mod source;
mod sources;
mod state;
mod table;
mod take;
mod text;
mod timeline;
mod web;
mod work;

use countercheck::comparing::Relation;
use countercheck::comparing::wording;
use countercheck::desk::View;
use countercheck::words::Key;
use leptos::prelude::*;

use dom::{El, Nodes, el, live, nothing, several};
use state::{Desk, LANGUAGES, MARKS, TEXTS, THEMES};

/// Puts the app on the page and says when it is drawn, by the attribute `data-ready` of the root element.
pub(crate) fn mount() {
    leptos::mount::mount_to_body(|| {
        let desk = Desk::open();
        desk.listen();
        desk.keep_work();
        desk.welcome_files();
        if !desk.open_copy() && !desk.open_link() {
            desk.analyse();
        }
        keys::listen(desk);
        dress(desk);
        text::follow(desk);
        align::follow(desk);
        echo::listen(desk);
        Effect::new(move |_| {
            if desk.stands() {
                web::next_frame(|| web::next_frame(|| web::set_root("data-ready", Some(""))));
            }
        });
        let page = live(move || {
            desk.language.track();
            match desk.stands() {
                true if desk.is_copy() => pupil::page(desk),
                true => page(desk),
                false => nothing(),
            }
        });
        let dialogs = live(move || {
            desk.language.track();
            if desk.is_copy() { nothing() } else { dialogs(desk) }
        });
        dom::stay(several(vec![handout::handout(desk), page, dialogs, kept::progress(desk)]));
    });
}

/// What lies outside of the app's own elements: theme, language and title of the page.
fn dress(desk: Desk) {
    Effect::new(move |_| {
        let theme = desk.theme.get();
        web::set_root("data-theme", (theme > 0).then_some(THEMES[theme]));
        web::set_root("lang", Some(LANGUAGES[desk.language.get()].code()));
    });
    // Apart from those: an attribute of the root that is set anew has the style of the whole page computed.
    Effect::new(move |_| {
        desk.track_model();
        let model = desk.model();
        desk.language.track();
        let words = desk.words();
        let title = model.collection.title_in(words.language()).to_owned();
        let name = match desk.sheet.get() {
            Some(sheet) => [words.get(sheet), " · ", &title].concat(),
            None => desk.chosen().map_or(title, |rank| model.label(rank, words)),
        };
        web::set_title(&format!("{name} · Countercheck"));
    });
}

fn page(desk: Desk) -> Nodes {
    let words = desk.words();
    let main = el("main", "main")
        .attr("id", "texts")
        .attr("tabindex", "-1")
        .attr("aria-label", words.get(Key::Texts))
        .flag("inert", move || desk.drawer_is_open())
        .child(reading(desk))
        .put(live(move || other(desk)));
    let to_figures = skip(desk, Key::SkipFigures, Desk::go_to_figures);
    let to_texts = skip(desk, Key::SkipTexts, |_| web::focus("#texts"));
    let scrim = el("div", "scrim").press(move || desk.toggle_drawer());
    let spoken = move || desk.chosen().map(|rank| spoken(desk, rank)).unwrap_or_default();
    let app = el("div", "")
        .live("class", move || Some(frame_class(desk)))
        .live("data-texts", move || Some(TEXTS[desk.texts.get()].to_owned()))
        .live("data-marks", move || Some(MARKS[desk.marks.get()].to_owned()))
        .child(bar::top(desk, [to_figures, to_texts]))
        .put(notice::content(desk))
        .put(notice::first_visit(desk))
        .put(notice::lost(desk))
        .put(kept::notice(desk))
        .child(rail::rail(desk))
        .child(scrim)
        .child(main)
        .child(disagree::button_of_selection(desk))
        .child(el("p", "vh").attr("role", "status").live_text(spoken));
    several(vec![app.view(), arrange::dialog_of_columns(desk).view()])
}

/// The dialogs that stay open while the model under the page is exchanged.
fn dialogs(desk: Desk) -> Nodes {
    let dialogs = [
        help::help(desk),
        collection::dialog_of_collection(desk),
        disagree::dialog_of_disagreement(desk),
        journal::dialog_of_journal(desk),
        take::dialog_of_sharing(desk),
        handed::dialog_of_handed(desk),
        lesson::dialog_of_lesson(desk),
    ];
    several(dialogs.into_iter().map(El::view).collect())
}

/// The texts. Behind another view they stay laid out, out of sight, and are found again as they were left.
fn reading(desk: Desk) -> El {
    el("div", "reading")
        .child(bar::question(desk))
        .put(columns::tabs(desk))
        .child(columns::columns(desk))
        .put(dock::dock(desk))
        .child(bar::foot(desk))
}

fn other(desk: Desk) -> Nodes {
    match desk.view() {
        View::Read => nothing(),
        View::Table => table::table(desk).view(),
        View::Timeline => timeline::timeline(desk).view(),
    }
}

fn frame_class(desk: Desk) -> String {
    let chosen = if desk.chosen().is_some() { " is-chosen" } else { "" };
    format!("app {} view-{}{chosen}", desk.layout().classes(), desk.view().code())
}

/// A link for the keyboard, past the bars. It moves focus only: the fragment of the address holds the choice.
fn skip(desk: Desk, key: Key, go: fn(Desk)) -> El {
    let go = move |event: web_sys::Event| {
        web::use_up(&event);
        go(desk);
    };
    el("a", "skip").attr("href", "#").on("click", go).text(desk.words().get(key))
}

/// The choice in one sentence: "Deaths in the unrest: Both can be true. A at least 27, C 28; silent: B, D."
fn spoken(desk: Desk, rank: usize) -> String {
    let (model, words) = (desk.model(), desk.words());
    let quantity = model.quantity(rank);
    let figures = table::figures_of(words, &model, rank);
    let silent: Vec<&str> = quantity.silent.iter().map(|&i| model.article(i).id.as_str()).collect();
    let all = match silent.as_slice() {
        [] => figures,
        silent => words.fill(Key::SpokenSilent, &[&figures, &silent.join(", ")]),
    };
    let relation: Relation = model.relation(rank);
    words.fill(Key::Spoken, &[&model.label(rank, words), words.get(wording::relation(relation)), &all])
}
