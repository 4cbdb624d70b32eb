//! Questions where several answers may be ticked.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use reflet::analysis::{Filter, mirror};
use reflet::command::Command;
use reflet::import::text::{Options, open};
use reflet::import::{Issue, Mapping, Segment, Table, guess, read};
use reflet::model::{Project, Values};
use reflet::session::Session;

fn guessed(text: &str) -> (Table, Mapping) {
    let (table, _) = open(text, Options::default()).unwrap();
    let mapping = guess::mapping(&table);
    (table, mapping)
}

/// How many responses have each value of an attribute.
fn counts(project: &Project, attribute: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for value in project.responses.values().filter_map(|r| r.segments.get(attribute)).flat_map(Values::all) {
        *counts.entry(value.clone()).or_default() += 1;
    }
    counts
}

fn imported(table: &Table, mapping: &Mapping) -> Session {
    let mut session = Session::default();
    session.apply(Command::Import(read(table, mapping, &Project::default()).imported)).unwrap();
    session
}

/// Counted by hand in the file: how often each choice is ticked.
fn few(attribute: &str, text: &str, expected: &[(&str, usize)]) {
    let (table, mapping) = guessed(text);
    let session = imported(&table, &mapping);
    let expected: BTreeMap<String, usize> = expected.iter().map(|(k, v)| ((*k).to_owned(), *v)).collect();
    assert_eq!(counts(session.project(), attribute), expected, "{:?}", mapping.segments);
    // Again, nothing is new.
    let again = read(&table, &mapping, session.project()).report;
    assert_eq!((again.duplicate, again.kept, again.warnings.as_slice()), (table.rows(), 0, [].as_slice()));
}

#[test]
fn choices_in_one_cell_are_found_from_the_whole_column() {
    let commas = include_str!("../corpus/text/choices-in-one-cell-commas.csv");
    let [shop, phone, web, letter] =
        ["Shop", "Phone (hotline, call back)", "Web site, app included", "Letter"];
    few("Which channels did you use?", commas, &[(shop, 19), (phone, 19), (web, 19), (letter, 15)]);
    let semicolons = include_str!("../corpus/text/choices-in-one-cell-semicolons.csv");
    let counts = [("Agence", 20), ("Courrier", 16), ("Site web", 19), ("Téléphone", 17)];
    few("Quels canaux avez-vous utilisés ?", semicolons, &counts);
}

/// Rows below a header, each with a number and an answer of its own.
fn rows(header: &str, cells: &[&str]) -> String {
    let quoted = |cell: &str| format!("\"{cell}\"");
    let rows = cells.iter().enumerate().map(|(at, cell)| {
        format!("{at},{},\"J'ai été reçu au guichet numéro {at}, et plutôt bien\"\n", quoted(cell))
    });
    format!("id,{},Racontez-nous\n{}", quoted(header), rows.collect::<String>())
}

#[test]
fn lists_of_choices_whatever_divides_them() {
    let cells = ["Bus", "Bus#Train", "Train#Vélo", "Vélo", "Bus#Vélo", "Train", "Bus#Train#Vélo", ""];
    for mark in ["; ", ";", " | ", "|", "\n", ", ", ","] {
        let cells = cells.map(|cell| cell.replace('#', mark));
        let text = rows("Transports", &cells.each_ref().map(String::as_str));
        few("Transports", &text, &[("Bus", 4), ("Train", 4), ("Vélo", 4)]);
    }
    let closed = cells.map(|cell| if cell.is_empty() { String::new() } else { cell.replace('#', ";") + ";" });
    let text = rows("Transports", &closed.each_ref().map(String::as_str));
    few("Transports", &text, &[("Bus", 4), ("Train", 4), ("Vélo", 4)]);
}

#[test]
fn a_choice_keeps_its_own_commas() {
    // A part in small letters continues what stands before it, wherever that stands without it.
    let cells = [
        "Web",
        "Web, from home",
        "Web, from home, Shop",
        "Shop",
        "Web, Shop",
        "Shop",
        "Web",
        "Web, from home",
    ];
    few("Places", &rows("Places", &cells), &[("Shop", 4), ("Web", 3), ("Web, from home", 3)]);
    // Where all choices are in small letters nothing follows from them.
    let cells =
        ["web", "web, shop", "shop", "web", "web, shop, letter", "letter", "shop, letter", "web, letter"];
    few("places", &rows("places", &cells), &[("letter", 4), ("shop", 4), ("web", 5)]);
    // What somebody typed beside the choices stays as it was typed.
    let mut cells = ["Shop", "Phone", "Phone, Letter", "Shop, Letter", "Letter"].repeat(4);
    cells.push("Shop, My cousin, who works there");
    let typed = "My cousin, who works there";
    few("Ways", &rows("Ways", &cells), &[("Letter", 12), ("Phone", 8), ("Shop", 9), (typed, 1)]);
}

