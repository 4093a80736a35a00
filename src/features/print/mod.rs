//! On paper: the student sheet and the teacher key. Each is rendered outside of the app's frame, for as long as it is
//! printed; both hold the same figures under the same numbers.

mod sheet;
mod student_sheet;
mod teacher_key;

pub(crate) use sheet::PrintedSheet;

use countercheck::words::Key;
use leptos::prelude::*;

use crate::components::{ActionButton, Section, SegmentedControl, Setting};
use crate::i18n::use_words;
use crate::stores::{use_layout, use_lesson, use_route};

/// The part of the dialog; hidden where there is nothing to compare.
#[component]
pub(crate) fn Print() -> impl IntoView {
    let route = use_route();
    let layout = use_layout();
    let lesson = use_lesson();
    let words = use_words();
    let is_planned = Memo::new(move |_| lesson.planned_ranks().is_some());
    let button = move |sheet: Key| view! { <ActionButton name=sheet on_press=move |()| layout.print(sheet) /> };
    view! {
        <Section heading=words.get(Key::Print) attr:hidden=move || route.listed().is_empty()>
            <Setting label=Key::PrintOf attr:hidden=move || !is_planned.get()>
                <SegmentedControl
                    label=Key::PrintOf
                    options=&[Key::PrintOfLesson, Key::PrintOfList]
                    selected=Signal::derive(move || usize::from(layout.prints_list.get()))
                    on_select=move |i| layout.prints_list.set(i == 1)
                />
            </Setting>
            <p class="row">{button(Key::StudentSheet)} {button(Key::TeacherKey)}</p>
            <p>{words.get(Key::PrintNote)}</p>
        </Section>
    }
}
