//! The shelf: the collections on the device, what is taken from it, and how that comes back.

use countercheck::collection::Article;
use countercheck::intake::source::next_id;
use countercheck::trouble::Trouble;
use countercheck::words::Key;
use leptos::prelude::*;

use super::Desk;
use super::work::{Status, pristine};
use crate::browser::{self, store};

/// A collection on the shelf.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Item {
    pub(crate) id: String,
    pub(crate) title: String,
}

/// What was taken away last and can be had back.
#[derive(Clone, Debug)]
pub(crate) enum Removed {
    Text(usize, Article),
    Collection(usize, Item, String),
}

/// The collections on the device: their names and titles, one a line.
pub(super) fn listed() -> Vec<Item> {
    let stored = browser::stored("shelf").unwrap_or_default();
    let item = |(id, title): (&str, &str)| Item { id: id.to_owned(), title: title.to_owned() };
    stored.lines().filter_map(|line| line.split_once('\t')).map(item).collect()
}

fn write_shelf(items: &[Item]) {
    let lines = items.iter().map(|item| [&item.id, "\t", &item.title, "\n"].concat());
    let _ = store::put("shelf", &lines.collect::<String>());
}

impl Desk {
    pub(super) fn put_on_shelf(self, item: Item) {
        let mut items = listed();
        match items.iter_mut().find(|other| other.id == item.id) {
            Some(other) => *other = item,
            None => items.push(item),
        }
        self.set_shelf(items);
    }

    fn set_shelf(self, items: Vec<Item>) {
        write_shelf(&items);
        if self.work.shelf.get_untracked() != items {
            self.work.shelf.set(items);
        }
    }

    /// Takes a collection from the shelf; it can be had back until something else is removed.
    pub(crate) fn delete_work(self, id: &str) {
        self.keep_now();
        let mut items = listed();
        let Some(place) = items.iter().position(|item| item.id == id) else { return };
        let item = items.remove(place);
        let kept = browser::stored(&store::work_name(id)).unwrap_or_default();
        store::forget(&store::work_name(id));
        self.set_shelf(items);
        self.work.removed.set(Some(Removed::Collection(place, item, kept)));
        if self.work.id.get_untracked() == id {
            store::set_revision("");
            self.take_up(&store::token(), pristine().saved, Status::Untouched);
        }
    }

    /// Moves a collection on the shelf by one place.
    pub(crate) fn move_work(self, id: &str, forth: bool) {
        let mut items = listed();
        let Some(place) = items.iter().position(|item| item.id == id) else { return };
        let to = if forth { place + 1 } else { place.wrapping_sub(1) };
        if to < items.len() {
            items.swap(place, to);
            self.set_shelf(items);
        }
    }

    /// Puts back what was removed last.
    pub(crate) fn put_back(self) {
        match self.work.removed.try_update(Option::take).flatten() {
            Some(Removed::Text(place, mut article)) => self.change(|saved| {
                let articles = &mut saved.collection.articles;
                let taken: Vec<&str> = articles.iter().map(|other| other.id.as_str()).collect();
                if taken.contains(&article.id.as_str()) {
                    article.id = next_id(&taken);
                }
                articles.insert(place.min(articles.len()), article);
            }),
            Some(Removed::Collection(place, item, kept)) => {
                if store::put(&store::work_name(&item.id), &kept).is_err() {
                    self.work.removed.set(Some(Removed::Collection(place, item, kept)));
                    return self.work.troubles.set(vec![Trouble::new(Key::NotKeptFull)]);
                }
                let mut items = listed();
                items.insert(place.min(items.len()), item);
                self.set_shelf(items);
            }
            None => {}
        }
    }
}
