//! What holds for the user's own work, whatever it is: corrections, saved collections, links, texts from outside.
//!
//! `PROPTEST_CASES=1000000 cargo test --release --package countercheck --test keep` searches longer.

use countercheck::collection::{Article, Collection, Detected, Framing, Language};
use countercheck::compare;
use countercheck::comparing::{Comparison, Relation};
use countercheck::intake::extract::{Node, Page};
use countercheck::intake::source::LONGEST_TEXT;
use countercheck::intake::{markdown, source};
use countercheck::output::export::{annotations, csv};
use countercheck::reading::claim::{Effect, Kind};
use countercheck::reading::decimal::Decimal;
use countercheck::reading::text::Span;
use countercheck::teaching::pupil::{
    self, MOST_BLANKS, Mark, Pupil, Qualifier, Said, Topic, Verdict, against, occurrences, whole_words,
};
use countercheck::words::Words;
use countercheck::work::journal::{
    Act, Amount, Anchor, Bound, Change, Corrected, Entry, Journal, Setting, Standing, apply, proposal,
};
use countercheck::work::saved::{Opened, Saved, View};
use countercheck::work::squeeze::{expand, expand_cut, squeeze};
use countercheck::work::{link, saved};
use proptest::prelude::*;

/// How often each property is tried: `PROPTEST_CASES` times where that is set.
fn cases() -> ProptestConfig {
    let default = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { default } else { ProptestConfig { cases: 48, ..default } }
}

/// Sentences whose figures line up, and others.
#[rustfmt::skip]
const SENTENCES: [&str; 14] = [
    "The fire killed at least 27 people on Monday. ", "The fire killed 30 people, the mayor said. ", "Thirty-one people died in the fire. ",
    "About 2,000 people were evacuated. ", "Some 300 people were evacuated from Block 12. ", "Murieron 27 personas en el incendio. ",
    "Of those, 12 were children. ", "52% voted for it. ", "More than $3 million was spent in 2024.\n", "From 20 to 30 people were hurt, and 5 more on Friday.\n\n",
    "على الأقل ٢٧ قتيلاً. ", "𝄞 9 é ", "dozens of them ", "",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![12 => prop::sample::select(&SENTENCES[..]).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..7).prop_map(|pieces| pieces.concat())
}

fn names() -> impl Strategy<Value = Option<String>> {
    prop::option::of(prop_oneof![Just("AP".to_owned()), "[a-zÀ-ÿ<>\"& ]{0,12}", any::<String>()])
}

fn dates() -> impl Strategy<Value = Option<countercheck::reading::date::PartialDate>> {
    prop::option::of((1000..9999i32, 1..12u8, 1..28u8, 0..3u8)).prop_map(|date| {
        let (year, month, day, parts) = date?;
        [format!("{year}"), format!("{year}-{month:02}"), format!("{year}-{month:02}-{day:02}")][usize::from(parts)]
            .parse()
            .ok()
    })
}

fn articles() -> impl Strategy<Value = Article> {
    let language = prop::option::of(prop::sample::select(vec![Language::English, Language::Spanish]));
    let chain = prop::collection::vec(any::<String>(), 0..3);
    (texts(), names(), names(), dates(), language, any::<[bool; 5]>(), chain).prop_map(
        |(text, title, publisher, date, language, flags, chain)| Article {
            id: String::new(),
            title,
            publisher: publisher.clone(),
            date,
            date_is_earliest: flags[0],
            language,
            chain,
            translated_from: publisher.filter(|_| flags[1]),
            note: None,
            detected: Detected { title: flags[1], publisher: flags[2], date: flags[3], language: flags[4] },
            text,
        },
    )
}

fn collections() -> impl Strategy<Value = Collection> {
    (any::<String>(), names(), prop::collection::vec(articles(), 1..5)).prop_map(|(title, question, mut articles)| {
        for index in 0..articles.len() {
            articles[index].id =
                source::next_id(&articles[..index].iter().map(|it| it.id.as_str()).collect::<Vec<_>>());
        }
        let framing = Framing {
            language: Language::Spanish,
            title: title.clone(),
            question: None,
            content_note: question.clone(),
            notes: vec![("A".into(), title.clone())],
        };
        let framings = if question.is_some() { vec![framing] } else { Vec::new() };
        Collection { title, question, content_note: None, articles, framings }
    })
}

