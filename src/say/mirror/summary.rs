//! What the mirror says, in one sentence or two.

use crate::analysis::{Confidence, Family, Mirror, Row, SideSummary, Type};
use crate::model::{Project, Settings, Side};
use crate::say::{Locale, prompt, read, text, types};

/// The moment of the highest stake that one may act on; failing one, that to look at first; failing any type, what is missing.
pub fn headline(locale: Locale, project: &Project, mirror: &Mirror) -> String {
    let named = |row: &Row| Some((row.class.kind()?, project.codebook.moment(row.moment)?.name.clone()));
    if let Some((row, (kind, name))) = mirror.top().and_then(|row| Some((row, named(row)?))) {
        let lived = types::lived(locale, kind);
        return text!(
            locale,
            mirror.headline,
            name = name,
            lived = lived,
            advice = advice(locale, kind, row, mirror)
        );
    }
    let doubtful = mirror.doubtful();
    let first = doubtful.first().and_then(|(_, row)| Some((*row, named(row)?)));
    let Some((row, (kind, name))) = first else {
        return text!(locale, mirror.headline_none, minimum = project.settings.minimum);
    };
    let (lived, advice) = match row.divided() {
        Some(sides) => (types::divided(locale, sides), text!(locale, mirror.headline_divided)),
        None => (types::lived(locale, kind), text!(locale, mirror.headline_confirm)),
    };
    text!(
        locale,
        mirror.headline_people,
        name = name,
        lived = lived,
        clients = row.client.cited,
        employees = row.employee.cited,
        advice = advice
    )
}

/// What to do about the first moment, with the doubt that is left: nobody may act yet on what has a higher stake.
fn advice(locale: Locale, kind: Type, row: &Row, mirror: &Mirror) -> &'static str {
    let stake = |row: &Row| row.stake.map_or(0.0, |stake| stake.0);
    let is_highest = mirror.rows.iter().all(|other| stake(other) <= stake(row));
    let is_firm = row.class.confidence() == Some(Confidence::Firm);
    match (kind.family(), is_firm, is_highest) {
        (Family::Deploy, true, _) => text!(locale, mirror.headline_deploy),
        (Family::Deploy, false, _) => text!(locale, mirror.headline_deploy_likely),
        (_, true, true) => text!(locale, mirror.headline_win),
        (_, true, false) => text!(locale, mirror.headline_win_now),
        (_, false, true) => text!(locale, mirror.headline_win_likely),
        (_, false, false) => text!(locale, mirror.headline_win_much),
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
    use crate::analysis::{Certainty, Class, Filter, Proportion, Stake, mirror};
    use crate::model::Reading;
    use crate::say::example::{Sample, bank, samples};

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

    fn said(sample: &Sample) -> [String; 2] {
        Locale::ALL.map(|locale| headline(locale, &sample.project, &sample.mirror))
    }

    /// The sample with its row of the highest stake alone.
    fn one() -> Sample {
        let mut sample = bank();
        let top = sample.mirror.top().map(|row| row.moment);
        sample.mirror.rows.retain(|row| Some(row.moment) == top);
        sample
    }

    fn sure(kind: Type, confidence: Confidence) -> Class {
        Class::Typed(kind, Some(Certainty { probability: Proportion(0.6), confidence }))
    }

    #[test]
    fn at_any_certainty_there_is_something_to_do() {
        let mut sample = one();
        let mut of = |kind, confidence| {
            sample.mirror.rows[0].class = sure(kind, confidence);
            said(&sample)
        };
        assert_eq!(
            of(Type::WinWin, Confidence::Firm),
            [
                "Pièces justificatives\u{a0}: clients contents, collaborateurs motivés. Ce qui s’y fait mérite d’être étendu.",
                "Pièces justificatives: happy clients, motivated employees. What is done there deserves to spread."
            ]
        );
        let likely = of(Type::WinWin, Confidence::Tendency);
        assert!(
            likely[0].ends_with("mérite sans doute d’être étendu\u{a0}: à confirmer par d’autres réponses."),
            "{likely:?}"
        );
        let likely = of(Type::DeadEnd, Confidence::Tendency);
        assert!(
            likely[1]
                .ends_with("This is probably where there is most to gain: more answers would confirm it."),
            "{likely:?}"
        );
        assert_eq!(
            of(Type::DeadEnd, Confidence::Undetermined),
            [
                "Pièces justificatives\u{a0}: clients déçus, collaborateurs frustrés (18 clients, 24 collaborateurs). À confirmer, mais commencez là\u{a0}: lisez leurs verbatims.",
                "Pièces justificatives: disappointed clients, frustrated employees (18 clients, 24 employees). To be confirmed, but start there: read what they say."
            ]
        );
        sample.mirror.rows.clear();
        assert_eq!(
            said(&sample),
            [
                "Aucun moment n’a encore de type\u{a0}: il faut que des personnes de chaque côté parlent du même moment (au moins 5).",
                "No moment has a type yet: people on each side must speak of the same moment (at least 5)."
            ]
        );
    }

    #[test]
    fn a_doubtful_moment_of_a_higher_stake_is_not_hidden() {
        let mut sample = one();
        let mut doubtful = sample.mirror.rows[0].clone();
        doubtful.class = sure(Type::Pain, Confidence::Undetermined);
        sample.mirror.rows[0].stake = Ok(Stake(1.0));
        sample.mirror.rows.push(doubtful);
        let found = said(&sample);
        assert!(
            found[0].ends_with(
                "De ce sur quoi on peut agir dès maintenant, c’est là qu’il y a le plus à gagner."
            ),
            "{found:?}"
        );
        assert!(found[1].ends_with("Of what one can act on now, there is most to gain here."), "{found:?}");
        sample.mirror.rows[0].class = sure(Type::DeadEnd, Confidence::Tendency);
        let found = said(&sample);
        assert!(
            found[0]
                .ends_with("Il y a sans doute beaucoup à y gagner\u{a0}: à confirmer par d’autres réponses."),
            "{found:?}"
        );
    }

    #[test]
    fn people_who_are_divided_are_read_before_anything_is_done() {
        let mut sample = one();
        sample.mirror.rows[0].class = sure(Type::WinWin, Confidence::Firm);
        sample.mirror.rows[0].client.ambivalent = true;
        assert_eq!(
            said(&sample),
            [
                "Pièces justificatives\u{a0}: les clients sont partagés (18 clients, 24 collaborateurs). Avant d’agir, lisez leurs verbatims.",
                "Pièces justificatives: clients are divided (18 clients, 24 employees). Before you act, read what they say."
            ]
        );
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
