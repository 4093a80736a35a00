//! The data files under `assets/` that the program reads by: the lexicons and the catalogue of words.
//!
//! The library carries them. The page is handed them by its document, where they are packed beside the program, before
//! anything is read or shown: see [`provide`].

use std::sync::OnceLock;

static PROVIDED: OnceLock<&'static str> = OnceLock::new();

/// Hands the tables to a program that does not carry them, once: each behind a line `#` and its name, without comments.
pub fn provide(tables: String) {
    PROVIDED.get_or_init(|| tables.leak());
}

#[cfg(not(target_arch = "wasm32"))]
const CARRIED: &str = include_str!(concat!(env!("OUT_DIR"), "/tables.txt"));
#[cfg(target_arch = "wasm32")]
const CARRIED: &str = "";

/// The lines of a table such as "words" or "lexicon/en/hedges"; none where there is no such table.
pub(crate) fn lines(name: &str) -> impl Iterator<Item = &'static str> {
    let tables = PROVIDED.get().copied().unwrap_or(CARRIED);
    let mut rest = tables.lines();
    rest.find(|line| line.strip_prefix('#') == Some(name));
    rest.take_while(|line| !line.starts_with('#'))
}

/// The collection to learn with in a language ("en"), JSON; only a page has it among its tables.
pub fn practice(language: &str) -> String {
    lines(&["practice/", language].concat()).collect()
}

/// The licences of what is compiled into the page, each with its crates; only a page has them among its tables.
pub fn licences() -> impl Iterator<Item = (&'static str, &'static str)> {
    lines("licences").filter_map(|line| line.split_once('\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_ends_where_the_next_begins() {
        assert!(lines("lexicon/en/hedges").any(|line| line == "at_least\tbefore\tat least"));
        assert!(lines("lexicon/en/hedges").all(|line| line.split('\t').count() == 3));
        assert_eq!(lines("lexicon/en/nothing").count(), 0);
    }
}
