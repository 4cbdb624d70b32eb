//! The two samples that are served, measured: what the tests of sentences speak of.

use crate::analysis::certainty::Resampled;
use crate::analysis::{Filter, Measured, Mentions, Tracker, measure};
use crate::format::saved;
use crate::model::Project;

const BANK: &str = include_str!("../../public/samples/bank-fr.json");
const SHOP: &str = include_str!("../../public/samples/shop-en.json");

/// A sample and its figures.
pub struct Sample {
    /// Its name in snapshots.
    pub name: &'static str,
    /// What it is.
    pub project: Project,
    /// Its mirror.
    pub tracker: Tracker,
    /// What was told, clients first.
    pub mentions: [Mentions; 2],
    /// The levels in resamples, row by row.
    pub resampled: Vec<Resampled>,
}

/// Both.
pub fn samples() -> [Sample; 2] {
    [("bank", BANK), ("shop", SHOP)].map(|(name, file)| sample(name, file))
}

/// The bank, which has two waves.
pub fn bank() -> Sample {
    sample("bank", BANK)
}

fn sample(name: &'static str, file: &str) -> Sample {
    let project = saved::read(file).expect("the samples can be read");
    let (tracker, mentions, resampled) = figures(&project);
    Sample { name, project, tracker, mentions, resampled }
}

fn figures(project: &Project) -> (Tracker, [Mentions; 2], Vec<Resampled>) {
    let filter = Filter::default();
    let Measured { mut tracker, mentions, .. } = measure(project, &filter);
    let resampled: Vec<_> = tracker.rows.iter().map(|row| Resampled::new(row, &project.settings)).collect();
    tracker.classify(&project.settings, &resampled);
    (tracker, mentions, resampled)
}

impl Sample {
    /// The same under the settings that it has now.
    pub fn measured_again(self) -> Self {
        let (tracker, mentions, resampled) = figures(&self.project);
        Self { tracker, mentions, resampled, ..self }
    }
}
