//! What goes wrong around the page: a store that is full or closed, a clipboard that refuses, a clock that jumps, no
//! network. Chromium only, which can be told to go wrong.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Page, browse_in, is_served};
use serde_json::json;

use crate::own::{compare, drop_texts, paste_two, until_kept};
use crate::view::{ensure_no_complaint, shipped_corrections, sources, until_corrected};

/// Runs a test after a script that spoils something.
fn spoilt(name: &str, script: &str, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    browse_in(Browser::Chromium, name, async |page| {
        page.before_the_page(script).await?;
        test(page).await
    });
}

/// Until the dialog of the collection says this of the work.
async fn until_said(page: &Page, words: &str) -> Result<()> {
    let said = format!("document.querySelector('#collection .kept').textContent.includes({})", json!(words));
    page.wait_until(&said, words).await
}

const FULL: &str = "const put = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...all) {
        if (window.isFull) throw new DOMException('no room', 'QuotaExceededError');
        return put.apply(this, all);
    };";

#[test]
fn a_full_store_is_said_and_work_is_kept_once_there_is_room() {
    spoilt("fault-full", FULL, async |page| {
        paste_two(page).await?;
        until_kept(page).await?;
        page.read("window.isFull = true").await?;
        page.type_into("#collection .field input", "Two ").await?;
        until_said(page, "this device has no room left").await?;
        page.read("window.isFull = false").await?;
        page.type_into("#collection .field input", "fires").await?;
        until_said(page, "Saved on this device").await?;
        page.reload().await?;
        let title = page.text(".brand h1").await?;
        ensure!(title.contains("Two ") && title.contains("fires"), "the title is “{title}”");
        ensure_no_complaint(page).await
    });
}

#[test]
fn a_collection_that_finds_no_room_can_still_be_had_back() {
    spoilt("fault-full-back", FULL, async |page| {
        paste_two(page).await?;
        until_kept(page).await?;
        page.click("#collection .shelf .btn:last-child").await?;
        page.wait_until("!document.querySelector('#collection .shelf li')", "an empty shelf").await?;
        page.read("window.isFull = true").await?;
        page.click("#put-back").await?;
        page.wait_until("document.querySelector('#collection .troubles li')", "what went wrong").await?;
        page.read("window.isFull = false").await?;
        page.click("#put-back").await?;
        page.wait_until("document.querySelector('#collection .shelf .open')", "the collection").await?;
        page.click("#collection .shelf .open").await?;
        page.wait_until("document.querySelectorAll('#collection .own li').length === 2", "both texts").await?;
        ensure_no_complaint(page).await
    });
}

#[test]
fn a_file_that_cannot_be_read_is_not_said_to_be_empty() {
    const BROKEN: &str = "Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
        FileReader.prototype.readAsArrayBuffer = function () { setTimeout(() => this.dispatchEvent(new Event('loadend'))); };";
    spoilt("fault-file", BROKEN, async |page| {
        page.open("").await?;
        drop_texts(page, &[&[("gone.txt", "At least 27 people were killed.")]]).await?;
        page.wait_until("document.querySelector('#collection[open] .troubles li')", "what went wrong").await?;
        let said = page.text("#collection .troubles").await?;
        ensure!(said.contains("gone.txt cannot be read."), "it says {said}");
        ensure_no_complaint(page).await
    });
}

#[test]
fn without_a_store_the_page_works_and_says_that_nothing_is_kept() {
    const CLOSED: &str = "Object.defineProperty(window, 'localStorage',
        { get() { throw new DOMException('closed', 'SecurityError'); } });";
    spoilt("fault-closed", CLOSED, async |page| {
        paste_two(page).await?;
        until_said(page, "this browser keeps nothing here").await?;
        compare(page).await?;
        page.click("[data-alignment]").await?;
        page.wait_until("document.querySelector('[data-card]')", "the card").await?;
        ensure_no_complaint(page).await
    });
}

#[test]
fn a_clipboard_that_refuses_is_not_said_to_have_the_link() {
    const REFUSED: &str = "if (window.Clipboard) Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));";
    spoilt("fault-clipboard", REFUSED, async |page| {
        page.open("").await?;
        ensure!(page.read("'Clipboard' in window").await? == json!(true), "there is no clipboard to refuse");
        page.click(".acts .share").await?;
        page.click("[data-act=link]").await?;
        page.wait_until("document.querySelector('#link')?.value.includes('#')", "the link").await?;
        let said = page.text("#share").await?;
        ensure!(!said.contains("opied"), "it says {said}");
        ensure_no_complaint(page).await
    });
}

/// Writes a note on the first figure of the card.
async fn note(page: &Page, words: &str) -> Result<()> {
    page.click("[data-card] [data-figure] .pencil").await?;
    page.type_into("#disagree label:last-of-type input", words).await?;
    page.click("#disagree [data-act=note]").await
}

#[test]
fn a_clock_that_jumps_back_changes_no_order() {
    spoilt("fault-clock", "", async |page| {
        page.open("").await?;
        page.click("[data-alignment]").await?;
        note(page, "first").await?;
        until_corrected(page, shipped_corrections() + 1).await?;
        page.read("(() => { Date.now = () => 1000; return 0; })()").await?;
        note(page, "second").await?;
        until_corrected(page, shipped_corrections() + 2).await?;
        until_kept(page).await?;
        page.reload().await?;
        until_corrected(page, shipped_corrections() + 2).await?;
        page.press(['u']).await?;
        until_corrected(page, shipped_corrections() + 1).await?;
        page.click(".acts .journal").await?;
        let journal = page.text("#journal").await?;
        ensure!(journal.contains("first"), "the journal says {journal}");
        ensure_no_complaint(page).await
    });
}

#[test]
fn the_page_opens_without_a_network() {
    if is_served() {
        return;
    }
    spoilt("fault-offline", "", async |page| {
        page.devtools("Network.enable", json!({})).await?;
        let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        page.devtools("Network.emulateNetworkConditions", offline).await?;
        page.open("").await?;
        ensure!(sources(page).await? == ["A", "B", "C", "D", "E"]);
        ensure_no_complaint(page).await
    });
}
