//! Rows → responses: what is kept, what is rejected and why, what is known.

use reflet::command::{Command, DraftMoment};
use reflet::import::dates::Period;
use reflet::import::guess::mapping;
use reflet::import::text::{Options, open};
use reflet::import::{Caution, Issue, Mapping, Outcome, Reason, SideSource, caution, read};
use reflet::model::imported::NewResponse;
use reflet::model::{Origin, Project, Prompt, Scale, Side, SourceKey};
use reflet::session::Session;

fn outcome(text: &str, project: &Project, change: impl FnOnce(&mut Mapping)) -> Outcome {
    let (table, _) = open(text, Options::default()).unwrap();
    let mut mapping = mapping(&table);
    change(&mut mapping);
    read(&table, &mapping, project)
}

fn fresh(text: &str) -> Outcome {
    outcome(text, &Project::default(), |_| {})
}

/// A project that has imported those texts one after the other.
fn project(texts: &[&str]) -> Project {
    let mut session = Session::default();
    for text in texts {
        let imported = outcome(text, session.project(), |_| {}).imported;
        session.apply(Command::Import(imported)).unwrap();
    }
    session.project().clone()
}

fn counts(outcome: &Outcome) -> (usize, usize, usize) {
    (outcome.report.kept, outcome.report.rejected, outcome.report.duplicate)
}

fn rejects(outcome: &Outcome) -> Vec<(usize, Reason)> {
    outcome.report.rejects.iter().map(|reject| (reject.row_number, reject.reason)).collect()
}

fn warnings(outcome: &Outcome) -> Vec<(usize, Issue, &str)> {
    let warnings = outcome.report.warnings.iter();
    warnings.map(|warning| (warning.row_number, warning.issue, warning.value.as_str())).collect()
}

fn texts(response: &NewResponse) -> Vec<&str> {
    response.verbatims.iter().map(|verbatim| verbatim.text.as_str()).collect()
}

/// Each coding of each verbatim as `stage/moment=valence`.
fn codings(outcome: &Outcome) -> Vec<Vec<String>> {
    let verbatims = outcome.imported.responses.iter().flat_map(|response| &response.verbatims);
    let say = |coding: &reflet::model::imported::NewCoding| {
        let valence = coding.valence.map_or_else(String::new, |valence| valence.get().to_string());
        format!("{}/{}={valence}", coding.stage.as_deref().unwrap_or("-"), coding.moment)
    };
    verbatims.map(|verbatim| verbatim.codings.iter().map(say).collect()).collect()
}

#[test]
fn ten_people_may_say_nothing_to_report() {
    let read = fresh(&"RAS\n".repeat(10));
    assert_eq!(counts(&read), (10, 0, 0));
    let mut keys: Vec<&SourceKey> = read.imported.responses.iter().map(|response| &response.source).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 10);
}

#[test]
fn all_roles_arrive() {
    let read = fresh(
        "id;qui;répondant;vague;date;NPS;question posée;verbatim;étape;moment;valence;effort;codeur;canal\n\
         7 ; Collaboratrice;m12;2025;3 mai;9 - oui;négatif;  Trop  long ;Achat;Caisse;+1;2;Ana;Web\n\
         8;client;c1;2025;4 mai;3;neutre;Bien;Achat;Caisse;−2;;;Web\n",
    );
    assert_eq!((counts(&read), read.report.verbatims, read.report.codings), ((2, 0, 0), 2, 2));
    let first = &read.imported.responses[0];
    assert_eq!((first.side, &first.source), (Side::Employee, &SourceKey::Id("7".into())));
    assert_eq!(
        (first.respondent.as_deref(), first.wave.as_deref(), first.date.as_deref()),
        (Some("m12"), Some("2025"), Some("3 mai"))
    );
    assert_eq!(
        first
            .ratings
            .iter()
            .map(|rating| (rating.name.as_str(), rating.value(), rating.scale()))
            .collect::<Vec<_>>(),
        [("NPS", 9.0, Scale::NPS)]
    );
    assert_eq!(texts(first), ["Trop  long"], "only outer white space goes");
    assert_eq!(first.verbatims[0].prompt, Prompt::Negative);
    let coding = &first.verbatims[0].codings[0];
    assert_eq!(
        (coding.effort.map(reflet::model::Effort::get), coding.coder.as_deref()),
        (Some(2), Some("Ana"))
    );
    assert_eq!(codings(&read), [["Achat/Caisse=1"], ["Achat/Caisse=-2"]]);
    assert!(first.segments.is_empty(), "one value divides nothing");
}

