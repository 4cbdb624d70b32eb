//! Guesses the ends of a scale.

use super::asked::{Asked, AskedKind};
use crate::import::values::Written;
use crate::model::Scale;

/// The number of answers from which a number that nobody gave is taken not to be on the scale.
const ENOUGH: usize = 20;

/// The likeliest scale, and another possible one.
pub(super) struct Ends {
    pub scale: Scale,
    pub or: Option<Scale>,
}

/// The scale of those answers.
///
/// The ends in the header win if most answers fit; then the upper end in most cells (`4/5`); then the smallest of 1–5,
/// 1–7, 0–10 with all answers but a slip: one answer, or one in ten; then 0–20 and 0–100.
pub(super) fn of(asked: &Asked, answers: &[(&str, Written, usize)]) -> Ends {
    let all = count(answers, |_| true);
    let sure = |scale| Ends { scale, or: None };
    if let Some((low, high)) = asked.ends
        && count(answers, |value| value < low || value > high) * 2 <= all
    {
        return sure(scale(asked, low, high));
    }
    let mut tops: Vec<f64> = answers.iter().filter_map(|(_, written, _)| written.of).collect();
    tops.sort_by(f64::total_cmp);
    if let Some(top) = tops.get(tops.len() / 2).filter(|_| tops.len() * 2 >= answers.len()) {
        return sure(scale(asked, if [5.0, 7.0].contains(top) { 1.0 } else { 0.0 }, *top));
    }
    let ten = scale(asked, 0.0, 10.0);
    if all == 0 {
        return sure(ten);
    }
    let is_ten = |value: f64| (0.0..=10.0).contains(&value);
    let slips = all - count(answers, is_ten);
    let is_recommended = asked.kind == Some(AskedKind::Recommendation) && slips * 2 <= all;
    if is_recommended || slips * 10 <= all || (slips == 1 && all >= 3) {
        return within_ten(asked, answers);
    }
    let values = || answers.iter().map(|(_, written, _)| written.value);
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let (low, high) = if low < 0.0 {
        let end = high.max(-low);
        (-end, end)
    } else if high <= 20.0 {
        (0.0, 20.0)
    } else if high <= 100.0 {
        (0.0, 100.0)
    } else {
        (0.0, high)
    };
    sure(scale(asked, low, high))
}

/// The scale of answers between 0 and 10.
fn within_ten(asked: &Asked, answers: &[(&str, Written, usize)]) -> Ends {
    let inside = |low: f64, high: f64| {
        count(answers, |value| (0.0..=10.0).contains(&value) && (value < low || value > high))
    };
    let all = count(answers, |value| (0.0..=10.0).contains(&value));
    let gave = |wanted: f64| count(answers, |value| (value - wanted).abs() < 1e-9) > 0;
    let fits = |low, high| inside(low, high) * 100 <= all;
    let (five, seven, ten) = (scale(asked, 1.0, 5.0), scale(asked, 1.0, 7.0), scale(asked, 0.0, 10.0));
    if asked.kind == Some(AskedKind::Recommendation) {
        if let Some((low, high)) = of_yes_and_no(answers) {
            return Ends { scale: scale(asked, low, high), or: Some(ten) };
        }
        // Many answers without one above 5 are no recommendation from 0 to 10.
        let low = all >= ENOUGH && fits(1.0, 5.0) && gave(1.0) && gave(5.0);
        return match low {
            // A statement about recommending is rated by agreement.
            true if asked.states => {
                let agreed = Asked { kind: Some(AskedKind::Agreement), ..*asked };
                Ends { scale: self::scale(&agreed, 1.0, 5.0), or: None }
            }
            true => Ends { scale: five, or: Some(ten) },
            false => Ends { scale: ten, or: None },
        };
    }
    if fits(1.0, 5.0) {
        return Ends { scale: five, or: None };
    }
    if gave(0.0) && all >= ENOUGH && fits(0.0, 5.0) && gave(5.0) {
        // 0 is the lowest answer, or stands for no answer.
        return Ends { scale: scale(asked, 0.0, 5.0), or: Some(five) };
    }
    if fits(1.0, 6.0) && gave(6.0) && all >= ENOUGH {
        // Many answers without a 7.
        let six = scale(asked, 1.0, 6.0);
        let is_seven = asked.kind == Some(AskedKind::Ease);
        return if is_seven {
            Ends { scale: seven, or: Some(six) }
        } else {
            Ends { scale: six, or: Some(seven) }
        };
    }
    if fits(1.0, 7.0) {
        return Ends { scale: seven, or: None };
    }
    if all >= ENOUGH && !gave(0.0) && gave(1.0) {
        return Ends { scale: scale(asked, 1.0, 10.0), or: Some(ten) };
    }
    Ends { scale: ten, or: None }
}

/// The only two numbers of many answers, where they stand for yes and no: of ten people, none gives 2 to 10.
fn of_yes_and_no(answers: &[(&str, Written, usize)]) -> Option<(f64, f64)> {
    const MANY: usize = 10;
    let all = count(answers, |_| true);
    let of = |low: f64, high: f64| {
        let is = |end: f64| count(answers, |value| (value - end).abs() < 1e-9);
        (all >= MANY && is(low) > 0 && is(high) > 0 && is(low) + is(high) == all).then_some((low, high))
    };
    of(0.0, 1.0).or_else(|| of(1.0, 2.0))
}

fn count(answers: &[(&str, Written, usize)], such: impl Fn(f64) -> bool) -> usize {
    answers.iter().filter(|(_, written, _)| such(written.value)).map(|(.., count)| count).sum()
}

/// The scale with these ends, of the kind of the question.
fn scale(asked: &Asked, low: f64, high: f64) -> Scale {
    let of = |low, high| Scale::new(super::kind(asked, low, high), low, high);
    of(low, high).or_else(|_| of(0.0, 10.0)).unwrap_or(Scale::NPS)
}
