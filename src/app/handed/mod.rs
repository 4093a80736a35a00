//! What pupils handed in, beside what the program found. It is kept in memory only, and goes with the window.

mod key;
mod work;

use std::sync::Arc;

use countercheck::teaching::pupil::{Class, MOST_PUPILS, Topic, admit};
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use countercheck::work::saved::Opened;
use leptos::prelude::*;
use web_sys::Event;

use super::bar::switch;
use super::dom::{El, Nodes, el, live, nothing, several};
use super::help::{dialog, section};
use super::icon::{self, icon};
use super::sources::{largest, saved_in};
use super::state::Desk;
use super::web;
use super::web::files::{self, Loaded, Unread};

/// The signals.
pub(crate) struct Handed {
    files: RwSignal<Files>,
    /// The place of the quantity that is looked at.
    topic: RwSignal<usize>,
    /// Whether the names are hidden.
    hidden: RwSignal<bool>,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
}

/// What was read.
#[derive(Clone, Default)]
struct Files {
    /// The name of the collection that it is work on.
    work: String,
    class: Arc<Class>,
    /// What went wrong, each with the name of its file.
    troubles: Vec<(String, Trouble)>,
}

impl Handed {
    pub(super) fn new() -> Self {
        Self {
            files: RwSignal::new(Files::default()),
            topic: RwSignal::new(0),
            hidden: RwSignal::new(false),
            open: RwSignal::new(false),
        }
    }
}

/// The part of what is shared: where the files come in.
pub(crate) fn handed_in(desk: Desk) -> El {
    let words = desk.words();
    let show = el("button", "btn")
        .flag("hidden", move || desk.class_here().pupils().is_empty())
        .press(move || desk.open_handed())
        .text(words.get(Key::HandedShow));
    section(words.get(Key::Handed))
        .child(el("p", "said").text(&words.fill(Key::HandedHow, &[&MOST_PUPILS.to_string()])))
        .child(el("p", "row").child(chooser(desk)).child(show))
}

fn chooser(desk: Desk) -> El {
    let name = desk.words().get(Key::HandedOpen);
    let choose = el("input", "")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("accept", ".html,.htm,.json")
        .attr("aria-label", name)
        .on("change", move |event| desk.take_handed(&event));
    el("span", "btn file").text(name).child(choose)
}

/// The dialog.
pub(crate) fn dialog_of_handed(desk: Desk) -> El {
    let words = desk.words();
    let choose = |desk: Desk, i: usize| desk.handed.hidden.set(i > 0);
    let names = switch(desk, Key::HandedNames, &[Key::On, Key::Off], |desk| usize::from(desk.is_nameless()), choose);
    let count = move || words.fill(Key::HandedCount, &[&desk.class_here().pupils().len().to_string()]);
    let tools = el("div", "tools")
        .child(el("p", "num").attr("role", "status").live_text(count))
        .child(el("span", "lab").text(words.get(Key::HandedNames)).child(names))
        .child(chooser(desk));
    let note = words.fill(Key::HandedHow, &[&MOST_PUPILS.to_string()]);
    let body = live(move || {
        if !desk.handed.open.get() {
            return nothing();
        }
        desk.track_model();
        let class = desk.class_here();
        match class.topics() {
            topics if topics.is_empty() => el("p", "none").text(words.get(Key::HandedNone)).view(),
            topics => several(vec![tabs(desk, &topics).view(), on_topics(desk, class, topics)]),
        }
    });
    dialog(desk, "handed", Key::Handed)
        .on("close", move |_| desk.handed.open.set(false))
        .child(tools)
        .child(troubles(desk))
        .put(body)
        .child(el("p", "note").text(&note))
}

/// What went wrong, file by file; without names, as files have the names of pupils.
fn troubles(desk: Desk) -> El {
    let words = desk.words();
    let row = move |(name, trouble): &(String, Trouble)| {
        let sentence = trouble.sentence(words);
        let file = (!name.is_empty() && !desk.is_nameless()).then(|| el("b", "").text(name).text(": "));
        el("li", "").child(icon(icon::WARNING)).child(el("p", "").children(file).text(&sentence)).view()
    };
    let rows = live(move || several(desk.handed.files.read().troubles.iter().map(row).collect()));
    el("div", "troubles").attr("role", "status").child(el("ul", "").put(rows))
}

