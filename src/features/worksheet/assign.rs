//! What a teacher assigns: worksheets as a file or a link, and a link with one text for each group.

use countercheck::words::Key;
use leptos::prelude::*;

use crate::components::{ActionButton, LastLink, LinkMaker, Section};
use crate::i18n::use_words;
use crate::stores::{use_analysis, use_route, use_session};

/// The part of the dialog.
#[component]
pub(crate) fn Assign(
    /// Where the page is published.
    public: RwSignal<String>,
) -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let session = use_session();
    let words = use_words();
    let maker = LinkMaker::new(public);
    let asked = move || {
        analysis.track_model();
        // The lesson stands in the address.
        let _ = route.address();
        let names = session.asked().into_iter().map(|topic| topic.name).collect::<Vec<_>>();
        words.fill(Key::PupilsHow, &[&names.join(" · ")])
    };
    let letters = move || {
        analysis.track_model();
        analysis.model().letters().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let group = move |id: String| {
        let (name, only) = (words.fill(Key::PupilsGroupLink, &[&id]), id.clone());
        let make = move |_| maker.make(|public| session.link_of_copy(public, &session.asked(), Some(&only)));
        view! {
            <button class="btn" data-group=id.clone() aria-label=name on:click=make>
                {id.clone()}
            </button>
        }
    };
    view! {
        <Section heading=words.get(Key::Pupils)>
            <p class="said">{asked}</p>
            <p class="row">
                <ActionButton name=Key::PupilsFile on_press=move |()| session.save_copy() />
                <ActionButton
                    name=Key::PupilsLink
                    on_press=move |()| maker.make(|public| session.link_of_copy(public, &session.asked(), None))
                />
            </p>
            <p class="row">
                <span>{words.get(Key::PupilsGroups)}</span>
                <For each=letters key=|id| id.clone() children=group />
            </p>
            <LastLink maker id="pupils-link" />
        </Section>
    }
}
