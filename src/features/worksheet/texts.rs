//! The first step: texts side by side, in which words are selected or typed, and marked.

use countercheck::comparing::wording;
use countercheck::output::column::{Piece, paragraphs};
use countercheck::reading::text::Span;
use countercheck::teaching::pupil::Step;
use countercheck::words::Key;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::finder::Finder;
use super::quoted;
use crate::browser;
use crate::components::{SourceBadge, SourceCard, SourceFace, TextBlock, pressed};
use crate::i18n::{lang_of, use_words};
use crate::stores::{Analysis, DRAFT, FOUND, Worksheet, use_analysis, use_selection, use_worksheet};
use crate::view_model::underline;

/// The texts, and a field to look for words in them.
#[component]
pub(super) fn Texts() -> impl IntoView {
    let analysis = use_analysis();
    let worksheet = use_worksheet();
    let words = use_words();
    let assigned = assigned_texts(analysis, worksheet);
    let tabs = assigned.iter().map(|&article| view! { <Tab article /> }).collect_view();
    let columns = assigned.iter().map(|&article| view! { <TextColumn article /> }).collect_view();
    view! {
        <div class="marking">
            <div class="tabs-of" role="group" aria-label=words.get(Key::Texts)>
                {tabs}
            </div>
            <Finder ask=Key::PupilSelect take=Key::PupilMarkWords />
            <div class="leaves">{columns}</div>
        </div>
    }
}

/// The texts that the pupil has.
fn assigned_texts(analysis: Analysis, worksheet: Worksheet) -> Vec<usize> {
    let (model, only) = (analysis.model(), worksheet.with_pupil(|pupil| pupil.only.clone()));
    let one = only.and_then(|only| model.letters().iter().position(|id| **id == only));
    one.map_or_else(|| (0..model.collection.articles.len()).collect(), |one| vec![one])
}

#[component]
fn Tab(article: usize) -> impl IntoView {
    let analysis = use_analysis();
    let worksheet = use_worksheet();
    let words = use_words();
    let id = analysis.model().article(article).id.clone();
    let is_shown = move || worksheet.shown_texts().contains(&article);
    let is_last = move || worksheet.shown_texts().last() == Some(&article);
    let count = move || {
        let state = worksheet.progress();
        match state.marks.iter().filter(|it| it.place.is_some_and(|place| place.0 == article)).count() {
            0 => words.get(Key::PupilNoneShort).to_owned(),
            count => words.fill(Key::PupilMarked, &[&count.to_string()]),
        }
    };
    let badge = move || {
        let face = if is_shown() { SourceFace::Solid } else { SourceFace::Outline };
        view! { <SourceBadge id=id.clone() face /> }
    };
    view! {
        <button
            aria-pressed=move || pressed(is_shown())
            class:is-last=is_last
            on:click=move |_| worksheet.turn_to(article)
        >
            {badge}
            <span class="num">{count}</span>
        </button>
    }
}

/// A text, while it is looked at.
#[component]
fn TextColumn(article: usize) -> impl IntoView {
    let analysis = use_analysis();
    let worksheet = use_worksheet();
    let words = use_words();
    let is_shown = Memo::new(move |_| worksheet.shown_texts().contains(&article));
    let is_last = move || worksheet.shown_texts().last() == Some(&article);
    let column = move || {
        let model = analysis.model();
        let source = model.article(article);
        let name = words.fill(Key::SourceOf, &[&source.id, wording::outlet(words, source)]);
        view! {
            <article
                class="leaf"
                class:is-last=is_last
                id=format!("column-{article}")
                data-source=source.id.clone()
                aria-label=name.clone()
            >
                <SourceCard model=analysis.model() article />
                <div class="scroll" tabindex="0" role="group" aria-label=name.clone()>
                    <MarkedText article />
                </div>
            </article>
        }
    };
    view! { <div hidden=move || !is_shown.get()>{move || is_shown.get().then(column)}</div> }
}

/// What lies over a stretch of a text.
#[derive(Clone, Copy, PartialEq)]
enum Overlay {
    /// A figure that the program reads, by its place.
    Program(usize),
    /// A mark of the pupil's.
    Own(u64),
    /// What is being marked.
    Draft,
    /// The words that say who.
    Who,
    /// Words that were typed.
    Found,
}

/// A text with everything that lies over it.
#[component]
fn MarkedText(article: usize) -> impl IntoView {
    let analysis = use_analysis();
    let worksheet = use_worksheet();
    let model = analysis.model();
    let overlays = Memo::new(move |_| overlays(analysis, worksheet, article));
    let open_under = move |event: &leptos::ev::Event| {
        if let Some(id) = browser::under(event, "data-mark").and_then(|id| id.parse().ok()) {
            worksheet.open_mark(id);
        }
    };
    let press = move |event: KeyboardEvent| {
        if browser::under(&event, "data-mark").is_some() && browser::is_press(&event) {
            open_under(&event);
        }
    };
    let click = move |event: leptos::ev::MouseEvent| {
        if browser::selection().is_none() {
            open_under(&event);
        }
    };
    let text = move || {
        let (model, overlays) = (analysis.model(), overlays.get());
        let source = model.article(article);
        let spans: Vec<Span> = overlays.iter().map(|it| it.0).collect();
        let set = paragraphs(&source.text, source.title.as_deref(), &spans, &[]);
        let paragraph = |paragraph: countercheck::output::column::Paragraph| {
            let pieces = paragraph.pieces.iter().map(|piece| marked_piece(analysis, article, piece, &overlays));
            let pieces = pieces.collect_view();
            view! { <TextBlock role=paragraph.role is_titled=source.title.is_some()>{pieces}</TextBlock> }
        };
        set.into_iter().map(paragraph).collect_view()
    };
    view! {
        <div class="art" lang=lang_of(model.article(article)) on:click=click on:keydown=press>
            {text}
        </div>
    }
}

