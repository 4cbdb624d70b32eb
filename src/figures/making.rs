//! The figures of a mirror: measures, then how sure each type is, row by row.

use std::sync::Arc;

use super::Steps;
use crate::analysis::certainty::Resampled;
use crate::analysis::{Filter, Measuring, Mentions, Row, Tracker};
use crate::model::{Project, Settings};

/// The figures for one state of a project under one filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    filter: Filter,
    /// All of them, certainty included.
    pub tracker: Tracker,
    /// What the types were made with.
    pub settings: Settings,
    /// The levels in resamples, row by row: a moved threshold needs no others.
    resampled: Arc<Vec<Resampled>>,
    /// What was mentions, for draws of whole respondents.
    pub mentions: Arc<[Mentions; 2]>,
}

impl Figures {
    /// Which responses were read.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// What was drawn for the row of that place.
    pub fn resampled(&self, place: usize) -> Option<&Resampled> {
        self.resampled.get(place)
    }

    /// The same with the types that these settings make.
    pub fn under(self: &Arc<Self>, settings: Settings) -> Arc<Self> {
        if self.settings == settings {
            return Arc::clone(self);
        }
        let mut figures = Self::clone(self);
        figures.tracker.classify(&settings, &self.resampled);
        figures.settings = settings;
        Arc::new(figures)
    }

    /// What was drawn for that row, if it would be drawn alike under these settings.
    fn drawn(&self, place: usize, row: &Row, settings: &Settings) -> Option<Resampled> {
        let alike = |settings: &Settings| (settings.seed, settings.resamples, settings.minimum);
        let known = self.tracker.rows.get(place)?;
        let same = known.moment == row.moment
            && known.client.profile == row.client.profile
            && known.employee.profile == row.employee.profile
            && alike(&self.settings) == alike(settings);
        same.then(|| self.resampled.get(place).cloned()).flatten()
    }
}

/// Figures on their way.
pub struct Making<'a> {
    project: &'a Project,
    filter: &'a Filter,
    measuring: Measuring<'a>,
    /// Figures made earlier: what was drawn for a moment still holds if nobody says anything else of it.
    earlier: Option<Arc<Figures>>,
    /// Once all is measured.
    measured: Option<(Tracker, [Mentions; 2])>,
    resampled: Vec<Resampled>,
}

impl<'a> Making<'a> {
    /// Nothing done yet.
    pub fn new(project: &'a Project, filter: &'a Filter, earlier: Option<Arc<Figures>>) -> Self {
        let measuring = Measuring::new(project, filter);
        Self { project, filter, measuring, earlier, measured: None, resampled: Vec::new() }
    }
}

impl Steps for Making<'_> {
    type Output = Figures;

    fn step(&mut self) -> Option<Figures> {
        let Some((tracker, _)) = &self.measured else {
            self.measured = self.measuring.step().map(|measured| (measured.tracker, measured.mentions));
            return None;
        };
        let settings = self.project.settings;
        let place = self.resampled.len();
        if let Some(row) = tracker.rows.get(place) {
            let known = self.earlier.as_ref().and_then(|earlier| earlier.drawn(place, row, &settings));
            self.resampled.push(known.unwrap_or_else(|| Resampled::new(row, &settings)));
            return None;
        }
        let (mut tracker, mentions) = self.measured.take()?;
        let resampled = std::mem::take(&mut self.resampled);
        tracker.classify(&settings, &resampled);
        let (resampled, mentions) = (Arc::new(resampled), Arc::new(mentions));
        Some(Figures { filter: self.filter.clone(), tracker, settings, resampled, mentions })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::add_certainty;
    use crate::figures::example;
    use crate::model::Threshold;

    fn figures(project: &Project, earlier: Option<Arc<Figures>>) -> Figures {
        Making::new(project, &Filter::default(), earlier).finish()
    }

    #[test]
    fn steps_give_what_is_computed_at_once() {
        let project = example::project();
        let made = figures(&project, None);
        let mut at_once = crate::analysis::tracker(&project, &Filter::default());
        add_certainty(&mut at_once, &project.settings);
        assert_eq!(made.tracker, at_once);
        assert!(made.tracker.rows.len() > 2);
    }

    #[test]
    fn what_was_drawn_earlier_is_taken_where_it_holds_and_nowhere_else() {
        let mut project = example::project();
        let before = Arc::new(figures(&project, None));
        let mut marked = Figures::clone(&before);
        let mut wrong = marked.resampled.as_ref().clone();
        wrong.swap(0, 1);
        marked.resampled = Arc::new(wrong);
        let marked = Arc::new(marked);
        // The same project: the draws are those of the earlier figures, right or wrong.
        assert_eq!(figures(&project, Some(Arc::clone(&marked))).resampled, marked.resampled);
        // Another seed: none of them holds.
        project.settings.seed += 1;
        let after = figures(&project, Some(marked));
        assert_eq!(after, figures(&project, None));
        assert_ne!(after.resampled, before.resampled);
    }

    #[test]
    fn moved_thresholds_change_types_as_if_all_was_made_anew() {
        let mut project = example::project();
        let before = Arc::new(figures(&project, None));
        project.settings.client_threshold = Threshold::new(1.9).unwrap();
        let moved = before.under(project.settings);
        assert_eq!(*moved, figures(&project, None));
        assert_ne!(moved.tracker, before.tracker);
        assert!(Arc::ptr_eq(&before.under(before.settings), &before));
    }
}
