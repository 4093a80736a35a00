//! What both sheets are made from and have in common.

use std::sync::Arc;

use countercheck::collection::Article;
use countercheck::comparing::wording;
use countercheck::comparing::{Alignment, ClaimKey};
use countercheck::teaching::handout::{Excerpt, Handout};
use countercheck::words::{Key, Words};
use leptos::prelude::*;

use super::student_sheet::StudentSheet;
use super::teacher_key::TeacherKey;
use crate::components::{Logo, SourceBadge, SourceFace};
use crate::i18n::{lang_of, use_words};
use crate::stores::{
    Analysis, Layout, LessonSession, Route, Settings, use_analysis, use_layout, use_lesson, use_route, use_settings,
};
use crate::view_model::Model;

/// The sheet that is being printed.
#[component]
pub(crate) fn PrintedSheet() -> impl IntoView {
    let layout = use_layout();
    move || layout.sheet.get().map(|kind| view! { <SheetPage kind /> })
}

#[component]
fn SheetPage(kind: Key) -> impl IntoView {
    let settings = use_settings();
    let analysis = use_analysis();
    let route = use_route();
    let layout = use_layout();
    let lesson = use_lesson();
    let sheet = Arc::new(Sheet::new(settings, analysis, route, layout, lesson));
    let is_student = kind == Key::StudentSheet;
    let parts = if is_student {
        view! { <StudentSheet sheet=sheet.clone() /> }.into_any()
    } else {
        view! { <TeacherKey sheet=sheet.clone() /> }.into_any()
    };
    view! {
        <article class="handout" data-sheet=kind.code()>
            <Head sheet kind />
            {parts}
        </article>
    }
}

/// The quantities and texts of a sheet, and the numbers of its figures.
pub(super) struct Sheet {
    pub(super) model: Arc<Model>,
    pub(super) words: Words,
    /// The quantities, in order.
    pub(super) ranks: Vec<usize>,
    pub(super) handout: Handout,
}

impl Sheet {
    /// The quantities of the lesson's plan, else the listed ones, and the texts that are shown, as far as they fit.
    fn new(settings: Settings, analysis: Analysis, route: Route, layout: Layout, lesson: LessonSession) -> Self {
        let planned = lesson.planned_ranks().filter(|_| !layout.prints_list.get());
        let (model, wanted) = (analysis.model(), planned.unwrap_or_else(|| route.listed()));
        let rows: Vec<&Alignment> = wanted.iter().map(|&rank| model.quantity(rank)).collect();
        let handout = Handout::of(&model.collection, &model.corrected.comparison, &rows, &layout.shown());
        let ranks = handout.rows.iter().map(|&place| wanted[place]).collect();
        drop(rows);
        Self { model, words: settings.words(), ranks, handout }
    }

    pub(super) fn word(&self, key: Key) -> &'static str {
        self.words.get(key)
    }

    pub(super) fn article(&self, excerpt: &Excerpt) -> &Article {
        self.model.article(excerpt.article)
    }

    /// The address of a figure on both sheets: "A3".
    pub(super) fn address(&self, key: ClaimKey) -> Option<String> {
        let number = self.handout.number(key)?.to_string();
        Some([&self.model.article(key.article).id, number.as_str()].concat())
    }
}

#[component]
fn Head(sheet: Arc<Sheet>, kind: Key) -> impl IntoView {
    let language = sheet.words.language();
    let collection = &sheet.model.collection;
    let (title, question) = (collection.title_in(language), collection.question_in(language));
    let asked = question.unwrap_or(title).to_owned();
    let title = question.map(|_| view! { <p class="title">{title.to_owned()}</p> });
    let labels = if kind == Key::StudentSheet { sheet.word(Key::PupilLines) } else { "" };
    view! {
        <header>
            <p class="line">
                <Logo />
                <b>{sheet.word(Key::Brand)}</b>
                <span>{sheet.word(kind)}</span>
                <FillInLines labels />
            </p>
            {title}
            <h1>{asked}</h1>
        </header>
    }
}

