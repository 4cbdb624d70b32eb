//! Which share of people at the best end of a scale fits a question.

use crate::analysis::{Answer, Estimate, Proportion};
use crate::model::Side;

use super::{Answers, Unavailable, boxes, nps};

/// A kind of share at the best end of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// Customer satisfaction ([`boxes::csat`]).
    Csat,
    /// Customer effort ([`boxes::ces`]).
    Ces,
    /// Percent favourable ([`boxes::favourable`]).
    Favourable,
    /// The top boxes of any scale ([`boxes::top`]).
    Top,
}

/// A share of people at the best end of the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopShare {
    /// Its kind.
    pub share: Share,
    /// The worst answer that counts, on the scale with its best end up.
    pub lowest: Answer,
    /// How many people it counts.
    pub people: u32,
    /// The share, with its interval.
    pub estimate: Estimate<Proportion>,
}

/// The share that fits a question to a side; none for a recommendation, which has a score instead, and without answers.
/// Files seldom mark whether five points are satisfaction or agreement: for clients satisfaction is taken, for employees
/// agreement, which are the usual ones.
///
/// ```
/// use reflet::{analysis::{Answer, closed::{Answers, top::{Share, top_share}}}, model::{Scale, Side}};
/// let five = Answers::new(Scale::CSAT, [5.0, 4.0, 2.0, 1.0].map(Answer).to_vec());
/// let [client, employee] = [Side::Client, Side::Employee].map(|side| top_share(side, &five).unwrap());
/// assert_eq!((client.share, employee.share), (Share::Csat, Share::Favourable));
/// assert_eq!((client.people, client.estimate.value.0), (2, 0.5));
/// ```
pub fn top_share(side: Side, answers: &Answers) -> Option<TopShare> {
    if nps::of(answers).is_ok() {
        return None;
    }
    let of = |share, lowest: Result<Answer, Unavailable>| {
        let lowest = lowest.ok()?;
        let estimate = boxes::share(answers, lowest).ok()?;
        Some(TopShare { share, lowest, people: answers.at_least(lowest), estimate })
    };
    of(Share::Csat, boxes::csat_from(answers.scale))
        .filter(|_| side == Side::Client)
        .or_else(|| of(Share::Ces, boxes::ces_from(answers.scale)))
        .or_else(|| of(Share::Favourable, boxes::favourable_from(answers.scale)))
        .or_else(|| of(Share::Top, Ok(boxes::top_from(answers.scale))))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::model::Scale;

    #[test]
    fn each_scale_has_its_share_and_a_recommendation_none() {
        let of = |scale: Scale| {
            let answers = Answers::new(scale, vec![Answer(1.0), Answer(5.0)]);
            Side::BOTH.map(|side| top_share(side, &answers).map(|found| found.share))
        };
        assert_eq!(of(Scale::CSAT.turned()), [Some(Share::Csat), Some(Share::Favourable)]);
        assert_eq!(of(Scale::CES), [Some(Share::Ces); 2]);
        assert_eq!(of(Scale::custom(1.0, 5.0).unwrap()), [Some(Share::Favourable); 2]);
        assert_eq!(of(Scale::custom(0.0, 5.0).unwrap()), [Some(Share::Top); 2]);
        assert_eq!(of(Scale::NPS), [None; 2]);
        assert_eq!(of(Scale::NPS.turned()), [Some(Share::Top); 2]);
        assert_eq!(top_share(Side::Client, &Answers::new(Scale::CSAT, Vec::new())), None);
    }
}
