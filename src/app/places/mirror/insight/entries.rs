//! How each figure of a moment was computed, with the project's own figures in the formula.

use crate::analysis::certainty::{draw_error, shares};
use crate::analysis::closed::{citing, items_of};
use crate::analysis::compare::association;
use crate::analysis::types::{ClientState, EmployeeState};
use crate::analysis::{
    Class, Estimate, Filter, Level, Measures, Proportion, Row, Share, SideSummary, Undefined, student, wilson,
};
use crate::app::shell::language::{Language, tr};
use crate::figures::Figures;
use crate::model::{LevelSource, Project, Question, Reading, Side};
use crate::say::words;

/// One figure: its name, and sentences that say how it comes about.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The name of the figure.
    pub name: String,
    /// What was put into which formula.
    pub sentences: Vec<String>,
}

fn entry(name: &str, sentences: Vec<String>) -> Entry {
    Entry { name: name.to_owned(), sentences }
}

/// The figures of one side.
pub fn of_side(
    language: Language,
    project: &Project,
    figures: &Figures,
    row: &Row,
    (side, reading): (Side, Reading),
) -> Vec<Entry> {
    let (measures, summary) = match side {
        Side::Client => (&row.client, &figures.tracker.client),
        Side::Employee => (&row.employee, &figures.tracker.employee),
    };
    let source = project.settings.levels;
    let read = figures.told[side as usize].question.as_ref();
    let relative = summary.mean_level.ok().filter(|_| reading == Reading::Relative);
    let mut entries = vec![
        entry(tr!(language, explain.frequency), frequency(language, side, measures, summary)),
        entry(tr!(language, explain.level), level(language, measures, (source, read), relative)),
        entry(
            tr!(language, explain.intensity),
            vec![plain(language, measures.intensity, |value| {
                let value = language.number(value.shown(), 0);
                match source {
                    LevelSource::Valence => tr!(language, explain.intensity_text, value = value),
                    LevelSource::Rating => tr!(language, explain.intensity_plain, value = value),
                }
            })],
        ),
        entry(tr!(language, explain.balance), balance(language, measures, source)),
    ];
    let ratings = ratings(language, project, figures.filter(), row, (side, read), measures);
    entries.extend((!ratings.is_empty()).then(|| entry(tr!(language, explain.rating), ratings)));
    let association = association(language, figures, row, side);
    entries.extend(association.map(|text| entry(tr!(language, explain.association), vec![text])));
    entries.extend(measures.effort.ok().map(|effort| {
        let text = tr!(language, explain.effort_text, value = language.number(effort.0, 1));
        entry(tr!(language, explain.effort), vec![text])
    }));
    entries
}

/// The figures of both sides together.
pub fn of_both(language: Language, figures: &Figures, place: usize, row: &Row) -> Vec<Entry> {
    let mut entries = vec![entry(tr!(language, explain.kind), kind(language, figures, row))];
    let certainty = certainty(language, figures, place, row);
    entries.extend((!certainty.is_empty()).then(|| entry(tr!(language, explain.certainty), certainty)));
    entries.push(entry(tr!(language, explain.stake), vec![stake(language, row)]));
    entries
}

fn plain<T>(language: Language, value: Result<T, Undefined>, text: impl FnOnce(T) -> String) -> String {
    match value {
        Ok(value) => text(value),
        Err(reason) => tr!(language, explain.undefined, reason = words::undefined(language.locale(), reason)),
    }
}

fn frequency(language: Language, side: Side, measures: &Measures, summary: &SideSummary) -> Vec<String> {
    let percent = |share: Proportion| language.percent(share.0, 1);
    let Ok(Estimate { value, interval: Ok(ends) }) = measures.frequency else {
        return vec![plain(language, measures.frequency, |estimate| percent(estimate.value))];
    };
    let all = language.count(summary.respondents as usize);
    vec![
        tr!(
            language,
            explain.frequency_text,
            cited = language.count(measures.cited as usize),
            all = all.clone(),
            side = words::side(language.locale(), side),
            value = percent(value),
            low = percent(ends.low),
            high = percent(ends.high)
        ),
        tr!(
            language,
            explain.frequency_formula,
            p = language.number(value.0, 4),
            all = all,
            z = language.number(wilson::Z, 6)
        ),
    ]
}

