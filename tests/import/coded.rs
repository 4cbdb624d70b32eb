//! Coded tables: whose codings are read once they are in, texts of which someone says that they speak of no moment,
//! and those of which nobody says anything.

use reflet::command::Command;
use reflet::import::guess::mapping;
use reflet::import::text::{Options, open};
use reflet::import::{Issue, Outcome, Reason, read};
use reflet::model::{CoderId, Decision, Project};
use reflet::session::Session;

fn outcome(text: &str, project: &Project) -> Outcome {
    let (table, _) = open(text, Options::default()).unwrap();
    read(&table, &mapping(&table), project)
}

fn import(session: &mut Session, text: &str) {
    let imported = outcome(text, session.project()).imported;
    session.apply(Command::Import(imported)).unwrap();
}

fn rejects(outcome: &Outcome) -> Vec<(usize, Reason)> {
    outcome.report.rejects.iter().map(|reject| (reject.row_number, reject.reason)).collect()
}

/// Who decided on how many verbatims.
fn deciders(project: &Project) -> Vec<(&str, usize)> {
    project.deciders().into_iter().map(|(coder, count)| (coder.name.as_str(), count)).collect()
}

const BY_ANA: &str = "id;verbatim;moment;codeur\n1;Très bon accueil;Accueil;Ana\n2;Trop long;Attente;Ana\n";

#[test]
fn the_codings_of_the_only_coder_are_read() {
    let mut session = Session::default();
    import(&mut session, BY_ANA);
    let project = session.project();
    assert_eq!((project.coded(), deciders(project)), (2, vec![("Ana", 2)]));
    session.undo();
    assert_eq!(session.project(), &Project::default(), "one step takes all back");
}

#[test]
fn with_several_coders_nobody_is_chosen() {
    let mut session = Session::default();
    import(&mut session, &format!("{BY_ANA}1;Très bon accueil;Accueil;Bob\n"));
    let project = session.project();
    assert_eq!((project.coded(), project.settings.coder), (0, CoderId(1)));
    assert_eq!(deciders(project), [("Ana", 2), ("Bob", 1)]);
}

#[test]
fn who_has_coded_goes_on_reading_the_own_codings() {
    let mut session = Session::default();
    import(&mut session, "id;verbatim;moment\n1;Très bon accueil;Accueil\n2;Trop long;\n");
    import(&mut session, BY_ANA);
    assert_eq!((session.project().coded(), session.project().settings.coder), (1, CoderId(1)));
    assert_eq!(deciders(session.project()), [("", 1), ("Ana", 2)]);
}

#[test]
fn no_moment_is_a_decision_and_a_blank_cell_is_none() {
    let text = "id;verbatim;moment;codeur\n1;RAS;Aucun moment;Ana\n2;Trop long;Attente;Ana\n3;Bien;;\n4;Bof;—;Ana\n5;Oui;NA;Ana\n";
    let read = outcome(text, &Project::default());
    assert_eq!((read.report.codings, read.report.no_moment, read.report.uncoded), (1, 2, 2));
    let mut session = Session::default();
    import(&mut session, text);
    let project = session.project();
    let decisions: Vec<Option<&Decision>> =
        project.verbatims.values().map(|verbatim| project.decision(verbatim)).collect();
    let none = Some(&Decision::NoMoment);
    assert_eq!((decisions[0], decisions[2], decisions[3], decisions[4]), (none, None, none, None));
    assert_eq!(
        project.codebook.moments().map(|(_, moment)| moment.name.as_str()).collect::<Vec<_>>(),
        ["Attente"]
    );
    let again = outcome(text, project);
    assert_eq!((again.report.duplicate, again.report.no_moment, again.report.uncoded), (5, 0, 0));
}

#[test]
fn a_table_without_moments_has_no_uncoded_texts() {
    assert_eq!(outcome("id;verbatim\n1;Bien\n", &Project::default()).report.uncoded, 0);
}

#[test]
fn who_says_both_contradicts_and_two_coders_may_differ() {
    let rows = |second: &str, first: &str| {
        format!("id;verbatim;moment;codeur\n1;Trop long;{first};Ana\n1;Trop long;{second}\n")
    };
    for (first, second, expected) in [
        ("Aucun", "Attente;Ana", vec![(3, Reason::Contradicts)]),
        ("Attente", "aucun;Ana", vec![(3, Reason::Contradicts)]),
        ("Aucun", "Attente;Bob", vec![]),
        ("Attente", "Aucun;Bob", vec![]),
    ] {
        let read = outcome(&rows(second, first), &Project::default());
        assert_eq!(rejects(&read), expected, "{first} {second}");
    }
    let twice = outcome(&rows("aucun moment;Ana", "Aucun"), &Project::default());
    assert_eq!((twice.report.kept, twice.report.duplicate, twice.report.no_moment), (1, 1, 1));
}

