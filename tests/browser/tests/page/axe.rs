//! The rules of axe-core, held in every view and state, light and dark. The test installs the checker through npm;
//! where there is no npm it says so and checks nothing.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Page, browse, workspace};
use serde_json::json;

use crate::handed;

/// The version of the npm package `axe-core`.
const AXE: &str = "4.14.1";

/// A state of the page: its name, its fragment, the width of the window, and what is done before looking.
type State<'s> = (&'s str, &'s str, u32, &'s str);

const DEATHS: &str = "#q=deaths-in-the-post-election-protests";

const STATES: [State<'static>; 20] = [
    ("texts", "", 1440, ""),
    ("relations marked", "", 1440, "document.querySelector('.opts .seg').lastElementChild.click()"),
    ("sentences", "", 1440, "document.querySelector('.opts .lab:last-child .seg').lastElementChild.click()"),
    ("chosen", DEATHS, 1440, ""),
    ("nothing found", "#find=unheard", 1440, ""),
    ("unknown link", "#q=unheard", 1440, ""),
    ("help", "", 1440, "[...document.querySelectorAll('.acts .help')][0].click()"),
    ("columns", "#columns=B,-A", 1440, "document.querySelector('.acts .columns').click()"),
    ("chosen, tablet", DEATHS, 1024, ""),
    ("drawer", "", 1024, "document.querySelector('#open-figures').click()"),
    ("chosen, phone", DEATHS, 390, ""),
    ("table", "#view=table&q=deaths-in-the-post-election-protests", 1440, ""),
    ("table, phone", "#view=table", 390, ""),
    ("timeline", "#view=timeline&q=deaths-in-the-post-election-protests", 1440, ""),
    (
        "collection",
        "",
        1440,
        "document.querySelector('.acts .collection').click(); document.querySelector('#duplicate').click(); setTimeout(() => document.querySelector('#collection .own summary').click())",
    ),
    ("collection, phone", "", 390, "document.querySelector('.acts .collection').click()"),
    ("disagree", DEATHS, 1440, "document.querySelector('[data-pair] .pencil').click()"),
    ("disagree, quantity", DEATHS, 1440, "document.querySelector('.dock-head .pencil').click()"),
    ("journal", DEATHS, 1440, "document.querySelector('.acts .journal').click()"),
    (
        "share",
        DEATHS,
        1440,
        "document.querySelector('.acts .share').click(); document.querySelector('[data-act=link]').click()",
    ),
];

/// A lesson on the deaths, with hands, at a step.
macro_rules! lesson {
    ($step:literal) => {
        concat!("#lesson=deaths-in-the-post-election-protests~14.8.5.9.7.11.0.0.9.5.0.2.11&step=", $step)
    };
}

/// A lesson from its plan to its end.
const LESSON: [State<'static>; 11] = [
    ("lesson, plan", lesson!(0), 1024, ""),
    ("lesson, clash", lesson!(1), 1024, ""),
    ("lesson, who", lesson!(2), 1024, ""),
    ("lesson, others", lesson!(3), 1024, ""),
    ("lesson, word", lesson!(4), 1024, ""),
    ("lesson, reason", lesson!(5), 1024, ""),
    ("lesson, sentence", lesson!(6), 1024, ""),
    ("lesson, end", lesson!(7), 1024, ""),
    ("lesson, disagreeing", lesson!(5), 1440, "document.querySelector('.disagree-with').click()"),
    ("lesson, word, phone", lesson!(4), 390, ""),
    ("lesson, reason, phone", lesson!(5), 390, ""),
];

/// A pupil's copy at its three steps, on the desk and on the phone.
const PUPIL: [State; 7] = [
    ("pupil, mark", COPY, 1440, MARKED),
    ("pupil, form", COPY, 1024, FORM),
    ("pupil, form, phone", COPY, 390, FORM),
    ("pupil, compare", COPY, 1440, COMPARED),
    ("pupil, compare, phone", COPY, 390, COMPARED),
    ("pupil, say", COPY, 1440, "document.querySelector('[data-act=pupil_say]').click()"),
    ("pupil, say, phone", COPY, 390, "document.querySelector('[data-act=pupil_say]').click()"),
];

const COPY: &str = "#pupil=deaths-in-the-post-election-protests&pupil=result-of-the-vote-after-the-july-2024";

