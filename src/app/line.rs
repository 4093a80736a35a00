//! The number line as drawing. The words beside it say the same, so it is out of sight for screen readers.

use countercheck::output::chart::{Shape, Tick};

use super::dom::{self, El, drawing, el, path};

/// One row: the axis and what one figure allows; left free for a figure that has no place on the axis.
pub(crate) fn line(ticks: &[Tick], shape: Option<Shape>) -> El {
    let Some(shape) = shape else { return el("div", "ln") };
    let grid = ticks.iter().map(|tick| straight("grid", (tick.at, tick.at), ("0", "100%")));
    let drawing = drawing("nl").attr("aria-hidden", "true").child(level("base", 0.0, 100.0)).children(grid);
    el("div", "ln").child(drawing.children(drawn(shape)))
}

/// The numbers below the rows; where they have more letters than there is room for, every other one is left out.
pub(crate) fn axis(ticks: &[Tick], room: usize) -> El {
    let label = |tick: &Tick| {
        let at = percent(tick.at);
        el("span", "").style("left", move || at.clone()).text(&tick.label)
    };
    let letters: usize = ticks.iter().map(|tick| tick.label.len()).sum();
    el("div", if letters > room { "axis num is-dense" } else { "axis num" })
        .attr("aria-hidden", "true")
        .children(ticks.iter().map(label))
}

const ARROW_RIGHT: &str = "M-8-4.5-2 0-8 4.5";
const ARROW_LEFT: &str = "M8-4.5 2 0 8 4.5";
const END: &str = "M0-6V6";
const DOT: &str = "M-5.2 0a5.2 5.2 0 1 0 10.4 0a5.2 5.2 0 1 0-10.4 0";
const SMALL_DOT: &str = "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0";
const RING: &str = "M-4.3 0a4.3 4.3 0 1 0 8.6 0a4.3 4.3 0 1 0-8.6 0";

fn drawn(shape: Shape) -> Vec<El> {
    match shape {
        Shape::Dot { at } => vec![pinned("dot", at, DOT)],
        Shape::Ray { at, open, up } => {
            let (end, edge, arrow) = if up { (99.0, 100.0, ARROW_RIGHT) } else { (1.0, 0.0, ARROW_LEFT) };
            let knob = if open { pinned("ring", at, RING) } else { pinned("dot", at, DOT) };
            vec![level("ray", at, end), pinned("head", edge, arrow), knob]
        }
        Shape::Soft { at, from, to } => vec![level("soft", from, to), pinned("dot", at, SMALL_DOT)],
        Shape::Bar { from, to } => vec![level("bar", from, to), pinned("head", from, END), pinned("head", to, END)],
        Shape::Hatch { from, to } => vec![level("hatch", from, to)],
    }
}

/// A level line between two places.
pub(crate) fn level(class: &str, from: f64, to: f64) -> El {
    straight(class, (from, to), ("50%", "50%"))
}

/// A straight line.
pub(crate) fn straight(class: &str, (x1, x2): (f64, f64), (y1, y2): (&str, &str)) -> El {
    dom::straight(class).attr("x1", &percent(x1)).attr("x2", &percent(x2)).attr("y1", y1).attr("y2", y2)
}

/// A small path whose origin lies on the line at `at`; it keeps its size when the line is stretched.
pub(crate) fn pinned(class: &str, at: f64, d: &str) -> El {
    drawing("pin").attr("x", &percent(at)).attr("y", "50%").attr("overflow", "visible").child(path(class, d))
}

/// A place on an axis as style and drawings take it.
pub(crate) fn percent(at: f64) -> String {
    let hundredths = (at * 100.0).round() as i32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
