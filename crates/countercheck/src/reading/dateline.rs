//! Datelines: the place, the day and the agency that a text begins with.

use crate::reading::text::fold;

/// Lines at the beginning of a text that a dateline is looked for in.
const HEAD: usize = 8;

/// The agency in the dateline of a text.
pub fn agency_of(text: &str) -> Option<String> {
    text.lines().filter(|line| !line.trim().is_empty()).take(HEAD).find_map(agency)
}

/// The agency of a dateline: "CARACAS (AFP) —", "LISBON, 3 May (Reuters) -".
pub(crate) fn agency(line: &str) -> Option<String> {
    let (before, rest) = line.split_once('(')?;
    let (name, after) = rest.split_once(')')?;
    let dash = after.trim_start().starts_with(['—', '–', '-', '.']) || after.trim_start().starts_with("--");
    let is_name =
        name.starts_with(fold::is_upper) && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '/'));
    (dash && is_name && before.len() <= 60 && (2..=30).contains(&name.len())).then(|| name.to_owned())
}
