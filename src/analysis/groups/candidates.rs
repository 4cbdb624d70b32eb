//! All filters that hold a response, in the order in which they are offered.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::{Response, Side, Values};

use super::Filter;

/// The wave and the segments of a response: all that a filter reads, and the same for many responses.
type Combination<'a> = (Option<&'a str>, &'a BTreeMap<String, Values>);

/// The combinations that occur, numbered from 0, each with its number of employees' responses.
#[derive(Default)]
pub(super) struct Combinations<'a> {
    numbers: BTreeMap<Combination<'a>, u32>,
    employees: Vec<usize>,
}

impl<'a> Combinations<'a> {
    /// Counts a response, and returns the number of its combination.
    pub fn add(&mut self, response: &'a Response) -> u32 {
        let next = super::count(self.employees.len());
        let combination = *self.numbers.entry((response.wave.as_deref(), &response.segments)).or_insert(next);
        if combination == next {
            self.employees.push(0);
        }
        self.employees[combination as usize] += usize::from(response.side == Side::Employee);
        combination
    }

    /// Every filter of at most one wave and at most one segment that holds a response, clients' included. In order: all
    /// responses; the waves by name; the segments, attribute by attribute, those with more employees' responses first;
    /// each segment in each wave, in the same order. Segments overlap where an answer has several values of an
    /// attribute, and waves where people answer again.
    pub fn candidates(&self) -> Vec<Filter> {
        let mut sizes: BTreeMap<Filter, usize> = BTreeMap::from([(Filter::default(), 0)]);
        for (combination, number) in &self.numbers {
            for filter in filters_of(*combination) {
                *sizes.entry(filter).or_default() += self.employees[*number as usize];
            }
        }
        let mut filters: Vec<Filter> = sizes.keys().cloned().collect();
        filters.sort_by_cached_key(|filter| {
            let whole = Filter { wave: None, segment: filter.segment.clone() };
            let attribute = filter.segment.as_ref().map(|(attribute, _)| attribute.clone());
            let size = attribute.as_ref().and_then(|_| sizes.get(&whole)).copied().unwrap_or_default();
            let both = filter.wave.is_some() && attribute.is_some();
            (both, attribute, Reverse(size), filter.segment.clone(), filter.wave.clone())
        });
        filters
    }

    /// Per combination, the indices of the filters that hold its responses, ascending.
    pub fn filters_of_each(&self, filters: &[Filter]) -> Vec<Vec<u32>> {
        let indices: BTreeMap<&Filter, u32> = filters.iter().zip(0..).collect();
        let mut found = vec![Vec::new(); self.employees.len()];
        for (combination, number) in &self.numbers {
            let indices_of_one = &mut found[*number as usize];
            indices_of_one
                .extend(filters_of(*combination).filter_map(|filter| indices.get(&filter).copied()));
            indices_of_one.sort_unstable();
        }
        found
    }
}

/// The filters that hold the responses of a combination, the one of all responses first.
fn filters_of((wave, segments): Combination<'_>) -> impl Iterator<Item = Filter> {
    std::iter::once(None).chain(wave.map(Some)).flat_map(move |wave| {
        let segments = segments
            .iter()
            .flat_map(|(name, values)| values.all().iter().map(|value| Some((name.clone(), value.clone()))));
        let wave = wave.map(str::to_owned);
        std::iter::once(None).chain(segments).map(move |segment| Filter { wave: wave.clone(), segment })
    })
}