fn level(
    language: Language,
    measures: &Measures,
    (source, read): (LevelSource, Option<&Question>),
    relative: Option<Level>,
) -> Vec<String> {
    let Ok(estimate) = measures.level else {
        return vec![plain(language, measures.level, |_| String::new())];
    };
    let told = measures.with_valence;
    let count = language.count(told as usize);
    let mean = estimate.value.0;
    let shown = |level: Level| language.signed(level.shown(), 1);
    let whose = match source {
        LevelSource::Valence => tr!(language, explain.level_valences).to_owned(),
        LevelSource::Rating => tr!(language, explain.level_ratings, question = named(language, read)),
    };
    let sum = tr!(
        language,
        explain.level_text,
        told = count.clone(),
        sum = language.signed(mean * f64::from(told), 2),
        mean = language.signed(mean, 3),
        value = shown(estimate.value)
    );
    let text = format!("{whose} {sum}");
    let interval = match (estimate.interval, measures.profile.error()) {
        (Ok(ends), Some(error)) => {
            let t = student::quantile(told.saturating_sub(1));
            tr!(
                language,
                explain.level_interval,
                spread = language.number(error * f64::from(told).sqrt() * 50.0, 1),
                told = count,
                t = language.number(t, 3),
                half = language.number(t * error * 50.0, 1),
                low = shown(ends.low),
                high = shown(ends.high)
            )
        }
        (Err(reason), _) => {
            tr!(language, explain.no_interval, reason = words::undefined(language.locale(), reason))
        }
        (Ok(_), None) => String::new(),
    };
    let relative = relative.map(|mean| {
        let value = Level(estimate.value.0 - mean.0);
        tr!(
            language,
            explain.relative,
            value = shown(estimate.value),
            mean = shown(mean),
            shown = shown(value)
        )
    });
    [text, interval].into_iter().chain(relative).collect()
}

fn balance(language: Language, measures: &Measures, source: LevelSource) -> Vec<String> {
    let people = |sign: fn(f64) -> bool| -> u32 {
        let classes = measures.profile.valences.iter();
        classes.filter(|(valence, _)| sign(*valence)).map(|(_, people)| people).sum()
    };
    let text = plain(language, measures.balance, |Share(balance)| {
        let value = language.signed(balance, 2);
        match source {
            LevelSource::Valence => tr!(
                language,
                explain.balance_text,
                positive = people(|v| v > 0.0),
                negative = people(|v| v < 0.0),
                value = value
            ),
            // The groups that levels are made of are not those of the valences then.
            LevelSource::Rating => tr!(language, explain.balance_plain, value = value),
        }
    });
    let ambivalent = measures.ambivalent.then(|| tr!(language, explain.ambivalent).to_owned());
    std::iter::once(text).chain(ambivalent).collect()
}

fn ratings(
    language: Language,
    project: &Project,
    filter: &Filter,
    row: &Row,
    (side, read): (Side, Option<&Question>),
    measures: &Measures,
) -> Vec<String> {
    let Ok(rating) = measures.rating else { return Vec::new() };
    let mut sentences = vec![tr!(
        language,
        explain.rating_text,
        question = named(language, read),
        value = language.signed(rating.shown(), 1)
    )];
    let who = citing(project, filter, row.moment);
    for item in items_of(project, filter, |person| who.contains(person)) {
        let figures = item.figures();
        let is_read = read.is_some_and(|q| q.name == item.name && q.scale == item.answers.scale);
        if item.side != side || figures.respondents == 0 || !is_read {
            continue;
        }
        if let Ok(nps) = figures.nps {
            sentences.push(tr!(
                language,
                explain.rating_nps,
                item = item.name.clone(),
                promoters = nps.split.promoters,
                passives = nps.split.passives,
                detractors = nps.split.detractors,
                all = nps.split.respondents(),
                score = match side {
                    Side::Client => "NPS",
                    Side::Employee => "eNPS",
                },
                value = language.signed(nps.score.value.0, 0)
            ));
        }
        if let (Ok(boxes), true) = (figures.csat.or(figures.ces).or(figures.top), figures.nps.is_err()) {
            let all = f64::from(figures.respondents);
            sentences.push(tr!(
                language,
                explain.rating_boxes,
                item = item.name.clone(),
                count = language.number(boxes.value.0 * all, 0),
                all = figures.respondents,
                value = language.percent(boxes.value.0, 0)
            ));
        }
    }
    sentences
}

/// The question that is read, in words.
fn named(language: Language, read: Option<&Question>) -> String {
    read.map_or_else(|| "—".to_owned(), |read| words::question(language.locale(), read))
}

fn association(language: Language, figures: &Figures, row: &Row, side: Side) -> Option<String> {
    let place = (0..).zip(&figures.tracker.rows).find(|(_, known)| known.moment == row.moment)?.0;
    let told = &figures.told[side as usize];
    let tested = association::of(told, place);
    let estimate = tested.ok()?.estimate;
    let ends = estimate.interval.ok()?;
    Some(tr!(
        language,
        explain.association_text,
        question = named(language, told.question.as_ref()),
        value = words::points(language.locale(), language.signed(estimate.value.shown(), 1)),
        low = language.signed(ends.low.shown(), 1),
        high = language.signed(ends.high.shown(), 1)
    ))
}

