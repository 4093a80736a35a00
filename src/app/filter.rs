//! Finding: words to look for, and choice lists of relations and kinds. The same above every list of quantities.

use countercheck::comparing::Relation;
use countercheck::comparing::wording;
use countercheck::desk::Listed;
use countercheck::words::{Key, Words};

use super::dom::{El, el};
use super::icon::{self, icon};
use super::state::Desk;
use super::web;

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
pub(crate) fn filters(desk: Desk) -> El {
    let words = desk.words();
    let field = el("input", "")
        .attr("type", "search")
        .attr("placeholder", words.get(Key::Find))
        .attr("aria-label", words.get(Key::Find))
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .value(move || desk.address().filter.find)
        .on("input", move |event| desk.find(web::value(&event)));
    el("div", "filters")
        .attr("role", "search")
        .attr("aria-label", words.get(Key::Filter))
        .child(el("span", "find").child(icon(icon::FIND)).child(field))
        .child(relations(desk))
        .child(kinds(desk))
}

fn relations(desk: Desk) -> El {
    let (model, words) = (desk.model(), desk.words());
    let option =
        |relation: &Relation| option(words, relation.code(), wording::relation(*relation), model.count(*relation));
    list(desk, Key::TableRelation, |desk| desk.address().filter.relation.map(Relation::code).unwrap_or_default().into())
        .on("change", move |event| {
            let code = web::value(&event);
            desk.filter_relation(Relation::ALL.into_iter().find(|relation| relation.code() == code));
        })
        .children(Relation::ALL.iter().rev().filter_map(option))
}

fn kinds(desk: Desk) -> El {
    let (model, words) = (desk.model(), desk.words());
    let entries: Vec<&Listed> = (0..model.len()).map(|rank| model.entry(rank)).collect();
    let count = |code: &str| entries.iter().filter(|entry| entry.codes.contains(&code)).count();
    let measure =
        |key: &Key| key.code().strip_prefix("measure_").and_then(|code| option(words, code, *key, count(code)));
    let kind = |(code, key): &(&str, Key)| option(words, code, *key, count(code));
    let group = |name: Key, options: Vec<El>| {
        (!options.is_empty()).then(|| el("optgroup", "").attr("label", words.get(name)).children(options))
    };
    list(desk, Key::FilterOf, |desk| desk.address().filter.of)
        .on("change", move |event| desk.filter_of(web::value(&event)))
        .children(group(Key::FilterMeasures, Key::ALL.iter().filter_map(measure).collect()))
        .children(group(Key::FilterKinds, KINDS.iter().filter_map(kind).collect()))
}

/// A choice list that begins with "Kind: all".
fn list(desk: Desk, name: Key, value: fn(Desk) -> String) -> El {
    let words = desk.words();
    let all = [words.get(name), ": ", words.get(Key::FilterAll)].concat();
    el("select", "")
        .attr("aria-label", words.get(name))
        .class("is-set", move || !value(desk).is_empty())
        .value(move || value(desk))
        .child(el("option", "").attr("value", "").text(&all))
}

/// One choice with how many quantities it would list; nothing where it would list none.
fn option(words: Words, code: &str, name: Key, count: usize) -> Option<El> {
    let text = words.fill(Key::FilterOption, &[words.get(name), &count.to_string()]);
    (count > 0).then(|| el("option", "").attr("value", code).text(&text))
}

/// What is said where nothing passes.
pub(crate) fn no_hit(desk: Desk) -> El {
    let words = desk.words();
    let button = el("button", "btn").press(move || desk.clear_filter()).text(words.get(Key::FilterClear));
    el("div", "none")
        .attr("role", "status")
        .flag("hidden", move || !desk.listed().is_empty() || desk.model().len() == 0)
        .child(el("p", "").text(words.get(Key::FilterNone)))
        .child(button)
}

/// "6 quantities, widest gap first", or how many of them are listed.
pub(crate) fn count(desk: Desk) -> String {
    let (all, listed) = (desk.model().len().to_string(), desk.listed().len().to_string());
    if desk.address().filter.is_open() {
        desk.words().fill(Key::RailCount, &[&all])
    } else {
        desk.words().fill(Key::RailCountOf, &[&listed, &all])
    }
}
