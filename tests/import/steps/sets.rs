//! Which sets of words are steps, and which are groups or texts.

use super::{cells, table, understood};

#[test]
fn groups_habits_and_verbatims_are_no_steps() {
    for (header, labels) in [
        ("How often do you come?", "Every day | Once a week | Once a month | Never"),
        ("Fréquence de visite", "Tous les jours | Une fois par semaine | Une fois par mois | Jamais"),
        ("Séjour", "Court | Moyen | Long"),
        ("Pace", "Too short | About right | Too long"),
        ("Sentiment", "Negative | Neutral | Positive"),
        ("Tonalité", "Négatif | Neutre | Positif"),
        ("Kind", "Good | Bad"),
        ("Team", "ONE | TWO | THREE"),
        ("Bâtiment", "A | B | C | D"),
        ("Magasin", "Bien Chez Soi | Au Mieux | Le Bon Coin | La Moyenne Surface"),
        ("Shop", "Better Homes | Far Above | The Usual | Meets"),
        ("Change", "More | Less | Same"),
        ("Client", "Oui | Non"),
    ] {
        assert_eq!(understood(header, &cells(labels), 40), "group", "{header}: {labels}");
    }
    let texts =
        ["Très satisfait du conseil", "Bien", "Mieux qu'ailleurs", "Jamais vu ça", "Assez long mais correct"];
    let (_, mapping) = table("Votre avis", &texts, 40);
    assert!(mapping.ratings.is_empty(), "{mapping:?}");
}

#[test]
fn initials_are_steps_in_whole_sets() {
    for (header, cells, lowest, top) in [
        ("Staff morale", &["SA", "A", "N", "D", "SD"][..], "SD", 5.0),
        ("Professional Development", &["SA", "A", "D", "SD", ""], "SD", 4.0),
        ("Pay", &["VS", "S", "N", "D", "VD"], "VD", 5.0),
        ("Restauration", &["TS", "S", "PS", "PTS"], "PTS", 4.0),
        ("Restauration", &["TS", "S", "I", "TI", "NSP"], "TI", 4.0),
    ] {
        let (_, mapping) = table(header, cells, 40);
        let [rating] = &mapping.ratings[..] else { panic!("{header} {cells:?}: {mapping:?}") };
        let first = rating.meanings.iter().find(|meaning| meaning.value == Some(1.0));
        assert_eq!((first.map(|m| m.cell.as_str()), rating.scale.ends().1), (Some(lowest), top), "{cells:?}");
    }
    for cells in [&["A", "N", "D"][..], &["SA", "NSW", "VIC", "QLD"], &["S", "M", "L", "XL"]] {
        let (_, mapping) = table("Code", cells, 40);
        assert_eq!((mapping.ratings.len(), mapping.segments.len()), (0, 1), "{cells:?}");
    }
}

#[test]
fn yes_no_and_maybe_are_steps_below_a_question() {
    for (header, ratings) in [
        ("Would you come back?", 1),
        ("Reviendriez-vous ?", 1),
        ("Recommande", 1),
        ("mental_health_consequence", 0),
        ("Télétravail", 0),
    ] {
        let (_, mapping) = table(header, &["Yes", "No", "Maybe"], 40);
        assert_eq!((mapping.ratings.len(), mapping.segments.len()), (ratings, 1 - ratings), "{header}");
    }
}
