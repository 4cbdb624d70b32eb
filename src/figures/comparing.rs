//! The comparison of two groups in small steps, each group with the certainty of its types.

use super::Steps;
use crate::analysis::certainty::Resampled;
use crate::analysis::compare::groups::{Comparison, between};
use crate::analysis::{Filter, Measured, Measuring};
use crate::model::{Project, Settings};

/// A comparison in the making.
pub struct Comparing<'a> {
    settings: Settings,
    measuring: [Measuring<'a>; 2],
    measured: Vec<Measured<'a>>,
    /// The comparison, once both groups are measured, with the resamples of their rows so far.
    compared: Option<(Comparison, [Vec<Resampled>; 2])>,
}

impl<'a> Comparing<'a> {
    /// A comparison of which nothing is done yet.
    pub fn new(project: &'a Project, filters: &'a [Filter; 2]) -> Self {
        Self {
            settings: project.settings,
            measuring: filters.each_ref().map(|filter| Measuring::new(project, filter)),
            measured: Vec::new(),
            compared: None,
        }
    }
}

impl Steps for Comparing<'_> {
    type Output = Comparison;

    fn step(&mut self) -> Option<Comparison> {
        if let Some((comparison, resampled)) = &mut self.compared {
            let groups = [&mut comparison.before, &mut comparison.after];
            for (group, resampled) in groups.into_iter().zip(resampled) {
                if let Some(row) = group.rows.get(resampled.len()) {
                    resampled.push(Resampled::new(row, &self.settings));
                    if resampled.len() == group.rows.len() {
                        group.classify(&self.settings, resampled);
                    }
                    return None;
                }
            }
            return self.compared.take().map(|(comparison, _)| comparison);
        }
        match self.measuring.get_mut(self.measured.len()) {
            Some(measuring) => self.measured.extend(measuring.step()),
            None => {
                if let (Some(after), Some(before)) = (self.measured.pop(), self.measured.pop()) {
                    self.compared = Some((between(before, after), Default::default()));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::add_certainty;
    use crate::analysis::compare::Pairing;
    use crate::analysis::compare::groups::compare;
    use crate::analysis::groups::Plan;
    use crate::figures::example;

    #[test]
    fn steps_give_what_is_compared_at_once() {
        let project = example::project();
        let axis = example::axis();
        let compared = Comparing::new(&project, &axis.filters(&Filter::default())).finish();
        let mut at_once = compare(&project, &axis, &Filter::default());
        add_certainty(&mut at_once.before, &project.settings);
        add_certainty(&mut at_once.after, &project.settings);
        assert_eq!(compared, at_once);
        assert_ne!(compared.before, compared.after);
    }

    #[test]
    fn groups_are_compared_outside_a_filter_that_leaves_a_few() {
        let project = example::project();
        let plan = Plan::new(&project);
        let wave = |wave: &str| Filter { wave: Some(wave.to_owned()), segment: None };
        let inside = |chosen: &Filter| Pairing::new(example::axis(), chosen, &plan);
        let all = inside(&Filter::default());
        assert_eq!((all.inside, all.filters), (true, [wave("2024"), wave("2025")]));
        let few = Filter { wave: None, segment: Some(("region".to_owned(), "few".to_owned())) };
        let pairing = inside(&few);
        assert_eq!((pairing.inside, pairing.filters), (false, [wave("2024"), wave("2025")]));
    }
}
