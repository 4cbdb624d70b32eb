//! Which column is taken for what.

use reflet::import::guess::{Because, mapping, side_by_titles};
use reflet::import::text::{Options, open};
use reflet::import::{Mapping, Problem, SideSource, Table};
use reflet::model::{Project, Prompt, ScaleKind, Side};

fn guessed(text: &str) -> (Table, Mapping) {
    let (table, _) = open(text, Options::default()).unwrap();
    let mapping = mapping(&table);
    (table, mapping)
}

/// The roles of a mapping in words.
fn roles(text: &str) -> String {
    let (table, mapping) = guessed(text);
    let name = |column: usize| table.names()[column].clone();
    let mut roles: Vec<String> = mapping
        .texts
        .iter()
        .map(|text| {
            let prompt = match text.prompt {
                Prompt::Unknown => String::new(),
                prompt => format!(":{prompt:?}"),
            };
            let side = text.side.map_or_else(String::new, |side| format!(":{side:?}"));
            format!("text={}{prompt}{side}", name(text.column))
        })
        .collect();
    roles.push(match mapping.side {
        SideSource::Fixed(side) => format!("side:{side:?}"),
        SideSource::Column { column, .. } => format!("side={}", name(column)),
    });
    let ratings = mapping.ratings.iter().map(|rating| ("rating", Some(rating.column)));
    let before = [
        ("id", mapping.id),
        ("respondent", mapping.respondent),
        ("wave", mapping.wave),
        ("date", mapping.date),
    ];
    let after = [
        ("stage", mapping.stage),
        ("moment", mapping.moment),
        ("valence", mapping.valence),
        ("effort", mapping.effort),
        ("coder", mapping.coder),
        ("prompt", mapping.prompt),
    ];
    for (role, column) in before.into_iter().chain(ratings).chain(after) {
        roles.extend(column.map(|column| format!("{role}={}", name(column))));
    }
    roles.extend(mapping.segments.iter().map(|segment| format!("segment={}", segment.name(&table))));
    roles.join(" ")
}

#[test]
fn an_identifier_is_known_however_its_name_is_written() {
    for name in
        ["id", "ID", "Id", "\u{feff}ID", " id ", "\"id \"", "\u{a0}Id", "\"\u{feff}id\"", "ID:", "_id"]
    {
        for value in ["", "r-", "2026"] {
            let rows = |row: usize| {
                format!(
                    "{value}{row:07};collaborateur;Agence {};Un accueil agréable numéro {row}, et utile.",
                    row % 7
                )
            };
            let rows: Vec<String> = (0..1_500).map(rows).collect();
            let text = format!("{name};cote;agence;verbatim\n{}\n", rows.join("\n"));
            let (_, mapping) = guessed(&text);
            assert_eq!((mapping.id, mapping.respondent), (Some(0), None), "{name} {value}");
        }
    }
}

