//! A pupil's copy: handed out, worked in, kept, and handed in.

use std::cell::RefCell;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Page, browse, browse_in, is_served, keys};
use serde_json::json;

use crate::own::{compare, paste_two};
use crate::view::{ensure_no_complaint, ensure_no_english, fragment_in, in_spanish, sources, strings, tab_to};
use crate::work::{downloads, save};

const COPY: &str = "#pupil=deaths-in-the-post-election-protests&pupil=result-of-the-vote-after-the-july-2024";

/// Selects words of a text as a mouse would, and waits for the button that marks them.
async fn select(page: &Page, source: &str, words: &str) -> Result<()> {
    let there = format!("document.querySelector('[data-source={source}] .art')");
    if page.read(&format!("!{there}")).await? == json!(true) {
        let tab = format!("[...document.querySelectorAll('.tabs-of b')].find((it) => it.textContent === '{source}')");
        page.read(&format!("{tab}.parentElement.click()")).await?;
    }
    page.wait_until(&there, &format!("the text {source}")).await?;
    let select = format!(
        "(() => {{ const walker = document.createTreeWalker({there}, NodeFilter.SHOW_TEXT);
            for (let node; (node = walker.nextNode());) {{
                const at = node.data.indexOf({words});
                if (at < 0) continue;
                getSelection().setBaseAndExtent(node, at, node, at + {words}.length);
                return true;
            }} return false; }})()",
        words = json!(words)
    );
    ensure!(page.read(&select).await? == json!(true), "“{words}” is not in {source}");
    page.wait_until("!document.querySelector('#mark-selected').hidden", "the button that marks").await
}

async fn until_marked(page: &Page, count: usize) -> Result<()> {
    let marks =
        format!("document.querySelectorAll('[data-mine]').length === {count} && !document.querySelector('#mark-form')");
    page.wait_until(&marks, &format!("{count} marks")).await
}

/// Marks words of a text under the first topic.
async fn mark(page: &Page, source: &str, words: &str, little_word: &str) -> Result<()> {
    select(page, source, words).await?;
    page.click("#mark-selected").await?;
    page.wait_until("document.activeElement?.id === 'mark-form'", "the form with focus on it").await?;
    ensure!(page.text("#mark-form h2").await?.contains(words), "the form does not quote “{words}”");
    let pressed =
        strings(page, "[...document.querySelectorAll('#mark-form [aria-pressed=true]')].map((it) => it.textContent)");
    ensure!(pressed.await?.is_empty(), "something is proposed");
    page.click(&format!("#mark-form [data-act={little_word}]")).await?;
    page.click("#mark-form [data-option='0']").await?;
    page.click("#keep-mark").await
}

/// Marks the deaths of text E by keys alone: the words are typed, the place walked to, the form filled in.
async fn mark_by_keys(page: &Page) -> Result<()> {
    page.read("document.querySelectorAll('.tabs-of button')[4].focus()").await?;
    page.press([keys::ENTER]).await?;
    page.wait_until("document.querySelector('[data-source=E]')", "the text E").await?;
    tab_to(page, ".finder input").await?;
    page.press("at least 25".chars()).await?;
    page.wait_until("document.querySelector('#found')?.textContent === 'at least 25'", "the words are found").await?;
    tab_to(page, "[data-act=pupil_mark_words]").await?;
    page.press([keys::ENTER]).await?;
    page.wait_until("document.activeElement?.id === 'mark-form'", "the form").await?;
    page.press([keys::TAB, keys::ENTER]).await?;
    for act in ["[data-act=at_least]", "[data-option='0']", "[data-act=pick-who]"] {
        tab_to(page, act).await?;
        page.press([keys::ENTER]).await?;
    }
    tab_to(page, "#mark-form .finder input").await?;
    page.press("people".chars()).await?;
    tab_to(page, "[data-act=pupil_take_who]").await?;
    page.press([keys::ENTER]).await?;
    page.wait_until("document.querySelector('#who-words')?.textContent.includes('people')", "who says so").await?;
    tab_to(page, "#keep-mark").await?;
    page.press([keys::ENTER]).await?;
    until_marked(page, 3).await?;
    page.wait_until("document.activeElement?.matches('[data-mark]')", "focus is on the mark").await
}

