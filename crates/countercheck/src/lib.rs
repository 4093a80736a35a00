//! Countercheck reads the figures in several accounts of the same events, lines up those that speak of the same
//! quantity, and says how each pair relates and why.
//!
//! The crate is the pipeline, one module a stage, each knowing only those before it:
//!
//! 1. [`text`](reading::text), [`lexicon`](reading::lexicon), [`document`](reading::document): a text becomes tokens,
//!    known words and sentences.
//! 2. [`number`](reading::number) and [`date`](reading::date): tokens become numerals with hedges, hence intervals, and
//!    dates.
//! 3. [`claim`](reading::claim): a numeral becomes a claim: what is counted, where, when, and who says so.
//! 4. [`comparing`]: claims of several texts are lined up; each pair gets a relation with its reason.
//! 5. [`journal`](work::journal): what a user says against that goes on top of it, and can be taken back.
//!
//! Around it: [`source`](intake::source), [`markdown`](intake::markdown) and [`extract`](intake::extract) bring texts in;
//! [`saved`](work::saved) and [`link`](work::link) keep the work and share it; [`report`](mod@output::report),
//! [`export`](output::export), [`drawing`](output::drawing) and [`qr`](output::qr) hand it on.
//!
//! The library does no IO and cannot fail: any string gives a result, and the result depends on the texts alone.

pub mod collection;
pub mod comparing;
pub mod desk;
pub mod intake;
pub mod json;
pub mod order;
pub mod output;
pub mod reading;
pub mod shipped;
pub mod tables;
pub mod teaching;
pub mod trouble;
pub mod words;
pub mod work;

pub use comparing::{Comparison, compare};
pub use reading::interval::Interval;
