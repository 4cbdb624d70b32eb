//! Answers that say nothing: counted, and decided about in one step.

use reflet::coding::without_content;
use reflet::command::{ChangeKind, Command, CommandError};
use reflet::import::guess::mapping;
use reflet::import::read;
use reflet::import::text::{Options, open};
use reflet::model::{Decision, VerbatimId};
use reflet::session::Session;

const ANSWERS: &str = "matricule;Le meilleur moment avec un client;Le pire moment avec un client\n\
    M01;Un client m'a remerciée devant tous;RAS\n\
    M02;Une famille est revenue me voir;Néant.\n\
    M03;Rien ne marche mais ils restent polis;n/a\n\
    M04;;Non, merci\n";

fn imported() -> (Session, usize) {
    let (table, _) = open(ANSWERS, Options::default()).unwrap();
    let mapping = mapping(&table);
    assert_eq!(mapping.texts.iter().map(|text| text.column).collect::<Vec<_>>(), [1, 2]);
    let mut session = Session::default();
    let outcome = read(&table, &mapping, session.project());
    session.apply(Command::Import(outcome.imported)).unwrap();
    (session, outcome.report.nothing)
}

#[test]
fn what_says_nothing_is_counted_and_kept() {
    let (session, nothing) = imported();
    assert_eq!(nothing, 4);
    assert_eq!(session.project().verbatims.len(), 7);
}

#[test]
fn what_says_nothing_is_marked_in_one_step_that_can_be_undone() {
    let (mut session, _) = imported();
    session.apply(Command::AddStage("Visite".to_owned())).unwrap();
    let stage = session.project().codebook.stages[0].id;
    session.apply(Command::AddMoment(stage, "Accueil".to_owned())).unwrap();
    let moment = session.project().codebook.stages[0].moments[0].id;
    let silent = without_content(session.project());
    assert_eq!(silent.len(), 4);
    session.apply(Command::ToggleMoment(silent[0], moment)).unwrap();
    assert_eq!(without_content(session.project()), silent[1..]);

    let before = session.project().clone();
    let step = session.apply(Command::NoMoment(silent.clone())).unwrap();
    assert_eq!(step.map(|done| done.kind), Some(ChangeKind::NoMoment));
    let project = session.project();
    let decided = |id: &VerbatimId| project.decision(&project.verbatims[id]).cloned();
    for id in &silent[1..] {
        assert_eq!(decided(id), Some(Decision::NoMoment));
    }
    // What a person decided stays, and what says something waits.
    assert!(decided(&silent[0]).is_some_and(|decision| decision.codings().len() == 1));
    assert_eq!(project.verbatims.keys().filter(|id| decided(id).is_none()).count(), 3);
    assert_eq!(without_content(project), []);
    // Nothing left to decide is no step of its own.
    assert_eq!(session.apply(Command::NoMoment(silent.clone())), Ok(None));
    assert_eq!(session.undo().map(|done| done.kind), Some(ChangeKind::NoMoment));
    assert_eq!(*session.project(), before);
    let unknown = VerbatimId(u32::MAX);
    assert_eq!(session.apply(Command::NoMoment(vec![unknown])), Err(CommandError::UnknownVerbatim));
}
