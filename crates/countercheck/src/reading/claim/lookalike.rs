//! Numbers that are not figures: names, scores, phone numbers, list numbers, words such as "one of the".

use crate::reading::document::Document;
use crate::reading::lexicon::{Classes, NumberWord};
use crate::reading::number::{Amount, Form, Hedges, Numeral};
use crate::reading::text::TokenKind;

/// Whether a token is digits inside a name or an address: "Covid-19", "F-16", "192.168.1.2", "www.site.com/2024".
pub(super) fn is_part_of_name(document: &Document, at: usize) -> bool {
    document.kind(at) == Some(TokenKind::Number)
        && (is_dialled(document, at)
            || is_relay(document, at)
            || is_model(document, at)
            || is_house(document, at)
            || at > 0 && ends_name(document, at))
}

/// "+44 20 7946 0958": groups of digits behind a plus that touches the first.
fn is_dialled(document: &Document, at: usize) -> bool {
    let digits = |at: usize| document.kind(at) == Some(TokenKind::Number);
    let first = (at.saturating_sub(5)..=at).rev().take_while(|&at| digits(at)).last().unwrap_or(at);
    let plus = first > 0 && document.is_mark(first - 1, '+') && document.is_glued(first);
    let free = first < 2 || document.tokens[first - 1].spaced;
    plus && free && digits(first + 1)
}

/// "the 4x100 relay".
fn is_relay(document: &Document, at: usize) -> bool {
    let times = document.str(at + 1).strip_prefix('x').filter(|_| document.is_glued(at + 1));
    times.is_some_and(|rest| !rest.is_empty() && rest != "10" && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// "Covid-19", "www.site.com/2024".
fn ends_name(document: &Document, at: usize) -> bool {
    let name = at.checked_sub(2).filter(|_| document.is_joint(at - 1));
    let behind_name =
        name.is_some_and(|name| document.kind(name) == Some(TokenKind::Word) && !is_number_like(document, name));
    let in_address = document.is_glued(at) && matches!(document.mark(at - 1), Some('/' | '_' | '@' | '=' | '&' | '#'));
    behind_name || in_address && !is_fraction_tail(document, at)
}

/// "5G", "14A": a capital right behind the digits that is neither scale nor unit.
fn is_model(document: &Document, at: usize) -> bool {
    let letter = document.str(at + 1);
    let capital = letter.len() == 1 && document.is_capitalised(at + 1) && document.is_glued(at + 1);
    capital && !["M", "B", "K", "T", "C", "F"].contains(&letter)
}

/// "10 Downing Street".
fn is_house(document: &Document, at: usize) -> bool {
    let names = (at + 1..at + 4).take_while(|&at| document.is_capitalised(at));
    names.into_iter().skip(1).any(|at| document.is(at, Classes::STREET))
}

fn is_number_like(document: &Document, at: usize) -> bool {
    let entry = document.entry(at);
    if entry.classes.has(Classes::UNIT) {
        return true;
    }
    let class_of_age = document.is(at, Classes::AGE_CLASS);
    !class_of_age
        && (entry.number.is_some()
            || entry.month.is_some()
            || document.is(at, Classes::PREPOSITION.with(Classes::MERIDIEM).with(Classes::NARROWS_DATE)))
}

fn is_fraction_tail(document: &Document, at: usize) -> bool {
    document.is_mark(at - 1, '/') && at >= 2 && document.kind(at - 2) == Some(TokenKind::Number)
}

/// Whether a numeral with its qualifiers is no figure.
pub(super) fn is_lookalike(document: &Document, numeral: &Numeral, hedges: &Hedges) -> bool {
    let bounded = hedges.bound.is_some();
    match numeral.form {
        Form::Ordinal => is_idle_ordinal(document, numeral),
        Form::Count | Form::Duration if !bounded && is_furniture(document, numeral) => true,
        Form::Count if !bounded => {
            is_idle_one(document, numeral)
                || is_in_compound(document, numeral)
                || is_label(document, numeral)
                || is_crossing(document, numeral)
                || is_score_or_phone(document, numeral)
                || is_list_number(document, numeral)
                || is_the_past_few(document, numeral)
        }
        Form::Count => is_score_or_phone(document, numeral),
        _ => false,
    }
}

/// Ranks are said of something, by a determiner or possessive before and a noun behind: "a third six-year term".
/// "First published", "at first", "second, he said" are adverbs; capitals make names ("the First Lady").
fn is_idle_ordinal(document: &Document, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.tokens.start, numeral.tokens.end);
    let determined = start > 0
        && (document.is(start - 1, Classes::DETERMINER.with(Classes::ARTICLE))
            || document.is(start - 1, Classes::POSSESSIVE));
    let noun = document.kind(end) == Some(TokenKind::Word) && !document.is(end, Classes::ENDS_PHRASE);
    let rank_of = document.is(end, Classes::OF);
    let joined = end + usize::from(document.is_joint(end));
    let time = document.is(joined, Classes::RANKED);
    let digits = document.kind(start) == Some(TokenKind::Number);
    let counted = document.language.puts_nouns_first() && document.entry(end).number.is_some();
    let name = (digits || document.is_capitalised(start)) && document.is_capitalised(end);
    !(determined || digits) || !(noun || rank_of || document.is_joint(end)) || time || name || counted
}

/// "one of the", "no one", "one another", "at one point": the word is no count.
fn is_idle_one(document: &Document, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.tokens.start, numeral.tokens.end);
    if !document.is(start, Classes::ONE) || end != start + 1 {
        return false;
    }
    let before = start.checked_sub(1);
    before.is_some_and(|before| document.is(before, Classes::IDLE_BEFORE_ONE))
        || document.is(end, Classes::IDLE_BEHIND_ONE)
        || document.is_joint(end)
        || matches!(document.mark(end), Some('’' | '\''))
}