#[test]
fn what_is_no_list_of_choices_stays_one_value() {
    let towns =
        ["Paris, France", "Lyon, France", "Paris, France", "London, UK", "Lyon, France", "London, UK"];
    let with_alone = [towns.as_slice(), &["Paris", "Monaco, Monaco"]].concat();
    let names =
        ["Dupont, Jean", "Martin, Paul", "Dupont, Jean", "Martin, Paul", "Durand, Anne", "Durand, Anne"];
    let often =
        ["Oui, toujours", "Oui, parfois", "Non", "Oui, toujours", "Oui, parfois", "Non, jamais", "Non"];
    let numbers = ["3,5", "4", "3,5", "4,5", "4", "3", "4,5", "3"];
    let lists = ["1, 2", "2", "1, 2, 3", "3", "2, 3", "1", "1, 3", "2"];
    let days = ["March 3, 2025", "March 4, 2025", "March 3, 2025", "March 4, 2025"];
    let prose = [
        "RAS",
        "RAS",
        "Bien, merci",
        "Accueil, délais, prix",
        "RAS",
        "Trop long, hélas",
        "Rien",
        "RAS",
        "Une heure d'attente, personne au comptoir",
        "Néant",
        "RAS",
        "Bien",
    ];
    let paths = ["Nord | Lille", "Nord | Roubaix", "Sud | Nice", "Nord | Lille", "Sud | Nice", "Sud"];
    for cells in [&towns[..], &with_alone, &names, &often, &numbers, &lists, &days, &prose, &paths] {
        let (table, mapping) = guessed(&rows("Colonne", &cells.repeat(3)));
        let several = mapping.segments.iter().filter(|segment| !segment.choices(&table).is_empty());
        assert_eq!(several.count(), 0, "{cells:?} {:?}", mapping.segments);
    }
    // A header that asks for words is believed, unless it lets people tick.
    let cells =
        ["Accueil", "Prix", "Accueil, Prix", "Prix, Choix", "Choix", "Accueil, Choix", "Prix", "Choix"];
    let segments = |header| guessed(&rows(header, &cells)).1.segments;
    assert!(!matches!(segments("Points forts")[..], [Segment::Cells { .. }]));
    assert!(matches!(segments("Points forts (plusieurs réponses possibles)")[..], [Segment::Cells { .. }]));
}

/// A table of a question over columns; `columns` are headers, each with its cells.
fn over(columns: &[(&str, [&str; 5])]) -> String {
    let line = |cells: Vec<String>| format!("{}\n", cells.join(","));
    let quoted = |(header, _): &(&str, [&str; 5])| format!("\"{header}\"");
    let around =
        |first: String, cells: Vec<String>, last: String| line([vec![first], cells, vec![last]].concat());
    let headers = columns.iter().map(quoted).collect();
    let mut text = around("n°".to_owned(), headers, "Racontez-nous".to_owned());
    for row in 0..5 {
        let cells = columns.iter().map(|(_, cells)| cells[row].to_owned()).collect();
        let answer = format!("J'ai été reçu au guichet numéro {row} et plutôt bien");
        text.push_str(&around(row.to_string(), cells, answer));
    }
    text
}

