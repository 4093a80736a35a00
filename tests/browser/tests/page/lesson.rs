//! A lesson for a class: from its plan to what the class takes home, by keys alone.

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Page, browse, keys};
use serde_json::json;

use crate::own::until_kept;
use crate::view::{ensure_no_complaint, ensure_no_english, in_spanish, strings};

const STEPS: [&str; 6] = ["clash", "who", "others", "word", "reason", "sentence"];

/// A lesson on the deaths alone, with some hands.
const DEATHS: &str = "#lesson=deaths-in-the-post-election-protests~14.8.5";

async fn until_step(page: &Page, step: &str) -> Result<()> {
    let there = format!("document.querySelector('#class[open] #stage[data-step={step}]') === document.activeElement");
    page.wait_until(&there, &format!("the step “{step}” with focus on it")).await
}

async fn go_on(page: &Page, step: &str) -> Result<()> {
    page.press([keys::RIGHT]).await?;
    until_step(page, step).await
}

async fn hands(page: &Page) -> Result<Vec<String>> {
    strings(page, "[...document.querySelectorAll('#stage .answer .n')].map((it) => it.textContent)").await
}

/// Says that the two figures conflict, and why.
async fn disagree(page: &Page) -> Result<()> {
    page.press([keys::ENTER]).await?;
    page.wait_until("document.activeElement.matches('#stage .field input')", "a field for the reason").await?;
    ensure!(page.read("document.querySelector('#stage select').value").await? == json!("conflict"));
    page.press("counted twice".chars()).await?;
    page.press([keys::TAB, keys::ENTER]).await?;
    page.wait_until("document.querySelector('#stage [data-own] [data-relation=conflict]')", "the word of the class")
        .await?;
    until_step(page, "reason").await?;
    ensure!(page.text("[data-own]").await?.contains("ounted twice"), "the reason is not shown");
    let program = page.read("document.querySelector('.said-word [data-relation]').dataset.relation").await?;
    ensure!(program == json!("compatible"), "the program’s own word is gone: {program}");
    Ok(())
}

#[test]
fn a_lesson_is_given_by_keys_from_its_plan_to_its_end() {
    browse("lesson-keys", async |page| {
        page.open("").await?;
        page.press(['p']).await?;
        until_step(page, "plan").await?;
        let picked = "[...document.querySelectorAll('.pick[aria-pressed=true] b')].map((it) => it.textContent)";
        ensure!((3..=5).contains(&strings(page, picked).await?.len()), "no lesson is suggested");
        // The deaths come first: Tab into the list, walk to them, put them at the first place.
        page.press([keys::TAB]).await?;
        while page.read("!document.activeElement.textContent.includes('Deaths')").await? == json!(true) {
            page.press([keys::DOWN]).await?;
        }
        page.press(['1']).await?;
        page.wait_until("document.activeElement.querySelector('i').textContent === '1'", "the first place").await?;
        let count = strings(page, picked).await?.len();
        go_on(page, "clash").await?;
        let quotes = page.text("#stage .two").await?;
        ensure!(quotes.contains("28 deaths") && quotes.contains("at least 25"), "the clash is {quotes}");
        page.press(['1', '1', '3']).await?;
        page.press_together(&[keys::SHIFT, '1']).await?;
        page.wait_until("document.querySelector('.answer .n').textContent === '1'", "one hand").await?;
        ensure!(hands(page).await? == ["1", "0", "1"]);
        go_on(page, "who").await?;
        ensure!(page.text("#stage").await?.contains("Havana Times"));
        go_on(page, "others").await?;
        one_text_alone(page).await?;
        go_on(page, "word").await?;
        page.press(['7', '7', '3']).await?;
        page.wait_until("document.querySelector('.sum b').textContent === '3'", "three hands").await?;
        go_on(page, "reason").await?;
        disagree(page).await?;
        go_on(page, "sentence").await?;
        page.press([keys::TAB, 'A', keys::TAB, '2', keys::ENTER]).await?;
        until_step(page, "sentence").await?;
        for _ in 1..count {
            for step in STEPS {
                go_on(page, step).await?;
            }
        }
        go_on(page, "end").await?;
        ensure!(page.read("document.querySelectorAll('.groups li b').length").await? == json!(count));
        page.press([keys::LEFT, keys::RIGHT, keys::RIGHT]).await?;
        until_step(page, "end").await?;
        page.press([keys::ESCAPE]).await?;
        page.wait_until("!document.querySelector('dialog[open]')", "the lesson is put away").await?;
        page.wait_until("document.activeElement !== document.body", "focus is somewhere").await?;
        page.press(['e']).await?;
        let journal = page.text("#journal .journal").await?;
        ensure!(journal.contains("Conflict") && journal.contains("counted twice"), "the journal says {journal}");
        ensure_no_complaint(page).await
    });
}

