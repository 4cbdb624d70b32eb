//! The words of the pictures, in the language of the page.

use crate::analysis::{Masked, Row, Tracker, Type, Undefined};
use crate::app::language::{Language, Locale, tr};
use crate::app::words;
use crate::chart::{Frame, Reading, Words, without_both_levels};
use crate::model::{LevelSource, MomentId, Project, Settings, Side};

use super::picture::Kind;

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
        Locale::fr => (|p| format!("{:.0}\u{a0}%", p * 100.0), |l| signed(l).replace('.', ",")),
        Locale::en => (|p| format!("{:.0}%", p * 100.0), signed),
    };
    Words {
        client: words::side(language, Side::Client).to_owned(),
        client_level: tr!(language, chart.client_level).to_owned(),
        employee: words::side(language, Side::Employee).to_owned(),
        employee_level: tr!(language, chart.employee_level).to_owned(),
        types: TYPES.map(|kind| words::kind(language, kind).to_owned()),
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
fn masked(tracker: &Tracker) -> Vec<MomentId> {
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

/// What stands around a picture that leaves the page.
pub fn frame(
    language: Language,
    project: &Project,
    tracker: &Tracker,
    reading: Reading,
    kind: Kind,
) -> Frame {
    let title = match kind {
        Kind::Mirror => tr!(language, mirror.mirror_title),
        Kind::Zones => tr!(language, mirror.zones_title),
    };
    let name = words::project_name(language, project);
    Frame {
        title: format!("{name} — {title}"),
        subtitle: tr!(
            language,
            chart.subtitle,
            clients = language.count(tracker.client.respondents as usize),
            employees = match tracker.employee.masked {
                None => language.count(tracker.employee.respondents as usize),
                Some(Masked::Few(below)) => format!("<{below}"),
                Some(_) => "—".to_owned(),
            },
            date = language.date(js_sys::Date::now()),
            reading = readings(language, project.settings, reading)
        ),
        footer: match (kind, masked_note(language, project, masked(tracker).len())) {
            (Kind::Mirror, note) if !note.is_empty() => format!("{} · {note}", tr!(language, chart.footer)),
            // The zones have it in the note below them.
            _ => tr!(language, chart.footer).to_owned(),
        },
    }
}

/// How levels are shown, and what makes types and levels what they are not by default.
fn readings(language: Language, settings: Settings, reading: Reading) -> String {
    let marks = marks(language, settings);
    std::iter::once(reading_name(language, reading)).chain(marks).collect::<Vec<_>>().join(" · ")
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
