//! Texts: spans and tokens. Knows nothing of languages or numbers.

mod digits;
pub mod fold;
pub(crate) mod percent;
mod span;
mod stem;
mod token;

pub use digits::plain_digits;
pub use span::Span;
pub(crate) use span::boundary;
pub use stem::Stem;
pub(crate) use stem::fnv1a;
pub use token::{Token, TokenKind, tokenize};
