//! Long views: rendered a part a frame.

use leptos::prelude::*;

use crate::browser;

/// A row for every rank: `row` renders the one at a place of the list, of a rank. The first rows and those around the
/// place of focus are there at once, the others come frame by frame.
#[component]
pub(crate) fn GradualRows<F>(
    ranks: Vec<usize>,
    /// How many rows are rendered in one frame.
    chunk: usize,
    /// The rank whose row has to be there at once.
    #[prop(into)]
    focus: Signal<Option<usize>>,
    row: F,
) -> impl IntoView
where
    F: Fn(usize, usize) -> AnyView + Clone + Send + 'static,
{
    let reached = RwSignal::new(0);
    render_next(reached, ranks.len().div_ceil(chunk));
    let part = |(i, part): (usize, &[usize])| {
        let (row, ranks, watched) = (row.clone(), part.to_vec(), part.to_vec());
        let is_rendered = Memo::new(move |_| reached.get() >= i || focus.get().is_some_and(|it| watched.contains(&it)));
        let rows = move || {
            let rows = || ranks.iter().enumerate().map(|(place, &rank)| row(i * chunk + place, rank)).collect_view();
            is_rendered.get().then(rows)
        };
        rows.into_any()
    };
    ranks.chunks(chunk).enumerate().map(part).collect_view()
}

/// Renders another part with every frame, until all are there or the view is left.
fn render_next(reached: RwSignal<usize>, count: usize) {
    browser::next_frame(move || {
        let next = reached.try_update(|reached| {
            *reached += 1;
            *reached
        });
        if next.is_some_and(|next| next < count) {
            render_next(reached, count);
        }
    });
}
