//! How quick the page is: printed, and bounded so generously that only a mistake of another order fails.

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Page, browse};
use serde_json::json;

/// Milliseconds that no computer should need.
const FAR_TOO_LONG: f64 = 3_000.0;

#[test]
fn opening_and_choosing() {
    browse("measures", async |page| {
        measure(page, "").await?;
        if Browser::from_environment() == Browser::Chromium {
            page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
            measure(page, ", CPU slowed down four times").await?;
        }
        Ok(())
    });
}

async fn measure(page: &Page, how: &str) -> Result<()> {
    let (mut opened, mut analysed, mut chosen) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..5 {
        page.open("").await?;
        opened.push(drawn(page).await?);
        analysed.push(duration(page, "countercheck:analyse").await?);
        page.click("[data-alignment]").await?;
        page.wait_until("document.querySelector('[data-card]')", "[data-card]: the card is open").await?;
        chosen.push(duration(page, "countercheck:select").await?);
    }
    let [opened, analysed, chosen] = [opened, analysed, chosen].map(median);
    println!(
        "measured{how}: drawn {opened:.0} ms after opening, of which analysis {analysed:.0} ms; choosing {chosen:.0} ms"
    );
    ensure!(opened < FAR_TOO_LONG && chosen < FAR_TOO_LONG, "far too slow: {opened} ms to open, {chosen} ms to choose");
    Ok(())
}

/// Milliseconds from the navigation to `html[data-ready]`.
async fn drawn(page: &Page) -> Result<f64> {
    let moment = page.read("window.witness?.ready ?? performance.now()").await?;
    moment.as_f64().context("no moment of drawing")
}

/// How long the latest measure of a name took, in milliseconds.
async fn duration(page: &Page, name: &str) -> Result<f64> {
    let entry = page.read(&format!("performance.getEntriesByName({}).at(-1)?.duration ?? null", json!(name))).await?;
    entry.as_f64().with_context(|| format!("there is no performance.measure entry `{name}`"))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
