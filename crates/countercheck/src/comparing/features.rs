//! Features of a pair of figures: what speaks for or against their being of one quantity.
//!
//! Every feature is a number between -1 and 1, or a small logarithm, worked out from the texts alone and the same
//! whichever figure stands first. [`FEATURES`] names them; a model weighs them (`model`).

use super::profile::{Dimension, Profile};
use super::rarity::{Rarity, shared};
use super::scale::{Common, common, winners_share};
use super::time::apart;
use crate::reading::claim::{Claim, Kind, Nature};
use crate::reading::text::Stem;

/// A feature: its name, as it stands in the file of weights, and what it is of a pair.
pub(super) type Feature = (&'static str, fn(&PairView) -> f64);

/// Two figures and what several features ask of them.
#[expect(clippy::struct_excessive_bools, reason = "what several features ask, worked out once")]
pub(super) struct PairView<'p, 'c> {
    a: &'p Profile<'c>,
    b: &'p Profile<'c>,
    /// How often each number occurs is not known to a pair: the figures of its value in the collection.
    same_value: f64,
    same_dimension: bool,
    same_text: bool,
    same_sentence: bool,
    equal: bool,
    digits: u32,
    /// The logarithm of the ratio of the two numbers, where they are of one dimension and both known.
    ratio: Option<f64>,
    /// Cosines of the words of the sentences, of the words weighted by distance, and of the names.
    sentence: f64,
    near: f64,
    names: f64,
    behind: f64,
    ahead: f64,
    /// Cosine of the words of one sentence and of the one before the other, the larger.
    across: f64,
    /// Equal figures beside the two.
    neighbours: usize,
    /// Overlap of the words counted, and of those of one with the words around the other.
    counted: f64,
    counted_around: (f64, f64),
    names_differ: bool,
    period: Option<Overlap>,
    days: Option<f64>,
}

/// How two periods lie to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Overlap {
    Same,
    Partly,
    Apart,
}

impl<'p, 'c> PairView<'p, 'c> {
    /// `same_value` is how many figures of the collection have the value of the two, where it is one.
    pub(super) fn of(a: &'p Profile<'c>, b: &'p Profile<'c>, rarity: &Rarity, same_value: f64) -> Self {
        let same_dimension = a.dimension == b.dimension || loosely(a.dimension, b.dimension);
        let sizes = a.size.zip(b.size).filter(|(x, y)| *x > 0.0 && *y > 0.0 && same_dimension);
        let sizes = odds_as_share(a.claim, b.claim).or(sizes);
        let ratio = sizes.map(|(x, y)| (x / y).ln().abs());
        let point = |profile: &Profile| profile.claim.value.is_some();
        let equal = ratio.is_some_and(|ratio| ratio < 0.005) && point(a) && point(b)
            || same_dimension && a.size.is_some() && a.size == b.size;
        let (x, y) = (&a.claim.context, &b.claim.context);
        let share = |p: &[Stem], q: &[Stem]| {
            if p.is_empty() || q.is_empty() { 0.0 } else { rarity.cosine(p, q) }
        };
        let around = [rarity.covered(&x.counted, &b.around), rarity.covered(&y.counted, &a.around)];
        Self {
            same_value,
            same_dimension,
            same_text: a.article == b.article,
            same_sentence: a.article == b.article && a.claim.sentence == b.claim.sentence,
            equal,
            digits: if equal { digits(a.claim).min(digits(b.claim)) } else { 0 },
            ratio,
            sentence: share(&x.words, &y.words),
            near: cosine((&a.near, a.near_length), (&b.near, b.near_length)),
            names: share(&a.names, &b.names),
            behind: share(&a.behind, &b.behind),
            ahead: share(&a.ahead, &b.ahead),
            across: share(&x.before, &y.words).max(share(&x.words, &y.before)).max(share(&x.before, &y.before)),
            neighbours: equal_neighbours(a, b),
            counted: share(&x.counted, &y.counted),
            counted_around: (around[0].min(around[1]), around[0].max(around[1])),
            names_differ: differ(&a.near_names, &b.near_names),
            period: periods(a.claim, b.claim),
            days: apart(a.time, b.time).map(f64::from),
            a,
            b,
        }
    }

