//! The report: one JSON form of a [`Comparison`] for the program, the tests and the export.
//!
//! Positions count Unicode code points in the text as stored, end exclusive.

use serde::Serialize;

use crate::collection::{Article, Collection};
use crate::comparing::{
    Alignment, Because, Check, CheckKind, ClaimKey, Comparison, Confusable, Ground, Pair, Suggestion, because,
};
use crate::reading::claim::{Attribution, Claim, Hedge, Kind, Reading, Trend};
use crate::reading::date::Basis;
use crate::reading::interval::End;
use crate::reading::language::Language;
use crate::reading::text::Span;
use crate::words::Words;

/// Name and version of the form.
pub const FORMAT: &str = "countercheck-report/1";

/// A whole report.
#[derive(Serialize)]
pub struct Report<'c> {
    /// Echo of the id of the collection that was asked about, in streams.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'c str>,
    /// Always [`FORMAT`].
    pub format: &'static str,
    /// One entry a text.
    pub articles: Vec<ArticleReport<'c>>,
    /// One entry a quantity.
    pub alignments: Vec<AlignmentReport<'c>>,
    /// Pairs that stand in no row together but may be of one quantity, the likeliest first.
    pub suggestions: Vec<SuggestionReport<'c>>,
    /// Worked sums.
    pub checks: Vec<CheckReport<'c>>,
    /// Figures of one number that count different things.
    pub same_digits: Vec<ConfusableReport<'c>>,
    /// Figures that no other text gives.
    pub only_here: Vec<&'c str>,
}

/// Two figures that are not to be compared.
#[derive(Serialize)]
pub struct ConfusableReport<'c> {
    a: &'c str,
    b: &'c str,
    why: String,
}

/// One text and its figures.
#[derive(Serialize)]
pub struct ArticleReport<'c> {
    id: &'c str,
    title: Option<&'c str>,
    publisher: Option<&'c str>,
    date: Option<String>,
    language: &'static str,
    claims: Vec<ClaimReport<'c>>,
}

/// One figure.
#[derive(Serialize)]
pub struct ClaimReport<'c> {
    id: &'c str,
    quote: &'c str,
    start: usize,
    end: usize,
    phrase: &'c str,
    phrase_start: usize,
    phrase_end: usize,
    sentence: Place,
    kind: &'static str,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    low_open: bool,
    high_open: bool,
    hedge: Option<HedgeReport<'c>>,
    increment: bool,
    trend: Option<&'static str>,
    mood: &'static str,
    unit: Option<&'c str>,
    counted: &'c str,
    measure: Option<&'static str>,
    scope: Option<Passage<'c>>,
    period: Option<PeriodReport>,
    attribution: Option<AttributionReport<'c>>,
}

#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Passage<'c> {
    text: &'c str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct HedgeReport<'c> {
    text: &'c str,
    effect: &'static str,
}

#[derive(Serialize)]
struct PeriodReport {
    from: Option<String>,
    to: Option<String>,
    as_of: Option<String>,
    basis: &'static str,
}

#[derive(Serialize)]
struct AttributionReport<'c> {
    text: &'c str,
    start: usize,
    end: usize,
    via: &'c [String],
}

/// One quantity with its figures.
#[derive(Serialize)]
pub struct AlignmentReport<'c> {
    id: &'c str,
    label: String,
    measure: Option<&'static str>,
    members: Vec<&'c str>,
    silent: Vec<&'c str>,
    unsure: Vec<&'c str>,
    because: Vec<GroundReport>,
    because_sentence: String,
    pairs: Vec<PairReport<'c>>,
}

/// What puts the figures of a row together, or speaks against it.
#[derive(Serialize)]
struct GroundReport {
    feature: &'static str,
    detail: String,
    weight: f64,
}

/// Two figures that may be of one quantity.
#[derive(Serialize)]
pub struct SuggestionReport<'c> {
    a: &'c str,
    b: &'c str,
    probability: f64,
}

#[derive(Serialize)]
struct PairReport<'c> {
    a: &'c str,
    b: &'c str,
    relation: &'static str,
    origin: &'static str,
    why: String,
}

