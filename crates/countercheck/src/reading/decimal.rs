//! Numbers as people write them, exact: what a user says a figure is has to come back from a file or a link as it went
//! in. Printing and reading `f64` would do it too, for some twenty kilobytes of tables.
//!
//! ```
//! use countercheck::reading::decimal::Decimal;
//!
//! let share: Decimal = "52.5".parse()?;
//! assert_eq!(share.value(), 52.5);
//! assert_eq!(Decimal::of(2400.0).to_string(), "2400");
//! # Ok::<(), countercheck::reading::decimal::ParseDecimalError>(())
//! ```

use std::fmt;
use std::str::FromStr;

/// `digits` times ten to the power of `exponent`.
///
/// Invariants: `digits` is 0 with exponent 0, or does not end in a zero; it has at most fifteen places; the exponent
/// lies within `REACH` of 0.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Decimal {
    digits: i64,
    exponent: i16,
}

/// The largest power of ten on either side: with all digits still far within the reach of a float.
const REACH: i16 = 280;

/// One more than the largest number of digits: every integer below it is exact in an `f64`.
const LIMIT: i64 = 1_000_000_000_000_000;

/// Places that a number can have in print.
const LONGEST: usize = 300;

/// A fraction is followed to so many places.
const PLACES: i16 = 9;

impl Decimal {
    /// The number nearest to a float, to fifteen digits and nine places behind the point; 0 for what is no number.
    pub fn of(value: f64) -> Self {
        if !value.is_finite() {
            return Self::default();
        }
        let mut rest = value;
        let mut exponent = 0;
        while rest.abs() >= LIMIT as f64 {
            rest /= 10.0;
            exponent += 1;
        }
        while exponent > -PLACES && (rest - rest.round()).abs() > 1e-9 * rest.abs().max(1.0) && rest.abs() < 1e14 {
            rest *= 10.0;
            exponent -= 1;
        }
        Self::new(rest.round() as i64, exponent)
    }

    /// The number with these parts, in its one form; places beyond the fifteenth and powers out of reach are cut.
    pub fn new(digits: i64, exponent: i16) -> Self {
        let (mut digits, mut exponent) = (digits, exponent.clamp(-REACH, REACH));
        while digits != 0 && (digits % 10 == 0 || digits.unsigned_abs() >= LIMIT as u64) && exponent < REACH {
            digits /= 10;
            exponent += 1;
        }
        if digits == 0 { Self::default() } else { Self { digits: digits.clamp(1 - LIMIT, LIMIT - 1), exponent } }
    }

    /// The digits without point or zeros behind them.
    pub fn digits(self) -> i64 {
        self.digits
    }

    /// The power of ten that the digits are multiplied by.
    pub fn exponent(self) -> i16 {
        self.exponent
    }

    /// The float nearest to it.
    pub fn value(self) -> f64 {
        let mut value = self.digits as f64;
        let mut left = self.exponent.unsigned_abs();
        // Powers of ten up to the 22nd are exact.
        while left > 0 {
            let step = left.min(22);
            let power = (0..step).fold(1.0, |power, _| power * 10.0);
            value = if self.exponent < 0 { value / power } else { value * power };
            left -= step;
        }
        value
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = self.digits.unsigned_abs().to_string();
        if self.exponent >= 0 {
            text.extend((0..self.exponent).map(|_| '0'));
        } else {
            let places = usize::from(self.exponent.unsigned_abs());
            while text.len() <= places {
                text.insert(0, '0');
            }
            text.insert(text.len() - places, '.');
        }
        if self.digits < 0 {
            text.insert(0, '-');
        }
        f.write_str(&text)
    }
}

/// The text is not a number in plain digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ParseDecimalError;

impl fmt::Display for ParseDecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a number in plain digits such as 2400 or 52.5")
    }
}

impl std::error::Error for ParseDecimalError {}

impl FromStr for Decimal {
    type Err = ParseDecimalError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (negative, plain) = text.strip_prefix(['-', '−']).map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let mut number = Self { digits: 0, exponent: 0 };
        let mut zeros = 0;
        for (place, byte) in whole.bytes().chain(fraction.bytes()).enumerate() {
            if !byte.is_ascii_digit() || place > LONGEST {
                return Err(ParseDecimalError);
            }
            zeros = if byte == b'0' { zeros + 1 } else { 0 };
            let grown = number.digits.saturating_mul(10).saturating_add(i64::from(byte - b'0'));
            if grown < LIMIT {
                number.digits = grown;
            } else if zeros > 0 {
                number.exponent += 1;
            } else {
                return Err(ParseDecimalError);
            }
        }
        if whole.is_empty() && fraction.is_empty() {
            return Err(ParseDecimalError);
        }
        let digits = if negative { -number.digits } else { number.digits };
        Ok(Self::new(digits, number.exponent - i16::try_from(fraction.len()).unwrap_or(REACH)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_print_as_they_are_read() {
        for text in ["0", "27", "-5", "2400", "52.5", "0.667", "0.05", "999999999999999", "1000000000000000000000"] {
            let number: Decimal = text.parse().unwrap();
            assert_eq!(number.to_string(), text);
            assert_eq!(number.value(), text.parse::<f64>().unwrap(), "{text}");
            assert_eq!(Decimal::of(number.value()), number, "{text}");
        }
        for text in ["", ".", "-", "1e5", "2,400", "1.2.3", "١", "1234567890123456789"] {
            assert_eq!(text.parse::<Decimal>(), Err(ParseDecimalError), "{text}");
        }
    }

    #[test]
    fn floats_of_any_size_have_a_number() {
        for value in [1e250, -1e250, f64::EPSILON, f64::NAN, f64::INFINITY, 1.0 / 3.0, 2.0 / 3.0, 1e21, 0.1 + 0.2] {
            let number = Decimal::of(value);
            let off = if value.is_finite() { (number.value() - value).abs() / value.abs().max(1.0) } else { 0.0 };
            assert!(off < 1e-9, "{value}: {number}");
        }
        assert_eq!(Decimal::of(0.1 + 0.2).to_string(), "0.3");
    }
}
