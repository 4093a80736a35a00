//! The student sheet and the teacher key on paper.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use browser_tests::library::{Copy, collection, grown};
use browser_tests::{Browser, Page, browse_in, keep};
use serde_json::json;

use crate::view::{ensure_no_complaint, ensure_no_english, in_spanish, quantities, strings};

const SHEETS: [&str; 2] = ["student_sheet", "teacher_key"];

/// Name, width and height in centimetres.
const PAPERS: [(&str, f64, f64); 2] = [("a4", 21.0, 29.7), ("letter", 21.59, 27.94)];

/// Counts what the page asks to have printed, instead of a window that nobody closes.
async fn stub(page: &Page) -> Result<()> {
    page.read("(() => { window.asked = 0; window.print = () => { window.asked += 1; }; return 0; })()").await.map(drop)
}

/// Presses a button of the dialog; the sheet stays until a print is over.
async fn draw(page: &Page, sheet: &str) -> Result<()> {
    let asked = page.read("window.asked").await?.as_u64().context("print is stubbed")?;
    page.click(&format!("#share [data-act={sheet}]")).await?;
    page.wait_until(&format!("window.asked === {}", asked + 1), "the browser is asked to print").await?;
    page.wait_until(&format!("document.querySelector('.handout')?.dataset.sheet === '{sheet}'"), "the sheet").await
}

/// The sheet is gone, and the dialog stands where it stood.
async fn ensure_app_is_back(page: &Page) -> Result<()> {
    page.wait_until(
        "!document.querySelector('.handout') && document.querySelector('#share').open
            && document.querySelector('.app').getBoundingClientRect().height > 100",
        "the app is back",
    )
    .await
}

/// Number of pages: Chromium writes one object for each, in plain letters.
fn pages(pdf: &[u8]) -> usize {
    let mark = b"/Type /Page";
    pdf.windows(mark.len() + 1).filter(|it| it.starts_with(mark) && it[mark.len()] != b's').count()
}

async fn numbers(page: &Page) -> Result<Vec<String>> {
    strings(page, "[...document.querySelectorAll('.handout [data-number]')].map((it) => it.textContent)").await
}

/// Every number is there once, and those of a text run from 1 without a gap.
fn ensure_numbered(numbers: &[String]) -> Result<()> {
    let unique: BTreeSet<&str> = numbers.iter().map(String::as_str).collect();
    ensure!(unique.len() == numbers.len() && unique.len() > 10, "numbers: {numbers:?}");
    for number in &unique {
        let (letter, place) = number.split_at(1);
        let place: usize = place.parse().with_context(|| format!("“{number}” is no address"))?;
        let before = format!("{letter}{}", place - 1);
        ensure!(place == 1 || unique.contains(before.as_str()), "{before} is missing");
    }
    Ok(())
}

/// What nobody can read after a photocopy: words that are small, or not black, or wider than their cell.
const FAINT: &str = "[...document.querySelectorAll('.handout *')].filter((it) => {
        const style = getComputedStyle(it);
        const words = [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        return words && (parseFloat(style.fontSize) < 13.9 || style.color !== 'rgb(0, 0, 0)'
            || it.matches('th, td') && it.scrollWidth > it.clientWidth + 1);
    }).map((it) => `${it.tagName}.${it.className}: ${it.textContent.slice(0, 30)}`)";

#[test]
fn sheets_hold_the_planned_lesson_or_the_list() {
    browse_in(Browser::Chromium, "print-plan", async |page| {
        page.open("#lesson=deaths-in-the-post-election-protests").await?;
        let listed = quantities(page).await?.len();
        ensure!((2..=8).contains(&listed), "{listed} quantities are too few, or too many for a sheet");
        stub(page).await?;
        page.click(".acts .share").await?;
        let rows = "document.querySelectorAll('.handout tbody tr').length";
        draw(page, SHEETS[0]).await?;
        ensure!(page.read(rows).await? == json!(1), "not the one quantity of the plan");
        page.read("dispatchEvent(new Event('afterprint'))").await?;
        ensure_app_is_back(page).await?;
        page.click("#share .setting .seg button:nth-child(2)").await?;
        draw(page, SHEETS[0]).await?;
        ensure!(page.read(rows).await? == json!(listed), "not the list");
        Ok(())
    });
}