/// "a 10-point plan", "four-pronged": a number in the name of a thing.
fn is_in_compound(document: &Document, numeral: &Numeral) -> bool {
    document.is_joint(numeral.tokens.end) && document.is(numeral.tokens.end + 1, Classes::NAMES_COMPOUND)
}

/// "4 min read", "215 shares · 34 comments": what a page prints around its text, in a line of its own.
fn is_furniture(document: &Document, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.tokens.start, numeral.tokens.end);
    let begins =
        start == 0 || document.tokens[start].breaks || matches!(document.mark(start - 1), Some('·' | '|' | '•'));
    let closes = document.tokens.get(end + 1).is_none_or(|token| token.breaks)
        || matches!(document.mark(end + 1), Some('·' | '|' | '•'));
    begins && closes && document.is(end, Classes::FURNITURE)
}

/// "Flight 370", "Europe 4", "No. 10": a label before the number, or a name right before bare digits.
fn is_label(document: &Document, numeral: &Numeral) -> bool {
    let Some(before) = numeral.tokens.start.checked_sub(1) else { return false };
    let digits = document.kind(numeral.tokens.start) == Some(TokenKind::Number);
    if !digits || document.tokens[numeral.tokens.start].breaks {
        return false;
    }
    let dotted = document.is_mark(before, '.') && before > 0 && document.is(before - 1, Classes::NUMBERED);
    let version = document.str(numeral.tokens.start).contains('.') && numeral.unit.is_none();
    let labelled = document.is(before, Classes::LABEL) && (numeral.bare || version);
    let series = numeral.bare
        && document.str(numeral.tokens.start).len() == 1
        && is_name(document, before)
        && before > 0
        && document.is_capitalised(before - 1);
    // "the S&P 500"
    let letter = document.str(before).len() == 1 && document.is_capitalised(before) && before > 0;
    labelled
        || letter && numeral.bare && !document.is(before, Classes::PRONOUN)
        || dotted
        || series
        || (numeral.bare && is_name(document, before) && !counted_behind(document, numeral.tokens.end))
}

