//! A column in the page: measured and moved.

use countercheck::desk::{Measured, Placement};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{select, with};

/// A column in the page.
pub(crate) struct Column {
    scroll: HtmlElement,
    text: HtmlElement,
}

impl Column {
    /// The column with this index, if it is drawn.
    pub(crate) fn of(index: usize) -> Option<Self> {
        let scroll = select(&format!("#column-{index} .scroll"))?;
        let text = select(&format!("#column-{index} .art"))?;
        Some(Self { scroll, text })
    }

    /// Its heights around the first line of a figure.
    pub(crate) fn measure(&self, claim: &str) -> Option<Measured> {
        let mark = self.text.query_selector(&with("data-claim", claim)).ok()??;
        let line = mark.get_client_rects().item(0)?;
        let middle = line.top() + line.height() / 2.0;
        Some(Measured {
            view: f64::from(self.scroll.client_height()),
            content: f64::from(self.text.offset_height()),
            line: middle - self.text.get_bounding_client_rect().top(),
            drawn: middle - self.scroll.get_bounding_client_rect().top(),
        })
    }

    /// Gives the text its blank space, and the ribbon its line.
    pub(crate) fn make_room(&self, place: &Placement, line: f64) {
        set_length(&self.scroll, "padding-top", place.above);
        set_length(&self.scroll, "padding-bottom", place.below);
        let ribbon = self.text.first_element_child().and_then(|it| it.dyn_into::<HtmlElement>().ok());
        if let Some(ribbon) = ribbon {
            set_length(&ribbon, "top", line);
        }
    }

    /// Scrolls the text to its place, at once. Asked for its text first, a column that was not yet on screen is laid out
    /// with its blank space; else it would stop short of it.
    pub(crate) fn scroll(&self, to: i32) {
        let _ = self.text.get_bounding_client_rect();
        self.scroll.set_scroll_top(to);
    }

    /// Draws the text this far from its place.
    pub(crate) fn hold_back(&self, travel: f64) {
        let _ = self.text.class_list().add_1("is-held");
        let _ = self.text.style().set_property("transform", &format!("translateY({}px)", travel.round() as i32));
    }

    /// Lets the text travel to its place, in the time that the style sheet gives it.
    pub(crate) fn let_go(&self) {
        let _ = self.text.class_list().remove_1("is-held");
        let _ = self.text.style().remove_property("transform");
    }

    /// Takes blank space away.
    pub(crate) fn close_up(&self) {
        set_length(&self.scroll, "padding-top", 0.0);
        set_length(&self.scroll, "padding-bottom", 0.0);
    }
}

/// Sets a length in CSS pixels. A custom property would have the browser compute the style of everything inside anew.
fn set_length(element: &HtmlElement, name: &str, length: f64) {
    let _ = element.style().set_property(name, &format!("{}px", length.round() as i32));
}
