//! Labels: what a row is about, in the texts' own words around the name of the measure.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::spelling::spelled;
use crate::comparing::wording::date;
use crate::order::{self, ordered};
use crate::reading::claim::{Claim, EventMention, Kind, Nature, Trend};
use crate::reading::date::PartialDate;
use crate::reading::language::Language;
use crate::reading::lexicon::{Classes, Lexicon};
use crate::reading::number::dimension;
use crate::reading::text::{Span, Stem, fold};
use crate::words::{Key, Words};

/// The name of a quantity.
#[derive(Clone, PartialEq, Debug)]
pub struct Label {
    subject: Subject,
    /// The event as a text calls it, with how it is joined to the subject.
    event: Option<(Join, String)>,
    /// First and last month of the figures, for what is true only of a day.
    months: Option<(PartialDate, PartialDate)>,
    /// A name or word of the texts that tells it from others: whose, where.
    tell: Option<String>,
    /// The language of most of the texts that the words are of.
    language: Language,
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
    pub(super) language: Language,
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
        let foreign = language == Language::English && self.language != language;
        let name = match (&self.event, self.months) {
            (Some((_, event)), _) if foreign => words.fill(Key::LabelAt, &[&subject, event]),
            (Some((Join::After, event)), _) => words.fill(Key::LabelAfter, &[&subject, event]),
            (Some((Join::During, event)), _) => words.fill(Key::LabelDuring, &[&subject, event]),
            (None, Some((first, last))) if first == last => words.fill(Key::LabelAt, &[&subject, &date(words, first)]),
            (None, Some((first, last))) => {
                words.fill(Key::LabelBetween, &[&subject, &date(words, first), &date(words, last)])
            }
            (None, None) => subject,
        };
        match &self.tell {
            Some(tell) => words.fill(Key::LabelAt, &[&name, tell]),
            None => name,
        }
    }

    /// The name that a user gives.
    pub fn given(name: &str) -> Self {
        let subject = Subject::Given(fold::one_line(name));
        Self { subject, event: None, months: None, tell: None, language: Language::English }
    }

    /// The label in lower case ASCII and hyphens, for links: "deaths-in-the-post-election-protests".
    pub(super) fn slug(&self) -> String {
        let text = fold::lowered(&self.text(Language::English));
        let words = text.split(|c: char| !c.is_alphabetic() && !c.is_ascii_digit()).filter(|word| !word.is_empty());
        words.take(8).collect::<Vec<_>>().join("-")
    }

    /// The label of a row. Names that say little by themselves have a further word beside them.
    pub(super) fn of(members: &[Member]) -> Self {
        let subject = subject(members);
        let stock = members.iter().any(|member| member.claim.nature == Nature::Stock);
        let names_measure = matches!(subject, Subject::Named(_)) && is_measure(members);
        let months = if stock { months(members) } else { None };
        let event = event(members).filter(|_| !stock && names_measure).filter(|(_, event)| !repeats(&subject, event));
        let spanish = members.iter().filter(|member| member.language == Language::Spanish).count();
        let language = if spanish * 2 > members.len() { Language::Spanish } else { Language::English };
        let mut label = Self { subject, event, months, tell: None, language };
        if label.is_bare(names_measure) {
            label.tell = tells(members).into_iter().find(|tell| !label.says(tell));
        }
        label
    }

    /// Says only of what sort the figures are: "Length of time", "People".
    fn is_bare(&self, names_measure: bool) -> bool {
        let event = self.event.is_some() || self.months.is_some();
        match &self.subject {
            Subject::Named(_) => !names_measure,
            Subject::Counted(noun) | Subject::ShareOf(noun) => !event && is_generic(noun, self.language),
            _ => false,
        }
    }

    /// Whether it holds a word of these already.
    pub(super) fn says(&self, words: &str) -> bool {
        let text = self.text(self.language);
        let said: Vec<Stem> = spelled(&text, self.language).map(|(stem, _)| stem).collect();
        spelled(words, self.language).any(|(stem, word)| said.contains(&stem) || said.contains(&Stem::of(word)))
    }

    /// Adds what tells it from others of its name.
    pub(super) fn told_apart(&mut self, tell: String) {
        self.tell = Some(tell);
    }
}

