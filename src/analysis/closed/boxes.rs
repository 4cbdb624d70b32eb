//! The share of respondents in the top boxes of a scale.

use crate::analysis::{Answer, Estimate, Proportion, wilson::frequency};
use crate::model::{Scale, ScaleKind};

use super::{Answers, Unavailable};

/// The lowest of the top two of five.
const TOP_TWO_OF_FIVE: Answer = Answer(4.0);
/// The lowest of the top three of seven.
const TOP_THREE_OF_SEVEN: Answer = Answer(5.0);

/// The share of those who answered `lowest` or better, with its Wilson 95 % interval ([`frequency`]).
///
/// `lowest` is on the scale with its best end up: of answers from 1 to 5 where 1 is the best, 4 or better are 1 and
/// 2. A respondent who answered several times counts with the mean: 3 and 5 make 4, which is in the top two of five; 3
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
    frequency(answers.at_least(lowest), answers.respondents()).map_err(|_| Unavailable::NoAnswers)
}

/// Customer satisfaction: the share of the two best answers of five.
///
/// # Errors
/// [`Unavailable::OtherScale`] unless the scale is one of customer satisfaction from 1 to 5, either way up;
/// [`Unavailable::NoAnswers`].
pub fn csat(answers: &Answers) -> Result<Estimate<Proportion>, Unavailable> {
    share(answers, csat_from(answers.scale)?)
}

/// Customer effort score 2.0: the share of the three best answers of seven, "the company made it easy". The mean of the
/// same answers is [`Answers::mean`].
///
/// # Errors
/// [`Unavailable::OtherScale`] unless the scale is one of customer effort from 1 to 7, either way up;
/// [`Unavailable::NoAnswers`].
pub fn ces(answers: &Answers) -> Result<Estimate<Proportion>, Unavailable> {
    share(answers, ces_from(answers.scale)?)
}

/// Percent favourable of an agreement item: the share of the answers above the middle of the scale, who agree more than
/// they disagree. That is 3 and 4 of four, 4 and 5 of five, 4 to 6 of six, 5 to 7 of seven.
///
/// One rule for all, which gives the usual counts where there are some: "agree" and "strongly agree" of four and of
/// five (Parkes, L. P. & Langford, P. H. (2007) compare the two as percent favourable), and 5 to 7 of seven, as the
/// customer effort score 2.0 counts its statement. Of six steps some count 5 and 6 alone, which makes "rather agree"
/// neither for nor against.
///
/// Files seldom mark which of their questions on five points are statements to agree with, and an import takes five
/// points for satisfaction; so these questions have this figure too.
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
/// [`Unavailable::OtherScale`] unless the scale is one of agreement with four to seven whole steps, or one of
/// satisfaction or a custom one from 1 to 5, either way up; [`Unavailable::NoAnswers`].
pub fn favourable(answers: &Answers) -> Result<Estimate<Proportion>, Unavailable> {
    share(answers, favourable_from(answers.scale)?)
}

/// The share of the top boxes of a scale without a figure of its own, as a convention:
///
/// | steps | counted | for instance |
/// |---|---|---|
/// | 2, 3 | the best | 3 of 3 |
/// | 4 to 7 | the two best | 4 and 5 of 5 |
/// | 8 to 11 | the three best | 8 to 10 of 10 |
/// | more, or parts of steps | the best fifth of the way | 80 to 100 of 100 |
///
/// Two boxes of four to seven are what "top-two-box" usually means (Sauro, J. (2010), Top-box scoring of rating scale
/// data, measuringu.com/blog/top-box.php). Of ten or eleven steps both two and three are in use. Three are taken, so
/// that the share is not mistaken for that of promoters, 9 and 10.
///
/// ```
/// use reflet::{analysis::{Answer, closed::{Answers, boxes}}, model::Scale};
/// let satisfaction = Answers::new(Scale::custom(0.0, 10.0).unwrap(), [8.0, 7.5, 10.0, 0.0].map(Answer).to_vec());
/// assert_eq!(boxes::top(&satisfaction)?.value.0, 0.5);
/// # Ok::<(), reflet::analysis::closed::Unavailable>(())
/// ```
///
/// # Errors
/// [`Unavailable::NoAnswers`] if nobody answered.
pub fn top(answers: &Answers) -> Result<Estimate<Proportion>, Unavailable> {
    share(answers, top_from(answers.scale))
}

/// The worst answer that [`csat`] counts, on the scale with its best end up.
///
/// # Errors
/// [`Unavailable::OtherScale`] as [`csat`].
pub fn csat_from(scale: Scale) -> Result<Answer, Unavailable> {
    require_scale(scale.kind == ScaleKind::Csat && scale.ends() == Scale::CSAT.ends())?;
    Ok(TOP_TWO_OF_FIVE)
}

/// The worst answer that [`ces`] counts, on the scale with its best end up.
///
/// # Errors
/// [`Unavailable::OtherScale`] as [`ces`].
pub fn ces_from(scale: Scale) -> Result<Answer, Unavailable> {
    require_scale(scale.kind == ScaleKind::Ces && scale.ends() == Scale::CES.ends())?;
    Ok(TOP_THREE_OF_SEVEN)
}

