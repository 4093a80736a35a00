//! Times of day: "10:00 am", "3.45pm", "0800 GMT", "between 07:28 and 08:06".

use super::expression::DateExpression;
use crate::reading::document::Document;
use crate::reading::lexicon::Classes;
use crate::reading::text::TokenKind;

/// The time of day that begins at a token.
pub(super) fn clock_at(document: &Document, at: usize) -> Option<DateExpression> {
    if document.kind(at) != Some(TokenKind::Number) || glued_behind(document, at) {
        return None;
    }
    let (end, sure) = hours_and_minutes(document, at)?;
    let (end, named) = zone_or_half(document, end);
    (sure || named).then(|| DateExpression::clock(at..end))
}

fn glued_behind(document: &Document, at: usize) -> bool {
    at > 0 && document.is_glued(at) && matches!(document.mark(at - 1), Some(':' | '/' | '.' | '$' | '€' | '£'))
}

/// One past the digits, and whether their shape alone makes them a time.
fn hours_and_minutes(document: &Document, at: usize) -> Option<(usize, bool)> {
    let digits = document.str(at);
    if let Some((hours, minutes)) = digits.split_once('.') {
        let led = hours.len() == 2 && hours.starts_with('0') && at > 0 && document.is(at - 1, Classes::AT);
        return (is_hour(hours) && is_minute(minutes)).then_some((at + 1, led));
    }
    if document.is_mark(at + 1, ':') && document.is_glued(at + 1) && document.is_glued(at + 2) {
        let minutes = document.str(at + 2);
        return (is_hour(digits) && is_minute(minutes)).then_some((at + 3, true));
    }
    let hours_behind = digits.len() == 4 && digits.starts_with('0') && document.is(at + 1, Classes::HOURS);
    if hours_behind && digits.split_at_checked(2).is_some_and(|(h, m)| is_hour(h) && is_minute(m)) {
        return Some((at + 1, true));
    }
    let military = digits.len() == 4 && digits.split_at_checked(2).is_some_and(|(h, m)| is_hour(h) && is_minute(m));
    (military || is_hour(digits)).then_some((at + 1, false))
}

fn is_hour(digits: &str) -> bool {
    digits.len() <= 2 && digits.parse().is_ok_and(|hour: u8| hour <= 24)
}

fn is_minute(digits: &str) -> bool {
    digits.len() == 2 && digits.parse().is_ok_and(|minute: u8| minute < 60)
}

/// "am", "p.m.", "GMT", "local time".
fn zone_or_half(document: &Document, at: usize) -> (usize, bool) {
    const ZONES: [&str; 12] = ["GMT", "UTC", "CET", "CEST", "EST", "EDT", "PST", "PDT", "BST", "IST", "ET", "PT"];
    let mut end = at;
    if document.is(end, Classes::MERIDIEM) {
        end += 1;
    }
    if ZONES.contains(&document.str(end)) {
        end += 1;
    } else if let Some((length, ())) = document.lexicon.clock.starting(&document.words, end) {
        end += length;
    }
    (end, end > at)
}
