//! Puts the tables under `assets/` together for the library, as one text without their comments.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let assets = Path::new("../../assets");
    for part in ["words.tsv", "licences.tsv", "lexicon", "alignment"] {
        println!("cargo::rerun-if-changed={}", assets.join(part).display());
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("tables.txt"), tables(assets)?)
}

/// The tables, each behind a line `#` and its name ("lexicon/en/hedges"), in the order of their names; comments and
/// empty lines are left out.
fn tables(assets: &Path) -> io::Result<String> {
    let mut files = ["words.tsv", "licences.tsv", "alignment/weights.tsv"].map(|file| assets.join(file)).to_vec();
    for language in fs::read_dir(assets.join("lexicon"))? {
        files.extend(entries(&language?.path())?);
    }
    files.sort();
    let mut tables = String::new();
    for file in files {
        let name = file.strip_prefix(assets).unwrap_or(&file).with_extension("");
        tables.extend(["#", &name.display().to_string().replace('\\', "/"), "\n"]);
        let text = fs::read_to_string(&file)?;
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        tables.extend(lines.flat_map(|line| [line, "\n"]));
    }
    Ok(tables)
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect()
}
