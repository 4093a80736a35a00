//! The first step: texts side by side, in which words are selected or typed, and marked.

use countercheck::comparing::wording;
use countercheck::output::column::{Piece, paragraphs};
use countercheck::reading::claim::Claim;
use countercheck::reading::language::Language;
use countercheck::reading::text::Span;
use countercheck::teaching::pupil::{Step, whole_words};
use countercheck::words::Key;
use leptos::prelude::*;

use super::finder::finder;
use super::quoted;
use crate::app::dom::{self, El, Nodes, derived, el, live, nothing, several};
use crate::app::source::{Face, card};
use crate::app::state::{DRAFT, Desk};
use crate::app::text::{shape, tag_of};
use crate::app::web;

/// The texts.
pub(super) fn texts(desk: Desk) -> El {
    let words = desk.words();
    let theirs = theirs(desk);
    let tabs = el("div", "tabs-of")
        .attr("role", "group")
        .attr("aria-label", words.get(Key::Texts))
        .children(theirs.iter().map(|&article| tab(desk, article)));
    let leaves = el("div", "leaves").children(theirs.iter().map(|&article| leaf(desk, article)));
    el("div", "marking")
        .child(tabs)
        .child(finder(desk, Key::PupilSelect, Key::PupilMarkWords, Desk::mark_found))
        .child(leaves)
}

/// The texts that the pupil has.
fn theirs(desk: Desk) -> Vec<usize> {
    let (model, only) = (desk.model(), desk.with_pupil(|pupil| pupil.only.clone()));
    let one = only.and_then(|only| model.letters().iter().position(|id| **id == only));
    one.map_or_else(|| (0..model.collection.articles.len()).collect(), |one| vec![one])
}

fn tab(desk: Desk, article: usize) -> El {
    let (model, words) = (desk.model(), desk.words());
    let is_shown = move || desk.texts_before_pupil().contains(&article);
    let count = move || {
        let count =
            desk.pupil_state().marks.iter().filter(|it| it.place.is_some_and(|place| place.0 == article)).count();
        match count {
            0 => words.get(Key::PupilNoneShort).to_owned(),
            count => words.fill(Key::PupilMarked, &[&count.to_string()]),
        }
    };
    let face = move || if is_shown() { Face::Solid } else { Face::Outline }.class().to_owned();
    el("button", "")
        .state("aria-pressed", is_shown)
        .class("is-last", move || desk.texts_before_pupil().last() == Some(&article))
        .press(move || desk.turn_pupil_to(article))
        .child(el("b", "").live("class", move || Some(face())).text(&model.article(article).id))
        .child(el("span", "num").live_text(count))
}

/// A text, while it is looked at.
fn leaf(desk: Desk, article: usize) -> El {
    let is_shown = derived(move || desk.texts_before_pupil().contains(&article));
    let inside = live(move || {
        if !is_shown.get() {
            return nothing();
        }
        let (model, words) = (desk.model(), desk.words());
        let source = model.article(article);
        let name = words.fill(Key::SourceOf, &[&source.id, wording::outlet(words, source)]);
        el("article", "leaf")
            .attr("id", &format!("column-{article}"))
            .attr("data-source", &source.id)
            .attr("aria-label", &name)
            .class("is-last", move || desk.texts_before_pupil().last() == Some(&article))
            .child(card(words, &model.collection, source))
            .child(
                el("div", "scroll")
                    .attr("tabindex", "0")
                    .attr("role", "group")
                    .attr("aria-label", &name)
                    .child(text(desk, article)),
            )
            .view()
    });
    el("div", "").flag("hidden", move || !is_shown.get()).put(inside)
}

/// What lies over a stretch of a text.
#[derive(Clone, Copy, PartialEq)]
enum Over {
    /// A figure that the program reads, by its place.
    Program(usize),
    /// A mark of the pupil's.
    Mine(u64),
    /// What is being marked.
    Draft,
    /// The words that say who.
    Who,
    /// Words that were typed.
    Found,
}

fn text(desk: Desk, article: usize) -> El {
    let over = derived(move || over(desk, article));
    let language = desk.model().article(article).language.map(Language::code);
    let words = live(move || {
        let (model, over) = (desk.model(), over.get());
        let article = model.article(article);
        let spans: Vec<Span> = over.iter().map(|it| it.0).collect();
        let set = paragraphs(&article.text, article.title.as_deref(), &spans, &[]);
        let drawn = set.iter().map(|paragraph| {
            let (tag, class) = tag_of(paragraph.role, article.title.is_some());
            let pieces = paragraph.pieces.iter().map(|piece| drawn(desk, &article.id, &article.text, piece, &over));
            el(tag, class).attr("data-paragraph", "").put(several(pieces.collect())).view()
        });
        several(drawn.collect())
    });
    el("div", "art")
        .attr_of("lang", language)
        .on("click", move |event| {
            if web::selection().is_none() {
                desk.open_mark_under(&event);
            }
        })
        .on("keydown", move |event| {
            if web::under(&event, "data-mark").is_some() && web::is_press(&event) {
                desk.open_mark_under(&event);
            }
        })
        .put(words)
}

