//! What the program found of a quantity, and what the class made of it.

use countercheck::comparing::wording;
use countercheck::teaching::pupil::{Found, Overview, Tally};
use countercheck::words::Key;

use crate::app::disagree::named;
use crate::app::dom::{El, el};
use crate::app::pupil::verdict_name;
use crate::app::relation::badge;
use crate::app::source::{Face, letter, quoted};
use crate::app::state::Desk;

/// Figures with how many found them, and pairs with the words that were chosen.
pub(super) fn key(desk: Desk, overview: &Overview) -> El {
    let words = desk.words();
    if overview.row.is_none() {
        return el("p", "none").text(words.get(Key::HandedNoRow));
    }
    el("div", "key")
        .child(el("ul", "of-figures").children(overview.figures.iter().map(|found| figure(desk, *found))))
        .child(el("ul", "of-pairs").children(overview.pairs.iter().map(|tally| pair(desk, tally))))
        .child(el("p", "note").text(words.get(Key::HandedBeside)))
}

fn figure(desk: Desk, Found { figure, by, of }: Found) -> El {
    let (model, words) = (desk.model(), desk.words());
    let (article, claim) = (model.article(figure.article), model.claim(figure));
    let said = [wording::who(words, claim), wording::when(words, article, claim)].join(", ");
    let share = (by * 100).checked_div(of).unwrap_or_default();
    let [by, of] = [by, of].map(|count| count.to_string());
    el("li", "")
        .attr("data-figure", &claim.id)
        .child(letter(&article.id, Face::Solid))
        .child(quoted("b", "", article).text(&wording::phrase(&article.text, claim)))
        .child(el("small", "").text(&said))
        .child(el("small", "num").text(&words.fill(Key::HandedFound, &[&by, &of])))
        .child(el("i", "").style("width", move || [&share.to_string(), "%"].concat()))
}

fn pair(desk: Desk, Tally { pair, words: chosen }: &Tally) -> El {
    let (model, words) = (desk.model(), desk.words());
    let said = model.said(pair);
    let set = model.corrected.relation_entry(pair.a, pair.b).map(|_| {
        let name = el("small", "").text(words.get(Key::ClassWord));
        el("p", "").child(name).child(badge(words, pair.relation))
    });
    let word = |&(verdict, count): &(_, usize)| {
        el("li", "").text(words.get(verdict_name(verdict))).text(" ").child(el("b", "").text(&count.to_string()))
    };
    let tally = match chosen.as_slice() {
        [] => el("small", "").text(words.get(Key::HandedUnchosen)),
        chosen => el("ul", "tally num")
            .child(el("li", "").text(words.get(Key::HandedChosen)))
            .children(chosen.iter().map(word)),
    };
    el("li", "")
        .child(el("b", "num").text(&[&named(desk, pair.a), " – ", &named(desk, pair.b)].concat()))
        .child(badge(words, said.relation))
        .child(el("p", "").text(&said.why.sentence(words.language())))
        .children(set)
        .child(tally)
}
