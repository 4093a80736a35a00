//! Where focus goes, and what is brought into view.

use web_sys::Element;

use super::{document, each, element, next_frame, select, with};

/// Puts focus on the first element that a selector finds.
pub(crate) fn focus(selector: &str) {
    if let Some(element) = select(selector) {
        let _ = element.focus();
    }
}

/// The same, once the page has been drawn: for elements that a signal is about to show.
pub(crate) fn focus_later(selector: String) {
    next_frame(move || focus(&selector));
}

/// The same, for a selector that is written out.
pub(crate) fn focus_soon(selector: &'static str) {
    focus_later(selector.to_owned());
}

/// Puts focus on what a selector finds, once the page has been drawn, unless it is in the bar above all views.
pub(crate) fn enter(selector: &'static str) {
    next_frame(move || {
        next_frame(move || {
            let stays = document().and_then(|it| it.active_element()?.closest(".top").ok()?);
            if stays.is_none() {
                focus(selector);
            }
        });
    });
}

/// Puts focus on the mark of a figure, once the columns have been aligned.
pub(crate) fn enter_mark(claim: &str) {
    let claim = claim.to_owned();
    next_frame(move || next_frame(move || focus_mark(&claim)));
}

/// Puts focus on the mark of a figure, and brings it into view.
pub(crate) fn focus_mark(claim: &str) {
    if let Some(mark) = select(&[&with("data-claim", claim), "[tabindex]"].concat()) {
        let still = web_sys::FocusOptions::new();
        still.set_prevent_scroll(true);
        let _ = mark.focus_with_options(&still);
        mark.scroll_into_view_with_scroll_into_view_options(&nearest());
    }
}

/// Puts focus into a column, once it is on screen: on the figure where it was last.
pub(crate) fn focus_figure(column: usize) {
    focus_later(format!("#column-{column} mark[tabindex='0']"));
}

/// Brings an element into view, no further than needed.
pub(crate) fn reveal(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view_with_scroll_into_view_options(&nearest());
    }
}

/// Brings what is chosen in the table or the timeline into view.
pub(crate) fn reveal_chosen() {
    if let Some(row) = select(".other [data-selected] .t") {
        row.scroll_into_view_with_scroll_into_view_options(&nearest());
    }
}

fn nearest() -> web_sys::ScrollIntoViewOptions {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options
}

/// Where the reader is on the page, while it is removed and rendered again: the focus and how far each column is
/// scrolled.
pub(crate) struct Place {
    /// What has the focus, if anything has: empty where that has no name.
    focus: Option<String>,
    scrolled: Vec<(String, i32)>,
}

/// What an element with focus is found again by.
const NAMES: [&str; 5] = ["id", "data-cell", "data-claim", "data-figure", "data-act"];

impl Place {
    /// The place as it is.
    pub(crate) fn note() -> Self {
        let active = select("body :focus");
        let name = |element: &Element| {
            let named = |name: &&str| element.get_attribute(name).map(|value| with(name, &value));
            NAMES.iter().find_map(named)
        };
        let mut scrolled = Vec::new();
        each(".col", &mut |column| {
            let window = column.query_selector(".scroll").ok().flatten();
            scrolled.push((column.id(), window.map_or(0, |window| window.scroll_top())));
        });
        Self { focus: active.map(|element| name(&element).unwrap_or_default()), scrolled }
    }

    /// Brings the reader back, unless focus is somewhere by now.
    pub(crate) fn restore(self) {
        for (column, top) in &self.scrolled {
            if let Some(window) = select(&format!("#{column} .scroll")) {
                window.set_scroll_top(*top);
            }
        }
        let stays = select("body :focus").is_some();
        if let Some(place) = self.focus.filter(|_| !stays) {
            if !place.is_empty() {
                focus(&[&place, ":is(button, [tabindex])"].concat());
            }
            find_focus();
        }
    }
}

/// Puts focus on what closes the open dialog, else on the detail panel or the texts, where it is nowhere.
pub(crate) fn find_focus() {
    for place in [".pop[open] .btn", "#card", "#texts"] {
        if select("body :focus").is_none() {
            focus(place);
        }
    }
}
