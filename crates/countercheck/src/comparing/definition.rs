//! Definitions: the words of the texts by which two figures count different things.

use super::Relation;
use super::cue::{Cue, Definition, Role};
use super::judge::{Told, Verdict};
use super::reason::Reason;
use crate::reading::claim::Mood;
use crate::reading::interval::End;
use crate::reading::text::Span;
use crate::words::Key;

/// How far from its figure a word may stand to define it, in tokens.
const NEAR: usize = 10;

/// The same for words that speak of a whole clause.
const FAR: usize = 14;

/// How far behind "of whom" the part may stand.
const BEHIND: usize = 4;

/// One of the figures is defined, the other is not, or by another member of the family.
pub(super) fn differ(a: &Told, b: &Told) -> Option<Verdict> {
    apart(a, b).or_else(|| one_sided(a, b)).or_else(|| one_sided(b, a)).or_else(|| moods(a, b))
}

/// One was counted, the other is expected, feared or asked for; they cannot both hold as they stand.
fn moods(a: &Told, b: &Told) -> Option<Verdict> {
    let kind = |told: &Told| match told.side.claim.mood {
        Mood::Counted => Some(None),
        Mood::Forecast => Some(Some(Key::MoodForecast)),
        Mood::Feared => Some(Some(Key::MoodFeared)),
        Mood::Demanded => Some(Some(Key::MoodDemanded)),
        Mood::Denied => None,
    };
    let (x, y) = (kind(a)?, kind(b)?);
    let (plain, other, mood) = match (x, y) {
        (None, Some(mood)) => (a, b, mood),
        (Some(mood), None) => (b, a, mood),
        _ => return None,
    };
    let both_hold = a.side.claim.room().meets(b.side.claim.room());
    (!both_hold).then(|| (Relation::Scope, Reason::mood(plain.side, other.side, mood)))
}

/// Both are defined, and differently.
fn apart(a: &Told, b: &Told) -> Option<Verdict> {
    let (x, y) = (beside(a), beside(b));
    let other = |one: &Definition| y.iter().find(|(two, _)| two.family == one.family && two.member != one.member);
    let shared = |one: &Definition| y.iter().any(|(two, _)| two == one);
    let (one, two) = x.iter().filter(|(one, _)| !shared(one)).find_map(|one| Some((one, other(&one.0)?)))?;
    Some((Relation::Scope, Reason::definitions(a.side, b.side, one.1, two.1)))
}

/// A mark that the sentence of the other figure does not have.
fn one_sided(marked: &Told, plain: &Told) -> Option<Verdict> {
    let has = |family: &str| plain.cues.iter().filter_map(definition_of).any(|other| other.family == family);
    let mark = marked.cues.iter().filter(|cue| is_beside(cue)).find(|cue| match cue.role {
        Role::Mark(definition) => !has(definition.family) && sets_apart(definition.family, marked, plain),
        _ => false,
    })?;
    Some((Relation::Scope, Reason::definition(plain.side, marked.side, mark.span)))
}

/// A part is less than the whole that it is set apart from; figures that can both hold need a mark of what is counted,
/// and not of how: "could exceed ten" is no other count than "more than five".
fn sets_apart(family: &str, marked: &Told, plain: &Told) -> bool {
    let size = |told: &Told| told.side.claim.size().unwrap_or(0.0);
    let both_hold = marked.side.claim.room().meets(plain.side.claim.room());
    let is_floor = plain.side.claim.interval.high == End::Unbounded;
    match family {
        "part" => is_floor || size(marked) < size(plain),
        "forecast" | "taken_in" | "left_out" => !both_hold,
        _ => true,
    }
}

fn beside(told: &Told) -> Vec<(Definition, Span)> {
    told.cues.iter().filter(|cue| is_beside(cue)).filter_map(|cue| Some((definition_of(cue)?, cue.span))).collect()
}

fn is_beside(cue: &Cue) -> bool {
    let family = definition_of(cue).map_or("", |definition| definition.family);
    match (family, cue.before) {
        // "14 of them", "of whom 14"
        ("part", false) => cue.gap == 0,
        ("part", true) => cue.gap <= BEHIND && !cue.blocked,
        // "Add those abroad, and the total comes to 14", "14, counting those abroad"; not "adds to the 14".
        ("taken_in", false) => cue.gap <= 2,
        ("taken_in", true) => (2..=FAR).contains(&cue.gap),
        ("alone", _) => cue.gap <= FAR,
        _ => cue.gap <= NEAR && !cue.blocked,
    }
}

fn definition_of(cue: &Cue) -> Option<Definition> {
    match cue.role {
        Role::Mark(definition) | Role::Status(definition) => Some(definition),
        _ => None,
    }
}
