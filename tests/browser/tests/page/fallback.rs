//! Where the program cannot run, the page still says something.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Options, Page, browse, browse_with, page_file};

const FALLBACK: &str = "#countercheck-fallback";

#[test]
fn without_scripts_the_figures_can_be_read() {
    // WebKit's driver has no switch for scripts.
    if Browser::from_environment() == Browser::WebKit {
        return;
    }
    browse_with(Browser::from_environment(), Options { scripts: false }, "no-scripts", async |page| {
        page.load("").await?;
        let text = visible_text(page).await?;
        for expected in
            ["because JavaScript is switched off", "at least 27", "28", "at least 25", "Both can be true", "Silent"]
        {
            ensure!(text.contains(expected), "the plain text does not say “{expected}”:\n{text}");
        }
        Ok(())
    });
}

#[test]
fn the_plain_text_is_never_seen_beside_the_program() {
    browse("fallback-hidden", async |page| {
        page.open("").await?;
        let seen = page.rects(FALLBACK).await?.iter().any(|place| place.height > 0.0);
        ensure!(!seen, "the plain text is visible in the drawn page");
        Ok(())
    });
}

#[test]
fn a_damaged_file_says_so() {
    browse("damaged", async |page| {
        let whole = fs::read_to_string(page_file()?)?;
        let program = whole.find("id=\"countercheck-wasm\"").context("the page has no WebAssembly")?;
        let start = program + whole[program..].find('>').context("the WebAssembly has no beginning")? + 1;
        let folder = tempfile::tempdir()?;
        let damaged = folder.path().join("damaged.html");
        fs::write(&damaged, format!("{}AAAA{}", &whole[..start], &whole[start..]))?;
        page.load_file(&damaged, "").await?;
        gives_up(page, "damaged").await
    });
}

#[test]
fn a_browser_that_is_too_old_says_so() {
    browse("too-old", async |page| {
        if page.before_the_page("delete window.WebAssembly").await? {
            page.load("").await?;
            gives_up(page, "current Firefox, Chrome, Edge or Safari").await?;
        }
        Ok(())
    });
}

async fn gives_up(page: &Page, reason: &str) -> Result<()> {
    page.wait_until("document.documentElement.hasAttribute('data-failed')", "html[data-failed]: the loader gave up")
        .await?;
    let text = visible_text(page).await?;
    ensure!(text.contains(reason), "the page does not say “{reason}”:\n{text}");
    ensure!(text.contains("at least 27"), "the figures are missing:\n{text}");
    Ok(())
}

/// The plain text as it is seen, once it is.
async fn visible_text(page: &Page) -> Result<String> {
    let text = page.text(FALLBACK).await?;
    ensure!(!text.is_empty(), "the plain text is not visible");
    Ok(text)
}
