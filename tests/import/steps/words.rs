//! Scales in words, faces, stars and letters: the order of their steps.

use reflet::import::guess::mapping;
use reflet::import::text::{Options, open};

use super::{cells, named, understood};

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
