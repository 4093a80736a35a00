//! The data files that the program reads by, as one text: the lexicons, the catalogue of words and the
//! weights of alignment. Compiled into the
//! library by `build.rs`, and packed into the page beside the program.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The tables under `assets/`, each behind a line `#` and its name ("lexicon/en/hedges"), in the order of their names;
/// comments and empty lines are left out.
///
/// # Errors
/// Fails when a file cannot be read.
pub(crate) fn tables(assets: &Path) -> io::Result<String> {
    let mut files = vec![assets.join("words.tsv"), assets.join("alignment/weights.tsv")];
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
