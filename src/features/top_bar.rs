//! The bars: name and switches above, the question over the columns, the buttons below on the phone.

use countercheck::comparing::Relation;
use countercheck::desk::View;
use countercheck::words::Key;
use leptos::prelude::*;

use crate::components::{Glyph, Icon, Keycap, Logo, SegmentedControl, glyphs, pressed};
use crate::i18n::{LANGUAGE_NAMES, use_words};
use crate::stores::{
    SaveStatus, use_analysis, use_layout, use_lesson, use_route, use_selection, use_settings, use_workspace,
};

/// The switch of the interface's language.
#[component]
pub(crate) fn LanguageSwitch() -> impl IntoView {
    let settings = use_settings();
    view! {
        <SegmentedControl
            label=Key::Language
            options=&LANGUAGE_NAMES
            selected=settings.language
            on_select=move |i| settings.set_language(i)
        />
    }
}

/// The top bar; its children are links past it for the keyboard.
#[component]
pub(crate) fn TopBar(children: Children) -> impl IntoView {
    let analysis = use_analysis();
    let layout = use_layout();
    let workspace = use_workspace();
    let words = use_words();
    let model = analysis.model();
    let corrections = move || match workspace.corrections() {
        0 => String::new(),
        count => count.to_string(),
    };
    let open_help = move |_| layout.open_dialog("help");
    view! {
        <header class="top">
            {children()}
            <button
                class="btn figures"
                id="open-figures"
                aria-expanded=move || pressed(layout.drawer_is_open())
                on:click=move |_| layout.toggle_drawer()
            >
                <Icon glyph=glyphs::LIST />
                {words.get(Key::Figures)}
                <span class="num">{model.len()}</span>
            </button>
            <div class="brand">
                <Logo />
                <strong>{words.get(Key::Brand)}</strong>
                <h1>{model.collection.title_in(words.language()).to_owned()}</h1>
            </div>
            <Views />
            <div class="acts">
                <SavedWord />
                <DialogButton dialog="collection" glyph=glyphs::COLLECTION name=Key::Collection />
                <DialogButton dialog="journal" glyph=glyphs::PENCIL name=Key::Journal>
                    <span class="num">{corrections}</span>
                </DialogButton>
                <DialogButton dialog="share" glyph=glyphs::SHARE name=Key::Share />
                <DialogButton dialog="columns" glyph=glyphs::COLUMNS name=Key::Columns />
                <LanguageSwitch />
                <button class="btn quiet help" aria-haspopup="dialog" on:click=open_help>
                    {words.get(Key::Help)}
                    <Keycap key="?" />
                </button>
                <button class="btn quiet menu" aria-haspopup="dialog" on:click=open_help>
                    <Icon glyph=glyphs::MENU />
                    {words.get(Key::Menu)}
                </button>
            </div>
        </header>
    }
}

/// Whether the work is kept, in a few words.
#[component]
fn SavedWord() -> impl IntoView {
    let workspace = use_workspace();
    let words = use_words();
    let word = move || match workspace.status.get() {
        SaveStatus::Untouched => "",
        status if status.is_bad() => words.get(Key::NotKept),
        status => words.get(status.key()),
    };
    view! {
        <span class="kept" class:is-bad=move || workspace.status.get().is_bad()>
            {word}
        </span>
    }
}

/// Opens the dialog of that name.
#[component]
fn DialogButton(
    dialog: &'static str,
    glyph: Glyph,
    name: Key,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let layout = use_layout();
    view! {
        <button
            class=["btn quiet ", dialog].concat()
            aria-haspopup="dialog"
            on:click=move |_| layout.open_dialog(dialog)
        >
            <Icon glyph />
            {use_words().get(name)}
            {children.map(|children| children())}
        </button>
    }
}

