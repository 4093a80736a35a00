//! Files in and out: what the user chooses or drops, pages that the browser parses, downloads, and the copy that the
//! page writes of itself.

use countercheck::intake::extract::{self, Page};
use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Uint8Array;
use js_sys::futures::JsFuture;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, DomParser, Element, Event, File, HtmlElement, Node, SupportedType, Url};

use super::keys::target;
use super::{after, document, state};

/// A file and what is in it.
pub(crate) struct Loaded {
    pub(crate) name: String,
    pub(crate) bytes: Result<Vec<u8>, Unread>,
}

/// Why a file is not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Unread {
    /// It is larger than it may be.
    Large,
    /// The browser cannot read it: it is gone, or nobody may.
    Broken,
}

/// The files that were chosen in a field or dropped on an element; the event is used up.
pub(crate) fn files_of(event: &Event) -> Vec<File> {
    let field = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let dropped = transfer(event).and_then(|transfer| field(&transfer, "files"));
    let chosen = || field(target(event)?.as_ref(), "files");
    let Some(list) = dropped.or_else(chosen).filter(JsValue::is_object) else { return Vec::new() };
    let files: Vec<File> = js_sys::Array::from(&list).iter().filter_map(|file| file.dyn_into().ok()).collect();
    if !files.is_empty() {
        event.prevent_default();
    }
    // The same file may be chosen again.
    if let Some(field) = target(event).filter(|field| field.local_name() == "input") {
        let _ = js_sys::Reflect::set(&field, &"value".into(), &"".into());
    }
    files
}

/// Calls back when files are dropped anywhere on the page, which would leave it otherwise.
pub(crate) fn on_drop(dropped: impl Fn(&Event) + 'static) {
    let Some(document) = document() else { return };
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "dragover", options, |event| {
        let types = transfer(event).and_then(|transfer| js_sys::Reflect::get(&transfer, &"types".into()).ok());
        if types.is_some_and(|types| js_sys::Array::from(&types).includes(&"Files".into(), 0)) {
            event.prevent_default();
        }
    })
    .forget();
    EventListener::new_with_options(&document, "drop", options, move |event| dropped(event)).forget();
}

/// How many UTF-16 units of text are being pasted.
pub(crate) fn pasted(event: &Event) -> usize {
    let text = || {
        let clipboard = js_sys::Reflect::get(event, &"clipboardData".into()).ok()?;
        let get: js_sys::Function = js_sys::Reflect::get(&clipboard, &"getData".into()).ok()?.dyn_into().ok()?;
        get.call1(&clipboard, &"text".into()).ok()?.dyn_into::<js_sys::JsString>().ok()
    };
    text().map_or(0, |text| text.length() as usize)
}

fn transfer(event: &Event) -> Option<JsValue> {
    js_sys::Reflect::get(event, &"dataTransfer".into()).ok().filter(JsValue::is_object)
}

/// Reads files one after the other, and calls back with `None` when there are no more; `largest` says how many bytes one
/// of that name may have.
pub(crate) fn read_files(files: Vec<File>, largest: fn(&str) -> usize, read: Box<dyn Fn(Option<Loaded>)>) {
    spawn_local(async move {
        for file in files {
            let name = file.name();
            let bytes = if file.size() > largest(&name) as f64 {
                Err(Unread::Large)
            } else {
                let content = JsFuture::from(file.array_buffer()).await;
                content.map(|content| Uint8Array::new(&content).to_vec()).map_err(|_| Unread::Broken)
            };
            read(Some(Loaded { name, bytes }));
        }
        read(None);
    });
}

/// Parses a page with the browser's own parser. Nothing in it is run, fetched, or put into this page.
pub(crate) fn take_apart(html: &str) -> Page {
    let parsed = DomParser::new().and_then(|parser| parser.parse_from_string(html, SupportedType::TextHtml));
    let Some(root) = parsed.ok().and_then(|document| document.document_element()) else { return Page::default() };
    let of = |selector: &str, name: &str| root.query_selector(selector).ok()??.get_attribute(name);
    let headline = root.query_selector("title").ok().flatten().and_then(|title| title.text_content());
    let day = |date: String| date.get(..10).map(str::to_owned);
    Page {
        title: of("meta[property='og:title']", "content").or(headline),
        site: of("meta[property='og:site_name']", "content"),
        date: of("meta[property='article:published_time']", "content")
            .or_else(|| of("time[datetime]", "datetime"))
            .and_then(day),
        language: root.get_attribute("lang"),
        nodes: nodes(&root),
    }
}

