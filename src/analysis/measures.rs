//! The measures of one side and one moment. The unit is the respondent: one who cites a moment three times counts once,
//! with the mean of their valences.

use crate::model::{self, LevelSource, Score};

use super::{
    CrossSums, Effort, Level, Measures, Profile, Share, Undefined,
    scope::{Mention, Scope},
    student,
    units::count,
    wilson::frequency,
};

/// The measures of one respondent who cites one moment, over all their verbatims.
pub(super) struct RespondentMeasures {
    /// The respondent's number in the scope.
    pub person: u32,
    /// Mean valence of their codings that have one.
    valence: Option<f64>,
    /// Mean |valence| of the same codings.
    intensity: Option<f64>,
    /// Whether any coding is positive.
    praises: bool,
    /// Whether any coding is negative.
    blames: bool,
    /// Mean effort of their codings that have one.
    effort: Option<f64>,
    /// Mean of their answers to the closed question that is read, rescaled to the valence scale.
    rating: Option<f64>,
    /// How many moments they have a level for.
    moments: u32,
}

impl RespondentMeasures {
    /// The measures of each respondent in these mentions of one moment by one side, sorted by person.
    pub fn all(mentions: &[Mention], scope: &Scope) -> Vec<Self> {
        mentions.chunk_by(|a, b| a.person == b.person).map(|same| Self::new(same, scope)).collect()
    }

    fn new(mentions: &[Mention], scope: &Scope) -> Self {
        let scores = || mentions.iter().filter_map(|mention| mention.valence).map(Score::get);
        let efforts = || mentions.iter().filter_map(|mention| mention.effort).map(model::Effort::get);
        let person = mentions[0].person;
        Self {
            person,
            valence: whole_mean(scores()),
            intensity: whole_mean(scores().map(i8::abs)),
            praises: scores().any(|score| score > 0),
            blames: scores().any(|score| score < 0),
            effort: whole_mean(efforts()),
            rating: scope.ratings[person as usize],
            moments: scope.moments[person as usize],
        }
    }

    /// The value that enters the level.
    pub fn level(&self, source: LevelSource) -> Option<f64> {
        match source {
            LevelSource::Valence => self.valence,
            LevelSource::Rating => self.rating,
        }
    }
}

/// The mean; whole numbers until the one division make equal means equal bit for bit.
fn whole_mean(numbers: impl Iterator<Item = i8>) -> Option<f64> {
    let (sum, number) =
        numbers.fold((0_i32, 0_u32), |(sum, number), next| (sum + i32::from(next), number + 1));
    (number > 0).then(|| f64::from(sum) / f64::from(number))
}

impl Measures {
    /// The measures of one moment from those of the citing respondents, among the N `respondents` of a side.
    pub(super) fn new(by_respondent: &[RespondentMeasures], source: LevelSource, respondents: u32) -> Self {
        let cited = count(by_respondent.len());
        let levels: Vec<f64> =
            by_respondent.iter().filter_map(|respondent| respondent.level(source)).collect();
        let with_valence = count(levels.len());
        let profile = Profile::new(levels, cited - with_valence, respondents - cited);
        let level = student::level(&profile).map_err(|reason| match (reason, source) {
            (Undefined::NoValence, LevelSource::Rating) => Undefined::NoRating,
            _ => reason,
        });
        let valued = by_respondent.iter().any(|respondent| respondent.valence.is_some());
        let without = |reason| level.err().filter(|_| cited == 0).unwrap_or(reason);
        Self {
            cited,
            with_valence,
            frequency: frequency(cited, respondents),
            intensity: mean(by_respondent, |respondent| respondent.intensity)
                .map(Level)
                .ok_or(without(Undefined::NoValence)),
            balance: balance(by_respondent).ok_or(without(if valued {
                Undefined::AllNeutral
            } else {
                Undefined::NoValence
            })),
            rating: mean(by_respondent, |respondent| respondent.rating)
                .map(Level)
                .ok_or(without(Undefined::NoRating)),
            effort: mean(by_respondent, |respondent| respondent.effort)
                .map(Effort)
                .ok_or(without(Undefined::NoEffort)),
            ambivalent: quarter(by_respondent, |respondent| respondent.praises)
                && quarter(by_respondent, |respondent| respondent.blames),
            level,
            profile,
            masked: None,
        }
    }
}

/// Each person who cites, ascending, with their level; the mentions are those of one moment by one side.
pub(super) fn citing(mentions: &[Mention], scope: &Scope) -> Vec<(u32, Option<f64>)> {
    RespondentMeasures::all(mentions, scope)
        .iter()
        .map(|respondent| (respondent.person, respondent.level(scope.levels)))
        .collect()
}

