//! Warnings that a reader of the mirror should take into account.

use crate::model::{Project, Reading, Response, Side};

use super::{Filter, Level, Measures, Mirror, Proportion, SideSummary, certainty::FIRM_RESPONDENTS};

/// Coverage below which a side is partly coded, and its frequencies are headed "among coded".
const COVERED: f64 = 0.95;
/// The fewest moments of a side over which ratings and levels are compared.
const MOMENTS: usize = 5;
/// The fewest respondents of each of these moments.
const RESPONDENTS: u32 = 5;

/// Something that makes the two sides, or two figures, hard to compare.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Warning {
    /// Only that share of a side's verbatims is coded.
    PartlyCoded(Side, Proportion),
    /// Both sides have waves, or days, and none in common.
    PeriodsApart,
    /// That side has so few respondents that no type can be firm.
    FewPeople(Side),
    /// That side mostly answered questions for the best and the worst, which push levels towards both ends, and the
    /// other did not. The reading is that of the types.
    PromptsDiffer(Side, Reading),
    /// Moments with a higher level have a lower rating on that side.
    RatingsDisagree(Side),
}

/// The warnings about a mirror, those about both sides first.
pub fn of(project: &Project, filter: &Filter, mirror: &Mirror) -> Vec<Warning> {
    let sides = [(Side::Client, &mirror.client), (Side::Employee, &mirror.employee)];
    let mut warnings = Vec::new();
    warnings.extend(periods_apart(project, filter).then_some(Warning::PeriodsApart));
    warnings.extend(sides.iter().filter_map(|(side, summary)| {
        (1..FIRM_RESPONDENTS).contains(&summary.respondents).then_some(Warning::FewPeople(*side))
    }));
    warnings.extend(
        prompts_differ(&mirror.client, &mirror.employee)
            .map(|side| Warning::PromptsDiffer(side, project.settings.types)),
    );
    warnings.extend(sides.iter().filter_map(|(side, summary)| {
        let share = summary.coverage().filter(|share| share.0 < COVERED)?;
        Some(Warning::PartlyCoded(*side, share))
    }));
    warnings.extend(
        Side::BOTH
            .into_iter()
            .filter(|side| {
                let measures = mirror.rows.iter().map(|row| match side {
                    Side::Client => &row.client,
                    Side::Employee => &row.employee,
                });
                ratings_disagree(measures)
            })
            .map(Warning::RatingsDisagree),
    );
    warnings
}

/// Whether the periods of both sides are known and do not overlap. Waves are compared by name; days, if every response
/// has a date that begins with year, month and day, by their span.
fn periods_apart(project: &Project, filter: &Filter) -> bool {
    let of = |side: Side| project.responses.values().filter(move |r| r.side == side && filter.holds(r));
    // Waves are few: a list is faster to make than a set, and less code.
    let waves = |side: Side| {
        let mut all: Vec<&str> = Vec::new();
        for wave in of(side).filter_map(|r| r.wave.as_deref()) {
            if all.last() != Some(&wave) && !all.contains(&wave) {
                all.push(wave);
            }
        }
        all
    };
    let (clients, employees) = (waves(Side::Client), waves(Side::Employee));
    if !clients.is_empty() && !employees.is_empty() {
        return !clients.iter().any(|wave| employees.contains(wave));
    }
    let span = |side: Side| {
        let days: Option<Vec<&str>> = of(side).map(day).collect();
        let days = days?;
        Some((*days.iter().min()?, *days.iter().max()?))
    };
    span(Side::Client).zip(span(Side::Employee)).is_some_and(|(a, b)| a.1 < b.0 || b.1 < a.0)
}

fn day(response: &Response) -> Option<&str> {
    let day = response.date.as_deref()?.get(..10)?;
    let shape =
        |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    day.bytes().enumerate().all(shape).then_some(day)
}

/// The side that mostly answered questions for the best and the worst, if the other mostly did not.
fn prompts_differ(client: &SideSummary, employee: &SideSummary) -> Option<Side> {
    let mostly = |side: &SideSummary| {
        let [best, worst, ..] = side.prompts;
        (side.coded > 0).then(|| 2 * (best + worst) > side.coded)
    };
    match (mostly(client)?, mostly(employee)?) {
        (true, false) => Some(Side::Client),
        (false, true) => Some(Side::Employee),
        _ => None,
    }
}

