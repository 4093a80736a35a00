//! What stands on the page of a description, and how another description takes its place: an element that has the same
//! tag in both stays, with its focus and how far it is scrolled, and only what differs is written.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::RenderEffect;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Node};

use super::{Attribute, El, Given, Kind, Nodes, Parts, Tag, Value};

const SVG: &str = "http://www.w3.org/2000/svg";

/// What stands on the page. It has at least one node, and follows its signals until it is dropped.
pub(super) enum Standing {
    Text(Node),
    LiveText(Node, RenderEffect<()>),
    Element(Box<Drawn>),
    Live(Rc<RefCell<Option<Standing>>>, RenderEffect<()>),
    /// Several, and the node that marks where they end.
    Several(Vec<Standing>, Node),
}

/// An element on the page.
pub(super) struct Drawn {
    element: Element,
    tag: Tag,
    attributes: Vec<Set>,
    children: Vec<Standing>,
}

/// An attribute that is set, and what it is held by.
type Set = (&'static str, Held);

enum Held {
    Fixed(String),
    Live(Kind, RenderEffect<()>),
    Handler(#[expect(dead_code, reason = "it listens until it is dropped")] EventListener),
}

/// Runs something now, and again whenever a signal in it changes.
#[inline(never)]
fn follow(mut run: Box<dyn FnMut()>) -> RenderEffect<()> {
    RenderEffect::new(move |_| run())
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

impl Standing {
    /// Draws a description; `None` where there is no document.
    pub(super) fn of(nodes: Nodes) -> Option<Self> {
        match nodes {
            Nodes::Text(text) => Some(Self::Text(document()?.create_text_node(&text).into())),
            Nodes::LiveText(text) => {
                let node: Node = document()?.create_text_node("").into();
                Some(Self::LiveText(node.clone(), live_text(node, text)))
            }
            Nodes::Element(el) => Some(Self::Element(Box::new(Drawn::of(el)?))),
            Nodes::Live(view) => {
                let place = Rc::new(RefCell::new(None));
                Some(Self::Live(place.clone(), live(place, view)))
            }
            Nodes::Several(views) => {
                let marker = document()?.create_comment("").into();
                Some(Self::Several(views.into_iter().filter_map(Self::of).collect(), marker))
            }
        }
    }

    /// Puts it into an element, before a node of it or at its end.
    pub(super) fn mount(&self, parent: &Node, before: Option<&Node>) {
        self.each(&mut |node| drop(parent.insert_before(node, before)));
    }

    /// Calls with each outermost node, in order.
    fn each(&self, then: &mut dyn FnMut(&Node)) {
        match self {
            Self::Text(node) | Self::LiveText(node, _) => then(node),
            Self::Element(drawn) => then(&drawn.element),
            Self::Live(place, _) => place.borrow().iter().for_each(|it| it.each(then)),
            Self::Several(all, marker) => {
                for it in all {
                    it.each(then);
                }
                then(marker);
            }
        }
    }

    fn remove(&self) {
        self.each(&mut |node| {
            if let Some(parent) = node.parent_node() {
                let _ = parent.remove_child(node);
            }
        });
    }

    /// Has another description take the place of the one that stands here.
    fn exchange(&mut self, nodes: Nodes) {
        match (self, nodes) {
            (Self::Text(node), Nodes::Text(text)) => set_text(node, &text),
            (Self::LiveText(node, effect), Nodes::LiveText(text)) => *effect = live_text(node.clone(), text),
            (Self::Element(drawn), Nodes::Element(el)) if drawn.tag == el.0.tag => drawn.exchange(*el.0),
            (Self::Live(place, effect), Nodes::Live(view)) => *effect = live(place.clone(), view),
            (Self::Several(all, marker), Nodes::Several(views)) => {
                if let Some(parent) = marker.parent_node() {
                    exchange_all(all, views, &parent, Some(marker));
                }
            }
            (old, nodes) => old.make_way(nodes),
        }
    }

    /// Goes, and leaves its place to something of another kind.
    fn make_way(&mut self, nodes: Nodes) {
        let Some(new) = Self::of(nodes) else { return };
        let mut first = None;
        self.each(&mut |node| {
            first.get_or_insert_with(|| node.clone());
        });
        if let Some(parent) = first.as_ref().and_then(Node::parent_node) {
            new.mount(&parent, first.as_ref());
        }
        self.remove();
        *self = new;
    }
}

/// Has descriptions take the places of those before them, one by one; further ones stand before a node of the parent.
fn exchange_all(all: &mut Vec<Standing>, views: Vec<Nodes>, parent: &Node, before: Option<&Node>) {
    for gone in all.drain(views.len().min(all.len())..) {
        gone.remove();
    }
    for (i, nodes) in views.into_iter().enumerate() {
        if let Some(old) = all.get_mut(i) {
            old.exchange(nodes);
        } else if let Some(new) = Standing::of(nodes) {
            new.mount(parent, before);
            all.push(new);
        }
    }
}

fn set_text(node: &Node, text: &str) {
    if node.node_value().as_deref() != Some(text) {
        node.set_node_value(Some(text));
    }
}

fn live_text(node: Node, text: Given<String>) -> RenderEffect<()> {
    follow(Box::new(move || set_text(&node, &text.give())))
}

fn live(place: Rc<RefCell<Option<Standing>>>, view: Given<Nodes>) -> RenderEffect<()> {
    follow(Box::new(move || {
        let nodes = view.give();
        let mut place = place.borrow_mut();
        match place.as_mut() {
            Some(standing) => standing.exchange(nodes),
            None => *place = Standing::of(nodes),
        }
    }))
}

impl Drawn {
    fn of(el: El) -> Option<Self> {
        let Parts { tag, attributes, children } = *el.0;
        let document = document()?;
        let element = match tag {
            Tag::Html(name) => document.create_element(name),
            Tag::Svg(name) => document.create_element_ns(Some(SVG), name),
        };
        let mut drawn = Self { element: element.ok()?, tag, attributes: Vec::new(), children: Vec::new() };
        exchange_all(&mut drawn.children, children, &drawn.element, None);
        // A choice list takes a value once it has the choices.
        drawn.dress(attributes, &[]);
        Some(drawn)
    }

    fn exchange(&mut self, Parts { attributes, children, .. }: Parts) {
        exchange_all(&mut self.children, children, &self.element, None);
        let is_kept = |(name, held): &Set| attributes.iter().any(|it| it.name == *name && it.value.is_like(held));
        let (kept, gone): (Vec<Set>, Vec<Set>) = std::mem::take(&mut self.attributes).into_iter().partition(is_kept);
        for (name, held) in gone {
            match held {
                Held::Fixed(_) => write(&self.element, Kind::Attribute, name, None),
                Held::Live(kind, effect) => {
                    drop(effect);
                    write(&self.element, kind, name, None);
                }
                Held::Handler(_) => {}
            }
        }
        self.dress(attributes, &kept);
    }

    /// Gives it its attributes. Nothing is written of others than those that it has.
    fn dress(&mut self, attributes: Vec<Attribute>, before: &[Set]) {
        let held = |it: Attribute| {
            let before = before.iter().find(|(name, held)| it.name == *name && it.value.is_like(held));
            (it.name, hold(&self.element, it, before.map(|(_, held)| held)))
        };
        self.attributes = attributes.into_iter().map(held).collect();
    }
}

impl Value {
    /// Whether it writes what the other one wrote.
    fn is_like(&self, held: &Held) -> bool {
        match (self, held) {
            (Self::Fixed(_), Held::Fixed(_)) => true,
            (Self::Live(kind, _), Held::Live(held, _)) => kind == held,
            _ => false,
        }
    }
}

fn hold(element: &Element, Attribute { name, value }: Attribute, before: Option<&Held>) -> Held {
    match value {
        Value::Fixed(value) => {
            if !matches!(before, Some(Held::Fixed(before)) if *before == value) {
                write(element, Kind::Attribute, name, Some(&value));
            }
            Held::Fixed(value)
        }
        Value::Live(kind, value) => {
            let (element, mut written) = (element.clone(), before.is_none().then_some(None));
            let effect = follow(Box::new(move || {
                let value = value.give();
                if written.as_ref() != Some(&value) {
                    write(&element, kind, name, value.as_deref());
                    written = Some(value);
                }
            }));
            Held::Live(kind, effect)
        }
        Value::Handler(mut handler) => {
            let options = EventListenerOptions::enable_prevent_default();
            let listener = EventListener::new_with_options(element, name, options, move |event| handler.handle(event));
            Held::Handler(listener)
        }
    }
}

fn write(element: &Element, kind: Kind, name: &str, value: Option<&str>) {
    let style = || element.unchecked_ref::<HtmlElement>().style();
    let _ = match (kind, value) {
        (Kind::Attribute, Some(value)) => element.set_attribute(name, value),
        (Kind::Attribute, None) => element.remove_attribute(name),
        (Kind::Class, value) => element.class_list().toggle_with_force(name, value.is_some()).map(drop),
        (Kind::Style, Some(value)) => style().set_property(name, value),
        (Kind::Style, None) => style().remove_property(name).map(drop),
        (Kind::Field, value) => {
            js_sys::Reflect::set(element, &name.into(), &value.unwrap_or_default().into()).map(drop)
        }
    };
}
