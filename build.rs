//! Strips the comments from the data files that are compiled in, so that the page does not carry them.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed=assets/words.tsv");
    strip(Path::new("assets/words.tsv"), &out.join("words.tsv"))?;
    for language in fs::read_dir("assets/lexicon")? {
        let folder = language?.path();
        println!("cargo::rerun-if-changed={}", folder.display());
        let copies = out.join("lexicon").join(folder.file_name().unwrap_or_default());
        fs::create_dir_all(&copies)?;
        for file in fs::read_dir(&folder)? {
            let file = file?.path();
            strip(&file, &copies.join(file.file_name().unwrap_or_default()))?;
        }
    }
    Ok(())
}

/// Copies a file without its comments and empty lines.
fn strip(from: &Path, to: &Path) -> io::Result<()> {
    let text = fs::read_to_string(from)?;
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    fs::write(to, lines.flat_map(|line| [line, "\n"]).collect::<String>())
}