/// One worked sum.
#[derive(Serialize)]
pub struct CheckReport<'c> {
    kind: &'static str,
    claims: Vec<&'c str>,
    statement: String,
    holds: bool,
    assumes: Vec<&'static str>,
}

/// The report of a comparison. `comparison` must have been made of `collection`.
pub fn report<'c>(collection: &'c Collection, comparison: &'c Comparison) -> Report<'c> {
    let id = |key: &ClaimKey| comparison.claim(*key).id.as_str();
    let articles = collection.articles.iter().zip(&comparison.readings);
    let because = because(collection, &comparison.readings, &comparison.alignments);
    let rows = comparison.alignments.iter().zip(comparison.unsure()).zip(because);
    Report {
        id: None,
        format: FORMAT,
        articles: articles.map(|(article, reading)| article_report(article, reading)).collect(),
        alignments: rows
            .map(|((row, unsure), because)| alignment_report(collection, row, &unsure, because, &id))
            .collect(),
        suggestions: comparison.suggestions.iter().map(|pair| suggestion_report(pair, &id)).collect(),
        checks: comparison.checks.iter().map(|check| check_report(check, &id)).collect(),
        same_digits: comparison.confusables.iter().map(|pair| confusable_report(pair, &id)).collect(),
        only_here: comparison.only_here().iter().map(id).collect(),
    }
}

/// The figures of one text.
pub fn article_report<'c>(article: &'c Article, reading: &'c Reading) -> ArticleReport<'c> {
    ArticleReport {
        id: &article.id,
        title: article.title.as_deref(),
        publisher: article.publisher.as_deref(),
        date: article.date.map(|date| date.to_string()),
        language: reading.language.code(),
        claims: claim_reports(article, reading),
    }
}

/// The figures of one text, without what is known of the text.
pub fn claim_reports<'c>(article: &'c Article, reading: &'c Reading) -> Vec<ClaimReport<'c>> {
    let points = CodePoints::of(&article.text);
    reading.claims.iter().map(|claim| claim_report(&article.text, &points, claim)).collect()
}

fn claim_report<'c>(text: &'c str, points: &CodePoints, claim: &'c Claim) -> ClaimReport<'c> {
    let quote = points.place(claim.quote);
    let phrase = points.place(claim.phrase);
    // Two thirds are 0.667.
    let printed = |value: f64| if claim.kind == Kind::Ratio { (value * 1000.0).round() / 1000.0 } else { value };
    ClaimReport {
        id: &claim.id,
        quote: claim.quote.of(text),
        start: quote.start,
        end: quote.end,
        phrase: claim.phrase.of(text),
        phrase_start: phrase.start,
        phrase_end: phrase.end,
        sentence: points.place(claim.sentence),
        kind: claim.kind.code(),
        value: claim.value.map(printed),
        low: claim.interval.low.value().map(printed),
        high: claim.interval.high.value().map(printed),
        low_open: matches!(claim.interval.low, End::Open(_)),
        high_open: matches!(claim.interval.high, End::Open(_)),
        hedge: claim.hedge.as_ref().map(|hedge| hedge_report(text, hedge)),
        increment: claim.increment,
        mood: claim.mood.code(),
        trend: claim.trend.map(|trend| if trend == Trend::Up { "up" } else { "down" }),
        unit: claim.unit.as_deref(),
        counted: &claim.counted,
        measure: claim.measure,
        scope: claim.scope.map(|scope| points.words(text, scope.span)),
        period: period_report(claim),
        attribution: claim.attribution.as_ref().map(|attribution| attribution_report(points, attribution)),
    }
}

fn hedge_report<'c>(text: &'c str, hedge: &Hedge) -> HedgeReport<'c> {
    HedgeReport { text: hedge.span.of(text), effect: hedge.effect.code() }
}

fn period_report(claim: &Claim) -> Option<PeriodReport> {
    let period = claim.period;
    let known = period.from.is_some() || period.to.is_some() || period.as_of.is_some();
    let text = |date: Option<crate::reading::date::PartialDate>| date.map(|date| date.to_string());
    let basis = match period.basis {
        Basis::Text => "text",
        Basis::Article => "article",
        Basis::None => "none",
    };
    known.then(|| PeriodReport { from: text(period.from), to: text(period.to), as_of: text(period.as_of), basis })
}

