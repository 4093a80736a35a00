//! The table of a quantity: one row a pupil.

use countercheck::comparing::ClaimKey;
use countercheck::reading::text::fold;
use countercheck::teaching::pupil::{Class, Marked, Overview, PairAgainst, Pupil, Qualifier, Work};
use countercheck::words::{Key, Words};

use crate::app::disagree::named;
use crate::app::dom::{El, el};
use crate::app::model::Model;
use crate::app::pupil::verdict_face;
use crate::app::relation::relation;
use crate::app::source::{Face, letter, quoted};
use crate::app::state::Desk;

/// The heads of the columns. On small screens each stands in its cell instead.
const HEADS: [Key; 4] = [Key::HandedPupil, Key::HandedMarks, Key::HandedPairs, Key::StepSentence];

pub(super) fn table(desk: Desk, class: &Class, overview: &Overview) -> El {
    let words = desk.words();
    let head = |key: Key| el("th", "").attr("role", "columnheader").attr("scope", "col").text(words.get(key));
    let rows = overview.works.iter().map(|work| row(desk, &class.pupils()[work.pupil], work));
    el("table", "works")
        .attr("role", "table")
        .attr("aria-label", words.get(Key::Handed))
        .child(
            el("thead", "").attr("role", "rowgroup").child(el("tr", "").attr("role", "row").children(HEADS.map(head))),
        )
        .child(el("tbody", "").attr("role", "rowgroup").children(rows))
}

fn row(desk: Desk, pupil: &Pupil, work: &Work) -> El {
    let words = desk.words();
    let number = words.fill(Key::HandedNameless, &[&(work.pupil + 1).to_string()]);
    let is_named = !desk.is_nameless() && !pupil.name.trim().is_empty();
    let only = pupil.only.as_ref().map(|only| el("small", "").text(&words.fill(Key::HandedOnly, &[only])));
    let name = el("th", "")
        .attr("role", "rowheader")
        .attr("scope", "row")
        .child(el("b", "").text(if is_named { &pupil.name } else { &number }))
        .children(only);
    el("tr", "")
        .attr("role", "row")
        .attr("data-pupil", &work.pupil.to_string())
        .child(name)
        .child(cell(words, HEADS[1], figures(desk, work)))
        .child(cell(words, HEADS[2], work.against.pairs.iter().map(|pair| word(desk, work, pair)).collect()))
        .child(cell(words, HEADS[3], sentence(words, &work.blanks).into_iter().collect()))
}

/// A cell with a list, or the word that there is nothing.
fn cell(words: Words, head: Key, items: Vec<El>) -> El {
    let cell = el("td", "").attr("role", "cell").child(el("small", "head").text(words.get(head)));
    if items.is_empty() {
        return cell.child(el("p", "nothing").text(words.get(Key::HandedNothing)));
    }
    cell.child(el("ul", "").children(items))
}

/// The marks in the order of the texts, then the figures that have none.
fn figures(desk: Desk, work: &Work) -> Vec<El> {
    let found = |id: u64| work.against.found.iter().find(|it| it.0 == id).map(|it| Some(it.1));
    let beyond = |id: u64| work.against.beyond.iter().find(|it| it.0 == id).map(|_| None);
    let of = |it: &Marked| Some((it.mark.id, found(it.mark.id).or_else(|| beyond(it.mark.id))?));
    let marks = work.state.marks.iter().filter_map(|it| Some(mark(desk, it, of(it)?.1)));
    let missed = work.against.missed.iter().map(|&key| missed(desk, key));
    marks.chain(missed).collect()
}