#[test]
fn roles_by_name_and_content() {
    for (text, expected) in [
        ("Bien\nTrès long, hélas\n", "text=A side:Client"),
        ("Bien\n", "text=A side:Client"),
        ("8\n7\n", "side:Client rating=A"),
        ("Verbatims collaborateurs\nBien\n", "text=Verbatims collaborateurs side:Employee"),
        ("note;commentaire\n8;Bien\n", "text=commentaire side:Client rating=note"),
        (
            "8\tBien reçu, merci à vous\n8\tTrop long pour si peu\n5\tRien à dire\n",
            "text=B side:Client rating=A",
        ),
        (
            "N°;Date;Note /10;Votre avis\n1;12/03/2025;8;Bien\n2;13/03/2025;9;Mal\n",
            "text=Votre avis side:Client id=N° date=Date rating=Note /10",
        ),
        ("qui;texte\nclient;Bien\nemployé;Mal\n", "text=texte side=qui"),
        ("type;texte\nClients;Bien\nSalarié(e)s;Mal\n", "text=texte side=type"),
        (
            "Points forts;Points faibles\nL'accueil;Les délais\n",
            "text=Points forts:Positive text=Points faibles:Negative side:Client",
        ),
        (
            "Verbatim client;Verbatim collaborateur\nBien;Mal\n",
            "text=Verbatim client:Client text=Verbatim collaborateur:Employee side:Client",
        ),
        (
            "id;moment;valence;effort;codeur;texte\n1;Caisse;-1;2;Ana;Trop long\n",
            "text=texte side:Client id=id moment=moment valence=valence effort=effort coder=codeur",
        ),
        ("étape;moment;texte\nAchat;Caisse;Trop long\n", "text=texte side:Client stage=étape moment=moment"),
        ("id,answer\n7,yes\n7,no\n8,maybe\n", "text=answer side:Client respondent=id"),
        (
            "répondant;vague;réponse\nr1;2024;Bien\nr1;2025;Mal\n",
            "text=réponse side:Client respondent=répondant wave=vague",
        ),
        ("canal;texte\nWeb;Un\nWeb;Deux\nTel;Trois\nTel;Quatre\n", "text=texte side:Client segment=canal"),
        (
            "notes,score\nGreat people everywhere,5\nSlow but friendly staff,3\n",
            "text=notes side:Client rating=score",
        ),
        ("tonalité;texte\nplutôt bien;Un\nplutôt mal;Deux\n", "text=texte side:Client"),
        (
            "N° client;Qu'avez-vous apprécié ?;Que faut-il améliorer ?;Autre commentaire\n\
             1000;L'accueil au guichet, vraiment;L'attente du samedi matin;Merci\n\
             1001;Les conseils de la vendeuse;Le parking, trop petit;\n",
            "text=Qu'avez-vous apprécié ?:Positive text=Que faut-il améliorer ?:Negative \
             text=Autre commentaire side:Client respondent=N° client",
        ),
        (
            "texte;source\nUn accueil chaleureux et simple;Entretien client numéro un\n\
             Une attente bien trop longue;Entretien client numéro deux\n",
            "text=texte side:Client",
        ),
    ] {
        assert_eq!(roles(text), expected, "{text:?}");
    }
}

/// A table of ten rows under those headers.
fn table(headers: &str, row: impl Fn(usize) -> String) -> String {
    let rows: Vec<String> = (0..10).map(row).collect();
    format!("{headers}\n{}\n", rows.join("\n"))
}

#[test]
fn a_question_about_a_moment_is_no_moment() {
    let text = |at: usize| format!("Une cliente est revenue nous voir, fois {at}");
    let both = table("matricule;Meilleur moment avec un client;Pire moment avec un client", |at| {
        format!("M{at};{};RAS", text(at))
    });
    assert_eq!(
        roles(&both),
        "text=Meilleur moment avec un client:Positive text=Pire moment avec un client:Negative side:Employee \
         respondent=matricule"
    );
    let told = table("date;interaction", |at| format!("2026-03-0{};{}", at % 9 + 1, text(at)));
    assert_eq!(roles(&told), "text=interaction side:Client date=date");
}

#[test]
fn people_are_numbered_in_many_ways() {
    for header in [
        "agent",
        "Agent n°",
        "Conseiller n°",
        "matricule",
        "Respondent ID",
        "n° client",
        "Client n°",
        "N° d'adhérent",
        "customer no",
        "user",
        "panelist",
        "code répondant",
        "Salarié n°",
        "Employee ID",
        "code de l'agent",
        "user_id",
        "customerId",
    ] {
        let text =
            table(&format!("{header};commentaire"), |at| format!("A{at:02};Une attente de {at} heures"));
        let (_, found) = guessed(&text);
        assert_eq!(found.respondent, Some(0), "{header}");
    }
    for header in ["Adresse e-mail", "email", "E-mail Address"] {
        let respondent = |name: &dyn Fn(usize) -> String| {
            let row = |at| format!("{};Une attente de {at} heures", name(at));
            guessed(&table(&format!("{header};commentaire"), row)).1.respondent
        };
        assert_eq!(respondent(&|at| format!("p{at}@example.org")), Some(0), "{header}");
        // Nobody is told apart from anybody.
        assert_eq!(respondent(&|_| "anonymous".to_owned()), None, "{header}");
    }
}

