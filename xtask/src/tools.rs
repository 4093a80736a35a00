//! The tools that make the page: pinned versions, kept in `target/tools`, installed when they are missing.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::{capture, cargo, is_there, program, quietly, step};
use crate::{root, toolchain};

const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
/// `wasm-opt`; it says the first part of the number alone.
const BINARYEN: Package = Package { name: "binaryen", version: "132.0.0", script: "wasm-opt", says: "version 132" };
const ESBUILD: Package = Package { name: "esbuild", version: "0.28.2", script: "esbuild", says: "0.28.2" };

/// A tool that comes as a crate.
struct Tool {
    krate: &'static str,
    program: &'static str,
    version: String,
    /// Whether the crate's own Cargo.lock is used. The one of wasm-bindgen-cli names a crate that was withdrawn.
    locked: bool,
}

/// A tool that comes from npm.
struct Package {
    name: &'static str,
    version: &'static str,
    /// In the package's folder `bin`.
    script: &'static str,
    /// What it answers to `--version`.
    says: &'static str,
}

/// Installs everything that the page is made with and fetches the crates.
///
/// # Errors
/// Fails when something can be installed neither prebuilt nor from its source.
pub(crate) fn ensure() -> Result<()> {
    toolchain::ensure_target()?;
    for tool in crates()? {
        tool.ensure()?;
    }
    step("fetch the crates", || quietly(&mut cargo(&["fetch", "--locked"])).map(drop))
}

/// The optimiser of WebAssembly, installed through npm where it is missing; `None` when npm is missing too.
///
/// # Errors
/// Fails when npm cannot install it.
pub(crate) fn wasm_opt() -> Result<Option<Command>> {
    if says_version(&mut program("wasm-opt", &["--version"]), BINARYEN.says) {
        return Ok(Some(program("wasm-opt", &[])));
    }
    BINARYEN.command()
}

/// What makes code short, installed through npm where it is missing; `None` when npm is missing too.
///
/// # Errors
/// Fails when npm cannot install it.
pub(crate) fn esbuild() -> Result<Option<Command>> {
    ESBUILD.command()
}

/// PATH with the tools first, so that Trunk finds them there and downloads nothing.
///
/// # Errors
/// Fails when PATH holds something that is no path.
pub(crate) fn path() -> Result<OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(bin()).chain(env::split_paths(&rest));
    env::join_paths(folders).context("PATH cannot be extended")
}

/// Where the programs among the tools stand.
pub(crate) fn bin() -> PathBuf {
    folder().join("bin")
}

fn folder() -> PathBuf {
    root().join("target/tools")
}

/// Installs the driver of Firefox from its crate.
///
/// # Errors
/// Fails when it does not compile.
pub(crate) fn ensure_geckodriver() -> Result<()> {
    Tool { krate: "geckodriver", program: "geckodriver", version: GECKODRIVER.into(), locked: true }.ensure()
}

fn crates() -> Result<[Tool; 2]> {
    Ok([
        Tool { krate: "trunk", program: "trunk", version: TRUNK.into(), locked: true },
        Tool { krate: "wasm-bindgen-cli", program: "wasm-bindgen", version: wasm_bindgen_version()?, locked: false },
    ])
}

/// The glue and the crate speak a protocol of their own: the versions have to be the same.
fn wasm_bindgen_version() -> Result<String> {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock is missing")?;
    locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock does not name wasm-bindgen: run `cargo generate-lockfile`")
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let (_, entry) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    entry.split('"').next().map(String::from)
}

impl Tool {
    fn ensure(&self) -> Result<()> {
        if says_version(&mut self.command(), &self.version) {
            return Ok(());
        }
        if is_there("cargo-binstall") && self.install_prebuilt().is_ok() {
            return Ok(());
        }
        let name = format!("{} {}", self.krate, self.version);
        step(&format!("install {name} from its source (minutes, once)"), || self.install_from_source())
    }

    fn command(&self) -> Command {
        program(bin().join(self.program), &["--version"])
    }

    fn install_prebuilt(&self) -> Result<()> {
        let versioned = format!("{}@{}", self.krate, self.version);
        let arguments = ["binstall", "--no-confirm", "--disable-strategies", "compile", &versioned, "--root"];
        step(&format!("install {versioned}, prebuilt"), || {
            let (succeeded, _) = capture(cargo(&arguments).arg(folder()))?;
            if succeeded { Ok(()) } else { bail!("{versioned} cannot be had prebuilt") }
        })
    }

    /// What was compiled is kept until it is installed, so that an interrupted installation goes on where it stopped.
    fn install_from_source(&self) -> Result<()> {
        let scratch = folder().join("build");
        let mut command = cargo(&["install", "--quiet", self.krate, "--version", &self.version, "--force"]);
        command.arg("--root").arg(folder()).arg("--target-dir").arg(&scratch).env_remove("RUSTFLAGS");
        if self.locked {
            command.arg("--locked");
        }
        quietly(&mut command)?;
        std::fs::remove_dir_all(scratch).context("target/tools/build cannot be removed")
    }
}

impl Package {
    fn command(&self) -> Result<Option<Command>> {
        let script = folder().join("npm/node_modules").join(self.name).join("bin").join(self.script);
        let mut command = program("node", &[]);
        command.arg(script);
        if !says_version(program("node", &[]).args(command.get_args()).arg("--version"), self.says) {
            if !is_there("node") || !is_there(npm()) {
                return Ok(None);
            }
            let what = format!("install {} ({} {} from npm)", self.script, self.name, self.version);
            step(&what, || self.install())?;
        }
        Ok(Some(command))
    }

    fn install(&self) -> Result<()> {
        let package = format!("{}@{}", self.name, self.version);
        let mut command =
            program(npm(), &["install", "--no-audit", "--no-fund", "--ignore-scripts", &package, "--prefix"]);
        let target = folder().join("npm");
        std::fs::create_dir_all(&target).context("target/tools/npm cannot be made")?;
        quietly(command.arg(target)).map(drop)
    }
}

fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

/// Whether a program starts and names the version as a word of its own.
fn says_version(command: &mut Command, version: &str) -> bool {
    let Ok((true, output)) = capture(command) else { return false };
    format!("{} ", output.trim().replace('\n', " ")).contains(&format!("{version} "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_versions() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
