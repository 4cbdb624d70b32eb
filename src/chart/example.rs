//! Made-up results for tests of pictures: twelve moments of a bank, or any number of moments.

use crate::{
    analysis::{
        Class, Estimate, Interval, Level, Measures, Mirror, Profile, Proportion, Reason, Row, SideSummary,
        Type, Undefined,
    },
    model::{Codebook, MomentId, Settings, StageId},
};

use super::{ArrowWords, Frame, Reading, Theme, View, Words};

type Case = (&'static str, &'static str, (u32, f64), (u32, f64));

/// (stage, moment, n and level of clients, n and level of employees): n of 120 clients and 60 employees.
pub(super) const BANK: [Case; 12] = [
    ("Entrer", "Prise de rendez-vous", (31, 38.0), (14, 6.0)),
    ("Entrer", "Accueil en agence", (54, 62.0), (38, 55.0)),
    ("Entrer", "Ouverture de compte", (22, 24.0), (12, 41.0)),
    ("Entrer", "Pièces justificatives", (28, -46.0), (21, 30.0)),
    ("Utiliser", "Application mobile", (47, 41.0), (9, -4.0)),
    ("Utiliser", "Joindre le conseiller", (39, -58.0), (26, -44.0)),
    ("Utiliser", "Changement de conseiller", (26, -67.0), (11, 8.0)),
    ("Projets", "Crédit immobilier", (24, 57.0), (19, -38.0)),
    ("Incidents", "Frais bancaires", (35, -72.0), (16, -21.0)),
    ("Incidents", "Fraude à la carte", (13, 33.0), (8, 64.0)),
    ("Incidents", "Succession", (6, -50.0), (3, -60.0)),
    ("Incidents", "Incivilité", (0, 0.0), (23, -78.0)),
];

/// The same moments a year later: some in another zone, some moved a little, one unmoved, one of too few.
pub(super) const LATER: [Case; 12] = [
    ("Entrer", "Prise de rendez-vous", (34, 52.0), (15, 44.0)),
    ("Entrer", "Accueil en agence", (50, 55.0), (36, 60.0)),
    ("Entrer", "Ouverture de compte", (22, 24.0), (12, 41.0)),
    ("Entrer", "Pièces justificatives", (25, 18.0), (20, 12.0)),
    ("Utiliser", "Application mobile", (52, 48.0), (10, -12.0)),
    ("Utiliser", "Joindre le conseiller", (41, -30.0), (24, -8.0)),
    ("Utiliser", "Changement de conseiller", (30, -74.0), (13, -52.0)),
    ("Projets", "Crédit immobilier", (21, 44.0), (18, 47.0)),
    ("Incidents", "Frais bancaires", (33, -66.0), (17, -15.0)),
    ("Incidents", "Fraude à la carte", (12, -14.0), (9, 70.0)),
    ("Incidents", "Succession", (7, -41.0), (6, -55.0)),
    ("Incidents", "Incivilité", (0, 0.0), (20, -70.0)),
];

/// The words of the legend of the arrows.
pub(super) fn arrow_words() -> ArrowWords {
    ArrowWords {
        start: "départ : 2024".to_owned(),
        end: "arrivée : 2025".to_owned(),
        same: "même type".to_owned(),
        still: "n’a pas bougé".to_owned(),
    }
}

pub(super) fn measures(n: u32, of: u32, level: f64, spread: f64) -> Measures {
    let frequency = f64::from(n) / f64::from(of);
    let half = spread / f64::from(n.max(1)).sqrt();
    let bound = |by: f64| Level(((level + by) / 50.0).clamp(-2.0, 2.0));
    let interval = if n < 2 {
        Err(Undefined::OneRespondent)
    } else {
        Ok(Interval { low: bound(-half), high: bound(half) })
    };
    let interval_of = |by: f64| Proportion((frequency + by).clamp(0.0, 1.0));
    Measures {
        cited: n,
        with_valence: n,
        frequency: Ok(Estimate {
            value: Proportion(frequency),
            interval: Ok(Interval { low: interval_of(-0.05), high: interval_of(0.05) }),
        }),
        level: if n == 0 {
            Err(Undefined::NotCited)
        } else {
            Ok(Estimate { value: Level::of_shown(level), interval })
        },
        intensity: Ok(Level((level.abs() / 50.0 * 0.8 + 0.5).min(2.0))),
        balance: Err(Undefined::AllNeutral),
        rating: Err(Undefined::NoRating),
        effort: Err(Undefined::NoEffort),
        ambivalent: false,
        profile: Profile::default(),
        masked: None,
    }
}

fn class(client: &Measures, employee: &Measures) -> Class {
    let (Ok(c), Ok(e)) = (client.level, employee.level) else {
        return Class::Unclassified(if client.cited == 0 {
            Reason::EmployeeOnly
        } else {
            Reason::ClientOnly
        });
    };
    if client.cited < 5 || employee.cited < 5 {
        return Class::Unclassified(Reason::InsufficientBoth);
    }
    let (c, e) = (c.value.0, e.value.0);
    let kind = match (c >= 0.0, e) {
        (true, e) if e >= 1.0 / 3.0 => Type::WinWin,
        (true, e) if e > -1.0 / 3.0 => Type::LuckyBreak,
        (true, _) => Type::Pain,
        (false, e) if e >= 1.0 / 3.0 => Type::WrongFight,
        (false, e) if e > -1.0 / 3.0 => Type::Blindness,
        (false, _) => Type::DeadEnd,
    };
    Class::Typed(kind, None)
}

