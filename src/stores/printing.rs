//! Printed sheets.

use countercheck::words::Key;
use leptos::prelude::*;

use super::Desk;
use crate::browser;

impl Desk {
    /// The quantities of the lesson that was planned, in its order.
    pub(crate) fn planned_ranks(self) -> Option<Vec<usize>> {
        let (_, model) = (self.address(), self.model());
        let lesson = self.planned()?;
        Some(lesson.quantities.iter().filter_map(|taught| model.rank_of(&taught.quantity)).collect())
    }

    /// Has a sheet printed: it is drawn and handed to the browser, after which it is taken away.
    pub(crate) fn print(self, sheet: Key) {
        self.sheet.set(Some(sheet));
        browser::next_frame(|| browser::next_frame(browser::print));
    }
}
