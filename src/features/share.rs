//! The link to the current work.

use countercheck::words::Key;
use leptos::prelude::*;

use crate::browser;
use crate::components::{Field, LastLink, LinkMaker, Section, TextInput};
use crate::i18n::use_words;
use crate::stores::use_session;

/// The part of the dialog.
#[component]
pub(crate) fn ShareLink(
    /// Where the page is published.
    public: RwSignal<String>,
) -> impl IntoView {
    let session = use_session();
    let words = use_words();
    let maker = LinkMaker::new(public);
    let address = browser::is_file().then(|| {
        view! {
            <Field name=words.get(Key::PublicAddress)>
                <TextInput value=public attr:r#type="url" attr:id="address" />
            </Field>
        }
    });
    view! {
        <Section heading=words.get(Key::Link)>
            {address}
            <p class="row">
                <button
                    class="btn strong"
                    data-act="link"
                    on:click=move |_| maker.make(|public| session.link(public))
                >
                    {words.get(Key::MakeLink)}
                </button>
            </p>
            <LastLink maker id="link" />
        </Section>
    }
}
