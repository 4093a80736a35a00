//! The ways to disagree with a quantity: its name, what belongs to it, a note on it.

use countercheck::comparing::ClaimKey;
use countercheck::comparing::wording;
use countercheck::words::{Key, Words};
use countercheck::work::journal::{Anchor, Change};
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
    let options = others(&model, words, |other| other != Other::Quantity(rank));
    let merge = act(desk, Key::Merge, move || {
        let other = Other::read(&with.get_untracked())?;
        let (first, anchor) = (first.clone()?, other.anchor(&model)?);
        Some(match other {
            Other::Quantity(_) => Change::merge(first, anchor),
            Other::Lone(_) => Change::link(anchor, first),
        })
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

/// What a figure or a quantity can be joined with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Other {
    /// The quantity at a rank.
    Quantity(usize),
    /// A figure that stands in one text only, by its place among those.
    Lone(usize),
}

impl Other {
    /// Reads the value of an option.
    pub(crate) fn read(value: &str) -> Option<Self> {
        match value.strip_prefix('+') {
            Some(place) => place.parse().ok().map(Self::Lone),
            None => value.parse().ok().map(Self::Quantity),
        }
    }

    fn option(self, model: &Model, words: Words) -> (String, String) {
        match self {
            Self::Quantity(rank) => (rank.to_string(), model.label(rank, words)),
            Self::Lone(place) => {
                let key = model.lone()[place];
                let article = model.article(key.article);
                let name = [&article.id, " ", &wording::phrase(&article.text, model.claim(key))].concat();
                (["+", &place.to_string()].concat(), name)
            }
        }
    }

    /// A quantity is named by the first figure in it.
    pub(crate) fn anchor(self, model: &Model) -> Option<Anchor> {
        match self {
            Self::Quantity(rank) => anchor_of(model, rank),
            Self::Lone(place) => model.lone().get(place).map(|&key| model.anchor(key)),
        }
    }
}

/// Quantities and figures that stand alone, to choose one of, after a choice of none.
pub(crate) fn others(model: &Model, words: Words, fits: impl Fn(Other) -> bool) -> Vec<(String, String)> {
    let none = (String::new(), String::from("–"));
    let all = (0..model.len()).map(Other::Quantity).chain((0..model.lone().len()).map(Other::Lone));
    std::iter::once(none).chain(all.filter(|it| fits(*it)).map(|it| it.option(model, words))).collect()
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
