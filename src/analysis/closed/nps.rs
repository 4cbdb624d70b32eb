//! The net promoter score, of clients (NPS) or of employees (eNPS).

use crate::analysis::{Estimate, Interval, NetPoints, NetScore, Proportion, Undefined, wilson::Z};
use crate::model::Scale;

use super::{Answers, Unavailable};

/// The lowest answer of a promoter.
const PROMOTER: f64 = 9.0;
/// The highest answer of a detractor.
const DETRACTOR: f64 = 6.0;

/// Respondents by the class of their answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Split {
    /// They answered 9 or more.
    pub promoters: u32,
    /// They answered between 6 and 9.
    pub passives: u32,
    /// They answered 6 or less.
    pub detractors: u32,
}

/// A net promoter score with its precision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nps {
    /// The respondents of each class.
    pub split: Split,
    /// The score with its interval.
    pub score: Estimate<NetScore>,
    /// Its standard error; 0 when all are of one class, which does not mean certainty.
    pub error: NetPoints,
}

impl Split {
    /// All respondents (n).
    pub fn respondents(self) -> u32 {
        self.promoters + self.passives + self.detractors
    }

    /// The shares of promoters (p) and of detractors (d); 0 if nobody answered.
    ///
    /// ```
    /// use reflet::analysis::{Proportion, closed::nps::Split};
    /// let shares = Split { promoters: 2, passives: 1, detractors: 1 }.shares();
    /// assert_eq!(shares, (Proportion(0.5), Proportion(0.25)));
    /// ```
    pub fn shares(self) -> (Proportion, Proportion) {
        let all = f64::from(self.respondents().max(1));
        (Proportion(f64::from(self.promoters) / all), Proportion(f64::from(self.detractors) / all))
    }
}

/// The net promoter score of a split, with its normal 95 % interval.
///
/// With `p` and `d` the shares of promoters and detractors among `n`,
///
/// ```text
/// NPS = 100 (p − d)      SE = 100 √((p + d − (p − d)²) / n)      NPS ± 1.959964 · SE
/// ```
///
/// Reichheld, F. F. (2003), The one number you need to grow, *Harvard Business Review* 81(12), 46–54; the variance is
/// that of a difference of two shares of one multinomial sample (Rocks, B. (2016), Interval estimation for the "net
/// promoter score", *The American Statistician* 70, 365–372: the Wald interval).
///
/// Units: points, −100…+100; the interval is clipped to them. Edge cases: with one respondent, or when all are of
/// one class, the score exists and its interval is a reason.
///
/// By hand: 50 promoters, 30 passives and 20 detractors have `p − d = 0.3` and
/// `SE = 100 √((0.7 − 0.09) / 100) = 10 √0.61 = 7.810`.
///
/// ```
/// use reflet::analysis::closed::nps::{Split, score};
/// let nps = score(Split { promoters: 50, passives: 30, detractors: 20 })?;
/// let ends = nps.score.interval?;
/// assert!((nps.score.value.0 - 30.0).abs() < 1e-12 && (nps.error.0 - 7.810).abs() < 5e-4);
/// assert!((ends.high.0 - (30.0 + 1.959_964 * 7.810_25)).abs() < 1e-4);
/// # Ok::<(), reflet::analysis::Undefined>(())
/// ```
///
/// # Errors
/// [`Undefined::NoRespondents`] if nobody answered.
pub fn score(split: Split) -> Result<Nps, Undefined> {
    let respondents = split.respondents();
    if respondents == 0 {
        return Err(Undefined::NoRespondents);
    }
    let total = f64::from(respondents);
    // Whole numbers until the one division, so that the spread of one class alone is exactly 0.
    let net = f64::from(split.promoters) - f64::from(split.detractors);
    let squares = f64::from(split.promoters) + f64::from(split.detractors) - net * net / total;
    let value = 100.0 * net / total;
    let error = 100.0 * squares.max(0.0).sqrt() / total;
    let classes = [split.promoters, split.passives, split.detractors];
    let interval = if respondents == 1 {
        Err(Undefined::OneRespondent)
    } else if classes.contains(&respondents) {
        Err(Undefined::NoVariation)
    } else {
        Ok(Interval {
            low: NetScore((value - Z * error).max(-100.0)),
            high: NetScore((value + Z * error).min(100.0)),
        })
    };
    Ok(Nps { split, score: Estimate { value: NetScore(value), interval }, error: NetPoints(error) })
}

