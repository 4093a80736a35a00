//! One careful sentence, and what a class takes home.

use countercheck::comparing::Origin;
use countercheck::comparing::wording;
use countercheck::teaching::lesson::{Allowed, allowed, closing};
use countercheck::words::{Key, Words};

use super::super::dom::{El, el};
use super::super::model::Model;
use super::super::relation::relation;
use super::super::source::{Face, letter};
use super::super::state::{Desk, blank_name};
use super::super::web;
use super::{Setting, title, verdict, worded};

/// A sentence with blanks, what the texts give for them, and what none of them gives.
pub(super) fn sentence(setting: &Setting) -> El {
    let words = setting.words;
    let model = &setting.model;
    let quantity = setting.quantity();
    let figure = allowed(&model.corrected.comparison, quantity).map(|it| said(words, model, it));
    let letters = quantity.silent.iter().take(MOST).map(|&i| letter(&model.article(i).id, Face::Dashed));
    let silent = (!quantity.silent.is_empty())
        .then(|| el("li", "row-of").children(letters).child(worded(words, "b", "", Key::Silent)));
    let given = el("section", "").child(worded(words, "h3", "", Key::TextsGive)).child(
        el("ul", "given")
            .children(quantity.members.iter().take(MOST).map(|&key| verdict::figure(setting, key)))
            .children(silent),
    );
    let gaps = gaps(setting);
    let missing = (!gaps.is_empty()).then(|| {
        let gap = |key: Key| worded(words, "li", "", key);
        el("section", "gaps")
            .child(worded(words, "h3", "", Key::NoneGives))
            .child(el("ul", "").children(gaps.into_iter().map(gap)))
    });
    el("div", "say")
        .child(title(words.get(Key::AskSentence)))
        .child(el("p", "about").text(&model.label(setting.rank, words)))
        .child(frame(words, figure.as_deref(), &quantity.id))
        .child(el("div", "bank").child(given).children(missing))
}

/// Figures and letters that have room below the sentence.
const MOST: usize = 6;

/// The sentence: its figure is filled in where all texts allow one, the blanks keep what is typed.
fn frame(words: Words, figure: Option<&str>, quantity: &str) -> El {
    let text = words.get(if figure.is_some() { Key::SayTogether } else { Key::SayApart });
    with_blanks(words, text, figure.unwrap_or_default(), &|blank, field| {
        let [kept, typed] = [(); 2].map(|()| blank_name(quantity, blank));
        field
            .value(move || web::stored(&kept).unwrap_or_default())
            .on("input", move |event| web::store(&typed, &web::value(&event)))
    })
}

/// A sentence with a field for each of its blanks, and the figure that is filled in. `keep` gives the field of a blank
/// what stands in it, and keeps what is typed.
pub(crate) fn with_blanks(words: Words, text: &str, figure: &str, keep: &dyn Fn(usize, El) -> El) -> El {
    let mut frame = el("p", "frame");
    for (i, part) in text.split('_').enumerate() {
        if let Some(blank) = i.checked_sub(1) {
            let name = words.fill(Key::BlankOf, &[&i.to_string()]);
            let field = el("input", "").attr("aria-label", &name).attr("autocomplete", "off");
            frame = frame.child(keep(blank, field));
        }
        frame = match part.split_once("{0}") {
            Some((before, after)) => frame.text(before).child(el("mark", "").text(figure)).text(after),
            None => frame.text(part),
        };
    }
    frame
}

/// "at least 25".
fn said(words: Words, model: &Model, it: Allowed) -> String {
    let figure = model.said_figure(words, it.figure);
    if it.is_floor { [words.get(Key::EffectAtLeast), " ", &figure].concat() } else { figure }
}

/// What all texts allow to say of each of these quantities, with its name; then the names of those of which there is
/// nothing that all allow.
pub(crate) fn allowances(words: Words, model: &Model, ranks: &[usize]) -> (Vec<(String, String)>, Vec<String>) {
    let (mut allowances, mut without) = (Vec::new(), Vec::new());
    for &rank in ranks {
        let name = model.label(rank, words);
        match allowed(&model.corrected.comparison, model.quantity(rank)) {
            Some(it) => allowances.push((name, said(words, model, it))),
            None => without.push(name),
        }
    }
    (allowances, without)
}

/// What no text gives.
fn gaps(setting: &Setting) -> Vec<Key> {
    let (model, quantity) = (&setting.model, setting.quantity());
    let mut claims = quantity.members.iter().map(|&key| model.claim(key));
    let is_counted = claims.clone().any(|claim| claim.attribution.is_some());
    let is_dated = claims.any(|claim| wording::until(setting.words, claim).is_some());
    let is_independent = quantity.pairs.iter().any(|pair| pair.origin == Origin::Independent);
    let gaps = [(is_counted, Key::GapWho), (is_dated, Key::GapDay), (is_independent, Key::GapIndependent)];
    gaps.into_iter().filter(|(is_given, _)| !is_given).map(|(_, key)| key).collect()
}

/// What the texts agree on, where they differ, what stands in one only, and what all of them allow.
pub(super) fn end(desk: Desk) -> El {
    let (model, words) = (desk.model(), desk.words());
    let closing = closing(&model.corrected.comparison);
    let taught: Vec<usize> =
        desk.lesson().quantities.iter().filter_map(|taught| model.rank_of(&taught.quantity)).collect();
    let group = |name: Key, ids: &[&str]| {
        let of: Vec<usize> =
            taught.iter().copied().filter(|&rank| ids.contains(&model.quantity(rank).id.as_str())).collect();
        let rest = ids.len() - of.len();
        let item = |rank: usize| {
            el("li", "").child(el("b", "").text(&model.label(rank, words))).child(relation(words, model.relation(rank)))
        };
        let more = (rest > 0).then(|| el("li", "num").text(&words.fill(Key::EndMore, &[&rest.to_string()])));
        el("section", "")
            .child(worded(words, "h3", "", name))
            .child(el("ul", "").children(of.into_iter().map(item)).children(more))
    };
    let count = closing.only_here.to_string();
    let only = el("section", "")
        .child(worded(words, "h3", "", Key::EndOnly))
        .child(el("p", "num").text(&words.fill(Key::EndOnlyCount, &[&count])));
    let (allowing, without) = allowances(words, &model, &taught);
    let allowing = allowing
        .iter()
        .map(|(name, said)| el("li", "").child(el("mark", "num").text(said)).child(el("span", "").text(name)));
    let without =
        (!without.is_empty()).then(|| el("li", "without").text(&words.fill(Key::EndNone, &[&without.join(" · ")])));
    el("div", "end")
        .child(title(words.get(Key::AskEnd)))
        .child(
            el("div", "groups")
                .child(group(Key::EndAgree, &closing.agree))
                .child(group(Key::ReasonGiven, &closing.explained))
                .child(group(Key::EndDiffer, &closing.differ))
                .child(only),
        )
        .child(
            el("section", "allows")
                .child(worded(words, "h3", "", Key::EndAllowed))
                .child(el("ul", "").children(allowing).children(without)),
        )
}
