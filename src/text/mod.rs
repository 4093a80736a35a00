//! Texts: spans, tokens, sentences. Knows nothing of numbers.

mod span;

pub use span::Span;
