//! The paragraphs of a text, with a mark over every figure.
//!
//! A mark is a `<mark>` with the address of its figure in `data-claim`. Where figures overlap, marks are nested and
//! cut, and each piece has the address; the one that takes focus has `tabindex`.

use std::sync::Arc;

use countercheck::comparing::wording;
use countercheck::comparing::{ClaimKey, Relation};
use countercheck::output::column::{Mark, Paragraph, Piece};
use countercheck::reading::claim::Claim;
use countercheck::reading::text::Span;
use countercheck::words::Key;
use leptos::prelude::*;

use crate::browser;
use crate::components::{RaisedGlyph, TextBlock, tab_index};
use crate::i18n::use_words;
use crate::stores::{Route, Selection, Settings, use_analysis, use_route, use_selection, use_settings};
use crate::view_model::{Model, Run, SHORT_PHRASE, underline};

/// A text and the walk through its figures.
#[derive(Clone)]
pub(super) struct TextView {
    pub(super) settings: Settings,
    pub(super) route: Route,
    pub(super) selection: Selection,
    pub(super) model: Arc<Model>,
    pub(super) article: usize,
    /// The runs that were opened by hand.
    pub(super) opened: Arc<[RwSignal<bool>]>,
    /// The figure that was walked to last.
    pub(super) walked: RwSignal<usize>,
    /// The figure that has the column's one tab stop: the one walked to, unless it is folded away.
    stop: Memo<usize>,
}

impl TextView {
    pub(super) fn new(article: usize) -> Self {
        let (settings, route, selection) = (use_settings(), use_route(), use_selection());
        let model = use_analysis().model();
        let opened: Arc<[RwSignal<bool>]> = model.runs(article).iter().map(|_| RwSignal::new(false)).collect();
        let walked = RwSignal::new(0);
        let (runs, shown_model) = (opened.clone(), model.clone());
        let stop = Memo::new(move |_| {
            let shown = shown_figures(settings, selection, &shown_model, article, &runs);
            let walked = walked.get();
            if shown.contains(&walked) { walked } else { shown.first().copied().unwrap_or(walked) }
        });
        Self { settings, route, selection, model, article, opened, walked, stop }
    }

    /// Puts focus on a figure, wherever it is folded away.
    pub(super) fn go_to(&self, claim: usize) {
        let runs = self.model.runs(self.article);
        if let Some(run) = runs.iter().position(|run| run.figures.contains(&claim)) {
            self.opened[run].set(true);
        }
        self.walked.set(claim);
        browser::enter_mark(&self.claim(claim).id);
    }

    /// The figures of the runs that are on screen, in order.
    pub(super) fn shown_figures(&self) -> Vec<usize> {
        shown_figures(self.settings, self.selection, &self.model, self.article, &self.opened)
    }

    pub(super) fn run(&self, index: usize) -> &Run {
        &self.model.runs(self.article)[index]
    }

    pub(super) fn is_titled(&self) -> bool {
        self.model.article(self.article).title.is_some()
    }

    fn key(&self, claim: usize) -> ClaimKey {
        ClaimKey { article: self.article, claim }
    }

    pub(super) fn claim(&self, claim: usize) -> &Claim {
        self.model.claim(self.key(claim))
    }

    pub(super) fn ranks(&self, claim: usize) -> &[usize] {
        self.model.ranks(self.key(claim))
    }

    /// Whether a figure belongs to the quantity that is chosen now; [`super::mark_chosen`] keeps it so.
    fn is_chosen(&self, claim: usize) -> bool {
        untrack(|| self.route.is_chosen(self.ranks(claim)))
    }

    fn relation(&self, claim: usize) -> Option<Relation> {
        self.model.relation_of(self.key(claim))
    }

    /// "28 deaths, no one named, text of 22 Sep 2025, Both can be true".
    fn name(&self, claim: usize) -> String {
        let words = self.settings.words();
        let word = self.relation(claim).map_or(Key::OnlyHere, wording::relation);
        let triple = wording::triple(words, self.model.article(self.article), self.claim(claim));
        format!("{triple}, {}", words.get(word))
    }

    fn mark_class(&self, claim: usize) -> String {
        let paired = if self.ranks(claim).is_empty() { "" } else { " paired" };
        let short = if self.claim(claim).phrase.len() <= SHORT_PHRASE { " is-short" } else { "" };
        let own = match self.model.corrected.provenance(self.key(claim)) {
            source if source.struck => " is-struck",
            source if !source.entries.is_empty() => " is-own",
            _ => "",
        };
        format!("claim {}{paired}{short}{own}", underline(self.claim(claim).kind))
    }
}

/// The figures of the runs that are on screen, in order.
fn shown_figures(
    settings: Settings,
    selection: Selection,
    model: &Model,
    article: usize,
    opened: &[RwSignal<bool>],
) -> Vec<usize> {
    let is_shown = |i: usize| model.runs(article)[i].core || opened[i].get() || selection.shows_run(article, i);
    let is_brief = settings.is_brief();
    let figures = |i: usize| {
        let run = &model.runs(article)[i];
        if is_brief { run.kept.clone() } else { run.figures.clone() }
    };
    (0..opened.len()).filter(|&i| is_shown(i)).flat_map(figures).collect()
}

/// The paragraphs of a run.
#[component]
pub(super) fn Paragraphs(text: TextView, run: usize) -> impl IntoView {
    let paragraph = |paragraph: &Paragraph| {
        let pieces = paragraph.pieces.iter().map(|piece| marked_piece(&text, piece)).collect_view();
        view! { <TextBlock role=paragraph.role is_titled=text.is_titled()>{pieces}</TextBlock> }
    };
    text.run(run).paragraphs.iter().map(paragraph).collect_view()
}

/// A stretch of a text with the marks that lie over it, the innermost last.
fn marked_piece(text: &TextView, piece: &Piece) -> AnyView {
    let words = piece.span.of(&text.model.article(text.article).text).to_owned();
    let marked = piece.marks.iter().rev().fold(words.into_any(), |inner, mark| {
        view! { <FigureMark text=text.clone() piece=piece.span mark=*mark>{inner}</FigureMark> }.into_any()
    });
    if piece.kept {
        marked
    } else {
        view! {
            <span class="rest">
                <span>{marked}</span>
            </span>
        }
        .into_any()
    }
}

/// A piece of the mark of a figure. The piece that speaks takes focus and has its name: a figure that can be chosen is a
/// button; one that stands alone is a note on its words.
#[component]
fn FigureMark(text: TextView, piece: Span, mark: Mark, children: Children) -> impl IntoView {
    let Mark { claim, speaks, .. } = mark;
    let (figure, stop) = (text.claim(claim), text.stop);
    let relation = text.relation(claim).filter(|_| piece.end == figure.phrase.end);
    let role = if text.ranks(claim).is_empty() { "note" } else { "button" };
    let name = speaks.then(|| text.name(claim));
    view! {
        <mark
            class=text.mark_class(claim)
            data-claim=figure.id.clone()
            data-selected=text.is_chosen(claim)
            role=speaks.then_some(role)
            aria-roledescription=speaks.then(|| use_words().get(Key::Figure))
            aria-label=name.clone()
            title=name
            tabindex=speaks.then_some(move || tab_index(stop.get() == claim))
        >
            {children()}
            {relation.map(|relation| view! { <RaisedGlyph relation /> })}
        </mark>
    }
}
