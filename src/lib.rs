//! Countercheck reads the figures in several accounts of the same events, lines up those that speak of the same
//! quantity, and says how each pair relates and why.
//!
//! The crate is the pipeline, one module a stage, each knowing only those before it:
//!
//! 1. [`text`], [`lexicon`], [`document`]: a text becomes tokens, known words and sentences.
//! 2. [`number`] and [`date`]: tokens become numerals with hedges, hence intervals, and dates.
//! 3. [`claim`]: a numeral becomes a claim: what is counted, where, when, and who says so.
//! 4. [`compare`](mod@compare): claims of several texts are lined up; each pair gets a relation with its reason.
//! 5. [`journal`]: what a user says against that goes on top of it, and can be taken back.
//!
//! Around it: [`source`], [`markdown`] and [`extract`] bring texts in; [`saved`] and [`link`] keep the work and share it;
//! [`report`](mod@report), [`export`], [`drawing`] and [`qr`] hand it on.
//!
//! The library does no IO and cannot fail: any string gives a result, and the result depends on the texts alone.

pub mod chart;
pub mod claim;
pub mod collection;
pub mod column;
pub mod compare;
pub mod date;
pub mod decimal;
pub mod desk;
pub mod document;
pub mod drawing;
pub mod export;
pub mod extract;
pub mod handout;
pub mod interval;
pub mod journal;
pub mod json;
pub mod language;
pub mod lesson;
pub mod lexicon;
pub mod link;
pub mod markdown;
pub mod number;
pub mod order;
pub mod plain;
pub mod pupil;
pub mod qr;
pub mod report;
pub mod saved;
#[cfg(not(target_arch = "wasm32"))]
pub mod shipped;
pub mod silence;
pub mod source;
pub mod squeeze;
pub mod tables;
pub mod text;
pub mod timeline;
pub mod trouble;
pub mod wording;
pub mod words;

pub use compare::{Comparison, compare};
pub use interval::Interval;
