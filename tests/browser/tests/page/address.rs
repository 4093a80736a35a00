//! The address: what is chosen stands in the fragment.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, browse, keys};
use serde_json::json;

use crate::view::{
    card, deaths, ensure_no_complaint, quantities, row, sources, wait_until_chosen, wait_until_nothing_is_chosen,
};

#[test]
fn a_copied_address_opens_the_same_view() {
    browse("copied-address", async |page| {
        page.open("").await?;
        let quantity = deaths(page).await?;
        page.click(&row(&quantity)).await?;
        wait_until_chosen(page, &quantity).await?;
        let (fragment, by_hand) = (page.fragment().await?, card(page).await?);
        page.open(&fragment).await?;
        wait_until_chosen(page, &quantity).await?;
        ensure!(card(page).await? == by_hand, "the card differs from the one that was chosen by hand");
        Ok(())
    });
}

#[test]
fn back_and_forward_walk_the_choices() {
    browse("history", async |page| {
        page.open("").await?;
        let quantities = quantities(page).await?;
        let [first, second, ..] = quantities.as_slice() else { anyhow::bail!("the rail has only {quantities:?}") };
        choose(page, first).await?;
        choose(page, second).await?;
        page.back().await?;
        wait_until_chosen(page, first).await.context("after Back")?;
        page.back().await?;
        wait_until_nothing_is_chosen(page).await.context("after Back twice")?;
        page.forward().await?;
        wait_until_chosen(page, first).await.context("after Forward")
    });
}

#[test]
fn a_changed_fragment_is_followed() {
    browse("changed-fragment", async |page| {
        page.open("").await?;
        let quantity = deaths(page).await?;
        page.read(&format!("location.hash = 'q=' + {}", json!(quantity))).await?;
        wait_until_chosen(page, &quantity).await
    });
}

#[test]
fn what_was_typed_is_not_written_over_the_entry_gone_back_to() {
    browse("typed-and-gone-back", async |page| {
        page.open("").await?;
        let quantity = deaths(page).await?;
        choose(page, &quantity).await?;
        page.read(
            "(() => { const field = document.querySelector('.rail [type=search]'); field.value = 'deaths';
                field.dispatchEvent(new Event('input', { bubbles: true })); history.back(); })()",
        )
        .await?;
        wait_until_nothing_is_chosen(page).await?;
        // Longer than the keys have to rest.
        tokio::time::sleep(Duration::from_millis(500)).await;
        ensure!(page.fragment().await?.is_empty(), "the address is {}", page.fragment().await?);
        Ok(())
    });
}

#[test]
fn a_notice_that_is_closed_leaves_focus_on_the_page() {
    browse("notices", async |page| {
        for fragment in ["", "#q=unheard"] {
            page.open(fragment).await?;
            while page.read("!!document.querySelector('.notice .btn')").await? == json!(true) {
                page.read("[...document.querySelectorAll('.notice .btn')].at(-1).focus()").await?;
                page.press([keys::ENTER]).await?;
                page.wait_until("document.activeElement !== document.body", "focus is somewhere").await?;
            }
        }
        Ok(())
    });
}

#[test]
fn a_hostile_fragment_does_no_harm() {
    browse("hostile-fragment", async |page| {
        for fragment in hostile_fragments() {
            let shown: String = fragment.chars().take(60).collect();
            survives(page, &fragment).await.with_context(|| format!("with the fragment {shown}"))?;
        }
        Ok(())
    });
}

async fn survives(page: &Page, fragment: &str) -> Result<()> {
    page.open(fragment).await?;
    ensure!(sources(page).await?.len() == 5, "the five columns are gone");
    ensure!(page.read("window.harmed === undefined").await? == json!(true), "a script from the address ran");
    ensure_no_complaint(page).await
}

fn hostile_fragments() -> Vec<String> {
    let mut fragments: Vec<String> = [
        "#",
        "##",
        "#q",
        "#q=",
        "#q=no-such-quantity",
        "#=&&==&q",
        "#q=a&q=b",
        "#q=%",
        "#q=%E0%A4%A",
        "#q=%00",
        "#q=%FF%FE",
        "#q=<script>window.harmed=1</script>",
        "#q=%3Cimg%20src=x%20onerror=window.harmed=1%3E",
        "#q=\"]);window.harmed=1;//",
        "#q=javascript:window.harmed=1",
        "#q=__proto__",
        "#q=../../etc/passwd",
        "#q=%F0%9F%97%B3",
        "#constructor",
    ]
    .map(String::from)
    .into();
    fragments.push(format!("#q={}", "a".repeat(200_000)));
    fragments.push(format!("#{}", "q=%3C&".repeat(20_000)));
    fragments
}

async fn choose(page: &Page, quantity: &str) -> Result<()> {
    page.click(&row(quantity)).await?;
    wait_until_chosen(page, quantity).await
}
