//! Prints what the build puts into the page of the shipped collection.
//!
//! ```text
//! shipped state    the collection with its texts, JSON
//! shipped plain    the collection and its figures as plain HTML, for readers whose browser runs no program
//! ```

use std::process::ExitCode;

use countercheck::output::plain;
use countercheck::work::journal::apply;
use countercheck::{compare, shipped};

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("state") => println!("{}", shipped::json()),
        Some("plain") => {
            let collection = shipped::collection();
            let corrected = apply(&collection, &compare(&collection), &shipped::journal());
            println!("{}", plain::html(&collection, &corrected.comparison));
        }
        _ => {
            eprintln!("Give `state` or `plain`.");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}