async fn one_text_alone(page: &Page) -> Result<()> {
    let shown = "[...document.querySelectorAll('.others-texts > section')].filter((it) => it.offsetWidth).length";
    ensure!(page.read(shown).await? == json!(5));
    page.press(['e']).await?;
    page.wait_until(&format!("{shown} === 1"), "one text alone").await?;
    page.press([keys::ESCAPE]).await?;
    page.wait_until(&format!("{shown} === 5"), "all texts again").await
}

#[test]
fn a_reload_keeps_the_place_the_hands_and_the_sentence() {
    browse("lesson-reload", async |page| {
        page.open(&format!("{DEATHS}&step=4")).await?;
        until_step(page, "word").await?;
        page.press(['4', '4', '7']).await?;
        page.wait_until("location.hash.includes('2.0.0.1')", "the hands in the address").await?;
        page.reload().await?;
        until_step(page, "word").await?;
        ensure!(hands(page).await? == ["0", "0", "0", "2", "0", "0", "1"]);
        go_on(page, "reason").await?;
        go_on(page, "sentence").await?;
        page.press([keys::TAB, 'E']).await?;
        page.reload().await?;
        until_step(page, "sentence").await?;
        ensure!(page.read("document.querySelector('.frame input').value").await? == json!("E"));
        page.press([keys::LEFT, keys::LEFT, keys::LEFT, keys::LEFT, keys::LEFT]).await?;
        until_step(page, "clash").await?;
        ensure!(hands(page).await? == ["14", "8", "5"]);
        Ok(())
    });
}

#[test]
fn a_planned_lesson_is_kept_with_the_work() {
    browse("lesson-kept", async |page| {
        let picked = "[...document.querySelectorAll('.pick[aria-pressed=true] b')].map((it) => it.textContent)";
        page.open("").await?;
        page.press(['p']).await?;
        until_step(page, "plan").await?;
        let suggested = strings(page, picked).await?;
        page.click(".pick[aria-pressed=true]").await?;
        page.wait_until(&format!("{picked}.length < {}", suggested.len()), "one quantity fewer").await?;
        let planned = strings(page, picked).await?;
        until_kept(page).await?;
        page.open("").await?;
        page.press(['p']).await?;
        until_step(page, "plan").await?;
        ensure!(strings(page, picked).await? == planned, "the plan is lost");
        Ok(())
    });
}

#[test]
fn a_lesson_left_is_found_again_and_another_class_begins_anew() {
    browse("lesson-again", async |page| {
        page.open(&format!("{DEATHS}&step=2")).await?;
        until_step(page, "who").await?;
        page.press([keys::ESCAPE]).await?;
        page.wait_until("!document.querySelector('dialog[open]')", "the lesson is put away").await?;
        page.click("#open-class").await?;
        until_step(page, "who").await?;
        page.press([keys::LEFT, keys::LEFT]).await?;
        until_step(page, "plan").await?;
        page.click(".plan-acts button:nth-child(2)").await?;
        page.wait_until("!location.hash.includes('14.8')", "the hands are cleared").await?;
        page.press([keys::RIGHT]).await?;
        until_step(page, "clash").await?;
        ensure!(hands(page).await? == ["0", "0", "0"]);
        ensure_no_complaint(page).await
    });
}

#[test]
fn no_outlet_is_named_before_the_class_may_know() {
    browse("lesson-masked", async |page| {
        page.open("").await?;
        let outlets = strings(page, "[...document.querySelectorAll('.card .who')].map((it) => it.textContent)").await?;
        let outlets: Vec<&str> =
            outlets.iter().map(String::as_str).filter(|name| *name != "Outlet not named").collect();
        ensure!(outlets.contains(&"Perfil") && outlets.contains(&"Havana Times"), "the outlets are {outlets:?}");
        for (mask, first) in [("", 2), ("&mask=outlets", 5)] {
            for (i, step) in STEPS.iter().enumerate().take(5) {
                page.open(&format!("{DEATHS}&step={}{mask}", i + 1)).await?;
                until_step(page, step).await?;
                let shown = page.text("#class").await?;
                let is_named = outlets.iter().any(|name| shown.contains(name));
                ensure!(!is_named || i + 1 >= first, "with “{mask}” the step {step} shows {shown}");
                ensure!(!mask.is_empty() || i != 1 || is_named, "step 2 says who says so");
            }
        }
        Ok(())
    });
}