#[test]
fn a_closed_question_says_whom_it_is_asked_of() {
    let text = table("id;Votre manager vous soutient-il ?;Que changeriez-vous ?", |at| {
        format!("{at};{};Les horaires du matin, idée {at}", ["Oui", "Non"][at % 2])
    });
    assert_eq!(guessed(&text).1.side, SideSource::Fixed(Side::Employee));
}

#[test]
fn jobs_are_no_sides() {
    let text = table("commentaire;poste", |at| {
        format!("Une caisse de plus le samedi, idée {at};{}", ["Vendeur", "Caissier"][at % 2])
    });
    assert_eq!(roles(&text), "text=commentaire side:Client segment=poste");
}

#[test]
fn a_title_belongs_to_the_body_of_its_review() {
    let text = |at: usize| format!("Le magasin était calme et bien rangé, jour {at}");
    let title = |at: usize| format!("Calme {}", ["plat", "doux", "rare", "vrai"][at % 4]);
    let body = table("titre;avis;note", |at| format!("{};{};{}", title(at), text(at), at % 5 + 1));
    let (opened, found) = guessed(&body);
    assert_eq!(found.texts.iter().map(|text| (text.column, text.title)).collect::<Vec<_>>(), [(1, Some(0))]);
    let outcome = reflet::import::read(&opened, &found, &Project::default());
    let first = &outcome.imported.responses[0].verbatims[0].text;
    assert_eq!(first, "Calme plat. Le magasin était calme et bien rangé, jour 0");
    // Strengths and weaknesses have no title.
    let apart = table("titre;pros;cons", |at| format!("{};{};RAS", title(at), text(at)));
    assert!(guessed(&apart).1.texts.iter().all(|text| text.title.is_none()));
}

#[test]
fn the_question_of_each_row_is_its_prompt() {
    let text = table("question;réponse", |at| {
        let question =
            ["Qu'avez-vous le plus apprécié ?", "Que faut-il améliorer ?", "Qui êtes-vous ?"][at % 3];
        format!("{question};Une réponse qui compte, numéro {at}")
    });
    let (opened, found) = guessed(&text);
    let outcome = reflet::import::read(&opened, &found, &Project::default());
    let prompts: Vec<Prompt> =
        outcome.imported.responses.iter().take(3).map(|response| response.verbatims[0].prompt).collect();
    assert_eq!(prompts, [Prompt::Positive, Prompt::Negative, Prompt::Unknown]);
    assert_eq!(outcome.report.warnings, []);
}

#[test]
fn what_has_no_role_is_named() {
    let (table, mapping) = guessed("id;avis;progrès;vide\n1;Bien;100;\n2;Mal;100;\n");
    let names: Vec<&str> =
        mapping.left_out(&table).into_iter().map(|column| table.names()[column].as_str()).collect();
    assert_eq!(names, ["progrès"]);
}

#[test]
fn a_header_that_names_the_ends_of_a_scale_is_believed() {
    for (header, kind, ends) in [
        ("Note sur 10", ScaleKind::Custom, (0.0, 10.0)),
        ("Satisfaction (1 à 5)", ScaleKind::Csat, (1.0, 5.0)),
        ("Rating, 1 to 7", ScaleKind::Custom, (1.0, 7.0)),
        ("How easy was it? 1 to 7", ScaleKind::Ces, (1.0, 7.0)),
        ("Note sur 20", ScaleKind::Custom, (0.0, 20.0)),
    ] {
        let (_, mapping) = guessed(&format!("{header};avis\n2;Bien reçu\n5;Trop long\n3;Rien à dire\n"));
        let scale = mapping.ratings.first().map(|rating| (rating.scale.kind, rating.scale.ends()));
        assert_eq!(scale, Some((kind, ends)), "{header}");
    }
}

