//! The address of what is on the desk: what stands in the fragment, as `view=table&q=deaths&find=court`.

use crate::comparing::Relation;

use super::filter::Filter;
use crate::reading::text::percent::{decoded, encoded};
use crate::teaching::lesson::{Lesson, Taught};
use crate::teaching::pupil::MOST_TOPICS;

/// A way to look at the collection.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum View {
    /// The texts beside each other.
    #[default]
    Read,
    /// One row a quantity, one column a text.
    Table,
    /// What the figures are about, when they were counted, when they were printed.
    Timeline,
}

impl View {
    /// Every view.
    pub const ALL: [Self; 3] = [Self::Read, Self::Table, Self::Timeline];

    /// Its name in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Table => "table",
            Self::Timeline => "timeline",
        }
    }
}

/// The order of the rows of the table.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Sort {
    /// The widest gap first.
    #[default]
    Gap,
    /// By name.
    Name,
    /// What the text with this letter speaks of first.
    Source(String),
}

/// What is on the desk. Values are those of the address, whether or not the collection knows them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Address {
    /// The view.
    pub view: View,
    /// The name of the chosen quantity.
    pub quantity: Option<String>,
    /// Which quantities are listed.
    pub filter: Filter,
    /// The order of the table.
    pub sort: Sort,
    /// The quantities of a lesson.
    pub lesson: Lesson,
    /// The number of the place where a class stands, while there is a lesson on the screen.
    pub step: Option<usize>,
    /// The outlets are masked until the class has given its word.
    pub is_masked: bool,
    /// The quantities that pupils are asked for, where this is a link to a pupil's copy.
    pub pupil: Vec<String>,
    /// The one text of a group of pupils.
    pub only: Option<String>,
    /// How the columns are arranged, as [`columns`](super::columns()) reads it; empty at rest.
    pub columns: String,
    /// Something in the address was not understood; the rest was.
    pub is_odd: bool,
}

const SOURCE: &str = "text.";

impl Address {
    /// Reads a fragment without its "#". Any text gives an address.
    pub fn read(fragment: &str) -> Self {
        let mut address = Self::default();
        for part in fragment.split('&').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let understood = match key {
                "columns" => {
                    value.clone_into(&mut address.columns);
                    true
                }
                _ => address.take(key, decoded(value)),
            };
            address.is_odd |= !understood;
        }
        address
    }

    fn take(&mut self, key: &str, value: String) -> bool {
        match key {
            "view" => View::ALL.into_iter().find(|view| view.code() == value).map(|view| self.view = view).is_some(),
            "q" => put(&mut self.quantity, Some(value)),
            "relation" => {
                self.filter.relation = Relation::ALL.into_iter().find(|relation| relation.code() == value);
                self.filter.relation.is_some()
            }
            "of" => put(&mut self.filter.of, value),
            "find" => put(&mut self.filter.find, value),
            "sort" => {
                let source = value.strip_prefix(SOURCE);
                self.sort = source.map_or(Sort::Name, |letter| Sort::Source(letter.to_owned()));
                source.is_some() || value == "name"
            }
            "lesson" if self.lesson.quantities.len() < Lesson::LONGEST => {
                let taught = Taught::read(&value);
                let is_new = self.lesson.position(&taught.quantity).is_none();
                if is_new {
                    self.lesson.quantities.push(taught);
                }
                is_new
            }
            "step" => {
                self.step = value.parse().ok();
                self.step.is_some()
            }
            "pupil" if self.pupil.len() < MOST_TOPICS => {
                self.pupil.push(value);
                true
            }
            "only" => put(&mut self.only, Some(value)),
            "mask" => {
                self.is_masked = true;
                value == "outlets"
            }
            _ => false,
        }
    }

    /// The fragment without its "#"; empty for the texts at rest.
    pub fn write(&self) -> String {
        let mut parts = Vec::new();
        let mut put = |key: &str, value: &str| parts.push([key, "=", &encoded(value)].concat());
        if self.view != View::Read {
            put("view", self.view.code());
        }
        if let Some(quantity) = &self.quantity {
            put("q", quantity);
        }
        if let Some(relation) = self.filter.relation {
            put("relation", relation.code());
        }
        if !self.filter.of.is_empty() {
            put("of", &self.filter.of);
        }
        if !self.filter.find.is_empty() {
            put("find", &self.filter.find);
        }
        match &self.sort {
            Sort::Gap => {}
            Sort::Name => put("sort", "name"),
            Sort::Source(letter) => put("sort", &[SOURCE, letter].concat()),
        }
        for taught in &self.lesson.quantities {
            put("lesson", &taught.write());
        }
        if let Some(step) = self.step {
            put("step", &step.to_string());
        }
        if self.is_masked {
            put("mask", "outlets");
        }
        for topic in &self.pupil {
            put("pupil", topic);
        }
        if let Some(only) = &self.only {
            put("only", only);
        }
        if !self.columns.is_empty() {
            parts.push(["columns=", &self.columns].concat());
        }
        parts.join("&")
    }
}

/// Takes what any value can be.
fn put<T>(place: &mut T, value: T) -> bool {
    *place = value;
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_texts_at_rest_have_no_address() {
        assert_eq!(Address::default().write(), "");
        assert_eq!(Address::read(""), Address::default());
    }

    #[test]
    fn a_choice_alone_is_short() {
        let address = Address { quantity: Some("deaths-in-the-protests".to_owned()), ..Address::default() };
        assert_eq!(address.write(), "q=deaths-in-the-protests");
    }

    #[test]
    fn what_is_not_understood_is_noted_and_the_rest_read() {
        for fragment in ["#", "q", "view=attic", "relation=war", "sort=", "constructor", "q=a&&x=%00"] {
            let address = Address::read(fragment);
            assert_eq!(address.is_odd, fragment != "q", "{fragment}");
        }
        let address = Address::read("view=table&nonsense&q=a%20b&q=%E0%A4%A&find=%F0%9F%97%B3");
        assert_eq!((address.view, address.is_odd), (View::Table, true));
        assert_eq!(address.quantity.as_deref(), Some("\u{fffd}%A"));
        assert_eq!(address.filter.find, "🗳");
    }

    proptest! {
        #[test]
        fn every_address_reads_as_it_was_written(
            view in 0..3usize, quantity in prop::option::of("\\PC*"), relation in prop::option::of(0..7usize),
            of in "\\PC*", find in "\\PC*", sort in prop::option::of("\\PC*"), columns in "[A-F~,%0-9-]*",
            taught in prop::collection::vec("\\PC*", 0..7), step in prop::option::of(0..99usize), is_masked: bool,
            pupil in prop::collection::vec("\\PC*", 0..4), only in prop::option::of("\\PC*"),
        ) {
            let mut lesson = Lesson::default();
            for quantity in &taught {
                lesson.put(quantity, 0);
            }
            let address = Address {
                view: View::ALL[view],
                quantity,
                filter: Filter { relation: relation.map(|i| Relation::ALL[i]), of, find },
                sort: sort.map_or(Sort::Name, Sort::Source),
                lesson,
                step,
                is_masked,
                pupil,
                only,
                columns,
                is_odd: false,
            };
            prop_assert_eq!(Address::read(&address.write()), address);
        }

        #[test]
        fn any_fragment_can_be_read(fragment in "\\PC*") {
            let address = Address::read(&fragment);
            prop_assert_eq!(Address::read(&address.write()), Address { is_odd: false, ..address });
        }
    }
}
