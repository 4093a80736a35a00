//! Choosing a quantity.

use anyhow::{Result, ensure};
use browser_tests::{Page, browse, keys};
use serde_json::json;

use crate::view::{
    SPEAKING, card, chosen, deaths, ensure_no_complaint, focus, passage, quantities, row, strings, wait_until_chosen,
    wait_until_nothing_is_chosen,
};

/// The passages that were brought to one height may differ by this many pixels.
const ONE_HEIGHT: f64 = 4.0;

#[test]
fn brings_every_passage_to_one_height() {
    browse("one-height", async |page| {
        let quantity = open_and_click_deaths(page).await?;
        let measure = "performance.getEntriesByName('countercheck:select').length";
        page.wait_until(measure, "the measure countercheck:select: the passages were brought to one height").await?;
        ensure_one_height(page, &quantity).await
    });
}

/// A figure near the end of its text comes up only with blank space below it.
#[test]
fn brings_every_passage_to_one_height_when_opened_by_a_link() {
    browse("one-height-by-link", async |page| {
        page.resize(1440, 900).await?;
        page.open("").await?;
        let quantity = deaths(page).await?;
        page.open(&format!("#q={quantity}")).await?;
        wait_until_chosen(page, &quantity).await?;
        ensure_one_height(page, &quantity).await
    });
}

async fn ensure_one_height(page: &Page, quantity: &str) -> Result<()> {
    page.wait_until_still("[data-claim][data-selected]").await?;
    let mut tops = Vec::new();
    for source in SPEAKING {
        let passage = passage(page, source).await?;
        ensure!(passage.top > 0.0 && passage.top < 900.0, "the passage of {source} is out of view: {passage:?}");
        tops.push(passage.top);
    }
    let spread = tops.iter().copied().fold(f64::MIN, f64::max) - tops.iter().copied().fold(f64::MAX, f64::min);
    ensure!(spread <= ONE_HEIGHT, "the passages of `{quantity}` begin at {tops:?}");
    Ok(())
}

#[test]
fn says_which_texts_are_silent() {
    browse("silent", async |page| {
        open_and_click_deaths(page).await?;
        for source in ["B", "D"] {
            let text = page.text(&format!("[data-source={source}]")).await?;
            ensure!(text.to_lowercase().contains("silent"), "column {source} does not say that it is silent");
        }
        Ok(())
    });
}

#[test]
fn dims_the_other_figures() {
    browse("dimmed", async |page| {
        page.open("").await?;
        let look = "(() => { const mark = document.querySelector('[data-source=A] [data-claim]:not([data-selected])');
            const style = getComputedStyle(mark); return style.color + style.opacity + style.textDecoration + style.backgroundImage; })()";
        let before = page.read(look).await?;
        let quantity = deaths(page).await?;
        page.click(&row(&quantity)).await?;
        wait_until_chosen(page, &quantity).await?;
        page.wait_until(&format!("{look} !== {before}"), "figures that are not chosen look otherwise than before").await
    });
}

#[test]
fn opens_a_card_with_quotes_who_dates_and_reasons() {
    browse("card", async |page| {
        open_and_click_deaths(page).await?;
        let card = card(page).await?;
        for expected in ["at least 27", "28", "at least 25", "official sources", "20 Sep 2024 or later", "22 Sep 2025"]
        {
            ensure!(card.contains(expected), "the card does not say “{expected}”:\n{card}");
        }
        let pairs = "[...document.querySelectorAll('[data-card] [data-pair]')]";
        let relations = strings(page, &format!("{pairs}.map((pair) => pair.querySelector('[data-relation]')?.dataset.relation ?? pair.dataset.relation)")).await?;
        ensure!(relations == ["compatible"; 3], "the pairs of the card are {relations:?}");
        let reasons = strings(page, &format!("{pairs}.map((pair) => pair.textContent)")).await?;
        ensure!(reasons.iter().all(|reason| reason.len() > 30), "a pair has no reason: {reasons:?}");
        Ok(())
    });
}

