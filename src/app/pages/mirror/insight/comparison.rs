//! What the annex says of two groups that are compared.

use super::compare::group_name;
use super::pair::Pair;
use super::verdicts::{told_verdicts, verdict};
use crate::analysis::compare::groups::Design;
use crate::analysis::{Filter, SideSummary, Tracker};
use crate::app::language::{Language, tr};
use crate::app::words;
use crate::model::{Project, Side};

/// Who was compared and how, and what was found, of figures that may leave the page.
pub fn comparison(language: Language, project: &Project, told: &Pair) -> Vec<String> {
    // Each by what tells it apart alone: the rest of the filter is told of the data.
    let [first, second] = told.axis.filters(&Filter::default()).map(|group| group_name(language, &group));
    let everybody = (!told.inside).then(|| tr!(language, compare.everybody).to_owned());
    let named = tr!(
        language,
        annex.compared_groups,
        first = first,
        first_people = people(language, &told.found.before),
        second = second,
        second_people = people(language, &told.found.after)
    );
    let designs = [(Side::Client, told.found.client), (Side::Employee, told.found.employee)];
    // How many they are may be a group too small to be told of.
    let designs = designs.into_iter().filter_map(|(side, design)| {
        let side = words::side(language, side);
        match design {
            Design::Independent { recurring: 0 } => None,
            Design::Independent { .. } => Some(tr!(language, annex.compared_recurring, side = side)),
            Design::Paired { .. } => Some(tr!(language, annex.compared_paired, side = side)),
        }
    });
    let method = tr!(language, annex.compared_method).to_owned();
    let found = verdict(language, &told_verdicts(&told.found));
    let without = project.settings.protect_small_groups.then(|| tr!(language, annex.compared_without));
    let found = [found.as_str()].into_iter().chain(without).collect::<Vec<_>>().join(" ");
    everybody.into_iter().chain([named]).chain(designs).chain([method, found]).collect()
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
            side = words::side(language, side).to_lowercase(),
            people = people
        )
    };
    [of(Side::Client, &tracker.client), of(Side::Employee, &tracker.employee)].join(", ")
}
