//! Texts: spans and tokens. Knows nothing of languages or numbers.

mod digits;
pub mod fold;
mod span;
mod stem;
mod token;

pub use digits::plain_digits;
pub use span::Span;
pub use stem::Stem;
pub use token::{Token, TokenKind, tokenize};