#[test]
fn several_text_columns_are_several_verbatims() {
    let text = "id;point fort;point faible\n1;L'accueil;\n2;Le prix;Le bruit\n3;;\n";
    let read = fresh(text);
    assert_eq!((counts(&read), read.report.verbatims), ((2, 1, 0), 3));
    assert_eq!(rejects(&read), [(4, Reason::Empty)]);
    let prompts: Vec<Prompt> =
        read.imported.responses[1].verbatims.iter().map(|verbatim| verbatim.prompt).collect();
    assert_eq!(prompts, [Prompt::Positive, Prompt::Negative]);
    let sides = outcome(text, &Project::default(), |mapping| mapping.texts[1].side = Some(Side::Employee));
    assert_eq!((counts(&sides), sides.report.responses), ((2, 1, 0), 3));
    let found: Vec<_> = sides.imported.responses.iter().map(|r| (r.side, texts(r))).collect();
    assert_eq!(
        found,
        [
            (Side::Client, vec!["L'accueil"]),
            (Side::Client, vec!["Le prix"]),
            (Side::Employee, vec!["Le bruit"])
        ]
    );
}

#[test]
fn sides_must_be_said() {
    let read = fresh("qui;texte\nclient;a\nAgents;b\n;c\nsiège;d\nsalariée;e\n");
    assert_eq!(rejects(&read), [(4, Reason::SideMissing), (5, Reason::SideUnknown)]);
    assert_eq!(counts(&read), (3, 2, 0));
    let read = outcome("qui;texte\nclient;a\nSIEGE ;d\n", &Project::default(), |mapping| {
        let values = [("siege".to_owned(), Side::Employee)].into();
        mapping.side = SideSource::Column { column: 0, values };
    });
    assert_eq!(read.imported.responses.iter().map(|r| r.side).collect::<Vec<_>>(), Side::BOTH);
}

#[test]
fn ratings_that_do_not_fit_are_left_out_and_said() {
    let read = fresh("NPS;avis\n8;a\n9;\n12;b\n10;c\nsais pas;d\n14;\n7/5;e\n0;f\n5;g\n6;h\n1;i\n2;j\n");
    assert_eq!(counts(&read), (11, 1, 0));
    assert_eq!(rejects(&read), [(7, Reason::Cell(Issue::RatingOutside))]);
    let expected = [
        (4, Issue::RatingOutside, "12"),
        (6, Issue::RatingUnreadable, "sais pas"),
        (8, Issue::RatingOutside, "7/5"),
    ];
    assert_eq!(warnings(&read), expected);
    assert!(read.imported.responses[1].verbatims.is_empty(), "a rating alone is a response");
    assert!(read.imported.responses[2].ratings.is_empty());
}

#[test]
fn a_coded_table_has_a_row_per_coding() {
    let read = fresh(
        "id;texte;étape;moment;valence\n\
         1;Bien;Achat;Caisse;2\n\
         1;;Achat;Conseil;-1\n\
         1;Bien;SAV;Retour;\n\
         1;;achat;caisse ;2\n\
         1;;Achat;Caisse;1\n\
         1;Autre;SAV;Prix;1\n\
         2;;Achat;Caisse;1\n\
         3;Long;;;\n\
         3;Long;;;\n\
         3;Court;;;\n\
         4;Ok;Achat;Caisse;9\n\
         4;;Achat;Caisse;bof\n\
         5;Cher;;;1\n",
    );
    assert_eq!(
        codings(&read),
        [vec!["Achat/Caisse=2", "Achat/Conseil=-1", "SAV/Retour="], vec![], vec![], vec![]]
    );
    let reasons = [
        (6, Reason::CodedTwice),
        (7, Reason::IdRepeated),
        (8, Reason::NothingToCode),
        (11, Reason::IdRepeated),
        (13, Reason::Cell(Issue::ValenceUnreadable)),
    ];
    assert_eq!(rejects(&read), reasons);
    assert_eq!(counts(&read), (6, 5, 2));
    assert_eq!(warnings(&read), [(12, Issue::ValenceOutside, "9"), (14, Issue::MomentMissing, "1")]);
}

#[test]
fn client_17_and_employee_17_are_two() {
    let read = fresh("id;qui;texte;moment\n17;client;a;M\n17;employé;b;M\n17;client;;N\n");
    assert_eq!((counts(&read), read.report.responses), ((3, 0, 0), 2));
}