    fn both(&self, is: impl Fn(&Profile) -> bool) -> f64 {
        yes(is(self.a) && is(self.b))
    }

    fn one(&self, is: impl Fn(&Profile) -> bool) -> f64 {
        yes(is(self.a) != is(self.b))
    }

    fn kinds(&self, kind: Kind) -> f64 {
        self.both(|it| it.claim.kind == kind)
    }

    fn kinds_mixed(&self, x: Kind, y: Kind) -> f64 {
        let (a, b) = (self.a.claim.kind, self.b.claim.kind);
        yes((a, b) == (x, y) || (a, b) == (y, x))
    }

    fn heads(&self) -> Option<(Stem, Stem)> {
        self.a.claim.context.head.zip(self.b.claim.context.head)
    }

    fn same_head(&self) -> bool {
        self.heads().is_some_and(|(x, y)| x == y)
    }

    fn measures(&self) -> Option<bool> {
        self.a.claim.measure.zip(self.b.claim.measure).map(|(x, y)| x == y)
    }

    fn written(&self) -> Option<f64> {
        self.a.written.zip(self.b.written).map(|(x, y)| f64::from((x - y).abs()))
    }

    fn closeness(&self) -> f64 {
        self.ratio.map_or(0.0, |ratio| (-ratio).exp())
    }
}

