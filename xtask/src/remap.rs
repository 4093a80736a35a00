//! `cargo xtask remap-paths`: a cargo configuration that keeps this machine's paths out of the program, so that the same
//! sources give the same bytes in any folder. `.cargo/config.toml` includes it where it is there. Stable cargo has no
//! switch for it yet (`trim-paths`).

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::root;
use crate::run::{answer, cargo, program};

/// Writes `target/remap-paths.toml`; leaves it alone when it says the same already.
///
/// # Errors
/// Fails when the crates cannot be fetched or the file not be written.
pub(crate) fn write() -> Result<()> {
    // The folders of the registries are there once the crates are.
    answer(&mut cargo(&["fetch", "--locked"]))?;
    let text = configuration(&flags()?);
    let file = root().join("target/remap-paths.toml");
    if fs::read_to_string(&file).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::create_dir_all(root().join("target"))?;
    fs::write(&file, text).with_context(|| format!("{} cannot be written", file.display()))
}

fn configuration(flags: &[String]) -> String {
    let quoted: Vec<String> = flags.iter().map(|flag| format!("  {flag:?},\n")).collect();
    format!("[target.wasm32-unknown-unknown]\nrustflags = [\n{}]\n", quoted.concat())
}

/// The compiler's switches: the workspace, each registry's sources, and the sources of the standard library, which have
/// their public name where they are not installed.
fn flags() -> Result<Vec<String>> {
    let registries = cargo_home()?.join("registry/src");
    let mut flags = vec![remap(&root(), "countercheck"), remap(&std_sources()?, &format!("/rustc/{}", commit()?))];
    for registry in fs::read_dir(&registries).context("no crates were fetched")? {
        flags.push(remap(&registry?.path(), "crates"));
    }
    flags.sort();
    Ok(flags)
}

fn remap(from: &Path, to: &str) -> String {
    format!("--remap-path-prefix={}={to}", from.display())
}

fn std_sources() -> Result<PathBuf> {
    let sysroot = answer(&mut program("rustc", &["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).join("lib/rustlib/src/rust"))
}

/// The commit that the compiler is made from.
fn commit() -> Result<String> {
    let version = answer(&mut program("rustc", &["-vV"]))?;
    let hash = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    hash.map(str::to_owned).context("rustc names no commit-hash")
}

fn cargo_home() -> Result<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).context("neither CARGO_HOME nor HOME is set")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_blanks_and_accents_stays_one_flag() {
        let flag = remap(Path::new("/home/José Díaz/clone"), "countercheck");
        let expected = "[target.wasm32-unknown-unknown]\nrustflags = [\n  \
                        \"--remap-path-prefix=/home/José Díaz/clone=countercheck\",\n]\n";
        assert_eq!(configuration(&[flag]), expected);
    }
}
