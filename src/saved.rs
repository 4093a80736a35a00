//! Saved collections: texts, corrections and view, as they stand on the device, in a saved page and in a file.
//!
//! The form is JSON. A `collection.json` with its texts, as the page carries it, is a saved collection without
//! corrections. Files of older versions are read, of newer ones as much as is understood: entries of the journal that
//! are not stay in it as they are written and go into the next file unchanged.
//!
//! ```text
//! { "format": "countercheck-collection/1", "title": …, "question"?, "content_note"?,
//!   "articles": [ { "id", "text", "title"?, "publisher"?, "date"?, "date_is_earliest"?, "language"?, "chain"?,
//!                   "translated_from"?, "note"?, "detected"?: ["title", "publisher", "date", "language"] } ],
//!   "framings"?: [ { "language", "title", "question"?, "content_note"?, "notes"?: [ { "id", "note" } ] } ],
//!   "view"?: { "figure"?: ANCHOR, "words"?: ["marks=plain", …] },
//!   "pupil"?: { "name"?, "only"?: id of a text, "topics": [ { "id", "name"? } ],
//!               "acts": [ { "do": "mark|unmark|say|blank|shown", "at"?, "standing"?, "mark"?: number, "other"?: number,
//!                           "figure"?: ANCHOR, "who"?: ANCHOR, "qualifier"?, "topic"?: place, "blank"?: place,
//!                           "relation"?: or "cannot_tell", "words"? } ] },
//!   "journal"?: [ { "do": "add|edit|strike|link|unlink|split|merge|rename|relate|note|withdraw",
//!                   "by"?, "at"?: seconds since 1970, "standing"?: "undone|dropped", "figures"?: [ANCHOR],
//!                   "value"?, "allows"?: "[27, -)", "qualifier"?, "kind"?, "counted"?, "who"?, "as_of"?,
//!                   "relation"?, "entry"?: place in the journal, "words"?: name, reason or note } ] }
//! ANCHOR: { "article", "quote", "prefix", "suffix", "start": byte }
//! ```
//!
//! Numbers of figures are strings of digits, so that no program rounds them.

mod pupil;

use crate::claim::{Effect, Kind};
use crate::collection::{Article, Collection, Framing, Record};
use crate::compare::Relation;
use crate::interval::Ends;
use crate::journal::{
    Act, Amount, Anchor, Change, Entry, Journal, LONGEST_QUOTE, MOST_ENTRIES, MOST_FIGURES, Setting, Standing,
};
use crate::json::Json;
use crate::language::Language;
use crate::pupil::{self as work, Pupil};
use crate::source::{LONGEST_TEXT, MOST_TEXTS, next_id};
use crate::trouble::Trouble;
use crate::words::Key;

/// Name of the form, without its version.
const FORM: &str = "countercheck-collection/";

/// The version that this program writes.
pub const VERSION: u32 = 1;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 64_000_000;

/// The deepest nesting that is read; the form itself has five levels.
const DEEPEST: usize = 32;

/// What the reader looks at, in words that the page gives meaning to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct View {
    /// A figure of the chosen quantity.
    pub figure: Option<Anchor>,
    /// Switches that differ from how a page opens: "marks=plain".
    pub words: Vec<String>,
}

/// A collection with the user's work on it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Saved {
    /// The texts.
    pub collection: Collection,
    /// The corrections.
    pub journal: Journal,
    /// How it was looked at.
    pub view: View,
    /// A pupil's copy with the work in it, where this is one.
    pub pupil: Option<Pupil>,
}

impl Saved {
    /// The copy that pupils begin with: the texts and the corrections in force, without notes.
    #[must_use]
    pub fn for_pupils(&self, pupil: Pupil) -> Self {
        let settled = self.journal.settled();
        let kept = settled.entries().iter().filter(|entry| entry.change.act != Act::Note);
        Self {
            collection: self.collection.clone(),
            journal: Journal::of(kept.cloned().collect()),
            view: View::default(),
            pupil: Some(pupil),
        }
    }
}

/// What was read, and what has to be said about it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Opened {
    /// What could be read.
    pub saved: Saved,
    /// What could not.
    pub troubles: Vec<Trouble>,
}

/// An object of JSON with whole numbers and with a way back to its text.
pub trait Node: Record {
    /// A whole number from 0 to 2^53; `None` for anything else.
    fn number(&self, key: &str) -> Option<u64>;
    /// The object under a key.
    fn record(&self, key: &str) -> Option<Self>;
    /// The object as JSON.
    fn json(&self) -> String;
}

