//! Plain studies, whose answer anybody can work out.

use reflet::analysis::groups::Plan;
use reflet::analysis::{Filter, groups::protect, tracker};
use reflet::format::results::{Cell, Record};
use reflet::model::{Project, Side};

use super::study::{Told, project};
use super::{column, released};

fn segment(name: &str, value: &str) -> Filter {
    Filter { wave: None, segment: Some((name.to_owned(), value.to_owned())) }
}

fn wave(name: &str) -> Filter {
    Filter { wave: Some(name.to_owned()), segment: None }
}

/// That many employees who tell of the first moment, of whom so many tell of the second.
fn group(
    all: usize,
    second: usize,
    wave: Option<&'static str>,
    segments: &[(&'static str, &str)],
) -> Vec<Told> {
    let segments: Vec<_> = segments.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    let codings = |at: usize| {
        let valence = i64::try_from(at % 5).ok().map(|v| v - 2);
        [(0, valence), (1, valence)].into_iter().take(if at < second { 2 } else { 1 }).collect()
    };
    let told = |at| Told {
        side: Side::Employee,
        person: None,
        wave,
        segments: segments.clone(),
        rating: true,
        codings: Some(codings(at)),
    };
    (0..all).map(told).collect()
}

fn cells(project: &Project, filter: &Filter, column_name: &str) -> Vec<Cell> {
    let rows = released(project, &Plan::new(project), filter);
    rows.into_iter().map(|Record(cells)| cells[column(column_name)].clone()).collect()
}

fn stores(sizes: &[(usize, usize)]) -> Vec<Told> {
    let names = ["A", "B", "C", "D"];
    sizes
        .iter()
        .zip(names)
        .flat_map(|((all, second), name)| group(*all, *second, None, &[("store", name)]))
        .collect()
}

#[test]
fn the_second_of_three_stores_would_tell_of_the_third() {
    let project = project(2, 5, &stores(&[(20, 10), (20, 10), (3, 3)]));
    let plan = Plan::new(&project);
    assert_eq!(plan.filters(), [Filter::default(), segment("store", "A")]);
    let refused = |name| cells(&project, &segment("store", name), "employee_respondents");
    assert_eq!(refused("B"), [Cell::Empty, Cell::Empty]);
    assert_eq!(refused("C"), [Cell::Below(5), Cell::Below(5)]);
    let Record(row) = &released(&project, &plan, &segment("store", "B"))[0];
    assert!(row[column("employee_n")..column("type")].iter().all(|cell| *cell == Cell::Empty), "{row:?}");
    let hidden = protect(&project, &tracker(&project, &segment("store", "C")), &segment("store", "C"), &plan);
    assert!(hidden.employee.respondents == 0 && hidden.employee.mean_level.is_err());
}

#[test]
fn a_region_that_is_a_store_and_three_more_tells_of_them() {
    let mut told = group(20, 0, None, &[("region", "north"), ("store", "A")]);
    told.extend(group(3, 0, None, &[("region", "north")]));
    told.extend(group(30, 0, None, &[("region", "south"), ("store", "B")]));
    let plan = Plan::new(&project(2, 5, &told));
    // Regions come first. Store A would tell of three in the north; B is the south.
    let south =
        [Filter::default(), segment("region", "south"), segment("region", "north"), segment("store", "B")];
    assert_eq!(plan.filters(), south);
}

#[test]
fn two_waves_tell_of_those_who_came_twice_or_once() {
    let answers = |first: std::ops::Range<u32>, second: std::ops::Range<u32>| {
        let wave = |name, people: std::ops::Range<u32>| {
            let told = group(people.len(), 0, Some(name), &[]);
            told.into_iter().zip(people).map(|(told, person)| Told { person: Some(person), ..told })
        };
        let told: Vec<Told> = wave("2024", first).chain(wave("2025", second)).collect();
        Plan::new(&project(2, 5, &told)).filters().to_vec()
    };
    let all = [Filter::default(), wave("2024"), wave("2025")];
    assert_eq!(answers(0..20, 10..30), all);
    // Three came twice: both waves together less everybody.
    assert_eq!(answers(0..20, 17..40), all[..2]);
    // Three came the second time only: everybody less the first wave.
    assert_eq!(answers(0..20, 0..23), [Filter::default(), wave("2025")]);
}

#[test]
fn a_complement_of_few_is_not_offered() {
    let project = project(2, 10, &stores(&[(40, 20), (9, 9)]));
    assert_eq!(Plan::new(&project).filters(), [Filter::default()]);
}

#[test]
fn of_cells_the_later_gives_way() {
    let project = project(2, 5, &stores(&[(30, 12), (25, 3), (20, 8)]));
    let count = |filter: &Filter| cells(&project, filter, "employee_n")[1].clone();
    assert_eq!(Plan::new(&project).filters().len(), 4);
    assert_eq!(count(&Filter::default()), Cell::Count(23));
    assert_eq!(
        ["A", "B", "C"].map(|name| count(&segment("store", name))),
        [Cell::Count(12), Cell::Below(5), Cell::Empty]
    );
}

#[test]
fn nobody_is_told() {
    let project = project(2, 5, &stores(&[(30, 12), (25, 0), (20, 8)]));
    let count = |name| cells(&project, &segment("store", name), "employee_n")[1].clone();
    assert_eq!(["A", "B", "C"].map(count), [Cell::Count(12), Cell::Count(0), Cell::Count(8)]);
}

#[test]
fn few_valences_are_no_level() {
    let mut told = stores(&[(20, 20)]);
    for told in &mut told[2..] {
        if let Some(codings) = &mut told.codings {
            codings[1].1 = None;
        }
    }
    let project = project(2, 5, &told);
    assert_eq!(cells(&project, &Filter::default(), "employee_n"), [Cell::Count(20), Cell::Count(20)]);
    assert_eq!(cells(&project, &Filter::default(), "employee_level")[1], Cell::Empty);
    assert!(matches!(cells(&project, &Filter::default(), "employee_rating")[1], Cell::Figure(_)));
}

/// Where groups are ample, all is told, and nothing is changed.
#[test]
fn ample_groups_are_told_in_full() {
    let mut told = Vec::new();
    for wave in ["2024", "2025"] {
        for (region, store) in [("north", "A"), ("north", "B"), ("south", "C")] {
            told.extend(group(12, 6, Some(wave), &[("region", region), ("store", store)]));
        }
    }
    let project = project(2, 5, &told);
    let plan = Plan::new(&project);
    assert_eq!(plan.filters().len(), 3 * (1 + 5));
    for filter in plan.filters() {
        let measured = tracker(&project, filter);
        assert_eq!(protect(&project, &measured, filter, &plan), measured);
    }
}

/// Of 40 who use the shop or the telephone, or both: each channel, each alone and both together have to be enough, or none.
#[test]
fn channels_that_share_people_tell_of_who_uses_both_or_one() {
    let offered = |shop: usize, both: usize, phone: usize| {
        let (in_shop, by_phone) = (("channel", "shop"), ("channel", "phone"));
        let mut told = group(shop, 0, None, &[in_shop]);
        told.extend(group(both, 0, None, &[in_shop, by_phone]));
        told.extend(group(phone, 0, None, &[by_phone]));
        Plan::new(&project(2, 5, &told)).filters().to_vec()
    };
    let all = Filter::default();
    let [shop, phone] = ["shop", "phone"].map(|value| segment("channel", value));
    assert_eq!(offered(20, 10, 15), [all.clone(), shop.clone(), phone.clone()]);
    // Three use the shop alone: everybody less those who use the telephone.
    assert_eq!(offered(3, 20, 17), [all.clone(), shop.clone()]);
    // Three use both: both channels together less everybody.
    assert_eq!(offered(20, 3, 17), [all, shop]);
}

#[test]
fn without_protection_all_is_told() {
    let mut project = project(2, 5, &stores(&[(20, 10), (20, 10), (3, 3)]));
    project.settings.protect_small_groups = false;
    let plan = Plan::new(&project);
    assert_eq!(plan.filters().len(), 4);
    let measured = tracker(&project, &segment("store", "C"));
    assert_eq!(protect(&project, &measured, &segment("store", "C"), &plan), measured);
}
