//! `cargo xtask test`: everything that a change must pass.

use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::browsers::{self, Browser, CHROMIUM};
use crate::page;
use crate::run::{Steps, answer, capture, cargo, is_there, program, quietly, step};
use crate::tools::{self, Installing, Missing, WASM};

/// A part of the test, given the browsers to test in.
type Part = fn(&mut Tally, &[Browser], Installing);

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
pub(crate) fn all(arguments: &[&str], installing: Installing) -> Result<()> {
    let (parts, browsers) = match arguments.iter().position(|it| *it == "--browsers") {
        None => (arguments.to_vec(), vec![CHROMIUM]),
        Some(at) => {
            let list = arguments.get(at + 1).context("--browsers wants a list: chromium, firefox, webkit or all")?;
            ([&arguments[..at], &arguments[at + 2..]].concat(), browsers::named(list)?)
        }
    };
    if let Some(unknown) = parts.iter().find(|part| PARTS.iter().all(|(name, _)| name != *part)) {
        bail!("there is no part `{unknown}`: choose among lint, lib, page and browser");
    }
    let asked = |name: &&str| parts.is_empty() || parts.contains(name);
    let missing = missing(&asked, &browsers)?;
    tools::announce(&missing, installing)?;
    tools::install(&missing, &mut Steps::new(missing.len()))?;
    let mut tally = Tally::default();
    for (_, run) in PARTS.iter().filter(|(name, _)| asked(name)) {
        run(&mut tally, &browsers, installing);
    }
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    ensure!(tally.failed == 0, "what failed stands above, at the line that ends with FAILED");
    Ok(())
}

/// What the parts need and is missing.
fn missing(asked: &dyn Fn(&&str) -> bool, browsers: &[Browser]) -> Result<Vec<Missing>> {
    let mut missing = Vec::new();
    if asked(&"page") {
        missing.extend(tools::missing()?);
    } else if asked(&"lint") {
        missing.extend(tools::missing_target()?);
    }
    if asked(&"browser") {
        for browser in browsers {
            missing.extend(browser.missing()?);
        }
    }
    Ok(missing)
}

impl Tally {
    /// One check that passes or fails as a whole.
    fn check(&mut self, what: &str, work: impl FnOnce() -> Result<()>) {
        let outcome = step(what, work);
        self.passed += usize::from(self.accept(outcome).is_some());
    }

    /// A run of the tests of a package.
    fn tests(&mut self, what: &str, arguments: &[&str]) {
        self.run(what, &mut cargo(&tests_of(arguments)));
    }

    /// A run of tests that a command begins.
    fn run(&mut self, what: &str, command: &mut Command) {
        if let Err(error) = step(what, || self.run_tests(command)) {
            println!("error: {error:#}");
        }
    }

