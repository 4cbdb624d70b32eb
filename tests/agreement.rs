//! Properties of the agreement of any coders.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use reflet::analysis::agreement::{
    Agreement, Bootstrap, ContingencyTable, Distance, Incomparable, Units, Weights, agreement, alpha,
    interval, kappa, percent,
};
use reflet::analysis::{Alpha, Filter, Kappa};
use reflet::model::{
    Coder, CoderId, Coding, Decision, Project, Prompt, Response, ResponseId, Score, Side, SourceKey,
    Verbatim, VerbatimId,
};

fn distances() -> [Distance<u32>; 4] {
    [Distance::Nominal, Distance::Ordinal, Distance::<u32>::INTERVAL, Distance::RATIO]
}

/// The judgements of up to four coders on each unit.
fn judgements() -> impl Strategy<Value = Vec<Vec<u32>>> {
    proptest::collection::vec(proptest::collection::vec(0_u32..5, 0..5), 0..20)
}

/// The same, with coders and units in another order.
fn shuffled() -> impl Strategy<Value = (Vec<Vec<u32>>, Vec<Vec<u32>>)> {
    judgements().prop_flat_map(|units| {
        let coders: Vec<_> = units.iter().map(|unit| Just(unit.clone()).prop_shuffle()).collect();
        (Just(units), coders.prop_flat_map(|units| Just(units).prop_shuffle()))
    })
}

proptest! {
    #[test]
    fn the_order_of_coders_and_units_changes_no_bit((units, other) in shuffled()) {
        let (units, other) = (Units::new(units), Units::new(other));
        for distance in distances() {
            let bits = |units| alpha(units, &distance).map(|alpha| alpha.0.to_bits());
            prop_assert_eq!(bits(&units), bits(&other));
            let ends = |units| interval(units, &distance, Bootstrap::new(1, None, 30));
            prop_assert_eq!(ends(&units), ends(&other));
        }
    }

    #[test]
    fn the_interval_holds_its_estimate(units in judgements()) {
        let units = Units::new(units);
        for distance in distances() {
            let Ok(found) = alpha(&units, &distance) else { continue };
            prop_assert!(found.0 <= 1.0);
            if let Ok(ends) = interval(&units, &distance, Bootstrap::new(1, None, 40)) {
                prop_assert!(ends.low <= found && found <= ends.high && ends.high.0 <= 1.0, "{:?} {:?}", ends, found);
            }
        }
    }

    #[test]
    fn full_agreement_is_one_unless_nothing_varies(values in proptest::collection::vec((0_u32..5, 2_usize..4), 1..20)) {
        let units = Units::new(values.iter().map(|(value, coders)| vec![*value; *coders]));
        let mut table = ContingencyTable::<5>::default();
        for (value, _) in &values {
            table.add(*value as usize, *value as usize);
        }
        let varied = values.iter().any(|(value, _)| *value != values[0].0);
        for distance in distances() {
            let expected = if varied { Ok(Alpha(1.0)) } else { Err(Incomparable::NoVariation) };
            prop_assert_eq!(alpha(&units, &distance), expected);
        }
        for weights in [Weights::None, Weights::Linear, Weights::Quadratic] {
            let expected = if varied { Ok(Kappa(1.0)) } else { Err(Incomparable::NoVariation) };
            prop_assert_eq!(kappa(&table, weights), expected);
        }
        prop_assert_eq!(percent(&units).map(|share| share.0), Ok(1.0));
    }
}

/// One decision per coder and verbatim: `A+2` is the moment A with a valence, `B` is B without, `-` is no moment, `.`
/// is not coded; several moments have a comma between.
fn project(coders: &[&str]) -> Project {
    let mut project = Project::default();
    for name in ["A", "B"] {
        project.codebook.add("Visit", name);
    }
    project.coders =
        (1..).zip(coders).map(|(id, _)| Coder { id: CoderId(id), name: String::new() }).collect();
    for place in 0..coders[0].split(' ').count() {
        let id = u32::try_from(place).unwrap() + 1;
        let response = Response {
            side: Side::Client,
            source: SourceKey::Id(id.to_string()),
            respondent: None,
            wave: Some(if id % 2 == 0 { "even" } else { "odd" }.to_owned()),
            date: None,
            segments: [].into(),
            ratings: Vec::new(),
        };
        project.responses.insert(ResponseId(id), response);
        let words = (1..).zip(coders).map(|(id, words)| (CoderId(id), words.split(' ').nth(place).unwrap()));
        let decisions = words.filter_map(|(coder, word)| Some((coder, decision(&project, word)?)));
        let (response, prompt, text) = (ResponseId(id), Prompt::Unknown, String::new());
        let verbatim = Verbatim { response, prompt, text, decisions: decisions.collect() };
        project.verbatims.insert(VerbatimId(id), verbatim);
    }
    project
}

