//! The page: mounts the app.

#![allow(unreachable_pub, reason = "the props of a component are public, whoever may use it")]
#![allow(clippy::needless_pass_by_value, reason = "a component owns its props")]

mod app;
mod browser;
mod components;
mod features;
mod i18n;
mod pages;
mod stores;
mod view_model;

fn main() {
    leptos::mount::mount_to_body(app::App);
}
