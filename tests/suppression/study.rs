//! Random studies: employees with and without a name, in several waves, of nested and of missing segments.

use std::collections::BTreeMap;

use proptest::prelude::*;
use reflet::model::{
    Coding, Decision, MomentId, Project, Prompt, Rating, Response, ResponseId, Scale, Score, Side,
    SmallGroup, SourceKey, Values, Verbatim, VerbatimId,
};

/// One response of an employee or client, with what it tells.
#[derive(Clone, Debug)]
pub struct Told {
    pub side: Side,
    pub person: Option<u32>,
    pub wave: Option<&'static str>,
    /// An attribute that stands there more than once has several values.
    pub segments: Vec<(&'static str, String)>,
    pub rating: bool,
    /// Moments with their valences; none if it is not coded.
    pub codings: Option<Vec<(u32, Option<i64>)>>,
}

/// A project of these responses, at that threshold.
pub fn project(moments: u32, threshold: u32, told: &[Told]) -> Project {
    let mut project = Project::default();
    for moment in 0..moments {
        project.codebook.add("Parcours", &format!("m{moment}"));
    }
    let ids: Vec<MomentId> = project.codebook.moments().map(|(_, moment)| moment.id).collect();
    project.settings.small_group = SmallGroup::new(threshold).unwrap();
    project.settings.minimum = 2;
    project.settings.resamples = 1;
    for (told, id) in told.iter().zip(1..) {
        let rating =
            told.rating.then(|| Rating::new("r".to_owned(), f64::from(id % 11), Scale::NPS).unwrap());
        let response = Response {
            side: told.side,
            source: SourceKey::Id(id.to_string()),
            respondent: told.person.map(|person| person.to_string()),
            wave: told.wave.map(str::to_owned),
            date: None,
            segments: attributes(&told.segments),
            ratings: rating.into_iter().collect(),
        };
        project.responses.insert(ResponseId(id), response);
        let coding = |(moment, valence): &(u32, Option<i64>)| Coding {
            valence: valence.map(|valence| Score::try_from(valence).unwrap()),
            ..Coding::of(ids[*moment as usize])
        };
        let decision = told.codings.as_ref().map(|codings| {
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

fn attributes(told: &[(&'static str, String)]) -> BTreeMap<String, Values> {
    let mut attributes = BTreeMap::<&str, Vec<String>>::new();
    for (name, value) in told {
        attributes.entry(name).or_default().push(value.clone());
    }
    attributes
        .into_iter()
        .filter_map(|(name, values)| Some((name.to_owned(), Values::new(values)?)))
        .collect()
}

/// Random numbers of one response, made into a response by the habits of its study.
type Dice = (u32, u32, u32, [u32; 4], Vec<(u32, i64)>);

/// How a study is: people, waves, stores, their share per region, moments, how likely it is that a moment is told, and
/// the choices of a question where several may be ticked.
type Habits = (u32, usize, u32, u32, u32, u32, u32);

const WAVES: [&str; 3] = ["2023", "2024", "2025"];

fn told((people, waves, stores, nested, moments, often, choices): Habits, dice: Dice) -> Told {
    let (person, wave, store, [missing, other, rated, valued], moment) = dice;
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
    // The first choice is ticked by half, the last by few; whoever ticks none has no such attribute.
    let ticked = (0..choices).filter(|choice| (valued >> (6 * choice)) % (choice + 2) == 0);
    segments.extend(ticked.map(|choice| ("channel", format!("c{choice}"))));
    let mut codings: BTreeMap<u32, Option<i64>> = BTreeMap::new();
    for (at, valence) in moment {
        if at % 10 < often {
            codings.insert(at % moments, (valued % 5 > 0 || valence > 0).then_some(valence));
        }
    }
    let person = (person % 4 > 0).then_some(person % people);
    Told {
        side: Side::Employee,
        person,
        wave: (waves > 0).then(|| WAVES[wave as usize % waves]),
        segments,
        rating: rated % 4 > 0,
        codings: (missing % 11 > 0).then(|| codings.into_iter().collect()),
    }
}

/// A study with clients who are in no danger.
pub fn study() -> impl Strategy<Value = (u32, Vec<Told>)> {
    let dice = (
        any::<u32>(),
        any::<u32>(),
        any::<u32>(),
        any::<[u32; 4]>(),
        proptest::collection::vec((any::<u32>(), -2..=2_i64), 0..4),
    );
    let habits = (5..90_u32, 0..4_usize, 1..5_u32, 0..3_u32, 1..4_u32, 2..11_u32, 0..5_u32);
    (habits, proptest::collection::vec(dice, 1..80)).prop_map(|(habits, dice)| {
        let mut all: Vec<Told> = dice.into_iter().map(|dice| told(habits, dice)).collect();
        let client = all.first().cloned().map(|first| Told { side: Side::Client, ..first });
        all.extend(client);
        (habits.4, all)
    })
}
