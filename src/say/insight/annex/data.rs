//! What was measured, on whom.

use crate::analysis::{Filter, Mirror, SideSummary};
use crate::model::{Project, Side};
use crate::say::{Day, Locale, name, prompt, side, text};

pub(super) fn data(
    locale: Locale,
    project: &Project,
    (mirror, filter): (&Mirror, &Filter),
    today: Day,
) -> Vec<String> {
    let mut sentences = vec![text!(
        locale,
        annex.data_project,
        name = name::of(locale, project),
        date = locale.day(today),
        version = env!("CARGO_PKG_VERSION")
    )];
    let wave = filter.wave.clone().map(|wave| text!(locale, annex.data_wave, wave = wave));
    let segment = filter
        .segment
        .clone()
        .map(|(name, value)| text!(locale, annex.data_segment, name = name, value = value));
    if wave.is_none() && segment.is_none() {
        sentences.push(text!(locale, annex.data_all).to_owned());
    }
    sentences.extend(wave.into_iter().chain(segment));
    let waves = project.waves();
    if !waves.is_empty() {
        sentences.push(text!(locale, annex.data_waves, waves = waves.join(", ")));
    }
    for side in Side::BOTH {
        let summary = mirror.side(side);
        sentences.push(of_side(locale, side, summary));
        if summary.masked.is_none() && summary.coded > 0 {
            sentences.push(prompt::shares(locale, side, summary));
        }
    }
    sentences
}

fn of_side(locale: Locale, side: Side, summary: &SideSummary) -> String {
    let name = side::name(locale, side);
    if summary.masked.is_some() {
        return text!(locale, annex.data_masked, side = name);
    }
    let share = summary.coverage().map_or(0.0, |share| share.0);
    text!(
        locale,
        annex.data_side,
        side = name,
        people = locale.count(summary.respondents as usize),
        coded = locale.count(summary.coded as usize),
        verbatims = locale.count(summary.verbatims as usize),
        share = locale.percent(share, 0)
    )
}

pub(super) fn codebook(locale: Locale, project: &Project, mirror: &Mirror) -> Vec<String> {
    vec![text!(
        locale,
        annex.codebook_text,
        moments = locale.count(mirror.rows.len()),
        stages = locale.count(project.codebook.stages.len()),
        typed = locale.count(mirror.typed())
    )]
}
