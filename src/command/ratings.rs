//! Makes the commands that set the best end of the scale of a closed question, and whether it asks for a
//! recommendation.
//!
//! Planning does not need this code, so that only the place that offers these commands loads it.

use crate::model::{Project, Question, Scale, ScaleKind, Side};

use super::Command;

/// Why the scale of a question stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScaleRefused {
    /// No response of that side has the question.
    #[error("unknown question")]
    UnknownQuestion,
    /// A recommendation is asked from 0 to 10, with 10 as the best.
    #[error("no scale of a recommendation")]
    NoRecommendation,
}

/// Makes the other end of the scale of a side's question the best; the answers keep their numbers.
///
/// # Errors
/// [`ScaleRefused::UnknownQuestion`] if no response of that side has the question.
pub fn turn_question(project: &Project, side: Side, question: &Question) -> Result<Command, ScaleRefused> {
    rescale(project, side, question, question.scale.turned())
}

/// Sets whether a side's question on 0–10 asks for a recommendation, which has a net promoter score.
///
/// # Errors
/// [`ScaleRefused`] if nobody answered the question, or its scale is none of a recommendation.
pub fn set_recommendation(
    project: &Project,
    side: Side,
    question: &Question,
    is_recommendation: bool,
) -> Result<Command, ScaleRefused> {
    let mut scale = question.scale;
    scale.kind = match (is_recommendation, scale.kind) {
        (true, _) if scale.ends() != Scale::NPS.ends() || scale.is_reversed() => {
            return Err(ScaleRefused::NoRecommendation);
        }
        (true, _) => ScaleKind::Nps,
        (false, ScaleKind::Nps) => ScaleKind::Custom,
        (false, other) => other,
    };
    rescale(project, side, question, scale)
}

/// Gives the question another scale; benchmarks, pairs and the choice of the mirror follow.
fn rescale(
    project: &Project,
    side: Side,
    question: &Question,
    scale: Scale,
) -> Result<Command, ScaleRefused> {
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
        return Err(ScaleRefused::UnknownQuestion);
    }
    let mut surveys = project.surveys.clone();
    surveys.replace(side, question, &Question { name: question.name.clone(), scale });
    Ok(Command::Scales(scales, surveys))
}
