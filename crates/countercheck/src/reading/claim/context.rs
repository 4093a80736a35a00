//! Context: the words, events and times around a figure, by which figures of different texts are lined up.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::counted::{counted_at, head_of};
use super::surroundings::Nearby;
use crate::order;
use crate::reading::date::PartialDate;
use crate::reading::document::Document;
use crate::reading::language::Language;
use crate::reading::lexicon::Classes;
use crate::reading::text::{Span, Stem, TokenKind, fold};

/// First and last day of something, each with what precision is known.
pub(crate) type Days = (PartialDate, PartialDate);

/// An event that a figure is told of.
#[derive(Clone, PartialEq, Debug)]
pub struct EventMention {
    /// Family of the noun: "reelection" and "vote" name one.
    pub family: u8,
    /// Family of the noun that the phrase is headed by: that of "protests" in "post-election protests".
    pub head: u8,
    /// "after", "following", "since" stand before the phrase.
    pub after: bool,
    /// When it happened, where the text says so.
    pub date: Option<Days>,
    /// The noun with the words that belong to it.
    pub span: Span,
    /// How many sentences before the figure it stands.
    pub distance: usize,
}

/// What stands around a figure.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Context {
    /// Events named in the sentence, or in the nearest one before that names any.
    pub events: Vec<EventMention>,
    /// Stems of the content words of the sentence, sorted, each once.
    pub words: Vec<Stem>,
    /// Stems of the content words beside the figure: up to the figures before and behind it.
    pub near: Vec<Stem>,
    /// Stems of the words that say what is counted, and of what.
    pub counted: Vec<Stem>,
    /// Stem of the noun that the words of `counted` belong to: "cables" in "undersea cables".
    pub head: Option<Stem>,
    /// Those of `counted` that narrow it: neither names nor words for people in general nor the measure's own.
    pub limits: Vec<Stem>,
    /// Stem of the noun where it says who the people are: "police", not "people" nor "wounded".
    pub beings: Option<Stem>,
    /// Names in the sentence: stems of capitalised words, sorted, each once.
    pub names: Vec<Stem>,
    /// Of a share of a whole, names beside it: whose share it is.
    pub holders: Vec<Stem>,
    /// The content words around the figure in its sentence, in the order of the text.
    pub around: Vec<Nearby>,
    /// Stems of the content words of the sentence before, sorted, each once.
    pub before: Vec<Stem>,
    /// The index of the sentence in its text.
    pub sentence: usize,
}

/// What the sentences of a text say, each found when its first figure asks for it.
pub(super) struct Sentences(Vec<OnceCell<Said>>);

/// Stems of the content words and of the names of a sentence, sorted, each once.
pub(super) struct Said {
    pub(super) words: Vec<Stem>,
    pub(super) names: Vec<Stem>,
}

/// Tokens of a sentence whose words are kept with its figures, and how far "so far" speaks: longer than sentences are.
pub(super) const SENTENCE: usize = 80;

impl Sentences {
    pub(super) fn of(document: &Document) -> Self {
        Self(document.sentences.iter().map(|_| OnceCell::new()).collect())
    }

    /// What the sentence of this index says.
    pub(super) fn said(&self, document: &Document, index: usize) -> &Said {
        self.0[index].get_or_init(|| {
            let sentence = document.sentences[index].clone();
            let range = sentence.start..sentence.end.min(sentence.start + SENTENCE);
            // The first word has its capital from the sentence.
            let inner = range.end.min(range.start + 1)..range.end;
            Said { words: content_stems(document, range.clone()), names: name_stems(document, inner) }
        })
    }
}

/// Stems of the content words of a range, sorted, each once.
pub(super) fn content_stems(document: &Document, range: Range<usize>) -> Vec<Stem> {
    stems_where(document, range, |at| is_content(document, at))
}

/// The stem of the last content word of a noun phrase.
pub(super) fn head_stem(document: &Document, noun: &Range<usize>) -> Option<Stem> {
    let content = |at: &usize| is_content(document, *at);
    let head = head_of(document, noun).filter(|_| document.language.puts_nouns_first()).filter(content);
    head.or_else(|| noun.clone().rev().find(content)).map(|at| stem_at(document, at))
}

/// Stems of the words of a noun phrase that narrow what is counted: "serious" and "protest" in "serious protest deaths".
pub(super) fn limit_stems(document: &Document, noun: &Range<usize>) -> Vec<Stem> {
    let measure = |at: usize| document.lexicon.measure_nouns.starting(&document.words, at).is_some();
    stems_where(document, noun.clone(), |at| {
        let narrows = is_content(document, at) && !document.is(at, Classes::PERSON) && !measure(at);
        narrows && document.str(at).starts_with(fold::is_lower)
    })
}

