//! What the annex says of two groups that are compared.

use super::pair::Pair;
use super::verdicts::{told_verdicts, verdict};
use crate::analysis::compare::groups::{Axis, Design};
use crate::analysis::{Filter, SideSummary, Tracker};
use crate::app::shell::language::{Language, tr};
use crate::app::study::titles::{filter_name, masked, masked_note};
use crate::model::{Project, Side};
use crate::say::words;

/// Which groups are compared, and how many people they are; and what holds for both.
pub fn groups(language: Language, pair: &Pair) -> String {
    // Each by what tells it apart alone.
    let [first, second] =
        pair.pairing.axis.filters(&Filter::default()).map(|group| filter_name(language, &group));
    let named = tr!(
        language,
        annex.compared_groups,
        first = first,
        first_people = people(language, &pair.found.before),
        second = second,
        second_people = people(language, &pair.found.after)
    );
    let Filter { wave, segment } = pair.pairing.filters[0].clone();
    let rest = match pair.pairing.axis {
        Axis::Waves { .. } => Filter { wave: None, segment },
        Axis::Segments { .. } => Filter { wave, segment: None },
    };
    let rest = (rest != Filter::default())
        .then(|| tr!(language, annex.compared_inside, filter = filter_name(language, &rest)));
    std::iter::once(named).chain(rest).collect::<Vec<_>>().join(" ")
}

/// What to be careful with in a comparison.
pub fn cautions(language: Language, project: &Project, told: &Pair) -> Vec<String> {
    let designs = [(Side::Client, told.found.client), (Side::Employee, told.found.employee)];
    // How many they are may be a group too small to be told of.
    let designs = designs.into_iter().filter_map(|(side, design)| {
        let side = words::side(language.locale(), side);
        match design {
            Design::Independent { recurring: 0 } => None,
            Design::Independent { .. } => Some(tr!(language, annex.compared_recurring, side = side)),
            Design::Paired { .. } => Some(tr!(language, annex.compared_paired, side = side)),
        }
    });
    let hidden = masked(&told.found.before).len().max(masked(&told.found.after).len());
    let hidden = (hidden > 0).then(|| masked_note(language, project, hidden));
    designs.chain(hidden).collect()
}

/// Who was compared and how, and what was found, of figures that may leave the page.
pub fn comparison(language: Language, project: &Project, told: &Pair) -> Vec<String> {
    let everybody = (!told.pairing.inside).then(|| tr!(language, compare.everybody).to_owned());
    let method = tr!(language, annex.compared_method).to_owned();
    let found = told_verdict(language, project, told);
    everybody.into_iter().chain([groups(language, told), method, found]).collect()
}

/// What was found, of figures that may leave the page.
pub fn told_verdict(language: Language, project: &Project, told: &Pair) -> String {
    let found = verdict(language, &told_verdicts(&told.found));
    let without = project.settings.protect_small_groups.then(|| tr!(language, annex.compared_without));
    [found.as_str()].into_iter().chain(without).collect::<Vec<_>>().join(" ")
}

fn people(language: Language, tracker: &Tracker) -> String {
    let of = |side: Side, summary: &SideSummary| {
        let people = match summary.masked {
            None => language.count(summary.respondents as usize),
            Some(_) => tr!(language, annex.compared_masked).to_owned(),
        };
        tr!(
            language,
            annex.compared_people,
            side = words::side(language.locale(), side).to_lowercase(),
            people = people
        )
    };
    [of(Side::Client, &tracker.client), of(Side::Employee, &tracker.employee)].join(", ")
}
