//! The program's word on a pair: hidden until the pupil has a word and a reason, then shown beside them.

use countercheck::comparing::Pair;
use countercheck::teaching::pupil::{Act, said_of};
use countercheck::words::Key;
use leptos::prelude::*;

use super::compare::subject;
use super::mine::verdict_face;
use crate::app::dom::{El, Nodes, derived, el, live, nothing};
use crate::app::relation::relation;
use crate::app::state::Desk;
use crate::app::web;

/// What is shown of the program's word.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    /// There is nothing to compare.
    Nothing,
    /// Not before the pupil has a word and a reason.
    Hidden,
    /// Now it can be.
    Ready((u64, u64)),
    /// It is.
    Beside((u64, u64)),
}

fn shown(desk: Desk) -> Shown {
    let state = desk.pupil_state();
    match subject(desk).pair {
        None => Shown::Nothing,
        Some(pair) if state.has_seen(pair) || desk.exercise.ui.read().is_shown => Shown::Beside(pair),
        Some(pair) if state.is_said(pair) => Shown::Ready(pair),
        Some(_) => Shown::Hidden,
    }
}

pub(super) fn word(desk: Desk) -> Nodes {
    let words = desk.words();
    let now = derived(move || shown(desk));
    live(move || {
        let body = el("section", "program-word")
            .attr("id", "program-word")
            .attr("tabindex", "-1")
            .child(el("h3", "").text(words.get(Key::ProgramWord)));
        match now.get() {
            Shown::Nothing => return nothing(),
            Shown::Hidden => body.child(el("p", "").text(words.get(Key::PupilWordHidden))),
            Shown::Ready(pair) => {
                let show = el("button", "btn").attr("id", "show-word").press(move || {
                    desk.act(Act::Shown(Some(pair)));
                    web::focus_soon("#program-word");
                });
                body.child(show.text(words.get(Key::PupilWordShow)))
            }
            Shown::Beside(pair) => body.class("is-shown", || true).children(beside(desk, pair)),
        }
        .view()
    })
}

/// The program's word and reason, then the pupil's.
fn beside(desk: Desk, pair: (u64, u64)) -> Vec<El> {
    let (model, words) = (desk.model(), desk.words());
    let state = untrack(|| desk.pupil_state());
    let said = said_of(&model.corrected.comparison, &state, pair);
    let word = |said: &Pair| {
        let why = el("p", "").text(&said.why.sentence(words.language()));
        el("div", "").child(relation(words, said.relation)).child(why)
    };
    let none = || el("p", "").text(words.get(Key::PupilWordNone));
    let program = said.map_or_else(none, |said| word(model.said(said)));
    let teacher = said.filter(|said| model.corrected.relation_entry(said.a, said.b).is_some());
    let teacher =
        teacher.into_iter().flat_map(|said| [el("h3", "").text(words.get(Key::PupilWordTeacher)), word(said)]);
    let mine = move || {
        let state = desk.pupil_state();
        let Some(heard) = state.of_pair(pair) else { return nothing() };
        let face = heard.said.verdict.map(|verdict| verdict_face(words, verdict));
        el("div", "my-word").children(face).child(el("p", "").text(&heard.said.reason)).view()
    };
    let own = [
        el("h3", "").text(words.get(Key::PupilWordMine)),
        el("div", "").put(live(mine)),
        el("p", "beside").text(words.get(Key::PupilWordBeside)),
    ];
    std::iter::once(program).chain(teacher).chain(own).collect()
}
