//! A small project for tests: three waves, and a segment of two people per side.

use std::collections::BTreeMap;

use crate::analysis::compare::groups::Axis;
use crate::model::{
    Coding, Decision, MomentId, Project, Prompt, Response, ResponseId, Score, Side, SourceKey, Values,
    Verbatim, VerbatimId,
};

const MOMENTS: [&str; 3] = ["Accueil", "Attente", "Conseil"];

/// 3 waves × 2 sides × 12 people, each of whom cites some of three moments; two of twelve are in the region `few`.
pub fn project() -> Project {
    let mut project = Project::default();
    let moments = MOMENTS.map(|name| project.codebook.add("Parcours", name));
    let mut number = 0;
    for (wave, drift) in [("2023", 0), ("2024", 1), ("2025", 2)] {
        for side in Side::BOTH {
            for person in 0..12 {
                number += 1;
                let response = Response {
                    side,
                    source: SourceKey::Id(number.to_string()),
                    respondent: None,
                    wave: Some(wave.to_owned()),
                    date: None,
                    segments: BTreeMap::from([("region".to_owned(), region(person))]),
                    ratings: Vec::new(),
                };
                project.responses.insert(ResponseId(number), response);
                let codings = codings(person, drift, side, moments);
                let verbatim = Verbatim {
                    response: ResponseId(number),
                    prompt: Prompt::Neutral,
                    text: format!("Réponse {number}"),
                    decisions: BTreeMap::from([(
                        project.settings.coder,
                        Decision::from_codings(codings).unwrap_or(Decision::NoMoment),
                    )]),
                };
                project.verbatims.insert(VerbatimId(number), verbatim);
            }
        }
    }
    project
}

/// The axis from the second wave to the third.
pub fn axis() -> Axis {
    Axis::Waves { before: "2024".to_owned(), after: "2025".to_owned() }
}

fn region(person: i8) -> Values {
    (if person < 2 { "few" } else { "north" }).to_owned().into()
}

fn codings(person: i8, drift: i8, side: Side, moments: [MomentId; 3]) -> Vec<Coding> {
    let level = |place: i8| {
        let tilt = if side == Side::Client { 2 - place } else { place - 1 };
        Score::try_from(i64::from((tilt + (person + drift) % 3 - 1).clamp(-2, 2))).ok()
    };
    let is_cited = |place: i8| (person + place) % 3 == 0 || (person + drift + place) % 2 == 0;
    let places = (0..3).zip(moments).filter(|(place, _)| is_cited(*place));
    places.map(|(place, moment)| Coding { valence: level(place), ..Coding::of(moment) }).collect()
}
