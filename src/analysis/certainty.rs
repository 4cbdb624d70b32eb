//! How sure a type is.

use crate::model::{MomentId, Settings, Side};

use super::{
    Certainty, Class, Confidence, Level, Profile, Proportion, Row,
    resample::{Stream, levels},
    types::{ClientState, EmployeeState, class},
};

/// P at or above which a type is firm.
const FIRM: f64 = 0.8;
/// P at or above which it is a tendency.
const TENDENCY: f64 = 0.5;
/// Respondents with a valence that each side needs for a firm type.
const FIRM_RESPONDENTS: u32 = 10;

/// How sure the type of a row is; none if it has no type, or nothing was resampled.
///
/// The two sides answer independently, so P(type) = P(client state) × P(employee state), each the share of
/// the resamples of [`levels`] in the state of the data. The minimum sample is asked of the data, not of resamples.
///
/// Two states alone cannot show much by hand, but unanimity can: every resample repeats it.
///
/// ```
/// use reflet::analysis::{Class, Confidence, Filter, certainty, tracker};
/// # use reflet::model::*;
/// # let mut project = Project::default();
/// # let moment = project.codebook.add("Visit", "Welcome");
/// # for (id, side) in (1..=10).map(|id| (id, Side::Client)).chain((11..=20).map(|id| (id, Side::Employee))) {
/// #     let response = Response { side, source: SourceKey::Id(id.to_string()), respondent: None, wave: None,
/// #         date: None, segments: Default::default(), ratings: Vec::new() };
/// #     project.responses.insert(ResponseId(id), response);
/// #     let coding = Coding { valence: Score::try_from(1).ok(), ..Coding::of(moment) };
/// #     let decision = Decision::Codings(vec![coding]);
/// #     project.verbatims.insert(VerbatimId(id), Verbatim { response: ResponseId(id), prompt: Prompt::Unknown,
/// #         text: String::new(), decisions: [(project.settings.coder, decision)].into() });
/// # }
/// // Ten clients and ten employees, each with +1.
/// let mirror = tracker(&project, &Filter::default());
/// let certainty = certainty::of(&mirror.rows[0], &project.settings).unwrap();
/// assert_eq!((certainty.probability.0, certainty.confidence), (1.0, Confidence::Firm));
/// ```
pub fn of(row: &Row, settings: &Settings) -> Option<Certainty> {
    let Class::Typed(..) = class(&row.client, &row.employee, settings) else { return None };
    let client = Resampled::new(&row.client.profile, Side::Client, row.moment, settings)?;
    let employee = Resampled::new(&row.employee.profile, Side::Employee, row.moment, settings)?;
    let probability = client.share(|level| ClientState::of(level, settings.client_threshold))?
        * employee.share(|level| EmployeeState::of(level, settings.employee_threshold))?;
    let fewest = row.client.with_valence.min(row.employee.with_valence);
    Some(Certainty {
        probability: Proportion(probability),
        confidence: confidence(Proportion(probability), fewest),
    })
}

/// In words: how sure a type is whose smaller side has that many respondents with a valence.
///
/// ```
/// use reflet::analysis::{Confidence, Proportion, certainty::confidence};
/// assert_eq!(confidence(Proportion(0.80), 10), Confidence::Firm);
/// assert_eq!(confidence(Proportion(0.99), 9), Confidence::Tendency);
/// assert_eq!(confidence(Proportion(0.49), 500), Confidence::Undetermined);
/// ```
pub fn confidence(probability: Proportion, fewest_respondents: u32) -> Confidence {
    if probability.0 >= FIRM && fewest_respondents >= FIRM_RESPONDENTS {
        Confidence::Firm
    } else if probability.0 >= TENDENCY {
        Confidence::Tendency
    } else {
        Confidence::Undetermined
    }
}

/// The level of one side in the data and in the resamples.
struct Resampled {
    level: Level,
    drawn: Vec<Level>,
}

impl Resampled {
    fn new(profile: &Profile, side: Side, moment: MomentId, settings: &Settings) -> Option<Self> {
        let stream = Stream::new(settings.seed, side, moment);
        Some(Self { level: profile.mean()?, drawn: levels(profile, stream, settings.resamples) })
    }

    /// The share of resamples in the state of the data; none without resamples.
    fn share<S: PartialEq>(&self, state: impl Fn(Level) -> S) -> Option<f64> {
        let wanted = state(self.level);
        let (mut same, mut all) = (0_u32, 0_u32);
        for level in &self.drawn {
            all += 1;
            same += u32::from(state(*level) == wanted);
        }
        (all > 0).then(|| f64::from(same) / f64::from(all))
    }
}
