//! Benchmarks and pairs of closed questions: optional, so that files without any keep their bytes.

use serde::{Deserialize, Serialize};

use super::{ScaleKind, Side};
use crate::format::saved::Inconsistency::{self, Range, Twice};
use crate::model;

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Surveys {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    benchmarks: Vec<Benchmark>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pairs: Vec<Pair>,
    #[serde(default, skip_serializing_if = "Mirrored::is_empty")]
    mirror: Mirrored,
}

/// The question of each side that the mirror reads.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mirrored {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    client: Option<Question>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    employee: Option<Question>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Benchmark {
    side: Side,
    question: Question,
    share: f64,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pair {
    employee: Question,
    client: Question,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    estimate: bool,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    #[serde(default)]
    name: String,
    kind: ScaleKind,
    min: f64,
    max: f64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    reversed: bool,
}

impl Surveys {
    pub fn of(surveys: &model::Surveys) -> Self {
        let benchmark = |known: &model::Benchmark| Benchmark {
            side: Side::of(known.side),
            question: Question::of(&known.question),
            share: known.share.get(),
        };
        let pair = |known: &model::MirroredPair| Pair {
            employee: Question::of(&known.employee),
            client: Question::of(&known.client),
            estimate: known.estimate,
        };
        Self {
            benchmarks: surveys.benchmarks().iter().map(benchmark).collect(),
            pairs: surveys.pairs().iter().map(pair).collect(),
            mirror: Mirrored {
                client: surveys.mirrored(model::Side::Client).map(Question::of),
                employee: surveys.mirrored(model::Side::Employee).map(Question::of),
            },
        }
    }

    pub fn is_empty(&self) -> bool {
        self.benchmarks.is_empty() && self.pairs.is_empty() && self.mirror.is_empty()
    }

    pub fn into_model(self) -> Result<model::Surveys, Inconsistency> {
        let mut surveys = model::Surveys::default();
        for (raw, place) in self.benchmarks.into_iter().zip(1..) {
            let outside = |what| Range(what, "benchmark", place);
            let side = raw.side.into_model();
            let question = raw.question.into_model().ok_or(outside("scale"))?;
            let share = model::Fraction::new(raw.share).ok_or(outside("share"))?;
            if surveys.benchmark(side, &question).is_some() {
                return Err(Twice("benchmark", place));
            }
            surveys.set_benchmark(model::Benchmark { side, question, share });
        }
        for (raw, place) in self.pairs.into_iter().zip(1..) {
            let scale = || Range("scale", "pair", place);
            let pair = model::MirroredPair {
                employee: raw.employee.into_model().ok_or_else(scale)?,
                client: raw.client.into_model().ok_or_else(scale)?,
                estimate: raw.estimate,
            };
            if surveys.pairs().iter().any(|known| known.mirrors(&pair)) {
                return Err(Twice("pair", place));
            }
            surveys.set_pair(pair);
        }
        let chosen =
            [(model::Side::Client, self.mirror.client), (model::Side::Employee, self.mirror.employee)];
        for (side, raw) in chosen {
            let question = raw.map(|raw| raw.into_model().ok_or(Range("scale", "mirror", 0))).transpose()?;
            surveys.mirror(side, question);
        }
        Ok(surveys)
    }
}

impl Mirrored {
    fn is_empty(&self) -> bool {
        self.client.is_none() && self.employee.is_none()
    }
}

impl Question {
    fn of(question: &model::Question) -> Self {
        let (min, max) = question.scale.ends();
        let kind = ScaleKind::of(question.scale.kind);
        Self { name: question.name.clone(), kind, min, max, reversed: question.scale.is_reversed() }
    }

    fn into_model(self) -> Option<model::Question> {
        let scale = model::Scale::new(self.kind.into_model(), self.min, self.max).ok()?;
        let scale = if self.reversed { scale.turned() } else { scale };
        Some(model::Question { name: self.name, scale })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use crate::format::saved::Inconsistency::{Range, Twice};
    use crate::format::saved::{ReadError, read, write};
    use crate::model::{Project, Side, Surveys};

    fn file(surveys: &str) -> String {
        format!(r#"{{"format":"reflet-project","version":1,"surveys":{surveys}}}"#)
    }

    const QUESTION: &str = r#"{"name":"Q","kind":"csat","min":1,"max":5}"#;

    #[test]
    fn a_file_without_surveys_opens_and_keeps_its_bytes() {
        let before = r#"{"format":"reflet-project","version":1,"name":"Study"}"#;
        assert_eq!(read(before).unwrap().surveys, Surveys::default());
        assert!(!write(&Project::default()).contains("surveys"));
    }

    #[test]
    fn an_estimate_needs_a_mark_in_the_file() {
        let project = read(&file(&format!(r#"{{"pairs":[{{"employee":{QUESTION},"client":{QUESTION}}}]}}"#)));
        assert!(!project.unwrap().surveys.pairs()[0].estimate);
        let known = format!(r#"{{"benchmarks":[{{"side":"employee","question":{QUESTION},"share":0.8}}]}}"#);
        assert_eq!(read(&file(&known)).unwrap().surveys.benchmarks()[0].side, Side::Employee);
    }

    #[test]
    fn the_question_of_the_mirror_is_kept_with_its_direction() {
        let question = QUESTION.replace("5}", r#"5,"reversed":true}"#);
        let project = read(&file(&format!(r#"{{"mirror":{{"employee":{question}}}}}"#))).unwrap();
        assert_eq!(project.surveys.mirrored(Side::Client), None);
        assert!(project.surveys.mirrored(Side::Employee).unwrap().scale.is_reversed());
        assert_eq!(read(&write(&project)), Ok(project));
    }

    #[test]
    fn contradictory_surveys_are_refused() {
        let benchmark = format!(r#"{{"side":"client","question":{QUESTION},"share":0.8}}"#);
        let pair = format!(r#"{{"employee":{QUESTION},"client":{QUESTION}}}"#);
        for (surveys, reason) in [
            (format!(r#"{{"benchmarks":[{benchmark},{benchmark}]}}"#), Twice("benchmark", 2)),
            (format!(r#"{{"pairs":[{pair},{pair}]}}"#), Twice("pair", 2)),
            (
                format!(r#"{{"benchmarks":[{}]}}"#, benchmark.replace("0.8", "80")),
                Range("share", "benchmark", 1),
            ),
            (format!(r#"{{"pairs":[{}]}}"#, pair.replace('5', "0")), Range("scale", "pair", 1)),
        ] {
            assert_eq!(read(&file(&surveys)), Err(ReadError::Inconsistent(reason)));
        }
    }
}
