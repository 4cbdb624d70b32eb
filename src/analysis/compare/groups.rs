//! Two groups beside each other: two waves, or two values of one attribute.

use crate::analysis::{
    Class, Estimate, Filter, Measured, Measures, Points, Probability, Shift, Tracker, Undefined,
    measuring::measure, newcombe,
};
use crate::model::{MomentId, Project, Side};

pub use super::design::Design;
use super::{
    Incomparable, Tested, discovery, fisher,
    recurring::{Differences, Recurring},
    welch,
};

/// What tells the two groups apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Axis {
    /// The wave.
    Waves {
        /// Of the first group.
        before: String,
        /// Of the second group.
        after: String,
    },
    /// An attribute.
    Segments {
        /// Its name.
        name: String,
        /// Its value in the first group.
        before: String,
        /// Its value in the second group.
        after: String,
    },
}

impl Axis {
    /// What tells two filters apart; none if they are the same, or of different kinds.
    pub fn between(first: &Filter, second: &Filter) -> Option<Self> {
        match (first, second) {
            (Filter { wave: Some(before), .. }, Filter { wave: Some(after), .. }) if before != after => {
                Some(Self::Waves { before: before.clone(), after: after.clone() })
            }
            (Filter { segment: Some((name, before)), .. }, Filter { segment: Some((other, after)), .. })
                if name == other && before != after =>
            {
                Some(Self::Segments { name: name.clone(), before: before.clone(), after: after.clone() })
            }
            _ => None,
        }
    }

    /// The filters of the two groups inside the rest of a filter: what this axis is about is replaced there.
    ///
    /// ```
    /// use reflet::analysis::{Filter, compare::groups::Axis};
    /// let north = Filter { wave: Some("2023".into()), segment: Some(("region".into(), "north".into())) };
    /// let axis = Axis::Waves { before: "2024".into(), after: "2025".into() };
    /// let [before, after] = axis.filters(&north);
    /// assert_eq!((before.segment, before.wave), (north.segment.clone(), Some("2024".into())));
    /// assert_eq!((after.segment, after.wave), (north.segment, Some("2025".into())));
    /// ```
    pub fn filters(&self, rest: &Filter) -> [Filter; 2] {
        match self {
            Self::Waves { before, after } => {
                [before, after].map(|wave| Filter { wave: Some(wave.clone()), ..rest.clone() })
            }
            Self::Segments { name, before, after } => [before, after]
                .map(|value| Filter { segment: Some((name.clone(), value.clone())), ..rest.clone() }),
        }
    }
}

/// A difference among all those of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<T> {
    /// Second group minus first, with its interval at 95 %.
    pub estimate: Estimate<T>,
    /// How surely it is one.
    pub test: Result<Verdict, Undefined>,
}

/// How surely there is a difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// The two-sided p-value of this difference alone.
    pub p: Probability,
    /// Adjusted for all differences of the comparison.
    pub adjusted: Probability,
}

impl Verdict {
    /// Whether it is called a change: the adjusted p-value is at most 5 %.
    pub fn changed(self) -> bool {
        self.adjusted <= discovery::RATE
    }
}

/// How what one side says of one moment differs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SideChange {
    /// How often they cite it.
    pub frequency: Result<Change<Points>, Incomparable>,
    /// How they live it.
    pub level: Result<Change<Shift>, Incomparable>,
    /// How many people the level compares with themselves; none if it compares the groups.
    pub pairs: Option<u32>,
}

/// How one moment differs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// The moment.
    pub moment: MomentId,
    /// On the clients' side.
    pub client: SideChange,
    /// On the employees' side.
    pub employee: SideChange,
}

/// Two groups and how they differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The mirror of the first group.
    pub before: Tracker,
    /// The mirror of the second group.
    pub after: Tracker,
    /// How clients are compared.
    pub client: Design,
    /// How employees are compared.
    pub employee: Design,
    /// Every moment, in journey order, as in the two mirrors.
    pub rows: Vec<Compared>,
}

/// What became of the type of a moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transition {
    /// The moment.
    pub moment: MomentId,
    /// Its type in the first group, or why it had none.
    pub before: Class,
    /// Its type in the second group, or why it has none.
    pub after: Class,
}

impl Comparison {
    /// Every moment with its two types, in journey order; as sure as the two mirrors are settled.
    pub fn transitions(&self) -> impl Iterator<Item = Transition> {
        self.before.rows.iter().zip(&self.after.rows).map(|(before, after)| Transition {
            moment: before.moment,
            before: before.class,
            after: after.class,
        })
    }
}

