//! The rules that the compiler does not know: which module may use which, and what may be written where.
//! ARCHITECTURE.md gives the reasons; a violation names its file, its line and the rule.

mod modules;
mod rules;
mod shell;
mod shell_only;
mod source;
mod texts;

use std::fmt;
use std::io;

use source::File;

type Outcome = Result<(), Violations>;

/// Printed line by line, as the compiler prints what it finds.
struct Violations(String);

impl fmt::Debug for Violations {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "\n{}", self.0)
    }
}

impl From<io::Error> for Violations {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

fn none(violations: &[String]) -> Outcome {
    if violations.is_empty() {
        return Ok(());
    }
    Err(Violations(violations.join("\n")))
}

#[test]
fn modules_use_each_other_in_one_direction() -> Outcome {
    let files = source::read("src", &["rs"])?;
    assert!(!files.is_empty(), "there are no sources to look at");
    none(&files.iter().flat_map(modules::violations).collect::<Vec<_>>())
}

#[test]
fn folders_of_the_shell_use_each_other_in_one_direction() -> Outcome {
    let files = source::read("src/app", &["rs"])?;
    assert!(!files.is_empty(), "there are no sources to look at");
    none(&files.iter().flat_map(shell::violations).collect::<Vec<_>>())
}

#[test]
fn no_two_files_of_the_shell_need_each_other() -> Outcome {
    none(&shell::circles(&source::read("src/app", &["rs"])?))
}

#[test]
fn each_place_has_its_row() -> Outcome {
    none(&shell::without_row(&source::read("src/app", &["rs"])?))
}

#[test]
fn the_shell_holds_no_sentence_and_no_formula() -> Outcome {
    let files = source::read("src/app", &["rs"])?;
    assert!(files.len() > 50, "there are hardly any sources to look at");
    none(&shell_only::violations(&files))
}

#[test]
fn every_text_is_used() -> Outcome {
    let texts = source::read("src/say/texts", &["json"])?;
    assert!(texts::names(&texts).len() > 900, "there are hardly any texts to look at");
    none(&texts::unused(&source::read("src", &["rs"])?, &texts))
}

#[test]
fn a_text_that_nobody_uses_is_found() {
    let texts = [file("fr.json", r#"{"head": {"undo": "Annuler", "undo_all": "Tout annuler"}}"#)];
    let code = file(
        "src/app/frame/header.rs",
        "tr!(language, head.undo_all); say!(\n    language,\n    head.undo\n)",
    );
    assert_eq!(texts::unused(&[code], &texts).len(), 0);
    let code = file("src/app/frame/header.rs", "tr!(language, head.undo_all) // head.undo");
    assert_eq!(texts::unused(&[code], &texts), ["`head.undo` is not used"]);
}

#[test]
fn sources_keep_the_rules_of_the_repository() -> Outcome {
    let files = [source::read("src", &["rs"])?, source::read("grid/src", &["rs"])?].concat();
    none(&files.iter().flat_map(rules::violations).collect::<Vec<_>>())
}

#[test]
fn nothing_names_a_folder_outside_the_repository() -> Outcome {
    let kinds = ["rs", "md", "toml", "html", "js", "css", "json", "csv", "yml"];
    let files = source::read(".", &kinds)?;
    none(&files.iter().flat_map(rules::outside).collect::<Vec<_>>())
}

/// The violations that a file of that name and content would have.
fn found(check: fn(&File) -> Vec<String>, path: &str, text: &str) -> usize {
    check(&File { path: path.to_owned(), text: text.to_owned() }).len()
}

#[test]
fn a_wrong_way_use_is_found_however_it_is_written() {
    let wrong = |path, text| found(modules::violations, path, text);
    assert_eq!(wrong("src/model/ids.rs", "use crate::command::Command;"), 1);
    assert_eq!(wrong("src/model/ids.rs", "use crate::{analysis, model::ids, app::{a, b}};"), 2);
    assert_eq!(wrong("src/model/ids.rs", "fn f() -> crate::session::Session {}"), 1);
    assert_eq!(wrong("src/history.rs", "use super::session;"), 1);
    assert_eq!(wrong("src/model/ids.rs", "use super::super::chart::Spec;"), 1);
    assert_eq!(wrong("src/session.rs", "use crate::{\n    app::State,\n    model::Project,\n};"), 1);
    assert_eq!(wrong("src/surprise.rs", "use crate::model::Project;"), 1);
    assert_eq!(wrong("src/session.rs", "use crate::surprise::Thing;"), 1);
    assert_eq!(wrong("src/bin/app.rs", "use reflet::model::Project;"), 1);
}

#[test]
fn a_right_way_use_is_let_through() {
    let wrong = |path, text| found(modules::violations, path, text);
    assert_eq!(wrong("src/session.rs", "use crate::{history::History, model::Project};"), 0);
    assert_eq!(wrong("src/model/ids.rs", "use crate::model::Project; use super::Moment;"), 0);
    assert_eq!(wrong("src/history.rs", "mod tests { use super::*; }"), 0);
    assert_eq!(wrong("src/model/ids.rs", "// see crate::command\n/// [`crate::app`]"), 0);
    assert_eq!(wrong("src/app/state.rs", "use crate::session::Session;"), 0);
    assert_eq!(wrong("src/bin/app.rs", "use reflet::app::App;"), 0);
    assert_eq!(wrong("src/lib.rs", "pub mod model;"), 0);
}

#[test]
fn each_rule_of_the_repository_can_be_broken() {
    let broken = |path, text| found(rules::violations, path, text);
    assert_eq!(broken("src/model/ids.rs", "#[derive(serde::Serialize)]"), 1);
    assert_eq!(broken("src/format/v1.rs", "#[derive(serde::Serialize)]"), 0);
    assert_eq!(broken("src/chart/draw.rs", "use plotters_canvas::CanvasBackend;"), 1);
    assert_eq!(broken("src/analysis.rs", "use web_sys::Window;"), 1);
    assert_eq!(broken("src/app/files.rs", "use web_sys::Window;"), 0);
    assert_eq!(broken("src/app/page.rs", "<p inner_html=text/>"), 1);
    assert_eq!(broken("src/import.rs", "// leptos is not needed here"), 0);
    assert_eq!(broken("src/import.rs", &"\n".repeat(401)), 1);
    assert_eq!(found(rules::outside, "README.md", concat!("see ../sha", "red/data")), 1);
    assert_eq!(found(rules::outside, "README.md", "shared with everybody"), 0);
}

fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}

#[test]
fn a_wrong_way_use_inside_the_shell_is_found() {
    let wrong = |path, text| found(shell::violations, path, text);
    assert_eq!(wrong("src/app/jobs/pause.rs", "use crate::app::places::registry::load;"), 1);
    assert_eq!(wrong("src/app/shell/route.rs", "use super::super::keep::workspace::Workspace;"), 1);
    assert_eq!(wrong("src/app/study/figures.rs", "use crate::app::{components::Confirm, shell::route};"), 1);
    assert_eq!(wrong("src/app/keep/samples.rs", "fn f() -> crate::app::study::Looked {}"), 1);
    assert_eq!(wrong("src/app/places/code/desk.rs", "use crate::app::places::mirror::table;"), 1);
    assert_eq!(wrong("src/app/places/code/desk.rs", "use super::super::registry::PLACES;"), 1);
    assert_eq!(wrong("src/app/frame/header.rs", "use crate::app::places::code;"), 1);
    assert_eq!(wrong("src/app/attic/mod.rs", "use crate::model::Project;"), 1);
    assert_eq!(
        wrong("src/app/places/code/desk.rs", "use super::state::Coding; use crate::app::keep::columns;"),
        0
    );
    assert_eq!(wrong("src/app/places/registry.rs", "use super::{code, import};"), 0);
    assert_eq!(wrong("src/app/mod.rs", "use frame::Header;"), 0);
}

#[test]
fn a_circle_and_a_place_without_row_are_found() {
    let one = file("src/app/keep/one.rs", "use super::two::Two;");
    let two = file("src/app/keep/two.rs", "use crate::app::{keep::{three, one::One}, shell};");
    let three = file("src/app/keep/three.rs", "use crate::model::Project;");
    assert_eq!(shell::circles(&[one.clone(), two, three.clone()]).len(), 1);
    assert_eq!(shell::circles(&[one, three]).len(), 0);
    let registry = file("src/app/places/registry.rs", "load: code::load,");
    let place = |name| file(&format!("src/app/places/{name}/mod.rs"), "");
    assert_eq!(shell::without_row(&[registry.clone(), place("code")]).len(), 0);
    assert_eq!(shell::without_row(&[registry, place("code"), place("act")]).len(), 1);
}

#[test]
fn what_belongs_elsewhere_is_found_in_the_shell() {
    let wrong = |text| shell_only::listed(&[file("src/app/places/code/desk.rs", text)], &[], &[]).len();
    assert_eq!(wrong("language.signed(points.0 * 100.0, 1)"), 1);
    assert_eq!(wrong("used / 1e6"), 1);
    assert_eq!(wrong("u8::from(share < 0.0995)"), 1);
    assert_eq!(wrong("(level * 2).round()"), 1);
    assert_eq!(wrong("format!(\"{name} ({value})\")"), 1);
    assert_eq!(wrong("format!(\n    \"{title} — {name}\",\n)"), 1);
    assert_eq!(wrong("format!(\"{low}–{high}\")"), 1);
    assert_eq!(wrong("format!(\"{value}\\u{202f}/{max}\")"), 1);
    assert_eq!(wrong("names.join(\", \")"), 1);
    assert_eq!(wrong("words::side(locale, side).to_lowercase()"), 1);
    assert_eq!(wrong("name == tr!(language, prompt.unknown)"), 1);
}

#[test]
fn what_the_shell_needs_is_let_through() {
    let wrong = |path, text| shell_only::listed(&[file(path, text)], &[], &[]).len();
    let place = "src/app/places/code/desk.rs";
    assert_eq!(wrong(place, "format!(\"nav-{}\", to.id()); format!(\"#/p/{}/{}\", key.0, place.id())"), 0);
    assert_eq!(wrong(place, "format!(\"height:{}px\", row); format!(\"width: calc(100% * {share:.4})\")"), 0);
    assert_eq!(wrong(place, "format!(\"{own} [data-testid={handle}]\")"), 0);
    assert_eq!(wrong(place, "let (low, high) = self.0.1; (0..=3).map(f); scroll(0.0, 0.0)"), 0);
    assert_eq!(wrong(place, "const TURN: f64 = 8.5;\n// 0.5 of them"), 0);
    assert_eq!(wrong("src/app/jobs/slice.rs", "tag < 0.5"), 0);
    assert_eq!(wrong("src/say/number.rs", "share * 100.0"), 0);
}

#[test]
fn lists_of_what_is_left_only_get_shorter() {
    let files = [file("src/app/study/titles.rs", "names.join(\" + \")"), file("src/app/frame/header.rs", "")];
    let left =
        |not_yet: &[&str], reviewed: &[(&str, &str)]| shell_only::listed(&files, not_yet, reviewed).len();
    assert_eq!(left(&[], &[]), 1);
    assert_eq!(left(&["src/app/study/titles.rs"], &[]), 0);
    assert_eq!(left(&["src/app/study/titles.rs", "src/app/frame/header.rs"], &[]), 1);
    assert_eq!(left(&[], &[("src/app/study/titles.rs", "names.join")]), 0);
    assert_eq!(left(&[], &[("src/app/study/titles.rs", "names.join"), ("src/app/frame/header.rs", "x")]), 1);
}
