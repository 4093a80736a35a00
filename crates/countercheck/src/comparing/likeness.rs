//! Likeness: how much two figures seem to speak of the same quantity, by what is counted, by event, time and words.
//! The digits themselves weigh least.

use rustc_hash::FxHashMap;

use super::time::{Time, apart};
use crate::order::ordered;
use crate::reading::claim::{Claim, Context, Kind, Nature};
use crate::reading::date::PartialDate;
use crate::reading::number::dimension;
use crate::reading::text::Stem;

/// How common each word is among the sentences with figures: rare shared words weigh more.
pub(super) struct Rarity {
    /// The square of the weight of a word that no sentence holds.
    unknown: f64,
    /// The squares of the weights of the others.
    known: FxHashMap<Stem, f64>,
}

impl Rarity {
    /// Counts every sentence once, however many figures it holds.
    pub(super) fn of<'c>(claims: impl Iterator<Item = (usize, &'c Claim)>) -> Self {
        let mut known: FxHashMap<Stem, f64> = FxHashMap::default();
        let mut sentences = 0.0;
        let mut last = None;
        for (article, claim) in claims {
            if last == Some((article, claim.sentence)) {
                continue;
            }
            last = Some((article, claim.sentence));
            sentences += 1.0;
            for word in &claim.context.words {
                *known.entry(*word).or_default() += 1.0;
            }
        }
        let weight = |seen: f64| (((sentences + 1.0) / (seen + 1.0)).ln() + 0.3).powi(2);
        for seen in known.values_mut() {
            *seen = weight(*seen);
        }
        Self { unknown: weight(0.0), known }
    }

    /// The rarest of a list of words, the rarest first.
    pub(super) fn rarest(&self, words: &[Stem], count: usize) -> Vec<Stem> {
        let weighed: Vec<(f64, Stem)> = words.iter().map(|word| (self.square(*word), *word)).collect();
        let rarest = ordered(weighed, |a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        rarest.into_iter().take(count).map(|(_, word)| word).collect()
    }

    /// The square of a word's weight.
    fn square(&self, word: Stem) -> f64 {
        self.known.get(&word).copied().unwrap_or(self.unknown)
    }

    /// Lengths of a figure's word lists, squared: of the sentence, the neighbourhood, the names.
    pub(super) fn lengths(&self, context: &Context) -> [f64; 3] {
        lists(context).map(|words| words.iter().map(|word| self.square(*word)).sum())
    }

    /// Cosines of the word lists of two figures, each word weighted by its rarity: 0 to 1.
    fn cosines(&self, a: &Facet, b: &Facet) -> [f64; 3] {
        let (left, right) = (lists(&a.claim.context), lists(&b.claim.context));
        [0, 1, 2].map(|i| {
            let shared: f64 = shared(left[i], right[i]).map(|word| self.square(*word)).sum();
            let size = (a.lengths[i] * b.lengths[i]).sqrt();
            if size > 0.0 { shared / size } else { 0.0 }
        })
    }
}

/// The sorted word lists that two figures are likened by.
fn lists(context: &Context) -> [&[Stem]; 3] {
    [&context.words, &context.near, &context.names]
}

/// Words in both of two sorted lists.
pub(super) fn shared<'w>(a: &'w [Stem], b: &'w [Stem]) -> impl Iterator<Item = &'w Stem> {
    a.iter().filter(|word| b.binary_search(word).is_ok())
}

/// A figure as alignment sees it.
pub(super) struct Facet<'c> {
    pub(super) claim: &'c Claim,
    pub(super) article: usize,
    /// Index of the claim in its reading.
    pub(super) claim_index: usize,
    pub(super) time: Time,
    /// As [`Rarity::lengths`] has them: every figure is likened to many.
    pub(super) lengths: [f64; 3],
}

/// The likeness of a quantity to itself in another unit.
const CONVERTED: f64 = 1.2;

/// "about 90 kilometers (55 miles)": one quantity, given again in another unit right behind.
fn is_conversion(a: &Facet, b: &Facet) -> bool {
    let (first, second) = if a.claim_index < b.claim_index { (a, b) } else { (b, a) };
    let beside = first.claim_index + 1 == second.claim_index
        && first.claim.sentence == second.claim.sentence
        && second.claim.phrase.start.saturating_sub(first.claim.phrase.end) <= 3;
    beside
        && first.claim.unit != second.claim.unit
        && first.claim.unit.is_some()
        && first.claim.kind == second.claim.kind
        && dimension_of(first.claim) == dimension_of(second.claim)
}

