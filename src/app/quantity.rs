//! The ways to disagree with a quantity: its name, what belongs to it, a note on it.

use countercheck::compare::ClaimKey;
use countercheck::journal::{Anchor, Change};
use countercheck::words::{Key, Words};
use leptos::prelude::*;

use super::disagree::{choice, field, input, named};
use super::dom::{El, el};
use super::help::section;
use super::model::Model;
use super::state::Desk;

/// The part of the dialog that is about the quantity at a rank.
pub(crate) fn quantity(desk: Desk, rank: usize) -> El {
    let (model, words) = (desk.model(), desk.words());
    let label = model.label(rank, words);
    let first = anchor_of(&model, rank);
    let name = RwSignal::new(label.clone());
    let note = RwSignal::new(String::new());
    let rename = act(desk, Key::Rename, {
        let first = first.clone();
        move || Some(Change::rename(first.clone()?, name.get_untracked().trim()))
    });
    let annotate = {
        let first = first.clone();
        act(desk, Key::AddNote, move || Some(Change::note(vec![first.clone()?], &note.get_untracked())))
    };
    section(&label)
        .child(field(words.get(Key::Title), input(name)))
        .child(el("p", "row").child(rename.attr("data-act", "rename")))
        .child(merging(desk, rank, first))
        .child(splitting(desk, rank))
        .child(field(words.get(Key::Note), input(note)))
        .child(el("p", "row").child(annotate))
}

/// Makes two quantities one.
fn merging(desk: Desk, rank: usize, first: Option<Anchor>) -> El {
    let (model, words) = (desk.model(), desk.words());
    let with = RwSignal::new(String::new());
    let options = quantities(&model, words, (0..model.len()).filter(|&other| other != rank).collect());
    let merge = act(desk, Key::Merge, move || {
        let other = with.get_untracked().parse().ok()?;
        Some(Change::merge(first.clone()?, anchor_of(&model, other)?))
    });
    el("div", "")
        .child(field(words.get(Key::SameAs), choice(with, options.into_iter())))
        .child(el("p", "row").child(merge.attr("data-act", "merge")))
}

/// Makes a quantity of their own of the figures that are ticked.
fn splitting(desk: Desk, rank: usize) -> El {
    let (model, words) = (desk.model(), desk.words());
    let ticked = RwSignal::new(Vec::<usize>::new());
    let members: Vec<ClaimKey> = model.quantity(rank).members.clone();
    let tick = |(i, &key): (usize, &ClaimKey)| {
        let toggle = move |_| {
            ticked.update(|ticked| match ticked.iter().position(|&it| it == i) {
                Some(at) => drop(ticked.remove(at)),
                None => ticked.push(i),
            });
        };
        el("label", "tick").child(el("input", "").attr("type", "checkbox").on("change", toggle)).text(&named(desk, key))
    };
    let boxes = el("fieldset", "ticks")
        .child(el("legend", "").text(words.get(Key::OfTheirOwn)))
        .children(members.iter().enumerate().map(tick));
    let count = members.len();
    let split = act(desk, Key::Split, move || {
        let anchors: Vec<Anchor> = ticked.read_untracked().iter().map(|&i| model.anchor(members[i])).collect();
        (!anchors.is_empty() && anchors.len() < count).then(|| Change::split(anchors))
    });
    el("div", "").child(boxes).child(el("p", "row").child(split.attr("data-act", "split")))
}

/// Quantities to choose one of, after a choice of none.
pub(crate) fn quantities(model: &Model, words: Words, ranks: Vec<usize>) -> Vec<(String, String)> {
    let none = (String::new(), String::from("–"));
    std::iter::once(none).chain(ranks.into_iter().map(|rank| (rank.to_string(), model.label(rank, words)))).collect()
}

/// A button that makes an entry of the journal, where there is something to say.
pub(crate) fn act(desk: Desk, name: Key, change: impl Fn() -> Option<Change> + 'static) -> El {
    el("button", "btn").text(desk.words().get(name)).press(move || {
        if let Some(change) = change() {
            desk.correct_by(change);
        }
    })
}

/// A quantity is named by the first figure in it.
pub(crate) fn anchor_of(model: &Model, rank: usize) -> Option<Anchor> {
    model.quantity(rank).members.first().map(|&key| model.anchor(key))
}
