//! The words of the pictures.

use crate::analysis::{Mirror, Type};
use crate::chart::{Words, without_both_levels};
use crate::model::{Project, Side};
use crate::say::{Locale, read, side, text, types};

/// How a number is written.
type Number = fn(f64) -> String;

/// Every word of a picture. Moments that have no place among the zones are named in a note.
pub fn words(locale: Locale, project: &Project, mirror: &Mirror) -> Words {
    let (percent, level): (Number, Number) = match locale {
        Locale::French => (|p| Locale::French.percent(p, 0), |l| Locale::French.signed(l, 0)),
        Locale::English => (|p| Locale::English.percent(p, 0), |l| Locale::English.signed(l, 0)),
    };
    Words {
        client: side::name(locale, Side::Client).to_owned(),
        client_level: text!(locale, chart.client_level).to_owned(),
        employee: side::name(locale, Side::Employee).to_owned(),
        employee_level: text!(locale, chart.employee_level).to_owned(),
        types: Type::ALL.map(|kind| types::name(locale, kind).to_owned()),
        unclassified: text!(locale, chart.unclassified).to_owned(),
        client_states: [
            text!(locale, chart.dissatisfied).to_owned(),
            text!(locale, chart.delighted).to_owned(),
        ],
        employee_states: [
            text!(locale, chart.frustrated).to_owned(),
            text!(locale, chart.indifferent).to_owned(),
            text!(locale, chart.engaged).to_owned(),
        ],
        frequency: text!(locale, chart.frequency).to_owned(),
        intensity: text!(locale, chart.intensity).to_owned(),
        interval: text!(locale, chart.interval).to_owned(),
        thin: text!(locale, chart.thin, minimum = project.settings.minimum),
        without_level: text!(locale, chart.without_level).to_owned(),
        note: note(locale, project, mirror),
        percent,
        level,
    }
}

/// The moments without a place, by name where they are few, and how many are masked.
fn note(locale: Locale, project: &Project, mirror: &Mirror) -> String {
    let masked = mirror.masked();
    let absent: Vec<&str> = without_both_levels(mirror)
        .into_iter()
        .filter(|id| !masked.contains(id))
        .filter_map(|id| project.codebook.moment(id))
        .map(|moment| moment.name.as_str())
        .collect();
    let absent = match absent.len() {
        0 => None,
        1..=8 => Some(text!(locale, chart.absent, names = absent.join(", "))),
        more => Some(text!(locale, chart.absent_count, count = locale.count(more))),
    };
    let notes = absent.into_iter().chain(read::masked(locale, project, masked.len()));
    notes.collect::<Vec<_>>().join(" ")
}
