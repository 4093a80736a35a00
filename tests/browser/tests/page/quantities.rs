//! Disagreeing with what belongs together: quantities are renamed, made one, and split.

use anyhow::{Result, ensure};
use browser_tests::{Page, browse};
use serde_json::json;

use crate::view::{ensure_no_complaint, quantities, strings};

const DEATHS: &str = "#q=deaths-in-the-post-election-protests";

async fn figures(page: &Page) -> Result<Vec<String>> {
    strings(page, "[...document.querySelectorAll('[data-card] [data-figure]')].map((it) => it.dataset.figure)").await
}

async fn open_form(page: &Page) -> Result<()> {
    page.click("[data-card] .dock-head .pencil").await?;
    page.wait_until("document.querySelector('#disagree[open] [data-act=rename]')", "the form").await
}

#[test]
fn a_quantity_is_renamed_and_stays_chosen() {
    browse("quantity-renamed", async |page| {
        page.open(DEATHS).await?;
        open_form(page).await?;
        page.read("document.querySelector('#disagree input').select()").await?;
        page.type_into("#disagree input", "Lives lost").await?;
        page.click("#disagree [data-act=rename]").await?;
        page.wait_until("document.querySelector('[data-card] h2')?.textContent === 'Lives lost'", "the name").await?;
        ensure!(figures(page).await?.len() == 3);
        page.reload().await?;
        page.wait_until("document.querySelector('[data-card] h2')?.textContent === 'Lives lost'", "the name is kept")
            .await?;
        page.press(['u']).await?;
        page.wait_until("document.querySelector('[data-card] h2').textContent !== 'Lives lost'", "it is undone")
            .await?;
        ensure_no_complaint(page).await
    });
}

#[test]
fn figures_are_split_off_and_quantities_made_one() {
    browse("quantity-split", async |page| {
        page.open(DEATHS).await?;
        let before = quantities(page).await?.len();
        open_form(page).await?;
        for figure in [1, 2] {
            page.click(&format!("#disagree .tick:nth-of-type({figure}) input")).await?;
        }
        page.click("#disagree [data-act=split]").await?;
        page.wait_until(
            "document.querySelectorAll('[data-card] [data-figure]').length === 2",
            "two figures of their own",
        )
        .await?;
        page.press(['u']).await?;
        page.wait_until("document.querySelectorAll('[data-card] [data-figure]').length === 3", "it is undone").await?;
        open_form(page).await?;
        page.read(
            "(() => { const field = document.querySelector('#disagree select'); field.selectedIndex = 1;
                field.dispatchEvent(new Event('change', { bubbles: true })); })()",
        )
        .await?;
        page.click("#disagree [data-act=merge]").await?;
        page.wait_until(
            &format!("document.querySelectorAll('[data-alignment]').length === {before} - 1"),
            "one quantity less",
        )
        .await?;
        page.press(['u']).await?;
        page.wait_until(&format!("document.querySelectorAll('[data-alignment]').length === {before}"), "it is undone")
            .await?;
        ensure!(page.read("document.querySelectorAll('.troubles li').length").await? == json!(0));
        ensure_no_complaint(page).await
    });
}
