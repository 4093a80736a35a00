//! The form of words: one line, and the case of Latin letters: ASCII, Latin-1 and Latin Extended-A, which is what English and Spanish texts and the names
//! in them are written with. Letters of other scripts are left as they are. The tables of the standard library cover
//! all of Unicode and would be a tenth of the page.

/// The small form of a capital letter; any other character as it is.
pub fn lower(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        'À'..='Þ' if c != '×' => shifted(c, 32),
        'Ÿ' => 'ÿ',
        '\u{100}'..='\u{137}' | '\u{14a}'..='\u{177}' if is_even(c) => shifted(c, 1),
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17e}' if !is_even(c) => shifted(c, 1),
        _ => c,
    }
}

/// Whether it is a capital letter.
pub fn is_upper(c: char) -> bool {
    lower(c) != c
}

/// Whether it is a small letter.
pub fn is_lower(c: char) -> bool {
    c.is_ascii_lowercase() || (!c.is_ascii() && c.is_alphabetic() && !is_upper(c))
}

/// The words in small letters, without soft hyphens.
pub fn lowered(words: &str) -> String {
    words.chars().filter(|c| *c != '\u{ad}').map(lower).collect()
}

/// The words with their first letter as a capital.
pub fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(|first| match first {
        'à'..='þ' if first != '÷' => shifted(first, -32),
        _ => first.to_ascii_uppercase(),
    });
    first.into_iter().chain(chars).collect()
}

/// The words with one space between them and none around them.
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_even(c: char) -> bool {
    u32::from(c).is_multiple_of(2)
}

fn shifted(c: char, by: i32) -> char {
    u32::from(c).checked_add_signed(by).and_then(char::from_u32).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_letters_fold_as_in_unicode() {
        for c in ('\0'..='\u{17f}').filter(|c| *c != 'İ') {
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c}");
        }
    }

    #[test]
    fn first_letters_become_capitals() {
        assert_eq!(capitalised("árboles caídos"), "Árboles caídos");
        assert_eq!(capitalised("28 deaths"), "28 deaths");
    }
}
