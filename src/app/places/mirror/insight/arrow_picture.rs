//! The picture of the arrows: its geometry and its words.

use super::pair::Pair;
use crate::app::shell::language::{Language, tr};
use crate::app::study::titles;
use crate::chart::{self, Ends, Frame, Picture, View, WithoutArrow, without_arrow};
use crate::model::Project;

/// The geometry of the picture, that wide, dark or not.
pub fn compose(
    language: Language,
    project: &Project,
    pair: &Pair,
    (width, dark): (f64, bool),
    frame: Option<&Frame>,
) -> Picture {
    let (before, after) = (&pair.found.before, &pair.found.after);
    let settings = project.settings;
    let mut words = titles::words(language, project, after);
    words.note = note(language, project, without_arrow(before, after));
    let theme = if dark { chart::Theme::dark() } else { chart::Theme::light() };
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
    let [first, second] = pair.names().map(ToOwned::to_owned);
    let ends = Ends {
        start: tr!(language, compare.arrows_start, group = first),
        end: tr!(language, compare.arrows_end, group = second),
        same: tr!(language, compare.arrows_same).to_owned(),
        still: tr!(language, compare.arrows_still).to_owned(),
    };
    chart::arrows(before, after, &project.codebook, &view, &ends)
}

/// What levels are measured from, and why some moments have no arrow.
fn note(language: Language, project: &Project, without: WithoutArrow) -> String {
    let WithoutArrow { masked, without_level, few } = without;
    let reading = match project.settings.types {
        chart::Reading::Absolute => tr!(language, compare.arrows_absolute),
        chart::Reading::Relative => tr!(language, compare.arrows_relative),
    };
    let mut sentences = vec![reading.to_owned()];
    if without_level > 0 {
        sentences.push(tr!(language, compare.arrows_no_level, count = language.count(without_level)));
    }
    if few > 0 {
        let minimum = project.settings.minimum;
        sentences.push(tr!(language, compare.arrows_few, minimum = minimum, count = language.count(few)));
    }
    if masked > 0 {
        sentences.push(titles::masked_note(language, project, masked));
    }
    sentences.join(" ")
}