fn decision(project: &Project, word: &str) -> Option<Decision> {
    let coding = |word: &str| {
        let (name, valence) = word.split_at(1);
        let valence = valence.parse::<i64>().ok().and_then(|valence| Score::try_from(valence).ok());
        Coding { valence, ..Coding::of(project.codebook.find_in(None, name).unwrap()) }
    };
    match word {
        "." => None,
        "-" => Some(Decision::NoMoment),
        _ => Decision::from_codings(word.split(',').map(coding).collect()),
    }
}

fn found(coders: &[&str], of: &[u32]) -> Agreement {
    let of: Vec<CoderId> = of.iter().copied().map(CoderId).collect();
    agreement(&project(coders), &Filter::default(), &of)
}

#[test]
fn uncoded_text_is_no_agreement_and_no_moment_is_a_judgement() {
    let found = found(&["A+2 A+1,B - . . B", "A+1 - - . - B"], &[1, 2]);
    assert_eq!((found.verbatims, found.tags.number()), (4, 4));
    let [a, b] = &found.moments[..] else { unreachable!() };
    assert_eq!(a.presence.percent.map(|share| share.0), Ok(0.75));
    assert_eq!(a.presence.kappa.map(|kappa| kappa.0), Ok(0.5));
    assert_eq!(b.presence.kappa.map(|kappa| kappa.0), Ok(0.5));
    assert_eq!(a.valence.units.number(), 1, "both gave the first a valence");
    assert_eq!(a.valence.quadratic.map(|kappa| kappa.0), Ok(0.0));
    assert_eq!(b.valence.linear, Err(Incomparable::NoOverlap), "B has no valence");
    assert_eq!(b.valence.ordinal, Err(Incomparable::NoOverlap));
}

#[test]
fn an_undefined_agreement_is_a_reason() {
    let lone = found(&["A+1 - A", "A+1 - B"], &[1, 1]);
    assert_eq!((lone.verbatims, lone.tags_alpha), (0, Err(Incomparable::OneCoder)));
    let presence = &lone.moments[0].presence;
    assert_eq!(presence.percent.err(), Some(Incomparable::OneCoder));
    assert_eq!((presence.kappa, presence.alpha), (Err(Incomparable::OneCoder), Err(Incomparable::OneCoder)));
    assert_eq!(lone.moments[0].valence.interval, Err(Incomparable::OneCoder));
    let apart = &found(&["A . A", ". B ."], &[1, 2]).moments[0].presence;
    assert_eq!(
        (apart.percent.err(), apart.kappa),
        (Some(Incomparable::NoOverlap), Err(Incomparable::NoOverlap))
    );
    let alike = &found(&["A A A", "A A A"], &[1, 2]).moments[1].presence;
    assert_eq!(alike.percent.map(|share| share.0), Ok(1.0));
    assert_eq!((alike.kappa, alike.alpha), (Err(Incomparable::NoVariation), Err(Incomparable::NoVariation)));
}

#[test]
fn three_coders_have_no_kappa() {
    let coders = ["A+2 - B A", "A+1 - B .", "A+1 B B A"];
    let three = found(&coders, &[3, 1, 2]);
    assert_eq!(three, found(&coders, &[1, 2, 3]), "the order of coders is nothing");
    let presence = &three.moments[0].presence;
    assert_eq!(presence.kappa, Err(Incomparable::MoreThanTwoCoders));
    assert_eq!(presence.alpha, Ok(Alpha(1.0)));
    assert_eq!(three.moments[0].valence.linear, Err(Incomparable::MoreThanTwoCoders));
    assert_eq!(three.moments[0].valence.units.number(), 1);
}

#[test]
fn verbatims_outside_the_filter_do_not_count() {
    let project = project(&["A - A B", "A A A B"]);
    let wave = |wave: &str| {
        let filter = Filter { wave: Some(wave.to_owned()), segment: None };
        let found = agreement(&project, &filter, &[CoderId(1), CoderId(2)]);
        (found.verbatims, found.moments[0].presence.percent.map(|share| share.0))
    };
    assert_eq!(wave("odd"), (2, Ok(1.0)));
    assert_eq!(wave("even"), (2, Ok(0.5)));
}

#[test]
fn codings_of_a_removed_moment_are_ignored() {
    let mut project = project(&["A,B A", "A -"]);
    project.codebook.stages[0].moments.pop();
    let found = agreement(&project, &Filter::default(), &[CoderId(1), CoderId(2)]);
    assert_eq!(found.moments.len(), 1);
    // {A} {A} and {A} {}: of 4 judgements 3 are {A}, so α = 1 − 3 · 1 / 3 = 0.
    assert_eq!(found.tags_alpha, Ok(Alpha(0.0)));
}
