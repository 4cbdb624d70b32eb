//! Resamples of whole respondents in small steps.

use super::Steps;
use crate::analysis::joint::{Draw, Input, Intervals};

/// Respondents × resamples up to which resampling is faster than starting another thread.
const SHORT: u64 = 4_000_000;

/// Whether resampling takes no longer than starting another thread would.
pub fn is_short(people: u64, resamples: u32) -> bool {
    people.saturating_mul(u64::from(resamples)) <= SHORT
}

/// Draws in the making.
#[derive(Debug)]
pub struct Resampling {
    draw: Option<Draw>,
    resamples: u32,
}

impl Resampling {
    /// Draws of which none is made yet.
    pub fn new(input: &Input) -> Self {
        Self { draw: Some(Draw::new(input)), resamples: input.resamples }
    }

    /// How many resamples are done, and how many there will be.
    pub fn progress(&self) -> (u32, u32) {
        (self.draw.as_ref().map_or(self.resamples, Draw::done), self.resamples)
    }
}

impl Steps for Resampling {
    type Output = Intervals;

    fn step(&mut self) -> Option<Intervals> {
        let is_done = self.draw.as_mut()?.step() == self.resamples;
        if is_done { self.draw.take().map(Draw::finish) } else { None }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::analysis::{Class, Filter, Mirror, Reason};
    use crate::figures::{Making, example};

    #[test]
    fn draws_end_with_the_last_resample() {
        let project = example::project();
        let figures = Making::new(&project, &Filter::default(), None).finish();
        let input = Input::new(&figures.mentions, &figures.mirror, &figures.settings);
        let mut resampling = Resampling::new(&input);
        assert_eq!(resampling.progress(), (0, project.settings.resamples));
        let mut steps = 1;
        let intervals = loop {
            if let Some(intervals) = resampling.step() {
                break intervals;
            }
            steps += 1;
            assert!(resampling.progress().0 < project.settings.resamples);
        };
        assert!(steps > 1 && intervals.gap.is_some());
        assert_eq!(resampling.progress(), (input.resamples, input.resamples));
        let mut at_once = Draw::new(&input);
        while at_once.step() < input.resamples {}
        assert_eq!(intervals, at_once.finish());
    }

    /// A moment that nobody should act on is one of those that both sides are compared over, but not of those that are ranked.
    #[test]
    fn what_is_divided_stays_in_the_readings_and_has_no_rank() {
        let project = example::project();
        let figures = Making::new(&project, &Filter::default(), None).finish();
        let drawn = |mirror: &Mirror| {
            let input = Input::new(&figures.mentions, mirror, &figures.settings);
            let mut draw = Draw::new(&input);
            while draw.step() < input.resamples {}
            draw.finish()
        };
        let mut mirror = figures.mirror.clone();
        let place = mirror.rows.iter().position(|row| row.family().is_some()).unwrap();
        mirror.rows[place].client.ambivalent = false;
        mirror.rows[place].employee.ambivalent = false;
        let all = drawn(&mirror);
        mirror.rows[place].client.ambivalent = true;
        let without = drawn(&mirror);
        assert!(all.ranks[place].is_some() && without.ranks[place].is_none());
        assert_eq!(Intervals { ranks: Vec::new(), ..without }, Intervals { ranks: Vec::new(), ..all });
        for row in &mut mirror.rows {
            row.class = Class::Unclassified(Reason::NotCited);
        }
        assert_eq!(drawn(&mirror).gap, None);
    }

    #[test]
    fn only_long_draws_need_a_thread() {
        assert!(is_short(2000, 2000) && !is_short(2001, 2000) && !is_short(u64::MAX, 2));
    }
}