/// The quantities that pupils looked for; arrows lead from one to the next.
fn tabs(desk: Desk, topics: &[Topic]) -> El {
    let count = topics.len();
    let now = move || desk.handed.topic.get().min(count - 1);
    let tab = |(i, topic): (usize, &Topic)| {
        el("button", "btn")
            .attr("data-topic", &i.to_string())
            .live("aria-current", move || (now() == i).then(|| "true".to_owned()))
            .press(move || desk.handed.topic.set(i))
            .text(&desk.topic_name(topic))
    };
    el("nav", "handed-topics")
        .attr("aria-label", desk.words().get(Key::HandedAsked))
        .on("keydown", move |event| {
            if let Some(to) = web::arrow(&event, untrack(now), count) {
                desk.handed.topic.set(to);
                web::focus(&web::with("data-topic", &to.to_string()));
            }
        })
        .children(topics.iter().enumerate().map(tab))
}

fn on_topics(desk: Desk, class: Arc<Class>, topics: Vec<Topic>) -> Nodes {
    live(move || {
        let model = desk.model();
        let topic = &topics[desk.handed.topic.get().min(topics.len() - 1)];
        let overview = class.on(&model.collection, &model.corrected.comparison, topic);
        el("section", "handed")
            .attr("data-handed", &topic.id)
            .child(el("h3", "vh").text(&desk.topic_name(topic)))
            .child(key::key(desk, &overview))
            .child(work::table(desk, &class, &overview))
            .view()
    })
}

impl Desk {
    /// Whether the dialog is open.
    pub(crate) fn looks_at_handed(self) -> bool {
        self.handed.open.get_untracked()
    }

    /// Opens the dialog.
    pub(crate) fn open_handed(self) {
        if !self.looks_at_handed() {
            self.handed.open.set(true);
        }
        self.open_dialog("handed");
    }

    fn is_nameless(self) -> bool {
        self.handed.hidden.get()
    }

    /// What was handed in on the collection at hand.
    fn class_here(self) -> Arc<Class> {
        let files = self.handed.files.read();
        if files.work == self.work.id.get() { files.class.clone() } else { Arc::default() }
    }

    /// Takes in files that were chosen or dropped, and shows what becomes of them.
    pub(crate) fn take_handed(self, event: &Event) {
        let chosen = files::files_of(event);
        if chosen.is_empty() {
            return;
        }
        self.handed.files.update(|files| files.troubles.clear());
        files::read_files(
            chosen,
            largest,
            Box::new(move |loaded| {
                let Some(Loaded { name, bytes }) = loaded else { return self.open_handed() };
                match bytes.map(|bytes| saved_in(&name, &bytes)) {
                    Ok(Some(Ok(opened))) => self.hand_in(&name, opened),
                    Ok(Some(Err(trouble))) => self.complain_of(&name, trouble),
                    Ok(None) => self.complain_of(&name, Trouble::new(Key::HandedForeign)),
                    Err(Unread::Large) => self.complain_of(&name, Trouble::new(Key::SavedLarge)),
                    Err(Unread::Broken) => self.complain_of(&name, Trouble::new(Key::HandedBroken)),
                }
            }),
        );
    }

    /// Takes in what was read from a file, if it is work on the collection at hand.
    pub(crate) fn hand_in(self, name: &str, opened: Opened) {
        for trouble in opened.troubles {
            self.complain_of(name, trouble);
        }
        match admit(&self.model().collection, &opened.saved.collection, opened.saved.pupil) {
            Err(key) => self.complain_of(name, Trouble::new(key)),
            Ok(pupil) => {
                let here = self.work.id.get_untracked();
                let mut has_room = true;
                self.handed.files.update(|files| {
                    if files.work != here {
                        (files.work, files.class) = (here, Arc::default());
                    }
                    has_room = Arc::make_mut(&mut files.class).add(pupil);
                });
                if !has_room {
                    self.complain_of("", Trouble::about(Key::HandedFull, &MOST_PUPILS.to_string()));
                }
            }
        }
    }

    fn complain_of(self, name: &str, trouble: Trouble) {
        let trouble = (name.to_owned(), trouble);
        self.handed.files.update(|files| {
            if !files.troubles.contains(&trouble) {
                files.troubles.push(trouble);
            }
        });
    }
}