/// What a text says of a figure that another text's figure must share to be of one quantity, and what tells them apart.
#[rustfmt::skip]
pub(super) const FEATURES: &[Feature] = &[
    // Sort
    ("same kind", |p| yes(p.a.claim.kind == p.b.claim.kind)),
    ("same dimension", |p| yes(p.same_dimension)),
    ("same unit", |p| yes(p.a.claim.unit.is_some() && p.a.claim.unit == p.b.claim.unit)),
    ("other currency", |p| yes(matches!((p.a.dimension, p.b.dimension), (Dimension::Money(x), Dimension::Money(y)) if x != y && !x.is_empty() && !y.is_empty()))),
    ("unit on one side", |p| p.one(|it| it.claim.unit.is_some())),
    ("both counts", |p| p.kinds(Kind::Count)),
    ("both percentages", |p| p.kinds(Kind::Percent)),
    ("both money", |p| p.kinds(Kind::Money)),
    ("both physical", |p| p.kinds(Kind::Measure)),
    ("both lengths of time", |p| p.kinds(Kind::Duration)),
    ("both ranks", |p| p.kinds(Kind::Ordinal)),
    ("both vague", |p| p.kinds(Kind::Vague)),
    ("number and vague word", |p| yes(p.same_dimension) * p.one(|it| it.claim.kind == Kind::Vague)),
    ("percentage and ratio", |p| p.kinds_mixed(Kind::Percent, Kind::Ratio)),
    ("both changes, same way", |p| yes(p.a.claim.trend.is_some() && p.a.claim.trend == p.b.claim.trend)),
    ("changes, opposed", |p| yes(p.a.claim.trend.is_some() && p.b.claim.trend.is_some() && p.a.claim.trend != p.b.claim.trend)),
    ("change on one side", |p| p.one(|it| it.claim.trend.is_some())),
    ("addition on one side", |p| p.one(|it| it.claim.increment)),
    ("shares of one measure", |p| p.both(|it| it.dimension == Dimension::Share) * yes(p.measures() == Some(true))),
    ("odds beside a share of one measure", |p| yes(matches!(common(p.a.claim, p.b.claim), Common::RatioAndShare { .. }) && p.measures() == Some(true))),
    ("part of a whole on one side", |p| p.one(|it| it.claim.whole.is_some())),
    ("part of a whole on both sides", |p| p.both(|it| it.claim.whole.is_some())),
    ("same measure", |p| yes(p.measures() == Some(true))),
    ("measure on one side", |p| p.one(|it| it.claim.measure.is_some())),
    ("measure on one side, other value", |p| p.one(|it| it.claim.measure.is_some()) * yes(!p.a.interval.meets(p.b.interval))),
    // What is counted
    ("same head noun", |p| yes(p.same_head())),
    ("other head noun", |p| yes(p.heads().is_some() && !p.same_head())),
    ("head noun on one side", |p| p.one(|it| it.claim.context.head.is_some())),
    ("counted words shared", |p| p.counted),
    ("counted words differ", |p| yes(p.counted == 0.0 && !p.a.claim.context.counted.is_empty() && !p.b.claim.context.counted.is_empty())),
    ("counted words beside the other, at least", |p| p.counted_around.0),
    ("counted words beside the other, at most", |p| p.counted_around.1),
    ("same sort of people", |p| yes(p.a.claim.context.beings.is_some() && p.a.claim.context.beings == p.b.claim.context.beings)),
    ("other sort of people", |p| yes(p.a.claim.context.beings.is_some() && p.b.claim.context.beings.is_some() && p.a.claim.context.beings != p.b.claim.context.beings)),
    ("sort of people on one side", |p| p.one(|it| it.claim.context.beings.is_some())),
    ("same holder", |p| yes(shared(&p.a.claim.context.holders, &p.b.claim.context.holders).next().is_some())),
    ("other holder", |p| yes(differ(&p.a.claim.context.holders, &p.b.claim.context.holders))),
    ("other holder in one text", |p| yes(p.same_text && differ(&p.a.claim.context.holders, &p.b.claim.context.holders))),
    // Words around
    ("shared words of the sentences", |p| p.sentence),
    ("shared words near the figures", |p| p.near),
    ("shared words right behind", |p| p.behind),
    ("shared words right before", |p| p.ahead),
    ("same words right behind and before", |p| yes(p.behind > 0.6 && p.ahead > 0.6)),
    ("no shared word", |p| yes(p.sentence == 0.0)),
    ("shared words with the sentence before", |p| p.across),
    // Names
    ("shared names", |p| p.names),
    ("nearest names shared", |p| yes(shared(&p.a.near_names, &p.b.near_names).next().is_some())),
    ("same nearest name", |p| yes(p.a.nearest_name.is_some() && p.a.nearest_name == p.b.nearest_name)),
    ("names differ", |p| yes(p.names_differ)),
    ("names on one side", |p| p.one(|it| it.names.is_empty())),
    // Value
    ("equal value", |p| yes(p.equal)),
    ("equal value with two digits", |p| yes(p.digits >= 2)),
    ("equal value with three digits", |p| yes(p.digits >= 3)),
    ("equal small number", |p| yes(p.equal && p.a.size.is_some_and(|size| size <= 3.0))),
    ("equal value, rare", |p| yes(p.equal) / p.same_value.max(1.0)),
    ("intervals meet", |p| yes(p.same_dimension && p.a.interval.meets(p.b.interval))),
    ("closeness of values", |p| p.closeness()),
    ("logarithm of the ratio", |p| p.ratio.unwrap_or(0.0).min(6.0)),
    ("within a tenth", |p| yes(p.ratio.is_some_and(|ratio| ratio < 0.1))),
    ("more than tenfold", |p| yes(p.ratio.is_some_and(|ratio| ratio > 2.3))),
    ("one rounded from the other", |p| yes(!p.equal && p.same_dimension && rounded(p.a, p.b))),
    ("qualifier on one side", |p| p.one(|it| it.claim.hedge.is_some())),
    // Time
    ("same period", |p| yes(p.period == Some(Overlap::Same))),
    ("periods overlap", |p| yes(p.period == Some(Overlap::Partly))),
    ("periods apart", |p| yes(p.period == Some(Overlap::Apart))),
    ("period on one side", |p| p.one(|it| it.claim.period.from.is_some())),
    ("times far apart", |p| p.days.map_or(0.0, |days| (1.0 + days / 30.0).ln().min(4.0))),
    ("stated times far apart", |p| yes(p.a.time.stated && p.b.time.stated) * p.days.map_or(0.0, |days| (1.0 + days / 30.0).ln().min(4.0))),
    ("same year named", |p| yes(p.a.years.iter().any(|year| p.b.years.contains(year)))),
    ("other year named", |p| yes(!p.a.years.is_empty() && !p.b.years.is_empty() && !p.a.years.iter().any(|year| p.b.years.contains(year)))),
    ("year named on one side", |p| p.one(|it| it.years.is_empty())),
    ("same month named", |p| yes(p.a.months.iter().any(|month| p.b.months.contains(month)))),
    ("other month named", |p| yes(!p.a.months.is_empty() && !p.b.months.is_empty() && !p.a.months.iter().any(|month| p.b.months.contains(month)))),
    ("days between the texts", |p| p.written().map_or(0.0, |days| (1.0 + days).ln().min(8.0))),
    // Standing
    ("both in the lead", |p| p.both(|it| it.claim.context.sentence < 3)),
    ("equal neighbours", |p| (p.neighbours as f64).min(3.0)),
    ("same place in the sentence", |p| yes(p.a.place == p.b.place)),
    ("same speaker", |p| yes(p.a.claim.attribution.is_some() && p.a.claim.attribution.as_ref().map(|who| &who.text) == p.b.claim.attribution.as_ref().map(|who| &who.text))),
    // One text
    ("same sentence", |p| yes(p.same_sentence)),
    ("same text", |p| yes(p.same_text)),
    ("other number in one text", |p| yes(p.same_text && !p.equal)),
    ("conversion right behind", |p| yes(p.same_sentence && is_conversion(p.a, p.b))),
    // Together
    ("equal value and shared words near", |p| yes(p.equal) * p.near),
    ("equal value and shared words", |p| yes(p.equal) * p.sentence),
    ("equal value without a shared word", |p| yes(p.equal && p.sentence == 0.0)),
    ("equal value and other names", |p| yes(p.equal && p.names_differ)),
    ("same dimension and shared words near", |p| yes(p.same_dimension) * p.near),
    ("same dimension and shared words", |p| yes(p.same_dimension) * p.sentence),
    ("close values and shared words near", |p| p.closeness() * p.near),
    ("close values and shared counted words", |p| p.closeness() * p.counted),
    ("same dimension and shared counted words", |p| yes(p.same_dimension) * p.counted),
    ("share of like words with other names", |p| yes(p.names_differ && p.same_dimension) * p.near),
    ("change on one side and shared words near", |p| p.one(|it| it.claim.trend.is_some()) * p.near),
    ("money or share and shared words right before", |p| p.both(|it| matches!(it.dimension, Dimension::Money(_) | Dimension::Share)) * p.ahead),
];

