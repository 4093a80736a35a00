//! The form of a quantity: its name, what belongs to it, a note on it.

use countercheck::comparing::ClaimKey;
use countercheck::words::Key;
use countercheck::work::journal::{Anchor, Change};
use leptos::prelude::*;

use super::CorrectionButton;
use super::targets::{LinkTarget, link_options, quantity_anchor};
use crate::components::{Field, Section, Select, TextInput};
use crate::i18n::use_words;
use crate::stores::use_analysis;

/// The form of the quantity at a rank.
#[component]
pub(super) fn QuantityForm(rank: usize) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let label = model.label(rank, words);
    let name = RwSignal::new(label.clone());
    let note = RwSignal::new(String::new());
    let first = StoredValue::new(quantity_anchor(&model, rank));
    let rename = move || Some(Change::rename(first.get_value()?, name.get_untracked().trim()));
    let annotate = move || Some(Change::note(vec![first.get_value()?], &note.get_untracked()));
    view! {
        <Section heading=label>
            <Field name=words.get(Key::Title)>
                <TextInput value=name />
            </Field>
            <p class="row">
                <CorrectionButton name=Key::Rename act="rename" change=rename />
            </p>
            <MergeForm rank />
            <SplitForm rank />
            <Field name=words.get(Key::Note)>
                <TextInput value=note />
            </Field>
            <p class="row">
                <CorrectionButton name=Key::AddNote change=annotate />
            </p>
        </Section>
    }
}

/// Makes two quantities one.
#[component]
fn MergeForm(rank: usize) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let with = RwSignal::new(String::new());
    let options = link_options(&model, words, |target| target != LinkTarget::Quantity(rank));
    let merge = move || {
        let target = LinkTarget::read(&with.get_untracked())?;
        let (first, anchor) = (quantity_anchor(&model, rank)?, target.anchor(&model)?);
        Some(match target {
            LinkTarget::Quantity(_) => Change::merge(first, anchor),
            LinkTarget::Figure(_) => Change::link(anchor, first),
        })
    };
    view! {
        <div>
            <Field name=words.get(Key::SameAs)>
                <Select value=with options />
            </Field>
            <p class="row">
                <CorrectionButton name=Key::Merge act="merge" change=merge />
            </p>
        </div>
    }
}

/// Makes a quantity of their own of the figures that are ticked.
#[component]
fn SplitForm(rank: usize) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let ticked = RwSignal::new(Vec::<usize>::new());
    let members: Vec<ClaimKey> = model.quantity(rank).members.clone();
    let tick = |(i, &key): (usize, &ClaimKey)| {
        let toggle = move |_| {
            ticked.update(|ticked| match ticked.iter().position(|&it| it == i) {
                Some(at) => drop(ticked.remove(at)),
                None => ticked.push(i),
            });
        };
        view! {
            <label class="tick">
                <input type="checkbox" on:change=toggle />
                {model.named(words, key)}
            </label>
        }
    };
    let ticks = members.iter().enumerate().map(tick).collect_view();
    let split = move || {
        let anchors: Vec<Anchor> = ticked.read_untracked().iter().map(|&i| model.anchor(members[i])).collect();
        (!anchors.is_empty() && anchors.len() < members.len()).then(|| Change::split(anchors))
    };
    view! {
        <div>
            <fieldset class="ticks">
                <legend>{words.get(Key::OfTheirOwn)}</legend>
                {ticks}
            </fieldset>
            <p class="row">
                <CorrectionButton name=Key::Split act="split" change=split />
            </p>
        </div>
    }
}
