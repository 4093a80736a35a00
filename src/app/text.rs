//! The text of a column, with a mark over every figure.
//!
//! A mark is a `<mark>` with the address of its figure in `data-claim`. Where figures overlap, marks are nested and
//! cut, and each piece has the address; the one that takes focus has `tabindex`. The text content of the paragraphs
//! (`[data-paragraph]`) of a column is the text, byte for byte.

use std::sync::Arc;

use countercheck::claim::{Claim, Kind};
use countercheck::column::{Mark, Paragraph, Piece, Role};
use countercheck::compare::{ClaimKey, Relation};
use countercheck::wording;
use countercheck::words::Key;
use leptos::ev;
use leptos::prelude::*;

use super::model::{Model, Run};
use super::relation::raised;
use super::state::Desk;
use super::web;

/// A text and who is walking through its figures.
#[derive(Clone)]
struct Setting {
    desk: Desk,
    model: Arc<Model>,
    article: usize,
    /// The figure that has the column's one tab stop.
    stop: RwSignal<usize>,
}

/// The text of an article.
pub(crate) fn text(desk: Desk, article: usize) -> AnyView {
    let model = desk.model();
    let language = model.article(article).language.map(countercheck::language::Language::code);
    let untitled = model.article(article).title.is_none();
    let setting = Setting { desk, model: model.clone(), article, stop: RwSignal::new(0) };
    let runs: Vec<AnyView> = (0..model.runs(article).len()).map(|i| run(&setting, i)).collect();
    let pressed = setting.clone();
    view! {
        <div
            class="art"
            lang=language
            on:click=move |event| choose(desk, &event)
            on:keydown=move |event| key(&pressed, &event)
        >
            <div class="ribbon"></div>
            {untitled.then(|| view! { <p class="untitled">{desk.words().get(Key::NoHeadline)}</p> })}
            {runs}
        </div>
    }
    .into_any()
}

fn choose(desk: Desk, event: &web_sys::Event) {
    if let Some(key) = web::figure_under(event).and_then(|id| desk.model().find(&id)) {
        desk.choose_figure(key);
    }
}

/// Arrows walk through the figures, Enter chooses.
fn key(setting: &Setting, event: &ev::KeyboardEvent) {
    let Some(key) = web::figure_under(event).and_then(|id| setting.model.find(&id)) else { return };
    let figures = setting.model.figures(setting.article);
    if web::is_press(event) {
        setting.desk.choose_figure(key);
    } else if let Some(to) = web::arrow(event, key.claim, figures.len()) {
        setting.stop.set(to);
        web::focus_mark(&figures[to].id);
    }
}

fn run(setting: &Setting, index: usize) -> AnyView {
    let run = &setting.model.runs(setting.article)[index];
    let paragraphs: Vec<AnyView> = run.paragraphs.iter().map(|it| paragraph(setting, it)).collect();
    if run.core { paragraphs.into_any() } else { folded(setting, index, run, paragraphs) }
}

fn folded(setting: &Setting, index: usize, run: &Run, paragraphs: Vec<AnyView>) -> AnyView {
    let (desk, article, words) = (setting.desk, setting.article, setting.desk.words());
    let count = run.words.to_string();
    let is_open = Memo::new(move |_| desk.is_unfolded(article, index));
    let label = move || words.fill(if is_open.get() { Key::Fold } else { Key::Folded }, &[&count]);
    view! {
        <button
            class="fold num"
            lang=words.language().code()
            aria-expanded=move || if is_open.get() { "true" } else { "false" }
            on:click=move |_| desk.toggle_fold(article, index)
        >
            {label}
        </button>
        <div class="folded" hidden=move || !is_open.get()>
            {paragraphs}
        </div>
    }
    .into_any()
}