const CODED: &str = "id;texte;NPS;moment;valence\n1;Bien;9;Caisse;2\n1;;;Conseil;-1\n2;Mal;3;;\n3;;8;;\n";

#[test]
fn twice_is_once() {
    for text in [
        CODED,
        "RAS\nRAS\nBien\n",
        "note;avis\n8;RAS\n8;RAS\n,;\nx;y\n",
        "qui;texte;moment\nclient;a;M\nagent;a;M\n",
    ] {
        let once = project(&[text]);
        let again = outcome(text, &once, |_| {});
        let first = fresh(text);
        assert_eq!(
            counts(&again),
            (0, first.report.rejected, first.report.kept + first.report.duplicate),
            "{text}"
        );
        assert_eq!(again.report.known, again.report.duplicate);
        assert!(again.imported.responses.is_empty());
        assert_eq!(project(&[text, text]), once);
    }
}

#[test]
fn new_codings_join_known_responses() {
    let known = project(&[CODED]);
    let more = "id;texte;NPS;moment;valence\n1;Bien;9;Caisse;2\n1;;;Attente;-2\n2;;;Caisse;1\n1;;;attente;-2\n1;;;Caisse;0\n";
    let read = outcome(more, &known, |_| {});
    assert_eq!(codings(&read), [["-/Attente=-2"], ["-/Caisse=1"]]);
    assert_eq!((counts(&read), rejects(&read)), ((2, 1, 2), vec![(6, Reason::CodedTwice)]));
    assert_eq!((read.report.known, read.report.responses, read.report.verbatims), (4, 0, 0));
    let merged = project(&[CODED, more]);
    assert_eq!((merged.responses.len(), merged.verbatims.len()), (3, 2));
    let codings: usize =
        merged.verbatims.values().filter_map(|v| merged.decision(v)).map(|d| d.codings().len()).sum();
    assert_eq!(codings, 4);
}

#[test]
fn another_text_is_changed_another_rating_is_said() {
    let known = project(&[CODED]);
    let read = outcome(
        "id;texte;NPS;moment;valence\n1;Très bien;9;Caisse;2\n1;;;Attente;1\n2;Mal;4;;\n4;Neuf;5;;\n",
        &known,
        |_| {},
    );
    assert_eq!(rejects(&read), [(2, Reason::Changed), (3, Reason::Changed)]);
    assert_eq!((counts(&read), read.report.changed, read.report.known), ((1, 2, 1), 2, 1));
    assert_eq!(warnings(&read), [(4, Issue::Differs, "")]);
}

#[test]
fn the_same_words_elsewhere_are_another_response() {
    let known = project(&["ville;texte\nLille;RAS\nLille;Bien\nParis;RAS\nParis;Mal\n"]);
    assert_eq!(known.responses.len(), 4);
    let read = outcome("ville;texte\nLyon;RAS\nLyon;Non\nLille;RAS\nLille;Oui\n", &known, |_| {});
    assert_eq!((counts(&read), read.report.known), ((3, 0, 1), 1));
}

#[test]
fn rows_rejected_keep_their_cells() {
    let read = fresh("qui;texte\nclient;a\nclient;b\n ;\"c\nd\";plus\n");
    assert_eq!(read.report.rejects[0].cells, [" ", "c\nd", "plus"]);
}

#[test]
fn what_may_have_been_overlooked_is_named() {
    let clients = "N°;Texte;Note\nA1;Très bon accueil en agence;9\nA2;Trop d'attente au guichet ce matin;3";
    let others = "N°;Texte;Note\nB1;On manque de monde au guichet;4\nB2;Une équipe vraiment soudée;8";
    let doubt_of = |text: &str, project: &Project, change: fn(&mut Mapping)| {
        let (table, _) = open(text, Options::default()).unwrap();
        let mut mapping = mapping(&table);
        change(&mut mapping);
        caution(project, &mapping, &read(&table, &mapping, project))
    };
    let told = project(&[clients]);
    let missing = Caution::OneSideMissing { missing: Side::Employee, present: Side::Client };
    assert_eq!(doubt_of(others, &told, |_| {}), Some(missing));
    assert_eq!(doubt_of(others, &told, |m| m.side = SideSource::Fixed(Side::Employee)), None);
    // The first import, and the same rows once more.
    assert_eq!(doubt_of(clients, &Project::default(), |_| {}), None);
    assert_eq!(doubt_of(clients, &told, |_| {}), None);
    let with_one_more = format!("{clients}\nA3;Conseiller à l'écoute, rien à redire;8");
    assert_eq!(doubt_of(&with_one_more, &told, |_| {}), None);
    let sample = Project { origin: Origin::Sample, ..told.clone() };
    assert_eq!(doubt_of(others, &sample, |_| {}), None);
    assert_eq!(doubt_of(others, &told, |m| m.texts.clear()), Some(Caution::WithoutText));
}