    /// Counts the tests; prints the lines that begin with "measured" and everything about what failed.
    fn run_tests(&mut self, command: &mut Command) -> Result<()> {
        let outcome = capture(command.env("RUST_BACKTRACE", "0"));
        let (succeeded, output) = outcome.unwrap_or_else(|error| (false, format!("{error:#}")));
        let (passed, failed) = closing_lines(&output);
        self.passed += passed;
        self.failed += failed.max(usize::from(!succeeded));
        let measured = output.lines().filter(|line| line.starts_with("measured"));
        print!("{}", measured.flat_map(|line| [line, "; "]).collect::<String>());
        if !succeeded {
            println!("\n{}", failures(&output).trim_end());
            bail!("the tests named above failed");
        }
        Ok(())
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

/// What cargo is asked for to run tests.
fn tests_of<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [&["test", "--quiet", "--locked", "--no-fail-fast"], arguments, &["--", "--show-output"]].concat()
}

fn lint(tally: &mut Tally, _: &[Browser], _: Installing) {
    let clippy = |arguments: &[&str]| {
        let arguments = [&["clippy", "--quiet", "--locked"], arguments, &["--", "--deny", "warnings"]].concat();
        quietly(&mut cargo(&arguments)).map(drop)
    };
    tally.check("format", || quietly(&mut cargo(&["fmt", "--all", "--check"])).map(drop));
    tally.check("clippy, library", || clippy(&["--package", "countercheck", "--all-targets"]));
    tally.check("clippy, app", || clippy(&["--package", "countercheck-app", "--target", WASM]));
    tally.check("clippy, tools", || {
        clippy(&["--package", "xtask", "--package", "browser-tests", "--package", "peers", "--all-targets"])
    });
    tally.check("documentation", document);
    if is_there("cargo-deny") {
        tally.check("dependencies", || quietly(&mut cargo(&["deny", "--locked", "--workspace", "check"])).map(drop));
    } else {
        println!("dependencies are not checked: there is no cargo-deny (`cargo install --locked cargo-deny`)");
    }
}

fn document() -> Result<()> {
    let mut command = cargo(&["doc", "--quiet", "--locked", "--no-deps", "--package", "countercheck"]);
    quietly(command.env("RUSTDOCFLAGS", "--deny warnings")).map(drop)
}

fn library(tally: &mut Tally, _: &[Browser], _: Installing) {
    tally.check("the library needs no Leptos", no_leptos);
    tally.tests("tests, library", &["--package", "countercheck"]);
    tally.tests("tests, tools", &["--package", "xtask"]);
}

fn no_leptos() -> Result<()> {
    let arguments = ["tree", "--package", "countercheck", "--edges", "normal,build,dev"];
    let tree = answer(&mut cargo(&arguments))?;
    ensure!(!tree.contains("leptos"), "the library compiles Leptos:\n{tree}");
    Ok(())
}

fn the_page(tally: &mut Tally, _: &[Browser], installing: Installing) {
    let made = tally.accept(page::make(installing));
    tally.pageless = made.is_none();
    if let Some(made) = made {
        tally.check("budget", || made.hold_to_budgets());
    }
}

fn browser(tally: &mut Tally, browsers: &[Browser], _: Installing) {
    if tally.pageless {
        return println!("the browser tests are left out: there is no page of these sources");
    }
    for browser in browsers {
        if let Some(mut command) = tally.accept(tests_in(browser)) {
            tally.run(&format!("tests, {}", browser.name), &mut command);
        }
    }
}

/// The browser tests in one browser.
fn tests_in(browser: &Browser) -> Result<Command> {
    let mut arguments = tests_of(&["--package", "browser-tests"]);
    if browser.is_alone() {
        arguments.push("--test-threads=1");
    }
    let tests = cargo(&arguments);
    let mut command = match browser.under {
        [] => tests,
        [name, before @ ..] => {
            let mut command = program(name, before);
            command.arg(tests.get_program()).args(tests.get_args());
            command
        }
    };
    command.env("COUNTERCHECK_BROWSER", browser.name).env("PATH", tools::path()?);
    Ok(command)
}

/// How many tests passed and failed, by the closing lines of the test runner.
fn closing_lines(output: &str) -> (usize, usize) {
    let lines = output.lines().filter(|line| line.starts_with("test result: "));
    let counts = lines.map(|line| (count(line, "passed"), count(line, "failed")));
    counts.fold((0, 0), |(passed, failed), (more, worse)| (passed + more, failed + worse))
}

/// The number before a word: 3 in "ok. 3 passed; 0 failed".
fn count(line: &str, word: &str) -> usize {
    let mut words = line.split([' ', ';']);
    let mut before = "";
    words
        .find_map(|it| {
            if it == word {
                before.parse().ok()
            } else {
                before = it;
                None
            }
        })
        .unwrap_or(0)
}

/// What a run of tests says from its first failure on; all of it when nothing got as far as a test.
fn failures(output: &str) -> &str {
    output.split_once("\nfailures:\n").map_or(output, |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "test result: ok. 12 passed; 0 failed; 0 ignored\n\nfailures:\n\n---- a stdout ----\n\n\
                          test result: FAILED. 3 passed; 2 failed; 1 ignored\n";

    #[test]
    fn the_closing_lines_add_up() {
        assert_eq!(closing_lines(OUTPUT), (15, 2));
    }

    #[test]
    fn only_what_failed_is_shown() {
        assert!(failures(OUTPUT).starts_with("\n---- a stdout"));
        assert_eq!(failures("error[E0308]"), "error[E0308]");
    }
}
