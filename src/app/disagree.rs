//! The ways to disagree: a figure is corrected, struck, added, lined up otherwise; a relation is set. Each is an entry of
//! the journal, and each can be undone.

use countercheck::comparing::wording;
use countercheck::comparing::{ClaimKey, Relation};
use countercheck::intake::source::typed_day;
use countercheck::reading::claim::{Claim, Effect};
use countercheck::reading::text::Span;
use countercheck::trouble::Trouble;
use countercheck::words::{Key, Words};
use countercheck::work::journal::{Amount, Anchor, Change, Entry, MOST_ENTRIES, Setting, proposal};
use leptos::prelude::*;

use super::dom::{El, el, live, nothing};
use super::help::{dialog, section};
use super::quantity::{Other, act, others, quantity};
use super::relation::only_here;
use super::state::Desk;
use super::web::{self, store};

/// What is disagreed with.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Subject {
    /// A figure that is read.
    Figure(ClaimKey),
    /// A stretch of a text that is to be one.
    New(usize, Box<Claim>),
    /// How two figures relate.
    Pair(ClaimKey, ClaimKey),
    /// The quantity at a rank.
    Quantity(usize),
}

/// What stands in the form.
#[derive(Clone, Copy)]
struct Form {
    value: RwSignal<String>,
    effect: RwSignal<String>,
    counted: RwSignal<String>,
    who: RwSignal<String>,
    as_of: RwSignal<String>,
    words: RwSignal<String>,
}

impl Form {
    fn of(words: Words, set: &Setting) -> Self {
        let amount = set.amount.unwrap_or_default();
        let new = |text: Option<String>| RwSignal::new(text.unwrap_or_default());
        Self {
            value: new(amount.value.map(|value| wording::number(words, value.value()))),
            effect: new(amount.effect.map(|effect| effect.code().to_owned())),
            counted: new(set.counted.clone()),
            who: new(set.who.clone()),
            as_of: new(set.as_of.map(|date| date.to_string())),
            words: new(None),
        }
    }

    /// Whether what is typed for the date is none.
    fn is_no_day(self) -> bool {
        let text = self.as_of.read();
        !text.trim().is_empty() && typed_day(&text).is_none()
    }

    /// What is said; a number that cannot be understood stays as it was, with a date that is none nothing is said.
    fn read(self, words: Words, before: &Setting) -> Option<Setting> {
        if untrack(|| self.is_no_day()) {
            return None;
        }
        let code = self.effect.get_untracked();
        let effect = Effect::ALL.into_iter().find(|effect| effect.code() == code);
        let old = before.amount.unwrap_or_default();
        let number = wording::entered(words, &self.value.get_untracked(), old.value);
        let same = number == old.value && effect == old.effect;
        let amount = number.filter(|_| !same).map(|value| Amount::of(value, effect));
        Some(Setting {
            amount: amount.or(before.amount),
            kind: before.kind,
            counted: Some(self.counted.get_untracked()),
            who: Some(self.who.get_untracked()),
            as_of: typed_day(&self.as_of.get_untracked()).or(before.as_of),
        })
    }
}

/// The dialog; what it is about is set before it opens.
pub(crate) fn dialog_of_disagreement(desk: Desk) -> El {
    let body = live(move || match desk.subject.get() {
        Some(Subject::Figure(key)) => figure(desk, key).view(),
        Some(Subject::New(article, claim)) => addition(desk, article, &claim).view(),
        Some(Subject::Pair(a, b)) => pair(desk, a, b, None).view(),
        Some(Subject::Quantity(rank)) => quantity(desk, rank).view(),
        None => nothing(),
    });
    dialog(desk, "disagree", Key::Disagree).put(body)
}

/// A control with its name above it.
pub(crate) fn field(name: &str, control: El) -> El {
    el("label", "field").child(el("span", "").text(name)).child(control)
}

/// A line to write into.
pub(crate) fn input(signal: RwSignal<String>) -> El {
    el("input", "").value(move || signal.get()).on("input", move |event| signal.set(web::value(&event)))
}

