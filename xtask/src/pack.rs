//! The single file: everything the page needs, in one HTML document that a strict policy guards.
//!
//! The file is `index.html` with these parts in place, and nothing else:
//!
//! | part | where | bytes may change |
//! | --- | --- | --- |
//! | policy | first `<meta>` in the head | with the code and the style |
//! | style of the plain text | `<style>` | no |
//! | plain text | `#countercheck-plain` in `#countercheck-fallback`, shown where no program runs | yes |
//! | state | `#countercheck-state`: the collection with its texts, JSON, each `<` written as `\u003c` | yes |
//! | style | `#countercheck-style`: LZMA without a header, in the characters of `printable` | no |
//! | tables | `#countercheck-tables`: lexicons, words, and the collections to learn with, packed likewise | no |
//! | WebAssembly | `#countercheck-wasm`, packed likewise | no |
//! | code | the one `<script type="module">`: the glue of wasm-bindgen, then the loader | no |
//!
//! Content-Security-Policy covers code and style, by their hashes, but no data blocks: a page can write a copy of
//! itself with another state and the same policy. The program leaves every part in place while it runs.
//!
//! The file begins with a byte order mark: UTF-8 is what it is then, whatever a server says.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::css::tidy;
use crate::lzma::packed;
use crate::printable::printed;

/// What a page is made of.
pub(crate) struct Parts {
    /// The document, with markers where the parts go.
    pub(crate) index: String,
    /// The style sheets in their order.
    pub(crate) styles: Vec<String>,
    /// The glue and the loader.
    pub(crate) code: String,
    /// The program.
    pub(crate) wasm: Block,
    /// The collection as plain HTML.
    pub(crate) collection: String,
    /// The collection as the program reads it, JSON.
    pub(crate) state: String,
    /// The lexicons, the words of the interface, the collections to learn with.
    pub(crate) tables: String,
}

/// Bytes of a data block.
pub(crate) struct Block {
    /// How many there are.
    pub(crate) length: usize,
    /// What they are packed into.
    pub(crate) packed: Vec<u8>,
}

impl Block {
    /// Packs them.
    ///
    /// # Errors
    /// Packing into memory does not fail.
    pub(crate) fn of(bytes: &[u8]) -> Result<Self> {
        Ok(Self { length: bytes.len(), packed: packed(bytes)? })
    }

    fn named(&self, id: &str) -> String {
        let (length, text) = (self.length, printed(&self.packed));
        format!("<script type=\"application/octet-stream\" id=\"{id}\" data-length=\"{length}\">{text}</script>\n")
    }
}

/// Puts the parts together. The same parts give the same bytes.
///
/// # Errors
/// Fails when a part would break out of its place or a marker is missing.
pub(crate) fn pack(parts: &Parts) -> Result<String> {
    let code = code(&parts.code)?;
    let (page, own) = take_style(&without_trunk_lines(&parts.index))?;
    let own = style(&[own])?;
    let page = fill(&page, "style", &format!("<style>{own}</style>"))?;
    let page = fill(&page, "policy", &policy(&code, &own))?;
    let page = fill(&page, "collection", &parts.collection)?;
    let blocks = [
        state_block(&parts.state),
        Block::of(style(&parts.styles)?.as_bytes())?.named("countercheck-style"),
        Block::of(parts.tables.as_bytes())?.named("countercheck-tables"),
        parts.wasm.named("countercheck-wasm"),
    ];
    let page = fill(&page, "program", &format!("{}<script type=\"module\">{code}</script>", blocks.concat()))?;
    Ok(format!("\u{feff}{page}"))
}

/// Lines for Trunk stand by themselves in `index.html`; the finished page has no use for them.
fn without_trunk_lines(index: &str) -> String {
    index.lines().filter(|line| !line.contains("data-trunk")).flat_map(|line| [line, "\n"]).collect()
}

/// Takes the document's own rules out and leaves a marker for the whole style.
fn take_style(index: &str) -> Result<(String, String)> {
    let (before, rest) = index.split_once("<style>").context("index.html has no <style>")?;
    let (own, after) = rest.split_once("</style>").context("index.html does not end its <style>")?;
    Ok((format!("{before}<!-- page: style -->{after}"), own.to_owned()))
}

fn style(sheets: &[String]) -> Result<String> {
    let style: String = sheets.iter().map(|sheet| tidy(sheet)).collect();
    ensure!(!style.contains("</"), "a style sheet holds `</`, which ends the style in HTML");
    ensure!(!style.contains("@import"), "a style sheet holds @import: name the file in index.html instead");
    Ok(style)
}

fn code(code: &str) -> Result<String> {
    let code = code.replace("\r\n", "\n");
    ensure!(!code.contains("</script") && !code.contains("<!--"), "the code holds `</script` or `<!--`");
    Ok(code)
}

/// The data block that the program reads its collection from. Nothing in it can end the block.
pub(crate) fn state_block(json: &str) -> String {
    let safe = json.replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"countercheck-state\">{safe}</script>\n")
}

/// The tables as the development page reads them, not packed.
pub(crate) fn tables_block(tables: &str) -> String {
    format!("<script type=\"text/plain\" id=\"countercheck-tables\">{tables}</script>\n")
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

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        Parts {
            index: include_str!("../../index.html").into(),
            styles: vec!["/* one */\n.a { color: red }\n".into()],
            code: "export { init as default };\n".into(),
            wasm: Block::of(&[0; 64]).expect("packed"),
            collection: "<p>figures</p>".into(),
            state: "{\"title\":\"</script><b>\"}".into(),
            tables: "#words\n".into(),
        }
    }

    fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
        let (_, rest) = page.split_once(start).expect(start);
        rest.split_once(end).expect(end).0
    }

    #[test]
    fn the_policy_comes_first_and_names_the_code_and_the_style() {
        let page = pack(&parts()).expect("a page");
        let policy = between(&page, "<head>\n", "\n");
        assert!(policy.starts_with("<meta http-equiv=\"Content-Security-Policy\""), "{policy}");
        assert!(policy.contains(&hash(between(&page, "<script type=\"module\">", "</script>"))));
        assert!(policy.contains(&hash(between(&page, "<style>", "</style>"))));
    }

    #[test]
    fn nothing_of_trunk_and_no_marker_is_left() {
        let page = pack(&parts()).expect("a page");
        assert!(!page.contains("data-trunk") && !page.contains("<!-- page:"), "{page}");
    }

    #[test]
    fn the_same_parts_give_the_same_bytes() {
        assert_eq!(pack(&parts()).ok(), pack(&parts()).ok());
    }

    #[test]
    fn a_part_cannot_break_out_of_its_place() {
        assert!(pack(&Parts { code: "'</script>'".into(), ..parts() }).is_err());
        assert!(pack(&Parts { styles: vec!["a::after { content: '</style>' }".into()], ..parts() }).is_err());
    }

    #[test]
    fn the_state_cannot_end_its_block() {
        let page = pack(&parts()).expect("a page");
        let state = between(&page, "id=\"countercheck-state\">", "</script>");
        assert_eq!(state, "{\"title\":\"\\u003c/script>\\u003cb>\"}");
    }
}
