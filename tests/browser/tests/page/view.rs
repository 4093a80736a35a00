//! What these tests look at on the page, and what they know of the shipped collection.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Rect, keys, workspace};
use serde_json::json;

/// The texts of the shipped collection that give a figure for the deaths; B and D give none.
pub(crate) const SPEAKING: [&str; 3] = ["A", "C", "E"];

/// The sources whose columns are on the page, in their order.
pub(crate) async fn sources(page: &Page) -> Result<Vec<String>> {
    strings(page, "[...document.querySelectorAll('[data-source]')].map((column) => column.dataset.source)").await
}

/// The marked figures of one column.
pub(crate) async fn claims(page: &Page, source: &str) -> Result<Vec<String>> {
    strings(
        page,
        &format!(
            "[...document.querySelectorAll('[data-source={source}] [data-claim]')].map((mark) => mark.dataset.claim)"
        ),
    )
    .await
}

/// The quantities of the rail, in their order.
pub(crate) async fn quantities(page: &Page) -> Result<Vec<String>> {
    strings(page, "[...document.querySelectorAll('[data-alignment]')].map((row) => row.dataset.alignment)").await
}

/// The deaths in the unrest: the row of the rail that names all three figures.
pub(crate) async fn deaths(page: &Page) -> Result<String> {
    let rows = "[...document.querySelectorAll('[data-alignment]')]
        .filter((row) => ['25', '27', '28'].every((figure) => row.textContent.match(/\\d+/g)?.includes(figure)))
        .map((row) => row.dataset.alignment)";
    let found = strings(page, rows).await?;
    found.into_iter().next().context("the rail has no row with the figures 25, 27 and 28")
}

/// The selector of a row of the rail.
pub(crate) fn row(quantity: &str) -> String {
    format!("[data-alignment=\"{quantity}\"]")
}

/// The quantity that is chosen.
pub(crate) async fn chosen(page: &Page) -> Result<Option<String>> {
    let rows = strings(
        page,
        "[...document.querySelectorAll('[data-alignment][data-selected]')].map((row) => row.dataset.alignment)",
    );
    let rows = rows.await?;
    ensure!(rows.len() < 2, "several rows are chosen at once: {rows:?}");
    Ok(rows.into_iter().next())
}

/// Waits until a quantity is chosen, its figures are painted and the card is there.
pub(crate) async fn wait_until_chosen(page: &Page, quantity: &str) -> Result<()> {
    page.wait_until(
        &format!(
            "document.querySelector('[data-alignment=\"{quantity}\"][data-selected]')
                && document.querySelector('[data-claim][data-selected]')
                && document.querySelector('[data-card]')"
        ),
        &format!("`{quantity}` is chosen: its row and its figures have [data-selected], and [data-card] is there"),
    )
    .await
}

/// What the card says, once it has come into view.
pub(crate) async fn card(page: &Page) -> Result<String> {
    page.wait_until("getComputedStyle(document.querySelector('[data-card]')).opacity === '1'", "the card is in view")
        .await?;
    page.text("[data-card]").await
}

/// Waits until nothing is chosen.
pub(crate) async fn wait_until_nothing_is_chosen(page: &Page) -> Result<()> {
    page.wait_until(
        "!document.querySelector('[data-selected]') && !document.querySelector('[data-card]')",
        "nothing is chosen: no [data-selected] and no [data-card]",
    )
    .await
}

/// Where the first chosen figure of a column stands.
pub(crate) async fn passage(page: &Page, source: &str) -> Result<Rect> {
    let marks = page.rects(&format!("[data-source={source}] [data-claim][data-selected]")).await?;
    marks.into_iter().next().with_context(|| format!("column {source} has no chosen figure"))
}

/// What has the focus: `BODY`, or something a person can act on.
pub(crate) async fn focus(page: &Page) -> Result<String> {
    Ok(page.read("document.activeElement?.tagName").await?.as_str().unwrap_or("nothing").to_owned())
}

/// The policy was kept and the console stayed empty.
pub(crate) async fn ensure_no_complaint(page: &Page) -> Result<()> {
    let violations = strings(page, "window.witness?.violations ?? []").await?;
    ensure!(violations.is_empty(), "the page broke its own policy: {violations:?}");
    let console = page.console().await?;
    ensure!(console.is_empty(), "the console is not empty: {}", console.join("\n"));
    Ok(())
}

