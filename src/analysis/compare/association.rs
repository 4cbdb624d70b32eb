//! Whether those who tell of a moment rate higher or lower than the others.

use crate::analysis::{Filter, Shift, Told, Undefined, measure};
use crate::model::{MomentId, Project};

use super::{Tested, steady, welch};

/// The association of one moment with the rating, on each side.
#[derive(Clone, Debug, PartialEq)]
pub struct Association {
    /// The moment.
    pub moment: MomentId,
    /// Among clients.
    pub client: Result<Tested<Shift>, Undefined>,
    /// Among employees.
    pub employee: Result<Tested<Shift>, Undefined>,
}

/// For every moment in journey order: the mean rating of the respondents who cite it minus that of the respondents
/// who do not, with Welch's interval ([`welch::difference`]).
///
/// The rating of a respondent is the mean of their rescaled answers to one question of their side, which the results
/// name ([`Told::question`]). Both groups are coded respondents of one side:
/// nobody knows whether the others cite the moment. This is an association and no effect: those who tell of a moment
/// may rate otherwise for another reason.
///
/// By hand: one who cites rated 10 of 10, two who do not rated 0 and 5, so `2 − (−2 + 0)/2 = 3`.
///
/// ```
/// use reflet::analysis::{Filter, Undefined, compare::association};
/// # use reflet::model::*;
/// # let mut project = Project::default();
/// # let moment = project.codebook.add("Visit", "Welcome");
/// # for (id, rating) in [(1, 10.0), (2, 0.0), (3, 5.0)] {
/// #     let response = Response { side: Side::Client, source: SourceKey::Id(id.to_string()), respondent: None,
/// #         wave: None, date: None, segments: Default::default(),
/// #         ratings: vec![Rating::new("NPS".into(), rating, Scale::NPS).unwrap()] };
/// #     project.responses.insert(ResponseId(id), response);
/// #     let decision = if id == 1 { Decision::Codings(vec![Coding::of(moment)]) } else { Decision::NoMoment };
/// #     project.verbatims.insert(VerbatimId(id), Verbatim { response: ResponseId(id), prompt: Prompt::Unknown,
/// #         text: String::new(), decisions: [(project.settings.coder, decision)].into() });
/// # }
/// let found = association::with_rating(&project, &Filter::default());
/// let clients = found[0].client.unwrap();
/// assert_eq!((clients.estimate.value.0, clients.p), (3.0, Err(Undefined::OneRespondent)));
/// assert_eq!(found[0].employee, Err(Undefined::NoRespondents));
/// ```
///
/// Undefined for a moment and side with [`Undefined::NoRespondents`] or [`Undefined::NotCited`], and with
/// [`Undefined::NoRating`] if one of the two groups gave no rating, or is empty because everybody cites.
pub fn with_rating(project: &Project, filter: &Filter) -> Vec<Association> {
    let [client, employee] = measure(project, filter).told;
    let moments = project.codebook.moments().zip(0..);
    moments
        .map(|((_, moment), place)| Association {
            moment: moment.id,
            client: of(&client, place),
            employee: of(&employee, place),
        })
        .collect()
}

/// The same for the moment at one place, and one side.
///
/// # Errors
/// As [`with_rating`].
pub fn of(told: &Told, place: u32) -> Result<Tested<Shift>, Undefined> {
    let citing = told.of(place);
    match (told.respondents(), citing.len()) {
        (0, _) => return Err(Undefined::NoRespondents),
        (_, 0) => return Err(Undefined::NotCited),
        _ => {}
    }
    let ratings = |cites: bool| {
        let group = told.ratings.iter().zip(0_u32..).filter(move |(_, person)| {
            citing.binary_search_by_key(person, |mention| mention.person).is_ok() == cites
        });
        steady(group.filter_map(|(rating, _)| *rating))
    };
    // A profile of ratings: who gave none is in neither group.
    welch::difference(&ratings(true), &ratings(false)).map_err(|_| Undefined::NoRating)
}