#[test]
fn waves_are_made_from_days() {
    let text = "date;avis\n03/05/2025;Bien reçu\n31/12/2025;Trop long\nplus tard;Sans avis\n;Rien à dire\n";
    let read = outcome(text, &Project::default(), |mapping| {
        mapping.wave = Some(0);
        mapping.wave_by = Some(Period::Quarter);
    });
    let waves: Vec<Option<&str>> = read.imported.responses.iter().map(|r| r.wave.as_deref()).collect();
    assert_eq!(waves, [Some("2025-Q2"), Some("2025-Q4"), Some("plus tard"), None]);
    assert_eq!(warnings(&read), [(4, Issue::DayUnreadable, "plus tard")]);
}

#[test]
fn texts_may_come_after_the_ratings() {
    let ratings = "id;NPS\n1;9\n2;3\n";
    let known = project(&[ratings]);
    let read = outcome("id;NPS;avis\n1;9;Très bien reçu\n2;3;\n3;5;Un peu long\n", &known, |_| {});
    assert_eq!((counts(&read), read.report.verbatims, read.report.changed), ((2, 0, 1), 2, 0));
    let mut session = Session::new(known);
    session.apply(Command::Import(read.imported)).unwrap();
    let project = session.project();
    assert_eq!((project.responses.len(), project.verbatims.len()), (3, 2));
    let again = outcome("id;NPS;avis\n1;9;Très bien reçu\n2;3;\n3;5;Un peu long\n", project, |_| {});
    assert_eq!(counts(&again), (0, 0, 3));
    let coded = "id;avis;moment\n1;Très bien reçu;Accueil\n1;Très bien reçu;Caisse\n1;;Sortie\n";
    let joining = outcome(coded, &self::project(&[ratings]), |_| {});
    assert_eq!((counts(&joining), joining.report.codings), ((3, 0, 0), 3));
    let other = outcome("id;NPS;avis\n1;9;Autre chose\n", project, |_| {});
    assert_eq!(rejects(&other), [(2, Reason::Changed)]);
}

#[test]
fn a_codebook_comes_with_answers_in_one_step() {
    let mut imported = fresh("id;verbatim;moment\n1;Bien;Accueil\n").imported;
    let moment = |stage: &str, name: &str, definition: &str| DraftMoment {
        stage: stage.into(),
        name: name.into(),
        definition: definition.into(),
        keywords: Vec::new(),
    };
    imported.codebook.moments =
        vec![moment("Visite", "Accueil", "À la porte"), moment("Visite", "Caisse", "")];
    let mut session = Session::default();
    session.apply(Command::Import(imported)).unwrap();
    let codebook = &session.project().codebook;
    let found = codebook.find_in(Some("Visite"), "Accueil").and_then(|id| codebook.moment(id));
    assert_eq!(found.map(|moment| moment.definition.as_str()), Some("À la porte"));
    assert!(codebook.find_in(Some("Visite"), "Caisse").is_some());
    session.undo();
    assert_eq!(session.project(), &Project::default());
}

#[test]
fn identical_rows_of_one_respondent_are_counted() {
    for (text, identical) in [
        ("répondant;verbatim\na;Trop d'attente ici\na;Trop d'attente ici\nb;Trop d'attente ici\na;Bien\n", 1),
        (
            "id;respondent;comment\n1;a;A long wait, again\n2;a;A long wait, again\n3;a;A long wait, again\n",
            2,
        ),
        // An identifier on several rows is a person's.
        ("id;verbatim\n1;Trop d'attente ici\n1;Trop d'attente ici\n", 1),
        ("verbatim;agence\nRAS du tout ici;Pau\nRAS du tout ici;Pau\n", 0),
    ] {
        let report = fresh(text).report;
        assert_eq!(report.identical, identical, "{text}");
        assert_eq!(report.read, report.kept + report.duplicate, "{text}");
    }
}
