//! Prints the shipped collection as plain HTML, for readers whose browser runs no program.
//!
//! It is a program of its own so that the commands of this project compile without the library.

use countercheck::output::plain;
use countercheck::{compare, shipped};

fn main() {
    let collection = shipped::collection();
    println!("{}", plain::html(&collection, &compare(&collection)));
}
