//! The finished page, driven as a person would use it: real browsers over WebDriver, the page opened from `file://`,
//! and no network.
//!
//! [`browse`] runs one test in a fresh browser; [`Page`] is what a person sees and does.

mod browser;
mod driver;
pub mod library;
mod page;
mod serve;
mod wire;

pub use browser::{Browser, Options};
pub use page::{Page, Rect, keep, page_file, workspace};
pub use serve::is_served;

/// Keys by the code points that WebDriver gives them.
pub mod keys {
    /// Tab.
    pub const TAB: char = '\u{e004}';
    /// Arrow keys.
    pub const DOWN: char = '\u{e015}';
    /// Arrow keys.
    pub const RIGHT: char = '\u{e014}';
    /// Arrow keys.
    pub const LEFT: char = '\u{e012}';
    /// The key that presenters send.
    pub const PAGE_DOWN: char = '\u{e00f}';
    /// Shift.
    pub const SHIFT: char = '\u{e008}';
    /// Enter.
    pub const ENTER: char = '\u{e007}';
    /// Escape.
    pub const ESCAPE: char = '\u{e00c}';
}

use std::time::Duration;

use anyhow::{Context, Result, bail};

/// How long one test may take before it counts as hanging.
const PATIENCE: Duration = Duration::from_mins(3);

/// Runs `test` in a fresh headless browser: [`Browser::from_environment`].
///
/// # Panics
/// Panics when the test fails, after leaving a screenshot in `target/browser`.
pub fn browse(name: &str, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    browse_with(Browser::from_environment(), Options::default(), name, test);
}

/// Runs `test` where the browser under test is this one: for what only its driver can do or tell.
///
/// # Panics
/// Panics when the test fails, after leaving a screenshot in `target/browser`.
pub fn browse_in(browser: Browser, name: &str, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    if Browser::from_environment() == browser {
        browse(name, test);
    }
}

/// Runs `test` in a fresh browser of the given kind.
///
/// # Panics
/// Panics when the test fails, after leaving a screenshot in `target/browser`.
pub fn browse_with(browser: Browser, options: Options, name: &str, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    let outcome = block_on(async {
        let page = Page::launch(browser, options).await?;
        let outcome = in_time(&page, test).await;
        if outcome.is_err() {
            page.keep_evidence(name).await;
        }
        page.close().await?;
        outcome
    });
    if let Err(error) = outcome {
        panic!("{name}: {error:#}");
    }
}

/// Runs a future to its end on this thread.
///
/// # Errors
/// Fails when the future does, or when no runtime can be made.
pub fn block_on<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::runtime::Builder::new_current_thread().enable_all().build().context("no async runtime")?.block_on(work)
}

async fn in_time(page: &Page, test: impl AsyncFnOnce(&Page) -> Result<()>) -> Result<()> {
    match tokio::time::timeout(PATIENCE, test(page)).await {
        Ok(outcome) => outcome,
        Err(_) => bail!("the test did not end within {} s", PATIENCE.as_secs()),
    }
}
