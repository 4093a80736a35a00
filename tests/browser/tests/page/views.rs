//! The views beside the texts: the table and the timeline, how one turns to them, and what they list.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, browse, keys};
use serde_json::json;

use crate::view::{
    SPEAKING, chosen, deaths, ensure_no_complaint, focus, quantities, row, strings, tab_to, wait_until_chosen,
};

const ROWS: &str = "[...document.querySelectorAll('.other [data-row]')].map((row) => row.dataset.row)";

#[test]
fn keys_turn_to_every_view_and_focus_goes_along() {
    browse("view-keys", async |page| {
        page.open("").await?;
        for (key, view) in [('t', "table"), ('l', "timeline"), ('r', "read"), ('l', "timeline"), ('t', "table")] {
            page.press([key]).await?;
            wait_until_turned(page, view).await?;
            focus_is_inside(page, if view == "read" { ".rail" } else { ".other" }).await?;
            let address = if view == "read" { String::new() } else { format!("#view={view}") };
            ensure!(page.fragment().await? == address, "the address says {}", page.fragment().await?);
        }
        ensure_no_complaint(page).await
    });
}

#[test]
fn the_switch_keeps_the_choice_and_back_walks_the_views() {
    browse("view-switch", async |page| {
        page.open("").await?;
        let quantity = deaths(page).await?;
        page.click(&row(&quantity)).await?;
        wait_until_chosen(page, &quantity).await?;
        page.click(".views button:nth-child(2)").await?;
        wait_until_turned(page, "table").await?;
        ensure!(page.fragment().await? == format!("#view=table&q={quantity}"), "{}", page.fragment().await?);
        ensure!(
            strings(page, "[...document.querySelectorAll('.other [data-selected]')].map((it) => it.dataset.row)")
                .await?
                == [quantity.as_str()]
        );
        page.click(".views button:nth-child(3)").await?;
        wait_until_turned(page, "timeline").await?;
        page.back().await?;
        wait_until_turned(page, "table").await?;
        page.back().await?;
        wait_until_turned(page, "read").await?;
        ensure!(chosen(page).await? == Some(quantity), "the choice is lost");
        page.forward().await?;
        wait_until_turned(page, "table").await
    });
}

#[test]
fn the_table_has_every_quantity_and_every_text() {
    browse("table", async |page| {
        page.open("").await?;
        let listed = quantities(page).await?;
        page.open("#view=table").await?;
        ensure!(strings(page, ROWS).await? == listed, "the table lists {:?}", strings(page, ROWS).await?);
        let columns =
            strings(page, "[...document.querySelectorAll('[data-column]')].map((it) => it.dataset.column)").await?;
        ensure!(columns == ["A", "B", "C", "D", "E"], "the columns are {columns:?}");
        let deaths = strings(
            page,
            &format!(
                "[...document.querySelectorAll('[data-row=\"{}\"] td')].map((cell) => cell.innerText)",
                deaths_row(page).await?
            ),
        )
        .await?;
        for (cell, expected) in deaths.iter().zip(["at least 27", "Silent", "28", "Silent", "at least 25"]) {
            ensure!(cell.contains(expected), "the cell says {cell:?} and not {expected:?}");
        }
        ensure!(
            deaths[0].contains("“official sources”") && deaths[0].contains("20 Sep 2024 or later"),
            "{}",
            deaths[0]
        );
        ensure!(deaths.last().is_some_and(|cell| cell.contains("Both can be true")), "{deaths:?}");
        Ok(())
    });
}

#[test]
fn heads_stay_while_the_table_scrolls() {
    browse("sticky-heads", async |page| {
        page.resize(700, 500).await?;
        page.open("#view=table").await?;
        let heads = ".matrix thead th:first-child, .matrix thead th:nth-child(2)";
        let before = page.rects(heads).await?;
        page.read("document.querySelector('.wrap').scrollBy(200, 300)").await?;
        page.wait_until("document.querySelector('.wrap').scrollTop > 200", "the table scrolls").await?;
        let after = page.rects(heads).await?;
        ensure!(before[0] == after[0], "the corner moved from {:?} to {:?}", before[0], after[0]);
        ensure!(before[1].top == after[1].top && after[1].left < before[1].left, "{:?} {:?}", before[1], after[1]);
        let first = page.rects(".matrix tbody th").await?;
        ensure!(first.iter().all(|head| head.left == 0.0), "names of quantities scroll away");
        Ok(())
    });
}

