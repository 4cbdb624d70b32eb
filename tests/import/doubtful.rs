//! What may be meant in two ways is in doubt, with both readings.

use reflet::import::doubt::{DoubtKind, Reading, doubts};
use reflet::import::guess::mapping;
use reflet::import::text::{Options, open};
use reflet::import::{Mapping, Table, is_unordered, read};
use reflet::model::{Project, Scale};

fn guessed(text: &str) -> (Table, Mapping) {
    let (table, _) = open(text, Options::default()).unwrap();
    let mapping = mapping(&table);
    (table, mapping)
}

/// Forty rows of an identifier, a cell and a text.
fn rows(header: &str, cell: impl Fn(usize) -> String) -> String {
    (0..40).fold(format!("id;{header};Commentaire\n"), |text, at| {
        format!("{text}{at};{};Le dossier numéro {at} a bien avancé depuis mardi\n", cell(at))
    })
}

fn readings(text: &str) -> Vec<(DoubtKind, Vec<Reading>)> {
    let (table, mapping) = guessed(text);
    let report = read(&table, &mapping, &Project::default()).report;
    assert_eq!(report.read, report.kept + report.rejected + report.duplicate);
    doubts(&table, &mapping).into_iter().map(|doubt| (doubt.kind, doubt.readings)).collect()
}

fn pick(words: &[&str], at: usize) -> String {
    words[at % words.len()].to_owned()
}

/// The ends of the scales that are offered for a rating.
fn ends(text: &str) -> Vec<(f64, f64)> {
    let readings = readings(text);
    let scales = readings.iter().flat_map(|(_, readings)| readings);
    let ends = scales.filter_map(|reading| match reading {
        Reading::Rating(rating) => Some(rating.scale.ends()),
        _ => None,
    });
    ends.collect()
}

#[test]
fn one_word_by_all() {
    let found = readings(&rows("Remarque sur l'accueil", |_| "Bien".to_owned()));
    assert_eq!(found, [(DoubtKind::Text, vec![Reading::LeftOut(1), Reading::Text(1), Reading::Segment(1)])]);
}

#[test]
fn a_middle_that_nobody_gives() {
    let text = rows("Note", |at| pick(&["1", "2", "4", "5"], at));
    assert_eq!(ends(&text), [(1.0, 5.0), (1.0, 4.0)]);
    let (table, mapping) = guessed(&text);
    // The four numbers stay in their order on the shorter scale.
    let found = doubts(&table, &mapping);
    let Some(Reading::Rating(shorter)) = found[0].readings.get(1) else { panic!("{found:?}") };
    let moved: Vec<(&str, Option<f64>)> =
        shorter.meanings.iter().map(|m| (m.cell.as_str(), m.value)).collect();
    assert_eq!(moved, [("4", Some(3.0)), ("5", Some(4.0))]);
    assert_eq!(ends(&rows("Note", |at| pick(&["1", "2", "3", "4", "5"], at))), []);
    let words = ["Very satisfied", "Satisfied", "Dissatisfied", "Very dissatisfied"];
    let few: String = rows("Billing", |at| pick(&words, at)).split_inclusive('\n').take(21).collect();
    assert_eq!(ends(&few), [(1.0, 4.0), (1.0, 5.0)]);
}

#[test]
fn an_end_that_nobody_gives() {
    assert_eq!(ends(&rows("Note", |at| (at % 4 + 1).to_string())), [(1.0, 5.0), (1.0, 4.0)]);
    assert_eq!(ends(&rows("Note (1-5)", |at| (at % 4 + 1).to_string())), []);
}

#[test]
fn both_directions_in_one_file() {
    let text = rows("Prix (1 = excellent, 5 = mauvais);Accueil (1-5)", |at| {
        format!("{};{}", at % 5 + 1, at * 3 % 5 + 1)
    });
    let found = readings(&text);
    let [(DoubtKind::Direction, directions)] = &found[..] else { panic!("{found:?}") };
    let ways: Vec<bool> = directions
        .iter()
        .map(|reading| matches!(reading, Reading::Rating(one) if one.scale.is_reversed()))
        .collect();
    assert_eq!(ways, [false, true]);
}

#[test]
fn two_languages_in_one_column() {
    let found =
        readings(&rows("Accueil", |at| pick(&["D'accord", "Agree", "Disagree", "Pas du tout d'accord"], at)));
    let [(DoubtKind::Scale, both)] = &found[..] else { panic!("{found:?}") };
    assert!(matches!(both[..], [Reading::Rating(_), Reading::Segment(1)]), "{both:?}");
}

#[test]
fn a_rating_of_which_a_third_is_text() {
    let cell =
        |at: usize| if at.is_multiple_of(3) { "pas venu".to_owned() } else { (at % 5 + 1).to_string() };
    let found = readings(&rows("Note", cell));
    let [(DoubtKind::Scale, three)] = &found[..] else { panic!("{found:?}") };
    assert!(matches!(three[..], [Reading::Rating(_), Reading::Text(1), Reading::LeftOut(1)]), "{three:?}");
}

#[test]
fn a_header_of_numbers() {
    let text =
        (0..30).fold("2023;2024\n".to_owned(), |text, at| format!("{text}{};{}\n", at % 5 + 1, at % 4 + 1));
    let found = readings(&text);
    assert_eq!(found[0], (DoubtKind::Header, vec![Reading::HeaderRows(0), Reading::HeaderRows(1)]));
}

