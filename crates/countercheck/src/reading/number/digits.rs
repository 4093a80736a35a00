//! Numbers in digits: what the separators mean.

use crate::reading::language::Language;
use crate::reading::text::plain_digits;

/// The value of a digit token such as "2,400", "2.400" or "16.59"; `None` where the separators fit no number
/// ("192.168.1.2") or the number is longer than any figure (over 15 digits).
///
/// A separator that occurs twice groups thousands; of two different ones the last is decimal; a single one follows
/// the language, except that a group of other than three digits makes it decimal.
pub(crate) fn value(digits: &str, language: Language) -> Option<f64> {
    if digits.bytes().filter(u8::is_ascii_digit).count() > 15 {
        return None;
    }
    if digits.contains(['\'', '’']) {
        // "12'500", as in Switzerland.
        return plain_digits(&digits.chars().filter(char::is_ascii_digit).collect::<String>());
    }
    let (whole, fraction) = match decimal_separator(digits, language) {
        Some(separator) => digits.rsplit_once(separator)?,
        None => (digits, ""),
    };
    let grouped = whole.contains(['.', ',']);
    if grouped && !groups_of_three(whole) {
        return None;
    }
    let plain: String = whole.chars().filter(char::is_ascii_digit).collect();
    plain_digits(&if fraction.is_empty() { plain } else { format!("{plain}.{fraction}") })
}

fn decimal_separator(digits: &str, language: Language) -> Option<char> {
    let count = |mark| digits.bytes().filter(|&byte| byte == mark).count();
    match (count(b'.'), count(b',')) {
        (1, 0) => single(digits, '.', language),
        (0, 1) => single(digits, ',', language),
        (1, 1) => digits.rfind(['.', ',']).map(|at| if digits.as_bytes()[at] == b'.' { '.' } else { ',' }),
        (1, n) if n > 1 => Some('.'),
        (n, 1) if n > 1 => Some(','),
        _ => None,
    }
}

/// The only separator of a number: decimal unless it may group thousands. In Spanish either may: "2.400" in Madrid and
/// Caracas is "2,400" in Mexico and Lima.
fn single(digits: &str, separator: char, language: Language) -> Option<char> {
    let groups = (separator == ',' || language == Language::Spanish) && groups_of_three(digits);
    (!groups).then_some(separator)
}

/// "2,400", "1,234,567": one to three digits, then groups of exactly three behind one kind of separator; or groups of
/// two and a last one of three, as in India: "12,34,567".
fn groups_of_three(digits: &str) -> bool {
    let separator = if digits.contains(',') { ',' } else { '.' };
    let mut groups = digits.split(separator);
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let rest: Vec<&str> = groups.collect();
    let indian = rest.split_last().is_some_and(|(last, middle)| {
        !middle.is_empty() && last.len() == 3 && middle.iter().all(|group| group.len() == 2)
    });
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && rest.iter().all(|group| digits(group))
        && (indian || rest.iter().all(|group| group.len() == 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_follow_the_language_and_the_groups() {
        let cases = [
            ("2,400", Some(2400.0), Some(2400.0)),
            ("2.400", Some(2.4), Some(2400.0)),
            ("1,234,567", Some(1_234_567.0), Some(1_234_567.0)),
            ("1.234,56", Some(1234.56), Some(1234.56)),
            ("52,90", Some(52.9), Some(52.9)),
            ("16.59", Some(16.59), Some(16.59)),
            (".25", Some(0.25), Some(0.25)),
            ("0.125", Some(0.125), Some(0.125)),
            ("192.168.1.2", None, None),
        ];
        for (digits, english, spanish) in cases {
            assert_eq!(value(digits, Language::English), english, "{digits} in English");
            assert_eq!(value(digits, Language::Spanish), spanish, "{digits} in Spanish");
        }
    }
}
