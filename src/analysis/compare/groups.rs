//! The comparison of two groups: two waves, or two values of one attribute.

use crate::analysis::{
    Class, Estimate, Filter, Measured, Measures, Mirror, Points, Probability, Shift, Undefined,
    measuring::measure, newcombe,
};
use crate::model::{MomentId, Project, Side};

pub use super::design::Design;
use super::{
    Incomparable, Tested, discovery, fisher,
    recurring::{Differences, Recurring},
    welch,
};

/// The variable by which the two groups differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Axis {
    /// The wave.
    Waves {
        /// The wave of the first group.
        before: String,
        /// The wave of the second group.
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
    /// The axis by which two filters differ; none if they are the same, or of different kinds.
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

    /// The filters of the two groups: `rest` with the wave, or the segment, of each group in place of its own.
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

/// A difference between the two groups, with its test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<T> {
    /// Second group minus first, with its interval at 95 %.
    pub estimate: Estimate<T>,
    /// The verdict on it, or why there is no test.
    pub test: Result<Verdict, Undefined>,
}

/// The result of a test for a difference.
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

/// The differences of one side and one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SideChange {
    /// The difference of the frequencies.
    pub frequency: Result<Change<Points>, Incomparable>,
    /// The difference of the levels.
    pub level: Result<Change<Shift>, Incomparable>,
    /// How many people the level compares with themselves; none if it compares independent groups.
    pub pairs: Option<u32>,
}

/// The differences of one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// The moment.
    pub moment: MomentId,
    /// On the clients' side.
    pub client: SideChange,
    /// On the employees' side.
    pub employee: SideChange,
}

/// Two groups and their differences.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The mirror of the first group.
    pub before: Mirror,
    /// The mirror of the second group.
    pub after: Mirror,
    /// How clients are compared.
    pub client: Design,
    /// How employees are compared.
    pub employee: Design,
    /// Every moment, in journey order, as in the two mirrors.
    pub rows: Vec<Compared>,
}

/// The types of a moment in the two groups.
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
    /// Every moment with its two types, in journey order; with certainty where the two mirrors have it.
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
/// Frequencies are compared by [`newcombe::difference`] and [`fisher::p`], levels by [`welch::difference`]. If at least
/// 80 % of the smaller group are in both groups by name, both are compared within these people ([`super::paired`]), and
/// those who are in one group only are left out; but the level of a moment stays unpaired where fewer than half of the
/// smaller group's respondents with a valence have one in both groups. The p-values that exist, all moments × 2 sides ×
/// {frequency, level}, are one family for [`discovery::adjusted`]: a moment that nobody cites is in it too, with p = 1,
/// so that moments without answers never make it easier to call a change.
///
/// Two values of an attribute that allows several are groups that may share answers. A shared answer counts once in each
/// group. Its respondent is not paired, because an answer compared with itself carries no information on the difference;
/// these people count as recurring, and the groups are taken as independent. That is conservative: shared answers move
/// both figures in the same direction, so the difference varies less than between groups of different people.
///
/// Edge cases: a group against itself shares all answers and has not changed. A respondent without a name recurs only
/// with an answer that is in both groups.
pub fn compare(project: &Project, axis: &Axis, rest: &Filter) -> Comparison {
    let filters = axis.filters(rest);
    let [before, after] = [&filters[0], &filters[1]].map(|filter| measure(project, filter));
    between(before, after)
}

/// [`compare`] of two groups that are measured already, under both filters of an axis.
pub fn between(before: Measured, after: Measured) -> Comparison {
    let (old, new) = (before.scope, after.scope);
    let (before, after) = (before.mirror, after.mirror);
    let [client, employee] = Side::BOTH.map(|side| Recurring::new(&old, &new, side));
    let differences = |place, side, recurring: &Recurring, before: &Measures, after: &Measures| {
        let unpaired = || welch::difference(&after.profile, &before.profile).map_err(Incomparable::from);
        let (frequency, level, pairs) = match recurring.design() {
            Design::Paired { .. } => {
                let Differences { frequency, level, twice } = recurring.differences(&old, &new, place, side);
                // A few pairs would carry less information than all respondents, and leave most of them out.
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
    Comparison {
        client: client.design(),
        employee: employee.design(),
        rows: adjust_all(&tested),
        before,
        after,
    }
}

fn frequencies(before: &Measures, after: &Measures) -> Result<Tested<Points>, Undefined> {
    let [before, after] = [before, after].map(|group| (group.cited, group.profile.respondents()));
    Ok(Tested { estimate: newcombe::difference(after, before)?, p: fisher::p(after, before) })
}

/// The tests of one side's frequency and level, and the number of pairs of the latter.
type SideTests = (Result<Tested<Points>, Incomparable>, Result<Tested<Shift>, Incomparable>, Option<u32>);

/// Adjusts all p-values as one family.
fn adjust_all(tested: &[(MomentId, SideTests, SideTests)]) -> Vec<Compared> {
    let of = |pair: &SideTests| [pair.0.ok().and_then(|t| t.p.ok()), pair.1.ok().and_then(|t| t.p.ok())];
    let family: Vec<Probability> = tested
        .iter()
        .flat_map(|(_, client, employee)| [of(client), of(employee)])
        .flatten()
        .flatten()
        .collect();
    let mut adjusted = discovery::adjusted(&family).into_iter();
    let mut side = |pair: &SideTests| SideChange {
        frequency: pair.0.map(|tested| change(tested, &mut adjusted)),
        level: pair.1.map(|tested| change(tested, &mut adjusted)),
        pairs: pair.2,
    };
    // The order is that in which the family was collected.
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