fn decimals() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        (-999_999i64..999_999, -6..6i16).prop_map(|(digits, exponent)| Decimal::new(digits, exponent)),
        (any::<i64>(), any::<i16>()).prop_map(|(digits, exponent)| Decimal::new(digits, exponent)),
        any::<f64>().prop_map(Decimal::of)
    ]
}

fn amounts() -> impl Strategy<Value = Amount> {
    let effect = || prop::option::of(prop::sample::select(&Effect::ALL[..]));
    let bound =
        || prop_oneof![Just(Bound::Unbounded), decimals().prop_map(Bound::Closed), decimals().prop_map(Bound::Open)];
    prop_oneof![
        (decimals(), effect()).prop_map(|(value, effect)| Amount::of(value, effect)),
        (decimals(), decimals()).prop_map(|(low, high)| Amount::between(low, high)),
        (prop::option::of(decimals()), effect(), bound(), bound()).prop_map(|(value, effect, low, high)| Amount {
            value,
            effect,
            low,
            high
        }),
    ]
}

fn settings() -> impl Strategy<Value = Setting> {
    let kind = prop::option::of(prop::sample::select(&Kind::ALL[..]));
    (prop::option::of(amounts()), kind, names(), names(), dates())
        .prop_map(|(amount, kind, counted, who, as_of)| Setting { amount, kind, counted, who, as_of })
}

/// Which figure a correction is made to: a place among all figures and a stretch of a text.
type Pick = (prop::sample::Index, bool, prop::sample::Index, prop::sample::Index);

#[derive(Clone, Debug)]
struct Plan {
    act: usize,
    picks: Vec<Pick>,
    set: Setting,
    words: String,
    by: String,
    at: u64,
}

fn plans() -> impl Strategy<Value = Vec<Plan>> {
    let pick = (
        any::<prop::sample::Index>(),
        prop::bool::weighted(0.85),
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
    );
    let by = prop_oneof![Just("Ana".to_owned()), Just(String::new()), any::<String>()];
    let plan = (0..18usize, prop::collection::vec(pick, 3), settings(), names(), by, 0..4_000_000_000u64).prop_map(
        |(act, picks, set, words, by, at)| Plan { act, picks, set, words: words.unwrap_or_default(), by, at },
    );
    prop::collection::vec(plan, 0..12)
}

fn anchor_of(collection: &Collection, found: &Comparison, pick: &Pick) -> Anchor {
    let claims: Vec<(usize, Span)> = found
        .readings
        .iter()
        .enumerate()
        .flat_map(|(article, reading)| reading.claims.iter().map(move |claim| (article, claim.quote)))
        .collect();
    if pick.1 && !claims.is_empty() {
        let (article, quote) = claims[pick.0.index(claims.len())];
        return Anchor::of(&collection.articles[article], quote);
    }
    let article = &collection.articles[pick.0.index(collection.articles.len())];
    let (a, b) = (pick.2.index(article.text.len() + 1), pick.3.index(article.text.len() + 1));
    Anchor::of(article, Span::new(a.min(b), a.max(b)))
}

fn change_of(collection: &Collection, found: &Comparison, plan: &Plan, index: usize) -> Change {
    let [a, b, c] = [0, 1, 2].map(|at| anchor_of(collection, found, &plan.picks[at]));
    match plan.act {
        0 => Change::add(a, plan.set.clone()),
        1 => Change::edit(a, plan.set.clone()),
        2 => Change::strike(a),
        3 | 4 => Change::link(a, b),
        5 => Change::unlink(a),
        6 => Change::split(vec![a, b, c]),
        7 => Change::merge(a, b),
        8 => Change::rename(a, &plan.words),
        9 => Change::note(vec![a], &plan.words),
        10 => Change::note(Vec::new(), &plan.words),
        11..=17 if plan.act == 11 && index > 0 => Change::withdraw(plan.picks[0].0.index(index)),
        act => Change::relate(a, b, Relation::ALL[act % 7], &plan.words),
    }
}