/// One of several, each with its value and its name.
pub(crate) fn choice(signal: RwSignal<String>, options: impl Iterator<Item = (String, String)>) -> El {
    let option = |(value, name): (String, String)| el("option", "").attr("value", &value).text(&name);
    el("select", "")
        .children(options.map(option))
        .value(move || signal.get())
        .on("change", move |event| signal.set(web::value(&event)))
}

fn fields(desk: Desk, form: Form) -> [El; 5] {
    let words = desk.words();
    let no_day = move || if form.is_no_day() { words.get(Key::NotADay).to_owned() } else { String::new() };
    let exact = (String::new(), words.get(Key::EffectNone).to_owned());
    let effects = wording::QUALIFIERS.map(|(effect, name)| (effect.code().to_owned(), words.get(name).to_owned()));
    [
        field(words.get(Key::Value), input(form.value).attr("inputmode", "decimal")),
        field(words.get(Key::Qualifier), choice(form.effect, std::iter::once(exact).chain(effects))),
        field(words.get(Key::WhatIsCounted), input(form.counted)),
        field(words.get(Key::WhoSaysSo), input(form.who)),
        field(words.get(Key::AsOfDate), input(form.as_of).state("aria-invalid", move || form.is_no_day()))
            .child(el("span", "wrong").attr("role", "alert").live_text(no_day)),
    ]
}

fn figure(desk: Desk, key: ClaimKey) -> El {
    let (model, words) = (desk.model(), desk.words());
    let claim = model.claim(key);
    let before = Setting::read(claim);
    let form = Form::of(words, &before);
    let anchor = model.anchor(key);
    let name = named(desk, key);
    let button = |name: Key| el("button", "btn").text(words.get(name));
    let act = |name: Key, change: Change| button(name).press(move || desk.correct_by(change.clone()));
    let save = button(Key::SaveFigure).press({
        let anchor = anchor.clone();
        move || {
            if let Some(set) = form.read(words, &before) {
                desk.correct_by(Change::edit(anchor.clone(), set.since(&before)));
            }
        }
    });
    let note = button(Key::AddNote).press({
        let anchor = anchor.clone();
        move || desk.correct_by(Change::note(vec![anchor.clone()], &form.words.get_untracked()))
    });
    let acts = el("p", "row").child(act(Key::NoFigure, Change::strike(anchor.clone())));
    let apart = (!model.ranks(key).is_empty()).then(|| act(Key::TakeOut, Change::unlink(anchor.clone())));
    let acts = acts.children(apart);
    section(&name)
        .children(model.ranks(key).is_empty().then(|| alone(desk)))
        .children(fields(desk, form))
        .child(el("p", "row").child(save.attr("data-act", "save")))
        .child(acts)
        .child(linking(desk, key, anchor))
        .child(field(words.get(Key::Note), input(form.words)))
        .child(el("p", "row").child(note.attr("data-act", "note")))
}

/// What there is to say of a figure that has no card.
fn alone(desk: Desk) -> El {
    let words = desk.words();
    el("p", "said").child(only_here(words)).text(" ").text(words.get(Key::OnlyHereWhy))
}

/// Puts a figure into another quantity.
fn linking(desk: Desk, key: ClaimKey, anchor: Anchor) -> El {
    let (model, words) = (desk.model(), desk.words());
    let chosen = RwSignal::new(String::new());
    let options = others(&model, words, |other| match other {
        Other::Quantity(rank) => !model.ranks(key).contains(&rank),
        Other::Lone(place) => model.lone()[place] != key,
    });
    let link = act(desk, Key::LineUp, move || {
        let other = Other::read(&chosen.get_untracked())?;
        Some(Change::link(anchor.clone(), other.anchor(&model)?))
    });
    el("div", "")
        .child(field(words.get(Key::BelongsTo), choice(chosen, options.into_iter())))
        .child(el("p", "row").child(link.attr("data-act", "link")))
}

fn addition(desk: Desk, article: usize, claim: &Claim) -> El {
    let (model, words) = (desk.model(), desk.words());
    let before = Setting::read(claim);
    let form = Form::of(words, &before);
    let source = model.article(article);
    let anchor = Anchor::of(source, claim.quote);
    let save = el("button", "btn strong").text(words.get(Key::AddFigure)).press(move || {
        if let Some(set) = form.read(words, &before) {
            desk.correct_by(Change::add(anchor.clone(), set));
        }
    });
    let name = [&source.id, " “", claim.phrase.of(&source.text), "”"].concat();
    section(&name).children(fields(desk, form)).child(el("p", "row").child(save.attr("data-act", "save")))
}

