//! The figures of one question, each with how it was computed.

use super::state::{Asked, marked};
use crate::analysis::closed::{Answers, Unavailable, boxes, nps::Nps};
use crate::analysis::{Answer, Estimate, Proportion, wilson};
use crate::app::shell::language::{Language, tr};
use crate::model::{Scale, Side};
use crate::say::words;

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

/// A share of people at the best end of the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopShare {
    id: &'static str,
    /// The worst answer that counts, on the scale with its best end up.
    lowest: Answer,
    /// The share.
    pub estimate: Estimate<Proportion>,
}

/// The share that fits the question, if one does. A file seldom says whether five points are satisfaction or agreement:
/// clients are asked the former more often, employees the latter. A recommendation has a score in its place.
pub fn top_share(asked: &Asked) -> Option<TopShare> {
    let (figures, scale) = (asked.item.figures(), asked.item.answers.scale);
    let share = |id, lowest: Result<Answer, _>, estimate: Result<_, Unavailable>| {
        Some(TopShare { id, lowest: lowest.ok()?, estimate: estimate.ok()? })
    };
    share("csat", boxes::csat_from(scale), figures.csat)
        .filter(|_| asked.item.side == Side::Client)
        .or_else(|| share("ces", boxes::ces_from(scale), figures.ces))
        .or_else(|| share("favourable", boxes::favourable_from(scale), figures.favourable))
        .or_else(|| share("top", Ok(boxes::top_from(scale)), figures.top))
        .filter(|_| figures.nps.is_err())
}

/// The answers that a share counts, in words, on the scale as it was asked.
pub fn counted(language: Language, scale: Scale, lowest: Answer) -> String {
    let (min, max) = scale.ends();
    let (low, high) = if scale.is_reversed() { (min, scale.upright(lowest.0)) } else { (lowest.0, max) };
    let [first, last, of] = [low, high, max].map(|end| language.short(end));
    let is_step = |end: f64| end.fract().abs() <= 0.0;
    if first == last {
        tr!(language, surveys.one_answer, low = first, of = of)
    } else if is_step(low) && is_step(high) && high - low < 1.5 {
        tr!(language, surveys.two_answers, low = first, high = last, of = of)
    } else {
        tr!(language, surveys.more_answers, low = first, high = last, of = of)
    }
}

/// Which end of the scale is the best, and which answers count for it.
pub fn direction(language: Language, asked: &Asked) -> String {
    let scale = asked.item.answers.scale;
    let (min, max) = scale.ends();
    let best = language.short(if scale.is_reversed() { min } else { max });
    match top_share(asked) {
        Some(share) => {
            tr!(language, surveys.way_counts, best = best, answers = counted(language, scale, share.lowest))
        }
        None if scale == Scale::NPS => tr!(language, surveys.way_net, best = best),
        None => tr!(language, surveys.way, best = best),
    }
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
    let share = top_share(asked).map(|found| share(language, item.answers.scale, all, found));
    [Some(people), mean(language, &item.answers), net, share].into_iter().flatten().collect()
}

fn mean(language: Language, answers: &Answers) -> Option<Figure> {
    let mean = answers.mean()?.0;
    let (low, high) = answers.scale.ends();
    let all = answers.respondents();
    Some(Figure {
        id: "mean",
        name: marked(language, tr!(language, surveys.mean), answers.scale),
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
        Err(reason) => words::undefined(language.locale(), reason).to_owned(),
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

fn share(language: Language, scale: Scale, all: u32, found: TopShare) -> Figure {
    let percent = |share: Proportion| language.percent(share.0, 1);
    let Estimate { value, interval } = found.estimate;
    let count = language.number(value.0 * f64::from(all), 0);
    let people = language.count(all as usize);
    let answers = counted(language, scale, found.lowest);
    let (name, remarks) = match found.id {
        "csat" => (tr!(language, surveys.csat, answers = answers), vec![tr!(language, surveys.csat_also)]),
        "ces" => (tr!(language, surveys.ces, answers = answers), Vec::new()),
        "favourable" => (
            tr!(language, surveys.favourable, answers = answers),
            vec![tr!(language, surveys.favourable_rule), tr!(language, surveys.favourable_not)],
        ),
        _ => (tr!(language, surveys.top, answers = answers), vec![tr!(language, surveys.top_convention)]),
    };
    let mut how = vec![if scale.is_reversed() {
        tr!(
            language,
            surveys.share_text_turned,
            highest = language.short(scale.upright(found.lowest.0)),
            best = language.short(scale.ends().0),
            count = count,
            all = people.clone(),
            value = percent(value)
        )
    } else {
        tr!(
            language,
            surveys.share_text,
            count = count,
            all = people.clone(),
            lowest = language.short(found.lowest.0),
            value = percent(value)
        )
    }];
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
    how.extend(remarks.into_iter().map(str::to_owned));
    Figure {
        id: found.id,
        name: marked(language, &name, scale),
        value: language.percent(value.0, 0),
        notes: vec![range(language, &found.estimate, |share| language.percent(share.0, 0))],
        how,
    }
}
