//! Properties of every comparison of two groups.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use reflet::analysis::compare::groups::{Axis, Change, Comparison, Design, SideChange, compare};
use reflet::analysis::compare::{Incomparable, association, discovery, fisher, trend};
use reflet::analysis::{Estimate, Filter, Points, Probability, Shift, Undefined, measure};
use reflet::model::{
    Coding, Decision, MomentId, Project, Prompt, Rating, Response, Scale, Score, Side, SourceKey, Values,
    Verbatim,
};

/// One answer: wave, side, person, rating, and the valence of each of two moments that it cites.
type Answer = (u8, bool, Option<u8>, Option<u8>, [Option<i64>; 2]);

fn answer() -> impl Strategy<Value = Answer> {
    let valence = || proptest::option::weighted(0.6, -2_i64..=2);
    let person = proptest::option::weighted(0.7, 0_u8..8);
    (0_u8..4, any::<bool>(), person, proptest::option::of(0_u8..=10), [valence(), valence()])
}

fn project(all: &[Answer]) -> Project {
    let mut project = Project::default();
    let moments: [MomentId; 2] = ["one", "two"].map(|name| project.codebook.add("Stage", name));
    for (wave, client, person, rating, valences) in all {
        let id = project.free_response_id();
        let rating = rating.map(|value| Rating::new("NPS".into(), value.into(), Scale::NPS).unwrap());
        project.responses.insert(
            id,
            Response {
                side: if *client { Side::Client } else { Side::Employee },
                source: SourceKey::Id(id.to_string()),
                respondent: person.map(|person| person.to_string()),
                wave: Some(wave.to_string()),
                date: None,
                segments: BTreeMap::new(),
                ratings: rating.into_iter().collect(),
            },
        );
        let coding = |(moment, valence): (&MomentId, &Option<i64>)| {
            valence.map(|v| Coding { valence: Score::try_from(v).ok(), ..Coding::of(*moment) })
        };
        let codings = moments.iter().zip(valences).filter_map(coding).collect();
        let decision = Decision::from_codings(codings).unwrap_or(Decision::NoMoment);
        let verbatim = Verbatim {
            response: id,
            prompt: Prompt::Unknown,
            text: String::new(),
            decisions: [(project.settings.coder, decision)].into(),
        };
        let id = project.free_verbatim_id();
        project.verbatims.insert(id, verbatim);
    }
    project
}

fn waves(project: &Project, before: u8, after: u8) -> Comparison {
    let axis = Axis::Waves { before: before.to_string(), after: after.to_string() };
    compare(project, &axis, &Filter::default())
}

fn sides(comparison: &Comparison) -> impl Iterator<Item = &SideChange> {
    comparison.rows.iter().flat_map(|row| [&row.client, &row.employee])
}

/// A difference as plain numbers: value, ends and p-values.
type Plain = Result<(f64, Result<[f64; 4], Undefined>), Incomparable>;

fn plain<T: Copy>(change: Result<Change<T>, Incomparable>, number: impl Fn(T) -> f64) -> Plain {
    change.map(|change| {
        let Estimate { value, interval } = change.estimate;
        let numbers = interval.and_then(|ends| {
            let verdict = change.test?;
            Ok([number(ends.low), number(ends.high), verdict.p.0, verdict.adjusted.0])
        });
        (number(value), numbers)
    })
}

