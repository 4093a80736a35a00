//! The interface speaks one language at a time; what a text says keeps its own.

use anyhow::Context;
use browser_tests::browse;

use crate::view::{ensure_no_english, in_spanish};

const DEATHS: &str = "#q=deaths-in-the-post-election-protests";

/// A state of the page: its name, its fragment, and what is done before looking.
const STATES: [(&str, &str, &str); 15] = [
    ("texts", "", ""),
    ("chosen", DEATHS, ""),
    ("nothing found", "#find=unheard", ""),
    ("unknown link", "#q=unheard", ""),
    ("table", "#view=table", ""),
    ("timeline", "#view=timeline", ""),
    ("help", "", "document.querySelector('.acts .help').click()"),
    ("columns", "", "document.querySelector('.acts .columns').click()"),
    ("figure", DEATHS, "document.querySelector('[data-card] [data-figure] .pencil').click()"),
    ("pair", DEATHS, "document.querySelector('[data-pair] .pencil').click()"),
    ("quantity", DEATHS, "document.querySelector('.dock-head .pencil').click()"),
    ("journal", "", "document.querySelector('.acts .journal').click()"),
    ("share", "", "document.querySelector('.acts .share').click(); document.querySelector('[data-act=link]').click()"),
    ("other figures", "#view=table", "document.querySelector('.matrix .lone .grp').click()"),
    // A copy of the collection stays on the device: nothing comes after it.
    (
        "collection",
        "",
        "document.querySelector('.acts .collection').click(); document.querySelector('#duplicate').click(); setTimeout(() => document.querySelector('#collection .own summary').click())",
    ),
];

/// Where names of outlets, of crates and figures of the texts stand within labels.
const BESIDE: &str = ".strip, .outlet, .who, .chain, #collection summary, #help details dl";

#[test]
fn no_view_in_spanish_has_a_word_of_the_english_interface() {
    browse("language", async |page| {
        page.open("").await?;
        in_spanish(page).await?;
        for (state, fragment, script) in STATES {
            page.open(fragment).await?;
            page.read(&format!("(() => {{ {script} }})()")).await?;
            ensure_no_english(page, "body", BESIDE).await.with_context(|| format!("in the state “{state}”"))?;
        }
        Ok(())
    });
}