/// The likeness of two figures; below zero where something rules it out.
pub(super) fn likeness(rarity: &Rarity, a: &Facet, b: &Facet) -> f64 {
    let same_text = a.article == b.article;
    let other_whole = a.claim.whole != b.claim.whole && a.claim.whole.is_some() && b.claim.whole.is_some();
    if same_text && is_conversion(a, b) {
        return CONVERTED;
    }
    if same_text && (a.claim.sentence == b.claim.sentence || other_whole) {
        return -1.0;
    }
    if same_text && contradicts_itself(a.claim, b.claim) {
        return -1.0;
    }
    let Some(time) = same_time(a, b) else { return -1.0 };
    let Some(same_thing) = same_thing(a.claim, b.claim) else { return -1.0 };
    let [words, near, names] = rarity.cosines(a, b);
    let events = same_events(&a.claim.context, &b.claim.context);
    same_thing + 0.6 * words + 0.3 * near + 0.4 * names + time + events + same_size(a, b)
        - if same_text { 0.2 } else { 0.0 }
}

/// A text gives two numbers for one quantity only where it names a source, or where the quantity changes.
fn contradicts_itself(a: &Claim, b: &Claim) -> bool {
    let sourced = a.attribution.is_some() || b.attribution.is_some();
    let fixed = |claim: &Claim| match claim.nature {
        Nature::Total | Nature::Constant => true,
        Nature::Share => claim.measure.is_some(),
        Nature::Stock => false,
    };
    !a.interval.meets(b.interval) && !sourced && fixed(a) && fixed(b)
}

/// What is counted: the measure, else the noun. `None` where the two cannot be compared at all.
fn same_thing(a: &Claim, b: &Claim) -> Option<f64> {
    if !comparable(a, b) {
        return None;
    }
    match (a.measure, b.measure) {
        (Some(x), Some(y)) => (x == y).then(|| 0.45 + same_beings(a, b) + same_holders(a, b)),
        (None, None) => same_noun(a, b),
        _ if a.nature == Nature::Share || b.nature == Nature::Share => None,
        // 80 policemen who were hurt are not 250 policemen.
        _ if !a.interval.meets(b.interval) => None,
        _ => same_noun(a, b).map(|score| score - 0.15),
    }
}

/// Of one measure: police and police, police and children.
fn same_beings(a: &Claim, b: &Claim) -> f64 {
    match (a.context.beings, b.context.beings) {
        (Some(x), Some(y)) => {
            if x == y {
                0.1
            } else {
                -0.2
            }
        }
        _ if of_other_beings(a, b) => -0.3,
        _ => 0.0,
    }
}

/// Shares of one whole: those of one candidate, those of two.
fn same_holders(a: &Claim, b: &Claim) -> f64 {
    let (x, y) = (&a.context.holders, &b.context.holders);
    if x.is_empty() || y.is_empty() {
        0.0
    } else if shared(x, y).next().is_some() {
        0.4
    } else {
        -0.1
    }
}

/// "12 perros heridos" and "7 manifestantes heridos": people on one side and something else on the other.
fn of_other_beings(a: &Claim, b: &Claim) -> bool {
    // "10 of whom" are what their whole is.
    let limited = |claim: &Claim| !claim.context.limits.is_empty() && claim.whole.is_none();
    let person = |claim: &Claim| claim.unit.as_deref() == Some("person") || claim.unit.is_none() && !limited(claim);
    let other = |claim: &Claim| claim.unit.is_none() && claim.kind == Kind::Count && limited(claim);
    person(a) && other(b) || other(a) && person(b)
}

/// Whether the two are numbers of one sort.
fn comparable(a: &Claim, b: &Claim) -> bool {
    let sort = |claim: &Claim| match claim.kind {
        Kind::Count | Kind::Vague => 0,
        Kind::Percent | Kind::Ratio => 1,
        Kind::Money => 2,
        Kind::Measure => 3,
        Kind::Duration => 4,
        Kind::Ordinal => 5,
        Kind::Date => 6,
    };
    let change = a.trend.is_some() == b.trend.is_some();
    let same_unit = dimension_of(a) == dimension_of(b);
    let alike = sort(a) == sort(b) && change && (sort(a) < 2 || same_unit);
    alike || (a.is_vague_part() && sort(b) == 1) || (b.is_vague_part() && sort(a) == 1)
}

fn dimension_of(claim: &Claim) -> Option<&str> {
    claim.unit.as_deref().map(|unit| dimension(unit).0)
}

