//! How a figure, who gives it, and its dates are put in words.
//!
//! The rules: a figure keeps its qualifier, who says so and its date; "as of" only for a date the text states, "text
//! of" otherwise; "or later" is never dropped; where nobody is named, that is said.

use crate::collection::Article;
use crate::comparing::{Family, Origin, Relation};
use crate::reading::claim::{Attribution, Claim, Effect, Kind};
use crate::reading::date::{Basis, PartialDate};
use crate::reading::decimal::Decimal;
use crate::reading::language::Language;
use crate::reading::text::{Span, fold};
use crate::words::{Key, Words};

/// The figure with its qualifier as it is printed, for lists: "at least 27". A qualifier that begins a sentence loses
/// its capital; one that it shares with the figure before it is said again.
pub fn figure(text: &str, claim: &Claim) -> String {
    let shared = claim.hedge.map(|hedge| hedge.span).filter(|span| span.end < claim.phrase.start);
    if let Some(qualifier) = shared {
        return format!("{} {}", uncapitalised(qualifier.of(text)), single_spaced(claim.quote.of(text)));
    }
    let qualifier = claim.hedge.map(|hedge| hedge.span).filter(|span| claim.phrase.contains(*span));
    let whole = qualifier.map_or(claim.quote, |span| claim.quote.cover(span)).of(text);
    let begins = claim.quote.start == claim.sentence.start && claim.kind != Kind::Money;
    let leads = qualifier.is_some_and(|span| span.start < claim.quote.start) || claim.value.is_none() || begins;
    if leads && claim.kind != Kind::Date { uncapitalised(whole) } else { single_spaced(whole) }
}

/// The qualifiers with the language's own word for each.
pub const QUALIFIERS: [(Effect, Key); 7] = [
    (Effect::Approximate, Key::EffectAbout),
    (Effect::AtLeast, Key::EffectAtLeast),
    (Effect::MoreThan, Key::EffectMoreThan),
    (Effect::AtMost, Key::EffectAtMost),
    (Effect::LessThan, Key::EffectLessThan),
    (Effect::Nearly, Key::EffectNearly),
    (Effect::Only, Key::EffectOnly),
];

/// A figure within a sentence of the program: as printed, but for a qualifier of another language, which is said in the
/// sentence's.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    printed: String,
    own: Language,
    /// The word for the qualifier, where the figure needs one, and the figure without it.
    other: Option<(Option<Key>, String)>,
}

impl Figure {
    /// A figure of a text that was read in its `own` language.
    pub fn of(text: &str, own: Language, claim: &Claim) -> Self {
        let is_exact = claim.hedge.is_some_and(|hedge| hedge.effect == Effect::Exact);
        let alone = || is_exact.then(|| (None, single_spaced(claim.quote.of(text))));
        let other = qualified(text, claim).map(|(word, number)| (Some(word), number)).or_else(alone);
        Self { printed: figure(text, claim), own, other }
    }

    /// The figure for a sentence in a language.
    pub fn text(&self, words: Words) -> String {
        match &self.other {
            Some((Some(word), number)) if self.own != words.language() => [words.get(*word), " ", number].concat(),
            Some((None, number)) if self.own != words.language() => number.clone(),
            _ => self.printed.clone(),
        }
    }
}

/// The word for the qualifier of a figure in digits, and the figure without it, for sentences in another language than
/// the text's: "al menos", "27". `None` where the two cannot be told apart.
fn qualified(text: &str, claim: &Claim) -> Option<(Key, String)> {
    let hedge = claim.hedge.filter(|hedge| !claim.quote.contains(hedge.span))?;
    let (_, word) = QUALIFIERS.into_iter().find(|(effect, _)| *effect == hedge.effect)?;
    let figure = single_spaced(claim.quote.of(text));
    figure.bytes().any(|byte| byte.is_ascii_digit()).then_some((word, figure))
}

/// The figure with what is counted, as it is printed: "at least 27 deaths".
pub fn phrase(text: &str, claim: &Claim) -> String {
    single_spaced(claim.phrase.of(text))
}

