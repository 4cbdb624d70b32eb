//! Changing the scale of a closed question after its import, and the effect on the figures.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use reflet::analysis::closed::{Answers, Item, Unavailable, items};
use reflet::analysis::groups::{Plan, protect};
use reflet::analysis::{Answer, Filter, Level, Undefined, measure, rated};
use reflet::command::{Command, ScaleRefused, plan, set_recommendation, turn_question};
use reflet::model::{
    Benchmark, Coding, Decision, Fraction, MirroredPair, Project, Prompt, Question, Rating, Response,
    ResponseId, Scale, ScaleKind, Side, SourceKey, Verbatim, VerbatimId,
};

fn project(answers: &[(Side, &str, f64, Scale)]) -> Project {
    let mut project = Project::default();
    for (number, (side, name, value, scale)) in (1..).zip(answers) {
        let response = Response {
            side: *side,
            source: SourceKey::Id(number.to_string()),
            respondent: None,
            wave: None,
            date: None,
            segments: std::collections::BTreeMap::default(),
            ratings: vec![Rating::new((*name).to_owned(), *value, *scale).unwrap()],
        };
        project.responses.insert(ResponseId(number), response);
    }
    project
}

fn asked(name: &str, scale: Scale) -> Question {
    Question { name: name.to_owned(), scale }
}

/// Carries the command out; the project after it, and after taking it back.
fn done(project: &Project, command: Command) -> (Project, Project) {
    let mut change = plan(project, command).unwrap();
    let mut after = project.clone();
    change.swap(&mut after);
    let mut undone = after.clone();
    change.swap(&mut undone);
    (after, undone)
}

#[test]
fn reversing_a_question_changes_all_that_refers_to_it_and_nothing_else() {
    let (client, employee) = (Side::Client, Side::Employee);
    let mut project = project(&[
        (client, "Q", 1.0, Scale::CSAT),
        (client, "Q", 2.0, Scale::CSAT),
        (client, "R", 2.0, Scale::CSAT),
        (employee, "Q", 2.0, Scale::CSAT),
    ]);
    let (question, turned) = (asked("Q", Scale::CSAT), asked("Q", Scale::CSAT.turned()));
    let share = Fraction::new(0.8).unwrap();
    for side in Side::BOTH {
        project.surveys.set_benchmark(Benchmark { side, question: question.clone(), share });
        project.surveys.mirror(side, Some(question.clone()));
    }
    let pair = |client: &Question| MirroredPair {
        employee: question.clone(),
        client: client.clone(),
        estimate: false,
    };
    project.surveys.set_pair(pair(&question));
    let (after, undone) = done(&project, turn_question(&project, client, &question).unwrap());
    assert_eq!(undone, project);
    let satisfied = |project: &Project| -> Vec<(Side, String, f64)> {
        let all = items(project, &Filter::default()).into_iter();
        all.map(|item| (item.side, item.name.clone(), item.figures().csat.unwrap().value.0)).collect()
    };
    let named = |side, name: &str, share| (side, name.to_owned(), share);
    let before = [named(client, "Q", 0.0), named(client, "R", 0.0), named(employee, "Q", 0.0)];
    assert_eq!(satisfied(&project), before);
    assert_eq!(
        satisfied(&after),
        [named(client, "Q", 1.0), named(client, "R", 0.0), named(employee, "Q", 0.0)]
    );
    let said = &after.surveys;
    assert_eq!([&turned, &question].map(|asked| said.benchmark(client, asked)), [Some(share), None]);
    assert_eq!(said.benchmark(employee, &question), Some(share));
    assert_eq!((said.mirrored(client), said.mirrored(employee)), (Some(&turned), Some(&question)));
    assert_eq!(said.pairs(), [pair(&turned)]);
    let (twice, _) = done(&after, turn_question(&after, client, &turned).unwrap());
    assert_eq!(twice, project);
}

#[test]
fn undo_splits_a_question_merged_with_its_reversed_form() {
    let project =
        project(&[(Side::Client, "Q", 1.0, Scale::CSAT), (Side::Client, "Q", 2.0, Scale::CSAT.turned())]);
    let (after, undone) =
        done(&project, turn_question(&project, Side::Client, &asked("Q", Scale::CSAT)).unwrap());
    assert_eq!(items(&after, &Filter::default()).len(), 1);
    assert_eq!(undone, project);
}

