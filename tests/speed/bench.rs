//! The speed of a large mirror on this machine: a hundred thousand codings over eighty moments, two thousand resamples.
//!
//! `cargo bench --no-default-features --bench mirror -- FILE` writes that project to FILE and prints, in milliseconds,
//! the fastest of five runs: measuring, drawing moment by moment, drawing whole respondents. `cargo xtask bench mirror`
//! calls it, and measures the page and numpy on the same project.
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::time::Instant;

use reflet::analysis::certainty::Resampled;
use reflet::analysis::joint::{Draw, Input};
use reflet::analysis::{Filter, measure};
use reflet::format::saved;
use reflet::model::{
    Coding, Decision, Project, Prompt, Response, ResponseId, Score, Side, SourceKey, Verbatim, VerbatimId,
};

const RESPONDENTS: u32 = 50_000;
const CODINGS: u32 = 100_000;
const STAGES: u32 = 8;
const MOMENTS: u32 = 80;
const TIMES: usize = 5;

fn main() {
    let project = project();
    if let Some(file) = std::env::args().skip(1).find(|word| !word.starts_with("--")) {
        std::fs::write(file, saved::write(&project)).unwrap();
    }
    let (filter, settings) = (Filter::default(), &project.settings);
    let mut fastest = [f64::INFINITY; 3];
    for _ in 0..TIMES {
        let (mut times, mut since) = ([0.0; 3], Instant::now());
        let mut lap = |at: usize| {
            times[at] = since.elapsed().as_secs_f64() * 1e3;
            since = Instant::now();
        };
        let mut measured = measure(&project, &filter);
        lap(0);
        let rows = &measured.mirror.rows;
        let resampled: Vec<Resampled> = rows.iter().map(|row| Resampled::new(row, settings)).collect();
        measured.mirror.classify(settings, &resampled);
        lap(1);
        let input = Input::new(&measured.mentions, &measured.mirror, settings);
        let mut draw = Draw::new(&input);
        while draw.step() < input.resamples {}
        assert!(draw.finish().gap.is_some());
        lap(2);
        for (fastest, time) in fastest.iter_mut().zip(times) {
            *fastest = fastest.min(time);
        }
    }
    println!("{:.0} {:.0} {:.0}", fastest[0], fastest[1], fastest[2]);
}

/// As many clients as employees; the person and the moment of every coding are drawn evenly. The share of positive
/// codings goes from none to all, evenly over the moments and in another order on each side, so that every move of a
/// threshold changes some types.
fn project() -> Project {
    let mut project = Project { name: "80 moments".to_owned(), ..Project::default() };
    let mut moments = Vec::new();
    for moment in 0..MOMENTS {
        let stage = format!("Stage {}", moment * STAGES / MOMENTS + 1);
        moments.push(project.codebook.add(&stage, &format!("Moment {}", moment + 1)));
    }
    for person in 1..=RESPONDENTS {
        let side = Side::BOTH[person as usize % 2];
        let response = Response {
            side,
            source: SourceKey::Id(person.to_string()),
            respondent: Some(format!("r{person}")),
            wave: None,
            date: None,
            segments: std::collections::BTreeMap::default(),
            ratings: Vec::new(),
        };
        project.responses.insert(ResponseId(person), response);
    }
    // The generator of Knuth's MMIX.
    let mut state = 1_u64;
    let mut below = |bound: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(((state >> 32) * u64::from(bound)) >> 32).unwrap()
    };
    for number in 1..=CODINGS {
        let (person, place) = (ResponseId(below(RESPONDENTS) + 1), below(MOMENTS));
        let moment = moments[place as usize];
        let order = [37, 53][person.0 as usize % 2];
        let is_good = below(MOMENTS) < place * order % MOMENTS;
        let strength = i64::from(below(2)) + 1;
        let valence = Score::try_from(if is_good { strength } else { -strength }).ok();
        let decision = Decision::Codings(vec![Coding { valence, ..Coding::of(moment) }]);
        let verbatim = Verbatim {
            response: person,
            prompt: Prompt::Unknown,
            text: "x".to_owned(),
            decisions: [(project.settings.coder, decision)].into(),
        };
        project.verbatims.insert(VerbatimId(number), verbatim);
    }
    project
}