/// Who says so: a common noun in quotation marks, a name as it is.
pub fn who(words: Words, claim: &Claim) -> String {
    claim.attribution.as_ref().map_or_else(|| words.get(Key::NoOne).to_owned(), |by| named(words, by))
}

fn named(words: Words, by: &Attribution) -> String {
    let is_name = by.text.chars().next().is_some_and(fold::is_upper);
    let name = if is_name { by.text.clone() } else { words.fill(Key::Quoted, &[&by.text]) };
    match by.via.as_slice() {
        [] => name,
        via => words.fill(Key::Via, &[&name, &via.join(", ")]),
    }
}

/// The date that belongs to a figure: the day it was counted up to where the text states it, else the text's own.
pub fn when(words: Words, article: &Article, claim: &Claim) -> String {
    until(words, claim).map_or_else(|| printed(words, article), |day| words.fill(Key::AsOf, &[&day]))
}

/// The day that a figure was counted up to, where the text states it.
pub fn until(words: Words, claim: &Claim) -> Option<String> {
    claim.period.as_of.filter(|_| claim.period.basis == Basis::Text).map(|day| date(words, day))
}

/// The date of a text beside its figures: "text of 22 Sep 2025", "text of 20 Sep 2024 or later".
pub fn printed(words: Words, article: &Article) -> String {
    match article.date {
        Some(day) if article.date_is_earliest => words.fill(Key::TextOfLater, &[&date(words, day)]),
        Some(day) => words.fill(Key::TextOf, &[&date(words, day)]),
        None => words.get(Key::TextUndated).to_owned(),
    }
}

/// The date of a text on its card: "22 Sep 2025", "undated, 20 Sep 2024 or later".
pub fn dated(words: Words, article: &Article) -> String {
    match article.date {
        Some(day) if article.date_is_earliest => words.fill(Key::UndatedFrom, &[&date(words, day)]),
        Some(day) => date(words, day),
        None => words.get(Key::Undated).to_owned(),
    }
}

/// "20 Sep 2024", "Sep 2024", "2024".
pub fn date(words: Words, date: PartialDate) -> String {
    let name = |month: u8| words.get(Key::Months).split(' ').nth(usize::from(month) - 1).unwrap_or_default();
    let parts = [date.day().map(|day| day.to_string()), date.month().map(|month| name(month).to_owned())];
    let year = date.year().to_string();
    parts.into_iter().flatten().chain([year]).collect::<Vec<_>>().join(" ")
}

/// The outlet, or that it is not named.
pub fn outlet(words: Words, article: &Article) -> &str {
    article.publisher.as_deref().unwrap_or(words.get(Key::OutletUnnamed))
}

/// The note on a card that a text is a translation.
pub fn translation(words: Words, article: &Article) -> Option<String> {
    let from = article.translated_from.as_deref()?;
    let language = match from.split('-').next() {
        Some("en") => Some(words.get(Key::LangEn)),
        Some("es") => Some(words.get(Key::LangEs)),
        Some("") | None => None,
        Some(_) => Some(from),
    };
    Some(
        language.map_or_else(
            || words.get(Key::Translated).to_owned(),
            |language| words.fill(Key::TranslatedFrom, &[language]),
        ),
    )
}

/// Everything that has to stay with a figure, in one line: "28 deaths, no one named, text of 22 Sep 2025".
pub fn triple(words: Words, article: &Article, claim: &Claim) -> String {
    let phrase = phrase(&article.text, claim);
    [phrase, who(words, claim), when(words, article, claim)].join(", ")
}

/// The word for a relation.
pub fn relation(relation: Relation) -> Key {
    match relation {
        Relation::Same => Key::Same,
        Relation::Rounded => Key::Rounded,
        Relation::Compatible => Key::Compatible,
        Relation::Later => Key::Later,
        Relation::Scope => Key::Scope,
        Relation::Unexplained => Key::Unexplained,
        Relation::Conflict => Key::Conflict,
    }
}

