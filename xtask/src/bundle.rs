//! `cargo xtask bundle`, which Trunk calls when it has built: everything the page needs in one HTML document that a strict
//! policy guards. A development build only gets its collection.
//!
//! The file is `index.html` with these parts in place, and nothing else:
//!
//! | part | where | bytes may change |
//! | --- | --- | --- |
//! | policy | first `<meta>` in the head | with the code and the style |
//! | style of the plain text | `<style>` | no |
//! | plain text | `#countercheck-plain` in `#countercheck-fallback`, shown where no program runs | yes |
//! | state | `#countercheck-state`: the collection with its texts, JSON, each `<` written as `\u003c` | yes |
//! | style | `#countercheck-style`: raw deflate, base64 | no |
//! | WebAssembly | `#countercheck-wasm`, packed likewise | no |
//! | code | the one `<script type="module">`: the glue of wasm-bindgen and the loader | no |
//!
//! Content-Security-Policy covers code and style, by their hashes, but no data blocks: a page can write a copy of
//! itself with another state and the same policy. The program leaves every part in place while it runs.
//!
//! The file begins with a byte order mark: UTF-8 is what it is then, whatever a server says.

use std::env;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::read::DeflateDecoder;
use sha2::{Digest, Sha256};

use crate::root;
use crate::run::{answer, cargo};
use crate::tools;

/// The name of the finished file in Trunk's folder.
pub(crate) const FILE: &str = "countercheck.html";

/// Set where there is no wasm-opt: the page is bundled although Trunk was not asked for a release, since only then does it
/// leave the WebAssembly as it is.
pub(crate) const WITHOUT_WASM_OPT: &str = "COUNTERCHECK_WITHOUT_WASM_OPT";

/// What a page is made of.
struct Parts {
    /// The document, with markers where the parts go.
    index: String,
    /// The style sheets, one after the other.
    style: String,
    /// The glue and the loader.
    code: String,
    /// The program.
    wasm: Vec<u8>,
    /// The collection as plain HTML.
    plain: String,
    /// The collection as the program reads it, JSON.
    state: String,
}

/// Puts the page that Trunk has staged into one file; gives a development build its collection.
///
/// # Errors
/// Fails when Trunk did not call it or a part is missing.
pub(crate) fn bundle() -> Result<()> {
    let staged = PathBuf::from(env::var_os("TRUNK_STAGING_DIR").context("Trunk calls this command: `trunk build`")?);
    let released = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    if released || env::var_os(WITHOUT_WASM_OPT).is_some() { release(&staged) } else { development(&staged) }
}

/// Puts the collection into the document that Trunk made.
fn development(staged: &Path) -> Result<()> {
    let file = staged.join("index.html");
    let page = fs::read_to_string(&file).context("Trunk left no index.html")?;
    let page = fill(&page, "program", &state_block(&shipped("state")?))?;
    Ok(fs::write(file, page)?)
}

/// Leaves the one file in place of all that Trunk made.
fn release(staged: &Path) -> Result<()> {
    let index = fs::read_to_string(root().join("index.html")).context("index.html is missing")?;
    let parts = Parts {
        style: minified("css", &sheets(&index)?)?,
        code: code(staged)?,
        wasm: fs::read(staged.join("countercheck-app_bg.wasm")).context("Trunk left no WebAssembly")?,
        plain: shipped("plain")?,
        state: shipped("state")?,
        index,
    };
    let page = page(&parts)?;
    for entry in fs::read_dir(staged)? {
        let path = entry?.path();
        if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
    }
    Ok(fs::write(staged.join(FILE), page)?)
}

/// What the library says of the shipped collection; see its example `shipped`.
fn shipped(what: &str) -> Result<String> {
    let run = ["run", "--quiet", "--locked", "--package", "countercheck", "--example", "shipped", "--", what];
    Ok(answer(&mut cargo(&run))?.trim_end().to_owned())
}

/// The style sheets that `index.html` names, in its order. A sheet in `style/` that it does not name is an oversight.
fn sheets(index: &str) -> Result<String> {
    let links = index.lines().filter(|line| line.contains("data-trunk rel=\"css\""));
    let named: Vec<&str> = links.filter_map(|line| line.split_once("href=\"")?.1.split('"').next()).collect();
    for entry in fs::read_dir(root().join("style")).context("style/ is missing")? {
        let sheet = format!("style/{}", entry?.file_name().display());
        ensure!(named.contains(&sheet.as_str()), "index.html does not name {sheet}");
    }
    named
        .iter()
        .map(|sheet| fs::read_to_string(root().join(sheet)).with_context(|| format!("{sheet} is missing")))
        .collect()
}

/// The one script of the page: esbuild bundles the loader with the glue, without what nobody asks for. Without esbuild
/// one stands behind the other.
fn code(staged: &Path) -> Result<String> {
    const IMPORT: &str = "import init from './countercheck-app.js';\n";
    let loader = fs::read_to_string(root().join("src/loader.js")).context("src/loader.js is missing")?;
    if let Some(mut esbuild) = tools::esbuild() {
        let entry = staged.join("loader.js");
        fs::write(&entry, loader)?;
        esbuild.args(["--bundle", "--format=esm", "--minify", "--legal-comments=none", "--log-level=warning"]);
        return answer(esbuild.arg(entry));
    }
    let glue = fs::read_to_string(staged.join("countercheck-app.js")).context("Trunk left no glue")?;
    ensure!(loader.contains(IMPORT), "the loader does not import the glue");
    Ok(glue + "\nconst init = __wbg_init;\n" + &loader.replace(IMPORT, ""))
}

