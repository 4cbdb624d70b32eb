//! What the mirror says, in one sentence or two.

use crate::analysis::{Mirror, SideSummary, Type};
use crate::model::{Project, Settings, Side};
use crate::say::{Locale, prompt, read, text, types};

/// The sure moment with the highest stake; failing one, how many moments have a type.
pub fn headline(locale: Locale, project: &Project, mirror: &Mirror) -> String {
    let named = mirror.top().and_then(|row| {
        let name = &project.codebook.moment(row.moment)?.name;
        Some((row.class.kind()?, name, row.employee.ambivalent))
    });
    match (named, mirror.typed()) {
        (Some((kind, name, ambivalent)), _) => {
            let text = text!(
                locale,
                mirror.headline,
                name = name,
                kind = types::name(locale, kind),
                meaning = types::meaning(locale, kind)
            );
            // Who is for and against at once is not indifferent, though their mean is.
            let is_divided = ambivalent && matches!(kind, Type::LuckyBreak | Type::Blindness);
            if is_divided { format!("{text} {}", text!(locale, mirror.headline_divided)) } else { text }
        }
        (None, 0) => text!(locale, mirror.headline_none, minimum = project.settings.minimum),
        (None, typed) => text!(locale, mirror.headline_unsure, count = locale.count(typed)),
    }
}

/// How many people there are, and how much of what they wrote is coded.
pub fn facts(locale: Locale, mirror: &Mirror) -> String {
    let coverage = |side: &SideSummary| {
        side.coverage().map_or_else(|| "—".to_owned(), |share| locale.percent(share.0, 0))
    };
    text!(
        locale,
        mirror.facts,
        clients = locale.count(mirror.client.respondents as usize),
        employees = locale.count(mirror.employee.respondents as usize),
        client_coverage = coverage(&mirror.client),
        employee_coverage = coverage(&mirror.employee)
    )
}

/// Which questions each side answered, where that is known.
pub fn prompts(locale: Locale, mirror: &Mirror) -> String {
    let sides = Side::BOTH.map(|side| (side, mirror.side(side)));
    let told = sides.into_iter().filter(|(_, summary)| summary.is_prompted());
    told.map(|(side, summary)| prompt::shares(locale, side, summary)).collect::<Vec<_>>().join(" ")
}

/// What is not as it is by default; none if all is.
pub fn marks(locale: Locale, settings: Settings) -> Option<String> {
    let marks: Vec<&str> = read::marks(locale, settings).collect();
    (!marks.is_empty()).then(|| text!(locale, mirror.marks, marks = marks.join(" · ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Filter, mirror};
    use crate::model::Reading;
    use crate::say::example::{bank, samples};

    #[test]
    fn the_samples_say_this() {
        for sample in samples() {
            let all = Locale::ALL.map(|locale| {
                let lines = [
                    headline(locale, &sample.project, &sample.mirror),
                    facts(locale, &sample.mirror),
                    prompts(locale, &sample.mirror),
                ];
                lines.join("\n")
            });
            insta::assert_snapshot!(format!("summary_{}", sample.name), all.join("\n\n"));
        }
    }

    #[test]
    fn without_a_firm_type_the_types_are_counted() {
        let mut sample = bank();
        sample.mirror.classify(&sample.project.settings, &[]);
        let said = |mirror: &Mirror| Locale::ALL.map(|locale| headline(locale, &sample.project, mirror));
        assert_eq!(
            said(&sample.mirror),
            [
                "Moments qui ont un type\u{a0}: 10. Aucun n’est encore ferme\u{a0}: il faut plus de réponses.",
                "Moments with a type: 10. None is firm yet: more answers are needed."
            ]
        );
        sample.mirror.rows.clear();
        assert_eq!(
            said(&sample.mirror),
            [
                "Aucun moment n’a encore de type\u{a0}: il faut que des personnes de chaque côté parlent du même moment (au moins 5).",
                "No moment has a type yet: people on each side must speak of the same moment (at least 5)."
            ]
        );
    }

    #[test]
    fn employees_who_are_divided_are_not_called_indifferent() {
        let mut sample = bank();
        let kinds = |row: &&mut crate::analysis::Row| row.class.kind() == Some(Type::Blindness);
        sample.mirror.rows.iter_mut().filter(kinds).for_each(|row| row.employee.ambivalent = true);
        sample.mirror.rows.retain(|row| row.class.kind() == Some(Type::Blindness));
        let said = headline(Locale::English, &sample.project, &sample.mirror);
        assert!(said.ends_with(text!(Locale::English, mirror.headline_divided)), "{said}");
    }

    #[test]
    fn nothing_is_a_dash() {
        let nothing = mirror(&Project::default(), &Filter::default());
        assert_eq!(
            Locale::ALL.map(|locale| facts(locale, &nothing)),
            [
                "Clients\u{a0}: 0, collaborateurs\u{a0}: 0. Verbatims codés\u{a0}: — côté clients, — côté collaborateurs.",
                "Clients: 0, employees: 0. Verbatims coded: — of clients’, — of employees’."
            ]
        );
        assert_eq!(prompts(Locale::English, &nothing), "");
        assert_eq!(marks(Locale::English, Settings::default()), None);
        let relative = Settings { types: Reading::Relative, silence: true, ..Settings::default() };
        assert_eq!(
            Locale::ALL.map(|locale| marks(locale, relative).unwrap_or_default()),
            [
                "Les types et les niveaux ne sont pas ceux d’habitude\u{a0}: types d’après la lecture relative · silence lu comme indifférence.",
                "Types and levels are not the usual ones: types from the relative reading · silence read as indifference."
            ]
        );
    }
}
