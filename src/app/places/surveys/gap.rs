//! A mirrored pair by the figure that its two questions have in common.

use super::figures::{counted, net_name, range};
use super::state::marked;
use crate::analysis::closed::pair::{Gap, Judgement, Pair, favourable, net};
use crate::analysis::closed::{Answers, boxes, nps};
use crate::analysis::{NetPoints, NetScore, Points, Proportion, Undefined, wilson};
use crate::app::shell::language::{Language, tr};
use crate::model::Side;
use crate::say::words;

/// One side of a pair in words.
pub struct Half {
    /// The name of the figure.
    pub figure: String,
    /// Its value.
    pub value: String,
    /// How sure it is.
    pub range: String,
}

/// Both sides and the gap between them, in words.
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
pub fn compared(language: Language, employee: &Answers, client: &Answers) -> Option<Compared> {
    net(employee, client)
        .map(|pair| by_score(language, &pair, employee, client))
        .or_else(|_| favourable(employee, client).map(|pair| by_share(language, &pair, employee, client)))
        .ok()
}

fn by_score(
    language: Language,
    pair: &Pair<NetScore, NetPoints>,
    employee: &Answers,
    client: &Answers,
) -> Compared {
    let score = |score: NetScore| language.signed(score.0, 0);
    let points = |points: NetPoints| language.signed(points.0, 0);
    let error = |answers: &Answers| {
        let error = nps::of(answers).map_or(0.0, |nps| nps.error.0);
        language.number(error, 1)
    };
    let names = [net_name(language, Side::Employee).to_owned(), net_name(language, Side::Client).to_owned()];
    let mut words = put(language, pair, names, score, points);
    words.how.extend(pair.gap.interval.ok().map(|ends| {
        tr!(
            language,
            surveys.pair_net_how,
            z = language.number(wilson::Z, 2),
            employee = error(employee),
            client = error(client),
            low = points(ends.low),
            high = points(ends.high)
        )
    }));
    words
}

fn by_share(
    language: Language,
    pair: &Pair<Proportion, Points>,
    employee: &Answers,
    client: &Answers,
) -> Compared {
    let share = |share: Proportion| language.percent(share.0, 0);
    let points = |points: Points| language.signed(points.0 * 100.0, 0);
    // Each side counts from the best end of its own scale.
    let name = |Answers { scale, .. }: &Answers| {
        let answers = boxes::favourable_from(*scale).map(|lowest| counted(language, *scale, lowest));
        let name = tr!(language, surveys.favourable, answers = answers.unwrap_or_default());
        marked(language, &name, *scale)
    };
    let mut words = put(language, pair, [name(employee), name(client)], share, points);
    words.how.extend(
        pair.gap.interval.ok().map(|ends| {
            tr!(language, surveys.pair_share_how, low = points(ends.low), high = points(ends.high))
        }),
    );
    words
}

fn put<F: Copy, G: Gap>(
    language: Language,
    pair: &Pair<F, G>,
    names: [String; 2],
    figure: impl Fn(F) -> String,
    points: impl Fn(G) -> String,
) -> Compared {
    let [employee, client] = [&pair.employee, &pair.client].map(|estimate| figure(estimate.value));
    let how = tr!(
        language,
        surveys.pair_how,
        employee = employee.clone(),
        client = client.clone(),
        points = words::points(language.locale(), points(pair.gap.value))
    );
    let [employee_name, client_name] = names;
    Compared {
        client: Half { figure: client_name, value: client, range: range(language, &pair.client, &figure) },
        employee: Half {
            figure: employee_name,
            value: employee,
            range: range(language, &pair.employee, &figure),
        },
        gap: words::points(language.locale(), points(pair.gap.value)),
        range: range(language, &pair.gap, &points),
        judgement: pair.judgement(),
        how: vec![how],
    }
}
