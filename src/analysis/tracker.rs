//! The whole mirror.

use crate::model::{Project, Settings, Side};

use super::{
    Class, Filter, Level, Measures, Row, SideSummary, Tracker, Undefined, certainty, scope::Scope, stake,
    types::class,
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
        Measures::new(scope.mentions(place, side), &scope.ratings, respondents)
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
                class: class(&client, &employee, &project.settings),
                stake: stake::of(&client, &employee),
                client,
                employee,
            }
        })
        .collect();
    Tracker {
        client: summary(&scope, Side::Client, rows.iter().map(|row| &row.client)),
        employee: summary(&scope, Side::Employee, rows.iter().map(|row| &row.employee)),
        rows,
    }
}

/// Gives every row its type under these settings, and how sure it is.
///
/// The types are derived again, so that a moved threshold needs no second pass over the project.
pub fn settle(tracker: &mut Tracker, settings: &Settings) {
    for row in &mut tracker.rows {
        row.class = match class(&row.client, &row.employee, settings) {
            Class::Typed(kind, _) => Class::Typed(kind, certainty::of(row, settings)),
            unclassified @ Class::Unclassified(_) => unclassified,
        };
    }
}

fn summary<'a>(scope: &Scope, side: Side, moments: impl Iterator<Item = &'a Measures>) -> SideSummary {
    let tally = &scope.sides[side as usize];
    SideSummary {
        respondents: tally.respondents,
        verbatims: tally.verbatims,
        coded: tally.coded,
        mean_level: mean_level(moments, tally.respondents),
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
