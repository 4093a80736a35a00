//! What the pointer or the focus is on is highlighted wherever else it stands: in its text, in the list, in the detail
//! panel.

use crate::browser;
use crate::stores::use_analysis;
use crate::view_model::Model;

/// Listens as long as the page lives.
pub(crate) fn highlight_linked() {
    let analysis = use_analysis();
    browser::on_attention(&["data-claim", "data-figure", "data-alignment"], move |name, value| {
        let model = analysis.model();
        match name {
            "data-alignment" => model.rank_of(value).map(|rank| row(&model, rank)).unwrap_or_default(),
            _ => figure(&model, value),
        }
    });
}

/// The figures of a quantity.
fn row(model: &Model, rank: usize) -> String {
    let marks = model.quantity(rank).members.iter().map(|&key| browser::with("data-claim", &model.claim(key).id));
    marks.collect::<Vec<_>>().join(",")
}

/// A figure where else it stands, and its rows in the list.
fn figure(model: &Model, id: &str) -> String {
    let ranks = model.find(id).map(|key| model.ranks(key)).filter(|ranks| !ranks.is_empty());
    let Some(ranks) = ranks else { return String::new() };
    let rows = ranks.iter().map(|&rank| browser::with("data-alignment", &model.quantity(rank).id));
    ["data-claim", "data-figure"]
        .map(|name| browser::with(name, id))
        .into_iter()
        .chain(rows)
        .collect::<Vec<_>>()
        .join(",")
}
