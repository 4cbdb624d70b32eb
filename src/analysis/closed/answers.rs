//! The respondents' answers to one closed question.

use crate::model::Scale;

use crate::analysis::{Answer, units::count};

/// The answers to one question, one per respondent, grouped.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// The scale on which it was asked.
    pub scale: Scale,
    /// The answers that occur, ascending, each with its number of respondents.
    pub values: Vec<(Answer, u32)>,
}

impl Answers {
    /// Groups these answers, one per respondent, in any order.
    ///
    /// ```
    /// use reflet::{analysis::{Answer, closed::Answers}, model::Scale};
    /// let answers = Answers::new(Scale::CSAT, [4.0, 2.0, 4.0].map(Answer).to_vec());
    /// assert_eq!(answers.values, [(Answer(2.0), 1), (Answer(4.0), 2)]);
    /// ```
    pub fn new(scale: Scale, mut answers: Vec<Answer>) -> Self {
        answers.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        let same = |a: &Answer, b: &Answer| a.0.total_cmp(&b.0).is_eq();
        Self { scale, values: answers.chunk_by(same).map(|same| (same[0], count(same.len()))).collect() }
    }

    /// How many answered (n).
    pub fn respondents(&self) -> u32 {
        self.holding(|_| true)
    }

    /// How many gave the answer `lowest` or a better one; `lowest` is on the scale with its best end up
    /// ([`Scale::upright`]).
    ///
    /// ```
    /// use reflet::{analysis::{Answer, closed::Answers}, model::Scale};
    /// let one_is_best = Answers::new(Scale::CSAT.turned(), [1.0, 2.0, 2.5, 5.0].map(Answer).to_vec());
    /// assert_eq!(one_is_best.at_least(Answer(4.0)), 2, "those who answered 1 and 2");
    /// ```
    pub fn at_least(&self, lowest: Answer) -> u32 {
        self.holding(|answer| self.scale.upright(answer.0) >= lowest.0)
    }

    /// How many gave an answer for which `such` holds.
    pub fn holding(&self, such: impl Fn(Answer) -> bool) -> u32 {
        self.values.iter().filter(|(answer, _)| such(*answer)).map(|(_, count)| count).sum()
    }

    /// The sum of the answers.
    ///
    /// Added in ascending order, so that the order of respondents changes no bit.
    pub fn sum(&self) -> f64 {
        self.values.iter().map(|(answer, count)| answer.0 * f64::from(*count)).sum()
    }

    /// The mean answer, on the question's own scale as it was asked: where 1 is the best, a low mean is a good one. None
    /// without answers.
    ///
    /// ```
    /// use reflet::{analysis::{Answer, closed::Answers}, model::Scale};
    /// let mean = |values: &[f64]| Answers::new(Scale::CES, values.iter().copied().map(Answer).collect()).mean();
    /// assert_eq!(mean(&[5.0, 7.0, 7.0, 1.0]), Some(Answer(5.0)));
    /// assert_eq!(mean(&[]), None);
    /// ```
    pub fn mean(&self) -> Option<Answer> {
        let respondents = self.respondents();
        (respondents > 0).then(|| Answer(self.sum() / f64::from(respondents)))
    }
}
