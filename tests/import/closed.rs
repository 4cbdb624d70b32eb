//! Columns of closed answers: which they are, on which scale, which way up, and what is in doubt.

use reflet::import::doubt::{DoubtKind, doubts};
use reflet::import::guess::mapping;
use reflet::import::text::{Options, open};
use reflet::import::{Mapping, Table, read, scale};
use reflet::model::Project;

fn guessed(text: &str) -> (Table, Mapping) {
    let (table, _) = open(text, Options::default()).unwrap();
    let mapping = mapping(&table);
    (table, mapping)
}

/// Every rating in words: its column, its kind, its ends, its way up; then the doubts.
fn ratings(text: &str) -> String {
    let (table, mapping) = guessed(text);
    let rating = |rating: &reflet::import::RatingColumn| {
        let (low, high) = rating.scale.ends();
        let up = if rating.scale.is_reversed() { " reversed" } else { "" };
        format!("{}: {} {low}-{high}{up}", table.names()[rating.column], scale::id(rating.scale.kind))
    };
    let doubt = |kind: DoubtKind| format!("?{}", kind.id());
    let said = mapping.ratings.iter().map(rating);
    let doubts = doubts(&table, &mapping);
    said.chain(doubts.iter().map(|found| doubt(found.kind))).collect::<Vec<_>>().join(", ")
}

/// Thirty rows under a header, made of what a row has.
fn rows(header: &str, row: impl Fn(usize) -> String) -> String {
    (0..30).fold(format!("{header}\n"), |text, at| format!("{text}{}\n", row(at)))
}

#[test]
fn steps_in_words_are_ratings() {
    let steps = |words: &'static [&'static str]| move |at: usize| words[at % words.len()];
    for (header, words, expected) in [
        (
            "Mon travail a du sens",
            &["Tout à fait d'accord", "Plutôt d'accord", "Plutôt pas d'accord", "Pas du tout d'accord"][..],
            "agreement 1-4",
        ),
        (
            "I feel heard",
            &["Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree"],
            "agreement 1-5",
        ),
        (
            "Accueil",
            &["Très satisfait", "Satisfait", "Peu satisfait", "Pas du tout satisfait", "Ne sait pas"],
            "custom 1-4",
        ),
        (
            "Billing",
            &["Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied", "N/A"],
            "csat 1-5",
        ),
        (
            "Êtes-vous informé des projets ?",
            &["Jamais", "Rarement", "Parfois", "Souvent", "Toujours"],
            "custom 1-5",
        ),
        (
            "Would you come back?",
            &["Definitely", "Probably", "Might or might not", "Probably not", "Definitely not"],
            "custom 1-5",
        ),
        ("Votre visite", &["😡", "😞", "😐", "🙂", "😀"], "csat 1-5"),
        ("Note attribuée", &["A", "B", "C", "D", "E"], "custom 1-5"),
        ("Rating", &["5 stars", "4 stars", "1 star", "2 stars"], "csat 1-5"),
    ] {
        let step = steps(words);
        let text = rows(&format!("id;{header};Commentaire"), |at| {
            format!("{at};{};Le dossier numéro {at} a bien avancé depuis mardi", step(at))
        });
        assert_eq!(ratings(&text), format!("{header}: {expected}"), "{header}");
        let (table, mapping) = guessed(&text);
        assert_eq!((mapping.texts.len(), mapping.segments.len()), (1, 0), "{header}");
        let report = read(&table, &mapping, &Project::default()).report;
        let silent = words.iter().filter(|word| ["Ne sait pas", "N/A"].contains(word)).count();
        assert_eq!((report.kept, report.unanswered), (30, silent * 30 / words.len()), "{header}");
        assert!(report.warnings.is_empty(), "{header}: {:?}", report.warnings);
    }
}

#[test]
fn several_ratings_come_in_at_once() {
    let text =
        rows("id;Recommanderiez-vous notre agence ? (0-10);Facilité (1-7);Accueil (1-5);Pourquoi ?", |at| {
            format!(
                "{at};{};{};{};Le conseiller a rappelé le jour {at}",
                at * 7 % 11,
                at * 5 % 7 + 1,
                at * 3 % 5 + 1
            )
        });
    assert_eq!(
        ratings(&text),
        "Recommanderiez-vous notre agence ? (0-10): nps 0-10, Facilité (1-7): ces 1-7, Accueil (1-5): csat 1-5"
    );
    let text = rows("review,overall,pace,pay,store", |at| {
        format!(
            "The queue took {at} minutes on that day,{},{},{},{}",
            at % 5 + 1,
            at * 2 % 5 + 1,
            at * 3 % 5 + 1,
            ["York", "Leeds"][at % 2]
        )
    });
    assert!(
        ratings(&text).starts_with("overall: csat 1-5, pace: csat 1-5, pay: csat 1-5"),
        "{}",
        ratings(&text)
    );
}

#[test]
fn what_is_counted_is_no_rating() {
    let text = rows("avis;Nombre d'enfants;Âge;Total reviews;Durée (min)", |at| {
        format!("Une attente de {at} minutes au guichet;{};{};{};{}", at % 5 + 1, at + 20, at % 9, at % 8)
    });
    assert_eq!(ratings(&text), "");
}