fn paragraph(setting: &Setting, paragraph: &Paragraph) -> AnyView {
    let pieces: Vec<AnyView> = paragraph.pieces.iter().map(|it| piece(setting, it)).collect();
    let claims = paragraph.pieces.iter().flat_map(|piece| &piece.marks);
    let ranks: Vec<usize> = claims.flat_map(|mark| setting.ranks(mark.claim)).copied().collect();
    let desk = setting.desk;
    let hit = move || !ranks.is_empty() && desk.is_chosen(&ranks);
    match paragraph.role {
        Role::Headline => view! { <h3 data-paragraph="" class:is-hit=hit>{pieces}</h3> }.into_any(),
        Role::Subhead => view! { <h4 data-paragraph="" class:is-hit=hit>{pieces}</h4> }.into_any(),
        Role::Furniture => view! { <p data-paragraph="" class="meta" class:is-hit=hit>{pieces}</p> }.into_any(),
        Role::Body => view! { <p data-paragraph="" class:is-hit=hit>{pieces}</p> }.into_any(),
    }
}

fn piece(setting: &Setting, piece: &Piece) -> AnyView {
    let text = piece.span.of(&setting.model.article(setting.article).text).to_owned();
    piece.marks.iter().rev().fold(text.into_any(), |inner, it| mark(setting, piece, *it, inner))
}

fn mark(setting: &Setting, piece: &Piece, mark: Mark, inner: AnyView) -> AnyView {
    let claim = setting.claim(mark.claim);
    let ranks = setting.ranks(mark.claim).to_vec();
    let is_last = piece.span.end == claim.phrase.end;
    let glyph = setting.relation(mark.claim).filter(|_| is_last).map(raised);
    let class = class(claim, &ranks);
    let (desk, stop, index) = (setting.desk, setting.stop, mark.claim);
    let is_on = Memo::new(move |_| desk.is_chosen(&ranks));
    let tab = move || mark.speaks.then(|| if stop.get() == index { "0" } else { "-1" });
    let name = mark.speaks.then(|| setting.name(index));
    view! {
        <mark
            class=class
            class:is-on=move || is_on.get()
            data-claim=claim.id.clone()
            data-selected=move || is_on.get().then_some("")
            tabindex=tab
            role=mark.speaks.then(|| setting.role(index))
            aria-label=name.clone()
            title=name
        >
            {inner}
            {glyph}
        </mark>
    }
    .into_any()
}

impl Setting {
    fn key(&self, claim: usize) -> ClaimKey {
        ClaimKey { article: self.article, claim }
    }

    fn claim(&self, claim: usize) -> &Claim {
        self.model.claim(self.key(claim))
    }

    fn ranks(&self, claim: usize) -> &[usize] {
        self.model.ranks(self.key(claim))
    }

    fn relation(&self, claim: usize) -> Option<Relation> {
        self.model.relation_of(self.key(claim))
    }

    /// A figure that can be chosen is a button; one that stands alone is a note on its words.
    fn role(&self, claim: usize) -> &'static str {
        if self.ranks(claim).is_empty() { "note" } else { "button" }
    }

    /// "28 deaths, no one named, text of 22 Sep 2025, Both can be true".
    fn name(&self, claim: usize) -> String {
        let words = self.desk.words();
        let word = self.relation(claim).map_or(Key::OnlyHere, wording::relation);
        let triple = wording::triple(words, self.model.article(self.article), self.claim(claim));
        format!("{triple}, {}", words.get(word))
    }
}

/// Letters of a phrase that is not broken over two lines when it is chosen.
const SHORT: usize = 24;

fn class(claim: &Claim, ranks: &[usize]) -> String {
    let paired = if ranks.is_empty() { "" } else { " paired" };
    let short = if claim.phrase.len() <= SHORT { " is-short" } else { "" };
    format!("claim {}{paired}{short}", shape(claim.kind))
}

/// The shape of the underline.
fn shape(kind: Kind) -> &'static str {
    match kind {
        Kind::Count | Kind::Money | Kind::Measure | Kind::Ordinal => "k-count",
        Kind::Percent | Kind::Ratio => "k-share",
        Kind::Date | Kind::Duration => "k-date",
        Kind::Vague => "k-vague",
    }
}