impl CrossSums {
    /// The sums of one side and one moment.
    ///
    /// Terms are added in the order of the levels, so that the order of respondents changes no bit.
    pub(super) fn new(by_respondent: &[RespondentMeasures], source: LevelSource) -> Self {
        let mut all: Vec<(f64, u32)> = by_respondent
            .iter()
            .filter_map(|respondent| Some((respondent.level(source)?, respondent.moments)))
            .collect();
        all.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        all.into_iter().fold(Self::default(), |cross_sums, (level, moments)| Self {
            moments: cross_sums.moments + f64::from(moments),
            products: cross_sums.products + level * f64::from(moments),
        })
    }
}

/// Mean over the respondents who have that figure; values are sorted before they are added, so that their order
/// changes no bit.
fn mean(
    by_respondent: &[RespondentMeasures],
    figure: impl Fn(&RespondentMeasures) -> Option<f64>,
) -> Option<f64> {
    Profile::new(by_respondent.iter().filter_map(figure).collect(), 0, 0).mean().map(|mean| mean.0)
}

/// (positive − negative) / (positive + negative) over respondents by the sign of their valence.
fn balance(by_respondent: &[RespondentMeasures]) -> Option<Share> {
    let number =
        |sign: fn(f64) -> bool| count(by_respondent.iter().filter(|v| v.valence.is_some_and(sign)).count());
    let (positive, negative) = (f64::from(number(|v| v > 0.0)), f64::from(number(|v| v < 0.0)));
    let signed = positive + negative;
    (signed > 0.0).then(|| Share((positive - negative) / signed))
}

/// Whether at least a quarter of the citing respondents are such; false where nobody cites.
fn quarter(by_respondent: &[RespondentMeasures], such: impl Fn(&RespondentMeasures) -> bool) -> bool {
    !by_respondent.is_empty()
        && 4 * by_respondent.iter().filter(|respondent| such(respondent)).count() >= by_respondent.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(mentions: &[(u32, Option<i64>)], respondents: u32) -> Measures {
        let mention = |(person, valence): &(u32, Option<i64>)| Mention {
            person: *person,
            valence: valence.and_then(|v| Score::try_from(v).ok()),
            effort: None,
        };
        let mentions: Vec<Mention> = mentions.iter().map(mention).collect();
        let mut ratings = vec![Some(2.0), Some(-1.0)];
        ratings.resize(20, None);
        let scope = Scope { ratings, moments: vec![1; 20], ..Scope::default() };
        Measures::new(&RespondentMeasures::all(&mentions, &scope), LevelSource::Valence, respondents)
    }

    impl Measures {
        /// The measures of respondents with these valences, `without` others who cite and `silent` who do not.
        pub(crate) fn of_valences(valences: &[f64], without: u32, silent: u32) -> Self {
            let mut measures = measured(&[], 0);
            let cited = count(valences.len());
            measures.profile = Profile::new(valences.to_vec(), without, silent);
            measures.cited = cited + without;
            measures.with_valence = cited;
            measures.level = student::level(&measures.profile);
            measures.frequency = frequency(cited + without, cited + without + silent);
            measures
        }
    }

    #[test]
    fn a_person_counts_once_and_intensity_is_not_level() {
        let measures = measured(&[(0, Some(2)), (0, Some(-2)), (0, None), (1, Some(1))], 4);
        assert_eq!((measures.cited, measures.with_valence), (2, 2));
        assert_eq!(
            measures.profile,
            Profile { valences: vec![(0.0, 1), (1.0, 1)], without_valence: 0, silent: 2 }
        );
        assert_eq!(measures.intensity, Ok(Level(1.5)));
        assert_eq!(measures.balance, Ok(Share(1.0)));
        assert_eq!(measures.rating, Ok(Level(0.5)));
        assert!(measures.ambivalent);
    }

    #[test]
    fn a_missing_figure_is_a_reason() {
        let reasons = |m: &Measures| (m.level.err(), m.intensity.err(), m.balance.err(), m.rating.err());
        let (nobody, silent) = (Some(Undefined::NoRespondents), Some(Undefined::NotCited));
        assert_eq!(reasons(&measured(&[], 0)), (nobody, nobody, nobody, nobody));
        assert_eq!(reasons(&measured(&[], 3)), (silent, silent, silent, silent));
        let no_valence = Some(Undefined::NoValence);
        assert_eq!(
            reasons(&measured(&[(2, None)], 3)),
            (no_valence, no_valence, no_valence, Some(Undefined::NoRating))
        );
        assert_eq!(reasons(&measured(&[(0, Some(0))], 3)), (None, None, Some(Undefined::AllNeutral), None));
    }

    #[test]
    fn ambivalent_from_a_quarter_each() {
        let by_respondent = |blaming: u32| {
            let all: Vec<_> = (0..8).map(|i| (i, Some(if i < blaming { -1 } else { 1 }))).collect();
            measured(&all, 8).ambivalent
        };
        assert_eq!(
            [by_respondent(0), by_respondent(1), by_respondent(2), by_respondent(6), by_respondent(7)],
            [false, false, true, true, false]
        );
        assert!(!measured(&[], 8).ambivalent);
    }
}
