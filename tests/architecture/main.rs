//! The rules that the compiler does not know: which module may use which, and what may be written where.
//! ARCHITECTURE.md gives the reasons; a violation names its file, its line and the rule.

mod both;
mod modules;
mod palette;
mod rules;
mod sheet;
mod shell;
mod shell_only;
mod source;
mod styles;
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
    none(&[files.iter().flat_map(modules::violations).collect(), modules::unknown(&files)].concat())
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
    let page = ["src", "grid/src", "resample/src"].map(|folder| source::read(folder, &["rs"]));
    let files = page.into_iter().collect::<Result<Vec<_>, _>>()?.concat();
    none(&[files.iter().flat_map(rules::violations).collect(), rules::idle(&files)].concat())
}

#[test]
fn no_file_of_any_package_is_about_more_than_one_thing() -> Outcome {
    let files = source::read(".", &["rs"])?;
    let unread = rules::unread(&source::read(".", &["toml"])?, &files);
    none(&[files.iter().flat_map(rules::too_long).collect(), unread].concat())
}

#[test]
fn tests_for_a_browser_run_in_one() -> Outcome {
    let runner = source::read("xtask/src", &["rs"])?.into_iter().find(|file| file.path.ends_with("/test.rs"));
    let runner = runner.ok_or_else(|| Violations("xtask/src/test.rs is not there".to_owned()))?;
    none(&both::violations(&source::read("tests", &["rs"])?, &runner))
}

#[test]
fn nothing_names_a_folder_outside_the_repository() -> Outcome {
    let mut found = Vec::new();
    for kind in ["rs", "md", "toml", "html", "js", "css", "json", "csv", "yml"] {
        found.extend(source::read(".", &[kind])?.iter().flat_map(rules::outside));
    }
    none(&found)
}

/// The sheets of the page.
fn sheets() -> io::Result<Vec<File>> {
    Ok([source::read("style", &["css"])?, source::read("loader", &["css"])?].concat())
}

#[test]
fn each_style_has_a_view_and_stands_with_its_place() -> Outcome {
    let (sheets, views) = (sheets()?, source::read("src/app", &["rs"])?);
    let index = File { path: "index.html".to_owned(), text: include_str!("../../index.html").to_owned() };
    assert!(
        sheets.iter().map(|sheet| sheet::rules(sheet).len()).sum::<usize>() > 200,
        "there are hardly any rules"
    );
    none(&[styles::violations(&sheets, &views), styles::unlinked(&sheets, &index)].concat())
}

#[test]
fn page_and_pictures_have_one_palette() -> Outcome {
    none(&palette::violations(&sheets()?))
}

fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), text: text.to_owned() }
}