/// Two figures that cannot be of one quantity by what they are: those of two measures of the lexicon, as the dead and the
/// wounded, and totals of one measure at two times, as they count what came of an event: the dead of one event are not
/// those of another, half a year or more before.
pub(super) fn impossible(a: &Profile, b: &Profile) -> bool {
    const APART: i32 = 150;
    let total = |profile: &Profile| profile.claim.nature == Nature::Total && profile.time.stated;
    let Some((x, y)) = a.claim.measure.zip(b.claim.measure) else { return false };
    x != y || total(a) && total(b) && apart(a.time, b.time).is_some_and(|days| days > APART)
}

fn yes(is: bool) -> f64 {
    f64::from(u8::from(is))
}

/// An unknown currency beside one that it may be.
fn loosely(a: Dimension, b: Dimension) -> bool {
    matches!((a, b), (Dimension::Money(x), Dimension::Money(y)) if x.is_empty() || y.is_empty())
}

/// Whether both lists have something and share nothing.
fn differ(a: &[Stem], b: &[Stem]) -> bool {
    !a.is_empty() && !b.is_empty() && shared(a, b).next().is_none()
}

/// The cosine of two sorted lists of weighted words of known length.
fn cosine(a: (&[(Stem, f64)], f64), b: (&[(Stem, f64)], f64)) -> f64 {
    let (mut x, mut y) = (a.0, b.0);
    let mut sum = 0.0;
    while let ([p, more_x @ ..], [q, more_y @ ..]) = (x, y) {
        if p.0 == q.0 {
            sum += p.1 * q.1;
        }
        (x, y) = (if p.0 <= q.0 { more_x } else { x }, if q.0 <= p.0 { more_y } else { y });
    }
    if sum == 0.0 { 0.0 } else { sum / (a.1 * b.1) }
}