#[test]
fn the_screen_goes_blank_a_presenter_leads_on_and_time_runs() {
    browse("lesson-keys-beside", async |page| {
        page.open(&format!("{DEATHS}&step=1")).await?;
        until_step(page, "clash").await?;
        page.press(['.']).await?;
        page.wait_until("getComputedStyle(document.querySelector('#stage')).visibility === 'hidden'", "blank").await?;
        page.press([keys::RIGHT]).await?;
        page.wait_until("getComputedStyle(document.querySelector('#stage')).visibility === 'visible'", "shown").await?;
        page.press([keys::PAGE_DOWN]).await?;
        until_step(page, "who").await?;
        page.press(['0']).await?;
        page.wait_until("document.querySelector('.clock').textContent === '0:59'", "time runs").await?;
        page.press(['0']).await?;
        page.wait_until("document.querySelector('.clock').textContent.startsWith('1:')", "a minute more").await?;
        page.press(['?']).await?;
        page.wait_until("document.querySelector('#help[open]')", "all keys").await?;
        page.press([keys::RIGHT, keys::ESCAPE]).await?;
        page.wait_until("!document.querySelector('#help[open]')", "the keys are closed").await?;
        ensure!(
            page.read("document.querySelector('#stage').dataset.step").await? == json!("who"),
            "the key went below"
        );
        Ok(())
    });
}

#[test]
fn on_a_projector_nothing_is_cut_off_and_no_word_is_small() {
    if Browser::from_environment() != Browser::Chromium {
        return;
    }
    for (width, height) in [(1024, 768), (1280, 720), (1440, 900), (1920, 1080)] {
        browse(&format!("lesson-{width}"), async |page| {
            page.resize(width, height).await?;
            page.open("").await?;
            page.press(['p']).await?;
            until_step(page, "plan").await?;
            while page.read("document.querySelector('#stage').dataset.step").await? != json!("end") {
                let before = page.fragment().await?;
                page.press([keys::RIGHT]).await?;
                page.wait_until(&format!("location.hash !== {}", json!(before)), "the next step").await?;
                fits(page).await.with_context(|| format!("{width} by {height}"))?;
            }
            Ok(())
        });
    }
}

/// Nothing has to be scrolled, and no word has less than 18 pixels; numbers of steps and axes have 16.
async fn fits(page: &Page) -> Result<()> {
    let cut = "[...document.querySelectorAll('#stage, #stage *')]
        .filter((it) => it.scrollHeight > it.clientHeight + 2 && getComputedStyle(it).overflowY === 'auto')
        .map((it) => `${it.className}: ${it.scrollHeight} in ${it.clientHeight}`)";
    let small = "[...document.querySelectorAll('#class *')]
        .filter((it) => it.offsetWidth > 1 && it.tagName !== 'KBD')
        .filter((it) => [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
        .filter((it) => parseFloat(getComputedStyle(it).fontSize) < (it.closest('i, .axis') ? 16 : 18))
        .map((it) => it.textContent)";
    let place = page.fragment().await?;
    for (what, found) in [("cut off", strings(page, cut).await?), ("small", strings(page, small).await?)] {
        ensure!(found.is_empty(), "{what} at {place}: {found:?}");
    }
    Ok(())
}

#[test]
fn a_lesson_in_spanish_has_no_english_words() {
    browse("lesson-spanish", async |page| {
        page.open("").await?;
        in_spanish(page).await?;
        for number in 0..=7 {
            page.open(&format!("{DEATHS}&step={number}")).await?;
            page.wait_until("document.querySelector('#class[open] #stage')", "the lesson").await?;
            ensure_no_english(page, "#class", ".picks small, .outlet, .said-word > p + p, .other-pairs")
                .await
                .with_context(|| format!("step {number}"))?;
        }
        Ok(())
    });
}
