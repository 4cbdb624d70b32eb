//! Measuring: from a project to its mirror.

use crate::model::{MomentId, Project, Side, StageId};

use super::{
    Class, CrossSums, Filter, Measures, Mentions, Mirror, Reason, Row, SideSummary,
    measures::RespondentMeasures,
    mirror::mean_level,
    scope::{Scope, Scoping},
    stake,
    units::count,
};

/// Measures every moment of the codebook, in journey order; [`super::add_certainty`] adds how sure the types are.
///
/// One pass over the responses and verbatims that the filter holds, as `project.settings.coder` coded them.
/// N counts the respondents with at least one coded verbatim: a moment, or an explicit *no moment*. The order
/// of responses and verbatims changes no bit of the result.
pub fn mirror(project: &Project, filter: &Filter) -> Mirror {
    measure(project, filter).mirror
}

/// [`mirror`], with the data that it was measured from.
pub fn measure<'a>(project: &'a Project, filter: &'a Filter) -> Measured<'a> {
    let mut measuring = Measuring::new(project, filter);
    loop {
        if let Some(measured) = measuring.step() {
            return measured;
        }
    }
}

/// [`measure`] in small steps, so that a caller can do other work in between.
pub struct Measuring<'a> {
    project: &'a Project,
    moments: Vec<(StageId, MomentId)>,
    scoping: Scoping<'a>,
    /// The data in scope, once all is read.
    scope: Option<Scope<'a>>,
    rows: Vec<Row>,
    /// By side, then per row.
    cross_sums: [Vec<CrossSums>; 2],
    mentions: [Mentions; 2],
}

/// A mirror, and the data that it was measured from.
pub struct Measured<'a> {
    /// The mirror.
    pub mirror: Mirror,
    /// The mentions of clients and of employees, for draws of whole respondents.
    pub mentions: [Mentions; 2],
    pub(super) scope: Scope<'a>,
}

impl<'a> Measuring<'a> {
    /// A measurement of which nothing is read yet.
    pub fn new(project: &'a Project, filter: &'a Filter) -> Self {
        Self {
            project,
            moments: project.codebook.moments().map(|(stage, moment)| (stage.id, moment.id)).collect(),
            scoping: Scoping::new(project, filter),
            scope: None,
            rows: Vec::new(),
            cross_sums: Default::default(),
            mentions: Default::default(),
        }
    }

    /// Does one step, of about a millisecond; returns the mirror after the last.
    pub fn step(&mut self) -> Option<Measured<'a>> {
        let Some(scope) = &self.scope else {
            self.scope = self.scoping.step();
            return None;
        };
        let Some((stage, moment)) = self.moments.get(self.rows.len()).copied() else {
            return Some(self.end());
        };
        let place = count(self.rows.len());
        let [client, employee] = Side::BOTH.map(|side| {
            let by_respondent = RespondentMeasures::all(scope.mentions(place, side), scope);
            self.cross_sums[side as usize].push(CrossSums::new(&by_respondent, scope.levels));
            self.mentions[side as usize].add(place, &by_respondent, scope.levels);
            Measures::new(&by_respondent, scope.levels, scope.sides[side as usize].respondents)
        });
        self.rows.push(Row {
            stage,
            moment,
            class: Class::Unclassified(Reason::NotCited),
            stake: stake::of(&client, &employee),
            client,
            employee,
        });
        None
    }

    fn end(&mut self) -> Measured<'a> {
        let scope = self.scope.take().unwrap_or_default();
        let rows = std::mem::take(&mut self.rows);
        let [client, employee] = Side::BOTH.map(|side| {
            let cross_sums = std::mem::take(&mut self.cross_sums[side as usize]);
            self.mentions[side as usize].number(&scope, side);
            summary(&scope, side, &rows, cross_sums)
        });
        let mut mirror = Mirror { client, employee, rows };
        mirror.classify(&self.project.settings, &[]);
        Measured { mirror, mentions: std::mem::take(&mut self.mentions), scope }
    }
}

fn summary(scope: &Scope, side: Side, rows: &[Row], cross_sums: Vec<CrossSums>) -> SideSummary {
    let tally = &scope.sides[side as usize];
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
        cross_sums,
        prompts: tally.prompts,
        masked: None,
    }
}
