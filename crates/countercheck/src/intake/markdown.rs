//! Markdown as plain text: the words in paragraphs, without their marks.
//!
//! ```
//! use countercheck::intake::markdown::to_text;
//!
//! let text = to_text("# Five *dead*\n\nAt least **5** people died,\nthe [mayor](https://x.org) said.");
//! assert_eq!(text, "Five dead\n\nAt least 5 people died, the mayor said.");
//! ```

use crate::reading::text::boundary;

/// The words of a Markdown text, one paragraph a line. Total on any text, in one pass over its lines.
pub fn to_text(markdown: &str) -> String {
    let mut text = Paragraphs::default();
    let mut fence: Option<&str> = None;
    for line in body(markdown).lines() {
        let bare = line.trim();
        let mark = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark));
        match (fence, mark) {
            (Some(open), Some(mark)) if open == mark => fence = None,
            (Some(_), _) => text.own_line(line),
            (None, Some(mark)) => {
                fence = Some(mark);
                text.end();
            }
            (None, None) => text.line(line),
        }
    }
    text.done()
}

/// The text without the block of settings that some programs put first.
fn body(markdown: &str) -> &str {
    let settings = markdown.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    settings.map_or(markdown, |(_, body)| body)
}

#[derive(Default)]
struct Paragraphs {
    text: String,
    /// The paragraph that is being read.
    open: String,
}

impl Paragraphs {
    fn line(&mut self, line: &str) {
        let bare = quoted(line.trim());
        let heading = bare.trim_start_matches('#');
        let item = list_item(bare);
        if bare.is_empty() || is_rule(bare) || is_definition(bare) {
            self.end();
        } else if bare.starts_with('#') && heading.starts_with(' ') {
            self.own_line(heading.trim().trim_end_matches('#').trim_end());
        } else if bare.starts_with('|') {
            let cells: Vec<&str> = bare.trim_matches('|').split('|').map(str::trim).collect();
            self.own_line(&cells.join(" · "));
        } else if let Some(item) = item {
            self.end();
            self.add(item);
        } else {
            self.add(bare);
        }
        if line.ends_with("  ") || line.ends_with('\\') {
            self.end_line();
        }
    }

    fn add(&mut self, line: &str) {
        if !self.open.is_empty() && !self.open.ends_with('\n') {
            self.open.push(' ');
        }
        self.open.push_str(line.trim_end_matches('\\'));
    }

    fn own_line(&mut self, line: &str) {
        self.end();
        self.open.push_str(line);
        self.end();
    }

    fn end_line(&mut self) {
        if !self.open.is_empty() {
            self.open.push('\n');
        }
    }

    fn end(&mut self) {
        let paragraph = std::mem::take(&mut self.open);
        let plain = inline(paragraph.trim());
        if !plain.trim().is_empty() {
            if !self.text.is_empty() {
                self.text.push_str("\n\n");
            }
            self.text.push_str(&plain);
        }
    }

    fn done(mut self) -> String {
        self.end();
        self.text
    }
}

fn quoted(line: &str) -> &str {
    line.trim_start_matches(['>', ' '])
}

/// "---", "***", "===" under a heading, "|---|" under the head of a table.
fn is_rule(line: &str) -> bool {
    let marks = line.chars().filter(|c| matches!(c, '-' | '*' | '_' | '=')).count();
    marks >= 3 && line.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | '|' | ':' | ' '))
}

/// Where a link leads, given at the end of the text.
fn is_definition(line: &str) -> bool {
    line.starts_with('[') && !line.starts_with("[^") && line.split_once("]: ").is_some_and(|(_, to)| !to.contains(' '))
}

/// What stands behind the mark of a list item: "- ", "* ", "12. ".
fn list_item(line: &str) -> Option<&str> {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered =
        (1..=3).contains(&(line.len() - digits.len())).then(|| digits.strip_prefix(". ").or(digits.strip_prefix(") ")));
    line.strip_prefix("- ").or(line.strip_prefix("* ")).or(line.strip_prefix("+ ")).or(numbered.flatten())
}

