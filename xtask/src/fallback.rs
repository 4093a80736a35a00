//! The shipped collection as plain HTML, for readers whose browser runs no program: the question, the texts, and every
//! quantity with its figures and relations, made from the report of the library.

use std::collections::HashMap;
use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::root;
use crate::run::{cargo, quietly};

const COLLECTION: &str = "assets/articles/venezuela-2024";

/// The relations, nearest first: code and label.
const RELATIONS: [(&str, &str); 7] = [
    ("same", "Same figure"),
    ("rounded", "Agrees, rounded"),
    ("compatible", "Both can be true"),
    ("later", "Later count"),
    ("scope", "Counts something different"),
    ("unexplained", "Differ; the texts do not say why"),
    ("conflict", "Conflict"),
];

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `collection.json`.
#[derive(Deserialize)]
struct Manifest {
    title: String,
    question: String,
    content_note: String,
    articles: Vec<Source>,
}

#[derive(Deserialize)]
struct Source {
    id: String,
    publisher: Option<String>,
    date: String,
    #[serde(default)]
    date_is_earliest: bool,
}

/// The report of the library.
#[derive(Deserialize)]
struct Report {
    articles: Vec<Article>,
    alignments: Vec<Alignment>,
}

#[derive(Deserialize)]
struct Article {
    claims: Vec<Claim>,
}

#[derive(Deserialize)]
struct Claim {
    id: String,
    phrase: String,
    attribution: Option<Attribution>,
}

#[derive(Deserialize)]
struct Attribution {
    text: String,
}

#[derive(Deserialize)]
struct Alignment {
    label: String,
    members: Vec<String>,
    pairs: Vec<Pair>,
}

#[derive(Deserialize)]
struct Pair {
    relation: String,
}

/// Claims by their address.
type Claims<'a> = HashMap<&'a str, &'a Claim>;

/// Reads the shipped collection and writes it as HTML.
///
/// # Errors
/// Fails when the library does not compile or its report is no report.
pub(crate) fn write() -> Result<String> {
    let manifest = fs::read_to_string(root().join(COLLECTION).join("collection.json"))?;
    let manifest: Manifest = serde_json::from_str(&manifest).context("collection.json is not as expected")?;
    let report = report()?;
    Ok(html(&manifest, &report))
}

fn report() -> Result<Report> {
    let mut command = cargo(&["run", "--quiet", "--no-default-features", "--example", "report", "--", COLLECTION]);
    serde_json::from_str(&quietly(&mut command)?).context("the report is not as expected")
}

fn html(manifest: &Manifest, report: &Report) -> String {
    let claims: Claims =
        report.articles.iter().flat_map(|a| &a.claims).map(|claim| (claim.id.as_str(), claim)).collect();
    let sources: String = manifest.articles.iter().map(source).collect();
    let rows: String = report.alignments.iter().map(|quantity| row(quantity, &manifest.articles, &claims)).collect();
    format!(
        "<h2>{}</h2>\n<p>{}</p>\n<p>{}</p>\n\
         <table>\n<thead><tr><th scope=\"col\">Quantity</th>{sources}<th scope=\"col\">How the figures relate</th></tr></thead>\n\
         <tbody>\n{rows}</tbody>\n</table>",
        escape(&manifest.title),
        escape(&manifest.question),
        escape(&manifest.content_note)
    )
}

fn source(source: &Source) -> String {
    let outlet = source.publisher.as_deref().unwrap_or("Outlet not named");
    let later = if source.date_is_earliest { " or later" } else { "" };
    format!("<th scope=\"col\">{}: {}, {}{later}</th>", escape(&source.id), escape(outlet), day(&source.date))
}

fn row(quantity: &Alignment, sources: &[Source], claims: &Claims) -> String {
    let cells: String = sources.iter().map(|source| cell(quantity, source, claims)).collect();
    let label = escape(&quantity.label);
    format!("<tr><th scope=\"row\">{label}</th>{cells}<td>{}</td></tr>\n", relations(&quantity.pairs))
}

fn cell(quantity: &Alignment, source: &Source, claims: &Claims) -> String {
    let prefix = format!("{}.", source.id);
    let members = quantity.members.iter().filter(|id| id.starts_with(&prefix));
    let figures: Vec<String> = members.filter_map(|id| claims.get(id.as_str())).map(|claim| figure(claim)).collect();
    let text = if figures.is_empty() { "Silent".into() } else { figures.join("<br>") };
    format!("<td data-letter=\"{}\">{text}</td>", escape(&source.id))
}

fn figure(claim: &Claim) -> String {
    let who = claim.attribution.as_ref().map_or("no one named", |attribution| &attribution.text);
    format!("{} ({})", escape(&claim.phrase), escape(who))
}

/// The relations of a quantity's pairs, each once, nearest first.
fn relations(pairs: &[Pair]) -> String {
    let found = RELATIONS.iter().filter(|(code, _)| pairs.iter().any(|pair| pair.relation == *code));
    found.map(|(_, label)| *label).collect::<Vec<_>>().join("; ")
}

/// `2024-09-20` as `20 Sep 2024`; parts that are missing stay away.
fn day(date: &str) -> String {
    let mut parts = date.split('-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?));
    let day = parts.next().map(|day| day.trim_start_matches('0'));
    [day, month.copied(), Some(year)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = r#"{
        "articles": [
            { "id": "A", "claims": [{ "id": "A.1", "phrase": "at least 27 deaths", "attribution": { "text": "<officials>" } }] },
            { "id": "B", "claims": [{ "id": "B.1", "phrase": "28 dead", "attribution": null }] } ],
        "alignments": [ { "label": "Deaths", "members": ["A.1", "B.1"], "pairs": [{ "relation": "compatible" }] } ] }"#;

    fn manifest() -> Manifest {
        let source =
            |id: &str| Source { id: id.into(), publisher: None, date: "2024-09-02".into(), date_is_earliest: true };
        Manifest {
            title: "T".into(),
            question: "Q?".into(),
            content_note: "N".into(),
            articles: ["A", "B", "C"].map(source).into(),
        }
    }

    #[test]
    fn a_figure_keeps_its_qualifier_and_who_says_so() {
        let html = html(&manifest(), &serde_json::from_str(REPORT).expect("a report"));
        assert!(
            html.contains(
                "<tr><th scope=\"row\">Deaths</th><td data-letter=\"A\">at least 27 deaths (&lt;officials&gt;)</td>\
             <td data-letter=\"B\">28 dead (no one named)</td><td data-letter=\"C\">Silent</td><td>Both can be true</td></tr>"
            ),
            "{html}"
        );
    }

    #[test]
    fn dates_are_written_out() {
        assert_eq!(day("2024-09-02"), "2 Sep 2024");
        assert_eq!(day("2024-09"), "Sep 2024");
        assert_eq!(day("2024"), "2024");
    }
}
