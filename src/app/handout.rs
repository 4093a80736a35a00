//! On paper: the student sheet and the teacher key. Each is drawn outside of the app's frame, for as long as it is
//! printed; both hold the same figures under the same numbers.

use std::sync::Arc;

use countercheck::collection::Article;
use countercheck::comparing::wording;
use countercheck::comparing::{Alignment, Check, ClaimKey, Origin, Pair, Relation};
use countercheck::order;
use countercheck::reading::claim::Claim;
use countercheck::teaching::handout::{Excerpt, Handout, Stretch};
use countercheck::teaching::lesson::closing;
use countercheck::words::{Key, Words};
use leptos::prelude::*;

use super::bar::switch;
use super::dock::{check, widest_first};
use super::dom::{El, Nodes, derived, el, live, nothing, several, text};
use super::help::{section, setting};
use super::icon::logo;
use super::lesson::allowances;
use super::model::Model;
use super::relation::{origin_tag, relation};
use super::source::{Face, chain, letter, quoted};
use super::state::Desk;
use super::web;

/// The part of the dialog; gone where there is nothing to compare.
pub(crate) fn print(desk: Desk) -> El {
    let words = desk.words();
    let button = |sheet: Key| {
        el("button", "btn").attr("data-act", sheet.code()).press(move || desk.print(sheet)).text(words.get(sheet))
    };
    let of = switch(
        desk,
        Key::PrintOf,
        &[Key::PrintOfLesson, Key::PrintOfList],
        |desk| usize::from(desk.prints_list.get()),
        |desk, i| desk.prints_list.set(i == 1),
    );
    let is_planned = derived(move || desk.planned_ranks().is_some());
    section(words.get(Key::Print))
        .flag("hidden", move || desk.listed().is_empty())
        .child(setting(desk, Key::PrintOf, of).flag("hidden", move || !is_planned.get()))
        .child(el("p", "row").children([Key::StudentSheet, Key::TeacherKey].map(button)))
        .child(el("p", "").text(words.get(Key::PrintNote)))
}

/// The sheet that is being printed.
pub(crate) fn handout(desk: Desk) -> Nodes {
    live(move || desk.sheet.get().map_or_else(nothing, |sheet| untrack(|| Paper::new(desk).sheet(sheet)).view()))
}

impl Desk {
    /// The quantities of the lesson that was planned, in its order.
    fn planned_ranks(self) -> Option<Vec<usize>> {
        let (_, model) = (self.address(), self.model());
        let lesson = self.planned()?;
        Some(lesson.quantities.iter().filter_map(|taught| model.rank_of(&taught.quantity)).collect())
    }

    /// Has a sheet printed: it is drawn and handed to the browser, after which it is taken away.
    fn print(self, sheet: Key) {
        self.sheet.set(Some(sheet));
        web::next_frame(|| web::next_frame(web::print));
    }
}

/// What both sheets are made from.
struct Paper {
    desk: Desk,
    model: Arc<Model>,
    words: Words,
    /// The quantities, in order.
    ranks: Vec<usize>,
    handout: Handout,
}

impl Paper {
    /// The quantities of the lesson's plan, else the listed ones, and the texts that are shown, as far as they fit.
    fn new(desk: Desk) -> Self {
        let planned = desk.planned_ranks().filter(|_| !desk.prints_list.get());
        let (model, wanted) = (desk.model(), planned.unwrap_or_else(|| desk.listed()));
        let rows: Vec<&Alignment> = wanted.iter().map(|&rank| model.quantity(rank)).collect();
        let handout = Handout::of(&model.collection, &model.corrected.comparison, &rows, &desk.shown());
        let ranks = handout.rows.iter().map(|&place| wanted[place]).collect();
        drop(rows);
        Self { desk, model, words: desk.words(), ranks, handout }
    }

    fn sheet(&self, sheet: Key) -> El {
        let parts = if sheet == Key::StudentSheet { self.student() } else { self.key() };
        el("article", "handout").attr("data-sheet", sheet.code()).child(self.head(sheet)).children(parts)
    }