/// Whether levels and ratings of the moments are negatively correlated beyond chance: the correlation, weighted by
/// respondents, is more than two standard errors below 0.
fn ratings_disagree<'a>(measures: impl Iterator<Item = &'a Measures>) -> bool {
    let pairs: Vec<(f64, f64, f64)> = measures
        .filter(|measures| measures.with_valence >= RESPONDENTS)
        .filter_map(|measures| {
            let (level, Level(rating)) = (measures.level.ok()?.value, measures.rating.ok()?);
            Some((f64::from(measures.with_valence), level.0, rating))
        })
        .collect();
    if pairs.len() < MOMENTS {
        return false;
    }
    let total: f64 = pairs.iter().map(|(weight, ..)| weight).sum();
    let mean =
        |of: fn(&(f64, f64, f64)) -> f64| pairs.iter().map(|pair| pair.0 * of(pair)).sum::<f64>() / total;
    let (level, rating) = (mean(|pair| pair.1), mean(|pair| pair.2));
    let sum = |of: &dyn Fn(&(f64, f64, f64)) -> f64| pairs.iter().map(|pair| pair.0 * of(pair)).sum::<f64>();
    let both = sum(&|pair| (pair.1 - level) * (pair.2 - rating));
    let squares = sum(&|pair| (pair.1 - level).powi(2)) * sum(&|pair| (pair.2 - rating).powi(2));
    // r √(k − 2) / √(1 − r²) < −2, the usual test of a correlation, with the divisions multiplied out.
    let freedom = f64::from(super::units::count(pairs.len()) - 2);
    both < -1e-9 && both * both * freedom > 4.0 * (squares - both * both)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::mirror;
    use crate::model::{Coding, Decision, Prompt, SourceKey, Verbatim, VerbatimId};

    fn project(responses: &[(Side, Option<&str>, Option<&str>)]) -> Project {
        let mut project = Project::default();
        for (side, wave, date) in responses {
            let id = project.free_response_id();
            let response = Response {
                side: *side,
                source: SourceKey::Id(id.to_string()),
                respondent: None,
                wave: wave.map(str::to_owned),
                date: date.map(str::to_owned),
                segments: std::collections::BTreeMap::default(),
                ratings: Vec::new(),
            };
            project.responses.insert(id, response);
        }
        project
    }

    fn apart(responses: &[(Side, Option<&str>, Option<&str>)]) -> bool {
        periods_apart(&project(responses), &Filter::default())
    }

    #[test]
    fn periods_are_compared_where_both_sides_have_them() {
        use Side::{Client, Employee};
        assert!(apart(&[(Client, Some("2024"), None), (Employee, Some("2025"), None)]));
        assert!(!apart(&[(Client, Some("2024"), None), (Employee, None, None)]));
        assert!(!apart(&[
            (Client, Some("2024"), None),
            (Client, Some("2025"), None),
            (Employee, Some("2025"), None)
        ]));
        let (may, june) = (Some("2025-05-01 10:00"), Some("2025-06-30"));
        assert!(apart(&[(Client, None, may), (Employee, None, june)]));
        assert!(!apart(&[(Client, None, may), (Client, None, june), (Employee, None, june)]));
        assert!(!apart(&[(Client, None, Some("1/5/2025")), (Employee, None, june)]));
    }

    /// A project where each of so many people gave one coded answer.
    fn answered(clients: usize, employees: usize) -> Project {
        let people = [(Side::Client, clients), (Side::Employee, employees)];
        let responses: Vec<_> = people
            .into_iter()
            .flat_map(|(side, count)| std::iter::repeat_n((side, None, None), count))
            .collect();
        let mut project = project(&responses);
        let moment = project.codebook.add("Visit", "Welcome");
        for (at, response) in (1..).zip(project.responses.keys().copied().collect::<Vec<_>>()) {
            let decision = Decision::Codings(vec![Coding::of(moment)]);
            let verbatim = Verbatim {
                response,
                prompt: Prompt::Unknown,
                text: String::new(),
                decisions: [(project.settings.coder, decision)].into(),
            };
            project.verbatims.insert(VerbatimId(at), verbatim);
        }
        project
    }

    #[test]
    fn fewer_people_than_a_firm_type_needs_are_warned_about() {
        let few = |clients, employees| -> Vec<Warning> {
            let project = answered(clients, employees);
            of(&project, &Filter::default(), &mirror(&project, &Filter::default()))
        };
        assert_eq!(few(10, 10), []);
        assert_eq!(few(9, 10), [Warning::FewPeople(Side::Client)]);
        assert_eq!(few(1, 9), Side::BOTH.map(Warning::FewPeople));
        // A side without respondents is not warned about as a small one.
        assert_eq!(few(10, 0), []);
    }

    #[test]
    fn a_warning_about_prompts_has_the_reading_of_the_types() {
        for types in [Reading::Absolute, Reading::Relative] {
            let mut project = answered(10, 10);
            project.settings.types = types;
            for verbatim in project.verbatims.values_mut().take(10) {
                verbatim.prompt = Prompt::Positive;
            }
            let found = of(&project, &Filter::default(), &mirror(&project, &Filter::default()));
            assert_eq!(found, [Warning::PromptsDiffer(Side::Client, types)]);
        }
    }

    #[test]
    fn ratings_disagree_when_negatively_correlated_with_levels() {
        let moments = |sign: f64| -> Vec<Measures> {
            let measures = |step: i32| {
                let level = f64::from(step) / 2.0 - 1.0;
                let mut measures = Measures::of_valences(&[level; 6], 0, 0);
                measures.rating = Ok(Level(sign * level));
                measures
            };
            (0..5).map(measures).collect()
        };
        assert!(ratings_disagree(moments(-1.0).iter()));
        assert!(!ratings_disagree(moments(1.0).iter()));
        assert!(!ratings_disagree(moments(-1.0)[..4].iter()));
    }
}
