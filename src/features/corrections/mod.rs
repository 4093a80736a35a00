//! Corrections: a figure is corrected, struck, added, lined up otherwise; a relation is set; a quantity is renamed,
//! merged or split. Each is an entry of the journal, and each can be undone.

mod figure;
mod journal;
mod pair;
mod quantity;
mod targets;

pub(crate) use journal::JournalDialog;
pub(crate) use pair::PairForm;

use countercheck::words::Key;
use countercheck::work::journal::Change;
use leptos::prelude::*;

use crate::components::Dialog;
use crate::i18n::use_words;
use crate::stores::{CorrectionTarget, use_layout, use_selection, use_session};
use figure::{AdditionForm, FigureForm};
use quantity::QuantityForm;

/// The dialog; what it is about is set before it opens.
#[component]
pub(crate) fn CorrectionDialog() -> impl IntoView {
    let layout = use_layout();
    let selection = use_selection();
    let form = move || match selection.correction.get() {
        Some(CorrectionTarget::Figure(key)) => view! { <FigureForm key /> }.into_any(),
        Some(CorrectionTarget::New(article, claim)) => view! { <AdditionForm article claim=*claim /> }.into_any(),
        Some(CorrectionTarget::Pair(a, b)) => view! { <PairForm a b /> }.into_any(),
        Some(CorrectionTarget::Quantity(rank)) => view! { <QuantityForm rank /> }.into_any(),
        None => ().into_any(),
    };
    view! {
        <Dialog id="disagree" name=Key::Disagree on_close=move |()| layout.dialog_was_closed()>
            {form}
        </Dialog>
    }
}

/// A button that makes an entry of the journal, where there is something to say.
#[component]
fn CorrectionButton<F>(
    name: Key,
    /// What focus and tests find the button by.
    #[prop(optional)]
    act: Option<&'static str>,
    #[prop(optional)] is_strong: bool,
    change: F,
) -> impl IntoView
where
    F: Fn() -> Option<Change> + 'static,
{
    let session = use_session();
    let press = move |_| {
        if let Some(change) = change() {
            session.correct_by(change);
        }
    };
    view! {
        <button class=if is_strong { "btn strong" } else { "btn" } data-act=act on:click=press>
            {use_words().get(name)}
        </button>
    }
}
