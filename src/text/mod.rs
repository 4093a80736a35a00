//! Texts: spans and tokens. Knows nothing of languages or numbers.

pub mod fold;
mod span;
mod stem;
mod token;

pub use span::Span;
pub use stem::Stem;
pub use token::{Token, TokenKind, tokenize};