/// Compares two groups of a project, per moment and side.
///
/// Frequencies by [`newcombe::difference`] and [`fisher::p`], levels by [`welch::difference`]; where at least 80 % of
/// the smaller group are in both groups under their name, both by what these people changed ([`super::paired`]), and
/// those who are in one group only are left out of the differences, but for levels of moments that fewer than half of the
/// smaller group live in both, which stay unpaired. The p-values that exist, all moments × 2 sides ×
/// {frequency, level}, are one family for [`discovery::adjusted`]: a moment that nobody cites is in it too, with p = 1,
/// so that calling changes is never made easier by moments without any answer.
///
/// Two values of an attribute of several are groups that share answers. Such an answer counts in each, once. Who gave
/// it is no pair, because an answer against itself says nothing of the difference between the groups; these people are
/// counted as recurring, and the groups are taken as independent. That errs on the safe side: what is in both pulls
/// both figures the same way, so the difference varies less than between groups of different people.
///
/// Edge cases: a group against itself shares all answers and has not changed. A respondent without a name recurs with
/// an answer that is in both groups, and with no other.
pub fn compare(project: &Project, axis: &Axis, rest: &Filter) -> Comparison {
    let filters = axis.filters(rest);
    let [before, after] = [&filters[0], &filters[1]].map(|filter| measure(project, filter));
    between(before, after)
}

/// The same as [`compare`] of what was measured under both filters of an axis.
pub fn between(before: Measured, after: Measured) -> Comparison {
    let (old, new) = (before.scope, after.scope);
    let (before, after) = (before.tracker, after.tracker);
    let [client, employee] = Side::BOTH.map(|side| Recurring::new(&old, &new, side));
    let differences = |place, side, recurring: &Recurring, before: &Measures, after: &Measures| {
        let unpaired = || welch::difference(&after.profile, &before.profile).map_err(Incomparable::from);
        let (frequency, level, pairs) = match recurring.design() {
            Design::Paired { .. } => {
                let Differences { frequency, level, twice } = recurring.differences(&old, &new, place, side);
                // Few who speak of a moment twice would tell less than all who do, and leave most of them out.
                let few = 2 * twice < before.with_valence.min(after.with_valence);
                if few { (frequency, unpaired(), None) } else { (frequency, level, Some(twice)) }
            }
            Design::Independent { .. } => (frequencies(before, after), unpaired(), None),
        };
        (frequency.map_err(Incomparable::from), level, pairs)
    };
    let tested: Vec<_> = before
        .rows
        .iter()
        .zip(&after.rows)
        .zip(0..)
        .map(|((b, a), place)| {
            let clients = differences(place, Side::Client, &client, &b.client, &a.client);
            (b.moment, clients, differences(place, Side::Employee, &employee, &b.employee, &a.employee))
        })
        .collect();
    Comparison { client: client.design(), employee: employee.design(), rows: judge(&tested), before, after }
}

fn frequencies(before: &Measures, after: &Measures) -> Result<Tested<Points>, Undefined> {
    let [before, after] = [before, after].map(|group| (group.cited, group.profile.respondents()));
    Ok(Tested { estimate: newcombe::difference(after, before)?, p: fisher::p(after, before) })
}

/// The two differences of one side, and of how many people the second is.
type Pair = (Result<Tested<Points>, Incomparable>, Result<Tested<Shift>, Incomparable>, Option<u32>);

/// Adjusts all p-values as one family.
fn judge(tested: &[(MomentId, Pair, Pair)]) -> Vec<Compared> {
    let of = |pair: &Pair| [pair.0.ok().and_then(|t| t.p.ok()), pair.1.ok().and_then(|t| t.p.ok())];
    let family: Vec<Probability> = tested
        .iter()
        .flat_map(|(_, client, employee)| [of(client), of(employee)])
        .flatten()
        .flatten()
        .collect();
    let mut adjusted = discovery::adjusted(&family).into_iter();
    let mut side = |pair: &Pair| SideChange {
        frequency: pair.0.map(|tested| change(tested, &mut adjusted)),
        level: pair.1.map(|tested| change(tested, &mut adjusted)),
        pairs: pair.2,
    };
    // In the order in which the family was gathered.
    tested
        .iter()
        .map(|(moment, client, employee)| Compared {
            moment: *moment,
            client: side(client),
            employee: side(employee),
        })
        .collect()
}

fn change<T>(tested: Tested<T>, adjusted: &mut impl Iterator<Item = Probability>) -> Change<T> {
    let verdict = |p| Verdict { p, adjusted: adjusted.next().unwrap_or(Probability(1.0)) };
    Change { estimate: tested.estimate, test: tested.p.map(verdict) }
}
