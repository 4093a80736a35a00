//! The table of a quantity: one row a pupil.

use countercheck::comparing::ClaimKey;
use countercheck::reading::text::fold;
use countercheck::teaching::pupil::{Class, Marked, Overview, PairAgainst, Pupil, Qualifier, State, Work};
use countercheck::words::{Key, Words};
use leptos::prelude::*;

use crate::components::{RelationBadge, SourceBadge, SourceFace, VerdictFace};
use crate::i18n::{lang_of, use_words};
use crate::stores::use_analysis;
use crate::view_model::Model;

/// The heads of the columns. On small screens each stands in its cell instead.
const HEADS: [Key; 4] = [Key::HandedPupil, Key::HandedMarks, Key::HandedPairs, Key::StepSentence];

/// The table; `is_nameless` hides the names of pupils.
pub(super) fn works_table(class: &Class, overview: &Overview, is_nameless: bool) -> AnyView {
    let words = use_words();
    let head = |key: Key| view! { <th role="columnheader" scope="col">{words.get(key)}</th> };
    let row = |work: &Work| pupil_row(&class.pupils()[work.pupil], work, is_nameless);
    view! {
        <table class="works" role="table" aria-label=words.get(Key::Handed)>
            <thead role="rowgroup">
                <tr role="row">{HEADS.map(head).into_iter().collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">{overview.works.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn pupil_row(pupil: &Pupil, work: &Work, is_nameless: bool) -> AnyView {
    let words = use_words();
    let model = use_analysis().model();
    let number = words.fill(Key::HandedNameless, &[&(work.pupil + 1).to_string()]);
    let is_named = !is_nameless && !pupil.name.trim().is_empty();
    let name = if is_named { pupil.name.clone() } else { number };
    let only = pupil.only.as_ref().map(|only| view! { <small>{words.fill(Key::HandedOnly, &[only])}</small> });
    let pairs = work.against.pairs.iter().map(|pair| pair_item(&model, words, &work.state, pair));
    view! {
        <tr role="row" data-pupil=work.pupil.to_string()>
            <th role="rowheader" scope="row">
                <b>{name}</b>
                {only}
            </th>
            <Cell head=HEADS[1] items=figures(work) />
            <Cell head=HEADS[2] items=pairs.collect() />
            <Cell head=HEADS[3] items=sentence(words, &work.blanks).into_iter().collect() />
        </tr>
    }
    .into_any()
}

/// A cell with a list, or the word that there is nothing.
#[component]
fn Cell(head: Key, items: Vec<AnyView>) -> impl IntoView {
    let words = use_words();
    let content = if items.is_empty() {
        view! { <p class="nothing">{words.get(Key::HandedNothing)}</p> }.into_any()
    } else {
        view! { <ul>{items}</ul> }.into_any()
    };
    view! {
        <td role="cell">
            <small class="head">{words.get(head)}</small>
            {content}
        </td>
    }
}

/// The marks in the order of the texts, then the figures that have none.
fn figures(work: &Work) -> Vec<AnyView> {
    let found = |id: u64| work.against.found.iter().find(|it| it.0 == id).map(|it| Some(it.1));
    let beyond = |id: u64| work.against.beyond.iter().find(|it| it.0 == id).map(|_| None);
    let mark = |marked: &Marked| {
        let found = found(marked.mark.id).or_else(|| beyond(marked.mark.id))?;
        Some(view! { <MarkItem marked=marked.clone() found /> }.into_any())
    };
    let missed = work.against.missed.iter().map(|&key| view! { <MissedItem key /> }.into_any());
    work.state.marks.iter().filter_map(mark).chain(missed).collect()
}

/// What was marked, the qualifier, who says so; the program's qualifier where it is another one.
#[component]
fn MarkItem(marked: Marked, found: Option<ClaimKey>) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let who = marked.mark.who.as_ref().map(|who| fold::one_line(&who.quote));
    let own = words.fill(Key::HandedWord, &[words.get(marked.mark.qualifier.key())]);
    let read = found.map(|key| Qualifier::of(model.claim(key))).filter(|read| *read != marked.mark.qualifier);
    let read = read.map(|read| words.fill(Key::HandedReads, &[words.get(read.key())]));
    let beyond = match (marked.place, found) {
        (None, _) => Some(words.get(Key::HandedLost)),
        (_, None) => Some(words.get(Key::HandedBeyond)),
        _ => None,
    };
    let (id, lang, quote) = quote_of(&model, &marked);
    view! {
        <li>
            <SourceBadge id face=SourceFace::Solid />
            <div>
                <q lang=lang>{quote}</q>
                <small>{own} {who.map(|who| view! { <span>" · "<q class="who">{who}</q></span> })}</small>
                {read.map(|read| view! { <Remark text=read /> })}
                {beyond.map(|beyond| view! { <Remark text=beyond /> })}
                <LateRemark is_late=marked.is_late />
            </div>
        </li>
    }
}

/// The letter of the text that a mark is in, its language, and the words that are marked.
fn quote_of(model: &Model, marked: &Marked) -> (String, Option<&'static str>, String) {
    let anchor = &marked.mark.figure;
    let (id, lang) = match marked.place {
        Some((article, _)) => (&model.article(article).id, lang_of(model.article(article))),
        None => (&anchor.article, None),
    };
    (id.clone(), lang, fold::one_line(&anchor.quote))
}

#[component]
fn Remark(#[prop(into)] text: String) -> impl IntoView {
    view! { <small class="says">{text}</small> }
}

/// That something came after the program's marks were shown.
#[component]
fn LateRemark(is_late: bool) -> impl IntoView {
    is_late.then(|| view! { <Remark text=use_words().get(Key::HandedLate) /> })
}

/// A figure that the pupil did not find.
#[component]
fn MissedItem(key: ClaimKey) -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let article = model.article(key.article);
    view! {
        <li class="is-missed">
            <SourceBadge id=article.id.clone() face=SourceFace::Dashed />
            <div>
                <span lang=lang_of(article)>{model.said_figure(words, key)}</span>
                <Remark text=words.get(Key::HandedMissed) />
            </div>
        </li>
    }
}

