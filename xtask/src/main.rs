//! The commands of the README. Each sets up what it needs by itself, and says so before it does.

mod browsers;
mod budget;
mod bundle;
mod check;
mod dist;
mod licences;
mod page;
mod remap;
mod run;
mod serve;
mod shots;
mod tools;
mod train;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

use tools::Installing;

const USAGE: &str = "\
usage: cargo xtask COMMAND [--no-install]

  open [--no-open]   make dist/countercheck.html and open it in the browser
  dist               make dist/countercheck-<version>.html for a release, with its SHA-256 beside it
  test [PART ...]    run everything a change must pass, or only: lint, lib, page, browser;
                     with --browsers LIST in other browsers: chromium, firefox, webkit, all
  serve              serve the page on localhost and reload it at every change
  shots [--out DIR]  take screenshots of dist/countercheck.html (into target/shots)
  licences           write assets/licences.tsv, what the help of the page says of licences
  train --gold FOLDER ... [--write]
                     fit the weights of alignment to gold sets and print how well they do on sets left out;
                     with --write into assets/alignment/weights.tsv

What is missing is named and then installed: tools into target/tools, browsers for the tests by apt-get where there is
one. With --no-install nothing is, and the command ends by saying how to get it.

Called by Trunk: remap-paths (before it builds), bundle (after).";

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let all = arguments.len();
    arguments.retain(|argument| argument != "--no-install");
    let installing = if arguments.len() < all { Installing::Refused } else { Installing::Allowed };
    match dispatch(&arguments.iter().map(String::as_str).collect::<Vec<_>>(), installing) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[&str], installing: Installing) -> Result<()> {
    match arguments {
        ["open"] => page::open(installing),
        ["open", "--no-open"] => page::make(installing).map(drop),
        ["dist"] => dist::dist(installing),
        ["test", parts @ ..] => check::all(parts, installing),
        ["serve"] => serve::serve(installing),
        ["shots"] => shots::take(&root().join("target/shots"), installing),
        ["shots", "--out", folder] => shots::take(Path::new(folder), installing),
        ["licences"] => licences::write(),
        ["remap-paths"] => remap::write(),
        ["bundle"] => bundle::bundle(),
        ["train", arguments @ ..] => train::train(arguments),
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("this is no command of this project\n{USAGE}"),
    }
}

/// The folder of the workspace. Cargo says where it is at run time: a moved checkout keeps what was compiled.
fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&package).parent().map(Path::to_owned).unwrap_or_default()
}
