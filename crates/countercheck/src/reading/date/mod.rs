//! Civil dates, periods, and how texts name them.

mod civil;
mod clock;
mod expression;
mod numeric;

pub use civil::{ParseDateError, PartialDate};
pub use expression::{DateExpression, date_at};

/// How the as-of date of a figure is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Basis {
    /// The text says it: "as of April 10".
    Text,
    /// Only the date of the text bounds it.
    Article,
    /// Neither is known.
    #[default]
    None,
}

/// The time a figure is about and the day up to which it was counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Period {
    /// Begin of the window, where the text gives one.
    pub from: Option<PartialDate>,
    /// End of the window, where the text gives one.
    pub to: Option<PartialDate>,
    /// The day up to which the figure was counted.
    pub as_of: Option<PartialDate>,
    /// How `as_of` is known.
    pub basis: Basis,
}
