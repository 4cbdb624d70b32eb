//! The words of the pictures, in the language of the page.

use crate::analysis::{Filter, Row, Tracker, Type, Undefined};
use crate::app::shell::language::{Language, tr};
use crate::chart::{Reading, Words, without_both_levels};
use crate::model::{LevelSource, MomentId, Project, Settings, Side};
use crate::say::Locale;
use crate::say::words;

/// How a number is written.
type Number = fn(f64) -> String;

const TYPES: [Type; 6] =
    [Type::WinWin, Type::LuckyBreak, Type::Pain, Type::WrongFight, Type::Blindness, Type::DeadEnd];

/// Every word of a picture. Moments that have no place among the zones are named in a note.
pub fn words(language: Language, project: &Project, tracker: &Tracker) -> Words {
    let masked = masked(tracker);
    let absent: Vec<&str> = without_both_levels(tracker)
        .into_iter()
        .filter(|id| !masked.contains(id))
        .filter_map(|id| project.codebook.moment(id))
        .map(|moment| moment.name.as_str())
        .collect();
    let absent = match absent.len() {
        0 => String::new(),
        1..=8 => tr!(language, chart.absent, names = absent.join(", ")),
        more => tr!(language, chart.absent_count, count = language.count(more)),
    };
    let note = [absent, masked_note(language, project, masked.len())].join(" ").trim().to_owned();
    let (percent, level): (Number, Number) = match language.locale() {
        Locale::French => (|p| format!("{:.0}\u{a0}%", p * 100.0), |l| signed(l).replace('.', ",")),
        Locale::English => (|p| format!("{:.0}%", p * 100.0), signed),
    };
    Words {
        client: words::side(language.locale(), Side::Client).to_owned(),
        client_level: tr!(language, chart.client_level).to_owned(),
        employee: words::side(language.locale(), Side::Employee).to_owned(),
        employee_level: tr!(language, chart.employee_level).to_owned(),
        types: TYPES.map(|kind| words::kind(language.locale(), kind).to_owned()),
        unclassified: tr!(language, chart.unclassified).to_owned(),
        client_states: [
            tr!(language, chart.dissatisfied).to_owned(),
            tr!(language, chart.delighted).to_owned(),
        ],
        employee_states: [
            tr!(language, chart.frustrated).to_owned(),
            tr!(language, chart.indifferent).to_owned(),
            tr!(language, chart.engaged).to_owned(),
        ],
        frequency: tr!(language, chart.frequency).to_owned(),
        intensity: tr!(language, chart.intensity).to_owned(),
        interval: tr!(language, chart.interval).to_owned(),
        thin: tr!(language, chart.thin, minimum = project.settings.minimum),
        without_level: tr!(language, chart.without_level).to_owned(),
        note,
        percent,
        level,
    }
}

/// The moments whose employees are hidden because they are few, or would tell of a few.
pub fn masked(tracker: &Tracker) -> Vec<MomentId> {
    let hidden = |row: &&Row| row.employee.level == Err(Undefined::Masked);
    tracker.rows.iter().filter(hidden).map(|row| row.moment).collect()
}

/// How many moments are hidden because they would tell of a few; empty if none is.
pub fn masked_note(language: Language, project: &Project, masked: usize) -> String {
    if masked == 0 {
        return String::new();
    }
    let below = project.settings.small_group.get();
    tr!(language, chart.masked, count = language.count(masked), below = below)
}

/// What in the settings makes types and levels what they are not by default.
pub fn marks(language: Language, settings: Settings) -> impl Iterator<Item = &'static str> {
    let marks = [
        (settings.types == Reading::Relative).then(|| tr!(language, chart.types_relative)),
        (settings.levels == LevelSource::Rating).then(|| tr!(language, chart.from_ratings)),
        settings.silence.then(|| tr!(language, chart.silence)),
    ];
    marks.into_iter().flatten()
}

/// What a filter lets through.
pub fn filter_name(language: Language, Filter { wave, segment }: &Filter) -> String {
    let wave = wave.clone().map(|wave| tr!(language, mirror.of_wave, wave = wave));
    let segment =
        segment.clone().map(|(name, value)| tr!(language, mirror.of_segment, name = name, value = value));
    let names: Vec<String> = wave.into_iter().chain(segment).collect();
    if names.is_empty() { tr!(language, mirror.everybody).to_owned() } else { names.join(" + ") }
}

/// The name of a reading.
pub fn reading_name(language: Language, reading: Reading) -> &'static str {
    match reading {
        Reading::Absolute => tr!(language, mirror.absolute),
        Reading::Relative => tr!(language, mirror.relative),
    }
}

fn signed(level: f64) -> String {
    match format!("{level:.0}").as_str() {
        "0" | "-0" => "0".to_owned(),
        text => text.strip_prefix('-').map_or_else(|| format!("+{text}"), |t| format!("\u{2212}{t}")),
    }
}
