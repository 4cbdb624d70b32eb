//! Saying of a closed question which end of its scale is the best, and whether it asks for a recommendation.

use crate::model::{Project, Question, Scale, ScaleKind, Side};

use super::{Change, CommandError, Edit, What};

/// All answers to a question of a side get the turned scale; the answers keep their numbers.
pub fn turn(project: &Project, side: Side, question: &Question) -> Result<Change, CommandError> {
    rescale(project, side, question, question.scale.turned())
}

/// A question on 0–10 becomes a recommendation, which has a net promoter score, or is one no more.
pub fn recommendation(
    project: &Project,
    side: Side,
    question: &Question,
    is_recommendation: bool,
) -> Result<Change, CommandError> {
    let mut scale = question.scale;
    scale.kind = match (is_recommendation, scale.kind) {
        (true, _) if scale.ends() != Scale::NPS.ends() || scale.is_reversed() => {
            return Err(CommandError::NoRecommendation);
        }
        (true, _) => ScaleKind::Nps,
        (false, ScaleKind::Nps) => ScaleKind::Custom,
        (false, other) => other,
    };
    rescale(project, side, question, scale)
}

/// Benchmarks, pairs and the choice of the mirror follow the question.
fn rescale(project: &Project, side: Side, question: &Question, scale: Scale) -> Result<Change, CommandError> {
    let own = project.responses.iter().filter(|(_, response)| response.side == side);
    let scales: Vec<_> = own
        .flat_map(|(id, response)| {
            let ratings = response.ratings.iter().enumerate();
            ratings
                .filter(|(_, rating)| rating.name == question.name && rating.scale() == question.scale)
                .map(|(place, _)| (*id, place, scale))
        })
        .collect();
    if scales.is_empty() {
        return Err(CommandError::UnknownQuestion);
    }
    let mut surveys = project.surveys.clone();
    surveys.replace(side, question, &Question { name: question.name.clone(), scale });
    Ok(Change::new(What::Scale, vec![Edit::Scales(scales), Edit::Surveys(surveys)]))
}
