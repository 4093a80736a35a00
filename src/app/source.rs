//! A source: its letter, which is its address everywhere, and its card.

use countercheck::collection::{Article, Collection};
use countercheck::comparing::wording;
use countercheck::reading::language::Language;
use countercheck::words::Words;

use super::dom::{El, el};

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
    /// Its name for the style sheets.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Outline => "src",
            Self::Solid => "src is-solid",
            Self::Dashed => "src is-silent",
        }
    }
}

/// The letter of a source.
pub(crate) fn letter(id: &str, face: Face) -> El {
    el("b", face.class()).text(id)
}

/// An element for words of a text, in its language.
pub(crate) fn quoted(tag: &'static str, class: &str, article: &Article) -> El {
    el(tag, class).attr_of("lang", article.language.map(Language::code))
}

/// Who published a text, when, and where its account comes from; what is missing is said.
pub(crate) fn card(words: Words, collection: &Collection, article: &Article) -> El {
    let translation = wording::translation(words, article).map(|note| el("span", "translation").text(&note));
    el("header", "card")
        .attr_of("title", collection.note_in(article, words.language()))
        .child(letter(&article.id, Face::Solid))
        .child(el("h2", "who").text(wording::outlet(words, article)))
        .child(el("p", "when num").text(&wording::dated(words, article)))
        .child(el("p", "chain").children(chain(&article.chain)).children(translation))
}

/// "AFP → TIMES → Perfil", the last link in bold.
pub(crate) fn chain(links: &[String]) -> Vec<El> {
    let link = |(i, name): (usize, &String)| {
        if i + 1 == links.len() { el("b", "").text(name) } else { el("span", "").text(name).text(" → ") }
    };
    links.iter().enumerate().map(link).collect()
}
