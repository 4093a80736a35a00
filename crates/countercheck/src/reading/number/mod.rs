//! Numbers in a text: numerals, the qualifiers around them, and the interval the two leave open.

mod cardinal;
mod digits;
mod fraction;
mod hedge;
mod money;
mod none;
mod numeral;
mod part;
mod power;
mod unit;
mod vague;

pub use cardinal::{Cardinal, cardinal_at};
pub(crate) use digits::value;
pub use hedge::{Hedges, hedge_behind, hedges_around, interval_of, last_place, leeway, qualified};
pub use numeral::{Amount, Form, Numeral, is_level, numeral_at};
pub use unit::dimension;
pub(crate) use unit::of_a_noun;
