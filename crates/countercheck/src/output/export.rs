//! What leaves for other programs: a table for spreadsheets, annotations for archives. Both say what the user sees; struck
//! figures are left out.
//!
//! The report is in [`report`](mod@crate::output::report), drawings are in [`drawing`](crate::output::drawing).

use crate::collection::{Article, Collection};
use crate::comparing::wording;
use crate::comparing::{Alignment, ClaimKey, Comparison};
use crate::json::Json;
use crate::output::report::CodePoints;
use crate::reading::claim::Claim;
use crate::reading::date::{Basis, PartialDate};
use crate::reading::decimal::Decimal;
use crate::reading::interval::End;
use crate::reading::language::Language;
use crate::reading::text::fold;
use crate::reading::text::percent::encoded;
use crate::words::Words;
use crate::work::journal::{Anchor, Corrected};

/// The columns of the table.
pub const COLUMNS: [&str; 31] = [
    "id",
    "source",
    "outlet",
    "title",
    "text_date",
    "language",
    "figure",
    "phrase",
    "kind",
    "value",
    "low",
    "low_open",
    "high",
    "high_open",
    "qualifier",
    "unit",
    "counted",
    "measure",
    "who",
    "via",
    "as_of",
    "as_of_basis",
    "from",
    "to",
    "quantity",
    "quantity_id",
    "widest_relation",
    "state",
    "start",
    "end",
    "sentence",
];

/// One row a figure, as comma-separated values (RFC 4180). It begins with the mark by which spreadsheets know UTF-8.
/// Words that a spreadsheet would take for a formula get an apostrophe before them.
pub fn csv(collection: &Collection, corrected: &Corrected) -> String {
    let mut table = Table::new();
    for column in COLUMNS {
        table.plain(column, column);
    }
    table.end_row();
    each_figure(collection, corrected, |article, place, points| figure(&mut table, article, corrected, place, points));
    table.text
}

/// Hands on every figure that is not struck, with its row and the code points of its text, in the order of the texts.
fn each_figure<'c>(
    collection: &'c Collection,
    corrected: &'c Corrected,
    mut take: impl FnMut(&'c Article, Placed<'c>, &CodePoints),
) {
    let row_of = corrected.comparison.row_of();
    for (index, article) in collection.articles.iter().enumerate() {
        let points = CodePoints::of(&article.text);
        for (claim, row) in row_of[index].iter().enumerate() {
            let key = ClaimKey { article: index, claim };
            if !corrected.provenance(key).struck {
                take(article, (key, row.map(|row| &corrected.comparison.alignments[row])), &points);
            }
        }
    }
}

/// A figure and the row that it stands in.
type Placed<'c> = (ClaimKey, Option<&'c Alignment>);

fn figure(table: &mut Table, article: &Article, corrected: &Corrected, (key, row): Placed, points: &CodePoints) {
    let comparison = &corrected.comparison;
    let claim = comparison.claim(key);
    let text = &article.text;
    let relations = row.iter().flat_map(|row| &row.pairs).filter(|pair| pair.a == key || pair.b == key);
    let widest = relations.map(|pair| pair.relation).max();
    let date = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let by = claim.attribution.as_ref();
    table.words("id", &claim.id);
    table.words("source", &article.id);
    table.words("outlet", article.publisher.as_deref().unwrap_or_default());
    table.words("title", article.title.as_deref().unwrap_or_default());
    table.plain("text_date", &date(article.date));
    table.plain("language", comparison.readings[key.article].language.code());
    table.words("figure", &wording::figure(text, claim));
    table.words("phrase", &wording::phrase(text, claim));
    amount(table, claim);
    table.words("who", by.map_or("", |by| &by.text));
    table.words("via", &by.map_or(String::new(), |by| by.via.join("; ")));
    table.plain("as_of", &date(claim.period.as_of));
    table.plain("as_of_basis", basis(claim));
    table.plain("from", &date(claim.period.from));
    table.plain("to", &date(claim.period.to));
    table.words("quantity", &row.map_or(String::new(), |row| row.label.text(Language::English)));
    table.words("quantity_id", row.map_or("", |row| &row.id));
    table.plain("widest_relation", widest.map_or("", |relation| relation.code()));
    table.plain("state", state(corrected, key));
    table.plain("start", &points.at(claim.quote.start).to_string());
    table.plain("end", &points.at(claim.quote.end).to_string());
    table.words("sentence", &fold::one_line(claim.sentence.of(text)));
    table.end_row();
}

/// What sort of figure it is, how much, and of what.
fn amount(table: &mut Table, claim: &Claim) {
    let number = |end: Option<f64>| end.map(|value| Decimal::of(value).to_string()).unwrap_or_default();
    let open = |end: End| if end.value().is_none() { "" } else { flag(end.is_open()) };
    table.plain("kind", claim.kind.code());
    table.plain("value", &number(claim.value));
    table.plain("low", &number(claim.interval.low.value()));
    table.plain("low_open", open(claim.interval.low));
    table.plain("high", &number(claim.interval.high.value()));
    table.plain("high_open", open(claim.interval.high));
    table.plain("qualifier", claim.hedge.map_or("", |hedge| hedge.effect.code()));
    table.words("unit", claim.unit.as_deref().unwrap_or_default());
    table.words("counted", &fold::one_line(&claim.counted));
    table.plain("measure", claim.measure.unwrap_or_default());
}

