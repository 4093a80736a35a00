//! A pupil's copy: what the program found is hidden, and pupils mark, compare and say it themselves.

mod compare;
mod finder;
mod form;
mod hand;
mod mark;
mod mine;
mod say;
mod word;

use countercheck::reading::text::fold;
use countercheck::teaching::pupil::{LONGEST_NAME, Step};
use countercheck::words::Key;
use leptos::prelude::*;

pub(crate) use hand::hand_out;
pub(crate) use mine::{verdict_face, verdict_name};

use super::bar::languages;
use super::dom::{El, Nodes, derived, el, live};
use super::icon::{self, Icon, icon, logo};
use super::kept;
use super::notice;
use super::state::Desk;
use super::web;

/// The steps by their names.
const STEPS: [Key; 3] = [Key::PupilMark, Key::PupilCompare, Key::PupilSay];

/// The page of a pupil's copy.
pub(crate) fn page(desk: Desk) -> Nodes {
    web::files::forget_plain();
    let words = desk.words();
    let step = derived(move || desk.pupil_step() as usize);
    let work = live(move || {
        match Step::ALL[step.get()] {
            Step::Mark => mark::texts(desk),
            Step::Compare => compare::pairs(desk),
            Step::Say => say::sentences(desk),
        }
        .view()
    });
    let main = el("main", "exercise")
        .attr("id", "texts")
        .attr("tabindex", "-1")
        .live("aria-label", move || Some(words.get(STEPS[step.get()]).to_owned()))
        .put(work);
    el("div", "pupil")
        .live("data-step", move || Some((step.get() + 1).to_string()))
        .child(top(desk))
        .put(notice::content(desk))
        .put(kept::notice(desk))
        .child(el("div", "bench").child(main).child(mine::side(desk)))
        .child(mark::button_of_selection(desk))
        .child(
            el("p", "missing").attr("role", "alert").live_text(move || {
                desk.exercise.missing.get().map(|key| words.get(key).to_owned()).unwrap_or_default()
            }),
        )
        .child(el("p", "vh").attr("role", "status").live_text(move || {
            let said = desk.exercise.said.read();
            said.as_ref().map(|said| said.sentence(words)).unwrap_or_default()
        }))
        .view()
}

fn top(desk: Desk) -> El {
    let words = desk.words();
    let brand = el("div", "brand")
        .child(logo())
        .child(el("strong", "").text(words.get(Key::Brand)))
        .child(el("h1", "").text(words.get(Key::PupilCopy)));
    let name = el("input", "pupil-name")
        .attr("id", "pupil-name")
        .attr("aria-label", words.get(Key::PupilName))
        .attr("placeholder", words.get(Key::PupilName))
        .attr("autocomplete", "off")
        .attr("maxlength", &LONGEST_NAME.to_string())
        .value(move || desk.work.saved.with(|saved| saved.pupil.as_ref().map_or("", |it| &it.name).to_owned()))
        .on("input", move |event| desk.name_pupil(web::value(&event)));
    let save = el("button", "btn").attr("id", "save-work").press(move || desk.save_page());
    let acts = el("div", "acts")
        .child(name)
        .child(languages(desk))
        .child(back(desk, false, icon::UNDO, Key::Undo))
        .child(back(desk, true, icon::REDO, Key::Redo))
        .child(save.child(icon(icon::FILE)).text(words.get(Key::PupilSave)));
    el("header", "top").child(brand).child(steps(desk)).child(acts)
}

fn steps(desk: Desk) -> El {
    let words = desk.words();
    let button = |(i, name): (usize, Key)| {
        let step = Step::ALL[i];
        el("button", "")
            .attr("data-act", name.code())
            .live("aria-current", move || (desk.pupil_step() == step).then(|| "step".to_owned()))
            .press(move || desk.go_to_step(step))
            .child(el("i", "num").text(&(i + 1).to_string()))
            .text(words.get(name))
    };
    el("nav", "seg pupil-steps")
        .attr("aria-label", words.get(Key::PupilSteps))
        .children(STEPS.into_iter().enumerate().map(button))
}

/// Undoes, or does again. It takes focus where there is nothing to do, so that focus is not lost with the last act.
fn back(desk: Desk, again: bool, face: Icon, name: Key) -> El {
    el("button", "btn quiet")
        .attr("data-act", name.code())
        .state("aria-disabled", move || !desk.can_undo_act(again))
        .press(move || desk.undo_act(again))
        .child(icon(face))
        .text(desk.words().get(name))
}

/// What a key does in a pupil's copy; whether it does anything.
pub(crate) fn key(desk: Desk, key: &str) -> bool {
    let letters = untrack(|| desk.letter_keys());
    match key {
        "^z" => desk.undo_act(false),
        "^Z" | "^y" => desk.undo_act(true),
        "Escape" => desk.cancel_mark(),
        "u" if letters => desk.undo_act(false),
        "U" if letters => desk.undo_act(true),
        "a" if letters => desk.take_selection(),
        _ => return false,
    }
    true
}

/// A button that is pressed or not.
fn chip(name: &str, is: impl Fn() -> bool + Send + 'static, press: impl FnMut() + 'static) -> El {
    el("button", "btn chip").state("aria-pressed", is).press(press).text(name)
}

/// Some words of a text on one line.
fn quoted(text: &str) -> String {
    ["“", &fold::one_line(text), "”"].concat()
}

impl Desk {
    /// Goes to a step, on the topic that was looked at last.
    fn go_to_step(self, step: Step) {
        let topic = self.exercise.ui.with_untracked(|ui| ui.seat.topic);
        self.sit(step, topic, 0);
    }
}
