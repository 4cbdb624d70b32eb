//! The respondents of a side grouped by their valence for one moment: the data of levels and resamples.

use super::{Level, Profile, Shift};

impl Profile {
    /// The profile of respondents with these valences, in any order, of `without_valence` others who cite the moment,
    /// and of `silent` who do not.
    pub fn new(mut valences: Vec<f64>, without_valence: u32, silent: u32) -> Self {
        valences.sort_unstable_by(f64::total_cmp);
        let mut classes: Vec<(f64, u32)> = Vec::new();
        for valence in valences {
            match classes.last_mut() {
                Some((last, count)) if last.total_cmp(&valence).is_eq() => *count += 1,
                _ => classes.push((valence, 1)),
            }
        }
        Self { valences: classes, without_valence, silent }
    }

    /// Respondents with a valence.
    pub fn with_valence(&self) -> u32 {
        self.valences.iter().map(|(_, count)| count).sum()
    }

    /// All respondents (N).
    pub fn respondents(&self) -> u32 {
        self.with_valence() + self.without_valence + self.silent
    }

    /// Mean of the valences; none without any.
    ///
    /// Summed in ascending order of valence, so that the order of respondents changes no bit.
    pub fn mean(&self) -> Option<Level> {
        let count = self.with_valence();
        let sum: f64 = self.valences.iter().map(|(valence, count)| valence * f64::from(*count)).sum();
        (count > 0).then(|| Level(sum / f64::from(count)))
    }

    /// Standard error of the mean, s/√n; none for fewer than two respondents.
    pub fn error(&self) -> Option<f64> {
        let (mean, count) = (self.mean()?, self.with_valence());
        let freedom = f64::from(count.checked_sub(1).filter(|freedom| *freedom > 0)?);
        Some((self.squares(mean) / freedom / f64::from(count)).sqrt())
    }

    /// Standard deviation of the valences, s; none for fewer than two respondents.
    pub fn spread(&self) -> Option<Shift> {
        self.error().map(|error| Shift(error * f64::from(self.with_valence()).sqrt()))
    }

    /// The numbers of respondents with a positive and with a negative valence.
    pub fn signs(&self) -> (u32, u32) {
        let people = |sign: fn(f64) -> bool| -> u32 {
            self.valences.iter().filter(|(valence, _)| sign(*valence)).map(|(_, people)| people).sum()
        };
        (people(|valence| valence > 0.0), people(|valence| valence < 0.0))
    }

    /// Sum of the squared distances of the valences to `mean`.
    pub(super) fn squares(&self, mean: Level) -> f64 {
        let distance = |valence: &f64| valence - mean.0;
        self.valences.iter().map(|(v, count)| distance(v) * distance(v) * f64::from(*count)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_equal_valences() {
        let profile = Profile::new(vec![1.0, -2.0, 1.0, 0.5], 2, 10);
        assert_eq!(profile.valences, [(-2.0, 1), (0.5, 1), (1.0, 2)]);
        assert_eq!((profile.with_valence(), profile.respondents()), (4, 16));
        assert_eq!(profile.mean(), Some(Level(0.125)));
        assert_eq!(Profile::new(Vec::new(), 2, 10).mean(), None);
        assert_eq!(profile.signs(), (3, 1));
        assert_eq!(Profile::new(vec![0.0, 2.0], 0, 0).signs(), (1, 0), "neutral is neither");
    }

    #[test]
    fn spreads_by_the_sample_deviation() {
        let spread = Profile::new(vec![-1.0, 0.0, 1.0], 0, 3).spread().map(|spread| spread.0);
        assert!(spread.is_some_and(|spread| (spread - 1.0).abs() < 1e-12));
        assert_eq!(Profile::new(vec![1.0], 0, 3).spread(), None);
    }
}
