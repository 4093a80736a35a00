//! The form of a pair: how two figures relate, with a reason.

use countercheck::comparing::wording;
use countercheck::comparing::{ClaimKey, Relation};
use countercheck::words::Key;
use countercheck::work::journal::Change;
use leptos::prelude::*;

use super::CorrectionButton;
use crate::components::{Field, Section, Select, TextInput};
use crate::i18n::use_words;
use crate::stores::use_analysis;

/// How two figures relate; at first as proposed, else as it is.
#[component]
pub(crate) fn PairForm(
    a: ClaimKey,
    b: ClaimKey,
    #[prop(optional_no_strip)] proposed: Option<Relation>,
) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let mut pairs = model.ranks(a).iter().flat_map(|&rank| &model.quantity(rank).pairs);
    let now = pairs.find(|pair| pair.is_of(a, b)).map_or(Relation::Same, |pair| pair.relation);
    let relation = RwSignal::new(proposed.unwrap_or(now).code().to_owned());
    let reason = RwSignal::new(String::new());
    let options = Relation::ALL.map(|it| (it.code().to_owned(), words.get(wording::relation(it)).to_owned()));
    let said = model.corrected.said(&model.program, a, b).map(|pair| {
        let relation = words.get(wording::relation(pair.relation));
        let said = words.fill(Key::ProgramSaid, &[relation, &pair.why.sentence(words.language())]);
        view! { <p class="said">{said}</p> }
    });
    let heading = [model.named(words, a), model.named(words, b)].join(" / ");
    let relate = move || {
        let code = relation.get_untracked();
        let relation = Relation::ALL.into_iter().find(|it| it.code() == code)?;
        Some(Change::relate(model.anchor(a), model.anchor(b), relation, &reason.get_untracked()))
    };
    view! {
        <Section heading>
            {said}
            <Field name=words.get(Key::HowTheyRelate)>
                <Select value=relation options=options.to_vec() />
            </Field>
            <Field name=words.get(Key::YourReason)>
                <TextInput value=reason />
            </Field>
            <p class="row">
                <CorrectionButton name=Key::SetRelation act="save" is_strong=true change=relate />
            </p>
        </Section>
    }
}