/// No mark, no relation and no reason of the program is anywhere in the document.
async fn nothing_of_the_program(page: &Page) -> Result<()> {
    let marks =
        "document.querySelectorAll('[data-claim], [data-relation], [data-alignment], [data-pair], dialog').length";
    ensure!(page.read(marks).await? == json!(0), "marks or relations of the program are on the page");
    let text = "(() => { const copy = document.body.cloneNode(true);
        copy.querySelectorAll('script, .options, .words-of').forEach((it) => it.remove()); return copy.textContent; })()";
    let text = page.read(text).await?;
    for word in ["Both can be true", "Later count", "28 is at least 27", "Conflict"] {
        ensure!(!text.as_str().unwrap_or_default().contains(word), "“{word}” is on the page");
    }
    Ok(())
}

/// Compares the first two marks: the reason is required, and the program's word comes after it.
async fn compare_a_pair(page: &Page) -> Result<()> {
    page.click("[data-act=pupil_compare]").await?;
    page.wait_until("document.querySelectorAll('.quotes figure').length === 2", "two passages").await?;
    ensure!(
        strings(page, "[...document.querySelectorAll('.painted')].map((it) => it.textContent)").await?
            == ["at least 27 deaths", "28 deaths"]
    );
    page.click("[data-verdict=later]").await?;
    page.click("#keep-pair").await?;
    page.wait_until(
        "document.querySelector('.missing').textContent && document.activeElement.id === 'because'",
        "the reason is asked for",
    )
    .await?;
    ensure!(
        page.read("document.querySelector('#show-word')").await?.is_null(),
        "the word can be seen without a reason"
    );
    page.click("[data-act=pupil_start_text]").await?;
    page.wait_until(
        "document.activeElement.id === 'because' && document.activeElement.value === 'Text C was written '",
        "a beginning",
    )
    .await?;
    page.type_into("#because", "a year later").await?;
    nothing_of_the_program(page).await?;
    page.click("#show-word").await?;
    page.wait_until("document.querySelector('#program-word [data-relation=compatible]')", "the program’s word").await?;
    ensure!(page.text("#program-word").await?.contains("a year later"), "the pupil’s reason is not beside it");
    page.click("#keep-pair").await?;
    page.wait_until("document.querySelector('.painted:last-of-type')?.textContent && document.querySelector('[data-act=pair-1][aria-current]')", "the next pair").await
}

/// What the pupil did is all there.
async fn all_is_there(page: &Page) -> Result<()> {
    until_marked(page, 3).await?;
    page.click("[data-act=pupil_compare]").await?;
    page.click("[data-act=pair-0]").await?;
    page.wait_until("document.querySelector('#because')?.value === 'Text C was written a year later'", "the reason")
        .await?;
    page.wait_until("document.querySelector('[data-verdict=later][aria-pressed=true]')", "the word").await?;
    page.wait_until("document.querySelector('#program-word [data-relation]')", "what was seen").await?;
    page.click("[data-act=pupil_say]").await?;
    page.wait_until("document.querySelector('.frame input')?.value === 'A'", "the sentence").await?;
    ensure!(page.read("document.querySelector('#pupil-name').value").await? == json!("Ana B."));
    ensure_no_complaint(page).await
}

async fn work_through(page: &Page, folder: &Path) -> Result<()> {
    nothing_of_the_program(page).await?;
    page.type_into("#pupil-name", "Ana B.").await?;
    mark(page, "A", "at least 27 deaths", "at_least").await?;
    until_marked(page, 1).await?;
    mark(page, "C", "28 deaths", "none").await?;
    until_marked(page, 2).await?;
    mark_by_keys(page).await?;
    page.press(['u']).await?;
    until_marked(page, 2).await?;
    page.press(['U']).await?;
    until_marked(page, 3).await?;
    nothing_of_the_program(page).await?;
    compare_a_pair(page).await?;
    page.click("[data-act=pupil_say]").await?;
    page.type_into(".frame input", "A").await?;
    page.wait_until("document.querySelector('.mine-foot .kept').textContent.includes('Saved')", "it is kept").await?;
    page.reload().await?;
    page.wait_until("document.querySelector('.saying')", "the step that was left").await?;
    all_is_there(page).await?;
    save(page, folder, "#save-work", "ana-b.html").await.map(drop)
}

