//! What leaves the program: the report, tables, annotations, drawings, and the geometry of the views.

pub mod chart;
pub mod column;
pub mod drawing;
pub mod export;
pub mod plain;
pub mod qr;
pub mod report;
pub mod silence;
pub mod timeline;
