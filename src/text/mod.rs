//! Texts: spans and tokens. Knows nothing of languages or numbers.

mod span;
mod token;

pub use span::Span;
pub use token::{Token, TokenKind, tokenize};
