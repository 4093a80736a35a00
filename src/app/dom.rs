//! Elements by hand: a description without types, and what stands on the page of it.
//!
//! A view written with `view!` is compiled once for every shape of its tree; in this page that came to twice the
//! WebAssembly of everything else together. Here every element has one and the same type, and what is compiled is
//! the description: its tag, its attributes, its children. Signals and effects are those of Leptos.

mod standing;

use leptos::prelude::*;
use web_sys::Event;

use standing::Standing;

/// An element that is being described. One word wide: a description is handed on from call to call.
pub(crate) struct El(Box<Parts>);

struct Parts {
    tag: Tag,
    attributes: Vec<Attribute>,
    children: Vec<Nodes>,
}

#[derive(Clone, Copy, PartialEq)]
enum Tag {
    Html(&'static str),
    Svg(&'static str),
}

/// What stands in an element: text, an element, several of them, or what follows signals.
pub(crate) enum Nodes {
    /// Text.
    Text(String),
    /// Text that follows signals.
    LiveText(Given<String>),
    /// An element.
    Element(El),
    /// What is drawn anew whenever a signal in it changes.
    Live(Given<Nodes>),
    /// Several, or nothing.
    Several(Vec<Nodes>),
}

struct Attribute {
    name: &'static str,
    value: Value,
}

enum Value {
    Fixed(String),
    Live(Kind, Given<Option<String>>),
    Handler(Box<dyn Handle>),
}

/// What gives a value, as a trait of its own: of a closure behind `dyn Fn` two more ways to call it would be compiled.
pub(crate) trait Give<T> {
    /// The value as it is.
    fn give(&self) -> T;
}

impl<T, F: Fn() -> T> Give<T> for F {
    fn give(&self) -> T {
        self()
    }
}

type Given<T> = Box<dyn Give<T>>;

/// What happens at an event.
trait Handle {
    fn handle(&mut self, event: &Event);
}

impl<F: FnMut(Event)> Handle for F {
    fn handle(&mut self, event: &Event) {
        self(event.clone());
    }
}

struct Press<F>(F);

impl<F: FnMut()> Handle for Press<F> {
    fn handle(&mut self, _: &Event) {
        self.0();
    }
}

/// What of an element a value is written to.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Attribute,
    /// A class that is there while there is a value.
    Class,
    Style,
    /// A property, as what stands in a field.
    Field,
}

/// Puts a view at the end of the document's body, where it stays.
pub(crate) fn stay(view: Nodes) {
    let body = web_sys::window().and_then(|window| window.document()?.body());
    if let (Some(body), Some(standing)) = (body, Standing::of(view)) {
        standing.mount(&body, None);
        std::mem::forget(standing);
    }
}

/// A value that follows signals. The kinds of values are compiled once each, not once a place.
pub(crate) fn derived<T: PartialEq + Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    derived_from(Box::new(value))
}

#[inline(never)]
fn derived_from<T: PartialEq + Send + Sync + 'static>(value: Box<dyn Give<T> + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| value.give())
}

/// An element with a class; an empty class is left out.
pub(crate) fn el(tag: &'static str, class: &str) -> El {
    let bare = El::new(Tag::Html(tag));
    if class.is_empty() { bare } else { bare.attr("class", class) }
}

/// A drawing.
pub(crate) fn drawing(class: &str) -> El {
    El::new(Tag::Svg("svg")).attr("class", class)
}

/// A path in a drawing.
pub(crate) fn path(class: &str, d: &str) -> El {
    El::new(Tag::Svg("path")).attr("class", class).attr("d", d)
}

/// A path that follows signals.
pub(crate) fn live_path(class: &str) -> El {
    El::new(Tag::Svg("path")).attr("class", class)
}

/// A straight line in a drawing.
pub(crate) fn straight(class: &str) -> El {
    El::new(Tag::Svg("line")).attr("class", class)
}

/// Text that stands by itself.
pub(crate) fn text(text: &str) -> Nodes {
    Nodes::Text(text.to_owned())
}

