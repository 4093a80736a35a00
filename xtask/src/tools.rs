//! The tools that make the page: pinned versions, kept in `target/tools`, installed when they are missing.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::root;
use crate::run::{self, Steps, answer, capture, cargo, is_there, program, quietly};

/// What the page is compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
/// `wasm-opt`; it says the first part of the number alone.
const BINARYEN: Package = Package { name: "binaryen", version: "132.0.0", program: "wasm-opt", says: "version 132" };
const ESBUILD: Package = Package { name: "esbuild", version: "0.28.2", program: "esbuild", says: "0.28.2" };

/// The oldest Node.js that both run on.
const NODE: u32 = 18;

/// A tool is compiled once and runs for seconds: without optimisation, link-time optimisation and debug information, and
/// in many parts at a time, it is there in a third of the time.
const QUICK_PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

/// Whether what is missing may be installed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Installing {
    /// It is named, then installed.
    Allowed,
    /// It is named, with how to get it, and the command ends.
    Refused,
}

/// Something that is missing.
pub(crate) struct Missing {
    /// What it is: "trunk 0.21.14".
    pub(crate) what: String,
    /// What it is needed for.
    pub(crate) why: &'static str,
    /// The command that gets it.
    pub(crate) how: String,
    /// Gets it.
    pub(crate) install: Box<dyn Fn() -> Result<()>>,
}

/// Names what is missing with the command that gets each, before anything is installed or compiled.
///
/// # Errors
/// Fails when something is missing and nothing may be installed.
pub(crate) fn announce(missing: &[Missing], installing: Installing) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> =
        missing.iter().map(|it| format!("  {}, {}\n      {}\n", it.what, it.why, it.how)).collect();
    let list = lines.concat();
    match installing {
        Installing::Allowed => println!("missing, and installed now:\n{list}"),
        Installing::Refused => bail!("missing, and not installed because of --no-install:\n{list}"),
    }
    Ok(())
}

/// Installs, each as a step.
///
/// # Errors
/// Fails when something cannot be installed.
pub(crate) fn install(missing: &[Missing], steps: &mut Steps) -> Result<()> {
    missing.iter().try_for_each(|it| steps.openly(&format!("install {}", it.what), || (it.install)()))?;
    let scratch = scratch();
    if scratch.is_dir() {
        std::fs::remove_dir_all(&scratch).with_context(|| format!("{} cannot be removed", scratch.display()))?;
    }
    Ok(())
}

/// Where tools are compiled: what two of them need is compiled once, and an interrupted installation goes on where it
/// stopped.
fn scratch() -> PathBuf {
    folder().join("build")
}

/// What the page is made with and is missing.
///
/// # Errors
/// Fails when Rust is not whole or Cargo.lock does not name wasm-bindgen.
pub(crate) fn missing() -> Result<Vec<Missing>> {
    let mut missing = Vec::new();
    missing.extend(missing_target()?);
    for tool in crates()? {
        missing.extend(tool.missing());
    }
    if node_is_there() {
        missing.extend([BINARYEN, ESBUILD].iter().filter_map(Package::missing));
    } else {
        eprintln!(
            "warning: the page will be larger than it could be, without wasm-opt and esbuild: they need Node.js {NODE} \
             or newer with npm, from https://nodejs.org\n"
        );
    }
    Ok(missing)
}

/// The target that the page is compiled for, where it is missing.
///
/// # Errors
/// Fails when it is missing and there is no rustup.
pub(crate) fn missing_target() -> Result<Option<Missing>> {
    let folder = answer(&mut program("rustc", &["--print", "target-libdir", "--target", WASM]))?;
    if PathBuf::from(folder.trim()).is_dir() {
        return Ok(None);
    }
    ensure!(
        is_there("rustup"),
        "the target {WASM} is missing and there is no rustup: install Rust from https://rustup.rs, or the target by \
         the means that brought this cargo"
    );
    Ok(Some(Missing {
        what: format!("the Rust target {WASM}"),
        why: "for which the page is compiled",
        how: format!("rustup target add {WASM}"),
        install: Box::new(|| run::openly(&mut program("rustup", &["target", "add", WASM]))),
    }))
}

/// Whether wasm-opt is to be had: on PATH or among the tools.
pub(crate) fn has_wasm_opt() -> bool {
    BINARYEN.is_there()
}

/// What bundles code and makes style short; none where it is neither on PATH nor among the tools.
pub(crate) fn esbuild() -> Option<Command> {
    ESBUILD.is_there().then(|| with_tools(program(ESBUILD.on_path(), &[])))
}

/// The command with the tools on its PATH.
pub(crate) fn with_tools(mut command: Command) -> Command {
    if let Ok(path) = path() {
        command.env("PATH", path);
    }
    command
}

/// PATH with the tools first, so that Trunk finds them there and downloads nothing.
///
/// # Errors
/// Fails when PATH holds something that is no path.
pub(crate) fn path() -> Result<OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    let folders = [bin(), folder().join("npm/node_modules/.bin")].into_iter().chain(env::split_paths(&rest));
    env::join_paths(folders).context("PATH cannot be extended")
}