#[test]
fn a_recommendation_is_asked_from_zero_to_ten_with_ten_as_the_best() {
    let ten = Scale::custom(0.0, 10.0).unwrap();
    let from_one = Scale::custom(1.0, 10.0).unwrap();
    let net = |scale: Scale, is_recommendation| {
        let project = project(&[(Side::Client, "Q", 9.0, scale)]);
        let question = asked("Q", scale);
        let command = set_recommendation(&project, Side::Client, &question, is_recommendation)?;
        let mut change = plan(&project, command).unwrap();
        let mut after = project;
        change.swap(&mut after);
        Ok(items(&after, &Filter::default())[0].figures().nps.map(|nps| nps.score.value.0))
    };
    assert_eq!(net(ten, true), Ok(Ok(100.0)));
    assert_eq!(net(Scale::NPS, false), Ok(Err(Unavailable::OtherScale)));
    assert_eq!(net(Scale::NPS.turned(), false), Ok(Err(Unavailable::OtherScale)));
    let short = Scale::custom(0.0, 9.0).unwrap();
    for scale in [ten.turned(), Scale::NPS.turned(), from_one, short] {
        assert_eq!(net(scale, true), Err(ScaleRefused::NoRecommendation), "{scale:?}");
    }
    let nobody = turn_question(&Project::default(), Side::Client, &asked("Q", ten));
    assert_eq!(nobody, Err(ScaleRefused::UnknownQuestion));
}

/// Clients who answered two questions, the second one more often, and one coded answer each.
fn two_questions() -> Project {
    let pace = Scale::CSAT.turned();
    let mut project = project(&[
        (Side::Client, "Pace", 1.0, pace),
        (Side::Client, "Would you recommend us?", 0.0, Scale::NPS),
        (Side::Client, "Would you recommend us?", 0.0, Scale::NPS),
    ]);
    let response = project.responses.get_mut(&ResponseId(1)).unwrap();
    response.ratings.push(Rating::new("Would you recommend us?".into(), 10.0, Scale::NPS).unwrap());
    let moment = project.codebook.add("Visit", "Welcome");
    for number in 1..=3 {
        let verbatim = Verbatim {
            response: ResponseId(number),
            prompt: Prompt::Unknown,
            text: String::new(),
            decisions: [(project.settings.coder, Decision::Codings(vec![Coding::of(moment)]))].into(),
        };
        project.verbatims.insert(VerbatimId(number), verbatim);
    }
    project
}

/// The rating of the one moment by clients, and the question that it comes from.
fn rating(project: &Project, filter: &Filter) -> (Option<f64>, Option<String>) {
    let measured = measure(project, filter);
    let rating = measured.mirror.rows[0].client.rating.ok().map(|level| level.0);
    (rating, measured.mentions[0].question.as_ref().map(|question| question.name.clone()))
}

#[test]
fn the_mirror_reads_one_question_and_names_it() {
    let mut project = two_questions();
    let everybody = Filter::default();
    let said = |name: &str, level: f64| (Some(level), Some(name.to_owned()));
    // (2 − 2 − 2) / 3, without the answer to the other question.
    assert_eq!(rating(&project, &everybody), said("Would you recommend us?", -2.0 / 3.0));
    project.surveys.mirror(Side::Client, Some(asked("Pace", Scale::CSAT.turned())));
    assert_eq!(rating(&project, &everybody), said("Pace", 2.0), "1 is the best");
    // A question that nobody answers is replaced by the default one.
    project.surveys.mirror(Side::Client, Some(asked("Pace", Scale::CSAT)));
    assert_eq!(rating(&project, &everybody), said("Would you recommend us?", -2.0 / 3.0));
    assert_eq!(rated::question(&project, Side::Employee), None);
}

#[test]
fn a_filter_reads_the_same_question() {
    let mut project = two_questions();
    project.responses.get_mut(&ResponseId(1)).unwrap().wave = Some("2025".into());
    project.responses.get_mut(&ResponseId(1)).unwrap().ratings.truncate(1);
    let filter = Filter { wave: Some("2025".into()), segment: None };
    // Inside it only "Pace" is answered: there is no rating, and not that of another question.
    assert_eq!(rating(&project, &filter), (None, Some("Would you recommend us?".to_owned())));
}

#[test]
fn among_questions_of_as_many_people_the_first_is_read() {
    let both = [(Side::Client, "B", 1.0, Scale::CSAT), (Side::Client, "A", 5.0, Scale::CSAT)];
    let first = rated::question(&project(&both), Side::Client);
    assert_eq!(first, Some(asked("B", Scale::CSAT)));
}

