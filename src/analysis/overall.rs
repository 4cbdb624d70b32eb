//! Figures of a whole mirror: coverage, counts of types by confidence, and moments ranked by stake.

use crate::model::{MomentId, Reading, Side};

use super::{
    Certainty, Class, Confidence, Family, Level, Measures, Mirror, Proportion, Row, SideSummary, Type,
    Undefined,
};

impl SideSummary {
    /// The share of coded verbatims in scope; none without verbatims.
    pub fn coverage(&self) -> Option<Proportion> {
        (self.verbatims > 0).then(|| Proportion(f64::from(self.coded) / f64::from(self.verbatims)))
    }

    /// Whether any coded verbatim has a known prompt.
    pub fn is_prompted(&self) -> bool {
        let [.., unknown] = self.prompts;
        unknown < self.coded
    }
}

impl Class {
    /// Its type, by levels or by silence.
    pub const fn kind(self) -> Option<Type> {
        match self {
            Self::Typed(kind, _) | Self::Silent(kind) => Some(kind),
            Self::Unclassified(_) => None,
        }
    }

    /// The identifier of its type, or of the reason why it has none.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Typed(kind, _) | Self::Silent(kind) => kind.id(),
            Self::Unclassified(reason) => reason.id(),
        }
    }

    /// How sure its type is.
    const fn confidence(self) -> Option<Confidence> {
        match self {
            Self::Typed(_, Some(Certainty { confidence, .. })) => Some(confidence),
            _ => None,
        }
    }
}

impl Row {
    /// The measures of that side.
    pub const fn side(&self, side: Side) -> &Measures {
        match side {
            Side::Client => &self.client,
            Side::Employee => &self.employee,
        }
    }
}

impl Mirror {
    /// The summary of that side.
    pub const fn side(&self, side: Side) -> &SideSummary {
        match side {
            Side::Client => &self.client,
            Side::Employee => &self.employee,
        }
    }

    /// The zero of that side's levels: in the relative reading its mean level, where it has one; else 0.
    pub fn zero(&self, side: Side, reading: Reading) -> Level {
        match (reading, self.side(side).mean_level) {
            (Reading::Relative, Ok(mean)) => mean,
            _ => Level(0.0),
        }
    }

    /// The row of a moment.
    pub fn row(&self, moment: MomentId) -> Option<&Row> {
        self.rows.iter().find(|row| row.moment == moment)
    }

    /// The moments whose employees' level is masked.
    pub fn masked(&self) -> Vec<MomentId> {
        let hidden = |row: &&Row| row.employee.level == Err(Undefined::Masked);
        self.rows.iter().filter(hidden).map(|row| row.moment).collect()
    }