/// What a relation means, in a few words.
pub fn gloss(relation: Relation) -> Key {
    match relation {
        Relation::Same => Key::GlossSame,
        Relation::Rounded => Key::GlossRounded,
        Relation::Compatible => Key::GlossCompatible,
        Relation::Later => Key::GlossLater,
        Relation::Scope => Key::GlossScope,
        Relation::Unexplained => Key::GlossUnexplained,
        Relation::Conflict => Key::GlossConflict,
    }
}

/// The heading over the relations of a family.
pub fn family(family: Family) -> Key {
    match family {
        Family::CanBothHold => Key::CanBothHold,
        Family::ReasonGiven => Key::ReasonGiven,
        Family::NoReasonGiven => Key::NoReasonGiven,
        Family::CannotBothHold => Key::CannotBothHold,
    }
}

/// The word for what is known of a pair's counters.
pub fn origin(origin: Origin) -> Key {
    match origin {
        Origin::One => Key::OriginOne,
        Origin::Independent => Key::OriginIndependent,
        Origin::NotShown => Key::OriginNotShown,
    }
}

/// A figure in the words around it, cut at word ends: `before`, the phrase, `after`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Excerpt {
    /// What stands before the phrase, with "…" where it is cut.
    pub before: String,
    /// The phrase, as printed.
    pub phrase: String,
    /// What stands after it, with "…" where it is cut.
    pub after: String,
}

/// Letters of its sentence that an excerpt shows beside the phrase.
const CONTEXT: usize = 56;

/// With so many letters before it, a phrase needs none after it.
const ENOUGH: usize = 20;

/// The phrase in its sentence: mostly what comes before it, more of what follows where it comes early.
pub fn excerpt(text: &str, claim: &Claim) -> Excerpt {
    let Excerpt { before, phrase, after } = sentence(text, claim);
    let lead = before.chars().count();
    let room = if lead < ENOUGH { CONTEXT - lead } else { 0 };
    Excerpt { before: last_words(&before, CONTEXT), phrase, after: first_words(&after, room) }
}

/// The phrase in the whole of its sentence.
pub fn sentence(text: &str, claim: &Claim) -> Excerpt {
    let sentence = claim.sentence.cover(claim.phrase);
    Excerpt {
        before: single_spaced(Span::new(sentence.start, claim.phrase.start).of(text)),
        phrase: phrase(text, claim),
        after: single_spaced(Span::new(claim.phrase.end, sentence.end).of(text)),
    }
}

fn last_words(text: &str, room: usize) -> String {
    let Some((cut, _)) = text.char_indices().rev().nth(room) else { return text.to_owned() };
    let kept = &text[cut..];
    format!("… {}", kept.split_once(' ').map_or("", |(_, rest)| rest))
}

fn first_words(text: &str, room: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(room) else { return text.to_owned() };
    let kept = &text[..cut];
    let kept = if text[cut..].starts_with(' ') { kept } else { kept.rsplit_once(' ').map_or("", |(kept, _)| kept) };
    if kept.is_empty() { String::new() } else { format!("{kept} …") }
}

/// White space, line ends included, as single spaces, also around the words.
fn single_spaced(text: &str) -> String {
    let mut line = fold::one_line(text);
    if text.starts_with(char::is_whitespace) && !line.is_empty() {
        line.insert(0, ' ');
    }
    if text.ends_with(char::is_whitespace) && !line.is_empty() {
        line.push(' ');
    }
    line
}

fn uncapitalised(text: &str) -> String {
    let line = single_spaced(text);
    let mut chars = line.chars();
    chars.next().map(fold::lower).into_iter().chain(chars).collect()
}

/// A number as newspapers of the language print it: "2,400" and "52.5", "2.400" and "52,5".
pub fn number(words: Words, value: f64) -> String {
    let (group, point) = match words.language() {
        Language::English => (',', '.'),
        Language::Spanish => ('.', ','),
    };
    let plain = Decimal::of(value).to_string();
    let whole = plain.find('.').unwrap_or(plain.len());
    let mut text = String::new();
    for (at, c) in plain.char_indices() {
        if at < whole && (whole - at).is_multiple_of(3) && text.ends_with(|before: char| before.is_ascii_digit()) {
            text.push(group);
        }
        text.push(match c {
            '-' => '−',
            '.' => point,
            digit => digit,
        });
    }
    text
}