/// A view that is drawn anew whenever a signal in it changes.
pub(crate) fn live(view: impl Fn() -> Nodes + 'static) -> Nodes {
    Nodes::Live(Box::new(view))
}

/// Nothing.
pub(crate) fn nothing() -> Nodes {
    Nodes::Several(Vec::new())
}

/// Several views where one is asked for.
pub(crate) fn several(views: Vec<Nodes>) -> Nodes {
    Nodes::Several(views)
}

impl El {
    fn new(tag: Tag) -> Self {
        Self(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
    }

    #[inline(never)]
    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.0.attributes.push(Attribute { name, value });
        self
    }

    #[inline(never)]
    fn with_live(self, kind: Kind, name: &'static str, value: Given<Option<String>>) -> Self {
        self.with(name, Value::Live(kind, value))
    }

    /// Sets an attribute.
    #[inline(never)]
    pub(crate) fn attr(self, name: &'static str, value: &str) -> Self {
        self.with(name, Value::Fixed(value.to_owned()))
    }

    /// Sets an attribute where there is a value for it.
    pub(crate) fn attr_of(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets an attribute that follows signals, and takes it away where there is no value for it.
    pub(crate) fn live(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.with_live(Kind::Attribute, name, Box::new(value))
    }

    /// Sets an attribute to "true" or "false".
    pub(crate) fn state(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.with_state(Kind::Attribute, name, Box::new(is), ["false", "true"].map(Some))
    }

    /// Sets an attribute without a value while something is so.
    pub(crate) fn flag(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.with_state(Kind::Attribute, name, Box::new(is), [None, Some("")])
    }

    /// Is the one element of its group that the Tab key reaches while something is so.
    pub(crate) fn tab_stop(self, is: impl Fn() -> bool + 'static) -> Self {
        self.with_state(Kind::Attribute, "tabindex", Box::new(is), ["-1", "0"].map(Some))
    }

    #[inline(never)]
    fn with_state(self, kind: Kind, name: &'static str, is: Given<bool>, values: [Option<&'static str>; 2]) -> Self {
        self.with_live(kind, name, Box::new(move || values[usize::from(is.give())].map(str::to_owned)))
    }

    /// Has a class while something is so.
    pub(crate) fn class(self, name: &'static str, is: impl Fn() -> bool + 'static) -> Self {
        self.with_state(Kind::Class, name, Box::new(is), [None, Some("")])
    }

    /// Sets a property of its style, which needs no leave of the content security policy.
    pub(crate) fn style(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        self.with_live(Kind::Style, name, Box::new(move || Some(value())))
    }

    /// Keeps what stands in a field or a choice list as signals say.
    pub(crate) fn value(self, value: impl Fn() -> String + 'static) -> Self {
        self.with_live(Kind::Field, "value", Box::new(move || Some(value())))
    }

    /// Does something when an event happens.
    pub(crate) fn on(self, event: &'static str, then: impl FnMut(Event) + 'static) -> Self {
        self.with_handler(event, Box::new(then))
    }

    #[inline(never)]
    fn with_handler(self, event: &'static str, then: Box<dyn Handle>) -> Self {
        self.with(event, Value::Handler(then))
    }

    /// Does something when it is pressed.
    pub(crate) fn press(self, then: impl FnMut() + 'static) -> Self {
        self.with_handler("click", Box::new(Press(then)))
    }

    /// Adds text.
    pub(crate) fn text(self, words: &str) -> Self {
        self.put(text(words))
    }

    /// Adds text that follows signals.
    pub(crate) fn live_text(self, words: impl Fn() -> String + 'static) -> Self {
        self.put(Nodes::LiveText(Box::new(words)))
    }

    /// Adds an element.
    #[inline(never)]
    pub(crate) fn child(self, child: Self) -> Self {
        self.put(child.view())
    }

    /// Adds a view.
    #[inline(never)]
    pub(crate) fn put(mut self, child: Nodes) -> Self {
        self.0.children.push(child);
        self
    }

    /// Adds elements: those of a list, or the one that there may be.
    pub(crate) fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// The finished view.
    pub(crate) fn view(self) -> Nodes {
        Nodes::Element(self)
    }
}
