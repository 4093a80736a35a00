//! Lessons, pupils' copies and printed sheets.

pub mod handout;
pub mod lesson;
pub mod pupil;
