//! A link that was made: how long it is, what one of its length comes through, and a code to photograph.

use countercheck::output::qr;
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use countercheck::work::link::{self, survives};
use leptos::prelude::*;

use crate::browser;
use crate::i18n::use_words;

/// Under which name the device keeps where the page is published.
const STORED: &str = "address";

/// Links as they are made: to where, the last one, and whether it was copied.
#[derive(Clone, Copy)]
pub(crate) struct LinkMaker {
    public: RwSignal<String>,
    made: RwSignal<Option<Result<String, Trouble>>>,
    copied: RwSignal<bool>,
}

impl LinkMaker {
    /// Links to where the page is published, else to where it is.
    pub(crate) fn new(public: RwSignal<String>) -> Self {
        Self { public, made: RwSignal::new(None), copied: RwSignal::new(false) }
    }

    /// Makes a link and has it copied.
    pub(crate) fn make(self, of: impl Fn(&str) -> Result<String, Trouble>) {
        let address = self.public.get_untracked();
        browser::store(STORED, &address);
        let (address, copied) = (address.trim(), self.copied);
        let is_odd = !address.is_empty() && !address.starts_with("https://") && !address.starts_with("http://");
        let outcome = if is_odd { Err(Trouble::new(Key::AddressOdd)) } else { of(address) };
        copied.set(false);
        if let Ok(address) = &outcome {
            browser::copy(address, move |done| copied.set(done));
        }
        self.made.set(Some(outcome));
    }
}

/// Where the page is published, as far as the device or the program knows.
pub(crate) fn public_address(built_in: Option<&str>) -> RwSignal<String> {
    RwSignal::new(browser::stored(STORED).or(built_in.map(str::to_owned)).unwrap_or_default())
}

/// The link that was made last, in a field with this id.
#[component]
pub(crate) fn LastLink(maker: LinkMaker, id: &'static str) -> impl IntoView {
    let words = use_words();
    let last = move || match &*maker.made.read() {
        None => ().into_any(),
        Some(Err(trouble)) => view! { <p>{trouble.sentence(words)}</p> }.into_any(),
        Some(Ok(address)) => view! { <Link id address=address.clone() copied=maker.copied /> }.into_any(),
    };
    view! {
        <div class="share" role="status">
            {last}
        </div>
    }
}

#[component]
fn Link(id: &'static str, address: String, copied: RwSignal<bool>) -> impl IntoView {
    let words = use_words();
    let length = address.len().to_string();
    let reach = if address.starts_with("file:") { Key::LinkNeedsHost } else { survives(address.len()) };
    let code = qr::path(&address).filter(|_| reach != Key::LinkNeedsHost).map(|(path, size)| {
        view! {
            <svg class="code" viewBox=format!("0 0 {size} {size}") role="img" aria-label=words.get(Key::Code)>
                <path class="" d=path></path>
            </svg>
        }
    });
    let sentence = {
        let length = length.clone();
        move || {
            let length = words.fill(if copied.get() { Key::LinkCopied } else { Key::LinkLength }, &[&length]);
            [&length, " ", words.get(reach)].concat()
        }
    };
    view! {
        <div>
            <input readonly id=id aria-label=words.get(Key::Link) value=address />
            <progress max=link::BROWSERS.to_string() value=length aria-hidden="true"></progress>
            <p>{sentence}</p>
            {code}
        </div>
    }
}