/// Twelve employees who cite the moment: all answered "Pay", the first three "Pace" too.
fn employees() -> Project {
    let answers = [(Side::Employee, "Pay", 4.0, Scale::CSAT); 12];
    let mut project = project(&answers);
    let moment = project.codebook.add("Visit", "Welcome");
    for number in 1..=12 {
        if number <= 3 {
            let response = project.responses.get_mut(&ResponseId(number)).unwrap();
            response.ratings.push(Rating::new("Pace".into(), 2.0, Scale::CSAT).unwrap());
        }
        let verbatim = Verbatim {
            response: ResponseId(number),
            prompt: Prompt::Unknown,
            text: String::new(),
            decisions: [(project.settings.coder, Decision::Codings(vec![Coding::of(moment)]))].into(),
        };
        project.verbatims.insert(VerbatimId(number), verbatim);
    }
    project
}

#[test]
fn a_rating_of_few_answers_to_the_question_read_is_masked() {
    let mut project = employees();
    let everybody = Filter::default();
    let released = |project: &Project| {
        let measured = measure(project, &everybody).mirror;
        protect(project, &measured, &everybody, &Plan::new(project)).rows[0].employee.rating
    };
    assert_eq!(released(&project), Ok(Level(1.0)));
    // Three answered it, although twelve rated something.
    project.surveys.mirror(Side::Employee, Some(asked("Pace", Scale::CSAT)));
    assert_eq!(released(&project), Err(Undefined::Masked));
}

fn kinds() -> impl Strategy<Value = Scale> {
    let scale = |kind, min, max| Scale::new(kind, min, max).unwrap();
    proptest::sample::select(vec![
        Scale::NPS,
        Scale::CSAT,
        Scale::CES,
        scale(ScaleKind::Agreement, 1.0, 4.0),
        scale(ScaleKind::Agreement, 1.0, 6.0),
        scale(ScaleKind::Custom, 0.0, 10.0),
        scale(ScaleKind::Custom, 1.0, 10.0),
        scale(ScaleKind::Custom, 0.0, 100.0),
    ])
}

/// Answers in half points, and their scale.
fn answered() -> impl Strategy<Value = (Scale, Vec<f64>)> {
    let halves = proptest::collection::vec(0_u32..=200, 1..40);
    (kinds(), halves).prop_map(|(scale, halves)| {
        let (min, max) = scale.ends();
        (scale, halves.into_iter().map(|half| (min + f64::from(half) / 2.0).min(max)).collect())
    })
}

fn item(scale: Scale, values: &[f64]) -> Item {
    let answers = Answers::new(scale, values.iter().copied().map(Answer).collect());
    Item { side: Side::Client, name: "Q".into(), answers }
}

proptest! {
    /// Reversing a scale and mirroring the answers gives the same shares.
    #[test]
    fn shares_of_a_turned_scale_are_those_of_the_mirrored_answers((scale, values) in answered()) {
        let (min, max) = scale.ends();
        let mirrored: Vec<f64> = values.iter().map(|value| min + max - value).collect();
        let asked = item(scale, &values).figures();
        let turned = item(scale.turned(), &mirrored).figures();
        prop_assert_eq!((asked.csat, asked.ces), (turned.csat, turned.ces));
        prop_assert_eq!((asked.favourable, asked.top), (turned.favourable, turned.top));
        // The mean stays on the scale as it was asked.
        let (asked, turned) = (asked.mean.unwrap().0, turned.mean.unwrap().0);
        prop_assert!((asked + turned - min - max).abs() < 1e-9);
        for (value, mirrored) in values.iter().zip(&mirrored) {
            let rating = |value, scale| Rating::new(String::new(), value, scale).unwrap().rescaled();
            let (asked, turned) = (rating(*value, scale), rating(*mirrored, scale.turned()));
            prop_assert!((asked - turned).abs() < 1e-9);
        }
    }

    /// Reversing twice changes no figure; a reversed scale has no score; the classes of a score add up to all
    /// respondents.
    #[test]
    fn turning_twice_changes_nothing_and_classes_add_up((scale, values) in answered()) {
        let asked = item(scale, &values);
        let twice = item(scale.turned().turned(), &values);
        prop_assert_eq!(&asked, &twice);
        prop_assert_eq!(asked.figures(), twice.figures());
        let of_recommendation = scale.kind == ScaleKind::Nps;
        match asked.figures().nps {
            Ok(nps) => prop_assert_eq!(nps.split.respondents() as usize, values.len()),
            Err(why) => prop_assert!(why == Unavailable::OtherScale && !of_recommendation),
        }
        let turned = item(scale.turned(), &values).figures().nps;
        let refused = if of_recommendation { Unavailable::Turned } else { Unavailable::OtherScale };
        prop_assert_eq!(turned, Err(refused));
    }
}