fn attribution_report<'c>(points: &CodePoints, attribution: &'c Attribution) -> AttributionReport<'c> {
    let place = points.place(attribution.span);
    AttributionReport { text: &attribution.text, start: place.start, end: place.end, via: &attribution.via }
}

fn alignment_report<'c>(
    collection: &'c Collection,
    alignment: &'c Alignment,
    unsure: &[usize],
    because: Because,
    id: &impl Fn(&ClaimKey) -> &'c str,
) -> AlignmentReport<'c> {
    let letter = |article: &usize| collection.articles[*article].id.as_str();
    AlignmentReport {
        id: &alignment.id,
        label: alignment.label.text(Language::English),
        measure: alignment.measure,
        members: alignment.members.iter().map(id).collect(),
        silent: alignment.silent.iter().filter(|article| !unsure.contains(article)).map(letter).collect(),
        unsure: unsure.iter().map(letter).collect(),
        because_sentence: because.sentence(Language::English),
        because: because.grounds.into_iter().map(ground_report).collect(),
        pairs: alignment.pairs.iter().map(|pair| pair_report(pair, id)).collect(),
    }
}

fn ground_report(ground: Ground) -> GroundReport {
    GroundReport { feature: ground.feature, detail: ground.detail, weight: hundredths(ground.weight) }
}

fn suggestion_report<'c>(pair: &Suggestion, id: &impl Fn(&ClaimKey) -> &'c str) -> SuggestionReport<'c> {
    SuggestionReport { a: id(&pair.a), b: id(&pair.b), probability: hundredths(pair.probability()) }
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn pair_report<'c>(pair: &'c Pair, id: &impl Fn(&ClaimKey) -> &'c str) -> PairReport<'c> {
    PairReport {
        a: id(&pair.a),
        b: id(&pair.b),
        relation: pair.relation.code(),
        origin: pair.origin.code(),
        why: pair.why.sentence(Language::English),
    }
}

fn confusable_report<'c>(pair: &Confusable, id: &impl Fn(&ClaimKey) -> &'c str) -> ConfusableReport<'c> {
    ConfusableReport { a: id(&pair.a), b: id(&pair.b), why: pair.why.sentence(Language::English) }
}

fn check_report<'c>(check: &'c Check, id: &impl Fn(&ClaimKey) -> &'c str) -> CheckReport<'c> {
    let kind = match check.kind {
        CheckKind::Sum => "sum",
        CheckKind::Difference => "difference",
        CheckKind::Share => "share",
        CheckKind::List => "list",
        CheckKind::Repeat => "repeat",
        CheckKind::Weekday => "weekday",
    };
    CheckReport {
        kind,
        claims: check.claims.iter().map(id).collect(),
        statement: check.statement.sentence(Language::English),
        holds: check.holds,
        assumes: check.assumes.iter().map(|key| Words::ENGLISH.get(*key)).collect(),
    }
}

/// Code point positions of byte positions in one text.
pub(crate) struct CodePoints {
    /// Code points before every 64th byte.
    before: Vec<usize>,
    bytes: Vec<u8>,
}

impl CodePoints {
    pub(crate) fn of(text: &str) -> Self {
        let bytes = text.as_bytes().to_vec();
        let mut before = Vec::with_capacity(bytes.len() / 64 + 1);
        let mut count = 0;
        for chunk in bytes.chunks(64) {
            before.push(count);
            count += starts(chunk);
        }
        before.push(count);
        Self { before, bytes }
    }

    pub(crate) fn at(&self, byte: usize) -> usize {
        let block = byte / 64;
        self.before[block] + starts(&self.bytes[block * 64..byte])
    }

    fn place(&self, span: Span) -> Place {
        Place { start: self.at(span.start), end: self.at(span.end) }
    }

    fn words<'c>(&self, text: &'c str, span: Span) -> Passage<'c> {
        let place = self.place(span);
        Passage { text: span.of(text), start: place.start, end: place.end }
    }
}

/// Bytes that begin a character.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}