#[cfg(not(target_arch = "wasm32"))]
impl Node for serde_json::Value {
    fn number(&self, key: &str) -> Option<u64> {
        self.get(key)?.as_u64().filter(|number| *number <= 1 << 53)
    }

    fn record(&self, key: &str) -> Option<Self> {
        self.get(key).filter(|value| value.is_object()).cloned()
    }

    fn json(&self) -> String {
        self.to_string()
    }
}

/// Looks at a file before a parser does: whether it can be JSON at all, how large and how deep it is.
///
/// # Errors
/// Says what is wrong.
pub fn check(text: &str) -> Result<(), Trouble> {
    if text.len() > LARGEST {
        return Err(Trouble::new(Key::SavedLarge));
    }
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => depth += 1,
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    match text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).starts_with('{') {
        false => Err(Trouble::new(Key::SavedForeign)),
        true if depth > 0 || in_string => Err(Trouble::new(Key::SavedCut)),
        true if deepest > DEEPEST => Err(Trouble::new(Key::SavedForeign)),
        true => Ok(()),
    }
}

/// The saved collection inside a saved page, still JSON. The page writes `<` as an escape, so that the first end of a
/// script is the end of the block.
pub fn in_page(html: &str) -> Option<&str> {
    let block = &html[html.find("id=\"countercheck-state\"")?..];
    let inside = &block[block.find('>')? + 1..];
    Some(&inside[..inside.find("</script")?])
}

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

