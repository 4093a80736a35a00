//! What the page may weigh.

use anyhow::{Result, ensure};
use zopfli::Format;

/// The finished file, in bytes.
const FILE: usize = 1_050_000;
/// Its WebAssembly after gzip, in bytes.
const WASM_GZIP: usize = 680_000;
/// The text for readers whose browser runs no program, in bytes.
const FALLBACK: usize = 10_000;

/// What a page weighs, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weight {
    /// The whole file.
    pub(crate) file: usize,
    /// Its WebAssembly as it runs.
    pub(crate) wasm: usize,
    /// Its WebAssembly as the file carries it.
    pub(crate) wasm_packed: usize,
    /// Its WebAssembly after gzip, to compare with other pages.
    pub(crate) wasm_gzip: usize,
    /// The text for readers whose browser runs no program.
    pub(crate) fallback: usize,
}

impl Weight {
    /// Every weight beside its budget, one a line.
    pub(crate) fn lines(self) -> String {
        format!(
            "file          {:>9} of {:>7} bytes\nWASM, packed  {:>9} bytes\nWASM, gzip    {:>9} of {:>7} bytes\n\
             WASM, raw     {:>9} bytes\nfallback      {:>9} of {:>7} bytes",
            self.file, FILE, self.wasm_packed, self.wasm_gzip, WASM_GZIP, self.wasm, self.fallback, FALLBACK
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

/// How many bytes gzip leaves, at its best.
///
/// # Errors
/// Writing to memory does not fail.
pub(crate) fn gzip_size(bytes: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), Format::Gzip, bytes, &mut packed)?;
    Ok(packed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_above_its_budget_is_named() {
        let weight = Weight { file: FILE + 1, wasm: 0, wasm_packed: 0, wasm_gzip: WASM_GZIP + 1, fallback: FALLBACK };
        let complaint = weight.check().expect_err("too heavy").to_string();
        assert!(
            complaint.contains(&(FILE + 1).to_string())
                && complaint.contains(&(WASM_GZIP + 1).to_string())
                && !complaint.contains("fallback"),
            "{complaint}"
        );
    }
}