#[test]
fn a_copy_is_handed_out_worked_in_and_handed_in() {
    if !downloads() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = |ending: &str| {
        let files = std::fs::read_dir(folder.path()).expect("the folder").filter_map(|it| Some(it.ok()?.path()));
        files.into_iter().find(|path| path.to_string_lossy().ends_with(ending)).expect("the file")
    };
    browse("pupil-handed-out", async |page| {
        page.open("#lesson=deaths-in-the-post-election-protests&lesson=result-of-the-vote-after-the-july-2024").await?;
        page.click(".acts .share").await?;
        save(page, folder.path(), "[data-act=pupils_file]", "pupils-copy.html").await.map(drop)
    });
    browse("pupil-works", async |page| {
        page.open_file(&file("pupils-copy.html"), "").await?;
        ensure!(page.read("document.querySelectorAll('[data-topic]').length").await? == json!(2), "no two topics");
        ensure!(page.read("document.querySelector('#leave-copy')").await?.is_null(), "a file has no way out");
        work_through(page, folder.path()).await
    });
    browse("pupil-handed-in", async |page| {
        page.open_file(&file("ana-b.html"), "").await?;
        all_is_there(page).await
    });
}

#[test]
fn a_mark_is_changed_and_removed() {
    browse("pupil-change", async |page| {
        page.open(COPY).await?;
        mark(page, "A", "at least 27 deaths", "none").await?;
        until_marked(page, 1).await?;
        page.wait_until("document.activeElement?.matches('[data-mark]')", "focus on the mark").await?;
        page.press([keys::ENTER]).await?;
        page.wait_until("document.querySelector('#mark-form [data-act=none][aria-pressed=true]')", "the mark as it is")
            .await?;
        page.click("#mark-form [data-act=at_least]").await?;
        page.click("#keep-mark").await?;
        until_marked(page, 1).await?;
        page.click("[data-mark]").await?;
        page.wait_until("document.querySelector('#mark-form [data-act=at_least][aria-pressed=true]')", "the change")
            .await?;
        page.click("#mark-form footer .btn").await?;
        until_marked(page, 0).await?;
        page.press_together(&['\u{e009}', 'z']).await?;
        until_marked(page, 1).await?;
        select(page, "A", "52%").await?;
        page.press(['a']).await?;
        page.click("#keep-mark").await?;
        page.wait_until("document.querySelector('.missing').textContent", "what is missing").await?;
        page.press([keys::ESCAPE]).await?;
        until_marked(page, 1).await?;
        ensure_no_complaint(page).await
    });
}

#[test]
fn a_mark_that_is_being_made_outlives_words_of_another_text() {
    browse("pupil-who", async |page| {
        page.open(COPY).await?;
        select(page, "A", "at least 27 deaths").await?;
        page.click("#mark-selected").await?;
        page.click("#mark-form [data-act=at_least]").await?;
        page.click("#mark-form [data-act=pick-who]").await?;
        select(page, "C", "28 deaths").await?;
        page.click("#mark-selected").await?;
        page.wait_until("document.querySelector('.missing').textContent", "what is missing").await?;
        ensure!(page.text("#mark-form h2").await?.contains("at least 27 deaths"), "the form is about other words");
        let pressed = "document.querySelector('#mark-form [data-act=at_least]').ariaPressed";
        ensure!(page.read(pressed).await? == json!("true"), "the little word is gone");
        Ok(())
    });
}

