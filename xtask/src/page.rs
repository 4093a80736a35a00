//! `cargo xtask open`: makes the page, one self-contained file, and opens it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::budget::{Weight, gzip_size};
use crate::css::style_sheets;
use crate::pack::{Block, Parts, pack};
use crate::run::{answer, cargo, program, quietly, step};
use crate::wasm::Module;
use crate::{collection, glue, root, toolchain, tools};

/// A page that was made.
pub(crate) struct Made {
    /// Where it is.
    pub(crate) file: PathBuf,
    /// What it weighs.
    pub(crate) weight: Weight,
    /// Whether wasm-opt was there to make it small.
    pub(crate) optimised: bool,
}

impl Made {
    /// Holds the page to what it may weigh.
    ///
    /// # Errors
    /// Says which weights are too high, or that nothing was there to make it small.
    pub(crate) fn hold_to_budgets(&self) -> Result<()> {
        ensure!(self.optimised, "the budget is for an optimised page: install Node.js with npm");
        self.weight.check()
    }
}

/// Makes the page and opens it in the browser.
///
/// # Errors
/// Fails when the page cannot be made or there is no browser to open it.
pub(crate) fn open() -> Result<()> {
    let file = make()?.file;
    open::that(&file).with_context(|| format!("no browser could be started: open {} yourself", file.display()))
}

/// Makes `dist/countercheck.html` and prints its path and weight.
///
/// # Errors
/// Fails when a tool is missing or the program does not compile.
pub(crate) fn make() -> Result<Made> {
    tools::ensure()?;
    let tables = collection::tables()?;
    let Built { glue, wasm } = step("compile the page", || compile(&tables))?;
    let used = used(&glue, &wasm)?;
    let small = optimise(&used)?;
    let optimised = small.is_some();
    let (wasm, glue) = with_short_names(&small.unwrap_or(used), &glue)?;
    let collection = step("write the figures as plain text", plain_text)?;
    let code = step("make the code short", || code(&glue))?;
    let made = step("pack the single file", || write(code, &wasm, collection, tables, optimised))?;
    println!("\n{}\n{}", made.file.display(), made.weight.lines());
    Ok(made)
}

const UNLZMA: &str = include_str!("unlzma.js");
const LOADER: &str = include_str!("loader.js");

/// What Trunk and wasm-bindgen made.
struct Built {
    glue: String,
    wasm: Vec<u8>,
}

fn compile(tables: &str) -> Result<Built> {
    collection::write_blocks(tables)?;
    let out = root().join("target/parts");
    let mut trunk =
        program("trunk", &["build", "--offline", "--locked", "--cargo-profile", "page", "--public-url", "./"]);
    trunk.arg("--dist").arg(&out).env("PATH", tools::path()?).env("CARGO_ENCODED_RUSTFLAGS", flags()?);
    quietly(trunk.env("CARGO_TERM_QUIET", "true").env("RUST_BACKTRACE", "0"))?;
    let glue = fs::read_to_string(out.join("countercheck-app.js")).context("Trunk left no glue")?;
    let wasm = fs::read(out.join("countercheck-app_bg.wasm")).context("Trunk left no WebAssembly")?;
    Ok(Built { glue: glue::tightened(&glue::closed(&glue)), wasm })
}

/// The WebAssembly without the exports that the page's code does not name. Crates below Leptos bring some for a server,
/// and one named by the hash of its own path, which would make the page depend on where crates are kept.
fn used(glue: &str, wasm: &[u8]) -> Result<Vec<u8>> {
    let code = code(glue)?;
    let mut module = Module::read(wasm)?;
    module.keep_exports(|name| code.contains(name))?;
    Ok(module.bytes())
}

/// The WebAssembly and its glue with short names between them.
fn with_short_names(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut module = Module::read(wasm)?;
    module.drop_custom();
    let names = module.shorten_names()?;
    Ok((module.bytes(), glue::renamed(glue, &names)))
}

/// The code of the page: the glue, and the loader with what unpacks.
fn code(glue: &str) -> Result<String> {
    minified(&[glue, UNLZMA, LOADER].concat())
}

/// Flags of the compiler: this machine's paths are kept out of the page, so that the same sources give the same bytes
/// everywhere.
fn flags() -> Result<String> {
    let mut flags =
        vec![remap(&root(), "countercheck"), remap(&toolchain::sysroot()?.join("lib/rustlib/src/rust"), "rust")];
    for registry in fs::read_dir(cargo_home()?.join("registry/src")).context("no crates were fetched")? {
        flags.push(remap(&registry?.path(), "crates"));
    }
    flags.sort();
    Ok(flags.join("\u{1f}"))
}

