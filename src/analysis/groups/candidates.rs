//! The filters that there are, in the order in which they are offered.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::{Response, Side, Values};

use super::Filter;

/// What filters see of a response: many responses are alike to them.
type Kind<'a> = (Option<&'a str>, &'a BTreeMap<String, Values>);

/// The kinds of responses that there are, each with a number and its employees.
#[derive(Default)]
pub(super) struct Kinds<'a> {
    known: BTreeMap<Kind<'a>, u32>,
    employees: Vec<usize>,
}

impl<'a> Kinds<'a> {
    /// Takes a response in, and returns the number of its kind.
    pub fn add(&mut self, response: &'a Response) -> u32 {
        let next = super::count(self.employees.len());
        let kind = *self.known.entry((response.wave.as_deref(), &response.segments)).or_insert(next);
        if kind == next {
            self.employees.push(0);
        }
        self.employees[kind as usize] += usize::from(response.side == Side::Employee);
        kind
    }

    /// Filters of at most one wave and at most one segment. Every one that holds a response, clients' included:
    /// everybody, the waves by name, the segments attribute by attribute, the larger first, and in the same order each
    /// of them in each wave. Those of an attribute of several values overlap, as waves do where people come again.
    pub fn candidates(&self) -> Vec<Filter> {
        let mut sizes: BTreeMap<Filter, usize> = BTreeMap::from([(Filter::default(), 0)]);
        for (kind, number) in &self.known {
            for filter in around(*kind) {
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

    /// By kind, the places of the filters that hold its responses, ascending.
    pub fn held(&self, filters: &[Filter]) -> Vec<Vec<u32>> {
        let places: BTreeMap<&Filter, u32> = filters.iter().zip(0..).collect();
        let mut held = vec![Vec::new(); self.employees.len()];
        for (kind, number) in &self.known {
            let of_kind = &mut held[*number as usize];
            of_kind.extend(around(*kind).filter_map(|filter| places.get(&filter).copied()));
            of_kind.sort_unstable();
        }
        held
    }
}

/// The filters that hold a response, everybody first.
fn around((wave, segments): Kind<'_>) -> impl Iterator<Item = Filter> {
    std::iter::once(None).chain(wave.map(Some)).flat_map(move |wave| {
        let segments = segments
            .iter()
            .flat_map(|(name, values)| values.all().iter().map(|value| Some((name.clone(), value.clone()))));
        let wave = wave.map(str::to_owned);
        std::iter::once(None).chain(segments).map(move |segment| Filter { wave: wave.clone(), segment })
    })
}