#[test]
fn one_is_best_where_it_is_said_and_a_doubt_where_it_is_guessed() {
    let said = rows("id;Satisfaction (1 = très satisfait, 5 = très mécontent);Commentaire", |at| {
        format!("{at};{};Le technicien numéro {at} est venu à l'heure", at % 5 + 1)
    });
    assert_eq!(ratings(&said), "Satisfaction (1 = très satisfait, 5 = très mécontent): csat 1-5 reversed");
    let guessed = rows("id;Satisfaction;Accueil (1-5);Commentaire", |at| {
        format!("{at};{};{};Le technicien numéro {at} est venu à l'heure", at % 5 + 1, 5 - at % 5)
    });
    assert_eq!(ratings(&guessed), "Satisfaction: csat 1-5, Accueil (1-5): csat 1-5, ?direction, ?direction");
    let beside = rows("id;Prix (1 = excellent, 5 = mauvais);Accueil (1-5);Commentaire", |at| {
        format!("{at};{};{};Le technicien numéro {at} est venu à l'heure", at % 5 + 1, at * 3 % 5 + 1)
    });
    assert!(ratings(&beside).ends_with("Accueil (1-5): csat 1-5, ?direction"), "{}", ratings(&beside));
    let effort =
        rows("Effort (1-7),comment", |at| format!("{},They called back on day {at} at last", at % 7 + 1));
    assert_eq!(ratings(&effort), "Effort (1-7): ces 1-7, ?direction");
}

#[test]
fn the_worst_end_of_a_burden_is_its_highest() {
    for (header, told) in [
        ("Dissatisfaction with billing (1-5)", "csat 1-5 reversed"),
        ("Mécontentement de 1 à 5", "csat 1-5 reversed"),
        ("Likelihood to leave us (1-5)", "csat 1-5 reversed, ?direction"),
        ("Gravité du problème (1 à 5)", "csat 1-5 reversed, ?direction"),
        ("Stress (1 à 5)", "csat 1-5 reversed, ?direction"),
        ("Bruit (1 à 5)", "csat 1-5, ?direction"),
        ("Bruit (1 = glacial, 5 = tropical)", "csat 1-5, ?direction"),
        ("Satisfaction (décroissante, 1 à 5)", "csat 1-5 reversed, ?direction"),
        ("Prise en charge de la douleur (1 à 5)", "csat 1-5"),
        ("Were our recommendations useful? (1-5)", "csat 1-5"),
    ] {
        let text = rows(&format!("id;{header};Commentaire"), |at| {
            format!("{at};{};Le technicien numéro {at} est venu à l'heure", at % 5 + 1)
        });
        assert_eq!(ratings(&text), format!("{header}: {told}"));
    }
    let often = rows("id;How often do you feel exhausted?;Comment", |at| {
        let step = ["Never", "Rarely", "Sometimes", "Often", "Always"][at % 5];
        format!("{at};{step};They called back on day {at} at last")
    });
    assert_eq!(ratings(&often), "How often do you feel exhausted?: custom 1-5 reversed, ?direction");
}

#[test]
fn a_line_above_the_table_says_which_end_is_the_best() {
    for (line, told) in [
        ("Barème : 1 = très bien … 5 = mauvais", "csat 1-5 reversed"),
        ("Scale used: 1 = best, 5 = worst", "csat 1-5 reversed"),
        ("Scale used: 1 = worst, 5 = best", "csat 1-5"),
        ("Barème : 1 = glacial, 5 = tropical", "csat 1-5, ?direction"),
        ("Barème : 1 = très bien … 4 = mauvais", "csat 1-5 reversed, ?direction"),
        ("Export du 12/03/2025", "csat 1-5"),
    ] {
        let table = rows("id;Satisfaction;Agence;Commentaire", |at| {
            format!("{at};{};Lyon;Le technicien numéro {at} est venu à l'heure", at % 5 + 1)
        });
        assert_eq!(ratings(&format!("{line};;;\n{table}")), format!("Satisfaction: {told}"), "{line}");
    }
}

#[test]
fn what_the_numbers_leave_open_is_a_doubt() {
    let text = |cell: fn(usize) -> String| {
        rows("id;Note;Commentaire", |at| format!("{at};{};Le dossier numéro {at} a avancé", cell(at)))
    };
    assert_eq!(ratings(&text(|at| (at % 10 + 1).to_string())), "Note: custom 1-10, ?scale");
    let third =
        |at: usize| if at.is_multiple_of(3) { "pas venu".to_owned() } else { (at % 5 + 1).to_string() };
    assert_eq!(ratings(&text(third)), "Note: csat 1-5, ?scale");
    let mixed = |at: usize| ["D'accord", "Agree", "Disagree", "Pas du tout d'accord"][at % 4].to_owned();
    assert!(ratings(&text(mixed)).ends_with("?scale"), "{}", ratings(&text(mixed)));
    let codes = |at: usize| if at.is_multiple_of(7) { "99".to_owned() } else { (at % 5 + 1).to_string() };
    assert_eq!(ratings(&text(codes)), "Note: csat 1-5");
}
