//! What a file that leaves the place says of itself: its name, and what stands around a picture.

use super::titles::{filter_name, marks, masked, masked_note, reading_name};
use crate::analysis::{Filter, Masked, SideSummary, Tracker};
use crate::app::browser::clock;
use crate::app::browser::files::file_stem;
use crate::app::shell::language::{Language, tr};
use crate::chart::{Frame, PictureKind, Reading};
use crate::model::{Project, Settings};
use crate::say::words;

/// Which responses and levels a picture was made of.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The filter that held.
    pub filter: &'a Filter,
    /// What levels were measured from.
    pub reading: Reading,
}

/// What stands around a picture that leaves the page.
pub fn frame(
    language: Language,
    project: &Project,
    tracker: &Tracker,
    seen: Seen<'_>,
    kind: PictureKind,
) -> Frame {
    let title = match kind {
        PictureKind::Mirror => tr!(language, mirror.mirror_title),
        PictureKind::Zones => tr!(language, mirror.zones_title),
    };
    let name = words::project_name(language.locale(), project);
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
            date = language.locale().day(clock::today()),
            reading = readings(language, project.settings, tracker, seen)
        ),
        footer: match (kind, masked_note(language, project, masked(tracker).len())) {
            (PictureKind::Mirror, note) if !note.is_empty() => {
                format!("{} · {note}", tr!(language, chart.footer))
            }
            // The zones have it in the note below them.
            _ => tr!(language, chart.footer).to_owned(),
        },
    }
}

/// Who was read, how levels are shown, and what makes types and levels what they are not by default.
fn readings(language: Language, settings: Settings, tracker: &Tracker, seen: Seen<'_>) -> String {
    let filter = (*seen.filter != Filter::default()).then(|| filter_name(language, seen.filter));
    let mean = |side: &SideSummary| {
        side.mean_level.map_or_else(|_| "—".to_owned(), |mean| language.signed(mean.shown(), 1))
    };
    let reading = match seen.reading {
        Reading::Absolute => reading_name(language, seen.reading).to_owned(),
        Reading::Relative => tr!(
            language,
            chart.relative_to,
            client = mean(&tracker.client),
            employee = mean(&tracker.employee)
        ),
    };
    let thresholds = tr!(
        language,
        chart.thresholds,
        client = language.short((settings.client_threshold.valence() * 500.0).round() / 10.0),
        employee = language.short((settings.employee_threshold.valence() * 500.0).round().abs() / 10.0)
    );
    let marks = marks(language, settings).map(str::to_owned);
    filter.into_iter().chain([reading, thresholds]).chain(marks).collect::<Vec<_>>().join(" · ")
}

/// The name of a file: the project, what is in it, and which part of the responses it is made of, which a table has no
/// column for.
pub fn file_name(
    language: Language,
    project: &Project,
    filter: &Filter,
    (kind, extension): (PictureKind, &str),
) -> String {
    let part = match (extension, kind) {
        ("csv" | "json", _) => tr!(language, export.file_table),
        (_, PictureKind::Mirror) => tr!(language, export.file_mirror),
        (_, PictureKind::Zones) => tr!(language, export.file_zones),
    };
    let segment = filter.segment.iter().flat_map(|(name, value)| [name, value]);
    let read = filter.wave.iter().chain(segment).map(|text| file_stem(text, "-"));
    let stem = file_stem(&words::project_name(language.locale(), project), "reflet");
    let parts: Vec<String> = [stem, part.to_owned()].into_iter().chain(read).collect();
    format!("{}.{extension}", parts.join("-"))
}
