//! The bars: name and switches above, the question over the columns, the buttons below on the phone.

use countercheck::comparing::Relation;
use countercheck::desk::View;
use countercheck::words::{Key, Words};
use leptos::prelude::*;

use super::dom::{El, el};
use super::icon::{self, Icon, icon, logo};
use super::kept;
use super::state::{Desk, LANGUAGE_NAMES, LANGUAGES};

/// A row of buttons of which one is pressed: `options` in order, `pressed` their index.
pub(crate) fn switch(
    desk: Desk,
    label: Key,
    options: &[Key],
    pressed: fn(Desk) -> usize,
    press: fn(Desk, usize),
) -> El {
    let words = desk.words();
    let button = |(i, option): (usize, &Key)| {
        el("button", "")
            .attr_of("lang", LANGUAGE_NAMES.iter().position(|name| name == option).map(|i| LANGUAGES[i].code()))
            .state("aria-pressed", move || pressed(desk) == i)
            .press(move || press(desk, i))
            .text(words.get(*option))
    };
    el("span", "seg")
        .attr("role", "group")
        .attr("aria-label", words.get(label))
        .children(options.iter().enumerate().map(button))
}

/// The switch of the interface's language.
pub(crate) fn languages(desk: Desk) -> El {
    switch(desk, Key::Language, &LANGUAGE_NAMES, |desk| desk.language.get(), Desk::set_language)
}

const THEME_NAMES: [Key; 3] = [Key::ThemeSystem, Key::ThemeLight, Key::ThemeDark];

/// The switch of the theme.
pub(crate) fn themes(desk: Desk) -> El {
    switch(desk, Key::Theme, &THEME_NAMES, |desk| desk.theme.get(), Desk::set_theme)
}

/// The top bar, with links past it for the keyboard.
pub(crate) fn top(desk: Desk, links: [El; 2]) -> El {
    let (model, words) = (desk.model(), desk.words());
    let help =
        |class: &str| el("button", class).attr("aria-haspopup", "dialog").press(move || desk.open_dialog("help"));
    let brand = el("div", "brand")
        .child(logo())
        .child(el("strong", "").text(words.get(Key::Brand)))
        .child(el("h1", "").text(model.collection.title_in(words.language())));
    let count = move || match desk.corrections() {
        0 => String::new(),
        count => count.to_string(),
    };
    let journal = opener(desk, "journal", icon::PENCIL, Key::Journal).child(el("span", "num").live_text(count));
    let acts = el("div", "acts")
        .child(kept::status_in_bar(desk))
        .child(opener(desk, "collection", icon::COLLECTION, Key::Collection))
        .child(journal)
        .child(opener(desk, "share", icon::SHARE, Key::Share))
        .child(opener(desk, "columns", icon::COLUMNS, Key::Columns))
        .child(languages(desk))
        .child(help("btn quiet help").text(words.get(Key::Help)).child(keycap("?")))
        .child(help("btn quiet menu").child(icon(icon::MENU)).text(words.get(Key::Menu)));
    el("header", "top").children(links).child(drawer(desk)).child(brand).child(views(desk)).child(acts)
}

/// The switch of the views.
fn views(desk: Desk) -> El {
    let words = desk.words();
    let button = |(view, name, letter): (View, Key, &str)| {
        el("button", "")
            .live("aria-current", move || (desk.view() == view).then(|| "page".to_owned()))
            .press(move || desk.turn_to(view))
            .text(words.get(name))
            .child(keycap(letter))
    };
    let views = [
        (View::Read, Key::ViewRead, "r"),
        (View::Table, Key::ViewTable, "t"),
        (View::Timeline, Key::ViewTimeline, "l"),
    ];
    let class = el("button", "")
        .attr("id", "open-class")
        .attr("aria-haspopup", "dialog")
        .press(move || desk.open_class())
        .text(words.get(Key::Class))
        .child(keycap("p"));
    el("nav", "seg views")
        .attr("aria-label", words.get(Key::View))
        .class("has-keys", move || desk.letter_keys())
        .children(views.map(button))
        .child(class)
}

