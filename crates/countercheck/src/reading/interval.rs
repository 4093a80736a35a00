//! Intervals on the number line: what a hedge leaves open.

use std::fmt;
use std::str::FromStr;

/// One end of an interval, over floats or over numbers as people write them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum End<N = f64> {
    /// Nothing is said about this side.
    #[default]
    Unbounded,
    /// The value itself is included: "at least 27".
    Closed(N),
    /// The value itself is excluded: "more than 27".
    Open(N),
}

impl End {
    /// The number at this end, if it has one.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Unbounded => None,
            Self::Closed(v) | Self::Open(v) => Some(v),
        }
    }

    /// Whether the end excludes its own value.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open(_))
    }
}

/// The values a figure allows. Written as in mathematics, `[27, -)` for "at least 27".
///
/// Invariant: where both ends have values, the lower is not above the upper.
///
/// ```
/// use countercheck::Interval;
/// let at_least_27: Interval = "[27, -)".parse()?;
/// assert!(at_least_27.contains(28.0));
/// assert_eq!(at_least_27.to_string(), "[27, -)");
/// # Ok::<(), countercheck::reading::interval::ParseIntervalError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Default)]
pub struct Interval {
    /// Lower end.
    pub low: End,
    /// Upper end.
    pub high: End,
}

impl Interval {
    /// Everything: `(-, -)`.
    pub const ALL: Self = Self { low: End::Unbounded, high: End::Unbounded };

    /// One value: `[28, 28]`.
    pub fn point(value: f64) -> Self {
        Self::between(value, value)
    }

    /// Both ends included; the two are put in order.
    pub fn between(a: f64, b: f64) -> Self {
        Self { low: End::Closed(a.min(b)), high: End::Closed(a.max(b)) }
    }

    /// "At least": `[v, -)`.
    pub fn at_least(value: f64) -> Self {
        Self { low: End::Closed(value), high: End::Unbounded }
    }

    /// "At most", "up to": `(-, v]`.
    pub fn at_most(value: f64) -> Self {
        Self { low: End::Unbounded, high: End::Closed(value) }
    }

    /// "Fewer than": `(-, v)`.
    pub fn less_than(value: f64) -> Self {
        Self { low: End::Unbounded, high: End::Open(value) }
    }

    /// Whether it is a single value.
    pub fn is_point(self) -> bool {
        matches!((self.low, self.high), (End::Closed(a), End::Closed(b)) if a == b)
    }

    /// Whether both ends have values.
    pub fn is_bounded(self) -> bool {
        self.low != End::Unbounded && self.high != End::Unbounded
    }

    /// Whether `value` is allowed.
    pub fn contains(self, value: f64) -> bool {
        let above = match self.low {
            End::Unbounded => true,
            End::Closed(low) => value >= low,
            End::Open(low) => value > low,
        };
        let below = match self.high {
            End::Unbounded => true,
            End::Closed(high) => value <= high,
            End::Open(high) => value < high,
        };
        above && below
    }

    /// Whether some value satisfies both. Symmetric.
    pub fn meets(self, other: Self) -> bool {
        reaches(self.low, other.high) && reaches(other.low, self.high)
    }

    /// Whether every value of `other` is allowed here.
    pub fn covers(self, other: Self) -> bool {
        starts_no_later(self.low, other.low) && ends_no_earlier(self.high, other.high)
    }
}

/// Whether an upper end lies at or beyond a lower end, so that a value fits between them.
fn reaches(low: End, high: End) -> bool {
    match (low.value(), high.value()) {
        (Some(l), Some(h)) if low.is_open() || high.is_open() => l < h,
        (Some(l), Some(h)) => l <= h,
        _ => true,
    }
}

fn starts_no_later(outer: End, inner: End) -> bool {
    match (outer, inner) {
        (End::Unbounded, _) => true,
        (_, End::Unbounded) => false,
        (End::Open(o), End::Closed(i)) => o < i,
        (End::Open(o) | End::Closed(o), End::Open(i)) | (End::Closed(o), End::Closed(i)) => o <= i,
    }
}

fn ends_no_earlier(outer: End, inner: End) -> bool {
    match (outer, inner) {
        (End::Unbounded, _) => true,
        (_, End::Unbounded) => false,
        (End::Open(o), End::Closed(i)) => o > i,
        (End::Open(o) | End::Closed(o), End::Open(i)) | (End::Closed(o), End::Closed(i)) => o >= i,
    }
}

/// Two ends as in mathematics: `[27, -)`.
pub(crate) struct Ends<N>(pub(crate) End<N>, pub(crate) End<N>);

impl<N: fmt::Display> fmt::Display for Ends<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            End::Unbounded => f.write_str("(-")?,
            End::Closed(v) => write!(f, "[{v}")?,
            End::Open(v) => write!(f, "({v}")?,
        }
        match &self.1 {
            End::Unbounded => f.write_str(", -)"),
            End::Closed(v) => write!(f, ", {v}]"),
            End::Open(v) => write!(f, ", {v})"),
        }
    }
}

impl<N: FromStr> Ends<N> {
    /// The ends as they are printed.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (low, high) = text.split_once(", ")?;
        let low = match low.split_at_checked(1)? {
            ("(", "-") => End::Unbounded,
            ("[", v) => End::Closed(v.parse().ok()?),
            ("(", v) => End::Open(v.parse().ok()?),
            _ => return None,
        };
        let high = match high.split_at_checked(high.len().checked_sub(1)?)? {
            ("-", ")") => End::Unbounded,
            (v, "]") => End::Closed(v.parse().ok()?),
            (v, ")") => End::Open(v.parse().ok()?),
            _ => return None,
        };
        Some(Self(low, high))
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ends(self.low, self.high).fmt(f)
    }
}

impl fmt::Debug for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not an interval as [`Interval`] prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseIntervalError(String);

impl fmt::Display for ParseIntervalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not an interval such as [27, -) or [90, 110]", self.0)
    }
}

impl std::error::Error for ParseIntervalError {}

impl FromStr for Interval {
    type Err = ParseIntervalError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let is_in_order =
            |Ends(low, high): &Ends<f64>| low.value().zip(high.value()).is_none_or(|(low, high)| low <= high);
        let Ends(low, high) = Ends::read(s).filter(is_in_order).ok_or_else(|| ParseIntervalError(s.to_owned()))?;
        Ok(Self { low, high })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(s: &str) -> Interval {
        s.parse().unwrap()
    }

    #[test]
    fn meeting_respects_open_ends() {
        assert!(of("[27, -)").meets(of("[28, 28]")));
        assert!(of("[28, -)").meets(of("[28, 28]")));
        assert!(!of("(28, -)").meets(of("[28, 28]")));
        assert!(!of("[720, 880]").meets(of("[900, 1100]")));
    }

    #[test]
    fn covering_is_one_sided() {
        assert!(of("[25, -)").covers(of("[27, -)")));
        assert!(!of("[27, -)").covers(of("[25, -)")));
        assert!(!of("(25, -)").covers(of("[25, 30]")));
        assert!(of("[25, -)").covers(of("(25, -)")));
    }

    #[test]
    fn what_is_printed_is_read_back() {
        for s in ["(-, -)", "[27, -)", "(-, 5)", "[0.5, 1]", "[-3, 2]"] {
            assert_eq!(of(s).to_string(), s);
        }
        for s in ["27", "[5, 2]", "[NaN, 2]"] {
            assert!(s.parse::<Interval>().is_err(), "{s}");
        }
    }
}
