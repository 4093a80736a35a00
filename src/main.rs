//! The page: mounts the app.

fn main() {
    leptos::mount::mount_to_body(|| leptos::view! { <p>"Countercheck"</p> });
}