fn plains(comparison: &Comparison) -> Vec<Plain> {
    let both = |side: &SideChange| {
        [plain(side.frequency, |points: Points| points.0), plain(side.level, |shift: Shift| shift.0)]
    };
    sides(comparison).flat_map(both).collect()
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Swapping the groups changes the sign of every difference and nothing else.
    #[test]
    fn swapping_the_groups_changes_only_the_sign(all in proptest::collection::vec(answer(), 0..70)) {
        let project = project(&all);
        let (there, back) = (waves(&project, 0, 1), waves(&project, 1, 0));
        prop_assert_eq!((there.client, there.employee), (back.client, back.employee));
        for (one, other) in plains(&there).into_iter().zip(plains(&back)) {
            // The reason is that of the first group without a figure, so it depends on the order.
            prop_assert_eq!(one.is_ok(), other.is_ok());
            let (Ok((value, numbers)), Ok((turned, others))) = (one, other) else { continue };
            prop_assert!(near(value, -turned));
            prop_assert_eq!(numbers.is_ok(), others.is_ok());
            let (Ok([low, high, p, adjusted]), Ok([l, h, q, a])) = (numbers, others) else { continue };
            prop_assert!(near(low, -h) && near(high, -l) && near(p, q) && near(adjusted, a));
        }
    }

    /// Intervals hold their difference, p-values are above 0, adjusting lowers none.
    #[test]
    fn figures_lie_in_their_range(all in proptest::collection::vec(answer(), 0..70)) {
        for (value, numbers) in plains(&waves(&project(&all), 0, 1)).into_iter().flatten() {
            let Ok([low, high, p, adjusted]) = numbers else { continue };
            prop_assert!(low <= value && value <= high, "{low} {value} {high}");
            prop_assert!(0.0 < p && p <= adjusted && adjusted <= 1.0, "{p} {adjusted}");
        }
    }

    /// A group compared with itself has not changed; all are in both, named or not.
    #[test]
    fn a_group_compared_with_itself_has_not_changed(mut all in proptest::collection::vec(answer(), 1..40), named: bool) {
        for (number, answer) in (0..).zip(&mut all) {
            answer.0 = 0;
            answer.2 = named.then_some(number);
        }
        let same = waves(&project(&all), 0, 0);
        for (design, respondents) in
            [(same.client, same.before.client.respondents), (same.employee, same.before.employee.respondents)]
        {
            // An answer compared with itself is no pair.
            prop_assert_eq!(design, Design::Independent { recurring: respondents });
        }
        for (value, numbers) in plains(&same).into_iter().flatten() {
            prop_assert!(near(value, 0.0));
            prop_assert!(numbers.is_err() || numbers.is_ok_and(|[.., adjusted]| near(adjusted, 1.0)));
        }
        prop_assert!(same.transitions().all(|moment| moment.before == moment.after));
    }

    /// The order of answers moves no figure beyond rounding, over waves and for the rating.
    #[test]
    fn the_order_of_answers_changes_nothing(all in proptest::collection::vec(answer(), 0..60)) {
        let turned: Vec<Answer> = all.iter().rev().copied().collect();
        let of = |all: &[Answer]| {
            let project = project(all);
            let rest = Filter::default();
            let mentions = measure(&project, &rest).mentions;
            let ratings = mentions.each_ref().map(|side| [0, 1].map(|place| association::of(side, place)));
            format!("{:?}{ratings:?}", trend::trends(&project, &rest))
        };
        prop_assert_eq!(of(&all), of(&turned));
    }

    /// Adjusting keeps the order of p-values.
    #[test]
    fn adjusting_keeps_the_order(family in proptest::collection::vec(0.0..=1.0_f64, 0..50)) {
        let family: Vec<Probability> = family.into_iter().map(Probability).collect();
        let adjusted = discovery::adjusted(&family);
        for (p, a) in family.iter().zip(&adjusted) {
            prop_assert!(a >= p && a.0 <= 1.0);
            prop_assert!(family.iter().zip(&adjusted).all(|(q, b)| p > q || a <= b));
        }
    }

    /// p is never 0, and the same with citing and not citing swapped.
    #[test]
    fn fisher_p_is_above_zero(a in 0_u32..300, b in 0_u32..300, more in (0_u32..300, 0_u32..300)) {
        let (n, m) = (a + more.0 + 1, b + more.1 + 1);
        let p = fisher::p((a, n), (b, m)).unwrap();
        prop_assert!(p.0 > 0.0 && p.0 <= 1.0);
        prop_assert!(near(p.0, fisher::p((n - a, n), (m - b, m)).unwrap().0));
    }
}

/// By hand: five named clients in both waves and one more in the second: 5 of the smaller group's 5 recur. All cite
/// the moment in the second wave, three in the first.
#[test]
fn those_who_recur_are_compared_with_themselves() {
    let first = [Some(0), Some(1), Some(-1), None, None].into_iter().zip(0..).map(|(v, id)| (0, id, v));
    let second = [2, 1, 1, 0, 0, -2].map(Some).into_iter().zip(0..).map(|(v, id)| (1, id, v));
    let all: Vec<Answer> =
        first.chain(second).map(|(wave, id, v)| (wave, true, Some(id), None, [v, None])).collect();
    let found = waves(&project(&all), 0, 1);
    assert_eq!(
        (found.client, found.employee),
        (Design::Paired { recurring: 5 }, Design::Independent { recurring: 0 })
    );
    let clients = found.rows[0].client;
    let frequency = clients.frequency.unwrap();
    assert!(near(frequency.estimate.value.0, 0.4));
    // Two changed, both towards citing: 2 / 2².
    assert!(near(frequency.test.unwrap().p.0, 0.5));
    // Differences 2, 0, 2: m = 4/3, s/√n = 2/3, t = 2 with two degrees of freedom.
    let level = clients.level.unwrap();
    assert!(near(level.estimate.value.0, 4.0 / 3.0));
    assert!(near(level.test.unwrap().p.0, 1.0 - 2.0 / 6.0_f64.sqrt()));
    assert_eq!(clients.pairs, Some(3));
    assert_eq!(found.rows[1].client.level, Err(Incomparable::NobodyTwice));
    assert_eq!(found.rows[0].employee.level, Err(Undefined::NoRespondents.into()));
}

