//! What is counted: the noun phrase behind a number.

use std::ops::Range;

use crate::reading::document::Document;
use crate::reading::lexicon::{Classes, NumberWord};
use crate::reading::text::TokenKind;

/// The words behind a number that say what it counts.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Counted {
    /// The noun phrase; empty where the number stands alone.
    pub(super) noun: Range<usize>,
    /// The phrase points back to an earlier one: "100 of them".
    pub(super) points_back: bool,
    /// "more", "another": on top of an earlier figure.
    pub(super) increment: bool,
    /// The number is a part of another: "16 of the 24 provinces".
    pub(super) of_number: bool,
}

impl Counted {
    pub(super) fn head(&self, document: &Document) -> Option<usize> {
        head_of(document, &self.noun)
    }
}

/// The noun of a phrase: its last word, or the first that is no adjective where nouns stand first.
pub(super) fn head_of(document: &Document, noun: &Range<usize>) -> Option<usize> {
    let last = noun.end.checked_sub(1).filter(|_| !noun.is_empty())?;
    if !document.language.puts_nouns_first() {
        return Some(last);
    }
    noun.clone().find(|&at| !document.is(at, Classes::PREMODIFIER)).or(Some(last))
}

/// Reads the noun phrase that begins at `at`, right behind the number and its qualifiers; it stands in their sentence.
pub(super) fn counted_at(document: &Document, at: usize, sentence: &Range<usize>) -> Counted {
    let counted = counted_behind(document, at);
    let inside = counted.noun.end <= sentence.end;
    if inside { counted } else { Counted { noun: at..at, ..Counted::default() } }
}

fn counted_behind(document: &Document, at: usize) -> Counted {
    let mut counted = Counted { noun: at..at, ..Counted::default() };
    // "in their 40s"
    if document.is(at, Classes::POSSESSIVE) && document.is_glued(at) {
        return counted;
    }
    let at = behind_conversion(document, at);
    let mut at = if document.is_joint(at) { at + 1 } else { at };
    if document.is(at, Classes::INCREMENT) && !document.is(at + 1, Classes::THAN) {
        counted.increment = true;
        at += 1;
    }
    if document.is(at, Classes::AGED_UNIT.with(Classes::FEWER)) {
        at += 1;
    }
    if document.is(at, Classes::OUT) && document.is(at + 1, Classes::OF) {
        at = behind_whole(document, at + 2);
    }
    if crate::reading::number::of_a_noun(document, at) {
        at += 1;
    } else if document.is(at, Classes::OF) {
        at = behind_of(document, at + 1, &mut counted);
    }
    counted.noun = noun_phrase(document, at);
    let end = counted.noun.end;
    if document.language.puts_nouns_first() && !counted.noun.is_empty() && adds_behind(document, end) {
        counted.increment = true;
    }
    // "82 percent of India's voice traffic": the noun stands behind its owner.
    let owner = document.is(counted.noun.end + 1, Classes::POSSESSIVE)
        && matches!(document.mark(counted.noun.end), Some('’' | '\''));
    let people = counted.noun.clone().next_back().is_some_and(|last| document.is(last, Classes::PERSON));
    if owner && !counted.noun.is_empty() && !people {
        let property = noun_phrase(document, counted.noun.end + 2);
        if !property.is_empty() {
            counted.noun = property;
        }
    }
    counted
}

/// "14 personas más", not "más de" or "más que".
fn adds_behind(document: &Document, at: usize) -> bool {
    document.is(at, Classes::INCREMENT) && !document.is(at + 1, Classes::THAN.with(Classes::OF))
}

/// The word of change right behind a number: "2,000 fewer", "50% higher", "a 12% drop"; behind a share one word may stand
/// between: "a 10% revenue jump".
pub(super) fn change_behind(document: &Document, at: usize, share: bool) -> Option<usize> {
    let at = at + usize::from(document.is_joint(at));
    let change = |at: usize| document.is(at, Classes::RISES.with(Classes::FALLS));
    let few = document.is(at, Classes::FEWER.with(Classes::HIGHER));
    if few || share && change(at) {
        return Some(at);
    }
    let noun = share && document.kind(at) == Some(TokenKind::Word) && !document.is(at, Classes::ENDS_PHRASE);
    (noun && change(at + 1) && !document.is(at + 1, Classes::ADVERB_OF_CHANGE)).then_some(at + 1)
}

