//! Which columns are answers, to which question, and what stands beside them.

use std::fmt::Write as _;

use reflet::import::doubt::{DoubtKind, Reading, doubts};
use reflet::import::guess::mapping;
use reflet::import::text::{Options, open};
use reflet::import::{Mapping, Table};
use reflet::model::Prompt;

const GOOD: [&str; 4] = [
    "Une dame m'a dit que j'étais le premier à l'écouter",
    "On a sauvé la commande d'un mariage in extremis",
    "Un usager est revenu me remercier avec des fleurs",
    "La machine neuve nous évite de porter des charges",
];
const BAD: [&str; 4] = [
    "Le logiciel tombe chaque lundi et personne ne vient",
    "Refaire trois fois la même saisie dans trois outils",
    "Annoncer un refus sans avoir les raisons à donner",
    "Plannings modifiés la veille pour le lendemain",
];

fn guessed(text: &str) -> (Table, Mapping) {
    let (table, _) = open(text, Options::default()).unwrap();
    let mapping = mapping(&table);
    (table, mapping)
}

/// The texts with their prompts, and in brackets what else each column in doubt may be.
fn told(text: &str) -> String {
    let (table, mapping) = guessed(text);
    let mut told: Vec<String> = mapping
        .texts
        .iter()
        .map(|text| {
            let sign = match text.prompt {
                Prompt::Positive => " +",
                Prompt::Negative => " -",
                _ => "",
            };
            format!("{}{sign}", table.names()[text.column])
        })
        .collect();
    for doubt in doubts(&table, &mapping).iter().filter(|doubt| doubt.kind == DoubtKind::Text) {
        let readings = doubt.readings.iter().map(|reading| match reading {
            Reading::Text(_) => "text",
            Reading::LeftOut(_) => "out",
            Reading::Segment(_) => "group",
            _ => "else",
        });
        let name = doubt.column.map_or("", |column| table.names()[column].as_str());
        told.push(format!("[{name}: {}]", readings.collect::<Vec<_>>().join("|")));
    }
    told.join(", ")
}

/// Two questions that sixty people were asked, of whom four say something to each.
fn two(headers: &str, fillers: [&str; 3]) -> String {
    let mut text = format!("Site;{headers}\n");
    for row in 0..60 {
        let said = |answers: [&'static str; 4], by: usize| {
            if (row + by).is_multiple_of(15) {
                answers[(row + by) / 15 % 4]
            } else {
                fillers[(row * 7 + by) % 3]
            }
        };
        let _ = writeln!(text, "{};{};{}", ["Nord", "Sud"][row % 2], said(GOOD, 0), said(BAD, 4));
    }
    text
}

#[test]
fn both_of_two_questions_are_texts_whatever_most_people_leave_there() {
    for (headers, texts) in [
        ("Ce qui marche;Ce qui bloque", "Ce qui marche +, Ce qui bloque -"),
        ("Highlight;Lowlight", "Highlight +, Lowlight -"),
        ("Good;Bad", "Good +, Bad -"),
        ("Une réussite;Un échec", "Une réussite +, Un échec -"),
        ("Kudos;Gripes", "Kudos +, Gripes -"),
        ("Moment de joie;Moment de peine", "Moment de joie +, Moment de peine -"),
        ("Moment fort;Moment difficile", "Moment fort +, Moment difficile -"),
    ] {
        for fillers in [
            ["RAS", "voir mon chef", "tout va bien"],
            ["too soon to say", "none", "new here"],
            ["Yes", "No", "no comment"],
            ["pas encore", "trop tôt pour le dire", "nouveau dans le poste"],
            ["0", "x", "/"],
        ] {
            let told = told(&two(headers, fillers));
            assert!(told.starts_with(texts), "{headers} {fillers:?}: {told}");
            assert_eq!(guessed(&two(headers, fillers)).1.moment, None, "{headers}");
        }
    }
}

#[test]
fn two_questions_whose_answers_are_chosen_are_groups_and_doubtful() {
    let mut text = "Site;Best service;Worst service;Commentaire\n".to_owned();
    for row in 0..60 {
        let choice = |by: usize| ["Café", "Boutique", "Billetterie", "Vestiaire"][(row * 7 + by) % 4];
        let _ = writeln!(text, "Nord;{};{};{} numéro {row}", choice(0), choice(1), GOOD[row % 4]);
    }
    let (_, mapping) = guessed(&text);
    assert_eq!(mapping.texts.iter().map(|text| text.column).collect::<Vec<_>>(), [3]);
}

#[test]
fn a_column_of_moments_codes_answers() {
    let mut text = "verbatim;Moment vécu\n".to_owned();
    for row in 0..40 {
        let _ = writeln!(text, "{} numéro {row};{}", GOOD[row % 4], ["Accueil", "Appel", "Visite"][row % 3]);
    }
    assert_eq!(guessed(&text).1.moment, Some(1));
}

/// Thirty answers and what somebody else wrote below that header.
fn beside(header: &str) -> String {
    let mut text = format!("n;Commentaire du client;{header}\n");
    for row in 0..30 {
        let _ =
            writeln!(text, "{row};{} ({row});Courrier {row} adressé au demandeur le jour même", BAD[row % 4]);
    }
    text
}

#[test]
fn what_a_company_wrote_is_left_out_and_doubtful() {
    for header in
        ["traitement", "Retour du bailleur", "Action taken", "AI summary", "Observations du service"]
    {
        let expected = format!("Commentaire du client, [{header}: out|text]");
        assert_eq!(told(&beside(header)), expected);
        let mut alone = format!("n;{header}\n");
        for row in 0..30 {
            let _ = writeln!(alone, "{row};{} ({row})", BAD[row % 4]);
        }
        assert_eq!(told(&alone), format!("{header}, [{header}: text|out]"));
    }
    for header in ["Retour client", "Remarques", "Pourquoi ?"] {
        assert_eq!(told(&beside(header)), format!("Commentaire du client, {header}"));
    }
}

#[test]
fn a_complaint_is_an_answer() {
    for header in ["reclamation", "Complaint", "Grievance", "Doléance"] {
        let told = told(&beside("traitement").replace("Commentaire du client", header));
        assert_eq!(told, format!("{header} -, [traitement: out|text]"));
    }
}

#[test]
fn questions_in_the_rows_are_prompts_whatever_their_header() {
    let rows = |header: &str, questions: [&str; 3]| {
        let mut text = format!("Participant;{header};Contenu\n");
        for row in 0..60 {
            let _ = writeln!(text, "P{};{};{} ({row})", row / 3, questions[row % 3], BAD[row % 4]);
        }
        guessed(&text).1.prompt
    };
    let asked =
        ["Qu'est-ce qui vous a plu ici ?", "Qu'est-ce qui vous a déçu ici ?", "Une suggestion pour nous ?"];
    for header in ["Libellé", "Énoncé", "item", "Question posée", "Q"] {
        assert_eq!(rows(header, asked), Some(1), "{header}");
    }
    assert_eq!(rows("Objet", ["Where is my order?", "How do I cancel?", "Can I change my plan?"]), None);
    assert_eq!(rows("Site", ["Gare du Nord", "Gare de Lyon", "Gare de l'Est"]), None);
}

#[test]
fn one_word_by_all_to_a_question_is_doubtful() {
    let mut text = "How was the exhibition?;How was the gift shop?\n".to_owned();
    for row in 0..30 {
        let _ = writeln!(text, "{} ({row});fine", GOOD[row % 4]);
    }
    assert_eq!(told(&text), "How was the exhibition?, [How was the gift shop?: out|text|group]");
}
