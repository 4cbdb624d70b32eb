//! From levels to types and their certainty; the mean level over moments.

use crate::model::Settings;

use super::{
    Class, Level, Measures, Mirror, Undefined,
    certainty::{self, Resampled},
    types::Rule,
};

impl Mirror {
    /// The rule that turns its levels into types under these settings.
    pub fn rule(&self, settings: &Settings) -> Rule {
        Rule::new(settings, [self.client.mean_level.ok(), self.employee.mean_level.ok()])
    }

    /// Sets the type of every row under these settings, with its certainty where the row is resampled.
    ///
    /// A moved threshold needs only this, and neither another pass over the project nor another draw. `resampled` has
    /// one entry per row, or none.
    pub fn classify(&mut self, settings: &Settings, resampled: &[Resampled]) {
        let rule = self.rule(settings);
        for (place, row) in self.rows.iter_mut().enumerate() {
            row.class = match (rule.class(&row.client, &row.employee), resampled.get(place)) {
                (Class::Typed(kind, _), Some(resampled)) => {
                    Class::Typed(kind, certainty::of(row, resampled, &rule))
                }
                (class, _) => class,
            };
        }
    }
}

/// Resamples every row, and sets its type under these settings with its certainty.
pub fn add_certainty(mirror: &mut Mirror, settings: &Settings) {
    let resampled: Vec<Resampled> = mirror.rows.iter().map(|row| Resampled::new(row, settings)).collect();
    mirror.classify(settings, &resampled);
}

/// Mean level over moments, each weighted by its respondents with a valence.
pub(super) fn mean_level<'a>(
    moments: impl Iterator<Item = &'a Measures>,
    respondents: u32,
) -> Result<Level, Undefined> {
    let (mut sum, mut weight, mut cited) = (0.0, 0.0, false);
    for measures in moments {
        cited |= measures.cited > 0;
        if let Ok(level) = measures.level {
            let respondents = f64::from(measures.with_valence);
            sum += level.value.0 * respondents;
            weight += respondents;
        }
    }
    if weight > 0.0 {
        Ok(Level(sum / weight))
    } else if cited {
        Err(Undefined::NoValence)
    } else if respondents > 0 {
        Err(Undefined::NotCited)
    } else {
        Err(Undefined::NoRespondents)
    }
}
