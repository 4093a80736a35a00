//! What is exported: the page as one file with the work in it, tables, reports and drawings.

use countercheck::words::Key;
use leptos::prelude::*;

use crate::components::{ActionButton, Section};
use crate::i18n::use_words;
use crate::stores::{Format, use_route, use_session};

/// The part of the dialog.
#[component]
pub(crate) fn Export() -> impl IntoView {
    let route = use_route();
    let session = use_session();
    let button = move |name: Key, format: Format| {
        view! { <ActionButton name on_press=move |()| session.export(format) /> }
    };
    view! {
        <Section heading=use_words().get(Key::TakeAlong)>
            <p class="row">
                <ActionButton name=Key::SaveFile on_press=move |()| session.save_page() attr:id="save-file" />
                {button(Key::ExportCsv, Format::Csv)}
                {button(Key::ExportJson, Format::Report)}
                {button(Key::ExportAnnotations, Format::Annotations)}
            </p>
            <p class="row" hidden=move || route.chosen().is_none()>
                {button(Key::ExportLine, Format::NumberLine)}
                {button(Key::ExportDates, Format::Timeline)}
            </p>
        </Section>
    }
}