/// "calle 12 con 45": the second number of a crossing.
fn is_crossing(document: &Document, numeral: &Numeral) -> bool {
    let Some(street) = numeral.tokens.start.checked_sub(3) else { return false };
    let joins = document.is(street + 2, Classes::PREPOSITION.with(Classes::AND));
    let first = document.kind(street + 1) == Some(TokenKind::Number);
    numeral.bare && joins && first && document.is(street, Classes::STREET)
}

/// A capitalised word that does not merely begin its sentence and is no month, weekday or number.
fn is_name(document: &Document, at: usize) -> bool {
    let entry = document.entry(at);
    let plain = entry.month.is_none() && entry.weekday.is_none() && entry.number.is_none();
    let begins = document.sentence_of(at).start == at;
    let inside = at > 0 && document.is_capitalised(at - 1) && document.is_capitalised(at);
    document.is_capitalised(at) && plain && !begins && (inside || !document.is(at, Classes::ENDS_PHRASE))
}

/// A word in lower case that goes on as a noun phrase: "told Acme Radio 28 people died".
fn counted_behind(document: &Document, at: usize) -> bool {
    // "gave the Alliance 104 of the 250 seats"
    if document.is(at, Classes::OF) && document.is(at + 1, Classes::THE) {
        return true;
    }
    let word = document.kind(at) == Some(TokenKind::Word) && !document.is(at, Classes::ENDS_PHRASE);
    word && !document.is_capitalised(at) && document.str(at).ends_with(['s', 'e', 'n'])
}

/// "2-1", "555-1234", "24/7", "007": digits tied to digits, or led by a zero.
fn is_score_or_phone(document: &Document, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.tokens.start, numeral.tokens.end);
    let is_digits = |at: usize| document.kind(at) == Some(TokenKind::Number);
    let tie = |at: usize| {
        document.is_joint(at) || (document.is_mark(at, '/') && document.is_glued(at) && document.is_glued(at + 1))
    };
    let tied_behind = tie(end) && is_digits(end + 1) && numeral.bare;
    let tied_before = start >= 2 && tie(start - 1) && is_digits(start - 2) && is_digits(start);
    let zero_led = document.str(start).starts_with('0') && document.str(start).len() > 1 && numeral.bare;
    tied_behind || tied_before || zero_led || (is_digits(start) && range_of_score(document, numeral))
}

/// Bare digits tied to digits without a noun behind them are a score or a number to call: "won 2-4", "555-1234".
fn range_of_score(document: &Document, numeral: &Numeral) -> bool {
    if !matches!(numeral.amount, Amount::Between(..)) {
        return false;
    }
    let joined = document.is_joint(numeral.tokens.start + 1) && numeral.tokens.len() == 3;
    let phrase = document.kind(numeral.tokens.end) == Some(TokenKind::Word)
        && !document.is(numeral.tokens.end, Classes::ENDS_PHRASE);
    let separated = numeral.tokens.clone().any(|at| document.str(at).contains([',', '.']));
    joined && !separated && !phrase && numeral.unit.is_none()
}

/// "1." or "2)" at the beginning of a line.
fn is_list_number(document: &Document, numeral: &Numeral) -> bool {
    let start = numeral.tokens.start;
    let begins = start == 0 || document.tokens[start].breaks;
    let end = numeral.tokens.end;
    let goes_on = document.tokens.get(end + 1).is_some_and(|token| !token.breaks);
    let closed = matches!(document.mark(end), Some('.' | ')')) && document.is_glued(end) && goes_on;
    begins && numeral.bare && closed
}

/// "few" and "some" as parts of fixed phrases carry no number of their own.
fn is_the_past_few(document: &Document, numeral: &Numeral) -> bool {
    let vague = matches!(document.entry(numeral.tokens.start).number, Some(NumberWord::Vague(_)));
    vague && document.is(numeral.tokens.end, Classes::TIME)
}