fn is_measure(members: &[Member]) -> bool {
    members.iter().find_map(|member| member.claim.measure).and_then(measure_key).is_some()
}

/// "Result of the vote" says "vote" already.
fn repeats(subject: &Subject, event: &str) -> bool {
    let Subject::Named(key) = subject else { return false };
    let last = event.rsplit(' ').next().map(Stem::of);
    [Words::ENGLISH, Words::new(Language::Spanish)]
        .iter()
        .any(|words| words.get(*key).split(' ').any(|word| Some(Stem::of(word)) == last))
        && !event.contains(' ')
}

/// A word for people in general.
fn is_generic(noun: &str, language: Language) -> bool {
    let lexicon = Lexicon::of(language);
    noun.split(' ').all(|word| lexicon.entry(lexicon.id(word)).classes.has(Classes::ANYBODY))
}

/// No word, or a number: "two" in "two in five".
fn is_number(noun: &str, language: Language) -> bool {
    let lexicon = Lexicon::of(language);
    noun.is_empty() || noun.split(' ').all(|word| lexicon.entry(lexicon.id(word)).number.is_some())
}

fn subject(members: &[Member]) -> Subject {
    let Some(first) = members.first() else { return Subject::Named(Key::LabelNumber) };
    let measure = members.iter().find_map(|member| member.claim.measure);
    if let Some(key) = measure.and_then(measure_key) {
        return specific(members).map_or(Subject::Named(key), Subject::Counted);
    }
    let noun = noun(members);
    let trends = members.iter().filter(|member| member.claim.trend == first.claim.trend).count();
    if let (Some(trend), true) = (first.claim.trend, trends * 2 > members.len()) {
        let generic = |noun: &String| is_generic(noun, first.language);
        if let Some(noun) = noun.clone().filter(|noun| !generic(noun)).or_else(|| tells(members).into_iter().next()) {
            return Subject::ChangeOf(trend, noun);
        }
    }
    match first.claim.kind {
        Kind::Percent | Kind::Ratio => match noun {
            Some(noun) if is_part_of(members, &noun) => Subject::ShareOf(noun),
            Some(noun) => Subject::Counted(noun),
            None => Subject::Named(Key::LabelShare),
        },
        Kind::Money => match noun.filter(|_| members.iter().all(|member| !names_event(member))) {
            Some(noun) if noun.contains(' ') => Subject::Counted(noun),
            Some(noun) => Subject::MoneyFor(noun),
            None => Subject::Named(Key::LabelMoney),
        },
        Kind::Duration => Subject::Named(Key::LabelDuration),
        Kind::Measure => Subject::Named(match first.claim.unit.as_deref() {
            Some("magnitude") => Key::LabelMagnitude,
            unit => unit.and_then(unit_key).unwrap_or_else(|| dimension_key(&first.claim.counted)),
        }),
        _ => noun.map_or(Subject::Named(Key::LabelNumber), Subject::Counted),
    }
}

