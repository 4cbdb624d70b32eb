//! Properties of every project that commands can make.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod touched;

use std::collections::BTreeMap;

use proptest::prelude::*;
use reflet::command::{ChangeKind, Command, CommandError, Draft, DraftMoment, plan};
use reflet::format::saved;
use reflet::history::History;
use reflet::model::imported::{ImportOrigin, Imported, NewCoding, NewResponse, NewVerbatim};
use reflet::model::{
    Benchmark, Effort, Fraction, ImportId, MirroredPair, Moment, MomentId, Project, Prompt, Question, Rating,
    Respondent, ResponseId, Scale, Score, Settings, Side, SourceKey, StageId, Surveys, Threshold, Values,
    VerbatimId, by_time,
};
use reflet::session::Session;
use touched::touched;

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zé ,;\"\n]{0,12}", "\\PC{0,8}", Just("RAS".to_owned())]
}

fn side() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::Client), Just(Side::Employee)]
}

fn score() -> impl Strategy<Value = Option<Score>> {
    proptest::option::of((-2_i64..=2).prop_map(|v| Score::try_from(v).unwrap()))
}

fn prompt() -> impl Strategy<Value = Prompt> {
    prop_oneof![Just(Prompt::Positive), Just(Prompt::Negative), Just(Prompt::Neutral), Just(Prompt::Unknown)]
}

fn coding() -> impl Strategy<Value = NewCoding> {
    (
        proptest::option::of("[AB]"),
        "[a-d]",
        score(),
        proptest::option::of(0_i64..=3),
        proptest::option::of("[xy]"),
    )
        .prop_map(|(stage, moment, valence, effort, coder)| NewCoding {
            stage,
            moment,
            valence,
            effort: effort.map(|e| Effort::try_from(e).unwrap()),
            coder,
        })
}

fn values() -> impl Strategy<Value = Values> {
    proptest::collection::vec(prop_oneof!["[uv]", text()], 1..4)
        .prop_map(|values| Values::new(values).expect("at least one"))
}

fn response() -> impl Strategy<Value = NewResponse> {
    let source = prop_oneof![
        "[0-9]".prop_map(SourceKey::Id),
        (0_u64.., 0_u32..3).prop_map(|(hash, ordinal)| SourceKey::Content { hash, ordinal })
    ];
    let verbatim = (prompt(), text(), proptest::collection::vec(coding(), 0..3))
        .prop_map(|(prompt, text, codings)| NewVerbatim { prompt, text, codings, no_moment: Vec::new() });
    let rating = (0.0..=10.0_f64).prop_map(|v| Rating::new("NPS".into(), v, Scale::NPS).unwrap());
    (
        side(),
        source,
        proptest::option::of("[a-f]"),
        proptest::option::of("20(25|26)"),
        proptest::collection::btree_map("[st]", values(), 0..2),
        proptest::collection::vec(rating, 0..2),
        proptest::collection::vec(verbatim, 0..3),
    )
        .prop_map(|(side, source, respondent, wave, segments, ratings, verbatims)| NewResponse {
            side,
            source,
            respondent,
            wave,
            date: None,
            segments,
            ratings,
            verbatims,
        })
}

