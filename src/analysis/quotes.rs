//! The verbatims behind the figures of a moment.

use std::cmp::Reverse;

use super::Filter;
use crate::model::{MomentId, Project, Score, Side, VerbatimId};

/// A verbatim, with how the moment is lived in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Which one.
    pub verbatim: VerbatimId,
    /// What it says.
    pub text: String,
    /// How the moment is lived in it; none if nobody said.
    pub valence: Option<Score>,
}

/// What one side says of a moment in the verbatims that a filter lets through: the strongest first, those without a
/// valence last, otherwise in their own order.
pub fn quotes(project: &Project, filter: &Filter, moment: MomentId, side: Side) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = project
        .verbatims
        .iter()
        .filter(|(_, verbatim)| {
            project.response_of(verbatim).is_some_and(|r| r.side == side && filter.holds(r))
        })
        .filter_map(|(id, verbatim)| {
            let codings = project.decision(verbatim)?.codings();
            let coding = codings.iter().find(|coding| coding.moment == moment)?;
            Some(Quote { verbatim: *id, text: verbatim.text.clone(), valence: coding.valence })
        })
        .collect();
    quotes
        .sort_by_key(|quote| (Reverse(quote.valence.map_or(-1, |score| score.get().abs())), quote.verbatim));
    quotes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Coding, Decision, Prompt, Response, ResponseId, SourceKey, Verbatim};
    use std::collections::BTreeMap;

    #[test]
    fn the_strongest_of_a_side_come_first() {
        let mut project = Project::default();
        let moment = project.codebook.add("Visit", "Welcome");
        let given = [
            (Side::Client, "2025", Some(0)),
            (Side::Client, "2025", None),
            (Side::Client, "2025", Some(-2)),
            (Side::Client, "2026", Some(2)),
            (Side::Employee, "2025", Some(1)),
            (Side::Client, "2025", Some(2)),
        ];
        for (id, (side, wave, valence)) in (1..).zip(given) {
            let response = Response {
                side,
                source: SourceKey::Id(id.to_string()),
                respondent: None,
                wave: Some(wave.into()),
                date: None,
                segments: BTreeMap::new(),
                ratings: Vec::new(),
            };
            project.responses.insert(ResponseId(id), response);
            let valence = valence.and_then(|valence| Score::try_from(valence).ok());
            let decision = Decision::Codings(vec![Coding { valence, ..Coding::of(moment) }]);
            let verbatim = Verbatim {
                response: ResponseId(id),
                prompt: Prompt::Unknown,
                text: format!("text {id}"),
                decisions: [(project.settings.coder, decision)].into(),
            };
            project.verbatims.insert(VerbatimId(id), verbatim);
        }
        let found = |filter: &Filter, moment, side| -> Vec<u32> {
            quotes(&project, filter, moment, side).iter().map(|quote| quote.verbatim.0).collect()
        };
        assert_eq!(found(&Filter::default(), moment, Side::Client), [3, 4, 6, 1, 2]);
        assert_eq!(found(&Filter::default(), moment, Side::Employee), [5]);
        let wave = Filter { wave: Some("2026".into()), segment: None };
        assert_eq!(found(&wave, moment, Side::Client), [4]);
        assert!(found(&wave, moment, Side::Employee).is_empty());
        assert!(found(&Filter::default(), MomentId(99), Side::Client).is_empty());
        assert_eq!(quotes(&project, &wave, moment, Side::Client)[0].text, "text 4");
    }
}
