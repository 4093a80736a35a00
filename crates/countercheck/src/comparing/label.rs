//! Labels: what a row is about, in the texts' own words around the name of the measure.

use crate::comparing::wording::date;
use crate::reading::claim::{Claim, EventMention, Kind, Nature, Trend};
use crate::reading::date::PartialDate;
use crate::reading::language::Language;
use crate::reading::lexicon::Lexicon;
use crate::reading::text::fold;
use crate::words::{Key, Words};

/// The name of a quantity.
#[derive(Clone, PartialEq, Debug)]
pub struct Label {
    subject: Subject,
    /// The event as a text calls it, with how it is joined to the subject.
    event: Option<(Join, String)>,
    /// First and last month of the figures, for what is true only of a day.
    months: Option<(PartialDate, PartialDate)>,
}

/// What is counted.
#[derive(Clone, PartialEq, Debug)]
enum Subject {
    /// A measure of the lexicon, or a sort of quantity.
    Named(Key),
    /// Words of a text.
    Counted(String),
    /// A share of what a text names.
    ShareOf(String),
    /// An amount of money for what a text names.
    MoneyFor(String),
    /// A change of what a text names.
    ChangeOf(Trend, String),
    /// The words of the user.
    Given(String),
}

/// How an event is joined to what is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Join {
    After,
    During,
}

/// One figure of a row with its text.
#[derive(Clone, Copy)]
pub(super) struct Member<'c> {
    pub(super) claim: &'c Claim,
    pub(super) text: &'c str,
    pub(super) date: Option<PartialDate>,
}

impl Label {
    /// The label in a language of the interface; words of the texts stay as they are.
    pub fn text(&self, language: Language) -> String {
        let words = Words::new(language);
        let subject = match &self.subject {
            Subject::Named(key) => words.get(*key).to_owned(),
            Subject::Counted(noun) => fold::capitalised(noun),
            Subject::Given(name) => name.clone(),
            Subject::ShareOf(noun) => words.fill(Key::LabelShareOf, &[noun]),
            Subject::MoneyFor(noun) => words.fill(Key::LabelMoneyFor, &[noun]),
            Subject::ChangeOf(Trend::Up, noun) => words.fill(Key::LabelRise, &[noun]),
            Subject::ChangeOf(Trend::Down, noun) => words.fill(Key::LabelFall, &[noun]),
        };
        match (&self.event, self.months) {
            (Some((Join::After, event)), _) => words.fill(Key::LabelAfter, &[&subject, event]),
            (Some((Join::During, event)), _) => words.fill(Key::LabelDuring, &[&subject, event]),
            (None, Some((first, last))) if first == last => words.fill(Key::LabelAt, &[&subject, &date(words, first)]),
            (None, Some((first, last))) => {
                words.fill(Key::LabelBetween, &[&subject, &date(words, first), &date(words, last)])
            }
            (None, None) => subject,
        }
    }

    /// The name that a user gives.
    pub fn given(name: &str) -> Self {
        Self { subject: Subject::Given(fold::one_line(name)), event: None, months: None }
    }

    /// The label in lower case ASCII and hyphens, for links: "deaths-in-the-post-election-protests".
    pub(super) fn slug(&self) -> String {
        let text = fold::lowered(&self.text(Language::English));
        let words = text.split(|c: char| !c.is_alphabetic() && !c.is_ascii_digit()).filter(|word| !word.is_empty());
        words.take(8).collect::<Vec<_>>().join("-")
    }

    /// The label of a row.
    pub(super) fn of(members: &[Member]) -> Self {
        let stock = members.iter().any(|member| member.claim.nature == Nature::Stock);
        let (event, months) = if stock { (None, months(members)) } else { (event(members), None) };
        Self { subject: subject(members), event, months }
    }
}

fn subject(members: &[Member]) -> Subject {
    let measure = members.iter().find_map(|member| member.claim.measure);
    if let Some(key) = measure.and_then(measure_key) {
        return specific(members).map_or(Subject::Named(key), Subject::Counted);
    }
    let noun = commonest_noun(members);
    if let (Some(trend), Some(noun)) = (members[0].claim.trend, &noun) {
        return Subject::ChangeOf(trend, noun.clone());
    }
    match members[0].claim.kind {
        Kind::Percent | Kind::Ratio => noun.map_or(Subject::Named(Key::LabelShare), Subject::ShareOf),
        Kind::Money => match noun.filter(|_| members.iter().all(|member| !names_event(member))) {
            Some(noun) => Subject::MoneyFor(noun),
            None => Subject::Named(Key::LabelMoney),
        },
        Kind::Duration => Subject::Named(Key::LabelDuration),
        Kind::Measure => Subject::Named(match members[0].claim.unit.as_deref() {
            Some("magnitude") => Key::LabelMagnitude,
            _ => dimension_key(&members[0].claim.counted),
        }),
        _ => noun.map_or(Subject::Named(Key::LabelNumber), Subject::Counted),
    }
}