fn summary(respondents: u32, mean: f64) -> SideSummary {
    let mean_level = Ok(Level::of_shown(mean));
    SideSummary {
        respondents,
        verbatims: respondents,
        coded: respondents,
        mean_level,
        moments: (0.0, 0.0),
        cross_sums: Vec::new(),
        prompts: [0; 4],
        masked: None,
    }
}

/// Results for these moments, with n of 120 clients and 60 employees, and levels as shown.
pub(super) fn results<'a>(
    moments: impl IntoIterator<Item = (&'a str, &'a str, (u32, f64), (u32, f64))>,
) -> (Mirror, Codebook) {
    let mut codebook = Codebook::default();
    let mut rows = Vec::new();
    for (stage, name, (n, client), (m, employee)) in moments {
        let moment = codebook.add(stage, name);
        let stage = codebook.stage_named(stage).id;
        let (client, employee) = (measures(n, 120, client, 110.0), measures(m, 60, employee, 110.0));
        let class = class(&client, &employee);
        rows.push(Row { stage, moment, client, employee, class, stake: Err(Undefined::OneSideOnly) });
    }
    (Mirror { client: summary(120, 4.0), employee: summary(60, -9.0), rows }, codebook)
}

/// `count` moments, eight to a stage, with the bank's names numbered.
pub(super) fn many(count: u32) -> (Mirror, Codebook) {
    many_of(count, 7)
}

/// The same moments with other figures for every seed.
pub(super) fn many_of(count: u32, seed: u32) -> (Mirror, Codebook) {
    let names: Vec<(String, String)> = (0..count)
        .map(|i| (format!("Étape {}", i / 8 + 1), format!("{} {}", BANK[usize_of(i % 12)].1, i / 12 + 1)))
        .collect();
    let value = |i: u32, by: u32, to: u32| (i * by + i * i * seed) % to;
    results(names.iter().zip(0..).map(|((stage, name), i)| {
        let level = |by| f64::from(value(i, by, 181)) - 90.0;
        let n = |by, most| value(i, by, most);
        (stage.as_str(), name.as_str(), (n(13, 60), level(37)), (n(29, 40), level(53)))
    }))
}

fn usize_of(value: u32) -> usize {
    usize::try_from(value).unwrap_or(0)
}

/// Moments that both sides live alike: n of 100 and the level as shown.
pub(super) fn symmetric(moments: &[(u32, f64)]) -> (Mirror, Codebook) {
    let mut codebook = Codebook::default();
    let rows = moments.iter().map(|(n, level)| {
        let moment = codebook.add("Étape", "Moment");
        let side = measures(*n, 100, *level, 110.0);
        let (client, employee, class) = (side.clone(), side.clone(), class(&side, &side));
        Row { stage: StageId(1), moment, client, employee, class, stake: Err(Undefined::OneSideOnly) }
    });
    let rows = rows.collect();
    (Mirror { client: summary(100, 0.0), employee: summary(100, 0.0), rows }, codebook)
}

pub(super) fn words() -> Words {
    let all = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let types = all(&["Win-win", "Coup de chance", "Douleur", "Mauvais combat", "Cécité", "Impasse"]);
    let states = all(&["insatisfaits", "enchantés", "frustrés", "indifférents", "engagés"]);
    Words {
        client: "Clients".to_owned(),
        client_level: "satisfaction".to_owned(),
        employee: "Collaborateurs".to_owned(),
        employee_level: "motivation".to_owned(),
        types: std::array::from_fn(|i| types[i].clone()),
        unclassified: "Non classé".to_owned(),
        client_states: std::array::from_fn(|i| states[i].clone()),
        employee_states: std::array::from_fn(|i| states[i + 2].clone()),
        frequency: "Part de ceux qui en parlent".to_owned(),
        intensity: "Intensité, de faible à forte".to_owned(),
        interval: "Intervalle à 95 %".to_owned(),
        thin: "Moins de 5 répondants".to_owned(),
        without_level: "Cité sans valence".to_owned(),
        note: String::new(),
        percent: |share| format!("{} %", (share * 100.0).round()),
        level: |level| {
            let sign = if level < 0.0 {
                "−"
            } else if level > 0.0 {
                "+"
            } else {
                ""
            };
            format!("{sign}{}", level.abs().round())
        },
    }
}

pub(super) fn frame() -> Frame {
    Frame {
        title: "Deux regards sur douze moments de la relation".to_owned(),
        subtitle: "120 clients et 60 collaborateurs, juin 2025. Lecture absolue.".to_owned(),
        footer: "Exemple inventé pour les essais. Dessiné avec Reflet.".to_owned(),
    }
}

pub(super) fn view<'a>(width: f64, theme: &'a Theme, words: &'a Words, frame: Option<&'a Frame>) -> View<'a> {
    let Settings { client_threshold, employee_threshold, minimum, .. } = Settings::default();
    let reading = Reading::Absolute;
    View {
        width,
        reading,
        types: Reading::Absolute,
        client_threshold,
        employee_threshold,
        minimum,
        theme,
        words,
        frame,
    }
}

/// The moment of that place in the bank.
pub(super) fn moment(index: u32) -> MomentId {
    MomentId(index + 1)
}