fn journal_of(collection: &Collection, found: &Comparison, plans: &[Plan]) -> Journal {
    let entry =
        |(index, plan): (usize, &Plan)| Entry::new(&plan.by, plan.at, change_of(collection, found, plan, index));
    Journal::of(plans.iter().enumerate().map(entry).collect())
}

/// A collection, what was found in it, and corrections to that.
fn works() -> impl Strategy<Value = Saved> {
    (collections(), plans(), prop::collection::vec(names(), 0..3)).prop_map(|(collection, plans, words)| {
        let found = compare(&collection);
        let journal = journal_of(&collection, &found, &plans);
        let figure = plans.first().map(|plan| anchor_of(&collection, &found, &plan.picks[2]));
        Saved { collection, journal, view: View { figure, words: words.into_iter().flatten().collect() }, pupil: None }
    })
}

#[derive(Clone, Debug)]
struct Deed {
    act: usize,
    picks: [Pick; 2],
    ids: (u64, u64),
    place: usize,
    words: String,
    at: u64,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let pick = || {
        let index = any::<prop::sample::Index>;
        (index(), prop::bool::weighted(0.85), index(), index())
    };
    let ids = (0..6u64, prop_oneof![9 => 0..6u64, 1 => 0..1u64 << 53]);
    let deed = (0..14usize, [pick(), pick()], ids, 0..20usize, names(), 0..4_000_000_000u64).prop_map(
        |(act, picks, ids, place, words, at)| Deed { act, picks, ids, place, words: words.unwrap_or_default(), at },
    );
    prop::collection::vec(deed, 0..24)
}

/// Does something in a pupil's copy.
fn act_on(pupil: &mut Pupil, collection: &Collection, found: &Comparison, deed: &Deed) {
    let Deed { act, picks, ids, place, words, at } = deed;
    let [figure, who] = [0, 1].map(|at| anchor_of(collection, found, &picks[at]));
    let act = match act {
        0..=5 => pupil::Act::Mark(Mark {
            id: if *act == 0 { ids.0 } else { pupil.next_mark().min(1 << 53) },
            figure,
            qualifier: Qualifier::ALL[place % 6],
            topic: (*place < 8).then_some(place % 4),
            who: (place % 3 == 0).then_some(who),
        }),
        6 => pupil::Act::Unmark(ids.0),
        7..=8 => {
            let verdict = Verdict::all().nth(place % 9);
            pupil::Act::Say(Said { pair: *ids, verdict, reason: words.clone() })
        }
        9..=10 => pupil::Act::Blank { topic: place % 4, blank: *place, words: words.clone() },
        11 => pupil::Act::Shown((place % 2 == 0).then_some(*ids)),
        12 => {
            pupil.undo();
            return;
        }
        _ => {
            pupil.redo();
            return;
        }
    };
    pupil.push(*at, act);
}

/// A pupil's copy of a collection with work in it.
fn copies() -> impl Strategy<Value = Saved> {
    let topics = prop::collection::vec((names(), "[a-z-]{0,8}"), 0..4);
    (works(), topics, names(), names(), deeds()).prop_map(|(work, topics, only, name, deeds)| {
        let found = compare(&work.collection);
        let rows = found.alignments.iter().map(|row| Topic { id: row.id.clone(), name: String::new() });
        let others = topics.into_iter().map(|(name, id)| Topic { id, name: name.unwrap_or_default() });
        let short = |text: String| text.chars().take(pupil::LONGEST_NAME).collect::<String>();
        let topics = rows.chain(others).take(5).map(|it| Topic { name: short(it.name), ..it }).collect();
        let mut pupil = Pupil::new(topics, only.filter(|only| only.len() < 3));
        pupil.name = short(name.unwrap_or_default());
        for deed in &deeds {
            act_on(&mut pupil, &work.collection, &found, deed);
        }
        Saved { pupil: Some(pupil), ..work }
    })
}