    fn head(&self, sheet: Key) -> El {
        let collection = &self.model.collection;
        let fills = if sheet == Key::StudentSheet { fills(self.word(Key::PupilLines)) } else { Vec::new() };
        let line = el("p", "line")
            .child(logo())
            .child(el("b", "").text(self.word(Key::Brand)))
            .child(el("span", "").text(self.word(sheet)))
            .children(fills);
        let (title, question) =
            (collection.title_in(self.words.language()), collection.question_in(self.words.language()));
        let asked = question.unwrap_or(title);
        let title = question.map(|_| el("p", "title").text(title));
        el("header", "").child(line).children(title).child(el("h1", "").text(asked))
    }

    fn word(&self, key: Key) -> &'static str {
        self.words.get(key)
    }

    /// A part with its heading and, where there is more to say, a line below that.
    fn part(&self, class: &str, heading: Key, how: Option<Key>) -> El {
        let how = how.map(|key| el("p", "how").text(self.word(key)));
        el("section", class).child(el("h2", "").text(self.word(heading))).children(how)
    }

    fn article(&self, excerpt: &Excerpt) -> &Article {
        self.model.article(excerpt.article)
    }

    /// The address of a figure on both sheets: "A3".
    fn address(&self, key: ClaimKey) -> Option<String> {
        let number = self.handout.number(key)?.to_string();
        Some([&self.model.article(key.article).id, number.as_str()].concat())
    }

    fn framed(&self, key: ClaimKey) -> El {
        let address = self.address(key).unwrap_or_default();
        el("b", "no").attr("data-number", &address).text(&address)
    }
}

/// The student sheet.
impl Paper {
    fn student(&self) -> Vec<El> {
        let excerpts = self.handout.excerpts.iter().map(|excerpt| self.excerpt(excerpt));
        let read = self.part("", Key::SheetRead, Some(Key::SheetReadHow));
        let relations = Relation::ALL.into_iter().map(|it| el("li", "").child(relation(self.words, it)));
        let frames = [Key::FrameFigure, Key::FramePair].map(|key| frame(self.word(key)));
        vec![
            read.child(el("div", "excerpts").children(excerpts)),
            self.part("", Key::SheetFill, Some(Key::SheetFillHow))
                .child(self.table(true))
                .child(el("ul", "choices").children(relations)),
            self.part("whole", Key::SheetSay, None).children(frames),
            self.part("whole slip", Key::ExitSlip, None).children(fills(self.word(Key::ExitLines))),
        ]
    }

    fn excerpt(&self, excerpt: &Excerpt) -> El {
        let article = self.article(excerpt);
        let head = el("header", "")
            .child(letter(&article.id, Face::Outline))
            .child(el("b", "").text(wording::outlet(self.words, article)))
            .child(el("span", "").text(&wording::dated(self.words, article)));
        let origins = el("p", "").children(chain(&article.chain));
        let silent = excerpt.paragraphs.is_empty().then(|| el("p", "").text(self.word(Key::SilentWhy)));
        let paragraph = |stretches: &Vec<Stretch>| {
            let stretches = stretches.iter().map(|it| self.stretch(excerpt, it)).collect();
            quoted("p", "quoted", article).put(several(stretches))
        };
        el("section", "excerpt")
            .child(head.child(origins))
            .children(silent)
            .children(excerpt.paragraphs.iter().map(paragraph))
    }

    /// The number stays on the line of the last word before it.
    fn stretch(&self, excerpt: &Excerpt, stretch: &Stretch) -> Nodes {
        let of = |span: countercheck::reading::text::Span| span.of(&self.article(excerpt).text);
        match stretch {
            Stretch::Gap => text(" […] "),
            Stretch::Words(span) => text(of(*span)),
            Stretch::Figure(span, numbers) => {
                let mut parts = vec![el("u", "").text(of(*span)).view()];
                for number in numbers {
                    let key = ClaimKey { article: excerpt.article, claim: excerpt.figures[number - 1] };
                    parts.extend([text("\u{2060}"), self.framed(key).view()]);
                }
                several(parts)
            }
        }
    }
}

