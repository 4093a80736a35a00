//! Judging a pair. What the texts say decides, in this order: a text's own account of the difference
//! ([`super::account`]), another definition ([`super::definition`]) or population, another window or day
//! ([`super::window`]), whether the intervals meet, and who counted ([`super::origin`]).

use std::cmp::Ordering;

use super::cue::{Cue, cues};
use super::origin::{self, Counter};
use super::reason::Reason;
use super::scale::{Common, common};
use super::window::{day_of, is_running, states_day};
use super::{ClaimKey, Origin, Relation, account, definition, scale, time, window};
use crate::collection::{Article, Collection};
use crate::reading::claim::{Claim, Effect, Kind, Nature, Reading};
use crate::reading::interval::{End, Interval};
use crate::reading::language::Language;
use crate::reading::lexicon::{Lexicon, UnitKind};
use crate::reading::number::dimension;
use crate::reading::text::{Span, tokenize};

/// Two minimums of one growing total are taken for two counts where their texts are at most this many days apart.
const SAME_STORY: i32 = 60;

/// Texts that are so many days apart tell each of its own time.
const SOME_WEEKS: i32 = 20;

/// An amount of money is given again for so many days; a rate moves from day to day.
const ONE_WEEK: i32 = 7;

/// Figures of a sentence that are looked at on either side of one of them.
const NEIGHBOURS: usize = 8;

/// How two figures relate, and why.
pub(super) type Verdict = (Relation, Reason);

/// One figure of a pair with its text.
#[derive(Clone, Copy)]
pub(super) struct Side<'c> {
    pub(super) article: &'c Article,
    pub(super) claim: &'c Claim,
    /// The figures of its text, in order.
    claims: &'c [Claim],
    /// Its place among them.
    index: usize,
    /// The language that the text was read in.
    pub(super) language: Language,
}

impl<'c> Side<'c> {
    pub(super) fn of(collection: &'c Collection, readings: &'c [Reading], key: ClaimKey) -> Self {
        let (article, reading) = (&collection.articles[key.article], &readings[key.article]);
        let claims = reading.claims.as_slice();
        Self { article, claim: &claims[key.claim], claims, index: key.claim, language: reading.language }
    }

    /// The figures nearest to it in its sentence, without dates.
    pub(super) fn beside(self) -> impl Iterator<Item = &'c Claim> {
        let near = self.index.saturating_sub(NEIGHBOURS)..self.claims.len().min(self.index + NEIGHBOURS + 1);
        let claims = near.filter(move |&index| index != self.index).map(move |index| &self.claims[index]);
        claims.filter(move |claim| claim.sentence == self.claim.sentence && claim.kind != Kind::Date)
    }

    /// Whether another figure of the sentence stands in a stretch of the text.
    pub(super) fn figures_in(self, span: Span) -> bool {
        self.beside().any(|claim| claim.quote.overlaps(span))
    }
}

/// A figure with what the words beside it say of how it was counted.
pub(super) struct Told<'c> {
    pub(super) side: Side<'c>,
    pub(super) cues: Vec<Cue>,
    counter: Counter,
    /// It is printed in percentage points.
    in_points: bool,
}

impl<'c> Told<'c> {
    pub(super) fn of(side: Side<'c>) -> Self {
        Self { side, cues: cues(side), counter: Counter::of(side), in_points: Self::is_in_points(side) }
    }

    /// "4 percentage points".
    pub(super) fn is_in_points(side: Side) -> bool {
        if side.claim.kind != Kind::Percent {
            return false;
        }
        let lexicon = Lexicon::of(side.language);
        let quote = side.claim.quote.of(&side.article.text);
        let words: Vec<_> = tokenize(quote).iter().map(|token| lexicon.id(token.span.of(quote))).collect();
        let unit = |at| lexicon.units.starting(&words, at).map(|(_, unit)| unit.kind);
        (0..words.len()).any(|at| unit(at) == Some(UnitKind::Points))
    }
}

/// Whether two figures rest on one counter.
pub(super) fn origin(a: &Told, b: &Told) -> Origin {
    origin::between(&a.counter, &b.counter)
}

