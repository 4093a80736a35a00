//! Style sheets: which ones a document names, and their rules without what only people read.

/// The addresses of the style sheets that a document names, in their order.
pub(crate) fn style_sheets(index: &str) -> Vec<&str> {
    let links = index.lines().filter(|line| line.contains("data-trunk rel=\"css\""));
    links.filter_map(|line| line.split_once("href=\"")?.1.split('"').next()).collect()
}

/// Drops comments, indentation and empty lines: all that can go without knowing the grammar of CSS.
pub(crate) fn tidy(css: &str) -> String {
    let bare = without_comments(css);
    bare.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (plain, from) = rest.split_at(at);
        let (kept, after) = from.split_at(token_length(from));
        out.push_str(plain);
        out.push_str(if kept.starts_with("/*") { "" } else { kept });
        rest = after;
    }
    out + rest
}

/// The length of the string, the comment or the slash that a text begins with.
fn token_length(text: &str) -> usize {
    match text.as_bytes() {
        [b'/', b'*', ..] => text[2..].find("*/").map_or(text.len(), |at| at + 4),
        [b'/', ..] => 1,
        [quote, ..] => string_length(text, *quote),
        [] => 0,
    }
}

fn string_length(text: &str, quote: u8) -> usize {
    let mut escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let ends = byte == quote && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |at| at + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_keep_their_order() {
        let index =
            "<link data-trunk rel=\"css\" href=\"style/b.css\">\n<link data-trunk rel=\"css\" href=\"style/a.css\">";
        assert_eq!(style_sheets(index), ["style/b.css", "style/a.css"]);
    }

    #[test]
    fn comments_go_and_strings_stay() {
        let css = "/* x */\n  a::before { content: '/* \\' */' } /* y\n z */\n\n  b { font: 1rem/2 \"a\" }";
        assert_eq!(tidy(css), "a::before { content: '/* \\' */' }\nb { font: 1rem/2 \"a\" }\n");
    }
}