/// A list of strings that a JavaScript expression gives.
pub(crate) async fn strings(page: &Page, expression: &str) -> Result<Vec<String>> {
    serde_json::from_value(page.read(expression).await?).with_context(|| format!("no list of strings: `{expression}`"))
}

/// Walks by the Tab key to the first element that a selector finds.
pub(crate) async fn tab_to(page: &Page, selector: &str) -> Result<()> {
    for _ in 0..60 {
        page.press([keys::TAB]).await?;
        if page.read(&format!("document.activeElement.matches({})", json!(selector))).await? == json!(true) {
            return Ok(());
        }
    }
    anyhow::bail!("sixty times Tab does not lead to `{selector}`")
}

/// The fragment of the address in a field, once there is one: `#work=…`.
pub(crate) async fn fragment_in(page: &Page, field: &str) -> Result<String> {
    let made = format!("document.querySelector('{field}')?.value.split('#')[1]");
    page.wait_until(&made, &format!("a link in {field}")).await?;
    let made = page.read(&made).await?;
    Ok(format!("#{}", made.as_str().context("a link")?))
}

/// How many corrections the shipped collection comes with.
pub(crate) fn shipped_corrections() -> usize {
    countercheck::shipped::journal().entries().len()
}

/// Until so many corrections are in force.
pub(crate) async fn until_corrected(page: &Page, count: usize) -> Result<()> {
    let shown = if count == 0 { String::new() } else { count.to_string() };
    page.wait_until(
        &format!("document.querySelector('.acts .journal .num').textContent === '{shown}'"),
        &format!("{count} corrections"),
    )
    .await
}

/// Has the interface speak Spanish.
pub(crate) async fn in_spanish(page: &Page) -> Result<()> {
    page.click(".acts .seg button:nth-child(2)").await?;
    page.wait_until("document.documentElement.lang === 'es'", "Spanish").await
}

/// Words of the interface in English that are not Spanish as well, cut at what is filled in.
fn english() -> Result<Vec<String>> {
    let words = std::fs::read_to_string(workspace().join("assets/words.tsv"))?;
    let lines = words.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let mut english = Vec::new();
    for line in lines {
        let mut columns = line.split('\t').skip(1);
        let (en, es) = columns.next().zip(columns.next()).context("a line without its languages")?;
        let parts = en.split(['_', '{', '}', '.', ',', ':']).map(str::trim).filter(|part| part.len() > 4);
        english.extend(parts.filter(|part| !es.contains(part)).map(str::to_lowercase));
    }
    Ok(english)
}

/// What can be seen or heard in a part of the page and is no word of a text: those have their language with them, or
/// stand in quotation marks.
fn said(part: &str, beside: &str) -> String {
    format!(
        "[...document.querySelectorAll('{part}, {part} *')]
            .filter((it) => it.checkVisibility() && !it.closest('[lang]:not(:root), script, {beside}'))
            .flatMap((it) => [it.ariaLabel, it.title, it.placeholder,
                ...[...it.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data)])
            .filter((it) => it?.trim()).map((it) => it.replace(/«[^»]*»|“[^”]*”/g, '').toLowerCase())"
    )
}

/// Holds a part of a page in Spanish against the English words of the interface. `beside` is where names and figures of
/// texts stand within sentences.
pub(crate) async fn ensure_no_english(page: &Page, part: &str, beside: &str) -> Result<()> {
    let shown = strings(page, &said(part, beside)).await?;
    ensure!(!shown.is_empty(), "{part} says nothing");
    let letter = |it: Option<char>| it.is_some_and(char::is_alphabetic);
    let stands_in = |word: &str, text: &str| {
        text.match_indices(word)
            .any(|(at, _)| !letter(text[..at].chars().next_back()) && !letter(text[at + word.len()..].chars().next()))
    };
    let found = english()?.into_iter().filter_map(|word| {
        let place = shown.iter().find(|text| stands_in(&word, text))?;
        Some(format!("“{word}” in “{place}”"))
    });
    let found: Vec<String> = found.collect();
    ensure!(found.is_empty(), "{part} says {found:#?}");
    Ok(())
}
