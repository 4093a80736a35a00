//! Collections of other sizes than the shipped one, and figures that stand in one text only.

use anyhow::{Result, ensure};
use browser_tests::library::{Copy, collection, first, grown};
use browser_tests::{Page, browse};
use serde_json::json;

use crate::view::{ensure_no_complaint, strings};

#[test]
fn an_empty_desk_says_how_to_begin() {
    browse("no-text", async |page| {
        let copy = Copy::of(&first(collection()?, 0))?;
        for (view, place) in [("", ".rail"), ("#view=table", ".other"), ("#view=timeline", ".other")] {
            page.open_file(&copy.file(), view).await?;
            let text = page.text(&format!("{place} .none")).await?;
            ensure!(text.starts_with("Start with two texts"), "{view}: {text:?}");
        }
        ensure_no_complaint(page).await
    });
}

#[test]
fn one_text_has_figures_and_nothing_to_compare() {
    browse("one-text", async |page| {
        let copy = Copy::of(&first(collection()?, 1))?;
        for (view, place) in [("", ".rail"), ("#view=table", ".other"), ("#view=timeline", ".other")] {
            page.open_file(&copy.file(), view).await?;
            let text = page.text(&format!("{place} .none")).await?;
            ensure!(text.contains("nothing to compare yet"), "{view}: {text:?}");
            ensure!(page.read("document.querySelectorAll('.is-open mark').length").await? != json!(0), "no marks");
        }
        ensure_no_complaint(page).await
    });
}

#[test]
fn what_stands_in_one_text_only_is_listed_on_request_and_opens_its_passage() {
    browse("only-here", async |page| {
        for (view, group) in [("", ".rail .lone"), ("#view=table", ".matrix .lone")] {
            page.open(view).await?;
            let rows = format!("document.querySelectorAll('{group} [data-lone]').length");
            ensure!(page.read(&rows).await? == json!(0), "the group is open at first");
            page.read(&format!("document.querySelector('{group} .grp').click()")).await?;
            page.wait_until(&format!("{rows} > 0"), "the group opens").await?;
            let counted = page.text(&format!("{group} .grp small")).await?;
            ensure!(page.read(&rows).await? == json!(counted.parse::<usize>()?), "it counts {counted}");
            let row = format!("{group} [data-lone]");
            let lone = page.read(&format!("document.querySelector('{row}').dataset.lone")).await?;
            page.read(&format!(
                "[...document.querySelectorAll('{row}, {row} *')].find((it) => it.tagName === 'BUTTON').click()"
            ))
            .await?;
            page.wait_until(
                &format!("document.activeElement.dataset.claim === {lone}"),
                "focus is on the mark of the figure in its text",
            )
            .await?;
        }
        Ok(())
    });
}

#[test]
fn a_silence_of_a_text_that_is_older_is_explained() {
    browse("silences", async |page| {
        page.open("#view=table").await?;
        let hints = strings(page, "[...document.querySelectorAll('.sil small')].map((it) => it.textContent)").await?;
        ensure!(hints.iter().any(|hint| hint == "written before"), "hints: {hints:?}");
        Ok(())
    });
}

#[test]
fn of_a_hundred_texts_those_near_sight_are_laid_out() {
    browse("hundred", async |page| {
        let copy = Copy::of(&grown(&collection()?, 100, 1000))?;
        page.open_file(&copy.file(), "").await?;
        ensure!((1..20).contains(&bodies(page).await?.len()), "laid out: {:?}", bodies(page).await?);
        page.read("document.querySelector('[data-source=A] .scroll').scrollTop = 90").await?;
        page.read("document.querySelector('.cols').scrollLeft = 99999").await?;
        page.wait_until("document.querySelector('[data-source=CV] mark')", "the last text is laid out").await?;
        ensure!(!bodies(page).await?.contains(&"A".to_owned()), "A is still laid out");
        page.read("document.querySelector('.cols').scrollLeft = 0").await?;
        page.wait_until(
            "document.querySelector('[data-source=A] .scroll').scrollTop === 90",
            "A stands as it was left",
        )
        .await?;
        choices_are_in_sight(page).await
    });
}

/// Whatever is chosen, a figure of it is on screen.
async fn choices_are_in_sight(page: &Page) -> Result<()> {
    for row in [0, 3, 9] {
        page.read(&format!("document.querySelectorAll('.rail [data-alignment]')[{row}].click()")).await?;
        page.wait_until(
            "[...document.querySelectorAll('mark[data-selected]')].some((mark) => { const box = mark.getBoundingClientRect(); \
             return box.width && box.left >= 300 && box.right <= innerWidth && box.top > 0 && box.bottom < innerHeight })",
            "a figure of the chosen quantity is on screen",
        )
        .await?;
    }
    Ok(())
}

async fn bodies(page: &Page) -> Result<Vec<String>> {
    strings(page, "[...document.querySelectorAll('.col')].filter((it) => it.querySelector('.art')).map((it) => it.dataset.source)")
        .await
}
