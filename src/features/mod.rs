//! What the page does, one feature a module. A feature knows the stores and the components, and no other feature.

pub(crate) mod collection;
pub(crate) mod column_settings;
pub(crate) mod corrections;
pub(crate) mod detail_panel;
pub(crate) mod export;
pub(crate) mod figure_list;
pub(crate) mod filter;
pub(crate) mod help;
pub(crate) mod lesson;
pub(crate) mod notices;
pub(crate) mod print;
pub(crate) mod reader;
pub(crate) mod share;
pub(crate) mod submissions;
pub(crate) mod table;
pub(crate) mod timeline;
pub(crate) mod top_bar;
pub(crate) mod worksheet;