/// The stretches of a text that something lies over; the pupil's own over those of the program.
fn overlays(analysis: Analysis, worksheet: Worksheet, article: usize) -> Vec<(Span, Overlay)> {
    let (model, ui, state) = (analysis.model(), worksheet.ui.read(), worksheet.progress());
    let mut overlays = Vec::new();
    if ui.is_shown {
        let corrected = &model.corrected;
        let claims = corrected.comparison.readings[article].claims.iter().enumerate();
        let struck = |claim: usize| corrected.provenances[article][claim].struck;
        overlays.extend(claims.filter(|(i, _)| !struck(*i)).map(|(i, claim)| (claim.phrase, Overlay::Program(i))));
    }
    for marked in &state.marks {
        if let Some((_, span)) = marked.place.filter(|place| place.0 == article) {
            overlays.push((span, Overlay::Own(marked.mark.id)));
        }
    }
    if let Some(draft) = ui.draft.as_ref().filter(|draft| draft.article == article) {
        overlays.push((draft.span, Overlay::Draft));
        overlays.extend(draft.who.flatten().map(|who| (who, Overlay::Who)));
    }
    overlays.extend(ui.found.filter(|found| found.0 == article).map(|found| (found.1, Overlay::Found)));
    overlays
}

/// A stretch of a text with what lies over it, the innermost last.
fn marked_piece(analysis: Analysis, article: usize, piece: &Piece, overlays: &[(Span, Overlay)]) -> AnyView {
    let model = analysis.model();
    let text = &model.article(article).text;
    let words = piece.span.of(text).to_owned();
    piece.marks.iter().rev().fold(words.into_any(), |inner, mark| {
        let (span, overlay) = overlays[mark.claim];
        let begins = piece.span.start == span.start;
        match overlay {
            Overlay::Program(claim) => view! { <ProgramMark article claim>{inner}</ProgramMark> }.into_any(),
            Overlay::Own(id) if begins => {
                view! { <OwnMark id words=span.of(text).to_owned()>{inner}</OwnMark> }.into_any()
            }
            Overlay::Own(id) => {
                view! { <mark class="claim is-mine" data-mark=id.to_string()>{inner}</mark> }.into_any()
            }
            Overlay::Draft => view! { <mark class="is-draft" id=begins.then_some(DRAFT)>{inner}</mark> }.into_any(),
            Overlay::Who => view! { <mark class="is-draft is-who">{inner}</mark> }.into_any(),
            Overlay::Found => view! { <mark class="is-draft" id=begins.then_some(FOUND)>{inner}</mark> }.into_any(),
        }
    })
}

/// The first piece of a mark of the pupil's: a button that opens it.
#[component]
fn OwnMark(id: u64, words: String, children: Children) -> impl IntoView {
    let name = [&quoted(&words), ", ", use_words().get(Key::PupilFigures)].concat();
    view! {
        <mark class="claim is-mine is-first" data-mark=id.to_string() role="button" tabindex="0" aria-label=name>
            {children()}
        </mark>
    }
}

/// A figure that the program reads, as it is marked on the reader's page.
#[component]
fn ProgramMark(article: usize, claim: usize, children: Children) -> impl IntoView {
    let model = use_analysis().model();
    let claim = &model.corrected.comparison.readings[article].claims[claim];
    let title = wording::triple(use_words(), model.article(article), claim);
    view! {
        <mark
            class=["claim ", underline(claim.kind)].concat()
            data-claim=claim.id.clone()
            title=title
        >
            {children()}
        </mark>
    }
}

/// The way to a mark, while words of a text are selected. Pressing it leaves them selected.
#[component]
pub(crate) fn MarkSelectedButton() -> impl IntoView {
    let selection = use_selection();
    let worksheet = use_worksheet();
    let words = use_words();
    let is_picking = move || worksheet.ui.read().draft.as_ref().is_some_and(|draft| draft.is_picking);
    view! {
        <button
            class="btn strong add-figure"
            id="mark-selected"
            hidden=move || !selection.selected.get() || worksheet.step() != Step::Mark
            on:pointerdown=|event| browser::use_up(&event)
            on:mousedown=|event| browser::use_up(&event)
            on:click=move |_| worksheet.take_selection()
        >
            {move || words.get(if is_picking() { Key::PupilTakeWho } else { Key::PupilMarkWords })}
        </button>
    }
}
