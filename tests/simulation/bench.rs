//! The accuracy of the method's figures, in simulated studies whose truth is known.
//!
//! `cargo bench --no-default-features --bench simulation` runs every question, prints one or two Markdown tables for
//! each, and fails if a goal is missed that `known` does not list, or one that it lists is reached. With the name of a
//! question it runs that one alone; `quick` draws a twentieth and checks no goal. The head of each file states its
//! population and its measure. The same seed prints the same tables on every machine.
//! The figures that sentences of the page quote are in `src/say/simulated.rs`; it fails too if others are found
//! (`cargo xtask accuracy --publish` writes them).
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

mod difference;
mod discovery;
mod firm;
mod frequency;
mod known;
mod level;
mod population;
mod published;
mod random;
mod report;
mod survey;
mod symmetry;
mod what_if;

use std::process::ExitCode;

use report::Report;

/// A question with its name.
type Question = (&'static str, fn(&mut Report));

const QUESTIONS: [Question; 7] = [
    ("frequency", frequency::run),
    ("level", level::run),
    ("difference", difference::run),
    ("what-if", what_if::run),
    ("firm", firm::run),
    ("changes", discovery::run),
    ("symmetry", symmetry::run),
];

fn main() -> ExitCode {
    // cargo adds options of its own.
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let named = |name: &str| asked.iter().any(|word| word == name);
    let all = !QUESTIONS.iter().any(|(name, _)| named(name));
    if let Some(word) = asked.iter().find(|w| *w != "quick" && !QUESTIONS.iter().any(|(name, _)| w == name)) {
        eprintln!("no question is called {word}");
        return ExitCode::from(2);
    }
    let mut report = Report::new(!named("quick"));
    for (_, run) in QUESTIONS.iter().filter(|(name, _)| all || named(name)) {
        run(&mut report);
    }
    if all {
        report.all_answered();
    }
    if report.finish() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