/// The name of a measure in the catalogue.
pub(super) fn measure_key(measure: &str) -> Option<Key> {
    Some(match measure {
        "deaths" => Key::MeasureDeaths,
        "injuries" => Key::MeasureInjuries,
        "arrests" => Key::MeasureArrests,
        "held" => Key::MeasureHeld,
        "released" => Key::MeasureReleased,
        "missing" => Key::MeasureMissing,
        "displaced" => Key::MeasureDisplaced,
        "charged" => Key::MeasureCharged,
        "convicted" => Key::MeasureConvicted,
        "rescued" => Key::MeasureRescued,
        "votes" => Key::MeasureVotes,
        "tally" => Key::MeasureTally,
        _ => return None,
    })
}

/// The name of a dimension as the lexicon calls it.
fn dimension_key(dimension: &str) -> Key {
    match dimension {
        "distance" => Key::LabelDistance,
        "length" => Key::LabelLength,
        "width" => Key::LabelWidth,
        "height" => Key::LabelHeight,
        "depth" => Key::LabelDepth,
        "speed" => Key::LabelSpeed,
        "area" => Key::LabelArea,
        "weight" => Key::LabelWeight,
        _ => Key::LabelMeasure,
    }
}

/// What is counted is the event itself: "an $11 billion deal".
fn names_event(member: &Member) -> bool {
    let counted = member.claim.counted.rsplit(' ').next().unwrap_or_default();
    !counted.is_empty() && member.claim.context.events.iter().any(|event| phrase(event, member.text).ends_with(counted))
}

/// A stock is best named by the noun a text gives it: "political prisoners".
fn specific(members: &[Member]) -> Option<String> {
    let held = members.iter().filter(|member| member.claim.measure == Some("held"));
    let nouns = held.map(|member| fold::one_line(&member.claim.counted)).filter(|noun| noun.contains(' '));
    nouns.min_by_key(|noun| (noun.len(), noun.clone()))
}

/// The noun that most members share, the shortest of several.
fn commonest_noun(members: &[Member]) -> Option<String> {
    let nouns: Vec<String> = members.iter().map(|member| fold::one_line(&member.claim.counted)).collect();
    let times = |noun: &String| nouns.iter().filter(|other| *other == noun).count();
    let named = nouns.iter().filter(|noun| !noun.is_empty());
    named.max_by_key(|noun| (times(noun), std::cmp::Reverse(noun.len()), std::cmp::Reverse(*noun))).cloned()
}

/// First and last month in which the figures were given.
fn months(members: &[Member]) -> Option<(PartialDate, PartialDate)> {
    let given = members.iter().filter_map(|member| member.claim.period.as_of.or(member.date));
    let months: Vec<PartialDate> = given.filter_map(|day| PartialDate::of_month(day.year(), day.month()?)).collect();
    let first = months.iter().min_by_key(|month| month.first_day())?;
    let last = months.iter().max_by_key(|month| month.first_day())?;
    Some((*first, *last))
}

/// A mention of an event by one of the members.
struct Mention {
    member: usize,
    after: bool,
    distance: usize,
    phrase: String,
}

/// The event that most members are told of, if at least half of them are, in the most telling words.
fn event(members: &[Member]) -> Option<(Join, String)> {
    let lexicon = Lexicon::of(Language::English);
    // Figures are told of the time after an election.
    let election = lexicon.entry(lexicon.id("election")).event;
    let mut families: Vec<(u8, Vec<Mention>)> = Vec::new();
    for (index, member) in members.iter().enumerate() {
        for event in &member.claim.context.events {
            let phrase = phrase(event, member.text);
            let after = event.after || Some(event.head) == election;
            let mention = Mention { member: index, after, distance: event.distance, phrase };
            match families.iter_mut().find(|(family, _)| *family == event.family) {
                Some((_, mentions)) => mentions.push(mention),
                None => families.push((event.family, vec![mention])),
            }
        }
    }
    let common = families.into_iter().filter(|(_, mentions)| spread(mentions) * 2 >= members.len());
    let best = common.filter_map(|(family, mentions)| {
        let spread = spread(&mentions);
        let mention = mentions.into_iter().max_by(|a, b| telling(a).cmp(&telling(b)))?;
        Some((spread, mention, std::cmp::Reverse(family)))
    });
    let (_, mention, _) = best.max_by(|a, b| (a.0, telling(&a.1), a.2).cmp(&(b.0, telling(&b.1), b.2)))?;
    Some((if mention.after { Join::After } else { Join::During }, mention.phrase))
}

/// How many members mention the event; mentions stand in the order of the members.
fn spread(mentions: &[Mention]) -> usize {
    let mut members: Vec<usize> = mentions.iter().map(|mention| mention.member).collect();
    members.dedup();
    members.len()
}

/// Two to four words tell most, a single one less, many least; then the nearer, the shorter, the alphabet.
fn telling(mention: &Mention) -> (usize, std::cmp::Reverse<usize>, std::cmp::Reverse<usize>, &str) {
    let words = match mention.phrase.split_whitespace().count() {
        2..=4 => 3,
        1 => 2,
        _ => 1,
    };
    let length = mention.phrase.len();
    (words, std::cmp::Reverse(mention.distance), std::cmp::Reverse(length), &mention.phrase)
}

fn phrase(mention: &EventMention, text: &str) -> String {
    fold::one_line(mention.span.of(text))
}
