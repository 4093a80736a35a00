//! Sorting. The standard library's sort is compiled anew for every type it sorts, some five kilobytes each; here it
//! is compiled once, for places.

use std::cmp::Ordering;

/// The items in order; equal ones keep theirs.
pub fn ordered<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = places(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut slots: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| slots[place].take()).collect()
}

fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Puts an item into a sorted list unless it is there.
pub fn insert<T: Ord>(list: &mut Vec<T>, item: T) {
    insert_new(list, item);
}

/// The same; tells whether it was not there.
pub fn insert_new<T: Ord>(list: &mut Vec<T>, item: T) -> bool {
    let place = list.binary_search(&item).err();
    if let Some(place) = place {
        list.insert(place, item);
    }
    place.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_come_in_order_and_equal_ones_stay() {
        let items = vec![("b", 1), ("a", 1), ("c", 0)];
        assert_eq!(ordered(items, |x, y| x.1.cmp(&y.1)), [("c", 0), ("b", 1), ("a", 1)]);
    }

    #[test]
    fn a_list_holds_each_item_once() {
        let mut list = Vec::new();
        for item in [3, 1, 2, 3, 1] {
            insert(&mut list, item);
        }
        assert_eq!(list, [1, 2, 3]);
    }
}
