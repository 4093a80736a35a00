//! Brings the figures of the chosen quantity to one height.

use countercheck::compare::ClaimKey;
use leptos::prelude::*;

use super::layout::Stand;
use super::rail::row_id;
use super::state::Desk;
use super::web::{self, Column};

/// Aligns the columns whenever the choice or the shape of the page changes: first everything is laid out, then each
/// column is measured, then each is moved, so that the browser lays out twice and not once a column.
pub(crate) fn follow(desk: Desk) {
    Effect::new(move |before: Option<Option<usize>>| {
        let chosen = desk.chosen();
        desk.track_shape();
        let travels = before.is_some_and(|before| before != chosen);
        let last = before.flatten();
        web::next_frame(move || {
            match (chosen, last) {
                (Some(rank), _) => align(desk, rank, travels),
                (None, Some(rank)) => release(desk, rank),
                (None, None) => {}
            }
            web::end("countercheck:select");
        });
        chosen
    });
}

fn align(desk: Desk, rank: usize, travels: bool) {
    let moved: Vec<Column> = columns(desk, rank)
        .into_iter()
        .map(|(column, measured)| {
            column.place(&measured.placed(), measured.line, travels);
            column
        })
        .collect();
    if travels {
        moved.iter().for_each(Column::let_go);
    }
    web::reveal(&row_id(rank));
}

fn release(desk: Desk, rank: usize) {
    let all = 0..desk.model().collection.articles.len();
    all.filter_map(Column::of).for_each(|column| column.close_up());
    for (column, measured) in columns(desk, rank) {
        column.place(&measured.released(), measured.line, false);
    }
}

/// The open columns that give a figure for a quantity, measured around the first one.
fn columns(desk: Desk, rank: usize) -> Vec<(Column, super::layout::Measured)> {
    let model = desk.model();
    let members = &model.quantity(rank).members;
    let measure = |key: &ClaimKey| {
        let column = Column::of(key.article)?;
        let measured = column.measure(*key, &model.claim(*key).id)?;
        Some((column, measured))
    };
    first_of_each(members)
        .filter(|key| untrack(|| desk.stand(key.article)) == Stand::Open)
        .filter_map(measure)
        .collect()
}

/// Of the figures of each text the first.
fn first_of_each(members: &[ClaimKey]) -> impl Iterator<Item = &ClaimKey> {
    let is_first = |(i, key): &(usize, &ClaimKey)| members[..*i].iter().all(|other| other.article != key.article);
    members.iter().enumerate().filter(is_first).map(|(_, key)| key)
}