#[test]
fn a_question_over_columns_is_one_attribute() {
    for (name, headers) in [
        ("Canaux", ["Canaux [Agence]", "Canaux [Site web]", "Canaux [Tél.]"]),
        ("Canaux ?", ["Canaux ? [Agence]", "Canaux ? [Site web]", "Canaux ? [Tél.]"]),
        ("Canaux", ["Canaux : Agence", "Canaux : Site web", "Canaux : Tél."]),
        ("Channels", ["Channels: Agence", "Channels: Site web", "Channels: Tél."]),
        ("Channels", ["Channels - Agence", "Channels - Site web", "Channels - Tél."]),
        ("Canaux", ["Canaux / Agence", "Canaux / Site web", "Canaux / Tél."]),
        ("canal", ["canal.Agence", "canal.Site web", "canal.Tél."]),
        ("canal", ["canal_Agence", "canal_Site web", "canal_Tél."]),
        ("Canaux", ["Canaux (Agence)", "Canaux (Site web)", "Canaux (Tél.)"]),
        (
            "Which ?",
            ["Q2[SQ001]. Which ? [Agence]", "Q2[SQ002]. Which ? [Site web]", "Q2[SQ003]. Which ? [Tél.]"],
        ),
    ] {
        for (yes, no) in [
            ("Oui", "Non"),
            ("yes", "no"),
            ("1", "0"),
            ("x", ""),
            ("1", ""),
            ("VRAI", "FAUX"),
            ("TRUE", "FALSE"),
            ("Checked", "Unchecked"),
            ("Coché", "Non coché"),
        ] {
            let columns = [
                (headers[0], [yes, no, yes, no, yes]),
                (headers[1], [yes, yes, no, no, yes]),
                (headers[2], [no, no, no, no, yes]),
            ];
            few(name, &over(&columns), &[("Agence", 3), ("Site web", 3), ("Tél.", 1)]);
        }
        // Each choice by its own name.
        let columns = [
            (headers[0], ["Agence", "", "Agence", "", "Agence"]),
            (headers[1], ["Site web", "Site web", "", "", "Site web"]),
            (headers[2], ["", "", "", "", "Tél."]),
        ];
        few(name, &over(&columns), &[("Agence", 3), ("Site web", 3), ("Tél.", 1)]);
    }
}

#[test]
fn what_else_people_wrote_is_a_text() {
    for other in ["Canaux [Autre : préciser]", "Canaux [Other (please specify)]", "Canaux [Autre]"] {
        let columns = [
            ("Canaux [Agence]", ["1", "0", "1", "", "1"]),
            ("Canaux [Site web]", ["1", "1", "0", "", "0"]),
            (other, ["", "", "par un voisin", "", ""]),
        ];
        let (table, mapping) = guessed(&over(&columns));
        assert_eq!(mapping.segments[0].choices(&table), ["Agence", "Site web"]);
        let texts: Vec<&str> = mapping.texts.iter().map(|text| table.names()[text.column].as_str()).collect();
        assert_eq!(texts, ["Racontez-nous", other]);
    }
    // Ticked and not told, it is a choice.
    let columns =
        [("Canaux [Agence]", ["1", "0", "1", "0", "1"]), ("Canaux [Autre]", ["0", "0", "1", "0", "0"])];
    few("Canaux", &over(&columns), &[("Agence", 3), ("Autre", 1)]);
}

#[test]
fn columns_of_no_question_are_no_choices() {
    for columns in [
        [("Note [Accueil]", ["1", "5", "3", "2", "1"]), ("Note [Prix]", ["4", "5", "3", "2", "1"])],
        [
            ("Avis [Accueil]", ["Bien", "Mal", "Bien", "Bien", "Mal"]),
            ("Avis [Prix]", ["Mal", "Mal", "Bien", "Bien", "Mal"]),
        ],
        [("Client", ["Oui", "Non", "Oui", "Non", "Non"]), ("Membre", ["Oui", "Non", "Oui", "Non", "Non"])],
    ] {
        let (table, mapping) = guessed(&over(&columns));
        assert!(mapping.segments.iter().all(|s| s.choices(&table).is_empty()), "{:?}", mapping.segments);
    }
}

#[test]
fn a_cell_that_says_neither_is_told() {
    let columns = |cell| [("C [A]", ["1", "0", "1", "0", "1"]), ("C [B]", ["0", "1", cell, "0", "0"])];
    let (_, mapping) = guessed(&over(&columns("0")));
    let (other, _) = open(over(&columns("peut-être")).as_str(), Options::default()).unwrap();
    let report = read(&other, &mapping, &Project::default()).report;
    assert_eq!(report.warnings.iter().map(|w| w.issue).collect::<Vec<_>>(), [Issue::TickUnreadable]);
    assert_eq!(report.kept, 5);
}