#[test]
fn heads_order_the_table() {
    browse("sort", async |page| {
        page.open("#view=table").await?;
        let by_gap = strings(page, ROWS).await?;
        page.click(".matrix thead th:first-child button").await?;
        page.wait_until("location.hash.includes('sort=name')", "the address says sort=name").await?;
        let names =
            strings(page, "[...document.querySelectorAll('.matrix tbody .t')].map((it) => it.innerText.toLowerCase())")
                .await?;
        ensure!(names.is_sorted(), "not by name: {names:?}");
        let sorted = "[...document.querySelectorAll('[aria-sort]')].map((it) => it.getAttribute('aria-sort'))";
        ensure!(strings(page, sorted).await? == ["ascending"]);
        page.click("[data-column=D] button").await?;
        page.wait_until("location.hash.includes('sort=text.D')", "the address says sort=text.D").await?;
        let silent = "[...document.querySelectorAll('.matrix [data-row]')].map((it) => String(it.children[4].className === 'sil'))";
        ensure!(strings(page, silent).await?.is_sorted(), "what D is silent on does not stand below");
        page.click(".matrix thead th:last-child button").await?;
        page.wait_until("!location.hash.includes('sort')", "the address says nothing of sorting").await?;
        ensure!(strings(page, ROWS).await? == by_gap, "the widest gap is not first again");
        Ok(())
    });
}

#[test]
fn a_cell_opens_its_passage_and_back_returns_to_it() {
    browse("cell", async |page| {
        page.open("#view=table").await?;
        let quantity = deaths_row(page).await?;
        page.click(&format!("[data-row=\"{quantity}\"] td:nth-child(6) button")).await?;
        wait_until_turned(page, "read").await?;
        wait_until_chosen(page, &quantity).await?;
        wait_until_on_mark(page, "E").await?;
        page.back().await?;
        wait_until_turned(page, "table").await?;
        page.wait_until("document.activeElement.matches('.val')", "focus is on a figure of the table").await?;
        let place = page.text(".val:focus").await?;
        ensure!(place.contains("at least 25"), "focus is on {place:?}");
        Ok(())
    });
}

#[test]
fn finds_and_filters_in_every_view() {
    browse("filters", async |page| {
        page.open("").await?;
        let all: BTreeSet<String> = quantities(page).await?.into_iter().collect();
        page.press(['/']).await?;
        page.wait_until("document.activeElement.matches('.rail [type=search]')", "/ leads to the field").await?;
        page.press("2,400".chars()).await?;
        let seen = "[...document.querySelectorAll('[data-alignment]')].filter((it) => it.offsetParent).map((it) => it.dataset.alignment)";
        page.wait_until(&format!("{seen}.length < {}", all.len()), "the list gets shorter").await?;
        let found = strings(page, seen).await?;
        ensure!(found.iter().any(|id| id.contains("arrests")), "2,400 finds {found:?}");
        page.wait_until("location.hash === '#find=2,400'", "the address says what is looked for").await?;
        page.click(".views button:nth-child(2)").await?;
        wait_until_turned(page, "table").await?;
        ensure!(strings(page, ROWS).await? == found, "the table lists {:?}", strings(page, ROWS).await?);
        page.open("#view=timeline&relation=conflict").await?;
        let rows = strings(page, ROWS).await?;
        ensure!(rows.len() == 1 && rows[0].contains("vote"), "the conflicts are {rows:?}");
        page.open("#view=table&of=deaths").await?;
        ensure!(strings(page, ROWS).await?.iter().all(|id| id.contains("deaths")), "{:?}", strings(page, ROWS).await?);
        page.open("#find=unheard").await?;
        ensure!(strings(page, seen).await?.is_empty(), "something is listed");
        page.click(".rail .none button").await?;
        page.wait_until(&format!("{seen}.length === {}", all.len()), "everything is listed again").await?;
        ensure!(focus(page).await? == "INPUT", "focus is on {}", focus(page).await?);
        Ok(())
    });
}

