//! The journal: every correction with who, when and what; what is undone, and what has lost its place.

use countercheck::words::Key;
use countercheck::work::journal::{Act, Change, Entry, Orphan, Standing};
use leptos::prelude::*;

use crate::browser;
use crate::components::{Dialog, Field, Section, pressed};
use crate::i18n::use_words;
use crate::stores::{use_analysis, use_layout, use_session, use_workspace};

/// The dialog.
#[component]
pub(crate) fn JournalDialog() -> impl IntoView {
    let analysis = use_analysis();
    let layout = use_layout();
    let workspace = use_workspace();
    let session = use_session();
    let words = use_words();
    let entries = Memo::new(move |_| workspace.saved.with(|saved| saved.journal.clone()));
    let rows = move || {
        analysis.track_model();
        let journal = entries.get();
        let in_force = journal.in_force();
        let rows = journal.entries().iter().enumerate().rev();
        rows.map(|(index, entry)| view! { <EntryRow index entry=entry.clone() is_in_force=in_force[index] /> })
            .collect_view()
    };
    let remember_name = move |name: String| browser::store("name", &name);
    view! {
        <Dialog id="journal" name=Key::Journal on_close=move |()| layout.dialog_was_closed()>
            <Section heading=words.get(Key::Corrections)>
                <p class="row">
                    <StepButton name=Key::Undo again=false />
                    <StepButton name=Key::Redo again=true />
                    <button
                        class="btn"
                        aria-pressed=move || pressed(workspace.raw.get())
                        on:click=move |_| session.toggle_raw()
                    >
                        {words.get(Key::ShowProgram)}
                    </button>
                </p>
                <p hidden=move || { workspace.corrections() > 0 }>{words.get(Key::JournalNone)}</p>
                <ol class="journal">{rows}</ol>
            </Section>
            <Section heading=words.get(Key::Settings)>
                <Field name=words.get(Key::YourName)>
                    <input
                        prop:value=browser::stored("name").unwrap_or_default()
                        on:input:target=move |event| remember_name(event.target().value())
                    />
                </Field>
            </Section>
        </Dialog>
    }
}

/// Undoes the last correction, or does it again.
#[component]
fn StepButton(name: Key, again: bool) -> impl IntoView {
    let workspace = use_workspace();
    let session = use_session();
    let is_possible = move || {
        let saved = workspace.saved.read();
        if again { saved.journal.can_redo() } else { saved.journal.can_undo() }
    };
    view! {
        <button
            class="btn"
            data-act=name.code()
            aria-disabled=move || pressed(!is_possible())
            on:click=move |_| session.undo(again)
        >
            {use_words().get(name)}
        </button>
    }
}

#[component]
fn EntryRow(index: usize, entry: Entry, is_in_force: bool) -> impl IntoView {
    let analysis = use_analysis();
    let session = use_session();
    let words = use_words();
    let model = analysis.model();
    let standing = match entry.standing {
        Standing::Done if is_in_force => None,
        Standing::Done => Some(Key::TakenBack),
        Standing::Undone | Standing::Dropped => Some(Key::Undone),
    };
    let lost = model.corrected.orphans.iter().find(|orphan| orphan.entry == index);
    let lost = lost.map(|Orphan { loss, .. }| view! { <small>{words.get(loss.key())}</small> });
    let reason = Some(entry.change.words.clone()).filter(|_| matches!(entry.change.act, Act::Relate(_)));
    let reason = reason.filter(|words| !words.is_empty()).map(|reason| view! { <q>{reason}</q> });
    let who = [entry.by.as_str(), &browser::day_and_time(entry.at)].join(" ");
    let sentence = entry.change.sentence(words);
    let take_back = (is_in_force && !matches!(entry.change.act, Act::Withdraw(_))).then(|| {
        let label = [words.get(Key::TakeBack), ": ", &sentence].concat();
        let press = move |_| {
            session.correct_by(Change::withdraw(index));
            browser::focus_soon("#journal [data-act]");
        };
        view! {
            <button class="btn quiet" aria-label=label on:click=press>
                {words.get(Key::TakeBack)}
            </button>
        }
    });
    view! {
        <li class=if is_in_force { "" } else { "is-off" }>
            <div>
                <span>{sentence.clone()}</span>
                {reason}
                <small class="num">{who.trim().to_owned()}</small>
                {standing.map(|key| view! { <small>{words.get(key)}</small> })}
                {lost}
            </div>
            {take_back}
        </li>
    }
}
