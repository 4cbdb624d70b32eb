//! Whether the last step is the best: how often, and who agrees with what.

use reflet::import::doubt::{DoubtKind, doubts};
use reflet::import::guess::mapping;
use reflet::import::text::{Options, open};

use super::table;

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
