//! What a reader has the desk show: which view, which quantities in which order, how the columns stand, which of them are
//! in sight, and where a key leads. Pure: the page keeps these values, and draws them.

mod address;
mod columns;
mod filter;
mod keys;
mod layout;
mod place;
mod sight;
mod walk;

pub use address::{Address, Sort, View};
pub use columns::{Column, columns, columns_address, move_column, shift_line};
pub use filter::{Filter, Listed};
pub use keys::{Command, Teach, command, teach};
pub use layout::{Layout, Slot, Stand, slots, tracks};
pub use place::{Measured, Placement};
pub use sight::{Sight, bodies, is_few, near};
pub use walk::{Cell, Move, walk};
