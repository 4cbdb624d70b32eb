//! How many employees are in which filters, and cite what there.

use std::collections::BTreeMap;

/// The filters that a person is in, by their places, ascending.
pub(super) type Signature = Vec<u32>;

/// How many people there are of each signature; those without any filter are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sizes(pub BTreeMap<Signature, u32>);

/// The employees who cite a moment, by the filters under which they count for its figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Citing {
    /// Where they cite it.
    pub cited: Sizes,
    /// Where they cite it with a valence.
    pub valued: Sizes,
    /// Where they cite it, and answered the closed question that is read in any response.
    pub rated: Sizes,
}

/// Something that a person did in a response.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Deed {
    pub person: u32,
    /// Of the response.
    pub kind: u32,
    /// Whether a valence came with it.
    pub valued: bool,
}

impl Sizes {
    /// Of the people behind these deeds; `held` has the filters by kind of response.
    pub fn new(deeds: &mut Vec<Deed>, held: &[Signature]) -> Self {
        let mut sizes = Self::default();
        for person in by_person(deeds) {
            sizes.add(union(person, held));
        }
        sizes
    }

    fn add(&mut self, signature: Signature) {
        if !signature.is_empty() {
            *self.0.entry(signature).or_default() += 1;
        }
    }

    /// The same, among the filters of these places alone, which get new places in that order.
    pub fn among(&self, places: &BTreeMap<u32, u32>) -> Self {
        let mut sizes = Self::default();
        for (signature, size) in &self.0 {
            let kept: Signature = signature.iter().filter_map(|place| places.get(place).copied()).collect();
            if !kept.is_empty() {
                *sizes.0.entry(kept).or_default() += size;
            }
        }
        sizes
    }
}

impl Citing {
    /// Of the people behind these mentions of a moment; `rated` has, ascending by person, who gave a rating in which
    /// kind of response.
    pub fn new(mentions: &mut Vec<Deed>, rated: &[Deed], held: &[Signature]) -> Self {
        let mut citing = Self::default();
        for same in by_person(mentions) {
            let cited = union(same, held);
            let valued: Vec<Deed> = same.iter().copied().filter(|deed| deed.valued).collect();
            citing.valued.add(union(&valued, held));
            let first = rated.partition_point(|deed| deed.person < same[0].person);
            let last = rated.partition_point(|deed| deed.person <= same[0].person);
            let rated = union(&rated[first..last], held);
            citing
                .rated
                .add(cited.iter().copied().filter(|place| rated.binary_search(place).is_ok()).collect());
            citing.cited.add(cited);
        }
        citing
    }

    /// As [`Sizes::among`].
    pub fn among(&self, places: &BTreeMap<u32, u32>) -> Self {
        let [cited, valued, rated] =
            [&self.cited, &self.valued, &self.rated].map(|sizes| sizes.among(places));
        Self { cited, valued, rated }
    }
}

fn by_person(deeds: &mut Vec<Deed>) -> impl Iterator<Item = &[Deed]> {
    deeds.sort_unstable();
    deeds.dedup();
    deeds.chunk_by(|a, b| a.person == b.person)
}

/// The filters that hold any of these.
fn union(deeds: &[Deed], held: &[Signature]) -> Signature {
    match deeds {
        [] => Signature::new(),
        [deed] => held[deed.kind as usize].clone(),
        several => {
            let mut all: Signature =
                several.iter().flat_map(|deed| &held[deed.kind as usize]).copied().collect();
            all.sort_unstable();
            all.dedup();
            all
        }
    }
}
