//! The association of a moment with the rating: whether those who cite it rate higher or lower than the others.

use crate::analysis::{Mentions, Shift, Undefined};

use super::{Tested, rounded_profile, welch};

/// For the moment at `place` of the journey, on one side: the mean rating of the respondents who cite it minus that of
/// the respondents who do not, with Welch's interval ([`welch::difference`]).
///
/// The rating of a respondent is the mean of their rescaled answers to one question of their side
/// ([`Mentions::question`]). Both groups are coded respondents of one side, because whether an uncoded one cites the
/// moment is unknown. This is an association, not an effect: those who cite a moment may rate differently for another
/// reason.
///
/// By hand: one who cites rated 10 of 10, two who do not rated 0 and 5, so `2 − (−2 + 0)/2 = 3`.
///
/// ```
/// use reflet::analysis::{Filter, Undefined, compare::association, measure};
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
/// let [client, employee] = measure(&project, &Filter::default()).mentions;
/// let clients = association::of(&client, 0).unwrap();
/// assert_eq!((clients.estimate.value.0, clients.p), (3.0, Err(Undefined::OneRespondent)));
/// assert_eq!(association::of(&employee, 0), Err(Undefined::NoRespondents));
/// ```
///
/// # Errors
/// [`Undefined::NoRespondents`] or [`Undefined::NotCited`], and [`Undefined::NoRating`] if one of the two groups has no
/// rating, for instance because everybody cites the moment.
pub fn of(mentions: &Mentions, place: u32) -> Result<Tested<Shift>, Undefined> {
    let citing = mentions.of(place);
    match (mentions.respondents(), citing.len()) {
        (0, _) => return Err(Undefined::NoRespondents),
        (_, 0) => return Err(Undefined::NotCited),
        _ => {}
    }
    let ratings = |cites: bool| {
        let group = mentions.ratings.iter().zip(0_u32..).filter(move |(_, person)| {
            citing.binary_search_by_key(person, |mention| mention.person).is_ok() == cites
        });
        rounded_profile(group.filter_map(|(rating, _)| *rating))
    };
    // Respondents without a rating are in neither profile.
    welch::difference(&ratings(true), &ratings(false)).map_err(|_| Undefined::NoRating)
}
