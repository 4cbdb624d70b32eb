//! The exported results table, on the small project of the reference values.

#[path = "reference/project.rs"]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod project;

use reflet::analysis::groups::{Plan, protect};
use reflet::analysis::{Class, Filter, Mirror, add_certainty, mirror};
use reflet::format::results::{Cell, Dialect, Record, csv, json, rows};
use reflet::model::{Decision, Project, Score, Side, SmallGroup};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const ATTENTE: usize = 1;

fn mirror_of(change: impl Fn(&mut Project)) -> (Project, Mirror) {
    let mut project = project::read();
    change(&mut project);
    let mut mirror = mirror(&project, &Filter::default());
    add_certainty(&mut mirror, &project.settings);
    (project, mirror)
}

/// The results as they leave the page.
fn released(project: &Project, mirror: &Mirror) -> Vec<Record> {
    rows(project, &protect(project, mirror, &Filter::default(), &Plan::new(project)))
}

/// Two of ten employees cite waiting: their cells are empty, and so are those that they could be derived from.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn few_employees_are_masked_in_both_dialects() {
    let (project, mirror) = mirror_of(|_| ());
    let records = released(&project, &mirror);
    let english = csv(&records, Dialect::POINT);
    assert!(english.starts_with("\u{feff}stage,moment,client_respondents,client_n,client_frequency,"));
    assert_eq!(
        english.split("\r\n").nth(1 + ATTENTE),
        Some(
            "Parcours,Attente,13,5,0.384615,0.177097,0.644771,-87.500000,-100.000000,-47.719421,87.500000,\
             -1.000000,-17.500000,10,<5,,,,,,,,,,insufficient_both,,,,"
        )
    );
    assert_eq!(
        csv(&records, Dialect::COMMA).split("\r\n").nth(1 + ATTENTE),
        Some(
            "Parcours;Attente;13;5;0,384615;0,177097;0,644771;-87,500000;-100,000000;-47,719421;87,500000;\
             -1,000000;-17,500000;10;<5;;;;;;;;;;insufficient_both;;;;"
        )
    );
    let line = json(&records);
    let line = line.lines().nth(1 + ATTENTE).unwrap_or_default();
    assert!(line.contains("\"client_level\":-87.5,") && line.contains("\"employee_n\":\"<5\","), "{line}");
    assert!(line.contains("\"employee_frequency\":null,") && line.contains("\"stake\":null,"), "{line}");
    assert!(english.ends_with(",not_cited,,,,\r\n"));
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn without_protection_all_cells_are_written() {
    let (project, mirror) = mirror_of(|project| project.settings.protect_small_groups = false);
    let Record(cells) = &released(&project, &mirror)[ATTENTE];
    assert_eq!(cells[14], Cell::Count(2));
    assert!(
        cells[15..24].iter().chain(&cells[27..28]).all(|cell| matches!(cell, Cell::Figure(_))),
        "{cells:?}"
    );
}

/// The number that a masked count is below is the project's.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn a_masked_count_is_below_the_minimum_of_the_project() {
    let (project, mirror) = mirror_of(|project| {
        project.settings.small_group = SmallGroup::new(10).unwrap_or(SmallGroup::DEFAULT);
    });
    assert_eq!(released(&project, &mirror)[ATTENTE].0[14], Cell::Below(10));
    let (project, mirror) = mirror_of(|project| {
        project.settings.small_group = SmallGroup::new(11).unwrap_or(SmallGroup::DEFAULT);
    });
    for Record(cells) in released(&project, &mirror) {
        assert_eq!(cells[13], Cell::Below(11));
        assert!(cells[14..24].iter().chain(&cells[25..]).all(|cell| *cell == Cell::Empty), "{cells:?}");
        // Masked employees may be enough for a type, so the reason must not be that they are too few.
        assert_eq!(cells[24], Cell::Id("masked"));
    }
}

/// With a minimum of two the moment has a type, which would disclose the valences of two people.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn a_type_of_few_employees_is_masked() {
    let (project, mirror) = mirror_of(|project| project.settings.minimum = 2);
    assert!(matches!(mirror.rows[ATTENTE].class, Class::Typed(_, Some(_))));
    assert_eq!(
        released(&project, &mirror)[ATTENTE].0[24..],
        [Cell::Id("masked"), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]
    );
}

/// The row is the same whatever the valences of the few.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn a_masked_row_does_not_depend_on_the_valences_of_the_few() {
    let said = |score: Option<i64>| {
        let (project, mirror) = mirror_of(|project| {
            project.settings.minimum = 2;
            let waiting = project.codebook.moments().nth(ATTENTE).map(|(_, moment)| moment.id);
            let responses = project.responses.clone();
            for verbatim in project.verbatims.values_mut() {
                let employee = responses.get(&verbatim.response).is_some_and(|r| r.side == Side::Employee);
                for decision in verbatim.decisions.values_mut().filter(|_| employee) {
                    let Decision::Codings(codings) = decision else { continue };
                    for coding in codings.iter_mut().filter(|coding| Some(coding.moment) == waiting) {
                        coding.valence = score.and_then(|score| Score::try_from(score).ok());
                    }
                }
            }
        });
        released(&project, &mirror)[ATTENTE].clone()
    };
    for score in [None, Some(-2), Some(0)] {
        assert_eq!(said(score), said(Some(2)));
    }
}

/// The whole table, with its resampled figures, is the one that the native program wrote once.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn the_same_bytes_everywhere() {
    let (project, mirror) = mirror_of(|project| project.settings.protect_small_groups = false);
    let table = csv(&rows(&project, &mirror), Dialect::POINT);
    let hash = table.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    assert_eq!(hash, 1_821_576_784_050_468_169, "{table}");
}
