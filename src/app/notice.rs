//! Notes above the columns: what the texts speak of, and a link that leads nowhere.

use countercheck::words::Key;
use leptos::prelude::*;

use super::icon::{self, icon};
use super::state::Desk;

/// The content note, until it is read.
pub(crate) fn content(desk: Desk) -> AnyView {
    let note = desk.model().collection.content_note.clone();
    let is_open = Memo::new({
        let has_note = note.is_some();
        move |_| has_note && !desk.note_is_read()
    });
    let words = desk.words();
    let note = StoredValue::new(note);
    view! {
        <Show when=move || is_open.get()>
            <aside class="notice" aria-label=words.get(Key::ContentNote)>
                {icon(icon::WARNING)} <p>{note.get_value()}</p>
                <button class="btn" on:click=move |_| desk.read_note()>
                    {words.get(Key::Understood)}
                </button>
            </aside>
        </Show>
    }
    .into_any()
}

/// A sentence about an address that names nothing here.
pub(crate) fn lost(desk: Desk) -> AnyView {
    let is_lost = Memo::new(move |_| desk.is_lost());
    let words = desk.words();
    view! {
        <Show when=move || is_lost.get()>
            <div class="notice" role="status" data-lost="">
                {icon(icon::WARNING)} <p>{words.get(Key::LinkUnknown)}</p>
                <button class="btn" on:click=move |_| desk.forget_address()>
                    {words.get(Key::Close)}
                </button>
            </div>
        </Show>
    }
    .into_any()
}
