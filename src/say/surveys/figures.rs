//! The figures of one question, each with how it was computed.

use super::figure::Figure;
use super::net::net;
use super::question::marked;
use super::share::share;
use crate::analysis::closed::top::top_share;
use crate::analysis::closed::{Answers, Item};
use crate::say::{Locale, text};

/// All figures that fit the question, to which so many answers were given.
pub fn of(locale: Locale, item: &Item, given: usize) -> Vec<Figure> {
    let all = item.answers.respondents();
    let people = Figure {
        id: "people",
        name: text!(locale, surveys.people).to_owned(),
        value: locale.count(all as usize),
        notes: Vec::new(),
        how: vec![text!(
            locale,
            surveys.people_text,
            given = locale.count(given),
            all = locale.count(all as usize)
        )],
    };
    let net = item.figures().nps.ok().map(|found| net(locale, item.side, &found));
    let share =
        top_share(item.side, &item.answers).map(|found| share(locale, item.answers.scale, all, &found));
    [Some(people), mean(locale, &item.answers), net, share].into_iter().flatten().collect()
}

fn mean(locale: Locale, answers: &Answers) -> Option<Figure> {
    let mean = answers.mean()?.0;
    let (low, high) = answers.scale.ends();
    let all = answers.respondents();
    Some(Figure {
        id: "mean",
        name: marked(locale, text!(locale, surveys.mean), answers.scale),
        value: locale.number(mean, 2),
        notes: Vec::new(),
        how: vec![text!(
            locale,
            surveys.mean_text,
            sum = locale.number(answers.sum(), 1),
            all = locale.count(all as usize),
            value = locale.number(mean, 2),
            low = locale.short(low),
            high = locale.short(high)
        )],
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::analysis::Answer;
    use crate::model::{Scale, Side};

    fn figures(locale: Locale, side: Side, scale: Scale, answers: &[(f64, usize)]) -> Vec<Figure> {
        let answers: Vec<Answer> =
            answers.iter().flat_map(|(answer, people)| vec![Answer(*answer); *people]).collect();
        of(locale, &Item { side, name: "Q".to_owned(), answers: Answers::new(scale, answers) }, 1500)
    }

    #[test]
    fn a_recommendation_has_people_mean_and_score() {
        let split = [(10.0, 50), (8.0, 30), (0.0, 20)];
        let said = figures(Locale::English, Side::Client, Scale::NPS, &split);
        let values: Vec<_> = said.iter().map(|figure| (figure.id, figure.value.as_str())).collect();
        assert_eq!(values, [("people", "100"), ("mean", "7.40"), ("nps", "+30")]);
        assert!(said[0].how[0].starts_with("Answers: 1,500, people: 100."));
        assert!(said[1].how[0].contains("add up to 740.0, and 740.0 ÷ 100 = 7.40, on a scale from 0 to 10"));
        let parts = "promoters (9–10): 50 · passives: 30 · detractors (0–6): 20";
        assert_eq!(said[2].notes, ["between +15 and +45 (95%)", parts]);
        assert!(said[2].how[0].contains("100 × (50 − 20) ÷ 100 = +30.0"), "{}", said[2].how[0]);
        let interval = &said[2].how[1];
        assert!(interval.contains("between +14.7 and +45.3") && interval.contains("+30.0 ± 1.96 × 7.8"));
        assert!(interval.contains("p = 0.500") && interval.contains("d = 0.200"), "{interval}");
        let employees = figures(Locale::French, Side::Employee, Scale::NPS, &split);
        assert_eq!(employees[2].id, "enps");
        assert!(employees[2].name.starts_with("eNPS"), "{}", employees[2].name);
    }

    #[test]
    fn a_satisfaction_has_a_share_whose_count_is_that_of_its_people() {
        let said = figures(Locale::English, Side::Client, Scale::CSAT, &[(5.0, 19), (2.0, 1)]);
        let share = &said[2];
        assert_eq!((share.id, share.value.as_str()), ("csat", "95%"));
        assert_eq!(share.name, "CSAT: satisfied clients (4 or 5 of 5)");
        assert_eq!(share.notes, ["between 76% and 99% (95%)"]);
        assert!(share.how[0].ends_with("answered 4 or more: 19 of 20; 19 ÷ 20 = 95.0%."), "{}", share.how[0]);
        assert!(share.how[1].contains("between 76.4% and 99.1%"), "{}", share.how[1]);
        assert!(share.how[2].contains("0.9500") && share.how[2].contains("1.959964"), "{}", share.how[2]);
    }

    #[test]
    fn a_scale_that_is_turned_says_so_beside_each_name() {
        let turned = Scale::CSAT.turned();
        let said = figures(Locale::English, Side::Employee, turned, &[(1.0, 3), (2.0, 1), (4.0, 1)]);
        assert_eq!((said[1].name.as_str(), said[1].value.as_str()), ("Mean (1 = the best)", "1.80"));
        let share = &said[2];
        assert_eq!(share.id, "favourable");
        let counted = "People who answered 2 or less, where 1 is the best: 4 of 5; 4 ÷ 5 = 80.0%.";
        assert_eq!(share.how[0], counted);
        assert!(share.name.ends_with("(1 or 2 of 5) (1 = the best)"), "{}", share.name);
        assert_eq!(share.how.len(), 5, "count, interval, formula, rule, and what it is not");
    }

    #[test]
    fn an_interval_that_does_not_exist_is_its_reason() {
        let alone = figures(Locale::English, Side::Client, Scale::NPS, &[(9.0, 1)]);
        let net = alone.iter().find(|figure| figure.id == "nps").unwrap();
        let reason =
            crate::say::undefined::reason(Locale::English, crate::analysis::Undefined::OneRespondent);
        assert_eq!(net.notes[0], reason);
        assert_eq!(net.how.len(), 1);
        let nobody = figures(Locale::English, Side::Client, Scale::CES, &[]);
        assert_eq!(nobody.iter().map(|figure| figure.id).collect::<Vec<_>>(), ["people"]);
    }
}
