//! The bars: name and switches above, the question over the columns, the buttons below on the phone.

use countercheck::compare::Relation;
use countercheck::words::Key;
use leptos::prelude::*;

use super::icon::{self, icon, logo};
use super::state::{Desk, THEMES};

/// A row of buttons of which one is pressed.
pub(crate) fn switch(
    label: &'static str,
    options: Vec<&'static str>,
    pressed: impl Fn() -> usize + Copy + Send + Sync + 'static,
    press: fn(Desk, usize),
    desk: Desk,
) -> AnyView {
    let button = |(i, option): (usize, &'static str)| {
        view! {
            <button aria-pressed=move || if pressed() == i { "true" } else { "false" } on:click=move |_| press(desk, i)>
                {option}
            </button>
        }
    };
    view! {
        <span class="seg" role="group" aria-label=label>
            {options.into_iter().enumerate().map(button).collect::<Vec<_>>()}
        </span>
    }
    .into_any()
}

/// The switch of the interface's language.
pub(crate) fn languages(desk: Desk) -> AnyView {
    let words = desk.words();
    let names = vec![words.get(Key::English), words.get(Key::Spanish)];
    switch(words.get(Key::Language), names, move || desk.language.get(), Desk::set_language, desk)
}

/// The switch of the theme.
pub(crate) fn themes(desk: Desk) -> AnyView {
    let words = desk.words();
    let names = [Key::ThemeSystem, Key::ThemeLight, Key::ThemeDark].map(|key| words.get(key)).to_vec();
    switch(words.get(Key::Theme), names, move || desk.theme.get(), Desk::set_theme, desk)
}

/// The top bar.
pub(crate) fn top(desk: Desk) -> AnyView {
    let words = desk.words();
    let model = desk.model();
    let next_theme = move |_| desk.set_theme((desk.theme.get_untracked() + 1) % THEMES.len());
    let theme = move || words.get([Key::ThemeSystem, Key::ThemeLight, Key::ThemeDark][desk.theme.get()]);
    view! {
        <header class="top">
            <button
                class="btn figures"
                id="open-figures"
                aria-expanded=move || if desk.drawer_is_open() { "true" } else { "false" }
                on:click=move |_| desk.toggle_drawer()
            >
                {icon(icon::LIST)} {words.get(Key::Figures)} <span class="num">{model.len()}</span>
            </button>
            <div class="brand">
                {logo()} <strong>{words.get(Key::Brand)}</strong> <h1>{model.collection.title.clone()}</h1>
            </div>
            <div class="acts">
                {languages(desk)}
                <button class="btn quiet theme" aria-label=move || format!("{}: {}", words.get(Key::Theme), theme()) on:click=next_theme>
                    {icon(icon::THEME)} {theme}
                </button>
                <button class="btn quiet help" aria-haspopup="dialog" on:click=move |_| desk.open_help()>
                    {words.get(Key::Help)} <kbd>"?"</kbd>
                </button>
                <button class="btn quiet menu" aria-haspopup="dialog" on:click=move |_| desk.open_help()>
                    {icon(icon::MENU)} {words.get(Key::Menu)}
                </button>
            </div>
        </header>
    }
    .into_any()
}

/// The question, and how the texts are shown.
pub(crate) fn question(desk: Desk) -> AnyView {
    let words = desk.words();
    let marks = [Key::MarksPlain, Key::MarksFigures, Key::MarksRelations].map(|key| words.get(key)).to_vec();
    let texts = vec![words.get(Key::TextFull), words.get(Key::TextPassages)];
    let choose_text = |desk: Desk, i: usize| desk.full_text.set(i == 0);
    view! {
        <div class="bar">
            <p class="ask">{desk.model().collection.question.clone()}</p>
            <div class="opts">
                <span class="lab">
                    {words.get(Key::Marks)}
                    {switch(words.get(Key::Marks), marks, move || desk.marks.get(), |desk, i| desk.marks.set(i), desk)}
                </span>
                <span class="lab">
                    {words.get(Key::Text)}
                    {switch(words.get(Key::Text), texts, move || usize::from(!desk.full_text.get()), choose_text, desk)}
                </span>
            </div>
        </div>
    }
    .into_any()
}

/// The buttons at the foot of a small screen.
pub(crate) fn foot(desk: Desk) -> AnyView {
    let words = desk.words();
    let model = desk.model();
    let title = words.fill(Key::FiguresTotal, &[&model.len().to_string()]);
    let text = move || words.get(if desk.full_text.get() { Key::TextPassages } else { Key::TextFull });
    view! {
        <div class="foot-bar">
            <button class="btn figures" on:click=move |_| desk.toggle_drawer()>
                <span>
                    <b>{title}</b>
                    <small>{tally(desk)}</small>
                </span>
                {icon(icon::RIGHT)}
            </button>
            <button class="btn" on:click=move |_| desk.full_text.update(|full| *full = !*full)>
                {text}
            </button>
        </div>
    }
    .into_any()
}

/// "1 conflict, 2 unexplained", with their glyphs; what there is none of is left out.
fn tally(desk: Desk) -> Vec<AnyView> {
    let (model, words) = (desk.model(), desk.words());
    let count = |relation| (0..model.len()).filter(|&rank| model.relation(rank) == relation).count();
    let conflicts = match count(Relation::Conflict) {
        0 => None,
        1 => Some(words.get(Key::ConflictsOne).to_owned()),
        n => Some(words.fill(Key::Conflicts, &[&n.to_string()])),
    };
    let unexplained = match count(Relation::Unexplained) {
        0 => None,
        n => Some(words.fill(Key::UnexplainedFew, &[&n.to_string()])),
    };
    let part = |(glyph, text): (icon::Icon, Option<String>)| {
        text.map(|text| view! { <span>{icon(glyph)} {text}</span> }.into_any())
    };
    [(icon::CONFLICT, conflicts), (icon::UNEXPLAINED, unexplained)].into_iter().filter_map(part).collect()
}
