//! Properties of every mirror.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use reflet::analysis::types::{ClientState, EmployeeState};
use reflet::analysis::{Estimate, Filter, Level, Measures, Proportion, Row, Type, add_certainty, mirror};
use reflet::model::{
    Coding, Decision, MomentId, Project, Prompt, Rating, Response, Scale, Score, Side, SourceKey, Verbatim,
};

const MOMENTS: usize = 3;

/// An answer to make: side, person, rating, then a valence (or none) per cited moment.
#[derive(Clone, Debug)]
struct Answer {
    side: Side,
    person: Option<u8>,
    rating: Option<u8>,
    codings: Option<Vec<(usize, Option<i64>)>>,
}

fn answer() -> impl Strategy<Value = Answer> {
    let coding = (0..MOMENTS, proptest::option::weighted(0.8, -2_i64..=2));
    let codings = proptest::collection::vec(coding, 0..4);
    (
        any::<bool>(),
        proptest::option::weighted(0.7, 0_u8..12),
        proptest::option::of(0_u8..=10),
        proptest::option::weighted(0.9, codings),
    )
        .prop_map(|(client, person, rating, codings)| Answer {
            side: if client { Side::Client } else { Side::Employee },
            person,
            rating,
            codings,
        })
}

fn project(all: &[Answer]) -> Project {
    let mut project = Project::default();
    project.settings.resamples = 50;
    project.settings.minimum = 2;
    let moments: Vec<MomentId> =
        (0..MOMENTS).map(|i| project.codebook.add("Stage", &i.to_string())).collect();
    for answer in all {
        add(&mut project, &moments, answer);
    }
    project
}

fn add(project: &mut Project, moments: &[MomentId], answer: &Answer) {
    let id = project.free_response_id();
    let rating = |value: u8| Rating::new("NPS".to_owned(), value.into(), Scale::NPS).unwrap();
    let response = Response {
        side: answer.side,
        source: SourceKey::Id(id.to_string()),
        respondent: answer.person.map(|person| person.to_string()),
        wave: None,
        date: None,
        segments: BTreeMap::new(),
        ratings: answer.rating.map(rating).into_iter().collect(),
    };
    project.responses.insert(id, response);
    let mut seen = BTreeSet::new();
    let coding = |(moment, valence): &(usize, Option<i64>)| Coding {
        valence: valence.map(|valence| Score::try_from(valence).unwrap()),
        ..Coding::of(moments[*moment])
    };
    let decision = answer.codings.as_ref().map(|codings| {
        let once = codings.iter().filter(|(moment, _)| seen.insert(*moment));
        Decision::from_codings(once.map(coding).collect()).unwrap_or(Decision::NoMoment)
    });
    let verbatim = Verbatim {
        response: id,
        prompt: Prompt::Unknown,
        text: String::new(),
        decisions: decision.map(|decision| (project.settings.coder, decision)).into_iter().collect(),
    };
    let id = project.free_verbatim_id();
    project.verbatims.insert(id, verbatim);
}

/// The rows of the mirror, with certainty.
fn rows(all: &[Answer]) -> Vec<Row> {
    let project = project(all);
    let mut mirror = mirror(&project, &Filter::default());
    add_certainty(&mut mirror, &project.settings);
    mirror.rows
}

/// Every figure as text that differs if any bit does.
fn bits(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| format!("{row:?}")).collect()
}

fn holds<T: Copy + PartialOrd>(estimate: Estimate<T>, (low, high): (T, T)) -> bool {
    estimate.interval.undefined_or(|ends| {
        low <= ends.low && ends.low <= estimate.value && estimate.value <= ends.high && ends.high <= high
    })
}

/// A check of a figure that may be undefined.
trait Defined<T> {
    fn undefined_or(self, such: impl Fn(T) -> bool) -> bool;
}

impl<T, E> Defined<T> for Result<T, E> {
    fn undefined_or(self, such: impl Fn(T) -> bool) -> bool {
        self.map_or(true, such)
    }
}