/// The worst answer that [`favourable`] counts, on the scale with its best end up.
///
/// # Errors
/// [`Unavailable::OtherScale`] as [`favourable`].
pub fn favourable_from(scale: Scale) -> Result<Answer, Unavailable> {
    let (min, max) = scale.ends();
    match scale.kind {
        ScaleKind::Agreement => {
            require_scale(steps(scale).is_some_and(|steps| (4.0..=7.0).contains(&steps)))?;
        }
        ScaleKind::Csat | ScaleKind::Custom => require_scale(scale.ends() == Scale::CSAT.ends())?,
        ScaleKind::Nps | ScaleKind::Ces => require_scale(false)?,
    }
    Ok(Answer(f64::midpoint(min, max).floor() + 1.0))
}

/// The worst answer that [`top`] counts, on the scale with its best end up.
pub fn top_from(scale: Scale) -> Answer {
    let (min, max) = scale.ends();
    Answer(match steps(scale) {
        Some(..4.0) => max,
        Some(4.0..8.0) => max - 1.0,
        Some(8.0..12.0) => max - 2.0,
        _ => max - (max - min) / 5.0,
    })
}

/// How many answers a scale of whole steps has.
fn steps(scale: Scale) -> Option<f64> {
    let (min, max) = scale.ends();
    let whole = |end: f64| end.fract().abs() <= 0.0;
    (whole(min) && whole(max)).then_some(max - min + 1.0)
}

fn require_scale(is_met: bool) -> Result<(), Unavailable> {
    if is_met { Ok(()) } else { Err(Unavailable::OtherScale) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    #[test]
    fn a_figure_exists_on_its_scale_alone() {
        let held = |scale: Scale| {
            let answers = Answers::new(scale, vec![Answer(4.0), Answer(5.0)]);
            [csat, ces, favourable].map(|figure| figure(&answers).map(|found| found.value.0).ok())
        };
        assert_eq!(held(Scale::CSAT), [Some(1.0), None, Some(1.0)]);
        assert_eq!(held(Scale::CSAT.turned()), [Some(0.0), None, Some(0.0)]);
        assert_eq!(held(Scale::CES), [None, Some(0.5), None]);
        assert_eq!(held(Scale::CES.turned()), [None, Some(0.0), None]);
        assert_eq!(held(Scale::custom(1.0, 5.0).unwrap()), [None, None, Some(1.0)]);
        for other in [
            Scale::NPS,
            Scale::custom(0.0, 5.0).unwrap(),
            Scale::new(ScaleKind::Csat, 1.0, 10.0).unwrap(),
            Scale::new(ScaleKind::Ces, 1.0, 5.0).unwrap(),
            Scale::new(ScaleKind::Agreement, 0.0, 10.0).unwrap(),
            Scale::new(ScaleKind::Agreement, 0.5, 5.5).unwrap(),
        ] {
            assert_eq!(held(other), [None; 3]);
        }
    }

    #[test]
    fn favourable_answers_are_above_the_middle() {
        let from = |max| favourable_from(Scale::new(ScaleKind::Agreement, 1.0, max).unwrap()).map(|a| a.0);
        assert_eq!([4.0, 5.0, 6.0, 7.0].map(from), [3.0, 4.0, 4.0, 5.0].map(Ok));
        assert_eq!([2.0, 3.0, 8.0].map(from), [Err(Unavailable::OtherScale); 3]);
        let four = Scale::new(ScaleKind::Agreement, 1.0, 4.0).unwrap().turned();
        let answers = Answers::new(four, [1.0, 2.0, 2.5, 3.0, 4.0].map(Answer).to_vec());
        assert_eq!(favourable(&answers).unwrap().value, Proportion(0.4));
    }

    #[test]
    fn the_top_of_a_scale_is_one_to_three_steps_or_a_fifth() {
        let from = |(min, max)| top_from(Scale::custom(min, max).unwrap());
        let scales = [(0.0, 1.0), (1.0, 3.0), (1.0, 4.0), (0.0, 5.0), (1.0, 7.0), (1.0, 10.0), (0.0, 10.0)];
        assert_eq!(scales.map(from), [1.0, 3.0, 3.0, 4.0, 6.0, 8.0, 8.0].map(Answer));
        assert_eq!([(0.0, 20.0), (0.0, 100.0), (0.5, 5.5)].map(from), [16.0, 80.0, 4.5].map(Answer));
        let one_is_best = Scale::custom(1.0, 10.0).unwrap().turned();
        let answers = Answers::new(one_is_best, [1.0, 2.0, 3.0, 4.0, 9.0, 10.0].map(Answer).to_vec());
        assert_eq!(top(&answers).unwrap().value, Proportion(0.5));
    }

    #[test]
    fn without_answers_there_is_no_share() {
        let empty = Answers::new(Scale::CSAT, Vec::new());
        assert_eq!(csat(&empty), Err(Unavailable::NoAnswers));
        assert_eq!(top(&empty), Err(Unavailable::NoAnswers));
        assert_eq!(ces(&empty), Err(Unavailable::OtherScale));
    }
}
