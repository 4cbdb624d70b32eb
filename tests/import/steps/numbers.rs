//! Numbers with labels, with their end beside them, with codes for no answer, and two alone.

use reflet::import::doubt::{DoubtKind, Reading, doubts};
use reflet::import::guess::mapping;
use reflet::import::read;
use reflet::import::text::{Options, open};
use reflet::model::{Project, Scale};

use super::{cells, named, table, understood};

#[test]
fn labels_of_numbers_say_the_scale_and_what_is_no_answer() {
    let agreement = "1 - Pas du tout d'accord | 2 - Plutôt pas d'accord | 3 - Plutôt d'accord";
    for (header, labels, expected) in [
        ("Utile", format!("{agreement} | 4 - Tout à fait d'accord | 9 - Sans opinion"), "agreement 1-4: ? ? ? ? -"),
        ("Utile", format!("{agreement} | 9 - Sans opinion"), "agreement 1-4: ? ? ? -"),
        ("Utile", "2 - Plutôt pas d'accord | 3 - Plutôt d'accord | 4 - Tout à fait d'accord".to_owned(), "agreement 1-4: ? ? ?"),
        ("Utile", format!("{agreement} | 4 - Tout à fait d'accord | 98 - Ne sait pas"), "agreement 1-4: ? ? ? ? -"),
        ("Useful", "1 = Strongly disagree | 2 = Disagree | 3 = Neutral | 4 = Agree | 5 = Strongly agree | 0 = Not applicable".to_owned(), "agreement 1-5: ? ? ? ? ? -"),
        ("Accueil", "1 = Très satisfait | 2 = Satisfait | 3 = Peu satisfait | 4 = Pas du tout satisfait | 0 = Non concerné".to_owned(), "custom 1-4 reversed: ? ? ? ? -"),
        ("Repas", "1. Mauvais | 2. Passable | 3. Bien | 4. Très bien".to_owned(), "custom 1-4: ? ? ? ?"),
    ] {
        assert_eq!(understood(header, &cells(&labels), 40), expected, "{header}: {labels}");
    }
}

#[test]
fn ratings_that_say_their_end_are_some_below_any_header() {
    for (header, labels, expected) in [
        ("Bulles", "3 of 5 bubbles | 1 of 5 bubbles | 5 of 5 bubbles | 4 of 5 bubbles", "csat 1-5"),
        (
            "X",
            "Rated 3 stars out of five stars | Rated 5 stars out of five stars | Rated 1 stars out of five stars",
            "csat 1-5",
        ),
        ("X", "3 étoiles sur 5 | 1 étoiles sur 5 | 5 étoiles sur 5", "csat 1-5"),
        ("X", "7 sur 10 | 9 sur 10 | 2 sur 10", "custom 0-10"),
        ("X", "Score: 4 | Score: 2 | Score: 5 | Score: 1", "csat 1-5"),
        ("X", "Note : 4/5 | Note : 3/5 | Note : 1/5", "csat 1-5"),
        ("Nombre d'étoiles", "★★★☆☆ | ★★★★★ | ★☆☆☆☆", "csat 1-5"),
        ("Nombre d'étoiles", "3 | 5 | 1 | 4", "csat 1-5"),
    ] {
        let (_, mapping) = table(header, &cells(labels), 40);
        let found: Vec<String> = mapping.ratings.iter().map(named).collect();
        assert_eq!(found, [expected], "{header}: {labels}");
    }
    for (header, labels) in
        [("Points", "3 points | 5 points | 8 points"), ("Nombre de lits", "1 | 2 | 3 | 4")]
    {
        assert!(table(header, &cells(labels), 40).1.ratings.is_empty(), "{header}: {labels}");
    }
}

#[test]
fn an_answer_of_another_end_is_none_and_a_doubt() {
    let (table, mapping) =
        table("Note", &["8,3/10", "4/5", "9/10", "2/10", "6.5/10", "7/10", "45/100", "4,5/10"], 40);
    let rating = &mapping.ratings[0];
    let silent: Vec<&str> = rating.meanings.iter().map(|meaning| meaning.cell.as_str()).collect();
    assert_eq!((rating.scale.ends(), silent), ((0.0, 10.0), vec!["4/5", "45/100"]));
    let found = doubts(&table, &mapping).into_iter().find(|doubt| doubt.kind == DoubtKind::Scale).unwrap();
    let [Reading::Rating(first), Reading::Rating(second)] = &found.readings[..] else { panic!("{found:?}") };
    assert_eq!(first, rating);
    assert!(second.scale.ends() != rating.scale.ends() && second.meanings.len() > 2, "{second:?}");
    let report = read(&table, &mapping, &Project::default()).report;
    assert_eq!((report.unanswered, report.warnings.len()), (10, 0));
}

#[test]
fn a_code_with_a_sign_silences_no_answer_without() {
    let (table, mapping) = table("Satisfaction", &["1", "2", "3", "4", "5", "-1"], 60);
    assert_eq!(mapping.ratings[0].scale, Scale::CSAT);
    assert_eq!(read(&table, &mapping, &Project::default()).report.unanswered, 10);
}

#[test]
fn a_recommendation_in_two_numbers_is_yes_or_no() {
    for (header, cells, ends) in [
        ("Recommended IND", ["0", "1"], (0.0, 1.0)),
        ("Recommanderiez-vous l'agence ?", ["1", "2"], (1.0, 2.0)),
        ("Recommanderiez-vous l'agence ?", ["0", "10"], (0.0, 10.0)),
    ] {
        let (table, mapping) = table(header, &cells, 40);
        let [rating] = &mapping.ratings[..] else { panic!("{header}: {mapping:?}") };
        assert_eq!(rating.scale.ends(), ends, "{header}");
        // Who gives it may still mean 0 to 10.
        assert_eq!(doubts(&table, &mapping).len(), usize::from(ends.1 < 10.0), "{header}");
    }
}

#[test]
fn an_average_beside_the_answers_is_none_of_them() {
    let rows = |headers: &str| {
        (0..40).fold(format!("{headers};Commentaire\n"), |text, at| {
            format!("{text}7,{};{};Le dossier numéro {at} a bien avancé depuis mardi\n", at % 3, at % 11)
        })
    };
    for (headers, expected) in [
        ("Average_Score;Reviewer_Score", vec![1]),
        ("Note moyenne;Note", vec![1]),
        ("Note moyenne;Étage", vec![0]),
        ("Satisfaction sur le temps d'attente moyen au guichet;Note", vec![0, 1]),
    ] {
        let (table, _) = open(rows(headers), Options::default()).unwrap();
        let ratings: Vec<usize> = mapping(&table).ratings.iter().map(|rating| rating.column).collect();
        assert_eq!(ratings, expected, "{headers}");
    }
}
