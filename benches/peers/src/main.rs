//! Measures the library natively: reads the files that are named, in passes, and prints what the script `run.py` reads.

use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{env, fs, io};

/// The least time and the least number of passes; `peers.cjs` keeps to both, `quantulum.py` to the passes.
const TIME: Duration = Duration::from_secs(3);
const PASSES: usize = 5;

fn main() -> io::Result<()> {
    let texts = env::args().skip(1).map(fs::read_to_string).collect::<io::Result<Vec<String>>>()?;
    let pass = || texts.iter().map(|text| black_box(peers::read(text))).sum::<usize>();
    let figures = pass();
    let (begin, mut seconds) = (Instant::now(), Vec::new());
    while begin.elapsed() < TIME || seconds.len() < PASSES {
        let begin = Instant::now();
        black_box(pass());
        seconds.push(begin.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    let (median, passes, version) = (seconds[seconds.len() / 2], seconds.len(), env!("CARGO_PKG_VERSION"));
    println!(
        "{{\"name\": \"Countercheck, native\", \"version\": \"{version}\", \"figures\": {figures}, \"passes\": {passes}, \"seconds\": {median}}}"
    );
    Ok(())
}
