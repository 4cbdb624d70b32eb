//! The results table as outside programs read it, on the small project of the reference values.

#[path = "reference/project.rs"]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod project;

use reflet::analysis::{Class, Filter, Reason, Tracker, settle, tracker};
use reflet::format::results::{Cell, Dialect, Record, csv, json, rows};
use reflet::model::Project;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const ACCUEIL: usize = 0;
const ATTENTE: usize = 1;

fn mirror(change: impl Fn(&mut Project)) -> (Project, Tracker) {
    let mut project = project::read();
    change(&mut project);
    let mut tracker = tracker(&project, &Filter::default());
    settle(&mut tracker, &project.settings);
    (project, tracker)
}

/// Two of ten employees tell of waiting: their cells are empty, and so is what could be undone into them.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn few_employees_are_masked_in_both_dialects() {
    let (project, tracker) = mirror(|_| ());
    let records = rows(&project, &tracker);
    let english = csv(&records, Dialect::POINT);
    assert!(english.starts_with("\u{feff}stage,moment,client_respondents,client_n,client_frequency,"));
    assert_eq!(
        english.split("\r\n").nth(1 + ATTENTE),
        Some(
            "Parcours,Attente,13,5,0.384615,0.177097,0.644771,-87.500000,-100.000000,-47.719421,87.500000,\
             -1.000000,-2.000000,10,<5,,,,,,,,,,insufficient_both,,,"
        )
    );
    assert_eq!(
        csv(&records, Dialect::COMMA).split("\r\n").nth(1 + ATTENTE),
        Some(
            "Parcours;Attente;13;5;0,384615;0,177097;0,644771;-87,500000;-100,000000;-47,719421;87,500000;\
             -1,000000;-2,000000;10;<5;;;;;;;;;;insufficient_both;;;"
        )
    );
    let line = json(&records);
    let line = line.lines().nth(1 + ATTENTE).unwrap_or_default();
    assert!(line.contains("\"client_level\":-87.5,") && line.contains("\"employee_n\":\"<5\","), "{line}");
    assert!(line.contains("\"employee_frequency\":null,") && line.contains("\"stake\":null}"), "{line}");
    assert!(english.ends_with(",not_cited,,,\r\n"));
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn the_switch_tells_everything() {
    let (project, tracker) = mirror(|project| project.settings.protect_small_groups = false);
    let Record(cells) = &rows(&project, &tracker)[ATTENTE];
    assert_eq!(cells[14], Cell::Count(2));
    assert!(
        cells[15..24].iter().chain(&cells[27..]).all(|cell| matches!(cell, Cell::Figure(_))),
        "{cells:?}"
    );
}

/// With a minimum of two the moment has a type, which would tell how two people feel.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn a_type_of_few_employees_is_masked() {
    let (project, mut tracker) = mirror(|project| project.settings.minimum = 2);
    let kind = |tracker: &Tracker| rows(&project, tracker)[ATTENTE].0[24..].to_vec();
    let masked = |id| [Cell::Id(id), Cell::Empty, Cell::Empty, Cell::Empty];
    assert!(matches!(tracker.rows[ATTENTE].class, Class::Typed(_, Some(_))));
    assert_eq!(kind(&tracker), masked("insufficient_employee"));
    tracker.rows[ATTENTE].class = Class::Unclassified(Reason::InsufficientClient);
    assert_eq!(kind(&tracker), masked("insufficient_both"));
    tracker.rows[ATTENTE].class = Class::Unclassified(Reason::EmployeeOnly);
    assert_eq!(kind(&tracker), masked("employee_only"));
}

/// Whatever one to four employees say, the row is the same.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn a_masked_row_does_not_depend_on_what_few_say() {
    let (project, mut tracker) = mirror(|_| ());
    let before = rows(&project, &tracker)[ATTENTE].clone();
    for cited in 1..5 {
        let mut other = tracker.rows[ACCUEIL].employee.clone();
        other.cited = cited;
        tracker.rows[ATTENTE].employee = other;
        tracker.rows[ATTENTE].stake = tracker.rows[ACCUEIL].stake;
        assert_eq!(rows(&project, &tracker)[ATTENTE], before);
    }
    tracker.rows[ATTENTE].employee.cited = 5;
    assert_ne!(rows(&project, &tracker)[ATTENTE], before);
}
