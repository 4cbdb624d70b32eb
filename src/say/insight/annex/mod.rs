//! The method annex: what a report says of how its figures came about.

mod data;
mod method;

use super::comparison::{cautions, comparison};
use crate::analysis::compare::Pair;
use crate::analysis::{Filter, Mirror, symmetry, warnings};
use crate::model::Project;
use crate::say::{Day, Locale, mirror, read, text};

/// A chapter: its title and its sentences.
pub type Chapter = (String, Vec<String>);

/// The annex as a file.
pub fn file(chapters: Vec<Chapter>) -> String {
    let chapters =
        chapters.into_iter().map(|(title, sentences)| format!("{title}\n\n- {}\n", sentences.join("\n- ")));
    chapters.collect::<Vec<_>>().join("\n")
}

/// Every chapter: its title and its sentences.
pub fn chapters(
    locale: Locale,
    project: &Project,
    (mirror, filter): (&Mirror, &Filter),
    compared: Option<&Pair>,
    today: Day,
) -> Vec<Chapter> {
    let mut chapters = vec![
        (text!(locale, annex.data).to_owned(), data::data(locale, project, (mirror, filter), today)),
        (text!(locale, annex.codebook).to_owned(), data::codebook(locale, project, mirror)),
        (text!(locale, annex.measures).to_owned(), method::measures(locale, project)),
        (text!(locale, annex.types).to_owned(), method::types(locale, project, mirror)),
    ];
    chapters.extend(across(locale, mirror).map(|text| (text!(locale, annex.across).to_owned(), vec![text])));
    let mut more = Vec::new();
    if let Some(pair) = compared {
        let text = comparison(locale, project, pair);
        chapters.push((text!(locale, annex.compared).to_owned(), text));
        more = cautions(locale, project, pair);
    }
    chapters.push((text!(locale, annex.groups).to_owned(), vec![groups(locale, project)]));
    let mut found: Vec<String> = warnings::of(project, filter, mirror)
        .into_iter()
        .map(|warning| mirror::warning(locale, warning))
        .collect();
    found.extend(read::masked(locale, project, mirror.masked().len()));
    found.extend(more.into_iter().filter(|text| !found.contains(text)).collect::<Vec<_>>());
    // A type whose certainty is masked counts as none.
    let [firm, tendencies, undetermined] = mirror.confidences();
    if firm == 0 && tendencies + undetermined > 0 {
        let count = locale.count(tendencies + undetermined);
        found.push(text!(locale, mirror.headline_unsure, count = count));
    }
    if found.is_empty() {
        found.push(text!(locale, annex.no_warning).to_owned());
    }
    chapters.push((text!(locale, annex.warnings).to_owned(), found));
    chapters
}

fn across(locale: Locale, mirror: &Mirror) -> Option<String> {
    let readings = symmetry::of(mirror).ok()?;
    let gap =
        |gap: Result<symmetry::Gap, _>| gap.map_or_else(|_| "—".to_owned(), |gap| locale.number(gap.0, 0));
    let correlation =
        |r: Result<symmetry::Correlation, _>| r.map_or_else(|_| "—".to_owned(), |r| locale.signed(r.0, 2));
    Some(text!(
        locale,
        annex.across_text,
        gap = gap(readings.gap),
        corrected = gap(readings.corrected),
        pearson = correlation(readings.pearson),
        disattenuated = correlation(readings.disattenuated),
        moments = locale.count(readings.moments)
    ))
}

fn groups(locale: Locale, project: &Project) -> String {
    if project.settings.protect_small_groups {
        text!(locale, annex.groups_on, fewest = project.settings.small_group.get())
    } else {
        text!(locale, annex.groups_off).to_owned()
    }
}
