//! Prints a report; see the README.
fn main() {}
