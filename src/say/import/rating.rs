//! A column of ratings: its scale, its steps, which end is the best.

use crate::import::doubt::DoubtKind;
use crate::import::{Misfit, RatingColumn};
use crate::model::{Scale, ScaleKind};
use crate::say::{Locale, text};

/// A rating in one line: its name, its scale, which end is the best.
pub fn words(locale: Locale, name: &str, rating: &RatingColumn) -> String {
    if let Some((worst, best)) = outer(locale, rating) {
        return text!(
            locale,
            import.rating_steps,
            name = name,
            count = locale.short(rating.scale.steps()),
            low = worst.as_str(),
            high = best.as_str()
        );
    }
    let (low, high) = rating.scale.ends();
    let said = text!(
        locale,
        import.rating_of,
        name = name,
        low = locale.short(low),
        high = locale.short(high),
        best = locale.short(rating.scale.best())
    );
    if rating.scale.kind == ScaleKind::Nps {
        text!(locale, import.rating_nps, rating = said.as_str())
    } else {
        said
    }
}

/// What is wrong with the scale that was chosen for a column.
pub fn misfit(locale: Locale, misfit: Misfit) -> String {
    match misfit {
        Misfit::Unordered => text!(locale, import.unordered).to_owned(),
        Misfit::OtherEnds { likely: (low, high), chosen: (from, to) } => {
            let [low, high, from, to] = [low, high, from, to].map(|end| locale.short(end));
            text!(locale, import.other_ends, low = low, high = high, from = from, to = to)
        }
    }
}

/// The same, where the name of the column does not stand beside it.
pub fn misfit_of(locale: Locale, name: &str, misfit: Misfit) -> String {
    text!(locale, import.of_column, name = name, said = self::misfit(locale, misfit))
}

/// The offer to turn a scale round, with what would be the best answer then.
pub fn turned(locale: Locale, rating: RatingColumn) -> String {
    let turned = RatingColumn { scale: rating.scale.turned(), ..rating };
    text!(locale, import.reverse, best = best_of(locale, &turned))
}

/// Cells of a rating that are no answer; nothing where all are.
pub fn silent(locale: Locale, rating: &RatingColumn) -> Option<String> {
    let cells: Vec<&str> =
        rating.meanings.iter().filter(|step| step.value.is_none()).map(|step| step.cell.as_str()).collect();
    (!cells.is_empty()).then(|| text!(locale, import.step_silent, cells = cells.join(", ")))
}

/// In which order the steps of a rating are listed.
pub fn order(locale: Locale, scale: Scale) -> &'static str {
    if scale.is_reversed() { text!(locale, import.steps_reversed) } else { text!(locale, import.steps) }
}

/// A rating as one of the readings of a doubt.
pub fn as_reading(locale: Locale, rating: &RatingColumn, kind: DoubtKind) -> String {
    let (low, high) = rating.scale.ends();
    let ends = match outer(locale, rating) {
        Some((worst, best)) => text!(
            locale,
            doubt.scale_steps,
            count = locale.short(rating.scale.steps()),
            low = worst.as_str(),
            high = best.as_str()
        ),
        None => {
            text!(locale, doubt.scale_ends, low = locale.short(low), high = locale.short(high))
        }
    };
    let best = text!(locale, doubt.direction_best, best = best_of(locale, rating));
    // Which scale it is says nothing of which end is the best, and the other way round.
    if kind == DoubtKind::Direction { best } else { ends }
}

/// The best answer of a rating: its words, or its number.
fn best_of(locale: Locale, rating: &RatingColumn) -> String {
    match outer(locale, rating) {
        Some((_, best)) => text!(locale, import.best_word, word = best.as_str()),
        None => locale.short(rating.scale.best()),
    }
}

