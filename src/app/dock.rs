//! The card of the chosen quantity: below the columns, or a sheet on the phone.

use countercheck::comparing::wording;
use countercheck::comparing::{Check, ClaimKey, Confusable, Origin, Pair, Relation};
use countercheck::desk::Stand;
use countercheck::output::chart::{NumberLine, number_line};
use countercheck::words::Key;
use leptos::prelude::*;

use super::bar::{closing, keycap};
use super::disagree::{Subject, named};
use super::dom::{El, Nodes, derived, el, live, nothing};
use super::icon::{self, icon};
use super::line::{self, axis};
use super::long::long;
use super::relation::{badge, origin_tag, relation};
use super::source::{Face, letter, quoted};
use super::state::Desk;
use super::text::SHORT;

/// The card; nothing where nothing is chosen. Its controls stay in place while it goes from one quantity to the next,
/// so that focus does.
pub(crate) fn dock(desk: Desk) -> Nodes {
    let is_open = derived(move || desk.chosen().is_some());
    live(move || if is_open.get() { shell(desk).view() } else { nothing() })
}

fn shell(desk: Desk) -> El {
    let of_chosen = move |part: fn(Desk, usize) -> El| {
        live(move || desk.chosen().map_or_else(nothing, |rank| part(desk, rank).view()))
    };
    el("section", "dock")
        .attr("id", "card")
        .attr("tabindex", "-1")
        .attr("data-card", "")
        .live("aria-label", move || desk.chosen().map(|rank| desk.model().label(rank, desk.words())))
        .class("is-tall", move || desk.is_tall())
        .child(grab(desk))
        .put(of_chosen(head))
        .child(steps(desk))
        .put(of_chosen(body))
}

fn grab(desk: Desk) -> El {
    let words = desk.words();
    let label = move || words.get(if desk.is_tall() { Key::SheetLower } else { Key::SheetTaller }).to_owned();
    el("button", "grab").live("aria-label", move || Some(label())).press(move || desk.toggle_tall())
}

fn head(desk: Desk, rank: usize) -> El {
    let (model, words) = (desk.model(), desk.words());
    let quantity = model.quantity(rank);
    el("header", "dock-head")
        .child(el("h2", "").text(&model.label(rank, words)))
        .child(pencil(desk, Subject::Quantity(rank), "quantity", &model.label(rank, words)))
        .child(badge(words, model.relation(rank)))
        .children(origin(&quantity.pairs).map(|origin| origin_tag(words, origin)))
}

/// What can be said of all pairs; nothing where they differ, for each pair says it then.
fn origin(pairs: &[Pair]) -> Option<Origin> {
    let first = pairs.first()?.origin;
    pairs.iter().all(|pair| pair.origin == first).then_some(first)
}

fn steps(desk: Desk) -> El {
    let words = desk.words();
    let count = desk.model().len().to_string();
    let position = move || {
        let place = desk.chosen().map_or(0, |rank| rank + 1).to_string();
        words.fill(Key::Position, &[&place, &count])
    };
    let button = |name: Key| el("button", "btn quiet").attr("aria-label", words.get(name));
    let word = |word: Key| el("span", "w").text(words.get(word));
    let back = button(Key::Previous).press(move || desk.step(-1)).child(icon(icon::LEFT));
    let next = button(Key::Next).press(move || desk.step(1)).child(keycap("j"));
    let close = closing(words).press(move || desk.clear());
    el("div", "steps")
        .class("has-keys", move || desk.letter_keys())
        .child(el("span", "num position").live_text(position))
        .child(back.child(word(Key::BackShort)).child(keycap("k")))
        .child(next.child(word(Key::NextShort)).child(icon(icon::RIGHT)))
        .child(close.child(word(Key::Close)).child(el("span", "").child(keycap("Esc"))))
}

fn body(desk: Desk, rank: usize) -> El {
    let (model, words) = (desk.model(), desk.words());
    let order = widest_first(&model.quantity(rank).pairs);
    let list = el("ul", "").attr("aria-label", words.get(Key::Pairs));
    let pairs = long(words, list, BODY, order.len(), {
        let model = model.clone();
        move |i| pair(desk, &model.quantity(rank).pairs[order[i]])
    });
    let why = el("div", "why")
        .child(pairs)
        .children(model.confusables(rank).map(|it| confusable(desk, it)))
        .children(model.checks(rank).map(|it| check(desk, it)));
    el("div", "dock-body")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", &model.label(rank, words))
        .child(figures(desk, rank))
        .child(why)
}

/// What takes focus when a list in the card has grown.
const BODY: &str = ".dock-body";

/// The places of the pairs, the furthest apart first.
pub(crate) fn widest_first(pairs: &[Pair]) -> Vec<usize> {
    let of = |relation| (0..pairs.len()).filter(move |&i| pairs[i].relation == relation);
    Relation::ALL.into_iter().rev().flat_map(of).collect()
}

fn figures(desk: Desk, rank: usize) -> El {
    let (model, words) = (desk.model(), desk.words());
    let claims: Vec<_> = model.quantity(rank).members.iter().map(|&key| model.claim(key)).collect();
    let line = number_line(&claims, words);
    let axis = line.as_ref().map(|line| axis(&line.ticks, ROOM));
    let list = el("ul", "").attr("aria-label", words.get(Key::Quotes));
    let class = if line.is_some() { "lines has-line" } else { "lines" };
    let rows = long(words, list, BODY, claims.len(), {
        let model = model.clone();
        move |i| {
            let drawing = line.as_ref().map(|NumberLine { ticks, shapes }| line::line(ticks, shapes[i]));
            figure(desk, model.quantity(rank).members[i]).children(drawing)
        }
    });
    el("div", class).child(rows).child(el("div", "foot").child(silences(desk, rank)).children(axis))
}

