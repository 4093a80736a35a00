//! Numbers in a text: numerals, the hedges around them, and the interval the two leave open.

mod interval;

pub use interval::{End, Interval, ParseIntervalError};