/// A key, shown beside what it does; the name of the button has no need of it.
pub(crate) fn keycap(key: &str) -> El {
    el("kbd", "").attr("aria-hidden", "true").text(key)
}

/// A button that closes what the key Esc closes, with both in its name.
pub(crate) fn closing(words: Words) -> El {
    let name = format!("{}, Esc", words.get(Key::Close));
    el("button", "btn quiet").attr("aria-label", &name).child(icon(icon::CLOSE))
}

/// Opens the dialog of that name.
fn opener(desk: Desk, dialog: &'static str, face: Icon, name: Key) -> El {
    el("button", &["btn quiet ", dialog].concat())
        .attr("aria-haspopup", "dialog")
        .press(move || desk.open_dialog(dialog))
        .child(icon(face))
        .text(desk.words().get(name))
}

/// Opens the list of figures, where it is a drawer.
fn drawer(desk: Desk) -> El {
    el("button", "btn figures")
        .attr("id", "open-figures")
        .state("aria-expanded", move || desk.drawer_is_open())
        .press(move || desk.toggle_drawer())
        .child(icon(icon::LIST))
        .text(desk.words().get(Key::Figures))
        .child(el("span", "num").text(&desk.model().len().to_string()))
}

/// The question, and how the texts are shown.
pub(crate) fn question(desk: Desk) -> El {
    let words = desk.words();
    let marks = [Key::MarksPlain, Key::MarksFigures, Key::MarksRelations];
    let texts = [Key::TextFull, Key::TextPassages, Key::TextSentences];
    let labelled = |label: Key, control: El| el("span", "lab").text(words.get(label)).child(control);
    let marks = switch(desk, Key::Marks, &marks, |desk| desk.marks.get(), |desk, i| desk.marks.set(i));
    let texts = switch(desk, Key::Text, &texts, |desk| desk.texts.get(), |desk, i| desk.texts.set(i));
    el("div", "bar")
        .child(el("p", "ask").text(desk.model().collection.question_in(words.language()).unwrap_or_default()))
        .child(el("div", "opts").child(labelled(Key::Marks, marks)).child(labelled(Key::Text, texts)))
}

/// The buttons at the foot of a small screen.
pub(crate) fn foot(desk: Desk) -> El {
    let words = desk.words();
    let title = words.fill(Key::FiguresTotal, &[&desk.model().len().to_string()]);
    let text = move || words.get(if desk.shows_all() { Key::TextPassages } else { Key::TextFull }).to_owned();
    let label = el("span", "").child(el("b", "").text(&title)).child(el("small", "").children(tally(desk)));
    let figures = el("button", "btn figures").attr("id", "open-figures-below").press(move || desk.toggle_drawer());
    let texts = el("button", "btn").press(move || desk.toggle_all());
    el("div", "foot-bar").child(figures.child(label).child(icon(icon::RIGHT))).child(texts.live_text(text))
}

/// "1 conflict, 2 unexplained", with their glyphs; what there is none of is left out.
fn tally(desk: Desk) -> Vec<El> {
    let (model, words) = (desk.model(), desk.words());
    let part = |glyph, relation, one, several| match model.count(relation) {
        0 => None,
        1 => Some(el("span", "").child(icon(glyph)).text(words.get(one))),
        n => Some(el("span", "").child(icon(glyph)).text(&words.fill(several, &[&n.to_string()]))),
    };
    let conflicts = part(icon::CONFLICT, Relation::Conflict, Key::ConflictsOne, Key::Conflicts);
    let unexplained = part(icon::UNEXPLAINED, Relation::Unexplained, Key::UnexplainedOne, Key::UnexplainedFew);
    conflicts.into_iter().chain(unexplained).collect()
}
