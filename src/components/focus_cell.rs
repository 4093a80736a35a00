//! A button in a grid of buttons that arrow keys walk through; one of them is the stop of the Tab key.

use leptos::prelude::*;

/// The value of `tabindex` in a group of which the Tab key reaches one.
pub(crate) fn tab_index(is_stop: bool) -> &'static str {
    if is_stop { "0" } else { "-1" }
}

/// A button at a place of focus.
#[component]
pub(crate) fn FocusCell<S>(
    class: &'static str,
    /// The number of the place.
    place: usize,
    /// Whether the Tab key reaches it.
    is_stop: S,
    #[prop(into)] on_focus: Callback<()>,
    #[prop(into)] on_press: Callback<()>,
    /// Whether it stands for what is chosen.
    #[prop(optional, into)]
    is_current: Option<Signal<bool>>,
    /// The address of the figure that it shows.
    #[prop(optional, into)]
    figure: Option<String>,
    children: Children,
) -> impl IntoView
where
    S: Fn() -> bool + Send + 'static,
{
    view! {
        <button
            class=class
            data-cell=place.to_string()
            data-figure=figure
            tabindex=move || tab_index(is_stop())
            aria-current=move || is_current.is_some_and(|it| it.get()).then_some("true")
            on:focus=move |_| on_focus.run(())
            on:click=move |_| on_press.run(())
        >
            {children()}
        </button>
    }
}
