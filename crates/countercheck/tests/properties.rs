//! What holds for every input.
//!
//! `PROPTEST_CASES=1000000 cargo test --release --package countercheck --test properties` searches longer; what it finds
//! becomes a case under `tests/cases`.

use countercheck::collection::{Article, Collection, Language};
use countercheck::compare;
use countercheck::output::report;
use countercheck::reading::claim::read;
use countercheck::reading::document::Document;
use countercheck::reading::interval::{End, Interval};
use countercheck::reading::text::{Span, tokenize};
use proptest::prelude::*;

/// How often each property is tried: `PROPTEST_CASES` times where that is set.
fn cases() -> ProptestConfig {
    let default = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { default } else { ProptestConfig { cases: 512, ..default } }
}

/// Words of the lexicon, numbers and marks: what figures are made of.
#[rustfmt::skip]
const PIECES: [&str; 96] = [
    "at least", "more than", "about", "up to", "nearly", "only", "no fewer than", "an estimated", "or so", "and counting",
    "27", "2,400", "1.5", "0", "000", "12,34,567", "192.168.1.2", ".25", "1/2", "½", "3", "999999999999999", "m", "-", "–", "—",
    "million", "hundred", "dozen", "dozens", "half", "third", "thirds", "twenty-three", "one", "two", "twice", "point", "minus",
    "people", "were", "killed", "deaths", "injured", "died", "released", "of them", "others", "more", "fewer", "most of", "some",
    "$", "US$", "€", "%", "percent", "points", "km", "km²", "miles deep", "magnitude", "degrees", "dollars", "years", "hours",
    "between", "from", "to", "and", "or", "a", "the", "in", "one in", "out of", "as of", "since", "so far", "last year",
    "July", "28", "2024", "2013–2026", "10:30", "am", "Monday", "yesterday",
    ",", ".", "\n", "\n\n", "(", ")", "…", ":",
];

/// Words that say who says what.
#[rustfmt::skip]
const SPEECH: [&str; 18] = [
    "“", "”", "\"", "'", "'s", "said", "according to", "the UN", "Amnesty International", "he", "who", "has counted", "reports",
    "election", "protests", "after the", "U.N.", "No.",
];

/// Words of Spanish figures and speech.
#[rustfmt::skip]
const SPANISH: [&str; 98] = [
    "al menos", "más de", "cerca del", "hasta", "casi", "solo", "unos", "un total de", "o más", "entre", "de", "a", "al", "del", "y", "o",
    "el", "la", "los", "un", "una", "en", "por", "que", "se", "las", "2.400", "51.276", "3 351", "27", "1,5", "0", "mil", "millones",
    "medio", "millón", "y medio", "docena", "centenar", "dos", "treinta", "veintiún", "cien", "cuatrocientos", "decenas", "miles de",
    "varios", "la mitad", "tercio", "tercera", "parte", "uno de cada", "doble", "veces", "personas", "presos políticos", "heridas", "muertos",
    "murieron", "fueron detenidas", "liberó a", "votos", "nuevos", "más", "otras", "ellos", "los cuales", "%", "por ciento", "dólares",
    "kilómetros", "de profundidad", "años", "horas", "grados", "magnitud", "sismo", "protestas", "elecciones", "28", "9", "julio", "2024",
    "lunes", "pasado", "este", "ayer", "finales", "8:30", "de la mañana", "según", "dijo", "informó", "agregó", "el fiscal", "cifras", "cumplen",
    "ardieron",
];

/// Texts that are likely to hold figures, in one of the languages: pieces of figures and of speech, mixed with anything,
/// now and then one of them many times, with and without spaces.
fn texts() -> impl Strategy<Value = String> {
    texts_with(200)
}

/// Texts of the same sort for properties of comparing, where every pair of figures takes time: the same pieces, but none
/// many times. What many figures do is asked of the longer texts of `hostile`.
fn short_texts() -> impl Strategy<Value = String> {
    texts_with(12)
}

/// Such texts with no piece repeated more than so many times.
fn texts_with(repeated: usize) -> impl Strategy<Value = String> {
    let english = || prop_oneof![5 => prop::sample::select(&PIECES[..]), 1 => prop::sample::select(&SPEECH[..])];
    let spanish = || prop_oneof![8 => prop::sample::select(&SPANISH[..]), 1 => prop::sample::select(&PIECES[..])];
    prop_oneof![2 => texts_of(english, repeated), 1 => texts_of(spanish, repeated)]
}

fn texts_of<S>(words: impl Fn() -> S, repeated: usize) -> impl Strategy<Value = String>
where
    S: Strategy<Value = &'static str> + 'static,
{
    let piece = prop_oneof![
        18 => words().prop_map(str::to_owned),
        1 => (words(), 2..=repeated).prop_map(|(word, times)| format!("{word} ").repeat(times)),
        1 => any::<String>(),
    ];
    let joint = prop_oneof![8 => Just(" "), 1 => Just(""), 1 => Just("\u{a0}")];
    prop::collection::vec((piece, joint), 0..40)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, joint)| [piece, joint.to_owned()]).collect())
}

/// Intervals of any ends that are numbers, small ones among them so that they meet.
fn intervals() -> impl Strategy<Value = Interval> {
    let number =
        || prop_oneof![any::<i16>().prop_map(f64::from), any::<f64>().prop_filter("finite", |value| value.is_finite())];
    let end = |open: u8, value: f64| match open {
        0 => End::Unbounded,
        1 => End::Open(value),
        _ => End::Closed(value),
    };
    (number(), number(), 0..3u8, 0..3u8)
        .prop_map(move |(a, b, low, high)| Interval { low: end(low, a.min(b)), high: end(high, a.max(b)) })
}

