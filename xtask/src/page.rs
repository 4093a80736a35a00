//! `cargo xtask open`: makes the page, one self-contained file, and opens it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::budget::Weight;
use crate::run::{Steps, openly, program};
use crate::tools::{self, Installing};
use crate::{bundle, root};

/// A page that was made.
pub(crate) struct Made {
    /// Where it is.
    pub(crate) file: PathBuf,
    /// What it weighs.
    weight: Weight,
    /// Whether wasm-opt was there to make it small.
    optimised: bool,
}

impl Made {
    /// Holds the page to what it may weigh.
    ///
    /// # Errors
    /// Says which weights are too high, or that nothing was there to make it small.
    pub(crate) fn hold_to_budgets(&self) -> Result<()> {
        ensure!(self.optimised, "the budget is for an optimised page: install Node.js with npm");
        self.weight.check()
    }
}

/// Makes the page and opens it in the browser.
///
/// # Errors
/// Fails when the page cannot be made or there is no browser to open it.
pub(crate) fn open(installing: Installing) -> Result<()> {
    let file = make(installing)?.file;
    open::that(&file).with_context(|| format!("no browser could be started: open {} yourself", file.display()))
}

/// Makes `dist/countercheck.html` and prints its path and weight: sees to the tools, then Trunk does it.
///
/// # Errors
/// Fails when a tool is missing or the program does not compile.
pub(crate) fn make(installing: Installing) -> Result<Made> {
    let missing = tools::missing()?;
    tools::announce(&missing, installing)?;
    let mut steps = Steps::new(missing.len() + 1);
    tools::install(&missing, &mut steps)?;
    let optimised = tools::has_wasm_opt();
    steps.openly("compile the page and put it into one file", || trunk_build(optimised))?;
    let file = root().join("dist").join(bundle::FILE);
    let weight = Weight::of(&fs::read_to_string(&file).context("Trunk left no page")?)?;
    println!("\n{}\n{}", file.display(), weight.lines());
    Ok(Made { file, weight, optimised })
}

/// Builds with Trunk. Where there is no wasm-opt it is not asked for a release, as it would look for one, but for the same
/// profile of cargo.
fn trunk_build(optimised: bool) -> Result<()> {
    let mut trunk = tools::with_tools(program("trunk", &["build", "--offline", "--public-url", "./"]));
    if optimised {
        trunk.arg("--release");
    } else {
        trunk.args(["--cargo-profile", "page"]).env(bundle::WITHOUT_WASM_OPT, "1");
    }
    // The threads of wasm-opt wait for each other for minutes where other programs want the processor too.
    openly(trunk.env("RUST_BACKTRACE", "0").env("BINARYEN_CORES", "1"))
}