/// Text without what only people read; as it is where there is no esbuild.
fn minified(language: &str, text: &str) -> Result<String> {
    let Some(mut esbuild) = tools::esbuild() else {
        eprintln!("warning: no esbuild on PATH: the page is larger than it could be");
        return Ok(text.to_owned());
    };
    let file = root().join("target").join(format!("bundle.{language}"));
    fs::write(&file, text)?;
    answer(esbuild.args(["--minify", "--log-level=warning"]).arg(file))
}

/// Puts the parts together. The same parts give the same bytes.
fn page(parts: &Parts) -> Result<String> {
    let code = parts.code.replace("\r\n", "\n");
    ensure!(!code.contains("</script") && !code.contains("<!--"), "the code holds `</script` or `<!--`");
    let page = without_trunk_lines(&parts.index);
    let own = between(&page, "<style>", "</style>").context("index.html has no <style>")?.to_owned();
    let page = fill(&page, "policy", &policy(&code, &own))?;
    let page = fill(&page, "collection", &parts.plain)?;
    let blocks = [
        state_block(&parts.state),
        data_block("countercheck-style", parts.style.as_bytes())?,
        data_block("countercheck-wasm", &parts.wasm)?,
    ];
    let page = fill(&page, "program", &format!("{}<script type=\"module\">{code}</script>", blocks.concat()))?;
    Ok(format!("\u{feff}{page}"))
}

/// Lines for Trunk stand by themselves in `index.html`; the finished page has no use for them.
fn without_trunk_lines(index: &str) -> String {
    index.lines().filter(|line| !line.contains("data-trunk")).flat_map(|line| [line, "\n"]).collect()
}

/// The data block that the program reads its collection from. Nothing in it can end the block.
fn state_block(json: &str) -> String {
    let safe = json.replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"countercheck-state\">{safe}</script>\n")
}

/// Bytes that the loader unpacks. Zopfli leaves a twenty-fifth less of them than deflate at its best level does elsewhere.
fn data_block(id: &str, bytes: &[u8]) -> Result<String> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, bytes, &mut packed)?;
    let text = STANDARD.encode(packed);
    Ok(format!("<script type=\"application/octet-stream\" id=\"{id}\">{text}</script>\n"))
}

/// How large a data block is.
pub(crate) struct Size {
    /// The bytes in it.
    pub(crate) bytes: usize,
    /// What deflate makes of them.
    pub(crate) deflated: usize,
}

/// Measures a data block of a finished page.
///
/// # Errors
/// Fails when the page has no such block or it cannot be unpacked.
pub(crate) fn block(page: &str, id: &str) -> Result<Size> {
    let text = between(page, &format!("id=\"{id}\">"), "</script>").with_context(|| format!("there is no #{id}"))?;
    let packed = STANDARD.decode(text)?;
    let mut bytes = Vec::new();
    DeflateDecoder::new(&packed[..]).read_to_end(&mut bytes)?;
    Ok(Size { bytes: bytes.len(), deflated: packed.len() })
}

/// Nothing may be fetched, from anywhere; only this code and this style may run; no text becomes HTML, code or the address of
/// code but through the one policy of the loader.
fn policy(code: &str, style: &str) -> String {
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data: blob:; connect-src 'none'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default\">",
        hash(code),
        hash(style)
    )
}

fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

fn fill(page: &str, marker: &str, part: &str) -> Result<String> {
    let marker = format!("<!-- page: {marker} -->");
    let (before, after) = page.split_once(&marker).with_context(|| format!("index.html has no {marker}"))?;
    Ok(format!("{before}{part}{after}"))
}

fn between<'a>(page: &'a str, start: &str, end: &str) -> Option<&'a str> {
    Some(page.split_once(start)?.1.split_once(end)?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        Parts {
            index: include_str!("../../index.html").into(),
            style: ".a{color:red}".into(),
            code: "export { init as default };\n".into(),
            wasm: vec![0; 64],
            plain: "<p>figures</p>".into(),
            state: "{\"title\":\"</script><b>\"}".into(),
        }
    }

    fn part<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
        between(page, start, end).expect(start)
    }

    #[test]
    fn the_policy_comes_first_and_names_the_code_and_the_style() {
        let page = page(&parts()).expect("a page");
        let policy = part(&page, "<head>\n", "\n");
        assert!(policy.starts_with("<meta http-equiv=\"Content-Security-Policy\""), "{policy}");
        assert!(policy.contains(&hash(part(&page, "<script type=\"module\">", "</script>"))));
        assert!(policy.contains(&hash(part(&page, "<style>", "</style>"))));
    }

    #[test]
    fn nothing_of_trunk_and_no_marker_is_left() {
        let page = page(&parts()).expect("a page");
        assert!(!page.contains("data-trunk") && !page.contains("<!-- page:"), "{page}");
    }

    #[test]
    fn the_same_parts_give_the_same_bytes() {
        assert_eq!(page(&parts()).ok(), page(&parts()).ok());
    }

    #[test]
    fn the_code_cannot_break_out_of_its_place() {
        assert!(page(&Parts { code: "'</script>'".into(), ..parts() }).is_err());
    }

    #[test]
    fn the_state_cannot_end_its_block() {
        let page = page(&parts()).expect("a page");
        let state = part(&page, "id=\"countercheck-state\">", "</script>");
        assert_eq!(state, "{\"title\":\"\\u003c/script>\\u003cb>\"}");
    }

    #[test]
    fn a_packed_block_comes_back() {
        let page = page(&parts()).expect("a page");
        let size = block(&page, "countercheck-wasm").expect("the block");
        assert_eq!(size.bytes, 64);
        assert!(size.deflated < 64);
    }
}