/// "86 km (53 miles) of road": past the same quantity in another unit.
pub(super) fn behind_conversion(document: &Document, at: usize) -> usize {
    if document.is_mark(at, ')') {
        return at + 1;
    }
    let opens = document.is_mark(at, '(') && document.kind(at + 1) == Some(TokenKind::Number);
    let close = (at + 2..at + 7).find(|&at| document.is_mark(at, ')'));
    let unit = close.is_some_and(|close| (at..close).any(|at| document.is(at, Classes::UNIT)));
    if opens && unit { close.map_or(at, |close| close + 1) } else { at }
}

/// "three out of four lines": past the number of the whole.
fn behind_whole(document: &Document, at: usize) -> usize {
    crate::reading::number::cardinal_at(document, at).map_or(at, |whole| whole.end)
}

/// Past "of", determiners and "them"; sets `points_back` for "of them", "of those", "of whom".
fn behind_of(document: &Document, mut at: usize, counted: &mut Counted) -> usize {
    if document.is(at, Classes::PRONOUN) || document.is(at, Classes::WHICH) {
        counted.points_back = true;
        return at + 1;
    }
    while document.is(at, Classes::DETERMINER.with(Classes::ARTICLE)) {
        counted.points_back |= document.is(at, Classes::THOSE);
        at += 1;
    }
    // "12 de los cuales"
    if document.is(at, Classes::WHICH) {
        counted.points_back = true;
        return at + 1;
    }
    // "43 de un total de 100 camas"
    if document.is(at, Classes::A_NUMBER) && document.is(at + 1, Classes::OF) {
        at += 2;
    }
    let behind = behind_number(document, at);
    counted.of_number = behind > at;
    behind
}

/// "three of the 11 suspects", "12 of the country's 26 provinces": past the number of the whole, up to its noun.
fn behind_number(document: &Document, at: usize) -> usize {
    let noun = |at: &usize| document.kind(*at) == Some(TokenKind::Word) && !document.is(*at, Classes::ENDS_PHRASE);
    let owned = (at..at + 4).take_while(noun).last();
    let owned = owned.filter(|&owner| document.is(owner + 2, Classes::POSSESSIVE) && document.is_glued(owner + 1));
    let number = owned.map_or(at, |owner| owner + 3);
    let counts = document.kind(number) == Some(TokenKind::Number)
        || (document.entry(number).number.is_some() && !document.is(number, Classes::ARTICLE));
    match crate::reading::number::cardinal_at(document, number).filter(|_| counts) {
        Some(whole) => whole.end,
        None => at,
    }
}

/// Words up to the head noun: the first plural, or all words of the run where there is none. At most six.
pub(super) fn noun_phrase(document: &Document, start: usize) -> Range<usize> {
    let mut end = start;
    let mut head = None;
    while end < start + 8 && goes_on(document, start, end) {
        // "seven AK-47s", "two C-130 planes", "23 Somali and Yemeni seamen"
        if document.is_joint(end) && document.kind(end + 1) == Some(TokenKind::Number) {
            end += 2;
            continue;
        }
        if joins_adjectives(document, end + 1) && head.is_none() {
            end += 2;
            continue;
        }
        if document.is_joint(end) {
            end += 1;
            continue;
        }
        if head.is_some() && !extends_plural(document, end)
            || said_behind(document, start, end)
            || is_participle_behind(document, start, end)
        {
            break;
        }
        end += 1;
        let adjective = document.language.puts_nouns_first() && document.is(end - 1, Classes::PREMODIFIER);
        let adjective = adjective || qualifies(document, end - 1);
        if document.is_plural(end - 1) && !document.is_joint(end) && !adjective {
            head = Some(end);
        }
    }
    start..head.unwrap_or(end)
}

