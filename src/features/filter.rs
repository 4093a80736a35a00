//! Finding quantities: words to look for, and choice lists of relations and kinds. The same above every list.

use countercheck::comparing::Relation;
use countercheck::comparing::wording;
use countercheck::desk::Listed;
use countercheck::words::{Key, Words};
use leptos::prelude::*;

use crate::components::{Icon, glyphs};
use crate::i18n::use_words;
use crate::stores::{use_analysis, use_route};

/// The kinds of figures in the order in which they are offered.
const KINDS: [(&str, Key); 7] = [
    ("count", Key::KindCount),
    ("share", Key::KindShare),
    ("money", Key::KindMoney),
    ("size", Key::KindSize),
    ("time", Key::KindTime),
    ("rank", Key::KindRank),
    ("vague", Key::KindVague),
];

/// The field and the two lists.
#[component]
pub(crate) fn Filters() -> impl IntoView {
    let route = use_route();
    let words = use_words();
    view! {
        <div class="filters" role="search" aria-label=words.get(Key::Filter)>
            <span class="find">
                <Icon glyph=glyphs::FIND />
                <input
                    type="search"
                    placeholder=words.get(Key::Find)
                    aria-label=words.get(Key::Find)
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=move || route.address().filter.find
                    on:input:target=move |event| route.find(event.target().value())
                />
            </span>
            <RelationFilter />
            <KindFilter />
        </div>
    }
}

#[component]
fn RelationFilter() -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let words = use_words();
    let model = analysis.model();
    let option =
        |&relation: &Relation| option(words, relation.code(), wording::relation(relation), model.count(relation));
    let options = Relation::ALL.iter().rev().filter_map(option).collect_view();
    let value = move || route.address().filter.relation.map(Relation::code).unwrap_or_default().to_owned();
    let choose = move |code: String| {
        route.filter_relation(Relation::ALL.into_iter().find(|relation| relation.code() == code));
    };
    view! {
        <ChoiceList name=Key::TableRelation value=Signal::derive(value) on_choose=choose>
            {options}
        </ChoiceList>
    }
}

#[component]
fn KindFilter() -> impl IntoView {
    let analysis = use_analysis();
    let route = use_route();
    let words = use_words();
    let model = analysis.model();
    let entries: Vec<&Listed> = (0..model.len()).map(|rank| model.entry(rank)).collect();
    let count = |code: &str| entries.iter().filter(|entry| entry.codes.contains(&code)).count();
    let measure = |&key: &Key| {
        let code = key.code().strip_prefix("measure_")?;
        option(words, code, key, count(code))
    };
    let kind = |&(code, key): &(&'static str, Key)| option(words, code, key, count(code));
    let group = |name: Key, options: Vec<AnyView>| {
        (!options.is_empty()).then(|| view! { <optgroup label=words.get(name)>{options}</optgroup> })
    };
    let measures = group(Key::FilterMeasures, Key::ALL.iter().filter_map(measure).collect());
    let kinds = group(Key::FilterKinds, KINDS.iter().filter_map(kind).collect());
    view! {
        <ChoiceList
            name=Key::FilterOf
            value=Signal::derive(move || route.address().filter.of)
            on_choose=move |code| route.filter_of(code)
        >
            {measures}
            {kinds}
        </ChoiceList>
    }
}

/// A choice list that begins with "Kind: all".
#[component]
fn ChoiceList(
    name: Key,
    value: Signal<String>,
    #[prop(into)] on_choose: Callback<String>,
    children: Children,
) -> impl IntoView {
    let words = use_words();
    let all = [words.get(name), ": ", words.get(Key::FilterAll)].concat();
    view! {
        <select
            aria-label=words.get(name)
            class:is-set=move || !value.get().is_empty()
            prop:value=move || value.get()
            on:change:target=move |event| on_choose.run(event.target().value())
        >
            <option value="">{all}</option>
            {children()}
        </select>
    }
}

/// One choice with how many quantities it would list; nothing where it would list none.
fn option(words: Words, code: &'static str, name: Key, count: usize) -> Option<AnyView> {
    let text = words.fill(Key::FilterOption, &[words.get(name), &count.to_string()]);
    (count > 0).then(|| view! { <option value=code>{text}</option> }.into_any())
}
