//! Opening the file.

use anyhow::{Result, ensure};
use browser_tests::{Page, browse};
use serde_json::json;

use crate::view::{claims, ensure_no_complaint, quantities, sources};

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
fn marks_figures_in_every_column_and_lists_the_quantities() {
    browse("figures", async |page| {
        page.open("").await?;
        for source in sources(page).await? {
            let claims = claims(page, &source).await?;
            ensure!(claims.len() >= 5, "column {source} has only the figures {claims:?}");
            ensure!(
                claims.iter().all(|claim| claim.starts_with(&format!("{source}."))),
                "strangers in {source}: {claims:?}"
            );
        }
        let quantities = quantities(page).await?;
        ensure!(quantities.len() >= 8, "the rail has only {quantities:?}");
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

#[test]
fn asks_the_network_for_nothing() {
    browse("no-network", async |page| {
        page.requests().await?;
        page.open("").await?;
        let asked: Vec<String> = page.requests().await?.into_iter().filter(|address| !is_local(address)).collect();
        ensure!(asked.is_empty(), "asked for: {asked:?}");
        ensure!(resources(page).await? == json!([]), "loaded: {}", resources(page).await?);
        Ok(())
    });
}

#[test]
fn keeps_its_policy_and_an_empty_console() {
    browse("policy", async |page| {
        page.open("").await?;
        ensure_no_complaint(page).await
    });
}

async fn resources(page: &Page) -> Result<serde_json::Value> {
    page.read("performance.getEntriesByType('resource').map((entry) => entry.name)").await
}

/// The file itself, and what stands inside it.
fn is_local(address: &str) -> bool {
    address.starts_with("data:") || (address.starts_with("file://") && address.contains(".html"))
}
