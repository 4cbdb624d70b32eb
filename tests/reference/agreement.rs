//! Agreement between coders.

use reflet::analysis::agreement::{
    Bootstrap, ContingencyTable, Distance, Tags, Units, Weights, alpha, interval, kappa, percent,
};
use reflet::model::MomentId;

use crate::assert_close;

/// Made by `agreement.py`, which documents it.
const COMPUTED: &str = include_str!("agreement.csv");
/// The fixture has nine decimals.
const TOLERANCE: f64 = 1e-9;
/// Three standard errors of the difference of percentiles of two sets of 20,000 resamples.
const BOOTSTRAP_TOLERANCE: f64 = 0.02;

/// Cohen's κ of worked tables, to four decimals. The first three are those of Wikipedia's article on Cohen's kappa (the
/// second and third show that κ depends on the margins); `agreement.py` computes all of them again.
const PUBLISHED: [(&str, Weights, f64); 7] = [
    ("20 5|10 15", Weights::None, 0.4000),
    ("45 15|25 15", Weights::None, 0.1304),
    ("25 35|5 35", Weights::None, 0.2593),
    ("46 0 0|6 32 6|0 0 10", Weights::None, 0.8013),
    ("46 0 0|4 40 0|0 0 10", Weights::None, 0.9315),
    ("46 0 0|4 40 0|0 0 10", Weights::Linear, 0.9412),
    ("46 0 0|4 40 0|0 0 10", Weights::Quadratic, 0.9541),
];

/// Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability, University of Pennsylvania: four observers.
const FOUR: &str =
    "1 2 3 3 2 1 4 1 2 . . .|1 2 3 3 2 2 4 1 2 5 . 3|. 3 3 3 2 3 4 2 2 5 1 .|1 2 3 3 2 4 4 1 2 5 1 .";
/// The article on Krippendorff's alpha of Wikipedia: three coders.
const THREE: &str =
    ". . . . . 3 4 1 2 1 1 3 3 . 3|1 . 2 1 3 3 4 3 . . . . . . .|. . 2 1 3 4 4 . 2 1 1 3 3 . 4";
const ALPHAS: [(&str, &str, f64); 6] = [
    (FOUR, "nominal", 0.7434),
    (FOUR, "ordinal", 0.8154),
    (FOUR, "interval", 0.8491),
    (FOUR, "ratio", 0.7974),
    (THREE, "nominal", 0.6914),
    (THREE, "interval", 0.8108),
];

fn table<const N: usize>(text: &str) -> ContingencyTable<N> {
    let mut table = ContingencyTable::default();
    for (row, cells) in table.0.iter_mut().zip(text.split('|')) {
        for (cell, count) in row.iter_mut().zip(cells.split(' ')) {
            *cell = count.parse().unwrap();
        }
    }
    table
}

fn kappa_of(text: &str, weights: Weights) -> f64 {
    let found = match text.split('|').count() {
        2 => kappa(&table::<2>(text), weights),
        3 => kappa(&table::<3>(text), weights),
        _ => kappa(&table::<5>(text), weights),
    };
    found.unwrap().0
}

/// The judgements of each unit: one coder per part, one unit per word, `.` where one is missing.
fn units<T: Ord>(text: &str, read: impl Fn(&str) -> T) -> Units<T> {
    let mut units: Vec<Vec<T>> = Vec::new();
    for coder in text.split('|') {
        for (place, word) in coder.split(' ').enumerate() {
            if units.len() <= place {
                units.push(Vec::new());
            }
            if word != "." {
                units[place].push(read(word));
            }
        }
    }
    Units::new(units)
}

fn rated(text: &str) -> Units<u32> {
    units(text, |word| word.parse().unwrap())
}

fn tags(text: &str) -> Tags {
    text.split(',').map(|moment| MomentId(moment.parse().unwrap())).collect()
}

fn distance(level: &str) -> Distance<u32> {
    match level {
        "nominal" => Distance::Nominal,
        "ordinal" => Distance::Ordinal,
        "interval" => Distance::<u32>::INTERVAL,
        "ratio" => Distance::RATIO,
        other => unreachable!("{other}"),
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn published_agreement() {
    for (text, weights, published) in PUBLISHED {
        assert_close(kappa_of(text, weights), published, 5e-5, "worked tables of κ");
    }
    for (text, level, published) in ALPHAS {
        let found = alpha(&rated(text), &distance(level)).unwrap();
        assert_close(found.0, published, 5e-5, "worked examples of α");
    }
}

#[derive(serde::Deserialize)]
struct Line {
    figure: String,
    judgements: String,
    value: f64,
    source: String,
}

fn found(line: &Line) -> (f64, f64) {
    let text = &line.judgements;
    let value = match line.figure.split('_').collect::<Vec<_>>()[..] {
        ["kappa", "none"] => kappa_of(text, Weights::None),
        ["kappa", "linear"] => kappa_of(text, Weights::Linear),
        ["kappa", "quadratic"] => kappa_of(text, Weights::Quadratic),
        ["masi"] => {
            let (one, other) = text.split_once('|').unwrap();
            Distance::<Tags>::MASI.between(&tags(one), &tags(other)).unwrap()
        }
        ["alpha", "masi"] => alpha(&units(text, tags), &Distance::<Tags>::MASI).unwrap().0,
        ["alpha", level] => alpha(&rated(text), &distance(level)).unwrap().0,
        ["percent"] => percent(&rated(text)).unwrap().0,
        ["bootstrap", level, end] => {
            let ends = interval(&rated(text), &distance(level), Bootstrap::new(1, None, 20_000)).unwrap();
            let end = if end == "low" { ends.low } else { ends.high };
            return (end.0, BOOTSTRAP_TOLERANCE);
        }
        _ => unreachable!("{}", line.figure),
    };
    (value, TOLERANCE)
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn computed_agreement() {
    let mut checked = 0;
    for line in csv::Reader::from_reader(COMPUTED.as_bytes()).deserialize() {
        let line: Line = line.unwrap();
        let (found, tolerance) = found(&line);
        let source = format!("{} of {}: {}", line.figure, line.judgements, line.source);
        assert_close(found, line.value, tolerance, &source);
        checked += 1;
    }
    assert_eq!(checked, 68);
}

/// The same numbers on every machine: those that the native program computed once.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn the_same_intervals_everywhere() {
    let ends = ["nominal", "ordinal", "interval"].map(|level| {
        let ends =
            interval(&rated(FOUR), &distance(level), Bootstrap::new(7, Some(MomentId(3)), 500)).unwrap();
        (ends.low.0.to_bits(), ends.high.0.to_bits())
    });
    assert_eq!(
        ends,
        [
            (4_601_622_403_374_340_861, 4_607_182_418_800_017_408),
            (4_601_397_415_219_936_214, 4_607_182_418_800_017_408),
            (4_601_338_878_061_757_307, 4_607_182_418_800_017_408)
        ]
    );
}