/// The last character boundary that is not beyond a place.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn reopened(json: &str) -> Option<Opened> {
    saved::check(json).ok()?;
    let value: serde_json::Value = serde_json::from_str(json).ok()?;
    saved::read(&value).ok()
}

/// What holds for every corrected comparison.
fn check_corrected(collection: &Collection, corrected: &Corrected) -> Result<(), TestCaseError> {
    let Corrected { comparison, provenances, rows, .. } = corrected;
    prop_assert_eq!(rows.len(), comparison.alignments.len());
    for ((reading, provenances), article) in comparison.readings.iter().zip(provenances).zip(&collection.articles) {
        prop_assert_eq!(reading.claims.len(), provenances.len());
        prop_assert!(reading.claims.windows(2).all(|two| two[0].quote.start <= two[1].quote.start));
        for (index, claim) in reading.claims.iter().enumerate() {
            for span in [claim.quote, claim.phrase, claim.sentence] {
                prop_assert!(article.text.get(span.start..span.end).is_some());
            }
            prop_assert!(claim.phrase.contains(claim.quote) && claim.sentence.contains(claim.phrase));
            prop_assert!(claim.whole.is_none_or(|whole| whole < index));
            let (low, high) = (claim.interval.low.value(), claim.interval.high.value());
            prop_assert!(
                claim
                    .value
                    .is_none_or(|value| low.is_none_or(|low| low <= value) && high.is_none_or(|high| value <= high))
            );
        }
        let mut ids: Vec<&str> = reading.claims.iter().map(|claim| claim.id.as_str()).collect();
        ids.sort_unstable();
        prop_assert!(ids.windows(2).all(|two| two[0] != two[1]), "{:?}", ids);
    }
    let mut ids: Vec<&str> = comparison.alignments.iter().map(|row| row.id.as_str()).collect();
    ids.sort_unstable();
    prop_assert!(ids.windows(2).all(|two| two[0] != two[1]), "{:?}", ids);
    for row in &comparison.alignments {
        prop_assert!(row.members.len() > 1 && row.members.windows(2).all(|two| two[0] < two[1]));
        prop_assert_eq!(row.pairs.len(), row.members.len() * (row.members.len() - 1) / 2);
        prop_assert!(row.members.iter().all(|key| !corrected.provenance(*key).struck));
        prop_assert!(row.silent.iter().all(|silent| row.members.iter().all(|key| key.article != *silent)));
    }
    prop_assert!(
        comparison.checks.iter().flat_map(|check| &check.claims).all(|key| !corrected.provenance(*key).struck)
    );
    Ok(())
}

