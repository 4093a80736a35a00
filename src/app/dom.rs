//! Elements by hand: Leptos's own, with their types erased at once.
//!
//! A view written with `view!` is compiled once for every shape of its tree; in this page that came to twice the
//! WebAssembly of everything else together. Here every element has one and the same type, and what is compiled is
//! the description: its tag, its attributes, its children.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::svg;
use leptos::tachys::html::class::class;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::tachys::html::style::style;
use leptos::tachys::view::iterators::StaticVec;
use web_sys::Event;

/// An element that is being described. One word wide: a description is handed on from call to call.
pub(crate) struct El(Box<Parts>);

struct Parts {
    tag: Tag,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

enum Tag {
    Html(&'static str),
    Svg,
    Path,
    Line,
}

type Value<T> = Box<dyn Fn() -> T + Send>;

/// A value that follows signals. The kinds of values are compiled once each, not once a place.
pub(crate) fn derived<T: PartialEq + Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    derived_from(Box::new(value))
}

#[inline(never)]
fn derived_from<T: PartialEq + Send + Sync + 'static>(value: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| value())
}

/// An element with a class; an empty class is left out.
pub(crate) fn el(tag: &'static str, class: &str) -> El {
    let bare = El::new(Tag::Html(tag));
    if class.is_empty() { bare } else { bare.attr("class", class) }
}

/// A drawing.
pub(crate) fn drawing(class: &str) -> El {
    El::new(Tag::Svg).attr("class", class)
}

/// A path in a drawing.
pub(crate) fn path(class: &str, d: &str) -> El {
    El::new(Tag::Path).attr("class", class).attr("d", d)
}

/// A path that follows signals.
pub(crate) fn live_path(class: &str) -> El {
    El::new(Tag::Path).attr("class", class)
}

/// A straight line in a drawing.
pub(crate) fn straight(class: &str) -> El {
    El::new(Tag::Line).attr("class", class)
}

/// Text that stands by itself.
pub(crate) fn text(text: &str) -> AnyView {
    text.to_owned().into_any()
}

/// A view that is drawn anew whenever a signal in it changes.
pub(crate) fn live(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let view: Value<AnyView> = Box::new(view);
    view.into_any()
}

/// Nothing.
pub(crate) fn nothing() -> AnyView {
    ().into_any()
}

/// Several views where one is asked for.
pub(crate) fn several(views: Vec<AnyView>) -> AnyView {
    StaticVec::from(views).into_any()
}

impl El {
    fn new(tag: Tag) -> Self {
        Self(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    #[inline(never)]
    fn with_value(self, name: &'static str, value: Value<Option<String>>) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// Sets an attribute.
    #[inline(never)]
    pub(crate) fn attr(self, name: &'static str, value: &str) -> Self {
        self.with(custom_attribute(name, value.to_owned()).into_any_attr())
    }

    /// Sets an attribute where there is a value for it.
    pub(crate) fn attr_of(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets an attribute that follows signals, and takes it away where there is no value for it.
    pub(crate) fn live(self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.with_value(name, Box::new(value))
    }

    /// Sets an attribute to "true" or "false".
    pub(crate) fn state(self, name: &'static str, is: impl Fn() -> bool + Send + 'static) -> Self {
        self.with_state(name, Box::new(is), ["false", "true"].map(Some))
    }

    /// Sets an attribute without a value while something is so.
    pub(crate) fn flag(self, name: &'static str, is: impl Fn() -> bool + Send + 'static) -> Self {
        self.with_state(name, Box::new(is), [None, Some("")])
    }

    /// Is the one element of its group that the Tab key reaches while something is so.
    pub(crate) fn tab_stop(self, is: impl Fn() -> bool + Send + 'static) -> Self {
        self.with_state("tabindex", Box::new(is), ["-1", "0"].map(Some))
    }

    #[inline(never)]
    fn with_state(self, name: &'static str, is: Value<bool>, values: [Option<&'static str>; 2]) -> Self {
        self.with_value(name, Box::new(move || values[usize::from(is())].map(str::to_owned)))
    }

    /// Has a class while something is so.
    pub(crate) fn class(self, name: &'static str, is: impl Fn() -> bool + Send + 'static) -> Self {
        self.with_class(name, Box::new(is))
    }

    #[inline(never)]
    fn with_class(self, name: &'static str, is: Value<bool>) -> Self {
        self.with(class((name, is)).into_any_attr())
    }

    /// Sets a property of its style, which needs no leave of the content security policy.
    pub(crate) fn style(self, name: &'static str, value: impl Fn() -> String + Send + 'static) -> Self {
        let value: Value<String> = Box::new(value);
        self.with(style((name, value)).into_any_attr())
    }

    /// Keeps what stands in a field or a choice list as signals say.
    pub(crate) fn value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        let value: Value<String> = Box::new(value);
        self.with(prop("value", value).into_any_attr())
    }

    /// Does something when an event happens.
    pub(crate) fn on(self, event: &'static str, then: impl FnMut(Event) + 'static) -> Self {
        self.with_handler(event, Box::new(then))
    }

    #[inline(never)]
    fn with_handler(self, event: &'static str, then: Box<dyn FnMut(Event)>) -> Self {
        self.with(on(ev::Custom::new(event), then).into_any_attr())
    }

    /// Does something when it is pressed.
    pub(crate) fn press(self, mut then: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| then())
    }

    /// Adds text.
    pub(crate) fn text(self, words: &str) -> Self {
        self.put(text(words))
    }

    /// Adds text that follows signals.
    pub(crate) fn live_text(self, words: impl Fn() -> String + Send + 'static) -> Self {
        let words: Value<String> = Box::new(words);
        self.put(words.into_any())
    }

    /// Adds an element.
    #[inline(never)]
    pub(crate) fn child(self, child: Self) -> Self {
        self.put(child.view())
    }

    /// Adds a view.
    #[inline(never)]
    pub(crate) fn put(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }

    /// Adds elements: those of a list, or the one that there may be.
    pub(crate) fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// The finished view.
    #[inline(never)]
    pub(crate) fn view(self) -> AnyView {
        let Parts { tag, attributes, children } = *self.0;
        let children = StaticVec::from(children);
        match tag {
            Tag::Html(tag) => html::custom(tag).add_any_attr(attributes).child(children).into_any(),
            Tag::Svg => svg::svg().add_any_attr(attributes).child(children).into_any(),
            Tag::Path => svg::path().add_any_attr(attributes).into_any(),
            Tag::Line => svg::line().add_any_attr(attributes).into_any(),
        }
    }
}
