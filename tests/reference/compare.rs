//! Distributions and comparisons against `compare.py`, which computes them with scipy and statsmodels.

use reflet::analysis::compare::paired::{self, Pairs};
use reflet::analysis::compare::{Tested, discovery, fisher, trend, welch};
use reflet::analysis::distribution::{normal_tails, student_quantile, student_tails};
use reflet::analysis::newcombe::difference;
use reflet::analysis::{Degrees, Deviate, Probability, Profile, Shift, Slope};

use crate::assert_close;

const EXPECTED: &str = include_str!("compare_expected.csv");
/// Relative tolerance between two implementations of the same function, for intervals and p-values.
const TOLERANCE: f64 = 1e-10;
/// Tolerance of figures made of Wilson's intervals: z is 1.959964 here, 1.6e-8 more than in the fixture.
const ROUNDED_Z: f64 = 2e-8;
/// The fewest values of the fixture, so that a loss is noticed.
const FEWEST: usize = 180;

#[derive(serde::Deserialize)]
struct Line {
    what: String,
    arguments: String,
    value: f64,
    source: String,
}

fn numbers<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str, between: char) -> Vec<T> {
    text.split(between).map(|number| number.parse().unwrap()).collect()
}

fn group(text: &str) -> Profile {
    Profile::new(numbers(text, ';'), 0, 0)
}

/// The end of the interval or the p-value that the last part of a name denotes.
fn part<T>(tested: &Tested<T>, what: &str, number: impl Fn(&T) -> f64) -> f64 {
    let interval = || tested.estimate.interval.as_ref().unwrap();
    match what.rsplit_once('_').map(|(_, part)| part) {
        Some("low") => number(&interval().low),
        Some("high") => number(&interval().high),
        Some("p") => tested.p.unwrap().0,
        _ => number(&tested.estimate.value),
    }
}

fn distribution(what: &str, arguments: &str) -> f64 {
    let numbers: Vec<f64> = numbers(arguments, ' ');
    let first = Deviate(numbers[0]);
    match what {
        "quantile" => student_quantile(Degrees(numbers[0])).0,
        "tails" => student_tails(first, Degrees(numbers[1])).0,
        _ => normal_tails(first).0,
    }
}

fn counts(what: &str, arguments: &str) -> f64 {
    let counts: Vec<u32> = numbers(arguments, ' ');
    let [a, b, c, d] = counts[..] else { unreachable!("four counts") };
    let ends = || difference((a, b), (c, d)).unwrap().interval.unwrap();
    let pairs = || paired::frequency(Pairs { both: a, first: b, second: c, neither: d }).unwrap();
    match what {
        "fisher" => fisher::p((a, b), (c, d)).unwrap().0,
        "newcombe_low" => ends().low.0,
        "newcombe_high" => ends().high.0,
        "mcnemar" => pairs().p.unwrap().0,
        _ => part(&pairs(), what, |points| points.0),
    }
}

fn levels(what: &str, arguments: &str) -> f64 {
    let (one, two) = arguments.split_once(' ').unwrap();
    let shift = |shift: &Shift| shift.0;
    if what.starts_with("welch") {
        return part(&welch::difference(&group(one), &group(two)).unwrap(), what, shift);
    }
    let pairs: Vec<(f64, f64)> = numbers(one, ';').into_iter().zip(numbers(two, ';')).collect();
    part(&paired::level(&pairs).unwrap(), what, shift)
}

fn family(arguments: &str) -> f64 {
    let (family, index) = arguments.split_once(' ').unwrap();
    let family: Vec<Probability> = numbers(family, ';').into_iter().map(Probability).collect();
    discovery::adjusted(&family)[index.parse::<usize>().unwrap()].0
}

fn trends(what: &str, arguments: &str) -> f64 {
    if what.starts_with("trend") {
        let wave = |text: &str| <(u32, u32)>::from(<[u32; 2]>::try_from(numbers(text, '/')).unwrap());
        let waves: Vec<(u32, u32)> = arguments.split(';').map(wave).collect();
        let found = trend::frequency(&waves).unwrap();
        return if what == "trend_z" { found.z.0 } else { found.p.0 };
    }
    let waves: Vec<Profile> = arguments.split('|').map(group).collect();
    part(&trend::level(&waves.iter().collect::<Vec<_>>()).unwrap(), what, |slope: &Slope| slope.0)
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn comparisons() {
    let lines: Vec<Line> =
        csv::Reader::from_reader(EXPECTED.as_bytes()).deserialize().map(Result::unwrap).collect();
    assert!(lines.len() >= FEWEST, "{} values", lines.len());
    for line in lines {
        let Line { what, arguments, value, source } = line;
        let kind = what.split('_').next().unwrap();
        let found = match kind {
            "quantile" | "tails" | "normal" => distribution(&what, &arguments),
            "fisher" | "newcombe" | "pairs" | "mcnemar" => counts(&what, &arguments),
            "welch" | "paired" => levels(&what, &arguments),
            "discovery" => family(&arguments),
            _ => trends(&what, &arguments),
        };
        let tolerance =
            if matches!(kind, "newcombe" | "pairs") { ROUNDED_Z } else { TOLERANCE * value.abs().min(1.0) };
        assert_close(found, value, tolerance, &format!("{what}({arguments}): {source}"));
    }
}

/// Benjamini and Hochberg (1995), the fifteen p-values of section 4.1: their procedure rejects four hypotheses,
/// Bonferroni's three. The p-values and what is published of them are in the fixture's first family.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn benjamini_and_hochberg() {
    let family = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
        0.6528, 0.7590, 1.0,
    ];
    let adjusted = discovery::adjusted(&family.map(Probability));
    for (found, published) in adjusted.iter().zip([0.0015, 0.0030, 0.0095, 0.0356, 0.0603]) {
        assert_close(found.0, published, 5e-5, "Benjamini and Hochberg 1995");
    }
    assert_eq!(adjusted.iter().filter(|p| **p <= discovery::RATE).count(), 4);
    assert_eq!(family.iter().filter(|p| **p <= discovery::RATE.0 / 15.0).count(), 3);
}

/// The same numbers on every machine, bit by bit: those that the native program computed once.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn the_same_bits_everywhere() {
    let (one, two) =
        (Profile::new(vec![1.0, 0.5, -2.0, 2.0], 0, 0), Profile::new(vec![-1.0, 0.0, -2.0], 0, 0));
    let welch = welch::difference(&one, &two).unwrap();
    let found = [
        student_quantile(Degrees(7.3)).0,
        student_tails(Deviate(3.3), Degrees(41.7)).0,
        normal_tails(Deviate(1.7)).0,
        fisher::p((12, 200), (31, 180)).unwrap().0,
        welch.p.unwrap().0,
        welch.estimate.interval.unwrap().low.0,
    ];
    let bits = [
        4_612_463_039_640_455_003,
        4_566_725_980_491_849_913,
        4_591_086_980_710_299_912,
        4_558_701_745_012_201_277,
        4_597_828_496_616_322_568,
        13_831_870_189_460_748_646,
    ];
    assert_eq!(found.map(f64::to_bits), bits);
}
