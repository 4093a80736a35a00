//! The app: views over the library. It computes no meaning; what a figure is and how two relate comes from
//! [`countercheck::compare`], how they are put in words from [`countercheck::wording`].
//!
//! A view is a function of a [`state::Desk`], the handle to all signals.

mod align;
mod bar;
mod columns;
mod dock;
mod help;
mod icon;
mod keys;
mod layout;
mod line;
mod model;
mod notice;
mod rail;
mod relation;
mod source;
mod state;
mod text;
mod web;

use countercheck::compare::Relation;
use countercheck::words::Key;
use countercheck::{shipped, wording};
use leptos::prelude::*;

use state::{Desk, LANGUAGES, MARKS, THEMES};

/// Puts the app on the page and says when it is drawn, by the attribute `data-ready` of the root element.
pub(crate) fn mount() {
    leptos::mount::mount_to_body(|| {
        let desk = Desk::open(shipped::collection());
        desk.listen();
        keys::listen(desk);
        dress(desk);
        align::follow(desk);
        move || page(desk, LANGUAGES[desk.language.get()].code())
    });
    web::next_frame(|| web::next_frame(|| web::set_root("data-ready", Some(""))));
}

/// What lies outside of the app's own elements: theme, language and title of the page.
fn dress(desk: Desk) {
    Effect::new(move |_| {
        let theme = desk.theme.get();
        web::set_root("data-theme", (theme > 0).then_some(THEMES[theme]));
    });
    Effect::new(move |_| web::set_root("lang", Some(LANGUAGES[desk.language.get()].code())));
    Effect::new(move |_| {
        let model = desk.model();
        let name = desk.chosen().map_or(model.collection.title.clone(), |rank| model.quantity(rank).label.clone());
        web::set_title(&format!("{name} · Countercheck"));
    });
}

fn page(desk: Desk, language: &'static str) -> AnyView {
    view! {
        {skip(desk)}
        <div
            class=move || frame_class(desk)
            lang=language
            data-marks=move || MARKS[desk.marks.get()]
        >
            {bar::top(desk)}
            {notice::content(desk)}
            {notice::lost(desk)}
            {rail::rail(desk)}
            <button class="scrim" tabindex="-1" aria-hidden="true" on:click=move |_| desk.toggle_drawer()></button>
            <main class="main" id="texts" tabindex="-1" aria-label=desk.words().get(Key::Texts) inert=move || desk.drawer_is_open()>
                {bar::question(desk)}
                {columns::tabs(desk)}
                {columns::columns(desk)}
                {dock::dock(desk)}
                {bar::foot(desk)}
            </main>
            <p class="vh" role="status">{move || desk.chosen().map(|rank| spoken(desk, rank))}</p>
        </div>
        {help::help(desk)}
    }
    .into_any()
}

fn frame_class(desk: Desk) -> String {
    format!("app {}{}", desk.layout().classes(), if desk.chosen().is_some() { " is-chosen" } else { "" })
}

/// Links for the keyboard, past the bars. They move focus only: the fragment of the address holds the choice.
fn skip(desk: Desk) -> AnyView {
    let link = |key: Key, id: &'static str| {
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            web::focus(id);
        };
        view! { <a class="skip" href=format!("#{id}") on:click=go>{desk.words().get(key)}</a> }
    };
    view! { {link(Key::SkipFigures, "figures")} {link(Key::SkipTexts, "texts")} }.into_any()
}

/// The choice in one sentence: "Deaths in the unrest: Both can be true. A at least 27, C 28; silent: B, D."
fn spoken(desk: Desk, rank: usize) -> String {
    let (model, words) = (desk.model(), desk.words());
    let quantity = model.quantity(rank);
    let figure = |key: &countercheck::compare::ClaimKey| {
        let article = model.article(key.article);
        format!("{} {}", article.id, wording::figure(&article.text, model.claim(*key)))
    };
    let figures = quantity.members.iter().map(figure).collect::<Vec<_>>().join(", ");
    let silent: Vec<&str> = quantity.silent.iter().map(|&i| model.article(i).id.as_str()).collect();
    let all = match silent.as_slice() {
        [] => figures,
        silent => words.fill(Key::SpokenSilent, &[&figures, &silent.join(", ")]),
    };
    let relation: Relation = model.relation(rank);
    words.fill(Key::Spoken, &[&quantity.label, words.get(wording::relation(relation)), &all])
}
