//! A pupil's work as JSON. An act that is not understood stays as it is written.

use super::Node;
use super::read::{anchor, few, of_code, standing, understood};
use super::write::{filled, standing_code, write_anchor};
use crate::json::Json;
use crate::teaching::pupil::{
    Act, Entry, LONGEST_NAME, LONGEST_WORDS, MOST_ACTS, MOST_TOPICS, Mark, Pupil, Qualifier, Said, Topic, Verdict,
};
use crate::trouble::Trouble;

pub(super) fn write(json: &mut Json, pupil: &Pupil) {
    json.open('{').maybe("name", filled(&pupil.name)).maybe("only", pupil.only.as_deref());
    json.key("topics").open('[');
    for Topic { id, name } in &pupil.topics {
        json.open('{').key("id").text(id).maybe("name", filled(name)).close('}');
    }
    json.close(']').key("acts").open('[');
    for entry in pupil.entries() {
        write_entry(json, entry);
    }
    json.close(']').close('}');
}

fn write_entry(json: &mut Json, Entry { at, act, standing }: &Entry) {
    let code = match act {
        Act::Mark(_) => "mark",
        Act::Unmark(_) => "unmark",
        Act::Say(_) => "say",
        Act::Blank { .. } => "blank",
        Act::Shown(_) => "shown",
        Act::Unknown(whole) => {
            json.raw(whole);
            return;
        }
    };
    json.open('{').key("do").text(code);
    if *at > 0 {
        json.key("at").number(*at);
    }
    json.maybe("standing", standing_code(*standing));
    match act {
        Act::Mark(mark) => write_mark(json, mark),
        Act::Unmark(id) => drop(json.key("mark").number(*id)),
        Act::Say(Said { pair, verdict, reason }) => {
            write_pair(json, *pair);
            json.maybe("relation", verdict.map(Verdict::code)).maybe("words", filled(reason));
        }
        Act::Blank { topic, blank, words } => {
            json.key("topic").number(*topic as u64).key("blank").number(*blank as u64).maybe("words", filled(words));
        }
        Act::Shown(pair) => pair.iter().for_each(|pair| write_pair(json, *pair)),
        Act::Unknown(_) => {}
    }
    json.close('}');
}

fn write_mark(json: &mut Json, mark: &Mark) {
    json.key("mark").number(mark.id).key("qualifier").text(mark.qualifier.code());
    if let Some(topic) = mark.topic {
        json.key("topic").number(topic as u64);
    }
    for (key, words) in [("figure", Some(&mark.figure)), ("who", mark.who.as_ref())] {
        if let Some(words) = words {
            json.key(key);
            write_anchor(json, words);
        }
    }
}

fn write_pair(json: &mut Json, pair: (u64, u64)) {
    json.key("mark").number(pair.0).key("other").number(pair.1);
}

pub(super) fn read<R: Node>(record: &R) -> Result<Pupil, Trouble> {
    let records = |key: &str| record.records(key).unwrap_or_default();
    let topic = |it: &R| Some(Topic { id: it.text("id")?, name: short(it.text("name"), LONGEST_NAME) });
    let topics = records("topics").iter().filter_map(topic).take(MOST_TOPICS).collect();
    let mut pupil = Pupil::new(topics, record.text("only"));
    pupil.name = short(record.text("name"), LONGEST_NAME);
    let acts = records("acts");
    few(acts.len(), MOST_ACTS)?;
    Ok(pupil.with(acts.iter().map(entry).collect()))
}

fn short(text: Option<String>, longest: usize) -> String {
    text.unwrap_or_default().chars().take(longest).collect()
}

fn entry<R: Node>(record: &R) -> Entry {
    Entry {
        at: record.number("at").unwrap_or_default(),
        standing: standing(record),
        act: act(record).unwrap_or_else(|| Act::Unknown(record.json())),
    }
}

fn act<R: Node>(record: &R) -> Option<Act> {
    let words = || short(record.text("words"), LONGEST_WORDS);
    let pair = || Some((record.number("mark")?, record.number("other")?));
    Some(match record.text("do")?.as_str() {
        "mark" => Act::Mark(mark(record)?),
        "unmark" => Act::Unmark(record.number("mark")?),
        "say" => {
            let verdict = |code: String| Verdict::all().find(|it| it.code() == code);
            Act::Say(Said {
                pair: pair()?,
                verdict: understood(record.text("relation").map(verdict))?,
                reason: words(),
            })
        }
        "blank" => Act::Blank {
            topic: record.number("topic")? as usize,
            blank: record.number("blank")? as usize,
            words: words(),
        },
        "shown" if record.number("mark").is_none() => Act::Shown(None),
        "shown" => Act::Shown(Some(pair()?)),
        _ => return None,
    })
}

fn mark<R: Node>(record: &R) -> Option<Mark> {
    Some(Mark {
        id: record.number("mark")?,
        figure: anchor(&record.record("figure")?)?,
        qualifier: of_code(&Qualifier::ALL, Qualifier::code, &record.text("qualifier")?)?,
        topic: record.number("topic").map(|topic| topic as usize),
        who: understood(record.record("who").map(|who| anchor(&who)))?,
    })
}