/// The table of both sheets.
impl Paper {
    fn table(&self, is_empty: bool) -> El {
        let head = |excerpt: &Excerpt| {
            let article = self.article(excerpt);
            el("th", "")
                .child(letter(&article.id, Face::Outline))
                .child(el("small", "").text(&wording::dated(self.words, article)))
        };
        let cell = |rank: usize, excerpt: &Excerpt| {
            if is_empty { el("td", "") } else { self.cell(rank, excerpt) }
        };
        let row = |&rank: &usize| {
            el("tr", "")
                .child(el("th", "").text(&self.model.label(rank, self.words)))
                .children(self.handout.excerpts.iter().map(|excerpt| cell(rank, excerpt)))
                .children(is_empty.then(|| el("td", "")))
        };
        let heads = el("tr", "")
            .child(el("th", "").text(self.word(Key::TableFigure)))
            .children(self.handout.excerpts.iter().map(head))
            .children(is_empty.then(|| el("th", "").text(self.word(Key::TableRelation))));
        el("table", if is_empty { "to-fill" } else { "" })
            .child(el("thead", "").child(heads))
            .child(el("tbody", "").children(self.ranks.iter().map(row)))
    }

    fn cell(&self, rank: usize, excerpt: &Excerpt) -> El {
        let of_text = self.model.quantity(rank).members.iter().filter(|key| key.article == excerpt.article);
        let figures: Vec<El> = of_text.map(|&key| self.figure(key)).collect();
        if figures.is_empty() {
            let hint = self.model.silence(rank, excerpt.article).hint();
            return el("td", "")
                .text(self.word(Key::Silent))
                .children(hint.map(|key| el("p", "").text(self.word(key))));
        }
        el("td", "").children(figures)
    }

    fn figure(&self, key: ClaimKey) -> El {
        let (article, claim): (&Article, &Claim) = (self.model.article(key.article), self.model.claim(key));
        let figure = quoted("b", "quoted", article).text(&wording::figure(&article.text, claim));
        let lines = [wording::who(self.words, claim), wording::when(self.words, article, claim)];
        el("div", "")
            .child(self.framed(key))
            .text(" ")
            .child(figure)
            .children(lines.map(|line| el("p", "").text(&line)))
    }
}

/// The teacher key.
impl Paper {
    fn key(&self) -> Vec<El> {
        let note = self
            .model
            .collection
            .content_note_in(self.words.language())
            .into_iter()
            .map(|note| el("p", "how note").text(note));
        let figures = self.part("", Key::Quotes, Some(Key::KeyNote)).children(note).child(self.table(false));
        let pairs = self.part("", Key::Pairs, None).children(self.ranks.iter().map(|&rank| self.pairs(rank)));
        let checks = self.model.corrected.comparison.checks.iter().filter(|check| self.has_texts_of(check));
        let checks = checks.map(|it| self.check(it));
        let lone = self.model.lone().iter().filter(|key| self.prints(**key)).map(|&key| self.lone(key));
        vec![
            figures,
            pairs,
            listed(self.part("", Key::Sums, None), checks.collect()),
            listed(self.part("", Key::OnlyHere, Some(Key::OnlyHereWhy)), lone.collect()),
            self.part("whole", Key::EndAllowed, None).children(self.closing()),
        ]
    }

    /// The pairs of a quantity with their relations and reasons, the furthest apart first.
    fn pairs(&self, rank: usize) -> El {
        let pairs = &self.model.quantity(rank).pairs;
        let listed = widest_first(pairs).into_iter().filter_map(|i| self.pair(&pairs[i]));
        let mut items: Vec<El> = listed.collect();
        let more = items.len().saturating_sub(PAIRS);
        items.truncate(PAIRS);
        let more = (more > 0).then(|| el("p", "").text(&self.words.fill(Key::More, &[&more.to_string()])));
        el("div", "pairs").child(el("h3", "").text(&self.model.label(rank, self.words))).children(items).children(more)
    }

