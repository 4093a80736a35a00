//! `cargo xtask licences`: the licences of the crates that the page is compiled from, as cargo knows them. They stand in
//! `assets/licences.tsv`; a test says when that file is stale.

use anyhow::{Context, Result, ensure};

use crate::root;
use crate::run::{answer, cargo};
use crate::tools::WASM;

/// What the page is compiled from and no crate: the standard library, which comes with the compiler.
const STANDARD_LIBRARY: &str = "std|MIT OR Apache-2.0";

/// The first line of the file.
const HEAD: &str = "# The crates that the page is compiled from, by licence. Written by `cargo xtask licences`.\n";

/// Writes `assets/licences.tsv`.
///
/// # Errors
/// Fails when cargo fails, a crate names no licence or the file cannot be written.
pub(crate) fn write() -> Result<()> {
    Ok(std::fs::write(root().join("assets/licences.tsv"), HEAD.to_owned() + &table()?)?)
}

/// A line a licence: the licence, a tab, the names of its crates.
///
/// # Errors
/// Fails when cargo fails or a crate names no licence.
fn table() -> Result<String> {
    let arguments = ["tree", "--locked", "--package", "countercheck-app", "--target", WASM];
    let shape = ["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}|{l}"];
    let tree = answer(cargo(&arguments).args(shape))?;
    grouped(&format!("{tree}{STANDARD_LIBRARY}\n"))
}

/// The table of a list with a line "name version|licence" a crate, in any order and each as often as it likes.
fn grouped(list: &str) -> Result<String> {
    let mut crates = Vec::new();
    for line in list.lines().filter(|line| !line.is_empty()) {
        let (krate, licence) = line.split_once('|').with_context(|| format!("cargo says `{line}`"))?;
        let name = krate.split(' ').next().unwrap_or_default();
        // A crate that was listed before ends with a star.
        let licence = licence.trim_end_matches(" (*)");
        ensure!(!licence.is_empty(), "{name} names no licence");
        if !name.starts_with("countercheck") {
            crates.push((one_way(licence), name));
        }
    }
    crates.sort();
    crates.dedup();
    let groups = crates.chunk_by(|one, other| one.0 == other.0).map(|group| {
        let names: Vec<&str> = group.iter().map(|(_, name)| *name).collect();
        format!("{}\t{}\n", group[0].0, names.join(", "))
    });
    Ok(groups.collect())
}

/// A choice of licences written in one way, whatever its order; any other expression stays as it is.
fn one_way(licence: &str) -> String {
    if ["(", " AND ", " WITH "].iter().any(|it| licence.contains(it)) {
        return licence.to_owned();
    }
    let licence = licence.replace('/', " OR ");
    let mut choices: Vec<&str> = licence.split(" OR ").map(str::trim).collect();
    // MIT first, as most write it.
    choices.sort_by_key(|choice| (*choice != "MIT", *choice));
    choices.join(" OR ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_stand_once_under_their_licence() {
        let list = "countercheck v0.1.0 (/here)|MIT OR Apache-2.0\nb v1.0.0|Apache-2.0 / MIT\na v2.0.0|MIT/Apache-2.0 (*)\n\n\
                    a v1.0.0|MIT OR Apache-2.0\nc v1.0.0|(MIT OR Apache-2.0) AND Unicode-3.0\n";
        let table = "(MIT OR Apache-2.0) AND Unicode-3.0\tc\nMIT OR Apache-2.0\ta, b\n";
        assert_eq!(grouped(list).expect("a table"), table);
        assert!(grouped("a v1.0.0|\n").is_err(), "a crate without a licence");
    }

    #[test]
    fn the_file_is_what_cargo_says_now() {
        let file = std::fs::read_to_string(root().join("assets/licences.tsv")).expect("assets/licences.tsv");
        let now = HEAD.to_owned() + &table().expect("cargo knows the licences");
        assert_eq!(file.replace("\r\n", "\n"), now, "run `cargo xtask licences`");
    }
}
