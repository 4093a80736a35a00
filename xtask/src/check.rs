//! `cargo xtask test`: everything that a change must pass.

use std::fs;

use anyhow::{Result, bail, ensure};

use crate::run::{answer, capture, cargo, is_there, program, quietly, step};
use crate::{chromium, page, root, tools};

/// A part of the test.
type Part = fn(&mut Tally);

/// The parts in their order.
const PARTS: [(&str, Part); 4] = [("lint", lint), ("lib", library), ("page", the_page), ("browser", browser)];

/// How many checks and tests ended how.
#[derive(Clone, Copy, Default)]
struct Tally {
    passed: usize,
    failed: usize,
    /// The page could not be made: what stands in `dist` is not of these sources.
    pageless: bool,
}

/// Runs the parts named, or all of them, to their end; then fails if anything did.
///
/// # Errors
/// Fails when a check fails or a part is unknown.
pub(crate) fn all(parts: &[&str]) -> Result<()> {
    if let Some(unknown) = parts.iter().find(|part| PARTS.iter().all(|(name, _)| name != *part)) {
        bail!("there is no part `{unknown}`: choose among lint, lib, page and browser");
    }
    let mut tally = Tally::default();
    for (_, run) in PARTS.iter().filter(|(name, _)| parts.is_empty() || parts.contains(name)) {
        run(&mut tally);
    }
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    ensure!(tally.failed == 0, "what failed stands above, at the line that ends with FAILED");
    Ok(())
}

impl Tally {
    /// One check that passes or fails as a whole.
    fn check(&mut self, what: &str, work: impl FnOnce() -> Result<()>) {
        self.count(what, || work().map(|()| 1));
    }

    /// A run of the tests of a package.
    fn tests(&mut self, what: &str, arguments: &[&str]) {
        self.count(what, || run_tests(arguments));
    }

    fn count(&mut self, what: &str, work: impl FnOnce() -> Result<usize>) {
        let outcome = step(what, work);
        self.passed += self.accept(outcome).unwrap_or(0);
    }

    /// What a step gave; counts and prints its failure.
    fn accept<T>(&mut self, outcome: Result<T>) -> Option<T> {
        outcome
            .inspect_err(|error| {
                println!("error: {error:#}");
                self.failed += 1;
            })
            .ok()
    }
}

fn lint(tally: &mut Tally) {
    tally.accept(tools::ensure_target());
    let clippy = |arguments: &[&str]| {
        let arguments = [&["clippy", "--quiet", "--locked"], arguments, &["--", "--deny", "warnings"]].concat();
        quietly(&mut cargo(&arguments)).map(drop)
    };
    tally.check("format", || quietly(&mut cargo(&["fmt", "--all", "--check"])).map(drop));
    tally.check("clippy, library", || clippy(&["--package", "countercheck", "--no-default-features", "--all-targets"]));
    tally.check("clippy, app", || clippy(&["--package", "countercheck", "--target", tools::WASM]));
    tally.check("clippy, tools", || clippy(&["--package", "xtask", "--package", "browser-tests", "--all-targets"]));
    tally.check("documentation", document);
}

fn document() -> Result<()> {
    let mut command =
        cargo(&["doc", "--quiet", "--locked", "--no-deps", "--package", "countercheck", "--no-default-features"]);
    quietly(command.env("RUSTDOCFLAGS", "--deny warnings")).map(drop)
}

fn library(tally: &mut Tally) {
    tally.check("the library needs no Leptos", no_leptos);
    tally.tests("tests, library", &["--package", "countercheck", "--no-default-features"]);
    tally.tests("tests, tools", &["--package", "xtask"]);
    if let Err(error) = evaluate() {
        println!("the gold sets were not evaluated: {error:#}");
    }
}

fn no_leptos() -> Result<()> {
    let arguments = ["tree", "--package", "countercheck", "--no-default-features", "--edges", "normal,build,dev"];
    let tree = answer(&mut cargo(&arguments))?;
    ensure!(!tree.contains("leptos"), "`cargo test --no-default-features` compiles Leptos:\n{tree}");
    Ok(())
}

/// Prints how the library reads hand-made gold sets, where a checkout has them beside it.
fn evaluate() -> Result<()> {
    let shared = root().join("../shared");
    if !shared.join("evaluate/evaluate.py").is_file() || !is_there("python3") {
        return Ok(());
    }
    let read = "cargo run --quiet --release --no-default-features --example report -- {dir}";
    let mut command = program("python3", &["../shared/evaluate/evaluate.py", "--run", read]);
    for set in fs::read_dir(shared.join("gold"))? {
        command.arg(set?.path());
    }
    let table = step("gold sets", || quietly(&mut command))?;
    println!("{}", table.trim_end());
    Ok(())
}

fn the_page(tally: &mut Tally) {
    let made = tally.accept(page::make());
    tally.pageless = made.is_none();
    if let Some(made) = made {
        tally.check("budget", || {
            ensure!(made.optimised, "the budget is for an optimised page: install Node.js with npm");
            made.weight.check()
        });
    }
}

fn browser(tally: &mut Tally) {
    if tally.pageless {
        println!("the browser tests are left out: there is no page of these sources");
    } else if tally.accept(chromium::ensure()).is_some() {
        tally.tests("tests, browser", &["--package", "browser-tests"]);
    }
}

/// Runs tests and returns how many passed; lines that begin with "measured" are shown.
fn run_tests(arguments: &[&str]) -> Result<usize> {
    let mut command =
        cargo(&[&["test", "--quiet", "--locked", "--no-fail-fast"], arguments, &["--", "--show-output"]].concat());
    let (succeeded, output) = capture(&mut command)?;
    if !succeeded {
        println!("\n{}", output.trim_end());
        bail!("the tests named above failed");
    }
    for line in output.lines().filter(|line| line.starts_with("measured")) {
        print!("\n  {line}");
    }
    Ok(passed(&output))
}

/// The sum of the closing lines of the test runner.
fn passed(output: &str) -> usize {
    let lines = output.lines().filter_map(|line| line.strip_prefix("test result: ok. "));
    lines.filter_map(|line| line.split(' ').next()?.parse::<usize>().ok()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_add_up() {
        let output =
            "test result: ok. 12 passed; 0 failed; 0 ignored\nx\ntest result: ok. 3 passed; 0 failed; 1 ignored\n";
        assert_eq!(passed(output), 15);
    }
}
