//! A source: its letter, which is its address everywhere, and its card.

use countercheck::collection::Article;
use countercheck::wording;
use countercheck::words::Words;
use leptos::prelude::*;

/// How a letter is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    /// It gives a figure.
    Outline,
    /// Its text is on screen.
    Solid,
    /// It is silent.
    Dashed,
}

impl Face {
    fn class(self) -> &'static str {
        match self {
            Self::Outline => "src",
            Self::Solid => "src is-solid",
            Self::Dashed => "src is-silent",
        }
    }
}

/// The letter of a source.
pub(crate) fn letter(id: &str, face: Face) -> AnyView {
    view! { <b class=face.class()>{id.to_owned()}</b> }.into_any()
}

/// Who published a text, when, and where its account comes from; what is missing is said.
pub(crate) fn card(words: Words, article: &Article) -> AnyView {
    let translation =
        wording::translation(words, article).map(|note| view! { <span class="translation">{note}</span> });
    view! {
        <header class="card" title=article.note.clone()>
            {letter(&article.id, Face::Solid)} <h2 class="who">{wording::outlet(words, article).to_owned()}</h2>
            <p class="when num">{wording::dated(words, article)}</p> <p class="chain">{chain(&article.chain)} {translation}</p>
        </header>
    }
    .into_any()
}

/// "AFP → TIMES → Perfil", the last link in bold.
fn chain(links: &[String]) -> Vec<AnyView> {
    let link = |(i, name): (usize, &String)| {
        let name = name.clone();
        if i + 1 == links.len() {
            view! { <b>{name}</b> }.into_any()
        } else {
            view! { {name} <i>" → "</i> }.into_any()
        }
    };
    links.iter().enumerate().map(link).collect()
}
