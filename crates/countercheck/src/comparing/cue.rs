//! Cues: words beside a figure that say how it was counted, from `assets/lexicon/*/judging.tsv`.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::judge::Side;
use crate::reading::language::Language;
use crate::reading::text::{Span, Token, fold, tokenize};
use crate::tables;

/// How far from its figure a cue is looked for inside the sentence, in bytes.
const REACH: usize = 300;

/// What a cue says of the figure that it stands beside.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// The figure was put in the place of another one.
    Revised,
    /// The figure was replaced or overtaken.
    Former,
    /// What follows is the figure that a difference was taken from.
    Differs,
    /// A definition that sets the figure apart from one without it.
    Mark(Definition),
    /// A definition that sets two figures apart where both have one of the family.
    Status(Definition),
    /// The count runs from a day on.
    Since,
    /// The count is of a short time only.
    Day,
    /// The number moves: it is of a day, and not of an event that is over.
    Running,
}

/// What is counted, as a member of a family of definitions that exclude each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Definition {
    pub(super) family: &'static str,
    pub(super) member: &'static str,
}

/// A cue and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    pub(super) role: Role,
    /// Its words in the text.
    pub(super) span: Span,
    /// Tokens between it and the figure.
    pub(super) gap: usize,
    /// It stands before the figure.
    pub(super) before: bool,
    /// Another figure stands between the two.
    pub(super) blocked: bool,
}

/// The cues of the sentence of a figure, in the order of the text.
pub(super) fn cues(side: Side) -> Vec<Cue> {
    let text = &side.article.text;
    let quote = side.claim.quote;
    let passage = passage(text, side.claim.sentence, quote);
    let tokens = tokenize(passage.of(text));
    let words: Vec<String> = tokens.iter().map(|token| fold::lowered(token.span.of(passage.of(text)))).collect();
    let first = tokens.partition_point(|token| passage.start + token.span.end <= quote.start);
    let last = tokens.partition_point(|token| passage.start + token.span.start < quote.end);
    let table = Table::of(side.language);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((length, role)) = table.starting(&words[at..]) else {
            at += 1;
            continue;
        };
        let span = span_of(&tokens[at..at + length], passage.start);
        let before = at < first;
        let gap = if before { first.saturating_sub(at + length) } else { at.saturating_sub(last) };
        let between = if before {
            Span::new(span.end, quote.start.max(span.end))
        } else {
            Span::new(quote.end.min(span.start), span.start)
        };
        found.push(Cue { role, span, gap, before, blocked: side.figures_in(between) });
        at += length;
    }
    found
}

/// The sentence around a figure, cut at both sides where it is very long.
fn passage(text: &str, sentence: Span, quote: Span) -> Span {
    let start = text.ceil_char_boundary(sentence.start.max(quote.start.saturating_sub(REACH)));
    let end = text.floor_char_boundary(sentence.end.min(quote.end.saturating_add(REACH)));
    Span::new(start.min(quote.start), end.max(quote.end))
}

fn span_of(tokens: &[Token], offset: usize) -> Span {
    let start = tokens.first().map_or(0, |token| token.span.start);
    let end = tokens.last().map_or(start, |token| token.span.end);
    Span::new(offset + start, offset + end)
}

/// The phrases of a language by their first word, the longest first.
struct Table(FxHashMap<String, Vec<(Vec<String>, Role)>>);

impl Table {
    fn of(language: Language) -> &'static Self {
        static ENGLISH: OnceLock<Table> = OnceLock::new();
        static SPANISH: OnceLock<Table> = OnceLock::new();
        match language {
            Language::English => ENGLISH.get_or_init(|| Self::read("en")),
            Language::Spanish => SPANISH.get_or_init(|| Self::read("es")),
        }
    }

    fn read(language: &str) -> Self {
        let mut phrases: FxHashMap<String, Vec<(Vec<String>, Role)>> = FxHashMap::default();
        for line in tables::lines(&format!("lexicon/{language}/judging")) {
            let understood = role_of(line);
            debug_assert!(understood.is_some(), "the lexicon line {line:?} is not understood");
            let Some((role, alternatives)) = understood else { continue };
            for phrase in alternatives.split('|') {
                let words: Vec<String> =
                    tokenize(phrase).iter().map(|token| token.span.of(phrase).to_owned()).collect();
                let Some(first) = words.first() else { continue };
                let list = phrases.entry(first.clone()).or_default();
                let place = list.partition_point(|(other, _)| other.len() >= words.len());
                list.insert(place, (words, role));
            }
        }
        Self(phrases)
    }

    /// The longest phrase that some words begin with: its length and its role.
    fn starting(&self, words: &[String]) -> Option<(usize, Role)> {
        let candidates = self.0.get(words.first()?)?;
        candidates.iter().find(|(phrase, _)| words.starts_with(phrase)).map(|(phrase, role)| (phrase.len(), *role))
    }
}

/// The role of a line and its words.
fn role_of(line: &'static str) -> Option<(Role, &'static str)> {
    let mut columns = line.split('\t');
    let (role, name, words) = (columns.next()?, columns.next()?, columns.next()?);
    let definition = || name.split_once(':').map(|(family, member)| Definition { family, member });
    let role = match role {
        "revised" => Role::Revised,
        "former" => Role::Former,
        "differs" => Role::Differs,
        "mark" => Role::Mark(definition()?),
        "status" => Role::Status(definition()?),
        "since" => Role::Since,
        "day" => Role::Day,
        "running" => Role::Running,
        _ => return None,
    };
    Some((role, words))
}
