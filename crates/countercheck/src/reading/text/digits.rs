//! Plain digits.

/// The value of plain digits with at most one decimal point: "2400", ".25". Exact, as it is the quotient of two
/// numbers that a float holds; `None` for anything else and for more than 15 digits.
pub fn plain_digits(digits: &str) -> Option<f64> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let places = fraction.len();
    let all = whole.len() + places;
    let plain = whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
    if !plain || all == 0 || all > 15 {
        return None;
    }
    let number = whole.bytes().chain(fraction.bytes()).fold(0u64, |sum, digit| sum * 10 + u64::from(digit - b'0'));
    let scale = 10u64.pow(places as u32);
    Some(number as f64 / scale as f64)
}
