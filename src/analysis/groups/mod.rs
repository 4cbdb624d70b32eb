//! Cell suppression for small groups of employees: which filters are offered, and which figures are published under
//! each.
//!
//! Sums and differences of all exports of a project, under all offered filters, disclose no figure about fewer employees
//! than [`Settings::small_group`](crate::model::Settings::small_group): neither about all employees of a filter, nor
//! about those who cite a moment, gave it a valence, or cite it and gave a rating. What is published is chosen greedily
//! in one fixed order, so that totals come before parts, and the same project always publishes the same figures.
//!
//! Zeros are published: a moment that no employee of a filter cites is shown as not cited. Safety is judged over the
//! employees that exist, which already assumes that the zeros are known, so they disclose nothing more.
//!
//! Not covered: bounds (a share of 100 % is a fact about each person), inference from outside knowledge, and exports of
//! other states of the project, whose difference may be about a few.

mod candidates;
mod mask;
mod people;
mod planning;
mod span;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::{MomentId, Project};

use super::{Filter, Masked, units::count};
use people::{Atoms, Contributors, Signature};
use span::Published;

pub use mask::protect;
pub use planning::Planning;

/// Limit on the steps of choosing the filters: far more than 60 filters and 50,000 employees need.
const BUDGET_OF_FILTERS: u64 = 1 << 28;
/// Limit on the steps of choosing the cells of one moment.
const BUDGET_OF_MOMENT: u64 = 1 << 23;

/// Which filters may be chosen where results leave the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    filters: Vec<Filter>,
    /// As in [`Project::waves`]: filters are chosen in an order that no user can change, and listed in this one.
    waves: Vec<String>,
    refused: BTreeMap<Filter, Masked>,
    /// The employees who cite each moment, by `filters`; empty where small groups are not protected.
    moments: BTreeMap<MomentId, Contributors>,
}

impl Plan {
    /// The filters of a project; all that hold a response, where small groups are not protected.
    ///
    /// An offered filter holds no employee, or enough, and so does its complement. No sum or difference of offered
    /// filters is about fewer: of stores with 20, 20 and 3 employees only the first is offered beside the filter of
    /// all, because the second would disclose the third. Values that one person can have together overlap; the people
    /// in both, and those in one alone, are protected in the same way. A filter that holds clients alone is offered.
    pub fn new(project: &Project) -> Self {
        let mut planning = Planning::new(project);
        loop {
            if let Some(plan) = planning.step() {
                return plan;
            }
        }
    }

    /// The offered filters, in order. The filter of all responses comes first, unless all employees together are too
    /// few.
    pub fn filters(&self) -> &[Filter] {
        &self.filters
    }

    /// Whether a filter is offered. One that holds no response is not: there is nothing to choose.
    pub fn offers(&self, filter: &Filter) -> bool {
        self.filters.contains(filter)
    }

    /// The filters that hold responses and are not offered, in order; that of all responses is left out.
    pub fn refused(&self) -> impl Iterator<Item = &Filter> {
        self.refused.keys().filter(|filter| **filter != Filter::default())
    }

    /// The index of a filter's wave among the waves of the project; none, which sorts first, without a wave.
    pub fn place(&self, filter: &Filter) -> Option<usize> {
        self.waves.iter().position(|wave| filter.wave.as_ref() == Some(wave))
    }

    /// Why the employees of that filter are masked; none if they are not, or the filter is unknown.
    fn masks(&self, filter: &Filter) -> Option<Masked> {
        self.refused.get(filter).copied()
    }
}

fn threshold(project: &Project) -> u32 {
    project.settings.small_group.get()
}

/// For each of `filters` filters, in order, whether the figures of its people are published.
fn decide(people: &Atoms, filters: usize, threshold: u32, budget: u64) -> Vec<Result<(), Masked>> {
    decide_beside(&vec![Ok(()); filters], people, threshold, budget)
}

/// The same where some filters are masked already: they stay masked, and what is published must not disclose them.
fn decide_beside(
    masks: &[Result<(), Masked>],
    people: &Atoms,
    threshold: u32,
    budget: u64,
) -> Vec<Result<(), Masked>> {
    let mut suppression = Suppression::new(masks, people, threshold, budget);
    masks.iter().enumerate().map(|(place, mask)| suppression.next(place, *mask)).collect()
}

/// Decides filter by filter, in order, because what is published under earlier filters restricts later ones.
struct Suppression {
    published: Published,
    /// Per filter, its number of people and their atoms.
    members: Vec<(u32, Vec<usize>)>,
    threshold: u32,
}

impl Suppression {
    fn new(masks: &[Result<(), Masked>], people: &Atoms, threshold: u32, budget: u64) -> Self {
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
        let mut published = Published::new(sizes, threshold, budget);
        for ((people, atoms), mask) in members.iter().zip(masks) {
            if *people > 0 && mask.is_err() {
                published.hide(atoms);
            }
        }
        Self { published, members, threshold }
    }

    /// Whether the figures of the filter at that place are published; to be called in order.
    fn next(&mut self, place: usize, mask: Result<(), Masked>) -> Result<(), Masked> {
        let Some((people, atoms)) = self.members.get(place).filter(|_| mask.is_ok()) else { return mask };
        match *people {
            0 => Ok(()),
            few if few < self.threshold => Err(Masked::Few(self.threshold)),
            _ if self.published.try_publish(atoms) => Ok(()),
            _ => Err(Masked::Derivable),
        }
    }
}
