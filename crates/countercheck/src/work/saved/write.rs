//! Saved collections as they are written.

use super::{FORM, Saved, VERSION, View, pupil};
use crate::collection::{Article, Collection, Framing};
use crate::json::Json;
use crate::reading::claim::{Effect, Kind};
use crate::reading::interval::Ends;
use crate::reading::language::Language;
use crate::work::journal::{Act, Anchor, Change, Entry, Setting, Standing};

/// Writes a saved collection. The same work gives the same bytes.
pub fn write(saved: &Saved) -> String {
    let mut json = Json::default();
    let Collection { title, question, content_note, articles, framings } = &saved.collection;
    json.open('{').key("format").text(&format!("{FORM}{VERSION}")).key("title").text(title);
    json.maybe("question", question.as_deref()).maybe("content_note", content_note.as_deref());
    json.key("articles").open('[');
    for article in articles {
        write_article(&mut json, article);
    }
    json.close(']');
    if !framings.is_empty() {
        json.key("framings").open('[');
        for framing in framings {
            write_framing(&mut json, framing);
        }
        json.close(']');
    }
    if saved.view != View::default() {
        json.key("view").open('{');
        if let Some(figure) = &saved.view.figure {
            json.key("figure");
            write_anchor(&mut json, figure);
        }
        json.texts("words", &saved.view.words).close('}');
    }
    if let Some(pupil) = &saved.pupil {
        json.key("pupil");
        pupil::write(&mut json, pupil);
    }
    json.key("journal").open('[');
    for entry in saved.journal.entries() {
        write_entry(&mut json, entry);
    }
    json.close(']').close('}');
    json.done()
}

fn write_article(json: &mut Json, article: &Article) {
    json.open('{').key("id").text(&article.id);
    json.maybe("title", article.title.as_deref()).maybe("publisher", article.publisher.as_deref());
    json.maybe("date", article.date.map(|date| date.to_string()).as_deref());
    if article.date_is_earliest {
        json.key("date_is_earliest").flag(true);
    }
    json.maybe("language", article.language.map(Language::code)).texts("chain", &article.chain);
    json.maybe("translated_from", article.translated_from.as_deref()).maybe("note", article.note.as_deref());
    json.texts("detected", &article.detected.names()).key("text").text(&article.text).close('}');
}

fn write_framing(json: &mut Json, framing: &Framing) {
    json.open('{').key("language").text(framing.language.code()).key("title").text(&framing.title);
    json.maybe("question", framing.question.as_deref()).maybe("content_note", framing.content_note.as_deref());
    json.key("notes").open('[');
    for (id, note) in &framing.notes {
        json.open('{').key("id").text(id).key("note").text(note).close('}');
    }
    json.close(']').close('}');
}

pub(super) fn write_anchor(json: &mut Json, anchor: &Anchor) {
    json.open('{').key("article").text(&anchor.article).key("quote").text(&anchor.quote);
    json.key("prefix").text(&anchor.prefix).key("suffix").text(&anchor.suffix);
    json.key("start").number(anchor.start as u64).close('}');
}

fn write_entry(json: &mut Json, entry: &Entry) {
    let Change { act, figures, set, words } = &entry.change;
    if *act == Act::Unknown {
        json.raw(words);
        return;
    }
    json.open('{').key("do").text(act.code());
    json.maybe("by", filled(&entry.by));
    if entry.at > 0 {
        json.key("at").number(entry.at);
    }
    json.maybe("standing", standing_code(entry.standing));
    match act {
        Act::Relate(relation) => json.key("relation").text(relation.code()),
        Act::Withdraw(entry) => json.key("entry").number(*entry as u64),
        _ => json,
    };
    if !figures.is_empty() {
        json.key("figures").open('[');
        for figure in figures {
            write_anchor(json, figure);
        }
        json.close(']');
    }
    write_setting(json, set);
    json.maybe("words", filled(words)).close('}');
}

pub(super) fn standing_code(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Done => None,
        Standing::Undone => Some("undone"),
        Standing::Dropped => Some("dropped"),
    }
}

fn write_setting(json: &mut Json, set: &Setting) {
    if let Some(amount) = &set.amount {
        json.maybe("value", amount.value.map(|value| value.to_string()).as_deref());
        json.key("allows")
            .text(&Ends(amount.low, amount.high).to_string())
            .maybe("qualifier", amount.effect.map(Effect::code));
    }
    json.maybe("kind", set.kind.map(Kind::code)).maybe("counted", set.counted.as_deref());
    json.maybe("who", set.who.as_deref()).maybe("as_of", set.as_of.map(|date| date.to_string()).as_deref());
}

pub(super) fn filled(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
