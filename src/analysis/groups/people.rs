//! Who of the employees is in which filter, and cites what there.

use std::collections::BTreeMap;

use crate::model::{Decision, MomentId, Project, Respondent, ResponseId, Side};

use super::candidates::Candidates;

/// The candidates that a person is in, by their places, ascending.
pub(super) type Signature = Vec<u32>;

/// One signature for each employee, and for each that cites a moment one of each kind.
#[derive(Default)]
pub(super) struct People {
    /// Where they have a coded verbatim.
    pub coded: Vec<Signature>,
    /// By moment.
    pub moments: BTreeMap<MomentId, Citing>,
}

/// The filters under which the employees who cite a moment count for its figures.
#[derive(Default)]
pub(super) struct Citing {
    /// Where they cite it.
    pub cited: Vec<Signature>,
    /// Where they cite it with a valence.
    pub valued: Vec<Signature>,
    /// Where they cite it, and gave a rating in any response.
    pub rated: Vec<Signature>,
}

/// What is collected for one person.
#[derive(Default)]
struct Person {
    coded: Signature,
    rated: Signature,
    moments: BTreeMap<MomentId, [Signature; 2]>,
}

impl People {
    /// Reads the project once.
    pub fn new<'a>(project: &'a Project, candidates: &Candidates<'a>) -> Self {
        let mut decisions: BTreeMap<ResponseId, Vec<&Decision>> = BTreeMap::new();
        for verbatim in project.verbatims.values() {
            if let Some(decision) = project.decision(verbatim) {
                decisions.entry(verbatim.response).or_default().push(decision);
            }
        }
        let mut responses: Vec<(Respondent<'_>, ResponseId)> = project
            .responses
            .iter()
            .filter(|(_, response)| response.side == Side::Employee)
            .map(|(id, response)| (Project::respondent(*id, response), *id))
            .collect();
        responses.sort_unstable();
        let mut people = Self::default();
        for same in responses.chunk_by(|a, b| a.0 == b.0) {
            let mut person = Person::default();
            for (_, id) in same {
                let Some(response) = project.responses.get(id) else { continue };
                let held = candidates.holding(response);
                if !response.ratings.is_empty() {
                    person.rated.extend(held);
                }
                for decision in decisions.get(id).into_iter().flatten() {
                    person.add(decision, held);
                }
            }
            people.add(person);
        }
        people
    }

    fn add(&mut self, mut person: Person) {
        if person.coded.is_empty() {
            return;
        }
        let rated = sorted(&mut person.rated);
        for (moment, [mut cited, mut valued]) in person.moments {
            let citing = self.moments.entry(moment).or_default();
            let cited = sorted(&mut cited);
            citing.rated.push(cited.iter().copied().filter(|at| rated.binary_search(at).is_ok()).collect());
            citing.valued.push(sorted(&mut valued));
            citing.cited.push(cited);
        }
        self.coded.push(sorted(&mut person.coded));
    }
}

impl Person {
    fn add(&mut self, decision: &Decision, held: &[u32]) {
        self.coded.extend(held);
        for coding in decision.codings() {
            let [cited, valued] = self.moments.entry(coding.moment).or_default();
            cited.extend(held);
            if coding.valence.is_some() {
                valued.extend(held);
            }
        }
    }
}

fn sorted(signature: &mut Signature) -> Signature {
    signature.sort_unstable();
    signature.dedup();
    std::mem::take(signature)
}