/// A row is known again whatever the order of its columns, and whether its choices are one attribute or not.
#[test]
fn a_row_with_choices_is_known_again() {
    let shop = ("Canaux [Agence]", ["1", "0", "1", "", "1"]);
    let web = ("Canaux [Site web]", ["1", "1", "0", "", "0"]);
    let [one, other] = [[shop, web], [web, shop]].map(|columns| over(&columns).replace("n°", "x"));
    let (table, mapping) = guessed(&one);
    let mapping = Mapping { id: None, respondent: None, ..mapping };
    let session = imported(&table, &mapping);
    let (table, mapping) = guessed(&other);
    let mapping = Mapping { id: None, respondent: None, ..mapping };
    assert_eq!(read(&table, &mapping, session.project()).report.duplicate, 5);
    let written = mapping.segments.iter().flat_map(Segment::columns).map(Segment::Column).collect();
    let report = read(&table, &Mapping { segments: written, ..mapping }, session.project()).report;
    assert_eq!((report.duplicate, report.kept), (5, 0));
}

/// By hand: of five clients three use the shop and three the site, two of them both; nobody counts twice.
#[test]
fn a_filter_holds_whoever_ticked_its_value() {
    let columns = [
        ("Canaux [Agence]", ["Oui", "Non", "Oui", "Non", "Oui"]),
        ("Canaux [Site web]", ["Oui", "Oui", "Non", "Non", "Oui"]),
    ];
    let (table, mapping) = guessed(&over(&columns));
    let session = imported(&table, &mapping);
    let verbatims = |value: &str| {
        let filter = Filter { wave: None, segment: Some(("Canaux".to_owned(), value.to_owned())) };
        mirror(session.project(), &filter).client.verbatims
    };
    assert_eq!(["Agence", "Site web", "Tél."].map(verbatims), [3, 3, 0]);
    assert_eq!(mirror(session.project(), &Filter::default()).client.verbatims, 5);
}

/// Choices of one to three parts, each part of one choice alone, in the order of the form; some people tick one alone or
/// all, without which nobody could tell a choice from what is said beside another.
fn ticked() -> impl Strategy<Value = (Vec<Vec<String>>, Vec<Vec<bool>>)> {
    let sizes = proptest::collection::vec(1..4_usize, 2..7);
    (sizes, any::<u64>()).prop_flat_map(|(sizes, _)| {
        let mut next = 0..;
        let part = |at: usize| {
            format!("{}{}", ["Rue", "Mot", "Sac"][at % 3], ["a", "b", "c", "d", "e", "f", "g"][at / 3])
        };
        let choices: Vec<Vec<String>> =
            sizes.iter().map(|size| next.by_ref().take(*size).map(part).collect()).collect();
        let count = choices.len();
        let row = proptest::collection::vec(any::<bool>(), count);
        let alone = move |one: usize| (0..count).map(|at| at == one).collect::<Vec<bool>>();
        let rows = proptest::collection::vec(row, 1..120).prop_map(move |mut rows| {
            rows.extend((0..count).chain(0..count).map(alone));
            rows.extend(std::iter::repeat_n(vec![true; count], 3));
            rows
        });
        (Just(choices), rows)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// The people of every choice are found, and no other group of people is made.
    #[test]
    fn choices_with_commas_are_recovered((choices, rows_ticked) in ticked()) {
        let names: Vec<String> = choices.iter().map(|parts| parts.join(", ")).collect();
        let cells: Vec<String> = rows_ticked.iter().map(|row| {
            let ticked = names.iter().zip(row).filter(|(_, ticked)| **ticked);
            ticked.map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ")
        }).collect();
        let (table, mapping) = guessed(&rows("Canal", &cells.iter().map(String::as_str).collect::<Vec<_>>()));
        let outcome = read(&table, &mapping, &Project::default());
        let mut found = BTreeMap::<String, BTreeSet<usize>>::new();
        for (at, response) in outcome.imported.responses.iter().enumerate() {
            for value in response.segments.get("Canal").map_or(&[][..], Values::all) {
                found.entry(value.clone()).or_default().insert(at);
            }
        }
        let people = |choice: usize| (0..rows_ticked.len()).filter(|row| rows_ticked[*row][choice]).collect::<BTreeSet<_>>();
        let expected: BTreeSet<BTreeSet<usize>> = (0..names.len()).map(people).filter(|people| !people.is_empty()).collect();
        prop_assert_eq!(found.into_values().collect::<BTreeSet<_>>(), expected);
    }
}
