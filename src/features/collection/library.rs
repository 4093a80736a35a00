//! The collections on the device.

use countercheck::words::Key;
use countercheck::work::saved::Saved;
use leptos::prelude::*;

use crate::browser;
use crate::components::{Glyph, Icon, Section, glyphs};
use crate::i18n::use_words;
use crate::stores::{LibraryItem, SaveStatus, use_session, use_workspace};

/// The list, and the ways to a new collection.
#[component]
pub(super) fn Library() -> impl IntoView {
    let workspace = use_workspace();
    let session = use_session();
    let words = use_words();
    let rows = move || {
        let at_hand = workspace.id.get();
        let items = workspace.library.get().into_iter();
        items.map(|item| view! { <ItemRow is_at_hand=item.id == at_hand item /> }).collect_view()
    };
    let copy = move |_| {
        let title = untrack(|| workspace.saved.with(|saved| saved.collection.title.clone()));
        session.duplicate(words.fill(Key::CopyOf, &[&title]));
    };
    let practise = move |_| {
        session.open_practice();
        browser::close_dialog("collection");
    };
    view! {
        <Section heading=words.get(Key::OnThisDevice)>
            <ul class="shelf">{rows}</ul>
            <p class="row">
                <button
                    class="btn"
                    id="new-collection"
                    on:click=move |_| session.add_work(Saved::default(), SaveStatus::Waiting)
                >
                    {words.get(Key::NewCollection)}
                </button>
                <button class="btn" id="duplicate" on:click=copy>
                    {words.get(Key::Duplicate)}
                </button>
                <button class="btn" id="shipped" on:click=move |_| session.open_shipped(&browser::shipped())>
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
    let workspace = use_workspace();
    let session = use_session();
    let words = use_words();
    let title = if item.title.is_empty() { words.get(Key::Untitled).to_owned() } else { item.title };
    let id = StoredValue::new(item.id);
    let action = |name: Key, glyph: Glyph, act: Callback<String>| {
        view! { <ItemAction id=id.get_value() title=title.clone() name glyph act /> }
    };
    let delete = move |id: String| {
        session.delete_work(&id);
        browser::focus_soon("#put-back");
    };
    view! {
        <li>
            <button
                class="open"
                aria-current=is_at_hand.then_some("true")
                on:click=move |_| session.open_work(&id.get_value())
            >
                {title.clone()}
            </button>
            {action(Key::ColumnEarlier, glyphs::UP, Callback::new(move |id: String| workspace.move_work(&id, false)))}
            {action(Key::ColumnLater, glyphs::DOWN, Callback::new(move |id: String| workspace.move_work(&id, true)))}
            {action(Key::Delete, glyphs::CLOSE, Callback::new(delete))}
        </li>
    }
}

/// Does something with a collection; focus stays on the button, wherever it goes.
#[component]
fn ItemAction(id: String, title: String, name: Key, glyph: Glyph, act: Callback<String>) -> impl IntoView {
    let label = [use_words().get(name), ": ", &title].concat();
    let place = format!("{id}-{}", name.code());
    let selector = browser::with("data-act", &place);
    let press = move |_| {
        act.run(id.clone());
        browser::focus_later(selector.clone());
    };
    view! {
        <button class="btn quiet" aria-label=label data-act=place on:click=press>
            <Icon glyph />
        </button>
    }
}