fn states(language: Language, figures: &Figures, row: &Row) -> Option<(&'static str, &'static str)> {
    let rule = figures.tracker.rule(&figures.settings);
    let client = match rule.client(row.client.level.ok()?.value) {
        ClientState::Delighted => tr!(language, chart.delighted),
        ClientState::Dissatisfied => tr!(language, chart.dissatisfied),
    };
    let employee = match rule.employee(row.employee.level.ok()?.value) {
        EmployeeState::Engaged => tr!(language, chart.engaged),
        EmployeeState::Indifferent => tr!(language, chart.indifferent),
        EmployeeState::Frustrated => tr!(language, chart.frustrated),
    };
    Some((client, employee))
}

fn kind(language: Language, figures: &Figures, row: &Row) -> Vec<String> {
    let settings = figures.settings;
    let threshold = settings.employee_threshold.valence().abs() * 50.0;
    let level =
        |side: &Measures| side.level.map_or_else(|_| "—".to_owned(), |l| language.signed(l.value.shown(), 1));
    let text = match (row.class, states(language, figures, row)) {
        (Class::Typed(kind, _), Some((client, employee))) => tr!(
            language,
            explain.kind_text,
            client = level(&row.client),
            client_threshold = language.signed(settings.client_threshold.valence() * 50.0, 1),
            client_state = client,
            employee = level(&row.employee),
            employee_high = language.signed(threshold, 1),
            employee_low = language.signed(-threshold, 1),
            employee_state = employee,
            kind = words::kind(language.locale(), kind)
        ),
        (Class::Silent(kind), _) => {
            let high = row.employee.frequency.and_then(|frequency| frequency.interval);
            tr!(
                language,
                explain.kind_silent,
                high = high.map_or_else(|_| "—".to_owned(), |ends| language.percent(ends.high.0, 1)),
                kind = words::kind(language.locale(), kind)
            )
        }
        (class, _) => tr!(
            language,
            explain.kind_none,
            reason = super::super::table::class_name(language, class),
            minimum = settings.minimum,
            client = row.client.with_valence,
            employee = row.employee.with_valence
        ),
    };
    let relative =
        (settings.types == Reading::Relative).then(|| tr!(language, explain.kind_relative).to_owned());
    std::iter::once(text).chain(relative).collect()
}

fn certainty(language: Language, figures: &Figures, place: usize, row: &Row) -> Vec<String> {
    let rule = figures.tracker.rule(&figures.settings);
    let redrawn = figures.resampled(place);
    let (Class::Typed(_, Some(found)), Some((client, employee)), Some((client_state, employee_state))) =
        (row.class, redrawn.and_then(|levels| shares(row, levels, &rule)), states(language, figures, row))
    else {
        return Vec::new();
    };
    // As many digits as let a reader multiply the shares again: of two thousand draws they are exact.
    let percent = |share: Proportion| language.percent(share.0, 2);
    let resamples = figures.settings.resamples;
    let Proportion(error) = draw_error((client, employee), resamples);
    let fewest = row.client.with_valence.min(row.employee.with_valence);
    let text = tr!(
        language,
        explain.certainty_text,
        draws = language.count(resamples as usize),
        seed = figures.settings.seed.to_string(),
        client_state = client_state,
        client = percent(client),
        employee_state = employee_state,
        employee = percent(employee),
        value = percent(found.probability)
    );
    let error = (error > 0.0).then(|| {
        let error = words::points(language.locale(), language.number(error * 100.0, 1));
        tr!(language, explain.certainty_error, error = error)
    });
    let words = tr!(
        language,
        explain.certainty_words,
        confidence = words::confidence(language.locale(), found.confidence),
        fewest = language.count(fewest as usize)
    );
    std::iter::once(text).chain(error).chain([words]).collect()
}

fn stake(language: Language, row: &Row) -> String {
    let told = |side: &Measures| {
        let frequency = side.frequency.ok()?.value.0;
        Some((language.number(frequency, 4), taken_off(language, side.level.ok()?.value)))
    };
    match (row.stake, told(&row.client), told(&row.employee)) {
        (Ok(stake), Some((client_frequency, client)), Some((employee_frequency, employee))) => tr!(
            language,
            explain.stake_text,
            client_frequency = client_frequency,
            employee_frequency = employee_frequency,
            client = client,
            employee = employee,
            value = language.number(stake.0, 1)
        ),
        (stake, ..) => plain(language, stake, |_| String::new()),
    }
}

/// A level as it stands behind a minus sign.
pub fn taken_off(language: Language, level: Level) -> String {
    let number = language.signed(level.shown(), 1).replace('+', "");
    if level.0 < 0.0 { format!("({number})") } else { number }
}
