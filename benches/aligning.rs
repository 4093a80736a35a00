//! How long it takes to line up the figures of many texts.
fn main() {
    divan::main();
}
