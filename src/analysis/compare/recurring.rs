//! People who are in two groups.

use crate::analysis::{Points, Shift, Undefined, measures::citing, scope::Scope, units::count};
use crate::model::Side;

use super::{Incomparable, Tested, design::Design, paired};

/// The smallest percentage of the smaller group that must recur for a paired comparison.
const PAIRED_PERCENT: u64 = 80;

/// The coded people of one side who are in both groups.
pub(super) struct Recurring {
    /// Those who answered separately in each group, by their numbers in both.
    people: Vec<(u32, u32)>,
    /// How many there are, including those who share one answer between both groups.
    all: u32,
    /// Respondents of the smaller group.
    smaller: u32,
}

/// The differences of a moment within the people who are in both groups.
pub struct Differences {
    pub frequency: Result<Tested<Points>, Undefined>,
    pub level: Result<Tested<Shift>, Incomparable>,
    /// How many of them have a valence for it in both groups.
    pub twice: u32,
}

impl Recurring {
    pub fn new(before: &Scope, after: &Scope, side: Side) -> Self {
        let coded = |scope: &Scope, person: usize| scope.coded.get(person) == Some(&Some(side));
        let known = before.people.iter().enumerate().filter(|(number, _)| coded(before, *number));
        let both = known.filter_map(|(number, person)| {
            let other = after.people.binary_search(person).ok()?;
            coded(after, other).then(|| (count(number), count(other)))
        });
        let mut people: Vec<(u32, u32)> = both.collect();
        let all = count(people.len());
        // An answer with both values is in both groups, and is no pair: compared with itself it never changes.
        let mut shares = vec![false; before.people.len()];
        for (response, person, _) in &before.responses {
            shares[*person as usize] |=
                after.responses.binary_search_by_key(response, |(id, ..)| *id).is_ok();
        }
        people.retain(|(number, _)| !shares[*number as usize]);
        let respondents = |scope: &Scope| scope.sides[side as usize].respondents;
        Self { people, all, smaller: respondents(before).min(respondents(after)) }
    }

    /// The design of a comparison of the two groups.
    pub fn design(&self) -> Design {
        let recurring = count(self.people.len());
        if recurring > 0 && 100 * u64::from(recurring) >= PAIRED_PERCENT * u64::from(self.smaller) {
            Design::Paired { recurring }
        } else {
            Design::Independent { recurring: self.all }
        }
    }

    /// The differences of these people, second group minus first, for the moment at that place.
    pub fn differences(&self, before: &Scope, after: &Scope, place: u32, side: Side) -> Differences {
        let [old, new] = [before, after].map(|scope| citing(scope.mentions(place, side), scope));
        let of = |citing: &[(u32, Option<f64>)], person: u32| {
            citing.binary_search_by_key(&person, |(id, _)| *id).ok().map(|index| citing[index].1)
        };
        let (mut pairs, mut valences) = (paired::Pairs::default(), Vec::new());
        for (one, other) in &self.people {
            let (old, new) = (of(&old, *one), of(&new, *other));
            // The second group comes first, because differences are second minus first.
            *match (new, old) {
                (Some(_), Some(_)) => &mut pairs.both,
                (Some(_), None) => &mut pairs.first,
                (None, Some(_)) => &mut pairs.second,
                (None, None) => &mut pairs.neither,
            } += 1;
            valences.extend(new.flatten().zip(old.flatten()));
        }
        Differences {
            frequency: paired::frequency(pairs),
            level: paired::level(&valences),
            twice: count(valences.len()),
        }
    }
}
