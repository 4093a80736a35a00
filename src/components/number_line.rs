//! The number line as a drawing. The words beside it say the same, so it is hidden from screen readers.

use std::sync::Arc;

use countercheck::output::chart::{Shape, Tick};
use leptos::prelude::*;

/// One row: the axis and what one figure allows; empty for a figure that has no place on the axis.
#[component]
pub(crate) fn NumberLineRow(ticks: Arc<[Tick]>, shape: Option<Shape>) -> impl IntoView {
    let drawing = shape.map(|shape| {
        let grid = ticks.iter().map(|tick| {
            let at = tick.at;
            view! { <StraightLine class="grid" x=(at, at) y=("0", "100%") /> }
        });
        view! {
            <svg class="nl" aria-hidden="true">
                <HorizontalLine class="base" from=0.0 to=100.0 />
                {grid.collect_view()}
                <ShapeOnLine shape />
            </svg>
        }
    });
    view! { <div class="ln">{drawing}</div> }
}

/// The numbers below the rows; where they have more letters than there is room for, every other one is left out.
#[component]
pub(crate) fn NumberLineAxis(ticks: Arc<[Tick]>, room: usize) -> impl IntoView {
    let letters: usize = ticks.iter().map(|tick| tick.label.len()).sum();
    let label = |tick: &Tick| view! { <span style:left=percent(tick.at)>{tick.label.clone()}</span> };
    let class = if letters > room { "axis num is-dense" } else { "axis num" };
    view! {
        <div class=class aria-hidden="true">
            {ticks.iter().map(label).collect_view()}
        </div>
    }
}

const ARROW_RIGHT: &str = "M-8-4.5-2 0-8 4.5";
const ARROW_LEFT: &str = "M8-4.5 2 0 8 4.5";
const END: &str = "M0-6V6";
const DOT: &str = "M-5.2 0a5.2 5.2 0 1 0 10.4 0a5.2 5.2 0 1 0-10.4 0";
const SMALL_DOT: &str = "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0";
const RING: &str = "M-4.3 0a4.3 4.3 0 1 0 8.6 0a4.3 4.3 0 1 0-8.6 0";

#[component]
fn ShapeOnLine(shape: Shape) -> impl IntoView {
    match shape {
        Shape::Dot { at } => view! { <Pinned class="dot" at d=DOT /> }.into_any(),
        Shape::Ray { at, open, up } => {
            let (end, edge, arrow) = if up { (99.0, 100.0, ARROW_RIGHT) } else { (1.0, 0.0, ARROW_LEFT) };
            let (class, d) = if open { ("ring", RING) } else { ("dot", DOT) };
            view! {
                <HorizontalLine class="ray" from=at to=end />
                <Pinned class="head" at=edge d=arrow />
                <Pinned class at d />
            }
            .into_any()
        }
        Shape::Soft { at, from, to } => view! {
            <HorizontalLine class="soft" from to />
            <Pinned class="dot" at d=SMALL_DOT />
        }
        .into_any(),
        Shape::Bar { from, to } => view! {
            <HorizontalLine class="bar" from to />
            <Pinned class="head" at=from d=END />
            <Pinned class="head" at=to d=END />
        }
        .into_any(),
        Shape::Hatch { from, to } => view! { <HorizontalLine class="hatch" from to /> }.into_any(),
    }
}

/// A horizontal line between two places of an axis, in percent of its width.
#[component]
pub(crate) fn HorizontalLine(class: &'static str, from: f64, to: f64) -> impl IntoView {
    view! { <StraightLine class x=(from, to) y=("50%", "50%") /> }
}

/// A straight line.
#[component]
pub(crate) fn StraightLine(class: &'static str, x: (f64, f64), y: (&'static str, &'static str)) -> impl IntoView {
    view! { <line class=class x1=percent(x.0) x2=percent(x.1) y1=y.0 y2=y.1></line> }
}

/// A small path whose origin lies on the line at `at`; it keeps its size when the line is stretched.
#[component]
pub(crate) fn Pinned(class: &'static str, at: f64, d: &'static str) -> impl IntoView {
    view! {
        <svg class="pin" x=percent(at) y="50%" overflow="visible">
            <path class=class d=d></path>
        </svg>
    }
}

/// A place on an axis as style and drawings take it.
pub(crate) fn percent(at: f64) -> String {
    let hundredths = (at * 100.0).round() as i32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}
