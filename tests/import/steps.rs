//! Steps in words, faces, letters, stars and labelled numbers: which number each becomes, and which cells are none.

use reflet::import::doubt::{DoubtKind, Reading, doubts};
use reflet::import::guess::mapping;
use reflet::import::text::{Options, open};
use reflet::import::{Mapping, RatingColumn, Table, read, scale};
use reflet::model::{Project, Scale};

/// A table of so many rows: one column under that header, whose cells take turns, and a text.
fn table(header: &str, cells: &[&str], rows: usize) -> (Table, Mapping) {
    let text = (0..rows).fold(format!("{header};Commentaire\n"), |text, at| {
        let cell = cells[(at * 7 + at / cells.len()) % cells.len()];
        format!("{text}{cell};Le dossier numéro {at} a bien avancé depuis mardi\n")
    });
    let (table, _) = open(text, Options::default()).unwrap();
    let mapping = mapping(&table);
    (table, mapping)
}

fn named(rating: &RatingColumn) -> String {
    let (low, high) = rating.scale.ends();
    let up = if rating.scale.is_reversed() { " reversed" } else { "" };
    format!("{} {low}-{high}{up}", scale::id(rating.scale.kind))
}

/// What a column is understood as: its scale, and the value of each of these cells; "group" where it is no rating.
fn understood(header: &str, cells: &[&str], rows: usize) -> String {
    let (_, mapping) = table(header, cells, rows);
    let Some(rating) = mapping.ratings.first() else { return "group".to_owned() };
    let value = |cell: &&str| match rating.meanings.iter().find(|meaning| meaning.cell == *cell) {
        Some(meaning) => meaning.value.map_or("-".to_owned(), |value| value.to_string()),
        None => "?".to_owned(),
    };
    format!("{}: {}", named(rating), cells.iter().map(value).collect::<Vec<_>>().join(" "))
}

fn cells(labels: &str) -> Vec<&str> {
    labels.split(" | ").collect()
}

/// The labels of each scale stand from the worst to the best.
fn are_steps(scales: &[(&str, &str, &str)]) {
    for (header, labels, expected) in scales {
        let labels = cells(labels);
        let values: Vec<String> = (1..=labels.len()).map(|place| place.to_string()).collect();
        let expected = format!("{expected} 1-{}: {}", labels.len(), values.join(" "));
        assert_eq!(understood(header, &labels, 40), expected, "{header}: {labels:?}");
    }
}

#[test]
fn how_much_goes_from_nothing_on() {
    are_steps(&[
        (
            "Renewal",
            "Not at all likely | Slightly likely | Moderately likely | Very likely | Extremely likely",
            "custom",
        ),
        ("Ease", "Not at all easy | Slightly easy | Moderately easy | Very easy | Extremely easy", "custom"),
        (
            "Help",
            "Not at all helpful | Slightly helpful | Moderately helpful | Very helpful | Extremely helpful",
            "custom",
        ),
        ("Use", "Not useful | A little useful | Somewhat useful | Quite useful | Very useful", "custom"),
        (
            "Bill",
            "Not at all clear | Slightly clear | Moderately clear | Very clear | Completely clear",
            "custom",
        ),
        (
            "Visit",
            "Not at all satisfied | Slightly satisfied | Moderately satisfied | Very satisfied | Completely satisfied",
            "csat",
        ),
        ("Visit", "Not at all | Slightly | Moderately | Very | Extremely satisfied", "csat"),
        ("Facilité", "Pas du tout facile | Un peu facile | Moyennement facile | Très facile", "custom"),
        ("Utilité", "Pas du tout utile | Un peu utile | Moyennement utile | Très utile", "custom"),
        ("Vous a-t-on écouté ?", "Pas du tout | Un peu | Assez | Beaucoup | Énormément", "custom"),
        ("Did it help?", "Not at all | A little | Somewhat | Quite a bit | Very much", "custom"),
        ("Did it help?", "Not at all | Slightly | Moderately | Very | Extremely", "custom"),
        (
            "Accueil",
            "Pas du tout satisfait | Peu satisfait | Assez satisfait | Tout à fait satisfait",
            "custom",
        ),
        ("Accueil", "Pas du tout | Peu | Assez | Tout à fait", "custom"),
        (
            "Weight",
            "Not important | Slightly important | Fairly important | Important | Very important",
            "custom",
        ),
        ("Poids", "Inutile | Peu utile | Utile | Très utile | Indispensable", "custom"),
        (
            "Weight",
            "Not important at all | Of little importance | Of average importance | Very important | Absolutely essential",
            "custom",
        ),
        (
            "Mood",
            "Not at all confident | Slightly confident | Moderately confident | Very confident | Extremely confident",
            "custom",
        ),
    ]);
}

