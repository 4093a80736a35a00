//! The collections on the device.

use countercheck::words::Key;
use countercheck::work::saved::Saved;
use leptos::prelude::*;

use crate::browser;
use crate::components::{Glyph, Icon, Section, glyphs};
use crate::i18n::use_words;
use crate::stores::{Desk, LibraryItem, SaveStatus, use_desk};

/// The list, and the ways to a new collection.
#[component]
pub(super) fn Library() -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let rows = move || {
        let at_hand = desk.work.id.get();
        let items = desk.work.shelf.get().into_iter();
        items.map(|item| view! { <ItemRow is_at_hand=item.id == at_hand item /> }).collect_view()
    };
    let copy = move |_| {
        let title = untrack(|| desk.work.saved.with(|saved| saved.collection.title.clone()));
        desk.duplicate(words.fill(Key::CopyOf, &[&title]));
    };
    let practise = move |_| {
        desk.practise();
        browser::close_dialog("collection");
    };
    view! {
        <Section heading=words.get(Key::OnThisDevice)>
            <ul class="shelf">{rows}</ul>
            <p class="row">
                <button
                    class="btn"
                    id="new-collection"
                    on:click=move |_| desk.add_work(Saved::default(), SaveStatus::Waiting)
                >
                    {words.get(Key::NewCollection)}
                </button>
                <button class="btn" id="duplicate" on:click=copy>
                    {words.get(Key::Duplicate)}
                </button>
                <button class="btn" id="shipped" on:click=move |_| desk.open_shipped(&browser::shipped())>
                    {words.get(Key::ShippedCollection)}
                </button>
                <button class="btn" id="practice" on:click=practise>
                    {words.get(Key::PracticeCollection)}
                </button>
            </p>
        </Section>
    }
}

#[component]
fn ItemRow(item: LibraryItem, is_at_hand: bool) -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let title = if item.title.is_empty() { words.get(Key::Untitled).to_owned() } else { item.title };
    let id = StoredValue::new(item.id);
    let action = |name: Key, glyph: Glyph, act: fn(Desk, &str)| {
        view! { <ItemAction id=id.get_value() title=title.clone() name glyph act /> }
    };
    let delete = |desk: Desk, id: &str| {
        desk.delete_work(id);
        browser::focus_soon("#put-back");
    };
    view! {
        <li>
            <button
                class="open"
                aria-current=is_at_hand.then_some("true")
                on:click=move |_| desk.open_work(&id.get_value())
            >
                {title.clone()}
            </button>
            {action(Key::ColumnEarlier, glyphs::UP, |desk, id| desk.move_work(id, false))}
            {action(Key::ColumnLater, glyphs::DOWN, |desk, id| desk.move_work(id, true))}
            {action(Key::Delete, glyphs::CLOSE, delete)}
        </li>
    }
}

/// Does something with a collection; focus stays on the button, wherever it goes.
#[component]
fn ItemAction(id: String, title: String, name: Key, glyph: Glyph, act: fn(Desk, &str)) -> impl IntoView {
    let desk = use_desk();
    let label = [use_words().get(name), ": ", &title].concat();
    let place = format!("{id}-{}", name.code());
    let selector = browser::with("data-act", &place);
    let press = move |_| {
        act(desk, &id);
        browser::focus_later(selector.clone());
    };
    view! {
        <button class="btn quiet" aria-label=label data-act=place on:click=press>
            <Icon glyph />
        </button>
    }
}
