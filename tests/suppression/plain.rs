//! Small studies whose answer can be worked out by hand.

use reflet::analysis::groups::Plan;
use reflet::analysis::{Filter, groups::protect, mirror};
use reflet::format::results::{Cell, Record};
use reflet::model::{Project, Side};

use super::study::{ResponseSpec, project};
use super::{column, released};

fn segment(name: &str, value: &str) -> Filter {
    Filter { wave: None, segment: Some((name.to_owned(), value.to_owned())) }
}

fn wave(name: &str) -> Filter {
    Filter { wave: Some(name.to_owned()), segment: None }
}

/// `all` employees who cite the first moment, the first `second` of whom cite the second one too.
fn group(
    all: usize,
    second: usize,
    wave: Option<&'static str>,
    segments: &[(&'static str, &str)],
) -> Vec<ResponseSpec> {
    let segments: Vec<_> = segments.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    let codings = |at: usize| {
        let valence = i64::try_from(at % 5).ok().map(|v| v - 2);
        [(0, valence), (1, valence)].into_iter().take(if at < second { 2 } else { 1 }).collect()
    };
    let spec = |at| ResponseSpec {
        side: Side::Employee,
        person: None,
        wave,
        segments: segments.clone(),
        rating: true,
        codings: Some(codings(at)),
    };
    (0..all).map(spec).collect()
}

fn cells(project: &Project, filter: &Filter, column_name: &str) -> Vec<Cell> {
    let rows = released(project, &Plan::new(project), filter);
    rows.into_iter().map(|Record(cells)| cells[column(column_name)].clone()).collect()
}

fn stores(sizes: &[(usize, usize)]) -> Vec<ResponseSpec> {
    let names = ["A", "B", "C", "D"];
    sizes
        .iter()
        .zip(names)
        .flat_map(|((all, second), name)| group(*all, *second, None, &[("store", name)]))
        .collect()
}

#[test]
fn a_second_store_that_discloses_a_small_third_one_is_refused() {
    let project = project(2, 5, &stores(&[(20, 10), (20, 10), (3, 3)]));
    let plan = Plan::new(&project);
    assert_eq!(plan.filters(), [Filter::default(), segment("store", "A")]);
    let refused = |name| cells(&project, &segment("store", name), "employee_respondents");
    assert_eq!(refused("B"), [Cell::Empty, Cell::Empty]);
    assert_eq!(refused("C"), [Cell::Below(5), Cell::Below(5)]);
    let Record(row) = &released(&project, &plan, &segment("store", "B"))[0];
    assert!(row[column("employee_n")..column("type")].iter().all(|cell| *cell == Cell::Empty), "{row:?}");
    let hidden = protect(&project, &mirror(&project, &segment("store", "C")), &segment("store", "C"), &plan);
    assert!(hidden.employee.respondents == 0 && hidden.employee.mean_level.is_err());
}

#[test]
fn a_store_that_differs_from_its_region_by_three_is_refused() {
    let mut specs = group(20, 0, None, &[("region", "north"), ("store", "A")]);
    specs.extend(group(3, 0, None, &[("region", "north")]));
    specs.extend(group(30, 0, None, &[("region", "south"), ("store", "B")]));
    let plan = Plan::new(&project(2, 5, &specs));
    // Regions come first. Store A would disclose three in the north; B is the whole south.
    let south =
        [Filter::default(), segment("region", "south"), segment("region", "north"), segment("store", "B")];
    assert_eq!(plan.filters(), south);
}

#[test]
fn a_wave_that_discloses_a_few_who_came_twice_or_once_is_refused() {
    let answers = |first: std::ops::Range<u32>, second: std::ops::Range<u32>| {
        let wave = |name, people: std::ops::Range<u32>| {
            let specs = group(people.len(), 0, Some(name), &[]);
            specs.into_iter().zip(people).map(|(spec, person)| ResponseSpec { person: Some(person), ..spec })
        };
        let specs: Vec<ResponseSpec> = wave("2024", first).chain(wave("2025", second)).collect();
        Plan::new(&project(2, 5, &specs)).filters().to_vec()
    };
    let all = [Filter::default(), wave("2024"), wave("2025")];
    assert_eq!(answers(0..20, 10..30), all);
    // Three came twice: the sum of both waves less all.
    assert_eq!(answers(0..20, 17..40), all[..2]);
    // Three came the second time only: all less the first wave.
    assert_eq!(answers(0..20, 0..23), [Filter::default(), wave("2025")]);
}

#[test]
fn a_complement_of_few_is_not_offered() {
    let project = project(2, 10, &stores(&[(40, 20), (9, 9)]));
    assert_eq!(Plan::new(&project).filters(), [Filter::default()]);
}

#[test]
fn the_later_of_two_conflicting_cells_is_masked() {
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
fn a_zero_is_published() {
    let project = project(2, 5, &stores(&[(30, 12), (25, 0), (20, 8)]));
    let count = |name| cells(&project, &segment("store", name), "employee_n")[1].clone();
    assert_eq!(["A", "B", "C"].map(count), [Cell::Count(12), Cell::Count(0), Cell::Count(8)]);
}

#[test]
fn a_level_of_few_valences_is_masked() {
    let mut specs = stores(&[(20, 20)]);
    for spec in &mut specs[2..] {
        if let Some(codings) = &mut spec.codings {
            codings[1].1 = None;
        }
    }
    let project = project(2, 5, &specs);
    assert_eq!(cells(&project, &Filter::default(), "employee_n"), [Cell::Count(20), Cell::Count(20)]);
    assert_eq!(cells(&project, &Filter::default(), "employee_level")[1], Cell::Empty);
    assert!(matches!(cells(&project, &Filter::default(), "employee_rating")[1], Cell::Figure(_)));
}

/// With large groups nothing is masked.
#[test]
fn large_groups_are_published_in_full() {
    let mut specs = Vec::new();
    for wave in ["2024", "2025"] {
        for (region, store) in [("north", "A"), ("north", "B"), ("south", "C")] {
            specs.extend(group(12, 6, Some(wave), &[("region", region), ("store", store)]));
        }
    }
    let project = project(2, 5, &specs);
    let plan = Plan::new(&project);
    assert_eq!(plan.filters().len(), 3 * (1 + 5));
    for filter in plan.filters() {
        let measured = mirror(&project, filter);
        assert_eq!(protect(&project, &measured, filter, &plan), measured);
    }
}

/// People who use the shop, the telephone, or both: each of the three groups has to be large enough or empty.
#[test]
fn a_channel_that_discloses_a_few_who_use_both_or_one_is_refused() {
    let offered = |shop: usize, both: usize, phone: usize| {
        let (in_shop, by_phone) = (("channel", "shop"), ("channel", "phone"));
        let mut specs = group(shop, 0, None, &[in_shop]);
        specs.extend(group(both, 0, None, &[in_shop, by_phone]));
        specs.extend(group(phone, 0, None, &[by_phone]));
        Plan::new(&project(2, 5, &specs)).filters().to_vec()
    };
    let all = Filter::default();
    let [shop, phone] = ["shop", "phone"].map(|value| segment("channel", value));
    assert_eq!(offered(20, 10, 15), [all.clone(), shop.clone(), phone.clone()]);
    // Three use the shop alone: all less those who use the telephone.
    assert_eq!(offered(3, 20, 17), [all.clone(), shop.clone()]);
    // Three use both: the sum of both channels less all.
    assert_eq!(offered(20, 3, 17), [all, shop]);
}

#[test]
fn without_protection_all_is_published() {
    let mut project = project(2, 5, &stores(&[(20, 10), (20, 10), (3, 3)]));
    project.settings.protect_small_groups = false;
    let plan = Plan::new(&project);
    assert_eq!(plan.filters().len(), 4);
    let measured = mirror(&project, &segment("store", "C"));
    assert_eq!(protect(&project, &measured, &segment("store", "C"), &plan), measured);
}