fn remap(from: &Path, to: &str) -> String {
    format!("--remap-path-prefix={}={to}", from.display())
}

fn cargo_home() -> Result<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).context("neither CARGO_HOME nor HOME is set")
}

/// What wasm-opt is asked for, measured by the size when packed: a function with one caller stays a function of its own,
/// and the first kilobyte of memory, the far end of the stack, is known to hold nothing.
const SMALL: [&str; 3] = ["-Oz", "--one-caller-inline-max-function-size=0", "--low-memory-unused"];

/// Functions in the order of their names, which are dropped: like ones become neighbours, and pack better.
const SORTED: [&str; 5] =
    ["--reorder-functions-by-name", "--strip-debug", "--optimize-level=2", "--shrink-level=2", "--optimize-stack-ir"];

/// Makes the WebAssembly small; `None` where there is no wasm-opt. What was optimised once is kept.
fn optimise(wasm: &[u8]) -> Result<Option<Vec<u8>>> {
    if tools::wasm_opt()?.is_none() {
        eprintln!("warning: the page stays larger than it could be: install Node.js with npm, which wasm-opt needs");
        return Ok(None);
    }
    let asked = [SMALL.as_slice(), &SORTED].concat().concat();
    let folder = root().join("target/wasm-opt");
    let kept = folder.join(format!("{}.wasm", digest(&[wasm, asked.as_bytes()].concat())));
    if !kept.exists() {
        step("optimise the WebAssembly", || {
            fs::create_dir_all(&folder)?;
            let (input, output) = (folder.join("input.wasm"), folder.join("output.wasm"));
            let pass = |wasm: &[u8], asked: &[&str]| {
                fs::write(&input, wasm)?;
                let mut wasm_opt = tools::wasm_opt()?.context("wasm-opt is gone")?;
                quietly(wasm_opt.args(asked).arg(&input).arg("--output").arg(&output))?;
                anyhow::Ok(fs::read(&output)?)
            };
            let mut small = Module::read(&pass(wasm, &SMALL)?)?;
            small.name_by_code()?;
            pass(&small.bytes(), &SORTED)?;
            Ok(fs::rename(&output, &kept)?)
        })?;
    }
    Ok(Some(fs::read(kept)?))
}

/// The code without what only people read; as it is where there is no npm.
fn minified(code: &str) -> Result<String> {
    let Some(mut esbuild) = tools::esbuild()? else {
        eprintln!("warning: the page stays larger than it could be: install Node.js with npm, which esbuild needs");
        return Ok(code.to_owned());
    };
    let (input, output) = (root().join("target/parts/code.js"), root().join("target/parts/code.min.js"));
    fs::write(&input, code)?;
    let outfile = format!("--outfile={}", output.display());
    quietly(
        esbuild
            .args(["--minify", "--tree-shaking=true", "--format=esm", "--legal-comments=none", "--log-level=warning"])
            .arg(&input)
            .arg(outfile),
    )?;
    Ok(fs::read_to_string(output)?)
}

fn digest(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

fn plain_text() -> Result<String> {
    answer(&mut cargo(&["run", "--quiet", "--locked", "--package", "xtask", "--example", "plain"]))
}

fn write(code: String, wasm: &[u8], collection: String, tables: String, optimised: bool) -> Result<Made> {
    let index = fs::read_to_string(root().join("index.html")).context("index.html is missing")?;
    let styles = styles(&index)?;
    let state = collection::shipped()?;
    let parts = Parts { index, styles, code, wasm: Block::of(wasm)?, collection, state, tables };
    let page = pack(&parts)?;
    let file = root().join("dist/countercheck.html");
    fs::create_dir_all(root().join("dist"))?;
    fs::write(&file, &page)?;
    let weight = Weight {
        file: page.len(),
        wasm: parts.wasm.length,
        wasm_packed: parts.wasm.packed.len(),
        wasm_gzip: gzip_size(wasm)?,
        fallback: parts.collection.len(),
    };
    Ok(Made { file, weight, optimised })
}

/// The style sheets that `index.html` names. A sheet in `style/` that it does not name is an oversight.
fn styles(index: &str) -> Result<Vec<String>> {
    let named = style_sheets(index);
    for entry in fs::read_dir(root().join("style")).context("style/ is missing")? {
        let sheet = format!("style/{}", entry?.file_name().display());
        ensure!(named.contains(&sheet.as_str()), "index.html does not name {sheet}");
    }
    named
        .iter()
        .map(|sheet| fs::read_to_string(root().join(sheet)).with_context(|| format!("{sheet} is missing")))
        .collect()
}
