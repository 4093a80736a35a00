//! The user's work: corrections on top of a comparison, saved collections, links.

pub mod journal;
pub mod link;
pub mod saved;
pub mod squeeze;
