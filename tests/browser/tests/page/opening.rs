//! Opening the file.

use std::collections::BTreeSet;

use anyhow::ensure;
use browser_tests::browse;
use countercheck::work::journal::apply;
use countercheck::{compare, shipped};
use serde_json::json;

use crate::view::{claims, quantities, sources, strings};

#[test]
fn draws_five_columns_side_by_side() {
    browse("five-columns", async |page| {
        page.open("").await?;
        let sources = sources(page).await?;
        ensure!(sources == ["A", "B", "C", "D", "E"], "the columns are {sources:?}");
        let columns = page.rects("[data-source]").await?;
        ensure!(columns.iter().all(|column| column.width > 100.0 && column.height > 100.0), "too small: {columns:?}");
        ensure!(
            columns.is_sorted_by(|left, right| left.left + left.width <= right.left + 1.0),
            "they overlap: {columns:?}"
        );
        Ok(())
    });
}

#[test]
fn marks_every_figure() {
    browse("figures", async |page| {
        page.open("").await?;
        let collection = shipped::collection();
        for (article, reading) in collection.articles.iter().zip(compare(&collection).readings) {
            let expected: BTreeSet<String> = reading.claims.into_iter().map(|claim| claim.id).collect();
            let marked: BTreeSet<String> = claims(page, &article.id).await?.into_iter().collect();
            ensure!(marked == expected, "column {} marks {marked:?}, the text has {expected:?}", article.id);
        }
        Ok(())
    });
}

#[test]
fn shows_the_texts_to_the_letter() {
    browse("texts", async |page| {
        page.open("").await?;
        for article in shipped::collection().articles {
            let shown = strings(page, &format!("[...document.querySelectorAll('[data-source={}] [data-paragraph]')].map((paragraph) => paragraph.textContent)", article.id)).await?;
            ensure!(letters(&shown.concat()) == letters(&article.text), "column {} differs from its text", article.id);
        }
        Ok(())
    });
}

#[test]
fn lists_every_quantity_in_the_rail() {
    browse("quantities", async |page| {
        page.open("").await?;
        let collection = shipped::collection();
        let corrected = apply(&collection, &compare(&collection), &shipped::journal()).comparison;
        let expected: BTreeSet<String> = corrected.alignments.into_iter().map(|it| it.id).collect();
        let listed: BTreeSet<String> = quantities(page).await?.into_iter().collect();
        ensure!(listed == expected, "the rail lists {listed:?}, the comparison has {expected:?}");
        Ok(())
    });
}

#[test]
fn names_a_relation_on_every_row() {
    browse("relations", async |page| {
        page.open("").await?;
        let rows = "[...document.querySelectorAll('[data-alignment]')].map((row) => row.querySelector('[data-relation]')?.dataset.relation)";
        let codes = json!(["same", "rounded", "compatible", "later", "scope", "unexplained", "conflict"]);
        let unknown = page.read(&format!("({rows}).filter((code) => !{codes}.includes(code))")).await?;
        ensure!(unknown == json!([]), "rows of the rail without a known [data-relation]: {unknown}");
        Ok(())
    });
}

/// A text without its white space, which the page may lay out otherwise.
fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}
