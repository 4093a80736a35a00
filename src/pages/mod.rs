//! The pages: which features they consist of.

mod dialogs;
mod reader;
mod worksheet;

pub(crate) use dialogs::Dialogs;
pub(crate) use reader::ReaderPage;
pub(crate) use worksheet::WorksheetPage;