/// "50 people | with serious injuries": the phrase behind a preposition that says how the people fared, else an empty one.
pub(super) fn state_behind(document: &Document, end: usize, sentence: &Range<usize>) -> Range<usize> {
    if !document.is(end, Classes::PREPOSITION) {
        return end..end;
    }
    let phrase = counted_at(document, end + 1, sentence).noun;
    let named = phrase.clone().any(|at| document.lexicon.measure_nouns.starting(&document.words, at).is_some());
    if named { phrase } else { end..end }
}

/// The stem of the noun of a phrase that says who the people are that it counts.
pub(super) fn beings_stem(document: &Document, noun: &Range<usize>) -> Option<Stem> {
    let head = head_of(document, noun)?;
    let certain = document.is(head, Classes::PERSON) && !document.is(head, Classes::ANYBODY);
    let measure = document.lexicon.measure_nouns.starting(&document.words, head).is_some();
    (certain && !measure).then(|| stem_at(document, head))
}

/// Stems of the names in a range: capitalised words.
pub(super) fn name_stems(document: &Document, range: Range<usize>) -> Vec<Stem> {
    stems_where(document, range, |at| document.is_capitalised(at) && is_content(document, at))
}

fn stems_where(document: &Document, range: Range<usize>, keep: impl Fn(usize) -> bool) -> Vec<Stem> {
    let mut stems = Vec::new();
    for at in range.filter(|&at| keep(at)) {
        order::insert(&mut stems, stem_at(document, at));
    }
    stems
}

pub(super) fn stem_at(document: &Document, at: usize) -> Stem {
    let spanish = document.language == Language::Spanish && !document.is_capitalised(at);
    let stem = if spanish { Stem::of_spanish } else { Stem::of };
    document.entry(at).kin.unwrap_or_else(|| stem(document.str(at)))
}

/// A word that says something by itself.
pub(super) fn is_content(document: &Document, at: usize) -> bool {
    let empty = Classes::ENDS_PHRASE.with(Classes::SAYS).with(Classes::INCREMENT).with(Classes::UNIT);
    let entry = document.entry(at);
    let word = document.kind(at) == Some(TokenKind::Word) && document.str(at).chars().nth(2).is_some();
    word && !entry.classes.has(empty) && entry.number.is_none() && entry.month.is_none() && entry.weekday.is_none()
}

/// Events of a sentence that are kept with a figure: more than sentences name.
const MENTIONS: usize = 16;

/// The events of a text, each with its date where one can be known.
pub(super) struct Events {
    /// By sentence.
    by_sentence: Vec<Vec<EventMention>>,
}

impl Events {
    /// Finds the events. A mention without a date takes that of a mention of its family in its sentence or the one
    /// before; else the date of the family's first mention, which is the date of the text where it has none: the
    /// news is told of what has just happened.
    pub(super) fn of(document: &Document, dates: &Dates, article: Option<PartialDate>) -> Self {
        let mut by_sentence: Vec<Vec<EventMention>> =
            document.sentences.iter().map(|sentence| in_sentence(document, sentence, dates)).collect();
        let mut first = FxHashMap::default();
        for mention in by_sentence.iter().flatten() {
            first.entry(mention.family).or_insert(mention.date.or(article.map(|date| (date, date))));
        }
        let mut last: FxHashMap<u8, (usize, Days)> = FxHashMap::default();
        for (sentence, mentions) in by_sentence.iter_mut().enumerate() {
            for mention in &*mentions {
                if let Some(date) = mention.date {
                    last.insert(mention.family, (sentence, date));
                }
            }
            for mention in mentions.iter_mut().filter(|mention| mention.date.is_none()) {
                let near = last.get(&mention.family).filter(|(at, _)| at + 1 >= sentence).map(|(_, date)| *date);
                mention.date = near.or(first.get(&mention.family).copied().flatten());
            }
        }
        Self { by_sentence }
    }

    /// The events that a figure of this sentence is told of: those of the sentence, else those of up to two before.
    pub(super) fn around(&self, sentence: usize) -> Vec<EventMention> {
        let near = (0..=2).filter_map(|back| Some((back, self.by_sentence.get(sentence.checked_sub(back)?)?)));
        let named = near.into_iter().find(|(_, events)| !events.is_empty());
        named.map_or_else(Vec::new, |(distance, events)| {
            events.iter().take(MENTIONS).map(|event| EventMention { distance, ..event.clone() }).collect()
        })
    }
}

type Dates = [(Range<usize>, PartialDate, PartialDate)];