#[test]
fn a_copy_from_the_shelf_is_drawn_over_its_own_texts() {
    browse("pupil-shelf", async |page| {
        page.open(COPY).await?;
        mark(page, "E", "at least 25", "at_least").await?;
        until_marked(page, 1).await?;
        page.wait_until("document.querySelector('.mine-foot .kept').textContent.includes('Saved')", "it is kept")
            .await?;
        page.click("#leave-copy").await?;
        page.wait_until("document.querySelector('[data-alignment]')", "the ordinary page").await?;
        paste_two(page).await?;
        compare(page).await?;
        page.click(".acts .collection").await?;
        page.click("#collection .shelf .open").await?;
        until_marked(page, 1).await?;
        page.click("[data-mine]").await?;
        page.wait_until("document.querySelector('[data-source=E] [data-mark]')", "the mark in its text").await?;
        page.click("#leave-copy").await?;
        page.wait_until("document.querySelector('[data-alignment]')", "the ordinary page").await?;
        ensure_no_complaint(page).await
    });
}

#[test]
fn letter_keys_outlive_a_dialog_that_went_with_its_page() {
    browse("pupil-dialog", async |page| {
        page.open("").await?;
        page.press(['c']).await?;
        page.wait_until("document.querySelector('#columns[open]')", "the columns").await?;
        page.read(&format!("location.hash = {}", json!(COPY))).await?;
        page.wait_until("document.querySelector('.pupil')", "the copy").await?;
        page.click("#leave-copy").await?;
        page.wait_until("document.querySelector('[data-alignment]')", "the ordinary page").await?;
        page.press(['j']).await?;
        page.wait_until("document.querySelector('[data-card]')", "a quantity is chosen").await?;
        ensure_no_complaint(page).await
    });
}

#[test]
fn what_pupils_are_asked_for_follows_the_lesson() {
    browse("pupil-asked", async |page| {
        page.open("").await?;
        page.click(".acts .share").await?;
        let asked = "#share section:has([data-act=pupils_file]) .said";
        let suggested = page.text(asked).await?;
        page.read("location.hash = '#lesson=result-of-the-vote-after-the-july-2024'").await?;
        page.wait_until(
            &format!("document.querySelector('{asked}').innerText.trim() !== {}", json!(suggested)),
            "the quantity of the lesson alone",
        )
        .await?;
        ensure!(!page.text(asked).await?.contains(" · "), "more than one is asked for");
        Ok(())
    });
}

#[test]
fn the_programs_marks_are_shown_on_request_and_hidden_again() {
    browse("pupil-shown", async |page| {
        page.open(COPY).await?;
        nothing_of_the_program(page).await?;
        page.click("[data-act=pupil_show]").await?;
        page.wait_until("document.querySelector('.asking')", "a question first").await?;
        nothing_of_the_program(page).await?;
        page.click(".asking [data-act=pupil_show]").await?;
        page.wait_until("document.querySelector('[data-source=A] [data-claim]')", "the marks").await?;
        page.click("[data-act=pupil_hide]").await?;
        page.wait_until("!document.querySelector('[data-claim]')", "no marks").await?;
        page.click("[data-act=pupil_show]").await?;
        page.wait_until("document.querySelector('[data-claim]')", "the marks, without a second question").await
    });
}

#[test]
fn a_group_has_its_text_alone() {
    browse("pupil-group", async |page| {
        page.open(&format!("{COPY}&only=C")).await?;
        ensure!(sources(page).await? == ["C"], "other texts are on the page");
        mark(page, "C", "28 deaths", "none").await?;
        until_marked(page, 1).await?;
        page.reload().await?;
        until_marked(page, 1).await?;
        ensure!(sources(page).await? == ["C"]);
        page.open(COPY).await?;
        until_marked(page, 0).await?;
        ensure!(sources(page).await? == ["A", "B"], "the whole set is another copy");
        ensure_no_complaint(page).await
    });
}

