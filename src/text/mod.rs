//! Texts: spans and tokens. Knows nothing of languages or numbers.

pub mod fold;
mod span;
mod token;

pub use span::Span;
pub use token::{Token, TokenKind, tokenize};
