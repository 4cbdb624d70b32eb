//! What the annex says of two groups that are compared.

use super::verdicts::verdict;
use crate::analysis::compare::Pair;
use crate::analysis::compare::groups::{Axis, Design};
use crate::analysis::{Filter, Mirror, SideSummary};
use crate::model::{Project, Side};
use crate::say::{Locale, read, side, text};

/// Which groups are compared, and how many people they are; and what holds for both.
pub fn groups(locale: Locale, pair: &Pair) -> String {
    // Each by what tells it apart alone.
    let [first, second] =
        pair.pairing.axis.filters(&Filter::default()).map(|group| read::filter(locale, &group));
    let named = text!(
        locale,
        annex.compared_groups,
        first = first,
        first_people = people(locale, &pair.found.before),
        second = second,
        second_people = people(locale, &pair.found.after)
    );
    let Filter { wave, segment } = pair.pairing.filters[0].clone();
    let rest = match pair.pairing.axis {
        Axis::Waves { .. } => Filter { wave: None, segment },
        Axis::Segments { .. } => Filter { wave, segment: None },
    };
    let rest = (rest != Filter::default())
        .then(|| text!(locale, annex.compared_inside, filter = read::filter(locale, &rest)));
    std::iter::once(named).chain(rest).collect::<Vec<_>>().join(" ")
}

/// What to be careful with in a comparison.
pub fn cautions(locale: Locale, project: &Project, told: &Pair) -> Vec<String> {
    let designs = [(Side::Client, told.found.client), (Side::Employee, told.found.employee)];
    // How many they are may be a group too small to be told of.
    let designs = designs.into_iter().filter_map(|(side, design)| {
        let side = side::name(locale, side);
        match design {
            Design::Independent { recurring: 0 } => None,
            Design::Independent { .. } => Some(text!(locale, annex.compared_recurring, side = side)),
            Design::Paired { .. } => Some(text!(locale, annex.compared_paired, side = side)),
        }
    });
    let hidden = told.found.before.masked().len().max(told.found.after.masked().len());
    designs.chain(read::masked(locale, project, hidden)).collect()
}

/// Who was compared and how, and what was found, of figures that may leave the page.
pub fn comparison(locale: Locale, project: &Project, told: &Pair) -> Vec<String> {
    let everybody = (!told.pairing.inside).then(|| text!(locale, compare.everybody).to_owned());
    let method = text!(locale, annex.compared_method).to_owned();
    let found = reported_verdict(locale, project, told);
    everybody.into_iter().chain([groups(locale, told), method, found]).collect()
}

/// What was found, of figures that may leave the page.
pub fn reported_verdict(locale: Locale, project: &Project, told: &Pair) -> String {
    let found = verdict(locale, &told.found.reported_verdicts());
    let without = project.settings.protect_small_groups.then(|| text!(locale, annex.compared_without));
    [found.as_str()].into_iter().chain(without).collect::<Vec<_>>().join(" ")
}

fn people(locale: Locale, mirror: &Mirror) -> String {
    let of = |side: Side, summary: &SideSummary| {
        let people = match summary.masked {
            None => locale.count(summary.respondents as usize),
            Some(_) => text!(locale, annex.compared_masked).to_owned(),
        };
        text!(locale, annex.compared_people, side = side::name(locale, side).to_lowercase(), people = people)
    };
    [of(Side::Client, &mirror.client), of(Side::Employee, &mirror.employee)].join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::say::insight::tests::waves;

    #[test]
    fn what_is_masked_is_left_out_of_the_count_where_groups_are_protected() {
        let (mut bank, pair) = waves();
        let mut said = |locale, is_protected| {
            bank.project.settings.protect_small_groups = is_protected;
            reported_verdict(locale, &bank.project, &pair)
        };
        for locale in Locale::ALL {
            let found = verdict(locale, &pair.found.reported_verdicts());
            let masked = text!(locale, annex.compared_without);
            assert_eq!(said(locale, true), format!("{found} {masked}"));
            assert_eq!(said(locale, false), found);
        }
    }
}
