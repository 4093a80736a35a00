//! The word of the class, and the program's with its reason.

use countercheck::comparing::wording;
use countercheck::comparing::{ClaimKey, Pair, Relation};
use countercheck::output::chart::{NumberLine, number_line};
use countercheck::teaching::lesson::Ballot;
use countercheck::words::Key;
use leptos::prelude::*;

use super::super::bar::keycap;
use super::super::disagree;
use super::super::dom::{El, el, live, nothing};
use super::super::icon::icon;
use super::super::line::{axis, line, percent};
use super::super::relation::{badge, glyph, relation};
use super::super::source::{Face, letter, quoted};
use super::{Setting, relation_at, title, worded};

/// The figures, and seven words for how they relate, all in ink.
pub(super) fn word(setting: &Setting) -> El {
    let (words, desk, taught) = (setting.words, setting.desk, setting.taught);
    let choice = |(i, it): (usize, Relation)| {
        let name = words.get(wording::relation(it));
        let face = el("span", "word-face")
            .child(icon(glyph(it)))
            .child(el("b", "").text(name))
            .child(el("small", "").text(words.get(wording::gloss(it))));
        setting.answer(Ballot::Word, i, name, vec![face])
    };
    let sum = move || sum(desk, taught).to_string();
    let counted = worded(words, "p", "sum num", Key::HandsCounted).child(el("b", "").live_text(sum));
    let left = el("section", "word-asked")
        .child(title(words.get(Key::AskWord)))
        .child(el("ul", "figures-of").children(setting.figures().iter().map(|&key| figure(setting, key))))
        .child(counted);
    el("div", "word-of")
        .child(left)
        .child(el("ol", "answers").children(Relation::ALL.into_iter().enumerate().map(choice)))
}

fn sum(desk: super::Desk, taught: usize) -> usize {
    (0..Relation::ALL.len()).map(|answer| desk.hands(taught, Ballot::Word, answer)).sum()
}

/// A figure as it is printed, who says so, and its date.
pub(super) fn figure(setting: &Setting, key: ClaimKey) -> El {
    let (words, model) = (setting.words, &setting.model);
    let (article, claim) = (model.article(key.article), model.claim(key));
    let phrase = quoted("b", "", article).text(&wording::phrase(&article.text, claim));
    let what = el("div", "")
        .child(phrase)
        .child(el("small", "num").text(&setting.who(key)))
        .child(el("small", "num").text(&wording::when(words, article, claim)));
    el("li", "").child(letter(&article.id, Face::Solid)).child(what)
}

/// The number line, the program's word and reason, and the class beside it.
pub(super) fn reason(setting: &Setting) -> El {
    let (words, model) = (setting.words, &setting.model);
    let claims: Vec<_> = setting.figures().iter().map(|&key| model.claim(key)).collect();
    let drawn = number_line(&claims, words);
    let axis = drawn.as_ref().map(|line| axis(&line.ticks, ROOM));
    let row = |(i, &key): (usize, &ClaimKey)| {
        let line = drawn.as_ref().map(|NumberLine { ticks, shapes }| line(ticks, shapes[i]));
        figure(setting, key).children(line)
    };
    let silent = &setting.quantity().silent;
    let letters = silent.iter().take(MOST_LETTERS).map(|&i| letter(&model.article(i).id, Face::Dashed));
    let word = if silent.is_empty() { "" } else { words.get(Key::Silent) };
    let below = el("div", "below").child(el("p", "row-of").children(letters).text(word)).children(axis);
    let lines = el("ul", "figures-of").children(setting.figures().iter().enumerate().map(row));
    let left = el("section", "reason-of")
        .child(title(&model.label(setting.rank, words)))
        .child(lines)
        .child(below)
        .child(verdict(setting));
    el("div", "reasoning").child(left).child(class(setting))
}

/// Letters that fit below a number line in huge type.
const ROOM: usize = 24;

/// Silent texts that are named.
const MOST_LETTERS: usize = 8;

/// The program's word for the two figures and why; below it what it says of the others, then the word that was set.
fn verdict(setting: &Setting) -> El {
    let (words, model) = (setting.words, &setting.model);
    let [a, b] = setting.clash;
    let of = |pair: &Pair| pair.is_of(a, b);
    let judged = |name: Key, class: &str, pair: &Pair| {
        let word = el("p", "").child(worded(words, "small", "", name)).child(badge(words, pair.relation));
        el("div", class).child(word).child(el("p", "num").text(&pair.why.sentence(words.language())))
    };
    let said = setting.pair().map(|pair| judged(Key::ProgramWord, "said-word", model.said(pair)));
    let own = setting.pair().filter(|pair| model.corrected.relation_entry(pair.a, pair.b).is_some());
    let own = own.map(|pair| judged(Key::ClassWord, "said-word is-own", pair).attr("data-own", ""));
    let others = setting.quantity().pairs.iter().filter(|pair| !of(pair)).take(OTHERS).map(|pair| {
        let face = |key: ClaimKey| letter(&model.article(key.article).id, Face::Outline);
        el("li", "num")
            .child(el("span", "row-of").child(face(pair.a)).child(face(pair.b)))
            .child(relation(words, pair.relation))
            .child(el("span", "").text(&pair.why.sentence(words.language())))
    });
    el("div", "verdict").children(said).children(own).child(el("ul", "other-pairs").children(others))
}

/// Further pairs that are named.
const OTHERS: usize = 2;

/// The hands of the class, and the way to disagree.
fn class(setting: &Setting) -> El {
    let (words, desk, taught) = (setting.words, setting.desk, setting.taught);
    let all = untrack(|| sum(desk, taught));
    let hands = |answer: usize| untrack(|| desk.hands(taught, Ballot::Word, answer));
    let most = (0..Relation::ALL.len()).map(hands).max().unwrap_or_default().max(1);
    let bar = |(i, it): (usize, Relation)| {
        let count = hands(i);
        let share = percent(100.0 * count as f64 / most as f64);
        (count > 0).then(|| {
            el("li", "")
                .child(relation(words, it))
                .child(el("b", "num").text(&count.to_string()))
                .child(el("i", "").style("width", move || share.clone()))
        })
    };
    let setting = setting.clone();
    let leading = desk.lesson().quantities.get(taught).and_then(|taught| taught.hands.leading(Ballot::Word));
    let form = live(move || {
        let [a, b] = setting.clash;
        if desk.is_disagreeing() { disagree::pair(desk, a, b, leading.and_then(relation_at)).view() } else { nothing() }
    });
    let disagree = el("button", "disagree-with")
        .state("aria-expanded", move || desk.is_disagreeing())
        .press(move || desk.begin_to_disagree())
        .child(keycap("Enter"))
        .child(worded(words, "span", "", Key::WeDisagree));
    el("aside", "class-word")
        .attr("aria-label", words.get(Key::StepWord))
        .child(el("h3", "num").text(&words.fill(Key::YourClass, &[&all.to_string()])))
        .child(el("ul", "bars").children(Relation::ALL.into_iter().enumerate().filter_map(bar)))
        .child(disagree)
        .put(form)
}