/// The views with the keys that turn to them.
const VIEWS: [(View, Key, &str); 3] =
    [(View::Read, Key::ViewRead, "r"), (View::Table, Key::ViewTable, "t"), (View::Timeline, Key::ViewTimeline, "l")];

/// The switch of the views.
#[component]
fn Views() -> impl IntoView {
    let settings = use_settings();
    let route = use_route();
    let selection = use_selection();
    let lesson = use_lesson();
    let words = use_words();
    let button = |(view, name, key): (View, Key, &'static str)| {
        view! {
            <button
                aria-current=move || (route.view() == view).then_some("page")
                on:click=move |_| selection.turn_to(view)
            >
                {words.get(name)}
                <Keycap key />
            </button>
        }
    };
    view! {
        <nav class="seg views" class:has-keys=move || settings.letter_keys() aria-label=words.get(Key::View)>
            {VIEWS.map(button).into_iter().collect_view()}
            <button id="open-class" aria-haspopup="dialog" on:click=move |_| lesson.open()>
                {words.get(Key::Class)}
                <Keycap key="p" />
            </button>
        </nav>
    }
}

const MARK_NAMES: [Key; 3] = [Key::MarksPlain, Key::MarksFigures, Key::MarksRelations];
const TEXT_NAMES: [Key; 3] = [Key::TextFull, Key::TextPassages, Key::TextSentences];

/// The question, and how the texts are shown.
#[component]
pub(crate) fn QuestionBar() -> impl IntoView {
    let settings = use_settings();
    let analysis = use_analysis();
    let words = use_words();
    let question = analysis.model().collection.question_in(words.language()).unwrap_or_default().to_owned();
    view! {
        <div class="bar">
            <p class="ask">{question}</p>
            <div class="opts">
                <span class="lab">
                    {words.get(Key::Marks)}
                    <SegmentedControl
                        label=Key::Marks
                        options=&MARK_NAMES
                        selected=settings.marks
                        on_select=move |i| settings.marks.set(i)
                    />
                </span>
                <span class="lab">
                    {words.get(Key::Text)}
                    <SegmentedControl
                        label=Key::Text
                        options=&TEXT_NAMES
                        selected=settings.texts
                        on_select=move |i| settings.texts.set(i)
                    />
                </span>
            </div>
        </div>
    }
}

/// The buttons at the foot of a small screen.
#[component]
pub(crate) fn FootBar() -> impl IntoView {
    let settings = use_settings();
    let analysis = use_analysis();
    let layout = use_layout();
    let words = use_words();
    let title = words.fill(Key::FiguresTotal, &[&analysis.model().len().to_string()]);
    view! {
        <div class="foot-bar">
            <button class="btn figures" id="open-figures-below" on:click=move |_| layout.toggle_drawer()>
                <span>
                    <b>{title}</b>
                    <small>
                        <Count
                            relation=Relation::Conflict
                            glyph=glyphs::CONFLICT
                            names=[Key::ConflictsOne, Key::Conflicts]
                        />
                        <Count
                            relation=Relation::Unexplained
                            glyph=glyphs::UNEXPLAINED
                            names=[Key::UnexplainedOne, Key::UnexplainedFew]
                        />
                    </small>
                </span>
                <Icon glyph=glyphs::RIGHT />
            </button>
            <button class="btn" on:click=move |_| settings.toggle_all()>
                {move || words.get(if settings.shows_all() { Key::TextPassages } else { Key::TextFull })}
            </button>
        </div>
    }
}

/// "1 conflict" or "2 conflicts", with the glyph; nothing where there is none.
#[component]
fn Count(relation: Relation, glyph: Glyph, names: [Key; 2]) -> impl IntoView {
    let words = use_words();
    let text = match use_analysis().model().count(relation) {
        0 => return None,
        1 => words.get(names[0]).to_owned(),
        count => words.fill(names[1], &[&count.to_string()]),
    };
    Some(view! {
        <span>
            <Icon glyph />
            {text}
        </span>
    })
}
