//! The picture of the arrows from one group to another: its geometry, and what stands around it.

use super::{compose::theme, words::words};
use crate::analysis::compare::Pair;
use crate::chart::{self, ArrowWords, Frame, Picture, Reading, View, WithoutArrow, without_arrow};
use crate::model::Project;
use crate::say::insight::reported_verdict;
use crate::say::{Day, Locale, name, read, text};

/// The geometry of the picture, that wide, dark or not.
pub fn compose_arrows(
    locale: Locale,
    project: &Project,
    pair: &Pair,
    (width, dark): (f64, bool),
    frame: Option<&Frame>,
) -> Picture {
    let (before, after) = (&pair.found.before, &pair.found.after);
    let settings = project.settings;
    let mut words = words(locale, project, after);
    words.note = note(locale, project, without_arrow(before, after));
    let theme = theme(dark);
    let view = View {
        width,
        // The zones are those of the types, whatever the other pictures show.
        reading: settings.types,
        types: settings.types,
        client_threshold: settings.client_threshold,
        employee_threshold: settings.employee_threshold,
        minimum: settings.minimum,
        theme: &theme,
        words: &words,
        frame,
    };
    let [first, second] = pair.names();
    let ends = ArrowWords {
        start: text!(locale, compare.arrows_start, group = first),
        end: text!(locale, compare.arrows_end, group = second),
        same: text!(locale, compare.arrows_same).to_owned(),
        still: text!(locale, compare.arrows_still).to_owned(),
    };
    chart::arrows(before, after, &project.codebook, &view, &ends)
}

/// What levels are measured from, and why some moments have no arrow.
fn note(locale: Locale, project: &Project, without: WithoutArrow) -> String {
    let WithoutArrow { masked, without_level, few } = without;
    let reading = match project.settings.types {
        Reading::Absolute => text!(locale, compare.arrows_absolute),
        Reading::Relative => text!(locale, compare.arrows_relative),
    };
    let mut sentences = vec![reading.to_owned()];
    if without_level > 0 {
        sentences.push(text!(locale, compare.arrows_no_level, count = locale.count(without_level)));
    }
    if few > 0 {
        let minimum = project.settings.minimum;
        sentences.push(text!(locale, compare.arrows_few, minimum = minimum, count = locale.count(few)));
    }
    sentences.extend(read::masked(locale, project, masked));
    sentences.join(" ")
}

/// What stands around the picture where it leaves the page, of figures that may leave it.
pub fn frame_of_arrows(locale: Locale, project: &Project, told: &Pair, today: Day) -> Frame {
    let name = name::of(locale, project);
    let marks = read::marks(locale, project.settings).map(ToOwned::to_owned);
    let made = [told.names().join(" → "), locale.day(today)];
    Frame {
        title: format!("{name} — {}", text!(locale, compare.arrows_title)),
        subtitle: made.into_iter().chain(marks).collect::<Vec<_>>().join(" · "),
        // Bold arrows alone would say that something has changed.
        footer: format!("{} · {}", reported_verdict(locale, project, told), text!(locale, chart.footer)),
    }
}
