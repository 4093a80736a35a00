//! Inputs that somebody might send on purpose, and what happens to them. One line each: what, and the outcome.

use std::time::{Duration, Instant};

use countercheck::collection::{Article, Collection};
use countercheck::intake::extract::{Node, Page};
use countercheck::intake::{markdown, source};
use countercheck::output::export::{annotations, csv};
use countercheck::output::{column, drawing, qr};
use countercheck::reading::text::Span;
use countercheck::words::Words;
use countercheck::work::journal::{Act, Anchor, Change, Entry, Journal, apply};
use countercheck::work::saved::Saved;
use countercheck::work::{link, saved};
use countercheck::{compare, shipped};

/// Far more than any of them takes, even without optimisation and beside other work.
const LONGEST: Duration = Duration::from_mins(1);

fn file(name: &str, bytes: &[u8]) -> String {
    match source::read(name, bytes) {
        Ok(read) => {
            let said: Vec<String> = read.troubles.iter().map(|trouble| trouble.sentence(Words::ENGLISH)).collect();
            format!("read {} bytes. {}", read.article.text.len(), said.join(" ")).trim_end().to_owned()
        }
        Err(trouble) => trouble.sentence(Words::ENGLISH),
    }
}

fn pasted(text: &str) -> String {
    source::paste("The text", text).map_or_else(
        |trouble| trouble.sentence(Words::ENGLISH),
        |read| format!("{} figures", countercheck::reading::claim::read(&read.article).claims.len()),
    )
}

fn summed(text: &str) -> String {
    let article = Article { text: text.to_owned(), ..Article::default() };
    let comparison = compare(&Collection { articles: vec![article], ..Collection::default() });
    format!("{} checks", comparison.checks.len())
}

/// The text as a column, a mark on each of its lines.
fn columns(text: &str) -> String {
    let starts = text.match_indices('2').map(|(start, _)| start);
    let marks: Vec<Span> = starts.map(|start| Span::new(start, start + 7)).collect();
    format!("{} paragraphs", column::paragraphs(text, None, &marks, &marks).len())
}

fn import(json: &str) -> String {
    let read = saved::check(json).and_then(|()| match serde_json::from_str::<serde_json::Value>(json) {
        Ok(value) => saved::read(&value),
        Err(_) => Err(countercheck::trouble::Trouble::new(countercheck::words::Key::SavedForeign)),
    });
    match read {
        Ok(opened) => {
            let journal = &opened.saved.journal;
            let known = journal.entries().iter().filter(|entry| entry.change.act != Act::Unknown).count();
            let program = compare(&opened.saved.collection);
            let lost = apply(&opened.saved.collection, &program, journal).orphans.len();
            format!(
                "{} texts, {known} of {} corrections, {lost} without effect",
                opened.saved.collection.articles.len(),
                journal.entries().len()
            )
        }
        Err(trouble) => trouble.sentence(Words::ENGLISH),
    }
}

/// What a file becomes when it is read and written again.
fn again(json: &str) -> String {
    let value = serde_json::from_str::<serde_json::Value>(json).expect("JSON");
    saved::write(&saved::read(&value).expect("a collection").saved)
}

fn opened(text: &str) -> String {
    match link::open(text, &shipped::collection()) {
        Ok(opened) => format!(
            "{} texts, {} corrections",
            opened.saved.collection.articles.len(),
            opened.saved.journal.entries().len()
        ),
        Err(trouble) => trouble.sentence(Words::ENGLISH),
    }
}

