//! The word of the class: seven words for how the figures relate.

use countercheck::comparing::wording;
use countercheck::comparing::{ClaimKey, Relation};
use countercheck::teaching::lesson::Ballot;
use countercheck::words::Key;
use leptos::prelude::*;

use super::answers::Answer;
use super::{LessonStep, Title};
use crate::components::{Icon, SourceBadge, SourceFace, glyph_of};
use crate::i18n::{lang_of, use_words};
use crate::stores::LessonSession;

/// The figures, and seven words for how they relate, all in ink.
#[component]
pub(super) fn WordStep(at: LessonStep) -> impl IntoView {
    let words = use_words();
    let (lesson, taught) = (at.lesson, at.taught);
    let choice = |(answer, relation): (usize, Relation)| {
        let name = words.get(wording::relation(relation));
        view! {
            <Answer taught ballot=Ballot::Word answer name>
                <span class="word-face">
                    <Icon glyph=glyph_of(relation) />
                    <b>{name}</b>
                    <small>{words.get(wording::gloss(relation))}</small>
                </span>
            </Answer>
        }
    };
    let figures = at.figures().iter().map(|&key| view! { <FigureItem at=at.clone() key /> }).collect_view();
    view! {
        <div class="word-of">
            <section class="word-asked">
                <Title text=words.get(Key::AskWord) />
                <ul class="figures-of">{figures}</ul>
                <p class="sum num">{words.get(Key::HandsCounted)} <b>{move || hands_counted(lesson, taught)}</b></p>
            </section>
            <ol class="answers">{Relation::ALL.into_iter().enumerate().map(choice).collect_view()}</ol>
        </div>
    }
}

/// The hands that were counted for any word.
pub(super) fn hands_counted(lesson: LessonSession, taught: usize) -> usize {
    (0..Relation::ALL.len()).map(|answer| lesson.hands(taught, Ballot::Word, answer)).sum()
}

/// A figure as it is printed, who says so, and its date.
#[component]
pub(super) fn FigureItem(at: LessonStep, key: ClaimKey, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let words = use_words();
    let (article, claim) = (at.model.article(key.article), at.model.claim(key));
    view! {
        <li>
            <SourceBadge id=article.id.clone() face=SourceFace::Solid />
            <div>
                <b lang=lang_of(article)>{wording::phrase(&article.text, claim)}</b>
                <small class="num">{at.who(words, key)}</small>
                <small class="num">{wording::when(words, article, claim)}</small>
            </div>
            {children.map(|children| children())}
        </li>
    }
}
