//! The state of the page, one subject a store. Signals hold inputs (the address, the width, what was switched); everything
//! else is derived from them, and no effect writes a signal.
//!
//! A store knows only those above it in this list: `settings`, `analysis`, `route`, `layout`, `selection`, `workspace`,
//! `worksheet`, `lesson`, `submissions`, and `session`, which has the actions that need several of them.

mod analysing;
mod analysis;
mod columns;
mod corrections;
mod exporting;
mod intake;
mod layout;
mod lesson;
mod library;
mod marking;
mod route;
mod selection;
mod session;
mod settings;
mod sharing;
mod submissions;
mod worksheet;
mod workspace;

pub(crate) use analysis::{Analysis, use_analysis};
pub(crate) use exporting::Format;
pub(crate) use layout::{Layout, use_layout};
pub(crate) use lesson::{LessonSession, blank_name, use_lesson};
pub(crate) use marking::{ComparedPair, FOUND};
pub(crate) use route::{Route, use_route};
pub(crate) use selection::{CorrectionTarget, Selection, use_selection};
pub(crate) use session::{Session, provide_stores, use_session};
pub(crate) use settings::{MARKS, Settings, TEXTS, THEMES, use_settings};
pub(crate) use submissions::{Submissions, use_submissions};
pub(crate) use worksheet::{DRAFT, Draft, Worksheet, use_worksheet};
pub(crate) use workspace::{LibraryItem, Removed, SaveStatus, Workspace, pristine, use_workspace};

/// The row of the list of figures that the Tab key reaches.
const FIRST_ROW: &str = ".fig[tabindex='0']";

/// The place of focus in the other views that the Tab key reaches.
const FIRST_CELL: &str = ".other [tabindex='0']";