#[test]
fn scales_and_problems() {
    let (table, mapping) = guessed("note;avis;qui\n4/5;Bien;client\n3/5;Mal;siège\n1/5;Nul;Siège \n");
    assert_eq!(mapping.ratings.first().map(|rating| rating.scale.kind), Some(ScaleKind::Csat));
    // One known value in three does not make a column of sides; the user may still choose it.
    assert_eq!(mapping.side, SideSource::Fixed(Side::Client));
    let side = |values| SideSource::Column { column: 2, values };
    let chosen = Mapping { side: side(std::collections::BTreeMap::new()), ..mapping.clone() };
    assert_eq!(chosen.problems(&table), [Problem::SideValues(vec![("siège".into(), 2)])]);
    let told = Mapping { side: side([("siege".to_owned(), Side::Employee)].into()), ..mapping };
    assert_eq!(told.problems(&table), []);
    assert_eq!(Mapping::default().problems(&table), [Problem::NothingMapped]);
    let beyond = Mapping { id: Some(9), ..told };
    assert_eq!(beyond.problems(&table), [Problem::NoSuchColumn(9)]);
}

#[test]
fn the_samples_read_without_a_touch() {
    let bank = "Recommanderiez-vous notre banque à un proche ? (0-10)";
    let shop = "How likely are you to recommend our shop to a friend? (0-10)";
    for (sample, segment, rating) in [("bank-fr", "canal", bank), ("shop-en", "channel", shop)] {
        let path = format!("{}/tests/samples/{sample}.csv", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        assert_eq!(
            roles(&text),
            format!(
                "text=text side=side id=id respondent=respondent wave=wave rating={rating} stage=stage moment=moment \
                 valence=valence prompt=prompt segment={segment}"
            )
        );
        let (table, mapping) = guessed(&text);
        assert_eq!(mapping.problems(&table), []);
        let report = reflet::import::read(&table, &mapping, &Project::default()).report;
        assert_eq!((report.kept, report.warnings.as_slice()), (table.rows(), [].as_slice()), "{sample}");
    }
}

#[test]
fn a_file_says_whose_answers_it_holds() {
    let side = |text: &str, titles: &[&str]| {
        let (table, _) = open(text, Options::default()).unwrap();
        let mut mapping = mapping(&table);
        side_by_titles(&mut mapping, &table, titles.iter().map(|title| (*title).to_owned()));
        mapping.side
    };
    let answers = "id;verbatim\n1;Bien reçu\n2;Trop long\n";
    assert_eq!(side(answers, &["verbatims_collaborateurs.csv"]), SideSource::Fixed(Side::Employee));
    assert_eq!(side(answers, &["export.xlsx", "Salariés"]), SideSource::Fixed(Side::Employee));
    assert_eq!(side(answers, &["clients et salariés.csv"]), SideSource::Fixed(Side::Client));
    // Two strong hints that disagree are no answer: the user is asked.
    let (table, _) =
        open("n° client;Votre manager ?\nC1;Bien reçu\nC2;Trop long\n", Options::default()).unwrap();
    let mut conflicting = mapping(&table);
    let because = side_by_titles(&mut conflicting, &table, std::iter::empty());
    assert_eq!(because, Because::Conflict);
    let (table, _) = open(answers, Options::default()).unwrap();
    let because = side_by_titles(&mut mapping(&table), &table, std::iter::empty());
    assert!(because == Because::Nothing && because.is_unsure());
    let by_column = side("qui;verbatim\nclient;Bien reçu\nagent;Trop long\n", &["clients.csv"]);
    assert!(matches!(by_column, SideSource::Column { column: 0, .. }));
}

#[test]
fn days_without_separators_and_months_of_spreadsheets_say_when() {
    for (header, cells) in [
        ("SURVEY_DT", ["20240512", "20240601", "20241130"]),
        ("Month", ["Jan-24", "Feb-24", "Dec-23"]),
        ("Mois", ["janv-24", "févr-24", "déc-23"]),
    ] {
        let rows = (0..30).fold(format!("ID_REP;{header};avis\n"), |text, at| {
            format!("{text}{at};{};Le dossier numéro {at} a bien avancé depuis mardi\n", cells[at % 3])
        });
        let (table, _) = open(rows, Options::default()).unwrap();
        let mapping = mapping(&table);
        assert_eq!((mapping.respondent, mapping.date.or(mapping.wave)), (Some(0), Some(1)), "{header}");
    }
}
