//! The student sheet: excerpts with numbered figures, a table to fill in, sentences with blanks.

use std::sync::Arc;

use countercheck::comparing::wording;
use countercheck::comparing::{ClaimKey, Relation};
use countercheck::reading::text::Span;
use countercheck::teaching::handout::{Excerpt, Stretch};
use countercheck::words::Key;
use leptos::prelude::*;

use super::sheet::{FigureNumber, FillInLines, Part, Sheet, SheetTable};
use crate::components::{Provenance, RelationBadge, SourceBadge, SourceFace};
use crate::i18n::lang_of;

#[component]
pub(super) fn StudentSheet(sheet: Arc<Sheet>) -> impl IntoView {
    let excerpts = (0..sheet.handout.excerpts.len())
        .map(|place| view! { <ExcerptPart sheet=sheet.clone() place /> })
        .collect_view();
    let relation = |relation| view! { <li><RelationBadge relation /></li> };
    let frame = |key: Key| view! { <SentenceFrame sentence=sheet.word(key) /> };
    let frames = [Key::FrameFigure, Key::FramePair].map(frame).into_iter().collect_view();
    let exit_lines = sheet.word(Key::ExitLines);
    view! {
        <Part heading=Key::SheetRead how=Key::SheetReadHow>
            <div class="excerpts">{excerpts}</div>
        </Part>
        <Part heading=Key::SheetFill how=Key::SheetFillHow>
            <SheetTable sheet is_empty=true />
            <ul class="choices">{Relation::ALL.into_iter().map(relation).collect_view()}</ul>
        </Part>
        <Part class="whole" heading=Key::SheetSay>
            {frames}
        </Part>
        <Part class="whole slip" heading=Key::ExitSlip>
            <FillInLines labels=exit_lines />
        </Part>
    }
}

/// The passages of a text that a class reads.
#[component]
fn ExcerptPart(sheet: Arc<Sheet>, place: usize) -> impl IntoView {
    let excerpt = &sheet.handout.excerpts[place];
    let article = sheet.article(excerpt);
    let silent = excerpt.paragraphs.is_empty().then(|| view! { <p>{sheet.word(Key::SilentWhy)}</p> });
    let paragraph = |stretches: &Vec<Stretch>| {
        let stretches = stretches.iter().map(|stretch| text_of(&sheet, excerpt, stretch)).collect_view();
        view! { <p class="quoted" lang=lang_of(article)>{stretches}</p> }
    };
    view! {
        <section class="excerpt">
            <header>
                <SourceBadge id=article.id.clone() face=SourceFace::Outline />
                <b>{wording::outlet(sheet.words, article).to_owned()}</b>
                <span>{wording::dated(sheet.words, article)}</span>
                <p>
                    <Provenance links=article.chain.clone() />
                </p>
            </header>
            {silent}
            {excerpt.paragraphs.iter().map(paragraph).collect_view()}
        </section>
    }
}

/// A stretch of a text. The number of a figure stays on the line of the last word before it.
fn text_of(sheet: &Arc<Sheet>, excerpt: &Excerpt, stretch: &Stretch) -> AnyView {
    let of = |span: &Span| span.of(&sheet.article(excerpt).text).to_owned();
    match stretch {
        Stretch::Gap => " […] ".into_any(),
        Stretch::Words(span) => of(span).into_any(),
        Stretch::Figure(span, numbers) => {
            let number = |number: &usize| {
                let key = ClaimKey { article: excerpt.article, claim: excerpt.figures[number - 1] };
                view! {
                    "\u{2060}"
                    <FigureNumber sheet=sheet.clone() key />
                }
            };
            view! {
                <u>{of(span)}</u>
                {numbers.iter().map(number).collect_view()}
            }
            .into_any()
        }
    }
}

/// A sentence with blanks.
#[component]
fn SentenceFrame(sentence: &'static str) -> impl IntoView {
    let part = |(i, part): (usize, &'static str)| {
        view! {
            {(i > 0).then(|| view! { <i></i> })}
            {part}
        }
    };
    view! { <p class="frame">{sentence.split('_').enumerate().map(part).collect_view()}</p> }
}