/// Elements and texts in the order of the document, however deep it is.
fn nodes(root: &Element) -> Vec<extract::Node> {
    let mut nodes = Vec::new();
    let mut around: Vec<usize> = Vec::new();
    let mut at: Option<Node> = Some(root.clone().into());
    while let Some(node) = at {
        nodes.push(entry(&node, around.last().copied()));
        if let Some(child) = node.first_child() {
            around.push(nodes.len() - 1);
            at = Some(child);
            continue;
        }
        let mut last = node;
        at = loop {
            if around.is_empty() {
                break None;
            }
            if let Some(next) = last.next_sibling() {
                break Some(next);
            }
            around.pop();
            let Some(parent) = last.parent_node() else { break None };
            last = parent;
        };
    }
    nodes
}

fn entry(node: &Node, parent: Option<usize>) -> extract::Node {
    match node.dyn_ref::<Element>() {
        Some(element) => extract::Node {
            parent,
            tag: element.local_name(),
            hint: [element.class_name(), element.id(), element.get_attribute("role").unwrap_or_default()].join(" "),
            text: String::new(),
        },
        None if node.node_type() == Node::TEXT_NODE => {
            extract::Node { parent, text: node.node_value().unwrap_or_default(), ..extract::Node::default() }
        }
        // A comment.
        None => extract::Node { parent, tag: "script".to_owned(), ..extract::Node::default() },
    }
}

/// How long a download may take to begin, in milliseconds.
const BEGINS: u32 = 30_000;

/// Has the browser save a file.
pub(crate) fn download(name: &str, kind: &str, content: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&content.into());
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    let link = document().and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let _ = link.set_attribute("href", &address);
        let _ = link.set_attribute("download", name);
        link.click();
    }
    after(BEGINS, Box::new(move || drop(Url::revoke_object_url(&address)))).forget();
}

const PLAIN: &str = "countercheck-plain";
const MARKER: &str = "\u{e000}";

/// Takes the plain text out of this page: what the program found is written out there.
pub(crate) fn forget_plain() {
    if let Some(plain) = super::element(PLAIN) {
        plain.set_text_content(None);
    }
}

/// The page as a file with another collection in it: what the program has drawn is left out, everything else stays as
/// it was, so that the policy still fits.
pub(crate) fn copy_of_page(title: &str, json: &str, plain: &str) -> Option<String> {
    let root: Element = document()?.document_element()?.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    for name in ["data-ready", "data-theme", "data-failed"] {
        let _ = root.remove_attribute(name);
    }
    let _ = root.set_attribute("lang", "en");
    let find = |selector: &str| root.query_selector(selector).ok().flatten();
    find("title")?.set_text_content(Some(title));
    let drawn = root.query_selector_all("body > :not(script, #countercheck-fallback)").ok()?;
    for node in (0..drawn.length()).filter_map(|i| drawn.get(i)) {
        let _ = node.parent_node()?.remove_child(&node);
    }
    let block = find("#countercheck-state")?;
    if find("#countercheck-shipped").is_none() {
        let shipped: Element = block.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        shipped.set_id("countercheck-shipped");
        set_data(&shipped, &state());
        let _ = block.parent_node()?.insert_before(&shipped, block.next_sibling().as_ref());
    }
    set_data(&block, json);
    find(&["#", PLAIN].concat())?.set_text_content(Some(MARKER));
    let page = root.outer_html();
    let (before, after) = page.split_once(MARKER)?;
    Some(["\u{feff}<!doctype html>\n", before, plain, after, "\n"].concat())
}

/// Has a data block hold another text. It is a `<script>`, whose text the policy lets nobody set: its nodes may be.
fn set_data(block: &Element, data: &str) {
    while let Some(node) = block.first_child() {
        let _ = block.remove_child(&node);
    }
    let _ = document().map(|document| block.append_child(&document.create_text_node(data)));
}
