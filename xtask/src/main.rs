//! The commands of the README: each sets up what it needs by itself.

mod browsers;
mod budget;
mod check;
mod collection;
mod css;
mod dist;
mod glue;
mod licences;
mod lzma;
mod pack;
mod page;
mod printable;
mod run;
mod serve;
mod shots;
mod tables;
mod toolchain;
mod tools;
mod train;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
usage: cargo xtask COMMAND

  open [--no-open]   make dist/countercheck.html and open it in the browser
  dist               make dist/countercheck-<version>.html for a release, with its SHA-256 beside it
  test [PART ...]    run everything a change must pass, or only: lint, lib, page, browser;
                     with --browsers LIST in other browsers: chromium, firefox, webkit, all
  serve              serve the page on localhost and reload it at every change
  shots [--out DIR]  take screenshots of dist/countercheck.html (into target/shots)
  train --gold FOLDER ... [--write]
                     fit the weights of alignment to gold sets and print how well they do on sets left out;
                     with --write into assets/alignment/weights.tsv";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[&str]) -> Result<()> {
    match arguments {
        ["open"] => page::open(),
        ["open", "--no-open"] => page::make().map(drop),
        ["dist"] => dist::dist(),
        ["test", parts @ ..] => check::all(parts),
        ["serve"] => serve::serve(),
        ["shots"] => shots::take(&root().join("target/shots")),
        ["shots", "--out", folder] => shots::take(Path::new(folder)),
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
