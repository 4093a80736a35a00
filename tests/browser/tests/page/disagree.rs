//! Disagreeing with what the program read: corrections are shown, undone, redone, kept and shared.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Page, browse, keys};
use serde_json::json;

use crate::view::{
    claims, ensure_no_complaint, fragment_in, in_spanish, quantities, shipped_corrections, strings, until_corrected,
};

const DEATHS: &str = "#q=deaths-in-the-post-election-protests";

/// The relations of the pairs in the card.
async fn relations(page: &Page) -> Result<Vec<String>> {
    strings(page, "[...document.querySelectorAll('[data-pair] [data-relation]')].map((it) => it.dataset.relation)")
        .await
}

/// Waits until the dialog is closed and the page stands again.
async fn settled(page: &Page) -> Result<()> {
    page.wait_until("!document.querySelector('dialog[open]') && document.querySelector('#card')", "the card is back")
        .await
}

async fn choose(page: &Page, selector: &str, value: &str) -> Result<()> {
    let set = format!(
        "(() => {{ const field = document.querySelector({}); field.value = {};
            field.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()",
        json!(selector),
        json!(value)
    );
    page.read(&set).await.map(drop)
}

/// Says that A and C conflict, and why.
async fn set_a_relation(page: &Page) -> Result<()> {
    page.click("[data-pair] .pencil").await?;
    choose(page, "#disagree select", "conflict").await?;
    page.type_into("#disagree label:last-of-type input", "counted twice").await?;
    page.click("#disagree [data-act=save]").await?;
    settled(page).await
}

async fn strike(page: &Page) -> Result<()> {
    page.click("[data-card] [data-figure] .pencil").await?;
    page.click("#disagree .row:nth-of-type(2) .btn").await?;
    page.wait_until("document.querySelector('mark.is-struck')", "a struck mark").await
}

#[test]
fn a_relation_is_set_with_a_reason_undone_redone_and_kept() {
    browse("disagree-relation", async |page| {
        page.open(DEATHS).await?;
        let before = relations(page).await?;
        set_a_relation(page).await?;
        page.wait_until("document.querySelector('[data-pair] [data-relation=conflict]')", "the conflict").await?;
        let after = relations(page).await?;
        ensure!(page.text("[data-pair]").await?.contains("ounted twice"), "the reason is not shown");
        page.wait_until("document.activeElement.dataset.act?.startsWith('pair-')", "focus is where it was").await?;
        page.press(['u']).await?;
        page.wait_until("!document.querySelector('[data-pair] [data-relation=conflict]')", "it is undone").await?;
        ensure!(relations(page).await? == before);
        page.press(['U']).await?;
        page.wait_until("document.querySelector('[data-pair] [data-relation=conflict]')", "it is done again").await?;
        page.wait_until("document.querySelector('.acts .kept').textContent === 'Saved on this device'", "it is kept")
            .await?;
        page.reload().await?;
        ensure!(relations(page).await? == after);
        page.press(['e']).await?;
        let entries = page.text("#journal .journal").await?;
        ensure!(entries.contains("Set how") && entries.contains("counted twice"), "the journal says {entries}");
        page.click("#journal [aria-pressed]").await?;
        page.wait_until("!document.querySelector('[data-pair] [data-relation=conflict]')", "what the program said")
            .await?;
        ensure_no_complaint(page).await
    });
}

#[test]
fn what_was_asked_of_one_collection_is_not_asked_of_the_next() {
    browse("disagree-elsewhere", async |page| {
        page.open(DEATHS).await?;
        page.click("[data-card] [data-figure^='E.'] .pencil").await?;
        page.wait_until("document.querySelector('#disagree[open] [data-act=save]')", "the form").await?;
        page.press([keys::ESCAPE]).await?;
        page.wait_until("!document.querySelector('dialog[open]')", "the form is closed").await?;
        page.click(".acts .collection").await?;
        page.click("#practice").await?;
        page.wait_until("document.querySelectorAll('[data-source]').length === 3", "three short texts").await?;
        in_spanish(page).await?;
        page.press(['j']).await?;
        page.wait_until("document.querySelector('[data-card]')", "the page goes on").await?;
        ensure_no_complaint(page).await
    });
}

