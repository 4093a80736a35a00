//! The third step: one careful sentence a topic.

use countercheck::teaching::pupil::{Act, LONGEST_WORDS};
use countercheck::words::Key;

use crate::app::dom::{El, el};
use crate::app::lesson::with_blanks;
use crate::app::state::Desk;
use crate::app::web;

/// A sentence with blanks for each topic; those without a figure say what to do first.
pub(super) fn sentences(desk: Desk) -> El {
    let words = desk.words();
    let topics = desk.topics();
    let one = |(index, name): (usize, String)| {
        let none = move || desk.pupil_state().of_topic(Some(index)).next().is_none();
        el("section", "")
            .child(el("h3", "").text(&name))
            .child(el("p", "few").flag("hidden", move || !none()).text(words.get(Key::PupilNone)))
            .child(with_blanks(words, words.get(Key::PupilSentence), "", &|blank, field| {
                filled(desk, index, blank, field)
            }))
    };
    let names = topics.iter().map(|topic| desk.topic_name(topic));
    el("div", "saying")
        .child(el("h2", "").text(words.get(Key::AskSentence)))
        .child(el("p", "how").text(words.get(Key::PupilSentenceHow)))
        .children(names.enumerate().map(one))
}

fn filled(desk: Desk, topic: usize, blank: usize, field: El) -> El {
    let value = move || {
        let state = desk.pupil_state();
        state.blanks.get(topic).and_then(|blanks| blanks.get(blank)).cloned().unwrap_or_default()
    };
    field.attr("maxlength", &LONGEST_WORDS.to_string()).value(value).on("input", move |event| {
        desk.act(Act::Blank { topic, blank, words: web::value(&event) });
    })
}