/// Judges two figures of one quantity. Symmetric in the relation.
pub(super) fn judge(a: &Told, b: &Told) -> Verdict {
    let scales = common(a.side.claim, b.side.claim);
    if let Common::RatioAndShare { ratio_first } = scales {
        let (ratio, share) = if ratio_first { (a, b) } else { (b, a) };
        return ratio_and_share(ratio.side, share.side);
    }
    let vague = a.side.claim.is_vague_part();
    if vague != b.side.claim.is_vague_part() {
        return (Relation::Compatible, Reason::without_number(a.side, b.side, vague));
    }
    if a.in_points != b.in_points {
        let (share, points) = if b.in_points { (a, b) } else { (b, a) };
        return (Relation::Scope, Reason::points(share.side, points.side));
    }
    if let Some(found) = two_currencies(a.side, b.side).or_else(|| unit_left_out(a.side, b.side)) {
        return found;
    }
    let [x, y] = [a, b].map(|told| Values::of(told.side.claim, scales));
    if let Some(found) = different_measures(a.side, b.side) {
        return found;
    }
    if x.worded == y.worded {
        return (Relation::Same, Reason::same(a.side, b.side));
    }
    account::of(a, b)
        .or_else(|| rounded(a.side, b.side, x, y))
        .or_else(|| explained_by_sum(a.side, b.side).or_else(|| explained_by_sum(b.side, a.side)))
        .or_else(|| on_top(a.side, b.side))
        .or_else(|| definition::differ(a, b))
        .or_else(|| different_beings(a.side, b.side))
        .or_else(|| account::of_one(a, b))
        .or_else(|| window::differ(a, b))
        .or_else(|| meeting(a, b, x, y))
        .unwrap_or_else(|| apart(a, b))
}

/// "221 died at the place, another 10 in hospitals" beside 231: a part, with what its own sentence adds to it. "350 were
/// released, 687 remain" beside about 1,000: what is left of it.
fn explained_by_sum(whole: Side, part: Side) -> Option<Verdict> {
    let number = |claim: &Claim| claim.value.filter(|_| claim.kind == whole.claim.kind && claim.trend.is_none());
    let (all, one) = (number(whole.claim)?, number(part.claim)?);
    let adds = |claim: &&Claim| {
        let alike = claim.unit == part.claim.unit || claim.kind == Kind::Count;
        number(claim).is_some_and(|more| alike && more > 1.0 && one > 1.0 && fits(whole.claim, all, one + more))
    };
    let rest = part.beside().find(adds)?;
    let released = rest.measure.is_some() && rest.measure != part.claim.measure && rest.measure != whole.claim.measure;
    let relation = if released { Relation::Later } else { Relation::Scope };
    let rest = Side { claim: rest, ..part };
    Some((relation, Reason::sum(whole, part, rest)))
}

/// A sum is the whole; small ones meet by chance.
fn fits(whole: &Claim, all: f64, sum: f64) -> bool {
    const TELLING: f64 = 20.0;
    let about = whole.hedge.is_some_and(|hedge| hedge.effect == Effect::Approximate);
    all >= TELLING && ((sum - all).abs() < 1e-6 || about && whole.interval.contains(sum))
}

/// One counts what came on top of an earlier number, the other does not.
fn on_top(a: Side, b: Side) -> Option<Verdict> {
    let (level, more) = match (a.claim.increment, b.claim.increment) {
        (false, true) => (a, b),
        (true, false) => (b, a),
        _ => return None,
    };
    Some((Relation::Scope, Reason::on_top(level, more)))
}

/// What a figure allows, on a scale that two figures share.
#[derive(Clone, Copy)]
struct Values {
    /// What its words allow.
    worded: Interval,
    /// What it leaves open, rounding included.
    room: Interval,
    /// Its number.
    number: Option<f64>,
}

impl Values {
    fn of(claim: &Claim, scales: Common) -> Self {
        let number = claim.value.and_then(|value| scale::interval(claim, Interval::point(value), scales).low.value());
        Self {
            worded: scale::interval(claim, claim.interval, scales),
            room: scale::interval(claim, claim.room(), scales),
            number,
        }
    }
}

impl Values {
    /// What the words allow, with what goes without saying of a vague one.
    fn words(self, vague: bool) -> Interval {
        if vague { self.room } else { self.worded }
    }
}

