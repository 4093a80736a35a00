//! Brings the figures of the chosen quantity to one height.

use countercheck::comparing::ClaimKey;
use countercheck::desk::{Measured, Placement, Stand, View};
use leptos::prelude::*;

use crate::browser::{self, Column};
use crate::stores::Desk;
use crate::view_model::row_id;

/// Aligns the columns whenever the choice or the shape of the page changes. Behind another view they stay as they are
/// until the texts are turned to again.
pub(crate) fn align_passages(desk: Desk) {
    Effect::new(move |before: Option<(View, Option<usize>)>| {
        let (view, chosen) = (desk.view(), desk.chosen());
        desk.track_shape();
        let (seen, last) = before.unwrap_or_default();
        if view != View::Read {
            browser::next_frame(|| {
                browser::reveal_chosen();
                browser::end("countercheck:select");
            });
            return (view, last);
        }
        let travels = before.is_some() && seen == view && last != chosen;
        browser::next_frame(move || {
            browser::scroll_sideways(desk.sideways());
            match (chosen, last) {
                (Some(rank), _) => align(desk, rank, travels),
                (None, Some(rank)) => release(desk, rank),
                (None, None) => {}
            }
            browser::end("countercheck:select");
        });
        (view, chosen)
    });
}

fn align(desk: Desk, rank: usize, travels: bool) {
    let placed: Vec<Placed> =
        columns(desk, rank).into_iter().map(|(column, it)| (column, it.line, it.placed())).collect();
    move_all(&placed);
    if travels {
        for (column, _, place) in &placed {
            column.hold_back(place.travel);
        }
        browser::lay_out();
        for (column, _, _) in &placed {
            column.let_go();
        }
    }
    browser::reveal(&row_id(rank));
}

fn release(desk: Desk, rank: usize) {
    let placed: Vec<Placed> =
        columns(desk, rank).into_iter().map(|(column, it)| (column, it.line, it.released())).collect();
    let bodies = (0..desk.model().collection.articles.len()).filter(|&it| untrack(|| desk.has_body(it)));
    bodies.filter_map(Column::of).for_each(|column| column.close_up());
    move_all(&placed);
}

/// A column, the height of its figure in the text, and where it goes.
type Placed = (Column, f64, Placement);

/// First every column is given its space, then every one is scrolled, so that the browser lays out once and not once a
/// column.
fn move_all(placed: &[Placed]) {
    for (column, line, place) in placed {
        column.make_room(place, *line);
    }
    for (column, _, place) in placed {
        column.scroll(place.scroll.round() as i32);
    }
    browser::note_scrolling();
}

/// The open columns that give a figure for a quantity, measured around the first one.
fn columns(desk: Desk, rank: usize) -> Vec<(Column, Measured)> {
    let model = desk.model();
    // The quantity may have gone since the frame was asked for.
    let members = if rank < model.len() { &model.quantity(rank).members[..] } else { &[] };
    let measure = |key: &ClaimKey| {
        let column = Column::of(key.article)?;
        let measured = column.measure(&model.claim(*key).id)?;
        Some((column, measured))
    };
    let is_open = |key: &&ClaimKey| untrack(|| desk.has_body(key.article) && desk.stand(key.article) == Stand::Open);
    first_of_each(members).filter(is_open).filter_map(measure).collect()
}

/// Of the figures of each text the first.
fn first_of_each(members: &[ClaimKey]) -> impl Iterator<Item = &ClaimKey> {
    let is_first = |(i, key): &(usize, &ClaimKey)| members[..*i].iter().all(|other| other.article != key.article);
    members.iter().enumerate().filter(is_first).map(|(_, key)| key)
}