#[test]
fn all_steps_that_occur_are_all_there_are() {
    are_steps(&[
        (
            "Accueil",
            "Pas satisfait | Peu satisfait | Moyennement satisfait | Satisfait | Très satisfait",
            "csat",
        ),
        ("Accueil", "Pas satisfait | Peu satisfait | Assez satisfait | Satisfait | Très satisfait", "csat"),
        ("Repas", "Mauvais | Passable | Bien | Très bien", "custom"),
        ("Repas", "Insuffisant | Satisfaisant | Bien | Très bien", "custom"),
        ("Meals", "Bad | Poor | Fair | Good | Excellent", "custom"),
        ("Meals", "Terrible | Poor | Average | Very good | Excellent", "custom"),
    ]);
    // Few answers may have missed the lowest.
    let few = understood("Repas", &["Mauvais", "Passable", "Bien", "Très bien"], 12);
    assert_eq!(few, "custom 1-5: 2 3 4 5");
    // Whoever is satisfied or not stands on one of two sides, however many answer.
    let sides = understood("Accueil", &["Insatisfait", "Neutre", "Satisfait", "Très satisfait"], 60);
    assert_eq!(sides, "csat 1-5: 2 3 4 5");
}

#[test]
fn scales_with_a_middle_keep_it() {
    are_steps(&[
        (
            "Accueil",
            "Très insatisfait | Insatisfait | Moyennement satisfait | Satisfait | Très satisfait",
            "csat",
        ),
        (
            "Accueil",
            "Pas du tout satisfait | Peu satisfait | Moyennement satisfait | Plutôt satisfait | Très satisfait",
            "csat",
        ),
        (
            "Visit",
            "Very dissatisfied | Slightly dissatisfied | Neither satisfied nor dissatisfied | Slightly satisfied | Very satisfied",
            "csat",
        ),
        (
            "Visit",
            "Extremely dissatisfied | Somewhat dissatisfied | Neither | Somewhat satisfied | Extremely satisfied",
            "csat",
        ),
        (
            "Accueil",
            "Très insatisfait | Insatisfait | Ni l'un ni l'autre | Satisfait | Très satisfait",
            "csat",
        ),
        (
            "I feel heard",
            "Strongly disagree | Moderately disagree | Slightly disagree | Slightly agree | Moderately agree | Strongly agree",
            "agreement",
        ),
        ("Team", "Unhappy | Okay | Happy", "custom"),
        ("Accueil", "Très déçu | Déçu | Satisfait | Ravi", "custom"),
        ("Back again?", "Definitely no | Probably no | Probably yes | Definitely yes", "custom"),
        (
            "Back again?",
            "Definitely will not | Probably will not | Probably will | Definitely will",
            "custom",
        ),
        ("Plan", "Strongly oppose | Oppose | Neutral | Support | Strongly support", "custom"),
    ]);
}