fn basis(claim: &Claim) -> &'static str {
    match claim.period.basis {
        Basis::Text => "text",
        Basis::Article => "article",
        Basis::None => "none",
    }
}

fn flag(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}

/// Where a figure comes from.
fn state(corrected: &Corrected, key: ClaimKey) -> &'static str {
    let source = corrected.provenance(key);
    match source.program {
        None => "added",
        Some(_) if source.entries.is_empty() => "program",
        Some(_) => "edited",
    }
}

/// A table as it is being written.
struct Table {
    text: String,
    /// Cells of the row so far.
    cells: usize,
}

impl Table {
    fn new() -> Self {
        Self { text: "\u{feff}".to_owned(), cells: 0 }
    }

    /// A value of our own making in the next column, whose name it has: a number, a date, a code.
    fn plain(&mut self, column: &str, value: &str) {
        debug_assert_eq!(COLUMNS.get(self.cells), Some(&column));
        self.put(value);
    }

    /// Words that come from outside, likewise.
    fn words(&mut self, column: &str, words: &str) {
        debug_assert_eq!(COLUMNS.get(self.cells), Some(&column));
        let formula = words.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '|'])
            || words.starts_with(['\t', '\r', '\n']);
        let quoted = words.contains(['"', ',', ';', '\t', '\n', '\r', '\u{feff}']);
        let mut value = String::from(if formula { "'" } else { "" });
        value.push_str(&words.replace('"', "\"\""));
        if quoted { self.put(&format!("\"{value}\"")) } else { self.put(&value) }
    }

    fn put(&mut self, cell: &str) {
        if self.cells > 0 {
            self.text.push(',');
        }
        self.text.push_str(cell);
        self.cells += 1;
    }

    fn end_row(&mut self) {
        self.text.push_str("\r\n");
        self.cells = 0;
    }
}

/// The figures as annotations of the W3C's model: a page of them, each with a quote and a position that find its place
/// again. Positions count Unicode code points.
pub fn annotations(collection: &Collection, corrected: &Corrected, words: Words) -> String {
    let mut json = Json::default();
    json.open('{').key("@context").text("http://www.w3.org/ns/anno.jsonld");
    json.key("id").text("urn:countercheck:annotations").key("type").text("AnnotationPage");
    json.maybe("label", Some(collection.title.as_str()).filter(|title| !title.is_empty()));
    json.key("items").open('[');
    each_figure(collection, corrected, |article, place, points| {
        annotation(&mut json, article, &corrected.comparison, place, (words, points));
    });
    json.close(']').close('}');
    json.done()
}

fn annotation(
    json: &mut Json,
    article: &Article,
    comparison: &Comparison,
    (key, row): Placed,
    (words, points): (Words, &CodePoints),
) {
    let claim = comparison.claim(key);
    let anchor = Anchor::of(article, claim.quote);
    json.open('{').key("id").text(&format!("urn:countercheck:figure:{}", encoded(&claim.id)));
    json.key("type").text("Annotation").key("motivation").text("describing").key("body").open('[');
    body(json, "describing", &wording::triple(words, article, claim), words);
    if let Some(row) = row {
        body(json, "tagging", &row.label.text(words.language()), words);
    }
    json.close(']').key("target").open('{');
    json.key("source").text(&format!("urn:countercheck:text:{}", encoded(&article.id)));
    json.key("selector").open('[').open('{').key("type").text("TextQuoteSelector");
    json.key("exact").text(&anchor.quote).key("prefix").text(&anchor.prefix).key("suffix").text(&anchor.suffix);
    json.close('}').open('{').key("type").text("TextPositionSelector");
    json.key("start").number(points.at(claim.quote.start) as u64);
    json.key("end").number(points.at(claim.quote.end) as u64).close('}').close(']').close('}').close('}');
}