/// The number of one is what the other leaves open.
fn rounded(a: Side, b: Side, x: Values, y: Values) -> Option<Verdict> {
    let numbers = a.claim.kind != Kind::Vague && b.claim.kind != Kind::Vague;
    let bounded = x.room.is_bounded() && y.room.is_bounded();
    let holds = |room: Values, number: Values| {
        let number = number.number?;
        room.number.filter(|_| room.room.contains(number))
    };
    let converted = a.claim.unit != b.claim.unit && x.number.is_some() && y.number.is_some() && x.room.meets(y.room);
    let rounds = numbers && bounded && (holds(x, y).is_some() || holds(y, x).is_some() || converted);
    rounds.then(|| (Relation::Rounded, Reason::rounded(a, b)))
}

/// The intervals meet: both can be true, unless the newer of two minimums is another count.
fn meeting(a: &Told, b: &Told, x: Values, y: Values) -> Option<Verdict> {
    let vague = a.side.claim.kind == Kind::Vague || b.side.claim.kind == Kind::Vague;
    if x.worded.meets(y.worded) || vague && x.room.meets(y.room) {
        let compatible = || (Relation::Compatible, Reason::compatible(a.side, b.side, x.words(vague), y.words(vague)));
        return Some(later_bound(a, b).unwrap_or_else(compatible));
    }
    let both = !x.worded.is_point() || !y.worded.is_point();
    (both && x.room.meets(y.room)).then(|| (Relation::Compatible, Reason::edge(a.side, b.side)))
}

/// Two currencies say nothing of one another, unless one text prints both.
fn two_currencies(a: Side, b: Side) -> Option<Verdict> {
    let money = a.claim.kind == Kind::Money && b.claim.kind == Kind::Money;
    let units = a.claim.unit.as_deref().zip(b.claim.unit.as_deref()).filter(|(x, y)| x != y && money)?;
    let converts = dimension(units.0).0 == dimension(units.1).0;
    if converts {
        return None;
    }
    if converted_beside(a, b) || converted_beside(b, a) {
        return Some((Relation::Rounded, Reason::converted_beside(a, b)));
    }
    Some((Relation::Compatible, Reason::two_currencies(a, b)))
}

/// "4 million euros" beside "it still asks for four": the text that names no unit and nothing counted leaves it out.
fn unit_left_out(a: Side, b: Side) -> Option<Verdict> {
    let bare = |side: Side| side.claim.kind == Kind::Count && side.claim.counted.is_empty();
    let full = |side: Side| matches!(side.claim.kind, Kind::Money | Kind::Measure | Kind::Duration);
    let (short, whole) = match () {
        () if bare(a) && full(b) => (a, b),
        () if bare(b) && full(a) => (b, a),
        () => return None,
    };
    let (number, room) = (short.claim.value?, whole.claim.room());
    let scaled = [1.0, 1e3, 1e6, 1e9].map(|scale| number * scale);
    let fits = scaled.into_iter().any(|number| room.is_bounded() && room.contains(number));
    fits.then(|| (Relation::Rounded, Reason::unit_left_out(short, whole)))
}

/// "11,000 million euros (13,380 million dollars)": the conversion of `told` is the other figure.
fn converted_beside(other: Side, told: Side) -> bool {
    const GAP: usize = 6;
    told.beside().any(|claim| {
        let (first, second) =
            if claim.quote.start < told.claim.quote.start { (claim, told.claim) } else { (told.claim, claim) };
        let glued = second.quote.start.saturating_sub(first.quote.end) <= GAP;
        glued && claim.unit == other.claim.unit && claim.room().meets(other.claim.room())
    })
}

/// The intervals do not meet: other people, another day, other counters?
fn apart(a: &Told, b: &Told) -> Verdict {
    over_a_whole(a.side, b.side)
        .or_else(|| later(a, b))
        .or_else(|| different_population(a.side, b.side))
        .unwrap_or_else(|| differing(a, b))
}

