//! Measures the desk: how long opening the page takes, and choosing a quantity, and what memory that needs, with the shipped
//! texts and with many texts of a thousand words, at full speed and with the processor slowed down four times.
//!
//! `desk [TEXTS…]` prints medians in milliseconds, and megabytes; without numbers of texts, those of a hundred.

use std::path::Path;

use anyhow::{Context, Result};
use browser_tests::library::{Copy, collection, grown};
use browser_tests::{Browser, Options, Page, block_on, page_file};
use serde_json::json;

/// How many quantities are chosen, and how often the page is opened.
const CHOICES: usize = 20;
const OPENINGS: usize = 5;

fn main() -> Result<()> {
    let texts: Vec<usize> =
        std::env::args().skip(1).map(|it| it.parse()).collect::<Result<_, _>>().context("usage: desk [TEXTS…]")?;
    let texts = if texts.is_empty() { vec![100] } else { texts };
    block_on(async {
        let page = Page::launch(Browser::Chromium, Options::default()).await?;
        let outcome = measure_all(&page, &texts).await;
        page.close().await?;
        outcome
    })
}

async fn measure_all(page: &Page, texts: &[usize]) -> Result<()> {
    println!("{:28} {:>8} {:>8} {:>8} {:>8} {:>8}", "", "drawn", "analysis", "choosing", "slowest", "memory");
    measure_speeds(page, "shipped texts", &page_file()?).await?;
    for &count in texts {
        let many = Copy::of(&grown(&collection()?, count, 1000))?;
        measure_speeds(page, &format!("{count} texts of 1,000 words"), &many.file()).await?;
    }
    Ok(())
}

async fn measure_speeds(page: &Page, name: &str, file: &Path) -> Result<()> {
    for slower in [1, 4] {
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": slower })).await?;
        let row = measure(page, file).await?;
        let name = if slower == 1 { name.to_owned() } else { format!("  slowed down {slower} times") };
        println!("{name:28} {:8.0} {:8.0} {:8.1} {:8.1} {:8.1}", row[0], row[1], row[2], row[3], row[4]);
    }
    Ok(())
}

async fn measure(page: &Page, file: &Path) -> Result<[f64; 5]> {
    let (mut drawn, mut analysed) = (Vec::new(), Vec::new());
    for _ in 0..OPENINGS {
        page.open_file(file, "").await?;
        drawn.push(number(page, "witness.ready").await?);
        analysed.push(number(page, "performance.getEntriesByName('countercheck:analyse').at(-1)?.duration").await?);
    }
    let chosen = choose(page, CHOICES).await?;
    let slowest = chosen.iter().copied().fold(0.0, f64::max);
    Ok([median(drawn), median(analysed), median(chosen), slowest, memory(page).await?])
}

/// What the page holds in memory once what it no longer needs is thrown away, in megabytes: objects of scripts, the
/// document, and the program's own memory, which never shrinks.
async fn memory(page: &Page) -> Result<f64> {
    page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = page.devtools("Runtime.getHeapUsage", json!({})).await?;
    let part = |name: &str| heap[name].as_f64().unwrap_or_default();
    Ok((part("usedSize") + part("embedderHeapUsedSize") + part("backingStorageSize")) / 1e6)
}

/// Chooses one quantity after the other, evenly over the whole list.
async fn choose(page: &Page, choices: usize) -> Result<Vec<f64>> {
    let listed = number(page, "document.querySelectorAll('.rail [data-alignment]').length").await? as usize;
    let stride = (listed / choices).max(1);
    let mut chosen = Vec::new();
    for i in 0..choices {
        let row = i * stride % listed;
        page.read(&format!(
            "performance.clearMeasures('countercheck:select'), document.querySelectorAll('.rail [data-alignment]')[{row}].click()"
        ))
        .await?;
        let entry = "performance.getEntriesByName('countercheck:select').at(-1)";
        page.wait_until(entry, "countercheck:select: a quantity was chosen").await?;
        chosen.push(number(page, &format!("{entry}.duration")).await?);
        page.wait_until_still("[data-claim][data-selected]").await?;
    }
    Ok(chosen)
}

async fn number(page: &Page, expression: &str) -> Result<f64> {
    page.read(expression).await?.as_f64().with_context(|| format!("`{expression}` is no number"))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