#[test]
fn numbers_that_say_who_somebody_is() {
    let found = readings(&rows("Classe d'âge", |at| (at % 5 + 1).to_string()));
    let [(DoubtKind::Text, group)] = &found[..] else { panic!("{found:?}") };
    assert!(matches!(group[..], [Reading::Segment(1), Reading::LeftOut(1), Reading::Rating(_)]), "{group:?}");
    assert_eq!(readings(&rows("Je suis fier de travailler ici", |at| (at % 5 + 1).to_string())), []);
}

#[test]
fn a_score_beside_promoters_and_detractors() {
    let cell = |at: usize| format!("{};{}", at % 11, ["Detractor", "Promoter"][usize::from(at % 11 > 8)]);
    let found = readings(&rows("Score;Group", cell));
    let [(DoubtKind::Scale, both)] = &found[..] else { panic!("{found:?}") };
    let scales: Vec<Option<Scale>> = both
        .iter()
        .map(|reading| match reading {
            Reading::Rating(rating) => Some(rating.scale),
            _ => None,
        })
        .collect();
    assert_eq!(scales, [Scale::custom(0.0, 10.0).ok(), Some(Scale::NPS)]);
}

#[test]
fn marks_that_may_be_themes() {
    let marks = ["1;0;0", "0;1;0", "0;0;1", "0;0;0", "0;0;0"];
    let text = rows("Accueil;Prix;Attente", |at| pick(&marks, at));
    let (table, mut mapping) = guessed(&text);
    let themes = vec![1, 2, 3];
    let of = |mapping: &Mapping| {
        let found = doubts(&table, mapping).into_iter().find(|doubt| doubt.kind == DoubtKind::Themes);
        found.map(|doubt| doubt.readings)
    };
    let (none, all) = (Reading::Themes(Vec::new()), Reading::Themes(themes.clone()));
    assert_eq!(of(&mapping), Some(vec![none.clone(), all.clone()]));
    mapping.themes = themes;
    mapping.segments.clear();
    assert_eq!(of(&mapping), Some(vec![all, none]));
}

#[test]
fn ends_in_words_that_do_not_say_which_is_the_best() {
    let header = "How clean was it? (1 = filthy, 5 = spotless)";
    let one = |at: usize| (at % 5 + 1).to_string();
    let [(DoubtKind::Direction, both)] = &readings(&rows(header, one))[..] else { panic!("no doubt") };
    assert_eq!(both.len(), 2);
    // Beside a rating that it goes with, the higher number is the better one.
    let beside = rows(&format!("{header};Satisfaction (1 à 5)"), |at| format!("{0};{0}", one(at)));
    assert_eq!(readings(&beside), []);
    let against =
        rows(&format!("{header};Satisfaction (1 à 5)"), |at| format!("{};{}", one(at), 5 - at % 5));
    assert_eq!(readings(&against).len(), 2);
}

#[test]
fn half_points_from_0_to_10() {
    let text = rows("Reconnaissance", |at| format!("{}", f64::from(u8::try_from(at % 21).unwrap()) / 2.0));
    let (table, mapping) = guessed(&text);
    let may_be_a_rating =
        |reading: &Reading| matches!(reading, Reading::Rating(rating) if rating.column == 1);
    let offered = doubts(&table, &mapping).iter().any(|doubt| doubt.readings.iter().any(may_be_a_rating));
    assert!(offered || mapping.ratings.iter().any(|rating| rating.column == 1), "{mapping:?}");
}

#[test]
fn the_names_of_its_numbers_say_which_is_the_best() {
    let named =
        |at: usize| format!("{};{}", at % 4 + 1, pick(&["Excellent", "Bon", "Moyen", "Médiocre"], at));
    let text = rows("Note;Libellé de la note", named);
    let (table, mapping) = guessed(&text);
    let scale = mapping.ratings.first().map(|rating| rating.scale);
    assert!(scale.is_some_and(Scale::is_reversed), "{scale:?}");
    assert!(doubts(&table, &mapping).iter().all(|doubt| doubt.kind != DoubtKind::Direction));
}

#[test]
fn words_of_no_known_steps_below_a_question_for_a_rating() {
    for (header, words) in [
        ("Note de l'accueil", ["Nul", "Bof", "Top"]),
        ("How would you rate the till?", ["Meh", "Fine", "Dope"]),
        ("Évaluation de l'agence", ["Bronze", "Argent", "Or"]),
    ] {
        let text = rows(header, |at| pick(&words, at));
        let found = readings(&text);
        let [(DoubtKind::Text, steps)] = &found[..] else { panic!("{header}: {found:?}") };
        let [Reading::Segment(1), Reading::Rating(rating), Reading::LeftOut(1)] = &steps[..] else {
            panic!("{header}: {steps:?}")
        };
        // A step each, for the user to put in order.
        let cells: Vec<&str> = rating.meanings.iter().map(|meaning| meaning.cell.as_str()).collect();
        assert_eq!((cells, rating.scale.ends()), (words.to_vec(), (1.0, 3.0)), "{header}");
        let (table, _) = guessed(&text);
        let mut ordered = rating.clone();
        assert!(is_unordered(&table, &ordered), "{header}");
        ordered.swap_steps(0, 1);
        assert!(!is_unordered(&table, &ordered), "{header}");
    }
    // Groups are groups.
    let found = readings(&rows("Agence", |at| pick(&["Nord", "Sud", "Centre"], at)));
    assert_eq!(found, []);
}