/// The newer text of one story gives the higher number of a growing total of which one of them is a minimum; or the texts
/// state two days, and the number is another one.
fn later_bound(a: &Told, b: &Told) -> Option<Verdict> {
    let (older, newer) = in_time(a, b)?;
    let (before, after) = (older.side.claim, newer.side.claim);
    let (was, is) = (before.value?, after.value?);
    let days = day_of(newer.side)?.first_day() - day_of(older.side)?.last_day();
    let one_story = days <= SAME_STORY && is_fresh(older.side) && is_fresh(newer.side);
    if before.nature == Nature::Total && after.nature == Nature::Total {
        return (one_story && is > was && before.interval.high == End::Unbounded)
            .then(|| (Relation::Later, Reason::later(older.side, newer.side)));
    }
    let stated = states_day(older.side) && states_day(newer.side);
    (stated && may_change(before) && was != is).then(|| (Relation::Later, Reason::later_stock(older.side, newer.side)))
}

/// Counts and rates in texts that lie so far apart that each tells of its own time; an amount of money is agreed once.
fn weeks_apart(older: &Told, newer: &Told) -> bool {
    let of_a_time = |told: &Told| matches!(told.side.claim.kind, Kind::Count | Kind::Percent);
    let days = day_of(newer.side).zip(day_of(older.side)).map(|(new, old)| new.first_day() - old.last_day());
    of_a_time(older) && of_a_time(newer) && days.is_some_and(|days| days >= SOME_WEEKS)
}

/// Lengths, magnitudes and ranks are of one time as of another.
fn may_change(claim: &Claim) -> bool {
    match claim.kind {
        Kind::Ordinal | Kind::Ratio => false,
        Kind::Measure => !matches!(
            claim.unit.as_deref().map_or("", |unit| dimension(unit).0),
            "length" | "magnitude" | "temperature"
        ),
        _ => true,
    }
}

/// The figure is told of what had just happened when the text was written.
fn is_fresh(side: Side) -> bool {
    let Some(written) = side.article.date else { return false };
    let told = time::time_of(side.claim, side.article);
    time::apart(told, time::Time::on(written)).is_some_and(|days| days <= SAME_STORY)
}

/// The figures are of two days between which the number can have changed that way.
fn later(a: &Told, b: &Told) -> Option<Verdict> {
    let (older, newer) = in_time(a, b)?;
    let (before, after) = (older.side.claim, newer.side.claim);
    let stated = states_day(older.side) || states_day(newer.side);
    let nature = if before.nature == Nature::Constant { after.nature } else { before.nature };
    let rises = size(after) > size(before);
    if nature == Nature::Total && before.kind == Kind::Count {
        let shrinks = || (Relation::Unexplained, Reason::shrinks(older.side, newer.side));
        return Some(if rises { (Relation::Later, Reason::later(older.side, newer.side)) } else { shrinks() });
    }
    let two_counters = origin(a, b) == Origin::Independent && nature != Nature::Stock;
    let share = before.is_share_of_whole() && after.is_share_of_whole();
    let moves =
        stated || share || nature == Nature::Stock || is_running(a) || is_running(b) || weeks_apart(older, newer);
    if !may_change(before) || !moves || two_counters && !stated {
        return None;
    }
    let reason = if stated { Reason::later_stock } else { Reason::later_text };
    Some((Relation::Later, reason(older.side, newer.side)))
}

/// The two in the order of their days, where that order is certain.
fn in_time<'t, 'c>(a: &'t Told<'c>, b: &'t Told<'c>) -> Option<(&'t Told<'c>, &'t Told<'c>)> {
    match window::order(a.side, b.side)? {
        Ordering::Less => Some((a, b)),
        Ordering::Greater => Some((b, a)),
        Ordering::Equal => None,
    }
}

/// The words for what is counted limit one of the two: "serious injuries" against "wounded".
fn different_population(a: Side, b: Side) -> Option<Verdict> {
    let counts = |side: Side| matches!(side.claim.kind, Kind::Count | Kind::Vague | Kind::Percent);
    if !counts(a) || !counts(b) {
        return None;
    }
    let extra = |one: Side, other: Side| {
        one.claim.context.limits.iter().any(|word| other.claim.context.words.binary_search(word).is_err())
    };
    let differ = extra(a, b) != extra(b, a);
    let named = !a.claim.counted.is_empty() && !b.claim.counted.is_empty();
    (differ && named).then(|| (Relation::Scope, Reason::populations(a, b)))
}

