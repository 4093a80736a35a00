//! A worksheet: what the program found is hidden, and pupils mark, compare and say it themselves.

mod assign;
mod compare;
mod finder;
mod form;
mod marks_panel;
mod program_word;
mod sentences;
mod texts;
mod top_bar;

pub(crate) use assign::Assign;
pub(crate) use marks_panel::MarksPanel;
pub(crate) use texts::MarkSelectedButton;
pub(crate) use top_bar::{STEPS, WorksheetBar};

use countercheck::reading::text::fold;
use countercheck::teaching::pupil::Step;
use leptos::prelude::*;

use crate::stores::{Settings, Worksheet, use_worksheet};
use compare::Comparing;
use sentences::Sentences;
use texts::Texts;

/// What is done at the step that the pupil is at.
#[component]
pub(crate) fn WorksheetStep() -> impl IntoView {
    let worksheet = use_worksheet();
    let step = Memo::new(move |_| worksheet.step() as usize);
    move || match Step::ALL[step.get()] {
        Step::Mark => view! { <Texts /> }.into_any(),
        Step::Compare => view! { <Comparing /> }.into_any(),
        Step::Say => view! { <Sentences /> }.into_any(),
    }
}

/// What a key does on a worksheet; whether it does anything.
pub(crate) fn handle_key(settings: Settings, worksheet: Worksheet, key: &str) -> bool {
    let letters = untrack(|| settings.letter_keys());
    match key {
        "^z" => worksheet.undo(false),
        "^Z" | "^y" => worksheet.undo(true),
        "Escape" => worksheet.cancel_mark(),
        "u" if letters => worksheet.undo(false),
        "U" if letters => worksheet.undo(true),
        "a" if letters => worksheet.take_selection(),
        _ => return false,
    }
    true
}

/// Some words of a text on one line.
fn quoted(text: &str) -> String {
    ["“", &fold::one_line(text), "”"].concat()
}