/// Letters that fit below a number line.
const ROOM: usize = 30;

/// One figure: the exact quote, who says so, and its date.
fn figure(desk: Desk, key: ClaimKey) -> El {
    let (model, words) = (desk.model(), desk.words());
    let (article, claim) = (model.article(key.article), model.claim(key));
    let excerpt = wording::excerpt(&article.text, claim);
    let quote = quoted("p", "qt", article)
        .child(el("span", "around").text("“").text(&excerpt.before))
        .child(el("b", if claim.phrase.len() <= SHORT { "is-short" } else { "" }).text(&excerpt.phrase))
        .child(el("span", "around").text(&excerpt.after).text("”"));
    let meta = el("p", "qm num")
        .child(el("span", "").text(&wording::who(words, claim)))
        .child(el("i", "").text(" · "))
        .child(el("span", "").text(&wording::when(words, article, claim)));
    let correct = pencil(desk, Subject::Figure(key), &["figure-", &claim.id].concat(), &named(desk, key));
    let own = model.corrected.provenance(key).entries.first().map(|_| el("span", "tag").text(words.get(Key::ByYou)));
    let meta = meta.children(own).child(correct);
    el("li", "row").attr("data-figure", &claim.id).put(face(desk, key)).child(el("div", "q").child(quote).child(meta))
}

/// The letter of a figure: solid while its text is on screen.
fn face(desk: Desk, key: ClaimKey) -> Nodes {
    live(move || {
        let face = if desk.stand(key.article) == Stand::Open { Face::Solid } else { Face::Outline };
        letter(&desk.model().article(key.article).id, face).view()
    })
}

fn silences(desk: Desk, rank: usize) -> El {
    let model = desk.model();
    let silent = &model.quantity(rank).silent;
    let letters = silent.iter().map(|&i| letter(&model.article(i).id, Face::Dashed));
    let word = if silent.is_empty() { "" } else { desk.words().get(Key::Silent) };
    el("p", "silences").children(letters).text(word)
}

/// A sum, which begins with what it assumes.
pub(crate) fn check(desk: Desk, check: &Check) -> El {
    let words = desk.words();
    let assumed: Vec<&str> = check.assumes.iter().map(|key| words.get(*key)).collect();
    let assumed = assumed.join(&format!(" {} ", words.get(Key::And)));
    let condition = if assumed.is_empty() { String::new() } else { words.fill(Key::IfTrue, &[&assumed]) };
    el("p", "check num")
        .child(el("b", "").text(words.get(Key::Check)))
        .text(&condition)
        .text(" ")
        .text(&check.statement.sentence(words.language()))
}

/// A figure that a hasty reader would take for one of these.
fn confusable(desk: Desk, it: &Confusable) -> El {
    let (model, words) = (desk.model(), desk.words());
    let face = |key: ClaimKey| letter(&model.article(key.article).id, Face::Outline);
    let word = el("p", "word").child(el("span", "tag").child(icon(icon::WARNING)).text(words.get(Key::SameDigits)));
    el("div", "pair warn")
        .attr("data-confusable", &format!("{} {}", model.claim(it.a).id, model.claim(it.b).id))
        .child(el("span", "ll").child(face(it.a)).child(face(it.b)))
        .child(el("div", "").child(word).child(el("p", "num").text(&it.why.sentence(words.language()))))
}

/// Opens the ways to disagree with something.
fn pencil(desk: Desk, subject: Subject, place: &str, name: &str) -> El {
    let label = [desk.words().get(Key::Disagree), ": ", name].concat();
    el("button", "btn quiet pencil")
        .attr("data-act", place)
        .attr("aria-label", &label)
        .attr("aria-haspopup", "dialog")
        .press(move || desk.disagree(subject.clone()))
        .child(icon(icon::PENCIL))
}

fn pair(desk: Desk, pair: &Pair) -> El {
    let (model, words) = (desk.model(), desk.words());
    let face = |key: ClaimKey| letter(&model.article(key.article).id, Face::Outline);
    let tag = (pair.origin != Origin::NotShown).then(|| origin_tag(words, pair.origin));
    let own = model.corrected.relation_entry(pair.a, pair.b).map(|_| el("span", "tag").text(words.get(Key::ByYou)));
    let name = [named(desk, pair.a), named(desk, pair.b)].join(" / ");
    let place = ["pair-", &model.claim(pair.a).id, "-", &model.claim(pair.b).id].concat();
    let correct = pencil(desk, Subject::Pair(pair.a, pair.b), &place, &name);
    let word = el("p", "word").child(relation(words, pair.relation)).children(tag).children(own).child(correct);
    el("li", "pair")
        .attr("data-pair", &format!("{} {}", model.claim(pair.a).id, model.claim(pair.b).id))
        .child(el("span", "ll").child(face(pair.a)).child(face(pair.b)))
        .child(el("div", "").child(word).child(el("p", "num").text(&pair.why.sentence(words.language()))))
}
