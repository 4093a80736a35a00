//! Takes screenshots of the page: three sizes, light and dark; the texts at rest, every view with a quantity chosen, and
//! a lesson from its plan to its end.
//!
//! `shots DIR` writes `read-1440-light.png` and so on.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use browser_tests::{Browser, Options, Page, block_on};

/// Width and height: a laptop, a tablet, a phone.
const SIZES: [(u32, u32); 3] = [(1440, 900), (1024, 768), (390, 844)];

/// The hands of a class, as they stand in an address.
const HANDS: &str = "~14.8.5.9.7.11.0.0.9.5.0.2.11";

/// The place at the end of a lesson on one quantity.
const LESSON: usize = 7;

fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).context("usage: shots DIR")?);
    std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    block_on(async {
        let page = Page::launch(Browser::Chromium, Options::default()).await?;
        let outcome = shoot_all(&page, &folder).await;
        page.close().await?;
        outcome
    })
}

async fn shoot_all(page: &Page, folder: &Path) -> Result<()> {
    page.open("").await?;
    let chosen = first_quantity(page).await?;
    for theme in ["light", "dark"] {
        page.prefer(&[("prefers-color-scheme", theme), ("prefers-reduced-motion", "reduce")]).await?;
        for (width, height) in SIZES {
            page.resize(width, height).await?;
            let named = |view: &str| folder.join(format!("{view}-{width}-{theme}.png"));
            shoot(page, "", &named("read")).await?;
            let q = chosen.as_ref().map(|id| format!("q={id}")).unwrap_or_default();
            shoot(page, &format!("#{q}"), &named("chosen")).await?;
            for view in ["table", "timeline"] {
                shoot(page, &format!("#view={view}&{q}"), &named(view)).await?;
            }
            let lesson = chosen.as_ref().map(|id| format!("lesson={id}{HANDS}")).unwrap_or_default();
            for step in 0..=LESSON {
                shoot(page, &format!("#{lesson}&step={step}"), &named(&format!("lesson-{step}"))).await?;
            }
        }
    }
    Ok(())
}

/// The deaths, or else the first quantity of the rail.
async fn first_quantity(page: &Page) -> Result<Option<String>> {
    let id = "(document.querySelector('[data-alignment*=deaths]') ?? document.querySelector('[data-alignment]'))\
              ?.dataset.alignment";
    Ok(page.read(id).await?.as_str().map(String::from))
}

async fn shoot(page: &Page, fragment: &str, file: &Path) -> Result<()> {
    page.open(fragment).await?;
    std::fs::write(file, page.screenshot().await?).with_context(|| format!("{} cannot be written", file.display()))?;
    println!("{}", file.display());
    Ok(())
}
