//! What a figure leaves open, in one place for the number line and for the judge.

use super::{Claim, Effect, Kind};
use crate::reading::interval::{End, Interval};
use crate::reading::number::last_place;

/// From here on a vague word has no upper end.
const THOUSANDS: f64 = 1000.0;

impl Claim {
    /// Everything that the figure leaves open: what its qualifier allows, and where it has none, what rounds to it.
    pub fn room(&self) -> Interval {
        let bare = self.hedge.is_none_or(|hedge| hedge.effect == Effect::Only);
        // Tens of thousands are thousands as well.
        if self.kind == Kind::Vague && self.interval.low.value().is_some_and(|low| low >= THOUSANDS) {
            return Interval { high: End::Unbounded, ..self.interval };
        }
        match self.value {
            Some(value) if bare && self.interval.is_point() && self.slack > 0.0 => {
                // What lies in the middle is rounded up.
                Interval { low: End::Closed(value - self.slack), high: End::Open(value + self.slack) }
            }
            _ => self.interval,
        }
    }
}

/// How far on either side a bare number may have been rounded: half the place that it is printed to.
///
/// Decimals count as they are printed ("6.0" is 5.95 to 6.05, "1.2 million" 1.15 to 1.25 million), whole millions and
/// billions as such but by a twentieth at most, a whole percentage to the unit, another round number to its last digit
/// that is not zero and by a fiftieth at most; other whole numbers are exact. A share or a ratio in words, and a time in
/// months or years, may be off by a twentieth.
pub(crate) fn rounding(kind: Kind, unit: Option<&str>, value: f64, printed: &str) -> f64 {
    let size = value.abs();
    let place = last_place(size);
    match (kind, printed_place(size, printed)) {
        (Kind::Ratio, _) => size / 20.0,
        (Kind::Duration, None) if matches!(unit, Some("weeks" | "months" | "years")) => size / 20.0,
        (Kind::Date | Kind::Ordinal | Kind::Vague, _) => 0.0,
        (_, Some(Place::Decimal(place))) => place / 2.0,
        (Kind::Percent, _) => place.min(1.0) / 2.0,
        (Kind::Measure, _) if unit == Some("magnitude") => place / 2.0,
        (_, Some(Place::Scale(place))) => (place / 2.0).min(size / 20.0),
        (Kind::Measure, None) => (place / 2.0).min(size / 50.0),
        (_, None) if place > 1.0 => (place / 2.0).min(size / 50.0),
        _ => 0.0,
    }
}

/// The place of the last digit that is printed and tells something.
enum Place {
    /// Behind the decimal separator: 0.1 for "6.0", 100,000 for "1.2 million".
    Decimal(f64),
    /// Before a scale word: a million for "3 million".
    Scale(f64),
}

/// What the digits tell of the place they are printed to. Three digits behind one separator are thousands.
fn printed_place(size: f64, printed: &str) -> Option<Place> {
    let digit = |c: char| c.is_ascii_digit();
    let start = printed.find(digit)?;
    let run = printed[start..].split(|c: char| !digit(c) && c != '.' && c != ',').next()?.trim_end_matches(['.', ',']);
    let whole: f64 = run.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()?;
    let decimals = run.rsplit_once(['.', ',']).map_or(0, |(_, decimals)| decimals.len());
    if decimals != 0 && decimals != 3 {
        // "0.0" says nothing of a scale.
        let place = if whole > 0.0 { size / whole } else { 0.1f64.powf(decimals as f64) };
        return Some(Place::Decimal(place)).filter(|_| place.is_finite());
    }
    let scale = size / whole;
    let is_scale = scale >= 1000.0 && scale.is_finite() && (scale.log10() - scale.log10().round()).abs() < 1e-9;
    is_scale.then(|| Place::Scale(scale * last_place(whole)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_number_is_rounded_to_the_place_that_is_printed() {
        let cases = [
            (Kind::Count, 28.0, "28", 0.0),
            (Kind::Count, 40.0, "40", 0.8),
            (Kind::Count, 2400.0, "2,400", 48.0),
            (Kind::Count, 412_300.0, "412,300", 50.0),
            (Kind::Count, 1_200_000.0, "1.2 million", 50_000.0),
            (Kind::Count, 3_025_000.0, "3.025 million", 500.0),
            (Kind::Percent, 61.0, "61 percent", 0.5),
            (Kind::Percent, 60.0, "60%", 0.5),
            (Kind::Percent, 61.4, "61,4 %", 0.05),
            (Kind::Percent, 6.0, "6.0%", 0.05),
            (Kind::Percent, 0.0, "0.0%", 0.05),
            (Kind::Measure, 24.0, "24km", 0.48),
            (Kind::Money, 5.0, "$5", 0.0),
            (Kind::Money, 9e9, "$9bn", 4.5e8),
            (Kind::Count, 2640.0, "2 mil 640", 5.0),
            (Kind::Ratio, 0.8, "eight in ten", 0.04),
            (Kind::Money, 2.5e9, "€2.50bn", 5_000_000.0),
        ];
        for (kind, value, printed, expected) in cases {
            let slack = rounding(kind, None, value, printed);
            assert!((slack - expected).abs() < 1e-6 * value.max(1.0), "{printed}: {slack}");
        }
    }
}