/// The stretches of a text that something lies over; the pupil's own over those of the program.
fn over(desk: Desk, article: usize) -> Vec<(Span, Over)> {
    let (model, ui, state) = (desk.model(), desk.exercise.ui.read(), desk.pupil_state());
    let mut over = Vec::new();
    if ui.is_shown {
        let corrected = &model.corrected;
        let claims = corrected.comparison.readings[article].claims.iter().enumerate();
        let struck = |claim: usize| corrected.provenances[article][claim].struck;
        over.extend(claims.filter(|(i, _)| !struck(*i)).map(|(i, claim)| (claim.phrase, Over::Program(i))));
    }
    for marked in &state.marks {
        if let Some((_, span)) = marked.place.filter(|place| place.0 == article) {
            over.push((span, Over::Mine(marked.mark.id)));
        }
    }
    if let Some(draft) = ui.draft.as_ref().filter(|draft| draft.article == article) {
        over.push((draft.span, Over::Draft));
        over.extend(draft.who.flatten().map(|who| (who, Over::Who)));
    }
    over.extend(ui.found.filter(|found| found.0 == article).map(|found| (found.1, Over::Found)));
    over
}

fn drawn(desk: Desk, id: &str, text: &str, piece: &Piece, over: &[(Span, Over)]) -> Nodes {
    let words = dom::text(piece.span.of(text));
    piece.marks.iter().rev().fold(words, |inner, mark| {
        let (span, over) = over[mark.claim];
        let begins = piece.span.start == span.start;
        match over {
            Over::Program(claim) => program(desk, id, claim),
            Over::Mine(id) if begins => own(desk, id, span.of(text)),
            Over::Mine(id) => el("mark", "claim is-mine").attr("data-mark", &id.to_string()),
            Over::Draft => el("mark", "is-draft").attr_of("id", begins.then_some(DRAFT)),
            Over::Who => el("mark", "is-draft is-who"),
            Over::Found => el("mark", "is-draft").attr_of("id", begins.then_some(FOUND)),
        }
        .put(inner)
        .view()
    })
}

/// The id of the words that were found.
pub(super) const FOUND: &str = "found";

/// A mark of the pupil's: a button that opens it.
fn own(desk: Desk, id: u64, words: &str) -> El {
    let name = [&quoted(words), ", ", desk.words().get(Key::PupilFigures)].concat();
    el("mark", "claim is-mine is-first")
        .attr("data-mark", &id.to_string())
        .attr("role", "button")
        .attr("tabindex", "0")
        .attr("aria-label", &name)
}

/// A figure that the program reads, as it is marked on the ordinary page.
fn program(desk: Desk, article: &str, claim: usize) -> El {
    let (model, words) = (desk.model(), desk.words());
    let place = model.letters().iter().position(|id| *id == article).unwrap_or_default();
    let claim: &Claim = &model.corrected.comparison.readings[place].claims[claim];
    let title = wording::triple(words, model.article(place), claim);
    el("mark", &["claim ", shape(claim.kind)].concat()).attr("data-claim", &claim.id).attr("title", &title)
}

/// The way to a mark, while words of a text are selected. It leaves them selected.
pub(super) fn button_of_selection(desk: Desk) -> El {
    let words = desk.words();
    let is_picking = move || desk.exercise.ui.read().draft.as_ref().is_some_and(|draft| draft.is_picking);
    let name = move || words.get(if is_picking() { Key::PupilTakeWho } else { Key::PupilMarkWords });
    el("button", "btn strong add-figure")
        .attr("id", "mark-selected")
        .flag("hidden", move || !desk.selected.get() || desk.pupil_step() != Step::Mark)
        .on("pointerdown", |event| web::use_up(&event))
        .on("mousedown", |event| web::use_up(&event))
        .press(move || desk.take_selection())
        .live_text(move || name().to_owned())
}

impl Desk {
    /// Marks the words that are selected, or takes them for those that say who.
    pub(super) fn take_selection(self) {
        let Some((article, start, end)) = web::selection() else { return };
        let model = self.model();
        let Some(source) = model.collection.articles.get(article) else { return };
        match whole_words(&source.text, Span::new(start, end)) {
            Some(span) => self.take_words(article, span),
            None => self.ask_for(Key::PupilTooLong),
        }
    }

    fn take_words(self, article: usize, span: Span) {
        let picking = self.exercise.ui.with_untracked(|ui| {
            let draft = ui.draft.as_ref().filter(|draft| draft.is_picking);
            draft.map(|draft| draft.article)
        });
        match picking {
            None => self.begin_mark(article, span),
            Some(marked) if marked != article => self.ask_for(Key::PupilWhoElsewhere),
            Some(_) => {
                self.edit_draft(|draft| {
                    draft.who = Some(Some(span));
                    draft.is_picking = false;
                });
                web::select_nothing();
                web::focus_soon("#who-words");
            }
        }
    }

    /// Takes the words that were typed and found.
    pub(super) fn mark_found(self) {
        if let Some((article, span)) = self.exercise.ui.with_untracked(|ui| ui.found) {
            self.edit(|ui| ui.found = None);
            self.take_words(article, span);
        }
    }

    fn open_mark_under(self, event: &web_sys::Event) {
        if let Some(id) = web::under(event, "data-mark").and_then(|id| id.parse().ok()) {
            self.open_mark(id);
        }
    }

    /// Turns to a mark and puts focus on it.
    pub(super) fn go_to_mark(self, id: u64) {
        let state = untrack(|| self.pupil_state());
        if let Some((article, _)) = state.mark(id).and_then(|marked| marked.place) {
            self.turn_pupil_to(article);
            self.edit(|ui| ui.seat.step = Step::Mark);
            focus_mark(id);
        }
    }
}

/// Puts focus on a mark, once it is drawn.
pub(super) fn focus_mark(id: u64) {
    web::focus_later([&web::with("data-mark", &id.to_string()), "[tabindex]"].concat());
}