/// The words of a paragraph without emphasis, links, tags and escapes.
fn inline(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (words, length) = span_at(rest, plain.chars().next_back());
        plain.push_str(words.unwrap_or(&rest[..c.len_utf8()]));
        rest = &rest[length.max(c.len_utf8()).min(rest.len())..];
    }
    plain
}

/// How far a link or a tag is looked for: it keeps the pass linear on text of nothing but brackets.
const REACH: usize = 2000;

/// The words of what begins here and its length in bytes; no words for a character that stands for itself.
fn span_at(rest: &str, before: Option<char>) -> (Option<&str>, usize) {
    let next = rest.as_bytes().get(1).copied().unwrap_or(b' ');
    match rest.as_bytes()[0] {
        b'\\' if next.is_ascii_punctuation() => (Some(&rest[1..2]), 2),
        b'!' if next == b'[' => (Some(""), 1),
        b'[' => link(rest).unwrap_or((None, 1)),
        b'<' if next.is_ascii_alphabetic() || next == b'/' || next == b'!' => tag(rest).unwrap_or((None, 1)),
        b'*' | b'`' => (Some(""), 1),
        b'~' if next == b'~' => (Some(""), 2),
        b'_' if !(before.is_some_and(char::is_alphanumeric) && next.is_ascii_alphanumeric()) => (Some(""), 1),
        b'&' => entity(rest).unwrap_or((None, 1)),
        _ => (None, 1),
    }
}

/// Words in brackets with an address or a number behind them, or the mark of a footnote. Marks inside the words stay.
fn link(rest: &str) -> Option<(Option<&str>, usize)> {
    let close = bounded(rest).find(']')?;
    let words = &rest[1..close];
    if words.starts_with('^') {
        return Some((Some(""), close + 1));
    }
    let behind = &rest[close + 1..];
    let end = match behind.as_bytes().first() {
        Some(b'(') => bounded(behind).find(')')?,
        Some(b'[') => bounded(behind).find(']')?,
        _ => return None,
    };
    Some((Some(words.trim_matches(['*', '_', '`'])), close + 1 + end + 1))
}

/// A tag of HTML, of which nothing stays, or an address in brackets, of which the address does.
fn tag(rest: &str) -> Option<(Option<&str>, usize)> {
    let end = bounded(rest).find('>')?;
    let inside = &rest[1..end];
    let address = inside.contains("://") && !inside.contains(' ');
    Some((Some(if address { inside } else { "" }), end + 1))
}

fn entity(rest: &str) -> Option<(Option<&str>, usize)> {
    const ENTITIES: [(&str, &str); 6] =
        [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", "\u{a0}"), ("&#39;", "'")];
    let (name, character) = ENTITIES.into_iter().find(|(name, _)| rest.starts_with(name))?;
    Some((Some(character), name.len()))
}

fn bounded(text: &str) -> &str {
    &text[..boundary(text, REACH)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        for (markdown, text) in [
            ("---\ntitle: x\n---\n\nOne", "One"),
            ("Title\n=====\n\nOne\ntwo", "Title\n\nOne two"),
            ("> quoted\n> words", "quoted words"),
            ("- 27 dead\n- 5 hurt\n\n1. first\n2. second", "27 dead\n\n5 hurt\n\nfirst\n\nsecond"),
            ("| dead | hurt |\n|---|---:|\n| 27 | 5 |", "dead · hurt\n\n27 · 5"),
            ("```\nlet x = *1*;\n```\nOne", "let x = 1;\n\nOne"),
            ("[a **b**](x) ![c](y) [d][1] e[^1]\n\n[1]: http://x", "a **b c d e"),
            ("snake_case _is_ __fine__ ~~not~~ `code`", "snake_case is fine not code"),
            ("a \\* b &amp; c <b>d</b> <https://x.org> 3 < 4", "a * b & c d https://x.org 3 < 4"),
            ("one  \ntwo", "one\ntwo"),
            ("[not a link] 5 * 3", "[not a link] 5  3"),
            ("", ""),
        ] {
            assert_eq!(to_text(markdown), text, "{markdown:?}");
        }
    }
}
