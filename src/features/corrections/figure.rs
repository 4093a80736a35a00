//! The form of a figure, of one that is read or one that is added.

use countercheck::comparing::ClaimKey;
use countercheck::comparing::wording;
use countercheck::intake::source::typed_day;
use countercheck::reading::claim::{Claim, Effect as Qualifier};
use countercheck::words::{Key, Words};
use countercheck::work::journal::{Amount, Anchor, Change, Setting};
use leptos::prelude::*;

use super::CorrectionButton;
use super::targets::{LinkTarget, link_options};
use crate::components::{Field, OnlyHereTag, Section, Select, TextInput, pressed};
use crate::i18n::use_words;
use crate::stores::use_analysis;

/// What stands in the form.
#[derive(Clone, Copy)]
struct Form {
    value: RwSignal<String>,
    qualifier: RwSignal<String>,
    counted: RwSignal<String>,
    who: RwSignal<String>,
    as_of: RwSignal<String>,
}

impl Form {
    fn of(words: Words, set: &Setting) -> Self {
        let amount = set.amount.unwrap_or_default();
        let new = |text: Option<String>| RwSignal::new(text.unwrap_or_default());
        Self {
            value: new(amount.value.map(|value| wording::number(words, value.value()))),
            qualifier: new(amount.effect.map(|effect| effect.code().to_owned())),
            counted: new(set.counted.clone()),
            who: new(set.who.clone()),
            as_of: new(set.as_of.map(|date| date.to_string())),
        }
    }

    /// Whether what is typed for the date is none.
    fn is_no_day(self) -> bool {
        let text = self.as_of.read();
        !text.trim().is_empty() && typed_day(&text).is_none()
    }

    /// What is said; a number that cannot be understood stays as it was, with a date that is none nothing is said.
    fn read(self, words: Words, before: &Setting) -> Option<Setting> {
        if untrack(|| self.is_no_day()) {
            return None;
        }
        let code = self.qualifier.get_untracked();
        let effect = Qualifier::ALL.into_iter().find(|effect| effect.code() == code);
        let old = before.amount.unwrap_or_default();
        let number = wording::entered(words, &self.value.get_untracked(), old.value);
        let same = number == old.value && effect == old.effect;
        let amount = number.filter(|_| !same).map(|value| Amount::of(value, effect));
        Some(Setting {
            amount: amount.or(before.amount),
            kind: before.kind,
            counted: Some(self.counted.get_untracked()),
            who: Some(self.who.get_untracked()),
            as_of: typed_day(&self.as_of.get_untracked()).or(before.as_of),
        })
    }
}

#[component]
fn Fields(form: Form) -> impl IntoView {
    let words = use_words();
    let exact = (String::new(), words.get(Key::EffectNone).to_owned());
    let effects = wording::QUALIFIERS.map(|(effect, name)| (effect.code().to_owned(), words.get(name).to_owned()));
    let qualifiers = std::iter::once(exact).chain(effects).collect();
    view! {
        <Field name=words.get(Key::Value)>
            <TextInput value=form.value attr:inputmode="decimal" />
        </Field>
        <Field name=words.get(Key::Qualifier)>
            <Select value=form.qualifier options=qualifiers />
        </Field>
        <Field name=words.get(Key::WhatIsCounted)>
            <TextInput value=form.counted />
        </Field>
        <Field name=words.get(Key::WhoSaysSo)>
            <TextInput value=form.who />
        </Field>
        <Field name=words.get(Key::AsOfDate)>
            <TextInput value=form.as_of attr:aria-invalid=move || pressed(form.is_no_day()) />
            <span class="wrong" role="alert">
                {move || if form.is_no_day() { words.get(Key::NotADay) } else { "" }}
            </span>
        </Field>
    }
}

/// The form of a figure that is read.
#[component]
pub(super) fn FigureForm(key: ClaimKey) -> impl IntoView {
    let analysis = use_analysis();
    let words = use_words();
    let model = analysis.model();
    let before = Setting::read(model.claim(key));
    let form = Form::of(words, &before);
    let note = RwSignal::new(String::new());
    let is_alone = model.ranks(key).is_empty();
    let anchor = StoredValue::new(model.anchor(key));
    let save = move || Some(Change::edit(anchor.get_value(), form.read(words, &before)?.since(&before)));
    view! {
        <Section heading=model.named(words, key)>
            {is_alone.then(|| view! { <SingleSourceNote /> })}
            <Fields form />
            <p class="row">
                <CorrectionButton name=Key::SaveFigure act="save" change=save />
            </p>
            <p class="row">
                <CorrectionButton name=Key::NoFigure change=move || Some(Change::strike(anchor.get_value())) />
                {(!is_alone)
                    .then(|| {
                        let take_out = move || Some(Change::unlink(anchor.get_value()));
                        view! { <CorrectionButton name=Key::TakeOut change=take_out /> }
                    })}
            </p>
            <LinkForm key />
            <Field name=words.get(Key::Note)>
                <TextInput value=note />
            </Field>
            <p class="row">
                <CorrectionButton
                    name=Key::AddNote
                    act="note"
                    change=move || Some(Change::note(vec![anchor.get_value()], &note.get_untracked()))
                />
            </p>
        </Section>
    }
}

/// What there is to say of a figure that no other text gives.
#[component]
fn SingleSourceNote() -> impl IntoView {
    view! { <p class="said"><OnlyHereTag />" "{use_words().get(Key::OnlyHereWhy)}</p> }
}

/// Puts a figure into another quantity.
#[component]
fn LinkForm(key: ClaimKey) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let chosen = RwSignal::new(String::new());
    let options = link_options(&model, words, |target| match target {
        LinkTarget::Quantity(rank) => !model.ranks(key).contains(&rank),
        LinkTarget::Figure(place) => model.single_source()[place] != key,
    });
    let link = move || {
        let target = LinkTarget::read(&chosen.get_untracked())?;
        Some(Change::link(model.anchor(key), target.anchor(&model)?))
    };
    view! {
        <div>
            <Field name=words.get(Key::BelongsTo)>
                <Select value=chosen options />
            </Field>
            <p class="row">
                <CorrectionButton name=Key::LineUp act="link" change=link />
            </p>
        </div>
    }
}

/// The form of words that are to be a figure.
#[component]
pub(super) fn AdditionForm(article: usize, claim: Claim) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let before = Setting::read(&claim);
    let form = Form::of(words, &before);
    let source = model.article(article);
    let anchor = Anchor::of(source, claim.quote);
    let add = move || Some(Change::add(anchor.clone(), form.read(words, &before)?));
    view! {
        <Section heading=[&source.id, " “", claim.phrase.of(&source.text), "”"].concat()>
            <Fields form />
            <p class="row">
                <CorrectionButton name=Key::AddFigure act="save" is_strong=true change=add />
            </p>
        </Section>
    }
}
