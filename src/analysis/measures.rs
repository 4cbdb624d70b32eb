//! The measures of one side and one moment. The unit is the respondent: who tells of a moment three times
//! counts once, with the mean of their valences.

use crate::model::Score;

use super::{
    Level, Measures, Profile, Share, Undefined, scope::Mention, student::level, units::count,
    wilson::frequency,
};

/// What one respondent says of one moment, over all their verbatims.
struct Voice {
    /// Mean valence of their codings that have one.
    valence: Option<f64>,
    /// Mean |valence| of the same codings.
    strength: Option<f64>,
    /// Whether any coding is positive.
    praises: bool,
    /// Whether any coding is negative.
    blames: bool,
    /// Mean rating of their responses, on the valence scale.
    rating: Option<f64>,
}

impl Voice {
    fn new(mentions: &[Mention], ratings: &[Option<f64>]) -> Self {
        let scores = || mentions.iter().filter_map(|mention| mention.valence).map(Score::get);
        let number: u32 = scores().map(|_| 1).sum();
        // Whole numbers until the one division, so that equal means are equal bit for bit.
        let mean = |sum: i32| (number > 0).then(|| f64::from(sum) / f64::from(number));
        Self {
            valence: mean(scores().map(i32::from).sum()),
            strength: mean(scores().map(|score| i32::from(score.abs())).sum()),
            praises: scores().any(|score| score > 0),
            blames: scores().any(|score| score < 0),
            rating: mentions.first().and_then(|mention| *ratings.get(mention.person as usize)?),
        }
    }
}

impl Measures {
    /// Measures the mentions of one moment by one side, sorted by person, among that many respondents.
    pub(super) fn new(mentions: &[Mention], ratings: &[Option<f64>], respondents: u32) -> Self {
        let voices: Vec<Voice> =
            mentions.chunk_by(|a, b| a.person == b.person).map(|same| Voice::new(same, ratings)).collect();
        let cited = count(voices.len());
        let valences: Vec<f64> = voices.iter().filter_map(|voice| voice.valence).collect();
        let with_valence = count(valences.len());
        let profile = Profile::new(valences, cited - with_valence, respondents - cited);
        let level = level(&profile);
        let without = |reason| level.err().filter(|_| cited == 0).unwrap_or(reason);
        Self {
            cited,
            with_valence,
            frequency: frequency(cited, respondents),
            intensity: mean(&voices, |voice| voice.strength).ok_or(without(Undefined::NoValence)),
            balance: balance(&profile).ok_or(level.err().unwrap_or(Undefined::AllNeutral)),
            rating: mean(&voices, |voice| voice.rating).ok_or(without(Undefined::NoRating)),
            ambivalent: quarter(&voices, |voice| voice.praises) && quarter(&voices, |voice| voice.blames),
            level,
            profile,
            masked: None,
        }
    }
}

/// Mean over the respondents who have that figure; sorted before they are added, so that their order changes
/// no bit of it.
fn mean(voices: &[Voice], figure: impl Fn(&Voice) -> Option<f64>) -> Option<Level> {
    Profile::new(voices.iter().filter_map(figure).collect(), 0, 0).mean()
}

/// (positive − negative) / (positive + negative) over respondents by the sign of their valence.
fn balance(profile: &Profile) -> Option<Share> {
    let number = |sign: fn(f64) -> bool| -> u32 {
        profile.valences.iter().filter(|(valence, _)| sign(*valence)).map(|(_, count)| count).sum()
    };
    let (positive, negative) = (f64::from(number(|v| v > 0.0)), f64::from(number(|v| v < 0.0)));
    let signed = positive + negative;
    (signed > 0.0).then(|| Share((positive - negative) / signed))
}

/// Whether at least a quarter of the citing respondents are such; nobody is not a quarter of nobody.
fn quarter(voices: &[Voice], such: impl Fn(&Voice) -> bool) -> bool {
    !voices.is_empty() && 4 * voices.iter().filter(|voice| such(voice)).count() >= voices.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Side;

    fn measured(mentions: &[(u32, Option<i64>)], respondents: u32) -> Measures {
        let mention = |(person, valence): &(u32, Option<i64>)| Mention {
            moment: 0,
            side: Side::Client,
            person: *person,
            valence: valence.and_then(|v| Score::try_from(v).ok()),
        };
        let mentions: Vec<Mention> = mentions.iter().map(mention).collect();
        Measures::new(&mentions, &[Some(2.0), Some(-1.0), None], respondents)
    }

    #[test]
    fn a_person_counts_once_and_strength_is_not_level() {
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
    fn what_is_missing_says_why() {
        let reasons = |m: &Measures| (m.level.err(), m.intensity.err(), m.balance.err(), m.rating.err());
        let (nobody, silent) = (Some(Undefined::NoRespondents), Some(Undefined::NotCited));
        assert_eq!(reasons(&measured(&[], 0)), (nobody, nobody, nobody, nobody));
        assert_eq!(reasons(&measured(&[], 3)), (silent, silent, silent, silent));
        let mute = Some(Undefined::NoValence);
        assert_eq!(reasons(&measured(&[(2, None)], 3)), (mute, mute, mute, Some(Undefined::NoRating)));
        assert_eq!(reasons(&measured(&[(0, Some(0))], 3)), (None, None, Some(Undefined::AllNeutral), None));
    }

    #[test]
    fn ambivalent_from_a_quarter_each() {
        let voices = |blaming: u32| {
            let all: Vec<_> = (0..8).map(|i| (i, Some(if i < blaming { -1 } else { 1 }))).collect();
            measured(&all, 8).ambivalent
        };
        assert_eq!(
            [voices(0), voices(1), voices(2), voices(6), voices(7)],
            [false, false, true, true, false]
        );
        assert!(!measured(&[], 8).ambivalent);
    }
}
