//! A text's own account of a difference: that a figure was revised, that it is an earlier one, that it is so many more
//! than somebody had said.

use super::cue::{Cue, Role};
use super::judge::{Told, Verdict, origin};
use super::reason::Reason;
use super::{Origin, Relation};
use crate::reading::claim::Claim;
use crate::reading::text::{Span, fold};

/// How far from its figure a word may stand to tell of its revision, in tokens.
const NEAR: usize = 12;

/// How many bytes behind "more than the" may name who gives the other figure.
const TAIL: usize = 40;

/// How far an older figure stands behind the words that tell of it.
const BEHIND: usize = 4;

/// What one of the texts says of both figures, or of its own as an earlier one.
pub(super) fn of(a: &Told, b: &Told) -> Option<Verdict> {
    quoted(a, b)
        .or_else(|| quoted(b, a))
        .or_else(|| counted_apart(a, b))
        .or_else(|| counted_apart(b, a))
        .or_else(|| former(a, b))
        .or_else(|| former(b, a))
}

/// One of the texts says that its figure was revised, without the number that it had been.
pub(super) fn of_one(a: &Told, b: &Told) -> Option<Verdict> {
    revised(a, b).or_else(|| revised(b, a))
}

/// The sentence of `told` gives the number of the other figure as well, and says that one stands in the place of the other.
fn quoted(other: &Told, told: &Told) -> Option<Verdict> {
    let old = told.side.beside().find(|claim| same_number(claim, other.side.claim))?;
    let cue = told.cues.iter().find(|cue| {
        let revises = matches!(cue.role, Role::Revised | Role::Former);
        revises && !(cue.role == Role::Former && !cue.before && cue.span.start > old.quote.end)
    })?;
    Some((Relation::Later, Reason::account(other.side, told.side, cue.span.cover(old.quote))))
}

/// "Eight, one more than the ministry has confirmed", beside the seven of the ministry: the words behind the comparison
/// give the difference, or name who gives the other figure.
fn counted_apart(other: &Told, told: &Told) -> Option<Verdict> {
    let gap = (other.side.claim.value? - told.side.claim.value?).abs();
    let cue = told.cues.iter().find(|cue| cue.role == Role::Differs && !cue.before && cue.gap <= NEAR)?;
    let is_gap = |claim: &Claim| claim.value.is_some_and(|value| (value - gap).abs() < 1e-9);
    let given = told.side.beside().any(|claim| is_gap(claim) && claim.quote.end <= cue.span.start);
    let sentence = told.side.claim.sentence;
    let behind = Span::new(cue.span.start, sentence.end.min(cue.span.end + TAIL).max(cue.span.start));
    let text = &told.side.article.text;
    let behind = Span::new(behind.start, text.floor_char_boundary(behind.end));
    let names_other = names(other).any(|name| fold::lowered(behind.of(text)).contains(&name));
    let words = Span::new(cue.span.start, behind.end).of(text).trim_end_matches(['.', '”', '"']).len();
    let quoted = Span::new(cue.span.start, cue.span.start + words);
    (given || names_other).then(|| (Relation::Unexplained, Reason::counted_apart(other.side, told.side, quoted)))
}

/// The telling words of who gives a figure.
fn names(told: &Told) -> impl Iterator<Item = String> {
    let by = told.side.claim.attribution.as_ref().map_or("", |by| by.text.as_str());
    by.split_whitespace().filter(|word| word.len() > 3).map(fold::lowered)
}

/// The words beside the figure of `told` call it an earlier one.
fn former(other: &Told, told: &Told) -> Option<Verdict> {
    let is_former = |cue: &&Cue| cue.role == Role::Former && !cue.blocked && cue.before && cue.gap <= BEHIND;
    if other.cues.iter().any(|cue| is_former(&cue)) {
        return None;
    }
    let cue = told.cues.iter().find(is_former)?;
    Some((Relation::Later, Reason::former(other.side, told.side, cue.span.cover(told.side.claim.quote))))
}

/// The words beside the figure of `told` say that it was revised; the other is not of a newer text.
fn revised(other: &Told, told: &Told) -> Option<Verdict> {
    let cue = told.cues.iter().find(|cue| cue.role == Role::Revised && !cue.blocked && cue.gap <= NEAR)?;
    let newer = told.side.article.date?.order(other.side.article.date?)?.is_gt();
    let one_counter = origin(other, told) != Origin::Independent;
    (newer && one_counter).then(|| (Relation::Later, Reason::account(other.side, told.side, cue.span)))
}

fn same_number(a: &Claim, b: &Claim) -> bool {
    a.value.is_some() && a.value == b.value && a.kind == b.kind
}
