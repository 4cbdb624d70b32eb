//! The two samples that are served, measured: what the tests of sentences speak of.

use crate::analysis::certainty::Resampled;
use crate::analysis::{Filter, Measured, Mentions, Mirror, measure};
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
    pub mirror: Mirror,
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
    let (mirror, mentions, resampled) = figures(&project);
    Sample { name, project, mirror, mentions, resampled }
}

fn figures(project: &Project) -> (Mirror, [Mentions; 2], Vec<Resampled>) {
    let filter = Filter::default();
    let Measured { mut mirror, mentions, .. } = measure(project, &filter);
    let resampled: Vec<_> = mirror.rows.iter().map(|row| Resampled::new(row, &project.settings)).collect();
    mirror.classify(&project.settings, &resampled);
    (mirror, mentions, resampled)
}

impl Sample {
    /// The same under the settings that it has now.
    pub fn measured_again(self) -> Self {
        let (mirror, mentions, resampled) = figures(&self.project);
        Self { mirror, mentions, resampled, ..self }
    }
}