/// What was marked, the little word, who says so; the program's little word where it is another one.
fn mark(desk: Desk, marked: &Marked, found: Option<ClaimKey>) -> El {
    let (model, words) = (desk.model(), desk.words());
    let (id, phrase) = words_of(&model, marked, "q");
    let who = marked.mark.who.as_ref().map(|who| el("q", "who").text(&fold::one_line(&who.quote)));
    let own = words.fill(Key::HandedWord, &[words.get(marked.mark.qualifier.key())]);
    let read = found.map(|key| Qualifier::of(model.claim(key))).filter(|read| *read != marked.mark.qualifier);
    let read = read.map(|read| note(&words.fill(Key::HandedReads, &[words.get(read.key())])));
    let beyond = match (marked.place, found) {
        (None, _) => Some(note(words.get(Key::HandedLost))),
        (_, None) => Some(note(words.get(Key::HandedBeyond))),
        _ => None,
    };
    let what = el("div", "")
        .child(phrase)
        .child(el("small", "").text(&own).children(who.map(|who| el("span", "").text(" · ").child(who))))
        .children(read)
        .children(beyond)
        .children(late(words, marked.is_late));
    el("li", "").child(letter(&id, Face::Solid)).child(what)
}

/// The letter of the text that a mark is in, and its words.
fn words_of(model: &Model, marked: &Marked, tag: &'static str) -> (String, El) {
    let anchor = &marked.mark.figure;
    let (id, words) = match marked.place {
        Some((article, _)) => (&model.article(article).id, quoted(tag, "", model.article(article))),
        None => (&anchor.article, el(tag, "")),
    };
    (id.clone(), words.text(&fold::one_line(&anchor.quote)))
}

fn note(text: &str) -> El {
    el("small", "says").text(text)
}

fn late(words: Words, is_late: bool) -> Option<El> {
    is_late.then(|| note(words.get(Key::HandedLate)))
}

fn missed(desk: Desk, key: ClaimKey) -> El {
    let (model, words) = (desk.model(), desk.words());
    let what = named(desk, key);
    let id = &model.article(key.article).id;
    let figure = what.strip_prefix(id.as_str()).unwrap_or(&what).trim();
    let figure = quoted("span", "", model.article(key.article)).text(figure);
    el("li", "is-missed")
        .child(letter(id, Face::Dashed))
        .child(el("div", "").child(figure).child(note(words.get(Key::HandedMissed))))
}

/// A pupil's word on two marks and the reason; the program's beside it.
fn word(desk: Desk, work: &Work, pair: &PairAgainst) -> El {
    let (model, words) = (desk.model(), desk.words());
    let marked = |(id, joint): (u64, &str)| {
        let (id, phrase) = words_of(&model, work.state.mark(id)?, "span");
        Some(el("span", "").text(joint).text(&id).text(" ").child(phrase))
    };
    let marks = [(pair.pair.0, ""), (pair.pair.1, " – ")].into_iter().filter_map(marked);
    let own = pair.heard.said.verdict.map(|it| verdict_face(words, it));
    let reason = pair.heard.said.reason.trim();
    let reason = (!reason.is_empty()).then(|| el("p", "because").text(reason));
    let program = match pair.said.map(|pair| model.said(pair)) {
        Some(said) => el("p", "program")
            .child(el("small", "").text(words.get(Key::ProgramWord)))
            .child(relation(words, said.relation)),
        None => el("p", "program").child(el("small", "").text(words.get(Key::PupilWordNone))),
    };
    el("li", "is-pair")
        .child(el("b", "num").children(marks))
        .children(own)
        .children(reason)
        .children(late(words, pair.heard.is_late))
        .child(program)
}

/// The careful sentence with what stands in its blanks; `None` while all are empty.
fn sentence(words: Words, blanks: &[String]) -> Option<El> {
    if blanks.iter().all(|blank| blank.trim().is_empty()) {
        return None;
    }
    let mut sentence = el("li", "sentence");
    for (i, part) in words.get(Key::PupilSentence).split('_').enumerate() {
        if let Some(blank) = i.checked_sub(1) {
            let filled = blanks.get(blank).map_or("", |blank| blank.trim());
            sentence = sentence.child(el("u", "").text(if filled.is_empty() { "…" } else { filled }));
        }
        sentence = sentence.text(part);
    }
    Some(sentence)
}