/// The net promoter score of a question asked on 0–10 as one.
///
/// Each respondent falls in exactly one class, half points too: promoters answered 9 or more, detractors 6 or less,
/// and whatever lies between 6 and 9 is passive. So 8.5 is no promoter and 6.5 no detractor, whether somebody answered
/// so or it is the mean of several answers, as 9 and 8 make 8.5.
///
/// ```
/// use reflet::{analysis::{Answer, closed::{Answers, nps}}, model::Scale};
/// let answers = Answers::new(Scale::NPS, [10.0, 9.0, 8.5, 6.5, 6.0].map(Answer).to_vec());
/// let split = nps::of(&answers)?.split;
/// assert_eq!((split.promoters, split.passives, split.detractors), (2, 2, 1));
/// # Ok::<(), reflet::analysis::closed::Unavailable>(())
/// ```
///
/// # Errors
/// [`Unavailable::OtherScale`] unless the scale is a net promoter scale from 0 to 10, [`Unavailable::Turned`] if 0 is
/// its best answer, because promoters are defined by 9 and 10; [`Unavailable::NoAnswers`].
pub fn of(answers: &Answers) -> Result<Nps, Unavailable> {
    if answers.scale == Scale::NPS.turned() {
        return Err(Unavailable::Turned);
    }
    if answers.scale != Scale::NPS {
        return Err(Unavailable::OtherScale);
    }
    let promoters = answers.holding(|answer| answer.0 >= PROMOTER);
    let detractors = answers.holding(|answer| answer.0 <= DETRACTOR);
    let passives = answers.respondents() - promoters - detractors;
    score(Split { promoters, passives, detractors }).map_err(|_| Unavailable::NoAnswers)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::analysis::Answer;

    fn split(promoters: u32, passives: u32, detractors: u32) -> Split {
        Split { promoters, passives, detractors }
    }

    #[test]
    fn without_spread_the_interval_is_a_reason() {
        let interval = |split| score(split).map(|nps| nps.score.interval);
        assert_eq!(interval(split(0, 0, 0)), Err(Undefined::NoRespondents));
        assert_eq!(interval(split(0, 1, 0)), Ok(Err(Undefined::OneRespondent)));
        for unanimous in [split(3, 0, 0), split(0, 3, 0), split(0, 0, 3)] {
            assert_eq!(interval(unanimous), Ok(Err(Undefined::NoVariation)));
            assert_eq!(score(unanimous).unwrap().error, NetPoints(0.0));
        }
    }

    #[test]
    fn every_half_point_falls_in_one_class() {
        let halves: Vec<Answer> = (0..=20).map(|half| Answer(f64::from(half) / 2.0)).collect();
        let all = of(&Answers::new(Scale::NPS, halves)).unwrap().split;
        // 9, 9.5 and 10; 6.5 to 8.5; 0 to 6.
        assert_eq!(all, split(3, 5, 13));
        assert_eq!(all.respondents(), 21);
    }

    #[test]
    fn only_a_recommendation_the_right_way_up_has_a_score() {
        let of = |scale| of(&Answers::new(scale, vec![Answer(9.0)])).map(|nps| nps.score.value);
        assert_eq!(of(Scale::NPS.turned()), Err(Unavailable::Turned));
        assert_eq!(of(Scale::NPS.turned().turned()), Ok(NetScore(100.0)));
        for scale in [Scale::custom(0.0, 10.0), Scale::custom(1.0, 10.0)] {
            let scale = scale.unwrap();
            assert_eq!(of(scale), Err(Unavailable::OtherScale), "{scale:?}");
            assert_eq!(of(scale.turned()), Err(Unavailable::OtherScale), "{scale:?}");
        }
    }

    #[test]
    fn the_interval_holds_the_score_and_stays_on_the_scale() {
        for promoters in 0..9 {
            for passives in 0..9 {
                for detractors in 0..9 {
                    let Ok(nps) = score(split(promoters, passives, detractors)) else { continue };
                    let Ok(ends) = nps.score.interval else { continue };
                    let (low, value, high) = (ends.low.0, nps.score.value.0, ends.high.0);
                    assert!(-100.0 <= low && low < value && value < high && high <= 100.0, "{nps:?}");
                    let mirrored = score(split(detractors, passives, promoters)).unwrap();
                    assert_eq!((mirrored.score.value, mirrored.error), (NetScore(-value), nps.error));
                }
            }
        }
    }
}
