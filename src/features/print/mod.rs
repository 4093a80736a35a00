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
use crate::stores::use_desk;

/// The part of the dialog; hidden where there is nothing to compare.
#[component]
pub(crate) fn Print() -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let is_planned = Memo::new(move |_| desk.planned_ranks().is_some());
    let button = move |sheet: Key| view! { <ActionButton name=sheet on_press=move |()| desk.print(sheet) /> };
    view! {
        <Section heading=words.get(Key::Print) attr:hidden=move || desk.listed().is_empty()>
            <Setting label=Key::PrintOf attr:hidden=move || !is_planned.get()>
                <SegmentedControl
                    label=Key::PrintOf
                    options=&[Key::PrintOfLesson, Key::PrintOfList]
                    selected=Signal::derive(move || usize::from(desk.prints_list.get()))
                    on_select=move |i| desk.prints_list.set(i == 1)
                />
            </Setting>
            <p class="row">{button(Key::StudentSheet)} {button(Key::TeacherKey)}</p>
            <p>{words.get(Key::PrintNote)}</p>
        </Section>
    }
}