/// The words of the worst and of the best step that occur, with their numbers where the scale goes further; none for
/// numbers.
fn outer(locale: Locale, rating: &RatingColumn) -> Option<(String, String)> {
    let mut steps = rating.meanings.iter().filter_map(|step| Some((step.value?, step.cell.as_str())));
    let first = steps.next()?;
    let last = steps.next_back()?;
    let (low, high) = rating.scale.ends();
    let say = |(value, cell): (f64, &str), end: f64| {
        let at_end = (value - end).abs() < 1e-9;
        if at_end { cell.to_owned() } else { format!("{} – {cell}", locale.short(value)) }
    };
    let (first, last) = (say(first, low), say(last, high));
    Some(if rating.scale.is_reversed() { (last, first) } else { (first, last) })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::import::{Meaning, rating_column};
    use crate::say::import::tables::table;

    fn in_words(scale: Scale, steps: &[(&str, Option<f64>)]) -> RatingColumn {
        let meaning =
            |(cell, value): &(&str, Option<f64>)| Meaning { cell: (*cell).to_owned(), value: *value };
        RatingColumn { column: 0, scale, meanings: steps.iter().map(meaning).collect() }
    }

    fn in_numbers(scale: Scale) -> RatingColumn {
        in_words(scale, &[])
    }

    #[test]
    fn numbers_are_said_by_their_ends() {
        let said = |locale, scale| words(locale, "Q1", &in_numbers(scale));
        assert_eq!(said(Locale::English, Scale::CSAT), "“Q1”, from 1 to 5, 5 is best");
        assert_eq!(said(Locale::English, Scale::CSAT.turned()), "“Q1”, from 1 to 5, 1 is best");
        assert_eq!(said(Locale::English, Scale::NPS), "“Q1”, from 0 to 10, 10 is best: recommendation (NPS)");
        let half = Scale::custom(0.5, 4.5).unwrap();
        assert!(said(Locale::French, half).contains("0,5") && said(Locale::French, half).contains("4,5"));
    }

    #[test]
    fn steps_are_said_by_their_words_and_where_they_stand_if_the_scale_goes_further() {
        let steps = [("never", Some(1.0)), ("often", Some(4.0)), ("no idea", None)];
        let (up, turned) = (in_words(Scale::CSAT, &steps), in_words(Scale::CSAT.turned(), &steps));
        assert_eq!(words(Locale::English, "Q1", &up), "“Q1”, steps: 5, from “never” to “4 – often” (best)");
        assert_eq!(
            words(Locale::English, "Q1", &turned),
            "“Q1”, steps: 5, from “4 – often” to “never” (best)"
        );
        assert_eq!(silent(Locale::English, &up).unwrap(), "no answer: no idea");
        assert_eq!(silent(Locale::English, &in_numbers(Scale::CSAT)), None);
        assert_eq!(super::turned(Locale::English, up), "Turn round: “never” is best");
        assert_eq!(order(Locale::English, Scale::CSAT), "Order of the steps, worst to best");
        assert_eq!(order(Locale::English, Scale::CSAT.turned()), "Order of the steps, best to worst");
    }

    #[test]
    fn a_doubt_about_the_way_up_says_the_best_end_alone() {
        let reading = |kind| as_reading(Locale::English, &in_numbers(Scale::CES.turned()), kind);
        assert_eq!(reading(DoubtKind::Direction), "1 is best");
        assert_eq!(reading(DoubtKind::Scale), "A rating from 1 to 7");
        let steps = in_words(Scale::CSAT, &[("no", Some(1.0)), ("yes", Some(5.0))]);
        assert_eq!(
            as_reading(Locale::English, &steps, DoubtKind::Text),
            "A rating, steps: 5, from “no” to “yes”"
        );
    }

    #[test]
    fn a_scale_that_does_not_fit_its_answers_is_said_with_both_ends() {
        let table = table("Note\n1\n2\n3\n4\n5\n5\n");
        let likely = rating_column(&table, 0);
        let of = |scale| crate::import::misfit(&table, &RatingColumn { scale, ..likely.clone() });
        assert_eq!(of(likely.scale), None);
        assert_eq!(of(Scale::custom(0.0, 100.0).unwrap()), None, "ends of one's own may be any");
        let wrong = of(Scale::NPS).unwrap();
        let said = "“Note”. The answers seem to go from 1 to 5, not from 0 to 10: check the scale.";
        assert_eq!(misfit_of(Locale::English, "Note", wrong), said);
        assert!(misfit(Locale::French, Misfit::Unordered).contains("flèches"));
    }
}
