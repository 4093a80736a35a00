//! The app: creates and provides the stores, and picks the page.

use leptos::prelude::*;

use crate::browser;
use crate::features::notices::ReadingProgress;
use crate::features::print::PrintedSheet;
use crate::features::{lesson, reader, worksheet};
use crate::i18n::LANGUAGES;
use crate::pages::{Dialogs, ReaderPage, WorksheetPage};
use crate::stores::{
    Layout, LessonSession, Selection, Session, THEMES, provide_stores, use_analysis, use_layout, use_lesson, use_route,
    use_selection, use_session, use_settings, use_worksheet, use_workspace,
};
use countercheck::desk::{Command, command};

/// The app. It says when it is rendered by the attribute `data-ready` of the root element.
#[component]
pub(crate) fn App() -> impl IntoView {
    let session = provide_stores();
    let (settings, analysis) = (use_settings(), use_analysis());
    let worksheet = use_worksheet();
    session.listen();
    use_workspace().keep_work();
    session.welcome_files();
    if !session.open_copy() && !session.open_link() {
        session.analyse();
    }
    handle_keys();
    follow_root();
    reader::mark_chosen();
    reader::align_passages();
    reader::highlight_linked();
    Effect::new(move |_| {
        if analysis.is_rendered() {
            browser::next_frame(|| browser::next_frame(|| browser::set_root("data-ready", Some(""))));
        }
    });
    let page = move || {
        settings.language.track();
        match analysis.is_rendered() {
            true if worksheet.is_copy() => view! { <WorksheetPage /> }.into_any(),
            true => view! { <ReaderPage /> }.into_any(),
            false => ().into_any(),
        }
    };
    let dialogs = move || {
        settings.language.track();
        (!worksheet.is_copy()).then(|| view! { <Dialogs /> })
    };
    view! {
        <PrintedSheet />
        {page}
        {dialogs}
        <ReadingProgress />
    }
}

/// What lies outside of the app's own elements: theme, language and title of the page.
fn follow_root() {
    let settings = use_settings();
    let analysis = use_analysis();
    let route = use_route();
    let layout = use_layout();
    Effect::new(move |_| {
        let theme = settings.theme.get();
        browser::set_root("data-theme", (theme > 0).then_some(THEMES[theme]));
        browser::set_root("lang", Some(LANGUAGES[settings.language.get()].code()));
    });
    // Apart from those: an attribute of the root that is set anew has the style of the whole page computed.
    Effect::new(move |_| {
        analysis.track_model();
        let model = analysis.model();
        settings.language.track();
        let words = settings.words();
        let title = model.collection.title_in(words.language()).to_owned();
        let name = match layout.sheet.get() {
            Some(sheet) => [words.get(sheet), " · ", &title].concat(),
            None => route.chosen().map_or(title, |rank| model.label(rank, words)),
        };
        browser::set_title(&format!("{name} · Countercheck"));
    });
}

/// Keys that work everywhere on the page, as long as it lives.
fn handle_keys() {
    let settings = use_settings();
    let analysis = use_analysis();
    let layout = use_layout();
    let selection = use_selection();
    let worksheet = use_worksheet();
    let lesson = use_lesson();
    let session = use_session();
    browser::on_key(move |key, event| {
        if untrack(|| lesson.step_number()).is_some() {
            return untrack(|| !layout.dialog_is_open() && lesson::handle_key(analysis, layout, lesson, key, event));
        }
        if untrack(|| worksheet.is_copy()) {
            return worksheet::handle_key(settings, worksheet, key);
        }
        let wanted = untrack(|| command(key, settings.letter_keys()).filter(|_| !layout.dialog_is_open()));
        if let Some(command) = wanted {
            obey(layout, selection, lesson, session, command);
        }
        wanted.is_some()
    });
}

fn obey(layout: Layout, selection: Selection, lesson: LessonSession, session: Session, command: Command) {
    match command {
        Command::Step(by) => selection.step(by),
        Command::Source(by) => layout.turn_to_source(by),
        Command::Drawer => layout.toggle_drawer(),
        Command::View(view) => selection.turn_to(view),
        Command::Find => layout.go_to_find(),
        Command::Columns => layout.open_dialog("columns"),
        Command::Lock => layout.set_locked(!untrack(|| layout.is_locked())),
        Command::Pin => layout.toggle_pin(),
        Command::Help => layout.open_dialog("help"),
        Command::Journal => layout.open_dialog("journal"),
        Command::Collection => layout.open_dialog("collection"),
        Command::Share => layout.open_dialog("share"),
        Command::Class => lesson.open(),
        Command::Add => selection.add_selected(),
        Command::Undo(again) => session.undo(again),
        Command::Escape => selection.back_out(),
    }
}
