//! What the page may weigh.

use anyhow::{Context, Result, ensure};

use crate::bundle;

/// The finished file, in bytes.
const FILE: usize = 1_050_000;
/// Its WebAssembly after gzip, in bytes.
const WASM_GZIP: usize = 680_000;
/// The text for readers whose browser runs no program, in bytes.
const FALLBACK: usize = 10_000;

/// A gzip file has a header and a trailer around the deflate stream that the page carries.
const GZIP_FRAME: usize = 18;

/// What a page weighs, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weight {
    /// The whole file.
    file: usize,
    /// Its WebAssembly as it runs.
    wasm: usize,
    /// Its WebAssembly after gzip.
    wasm_gzip: usize,
    /// The text for readers whose browser runs no program.
    fallback: usize,
}

impl Weight {
    /// Weighs a finished page.
    ///
    /// # Errors
    /// Fails when a part of the page is missing.
    pub(crate) fn of(page: &str) -> Result<Self> {
        let wasm = bundle::block(page, "countercheck-wasm")?;
        let (_, fallback) = page.split_once("<div id=\"countercheck-plain\">").context("the page has no plain text")?;
        Ok(Self {
            file: page.len(),
            wasm: wasm.bytes,
            wasm_gzip: wasm.deflated + GZIP_FRAME,
            fallback: fallback.find("</div>").context("the plain text does not end")?,
        })
    }

    /// Every weight beside its budget, one a line.
    pub(crate) fn lines(self) -> String {
        format!(
            "file        {:>9} of {FILE:>9} bytes\nWASM, gzip  {:>9} of {WASM_GZIP:>9} bytes\n\
             WASM, raw   {:>9} bytes\nfallback    {:>9} of {FALLBACK:>9} bytes",
            self.file, self.wasm_gzip, self.wasm, self.fallback
        )
    }

    /// Holds every weight against its budget.
    ///
    /// # Errors
    /// Says which weights are too high.
    pub(crate) fn check(self) -> Result<()> {
        let weights = [
            ("dist/countercheck.html", self.file, FILE),
            ("its WASM, gzip,", self.wasm_gzip, WASM_GZIP),
            ("its fallback text", self.fallback, FALLBACK),
        ];
        let too_high = weights.iter().filter(|(_, weight, budget)| weight > budget);
        let complaints: Vec<String> = too_high
            .map(|(what, weight, budget)| format!("{what} weighs {weight} bytes and may weigh {budget}"))
            .collect();
        ensure!(complaints.is_empty(), "{}", complaints.join("; "));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_above_its_budget_is_named() {
        let weight = Weight { file: FILE + 1, wasm: 0, wasm_gzip: WASM_GZIP + 1, fallback: FALLBACK };
        let complaint = weight.check().expect_err("too heavy").to_string();
        assert!(
            complaint.contains(&(FILE + 1).to_string())
                && complaint.contains(&(WASM_GZIP + 1).to_string())
                && !complaint.contains("fallback"),
            "{complaint}"
        );
    }
}