fn same_noun(a: &Claim, b: &Claim) -> Option<f64> {
    let (x, y) = (&a.context.counted, &b.context.counted);
    let common = shared(x, y).count() as f64;
    let all = x.len().max(y.len()) as f64;
    let same_head = a.context.head.is_some() && a.context.head == b.context.head;
    match a.kind {
        // "six-year term", "more than a year": without a common noun two lengths of time have nothing in common.
        Kind::Duration if common == 0.0 && all > 0.0 => None,
        Kind::Measure if a.unit.as_deref() == Some("magnitude") => Some(0.45),
        // Units are the same already; the noun is often missing.
        Kind::Money | Kind::Measure | Kind::Duration => {
            Some(if common > 0.0 { 0.25 + 0.2 * common / all } else { 0.1 })
        }
        Kind::Percent if all == 0.0 => Some(0.1),
        _ => (common > 0.0).then(|| if same_head { 0.35 } else { 0.2 } + 0.15 * common / all),
    }
}

/// Times stated by the texts must not lie far apart.
fn same_time(a: &Facet, b: &Facet) -> Option<f64> {
    let days = apart(a.time, b.time)?;
    let stated = a.time.stated && b.time.stated;
    let windows = match (window(a.claim), window(b.claim)) {
        (x, y) if x == y => 0.0,
        // Days apart from none are often those of the event itself.
        (Some((from, to)), None) | (None, Some((from, to)))
            if days == 0 && from.day().is_some() && to.last_day() - from.first_day() <= 7 =>
        {
            -0.1
        }
        _ => -0.35,
    };
    let near = match days {
        0..=45 => Some(if stated { 0.15 } else { 0.05 }),
        46..=150 => Some(-0.1),
        _ if stated => None,
        _ => Some(-0.35),
    };
    near.map(|near| near + windows)
}

/// The window that a text states for a figure, if it is longer than a day.
fn window(claim: &Claim) -> Option<(PartialDate, PartialDate)> {
    let (from, to) = (claim.period.from?, claim.period.to?);
    let longer = from.day().is_none() && to.day().is_none() || from != to;
    longer.then_some((from, to))
}

/// Events of one family speak for one quantity; none in common speaks against it where both sentences name one.
fn same_events(a: &Context, b: &Context) -> f64 {
    let common = a.events.iter().any(|x| b.events.iter().any(|y| x.family == y.family));
    let here = |context: &Context| context.events.iter().any(|event| event.distance == 0);
    match (common, here(a) && here(b)) {
        (true, _) => 0.2,
        (false, true) => -0.15,
        (false, false) => 0.0,
    }
}

/// Numbers that meet are a hint; numbers far apart a doubt.
fn same_size(a: &Facet, b: &Facet) -> f64 {
    let (x, y) = (a.claim.interval, b.claim.interval);
    let same_kind = a.claim.kind == b.claim.kind;
    let counts = |claim: &Claim| matches!(claim.kind, Kind::Count | Kind::Vague) && !claim.is_vague_part();
    if !(same_kind || counts(a.claim) && counts(b.claim)) {
        return 0.0;
    }
    if x.is_point() && x == y {
        return if same_kind { 0.2 } else { 0.0 };
    }
    let ratio = (size(a.claim) / size(b.claim)).ln().abs();
    let near = if same_kind { 0.1 } else { 0.0 };
    let apart = if x.meets(y) { 0.25 * (ratio - TWICE).max(0.0) } else { 0.2 * ratio };
    let apart = if has_grown(a.claim, b.claim) { apart / 2.0 } else { apart };
    (near - apart).max(-0.7)
}

/// A total of which the later text gives the higher number: the same toll, some hours or days on.
fn has_grown(a: &Claim, b: &Claim) -> bool {
    let total = a.measure.is_some() && a.measure == b.measure && a.nature == Nature::Total;
    let (lower, higher) = if size(a) < size(b) { (a, b) } else { (b, a) };
    let (Some(before), Some(after)) = (lower.period.as_of, higher.period.as_of) else { return false };
    total && before != after && (0..=DAYS_OF_GROWTH).contains(&(after.last_day() - before.first_day()))
}

/// For so many days a toll grows so that its size says little.
const DAYS_OF_GROWTH: i32 = 45;

/// How far apart, as a logarithm, figures that meet may lie before they raise a doubt: "more than 300" and "15,000".
const TWICE: f64 = std::f64::consts::LN_2;

/// The number of a figure, or the end of its interval that is known.
fn size(claim: &Claim) -> f64 {
    claim.size().unwrap_or(1.0).abs().max(1e-9)
}