    /// A pair whose figures are both on the sheet.
    fn pair(&self, pair: &Pair) -> Option<El> {
        let names = [self.address(pair.a)?, self.address(pair.b)?].join(" – ");
        let origin = (pair.origin != Origin::NotShown).then(|| origin_tag(self.words, pair.origin));
        let item = el("div", "item")
            .child(el("b", "").text(&names))
            .child(el("span", "").child(relation(self.words, pair.relation)).children(origin))
            .child(el("p", "").text(&pair.why.sentence(self.words.language())));
        Some(item)
    }

    fn has_texts_of(&self, check: &Check) -> bool {
        let has = |key: &ClaimKey| self.handout.excerpts.iter().any(|excerpt| excerpt.article == key.article);
        check.claims.iter().all(has)
    }

    fn check(&self, it: &Check) -> El {
        let mut texts = Vec::new();
        it.claims.iter().for_each(|key| order::insert(&mut texts, key.article));
        let letters = texts.into_iter().map(|article| letter(&self.model.article(article).id, Face::Outline));
        el("div", "item").child(el("span", "").children(letters)).child(check(self.desk, it))
    }

    /// Whether the student sheet has a figure in its excerpts.
    fn prints(&self, key: ClaimKey) -> bool {
        let phrase = self.model.claim(key).phrase;
        self.handout.excerpts.iter().any(|excerpt| excerpt.article == key.article && excerpt.prints(phrase))
    }

    fn lone(&self, key: ClaimKey) -> El {
        let article = self.model.article(key.article);
        el("div", "item").child(letter(&article.id, Face::Outline)).child(el("p", "").text(&wording::triple(
            self.words,
            article,
            self.model.claim(key),
        )))
    }

    /// What all texts allow to say of the quantities on the sheet, and what a class takes home.
    fn closing(&self) -> Vec<El> {
        let (allowing, without) = allowances(self.words, &self.model, &self.ranks);
        let mut lines: Vec<El> = allowing.iter().map(|(name, said)| headed(name, said)).collect();
        if !without.is_empty() {
            lines.push(el("p", "").text(&self.words.fill(Key::EndNone, &[&without.join("; ")])));
        }
        let closing = closing(&self.model.corrected.comparison);
        let groups =
            [(Key::EndAgree, closing.agree), (Key::ReasonGiven, closing.explained), (Key::EndDiffer, closing.differ)];
        for (head, ids) in groups {
            let of_sheet = self.ranks.iter().filter(|&&rank| ids.contains(&self.model.quantity(rank).id.as_str()));
            let names: Vec<String> = of_sheet.map(|&rank| self.model.label(rank, self.words)).collect();
            if !names.is_empty() {
                lines.push(headed(self.word(head), &names.join("; ")));
            }
        }
        lines
    }
}

/// "The texts differ: deaths; arrests".
fn headed(head: &str, text: &str) -> El {
    el("p", "").child(el("b", "").text(head)).text(": ").text(text)
}

/// How many pairs of a quantity the key holds: more than a lesson can talk about.
const PAIRS: usize = 10;

/// A part with its items; without any, nothing of it is printed.
fn listed(part: El, items: Vec<El>) -> El {
    if items.is_empty() { el("section", "") } else { part.children(items) }
}

/// Lines to fill in, one for each label.
fn fills(labels: &str) -> Vec<El> {
    let labels = labels.split('_').map(str::trim).filter(|label| !label.is_empty());
    labels.map(|label| el("p", "fill").child(el("span", "").text(label)).child(el("i", ""))).collect()
}

/// A sentence with blanks.
fn frame(sentence: &str) -> El {
    let mut parts = sentence.split('_');
    let first = el("p", "frame").text(parts.next().unwrap_or_default());
    parts.fold(first, |frame, part| frame.child(el("i", "")).text(part))
}
