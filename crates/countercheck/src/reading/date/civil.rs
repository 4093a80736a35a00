//! Dates as texts state them: a year, a month of a year, or a day.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use time::{Date, Month};

/// The calendar ends with four digits.
pub(super) const LAST_YEAR: i32 = 9999;

/// A date with as much precision as is known. Prints and parses as ISO 8601: `2024`, `2024-07`, `2024-07-28`.
///
/// Invariants: month 1 to 12; day 1 to the length of the month; a day only with a month.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// A whole year.
    pub fn of_year(year: i32) -> Self {
        Self { year, month: None, day: None }
    }

    /// A month; `None` if the calendar, which ends with four digits of years, has no such month.
    pub fn of_month(year: i32, month: u8) -> Option<Self> {
        ((1..=12).contains(&month) && year <= LAST_YEAR).then_some(Self { year, month: Some(month), day: None })
    }

    /// A day; `None` if the calendar has no such day.
    pub fn of_day(year: i32, month: u8, day: u8) -> Option<Self> {
        calendar_day(year, month, day).map(|_| Self { year, month: Some(month), day: Some(day) })
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where it is known.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// Julian day number of its first day; `i32::MIN` outside the calendar (years beyond four digits).
    pub fn first_day(self) -> i32 {
        calendar_day(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).map_or(i32::MIN, Date::to_julian_day)
    }

    /// Julian day number of its last day; `i32::MIN` outside the calendar.
    pub fn last_day(self) -> i32 {
        let month = self.month.unwrap_or(12);
        let last = || Month::try_from(month).map_or(31, |m| m.length(self.year));
        calendar_day(self.year, month, self.day.unwrap_or_else(last)).map_or(i32::MIN, Date::to_julian_day)
    }

    /// The day with this Julian day number, if it lies in the calendar.
    pub fn from_julian_day(day: i32) -> Option<Self> {
        let date = Date::from_julian_day(day).ok()?;
        Some(Self { year: date.year(), month: Some(date.month().into()), day: Some(date.day()) })
    }

    /// Weekday of a full date, 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> Option<u8> {
        let date = calendar_day(self.year, self.month?, self.day?)?;
        Some(date.weekday().number_days_from_monday())
    }

    /// Earlier or later where the two cannot overlap; `None` where one may lie inside the other.
    pub fn order(self, other: Self) -> Option<Ordering> {
        if self.last_day() < other.first_day() {
            Some(Ordering::Less)
        } else if other.last_day() < self.first_day() {
            Some(Ordering::Greater)
        } else {
            (self == other).then_some(Ordering::Equal)
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text does not begin with an ISO 8601 date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseDateError(String);

impl fmt::Display for ParseDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not a date such as 2024, 2024-07 or 2024-07-28", self.0)
    }
}

impl std::error::Error for ParseDateError {}

impl FromStr for PartialDate {
    type Err = ParseDateError;

    /// Reads `2024`, `2024-07` or `2024-07-28`; what follows a complete part after anything but a digit or a
    /// dash-digit is ignored, so that the notes archivists add ("2020-09 (late)", "2016-08-24/25") do no harm.
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let error = || ParseDateError(s.to_owned());
        let mut parts = s.trim().splitn(3, '-').map(|part| {
            let digits = part.len() - part.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            (part.get(..digits).unwrap_or_default(), digits == part.len())
        });
        let (year, more) = parts.next().ok_or_else(error)?;
        if year.len() != 4 {
            return Err(error());
        }
        let year = year.parse().map_err(|_| error())?;
        let month = parts.next().filter(|(digits, _)| more && digits.len() == 2);
        let Some((month, more)) = month else { return Ok(Self::of_year(year)) };
        let month = month.parse().map_err(|_| error())?;
        match parts.next().filter(|(digits, _)| more && digits.len() == 2) {
            Some((day, _)) => Self::of_day(year, month, day.parse().map_err(|_| error())?),
            None => Self::of_month(year, month),
        }
        .ok_or_else(error)
    }
}

fn calendar_day(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partial_dates_print_as_they_are_read() {
        for s in ["2024", "2024-07", "2024-07-28"] {
            assert_eq!(s.parse::<PartialDate>().unwrap().to_string(), s);
        }
        assert_eq!("2016-08-24/25".parse::<PartialDate>().unwrap().to_string(), "2016-08-24");
        assert_eq!("2020-09 (late)".parse::<PartialDate>().unwrap().to_string(), "2020-09");
        assert!("2024-02-30".parse::<PartialDate>().is_err());
        assert!("soon".parse::<PartialDate>().is_err());
    }

    #[test]
    fn days_and_weekdays_follow_the_calendar() {
        let tuesday: PartialDate = "2025-09-23".parse().unwrap();
        assert_eq!(tuesday.weekday(), Some(1));
        assert_eq!(PartialDate::from_julian_day(tuesday.first_day()), Some(tuesday));
        let leap: PartialDate = "2024-02".parse().unwrap();
        assert_eq!(PartialDate::from_julian_day(leap.last_day()).unwrap().to_string(), "2024-02-29");
    }

    #[test]
    fn order_is_only_said_where_it_is_certain() {
        let of = |s: &str| s.parse::<PartialDate>().unwrap();
        assert_eq!(of("2024-07").order(of("2024-08-01")), Some(Ordering::Less));
        assert_eq!(of("2024-07").order(of("2024-07-28")), None);
        assert_eq!(of("2024-07").order(of("2024-07")), Some(Ordering::Equal));
    }
}