#[test]
fn a_link_finds_the_work_that_was_begun() {
    browse("pupil-again", async |page| {
        page.open(COPY).await?;
        mark(page, "A", "at least 27 deaths", "at_least").await?;
        until_marked(page, 1).await?;
        page.wait_until("document.querySelector('.mine-foot .kept').textContent.includes('Saved')", "it is kept")
            .await?;
        page.click("#leave-copy").await?;
        page.wait_until("document.querySelector('[data-alignment]')", "the ordinary page").await?;
        ensure!(page.fragment().await?.is_empty(), "the address still asks for the copy");
        page.read(&format!("location.hash = {}", json!(COPY))).await?;
        until_marked(page, 1).await?;
        page.open(COPY).await?;
        until_marked(page, 1).await?;
        let works = "Object.keys(localStorage).filter((name) => name.startsWith('countercheck.work.')).length";
        ensure!(page.read(works).await? == json!(1), "the work is there twice");
        ensure_no_complaint(page).await
    });
}

#[test]
fn links_for_pupils_are_made_for_all_and_for_each_group() {
    if is_served() {
        return;
    }
    browse("pupil-links", async |page| {
        page.open("").await?;
        page.click(".acts .share").await?;
        page.click("[data-act=pupils_link]").await?;
        page.wait_until("document.querySelector('#pupils-link')?.value.startsWith('file:')", "a link to the file")
            .await?;
        ensure!(
            page.text("#share section:has([data-act=pupils_link]) .share").await?.contains("hosted copy"),
            "it does not say what it needs"
        );
        page.type_into("#address", "https://example.org/c/").await?;
        page.click("[data-group=B]").await?;
        page.wait_until(
            "/^https:..example.org.c.#pupil=.*&only=B$/.test(document.querySelector('#pupils-link')?.value)",
            "a link for a group",
        )
        .await?;
        ensure_no_complaint(page).await
    });
}

#[test]
fn own_texts_travel_in_the_link() {
    let link = RefCell::new(String::new());
    browse("pupil-own", async |page| {
        paste_two(page).await?;
        compare(page).await?;
        page.click(".acts .share").await?;
        page.click("[data-act=pupils_link]").await?;
        link.replace(fragment_in(page, "#pupils-link").await?);
        Ok(())
    });
    browse("pupil-own-opened", async |page| {
        let link = link.borrow().clone();
        page.open(&link).await?;
        ensure!(sources(page).await? == ["A", "B"]);
        nothing_of_the_program(page).await?;
        ensure!(page.read("document.querySelectorAll('[data-topic]').length").await? != json!(0), "no topics");
        ensure_no_complaint(page).await
    });
}

#[test]
fn a_copy_in_spanish_has_no_english_words() {
    browse("pupil-spanish", async |page| {
        page.open(COPY).await?;
        mark(page, "A", "at least 27 deaths", "at_least").await?;
        until_marked(page, 1).await?;
        mark(page, "C", "28 deaths", "none").await?;
        until_marked(page, 2).await?;
        in_spanish(page).await?;
        // Names of quantities have the texts' own words in them.
        let own = "[data-topic] h3, [data-option], .pairing h2, .saying h3";
        for step in ["mark", "compare", "say"] {
            page.click(&format!("[data-act=pupil_{step}]")).await?;
            ensure_no_english(page, ".pupil", own).await.with_context(|| step.to_owned())?;
        }
        page.click("[data-act=pupil_mark]").await?;
        page.click("[data-act=pupil_show]").await?;
        page.click("[data-mark]").await?;
        page.click("[data-act=pick-who]").await?;
        ensure_no_english(page, ".pupil", own).await.context("the form")
    });
}

#[test]
fn nothing_is_cut_off_at_any_width() {
    browse_in(Browser::Chromium, "pupil-widths", async |page| {
        for width in [360, 700, 999, 1000, 1280, 2560] {
            page.resize(width, 800).await?;
            for step in ["mark", "compare", "say"] {
                page.open(COPY).await?;
                page.click(&format!("[data-act=pupil_{step}]")).await?;
                let over = "document.documentElement.scrollWidth - innerWidth";
                ensure!(page.read(over).await?.as_f64().unwrap_or_default() <= 0.0, "{step} at {width} is too wide");
            }
        }
        Ok(())
    });
}