/// How two figures relate, with a reason; at first as proposed, else as it is.
pub(crate) fn pair(desk: Desk, a: ClaimKey, b: ClaimKey, proposed: Option<Relation>) -> El {
    let (model, words) = (desk.model(), desk.words());
    let pairs = model.ranks(a).iter().flat_map(|&rank| &model.quantity(rank).pairs);
    let now = pairs.into_iter().find(|pair| pair.is_of(a, b)).map_or(Relation::Same, |pair| pair.relation);
    let (relation, reason) = (RwSignal::new(proposed.unwrap_or(now).code().to_owned()), RwSignal::new(String::new()));
    let options = Relation::ALL.map(|it| (it.code().to_owned(), words.get(wording::relation(it)).to_owned()));
    let (first, second) = (model.anchor(a), model.anchor(b));
    let save = el("button", "btn strong").text(words.get(Key::SetRelation)).press(move || {
        let code = relation.get_untracked();
        if let Some(relation) = Relation::ALL.into_iter().find(|it| it.code() == code) {
            let reason = reason.get_untracked();
            desk.correct_by(Change::relate(first.clone(), second.clone(), relation, &reason));
        }
    });
    let said = model.corrected.said(&model.program, a, b).map(|pair| {
        let relation = words.get(wording::relation(pair.relation));
        el("p", "said").text(&words.fill(Key::ProgramSaid, &[relation, &pair.why.sentence(words.language())]))
    });
    section(&[named(desk, a), named(desk, b)].join(" / "))
        .children(said)
        .child(field(words.get(Key::HowTheyRelate), choice(relation, options.into_iter())))
        .child(field(words.get(Key::YourReason), input(reason)))
        .child(el("p", "row").child(save.attr("data-act", "save")))
}

/// The way to a figure of one's own, while words of a text are selected. It leaves them selected.
pub(crate) fn button_of_selection(desk: Desk) -> El {
    el("button", "btn strong add-figure")
        .flag("hidden", move || !desk.selected.get())
        .on("pointerdown", |event| web::use_up(&event))
        .on("mousedown", |event| web::use_up(&event))
        .press(move || desk.add_selected())
        .text(desk.words().get(Key::AddFigure))
}

/// "A at least 27".
pub(crate) fn named(desk: Desk, key: ClaimKey) -> String {
    let model = desk.model();
    [&model.article(key.article).id, " ", &model.said_figure(desk.words(), key)].concat()
}

impl Desk {
    /// Opens the ways to disagree with something.
    pub(crate) fn disagree(self, subject: Subject) {
        self.subject.set(Some(subject));
        self.open_dialog("disagree");
    }

    /// Opens the form for the words that are selected in a text, with what the program reads in them.
    pub(crate) fn add_selected(self) {
        let model = self.model();
        let Some((article, start, end)) = web::selection() else { return };
        let Some(source) = model.collection.articles.get(article) else { return };
        let fits = source.text.get(start..end).is_some();
        if let Some(claim) = fits.then(|| proposal(source, Span::new(start, end))).flatten() {
            self.disagree(Subject::New(article, Box::new(claim)));
        }
    }

    /// Makes an entry of the journal.
    pub(crate) fn correct_by(self, change: Change) {
        let by = web::stored("name").unwrap_or_default();
        let entry = Entry::new(&by, store::now() / 1000, change);
        let mut is_kept = false;
        self.change(|saved| is_kept = saved.journal.push(entry));
        if !is_kept {
            self.work.troubles.set(vec![Trouble::about(Key::TooManyEntries, &MOST_ENTRIES.to_string())]);
        }
        web::close_dialog("disagree");
        self.analyse();
    }

    /// Undoes the last correction, or does it again.
    pub(crate) fn undo(self, again: bool) {
        self.change(|saved| {
            let journal = &mut saved.journal;
            if again {
                journal.redo()
            } else {
                journal.undo()
            };
        });
        self.analyse();
    }
}