/// A part with its heading and, where there is more to say, a line below that.
#[component]
pub(super) fn Part(
    #[prop(optional)] class: Option<&'static str>,
    heading: Key,
    #[prop(optional)] how: Option<Key>,
    children: Children,
) -> impl IntoView {
    let words = use_words();
    view! {
        <section class=class>
            <h2>{words.get(heading)}</h2>
            {how.map(|key| view! { <p class="how">{words.get(key)}</p> })}
            {children()}
        </section>
    }
}

/// Lines to fill in, one for each label.
#[component]
pub(super) fn FillInLines(labels: &'static str) -> impl IntoView {
    let labels = labels.split('_').map(str::trim).filter(|label| !label.is_empty());
    let line = |label: &'static str| view! { <p class="fill"><span>{label}</span><i></i></p> };
    labels.map(line).collect_view()
}

/// The address of a figure in its frame.
#[component]
pub(super) fn FigureNumber(sheet: Arc<Sheet>, key: ClaimKey) -> impl IntoView {
    let address = sheet.address(key).unwrap_or_default();
    view! { <b class="no" data-number=address.clone()>{address.clone()}</b> }
}

/// The table of both sheets: to be filled in, or filled.
#[component]
pub(super) fn SheetTable(sheet: Arc<Sheet>, is_empty: bool) -> impl IntoView {
    let head = |excerpt: &Excerpt| {
        let article = sheet.article(excerpt);
        view! {
            <th>
                <SourceBadge id=article.id.clone() face=SourceFace::Outline />
                <small>{wording::dated(sheet.words, article)}</small>
            </th>
        }
    };
    let cell = |rank: usize, excerpt: &Excerpt| {
        if is_empty {
            view! { <td></td> }.into_any()
        } else {
            view! { <FigureCell sheet=sheet.clone() rank article=excerpt.article /> }.into_any()
        }
    };
    let row = |&rank: &usize| {
        view! {
            <tr>
                <th>{sheet.model.label(rank, sheet.words)}</th>
                {sheet.handout.excerpts.iter().map(|excerpt| cell(rank, excerpt)).collect_view()}
                {is_empty.then(|| view! { <td></td> })}
            </tr>
        }
    };
    let rows = sheet.ranks.iter().map(row).collect_view();
    view! {
        <table class=is_empty.then_some("to-fill")>
            <thead>
                <tr>
                    <th>{sheet.word(Key::TableFigure)}</th>
                    {sheet.handout.excerpts.iter().map(head).collect_view()}
                    {is_empty.then(|| view! { <th>{sheet.word(Key::TableRelation)}</th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// What one text gives for a quantity.
#[component]
fn FigureCell(sheet: Arc<Sheet>, rank: usize, article: usize) -> impl IntoView {
    let members = sheet.model.quantity(rank).members.iter().copied();
    let figures: Vec<ClaimKey> = members.filter(|key| key.article == article).collect();
    if figures.is_empty() {
        let hint = sheet.model.silence(rank, article).hint().map(|key| view! { <p>{sheet.word(key)}</p> });
        return view! { <td>{sheet.word(Key::Silent)} {hint}</td> }.into_any();
    }
    let figure = |key: ClaimKey| {
        let (article, claim) = (sheet.model.article(key.article), sheet.model.claim(key));
        view! {
            <div>
                <FigureNumber sheet=sheet.clone() key />
                " "
                <b class="quoted" lang=lang_of(article)>{wording::figure(&article.text, claim)}</b>
                <p>{wording::who(sheet.words, claim)}</p>
                <p>{wording::when(sheet.words, article, claim)}</p>
            </div>
        }
    };
    view! { <td>{figures.into_iter().map(figure).collect_view()}</td> }.into_any()
}