/// Types words into the field that finds them, and presses what a selector finds, one after the other.
macro_rules! marking {
    ($($then:literal)*) => {
        concat!(
            "const press = (it) => document.querySelector(it).click();
            const steps = [() => press('[data-act=pupil_mark]'), () => { const field = document.querySelector('.finder input'); field.value = '27 deaths';
                field.dispatchEvent(new Event('input', { bubbles: true })); },
                () => press('.finder [data-act=pupil_mark_words]')",
            $(", () => press('", $then, "')",)*
            "]; return (async () => { for (const step of steps) { step(); await new Promise((then) => setTimeout(then, 80)); } })();"
        )
    };
}

const FORM: &str = marking!("[data-act=at_least]" "[data-act=pick-who]");
const MARKED: &str =
    marking!("[data-act=at_least]" "[data-option=\\'0\\']" "[data-act=no-one]" "#keep-mark" "[data-act=pupil_show]");
const COMPARED: &str = marking!("[data-act=at_least]" "[data-option=\\'0\\']" "#keep-mark" "[data-act=pupil_compare]");

#[test]
fn no_rule_is_broken_in_a_pupils_copy_in_light() {
    check("axe-pupil-light", "light", &PUPIL);
}

#[test]
fn no_rule_is_broken_in_a_pupils_copy_in_dark() {
    check("axe-pupil-dark", "dark", &PUPIL);
}

#[test]
fn no_rule_is_broken_in_light() {
    check("axe-light", "light", &STATES);
}

#[test]
fn no_rule_is_broken_in_dark() {
    check("axe-dark", "dark", &STATES);
}

#[test]
fn no_rule_is_broken_in_a_lesson_in_light() {
    check("axe-lesson-light", "light", &LESSON);
}

#[test]
fn no_rule_is_broken_in_a_lesson_in_dark() {
    check("axe-lesson-dark", "dark", &LESSON);
}

#[test]
fn no_rule_is_broken_in_what_pupils_handed_in() {
    let drop = handed::dropping().expect("two pupils' files");
    let states = [("pupils’ work", "", 1440, drop.as_str()), ("pupils’ work, phone", "", 390, drop.as_str())];
    check("axe-handed-light", "light", &states);
    check("axe-handed-dark", "dark", &states);
}

fn check(name: &str, theme: &str, states: &[State]) {
    if Browser::from_environment() != Browser::Chromium {
        return;
    }
    let Some(axe) = axe().expect("axe-core") else {
        eprintln!("npm is not on PATH: the rules of axe-core were not checked");
        return;
    };
    browse(name, async |page| {
        let scheme = [("prefers-color-scheme", theme), ("prefers-reduced-motion", "reduce")];
        page.prefer(&scheme).await?;
        let mut broken = Vec::new();
        for &(state, fragment, width, script) in states {
            page.resize(width, if width == 390 { 844 } else { 900 }).await?;
            page.open(fragment).await?;
            page.read(&format!("(() => {{ {script} }})()")).await?;
            page.wait_until_still("#texts").await?;
            let found = violations(page, &axe).await.with_context(|| format!("in the state “{state}”"))?;
            broken.extend(found.into_iter().map(|rule| format!("{state}: {rule}")));
        }
        ensure!(broken.is_empty(), "broken rules:\n{}", broken.join("\n"));
        Ok(())
    });
}

/// The broken rules, each with the elements that break it.
async fn violations(page: &Page, axe: &str) -> Result<Vec<String>> {
    page.read(&format!("(() => {{ {axe}\n; return 0; }})()")).await?;
    let run = "axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations.map((rule) =>
        `${rule.id}: ${rule.nodes.slice(0, 4).map((node) => `${node.target} (${node.any.map((it) => it.message)})`).join(' | ')}`))";
    let found = page.read(run).await?;
    ensure!(found.is_array(), "axe gave {found}");
    Ok(serde_json::from_value(found).unwrap_or_else(|_| vec![json!("unreadable").to_string()]))
}

/// The source of the checker; `None` where it is not installed and npm is missing.
fn axe() -> Result<Option<String>> {
    let folder = workspace().join("target/tools/axe");
    let file = folder.join(format!("node_modules/axe-core-{AXE}.js"));
    if !file.is_file() && !install(&folder, &file)? {
        return Ok(None);
    }
    Ok(Some(std::fs::read_to_string(&file)?))
}

/// Both tests may get here at once: each installs into a folder of its own, and the finished file is moved into place.
fn install(folder: &Path, file: &Path) -> Result<bool> {
    let own: PathBuf = folder.join(format!("{}-{:?}", std::process::id(), std::thread::current().id()));
    std::fs::create_dir_all(&own)?;
    let package = format!("axe-core@{AXE}");
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", &package, "--prefix"]).arg(&own);
    let Ok(output) = npm.output() else { return Ok(false) };
    ensure!(output.status.success(), "npm cannot install {package}: {}", String::from_utf8_lossy(&output.stderr));
    std::fs::create_dir_all(file.parent().context("no folder")?)?;
    std::fs::rename(own.join("node_modules/axe-core/axe.min.js"), file)?;
    std::fs::remove_dir_all(&own)?;
    Ok(true)
}