/// Names of waves, many of which are nearly equal.
fn wave() -> impl Strategy<Value = String> {
    let word =
        "T[1-5]|Q[0-4]|S[0-9]{1,2}|oct\\.|janv|mars|hiver|été|vague|FY|[0-3]?[0-9]|20(24|25)|2[45]|er|\\PC";
    proptest::collection::vec((word, "[ -]?"), 1..4)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

fn question() -> impl Strategy<Value = Question> {
    let scale = prop_oneof![
        Just(Scale::NPS),
        Just(Scale::CSAT),
        (-3.0..=0.0_f64, 0.1..9.0_f64).prop_map(|(low, high)| Scale::custom(low, high).unwrap())
    ];
    (text(), scale, proptest::bool::ANY).prop_map(|(name, scale, reversed)| Question {
        name,
        scale: if reversed { scale.turned() } else { scale },
    })
}

/// A scale that the ratings of responses may come to.
fn scale() -> impl Strategy<Value = Scale> {
    let other = Scale::custom(0.0, 10.0).unwrap();
    proptest::sample::select(vec![Scale::NPS, Scale::NPS.turned(), other, other.turned()])
}

fn surveys() -> impl Strategy<Value = Surveys> {
    let benchmark = (side(), question(), 0.0..=1.0_f64).prop_map(|(side, question, share)| Benchmark {
        side,
        question,
        share: Fraction::new(share).unwrap(),
    });
    let pair = (question(), question(), proptest::bool::ANY)
        .prop_map(|(employee, client, estimate)| MirroredPair { employee, client, estimate });
    let mirrored = (side(), proptest::option::of(question()));
    (proptest::collection::vec(benchmark, 0..3), proptest::collection::vec(pair, 0..3), mirrored).prop_map(
        |(benchmarks, pairs, (side, mirrored))| {
            let mut surveys = Surveys::default();
            for benchmark in benchmarks {
                surveys.set_benchmark(benchmark);
            }
            for pair in pairs {
                surveys.set_pair(pair);
            }
            surveys.mirror(side, mirrored);
            surveys
        },
    )
}

/// An import of these responses, which the project lists.
fn import(responses: Vec<NewResponse>) -> Command {
    let origin = Some(ImportOrigin { source: "a.csv".into(), when: "2026-01-02".into() });
    Command::Import(Imported { responses, origin, ..Imported::default() })
}

fn command() -> impl Strategy<Value = Command> {
    let stage = || (0_u32..4).prop_map(StageId);
    let moment = || (0_u32..7).prop_map(MomentId);
    let verbatim = || (0_u32..12).prop_map(VerbatimId);
    let draft = proptest::collection::vec(("[AB]", "[a-f]"), 0..4).prop_map(|moments| Draft {
        moments: moments
            .into_iter()
            .map(|(stage, name)| DraftMoment { stage, name, definition: "d".into(), keywords: vec![] })
            .collect(),
    });
    let settings = (0..=100_u32, 0.0..2.0_f64, 1_u64..9).prop_map(|(minimum, theta, seed)| Settings {
        minimum,
        employee_threshold: Threshold::new(theta).unwrap(),
        seed,
        ..Settings::default()
    });
    prop_oneof![
        text().prop_map(Command::Rename),
        settings.prop_map(Command::Settings),
        surveys().prop_map(Command::Surveys),
        (0_u32..6, 0_usize..2, scale(), surveys()).prop_map(|(response, place, scale, surveys)| {
            Command::Scales(vec![(ResponseId(response), place, scale)], surveys)
        }),
        draft.prop_map(Command::AddCodebook),
        "[A-D]".prop_map(Command::AddStage),
        (stage(), "[A-D]").prop_map(|(s, n)| Command::RenameStage(s, n)),
        (stage(), 0_usize..5).prop_map(|(s, p)| Command::MoveStage(s, p)),
        stage().prop_map(Command::RemoveStage),
        (stage(), "[a-h]").prop_map(|(s, n)| Command::AddMoment(s, n)),
        (moment(), "[a-h]", text()).prop_map(|(id, name, definition)| Command::EditMoment(Moment {
            id,
            name,
            definition,
            keywords: vec!["k".into()],
            color: None
        })),
        (moment(), stage(), 0_usize..5).prop_map(|(m, s, p)| Command::MoveMoment(m, s, p)),
        (moment(), moment()).prop_map(|(a, b)| Command::MergeMoments(a, b)),
        moment().prop_map(Command::RemoveMoment),
        (verbatim(), moment()).prop_map(|(v, m)| Command::ToggleMoment(v, m)),
        (verbatim(), moment(), score()).prop_map(|(v, m, s)| Command::SetValence(v, m, s)),
        verbatim().prop_map(Command::ToggleNoMoment),
        proptest::collection::vec(verbatim(), 0..4).prop_map(Command::NoMoment),
        proptest::collection::vec(response(), 0..4).prop_map(import),
        (1_u32..4).prop_map(|id| Command::RemoveImport(ImportId(id))),
        ("20(25|26|27)", " ?20(25|26|27)").prop_map(|(from, into)| Command::RenameWave(from, into)),
        proptest::collection::vec("20(25|26|27)", 0..4).prop_map(Command::OrderWaves),
    ]
}

fn commands() -> impl Strategy<Value = Vec<Command>> {
    let seeded = proptest::collection::vec(response(), 1..5).prop_map(import);
    (seeded, proptest::collection::vec(command(), 0..25)).prop_map(|(first, mut rest)| {
        rest.insert(0, first);
        rest
    })
}

proptest! {
    /// undo ∘ apply = id, step by step, and redo leads forward again.
    #[test]
    fn undo_takes_back_exactly(commands in commands()) {
        let mut session = Session::default();
        let mut before = vec![session.project().clone()];
        for command in commands {
            if let Ok(Some(_)) = session.apply(command) {
                before.push(session.project().clone());
            }
        }
        for project in before.iter().rev().skip(1) {
            prop_assert!(session.undo().is_some());
            prop_assert_eq!(session.project(), project);
        }
        prop_assert!(session.undo().is_none());
        for project in before.iter().skip(1) {
            prop_assert!(session.redo().is_some());
            prop_assert_eq!(session.project(), project);
        }
        prop_assert!(session.redo().is_none());
    }

    /// A change names every part of the project that it touches, and none if it touches none; so does undoing it.
    #[test]
    fn a_change_names_the_parts_it_touches(commands in commands()) {
        let mut session = Session::default();
        for command in commands {
            let before = session.project().clone();
            let done = session.apply(command).ok().flatten();
            prop_assert_eq!(done.map(|done| done.parts), touched(&before, session.project()));
            if done.is_some() {
                let undone = session.undo().map(|done| done.parts);
                prop_assert_eq!(undone, done.map(|done| done.parts));
                session.redo();
            }
        }
    }

    /// However many commands a step merges, undoing every step leads to the beginning and redoing to the end.
    #[test]
    fn a_step_may_merge_others(commands in commands(), amends in proptest::collection::vec(any::<bool>(), 26)) {
        let mut session = Session::default();
        for (command, amends) in commands.into_iter().zip(amends) {
            if let Ok(change) = plan(session.project(), command) {
                if amends { session.amend(change) } else { session.carry_out(change) };
            }
        }
        let end = session.project().clone();
        while session.undo().is_some() {}
        prop_assert_eq!(session.project(), &Project::default());
        while session.redo().is_some() {}
        prop_assert_eq!(session.project(), &end);
    }

    /// load ∘ save = id, and the same project gives the same bytes.
    #[test]
    fn a_saved_project_comes_back(commands in commands()) {
        let mut session = Session::default();
        for command in commands {
            let _refused = session.apply(command);
        }
        let bytes = saved::write(session.project());
        let read = saved::read(&bytes).unwrap();
        prop_assert_eq!(&read, session.project());
        prop_assert_eq!(saved::write(&read), bytes);
    }

    /// A file cut anywhere is refused, never half read.
    #[test]
    fn a_cut_file_is_refused(commands in commands(), cut in 0.0..1.0_f64) {
        let mut session = Session::default();
        for command in commands {
            let _refused = session.apply(command);
        }
        let bytes = saved::write(session.project());
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let mut at = (bytes.len() as f64 * cut) as usize;
        while !bytes.is_char_boundary(at) { at -= 1; }
        prop_assert!(saved::read(&bytes[..at]).is_err());
    }

    /// Importing the same responses again adds nothing.
    #[test]
    fn importing_twice_is_importing_once(responses in proptest::collection::vec(response(), 0..6)) {
        let mut unique = BTreeMap::new();
        for response in responses {
            let mut response = response;
            response.verbatims.dedup_by(|a, b| a.text == b.text);
            unique.entry((response.side, response.source.clone())).or_insert(response);
        }
        let imported = Imported { responses: unique.into_values().collect(), ..Imported::default() };
        let mut session = Session::default();
        session.apply(Command::Import(imported.clone())).unwrap();
        let once = session.project().clone();
        session.apply(Command::Import(imported)).unwrap();
        prop_assert_eq!(&session.project().responses, &once.responses);
        prop_assert_eq!(session.project().verbatims.len(), once.verbatims.len());
    }

    /// Removing every import, the last one first, leaves no response and no verbatim, and undoing brings all back.
    #[test]
    fn every_import_can_be_removed(commands in commands()) {
        let mut session = Session::default();
        for command in commands {
            let _refused = session.apply(command);
        }
        let before = session.project().clone();
        let imports: Vec<ImportId> = before.imports.iter().map(|import| import.id).collect();
        for id in imports.iter().rev() {
            prop_assert!(session.apply(Command::RemoveImport(*id)).is_ok());
            let project = session.project();
            prop_assert!(project.verbatims.values().all(|v| project.response_of(v).is_some()));
        }
        let project = session.project();
        prop_assert_eq!((project.responses.len(), project.verbatims.len(), project.imports.len()), (0, 0, 0));
        for _ in &imports {
            session.undo();
        }
        prop_assert_eq!(session.project(), &before);
    }

    /// The ranges of two imports are disjoint.
    #[test]
    fn imports_are_disjoint(commands in commands()) {
        let mut session = Session::default();
        for command in commands {
            let _refused = session.apply(command);
        }
        for pair in session.project().imports.windows(2) {
            prop_assert!(pair[0].responses.end <= pair[1].responses.start);
            prop_assert!(pair[0].verbatims.end <= pair[1].verbatims.start);
        }
    }

    /// Waves have one order, whatever order they come in, and only equal ones are equal.
    #[test]
    fn waves_have_one_order(waves in proptest::collection::vec(wave(), 0..8).prop_shuffle()) {
        let sorted = |mut waves: Vec<String>| {
            waves.sort_by(|a, b| by_time(a, b));
            waves
        };
        let mut turned = waves.clone();
        turned.reverse();
        let once = sorted(waves);
        prop_assert_eq!(&once, &sorted(turned));
        for (place, a) in once.iter().enumerate() {
            for b in &once[place..] {
                // Sorted means that each is before all that follow it, so the order is transitive on these.
                let order = by_time(a, b);
                prop_assert!(order.is_le() && by_time(b, a) == order.reverse());
                prop_assert_eq!(order.is_eq(), a == b);
            }
        }
    }

    /// Erasing a person leaves no trace of their words, in the project or in the history.
    #[test]
    fn an_erased_person_is_gone(commands in commands()) {
        let mut session = Session::default();
        for command in commands {
            let _refused = session.apply(command);
        }
        let project: Project = session.project().clone();
        let Some((id, response)) = project.responses.iter().next() else { return Ok(()) };
        let person: Respondent<'_> = Project::respondent(*id, response);
        let done = session.apply(Command::Erase(*id)).unwrap();
        prop_assert_eq!(done.map(|done| done.kind), Some(ChangeKind::Erase));
        prop_assert_eq!(session.history(), &History::default());
        prop_assert_eq!(session.apply(Command::Erase(*id)), Err(CommandError::UnknownResponse));
        for (id, response) in &session.project().responses {
            prop_assert_ne!(Project::respondent(*id, response), person.clone());
        }
        prop_assert!(session.project().verbatims.values().all(|v| session.project().response_of(v).is_some()));
        // Everything else is unchanged.
        let is_theirs = |id: &ResponseId| Project::respondent(*id, &project.responses[id]) == person;
        let mut left = project.clone();
        left.responses.retain(|id, _| !is_theirs(id));
        left.verbatims.retain(|_, verbatim| !is_theirs(&verbatim.response));
        prop_assert_eq!(session.project(), &left);
    }
}
