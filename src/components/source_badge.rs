//! A source: its letter, which names it everywhere, and its card.

use std::sync::Arc;

use countercheck::comparing::wording;
use leptos::prelude::*;

use crate::i18n::use_words;
use crate::view_model::Model;

/// How the letter of a source is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum SourceFace {
    /// It gives a figure.
    Outline,
    /// Its text is on screen.
    Solid,
    /// It is silent.
    Dashed,
}

impl SourceFace {
    fn class(self) -> &'static str {
        match self {
            Self::Outline => "src",
            Self::Solid => "src is-solid",
            Self::Dashed => "src is-silent",
        }
    }
}

/// The letter of a source.
#[component]
pub(crate) fn SourceBadge(#[prop(into)] id: String, face: SourceFace) -> impl IntoView {
    view! { <b class=face.class()>{id}</b> }
}

/// Who published a text, when, and where its account comes from; what is missing is said.
#[component]
pub(crate) fn SourceCard(model: Arc<Model>, article: usize) -> impl IntoView {
    let words = use_words();
    let article = model.article(article);
    let note = model.collection.note_in(article, words.language()).map(str::to_owned);
    let translation = wording::translation(words, article);
    view! {
        <header class="card" title=note>
            <SourceBadge id=article.id.clone() face=SourceFace::Solid />
            <h2 class="who">{wording::outlet(words, article).to_owned()}</h2>
            <p class="when num">{wording::dated(words, article)}</p>
            <p class="chain">
                <Provenance links=article.chain.clone() />
                {translation.map(|note| view! { <span class="translation">{note}</span> })}
            </p>
        </header>
    }
}

/// "AFP → TIMES → Perfil", the last link in bold.
#[component]
pub(crate) fn Provenance(links: Vec<String>) -> impl IntoView {
    let last = links.len().saturating_sub(1);
    let link = |(i, name): (usize, String)| {
        if i == last { view! { <b>{name}</b> }.into_any() } else { view! { <span>{name}" → "</span> }.into_any() }
    };
    links.into_iter().enumerate().map(link).collect_view()
}