/// By hand: the same five clients in both waves, three of whom cite the moment in the first, as many or more in the
/// second. If two of these three have both levels, they are compared with themselves; if only one has, the groups are
/// compared.
#[test]
fn a_level_is_paired_where_half_of_the_smaller_group_are() {
    let pairs = |both: i64| {
        let says = |at: i64, from: i64, to: i64| (from..to).contains(&at).then_some(at % 2);
        let first = (0..5).map(|at| (0, at, says(at, 0, 3)));
        let second = (0..5).map(|at| (1, at, says(at, 3 - both, 5)));
        let all: Vec<Answer> = first
            .chain(second)
            .map(|(wave, at, v)| (wave, true, u8::try_from(at).ok(), None, [v, Some(0)]))
            .collect();
        let found = waves(&project(&all), 0, 1);
        assert_eq!(found.client, Design::Paired { recurring: 5 });
        found.rows[0].client.pairs
    };
    assert_eq!((pairs(2), pairs(1)), (Some(2), None));
}

/// By hand: one of two clients recurs, too few for a paired comparison.
#[test]
fn few_recurring_people_are_only_counted() {
    let all: Vec<Answer> = [(0, Some(1)), (0, Some(2)), (1, Some(1)), (1, None)]
        .map(|(wave, id)| (wave, true, id, None, [Some(1), None]))
        .to_vec();
    let found = waves(&project(&all), 0, 1);
    assert_eq!(found.client, Design::Independent { recurring: 1 });
    let trends = trend::trends(&project(&all), &Filter::default());
    assert_eq!((trends.recurring_clients, trends.recurring_employees), (1, 0));
    assert_eq!(trends.rows[0].client.frequency, Err(Incomparable::FewWaves));
}

/// By hand: of five clients two use the shop alone, one the telephone alone, two both; no names. Each counts once in
/// each group; those in both count as recurring and are not paired.
#[test]
fn values_of_one_attribute_share_people() {
    let answers: Vec<Answer> =
        [2, 1, 0, -1, -2].map(|valence| (0, true, None, None, [Some(valence), None])).to_vec();
    let mut project = project(&answers);
    let channels = [&["shop"][..], &["shop"], &["phone"], &["phone", "shop"], &["phone", "shop"]];
    for (response, channels) in project.responses.values_mut().zip(channels) {
        let values = Values::new(channels.iter().map(|channel| (*channel).to_owned()).collect());
        response.segments.extend(values.map(|values| ("channel".to_owned(), values)));
    }
    let axis = Axis::Segments { name: "channel".into(), before: "shop".into(), after: "phone".into() };
    let found = compare(&project, &axis, &Filter::default());
    assert_eq!((found.before.client.respondents, found.after.client.respondents), (4, 3));
    assert_eq!(found.client, Design::Independent { recurring: 2 });
    // Levels 0, of 2, 1, −1 and −2, and −1, of 0, −1 and −2: Welch's t = −1/√(10/12 + 1/3).
    let level = found.rows[0].client.level.unwrap();
    assert!(near(level.estimate.value.0, -1.0));
    assert_eq!(found.rows[0].client.pairs, None);
    let named = |project: &mut Project| {
        for (response, name) in project.responses.values_mut().zip(0..) {
            response.respondent = Some(format!("{name}"));
        }
    };
    named(&mut project);
    assert_eq!(compare(&project, &axis, &Filter::default()), found);
}

/// A p-value is adjusted for all: beside eight moments of noise, p = 0.04 is no change.
#[test]
fn many_comparisons_are_one_family() {
    let family = |others: usize| [vec![Probability(0.04)], vec![Probability(0.9); others]].concat();
    assert!(discovery::adjusted(&family(0))[0] <= discovery::RATE);
    assert!(discovery::adjusted(&family(8))[0] > discovery::RATE);
}

/// By hand: clients in three waves, employees in the last alone, and one of them without a moment of the codebook.
#[test]
fn waves_are_counted_per_side() {
    let all: Vec<Answer> = [(0, true), (1, true), (2, true), (2, false), (2, false)]
        .map(|(wave, client)| (wave, client, None, None, [client.then_some(1), None]))
        .to_vec();
    let trends = trend::trends(&project(&all), &Filter::default());
    assert_eq!((trends.waves.len(), trends.client_waves, trends.employee_waves), (3, 3, 1));
}
