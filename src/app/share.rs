//! The link to the work at hand: how long it is, what one of its length comes through, and a code to photograph.

use countercheck::collection::Collection;
use countercheck::desk::Address;
use countercheck::output::qr;
use countercheck::teaching::pupil::{Pupil, Topic};
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use countercheck::work::link::{self, survives};
use countercheck::work::saved::Saved;
use leptos::prelude::*;

use super::disagree::{field, input};
use super::dom::{El, drawing, el, live, nothing, path};
use super::help::section;
use super::state::{Desk, copy_fragment};
use super::web;
use super::work::{Status, pristine};

/// Where this page is published, for links that are made from a file: set when it is built, or in the dialog.
const PUBLIC: Option<&str> = option_env!("COUNTERCHECK_ADDRESS");

/// Under which name the device keeps it.
const STORED: &str = "address";

/// What a fragment begins with that carries work.
const LINK: &str = "work=";

/// Links as they are made: to where, the last one, and whether it was copied.
#[derive(Clone, Copy)]
pub(crate) struct Maker {
    public: RwSignal<String>,
    made: RwSignal<Option<Result<String, Trouble>>>,
    copied: RwSignal<bool>,
}

impl Maker {
    pub(crate) fn new(public: RwSignal<String>) -> Self {
        Self { public, made: RwSignal::new(None), copied: RwSignal::new(false) }
    }

    /// Makes a link and has it copied.
    pub(crate) fn make(self, of: &dyn Fn(&str) -> Result<String, Trouble>) {
        let address = self.public.get_untracked();
        web::store(STORED, &address);
        let (address, copied) = (address.trim(), self.copied);
        let is_odd = !address.is_empty() && !address.starts_with("https://") && !address.starts_with("http://");
        let outcome = if is_odd { Err(Trouble::new(Key::AddressOdd)) } else { of(address) };
        copied.set(false);
        if let Ok(address) = &outcome {
            web::copy(address, move |done| copied.set(done));
        }
        self.made.set(Some(outcome));
    }

    /// The last link, in a field with this id.
    pub(crate) fn last(self, desk: Desk, id: &'static str) -> El {
        el("div", "share").attr("role", "status").put(live(move || match &*self.made.read() {
            None => nothing(),
            Some(Err(trouble)) => el("p", "").text(&trouble.sentence(desk.words())).view(),
            Some(Ok(address)) => shown(desk, id, address, self.copied).view(),
        }))
    }
}

/// Where the page is published, as far as the device or the program knows.
pub(crate) fn public_address() -> RwSignal<String> {
    RwSignal::new(web::stored(STORED).or(PUBLIC.map(str::to_owned)).unwrap_or_default())
}

/// The part of the dialog.
pub(crate) fn link(desk: Desk, public: RwSignal<String>) -> El {
    let words = desk.words();
    let maker = Maker::new(public);
    let button = el("button", "btn strong").attr("data-act", "link").text(words.get(Key::MakeLink));
    let button = button.press(move || maker.make(&|public| desk.link(public)));
    let hosted = field(words.get(Key::PublicAddress), input(public).attr("type", "url").attr("id", "address"));
    section(words.get(Key::Link))
        .children(web::is_file().then_some(hosted))
        .child(el("p", "row").child(button))
        .child(maker.last(desk, "link"))
}

/// A link that was made.
fn shown(desk: Desk, id: &str, address: &str, copied: RwSignal<bool>) -> El {
    let words = desk.words();
    let length = address.len().to_string();
    let hosted = if address.starts_with("file:") { Key::LinkNeedsHost } else { survives(address.len()) };
    let meter =
        el("progress", "").attr("max", &link::BROWSERS.to_string()).attr("value", &length).attr("aria-hidden", "true");
    let code = qr::path(address).filter(|_| hosted != Key::LinkNeedsHost).map(|(code, size)| {
        let field = ["0 0 ", &size.to_string(), " ", &size.to_string()].concat();
        drawing("code")
            .attr("viewBox", &field)
            .attr("role", "img")
            .attr("aria-label", words.get(Key::Code))
            .child(path("", &code))
    });
    let line = el("input", "").attr("readonly", "").attr("id", id).attr("aria-label", words.get(Key::Link));
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
    pristine().saved.collection
}

/// The fragment that carries a work: with its texts, where the page does not have them.
fn carrying(saved: &Saved, own: &Collection) -> Result<String, Trouble> {
    let link = if saved.collection == *own { link::to_corrections(saved)? } else { link::to_texts(saved)? };
    Ok([LINK, &link].concat())
}

/// Where the page is published, else where it is.
fn page(public: &str) -> String {
    if public.is_empty() { web::page_address() } else { public.to_owned() }
}

/// What a link shows at first.
fn view_of(saved: &Saved) -> Address {
    Address::read(saved.view.words.first().map_or("", String::as_str))
}

/// Whether a link leads to a pupil's copy.
fn is_copy(saved: &Saved) -> bool {
    !view_of(saved).pupil.is_empty()
}

impl Desk {
    /// The address of a pupil's copy: short where the page has the texts anyway and there are no corrections to them.
    pub(crate) fn link_of_copy(self, public: &str, topics: &[Topic], only: Option<&str>) -> Result<String, Trouble> {
        let fragment = copy_fragment(topics, only);
        let mut copy = self.work.saved.with_untracked(|saved| saved.for_pupils(Pupil::default()));
        let own = at_hand();
        let fragment = if copy.collection == own && copy.journal.entries().is_empty() {
            fragment
        } else {
            copy.view.words = vec![fragment];
            carrying(&copy, &own)?
        };
        Ok([page(public), "#".to_owned(), fragment].concat())
    }

    /// The address of the work at hand: view and corrections where the page has the texts anyway, else the texts too.
    /// It leads to the public address where there is one.
    fn link(self, public: &str) -> Result<String, Trouble> {
        let mut saved = self.work.saved.get_untracked();
        saved.view.words = vec![web::fragment()];
        Ok([&page(public), "#", &carrying(&saved, &at_hand())?].concat())
    }

    /// Opens the link that the page was opened with, if it is one.
    pub(crate) fn open_link(self) -> bool {
        let fragment = web::fragment();
        let Some(code) = fragment.strip_prefix(LINK) else { return false };
        match link::open(code, &at_hand()) {
            Ok(opened) if is_copy(&opened.saved) => {
                self.work.troubles.set(opened.troubles);
                let address = view_of(&opened.saved);
                self.begin_copy(&opened.saved, address);
                true
            }
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
