//! The data files under `assets/` that the library reads by: the lexicons, the catalogue of words, and the licences of
//! what the page is compiled from.

/// Each table behind a line `#` and its name, without comments; `build.rs` puts them together.
const TABLES: &str = include_str!(concat!(env!("OUT_DIR"), "/tables.txt"));

/// The lines of a table such as "words" or "lexicon/en/hedges"; none where there is no such table.
pub(crate) fn lines(name: &str) -> impl Iterator<Item = &'static str> {
    let mut rest = TABLES.lines();
    rest.find(|line| line.strip_prefix('#') == Some(name));
    rest.take_while(|line| !line.starts_with('#'))
}

/// The licences of what is compiled into the page, each with its crates, separated by commas.
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

    #[test]
    fn licences_name_crates() {
        assert!(licences().any(|(licence, crates)| licence.contains("MIT") && crates.contains("leptos")));
    }
}
