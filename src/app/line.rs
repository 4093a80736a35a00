//! The number line as drawing. The words beside it say the same, so it is out of sight for screen readers.

use countercheck::chart::{Shape, Tick};
use leptos::prelude::*;

/// One row: the axis and what one figure allows.
pub(crate) fn line(ticks: &[Tick], shape: Option<Shape>) -> AnyView {
    let grid: Vec<AnyView> = ticks.iter().map(|tick| stroke("grid", (tick.at, tick.at), ("0", "100%"))).collect();
    view! {
        <div class="ln">
            <svg class="nl" aria-hidden="true">
                {level("base", 0.0, 100.0)}
                {grid}
                {shape.map(drawn)}
            </svg>
        </div>
    }
    .into_any()
}

/// The numbers below the rows.
pub(crate) fn axis(ticks: &[Tick]) -> AnyView {
    let label = |tick: &Tick| {
        let (at, label) = (percent(tick.at), tick.label.clone());
        view! { <span style:left=at>{label}</span> }
    };
    view! { <div class="axis num" aria-hidden="true">{ticks.iter().map(label).collect::<Vec<_>>()}</div> }.into_any()
}

fn drawn(shape: Shape) -> Vec<AnyView> {
    const RIGHT: &str = "M-8-4.5-2 0-8 4.5";
    const LEFT: &str = "M8-4.5 2 0 8 4.5";
    const END: &str = "M0-6V6";
    match shape {
        Shape::Dot { at } => vec![dot("dot", at, "5.2")],
        Shape::Ray { at, open, up } => {
            let end = if up { 99.0 } else { 1.0 };
            let edge = if up { 100.0 } else { 0.0 };
            let knob = if open { dot("ring", at, "4.3") } else { dot("dot", at, "5.2") };
            vec![level("ray", at, end), pinned(edge, if up { RIGHT } else { LEFT }), knob]
        }
        Shape::Soft { at, from, to } => vec![level("soft", from, to), dot("dot", at, "4")],
        Shape::Bar { from, to } => vec![level("bar", from, to), pinned(from, END), pinned(to, END)],
        Shape::Hatch { from, to } => vec![level("hatch", from, to)],
    }
}

fn level(class: &'static str, from: f64, to: f64) -> AnyView {
    stroke(class, (from, to), ("50%", "50%"))
}

fn stroke(class: &'static str, (x1, x2): (f64, f64), (y1, y2): (&'static str, &'static str)) -> AnyView {
    view! { <line class=class x1=percent(x1) x2=percent(x2) y1=y1 y2=y2 /> }.into_any()
}

fn dot(class: &'static str, at: f64, radius: &'static str) -> AnyView {
    view! { <circle class=class cx=percent(at) cy="50%" r=radius /> }.into_any()
}

/// A small path whose origin lies on the line at `at`; it keeps its size when the line is stretched.
fn pinned(at: f64, path: &'static str) -> AnyView {
    view! {
        <svg x=percent(at) y="50%" overflow="visible">
            <path class="head" d=path />
        </svg>
    }
    .into_any()
}

fn percent(at: f64) -> String {
    format!("{at:.2}%")
}
