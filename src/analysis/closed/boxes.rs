//! The share of respondents in the top boxes of a scale.

use crate::analysis::{Answer, Estimate, Proportion, wilson::frequency};
use crate::model::{Scale, ScaleKind};

use super::{Answers, Unavailable};

/// Where the top two of five begin.
const TOP_TWO_OF_FIVE: Answer = Answer(4.0);
/// Where the top three of seven begin.
const TOP_THREE_OF_SEVEN: Answer = Answer(5.0);

/// The share of those who answered `lowest` or more, with its Wilson 95 % interval ([`frequency`]).
///
/// A respondent who answered several times counts with the mean: 3 and 5 make 4, which is in the top two of five; 3
/// and 4 make 3.5, which is not.
///
/// By hand: nobody out of 20 has `z²/20 / (1 + z²/20) = 0.1611` as its upper end.
///
/// ```
/// use reflet::{analysis::{Answer, closed::{Answers, boxes::share}}, model::Scale};
/// let answers = Answers::new(Scale::CSAT, vec![Answer(3.5); 20]);
/// let top = share(&answers, Answer(4.0))?;
/// assert_eq!(top.value.0, 0.0);
/// assert!((top.interval.unwrap().high.0 - 0.1611).abs() < 5e-5);
/// # Ok::<(), reflet::analysis::closed::Unavailable>(())
/// ```
///
/// # Errors
/// [`Unavailable::NoAnswers`] if nobody answered.
pub fn share(answers: &Answers, lowest: Answer) -> Result<Estimate<Proportion>, Unavailable> {
    let inside = answers.holding(|answer| answer >= lowest);
    frequency(inside, answers.respondents()).map_err(|_| Unavailable::NoAnswers)
}

/// Customer satisfaction: the share of 4 and 5 of five.
///
/// # Errors
/// [`Unavailable::OtherScale`] unless the scale is one of customer satisfaction from 1 to 5;
/// [`Unavailable::NoAnswers`].
pub fn csat(answers: &Answers) -> Result<Estimate<Proportion>, Unavailable> {
    on(answers.scale == Scale::CSAT)?;
    share(answers, TOP_TWO_OF_FIVE)
}

/// Customer effort score 2.0: the share of 5, 6 and 7 of seven, "the company made it easy". The mean of the same
/// answers is [`Answers::mean`].
///
/// # Errors
/// [`Unavailable::OtherScale`] unless the scale is one of customer effort from 1 to 7; [`Unavailable::NoAnswers`].
pub fn ces(answers: &Answers) -> Result<Estimate<Proportion>, Unavailable> {
    on(answers.scale == Scale::CES)?;
    share(answers, TOP_THREE_OF_SEVEN)
}

/// Percent favourable of an agreement item: the share of 4 and 5 of five ("agree", "strongly agree").
///
/// A file seldom says which of its questions on five points are statements to agree with, and reading one takes five
/// points for satisfaction; so both kinds have this figure.
///
/// By hand: 19 of 20 agree.
///
/// ```
/// use reflet::{analysis::{Answer, closed::{Answers, boxes, nps, Unavailable}}, model::Scale};
/// let would_recommend_us = [vec![Answer(5.0); 19], vec![Answer(2.0)]].concat();
/// let item = Answers::new(Scale::custom(1.0, 5.0).unwrap(), would_recommend_us);
/// assert_eq!(boxes::favourable(&item)?.value.0, 0.95);
/// assert_eq!(nps::of(&item), Err(Unavailable::OtherScale), "95 % favourable is no score of 95");
/// # Ok::<(), Unavailable>(())
/// ```
///
/// # Errors
/// [`Unavailable::OtherScale`] unless it goes from 1 to 5 as satisfaction or as a scale of one's own;
/// [`Unavailable::NoAnswers`].
pub fn favourable(answers: &Answers) -> Result<Estimate<Proportion>, Unavailable> {
    let kind = matches!(answers.scale.kind, ScaleKind::Csat | ScaleKind::Custom);
    on(kind && answers.scale.ends() == Scale::CSAT.ends())?;
    share(answers, TOP_TWO_OF_FIVE)
}

/// How many of them gave a favourable answer, on five points.
pub(super) fn agreeing(answers: &Answers) -> u32 {
    answers.holding(|answer| answer >= TOP_TWO_OF_FIVE)
}

fn on(scale: bool) -> Result<(), Unavailable> {
    if scale { Ok(()) } else { Err(Unavailable::OtherScale) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    #[test]
    fn a_figure_belongs_to_its_scale() {
        let held = |scale: Scale| {
            let answers = Answers::new(scale, vec![Answer(4.0), Answer(5.0)]);
            [csat, ces, favourable].map(|figure| figure(&answers).map(|found| found.value.0).ok())
        };
        assert_eq!(held(Scale::CSAT), [Some(1.0), None, Some(1.0)]);
        assert_eq!(held(Scale::CES), [None, Some(0.5), None]);
        assert_eq!(held(Scale::custom(1.0, 5.0).unwrap()), [None, None, Some(1.0)]);
        for other in [
            Scale::NPS,
            Scale::custom(0.0, 5.0).unwrap(),
            Scale::new(ScaleKind::Csat, 1.0, 10.0).unwrap(),
            Scale::new(ScaleKind::Ces, 1.0, 5.0).unwrap(),
        ] {
            assert_eq!(held(other), [None; 3]);
        }
    }

    #[test]
    fn nobody_has_no_share() {
        let empty = Answers::new(Scale::CSAT, Vec::new());
        assert_eq!(csat(&empty), Err(Unavailable::NoAnswers));
        assert_eq!(ces(&empty), Err(Unavailable::OtherScale));
    }
}