/// Where the programs among the tools stand.
pub(crate) fn bin() -> PathBuf {
    folder().join("bin")
}

fn folder() -> PathBuf {
    root().join("target/tools")
}

/// The driver of Firefox.
pub(crate) fn geckodriver() -> Tool {
    Tool { krate: "geckodriver", program: "geckodriver", version: GECKODRIVER.into(), features: &[] }
}

/// A tool that comes as a crate.
pub(crate) struct Tool {
    krate: &'static str,
    program: &'static str,
    version: String,
    /// What cargo is told of its features and programs.
    features: &'static [&'static str],
}

fn crates() -> Result<[Tool; 2]> {
    // Trunk needs TLS for downloads and for looking for its own updates, neither of which is asked of it.
    let trunk = Tool { krate: "trunk", program: "trunk", version: TRUNK.into(), features: &["--no-default-features"] };
    let bindgen = Tool {
        krate: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: wasm_bindgen_version()?,
        features: &["--bin", "wasm-bindgen"],
    };
    Ok([trunk, bindgen])
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
    /// What to do where it is missing.
    pub(crate) fn missing(self) -> Option<Missing> {
        let installed = program(bin().join(self.program), &["--version"]);
        let on_path = program(self.program, &["--version"]);
        if [installed, on_path].into_iter().any(|mut it| says_version(&mut it, &self.version)) {
            return None;
        }
        Some(Missing {
            what: format!("{} {}", self.krate, self.version),
            why: "compiled from crates.io into target/tools, once, which takes a minute or two",
            how: format!("cargo install {} --version {}", self.krate, self.version),
            install: Box::new(move || self.install()),
        })
    }

    /// Prebuilt where cargo-binstall is on the machine; else compiled with the versions of its lock file, or with newer ones
    /// where one of those was withdrawn.
    fn install(&self) -> Result<()> {
        let versioned = format!("{}@{}", self.krate, self.version);
        if is_there("cargo-binstall") {
            let arguments = ["binstall", "--no-confirm", "--disable-strategies", "compile", &versioned, "--root"];
            if capture(cargo(&arguments).arg(folder())).is_ok_and(|(succeeded, _)| succeeded) {
                return Ok(());
            }
        }
        let compile = |locked: &[&str]| {
            let mut command = cargo(&["install", &versioned, "--force"]);
            command.args(self.features).args(locked).arg("--root").arg(folder()).arg("--target-dir").arg(scratch());
            run::openly(command.envs(QUICK_PROFILE).env_remove("RUSTFLAGS"))
        };
        compile(&["--locked"]).or_else(|_| {
            println!("its lock file names a version that is gone: once more with those that are there");
            compile(&[])
        })
    }
}

/// A tool that comes from npm.
struct Package {
    name: &'static str,
    version: &'static str,
    program: &'static str,
    /// What it answers to `--version`.
    says: &'static str,
}

impl Package {
    fn missing(&self) -> Option<Missing> {
        if self.is_there() {
            return None;
        }
        let package = format!("{}@{}", self.name, self.version);
        Some(Missing {
            what: format!("{} ({} {} of npm)", self.program, self.name, self.version),
            why: "into target/tools",
            how: format!("npm install {package}"),
            install: Box::new(move || install_package(&package)),
        })
    }

    fn is_there(&self) -> bool {
        says_version(&mut with_tools(program(self.on_path(), &["--version"])), self.says)
    }

    /// What it is called on PATH: programs of npm are scripts, which Windows starts by their whole name alone.
    fn on_path(&self) -> String {
        if cfg!(windows) { format!("{}.cmd", self.program) } else { self.program.to_owned() }
    }
}

fn install_package(package: &str) -> Result<()> {
    let mut command = program(npm(), &["install", "--no-audit", "--no-fund", "--ignore-scripts", package, "--prefix"]);
    let target = folder().join("npm");
    std::fs::create_dir_all(&target).context("target/tools/npm cannot be made")?;
    quietly(command.arg(target)).map(drop)
}

fn node_is_there() -> bool {
    let version = capture(&mut program("node", &["--version"])).map(|(_, output)| output).unwrap_or_default();
    major(&version).is_some_and(|major| major >= NODE) && is_there(npm())
}

/// The first part of a version such as "v20.20.2".
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
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

    #[test]
    fn the_version_of_node_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("node: not found"), None);
    }

    #[test]
    fn without_installing_what_is_missing_is_named_with_how_to_get_it() {
        let missing = || {
            let install: Box<dyn Fn() -> Result<()>> = Box::new(|| bail!("nothing may be installed"));
            [Missing { what: "a tool".into(), why: "for this", how: "get tool".into(), install }]
        };
        let refused = announce(&missing(), Installing::Refused).expect_err("something is missing").to_string();
        assert!(refused.contains("a tool, for this") && refused.contains("get tool"), "{refused}");
        assert!(announce(&missing(), Installing::Allowed).is_ok() && announce(&[], Installing::Refused).is_ok());
    }
}
