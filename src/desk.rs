//! What a reader has the desk show: which view, which quantities in which order, and where a key leads in a table.
//! Pure: the page keeps these values, and draws them.

mod address;
mod columns;
mod filter;
mod walk;

pub use address::{Address, Sort, View};
pub use columns::{Column, columns, columns_address, move_column, share};
pub use filter::{Entry, Filter, kinds_of};
pub use walk::{Cell, Move, walk};