/// The violations that a file of that name and content would have.
fn found(check: fn(&File) -> Vec<String>, path: &str, text: &str) -> usize {
    check(&file(path, text)).len()
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
    assert_eq!(found(rules::too_long, "xtask/src/main.rs", &"\n".repeat(401)), 1);
    assert_eq!(found(rules::too_long, "xtask/src/main.rs", &"\n".repeat(400)), 0);
    assert_eq!(found(rules::outside, "README.md", concat!("see ../sha", "red/data")), 1);
    assert_eq!(found(rules::outside, "README.md", "shared with everybody"), 0);
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
fn a_test_that_is_left_out_of_the_browser_is_found() {
    let mark = "#[cfg_attr(target_arch = \"wasm32\", wasm_bindgen_test::wasm_bindgen_test)]";
    let main = file("tests/one/main.rs", concat!("wasm_bindgen_test_", "configure!(run_in_browser);"));
    let runner = file("xtask/src/test.rs", "[\"one\"]");
    let wrong = |text: &str| {
        both::violations(
            &[main.clone(), file("tests/one/part.rs", text), file("tests/two.rs", "#[test]")],
            &runner,
        )
    };
    assert_eq!(wrong(&format!("{mark}\n#[test]\nfn a() {{}}")), [""; 0]);
    assert_eq!(wrong("#[test]\nfn a() {}"), ["tests/one/part.rs:1: this test does not run in a browser"]);
    assert_eq!(wrong("#![cfg(not(target_arch = \"wasm32\"))]\n#[test]\nfn a() {}"), [""; 0]);
    assert_eq!(both::violations(std::slice::from_ref(&main), &file("xtask/src/test.rs", "")).len(), 1);
    assert_eq!(both::violations(&[file("tests/two.rs", "#[test]")], &runner).len(), 1);
}

#[test]
fn a_rule_of_nothing_is_broken() {
    assert!(source::read("style", &["rs"]).is_err());
    let model = [file("src/model/ids.rs", "")];
    assert_eq!(rules::idle(&model).len(), 0);
    assert_eq!(rules::idle(&[file("src/app/page.rs", "")]).len(), 7);
    let missing = modules::unknown(&model);
    assert!(missing.iter().any(|line| line.contains("`command`")), "{missing:?}");
    assert!(!missing.iter().any(|line| line.contains("`model`")), "{missing:?}");
    let packages = [file("Cargo.toml", ""), file("deny.toml", ""), file("grid/Cargo.toml", "")];
    assert_eq!(rules::unread(&packages, &model), ["grid/Cargo.toml: no file of this package was read"]);
    assert_eq!(rules::unread(&packages, &[file("grid/src/lib.rs", "")]).len(), 1);
}

#[test]
fn what_belongs_elsewhere_is_found_in_the_shell() {
    let wrong = |text| shell_only::violations(&[file("src/app/places/code/desk.rs", text)]).len();
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
    let wrong = |path, text| shell_only::violations(&[file(path, text)]).len();
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
fn a_style_without_a_view_or_with_another_place_is_found() {
    let views = [
        file("src/app/places/code/desk.rs", "<p class=\"desk own\" class:over=over>"),
        file("src/app/places/mirror/table.rs", "<p class=\"table\"><p class=\"field\"><p class=\"drill\">"),
        file("src/app/places/mirror/insight/arrows.rs", "<p class=\"arrow\"><p class=\"drill\">"),
        file("src/app/components/confirm.rs", "<p class=\"confirm\">"),
    ];
    let wrong = |path, text| styles::violations(&[file(path, text)], &views).len();
    let code = |text| wrong("style/code.css", text);
    assert_eq!(code(".desk, .own.over > p { margin: 0; }"), 0);
    assert_eq!(code(".desk .confirm, p:is(.desk, .own) { margin: 0.5rem; }"), 0);
    assert_eq!(code("@media (max-width: 40.5rem) {\n  .desks { margin: 0; }\n}"), 1);
    assert_eq!(code(".table, .desk .table { margin: 0; }"), 2);
    assert_eq!(code(".confirm, progress { margin: 0; }"), 2);
    assert_eq!(wrong("style/main.css", ".confirm, p { margin: 0; } .desk { margin: 0; }"), 1);
    assert_eq!(wrong("style/mirror.css", ".table, .drill { margin: 0; } .arrow { margin: 0; }"), 1);
    assert_eq!(wrong("style/insight.css", ".arrow .drill { margin: 0; } .drill { margin: 0; }"), 1);
    assert_eq!(wrong("style/tokens.css", "/* .gone */ :root { --ink: #000000; }"), 0);
    let unreadable =
        [file("src/app/frame/header.rs", "<p class=name>"), file("src/app/mod.rs", "p().class(name)")];
    assert_eq!(styles::violations(&[], &unreadable).len(), 2);
    let index = file("index.html", "<link data-trunk rel=\"css\" href=\"style/code.css\">");
    let linked = |path| styles::unlinked(&[file(path, "")], &index).len();
    assert_eq!((linked("style/code.css"), linked("style/import.css")), (0, 1));
}

#[test]
fn a_colour_of_its_own_or_too_faint_is_found() -> Outcome {
    let tokens = source::read("style", &["css"])?.into_iter().find(|file| file.path.ends_with("tokens.css"));
    let tokens = tokens.ok_or_else(|| Violations("there are no tokens".to_owned()))?;
    let wrong = |rule: &str| palette::violations(&[tokens.clone(), file("style/code.css", rule)]);
    assert_eq!(
        wrong("a { color: var(--faint); } b { background: var(--accent); color: var(--on-accent); }"),
        [""; 0]
    );
    assert_eq!(wrong("a { border: 1px solid #0072b2; }").len(), 1);
    // On paper and on wash, of the light theme alone.
    assert_eq!(wrong("a { color: var(--employee); }").len(), 2);
    assert_eq!(wrong("a { background: var(--line); color: var(--paper); }").len(), 2);
    assert_eq!(wrong("a { color: var(--side); }").len(), 4);
    let other = |from: &str, to: &str| {
        palette::violations(&[file("style/tokens.css", &tokens.text.replace(from, to))])
    };
    assert_eq!(other("--client: #0072b2", "--client: #0072b3").len(), 1);
    assert_eq!(other("--employee: #e5751c", "--employee: #ee8a42").len(), 1);
    assert_eq!(other("--warning: #8a5a00", "--warning: #c0c000").len(), 2);
    Ok(())
}