fn write_anchor(json: &mut Json, anchor: &Anchor) {
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

fn standing_code(standing: Standing) -> Option<&'static str> {
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

fn filled(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

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
fn few(count: usize, most: usize) -> Result<(), Trouble> {
    if count > most { Err(Trouble::about(Key::TooManyEntries, &most.to_string())) } else { Ok(()) }
}

/// An entry, whole or not at all: what is not understood stays as it is written.
fn entry<R: Node>(record: &R) -> Entry {
    let at = record.number("at").unwrap_or_default();
    let unknown = || Change { act: Act::Unknown, figures: Vec::new(), set: Setting::default(), words: record.json() };
    let change = change(record).unwrap_or_else(unknown);
    Entry { by: record.text("by").unwrap_or_default(), at, change, standing: standing(record) }
}

fn standing<R: Node>(record: &R) -> Standing {
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
fn understood<T>(read: Option<Option<T>>) -> Option<Option<T>> {
    match read {
        None => Some(None),
        Some(read) => read.map(Some),
    }
}

fn of_code<T: Copy>(all: &[T], code_of: fn(T) -> &'static str, code: &str) -> Option<T> {
    all.iter().copied().find(|it| code_of(*it) == code)
}

fn anchor<R: Node>(record: &R) -> Option<Anchor> {
    let quote = record.text("quote").filter(|quote| quote.len() <= LONGEST_QUOTE)?;
    let around = |key: &str| record.text(key).unwrap_or_default().chars().take(crate::journal::CONTEXT).collect();
    Some(Anchor {
        article: record.text("article")?,
        quote,
        prefix: around("prefix"),
        suffix: around("suffix"),
        start: record.number("start").unwrap_or_default() as usize,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    fn opened(json: &str) -> Result<Opened, String> {
        let sentence = |trouble: Trouble| trouble.sentence(Words::ENGLISH);
        check(json).map_err(sentence)?;
        let value: serde_json::Value = serde_json::from_str(json).map_err(|error| error.to_string())?;
        read(&value).map_err(sentence)
    }

    #[test]
    fn the_shipped_collection_comes_back() {
        let collection = crate::shipped::collection();
        let saved = Saved { collection, ..Saved::default() };
        assert_eq!(opened(&write(&saved)).unwrap(), Opened { saved, troubles: Vec::new() });
    }

    #[test]
    fn what_cannot_be_read_is_said_in_one_sentence() {
        let deep = format!("{{\"a\": {}{}}}", "[".repeat(1000), "]".repeat(1000));
        let long = format!(r#"{{"articles": [{{"id": "A", "text": "{}"}}]}}"#, "x".repeat(LONGEST_TEXT + 1));
        let many = format!(r#"{{"articles": [{}]}}"#, vec![r#"{"id": "", "text": ""}"#; 101].join(","));
        for (json, said) in [
            ("", "This is not a collection saved by Countercheck."),
            ("%PDF-1.7", "This is not a collection saved by Countercheck."),
            ("{}", "This is not a collection saved by Countercheck."),
            (
                r#"{"format": "countercheck-report/1", "articles": []}"#,
                "This is not a collection saved by Countercheck.",
            ),
            (&deep, "This is not a collection saved by Countercheck."),
            (r#"{"articles": [{"id": "A", "te"#, "The saved collection is cut off: its end is missing."),
            (r#"{"articles": [{"text": ""}]}"#, "The saved collection is damaged: article 1 has no “id”."),
            (
                r#"{"articles": [{"id": "A", "file": "a.txt"}]}"#,
                "The saved collection is damaged: “a.txt” is not in it.",
            ),
            (&long, "Text A is longer than 2 MB."),
            (&many, "A collection holds at most 100 texts."),
        ] {
            assert_eq!(opened(json).unwrap_err(), said, "{}", &json[..json.len().min(60)]);
        }
    }

    #[test]
    fn what_a_newer_program_wrote_is_kept() {
        let entry = r#"{"do":"weigh","figures":[{"article":"A","quote":"5"}],"by":"Ana","grams":5}"#;
        let json = format!(
            r#"{{"format":"countercheck-collection/7","articles":[{{"id":"A","text":"5 hurt","mood":1}}],"journal":[{entry}],"smell":{{}}}}"#
        );
        let Opened { saved, troubles } = opened(&json).unwrap();
        assert_eq!(troubles, [Trouble::new(Key::SavedNewer)]);
        let again = write(&saved);
        let value: serde_json::Value = serde_json::from_str(&again).unwrap();
        assert_eq!(value["journal"][0], serde_json::from_str::<serde_json::Value>(entry).unwrap());
    }

    #[test]
    fn what_a_newer_program_wrote_in_a_pupils_copy_is_kept() {
        let act = r#"{"do":"draw","mark":1}"#;
        let json = format!(
            r#"{{"articles":[{{"id":"A","text":"5 hurt"}}],"pupil":{{"topics":[{{"id":"hurt"}}],"acts":[{act},{{"do":"unmark"}},{{"do":"shown"}}]}}}}"#
        );
        let Opened { saved, troubles } = opened(&json).unwrap();
        assert_eq!(troubles, [Trouble::new(Key::SavedNewer)]);
        let value: serde_json::Value = serde_json::from_str(&write(&saved)).unwrap();
        assert_eq!(value["pupil"]["acts"][0], serde_json::from_str::<serde_json::Value>(act).unwrap());
        assert_eq!(value["pupil"]["acts"][1]["do"], "unmark");
        let state = saved.pupil.unwrap().state(&saved.collection);
        assert!(state.marks.is_empty() && state.is_shown);
    }

    #[test]
    fn pupils_get_no_notes() {
        let article = Article { id: "A".into(), text: "5 hurt, 7 dead".into(), ..Article::default() };
        let figure = Anchor::of(&article, crate::text::Span::new(0, 1));
        let mut saved =
            Saved { collection: Collection { articles: vec![article], ..Collection::default() }, ..Saved::default() };
        saved.journal.push(Entry::new("Ana", 0, Change::note(vec![figure.clone()], "the answer")));
        saved.journal.push(Entry::new("Ana", 0, Change::strike(figure)));
        let copy = saved.for_pupils(Pupil::default());
        assert_eq!(copy.journal.entries().iter().map(|it| it.change.act).collect::<Vec<_>>(), [Act::Strike]);
        assert!(!write(&copy).contains("the answer"));
    }

    #[test]
    fn texts_of_one_name_are_told_apart() {
        let json = r#"{"articles": [{"id": "A", "text": "1"}, {"id": "A", "text": "2"}, {"id": "", "text": "3"}]}"#;
        let collection = opened(json).unwrap().saved.collection;
        assert_eq!(collection.articles.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["A", "B", "C"]);
    }

    #[test]
    fn a_saved_page_holds_its_collection() {
        let saved = Saved { collection: crate::shipped::collection(), ..Saved::default() };
        let json = write(&saved);
        let page = format!(
            "<p>x</p><script id=\"countercheck-state\" type=\"application/json\">{json}</script><script>1</script>"
        );
        assert_eq!(in_page(&page), Some(json.as_str()));
        assert_eq!(in_page("<p>id=\"countercheck-state\""), None);
    }
}
