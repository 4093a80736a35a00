//! Settings and all keys, in one dialog.

use countercheck::words::Key;
use leptos::prelude::*;

use super::bar::{languages, switch, themes};
use super::icon::{self, icon};
use super::state::Desk;
use super::web;

const KEYS: [(&[&str], Key); 7] = [
    (&["j", "k"], Key::KeyStep),
    (&["[", "]"], Key::KeySource),
    (&["↑", "↓"], Key::KeyArrows),
    (&["Enter"], Key::KeyEnter),
    (&["Esc"], Key::KeyEscape),
    (&["f"], Key::KeyDrawer),
    (&["?"], Key::KeyHelp),
];

/// The dialog; it is opened through [`Desk::open_help`].
pub(crate) fn help(desk: Desk) -> AnyView {
    let words = desk.words();
    let close = |_| web::close_dialog("help");
    view! {
        <dialog class="pop" id="help" aria-labelledby="help-title" closedby="any" on:close=move |_| desk.help_was_closed()>
            <header>
                <h2 id="help-title">{words.get(Key::Help)}</h2>
                <button class="btn quiet" aria-label=words.get(Key::Close) on:click=close>
                    {icon(icon::CLOSE)} <kbd>"Esc"</kbd>
                </button>
            </header>
            <section>
                <h3>{words.get(Key::Settings)}</h3>
                {setting(Key::Language, languages(desk), desk)}
                {setting(Key::Theme, themes(desk), desk)}
                {setting(Key::LetterKeys, letters(desk), desk)}
            </section>
            <section>
                <h3>{words.get(Key::Keys)}</h3>
                <dl>{KEYS.iter().map(|(keys, does)| key(keys, words.get(*does))).collect::<Vec<_>>()}</dl>
            </section>
        </dialog>
    }
    .into_any()
}

fn letters(desk: Desk) -> AnyView {
    let words = desk.words();
    let names = vec![words.get(Key::On), words.get(Key::Off)];
    let choose = |desk: Desk, i: usize| desk.set_letter_keys(i == 0);
    switch(words.get(Key::LetterKeys), names, move || usize::from(!desk.letter_keys()), choose, desk)
}

fn setting(label: Key, control: AnyView, desk: Desk) -> AnyView {
    view! { <p class="setting"><span>{desk.words().get(label)}</span> {control}</p> }.into_any()
}

fn key(keys: &[&'static str], does: &'static str) -> AnyView {
    let keys: Vec<_> = keys.iter().map(|&key| view! { <kbd>{key}</kbd> }).collect();
    view! {
        <div>
            <dt>{keys}</dt>
            <dd>{does}</dd>
        </div>
    }
    .into_any()
}
