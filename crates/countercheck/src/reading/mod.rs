//! From a text to its figures: tokens, known words, sentences, numerals, dates, claims.

pub mod claim;
pub mod date;
pub mod dateline;
pub mod decimal;
pub mod document;
pub mod interval;
pub mod language;
pub mod lexicon;
pub mod number;
pub mod text;