/// "Two children were killed" and "two children were wounded".
fn different_measures(a: Side, b: Side) -> Option<Verdict> {
    let (x, y) = (a.claim.measure?, b.claim.measure?);
    let counts = a.claim.kind == Kind::Count && b.claim.kind == Kind::Count;
    (x != y && counts).then(|| (Relation::Scope, Reason::populations(a, b)))
}

/// "At least one policeman died" and "five people died": some of them, and fewer by half at least.
fn different_beings(a: Side, b: Side) -> Option<Verdict> {
    let number = |side: Side| side.claim.kind == Kind::Count && !side.claim.counted.is_empty();
    let measured = a.claim.measure.is_some() && a.claim.measure == b.claim.measure;
    let told = measured && number(a) && number(b);
    let few = |some: Side, all: Side| match (some.claim.context.beings, all.claim.context.beings) {
        (Some(_), None) => size(some.claim) * 2.0 <= size(all.claim),
        (one, two) => one.is_some() && one != two,
    };
    (told && (few(a, b) || few(b, a))).then(|| (Relation::Scope, Reason::populations(a, b)))
}

/// Shares of one whole, of holders that differ, add up to at most all of it.
fn over_a_whole(a: Side, b: Side) -> Option<Verdict> {
    let low = |side: Side| side.claim.interval.low.value().unwrap_or(0.0);
    let shares = a.claim.is_share_of_whole() && b.claim.is_share_of_whole();
    (shares && low(a) + low(b) > 100.0 && holders_differ(a, b)).then(|| (Relation::Conflict, Reason::shares(a, b)))
}

/// The names beside two shares have none in common.
pub(super) fn holders_differ(a: Side, b: Side) -> bool {
    let (x, y) = (&a.claim.context.holders, &b.claim.context.holders);
    !x.is_empty() && !y.is_empty() && !x.iter().any(|name| y.contains(name))
}

fn differing(x: &Told, y: &Told) -> Verdict {
    let (a, b) = (x.side, y.side);
    let two_counters = origin(x, y) == Origin::Independent;
    if two_counters && a.claim.kind == Kind::Count {
        return (Relation::Unexplained, Reason::two_counters(a, b));
    }
    // Two exact numbers of one thing that does not change, up to one day.
    let exact = |side: Side| {
        side.claim.interval.is_point()
            && (side.claim.hedge.is_none() || is_exact(side.claim))
            && side.claim.nature == Nature::Constant
    };
    let one_day = day_of(a).is_some_and(|day| day.day().is_some() && day_of(b) == Some(day));
    if exact(a) && exact(b) && one_day && a.claim.kind == Kind::Count && b.claim.kind == Kind::Count {
        return (Relation::Conflict, Reason::conflict(a, b));
    }
    let fixed = match a.claim.kind {
        Kind::Measure | Kind::Ordinal | Kind::Ratio => true,
        Kind::Money => is_of_one_time(a, b, ONE_WEEK),
        Kind::Percent => is_of_one_time(a, b, 0),
        _ => false,
    };
    if fixed && a.claim.kind == b.claim.kind {
        return (Relation::Conflict, Reason::conflict(a, b));
    }
    let reason = if two_counters { Reason::two_counters } else { Reason::unexplained };
    (Relation::Unexplained, reason(a, b))
}

/// Whether two figures are of one time: that which both state, else that of texts so many days apart at most.
fn is_of_one_time(a: Side, b: Side, days: i32) -> bool {
    let (x, y) = (time::time_of(a.claim, a.article), time::time_of(b.claim, b.article));
    let days = if x.stated && y.stated { 0 } else { days };
    time::apart(x, y).is_some_and(|apart| apart <= days)
}

/// A result of k to 1 gives the winner k of k + 1 parts.
fn ratio_and_share(ratio: Side, share: Side) -> Verdict {
    let winner = scale::winners_share(ratio.claim);
    let loser = scale::losers_share(ratio.claim);
    let meets = winner.meets(share.claim.interval) || loser.meets(share.claim.interval);
    if meets {
        (Relation::Compatible, Reason::ratio_fits(ratio, share))
    } else {
        (Relation::Conflict, Reason::ratio_conflict(ratio, share))
    }
}

fn is_exact(claim: &Claim) -> bool {
    claim.hedge.is_some_and(|hedge| hedge.effect == Effect::Exact)
}

fn size(claim: &Claim) -> f64 {
    claim.size().unwrap_or(0.0)
}