fn body(json: &mut Json, purpose: &str, value: &str, words: Words) {
    json.open('{').key("type").text("TextualBody").key("purpose").text(purpose).key("format").text("text/plain");
    json.key("language").text(words.language().code()).key("value").text(value).close('}');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparing::compare;
    use crate::shipped;
    use crate::work::journal::{Change, Entry, Journal, apply};

    fn shipped() -> (Collection, Corrected) {
        let collection = shipped::collection();
        let found = compare(&collection);
        let corrected = apply(&collection, &found, &Journal::default());
        (collection, corrected)
    }

    #[test]
    fn the_table_has_a_row_a_figure() {
        let (collection, corrected) = shipped();
        let csv = csv(&collection, &corrected);
        let mut reader = ::csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), COLUMNS);
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        let figures: usize = corrected.comparison.readings.iter().map(|reading| reading.claims.len()).sum();
        assert_eq!(rows.len(), figures);
        let column = |name: &str| COLUMNS.iter().position(|column| *column == name).unwrap();
        let held = rows.iter().find(|row| &row[column("figure")] == "approximately 2,400").unwrap();
        assert_eq!((&held[column("value")], &held[column("low")], &held[column("state")]), ("2400", "2350", "program"));
        for row in &rows {
            let article = collection.articles.iter().find(|article| article.id == row[column("source")]).unwrap();
            let (start, end) = (row[column("start")].parse().unwrap(), row[column("end")].parse::<usize>().unwrap());
            let quote: String = article.text.chars().take(end).skip(start).collect();
            assert!(fold::one_line(&row[column("sentence")]).contains(&fold::one_line(&quote)));
        }
    }

    #[test]
    fn no_cell_is_a_formula() {
        let text = "=HYPERLINK(\"http://x\") said 5 people, \"more\" died.\n-2 people came.\n@SUM told 7 people.";
        let article = Article {
            id: "A".to_owned(),
            title: Some("=1+1".to_owned()),
            publisher: Some("\t@x".to_owned()),
            text: text.to_owned(),
            ..Article::default()
        };
        let collection = Collection { articles: vec![article], ..Collection::default() };
        let corrected = apply(&collection, &compare(&collection), &Journal::default());
        let csv = csv(&collection, &corrected);
        let mut reader = ::csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes());
        let mut count = 0;
        for record in reader.records() {
            for cell in record.unwrap().iter().filter(|cell| cell.parse::<f64>().is_err()) {
                assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell}");
            }
            count += 1;
        }
        assert_eq!(count, corrected.comparison.readings[0].claims.len());
    }

    #[test]
    fn cells_come_back_from_any_reader() {
        let cells = ["a\u{feff}", "b\tc", "d;e", "f,g", "h\ni\r", "\"j\"", "", "k"];
        let mut table = Table::new();
        cells.iter().zip(COLUMNS).for_each(|(cell, column)| table.words(column, cell));
        table.end_row();
        let text = table.text.trim_start_matches('\u{feff}');
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        assert_eq!(row.iter().collect::<Vec<_>>(), cells);
        // Some spreadsheets part cells at tabs and semicolons.
        assert!(text.contains("\"b\tc\"") && text.contains("\"d;e\""), "{text}");
    }

    #[test]
    fn annotations_find_every_figure_again() {
        let (collection, corrected) = shipped();
        let page: serde_json::Value =
            serde_json::from_str(&annotations(&collection, &corrected, Words::ENGLISH)).unwrap();
        assert_eq!(
            (&page["@context"], &page["type"]),
            (&"http://www.w3.org/ns/anno.jsonld".into(), &"AnnotationPage".into())
        );
        let items = page["items"].as_array().unwrap();
        let mut found = 0;
        for item in items {
            assert_eq!((&item["type"], &item["body"][0]["type"]), (&"Annotation".into(), &"TextualBody".into()));
            let source = item["target"]["source"].as_str().unwrap();
            let article =
                collection.articles.iter().find(|article| source.ends_with(&format!(":{}", article.id))).unwrap();
            let [quote, place] = [0, 1].map(|index| &item["target"]["selector"][index]);
            let [exact, prefix, suffix] = ["exact", "prefix", "suffix"].map(|key| quote[key].as_str().unwrap());
            let at: Vec<usize> = article
                .text
                .match_indices(&format!("{prefix}{exact}{suffix}"))
                .map(|(at, _)| at + prefix.len())
                .collect();
            let points = |at: usize| article.text[..at].chars().count() as u64;
            let start = place["start"].as_u64().unwrap();
            assert_eq!(place["end"].as_u64().unwrap(), start + exact.chars().count() as u64);
            // A sentence that is printed twice is told apart by its position.
            assert!(at.iter().any(|&at| points(at) == start), "{exact}");
            found += usize::from(at.len() == 1);
        }
        let figures: usize = corrected.comparison.readings.iter().map(|reading| reading.claims.len()).sum();
        assert_eq!(items.len(), figures);
        // Of the shipped texts, one prints a passage twice.
        assert!(found * 5 > figures * 4, "{found} of {figures} by their words alone");
    }

    #[test]
    fn names_of_things_stay_apart() {
        assert_eq!(["A.7", "A.+1", "É", "Ñ", "a b"].map(encoded), ["A.7", "A.%2B1", "%C3%89", "%C3%91", "a%20b"]);
    }

    #[test]
    fn what_is_struck_is_left_out_and_what_is_added_is_named() {
        let (collection, before) = shipped();
        let found = compare(&collection);
        let anchor = Anchor::of(&collection.articles[0], found.readings[0].claims[0].quote);
        let mut journal = Journal::default();
        journal.push(Entry::new("", 0, Change::strike(anchor)));
        let corrected = apply(&collection, &found, &journal);
        assert_eq!(csv(&collection, &corrected).lines().count() + 1, csv(&collection, &before).lines().count());
        let page = annotations(&collection, &corrected, Words::ENGLISH);
        assert!(!page.contains("figure:A.1\"") && page.contains("figure:A.2\""));
    }
}