/// Most of those that name the noun say "a tenth of the homes", and not "a turnout of 61 percent": it stands behind the
/// number, inside the phrase, or behind an "of".
fn is_part_of(members: &[Member], noun: &str) -> bool {
    let named = || members.iter().filter(|member| fold::one_line(&member.claim.counted).contains(noun));
    let inside = |member: &&Member| {
        let behind = Span { start: member.claim.quote.end, end: member.claim.phrase.end.max(member.claim.quote.end) };
        let behind = fold::one_line(behind.of(member.text));
        let lexicon = Lexicon::of(member.language);
        let of = |word: &str| lexicon.entry(lexicon.id(word)).classes.has(Classes::OF);
        behind.contains(noun) || behind.split(' ').any(of)
    };
    named().filter(inside).count() * 2 >= named().count()
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

/// The name of what a unit measures, but for lengths, which are of many things.
fn unit_key(unit: &str) -> Option<Key> {
    Some(match dimension(unit).0 {
        "mass" => Key::LabelWeight,
        "area" => Key::LabelArea,
        "speed" => Key::LabelSpeed,
        "temperature" | "celsius" | "fahrenheit" => Key::LabelTemperature,
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

/// Nouns of more words are no plain name.
const PLAIN: usize = 6;

/// The noun that most members share, in its commonest and then shortest form. Words for people in general stand back.
fn noun(members: &[Member]) -> Option<String> {
    let nouns: Vec<(Option<Stem>, bool, String)> = members
        .iter()
        .map(|member| (member.claim.context.head, member.language, fold::one_line(&member.claim.counted)))
        .filter(|(_, language, noun)| noun.split(' ').count() <= PLAIN && !is_number(noun, *language))
        .map(|(head, language, noun)| (head, is_generic(&noun, language), noun))
        .collect();
    let mut heads: FxHashMap<Option<Stem>, usize> = FxHashMap::default();
    let mut times: FxHashMap<&str, usize> = FxHashMap::default();
    for (head, _, noun) in &nouns {
        *heads.entry(*head).or_default() += 1;
        *times.entry(noun).or_default() += 1;
    }
    let best = nouns.iter().max_by_key(|(head, generic, noun)| {
        (!generic, heads[head], times[noun.as_str()], Reverse(noun.len()), Reverse(noun))
    });
    best.map(|(.., noun)| noun.clone())
}

/// Words this near to a figure may tell it from others.
const NEAR: i8 = 8;

/// What stands beside most of the members and may tell their row from others, the best first: names, then words.
pub(super) fn tells(members: &[Member]) -> Vec<String> {
    const MOST: usize = 8;
    let mut found: FxHashMap<Stem, (usize, usize, i32)> = FxHashMap::default();
    let mut heads = Vec::new();
    for member in members {
        if let Some(head) = member.claim.context.head {
            order::insert(&mut heads, head);
        }
        let mut seen = Vec::new();
        let speaker: Vec<Stem> =
            member.claim.attribution.iter().flat_map(|who| who.text.split(' ').map(Stem::of)).collect();
        let near = member.claim.context.around.iter().filter(|word| word.distance.abs() <= NEAR && !word.beyond);
        for word in near.filter(|word| !speaker.contains(&word.stem)) {
            if order::insert_new(&mut seen, word.stem) {
                let (times, named, distance) = found.entry(word.stem).or_default();
                *times += 1;
                *named += usize::from(word.name);
                *distance += i32::from(word.distance).abs();
            }
        }
    }
    let common = found.into_iter().filter(|(_, (times, ..))| *times > 1 && times * 2 >= members.len());
    let order = ordered(common.collect(), |x: &(Stem, (usize, usize, i32)), y| {
        let rank = |(stem, (times, named, distance)): (Stem, (usize, usize, i32))| {
            (Reverse(named * 2 > times), Reverse(times), distance, stem)
        };
        rank(*x).cmp(&rank(*y))
    });
    let tell = |(stem, _)| spelling(members, stem, heads.binary_search(&stem).is_ok());
    order.into_iter().filter_map(tell).take(MOST).collect()
}

/// A stem as the members print it, the first spelling by the alphabet: a name with the parts beside it; another word
/// where it is surely a noun, one of what is counted or one behind an article. `None` for words that say nothing of
/// who is meant.
fn spelling(members: &[Member], stem: Stem, is_noun: bool) -> Option<String> {
    let spellings = members.iter().filter_map(|member| {
        let sentence = member.claim.sentence.of(member.text);
        let word = spelled(sentence, member.language).find(|(other, _)| *other == stem)?.1;
        let at = sentence.find(word)?;
        let before = sentence[..at].split_whitespace().next_back().unwrap_or_default();
        let article = Classes::DETERMINER.with(Classes::ARTICLE);
        let lexicon = Lexicon::of(member.language);
        let behind_article = lexicon.entry(lexicon.id(before)).classes.has(article);
        if is_generic(word, member.language) {
            None
        } else if is_capital(word) {
            Some(whole_name(sentence, at, word))
        } else {
            (is_noun || behind_article).then(|| word.to_owned())
        }
    });
    spellings.min()
}

fn is_capital(word: &str) -> bool {
    word.starts_with(fold::is_upper)
}

/// A name with the words beside it that have capitals too: "Sri Lanka".
fn whole_name(sentence: &str, at: usize, word: &str) -> String {
    const PARTS: usize = 2;
    let plain = |part: &&str| part.chars().all(char::is_alphanumeric);
    let before = sentence[..at].split(' ').rev().skip(1);
    let mut before: Vec<&str> = before.take_while(|part| plain(part) && is_capital(part)).take(PARTS).collect();
    // The first word has its capital from the sentence.
    if before.last().is_some_and(|first| sentence.starts_with(first)) {
        before.pop();
    }
    let mut name: Vec<&str> = before.into_iter().rev().chain([word]).collect();
    let ahead = sentence[at + word.len()..].strip_prefix(' ').unwrap_or_default();
    for part in ahead.split(' ').take(PARTS).take_while(|part| is_capital(part)) {
        let bare = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !plain(&bare) {
            break;
        }
        name.push(bare);
        if bare != part {
            break;
        }
    }
    name.join(" ")
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
        Some((spread, mention, Reverse(family)))
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
fn telling(mention: &Mention) -> (usize, Reverse<usize>, Reverse<usize>, &str) {
    let words = match mention.phrase.split_whitespace().count() {
        2..=4 => 3,
        1 => 2,
        _ => 1,
    };
    let length = mention.phrase.len();
    (words, Reverse(mention.distance), Reverse(length), &mention.phrase)
}

/// The words of a mention, without what belongs to a number: "earthquake" of "6.2-magnitude earthquake".
fn phrase(mention: &EventMention, text: &str) -> String {
    let words = fold::one_line(mention.span.of(text));
    let joined = text[..mention.span.start].ends_with(|c: char| c == '-' || c.is_ascii_digit());
    let rest = words.split_once(' ').map(|(_, rest)| rest.to_owned());
    rest.filter(|_| joined).unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::claim::read;

    /// The label of the row that the figures of these texts make, each the first of its text.
    fn label(texts: &[&str]) -> String {
        let article = |text: &&str| crate::collection::Article { text: (*text).to_owned(), ..Default::default() };
        let articles: Vec<_> = texts.iter().map(article).collect();
        let readings: Vec<_> = articles.iter().map(read).collect();
        let members: Vec<Member> = articles
            .iter()
            .zip(&readings)
            .map(|(article, reading)| Member {
                claim: &reading.claims[0],
                text: &article.text,
                date: None,
                language: reading.language,
            })
            .collect();
        Label::of(&members).text(Language::English)
    }

    #[test]
    fn a_rate_is_no_share_of_itself() {
        assert_eq!(label(&["Turnout was 61 percent.", "Turnout reached 62 percent."]), "Turnout");
        let share = label(&["About 68 percent of patients waited.", "Only 54 percent of patients waited."]);
        assert_eq!(share, "Share of patients");
    }

    #[test]
    fn people_in_general_are_told_apart() {
        let people = label(&["In Ruritania 5,200 people fish.", "Some 5,300 people fish in Ruritania."]);
        assert!(people.starts_with("People, "), "{people}");
        let named = label(&["The port has 212 fishermen.", "The port lists 215 people.", "It has 219 people."]);
        assert_eq!(named, "Fishermen");
    }

    #[test]
    fn an_event_that_the_name_says_is_left_out() {
        let vote = label(&["After the vote he had 52% of the votes.", "After the vote he claimed 53% of the votes."]);
        assert_eq!(vote, "Result of the vote");
    }

    #[test]
    fn nothing_has_a_name() {
        assert_eq!(label(&[]), "Number");
    }
}
