//! A mirrored pair by the figure that its two questions have in common.

use super::figure::range;
use super::net::net_name;
use super::question::{counted, marked};
use crate::analysis::closed::pair::{Gap, Judgement, Pair, favourable, net};
use crate::analysis::closed::{Answers, boxes, nps};
use crate::analysis::{NetPoints, NetScore, Points, Proportion, Undefined, wilson};
use crate::model::Side;
use crate::say::{Locale, points, text, undefined};

/// One side of a pair in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Half {
    /// The name of the figure.
    pub figure: String,
    /// Its value.
    pub value: String,
    /// How sure it is.
    pub range: String,
}

/// Both sides and the gap between them, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The clients' side.
    pub client: Half,
    /// The employees' side.
    pub employee: Half,
    /// Employees less clients.
    pub gap: String,
    /// How sure that is.
    pub range: String,
    /// Which side is higher, if one surely is.
    pub judgement: Result<Judgement, Undefined>,
    /// What was put into which formula.
    pub how: Vec<String>,
}

/// Whether two questions have a figure in common.
pub fn comparable(employee: &Answers, client: &Answers) -> bool {
    net(employee, client).is_ok() || favourable(employee, client).is_ok()
}

/// A pair in words; none where the two have no figure in common.
pub fn compared(locale: Locale, employee: &Answers, client: &Answers) -> Option<Compared> {
    let scores = (net(employee, client), nps::of(employee), nps::of(client));
    if let (Ok(pair), Ok(of_employees), Ok(of_clients)) = scores {
        return Some(by_score(locale, &pair, of_employees.error, of_clients.error));
    }
    favourable(employee, client).ok().map(|pair| by_share(locale, &pair, employee, client))
}

fn by_score(
    locale: Locale,
    pair: &Pair<NetScore, NetPoints>,
    employee: NetPoints,
    client: NetPoints,
) -> Compared {
    let score = |score: NetScore| locale.signed(score.0, 0);
    let points = |points: NetPoints| locale.signed(points.0, 0);
    let names = [net_name(locale, Side::Employee).to_owned(), net_name(locale, Side::Client).to_owned()];
    let mut words = put(locale, pair, names, score, points);
    words.how.extend(pair.gap.interval.ok().map(|ends| {
        text!(
            locale,
            surveys.pair_net_how,
            z = locale.number(wilson::Z, 2),
            employee = locale.number(employee.0, 1),
            client = locale.number(client.0, 1),
            low = points(ends.low),
            high = points(ends.high)
        )
    }));
    words
}

fn by_share(
    locale: Locale,
    pair: &Pair<Proportion, Points>,
    employee: &Answers,
    client: &Answers,
) -> Compared {
    let share = |share: Proportion| locale.percent(share.0, 0);
    let points = |points: Points| locale.points(points, 0);
    // Each side counts from the best end of its own scale.
    let name = |Answers { scale, .. }: &Answers| {
        let answers = boxes::favourable_from(*scale).map(|lowest| counted(locale, *scale, lowest));
        let name = text!(locale, surveys.favourable, answers = answers.unwrap_or_default());
        marked(locale, &name, *scale)
    };
    let mut words = put(locale, pair, [name(employee), name(client)], share, points);
    words.how.extend(
        pair.gap.interval.ok().map(|ends| {
            text!(locale, surveys.pair_share_how, low = points(ends.low), high = points(ends.high))
        }),
    );
    words
}

fn put<F: Copy, G: Gap>(
    locale: Locale,
    pair: &Pair<F, G>,
    names: [String; 2],
    figure: impl Fn(F) -> String,
    points: impl Fn(G) -> String,
) -> Compared {
    let [employee, client] = [&pair.employee, &pair.client].map(|estimate| figure(estimate.value));
    let how = text!(
        locale,
        surveys.pair_how,
        employee = employee.clone(),
        client = client.clone(),
        points = points::points(locale, points(pair.gap.value))
    );
    let [employee_name, client_name] = names;
    Compared {
        client: Half { figure: client_name, value: client, range: range(locale, &pair.client, &figure) },
        employee: Half {
            figure: employee_name,
            value: employee,
            range: range(locale, &pair.employee, &figure),
        },
        gap: points::points(locale, points(pair.gap.value)),
        range: range(locale, &pair.gap, &points),
        judgement: pair.judgement(),
        how: vec![how],
    }
}