/// "Somali and Yemeni": names as adjectives before one noun.
fn joins_adjectives(document: &Document, and: usize) -> bool {
    let adjective = |at: usize| document.is_capitalised(at) && !document.is_plural(at);
    let noun = document.kind(and + 2) == Some(TokenKind::Word)
        && !document.is_capitalised(and + 2)
        && !document.is(and + 2, Classes::ENDS_RUN);
    document.is(and, Classes::AND)
        && and > 0
        && adjective(and - 1)
        && adjective(and + 1)
        && noun
        && !document.language.puts_nouns_first()
}

/// "three police patrol cars", "two Chinese fishing boats": a word for people in front of two nouns.
fn qualifies(document: &Document, at: usize) -> bool {
    let attributive = document.is(at, Classes::PERSON)
        && (document.is_capitalised(at) || !document.is(at, Classes::ANYBODY))
        && !["s", "en"].iter().any(|end| document.str(at).ends_with(end));
    let noun = |at: usize| document.kind(at) == Some(TokenKind::Word) && !document.is(at, Classes::ENDS_RUN);
    let plain = noun(at + 1) && !document.is_past(at + 1) && !document.is_capitalised(at + 1);
    attributive && !document.language.puts_nouns_first() && plain && extends_plural(document, at + 2) && noun(at + 2)
}

/// "3 personas heridas": what happened to the noun before it.
fn said_behind(document: &Document, start: usize, at: usize) -> bool {
    let nouns_first = document.language.puts_nouns_first() && at > start;
    let noun = || (start..at).any(|at| !document.is(at, Classes::PREMODIFIER));
    nouns_first && document.lexicon.measure_subjects.starting(&document.words, at).is_some() && noun()
}

/// "a deal unveiled on Wednesday", "a quake killed at least": a form in -ed that no noun follows.
fn is_participle_behind(document: &Document, start: usize, at: usize) -> bool {
    let ends = document.is(at + 1, Classes::ENDS_PHRASE) || document.kind(at + 1) != Some(TokenKind::Word);
    at > start && document.is_past(at) && ends && !document.is_joint(at - 1)
}

fn goes_on(document: &Document, start: usize, at: usize) -> bool {
    if at > start && document.tokens.get(at).is_none_or(|token| token.breaks) {
        return false;
    }
    if document.is_joint(at) {
        let series = document.kind(at + 1) == Some(TokenKind::Number) && document.is_capitalised(at.max(1) - 1);
        return at > start && (document.kind(at + 1) == Some(TokenKind::Word) || series);
    }
    let compares =
        document.is(at + 1, Classes::THAN) || document.is(at, Classes::RISES.with(Classes::FALLS)) && at == start;
    let verb = at == start && is_past(document, at) || document.is_verb_form(at);
    let verb = verb || at == start && document.is_plural_verb_form(at);
    let verb = verb
        || begins_time(document, at)
        || at == start && is_gerund(document, at) && !(at > 0 && document.is(at - 1, Classes::OF))
        || at == start && is_quantity(document, at);
    let adverb = at == start && is_adverb_of_adjective(document, at);
    let stops =
        !adverb && (document.is(at, Classes::ENDS_RUN) || compares || verb) && !is_noun_anyway(document, start, at);
    document.kind(at) == Some(TokenKind::Word) && !stops && document.entry(at).weekday.is_none()
}

/// "5 percent going to others", "200 waiting for food": a verb that goes on, unless it is a noun: "one killing in May".
fn is_gerund(document: &Document, at: usize) -> bool {
    let lexicon = document.lexicon;
    let gerund = lexicon.gerund_ending.is_some_and(|ending| document.str(at).ends_with(ending));
    let noun = lexicon.measure_nouns.starting(&document.words, at).is_some() || document.is(at, Classes::EVENT);
    gerund && !noun && document.is(at + 1, Classes::ENDS_PHRASE)
}

/// "a budget late Thursday", "the product next year".
fn begins_time(document: &Document, at: usize) -> bool {
    let (near, narrow) = (document.is(at, Classes::NEARNESS), document.is(at, Classes::NARROWS_DATE));
    let next = document.entry(at + 1);
    let named = || next.month.is_some() && document.is_capitalised(at + 1) || next.weekday.is_some();
    let time = Classes::YEAR.with(Classes::MONTH).with(Classes::SEASON);
    (near || narrow) && (named() || near && next.classes.has(time))
}

