//! The columns: which are shown, in which order, how wide, how they scroll, and how much of the texts they show.

use anyhow::{Result, ensure};
use browser_tests::{Page, browse, keys};

use crate::view::{deaths, ensure_no_complaint, passage, row, strings, wait_until_chosen};

const OPEN: &str = "[...document.querySelectorAll('.col.is-open')].filter((it) => it.offsetWidth)
    .map((it) => it.dataset.source)";

#[test]
fn columns_are_put_away_and_moved_by_keyboard_and_stay_in_the_address() {
    browse("arrange", async |page| {
        page.open("").await?;
        page.press(['c']).await?;
        page.wait_until("document.querySelector('#columns[open]')", "c opens the dialog").await?;
        page.click("#columns li:nth-child(2) .show").await?;
        page.click("#move-4-false").await?;
        page.wait_until("document.activeElement.id === 'move-4-false'", "focus stays where it was").await?;
        page.press([keys::ENTER]).await?;
        page.wait_until("document.activeElement.id === 'move-4-false'", "focus stays where it was").await?;
        page.press([keys::ESCAPE]).await?;
        wait_until_open(page, "AECD").await?;
        page.wait_until("location.hash === '#columns=A,-B,E,C,D'", "the address says how").await?;
        page.open("#columns=A,-B,E,C,D&view=table").await?;
        let heads =
            strings(page, "[...document.querySelectorAll('[data-column]')].map((it) => it.dataset.column)").await?;
        ensure!(heads.concat() == "AECD", "the table has {heads:?}");
        page.press(['r', 'c']).await?;
        page.click("#columns section .btn:not(.quiet)").await?;
        wait_until_open(page, "ABCDE").await?;
        ensure_no_complaint(page).await
    });
}

#[test]
fn the_line_between_two_columns_can_be_moved() {
    browse("resize", async |page| {
        page.open("").await?;
        let before = page.rects(".col").await?;
        page.drag("[data-source=B] .grip", 40.0).await?;
        page.wait_until("location.hash.startsWith('#columns=')", "the address says the widths").await?;
        let after = page.rects(".col").await?;
        let change = |i: usize| after[i].width - before[i].width;
        ensure!(change(1) > 25.0 && change(1) < 50.0, "B grew by {}", change(1));
        ensure!((change(1) + change(2)).abs() < 3.0, "C gave {} for {}", change(2), change(1));
        ensure!(change(0).abs() < 2.0 && change(3).abs() < 2.0, "the others changed");
        page.read("document.querySelector('[data-source=A] .grip').focus()").await?;
        page.press([keys::RIGHT, keys::RIGHT]).await?;
        page.wait_until("location.hash.includes('A~120')", "arrows move it too").await?;
        ensure!(page.rects(".col").await?[0].width > after[0].width + 20.0, "A did not grow");
        Ok(())
    });
}

#[test]
fn columns_scroll_together_from_where_they_stand() {
    browse("scroll-lock", async |page| {
        page.open("").await?;
        let tops = "[...document.querySelectorAll('.col > .scroll')].map((it) => String(it.scrollTop))";
        scroll(page, "A", 100).await?;
        page.press(['s']).await?;
        scroll(page, "C", 60).await?;
        page.wait_until("document.querySelector('[data-source=A] .scroll').scrollTop === 160", "A goes along").await?;
        let now = strings(page, tops).await?;
        ensure!(now[1] == "60" && now[2] == "60", "the columns stand at {now:?}");
        let quantity = deaths(page).await?;
        page.click(&row(&quantity)).await?;
        wait_until_chosen(page, &quantity).await?;
        page.wait_until_still("[data-claim][data-selected]").await?;
        ensure_aligned(page).await?;
        page.press(['s']).await?;
        let before = passage(page, "C").await?.top;
        scroll(page, "A", 400).await?;
        page.wait_until_still("[data-claim][data-selected]").await?;
        ensure!(passage(page, "C").await?.top == before, "C still goes along");
        page.click(&row(&quantity)).await?;
        page.wait_until_still("[data-claim][data-selected]").await?;
        ensure_aligned(page).await
    });
}

