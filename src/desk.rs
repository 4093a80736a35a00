//! What a reader has the desk show: which view, which quantities in which order, and where a key leads in a table.
//! Pure: the page keeps these values, and draws them.

mod address;
mod filter;
mod walk;

pub use address::{Address, Sort, View};
pub use filter::{Entry, Filter, kinds_of};
pub use walk::{Cell, Move, walk};
