//! Running programs: quietly while they succeed, in full when they do not.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::root;

/// Does one step and prints what it is, how it ended and how long it took.
///
/// # Errors
/// Fails when the step does.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    print!("{what} ... ");
    // A terminal that is gone is no reason to stop.
    std::io::stdout().flush().ok();
    let begin = Instant::now();
    let outcome = work();
    let seconds = begin.elapsed().as_secs_f64();
    match outcome {
        Ok(_) => println!("ok, {seconds:.1} s"),
        Err(_) => println!("FAILED, {seconds:.1} s"),
    }
    outcome
}

/// Steps that are counted aloud: "[2/5] install trunk 0.21.14".
pub(crate) struct Steps {
    done: usize,
    all: usize,
}

impl Steps {
    /// So many steps are to come.
    pub(crate) fn new(all: usize) -> Self {
        Self { done: 0, all }
    }

    /// Does the next step, whose programs print what they do; prints what it is before, and how long it took after.
    ///
    /// # Errors
    /// Fails when the step does.
    pub(crate) fn openly<T>(&mut self, what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.done += 1;
        println!("[{}/{}] {what}", self.done, self.all);
        let begin = Instant::now();
        let outcome = work().with_context(|| format!("this failed: {what}"))?;
        println!("[{}/{}] {what}: {:.0} s", self.done, self.all, begin.elapsed().as_secs_f64());
        Ok(outcome)
    }
}

/// A program that runs in the folder of the workspace.
pub(crate) fn program(name: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root()).stdin(Stdio::null());
    command
}

/// The cargo that runs this program.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// Runs a program to its end and returns all that it printed; prints it when the program fails.
///
/// # Errors
/// Fails when the program is missing or fails.
pub(crate) fn quietly(command: &mut Command) -> Result<String> {
    let (succeeded, output) = capture(command)?;
    if !succeeded {
        println!("\n{}", output.trim_end());
        bail!("`{}` failed; what it said stands above", shown(command));
    }
    Ok(output)
}

/// Runs a program to its end and returns what it answers on standard output; prints its errors when it fails.
///
/// # Errors
/// Fails when the program is missing or fails.
pub(crate) fn answer(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("`{}` does not start", shown(command)))?;
    if !output.status.success() {
        println!("\n{}", String::from_utf8_lossy(&output.stderr).trim_end());
        bail!("`{}` failed; what it said stands above", shown(command));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a program to its end: whether it succeeded, and all that it printed, both streams in their order.
///
/// # Errors
/// Fails when the program is missing.
pub(crate) fn capture(command: &mut Command) -> Result<(bool, String)> {
    let (mut reader, writer) = std::io::pipe().context("no pipe")?;
    let name = shown(command);
    let mut child = command
        .stdout(writer.try_clone()?)
        .stderr(writer)
        .spawn()
        .with_context(|| format!("`{name}` does not start"))?;
    // The command holds the writing ends: as long as they are open, reading does not end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut output = Vec::new();
    reader.read_to_end(&mut output)?;
    Ok((child.wait()?.success(), String::from_utf8_lossy(&output).into_owned()))
}

/// Runs a program in the foreground, its output for all to see.
///
/// # Errors
/// Fails when the program is missing or fails.
pub(crate) fn openly(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("`{}` does not start", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed", shown(command));
    }
    Ok(())
}

/// Whether a program is on PATH and answers `--version`, or `--help` if it has no versions.
pub(crate) fn is_there(name: &str) -> bool {
    let answers = |question| capture(&mut program(name, &[question])).is_ok_and(|(succeeded, _)| succeeded);
    answers("--version") || answers("--help")
}

/// The command as one would type it.
fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
