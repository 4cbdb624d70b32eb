//! Small groups of employees: which filters are offered, and what is told of a moment under each.
//!
//! Whoever holds every export of a project, under every offered filter, learns nothing of fewer employees than
//! [`Settings::small_group`](crate::model::Settings::small_group) by sums and differences: neither of all employees of a
//! filter, nor of those who cite a moment, gave it a valence, or cite it and gave a rating. What is told is chosen
//! greedily in one fixed order, so that everybody is told before parts are, and the same project always tells the same.
//!
//! Nobody is told too: a moment that no employee of a filter cites says so. Safety is judged over the people that there
//! are, which is what the zeros tell at most, so they give nothing away.
//!
//! What this does not cover: bounds (a share of 100 % says the same of each person), guesses from what somebody knows
//! already, and exports of other states of the project, of which one may be the difference of another.

mod candidates;
mod mask;
mod people;
mod planning;
mod span;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::{MomentId, Project};

use super::{Filter, Masked, units::count};
use people::{Citing, Signature, Sizes};
use span::Published;

pub use mask::protect;
pub use planning::Planning;

/// Steps that choosing the filters may take: far more than 60 of them and 50,000 employees need.
const EFFORT_OF_FILTERS: u64 = 1 << 28;
/// Steps that choosing the cells of one moment may take.
const EFFORT_OF_MOMENT: u64 = 1 << 23;

/// Which filters may be chosen where results leave the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    filters: Vec<Filter>,
    /// As in [`Project::waves`]: filters are chosen in an order that no user can change, and listed in this one.
    waves: Vec<String>,
    refused: BTreeMap<Filter, Masked>,
    /// The employees who cite each moment, by the filters above; empty where small groups are not protected.
    moments: BTreeMap<MomentId, Citing>,
}

impl Plan {
    /// The filters of a project; all that hold a response, where small groups are not protected.
    ///
    /// An offered filter holds no employee, or enough, and so does what is left without it. Nothing that the offered ones
    /// together tell of employees touches fewer: of stores with 20, 20 and 3 employees only the first is offered beside
    /// everybody, for the second would leave the third. Values that one person can have together overlap: who is in
    /// both, or in one alone, is not told of either where they are few. A filter that holds clients alone is offered.
    pub fn new(project: &Project) -> Self {
        let mut planning = Planning::new(project);
        loop {
            if let Some(plan) = planning.step() {
                return plan;
            }
        }
    }

    /// Those offered, in order. Everybody comes first, unless all employees together are too few.
    pub fn filters(&self) -> &[Filter] {
        &self.filters
    }

    /// Whether that one is offered. One that holds no response is not, and need not be.
    pub fn offers(&self, filter: &Filter) -> bool {
        self.filters.contains(filter)
    }

    /// The filters that hold responses and are not offered, in order.
    pub fn refused(&self) -> impl Iterator<Item = &Filter> {
        self.refused.keys().filter(|filter| **filter != Filter::default())
    }

    /// Where the wave of a filter comes among the waves of the project; before all for one of no wave.
    pub fn place(&self, filter: &Filter) -> Option<usize> {
        self.waves.iter().position(|wave| filter.wave.as_ref() == Some(wave))
    }

    /// Why nothing is told of the employees of that filter.
    fn masks(&self, filter: &Filter) -> Option<Masked> {
        self.refused.get(filter).copied()
    }
}

fn threshold(project: &Project) -> u32 {
    project.settings.small_group.get()
}

/// Of each of that many filters, in order, whether its people are told of.
fn decide(people: &Sizes, filters: usize, threshold: u32, effort: u64) -> Vec<Result<(), Masked>> {
    decide_beside(&vec![Ok(()); filters], people, threshold, effort)
}

/// The same where some filters are masked already: they stay so, and nothing else may give them away.
fn decide_beside(
    masks: &[Result<(), Masked>],
    people: &Sizes,
    threshold: u32,
    effort: u64,
) -> Vec<Result<(), Masked>> {
    let mut suppression = Suppression::new(masks, people, threshold, effort);
    masks.iter().enumerate().map(|(place, mask)| suppression.next(place, *mask)).collect()
}

/// Decides filter by filter, in order, because those before bind those after.
struct Suppression {
    published: Published,
    /// Of each filter, its people and their atoms.
    members: Vec<(u32, Vec<usize>)>,
    threshold: u32,
}

impl Suppression {
    fn new(masks: &[Result<(), Masked>], people: &Sizes, threshold: u32, effort: u64) -> Self {
        let mut atoms: Vec<(u32, &Signature)> =
            people.0.iter().map(|(signature, size)| (*size, signature)).collect();
        atoms.sort_by_key(|(size, signature)| (Reverse(*size), *signature));
        let mut members: Vec<(u32, Vec<usize>)> = vec![(0, Vec::new()); masks.len()];
        for (atom, (size, signature)) in atoms.iter().enumerate() {
            for filter in *signature {
                if let Some((people, atoms)) = members.get_mut(*filter as usize) {
                    *people += size;
                    atoms.push(atom);
                }
            }
        }
        let sizes = atoms.iter().map(|(size, _)| *size).collect();
        let mut published = Published::new(sizes, threshold, effort);
        for ((people, atoms), mask) in members.iter().zip(masks) {
            if *people > 0 && mask.is_err() {
                published.hide(atoms);
            }
        }
        Self { published, members, threshold }
    }

    /// Whether the people of the filter at that place are told of.
    fn next(&mut self, place: usize, mask: Result<(), Masked>) -> Result<(), Masked> {
        let Some((people, atoms)) = self.members.get(place).filter(|_| mask.is_ok()) else { return mask };
        match *people {
            0 => Ok(()),
            few if few < self.threshold => Err(Masked::Few(self.threshold)),
            _ if self.published.admit(atoms) => Ok(()),
            _ => Err(Masked::Derivable),
        }
    }
}