#[test]
fn how_often_is_in_order() {
    are_steps(&[
        ("Free machine?", "Never | Rarely | Sometimes | Usually | Always", "custom"),
        (
            "Free machine?",
            "Never | Once in a while | About half the time | Most of the time | Every time",
            "custom",
        ),
        ("Free machine?", "Never | Almost never | Sometimes | Almost always | Always", "custom"),
        (
            "Place libre ?",
            "Jamais | Rarement | De temps en temps | La plupart du temps | À chaque fois",
            "custom",
        ),
        ("Place libre ?", "Jamais | Parfois | Généralement | Toujours", "custom"),
        ("Place libre ?", "Jamais | Rarement | Parfois | Habituellement | Systématiquement", "custom"),
    ]);
}

#[test]
fn comparisons_and_grades_are_in_order() {
    are_steps(&[
        (
            "Service",
            "Far below expectations | Below expectations | Meets expectations | Exceeds expectations | Far above expectations",
            "custom",
        ),
        (
            "Service",
            "Does not meet expectations | Partially meets expectations | Meets expectations | Exceeds expectations",
            "custom",
        ),
        (
            "Séjour",
            "En dessous de mes attentes | Conforme à mes attentes | Au-dessus de mes attentes",
            "custom",
        ),
        ("Séjour", "Bien en dessous | En dessous | Conforme | Au-dessus | Bien au-dessus", "custom"),
        ("Work", "Unacceptable | Needs improvement | Acceptable | Good | Outstanding", "custom"),
        ("Work", "Unsatisfactory | Needs improvement | Satisfactory | Good | Exceptional", "custom"),
        (
            "Work",
            "Much worse than expected | Worse than expected | As expected | Better than expected | Much better than expected",
            "custom",
        ),
        (
            "Depuis",
            "Bien moins bon | Un peu moins bon | Comparable | Un peu meilleur | Bien meilleur",
            "custom",
        ),
        (
            "Séjour",
            "Bien en dessous de mes attentes | En dessous de mes attentes | Conforme à mes attentes | Au-delà de mes attentes | Bien au-delà de mes attentes",
            "custom",
        ),
        ("Since then", "Much worse | Worse | About the same | Better | Much better", "custom"),
        ("Depuis", "Bien pire | Pire | Pareil | Mieux | Bien mieux", "custom"),
        ("Depuis", "Nettement moins bien | Moins bien | Identique | Mieux | Nettement mieux", "custom"),
        ("Attente", "Beaucoup trop long | Trop long | Correct | Court | Très court", "custom"),
    ]);
}

#[test]
fn faces_stars_and_letters_are_in_order() {
    are_steps(&[
        ("Face", "😠 | 🙁 | 😐 | 😃 | 🤩", "csat"),
        ("Face", "😢 | 😟 | 😐 | 🙂 | 😀", "csat"),
        ("Face", "🤬 | 😕 | 😶 | 😀 | 🥰", "csat"),
        ("Face", "😞 | 😕 | 😐 | 😊 | 😄", "csat"),
        ("Face", "☹️ | 😐 | 🙂", "custom"),
        ("Face", "😡 | 😐 | 😍", "custom"),
        ("Face", "😡 | 🙁 | 🙂 | 😀", "custom"),
        ("Face", "👎 | 👍", "custom"),
        ("Vote", "Thumbs down | Thumbs up", "custom"),
        ("Eval", "* | ** | *** | **** | *****", "csat"),
        ("starRating", "ONE | TWO | THREE | FOUR | FIVE", "csat"),
        ("Grade our classes A-F", "F | D | C | B | A", "custom"),
        ("Grade our classes A-F", "F | E | D | C | B | A", "custom"),
        ("Note de A à E", "E | D | C | B | A", "custom"),
        ("Satisfaction rating", "Bad | Good", "custom"),
        ("CSAT", "Negative | Neutral | Positive", "custom"),
        ("Note du client", "Négatif | Neutre | Positif", "custom"),
    ]);
}

