//! The device's store, which other windows on the same pages share, and the time.

use gloo_events::EventListener;
use gloo_storage::{LocalStorage, Storage};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;

use super::{after, window};

/// Why something is not kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Refusal {
    /// There is no store: a sandboxed frame, or a reader who forbids it.
    Absent,
    /// It is full.
    Full,
}

const PREFIX: &str = "countercheck.";

/// The store, where there is one: taking it without asking first would end the program in a sandboxed frame.
fn storage() -> Option<web_sys::Storage> {
    let exists = matches!(window()?.local_storage(), Ok(Some(_)));
    exists.then(LocalStorage::raw)
}

/// What the device remembers under a name.
pub(crate) fn stored(name: &str) -> Option<String> {
    storage()?.get_item(&[PREFIX, name].concat()).ok()?
}

/// Has the device remember something that nobody would miss.
pub(crate) fn store(name: &str, value: &str) {
    let _ = put(name, value);
}

/// Has the device remember something, or says why it does not.
pub(crate) fn put(name: &str, value: &str) -> Result<(), Refusal> {
    let storage = storage().ok_or(Refusal::Absent)?;
    storage.set_item(&[PREFIX, name].concat(), value).map_err(|_| Refusal::Full)
}

/// Has the device forget something.
pub(crate) fn forget(name: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&[PREFIX, name].concat());
    }
}

/// Calls back with the name of what another window has changed.
pub(crate) fn on_other_window(changed: impl Fn(&str) + 'static) {
    let Some(window) = window() else { return };
    EventListener::new(&window, "storage", move |event| {
        let key = event.dyn_ref::<web_sys::StorageEvent>().and_then(web_sys::StorageEvent::key);
        if let Some(name) = key.as_deref().and_then(|key| key.strip_prefix(PREFIX)) {
            changed(name);
        }
    })
    .forget();
}

/// Calls back when the page is about to go: closed, or left.
pub(crate) fn on_leaving(leave: impl Fn() + 'static) {
    if let Some(window) = window() {
        EventListener::new(&window, "pagehide", move |_| leave()).forget();
    }
}

/// Milliseconds since the beginning of 1970.
pub(crate) fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// A name that no other window gives out.
pub(crate) fn token() -> String {
    format!("{:x}", now() << 12 | (js_sys::Math::random() * 4096.0) as u64)
}

thread_local! {
    static KEEPING: Cell<Option<Timeout>> = const { Cell::new(None) };
    static REVISION: RefCell<String> = const { RefCell::new(String::new()) };
}

/// How long the last change waits until it is kept, in milliseconds.
const SOON: u32 = 400;

/// Does something soon; what is waiting already is not put off.
pub(crate) fn soon(then: impl FnOnce() + 'static) {
    let waiting = KEEPING.take().unwrap_or_else(|| {
        let then = move || {
            KEEPING.set(None);
            then();
        };
        after(SOON, Box::new(then))
    });
    KEEPING.set(Some(waiting));
}

/// What [`soon`] waits for is done now by other means.
pub(crate) fn no_longer() {
    KEEPING.set(None);
}

/// The revision of the current work that this window read or wrote last.
pub(crate) fn revision() -> String {
    REVISION.with_borrow(Clone::clone)
}

/// Notes the revision that was read or written.
pub(crate) fn set_revision(revision: &str) {
    REVISION.replace(revision.to_owned());
}

/// What the device remembers of a work: its revision, and the work as JSON.
pub(crate) fn work(id: &str) -> Option<(String, String)> {
    let stored = stored(&work_name(id))?;
    let (revision, json) = stored.split_once('\n')?;
    Some((revision.to_owned(), json.to_owned()))
}

/// The name under which a work is kept.
pub(crate) fn work_name(id: &str) -> String {
    ["work.", id].concat()
}