#[test]
fn what_a_coder_has_decided_before_stays_and_is_told() {
    for (there, new) in [("Aucun", "Attente"), ("Attente", "Aucun")] {
        let text = |moment: &str| format!("id;verbatim;moment\n1;Trop long;{moment}\n");
        let mut session = Session::default();
        import(&mut session, &text(there));
        let read = outcome(&text(new), session.project());
        let told: Vec<Issue> = read.report.warnings.iter().map(|warning| warning.issue).collect();
        assert_eq!((read.report.duplicate, told), (1, vec![Issue::Differs]), "{there} {new}");
        let before = session.project().clone();
        import(&mut session, &text(new));
        assert_eq!(session.project(), &before);
    }
}

#[test]
fn no_moment_joins_a_text_that_the_project_has() {
    let mut session = Session::default();
    import(&mut session, "id;verbatim\n1;Trop long\n");
    import(&mut session, "id;moment;codeur\n1;aucun moment;Ana\n");
    let project = session.project();
    assert_eq!((project.verbatims.len(), deciders(project), project.coded()), (1, vec![("Ana", 1)], 1));
}

#[test]
fn a_valence_beside_no_moment_is_told() {
    let read = outcome("id;verbatim;moment;valence\n1;RAS;aucun;1\n2;Bien;Accueil;2\n", &Project::default());
    let told: Vec<(usize, Issue)> =
        read.report.warnings.iter().map(|warning| (warning.row_number, warning.issue)).collect();
    assert_eq!((read.report.no_moment, told), (1, vec![(2, Issue::MomentMissing)]));
}

/// What is on each text, theme by theme.
fn themes(outcome: &Outcome) -> Vec<Vec<String>> {
    let verbatims = outcome.imported.responses.iter().flat_map(|response| &response.verbatims);
    let say = |coding: &reflet::model::imported::NewCoding| match coding.valence {
        Some(valence) => format!("{}{:+}", coding.moment, valence.get()),
        None => coding.moment.clone(),
    };
    verbatims.map(|verbatim| verbatim.codings.iter().map(say).collect()).collect()
}

#[test]
fn a_column_per_theme_is_a_coded_table() {
    let text = "id;verbatim;Thème [Accueil];Thème [Prix];codeur\n\
                1;Un accueil charmant ce matin;1;0;Ana\n\
                2;Trop cher pour ce que c'est;0;1;Ana\n\
                3;Rien de tout cela ici vraiment;0;;Ana\n\
                4;Bel accueil mais un peu cher;x;oui;Ana\n";
    let read = outcome(text, &Project::default());
    assert_eq!(themes(&read), [vec!["Accueil"], vec!["Prix"], vec![], vec!["Accueil", "Prix"]]);
    assert_eq!((read.report.codings, read.report.uncoded, read.report.no_moment), (4, 1, 0));
    assert_eq!(read.imported.responses[0].verbatims[0].codings[0].coder.as_deref(), Some("Ana"));
    let mut session = Session::default();
    import(&mut session, text);
    assert_eq!((session.project().coded(), deciders(session.project())), (3, vec![("Ana", 3)]));
    assert_eq!(outcome(text, session.project()).report.duplicate, 4);
}

#[test]
fn marks_beside_valences_are_valences() {
    let text = "id;verbatim;Theme: Welcome;Theme: Price\n\
                1;The welcome was warm this morning;+1;\n\
                2;Far too expensive for what it is;0;-2\n\
                3;Nice people and a fair price too;1;x\n\
                4;I have nothing more to say here;;3\n";
    let read = outcome(text, &Project::default());
    assert_eq!(themes(&read), [vec!["Welcome+1"], vec!["Price-2"], vec!["Welcome+1", "Price"], vec![]]);
    let told: Vec<(usize, Issue)> =
        read.report.warnings.iter().map(|warning| (warning.row_number, warning.issue)).collect();
    assert_eq!((read.report.uncoded, told), (1, vec![(5, Issue::ValenceOutside)]));
}

#[test]
fn themes_do_not_change_how_a_text_is_known_again() {
    let text = |one: &str| {
        format!(
            "verbatim;Thème [Accueil];Thème [Prix]\nUn accueil charmant ce matin;{one};1\nTrop cher pour ce que c'est;;1\n"
        )
    };
    let mut session = Session::default();
    import(&mut session, &text("0"));
    let read = outcome(&text("1"), session.project());
    assert_eq!(
        (read.report.responses, read.report.kept, read.report.duplicate, read.report.codings),
        (0, 1, 1, 1)
    );
}