/// Whether a span is one of the text: on character boundaries, inside it.
fn stands_in(text: &str, span: Span) -> bool {
    span.start <= span.end && text.get(span.start..span.end).is_some()
}

fn article(id: &str, text: String) -> Article {
    let date = "2025-04-30".parse().ok();
    Article { id: id.to_owned(), text, date, ..Article::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn tokens_tile_the_text_but_for_white_space(text in any::<String>()) {
        let mut end = 0;
        for token in tokenize(&text) {
            prop_assert!(token.span.start >= end && !token.span.is_empty());
            prop_assert!(!text[end..token.span.start].contains(char::is_alphanumeric));
            end = token.span.end;
        }
        prop_assert!(!text[end..].contains(char::is_alphanumeric));
    }

    #[test]
    fn sentences_tile_the_tokens(text in texts()) {
        let document = Document::new(&text, Language::English);
        let mut next = 0;
        for sentence in &document.sentences {
            prop_assert_eq!(sentence.start, next);
            prop_assert!(sentence.end > sentence.start);
            next = sentence.end;
        }
        prop_assert_eq!(next, document.len());
    }

    #[test]
    fn everything_read_stands_in_its_text(text in texts()) {
        let article = article("A", text);
        let reading = read(&article);
        for sentence in &reading.sentences {
            prop_assert!(stands_in(&article.text, *sentence) && !sentence.is_empty());
        }
        for (index, claim) in reading.claims.iter().enumerate() {
            let hedge = claim.hedge.map(|hedge| hedge.span);
            let scope = claim.scope.map(|scope| scope.span);
            let source = claim.attribution.as_ref().map(|by| by.span);
            let events = claim.context.events.iter().map(|event| event.span);
            let spans = [claim.quote, claim.phrase, claim.sentence].into_iter().chain(hedge).chain(scope).chain(source).chain(events);
            for span in spans {
                prop_assert!(stands_in(&article.text, span), "{:?} in {:?}", span, claim);
            }
            prop_assert!(!claim.quote.is_empty());
            prop_assert!(claim.phrase.contains(claim.quote), "{:?}", claim);
            prop_assert!(claim.sentence.contains(claim.phrase), "{:?}", claim);
            prop_assert!(reading.sentences.contains(&claim.sentence), "{:?}", claim);
            prop_assert!(claim.whole.is_none_or(|whole| whole < index), "{:?}", claim);
        }
    }

    #[test]
    fn figures_stand_in_order_and_apart(text in texts()) {
        let claims = read(&article("A", text)).claims;
        for pair in claims.windows(2) {
            prop_assert!(pair[0].quote.end <= pair[1].quote.start, "{:?}", pair);
        }
    }

    #[test]
    fn an_interval_is_one(text in texts()) {
        for claim in read(&article("A", text)).claims {
            let Interval { low, high } = claim.interval;
            let (Some(low), Some(high)) = (low.value(), high.value()) else { continue };
            prop_assert!(low <= high && low.is_finite() && high.is_finite(), "{:?}", claim);
            prop_assert_eq!(claim.interval.to_string().parse(), Ok(claim.interval));
        }
    }

    #[test]
    fn any_string_is_read_and_compared(first in any::<String>(), second in any::<String>()) {
        let articles = vec![article("A", first), article("B", second)];
        let collection = Collection { articles, ..Collection::default() };
        prop_assert_eq!(compare(&collection).readings.len(), 2);
    }

    #[test]
    fn a_value_lies_in_the_closure_of_its_interval(text in texts()) {
        let near = |end: End, value: f64| end.value().is_none_or(|end| (end - value).abs() <= 1e-9 * value.abs());
        for claim in read(&article("A", text)).claims {
            if let Some(value) = claim.value {
                let edge = near(claim.interval.low, value) || near(claim.interval.high, value);
                prop_assert!(claim.interval.contains(value) || edge, "{} in {:?}", value, claim.interval);
            }
        }
    }

    #[test]
    fn the_same_texts_give_the_same_report(first in short_texts(), second in short_texts()) {
        let collection = Collection { articles: vec![article("A", first), article("B", second)], ..Collection::default() };
        let once = compare(&collection);
        let again = compare(&collection);
        let json = |comparison| serde_json::to_string(&report::report(&collection, comparison)).unwrap_or_default();
        prop_assert_eq!(json(&once), json(&again));
    }

    #[test]
    fn relations_do_not_depend_on_which_text_comes_first(first in short_texts(), second in short_texts()) {
        let pair = |a: &str, b: &str| {
            let collection = Collection { articles: vec![article("A", a.to_owned()), article("B", b.to_owned())], ..Collection::default() };
            let comparison = compare(&collection);
            let rows = comparison.alignments.iter().flat_map(|alignment| &alignment.pairs);
            let quote = |key| comparison.claim(key).quote;
            let mut found: Vec<_> = rows.filter(|row| row.a.article != row.b.article).map(|row| (quote(row.a), quote(row.b), row.relation)).collect();
            found.sort();
            found
        };
        let mut swapped: Vec<_> = pair(&second, &first).into_iter().map(|(a, b, relation)| (b, a, relation)).collect();
        swapped.sort();
        prop_assert_eq!(pair(&first, &second), swapped);
    }

    #[test]
    fn intervals_are_read_as_they_are_printed(interval in intervals()) {
        prop_assert_eq!(interval.to_string().parse(), Ok(interval));
    }

    #[test]
    fn meeting_is_symmetric_and_covering_is_meeting(a in intervals(), b in intervals(), value in any::<i16>()) {
        let value = f64::from(value);
        prop_assert_eq!(a.meets(b), b.meets(a));
        prop_assert!(!(a.contains(value) && b.contains(value)) || a.meets(b));
        prop_assert!(!(a.covers(b) && b.contains(value)) || a.contains(value));
    }
}