fn in_range(measures: &Measures, respondents: u32) -> bool {
    let proportion = (Proportion(0.0), Proportion(1.0));
    let level = (Level::MIN, Level::MAX);
    measures.with_valence <= measures.cited
        && measures.profile.respondents() == respondents
        && measures.frequency.undefined_or(|estimate| holds(estimate, proportion))
        && measures.level.undefined_or(|estimate| holds(estimate, level))
        && measures.intensity.undefined_or(|Level(i)| (0.0..=2.0).contains(&i))
        && measures.balance.undefined_or(|balance| (-1.0..=1.0).contains(&balance.0))
        && measures.rating.undefined_or(|Level(r)| (-2.0..=2.0).contains(&r))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn figures_lie_in_their_range_and_intervals_hold_them(all in proptest::collection::vec(answer(), 0..60)) {
        let project = project(&all);
        let mirror = mirror(&project, &Filter::default());
        for row in &mirror.rows {
            prop_assert!(in_range(&row.client, mirror.client.respondents), "{row:?}");
            prop_assert!(in_range(&row.employee, mirror.employee.respondents), "{row:?}");
            prop_assert!(row.stake.undefined_or(|stake| (0.0..=100.0).contains(&stake.0)));
        }
    }

    #[test]
    fn the_order_of_verbatims_changes_nothing(
        (all, shuffled) in proptest::collection::vec(answer(), 0..60)
            .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        prop_assert_eq!(bits(&rows(&all)), bits(&rows(&shuffled)));
    }

    #[test]
    fn recoding_one_moment_moves_no_other(all in proptest::collection::vec(answer(), 0..60), valence in -2_i64..=2) {
        let mut recoded = all.clone();
        for (moment, old) in recoded.iter_mut().filter_map(|answer| answer.codings.as_mut()).flatten() {
            if *moment == 1 {
                *old = Some(valence);
            }
        }
        let (before, after) = (bits(&rows(&all)), bits(&rows(&recoded)));
        prop_assert_eq!((&before[0], &before[2]), (&after[0], &after[2]));
    }
}

#[test]
fn every_pair_of_states_has_its_own_type() {
    let clients = [ClientState::Delighted, ClientState::Dissatisfied];
    let employees = [EmployeeState::Engaged, EmployeeState::Indifferent, EmployeeState::Frustrated];
    let types = clients.map(|client| employees.map(|employee| Type::of(client, employee)));
    assert_eq!(types.concat(), Type::ALL);
}

/// The type of a moment with delighted clients and employees of these valences, some of whom have several.
fn class_beside_delight(employees: &[&[i64]]) -> String {
    let one = |side, person: usize, valence| Answer {
        side,
        person: Some(u8::try_from(person).unwrap()),
        rating: None,
        codings: Some(vec![(0, Some(valence))]),
    };
    let clients = (0..4).map(|person| one(Side::Client, person, if person % 2 == 0 { 1 } else { -1 }));
    let employees = employees.iter().enumerate().flat_map(|(person, valences)| {
        valences.iter().map(move |valence| one(Side::Employee, person, *valence))
    });
    let all: Vec<Answer> = clients.chain(employees).collect();
    match rows(&all)[0].class {
        reflet::analysis::Class::Typed(kind, _) | reflet::analysis::Class::Silent(kind) => {
            kind.id().to_owned()
        }
        reflet::analysis::Class::Unclassified(reason) => reason.id().to_owned(),
    }
}

/// Clients at exactly 0 are delighted; employees at exactly ±1/3 are engaged or frustrated, in any order of summation.
#[test]
fn levels_equal_to_a_threshold_are_not_indifferent() {
    let thirds: [&[&[i64]]; 6] = [
        &[&[0], &[0], &[1]],
        &[&[1], &[0], &[0]],
        &[&[1], &[-1], &[1]],
        &[&[0, 0, 1], &[1, 0, 0], &[0, 1, 0], &[1, -1, 1], &[0, 0, 1], &[0, 1, 0], &[0, 0, 1]],
        &[&[0, 0, 1], &[1, 1, 0], &[0]],
        &[&[2], &[-2], &[2], &[-1], &[0, 0], &[1, 1]],
    ];
    for third in thirds {
        assert_eq!(class_beside_delight(third), "win_win", "{third:?}");
        let negative: Vec<Vec<i64>> = third.iter().map(|one| one.iter().map(|v| -v).collect()).collect();
        let negative: Vec<&[i64]> = negative.iter().map(Vec::as_slice).collect();
        assert_eq!(class_beside_delight(&negative), "pain", "{negative:?}");
    }
    assert_eq!(class_beside_delight(&[&[0], &[0], &[0], &[1]]), "lucky_break");
}