#[test]
fn questions_with_other_words_are_on_scales_of_their_own() {
    let (one, two) = ("Jamais Rarement Parfois Souvent", "Jamais Rarement Parfois Généralement Toujours");
    let (one, two): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), two.split(' ').collect());
    let text = (0..40).fold("Place libre ?;Bon accueil ?;Avis\n".to_owned(), |text, at| {
        format!("{text}{};{};Le dossier numéro {at} avance depuis mardi\n", one[at % 4], two[at % 5])
    });
    let (table, _) = open(text, Options::default()).unwrap();
    assert_eq!(mapping(&table).ratings.iter().map(named).collect::<Vec<_>>(), ["custom 1-4", "custom 1-5"]);
}

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

/// Two ratings and how often something happened, which goes with them or against them.
fn beside_ratings(often: [&str; 5], header: &str) -> Vec<DoubtKind> {
    let satisfied = ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"];
    let text = (0..40).fold(format!("{header};Care (1-5);Staff;Comment\n"), |text, at| {
        let (mood, other) = (at * 7 % 5, (at * 7 + usize::from(at % 9 == 0)) % 5);
        format!(
            "{text}{};{};{};They called back on day {at} at last\n",
            often[mood],
            other + 1,
            satisfied[mood]
        )
    });
    let (table, _) = open(text, Options::default()).unwrap();
    let mapping = mapping(&table);
    assert_eq!(mapping.ratings.len(), 3);
    let doubts = doubts(&table, &mapping);
    assert!(doubts.iter().all(|doubt| doubt.column == Some(0)), "{doubts:?}");
    doubts.iter().map(|doubt| doubt.kind).collect()
}

#[test]
fn how_often_one_waited_goes_against_how_satisfied_one_is() {
    let mut often = ["Never", "Rarely", "Sometimes", "Often", "Always"];
    assert_eq!(beside_ratings(often, "How often were you told what comes next?"), []);
    often.reverse();
    assert_eq!(beside_ratings(often, "How often did you wait over an hour?"), [DoubtKind::Direction]);
    let mut agree = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"];
    agree.reverse();
    // Who agrees says so, whatever else is true.
    assert_eq!(beside_ratings(agree, "The wait was long"), []);
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

#[test]
fn who_agrees_with_something_bad_is_not_best_off() {
    const AGREEMENT: [&str; 5] = [
        "Pas du tout d'accord",
        "Plutôt pas d'accord",
        "Plutôt d'accord",
        "Tout à fait d'accord",
        "Ni d'accord ni pas d'accord",
    ];
    const OFTEN: [&str; 4] = ["Jamais", "Parfois", "Souvent", "Toujours"];
    for (header, cells, reversed, in_doubt) in [
        ("Je me sens débordé par mon travail", &AGREEMENT[..], true, true),
        ("Il est difficile de vous joindre", &AGREEMENT, true, true),
        ("Je compte changer de fournisseur", &AGREEMENT, true, true),
        ("My boss micromanages me", &AGREEMENT, true, true),
        ("I intend to look for another job", &AGREEMENT, true, true),
        ("Je ne suis pas débordé", &AGREEMENT, false, false),
        ("Je suis fier de mon travail", &AGREEMENT, false, false),
        ("On me donne les moyens de gérer mon stress", &AGREEMENT, false, false),
        ("À quelle fréquence vous sentez-vous débordé ?", &OFTEN, true, true),
        ("How often did you have to wait?", &OFTEN, true, true),
        ("How often do you feel proud of your work?", &OFTEN, false, false),
        // Nobody knows whether that is good.
        ("À quelle fréquence travaillez-vous le samedi ?", &OFTEN, false, true),
    ] {
        let (table, mapping) = table(header, cells, 60);
        let [rating] = &mapping.ratings[..] else { panic!("{header}: {mapping:?}") };
        let found = doubts(&table, &mapping);
        let is_doubtful = found.iter().any(|doubt| doubt.kind == DoubtKind::Direction);
        assert_eq!((rating.scale.is_reversed(), is_doubtful), (reversed, in_doubt), "{header}: {found:?}");
    }
}