/// What the gap says, with its name for style sheets and tests; of an estimate, how the employees judge their clients.
pub fn verdict(
    locale: Locale,
    judgement: Result<Judgement, Undefined>,
    is_estimate: bool,
) -> (&'static str, &'static str) {
    match (judgement, is_estimate) {
        (Ok(Judgement::Over), true) => ("over", text!(locale, surveys.over)),
        (Ok(Judgement::Under), true) => ("under", text!(locale, surveys.under)),
        (Ok(Judgement::Neither), true) => ("neither", text!(locale, surveys.neither)),
        (Ok(Judgement::Over), false) => ("higher", text!(locale, surveys.higher)),
        (Ok(Judgement::Under), false) => ("lower", text!(locale, surveys.lower)),
        (Ok(Judgement::Neither), false) => ("neither", text!(locale, surveys.alike)),
        (Err(reason), _) => ("neither", undefined::reason(locale, reason)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::analysis::Answer;
    use crate::model::Scale;

    fn answers(scale: Scale, given: &[(f64, usize)]) -> Answers {
        Answers::new(
            scale,
            given.iter().flat_map(|(answer, people)| vec![Answer(*answer); *people]).collect(),
        )
    }

    #[test]
    fn shares_are_compared_in_points() {
        let [employee, client] = [9, 3].map(|agree| answers(Scale::CSAT, &[(5.0, agree), (1.0, 10 - agree)]));
        let said = compared(Locale::English, &employee, &client).unwrap();
        assert_eq!((said.employee.value.as_str(), said.client.value.as_str()), ("90%", "30%"));
        assert_eq!(said.employee.figure, "Favourable answers (4 or 5 of 5)");
        assert_eq!((said.gap.as_str(), said.range.as_str()), ("+60 points", "between +17 and +81 (95%)"));
        assert_eq!(said.how[0], "Employees less clients: 90% − 30% = +60 points, before rounding.");
        assert!(said.how[1].contains("(Newcombe’s interval): between +17 and +81;"), "{}", said.how[1]);
        assert_eq!(said.judgement, Ok(Judgement::Over));
        let french = compared(Locale::French, &employee, &client).unwrap();
        assert_eq!(french.employee.value, "90\u{a0}%");
    }

    #[test]
    fn scores_are_compared_with_both_errors() {
        let side = answers(Scale::NPS, &[(10.0, 50), (8.0, 30), (0.0, 20)]);
        let said = compared(Locale::English, &side, &side).unwrap();
        assert_eq!(
            (said.gap.as_str(), said.range.as_str()),
            ("0 points", "between \u{2212}22 and +22 (95%)")
        );
        assert!(said.employee.figure.starts_with("eNPS") && said.client.figure.starts_with("NPS"));
        assert!(said.how[1].contains("Gap ± 1.96 × √(7.8² + 7.8²)"), "{}", said.how[1]);
        assert!(compared(Locale::French, &side, &side).unwrap().gap.ends_with("point"));
        let alone = answers(Scale::NPS, &[(10.0, 1)]);
        assert_eq!(compared(Locale::English, &side, &alone).unwrap().how.len(), 1, "no interval, no formula");
    }

    #[test]
    fn what_has_no_figure_in_common_is_not_compared() {
        let (score, share) = (answers(Scale::NPS, &[(10.0, 2)]), answers(Scale::CSAT, &[(5.0, 2)]));
        assert!(!comparable(&score, &share) && compared(Locale::English, &score, &share).is_none());
        assert!(comparable(&share, &share) && comparable(&score, &score));
    }

    #[test]
    fn an_estimate_is_judged_and_a_pair_of_questions_compared() {
        let said = |judgement, estimate| verdict(Locale::English, judgement, estimate);
        assert_eq!(said(Ok(Judgement::Over), true), ("over", "The employees overestimate their clients."));
        assert_eq!(said(Ok(Judgement::Under), true).0, "under");
        assert_eq!(
            [said(Ok(Judgement::Over), false).0, said(Ok(Judgement::Under), false).0],
            ["higher", "lower"]
        );
        assert_ne!(said(Ok(Judgement::Neither), true).1, said(Ok(Judgement::Neither), false).1);
        let reason = Undefined::NoVariation;
        assert_eq!(said(Err(reason), true), ("neither", undefined::reason(Locale::English, reason)));
    }
}
