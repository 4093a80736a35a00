//! The link to the work at hand: how long it is, what one of its length comes through, and a code to photograph.

use countercheck::collection::Collection;
use countercheck::link::{self, survives};
use countercheck::qr;
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use leptos::prelude::*;

use super::disagree::{field, input};
use super::dom::{El, drawing, el, live, nothing, path};
use super::help::section;
use super::state::Desk;
use super::web;
use super::work::Status;

/// Where this page is published, for links that are made from a file: set when it is built, or in the dialog.
const PUBLIC: Option<&str> = option_env!("COUNTERCHECK_ADDRESS");

/// Under which name the device keeps it.
const STORED: &str = "address";

/// What a fragment begins with that carries work.
const LINK: &str = "work=";

/// The longest link that the meter shows: what browsers open.
const METER: usize = 32_000;

/// The part of the dialog.
pub(crate) fn link(desk: Desk) -> El {
    let words = desk.words();
    let made = RwSignal::new(None::<Result<String, Trouble>>);
    let copied = RwSignal::new(false);
    let public = RwSignal::new(web::stored(STORED).or(PUBLIC.map(str::to_owned)).unwrap_or_default());
    let button = el("button", "btn strong").attr("data-act", "link").text(words.get(Key::MakeLink)).press(move || {
        let address = public.get_untracked();
        web::store(STORED, &address);
        let outcome = desk.link(address.trim());
        copied.set(false);
        if let Ok(address) = &outcome {
            web::copy(address, move |done| copied.set(done));
        }
        made.set(Some(outcome));
    });
    let hosted = field(words.get(Key::PublicAddress), input(public).attr("type", "url").attr("id", "address"));
    section(words.get(Key::Link)).children(web::is_file().then_some(hosted)).child(el("p", "row").child(button)).child(
        el("div", "share").attr("role", "status").put(live(move || match &*made.read() {
            None => nothing(),
            Some(Err(trouble)) => el("p", "").text(&trouble.sentence(words)).view(),
            Some(Ok(address)) => shown(desk, address, copied).view(),
        })),
    )
}

/// A link that was made.
fn shown(desk: Desk, address: &str, copied: RwSignal<bool>) -> El {
    let words = desk.words();
    let length = address.len().to_string();
    let hosted = if address.starts_with("file:") { Key::LinkNeedsHost } else { survives(address.len()) };
    let meter = el("progress", "").attr("max", &METER.to_string()).attr("value", &length).attr("aria-hidden", "true");
    let code = qr::path(address).filter(|_| hosted != Key::LinkNeedsHost).map(|(code, size)| {
        let field = ["0 0 ", &size.to_string(), " ", &size.to_string()].concat();
        drawing("code")
            .attr("viewBox", &field)
            .attr("role", "img")
            .attr("aria-label", words.get(Key::Code))
            .child(path("", &code))
    });
    let line = el("input", "").attr("readonly", "").attr("id", "link").attr("aria-label", words.get(Key::Link));
    el("div", "")
        .child(line.attr("value", address))
        .child(meter)
        .child(el("p", "").live_text(move || {
            let length = words.fill(if copied.get() { Key::LinkCopied } else { Key::LinkLength }, &[&length]);
            [&length, " ", words.get(hosted)].concat()
        }))
        .children(code)
}

/// The collection that stands in the page, whose texts a link need not carry.
fn at_hand() -> Collection {
    web::read_saved(&web::state()).unwrap_or_default().saved.collection
}

impl Desk {
    /// The address of the work at hand: view and corrections where the page has the texts anyway, else the texts too.
    /// It leads to the public address where there is one.
    fn link(self, public: &str) -> Result<String, Trouble> {
        let mut saved = self.work.saved.get_untracked();
        let at_hand = at_hand();
        saved.view.words = vec![web::fragment()];
        let link = if saved.collection == at_hand { link::to_corrections(&saved)? } else { link::to_texts(&saved)? };
        let page = if public.is_empty() { web::page_address() } else { public.to_owned() };
        Ok([&page, "#", LINK, &link].concat())
    }

    /// Opens the link that the page was opened with, if it is one.
    pub(crate) fn open_link(self) -> bool {
        let fragment = web::fragment();
        let Some(code) = fragment.strip_prefix(LINK) else { return false };
        match link::open(code, &at_hand()) {
            Ok(opened) => {
                let view = opened.saved.view.words.first().cloned().unwrap_or_default();
                self.go_to_address(&view);
                self.work.troubles.set(opened.troubles);
                self.add_work(opened.saved, Status::Waiting);
                true
            }
            Err(trouble) => {
                self.go_to_address("");
                self.work.troubles.set(vec![trouble]);
                false
            }
        }
    }
}
