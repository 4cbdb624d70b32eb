//! Random studies: employees with and without a name, in several waves, of nested and of missing segments.

use std::collections::BTreeMap;

use proptest::prelude::*;
use reflet::model::{
    Coding, Decision, MomentId, Project, Prompt, Rating, Response, ResponseId, Scale, Score, Side,
    SmallGroup, SourceKey, Values, Verbatim, VerbatimId,
};

/// One response to make, with its codings.
#[derive(Clone, Debug)]
pub struct ResponseSpec {
    pub side: Side,
    pub person: Option<u32>,
    pub wave: Option<&'static str>,
    /// Attributes with values; one that is repeated has several values.
    pub segments: Vec<(&'static str, String)>,
    pub rating: bool,
    /// The cited moments with their valences; none if the response is not coded.
    pub codings: Option<Vec<(u32, Option<i64>)>>,
}

/// A project of these responses, at that threshold.
pub fn project(moments: u32, threshold: u32, specs: &[ResponseSpec]) -> Project {
    let mut project = Project::default();
    for moment in 0..moments {
        project.codebook.add("Parcours", &format!("m{moment}"));
    }
    let ids: Vec<MomentId> = project.codebook.moments().map(|(_, moment)| moment.id).collect();
    project.settings.small_group = SmallGroup::new(threshold).unwrap();
    project.settings.minimum = 2;
    project.settings.resamples = 1;
    for (spec, id) in specs.iter().zip(1..) {
        let rating =
            spec.rating.then(|| Rating::new("r".to_owned(), f64::from(id % 11), Scale::NPS).unwrap());
        let response = Response {
            side: spec.side,
            source: SourceKey::Id(id.to_string()),
            respondent: spec.person.map(|person| person.to_string()),
            wave: spec.wave.map(str::to_owned),
            date: None,
            segments: attributes(&spec.segments),
            ratings: rating.into_iter().collect(),
        };
        project.responses.insert(ResponseId(id), response);
        let coding = |(moment, valence): &(u32, Option<i64>)| Coding {
            valence: valence.map(|valence| Score::try_from(valence).unwrap()),
            ..Coding::of(ids[*moment as usize])
        };
        let decision = spec.codings.as_ref().map(|codings| {
            Decision::from_codings(codings.iter().map(coding).collect()).unwrap_or(Decision::NoMoment)
        });
        let verbatim = Verbatim {
            response: ResponseId(id),
            prompt: Prompt::Unknown,
            text: String::new(),
            decisions: decision.map(|decision| (project.settings.coder, decision)).into_iter().collect(),
        };
        project.verbatims.insert(VerbatimId(id), verbatim);
    }
    project
}

fn attributes(segments: &[(&'static str, String)]) -> BTreeMap<String, Values> {
    let mut attributes = BTreeMap::<&str, Vec<String>>::new();
    for (name, value) in segments {
        attributes.entry(name).or_default().push(value.clone());
    }
    attributes
        .into_iter()
        .filter_map(|(name, values)| Some((name.to_owned(), Values::new(values)?)))
        .collect()
}

/// Random numbers that become one response, by the parameters of its study.
type Draws = (u32, u32, u32, [u32; 4], Vec<(u32, i64)>);

/// The parameters of a study: people, waves, stores, stores per region, moments, the chance in tenths that a moment is
/// cited, and the choices of a question where several may be ticked.
type Parameters = (u32, usize, u32, u32, u32, u32, u32);

const WAVES: [&str; 3] = ["2023", "2024", "2025"];

fn response_spec(
    (people, waves, stores, nested, moments, often, choices): Parameters,
    draws: Draws,
) -> ResponseSpec {
    let (person, wave, store, [missing, other, rated, valued], moment) = draws;
    // The first stores are large and the last are small.
    let store = (store % (stores * stores)).isqrt();
    let mut segments = vec![("store", format!("s{store}"))];
    if let Some(region) = store.checked_div(nested) {
        segments.push(("region", format!("r{region}")));
    }
    if other % 3 > 0 {
        segments.push(("contract", if other % 10 < 8 { "long" } else { "short" }.to_owned()));
    }
    if missing % 12 == 0 {
        segments.remove(0);
    }
    // The first choice is ticked by half, the last by few; a response without ticks lacks the attribute.
    let ticked = (0..choices).filter(|choice| (valued >> (6 * choice)) % (choice + 2) == 0);
    segments.extend(ticked.map(|choice| ("channel", format!("c{choice}"))));
    let mut codings: BTreeMap<u32, Option<i64>> = BTreeMap::new();
    for (at, valence) in moment {
        if at % 10 < often {
            codings.insert(at % moments, (valued % 5 > 0 || valence > 0).then_some(valence));
        }
    }
    let person = (person % 4 > 0).then_some(person % people);
    ResponseSpec {
        side: Side::Employee,
        person,
        wave: (waves > 0).then(|| WAVES[wave as usize % waves]),
        segments,
        rating: rated % 4 > 0,
        codings: (missing % 11 > 0).then(|| codings.into_iter().collect()),
    }
}

/// A random study, with one client, whom suppression does not concern.
pub fn study() -> impl Strategy<Value = (u32, Vec<ResponseSpec>)> {
    let draws = (
        any::<u32>(),
        any::<u32>(),
        any::<u32>(),
        any::<[u32; 4]>(),
        proptest::collection::vec((any::<u32>(), -2..=2_i64), 0..4),
    );
    let parameters = (5..90_u32, 0..4_usize, 1..5_u32, 0..3_u32, 1..4_u32, 2..11_u32, 0..5_u32);
    (parameters, proptest::collection::vec(draws, 1..80)).prop_map(|(parameters, draws)| {
        let mut all: Vec<ResponseSpec> =
            draws.into_iter().map(|draws| response_spec(parameters, draws)).collect();
        let client = all.first().cloned().map(|first| ResponseSpec { side: Side::Client, ..first });
        all.extend(client);
        (parameters.4, all)
    })
}