#[test]
fn both_sheets_print_on_both_papers() {
    browse_in(Browser::Chromium, "print", async |page| {
        page.open("").await?;
        stub(page).await?;
        page.click(".acts .share").await?;
        let mut numbered = Vec::new();
        for sheet in SHEETS {
            for (paper, width, height) in PAPERS {
                draw(page, sheet).await?;
                let mut found = numbers(page).await?;
                ensure_numbered(&found)?;
                found.sort();
                numbered.push(found);
                let pdf = page.print(width, height).await?;
                keep(&format!("{sheet}-{paper}.pdf"), &pdf)?;
                ensure!((2..=8).contains(&pages(&pdf)), "{sheet} on {paper}: {} pages", pages(&pdf));
                ensure_app_is_back(page).await?;
            }
        }
        ensure!(numbered.windows(2).all(|two| two[0] == two[1]), "the sheets number differently: {numbered:?}");
        ensure_no_complaint(page).await
    });
}

/// Shows the page as on this medium, to a reader who wants it dark.
async fn media(page: &Page, media: &str) -> Result<()> {
    let dark = json!({ "media": media, "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
    page.devtools("Emulation.setEmulatedMedia", dark).await.map(drop)
}

#[test]
fn what_is_printed_outlives_a_photocopy() {
    browse_in(Browser::Chromium, "print-black", async |page| {
        page.open("").await?;
        stub(page).await?;
        page.click(".acts .share").await?;
        for sheet in SHEETS {
            draw(page, sheet).await?;
            media(page, "print").await?;
            let faint = strings(page, FAINT).await?;
            ensure!(faint.is_empty(), "{sheet}: {faint:?}");
            let others = "[...document.body.querySelectorAll(':not(.handout, .handout *)')]
                .filter((it) => it.checkVisibility()).map((it) => it.outerHTML.slice(0, 80)).slice(0, 5)";
            let others = strings(page, others).await?;
            ensure!(others.is_empty(), "printed beside the sheet: {others:?}");
            media(page, "").await?;
            page.read("dispatchEvent(new Event('afterprint'))").await?;
            ensure_app_is_back(page).await?;
        }
        Ok(())
    });
}

#[test]
fn the_spanish_sheets_have_no_english_label() {
    browse_in(Browser::Chromium, "print-spanish", async |page| {
        page.open("").await?;
        stub(page).await?;
        in_spanish(page).await?;
        page.click(".acts .share").await?;
        for (sheet, heading) in SHEETS.into_iter().zip(["Hoja del alumno", "Clave del profesor"]) {
            draw(page, sheet).await?;
            media(page, "print").await?;
            ensure!(page.text(".handout .line").await?.contains(heading), "{sheet} is not named “{heading}”");
            ensure_no_english(page, ".handout", ".title").await.with_context(|| sheet.to_owned())?;
            media(page, "").await?;
            page.read("dispatchEvent(new Event('afterprint'))").await?;
            ensure_app_is_back(page).await?;
        }
        ensure_no_complaint(page).await
    });
}

#[test]
fn many_texts_are_still_a_few_pages() {
    browse_in(Browser::Chromium, "print-many", async |page| {
        let copy = Copy::of(&grown(&collection()?, 40, 800))?;
        page.open_file(&copy.file(), "").await?;
        stub(page).await?;
        page.click(".acts .share").await?;
        for sheet in SHEETS {
            draw(page, sheet).await?;
            ensure_numbered(&numbers(page).await?)?;
            let columns = "document.querySelectorAll('.handout thead .src').length";
            ensure!(page.read(columns).await? == json!(6), "the table has another number of texts");
            let pdf = page.print(21.0, 29.7).await?;
            ensure!((2..=12).contains(&pages(&pdf)), "{sheet}: {} pages", pages(&pdf));
            ensure_app_is_back(page).await?;
        }
        Ok(())
    });
}