#[test]
fn sentences_alone_are_short_and_the_full_text_one_press_away() {
    browse("sentences", async |page| {
        page.open("").await?;
        let words = "[...document.querySelectorAll('.art')].map((it) => String(it.innerText.split(/\\s+/).length))";
        let count = async || -> Result<Vec<usize>> {
            Ok(strings(page, words).await?.iter().map(|it| it.parse().unwrap_or(0)).collect())
        };
        let passages = count().await?;
        page.read("document.querySelector('.opts .lab:last-child .seg').lastElementChild.click()").await?;
        page.wait_until("document.querySelector('[data-texts=sentences]')", "sentences are shown").await?;
        let sentences = count().await?;
        ensure!(sentences.iter().zip(&passages).all(|(a, b)| a <= b), "{sentences:?} of {passages:?}");
        ensure!(
            sentences.iter().sum::<usize>() * 5 < passages.iter().sum::<usize>() * 4,
            "{sentences:?} of {passages:?}"
        );
        let shown = strings(page, "[document.querySelector('[data-source=C] .art').innerText]").await?.concat();
        ensure!(
            shown.contains("resulted in 28 deaths and 2,400 arrests."),
            "the sentence with the deaths is not whole: {shown}"
        );
        page.read("document.querySelector('.opts .lab:last-child .seg').firstElementChild.click()").await?;
        page.wait_until("document.querySelector('[data-texts=full]')", "the full text is shown").await?;
        ensure!(count().await?.iter().zip(&passages).all(|(a, b)| a > b), "not the full text");
        Ok(())
    });
}

#[test]
fn a_figure_echoes_where_else_it_stands() {
    browse("echo", async |page| {
        page.open("").await?;
        let quantity = deaths(page).await?;
        page.click(&row(&quantity)).await?;
        wait_until_chosen(page, &quantity).await?;
        page.wait_until_still("[data-claim][data-selected]").await?;
        page.hover("[data-card] [data-figure]:nth-child(2)").await?;
        let echoes = "[...document.querySelectorAll('[data-echo]')].map((it) => it.dataset.claim ?? it.dataset.alignment ?? it.dataset.figure)";
        page.wait_until("document.querySelector('[data-source=C] [data-echo]')", "C's figure echoes").await?;
        let marked = strings(page, echoes).await?;
        ensure!(marked.contains(&quantity), "the row of the list does not echo: {marked:?}");
        ensure!(marked.iter().filter(|it| it.contains('.')).all(|it| it.starts_with("C.")), "{marked:?}");
        page.read("document.querySelector('[data-source=E] [data-claim][data-selected]').focus()").await?;
        page.wait_until(
            "document.querySelector('[data-card] [data-echo]')?.innerText.includes('at least 25')",
            "focus echoes in the card",
        )
        .await
    });
}

#[test]
fn the_map_leads_to_a_figure() {
    browse("map", async |page| {
        page.open("").await?;
        let lines = page
            .read("document.querySelector('[data-source=C] .map .all').getAttribute('d').split('M').length - 1")
            .await?;
        let claims = page.read("new Set([...document.querySelectorAll('[data-source=C] [data-claim]')].map((it) => it.dataset.claim)).size").await?;
        ensure!(lines == claims, "{lines} lines for {claims} figures");
        page.click("[data-source=C] .map").await?;
        page.wait_until("document.activeElement.matches('[data-source=C] mark')", "focus is on a figure").await?;
        let (mark, window) = (page.rects("mark:focus").await?[0], page.rects("[data-source=C] .scroll").await?[0]);
        ensure!(
            mark.top >= window.top && mark.top < window.top + window.height,
            "the figure is out of sight: {mark:?}"
        );
        Ok(())
    });
}

async fn wait_until_open(page: &Page, letters: &str) -> Result<()> {
    page.wait_until(&format!("{OPEN}.join('') === '{letters}'"), &format!("the open columns are {letters}")).await
}

async fn scroll(page: &Page, source: &str, by: i32) -> Result<()> {
    page.read(&format!("document.querySelector('[data-source={source}] .scroll').scrollBy(0, {by})")).await.map(drop)
}

async fn ensure_aligned(page: &Page) -> Result<()> {
    let (a, c) = (passage(page, "A").await?, passage(page, "C").await?);
    ensure!((a.top - c.top).abs() < 2.0, "the passages stand at {} and {}", a.top, c.top);
    Ok(())
}
