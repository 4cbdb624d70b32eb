//! The small project of `mirror.csv`.

use std::collections::BTreeMap;

use reflet::model::{
    Coding, Decision, MomentId, Project, Prompt, Rating, Response, Scale, Score, Side, SourceKey, Verbatim,
};

const TABLE: &str = include_str!("mirror.csv");

/// Its moments, in journey order.
pub const MOMENTS: [&str; 5] = ["Accueil", "Attente", "Réclamation", "Devis", "Retour"];

/// Reads it; lines of one response follow each other.
pub fn read() -> Project {
    let mut project = Project::default();
    for moment in MOMENTS {
        project.codebook.add("Parcours", moment);
    }
    let mut reader = csv::Reader::from_reader(TABLE.as_bytes());
    for line in reader.deserialize() {
        add(&mut project, &line.unwrap());
    }
    project
}

#[derive(serde::Deserialize)]
struct Line {
    side: String,
    response: String,
    person: String,
    wave: String,
    store: String,
    ratings: String,
    prompt: String,
    codings: String,
}

fn add(project: &mut Project, line: &Line) {
    let source = SourceKey::Id(line.response.clone());
    let known = project.responses.iter().find(|(_, response)| response.source == source).map(|(id, _)| *id);
    let id = known.unwrap_or_else(|| {
        let id = project.free_response_id();
        project.responses.insert(id, response(line, source));
        id
    });
    let decision = decision(project, &line.codings);
    let verbatim = Verbatim {
        response: id,
        prompt: match line.prompt.as_str() {
            "positive" => Prompt::Positive,
            "negative" => Prompt::Negative,
            "neutral" => Prompt::Neutral,
            _ => Prompt::Unknown,
        },
        text: String::new(),
        decisions: decision.map(|decision| (project.settings.coder, decision)).into_iter().collect(),
    };
    let id = project.free_verbatim_id();
    project.verbatims.insert(id, verbatim);
}

fn response(line: &Line, source: SourceKey) -> Response {
    Response {
        side: if line.side == "client" { Side::Client } else { Side::Employee },
        source,
        respondent: (line.person != "-").then(|| line.person.clone()),
        wave: Some(line.wave.clone()),
        date: None,
        segments: BTreeMap::from([("store".to_owned(), line.store.clone().into())]),
        ratings: line.ratings.split(',').filter(|rating| *rating != "-").map(rating).collect(),
    }
}

/// `name:value:min:max`.
fn rating(text: &str) -> Rating {
    let parts: Vec<&str> = text.split(':').collect();
    let number = |index: usize| parts[index].parse().unwrap();
    Rating::new(parts[0].to_owned(), number(1), Scale::custom(number(2), number(3)).unwrap()).unwrap()
}

/// `moment=valence,moment=`, `-` for no moment, nothing for not coded.
fn decision(project: &Project, text: &str) -> Option<Decision> {
    let coding = |text: &str| {
        let (moment, valence) = text.split_once('=').unwrap();
        let id: MomentId = project.codebook.find_in(None, moment).unwrap();
        let valence = valence.parse::<i64>().ok().map(|valence| Score::try_from(valence).unwrap());
        Coding { valence, ..Coding::of(id) }
    };
    match text {
        "" => None,
        "-" => Some(Decision::NoMoment),
        _ => Decision::from_codings(text.split(',').map(coding).collect()),
    }
}
