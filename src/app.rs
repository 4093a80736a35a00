//! The app: creates and provides the stores, and picks the page.

use leptos::prelude::*;

use crate::browser;
use crate::features::notices::ReadingProgress;
use crate::features::print::PrintedSheet;
use crate::features::{lesson, reader, worksheet};
use crate::i18n::LANGUAGES;
use crate::pages::{Dialogs, ReaderPage, WorksheetPage};
use crate::stores::{Desk, THEMES, provide_desk};
use countercheck::desk::{Command, command};

/// The app. It says when it is rendered by the attribute `data-ready` of the root element.
#[component]
pub(crate) fn App() -> impl IntoView {
    let desk = provide_desk();
    desk.listen();
    desk.keep_work();
    desk.welcome_files();
    if !desk.open_copy() && !desk.open_link() {
        desk.analyse();
    }
    handle_keys(desk);
    follow_root(desk);
    reader::mark_chosen(desk);
    reader::align_passages(desk);
    reader::highlight_linked(desk);
    Effect::new(move |_| {
        if desk.stands() {
            browser::next_frame(|| browser::next_frame(|| browser::set_root("data-ready", Some(""))));
        }
    });
    let page = move || {
        desk.language.track();
        match desk.stands() {
            true if desk.is_copy() => view! { <WorksheetPage /> }.into_any(),
            true => view! { <ReaderPage /> }.into_any(),
            false => ().into_any(),
        }
    };
    let dialogs = move || {
        desk.language.track();
        (!desk.is_copy()).then(|| view! { <Dialogs /> })
    };
    view! {
        <PrintedSheet />
        {page}
        {dialogs}
        <ReadingProgress />
    }
}

/// What lies outside of the app's own elements: theme, language and title of the page.
fn follow_root(desk: Desk) {
    Effect::new(move |_| {
        let theme = desk.theme.get();
        browser::set_root("data-theme", (theme > 0).then_some(THEMES[theme]));
        browser::set_root("lang", Some(LANGUAGES[desk.language.get()].code()));
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
        browser::set_title(&format!("{name} · Countercheck"));
    });
}

/// Keys that work everywhere on the page, as long as it lives.
fn handle_keys(desk: Desk) {
    browser::on_key(move |key, event| {
        if untrack(|| desk.class_step()).is_some() {
            return untrack(|| !desk.dialog_is_open() && lesson::handle_key(desk, key, event));
        }
        if untrack(|| desk.is_copy()) {
            return worksheet::handle_key(desk, key);
        }
        let wanted = untrack(|| command(key, desk.letter_keys()).filter(|_| !desk.dialog_is_open()));
        if let Some(command) = wanted {
            obey(desk, command);
        }
        wanted.is_some()
    });
}

fn obey(desk: Desk, command: Command) {
    match command {
        Command::Step(by) => desk.step(by),
        Command::Source(by) => desk.turn_to_source(by),
        Command::Drawer => desk.toggle_drawer(),
        Command::View(view) => desk.turn_to(view),
        Command::Find => desk.go_to_find(),
        Command::Columns => desk.open_dialog("columns"),
        Command::Lock => desk.set_locked(!untrack(|| desk.is_locked())),
        Command::Pin => desk.toggle_pin(),
        Command::Help => desk.open_dialog("help"),
        Command::Journal => desk.open_dialog("journal"),
        Command::Collection => desk.open_dialog("collection"),
        Command::Share => desk.open_dialog("share"),
        Command::Class => desk.open_class(),
        Command::Add => desk.add_selected(),
        Command::Undo(again) => desk.undo(again),
        Command::Escape => desk.back_out(),
    }
}
