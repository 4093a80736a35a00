//! What a figure or a quantity can be joined with.

use countercheck::comparing::wording;
use countercheck::words::Words;
use countercheck::work::journal::Anchor;

use crate::view_model::Model;

/// What a figure or a quantity can be joined with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LinkTarget {
    /// The quantity at a rank.
    Quantity(usize),
    /// A figure that stands in one text only, by its place among those.
    Figure(usize),
}

impl LinkTarget {
    /// Reads the value of an option.
    pub(super) fn read(value: &str) -> Option<Self> {
        match value.strip_prefix('+') {
            Some(place) => place.parse().ok().map(Self::Figure),
            None => value.parse().ok().map(Self::Quantity),
        }
    }

    fn option(self, model: &Model, words: Words) -> (String, String) {
        match self {
            Self::Quantity(rank) => (rank.to_string(), model.label(rank, words)),
            Self::Figure(place) => {
                let key = model.single_source()[place];
                let article = model.article(key.article);
                let name = [&article.id, " ", &wording::phrase(&article.text, model.claim(key))].concat();
                (["+", &place.to_string()].concat(), name)
            }
        }
    }

    /// What names it in the journal.
    pub(super) fn anchor(self, model: &Model) -> Option<Anchor> {
        match self {
            Self::Quantity(rank) => quantity_anchor(model, rank),
            Self::Figure(place) => model.single_source().get(place).map(|&key| model.anchor(key)),
        }
    }
}

/// Quantities and figures that stand alone, to choose one of, after a choice of none.
pub(super) fn link_options(model: &Model, words: Words, fits: impl Fn(LinkTarget) -> bool) -> Vec<(String, String)> {
    let none = (String::new(), String::from("–"));
    let quantities = (0..model.len()).map(LinkTarget::Quantity);
    let all = quantities.chain((0..model.single_source().len()).map(LinkTarget::Figure));
    std::iter::once(none).chain(all.filter(|it| fits(*it)).map(|it| it.option(model, words))).collect()
}

/// A quantity is named by the first figure in it.
pub(super) fn quantity_anchor(model: &Model, rank: usize) -> Option<Anchor> {
    model.quantity(rank).members.first().map(|&key| model.anchor(key))
}
