//! What stands around a picture that leaves the page.

use crate::analysis::{Filter, Masked, Mirror, SideSummary};
use crate::chart::{Frame, PictureKind, Reading};
use crate::model::{Project, Settings};
use crate::say::{Day, Locale, name, read, text};

/// Which responses and levels a picture was made of.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The filter that held.
    pub filter: &'a Filter,
    /// What levels were measured from.
    pub reading: Reading,
}

/// Its title, what it was made of and when, and who made it.
pub fn frame(
    locale: Locale,
    project: &Project,
    mirror: &Mirror,
    seen: Seen<'_>,
    (kind, today): (PictureKind, Day),
) -> Frame {
    let title = match kind {
        PictureKind::Mirror => text!(locale, mirror.mirror_title),
        PictureKind::Zones => text!(locale, mirror.zones_title),
    };
    let name = name::of(locale, project);
    let footer = text!(locale, chart.footer);
    Frame {
        title: format!("{name} — {title}"),
        subtitle: text!(
            locale,
            chart.subtitle,
            clients = locale.count(mirror.client.respondents as usize),
            employees = match mirror.employee.masked {
                None => locale.count(mirror.employee.respondents as usize),
                Some(Masked::Few(below)) => format!("<{below}"),
                Some(_) => "—".to_owned(),
            },
            date = locale.day(today),
            reading = readings(locale, project.settings, mirror, seen)
        ),
        footer: match (kind, read::masked(locale, project, mirror.masked().len())) {
            (PictureKind::Mirror, Some(note)) => format!("{footer} · {note}"),
            // The zones have it in the note below them.
            _ => footer.to_owned(),
        },
    }
}

/// Who was read, how levels are shown, and what makes types and levels what they are not by default.
fn readings(locale: Locale, settings: Settings, mirror: &Mirror, seen: Seen<'_>) -> String {
    let filter = (*seen.filter != Filter::default()).then(|| read::filter(locale, seen.filter));
    let mean = |side: &SideSummary| {
        side.mean_level.map_or_else(|_| "—".to_owned(), |mean| locale.signed(mean.shown(), 1))
    };
    let reading = match seen.reading {
        Reading::Absolute => read::reading(locale, seen.reading).to_owned(),
        Reading::Relative => {
            text!(locale, chart.relative_to, client = mean(&mirror.client), employee = mean(&mirror.employee))
        }
    };
    let thresholds = text!(
        locale,
        chart.thresholds,
        client = locale.short(settings.client_threshold.tenths()),
        employee = locale.short(settings.engaged().tenths())
    );
    let marks = read::marks(locale, settings).map(str::to_owned);
    filter.into_iter().chain([reading, thresholds]).chain(marks).collect::<Vec<_>>().join(" · ")
}