/// The number that somebody writes: as [`number`] prints it, and as a text of the language may print it, so that "2,400"
/// is the same in a Spanish interface. `before` is what [`number`] printed there.
pub fn entered(words: Words, text: &str, before: Option<Decimal>) -> Option<Decimal> {
    if let Some(same) = before.filter(|before| number(words, before.value()) == text) {
        return Some(same);
    }
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (sign, digits) = plain.strip_prefix(['-', '−']).map_or((1.0, plain.as_str()), |digits| (-1.0, digits));
    let is_number = digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let value = crate::reading::number::value(digits, words.language()).filter(|_| is_number)?;
    Some(Decimal::of(sign * value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::claim::{Effect, Hedge};
    use crate::reading::date::Period;

    const ENGLISH: Words = Words::ENGLISH;

    /// A claim over the first place of `phrase` in `text`, its number being `quote`.
    fn claim(text: &str, phrase: &str, quote: &str) -> Claim {
        let start = text.find(phrase).unwrap();
        let number = start + phrase.find(quote).unwrap();
        let quote = Span::new(number, number + quote.len());
        Claim {
            phrase: Span::new(start, start + phrase.len()),
            sentence: Span::new(0, text.len()),
            value: Some(1.0),
            hedge: (number > start).then(|| Hedge { span: Span::new(start, number - 1), effect: Effect::AtLeast }),
            ..Claim::bare("A.1".to_owned(), Kind::Count, quote)
        }
    }

    #[test]
    fn a_figure_keeps_its_qualifier() {
        let text = "More than 2,000 people were held.";
        assert_eq!(figure(text, &claim(text, "More than 2,000 people", "2,000")), "more than 2,000");
        assert_eq!(phrase(text, &claim(text, "More than 2,000 people", "2,000")), "More than 2,000 people");
        let text = "Únicamente 27 personas.";
        assert_eq!(figure(text, &claim(text, "Únicamente 27 personas", "27")), "únicamente 27");
    }

    #[test]
    fn a_qualifier_is_said_in_the_language_of_the_sentence() {
        let text = "At least 27 people.";
        let of =
            |own: Language, words: Words| Figure::of(text, own, &claim(text, "At least 27 people", "27")).text(words);
        let spanish = Words::new(Language::Spanish);
        assert_eq!([of(Language::English, ENGLISH), of(Language::English, spanish)], ["at least 27", "al menos 27"]);
        assert_eq!(of(Language::Spanish, spanish), "at least 27");
    }

    #[test]
    fn exact_figures_stand_alone_in_another_language() {
        let text = "A total of 2,400 people were held.";
        let mut exact = claim(text, "A total of 2,400 people", "2,400");
        exact.hedge = exact.hedge.map(|hedge| Hedge { effect: Effect::Exact, ..hedge });
        let figure = Figure::of(text, Language::English, &exact);
        assert_eq!([figure.text(ENGLISH), figure.text(Words::new(Language::Spanish))], ["a total of 2,400", "2,400"]);
    }

    #[test]
    fn dates_say_how_they_are_known() {
        let day = |s: &str| s.parse().ok();
        let mut article = Article { date: day("2025-09-22"), ..Article::default() };
        let mut figure = claim("28 deaths", "28 deaths", "28");
        assert_eq!(when(ENGLISH, &article, &figure), "text of 22 Sep 2025");
        article.date_is_earliest = true;
        assert_eq!(when(ENGLISH, &article, &figure), "text of 22 Sep 2025 or later");
        assert_eq!(dated(ENGLISH, &article), "undated, 22 Sep 2025 or later");
        figure.period = Period { as_of: day("2025-04-10"), basis: Basis::Text, ..Period::default() };
        assert_eq!(when(ENGLISH, &article, &figure), "as of 10 Apr 2025");
        assert_eq!(when(ENGLISH, &Article::default(), &claim("9 hurt", "9 hurt", "9")), "text without a date");
        assert_eq!(date(Words::new(Language::Spanish), "2025-01".parse().unwrap()), "ene 2025");
    }

    #[test]
    fn names_stand_as_they_are_and_nouns_in_quotation_marks() {
        let mut figure = claim("28 deaths", "28 deaths", "28");
        assert_eq!(who(ENGLISH, &figure), "no one named");
        let mut by = |text: &str, via: &[&str]| {
            let via = via.iter().map(|&name| name.to_owned()).collect();
            figure.attribution = Some(Attribution { text: text.to_owned(), span: Span::default(), via });
            who(ENGLISH, &figure)
        };
        assert_eq!(by("official sources", &[]), "“official sources”");
        assert_eq!(by("Vente Venezuela", &["Human Rights Watch"]), "Vente Venezuela, via Human Rights Watch");
    }

    #[test]
    fn excerpts_are_cut_at_word_ends() {
        let text = "The fallout has been severe, with reports indicating that the crackdown on protests\nresulted in 27 deaths.";
        let cut = excerpt(text, &claim(text, "27 deaths", "27"));
        assert_eq!(cut.before, "… indicating that the crackdown on protests resulted in ");
        assert_eq!((cut.phrase.as_str(), cut.after.as_str()), ("27 deaths", ""));
        let text = "27 deaths were counted in all of the country’s states and territories in that year.";
        let cut = excerpt(text, &claim(text, "27 deaths", "27"));
        assert_eq!(
            (cut.before.as_str(), cut.after.as_str()),
            ("", " were counted in all of the country’s states and …")
        );
    }

    #[test]
    fn numbers_are_printed_as_the_language_does_and_read_again() {
        let spanish = Words::new(Language::Spanish);
        for (value, in_english, in_spanish) in [
            (0.0, "0", "0"),
            (-0.0, "0", "0"),
            (999.0, "999", "999"),
            (1037.0, "1,037", "1.037"),
            (-2400.0, "−2,400", "−2.400"),
            (-100.0, "−100", "−100"),
            (52.5, "52.5", "52,5"),
            (-1_000_000.5, "−1,000,000.5", "−1.000.000,5"),
            (0.1 + 0.2, "0.3", "0,3"),
            (0.0004, "0.0004", "0,0004"),
            (3e16, "30,000,000,000,000,000", "30.000.000.000.000.000"),
        ] {
            let number_of = Some(Decimal::of(value));
            for (words, text) in [(ENGLISH, in_english), (spanish, in_spanish)] {
                assert_eq!(number(words, value), text);
                assert_eq!(entered(words, text, number_of), number_of, "{text}");
                if value.abs() < 1e15 {
                    assert_eq!(entered(words, text, None), number_of, "{text}");
                }
            }
        }
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let spanish = Words::new(Language::Spanish);
        for (text, in_english, in_spanish) in [
            ("2400", Some("2400"), Some("2400")),
            (" 2 400 ", Some("2400"), Some("2400")),
            ("2\u{202f}400", Some("2400"), Some("2400")),
            ("2,400", Some("2400"), Some("2400")),
            ("2.400", Some("2.4"), Some("2400")),
            ("52,5", Some("52.5"), Some("52.5")),
            ("52.5", Some("52.5"), Some("52.5")),
            ("1.234.567,8", Some("1234567.8"), Some("1234567.8")),
            ("-5", Some("-5"), Some("-5")),
            ("1.2.3", None, None),
            ("some 5", None, None),
            ("5-6", None, None),
            ("", None, None),
        ] {
            for (words, number) in [(ENGLISH, in_english), (spanish, in_spanish)] {
                let number = number.map(|number| number.parse().unwrap());
                assert_eq!(entered(words, text, None), number, "{text} in {:?}", words.language());
            }
        }
        let share: Decimal = "51.276".parse().unwrap();
        assert_eq!(entered(spanish, "51,276", Some(share)), Some(share));
    }
}