/// What holds for every pupil's work beside what the program found.
fn check_pupil(saved: &Saved) -> Result<(), TestCaseError> {
    let (collection, pupil) = (&saved.collection, saved.pupil.clone().unwrap_or_default());
    let program = compare(collection);
    let corrected = apply(collection, &program, &saved.journal).comparison;
    let state = pupil.state(collection);
    let topics = 0..pupil.topics.len();
    let found: Vec<_> = topics.map(|topic| against(collection, &corrected, &pupil, &state, topic)).collect();
    for (article, span) in state.marks.iter().filter_map(|marked| marked.place) {
        prop_assert!(collection.articles[article].text.get(span.start..span.end).is_some());
    }
    let marks: usize = found.iter().map(|topic| topic.found.len() + topic.beyond.len()).sum();
    prop_assert_eq!(marks + state.of_topic(None).count(), state.marks.len());
    for (topic, of) in found.iter().enumerate() {
        let has = |id: u64| state.of_topic(Some(topic)).any(|marked| marked.mark.id == id);
        let said = state.said.iter().filter(|heard| has(heard.said.pair.0) && has(heard.said.pair.1)).count();
        prop_assert_eq!(of.pairs.len(), said);
        prop_assert!(of.missed.iter().all(|key| of.found.iter().all(|(_, found)| found != key)));
        prop_assert!(of.row.is_some() || (of.found.is_empty() && of.missed.is_empty()));
    }
    prop_assert!(state.blanks.iter().all(|blanks| blanks.len() <= MOST_BLANKS));
    Ok(())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn corrections_leave_a_sound_comparison(work in works(), mended in texts()) {
        let program = compare(&work.collection);
        let corrected = apply(&work.collection, &program, &work.journal);
        check_corrected(&work.collection, &corrected)?;
        let mut collection = work.collection.clone();
        collection.articles[0].text.insert_str(0, &mended);
        let program = compare(&collection);
        check_corrected(&collection, &apply(&collection, &program, &work.journal))?;
        collection.articles.remove(0);
        let program = compare(&collection);
        check_corrected(&collection, &apply(&collection, &program, &work.journal))?;
    }

    #[test]
    fn undoing_all_gives_the_program_and_redoing_all_the_user(work in works()) {
        let program = compare(&work.collection);
        let full = apply(&work.collection, &program, &work.journal);
        let mut journal = work.journal.clone();
        while journal.undo() {}
        let nothing = apply(&work.collection, &program, &journal);
        prop_assert_eq!(&nothing.comparison, &program);
        prop_assert!(nothing.orphans.is_empty());
        while journal.redo() {}
        prop_assert_eq!(&journal, &work.journal);
        prop_assert_eq!(apply(&work.collection, &program, &journal), full);
    }

    #[test]
    fn nothing_said_is_ever_lost(work in works(), steps in prop::collection::vec(0..4u8, 0..40)) {
        let mut journal = Journal::default();
        let mut said = Vec::new();
        let mut changes = work.journal.entries().iter();
        for step in steps {
            let before = journal.clone();
            match step {
                0 | 1 => if let Some(entry) = changes.next() {
                    let program = compare(&work.collection);
                    prop_assert!(journal.push(entry.clone()));
                    said.push(entry.change.clone());
                    let mut back = journal.clone();
                    prop_assert!(back.undo());
                    prop_assert_eq!(apply(&work.collection, &program, &back), apply(&work.collection, &program, &before));
                    prop_assert!(!journal.can_redo());
                },
                2 => if journal.undo() {
                    let mut again = journal.clone();
                    prop_assert!(again.redo());
                    prop_assert_eq!(again, before);
                },
                _ => if journal.redo() {
                    let mut again = journal.clone();
                    prop_assert!(again.undo());
                    prop_assert_eq!(again, before);
                },
            }
            let kept: Vec<_> = journal.entries().iter().map(|entry| entry.change.clone()).collect();
            prop_assert_eq!(&kept, &said);
            prop_assert_eq!(Journal::of(journal.entries().to_vec()), journal.clone());
        }
    }

    #[test]
    fn an_anchor_finds_its_place_whatever_is_put_before_it(text in texts(), before in "[a-z ]{0,300}", a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
        let article = Article { id: "A".to_owned(), text, ..Article::default() };
        let (a, b) = (a.index(article.text.len() + 1), b.index(article.text.len() + 1));
        let anchor = Anchor::of(&article, Span::new(a.min(b), a.max(b).min(a.min(b) + 60)));
        let span = anchor.find(&article.text);
        prop_assert_eq!(span, Some(Span::new(anchor.start, anchor.start + anchor.quote.len())));
        let moved = format!("{before}\n{}", article.text);
        if let Some(span) = anchor.find(&moved).filter(|_| anchor.prefix.chars().count() == 32 && !anchor.quote.is_empty()) {
            prop_assert_eq!(Anchor::of(&Article { text: moved, ..article }, span), Anchor { start: span.start, ..anchor });
        }
    }

    #[test]
    fn what_is_saved_comes_back(work in works(), undone in 0..5usize) {
        let mut work = work;
        (0..undone).for_each(|_| { work.journal.undo(); });
        let json = saved::write(&work);
        let opened = reopened(&json);
        prop_assert_eq!(opened.as_ref().map(|opened| &opened.saved), Some(&work));
        prop_assert!(opened.is_some_and(|opened| opened.troubles.is_empty()));
        let page = format!("<html><script type=\"application/json\" id=\"countercheck-state\">{json}</script></html>");
        prop_assert_eq!(saved::in_page(&page), Some(json.as_str()));
    }

    #[test]
    fn saved_collections_that_were_damaged_are_read_or_refused(work in works(), cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), prop::sample::select(vec!["", "\"", "{}", "[", "null", "9", "1e999", "\\u0000", "\u{202e}"])), 1..4)) {
        let mut json = saved::write(&work);
        for (from, to, with) in cuts {
            let from = boundary(&json, from.index(json.len() + 1));
            let to = boundary(&json, from + to.index(40)).max(from);
            json.replace_range(from..to, with);
        }
        if let Some(opened) = reopened(&json) {
            let program = compare(&opened.saved.collection);
            check_corrected(&opened.saved.collection, &apply(&opened.saved.collection, &program, &opened.saved.journal))?;
            let again = reopened(&saved::write(&opened.saved));
            prop_assert_eq!(again.map(|again| again.saved), Some(opened.saved));
        }
    }

    #[test]
    fn a_pupils_work_comes_back(copy in copies()) {
        let opened = reopened(&saved::write(&copy));
        prop_assert_eq!(opened, Some(Opened { saved: copy, troubles: Vec::new() }));
    }

    #[test]
    fn a_damaged_copy_is_read_or_refused(copy in copies(), cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), "[\\[\\]{}\":,a-z0-9]{0,4}"), 1..4)) {
        let mut json = saved::write(&copy);
        for (from, to, with) in cuts {
            let from = boundary(&json, from.index(json.len() + 1));
            let to = boundary(&json, from + to.index(20)).max(from);
            json.replace_range(from..to, &with);
        }
        if let Some(opened) = reopened(&json) {
            let again = reopened(&saved::write(&opened.saved));
            prop_assert_eq!(again.map(|again| again.saved), Some(opened.saved.clone()));
            check_pupil(&opened.saved)?;
        }
    }

    #[test]
    fn a_pupils_work_stands_beside_the_programs(copy in copies(), mended in texts()) {
        check_pupil(&copy)?;
        let mut moved = copy;
        moved.collection.articles[0].text.insert_str(0, &mended);
        check_pupil(&moved)?;
        moved.collection.articles.remove(0);
        check_pupil(&moved)?;
    }

    #[test]
    fn undoing_all_that_a_pupil_did_leaves_nothing_and_redoing_all_everything(copy in copies()) {
        let mut pupil = copy.pupil.expect("a copy");
        let state = |pupil: &Pupil| pupil.state(&copy.collection);
        while pupil.redo() {}
        let full = state(&pupil);
        while pupil.undo() {}
        let nothing = state(&pupil);
        prop_assert!(nothing.marks.is_empty() && nothing.said.is_empty() && nothing.blanks.iter().all(Vec::is_empty));
        while pupil.redo() {}
        prop_assert_eq!(state(&pupil), full);
    }

    #[test]
    fn words_are_found_where_they_stand(text in texts(), a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
        let (a, b) = (boundary(&text, a.index(text.len() + 1)), boundary(&text, b.index(text.len() + 1)));
        if let Some(span) = whole_words(&text, Span::new(a.min(b), a.max(b))) {
            let words = &text[span.start..span.end];
            prop_assert!(!words.trim().is_empty() && words.trim() == words);
            let found = occurrences(&text, words);
            prop_assert!(found.contains(&span) || found.len() > 100, "{:?} {:?}", words, found);
        }
    }

    #[test]
    fn what_is_in_a_link_comes_back(work in works()) {
        let settled = Journal::of(work.journal.settled().entries().iter().map(|entry| Entry { at: entry.at / 60 * 60, ..entry.clone() }).collect());
        let expected = Saved { journal: settled, ..work.clone() };
        let own = link::open(&link::to_texts(&work).expect("small"), &Collection::default());
        let mut unframed = expected.clone();
        unframed.collection.framings.clear();
        prop_assert_eq!(own, Ok(Opened { saved: unframed, troubles: Vec::new() }));
        let corrections = link::open(&link::to_corrections(&work).expect("small"), &work.collection);
        prop_assert_eq!(corrections, Ok(Opened { saved: expected, troubles: Vec::new() }));
    }

    #[test]
    fn a_link_that_was_cut_off_says_nothing_that_was_not_said(work in works(), kept in any::<prop::sample::Index>()) {
        let whole = link::to_texts(&work).expect("small");
        let said = link::open(&whole, &Collection::default()).expect("whole").saved;
        let kept = kept.index(whole.len());
        if let Ok(opened) = link::open(&whole[..kept], &Collection::default()) {
            // One character more or less may carry no bit that counts.
            prop_assert!(!opened.troubles.is_empty() || whole.len() - kept <= 1);
            let Saved { collection, journal, .. } = opened.saved;
            prop_assert!(said.collection.articles.starts_with(&collection.articles));
            prop_assert!(said.journal.entries().starts_with(journal.entries()));
        }
    }

    #[test]
    fn any_text_is_a_link_or_none(noise in any::<String>(), work in works(), flips in prop::collection::vec((any::<prop::sample::Index>(), "[A-Za-z0-9_-]{0,2}"), 1..4)) {
        let at_hand = work.collection.clone();
        let _ = link::open(&noise, &at_hand);
        let mut link = link::to_corrections(&work).expect("small");
        for (at, with) in flips {
            let at = at.index(link.len());
            link.replace_range(at..=at, &with);
            if link.is_empty() { break }
        }
        if let Ok(opened) = link::open(&link, &at_hand) {
            let program = compare(&opened.saved.collection);
            check_corrected(&opened.saved.collection, &apply(&opened.saved.collection, &program, &opened.saved.journal))?;
        }
    }

    #[test]
    fn any_body_behind_a_right_checksum_is_read_or_refused(body in prop::collection::vec(prop_oneof![4 => 0..24u8, 1 => any::<u8>()], 0..200), kind in 1..3u8, at_hand in collections()) {
        let body = [&[kind][..], &body].concat();
        let opened = link::open(&link::sealed(&body).expect("small"), &at_hand);
        if let Ok(opened) = opened {
            let program = compare(&opened.saved.collection);
            check_corrected(&opened.saved.collection, &apply(&opened.saved.collection, &program, &opened.saved.journal))?;
        }
    }

    #[test]
    fn any_bytes_are_squeezed_and_come_back(bytes in prop::collection::vec(any::<u8>(), 0..300), text in texts(), kept in any::<prop::sample::Index>()) {
        for bytes in [&bytes[..], text.as_bytes()] {
            let few = squeeze(bytes);
            prop_assert_eq!(expand(&few, bytes.len()), bytes);
            let kept = kept.index(few.len() + 1);
            prop_assert!(bytes.starts_with(&expand_cut(&few[..kept], bytes.len())));
        }
    }

    #[test]
    fn any_bytes_are_a_text_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), text in texts(), md in any::<bool>()) {
        let name = if md { "a.md" } else { "a.txt" };
        for bytes in [&bytes[..], text.as_bytes()] {
            if let Ok(read) = source::read(name, bytes) {
                let text = &read.article.text;
                prop_assert!(!text.trim().is_empty() && text.len() <= LONGEST_TEXT);
                prop_assert!(!text.contains(|c: char| c.is_ascii_control() && c != '\n' && c != '\t'));
            }
        }
        let _ = source::paste("x", &text);
        let _ = markdown::to_text(&text);
    }

    #[test]
    fn any_markdown_is_a_text(text in prop::collection::vec(prop::sample::select(vec!["[", "]", "(", ")", "*", "_", "`", "```", "\n", "\n\n", "# ", "> ", "|", "---", "!", "\\", "<", ">", "&amp;", "&", "~~", "é", "27", " ", "- ", "1. ", "[^1]", "]: x"]), 0..40)) {
        let text = text.concat();
        prop_assert!(markdown::to_text(&text).len() <= text.len() * 2 + 2);
    }

    #[test]
    fn any_tree_has_a_text(nodes in prop::collection::vec((prop::option::of(0..60usize), prop::sample::select(vec!["", "", "p", "div", "a", "h1", "nav", "article", "br", "script", "body"]), prop::sample::select(vec!["", "nav", "content"]), texts()), 0..40)) {
        let node = |(parent, tag, hint, text): (Option<usize>, &str, &str, String)| Node { parent, tag: tag.to_owned(), hint: hint.to_owned(), text };
        let page = Page { nodes: nodes.into_iter().map(node).collect(), ..Page::default() };
        let _ = source::page("x", &page);
    }

    #[test]
    fn whatever_is_selected_has_a_proposal(text in texts(), a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
        let article = Article { id: "A".to_owned(), text, ..Article::default() };
        let (a, b) = (a.index(article.text.len() + 1), b.index(article.text.len() + 1));
        let selection = Span::new(a.min(b), a.max(b));
        if let Some(claim) = proposal(&article, selection) {
            prop_assert!(article.text.get(claim.quote.start..claim.quote.end).is_some());
            prop_assert!(claim.quote.overlaps(selection) && claim.phrase.contains(claim.quote));
        }
    }

    #[test]
    fn exports_have_one_entry_a_figure(work in works()) {
        let corrected = apply(&work.collection, &compare(&work.collection), &work.journal);
        let kept = corrected.provenances.iter().flatten().filter(|source| !source.struck).count();
        let table = csv(&work.collection, &corrected);
        let mut reader = ::csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
        prop_assert_eq!(reader.records().flatten().count(), kept);
        let page: serde_json::Value = serde_json::from_str(&annotations(&work.collection, &corrected, Words::ENGLISH)).expect("JSON");
        prop_assert_eq!(page["items"].as_array().map(Vec::len), Some(kept));
        let settled = corrected.settled();
        prop_assert_eq!(settled.readings.iter().map(|reading| reading.claims.len()).sum::<usize>(), kept);
    }
}

