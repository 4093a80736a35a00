//! Texts from outside: bytes, Markdown and web pages become articles.

pub mod extract;
pub mod markdown;
pub mod source;
