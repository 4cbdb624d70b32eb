//! Employees grouped by the filters that they contribute to.

use std::collections::BTreeMap;

/// The filters that a person contributes to, by their indices, ascending.
pub(super) type Signature = Vec<u32>;

/// People grouped by signature, with the size of each group; those without any filter are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Atoms(pub BTreeMap<Signature, u32>);

/// The employees who contribute to the figures of a moment, by the filters under which they do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Contributors {
    /// Where they cite the moment.
    pub cited: Atoms,
    /// Where they cite it with a valence.
    pub valued: Atoms,
    /// Where they cite it, and answered the closed question that is read in any response.
    pub rated: Atoms,
}

/// A fact about a person in one response: a coded verbatim, a citation of a moment, or a rating.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Contribution {
    pub person: u32,
    /// The number of the response's combination of wave and segments.
    pub combination: u32,
    /// Whether it has a valence.
    pub valued: bool,
}

impl Atoms {
    /// Groups the people of these contributions; `filters_of` has the signature of each combination.
    pub fn new(contributions: &mut Vec<Contribution>, filters_of: &[Signature]) -> Self {
        let mut atoms = Self::default();
        for person in by_person(contributions) {
            atoms.add(union(person, filters_of));
        }
        atoms
    }

    fn add(&mut self, signature: Signature) {
        if !signature.is_empty() {
            *self.0.entry(signature).or_default() += 1;
        }
    }

    /// The same groups under some of the filters alone; `places` maps their old indices to new ones, in the same order.
    pub fn restricted_to(&self, places: &BTreeMap<u32, u32>) -> Self {
        let mut atoms = Self::default();
        for (signature, size) in &self.0 {
            let kept: Signature = signature.iter().filter_map(|place| places.get(place).copied()).collect();
            if !kept.is_empty() {
                *atoms.0.entry(kept).or_default() += size;
            }
        }
        atoms
    }
}

impl Contributors {
    /// Groups the people who cite a moment; `rated` has the contributions to the closed question that is read, ascending
    /// by person.
    pub fn new(mentions: &mut Vec<Contribution>, rated: &[Contribution], filters_of: &[Signature]) -> Self {
        let mut found = Self::default();
        for same in by_person(mentions) {
            let cited = union(same, filters_of);
            let valued: Vec<Contribution> =
                same.iter().copied().filter(|contribution| contribution.valued).collect();
            found.valued.add(union(&valued, filters_of));
            let first = rated.partition_point(|contribution| contribution.person < same[0].person);
            let last = rated.partition_point(|contribution| contribution.person <= same[0].person);
            let rated = union(&rated[first..last], filters_of);
            found
                .rated
                .add(cited.iter().copied().filter(|place| rated.binary_search(place).is_ok()).collect());
            found.cited.add(cited);
        }
        found
    }

    /// As [`Atoms::restricted_to`].
    pub fn restricted_to(&self, places: &BTreeMap<u32, u32>) -> Self {
        let [cited, valued, rated] =
            [&self.cited, &self.valued, &self.rated].map(|atoms| atoms.restricted_to(places));
        Self { cited, valued, rated }
    }
}

fn by_person(contributions: &mut Vec<Contribution>) -> impl Iterator<Item = &[Contribution]> {
    contributions.sort_unstable();
    contributions.dedup();
    contributions.chunk_by(|a, b| a.person == b.person)
}

/// The filters that hold any of these contributions.
fn union(contributions: &[Contribution], filters_of: &[Signature]) -> Signature {
    match contributions {
        [] => Signature::new(),
        [contribution] => filters_of[contribution.combination as usize].clone(),
        several => {
            let mut all: Signature = several
                .iter()
                .flat_map(|contribution| &filters_of[contribution.combination as usize])
                .copied()
                .collect();
            all.sort_unstable();
            all.dedup();
            all
        }
    }
}
