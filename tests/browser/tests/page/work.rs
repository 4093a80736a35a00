//! The user's work from end to end: own texts, corrections, a file, a link, and the exports.

use std::cell::RefCell;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Page, browse, is_served};
use serde_json::{Value, json};

use crate::own::{compare, paste_two, until_kept};
use crate::view::{ensure_no_complaint, fragment_in, until_corrected};

/// Downloads can be looked at in Chromium only.
pub(crate) fn downloads() -> bool {
    Browser::from_environment() == Browser::Chromium
}

/// Strikes the last figure of the card, says how the first pair relates, and renames the quantity.
async fn correct_three_things(page: &Page) -> Result<()> {
    page.click("[data-alignment]").await?;
    page.click("[data-pair] .pencil").await?;
    page.type_into("#disagree label:last-of-type input", "two fires").await?;
    page.click("#disagree [data-act=save]").await?;
    page.wait_until("document.querySelector('[data-pair] .tag')", "the first correction").await?;
    page.click("[data-card] .dock-head .pencil").await?;
    page.type_into("#disagree input", " (fire)").await?;
    page.click("#disagree [data-act=rename]").await?;
    page.wait_until("document.querySelector('[data-card] h2')?.textContent.includes('(fire)')", "the second").await?;
    page.click("[data-card] [data-figure] .pencil").await?;
    page.type_into("#disagree label:last-of-type input", "ask the mayor").await?;
    page.click("#disagree [data-act=note]").await?;
    page.wait_until("document.querySelector('.acts .journal .num').textContent === '3'", "the third").await
}

async fn all_is_there(page: &Page) -> Result<()> {
    until_corrected(page, 3).await?;
    page.wait_until("document.querySelectorAll('[data-source]').length === 2", "both texts").await?;
    let row = page.text("[data-alignment]").await?;
    ensure!(row.contains("(fire)"), "the row says {row}");
    ensure_no_complaint(page).await
}

pub(crate) async fn save(page: &Page, folder: &Path, button: &str, ending: &str) -> Result<String> {
    page.download_into(folder).await?;
    page.click(button).await?;
    let file = page.downloaded(folder, ending).await?;
    std::fs::read_to_string(file).context("the file cannot be read")
}

#[test]
fn own_texts_and_corrections_survive_a_reload_a_file_and_a_link() {
    if !downloads() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let link = RefCell::new(String::new());
    browse("work-made", async |page| {
        paste_two(page).await?;
        compare(page).await?;
        correct_three_things(page).await?;
        until_kept(page).await?;
        page.reload().await?;
        all_is_there(page).await?;
        for left in [2, 1, 0] {
            page.press(['u']).await?;
            until_corrected(page, left).await?;
        }
        for back in [1, 2, 3] {
            page.press(['U']).await?;
            until_corrected(page, back).await?;
        }
        page.click(".acts .share").await?;
        save(page, folder.path(), "#save-file", ".html").await?;
        page.click("[data-act=link]").await?;
        link.replace(fragment_in(page, "#link").await?);
        Ok(())
    });
    browse("work-from-a-file", async |page| {
        page.open_file(&folder.path().join("countercheck.html"), "").await?;
        all_is_there(page).await
    });
    browse("work-from-a-link", async |page| {
        let link = link.borrow().clone();
        page.open(&link).await?;
        all_is_there(page).await
    });
}

#[test]
fn a_link_leads_to_the_public_address_and_has_a_code_where_it_is_short() {
    if is_served() {
        return;
    }
    browse("work-address", async |page| {
        page.open("").await?;
        page.click(".acts .share").await?;
        page.click("[data-act=link]").await?;
        page.wait_until("document.querySelector('#link')?.value.startsWith('file:')", "a link to the file").await?;
        let said = page.text("#share .share").await?;
        ensure!(said.contains("hosted copy"), "it says {said}");
        ensure!(page.read("document.querySelector('.code')").await? == Value::Null, "a code that leads nowhere");
        page.type_into("#address", "https://example.org/c/").await?;
        page.click("[data-act=link]").await?;
        page.wait_until(
            "document.querySelector('#link')?.value.startsWith('https://example.org/c/#work=')",
            "a link to the public address",
        )
        .await?;
        page.wait_until("document.querySelector('.code path')", "a code").await?;
        ensure_no_complaint(page).await
    });
}

/// The texts that stand in the page, by their letters.
async fn texts(page: &Page) -> Result<Value> {
    page.read(
        "Object.fromEntries(JSON.parse(document.querySelector('#countercheck-state').textContent)
            .articles.map((it) => [it.id, it.text]))",
    )
    .await
}

#[test]
fn a_table_has_a_row_a_figure_and_annotations_find_their_words() {
    if !downloads() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    browse("work-exports", async |page| {
        page.open("").await?;
        let marks = "new Set([...document.querySelectorAll('[data-claim]')].map((it) => it.dataset.claim)).size";
        let figures = page.read(marks).await?.as_u64().context("no figures")? as usize;
        let texts = texts(page).await?;
        page.click(".acts .share").await?;
        let table = save(page, folder.path(), "[data-act=export_csv]", ".csv").await?;
        let rows = csv::Reader::from_reader(table.as_bytes()).records().collect::<Result<Vec<_>, _>>()?;
        ensure!(rows.len() == figures, "{} rows for {figures} figures", rows.len());
        let notes = save(page, folder.path(), "[data-act=export_annotations]", ".jsonld").await?;
        let notes: Value = serde_json::from_str(&notes)?;
        let items = notes["items"].as_array().or(notes["first"]["items"].as_array()).context("no items")?;
        ensure!(items.len() == figures, "{} annotations for {figures} figures", items.len());
        for item in items {
            anchored(item, &texts)?;
        }
        Ok(())
    });
}

/// Holds the quote of an annotation against the text that it is about.
fn anchored(annotation: &Value, texts: &Value) -> Result<()> {
    let selectors = annotation["target"]["selector"].as_array().context("no selectors")?;
    let of = |kind: &str| selectors.iter().find(|it| it["type"] == json!(kind)).context("no such selector");
    let (quote, position) = (of("TextQuoteSelector")?, of("TextPositionSelector")?);
    let part = |name: &str| quote[name].as_str().unwrap_or_default();
    let whole = [part("prefix"), part("exact"), part("suffix")].concat();
    let text = texts
        .as_object()
        .and_then(|texts| texts.values().find(|text| text.as_str().is_some_and(|it| it.contains(&whole))));
    let text = text.and_then(Value::as_str).with_context(|| format!("“{whole}” stands in no text"))?;
    let (start, end) = (position["start"].as_u64().context("a start")?, position["end"].as_u64().context("an end")?);
    let words: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
    ensure!(words == part("exact"), "“{words}” stands where “{}” should", part("exact"));
    Ok(())
}
