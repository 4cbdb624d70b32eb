//! Whose answers a table holds and what each question asks for, as whoever drops the file would say.

use reflet::import::guess::{Because, mapping, side_by_titles};
use reflet::import::text::{Options, open};
use reflet::import::{Mapping, SideSource};
use reflet::model::{Prompt, Side};

/// Eight rows below these headers, each cell made of its column and its row.
fn table(headers: &[&str], cell: impl Fn(usize, usize) -> String) -> String {
    let mut lines = vec![headers.join(";")];
    lines.extend((0..8).map(|row| (0..headers.len()).map(|at| cell(at, row)).collect::<Vec<_>>().join(";")));
    lines.join("\n")
}

/// How a file of that name is understood, and what says whose answers it holds.
fn understood(text: &str, name: &str) -> (Mapping, Side, Because) {
    let (table, _) = open(text, Options::default()).unwrap();
    let mut mapping = mapping(&table);
    let because = side_by_titles(&mut mapping, &table, [name.to_owned()].into_iter());
    let SideSource::Fixed(side) = mapping.side else { panic!("a column says the side") };
    (mapping, side, because)
}

fn answer(row: usize) -> String {
    let answers = [
        "La patience de chacun quand tout va vite",
        "Trop de consignes qui changent chaque matin",
        "On finit toujours par trouver une solution ensemble",
        "Le bruit du couloir pendant les rendez-vous",
    ];
    format!("{}, exemple {row}", answers[row % answers.len()])
}

#[test]
fn surveys_of_employees_are_never_taken_for_those_of_clients() {
    let steps = ["Pas d'accord", "Plutôt d'accord", "Tout à fait d'accord"];
    for (name, headers) in [
        ("enquete_managers.csv", &["code", "Les décisions sont expliquées", "Je peux donner mon avis"][..]),
        ("export.csv", &["badge", "My workload is manageable", "Site"]),
        ("export.csv", &["badge", "Which department do you belong to?", "Level"]),
        ("export.csv", &["How do you feel about working here these days?", "Site", "Level"]),
        ("export.csv", &["Emp No", "Last working day", "Reason for leaving"]),
        ("exit interviews.csv", &["Code", "Site", "Level"]),
        ("export.csv", &["I would recommend Halden as a place to work", "Site", "Level"]),
        ("export.csv", &["Je suis fier de travailler ici", "Site", "Niveau"]),
    ] {
        let headers: Vec<&str> = headers.iter().copied().chain(["Commentaire libre"]).collect();
        let text = table(&headers, |at, row| match at {
            0 if headers[0].len() < 8 => format!("{}", 100 + row),
            3 => answer(row),
            _ => steps[row % 3].to_owned(),
        });
        let (_, side, because) = understood(&text, name);
        assert!(side == Side::Employee && !because.is_unsure(), "{headers:?}: {side:?} {because:?}");
    }
}

#[test]
fn questions_in_rows_say_whom_they_are_asked_of() {
    let questions = [
        "Qu'est-ce qui vous motive dans la relation avec les clients ?",
        "Qu'est-ce qui vous décourage dans la relation avec les clients ?",
    ];
    let text = table(&["Collaborateur", "Intitulé de la question", "Réponse"], |at, row| match at {
        0 => format!("C{:02}", row / 2),
        1 => questions[row % 2].to_owned(),
        _ => answer(row),
    });
    let (mapping, side, because) = understood(&text, "export.csv");
    assert_eq!((mapping.prompt, side, because), (Some(1), Side::Employee, Because::Question(1)));
}

#[test]
fn what_contradicts_is_said_and_what_says_nothing_is_asked() {
    let of = |headers: &[&str], name: &str| {
        let last = headers.len() - 1;
        let text =
            table(headers, |at, row| if at == last { answer(row) } else { format!("{}", 500 + row * 7) });
        understood(&text, name).2
    };
    assert_eq!(of(&["order_no", "What would you tell your manager?"], "export.csv"), Because::Conflict);
    assert_eq!(of(&["Emp No", "What do you think of our shop?"], "export.csv"), Because::Conflict);
    assert_eq!(of(&["Order number", "Comment"], "enquete_managers.csv"), Because::Conflict);
    assert_eq!(
        of(&["Which department do you belong to?", "What drains you?"], "export.csv"),
        Because::Nothing
    );
    assert_eq!(of(&["employment status", "Anything to add?"], "export.csv"), Because::Nothing);
    assert_eq!(of(&["Reason for leaving", "Anything to add?"], "export.csv"), Because::Nothing);
    assert_eq!(of(&["badge", "What drains you?"], "export.csv"), Because::Nothing);
    assert_eq!(of(&["n", "Which tools do you use?"], "export.csv"), Because::Nothing);
    assert_eq!(of(&["n", "Qu'est-ce qui vous a gêné ?"], "export.csv"), Because::Nothing);
}

#[test]
fn a_question_about_products_does_not_divide_what_employees_say() {
    let headers = ["Your best moment with a customer", "What do you think of our products?"];
    let (mapping, ..) = understood(&table(&headers, |_, row| answer(row)), "export.csv");
    assert_eq!(mapping.texts.iter().map(|text| text.side).collect::<Vec<_>>(), [None, None]);
    let headers = ["Your best moment with a customer", "Your best moment with our staff"];
    let (mapping, ..) = understood(&table(&headers, |_, row| answer(row)), "export.csv");
    assert_eq!(
        mapping.texts.iter().map(|text| text.side).collect::<Vec<_>>(),
        [Some(Side::Employee), Some(Side::Client)]
    );
}

#[test]
fn both_questions_of_a_pair_come_in_though_many_wrote_nothing() {
    for (positive, negative) in [
        ("Ce qui vous donne de l'énergie au contact des assurés", "Ce qui vous pèse au contact des assurés"),
        ("J'ai apprécié", "J'ai moins apprécié"),
        ("Ce que vous retenez de bien", "Ce que vous retenez de moins bien"),
        ("Racontez un bon appel", "Racontez un mauvais appel"),
        ("Kudos", "Gripes"),
        ("VERB_SAT", "VERB_INSAT"),
        ("Q9_likes_OE", "Q10_dislikes_OE"),
        ("What suits you here?", "What doesn't suit you here?"),
    ] {
        for (silent, headers) in [(1, [positive, negative]), (2, [positive, negative])] {
            let text = table(&["Service", headers[0], headers[1]], |at, row| match at {
                0 => ["Nord", "Sud"][row % 2].to_owned(),
                at if at == silent && row != 3 => "RAS".to_owned(),
                _ => answer(row),
            });
            let (mapping, ..) = understood(&text, "export.csv");
            let texts: Vec<(usize, Prompt)> =
                mapping.texts.iter().map(|text| (text.column, text.prompt)).collect();
            assert_eq!(texts, [(1, Prompt::Positive), (2, Prompt::Negative)], "{headers:?} {silent}");
        }
    }
}
