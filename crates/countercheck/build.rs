//! Puts the data files together for the library, without their comments.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "../../xtask/src/tables.rs"]
mod tables;

fn main() -> io::Result<()> {
    let assets = Path::new("../../assets");
    for part in ["words.tsv", "lexicon", "alignment"] {
        println!("cargo::rerun-if-changed={}", assets.join(part).display());
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("tables.txt"), tables::tables(assets)?)
}