#[test]
fn the_timeline_keeps_three_dates_apart() {
    browse("timeline", async |page| {
        page.open("#view=timeline").await?;
        let group = format!("[data-row=\"{}\"]", deaths_row(page).await?);
        let said =
            strings(page, &format!("[...document.querySelectorAll('{group} li button')].map((it) => it.textContent)"))
                .await?;
        ensure!(said.len() == SPEAKING.len(), "the figures are {said:?}");
        for (line, expected) in
            said.iter().zip(["text of 20 Sep 2024 or later", "text of 22 Sep 2025", "text of 4 Feb 2026 or later"])
        {
            ensure!(line.contains("about the time from 28 Jul 2024 on") && line.contains(expected), "{line:?}");
            ensure!(line.contains("counted up to a day the text does not state"), "{line:?}");
        }
        let letters = page.rects(&format!("{group} .tx")).await?;
        ensure!(letters.is_sorted_by(|a, b| a.left < b.left), "the letters do not stand in time: {letters:?}");
        let begins = page.rects(&format!("{group} .s1")).await?;
        ensure!(begins.len() == 3 && begins.iter().all(|it| it.left == begins[0].left), "{begins:?}");
        let tracks = page.rects(&format!("{group} .track")).await?;
        let inside =
            letters.iter().zip(&tracks).all(|(it, track)| it.left >= track.left && it.left + it.width < 1440.0);
        ensure!(inside, "letters are cut off: {letters:?}");
        Ok(())
    });
}

#[test]
fn from_the_list_to_a_passage_and_back_by_keyboard() {
    browse("keyboard-views", async |page| {
        page.open("").await?;
        let quantity = deaths(page).await?;
        tab_to(page, "[data-alignment]").await?;
        for _ in 0..quantities(page).await?.len() {
            if page.read("document.activeElement.dataset.alignment").await? == json!(quantity) {
                break;
            }
            page.press([keys::DOWN]).await?;
        }
        page.press([keys::ENTER]).await?;
        wait_until_chosen(page, &quantity).await?;
        tab_to(page, "[data-card] .dock-body").await?;
        ensure!(page.text("[data-card]").await?.contains("at least 25"), "the card does not give E's figure");
        page.press(['t']).await?;
        wait_until_turned(page, "table").await?;
        page.wait_until("document.activeElement.matches('[data-selected] .t')", "focus is on the chosen row").await?;
        page.press([keys::RIGHT, keys::RIGHT, keys::RIGHT, keys::ENTER]).await?;
        wait_until_turned(page, "read").await?;
        wait_until_on_mark(page, "E").await?;
        page.press(['t']).await?;
        wait_until_turned(page, "table").await?;
        page.wait_until("document.activeElement.matches('[data-selected] .val')", "focus is on E's figure again")
            .await?;
        let place = page.text(".val:focus").await?;
        ensure!(place.contains("at least 25"), "focus is on {place:?}");
        Ok(())
    });
}

async fn deaths_row(page: &Page) -> Result<String> {
    strings(page, ROWS).await?.into_iter().find(|id| id.contains("deaths")).context("no row of deaths")
}

async fn wait_until_turned(page: &Page, view: &str) -> Result<()> {
    page.wait_until(&format!("document.querySelector('.view-{view}')"), &format!("the view is {view}")).await
}

async fn focus_is_inside(page: &Page, selector: &str) -> Result<()> {
    let inside = format!("document.activeElement.closest({})", json!(selector));
    page.wait_until(&inside, &format!("focus is inside {selector}")).await
}

/// The chosen figure of a text has the focus, and stands in the window of its column.
async fn wait_until_on_mark(page: &Page, source: &str) -> Result<()> {
    let mark = format!("[data-source={source}] [data-claim][data-selected]");
    page.wait_until(&format!("document.activeElement.matches('{mark}')"), "focus is on the figure").await?;
    let (marks, windows) = (page.rects(&mark).await?, page.rects(&format!("[data-source={source}] .scroll")).await?);
    let (mark, window) = (marks[0], windows[0]);
    ensure!(mark.top >= window.top && mark.top + mark.height <= window.top + window.height, "{mark:?} {window:?}");
    Ok(())
}