/// A pupil's word on two marks and the reason; the program's beside it.
fn pair_item(model: &Model, words: Words, state: &State, pair: &PairAgainst) -> AnyView {
    let marked = |(id, joint): (u64, &'static str)| {
        let (id, lang, quote) = quote_of(model, state.mark(id)?);
        Some(view! { <span>{joint} {id} " " <span lang=lang>{quote}</span></span> })
    };
    let marks = [(pair.pair.0, ""), (pair.pair.1, " – ")].into_iter().filter_map(marked).collect_view();
    let reason = pair.heard.said.reason.trim().to_owned();
    let program = match pair.said.as_ref().map(|pair| model.said(pair).relation) {
        Some(relation) => view! {
            <small>{words.get(Key::ProgramWord)}</small>
            <RelationBadge relation />
        }
        .into_any(),
        None => view! { <small>{words.get(Key::PupilWordNone)}</small> }.into_any(),
    };
    view! {
        <li class="is-pair">
            <b class="num">{marks}</b>
            {pair.heard.said.verdict.map(|verdict| view! { <VerdictFace verdict /> })}
            {(!reason.is_empty()).then(|| view! { <p class="because">{reason}</p> })}
            <LateRemark is_late=pair.heard.is_late />
            <p class="program">{program}</p>
        </li>
    }
    .into_any()
}

/// The careful sentence with what stands in its blanks; `None` while all are empty.
fn sentence(words: Words, blanks: &[String]) -> Option<AnyView> {
    if blanks.iter().all(|blank| blank.trim().is_empty()) {
        return None;
    }
    let part = |(i, part): (usize, &'static str)| {
        let filled = i.checked_sub(1).map(|blank| blanks.get(blank).map_or("", |blank| blank.trim()));
        let filled = filled.map(|filled| if filled.is_empty() { "…" } else { filled }.to_owned());
        view! {
            {filled.map(|filled| view! { <u>{filled}</u> })}
            {part}
        }
    };
    let parts = words.get(Key::PupilSentence).split('_').enumerate().map(part).collect_view();
    Some(view! { <li class="sentence">{parts}</li> }.into_any())
}
