//! Brings the figures of the chosen quantity to one height.

use countercheck::comparing::ClaimKey;
use countercheck::desk::{Measured, Placement, Stand, View};
use leptos::prelude::*;

use crate::browser::{self, Column};
use crate::stores::{Analysis, Layout, use_analysis, use_layout, use_route};
use crate::view_model::row_id;

/// Aligns the columns whenever the choice or the shape of the page changes. Behind another view they stay as they are
/// until the texts are turned to again.
pub(crate) fn align_passages() {
    let analysis = use_analysis();
    let route = use_route();
    let layout = use_layout();
    Effect::new(move |before: Option<(View, Option<usize>)>| {
        let (view, chosen) = (route.view(), route.chosen());
        layout.track_shape();
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
            browser::scroll_sideways(layout.sideways());
            match (chosen, last) {
                (Some(rank), _) => align(analysis, layout, rank, travels),
                (None, Some(rank)) => release(analysis, layout, rank),
                (None, None) => {}
            }
            browser::end("countercheck:select");
        });
        (view, chosen)
    });
}

fn align(analysis: Analysis, layout: Layout, rank: usize, travels: bool) {
    let placed: Vec<Placed> =
        columns(analysis, layout, rank).into_iter().map(|(column, it)| (column, it.line, it.placed())).collect();
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

fn release(analysis: Analysis, layout: Layout, rank: usize) {
    let placed: Vec<Placed> =
        columns(analysis, layout, rank).into_iter().map(|(column, it)| (column, it.line, it.released())).collect();
    let bodies = (0..analysis.model().collection.articles.len()).filter(|&it| untrack(|| layout.has_body(it)));
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
fn columns(analysis: Analysis, layout: Layout, rank: usize) -> Vec<(Column, Measured)> {
    let model = analysis.model();
    // The quantity may have gone since the frame was asked for.
    let members = if rank < model.len() { &model.quantity(rank).members[..] } else { &[] };
    let measure = |key: &ClaimKey| {
        let column = Column::of(key.article)?;
        let measured = column.measure(&model.claim(*key).id)?;
        Some((column, measured))
    };
    let is_open =
        |key: &&ClaimKey| untrack(|| layout.has_body(key.article) && layout.stand(key.article) == Stand::Open);
    first_of_each(members).filter(is_open).filter_map(measure).collect()
}

/// Of the figures of each text the first.
fn first_of_each(members: &[ClaimKey]) -> impl Iterator<Item = &ClaimKey> {
    let is_first = |(i, key): &(usize, &ClaimKey)| members[..*i].iter().all(|other| other.article != key.article);
    members.iter().enumerate().filter(is_first).map(|(_, key)| key)
}