fn in_sentence(document: &Document, sentence: &Range<usize>, dates: &Dates) -> Vec<EventMention> {
    let first = dates.partition_point(|(tokens, ..)| tokens.end <= sentence.start);
    let here: Vec<_> = dates[first..].iter().take_while(|(tokens, ..)| tokens.start < sentence.end).collect();
    let mentions = sentence.clone().filter(|&at| document.is(at, Classes::EVENT) && !is_verb(document, at));
    mentions
        .filter_map(|at| {
            let phrase = phrase_around(document, at, sentence);
            let date = date_beside(document, &phrase, &here);
            let family = document.entry(at).event?;
            let head = document.entry(phrase.end - 1).event.unwrap_or(family);
            let after = comes_after(document, phrase.start);
            Some(EventMention { family, head, after, date, span: document.span(phrase), distance: 0 })
        })
        .collect()
}

/// "cuts 3,200 jobs", "will fire 300 workers": a verb with an object that is counted.
fn is_verb(document: &Document, at: usize) -> bool {
    let number = document.kind(at + 1) == Some(TokenKind::Number) || document.entry(at + 1).number.is_some();
    let modal = at.checked_sub(1).is_some_and(|before| document.is(before, Classes::AUXILIARY.with(Classes::TO)));
    number && (modal || document.is(at, Classes::VERB.with(Classes::RISES).with(Classes::FALLS)))
}

/// "after the attack", "following Monday's attack".
fn comes_after(document: &Document, start: usize) -> bool {
    let of = start.checked_sub(2).is_some_and(|at| document.is(at, Classes::OF));
    (1..=2 + usize::from(of)).filter_map(|back| start.checked_sub(back)).any(|at| document.is(at, Classes::AFTER))
}

/// The noun with its adjectives and determiner: "the contested 2024 presidential elections".
fn phrase_around(document: &Document, at: usize, sentence: &Range<usize>) -> Range<usize> {
    if document.language.puts_nouns_first() {
        return with_adjective_behind(document, at, sentence);
    }
    let mut start = at;
    while start > sentence.start && start + 6 > at {
        let before = start - 1;
        let possessive = document.is(before, Classes::POSSESSIVE) && before > 0 && document.mark(before - 1).is_some();
        let number = document.entry(before).number.is_some()
            || (document.kind(before) == Some(TokenKind::Number) && document.str(before).len() != 4);
        let word = document.mark(before).is_none() && !document.is(before, Classes::ENDS_RUN) && !possessive && !number;
        let joint = document.is_joint(before);
        if !(word || joint) || document.tokens[start].breaks {
            break;
        }
        start = before;
    }
    // "-magnitude quake" behind a number.
    while start < at && document.is_joint(start) {
        start += 2;
    }
    let start = start.min(at);
    let mut end = at + 1;
    while end < sentence.end.min(at + 6) && document.is(end, Classes::EVENT) && !document.tokens[end].breaks {
        end += 1;
    }
    start..end
}

/// "elecciones presidenciales", "protestas poselectorales": the plural behind the noun belongs to it, and an adjective of
/// order before it.
fn with_adjective_behind(document: &Document, at: usize, sentence: &Range<usize>) -> Range<usize> {
    let ordered = at > sentence.start && document.is(at - 1, Classes::PREMODIFIER);
    let start = if ordered { at - 1 } else { at };
    let stops = Classes::ENDS_RUN.with(Classes::EVENT);
    let plural = |at: usize| document.str(at).ends_with('s');
    let agrees = plural(at) && plural(at + 1) && at + 1 < sentence.end && !document.is(at + 1, stops);
    let lower = agrees && document.str(at + 1).starts_with(fold::is_lower) && !document.tokens[at + 1].breaks;
    start..at + 1 + usize::from(lower)
}

/// The date inside the phrase, or right behind it: "the July 28 vote", "the election held on July 28", "protests in
/// 2017".
fn date_beside(
    document: &Document,
    phrase: &Range<usize>,
    dates: &[&(Range<usize>, PartialDate, PartialDate)],
) -> Option<Days> {
    let first = dates.partition_point(|(tokens, ..)| tokens.start < phrase.start);
    let last = dates.partition_point(|(tokens, ..)| tokens.start <= phrase.end + 4);
    let dates = &dates[first..last];
    let inside = |tokens: &Range<usize>| tokens.end <= phrase.end;
    let behind = |tokens: &Range<usize>| tokens.start >= phrase.end && joins_date(document, phrase.end..tokens.start);
    let near = dates
        .iter()
        .find(|(tokens, ..)| inside(tokens))
        .or_else(|| dates.iter().find(|(tokens, ..)| behind(tokens)))?;
    Some((near.1, near.2))
}

/// "of", "on", "held on", "in": what may stand between an event and its date.
fn joins_date(document: &Document, between: Range<usize>) -> bool {
    let preposition = between.clone().any(|at| document.is(at, Classes::PREPOSITION));
    let plain = between
        .clone()
        .all(|at| document.mark(at).is_none() && !document.is(at, Classes::CONJUNCTION.with(Classes::AUXILIARY)));
    plain && (preposition || between.is_empty())
}