    /// How many moments have a type by their levels.
    pub fn typed(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row.class, Class::Typed(..))).count()
    }

    /// How many moments have a type by the silence of employees.
    pub fn silent(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row.class, Class::Silent(_))).count()
    }

    /// How many types are firm, tendencies, undetermined; a type without certainty is none of them.
    pub fn confidences(&self) -> [usize; 3] {
        Confidence::ALL
            .map(|wanted| self.rows.iter().filter(|row| row.class.confidence() == Some(wanted)).count())
    }

    /// The moment with a firm type and the highest stake; the last among equals.
    pub fn top(&self) -> Option<&Row> {
        let firm = self.rows.iter().filter(|row| row.class.confidence() == Some(Confidence::Firm));
        let staked = firm.filter_map(|row| Some((row, row.stake.ok()?.0)));
        staked.max_by(|(_, a), (_, b)| a.total_cmp(b)).map(|(row, _)| row)
    }

    /// The moments of a family of action with their places, by descending stake; those without a stake come last, and
    /// equals stay in journey order.
    pub fn ranked(&self, family: Family) -> Vec<(usize, &Row)> {
        let own = |row: &Row| matches!(row.class, Class::Typed(kind, _) if kind.family() == family);
        let mut rows: Vec<_> = self.rows.iter().enumerate().filter(|(_, row)| own(row)).collect();
        let stake = |row: &Row| row.stake.map_or(-1.0, |stake| stake.0);
        rows.sort_by(|(_, a), (_, b)| stake(b).total_cmp(&stake(a)));
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Reason, Stake};
    use crate::model::{Codebook, Project};

    /// A mirror of moments of these types, each with its stake.
    fn mirror(rows: &[(Class, Option<f64>)]) -> Mirror {
        let mut codebook = Codebook::default();
        let stage = |codebook: &mut Codebook| codebook.stage_named("Journey").id;
        let rows = rows.iter().enumerate().map(|(at, (class, stake))| Row {
            moment: codebook.add("Journey", &format!("moment {at}")),
            stage: stage(&mut codebook),
            client: Measures::of_valences(&[1.0, 2.0], 0, 3),
            employee: Measures::of_valences(&[-1.0], 0, 3),
            class: *class,
            stake: stake.map(Stake).ok_or(Undefined::OneSideOnly),
        });
        let rows = rows.collect();
        Mirror { rows, ..crate::analysis::mirror(&Project::default(), &crate::analysis::Filter::default()) }
    }

    fn typed(kind: Type, confidence: Confidence) -> Class {
        Class::Typed(kind, Some(Certainty { probability: Proportion(0.9), confidence }))
    }

    fn places(rows: &[(usize, &Row)]) -> Vec<usize> {
        rows.iter().map(|(place, _)| *place).collect()
    }

    #[test]
    fn types_are_counted_by_confidence() {
        let mirror = mirror(&[
            (typed(Type::Pain, Confidence::Firm), Some(10.0)),
            (typed(Type::WinWin, Confidence::Tendency), Some(50.0)),
            (typed(Type::WinWin, Confidence::Tendency), None),
            (Class::Typed(Type::Pain, None), Some(5.0)),
            (Class::Silent(Type::Blindness), None),
            (Class::Unclassified(Reason::NotCited), None),
        ]);
        assert_eq!((mirror.typed(), mirror.silent(), mirror.confidences()), (4, 1, [1, 2, 0]));
        assert_eq!(mirror.rows.iter().map(|row| row.class.id()).next_back(), Some("not_cited"));
        assert_eq!(mirror.rows[4].class.kind(), Some(Type::Blindness));
        assert_eq!(mirror.rows[5].class.kind(), None);
    }

    #[test]
    fn the_top_moment_is_firm_and_families_are_ranked_by_stake() {
        let mirror = mirror(&[
            (typed(Type::Pain, Confidence::Firm), Some(10.0)),
            (typed(Type::DeadEnd, Confidence::Tendency), Some(50.0)),
            (typed(Type::DeadEnd, Confidence::Firm), Some(30.0)),
            (typed(Type::Pain, Confidence::Firm), None),
            (Class::Silent(Type::Blindness), Some(90.0)),
            (typed(Type::Pain, Confidence::Undetermined), Some(10.0)),
        ]);
        assert_eq!(mirror.top().map(|row| row.moment), Some(mirror.rows[2].moment));
        assert_eq!(places(&mirror.ranked(Family::Help)), [1, 2, 0, 5, 3]);
        assert!(mirror.ranked(Family::Raise).is_empty(), "a type by silence is in no family");
    }

    #[test]
    fn the_relative_reading_starts_from_the_mean() {
        let mut mirror = mirror(&[]);
        mirror.client.mean_level = Ok(Level(0.5));
        let zero = |side| [Reading::Absolute, Reading::Relative].map(|reading| mirror.zero(side, reading));
        assert_eq!(zero(Side::Client), [Level(0.0), Level(0.5)]);
        assert_eq!(zero(Side::Employee), [Level(0.0); 2], "without a mean levels stay as they are");
    }

    #[test]
    fn coverage_needs_verbatims() {
        let mut side = mirror(&[]).client;
        assert_eq!((side.coverage(), side.is_prompted()), (None, false));
        side = SideSummary { verbatims: 8, coded: 6, prompts: [0, 1, 0, 5], ..side };
        assert_eq!((side.coverage(), side.is_prompted()), (Some(Proportion(0.75)), true));
        assert!(!SideSummary { prompts: [0, 0, 0, 6], ..side }.is_prompted());
    }
}