#[test]
fn figures_of_one_text_only_are_corrected_and_joined() {
    browse("disagree-lone", async |page| {
        page.open("").await?;
        let before = quantities(page).await?.len();
        page.click(".rail .lone .grp").await?;
        page.click("[data-lone]").await?;
        page.wait_until("document.activeElement.dataset.claim", "the figure in its text").await?;
        page.press([keys::ENTER]).await?;
        page.wait_until("document.querySelector('#disagree[open] .said .tag')", "what there is to say of it").await?;
        choose(page, "#disagree div > .field select", "+1").await?;
        page.click("#disagree [data-act=link]").await?;
        until_corrected(page, shipped_corrections() + 1).await?;
        page.wait_until(
            &format!("document.querySelectorAll('.rail [data-alignment]').length === {}", before + 1),
            "a quantity of the two",
        )
        .await
    });
}

#[test]
fn a_date_that_is_none_is_said_and_one_in_words_is_read() {
    browse("disagree-date", async |page| {
        page.open(DEATHS).await?;
        page.click("[data-card] [data-figure] .pencil").await?;
        let field = "#disagree label:nth-of-type(5) input";
        page.type_into(field, "some day").await?;
        page.wait_until("document.querySelector('#disagree .wrong').textContent", "the sentence on the date").await?;
        page.click("#disagree [data-act=save]").await?;
        ensure!(page.read("document.querySelector('#disagree').open").await? == json!(true), "it was let through");
        page.read(&format!("document.querySelector('{field}').value = ''")).await?;
        page.type_into(field, "30 July 2024").await?;
        page.click("#disagree [data-act=save]").await?;
        page.wait_until("document.querySelector('[data-card] .qm')?.textContent.includes('30 Jul 2024')", "the date")
            .await
    });
}

#[test]
fn a_struck_figure_leaves_its_quantity_and_an_added_one_is_marked() {
    browse("disagree-figures", async |page| {
        page.open(DEATHS).await?;
        strike(page).await?;
        ensure!(page.read("document.querySelectorAll('[data-card] [data-figure]').length").await? == json!(2));
        let before = claims(page, "A").await?.len();
        // The first words of the text are selected as a person would.
        page.read(
            "(() => { const first = document.querySelector('[data-source=A] [data-paragraph]');
                const words = document.createTreeWalker(first, NodeFilter.SHOW_TEXT).nextNode();
                const range = document.createRange(); range.selectNodeContents(words); range.setEnd(words, 3);
                getSelection().removeAllRanges(); getSelection().addRange(range); })()",
        )
        .await?;
        page.press(['a']).await?;
        page.wait_until("document.querySelector('#disagree[open] [data-act=save]')", "the form").await?;
        page.click("#disagree [data-act=save]").await?;
        page.wait_until("document.querySelector('[data-source=A] mark.is-own')", "a mark of one's own").await?;
        ensure!(claims(page, "A").await?.len() == before + 1);
        ensure_no_complaint(page).await
    });
}

#[test]
fn a_link_carries_corrections_and_a_damaged_one_says_so() {
    if Browser::from_environment() != Browser::Chromium {
        return;
    }
    let link = std::cell::RefCell::new(String::new());
    browse("link-made", async |page| {
        page.open(DEATHS).await?;
        set_a_relation(page).await?;
        page.click(".acts .share").await?;
        page.click("[data-act=link]").await?;
        link.replace(fragment_in(page, "#link").await?);
        ensure!(link.borrow().len() < 300, "a link of {} characters for one correction", link.borrow().len());
        Ok(())
    });
    browse("link-opened", async |page| {
        let link = link.borrow().clone();
        let conflict = "document.querySelector('[data-pair] [data-relation=conflict]')";
        page.open("").await?;
        page.read(&format!("location.hash = {}", json!(link))).await?;
        page.wait_until(conflict, "the correction, on a page that is open").await?;
        page.open(&link).await?;
        page.wait_until(conflict, "the correction").await?;
        let damaged = link.replace("#work=", "#work=z");
        page.open(&damaged).await?;
        let said = page.text(".notice .troubles").await?;
        ensure!(said.contains("link"), "it says {said}");
        ensure!(page.read("document.querySelectorAll('[data-source]').length").await? == json!(5));
        ensure_no_complaint(page).await
    });
}
