//! Controls of forms.

use leptos::ev::Event;
use leptos::prelude::*;

/// A control with its name above it.
#[component]
pub(crate) fn Field(#[prop(into)] name: String, children: Children) -> impl IntoView {
    view! {
        <label class="field">
            <span>{name}</span>
            {children()}
        </label>
    }
}

/// A line to write into.
#[component]
pub(crate) fn TextInput(value: RwSignal<String>) -> impl IntoView {
    view! { <input prop:value=value on:input:target=move |event| value.set(event.target().value()) /> }
}

/// One of several, each with its value and its name.
#[component]
pub(crate) fn Select(value: RwSignal<String>, options: Vec<(String, String)>) -> impl IntoView {
    let option = |(value, name): (String, String)| view! { <option value=value>{name}</option> };
    view! {
        <select prop:value=value on:change:target=move |event| value.set(event.target().value())>
            {options.into_iter().map(option).collect_view()}
        </select>
    }
}

/// A button that lets the user choose files.
#[component]
pub(crate) fn FileChooser(
    name: &'static str,
    accept: &'static str,
    #[prop(into)] on_choose: Callback<Event>,
) -> impl IntoView {
    view! {
        <span class="btn file">
            {name}
            <input
                type="file"
                multiple
                accept=accept
                aria-label=name
                on:change=move |event| on_choose.run(event)
            />
        </span>
    }
}
