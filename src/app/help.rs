//! Settings, all keys, and what this page is, in one dialog.

use countercheck::comparing::Relation;
use countercheck::comparing::wording;
use countercheck::tables;
use countercheck::words::Key;

use super::bar::{closing, keycap, languages, switch, themes};
use super::dom::{El, el, live};
use super::relation::relation;
use super::state::Desk;
use super::web;

const KEYS: [(&[&str], Key); 18] = [
    (&["j", "k"], Key::KeyStep),
    (&["[", "]"], Key::KeySource),
    (&["↑", "↓"], Key::KeyArrows),
    (&["Enter"], Key::KeyEnter),
    (&["Esc"], Key::KeyEscape),
    (&["f"], Key::KeyDrawer),
    (&["r", "t", "l"], Key::KeyViews),
    (&["/"], Key::KeyFind),
    (&["c"], Key::Columns),
    (&["s"], Key::ScrollTogether),
    (&["="], Key::KeyPin),
    (&["o"], Key::Collection),
    (&["e"], Key::Journal),
    (&["x"], Key::Share),
    (&["a"], Key::KeyAdd),
    (&["u", "U"], Key::KeyUndo),
    (&["p"], Key::KeyClass),
    (&["?"], Key::KeyHelp),
];

/// The keys of a lesson.
pub(crate) const CLASS_KEYS: [(&[&str], Key); 9] = [
    (&["←", "→"], Key::KeyStepOf),
    (&["1", "–", "7"], Key::KeyHands),
    (&["Shift", "1"], Key::KeyLess),
    (&["A", "–", "Z"], Key::KeyAlone),
    (&["Enter"], Key::KeyDisagree),
    (&["Tab"], Key::KeyNextBlank),
    (&["0"], Key::KeyTime),
    (&["."], Key::KeyBlank),
    (&["Esc"], Key::KeyEnd),
];

/// The dialog; it is opened through [`Desk::open_dialog`], as all are.
pub(crate) fn help(desk: Desk) -> El {
    let words = desk.words();
    let settings = section(words.get(Key::Settings))
        .child(setting(desk, Key::Language, languages(desk)))
        .child(setting(desk, Key::Theme, themes(desk)))
        .child(setting(desk, Key::LetterKeys, letters(desk)));
    let table = |name: Key, keys: &[(&[&str], Key)]| {
        let keys = keys.iter().map(|(keys, does)| key(keys, words.get(*does)));
        section(words.get(name)).child(el("dl", "").children(keys))
    };
    let gloss = |it: Relation| {
        let meaning = el("dd", "").text(words.get(wording::gloss(it)));
        el("div", "").child(el("dt", "").child(relation(words, it))).child(meaning)
    };
    let glosses = el("dl", "glosses").children(Relation::ALL.into_iter().map(gloss));
    dialog(desk, "help", Key::Help)
        .child(settings)
        .child(section(words.get(Key::HowTheyRelate)).child(glosses))
        .child(table(Key::Keys, &KEYS))
        .child(table(Key::Class, &CLASS_KEYS))
        .put(live(move || {
            desk.track_model();
            about(desk).view()
        }))
}

/// The version, the texts at hand and how new they are, and whose work the page is.
fn about(desk: Desk) -> El {
    let (words, model) = (desk.words(), desk.model());
    let collection = &model.collection;
    let newest = collection.articles.iter().filter_map(|article| article.date).max_by_key(|date| date.last_day());
    let newest = newest.map_or_else(|| words.get(Key::Undated).to_owned(), |date| wording::date(words, date));
    let texts = [collection.title_in(words.language()), &collection.articles.len().to_string(), &newest];
    let line = |key: Key, values: &[&str]| el("p", "").text(&words.fill(key, values));
    let licences = tables::licences()
        .map(|(licence, crates)| el("div", "").child(el("dt", "").text(licence)).child(el("dd", "").text(crates)));
    let parts = el("details", "")
        .child(el("summary", "").text(words.get(Key::AboutParts)))
        .child(el("dl", "").children(licences));
    section(words.get(Key::About))
        .child(line(Key::AboutVersion, &[env!("CARGO_PKG_VERSION")]))
        .child(line(Key::AboutTexts, &texts))
        .child(parts)
}

/// A dialog over everything, with its name and a button that closes it.
pub(crate) fn dialog(desk: Desk, id: &'static str, name: Key) -> El {
    let words = desk.words();
    let title = format!("{id}-title");
    let close = closing(words).press(move || web::close_dialog(id));
    let head =
        el("header", "").child(el("h2", "").attr("id", &title).text(words.get(name))).child(close.child(keycap("Esc")));
    el("dialog", "pop")
        .attr("id", id)
        .attr("aria-labelledby", &title)
        .attr("closedby", "any")
        .on("close", move |_| desk.dialog_was_closed())
        .child(head)
}

/// A part of a dialog.
pub(crate) fn section(heading: &str) -> El {
    el("section", "").child(el("h3", "").text(heading))
}

fn letters(desk: Desk) -> El {
    let choose = |desk: Desk, i: usize| desk.set_letter_keys(i == 0);
    switch(desk, Key::LetterKeys, &[Key::On, Key::Off], |desk| usize::from(!desk.letter_keys()), choose)
}

/// A control with its name before it.
pub(crate) fn setting(desk: Desk, label: Key, control: El) -> El {
    el("p", "setting").child(el("span", "").text(desk.words().get(label))).child(control)
}

/// Keys beside each other; a dash stands for those between.
pub(crate) fn capped(keys: &[&str]) -> El {
    let keys = keys.iter().map(|key| el(if *key == "–" { "span" } else { "kbd" }, "").text(key));
    el("span", "keycaps").children(keys)
}

fn key(keys: &[&str], does: &str) -> El {
    el("div", "").child(el("dt", "").child(capped(keys))).child(el("dd", "").text(does))
}