/// Of k to 1 and a percentage, what the winner got and the percentage.
fn odds_as_share(a: &Claim, b: &Claim) -> Option<(f64, f64)> {
    let Common::RatioAndShare { ratio_first } = common(a, b) else { return None };
    let (ratio, share) = if ratio_first { (a, b) } else { (b, a) };
    let winner = winners_share(ratio);
    winner.low.value().or(winner.high.value()).zip(share.size()).filter(|(x, y)| *x > 0.0 && *y > 0.0)
}

/// The significant digits of a number as it is printed: 2 of 2,400.
fn digits(claim: &Claim) -> u32 {
    let Some(mut value) = claim.value.map(f64::abs).filter(|value| value.is_finite() && *value > 0.0) else { return 0 };
    while value < 1e5 {
        value *= 10.0;
    }
    let mut whole = value.round() as u64;
    while whole > 0 && whole.is_multiple_of(10) {
        whole /= 10;
    }
    whole.checked_ilog10().map_or(0, |log| log + 1)
}

/// Whether the number with fewer digits is the other one rounded to them.
fn rounded(a: &Profile, b: &Profile) -> bool {
    let (Some(x), Some(y)) = (a.size, b.size) else { return false };
    let (coarse, fine, digits) =
        if digits(a.claim) < digits(b.claim) { (x, y, digits(a.claim)) } else { (y, x, digits(b.claim)) };
    let step = 10f64.powi(fine.abs().max(1e-9).log10().floor() as i32 + 1 - digits.max(1).cast_signed());
    digits > 0 && ((fine / step).round() * step - coarse).abs() < 1e-6 * coarse.abs()
}

/// "about 90 kilometers (55 miles)": one quantity, given again in another unit right behind.
fn is_conversion(a: &Profile, b: &Profile) -> bool {
    let (first, second) = if a.key.claim < b.key.claim { (a, b) } else { (b, a) };
    first.key.claim + 1 == second.key.claim
        && second.claim.phrase.start.saturating_sub(first.claim.phrase.end) <= 3
        && first.claim.unit != second.claim.unit
        && first.claim.unit.is_some()
        && first.claim.kind == second.claim.kind
        && first.dimension == second.dimension
}

/// How the periods of two figures lie to each other, where both texts state one.
fn periods(a: &Claim, b: &Claim) -> Option<Overlap> {
    let days = |claim: &Claim| {
        let (from, to) = (claim.period.from.or(claim.period.to)?, claim.period.to.or(claim.period.from)?);
        Some((from.first_day(), to.last_day()))
    };
    let (x, y) = (days(a)?, days(b)?);
    Some(match () {
        () if x == y => Overlap::Same,
        () if x.0 <= y.1 && y.0 <= x.1 => Overlap::Partly,
        () => Overlap::Apart,
    })
}

/// How many figures beside the one have an equal beside the other.
fn equal_neighbours(a: &Profile, b: &Profile) -> usize {
    a.neighbours.iter().filter(|value| b.neighbours.contains(value)).count()
}
