//! The figures of one question, each with how it was computed.

use super::state::Asked;
use crate::analysis::closed::{Answers, nps::Nps};
use crate::analysis::{Estimate, Proportion, wilson};
use crate::app::language::{Language, tr};
use crate::app::words;
use crate::model::Side;

/// One figure in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// For style sheets and tests.
    pub id: &'static str,
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
    /// How sure it is, and what it is made of.
    pub notes: Vec<String>,
    /// What was put into which formula.
    pub how: Vec<String>,
}

/// A share of people at the upper end of the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopShare {
    id: &'static str,
    lowest: u8,
    /// The share.
    pub estimate: Estimate<Proportion>,
}

/// The share that fits the question, if one does. A file seldom says whether five points are satisfaction or agreement:
/// clients are asked the former more often, employees the latter.
pub fn top_share(asked: &Asked) -> Option<TopShare> {
    let figures = asked.item.figures();
    let csat = figures.csat.ok().filter(|_| asked.item.side == Side::Client);
    csat.map(|estimate| TopShare { id: "csat", lowest: 4, estimate })
        .or_else(|| figures.ces.ok().map(|estimate| TopShare { id: "ces", lowest: 5, estimate }))
        .or_else(|| {
            figures.favourable.ok().map(|estimate| TopShare { id: "favourable", lowest: 4, estimate })
        })
}

/// All figures that fit the question.
pub fn of(language: Language, asked: &Asked) -> Vec<Figure> {
    let item = &asked.item;
    let all = item.answers.respondents();
    let people = Figure {
        id: "people",
        name: tr!(language, surveys.people).to_owned(),
        value: language.count(all as usize),
        notes: Vec::new(),
        how: vec![tr!(
            language,
            surveys.people_text,
            given = language.count(asked.given),
            all = language.count(all as usize)
        )],
    };
    let net = item.figures().nps.ok().map(|found| net(language, item.side, &found));
    let share = top_share(asked).map(|found| share(language, all, found));
    [Some(people), mean(language, &item.answers), net, share].into_iter().flatten().collect()
}

fn mean(language: Language, answers: &Answers) -> Option<Figure> {
    let mean = answers.mean()?.0;
    let (low, high) = answers.scale.ends();
    let all = answers.respondents();
    Some(Figure {
        id: "mean",
        name: tr!(language, surveys.mean).to_owned(),
        value: language.number(mean, 2),
        notes: Vec::new(),
        how: vec![tr!(
            language,
            surveys.mean_text,
            sum = language.number(mean * f64::from(all), 1),
            all = language.count(all as usize),
            value = language.number(mean, 2),
            low = language.short(low),
            high = language.short(high)
        )],
    })
}

/// The name that a net promoter score has on that side.
pub fn net_name(language: Language, side: Side) -> &'static str {
    match side {
        Side::Client => tr!(language, surveys.nps),
        Side::Employee => tr!(language, surveys.enps),
    }
}

/// The ends of an interval in words, or why there is none.
pub fn range<T: Copy>(language: Language, estimate: &Estimate<T>, show: impl Fn(T) -> String) -> String {
    match estimate.interval {
        Ok(ends) => tr!(language, surveys.between, low = show(ends.low), high = show(ends.high)),
        Err(reason) => words::undefined(language, reason).to_owned(),
    }
}

fn net(language: Language, side: Side, nps: &Nps) -> Figure {
    let all = nps.split.respondents();
    let score = nps.score.value.0;
    let part = |people: u32| language.number(f64::from(people) / f64::from(all.max(1)), 3);
    let mut how = vec![tr!(
        language,
        surveys.nps_text,
        promoters = nps.split.promoters,
        detractors = nps.split.detractors,
        all = all,
        value = language.signed(score, 1)
    )];
    how.extend(nps.score.interval.ok().map(|ends| {
        tr!(
            language,
            surveys.nps_interval,
            promoters = part(nps.split.promoters),
            detractors = part(nps.split.detractors),
            all = all,
            error = language.number(nps.error.0, 1),
            z = language.number(wilson::Z, 2),
            value = language.signed(score, 1),
            low = language.signed(ends.low.0, 1),
            high = language.signed(ends.high.0, 1)
        )
    }));
    Figure {
        id: if side == Side::Client { "nps" } else { "enps" },
        name: net_name(language, side).to_owned(),
        value: language.signed(score, 0),
        notes: vec![
            range(language, &nps.score, |score| language.signed(score.0, 0)),
            tr!(
                language,
                surveys.nps_parts,
                promoters = nps.split.promoters,
                passives = nps.split.passives,
                detractors = nps.split.detractors
            ),
        ],
        how,
    }
}

fn share(language: Language, all: u32, found: TopShare) -> Figure {
    let percent = |share: Proportion| language.percent(share.0, 1);
    let Estimate { value, interval } = found.estimate;
    let count = language.number(value.0 * f64::from(all), 0);
    let people = language.count(all as usize);
    let (name, remark) = match found.id {
        "csat" => (tr!(language, surveys.csat), Some(tr!(language, surveys.csat_also))),
        "ces" => (tr!(language, surveys.ces), None),
        _ => (tr!(language, surveys.favourable), Some(tr!(language, surveys.favourable_not))),
    };
    let mut how = vec![tr!(
        language,
        surveys.share_text,
        count = count,
        all = people.clone(),
        lowest = found.lowest,
        value = percent(value)
    )];
    how.extend(interval.ok().map(|ends| {
        tr!(language, surveys.share_interval, low = percent(ends.low), high = percent(ends.high))
    }));
    how.push(tr!(
        language,
        explain.frequency_formula,
        p = language.number(value.0, 4),
        all = people,
        z = language.number(wilson::Z, 6)
    ));
    how.extend(remark.map(str::to_owned));
    Figure {
        id: found.id,
        name: name.to_owned(),
        value: language.percent(value.0, 0),
        notes: vec![range(language, &found.estimate, |share| language.percent(share.0, 0))],
        how,
    }
}
