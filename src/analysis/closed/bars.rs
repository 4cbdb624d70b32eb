//! The distribution of the answers to one question over its scale.

use crate::analysis::{Answer, Interval, Proportion};

use super::Answers;

/// The longest scale, between its ends, of which every step has a bar.
const STEPS: f64 = 10.0;
/// The most bars; more different answers are grouped in classes.
const MAX_BARS: usize = 21;
/// The number of classes.
const CLASSES: u32 = 10;

/// Respondents who gave one answer, or an answer of one class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The answers, ends included; one answer where the two ends are equal. An answer between two classes counts in the
    /// upper one.
    pub answers: Interval<Answer>,
    /// How many gave one of these answers.
    pub respondents: u32,
    /// Their share of all who answered; 0 if nobody did.
    pub share: Proportion,
}

/// The answers by value, ascending. A short scale has a bar for every whole step, also without respondents, and for
/// every answer between two steps, which is the mean of several answers of a person; a long scale has ten equal
/// classes.
///
/// ```
/// use reflet::{analysis::{Answer, closed::{Answers, bars}}, model::Scale};
/// let answers = Answers::new(Scale::CSAT, [5.0, 5.0, 3.5].map(Answer).to_vec());
/// let bars: Vec<(f64, u32)> = bars(&answers).iter().map(|bar| (bar.answers.low.0, bar.respondents)).collect();
/// assert_eq!(bars, [(1.0, 0), (2.0, 0), (3.0, 0), (3.5, 1), (4.0, 0), (5.0, 2)]);
/// ```
pub fn bars(answers: &Answers) -> Vec<Bar> {
    let mut values: Vec<Answer> = steps(answers).into_iter().map(Answer).collect();
    values.extend(answers.values.iter().map(|(answer, _)| *answer));
    values.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    values.dedup();
    if values.len() > MAX_BARS {
        return classes(answers);
    }
    let bar = |answer: Answer| bar(answers, answer, answer, |given| given == answer);
    values.into_iter().map(bar).collect()
}

fn bar(answers: &Answers, low: Answer, high: Answer, such: impl Fn(Answer) -> bool) -> Bar {
    let respondents = answers.holding(such);
    let share = Proportion(f64::from(respondents) / f64::from(answers.respondents().max(1)));
    Bar { answers: Interval { low, high }, respondents, share }
}

/// The whole steps of a short scale.
fn steps(answers: &Answers) -> Vec<f64> {
    let (min, max) = answers.scale.ends();
    let whole = |end: f64| end.fract().abs() <= 0.0;
    if !(whole(min) && whole(max)) || max - min > STEPS {
        return Vec::new();
    }
    (0_u8..=10).map(|step| min + f64::from(step)).take_while(|step| *step <= max).collect()
}

fn classes(answers: &Answers) -> Vec<Bar> {
    let (min, max) = answers.scale.ends();
    let end = |class: u32| {
        if class == CLASSES { max } else { min + (max - min) * f64::from(class) / f64::from(CLASSES) }
    };
    let class = |class: u32| {
        let (low, high) = (Answer(end(class)), Answer(end(class + 1)));
        let last = class + 1 == CLASSES;
        let inside = |given: Answer| given >= low && (given < high || last);
        bar(answers, low, high, inside)
    };
    (0..CLASSES).map(class).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::model::Scale;

    fn of(scale: Scale, values: impl Iterator<Item = f64>) -> Vec<Bar> {
        bars(&Answers::new(scale, values.map(Answer).collect()))
    }

    #[test]
    fn every_respondent_is_in_one_bar() {
        let hundred = Scale::custom(0.0, 100.0).unwrap();
        for (scale, values, expected) in [
            (Scale::NPS, vec![0.0, 10.0, 10.0, 6.5], 12),
            (Scale::CES, vec![], 7),
            (hundred, vec![0.0, 33.0, 100.0], 3),
            (hundred, (0..=100).map(f64::from).collect(), 10),
            (Scale::custom(0.5, 4.5).unwrap(), vec![0.5, 1.0], 2),
        ] {
            let all = values.len();
            let found = of(scale, values.into_iter());
            assert_eq!(found.len(), expected, "{scale:?}");
            assert_eq!(found.iter().map(|bar| bar.respondents as usize).sum::<usize>(), all);
            let shares: f64 = found.iter().map(|bar| bar.share.0).sum();
            assert!((shares - if all == 0 { 0.0 } else { 1.0 }).abs() < 1e-12, "{scale:?}");
        }
    }

    #[test]
    fn classes_are_ten_and_reach_both_ends() {
        let found = of(Scale::custom(0.0, 100.0).unwrap(), (0..=100).map(f64::from));
        let held: Vec<u32> = found.iter().map(|bar| bar.respondents).collect();
        assert_eq!(held, [10, 10, 10, 10, 10, 10, 10, 10, 10, 11]);
        assert_eq!(found[9].answers.high, Answer(100.0));
    }
}
