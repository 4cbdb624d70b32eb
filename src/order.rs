//! Sorting a short list, compiled once: each sort of a slice of another type costs the first load about four kilobytes before
//! compression.

use std::cmp::Ordering;

/// The places from 0 to below `length` in that order; places that compare as equal keep theirs.
///
/// ```
/// let sizes = [3, 1, 2, 1];
/// assert_eq!(reflet::order::order(4, &mut |a, b| sizes[a].cmp(&sizes[b])), [1, 3, 2, 0]);
/// ```
pub fn order(length: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// The items of a list in that order; items that compare as equal keep theirs.
///
/// ```
/// assert_eq!(reflet::order::sorted(vec![3, 1, 2], |a, b| a.cmp(b)), [1, 2, 3]);
/// ```
pub fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = order(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| items[place].take()).collect()
}
