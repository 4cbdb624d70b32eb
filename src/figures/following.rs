//! The trends of all moments in small steps.

use super::Steps;
use crate::analysis::compare::trend::{self, FEWEST, Trends};
use crate::analysis::groups::Plan;
use crate::analysis::{Filter, Measured, Measuring};
use crate::model::Project;

/// The filters of the waves inside the chosen filter, and true, if the plan offers all of them; else those of the waves
/// alone that it offers, and false. None if they are too few for a trend.
pub fn waves(project: &Project, chosen: &Filter, plan: &Plan) -> Option<(Vec<Filter>, bool)> {
    let mut filters = trend::filters(project, chosen);
    let is_whole = filters.iter().all(|filter| plan.offers(filter));
    if !is_whole {
        filters = trend::filters(project, &Filter::default());
        filters.retain(|filter| plan.offers(filter));
    }
    (filters.len() >= FEWEST).then_some((filters, is_whole))
}

/// Trends in the making.
pub struct Following<'a> {
    filters: &'a [Filter],
    measuring: Vec<Measuring<'a>>,
    measured: Vec<Measured<'a>>,
}

impl<'a> Following<'a> {
    /// Trends of which nothing is done yet.
    pub fn new(project: &'a Project, filters: &'a [Filter]) -> Self {
        let measuring = filters.iter().map(|filter| Measuring::new(project, filter)).collect();
        Self { filters, measuring, measured: Vec::new() }
    }
}

impl Steps for Following<'_> {
    type Output = Trends;

    fn step(&mut self) -> Option<Trends> {
        let Some(measuring) = self.measuring.get_mut(self.measured.len()) else {
            return Some(trend::of(self.filters, &self.measured));
        };
        self.measured.extend(measuring.step());
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::example;

    #[test]
    fn steps_give_the_trends_computed_at_once() {
        let project = example::project();
        let (filters, is_whole) = waves(&project, &Filter::default(), &Plan::new(&project)).unwrap();
        assert!(is_whole);
        let followed = Following::new(&project, &filters).finish();
        assert_eq!(followed, trend::trends(&project, &Filter::default()));
        assert_eq!(followed.waves, ["2023", "2024", "2025"]);
        let levels = &followed.rows[0].client.levels;
        assert_ne!(levels[0], levels[2], "waves that are measured in another order give other trends");
    }

    #[test]
    fn two_waves_are_no_trend_and_a_filter_of_a_few_is_ignored() {
        let mut project = example::project();
        let few = Filter { wave: None, segment: Some(("region".to_owned(), "few".to_owned())) };
        let plan = Plan::new(&project);
        let (filters, is_whole) = waves(&project, &few, &plan).unwrap();
        assert_eq!((filters, is_whole), (trend::filters(&project, &Filter::default()), false));
        project.responses.retain(|_, response| response.wave.as_deref() != Some("2023"));
        let responses = &project.responses;
        project.verbatims.retain(|_, verbatim| responses.contains_key(&verbatim.response));
        assert_eq!(waves(&project, &Filter::default(), &Plan::new(&project)), None);
    }
}
