//! Saved collections as they are read: whole entries or none, within the limits.

use super::{FORM, Node, Opened, Saved, VERSION, View, pupil};
use crate::collection::Collection;
use crate::comparing::Relation;
use crate::intake::source::{LONGEST_TEXT, MOST_TEXTS, next_id};
use crate::reading::claim::{Effect, Kind};
use crate::reading::interval::Ends;
use crate::teaching::pupil::{self as work, Pupil};
use crate::trouble::Trouble;
use crate::words::Key;
use crate::work::journal::{
    Act, Amount, Anchor, Change, Entry, Journal, LONGEST_QUOTE, MOST_ENTRIES, MOST_FIGURES, Setting, Standing,
};

/// Reads a saved collection that a parser took apart.
///
/// # Errors
/// Says in one sentence why nothing can be read.
pub fn read<R: Node>(record: &R) -> Result<Opened, Trouble> {
    let mut troubles = Vec::new();
    match record.text("format").as_deref().map(version) {
        Some(None) => return Err(Trouble::new(Key::SavedForeign)),
        Some(Some(version)) if version > VERSION => troubles.push(Trouble::new(Key::SavedNewer)),
        Some(Some(_)) | None => {}
    }
    if record.records("articles").is_none() {
        return Err(Trouble::new(Key::SavedForeign));
    }
    let mut collection = Collection::from_record(record, &|file| Err(format!("“{file}” is not in it")))
        .map_err(|clause| Trouble::about(Key::SavedDamaged, &clause))?;
    bound(&mut collection)?;
    let records = record.records("journal").unwrap_or_default();
    few(records.len(), MOST_ENTRIES)?;
    let entries: Vec<Entry> = records.iter().map(entry).collect();
    let pupil = record.record("pupil").map(|record| pupil::read(&record)).transpose()?;
    let acts = pupil.as_ref().map_or(&[][..], Pupil::entries);
    let is_newer = entries.iter().any(|entry| entry.change.act == Act::Unknown)
        || acts.iter().any(|entry| matches!(entry.act, work::Act::Unknown(_)));
    if is_newer && troubles.is_empty() {
        troubles.push(Trouble::new(Key::SavedNewer));
    }
    let view = record.record("view");
    let view =
        view.map(|view| View { figure: view.record("figure").and_then(|it| anchor(&it)), words: view.texts("words") });
    let saved = Saved { collection, journal: Journal::of(entries), view: view.unwrap_or_default(), pupil };
    Ok(Opened { saved, troubles })
}

/// The journal of a record, as far as it can be read.
pub fn journal<R: Node>(record: &R) -> Journal {
    Journal::of(record.records("journal").unwrap_or_default().iter().map(entry).collect())
}

/// The version of a form of ours.
fn version(form: &str) -> Option<u32> {
    form.strip_prefix(FORM)?.parse().ok()
}

/// Holds a collection to the limits, and gives every text an id of its own.
fn bound(collection: &mut Collection) -> Result<(), Trouble> {
    if collection.articles.len() > MOST_TEXTS {
        return Err(Trouble::about(Key::TooManyTexts, &MOST_TEXTS.to_string()));
    }
    for index in 0..collection.articles.len() {
        let id = &collection.articles[index].id;
        if collection.articles[index].text.len() > LONGEST_TEXT {
            return Err(Trouble::about(Key::TextLarge, id));
        }
        if id.is_empty() || collection.articles[..index].iter().any(|other| other.id == *id) {
            let taken: Vec<&str> = collection.articles.iter().map(|article| article.id.as_str()).collect();
            collection.articles[index].id = next_id(&taken);
        }
    }
    Ok(())
}

/// Work that could not be kept whole is not read at all.
pub(super) fn few(count: usize, most: usize) -> Result<(), Trouble> {
    if count > most { Err(Trouble::about(Key::TooManyEntries, &most.to_string())) } else { Ok(()) }
}

/// An entry, whole or not at all: what is not understood stays as it is written.
fn entry<R: Node>(record: &R) -> Entry {
    let at = record.number("at").unwrap_or_default();
    let unknown = || Change { act: Act::Unknown, figures: Vec::new(), set: Setting::default(), words: record.json() };
    let change = change(record).unwrap_or_else(unknown);
    Entry { by: record.text("by").unwrap_or_default(), at, change, standing: standing(record) }
}

pub(super) fn standing<R: Node>(record: &R) -> Standing {
    match record.text("standing").as_deref() {
        Some("undone") => Standing::Undone,
        Some("dropped") => Standing::Dropped,
        _ => Standing::Done,
    }
}

fn change<R: Node>(record: &R) -> Option<Change> {
    let code = record.text("do")?;
    let act = match code.as_str() {
        "relate" => Act::Relate(of_code(&Relation::ALL, Relation::code, &record.text("relation")?)?),
        "withdraw" => Act::Withdraw(record.number("entry")? as usize),
        _ => of_code(&Act::PLAIN, Act::code, &code)?,
    };
    let figures = record.records("figures").unwrap_or_default();
    let figures: Vec<Anchor> = figures.iter().map(anchor).collect::<Option<_>>()?;
    let enough = (act.figures()..=MOST_FIGURES).contains(&figures.len());
    let words = record.text("words").unwrap_or_default();
    enough.then_some(Change { act, figures, set: setting(record)?, words })
}

/// What an entry says of a figure; `None` where it says something that is not understood.
fn setting<R: Node>(record: &R) -> Option<Setting> {
    let amount = match record.text("allows") {
        None => None,
        Some(text) => {
            let Ends(low, high) = Ends::read(&text)?;
            let value = understood(record.text("value").map(|text| text.parse().ok()))?;
            let effect = record.text("qualifier").map(|code| of_code(&Effect::ALL, Effect::code, &code));
            Some(Amount { value, effect: understood(effect)?, low, high })
        }
    };
    Some(Setting {
        amount,
        kind: understood(record.text("kind").map(|code| of_code(&Kind::ALL, Kind::code, &code)))?,
        counted: record.text("counted"),
        who: record.text("who"),
        as_of: understood(record.text("as_of").map(|text| text.parse().ok()))?,
    })
}

/// What is there has to be understood; what is not there is no matter.
#[expect(clippy::option_option, reason = "the outer one says whether the entry is understood")]
pub(super) fn understood<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    match read {
        None => Some(None),
        Some(read) => read.map(Some),
    }
}

pub(super) fn of_code<T: Copy>(all: &[T], code_of: fn(T) -> &'static str, code: &str) -> Option<T> {
    all.iter().copied().find(|it| code_of(*it) == code)
}

pub(super) fn anchor<R: Node>(record: &R) -> Option<Anchor> {
    let quote = record.text("quote").filter(|quote| quote.len() <= LONGEST_QUOTE)?;
    let around = |key: &str| record.text(key).unwrap_or_default().chars().take(crate::work::journal::CONTEXT).collect();
    Some(Anchor {
        article: record.text("article")?,
        quote,
        prefix: around("prefix"),
        suffix: around("suffix"),
        start: record.number("start").unwrap_or_default() as usize,
    })
}
