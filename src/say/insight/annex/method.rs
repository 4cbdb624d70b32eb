//! How it was measured, and how types were made.

use crate::analysis::{Mirror, rated};
use crate::model::{LevelSource, Project, Side};
use crate::say::{Locale, question, read, simulated, text};

pub(super) fn measures(locale: Locale, project: &Project) -> Vec<String> {
    let source = match project.settings.levels {
        LevelSource::Valence => text!(locale, settings.levels_valence),
        LevelSource::Rating => text!(locale, settings.levels_rating),
    };
    let mut sentences = vec![
        text!(locale, annex.measures_unit).to_owned(),
        text!(locale, annex.measures_frequency).to_owned(),
        text!(locale, annex.measures_level, source = source),
        text!(locale, annex.measures_intensity).to_owned(),
    ];
    sentences.extend(ratings(locale, project));
    sentences
}

/// Which closed questions are read, and why these.
fn ratings(locale: Locale, project: &Project) -> Vec<String> {
    let read = Side::BOTH.map(|side| rated::question(project, side));
    let [client, employee] = &read;
    let named = question::of_sides(locale, [client.as_ref(), employee.as_ref()]);
    let mut sentences: Vec<String> =
        named.into_iter().map(|question| text!(locale, annex.measures_rating, question = question)).collect();
    for (side, read) in Side::BOTH.into_iter().zip(&read) {
        let gone = project.surveys.mirrored(side).filter(|wanted| Some(*wanted) != read.as_ref());
        sentences.extend(gone.map(|wanted| {
            text!(locale, annex.measures_rating_gone, question = question::name(locale, wanted))
        }));
    }
    if !sentences.is_empty() {
        sentences.push(text!(locale, annex.measures_rating_rule).to_owned());
    }
    sentences
}

pub(super) fn types(locale: Locale, project: &Project, mirror: &Mirror) -> Vec<String> {
    let settings = project.settings;
    let simulated = |percent: f64| locale.percent(percent / 100.0, 0);
    let reading = read::reading(locale, settings.types);
    let [firm, tendency, undetermined] = mirror.confidences();
    let mut sentences = vec![
        text!(
            locale,
            annex.types_rule,
            client = locale.signed(settings.client_threshold.shown(), 1),
            employee_high = locale.signed(settings.engaged().shown(), 1),
            employee_low = locale.signed(settings.frustrated().shown(), 1),
            reading = reading.to_lowercase(),
            minimum = settings.minimum
        ),
        text!(locale, annex.types_divided).to_owned(),
        text!(
            locale,
            annex.types_certainty,
            draws = locale.count(settings.resamples as usize),
            seed = settings.seed.to_string(),
            even = simulated(simulated::FIRM_EVEN),
            wide = simulated(simulated::FIRM_WIDE),
            near = simulated(simulated::FIRM_NEAR)
        ),
        text!(
            locale,
            annex.types_found,
            firm = locale.count(firm),
            tendency = locale.count(tendency),
            undetermined = locale.count(undetermined)
        ),
        text!(locale, annex.stake).to_owned(),
    ];
    if settings.silence {
        sentences.push(text!(locale, annex.types_silence, count = locale.count(mirror.silent())));
    }
    sentences
}
