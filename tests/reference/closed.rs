//! Closed questions.

use reflet::analysis::Answer;
use reflet::analysis::closed::nps::{Split, score};
use reflet::analysis::closed::{Answers, boxes, nps, pair};
use reflet::model::{Scale, ScaleKind};

use crate::assert_close;

/// Made by `closed.py`, which documents it.
const COMPUTED: &str = include_str!("closed.csv");
/// The fixture has nine decimals of figures up to 200, and another z than 1.959964 by 1.6e-8, times at most 71.
const TOLERANCE: f64 = 2e-6;

/// Score and standard error, to so many decimals, by hand: 100 √((p + d − (p − d)²)/n). The second is the example of
/// W. Huber, stats.stackexchange.com/q/18603 (shares of 1/2, 1/3 and 1/6, score 1/3, variance 5/9), among 300.
const WORKED: [(Split, f64, f64); 2] = [
    (Split { promoters: 50, passives: 30, detractors: 20 }, 30.0, 7.810),
    (Split { promoters: 150, passives: 100, detractors: 50 }, 33.33, 4.303),
];

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn worked_net_promoter_scores() {
    for (split, value, error) in WORKED {
        let found = score(split).unwrap();
        assert_close(found.score.value.0, value, 5e-3, "by hand");
        assert_close(found.error.0, error, 5e-4, "by hand");
    }
    let found = score(Split { promoters: 12, passives: 10, detractors: 8 }).unwrap();
    let ends = found.score.interval.unwrap();
    assert_close(found.score.value.0, 13.33, 5e-3, "by hand, 12/10/8");
    assert_close((ends.high.0 - ends.low.0) / 2.0, 28.83, 5e-3, "by hand, 12/10/8");
}

#[derive(serde::Deserialize)]
struct Line {
    figure: String,
    answers: String,
    value: f64,
    error: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    source: String,
}

impl Line {
    /// The answers of each side, one count per answer of the scale.
    fn sides(&self) -> Vec<Answers> {
        self.answers.split('|').map(|side| self.answers(side)).collect()
    }

    fn answers(&self, text: &str) -> Answers {
        let counts: Vec<usize> = text.split(' ').map(|count| count.parse().unwrap()).collect();
        let figure = self.figure.trim_end_matches("_turned");
        let steps = f64::from(u32::try_from(counts.len()).unwrap());
        let scale = match (figure, counts.len()) {
            ("agreement", _) => Scale::new(ScaleKind::Agreement, 1.0, steps).unwrap(),
            ("top_from_0", _) => Scale::custom(0.0, 10.0).unwrap(),
            ("top_from_1", _) => Scale::custom(1.0, 10.0).unwrap(),
            (_, 11) => Scale::NPS,
            (_, 7) => Scale::CES,
            _ => Scale::CSAT,
        };
        let scale = if figure == self.figure { scale } else { scale.turned() };
        let places = (0_u32..).zip(&counts);
        let given = places.flat_map(|(place, count)| vec![Answer(scale.ends().0 + f64::from(place)); *count]);
        Answers::new(scale, given.collect())
    }

    fn check(&self, value: f64, ends: Option<(f64, f64)>) {
        let source = format!("{} of {}: {}", self.figure, self.answers, self.source);
        assert_close(value, self.value, TOLERANCE, &source);
        assert_eq!(ends.is_some(), self.low.is_some(), "{source}");
        if let Some((found, expected)) = ends.zip(self.low.zip(self.high)) {
            assert_close(found.0, expected.0, TOLERANCE, &source);
            assert_close(found.1, expected.1, TOLERANCE, &source);
        }
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[test]
fn computed_figures() {
    let mut checked = 0;
    for line in csv::Reader::from_reader(COMPUTED.as_bytes()).deserialize() {
        let line: Line = line.unwrap();
        let sides = line.sides();
        match line.figure.as_str() {
            "nps" => {
                let found = nps::of(&sides[0]).unwrap();
                let ends = found.score.interval.unwrap();
                line.check(found.score.value.0, Some((ends.low.0, ends.high.0)));
                assert_close(found.error.0, line.error.unwrap(), TOLERANCE, &line.source);
            }
            "mean" => line.check(sides[0].mean().unwrap().0, None),
            "favourable_gap" => {
                let gap = pair::favourable(&sides[0], &sides[1]).unwrap().gap;
                line.check(gap.value.0, gap.interval.ok().map(|ends| (ends.low.0, ends.high.0)));
            }
            "nps_gap" => {
                let gap = pair::net(&sides[0], &sides[1]).unwrap().gap;
                line.check(gap.value.0, gap.interval.ok().map(|ends| (ends.low.0, ends.high.0)));
            }
            share => {
                let figure = match share.trim_end_matches("_turned") {
                    "csat" => boxes::csat,
                    "ces" => boxes::ces,
                    "favourable" | "agreement" => boxes::favourable,
                    "top_from_0" | "top_from_1" => boxes::top,
                    other => unreachable!("{other}"),
                };
                let found = figure(&sides[0]).unwrap();
                let ends = found.interval.unwrap();
                line.check(found.value.0, Some((ends.low.0, ends.high.0)));
            }
        }
        checked += 1;
    }
    assert_eq!(checked, 57);
}