#[test]
fn draws_a_number_line_in_the_card() {
    browse("number-line", async |page| {
        open_and_click_deaths(page).await?;
        let drawings = page.rects("[data-card] svg").await?;
        ensure!(drawings.iter().any(|line| line.width > 60.0), "the card has no number line: {drawings:?}");
        Ok(())
    });
}

#[test]
fn the_card_warns_of_the_same_digits_said_of_something_else() {
    browse("same-digits", async |page| {
        page.open("").await?;
        for quantity in quantities(page).await? {
            page.open(&format!("#q={quantity}")).await?;
            let warned =
                strings(page, "[...document.querySelectorAll('[data-confusable]')].map((it) => it.innerText)").await?;
            if let Some(warning) = warned.iter().find(|it| it.contains("2,000")) {
                ensure!(warning.contains("Same digits, different thing"), "{warning}");
                return Ok(());
            }
        }
        anyhow::bail!("no card warns that 2,000 released are not 2,000 detained")
    });
}

#[test]
fn escape_returns() {
    browse("escape", async |page| {
        let quantity = open_and_click_deaths(page).await?;
        ensure!(page.fragment().await? == format!("#q={quantity}"), "the address says {}", page.fragment().await?);
        page.press([keys::ESCAPE]).await?;
        wait_until_nothing_is_chosen(page).await?;
        ensure!(page.fragment().await?.is_empty(), "the address still says {}", page.fragment().await?);
        ensure_no_complaint(page).await
    });
}

#[test]
fn works_from_the_keyboard_alone() {
    browse("keyboard", async |page| {
        page.open("").await?;
        let quantity = walk_to_first_row(page).await?;
        page.press([keys::ENTER]).await?;
        wait_until_chosen(page, &quantity).await?;
        ensure!(focus(page).await? != "BODY", "choosing loses the focus");
        page.press([keys::ESCAPE]).await?;
        wait_until_nothing_is_chosen(page).await?;
        ensure!(focus(page).await? != "BODY", "returning loses the focus");
        Ok(())
    });
}

#[test]
fn j_and_k_walk_the_quantities() {
    browse("j-k", async |page| {
        let first = open_and_click_deaths(page).await?;
        page.press(['j']).await?;
        let other = format!(
            "document.querySelector('[data-alignment][data-selected]')?.dataset.alignment !== {}",
            json!(first)
        );
        page.wait_until(&other, "j chooses the next quantity").await?;
        let second = chosen(page).await?;
        ensure!(second.is_some(), "j leaves nothing chosen");
        page.press(['k']).await?;
        wait_until_chosen(page, &first).await?;
        ensure!(focus(page).await? != "BODY", "walking loses the focus");
        Ok(())
    });
}

#[test]
fn a_figure_in_a_text_chooses_its_quantity() {
    browse("figure", async |page| {
        page.open("").await?;
        let quantity = deaths(page).await?;
        page.open(&format!("#q={quantity}")).await?;
        wait_until_chosen(page, &quantity).await?;
        let mark =
            strings(page, "[document.querySelector('[data-source=C] [data-claim][data-selected]').dataset.claim]")
                .await?
                .concat();
        page.open("").await?;
        page.read(&format!("document.querySelector('[data-claim=\"{mark}\"]').scrollIntoView({{ block: 'center' }})"))
            .await?;
        page.click(&format!("[data-claim=\"{mark}\"]")).await?;
        wait_until_chosen(page, &quantity).await
    });
}

async fn open_and_click_deaths(page: &Page) -> Result<String> {
    page.open("").await?;
    let quantity = deaths(page).await?;
    page.click(&row(&quantity)).await?;
    wait_until_chosen(page, &quantity).await?;
    Ok(quantity)
}

/// Presses Tab until a row of the rail has the focus.
async fn walk_to_first_row(page: &Page) -> Result<String> {
    for _ in 0..40 {
        page.press([keys::TAB]).await?;
        let row = page.read("document.activeElement?.closest('[data-alignment]')?.dataset.alignment ?? null").await?;
        if let Some(quantity) = row.as_str() {
            return Ok(quantity.to_owned());
        }
    }
    anyhow::bail!("forty times Tab leads to no row of the rail")
}