/// "66.1 percent four years ago": a quantity of its own; "the first three stores" are counted.
fn is_quantity(document: &Document, at: usize) -> bool {
    matches!(document.entry(at).number, Some(NumberWord::Unit(_))) && document.is(at + 1, Classes::UNIT)
}

/// "three previously unknown species": an adverb in front of an adjective.
fn is_adverb_of_adjective(document: &Document, at: usize) -> bool {
    let noun = document.kind(at + 1) == Some(TokenKind::Word) && !document.is(at + 1, Classes::ENDS_PHRASE);
    let past = document.is_past(at + 1) && !document.is(at + 2, Classes::PERSON);
    document.is_adverb(at)
        && noun
        && !past
        && document.lexicon.measure_subjects.starting(&document.words, at + 1).is_none()
}

/// "millions watched the launch", "the other three escaped": a form in -ed that no noun follows and that is no measure.
fn is_past(document: &Document, at: usize) -> bool {
    let next = document.kind(at + 1) == Some(TokenKind::Word) && !document.is(at + 1, Classes::ENDS_PHRASE);
    let measure = document.lexicon.measure_nouns.starting(&document.words, at).is_some();
    document.is_past(at) && document.str(at).len() > 4 && !next && !measure && !document.is_joint(at + 1)
}

/// Words that are verbs as well as nouns are nouns right behind a determiner, and in the plural right behind the
/// number: "60% of the vote", "two strikes".
fn is_noun_anyway(document: &Document, start: usize, at: usize) -> bool {
    let determined = at > 0 && document.is(at - 1, Classes::DETERMINER.with(Classes::ARTICLE))
        || at > 1 && document.is_joint(at - 2) && !document.is(at - 1, Classes::AGED_UNIT);
    let plural = document.str(at).ends_with('s') && document.str(at).len() > 4;
    at == start && !document.is(at, Classes::ENDS_PHRASE) && (determined || plural)
}

/// A second plural right behind the first belongs to it: "police officers", "staff members".
fn extends_plural(document: &Document, at: usize) -> bool {
    let plain = !document.is(at, Classes::VERB.with(Classes::SAYS)) && !document.is_capitalised(at);
    plain && document.is_plural(at) && !document.is_past(at)
}

/// Whether the head of the phrase names people: a word for people, or a name in the plural ("Palestinians").
pub(super) fn names_people(document: &Document, counted: &Counted) -> bool {
    match counted.head(document) {
        None => true,
        Some(head) => {
            document.is(head, Classes::PERSON)
                || (document.is_capitalised(head) && document.is_plural(head))
                || document.is(head, Classes::LIVES)
        }
    }
}

/// How many names stand in a list behind a dash or colon, at most twelve words on: "— Argentina, Canada, and Chile".
pub(super) fn names_listed(document: &Document, at: usize, sentence: &Range<usize>) -> Option<u16> {
    let opens = |at: &usize| matches!(document.mark(*at), Some('—' | '–' | ':')) && *at > 0;
    let mut at = (at..sentence.end.min(at + 12)).find(opens)? + 1;
    let mut names = 0u16;
    while let Some(end) = name_end(document, at, sentence.end) {
        names = names.saturating_add(1);
        at = end;
        while document.is_mark(at, ',') || document.is(at, Classes::AND) {
            at += 1;
        }
    }
    (names > 1).then_some(names)
}

/// One past a name: capitalised words, joined by hyphens, "of" or "the".
fn name_end(document: &Document, start: usize, limit: usize) -> Option<usize> {
    let mut end = start;
    let small = |at: usize| document.is(at, Classes::OF) || document.is(at, Classes::THE);
    while end < limit
        && (document.is_capitalised(end) || document.is_joint(end) || small(end) && document.is_capitalised(end + 1))
    {
        end += 1;
    }
    (end > start).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::language::Language;

    #[test]
    fn what_is_counted_stands_in_the_sentence() {
        for (text, expected) in
            [("27 people left.", "people"), ("27\npeople left.", "people"), ("27\n\nHalf left.", "")]
        {
            let document = Document::new(text, Language::English);
            let counted = counted_at(&document, 1, &document.sentence_of(0));
            assert_eq!(document.slice(counted.noun), expected, "in {text:?}");
        }
    }
}
