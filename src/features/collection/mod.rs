//! The current collection and those beside it: texts, names, and what is kept.

mod library;
mod text;

use countercheck::collection::Collection;
use countercheck::words::Key;
use leptos::ev::ClipboardEvent;
use leptos::prelude::*;

use crate::browser;
use crate::components::{Dialog, Field, FileChooser, Section};
use crate::i18n::use_words;
use crate::stores::{Removed, use_layout, use_session, use_workspace};
use library::Library;
use text::TextRow;

/// The dialog; its children say whether the work is kept, and `issues` what went wrong. What was changed in it is
/// compared when it closes.
#[component]
pub(crate) fn CollectionDialog(issues: Children, children: Children) -> impl IntoView {
    let layout = use_layout();
    let session = use_session();
    let words = use_words();
    let close = move |()| {
        layout.dialog_was_closed();
        session.analyse();
    };
    view! {
        <Dialog id="collection" name=Key::Collection on_close=close>
            <Texts issues />
            <footer>
                {children()}
                <button class="btn strong" on:click=|_| browser::close_dialog("collection")>
                    {words.get(Key::Compare)}
                </button>
            </footer>
            <Library />
        </Dialog>
    }
}

#[component]
fn Texts(issues: Children) -> impl IntoView {
    let layout = use_layout();
    let workspace = use_workspace();
    let words = use_words();
    let title = move || workspace.saved.with(|saved| saved.collection.title_in(words.language()).to_owned());
    let question = move || {
        workspace.saved.with(|saved| saved.collection.question_in(words.language()).unwrap_or_default().to_owned())
    };
    let set_question = |it: &mut Collection, text: String| it.question = Some(text).filter(|text| !text.is_empty());
    // The browser notes what stands in every field of the page with every entry of the history: none while nobody edits.
    let ids = Memo::new(move |_| {
        if !layout.dialog_is_open() {
            return Vec::new();
        }
        workspace.saved.with(|saved| saved.collection.articles.iter().map(|it| it.id.clone()).collect::<Vec<_>>())
    });
    view! {
        <Section heading=words.get(Key::Texts)>
            <NameField name=Key::Title value=Signal::derive(title) set=|it, title| it.title = title />
            <NameField name=Key::Question value=Signal::derive(question) set=set_question />
            <ul class="own">
                <For each=move || ids.get() key=|id| id.clone() let:id>
                    <TextRow id />
                </For>
            </ul>
            <PutBack />
            {issues()}
            <AddTexts />
        </Section>
    }
}

/// A name of the collection, which can be changed; then it is no longer framed in several languages.
#[component]
fn NameField(name: Key, value: Signal<String>, set: fn(&mut Collection, String)) -> impl IntoView {
    let workspace = use_workspace();
    let change = move |text: String| {
        workspace.change(|saved| {
            saved.collection.framings.clear();
            set(&mut saved.collection, text);
        });
    };
    view! {
        <Field name=use_words().get(name)>
            <input
                maxlength="300"
                prop:value=move || value.get()
                on:input:target=move |event| change(event.target().value())
            />
        </Field>
    }
}

/// What was removed last, and the way back.
#[component]
fn PutBack() -> impl IntoView {
    let workspace = use_workspace();
    let session = use_session();
    let words = use_words();
    let press = move |_| {
        session.put_back();
        browser::focus_soon("#collection .own summary");
    };
    let name = move || match &*workspace.removed.read() {
        None => None,
        Some(Removed::Text(_, article)) => Some(article.id.clone()),
        Some(Removed::Collection(_, item, _)) => Some(item.title.clone()),
    };
    let row = move |name: String| {
        view! {
            <div class="removed">
                <p role="status">{words.fill(Key::RemovedOf, &[&name])}</p>
                <button class="btn" id="put-back" on:click=press>
                    {words.get(Key::Undo)}
                </button>
            </div>
        }
    };
    move || name().map(row)
}

/// Where texts come in.
#[component]
fn AddTexts() -> impl IntoView {
    let session = use_session();
    let words = use_words();
    let pasted = RwSignal::new(String::new());
    let add = move |_| {
        if session.take_paste(&pasted.get_untracked()) {
            pasted.set(String::new());
        }
        browser::focus("#paste");
    };
    view! {
        <div class="drop">
            <Field name=words.get(Key::PasteHere)>
                <textarea
                    id="paste"
                    prop:value=pasted
                    on:paste=move |event: ClipboardEvent| session.refuse_paste(&event)
                    on:input:target=move |event| pasted.set(event.target().value())
                ></textarea>
            </Field>
            <p class="row">
                <button class="btn" on:click=add>
                    {words.get(Key::AddText)}
                </button>
                <FileChooser
                    name=words.get(Key::ChooseFiles)
                    accept=".txt,.md,.html,.htm,.json,text/*"
                    on_choose=move |event| session.take_files(&event)
                />
            </p>
        </div>
    }
}
