//! A closed question: its name, its scale, which end is the best, which answers count.

use crate::analysis::Answer;
use crate::analysis::closed::Answers;
use crate::analysis::closed::top::top_share;
use crate::model::{Question, Scale, Side};
use crate::say::{Locale, text};

/// The name of a question, or what stands for it.
pub fn name(locale: Locale, name: &str) -> String {
    if name.is_empty() { text!(locale, surveys.unnamed).to_owned() } else { name.to_owned() }
}

/// A scale in words, and its best end where that is the lower one.
pub fn scale(locale: Locale, scale: Scale) -> String {
    let (low, high) = scale.ends();
    let ends = text!(locale, surveys.scale, low = locale.short(low), high = locale.short(high));
    if scale.is_reversed() { format!("{ends}, {}", way(locale, scale)) } else { ends }
}

/// Which end of a scale is the best.
pub fn way(locale: Locale, scale: Scale) -> String {
    text!(locale, surveys.way, best = locale.short(scale.best()))
}

/// A name, and the best end of its scale where that is the lower one.
pub fn marked(locale: Locale, name: &str, scale: Scale) -> String {
    if scale.is_reversed() { format!("{name} ({})", way(locale, scale)) } else { name.to_owned() }
}

/// The answers that a share counts, in words, on the scale as it was asked.
pub fn counted(locale: Locale, scale: Scale, lowest: Answer) -> String {
    let (min, max) = scale.ends();
    let (low, high) = if scale.is_reversed() { (min, scale.upright(lowest.0)) } else { (lowest.0, max) };
    let [first, last, of] = [low, high, max].map(|end| locale.short(end));
    let is_step = |end: f64| end.fract().abs() <= 0.0;
    if first == last {
        text!(locale, surveys.one_answer, low = first, of = of)
    } else if is_step(low) && is_step(high) && high - low < 1.5 {
        text!(locale, surveys.two_answers, low = first, high = last, of = of)
    } else {
        text!(locale, surveys.more_answers, low = first, high = last, of = of)
    }
}

/// Which end of the scale is the best, and which answers count for it.
pub fn direction(locale: Locale, side: Side, answers: &Answers) -> String {
    let scale = answers.scale;
    let best = locale.short(scale.best());
    match top_share(side, answers) {
        Some(share) => {
            text!(locale, surveys.way_counts, best = best, answers = counted(locale, scale, share.lowest))
        }
        None if scale == Scale::NPS => text!(locale, surveys.way_net, best = best),
        None => text!(locale, surveys.way, best = best),
    }
}

/// A question as a choice: its name and its scale.
pub fn choice(locale: Locale, question: &Question) -> String {
    format!("{} ({})", name(locale, &question.name), scale(locale, question.scale))
}

/// The offer to turn a scale round, with what would be the best then.
pub fn turn(locale: Locale, scale: Scale) -> String {
    text!(locale, surveys.turn, best = locale.short(scale.turned().best()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    #[test]
    fn the_best_end_is_said_where_it_is_the_lower_one() {
        assert_eq!(scale(Locale::English, Scale::CSAT), "from 1 to 5");
        assert_eq!(scale(Locale::English, Scale::CSAT.turned()), "from 1 to 5, 1 = the best");
        assert_eq!(marked(Locale::English, "Mean", Scale::CSAT), "Mean");
        assert_eq!(marked(Locale::English, "Mean", Scale::CSAT.turned()), "Mean (1 = the best)");
        assert_eq!(turn(Locale::English, Scale::CSAT), "Turn the scale round: 1 becomes the best");
        assert_eq!(name(Locale::French, ""), "Question sans nom");
        let question = Question { name: "Prix".to_owned(), scale: Scale::custom(0.5, 4.5).unwrap() };
        assert_eq!(choice(Locale::French, &question), "Prix (de 0,5 à 4,5)");
    }

    #[test]
    fn the_answers_that_count_are_said_on_the_scale_as_it_was_asked() {
        let said = |scale, lowest| counted(Locale::English, scale, Answer(lowest));
        assert_eq!(said(Scale::CSAT, 5.0), "5 of 5");
        assert_eq!(said(Scale::CSAT, 4.0), "4 or 5 of 5");
        assert_eq!(said(Scale::CES, 5.0), "5 to 7 of 7");
        assert_eq!(said(Scale::CSAT.turned(), 4.0), "1 or 2 of 5");
        let halves = Scale::custom(0.5, 5.5).unwrap();
        assert_eq!(said(halves, 4.5), "4.5 to 5.5 of 5.5", "no step is alone where there are parts of steps");
    }

    #[test]
    fn the_direction_comes_with_what_counts() {
        let said = |scale| {
            let answers = Answers::new(scale, vec![Answer(5.0), Answer(1.0)]);
            direction(Locale::English, Side::Client, &answers)
        };
        assert_eq!(said(Scale::CSAT), "5 = the best: answers that count as favourable are 4 or 5 of 5");
        assert_eq!(said(Scale::NPS), "10 = the best: promoters are those who answered 9 or 10");
        let nobody = Answers::new(Scale::CSAT.turned(), Vec::new());
        assert_eq!(direction(Locale::English, Side::Client, &nobody), "1 = the best");
    }
}
