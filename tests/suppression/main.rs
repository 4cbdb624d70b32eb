//! Suppression against an attacker who holds every export of a project under every offered filter.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod attack;
mod plain;
mod study;

use std::collections::BTreeMap;

use attack::{Attack, People};
use proptest::prelude::*;
use reflet::analysis::groups::{Plan, protect};
use reflet::analysis::{Filter, add_certainty, mirror};
use reflet::format::results::{COLUMNS, Cell, Record, rows};
use reflet::model::{MomentId, Project, Respondent, Response, ResponseId, Side};
use study::{project, study};

/// The people that a column is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Figures {
    All,
    Cited(MomentId),
    Valued(MomentId),
    Rated(MomentId),
}

/// For each kind of figures, the sets of people of the published and of the masked cells.
type PublishedSets = BTreeMap<Figures, (Vec<People>, Vec<People>)>;

/// The results as they leave the page.
fn released(project: &Project, plan: &Plan, filter: &Filter) -> Vec<Record> {
    let mut mirror = mirror(project, filter);
    add_certainty(&mut mirror, &project.settings);
    rows(project, &protect(project, &mirror, filter, plan))
}

fn column(name: &str) -> usize {
    COLUMNS.iter().position(|column| *column == name).unwrap()
}

/// The employees under a filter with a verbatim whose decision is such.
fn people(project: &Project, filter: &Filter, such: impl Fn(&reflet::model::Decision) -> bool) -> People {
    let name = |id: ResponseId, response: &Response| match Project::respondent(id, response) {
        Respondent::Named(_, name) => name.to_owned(),
        Respondent::Anonymous(id) => format!("#{}", id.0),
    };
    let verbatims = project.verbatims.values();
    let decided = verbatims.filter(|v| project.decision(v).is_some_and(&such)).map(|v| v.response);
    let responses = decided.map(|id| (id, &project.responses[&id]));
    let held = responses.filter(|(_, response)| response.side == Side::Employee && filter.holds(response));
    held.map(|(id, response)| name(id, response)).collect()
}

/// The employees who gave a rating in a response that the filter holds.
fn raters(project: &Project, filter: &Filter) -> People {
    let rated = project.responses.iter().filter(|(_, response)| {
        response.side == Side::Employee && filter.holds(response) && !response.ratings.is_empty()
    });
    rated
        .map(|(id, response)| match Project::respondent(*id, response) {
            Respondent::Named(_, name) => name.to_owned(),
            Respondent::Anonymous(id) => format!("#{}", id.0),
        })
        .collect()
}

/// The sets behind all cells of all exports, by whether the cell is written or masked.
fn published(project: &Project) -> PublishedSets {
    let plan = Plan::new(project);
    let mut sets = PublishedSets::new();
    for filter in plan.filters() {
        let all = people(project, filter, |_| true);
        let raters = raters(project, filter);
        for (Record(cells), (_, moment)) in
            released(project, &plan, filter).iter().zip(project.codebook.moments())
        {
            let id = moment.id;
            let of = |valued: bool| {
                let such = move |coding: &reflet::model::Coding| {
                    coding.moment == id && (!valued || coding.valence.is_some())
                };
                people(project, filter, |decision| decision.codings().iter().any(such))
            };
            let cited = of(false);
            let rated: People = cited.intersection(&raters).cloned().collect();
            let columns = [
                (Figures::All, "employee_respondents", all.clone()),
                (Figures::Cited(id), "employee_n", cited.clone()),
                (Figures::Valued(id), "employee_level", of(true)),
                (Figures::Rated(id), "employee_rating", rated),
            ];
            for (figures, name, people) in columns {
                let (open, masked) = sets.entry(figures).or_default();
                match cells[column(name)] {
                    Cell::Count(count) => {
                        assert_eq!(count as usize, people.len(), "{filter:?} {name}");
                        open.push(people);
                    }
                    Cell::Figure(_) => open.push(people),
                    // The cell is empty for lack of people, and not masked.
                    Cell::Empty if people.is_empty() => (),
                    _ => masked.push(people),
                }
            }
            check_derived_cells(cells);
        }
    }
    sets
}

/// Where a count is masked, the cells beside it are empty; without a level, so are all cells made of levels.
fn check_derived_cells(cells: &[Cell; COLUMNS.len()]) {
    let empty = |names: &[&str]| {
        for name in names {
            assert_eq!(cells[column(name)], Cell::Empty, "{name}");
        }
    };
    if !matches!(cells[column("employee_n")], Cell::Count(_)) {
        empty(&[
            "employee_frequency",
            "employee_frequency_low",
            "employee_frequency_high",
            "employee_rating",
        ]);
        empty(&["employee_level"]);
    }
    if cells[column("employee_level")] == Cell::Empty {
        empty(&["employee_level_low", "employee_level_high", "employee_intensity", "employee_balance"]);
        empty(&["type_probability", "confidence", "stake"]);
    }
}

fn check_attack(project: &Project, threshold: u32) -> Result<(), TestCaseError> {
    for (figures, (open, masked)) in published(project) {
        let attack = Attack::new(&open, &masked);
        prop_assert_eq!(attack.masked_that_follows(), None, "{:?}: a masked cell follows", figures);
        prop_assert_eq!(attack.few_disclosed(threshold), None, "{:?}: a few are disclosed", figures);
        for people in &open {
            let few = (1..threshold as usize).contains(&people.len());
            prop_assert!(!few, "{:?}: of {} people", figures, people.len());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn no_figure_about_fewer_than_five_follows((moments, responses) in study()) {
        check_attack(&project(moments, 5, &responses), 5)?;
    }

    #[test]
    fn no_figure_about_fewer_than_ten_follows((moments, responses) in study()) {
        check_attack(&project(moments, 10, &responses), 10)?;
    }
}