#[test]
fn an_addition_that_was_taken_back_changes_no_correction_before_it() {
    let article = Article { id: "A".to_owned(), text: "A".to_owned(), ..Article::default() };
    let (nothing, figure) = (Anchor::of(&article, Span::new(0, 0)), Anchor::of(&article, Span::new(0, 1)));
    let collection = Collection { articles: vec![article], ..Collection::default() };
    let program = compare(&collection);
    let mut journal = Journal::default();
    journal.push(Entry::new("", 0, Change::relate(nothing, figure.clone(), Relation::Scope, "")));
    let before = apply(&collection, &program, &journal);
    journal.push(Entry::new("", 0, Change::add(figure, Setting::default())));
    journal.undo();
    assert_eq!(apply(&collection, &program, &journal), before);
}

#[test]
fn an_anchor_tells_a_sentence_from_its_repetition() {
    let text = "Some 20 were hurt, and 5 more were taken away on Friday.\n\n".repeat(2);
    let article = Article { id: "A".to_owned(), text: text.clone(), ..Article::default() };
    let second = text.rfind(',').expect("a comma");
    let anchor = Anchor::of(&article, Span::new(second, second + 1));
    let moved = format!("{}a\n{text}", "a ".repeat(28));
    assert_eq!(anchor.find(&moved).map(|span| span.start), Some(second + moved.len() - text.len()));
}

#[test]
fn a_journal_never_grows_beyond_its_limit() {
    let mut journal = Journal::default();
    while journal.push(Entry::new("", 0, Change::note(Vec::new(), ""))) {}
    assert_eq!(journal.entries().len(), countercheck::work::journal::MOST_ENTRIES);
    assert!(journal.entries().iter().all(|entry| entry.standing == Standing::Done && entry.change.act == Act::Note));
}
