//! The figures of a mirror in small steps: measures, then the certainty of each type, row by row.

use std::sync::Arc;

use super::Steps;
use crate::analysis::certainty::Resampled;
use crate::analysis::{Filter, Measuring, Mentions, Mirror, Row};
use crate::model::{Project, Settings};

/// The figures for one state of a project under one filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    filter: Filter,
    /// The mirror, certainty included.
    pub mirror: Mirror,
    /// The settings that the types depend on.
    pub settings: Settings,
    /// The levels in resamples, row by row; a moved threshold needs no new ones.
    resampled: Arc<Vec<Resampled>>,
    /// The mentions of both sides, for draws of whole respondents.
    pub mentions: Arc<[Mentions; 2]>,
}

impl Figures {
    /// The filter of the figures.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The resamples of the row at that place.
    pub fn resampled(&self, place: usize) -> Option<&Resampled> {
        self.resampled.get(place)
    }

    /// The same figures with the types under these settings.
    pub fn under(self: &Arc<Self>, settings: Settings) -> Arc<Self> {
        if self.settings == settings {
            return Arc::clone(self);
        }
        let mut figures = Self::clone(self);
        figures.mirror.classify(&settings, &self.resampled);
        figures.settings = settings;
        Arc::new(figures)
    }

    /// The resamples of that row, if a new draw under these settings would give the same.
    fn reusable(&self, place: usize, row: &Row, settings: &Settings) -> Option<Resampled> {
        let alike = |settings: &Settings| (settings.seed, settings.resamples, settings.minimum);
        let known = self.mirror.rows.get(place)?;
        let same = known.moment == row.moment
            && known.client.profile == row.client.profile
            && known.employee.profile == row.employee.profile
            && alike(&self.settings) == alike(settings);
        same.then(|| self.resampled.get(place).cloned()).flatten()
    }
}

/// Figures in the making.
pub struct Making<'a> {
    project: &'a Project,
    filter: &'a Filter,
    measuring: Measuring<'a>,
    /// Earlier figures, whose resamples are reused for moments with unchanged data.
    earlier: Option<Arc<Figures>>,
    /// The mirror and its mentions, once all is measured.
    measured: Option<(Mirror, [Mentions; 2])>,
    resampled: Vec<Resampled>,
}

impl<'a> Making<'a> {
    /// Figures of which nothing is done yet.
    pub fn new(project: &'a Project, filter: &'a Filter, earlier: Option<Arc<Figures>>) -> Self {
        let measuring = Measuring::new(project, filter);
        Self { project, filter, measuring, earlier, measured: None, resampled: Vec::new() }
    }
}

impl Steps for Making<'_> {
    type Output = Figures;

    fn step(&mut self) -> Option<Figures> {
        let Some((mirror, _)) = &self.measured else {
            self.measured = self.measuring.step().map(|measured| (measured.mirror, measured.mentions));
            return None;
        };
        let settings = self.project.settings;
        let place = self.resampled.len();
        if let Some(row) = mirror.rows.get(place) {
            let known = self.earlier.as_ref().and_then(|earlier| earlier.reusable(place, row, &settings));
            self.resampled.push(known.unwrap_or_else(|| Resampled::new(row, &settings)));
            return None;
        }
        let (mut mirror, mentions) = self.measured.take()?;
        let resampled = std::mem::take(&mut self.resampled);
        mirror.classify(&settings, &resampled);
        let (resampled, mentions) = (Arc::new(resampled), Arc::new(mentions));
        Some(Figures { filter: self.filter.clone(), mirror, settings, resampled, mentions })
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
    fn steps_give_the_figures_computed_at_once() {
        let project = example::project();
        let made = figures(&project, None);
        let mut at_once = crate::analysis::mirror(&project, &Filter::default());
        add_certainty(&mut at_once, &project.settings);
        assert_eq!(made.mirror, at_once);
        assert!(made.mirror.rows.len() > 2);
    }

    #[test]
    fn earlier_resamples_are_reused_only_where_data_and_seed_are_the_same() {
        let mut project = example::project();
        let before = Arc::new(figures(&project, None));
        let mut marked = Figures::clone(&before);
        let mut wrong = marked.resampled.as_ref().clone();
        wrong.swap(0, 1);
        marked.resampled = Arc::new(wrong);
        let marked = Arc::new(marked);
        // The same project: the resamples are those of the earlier figures, here swapped.
        assert_eq!(figures(&project, Some(Arc::clone(&marked))).resampled, marked.resampled);
        // Another seed: none is reused.
        project.settings.seed += 1;
        let after = figures(&project, Some(marked));
        assert_eq!(after, figures(&project, None));
        assert_ne!(after.resampled, before.resampled);
    }

    #[test]
    fn moved_thresholds_give_the_types_of_a_new_computation() {
        let mut project = example::project();
        let before = Arc::new(figures(&project, None));
        project.settings.client_threshold = Threshold::new(1.9).unwrap();
        let moved = before.under(project.settings);
        assert_eq!(*moved, figures(&project, None));
        assert_ne!(moved.mirror, before.mirror);
        assert!(Arc::ptr_eq(&before.under(before.settings), &before));
    }
}