fn with_journal(entry: &str, times: usize) -> String {
    let journal = vec![entry; times].join(",");
    format!(r#"{{"articles":[{{"id":"A","text":"At least 27 people were killed."}}],"journal":[{journal}]}}"#)
}

/// Two texts about one quantity; the words stand in the titles, too.
fn two(text: &str) -> Collection {
    let article = |id: &str, before: &str| Article {
        id: id.to_owned(),
        title: Some(text.to_owned()),
        text: format!("{before} 27 people were killed in the fire.\n\n{text}"),
        ..Article::default()
    };
    let articles = vec![article("A", "At least"), article("B", "More than")];
    Collection { title: text.to_owned(), articles, ..Collection::default() }
}

/// Everything that leaves the program for a collection whose quantity somebody gave a name.
fn exported(text: &str) -> String {
    let collection = two(text);
    let found = compare(&collection);
    let mut journal = Journal::default();
    let figure = Anchor::of(&collection.articles[0], found.readings[0].claims[0].quote);
    journal.push(Entry::new(text, 0, Change::rename(figure, text)));
    let corrected = apply(&collection, &found, &journal);
    let rows = corrected.comparison.alignments.iter();
    let drawings =
        rows.filter_map(|row| drawing::number_line_svg(&collection, &corrected.comparison, row, Words::ENGLISH));
    let saved = saved::write(&Saved { collection: collection.clone(), ..Saved::default() });
    let all = [csv(&collection, &corrected), annotations(&collection, &corrected, Words::ENGLISH), saved];
    all.into_iter().chain(drawings).collect()
}

fn tree(depth: usize, parent: impl Fn(usize) -> Option<usize>) -> String {
    let mut nodes: Vec<Node> =
        (0..depth).map(|index| Node { parent: parent(index), tag: "div".to_owned(), ..Node::default() }).collect();
    nodes.push(Node {
        parent: Some(depth - 1),
        text: "At least 27 people were killed in it.".to_owned(),
        ..Node::default()
    });
    Page { nodes, ..Page::default() }.text()
}

type Case = (&'static str, fn() -> String, &'static str);

const FOREIGN: &str = "This is not a link of Countercheck.";
const NO_COLLECTION: &str = "This is not a collection saved by Countercheck.";

#[rustfmt::skip]
const CASES: [Case; 45] = [
    ("a paste of 50 MB", || pasted(&"27 dead. ".repeat(5_600_000)), "Text The text is longer than 2 MB."),
    ("a file of 50 MB", || file("x.txt", &vec![b'x'; 50_000_000]), "Text x.txt is longer than 2 MB."),
    ("nothing", || file("x.txt", b""), "x.txt holds no text."),
    ("white space of every sort", || pasted(" \n\t\u{a0}\u{2003}\u{feff}"), "The text holds no text."),
    ("a picture called a text", || file("x.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0"), "x.txt is not a text file."),
    ("a document called a text", || file("x.md", b"PK\x03\x04\x14\0\x06\0[Content_Types].xml"), "x.md is not a text file, but a document of another program; copy its text and paste it."),
    ("half a surrogate", || file("x.txt", &[0xff, 0xfe, 0x32, 0, 0x37, 0, 0, 0xd8]), "read 5 bytes. x.txt held characters that cannot be shown; they were left out or replaced by “�”."),
    ("UTF-16 with an odd byte", || file("x.txt", &[0xfe, 0xff, 0, 0x32, 0, 0x37, 0]), "x.txt is not a text file."),
    ("broken UTF-8", || file("x.txt", "señor, año, niño, baño, 27 muertos \u{ff}".as_bytes().iter().chain(b"\xc3").copied().collect::<Vec<u8>>().as_slice()), "read 44 bytes. x.txt held characters that cannot be shown; they were left out or replaced by “�”."),
    ("Windows-1252", || file("x.txt", b"27 muertos en el a\xf1o \x932024\x94"), "read 32 bytes. x.txt is not in UTF-8; it was read as Windows-1252, so look whether its accents are right."),
    ("nothing but NULs", || file("x.txt", &[0; 4096]), "x.txt is not a text file."),
    ("NULs between words", || pasted("At least\0 27\0 people were killed."), "1 figures"),
    ("right-to-left text and marks that turn it", || pasted("\u{202e}قُتل 27 شخصا\u{202c} and 5 people"), "2 figures"),
    ("10,000 figures", || pasted(&"27 dead, ".repeat(10_000)), "10000 figures"),
    ("a hundred thousand events in a row", || pasted(&"fire ".repeat(100_000)), "0 figures"),
    ("10,000 speakers behind a cue", || pasted(&["According to Bob, ", &"Al said 5 ".repeat(10_000)].concat()), "10000 figures"),
    ("10,000 more on top", || summed(&["27 died. ", &"5 more died. ".repeat(10_000)].concat()), "64 checks"),
    ("50,000 lines with a figure each", || columns(&"27 dead\n".repeat(50_000)), "50000 paragraphs"),
    ("a line of half a million letters", || pasted(&"x".repeat(500_000)), "0 figures"),
    ("half a million digits", || pasted(&"9".repeat(500_000)), "0 figures"),
    ("a hundred thousand accents on one letter", || pasted(&format!("e{} 27 dead", "\u{301}".repeat(100_000))), "1 figures"),
    ("a hundred thousand open brackets in Markdown", || markdown::to_text(&"[".repeat(100_000)).len().to_string(), "100000"),
    ("a script in title and text", || exported("<script>alert(1)</script> 27 killed").contains("<script>").to_string(), "true"),
    ("a script in what is put into a page", || { let json = saved::write(&Saved { collection: two("</script><script>alert(1)//<!--"), ..Saved::default() }); json.contains('<').to_string() }, "false"),
    ("markup in corrections that a newer program wrote", || again(&with_journal(r#"{"do":"x","y":"</script><h1>"}"#, 1)).contains('<').to_string(), "false"),
    ("markup in acts of a pupil that a newer program wrote", || again(r#"{"articles":[{"id":"A","text":"27"}],"pupil":{"topics":[],"acts":[{"do":"</script><h1>"}]}}"#).contains('<').to_string(), "false"),
    ("formulas in title and text", || exported("=HYPERLINK(1) 27 killed").lines().any(|line| line.starts_with('=') || line.contains(",=")).to_string(), "false"),
    ("a hundred thousand elements inside each other", || tree(100_000, |index| index.checked_sub(1)), "At least 27 people were killed in it."),
    ("elements that hold each other", || tree(3, |index| Some((index + 1) % 3)), "At least 27 people were killed in it."),
    ("a list nested a hundred thousand times", || import(&format!("{{\"articles\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000))), NO_COLLECTION),
    ("a file that is cut off", || import(r#"{"articles":[{"id":"A","text":"At lea"#), "The saved collection is cut off: its end is missing."),
    ("a report in place of a collection", || import(r#"{"format":"countercheck-report/1","articles":[]}"#), NO_COLLECTION),
    ("names that objects have in JavaScript", || import(r#"{"__proto__":{"articles":[]},"constructor":1,"articles":[{"id":"__proto__","text":"27 dead"}]}"#), "1 texts, 0 of 0 corrections, 0 without effect"),
    ("numbers that no computer holds", || import(&with_journal(r#"{"do":"strike","at":1e300,"figures":[{"article":"A","quote":"27","prefix":"At least ","suffix":" people","start":-5}]}"#, 1)), "1 texts, 1 of 1 corrections, 0 without effect"),
    ("twenty thousand corrections", || import(&with_journal(r#"{"do":"note","words":"x"}"#, 20_000)), "A saved collection holds at most 10000 corrections, and as many steps of a pupil."),
    ("twenty thousand steps of a pupil", || import(&format!(r#"{{"articles":[{{"id":"A","text":"27"}}],"pupil":{{"acts":[{}]}}}}"#, vec![r#"{"do":"shown"}"#; 20_000].join(","))), "A saved collection holds at most 10000 corrections, and as many steps of a pupil."),
    ("corrections that take themselves and later ones back", || import(&with_journal(r#"{"do":"withdraw","entry":0},{"do":"withdraw","entry":9007199254740991}"#, 1)), "1 texts, 2 of 2 corrections, 0 without effect"),
    ("a quotation of a megabyte", || import(&with_journal(&format!(r#"{{"do":"strike","figures":[{{"article":"A","quote":"{}"}}]}}"#, "2".repeat(1_000_000)), 1)), "1 texts, 0 of 1 corrections, 1 without effect"),
    ("a quantity of ten thousand figures", || import(&with_journal(&format!(r#"{{"do":"split","figures":[{}]}}"#, vec![r#"{"article":"A","quote":"27"}"#; 10_000].join(",")), 1)), "1 texts, 0 of 1 corrections, 1 without effect"),
    ("a relation that does not exist", || import(&with_journal(r#"{"do":"relate","relation":"love","figures":[]}"#, 1)), "1 texts, 0 of 1 corrections, 1 without effect"),
    ("a link that claims to be huge", || opened("Af____9___8f_____w"), FOREIGN),
    ("a link that would unpack to megabytes", || { let bomb = link::sealed(&[0; 60_000]).expect("small"); format!("{} characters: {}", bomb.len() < 100, opened(&bomb)) }, "true characters: This link was made with a newer version of Countercheck; open it there."),
    ("a link that says it has a billion texts", || opened(&link::sealed(&[2, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 3]).expect("small")), "This link was made with a newer version of Countercheck; open it there."),
    ("a link that says it has a billion corrections", || opened(&link::sealed(&[1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 3]).expect("small")), "5 texts, 0 corrections"),
    ("a link that is too long for a code", || qr::path(&"x".repeat(5_000)).is_none().to_string(), "true"),
];

#[test]
fn hostile_inputs_do_no_harm() {
    let mut other = Vec::new();
    for (name, run, outcome) in CASES {
        let begin = Instant::now();
        let came = run();
        if came != outcome || begin.elapsed() > LONGEST {
            other.push(format!("{name}: {came} ({:?})", begin.elapsed()));
        }
    }
    assert!(other.is_empty(), "{other:#?}");
}

#[test]
fn a_script_is_markup_in_no_drawing_and_no_json() {
    let all = exported("<script>alert(1)</script> 27 killed");
    let svg = &all[all.find("<svg").expect("a drawing")..];
    assert!(!svg.contains("<script") && svg.contains("&lt;script"));
    let json = &all[all.find("{\"@context\"").expect("annotations")..all.find("<svg").expect("a drawing")];
    assert!(!json.contains('<'));
}

#[test]
fn corrections_to_a_text_of_one_word_repeated_find_their_place() {
    let article = Article { id: "A".to_owned(), text: "27 ".repeat(100_000), ..Article::default() };
    let anchor = Anchor::of(&article, Span::new(150_000, 150_002));
    let begin = Instant::now();
    assert_eq!(anchor.find(&article.text), Some(Span::new(150_000, 150_002)));
    let shorter = &article.text[..120_000];
    assert!(anchor.find(shorter).is_some());
    let mut journal = Journal::default();
    journal.push(Entry::new("", 0, Change::note(vec![anchor], "")));
    assert!(begin.elapsed() < LONGEST);
}

#[test]
fn thousands_of_quantities_of_one_name_are_told_apart() {
    let sentence = |number: usize| format!("{number} trees fell on street {number}.\n");
    let text: String = (1000..7_000).map(sentence).collect();
    let article = Article { id: "A".to_owned(), text, ..Article::default() };
    let figures = article.text.match_indices(" trees").map(|(end, _)| Anchor::of(&article, Span::new(end - 4, end)));
    let figures: Vec<Anchor> = figures.take(6_000).collect();
    let mut journal = Journal::default();
    for two in figures.chunks(2) {
        journal.push(Entry::new("", 0, Change::link(two[0].clone(), two[1].clone())));
    }
    let collection = Collection { articles: vec![article], ..Collection::default() };
    let program = compare(&collection);
    let begin = Instant::now();
    let rows = apply(&collection, &program, &journal).comparison.alignments;
    assert!(begin.elapsed() < LONGEST, "{:?}", begin.elapsed());
    let ids: std::collections::HashSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!((rows.len(), ids.len()), (3_000, 3_000));
}
