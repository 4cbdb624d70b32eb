//! The filters that there are, in the order in which they are offered.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::{Project, Response, Side};

use super::Filter;

/// What filters see of a response: many responses are alike to them.
type Kind<'a> = (Option<&'a str>, &'a BTreeMap<String, String>);

/// Filters of at most one wave and at most one segment, and which of them hold a response.
pub(super) struct Candidates<'a> {
    /// In order.
    pub filters: Vec<Filter>,
    /// By kind of response, the places of the filters that hold it.
    held: BTreeMap<Kind<'a>, Vec<u32>>,
}

impl<'a> Candidates<'a> {
    /// Every filter that holds a response, clients' included: everybody, the waves by name, the segments attribute by
    /// attribute, the larger first, and in the same order each of them in each wave.
    pub fn new(project: &'a Project) -> Self {
        let mut kinds: BTreeMap<Kind<'_>, usize> = BTreeMap::new();
        for response in project.responses.values() {
            *kinds.entry(kind(response)).or_default() += usize::from(response.side == Side::Employee);
        }
        let mut sizes: BTreeMap<Filter, usize> = BTreeMap::from([(Filter::default(), 0)]);
        for (kind, employees) in &kinds {
            for filter in around(*kind) {
                *sizes.entry(filter).or_default() += employees;
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
        Self::of(project, filters)
    }

    /// Those alone.
    pub fn of(project: &'a Project, filters: Vec<Filter>) -> Self {
        let places: BTreeMap<&Filter, u32> = filters.iter().zip(0..).collect();
        let mut held = BTreeMap::new();
        for response in project.responses.values() {
            let places =
                || around(kind(response)).filter_map(|filter| places.get(&filter).copied()).collect();
            held.entry(kind(response)).or_insert_with(places);
        }
        Self { filters, held }
    }

    /// The places of those that hold a response of the project.
    pub fn holding(&self, response: &'a Response) -> &[u32] {
        self.held.get(&kind(response)).map_or(&[], Vec::as_slice)
    }
}

fn kind(response: &Response) -> Kind<'_> {
    (response.wave.as_deref(), &response.segments)
}

/// The filters that hold a response, everybody first.
fn around((wave, segments): Kind<'_>) -> impl Iterator<Item = Filter> {
    std::iter::once(None).chain(wave.map(Some)).flat_map(move |wave| {
        let segments = segments.iter().map(|(name, value)| Some((name.clone(), value.clone())));
        let wave = wave.map(str::to_owned);
        std::iter::once(None).chain(segments).map(move |segment| Filter { wave: wave.clone(), segment })
    })
}
