//! The whole mirror.

use crate::model::{Project, Settings, Side};

use super::{
    Class, Filter, Level, Measures, Reason, Row, SideSummary, Ties, Tracker, Undefined,
    certainty::{self, Resampled},
    scope::Scope,
    stake,
    types::Rule,
    units::count,
};

/// Measures every moment of the codebook, in journey order; how sure the types are is left to [`settle`].
///
/// One pass over the responses and verbatims that the filter leaves, read as `project.settings.coder` coded them.
/// N counts the respondents with at least one coded verbatim: a moment, or an explicit *no moment*. The order
/// of responses and verbatims changes no bit of the result.
pub fn tracker(project: &Project, filter: &Filter) -> Tracker {
    let scope = Scope::new(project, filter);
    let measure = |place, side: Side| {
        let respondents = scope.sides[side as usize].respondents;
        Measures::new(scope.mentions(place, side), &scope, respondents)
    };
    let rows: Vec<Row> = project
        .codebook
        .moments()
        .zip(0..)
        .map(|((stage, moment), place)| {
            let (client, employee) = (measure(place, Side::Client), measure(place, Side::Employee));
            Row {
                stage: stage.id,
                moment: moment.id,
                class: Class::Unclassified(Reason::NotCited),
                stake: stake::of(&client, &employee),
                client,
                employee,
            }
        })
        .collect();
    let mut tracker = Tracker {
        client: summary(&scope, Side::Client, &rows),
        employee: summary(&scope, Side::Employee, &rows),
        rows,
    };
    tracker.classify(&project.settings, &[]);
    tracker
}

impl Tracker {
    /// What turns its levels into types under these settings.
    pub fn rule(&self, settings: &Settings) -> Rule {
        Rule::new(settings, [self.client.mean_level.ok(), self.employee.mean_level.ok()])
    }

    /// Gives every row its type under these settings, and how sure it is where it was drawn again.
    ///
    /// So a moved threshold needs neither a second pass over the project nor a second draw. `resampled` has one entry
    /// per row, or none.
    pub fn classify(&mut self, settings: &Settings, resampled: &[Resampled]) {
        let rule = self.rule(settings);
        for (place, row) in self.rows.iter_mut().enumerate() {
            row.class = match (rule.class(&row.client, &row.employee), resampled.get(place)) {
                (Class::Typed(kind, _), Some(drawn)) => Class::Typed(kind, certainty::of(row, drawn, &rule)),
                (class, _) => class,
            };
        }
    }
}

/// Gives every row its type under these settings, and how sure it is, all in one go.
pub fn settle(tracker: &mut Tracker, settings: &Settings) {
    let resampled: Vec<Resampled> = tracker.rows.iter().map(|row| Resampled::new(row, settings)).collect();
    tracker.classify(settings, &resampled);
}

fn summary(scope: &Scope, side: Side, rows: &[Row]) -> SideSummary {
    let tally = &scope.sides[side as usize];
    let moment_count = count(rows.len());
    let moments = rows.iter().map(|row| match side {
        Side::Client => &row.client,
        Side::Employee => &row.employee,
    });
    SideSummary {
        respondents: tally.respondents,
        verbatims: tally.verbatims,
        coded: tally.coded,
        mean_level: mean_level(moments, tally.respondents),
        moments: scope.all_moments(side),
        ties: (0..moment_count).map(|place| Ties::new(scope.mentions(place, side), scope)).collect(),
        prompts: tally.prompts,
        masked: None,
    }
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
