//! Tokens: words, digit groups and marks.

use super::Span;

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Letters, with inner apostrophes and the full stops of initials: "country", "isn't", "U.N.", "SMW4".
    Word,
    /// Digits with inner separators: "2,400", "16.59", ".25".
    Number,
    /// One character of anything else.
    Mark,
}

/// A stretch of a text that is read as one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// White space stands before it.
    pub spaced: bool,
    /// A line break stands before it.
    pub breaks: bool,
}

/// Abbreviations that are written right before an amount: "Rs500", "KSh2,400", "USD115"; but "COP26" is a meeting.
#[rustfmt::skip]
const CURRENCIES: [&str; 27] = [
    "Rs", "KSh", "Ksh", "TSh", "USh", "Rp", "RM", "Tk", "Php", "USD", "EUR", "GBP", "CHF", "AUD", "CAD", "INR",
    "PKR", "ZAR", "MXN", "CLP", "ARS", "BDT", "SGD", "NIS", "CNY", "RMB", "JPY",
];

/// Splits a text into tokens, in order; what lies between them is white space. One pass, total on any string.
///
/// ```
/// use countercheck::reading::text::tokenize;
/// let text = "U.N. counts 2,400 arrests.";
/// let words: Vec<_> = tokenize(text).iter().map(|token| token.span.of(text)).collect();
/// assert_eq!(words, ["U.N.", "counts", "2,400", "arrests", "."]);
/// ```
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    let (mut spaced, mut breaks) = (false, false);
    while let Some(c) = char_at(text, at) {
        if is_space(c) {
            spaced = true;
            breaks |= c == '\n';
            at += c.len_utf8();
            continue;
        }
        let (kind, end) = scan(text, at, c);
        tokens.push(Token { span: Span::new(at, end), kind, spaced, breaks });
        (spaced, breaks) = (false, false);
        at = end;
    }
    tokens
}

/// Invisible format characters count as white space, so that a soft hyphen or a byte order mark hides no number.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\u{202a}'..='\u{202e}')
}

fn scan(text: &str, at: usize, c: char) -> (TokenKind, usize) {
    if c.is_ascii_digit() || (c == '.' && digit_at(text, at + 1) && !word_ends_at(text, at)) {
        (TokenKind::Number, number_end(text, at))
    } else if is_letter(c) {
        (TokenKind::Word, word_end(text, at))
    } else {
        (TokenKind::Mark, at + c.len_utf8())
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte < 0x80 { Some(char::from(byte)) } else { text.get(at..)?.chars().next() }
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || c == '\u{ad}'
        || (!c.is_ascii() && c.is_alphabetic())
        || matches!(c, '\u{300}'..='\u{36f}')
}

fn is_word_char(c: char) -> bool {
    is_letter(c) || c.is_ascii_digit()
}

fn digit_at(text: &str, at: usize) -> bool {
    text.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
}

/// Whether a letter or digit ends right before `at`.
fn word_ends_at(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(is_word_char)
}

/// Separators join digits only when a digit follows at once.
fn number_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    if let Some(end) = swiss_end(text, at) {
        return end;
    }
    let mut end = at + 1;
    while let Some(&byte) = bytes.get(end) {
        let joins = byte.is_ascii_digit() || (matches!(byte, b'.' | b',') && digit_at(text, end + 1));
        if !joins {
            break;
        }
        end += 1;
    }
    end
}

/// "12'500", "1’250’000": one to three digits, then groups of exactly three behind apostrophes.
fn swiss_end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes.iter().skip(from).take(4).take_while(|byte| byte.is_ascii_digit()).count();
    let mark = |from: usize| match text.get(from..).and_then(|rest| rest.chars().next()) {
        Some(c @ ('\'' | '’')) => Some(from + c.len_utf8()),
        _ => None,
    };
    let first = digits(at);
    let mut end = (1..=3).contains(&first).then_some(at + first)?;
    while let Some(group) = mark(end).filter(|&group| digits(group) == 3) {
        end = group + 3;
    }
    (end > at + first).then_some(end)
}

fn word_end(text: &str, at: usize) -> usize {
    let mut end = at;
    let mut letters = 0;
    let mut initials = true;
    while let Some(c) = char_at(text, end) {
        let next = end + c.len_utf8();
        if is_letter(c) {
            letters += 1;
        } else if c == '.' && initials && letters == 1 && initial_goes_on(text, next, end > at + 2) {
            letters = 0;
        } else if c.is_ascii_digit() && is_currency(text, at, end) {
            break;
        } else if c.is_ascii_digit() || (matches!(c, '\'' | '’') && apostrophe_joins(text, next)) {
            initials = false;
        } else {
            break;
        }
        initials &= letters <= 1;
        end = next;
    }
    end
}

/// Whether a word is written right before an amount: "USD115", "$US113".
fn is_currency(text: &str, at: usize, end: usize) -> bool {
    let word = text.get(at..end).unwrap_or_default();
    CURRENCIES.contains(&word) || word == "US" && text.get(..at).is_some_and(|before| before.ends_with('$'))
}

/// Whether the full stop before `next` belongs to initials: a single letter follows, or initials have begun.
fn initial_goes_on(text: &str, next: usize, begun: bool) -> bool {
    match char_at(text, next) {
        Some(c) if is_letter(c) => {
            let after = char_at(text, next + c.len_utf8());
            !after.is_some_and(is_letter)
        }
        _ => begun,
    }
}

/// "isn't" and "l'eau" are one word; the possessive "'s" is a word of its own.
fn apostrophe_joins(text: &str, next: usize) -> bool {
    let Some(c) = char_at(text, next) else { return false };
    let possessive = matches!(c, 's' | 'S') && !char_at(text, next + 1).is_some_and(is_word_char);
    is_letter(c) && !possessive
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokenize(text).iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn numbers_keep_their_separators_and_leave_the_full_stop() {
        assert_eq!(words("2,400, 16.59. 3.45pm .25"), ["2,400", ",", "16.59", ".", "3.45", "pm", ".25"]);
    }

    #[test]
    fn initials_names_with_digits_and_possessives() {
        assert_eq!(words("the U.S.-based SMW4"), ["the", "U.S.", "-", "based", "SMW4"]);
        assert_eq!(words("Venezuela’s isn’t Egypt's"), ["Venezuela", "’", "s", "isn’t", "Egypt", "'", "s"]);
        assert_eq!(words("9 a.m. in D.C."), ["9", "a.m.", "in", "D.C."]);
    }

    #[test]
    fn amounts_leave_their_currency() {
        assert_eq!(words("Rs500 USD2,400"), ["Rs", "500", "USD", "2,400"]);
    }

    #[test]
    fn marks_stand_alone() {
        assert_eq!(words("$7–9m (52%)"), ["$", "7", "–", "9", "m", "(", "52", "%", ")"]);
    }
}
