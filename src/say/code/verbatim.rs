//! Who gave a verbatim, and what was decided about it.

use crate::model::{Decision, Project, Rating, Values, Verbatim};
use crate::say::{Locale, prompt, side, text, valence};

/// Side, prompt, wave, segments and ratings of a verbatim.
pub fn about(locale: Locale, project: &Project, verbatim: &Verbatim) -> String {
    let Some(response) = project.response_of(verbatim) else { return String::new() };
    let mut parts = vec![side::one(locale, response.side).to_owned()];
    parts.extend(prompt::name(locale, verbatim.prompt).map(str::to_owned));
    parts.extend(response.wave.clone());
    parts.extend(response.segments.values().flat_map(Values::all).cloned());
    parts.extend(response.ratings.iter().map(|given| rating(locale, given)));
    parts.join(" · ")
}

/// A rating with the upper end of its scale, and which end is the best where that is the lower one.
fn rating(locale: Locale, given: &Rating) -> String {
    let scale = given.scale();
    let value = format!("{}\u{202f}/\u{202f}{}", locale.short(given.value()), locale.short(scale.ends().1));
    if !scale.is_reversed() {
        return value;
    }
    format!("{value} ({})", text!(locale, surveys.way, best = locale.short(scale.best())))
}

/// What was decided, in a few words; empty where nothing was.
pub fn decision(locale: Locale, project: &Project, verbatim: &Verbatim) -> String {
    match project.decision(verbatim) {
        None => String::new(),
        Some(Decision::NoMoment) => text!(locale, code.no_moment).to_owned(),
        Some(Decision::Codings(codings)) => {
            let names = codings.iter().map(|coding| {
                let name = project.codebook.moment(coding.moment).map_or("", |moment| moment.name.as_str());
                match coding.valence {
                    Some(score) => format!("{name} {}", valence::sign(score)),
                    None => name.to_owned(),
                }
            });
            names.collect::<Vec<_>>().join(" · ")
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::command::{Command, plan};
    use crate::import::{guess, read};
    use crate::model::Scale;
    use crate::say::import::tables::table;

    fn project(paste: &str) -> Project {
        let table = table(paste);
        let outcome = read(&table, &guess::mapping(&table), &Project::default());
        let mut project = Project::default();
        plan(&project, Command::Import(outcome.imported)).unwrap().swap(&mut project);
        project
    }

    #[test]
    fn a_verbatim_comes_with_who_gave_it() {
        let project =
            project("What did you like?;Wave;NPS\nA warm welcome at the branch;T1;9\nThe hours;T2;7\n");
        let said = |locale| about(locale, &project, project.verbatims.values().next().unwrap());
        assert_eq!(said(Locale::English), "Client · asked for the best · T1 · 9\u{202f}/\u{202f}10");
        assert!(said(Locale::French).ends_with("T1 · 9\u{202f}/\u{202f}10"));
    }

    #[test]
    fn the_best_end_of_a_rating_is_said_where_it_is_the_lower_one() {
        let given = Rating::new("Note".to_owned(), 1.5, Scale::CSAT.turned()).unwrap();
        assert_eq!(rating(Locale::French, &given), "1,5\u{202f}/\u{202f}5 (1 = la meilleure note)");
    }

    #[test]
    fn a_decision_is_moments_with_their_valences_or_none() {
        let project = project(
            "id;text;moment;valence\n1;A long queue at the desk;Waiting;-2\n1;A long queue at the desk;Desk;\n\
             2;They called me back at once;Follow-up;1\n3;Nothing came to mind;;\n",
        );
        let said: Vec<String> =
            project.verbatims.values().map(|text| decision(Locale::English, &project, text)).collect();
        assert_eq!(said, ["Waiting \u{2212}2 · Desk", "Follow-up +1", ""]);
    }
}
