//! Figures of a whole mirror: coverage, counts of types by confidence, and moments ranked by stake.

use crate::model::{MomentId, Reading, Side};
use crate::order::sorted;

use super::{
    Certainty, Class, Confidence, Divided, Family, Level, Measures, Mirror, Proportion, Row, SideSummary,
    Type, Undefined,
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

    /// How sure its type is; none without a type by levels, or without resamples.
    pub const fn confidence(self) -> Option<Confidence> {
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

    /// The sides that are divided, if any is: at least a quarter of those who cite the moment praise it, and at least a
    /// quarter complain.
    pub const fn divided(&self) -> Option<Divided> {
        match (self.client.ambivalent, self.employee.ambivalent) {
            (true, true) => Some(Divided::Both),
            (true, false) => Some(Divided::Client),
            (false, true) => Some(Divided::Employee),
            (false, false) => None,
        }
    }

    /// What can be done about it: the family of its type, if that is at least a tendency and no side is divided.
    pub fn family(&self) -> Option<Family> {
        match (self.class, self.divided()) {
            (Class::Typed(kind, Some(certainty)), None)
                if certainty.confidence != Confidence::Undetermined =>
            {
                Some(kind.family())
            }
            _ => None,
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

    /// The moment of the highest stake of those about which something can be done.
    pub fn top(&self) -> Option<&Row> {
        self.by_stake(&|row| row.family().is_some()).first().map(|(_, row)| *row)
    }

    /// The moments of a family of action with their places, by descending stake; those without a stake come last, and
    /// equals stay in journey order.
    pub fn ranked(&self, family: Family) -> Vec<(usize, &Row)> {
        self.by_stake(&|row| row.family() == Some(family))
    }

    /// The moments whose levels give a type that nobody should act upon yet, because a side is divided or the type is less
    /// than a tendency; in the same order.
    pub fn doubtful(&self) -> Vec<(usize, &Row)> {
        self.by_stake(&|row| matches!(row.class, Class::Typed(..)) && row.family().is_none())
    }

    fn by_stake(&self, wanted: &dyn Fn(&Row) -> bool) -> Vec<(usize, &Row)> {
        let rows: Vec<_> = self.rows.iter().enumerate().filter(|(_, row)| wanted(row)).collect();
        let stake = |row: &Row| row.stake.map_or(-1.0, |stake| stake.0);
        sorted(rows, |(_, a), (_, b)| stake(b).total_cmp(&stake(a)))
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
    fn families_hold_what_one_may_act_on_by_stake() {
        let mirror = mirror(&[
            (typed(Type::Pain, Confidence::Firm), Some(10.0)),
            (typed(Type::DeadEnd, Confidence::Tendency), Some(50.0)),
            (typed(Type::DeadEnd, Confidence::Firm), Some(30.0)),
            (typed(Type::Pain, Confidence::Firm), None),
            (Class::Silent(Type::Blindness), Some(90.0)),
            (typed(Type::Pain, Confidence::Undetermined), Some(10.0)),
        ]);
        assert_eq!(mirror.top().map(|row| row.moment), Some(mirror.rows[1].moment));
        assert_eq!(places(&mirror.ranked(Family::Help)), [1, 2, 0, 3]);
        assert_eq!(places(&mirror.doubtful()), [5]);
        assert!(mirror.ranked(Family::Raise).is_empty(), "a type by silence is in no family");
    }

    /// Half of the clients furious and half delighted: level 0, which is delighted by definition.
    #[test]
    fn a_divided_side_is_never_a_reason_to_act() {
        let mut mirror = mirror(&[
            (typed(Type::WinWin, Confidence::Firm), Some(50.0)),
            (typed(Type::WinWin, Confidence::Firm), Some(10.0)),
        ]);
        assert_eq!(mirror.rows[0].divided(), None);
        for (sides, divided) in
            [([true, false], Divided::Client), ([false, true], Divided::Employee), ([true; 2], Divided::Both)]
        {
            [mirror.rows[0].client.ambivalent, mirror.rows[0].employee.ambivalent] = sides;
            assert_eq!(mirror.rows[0].divided(), Some(divided));
            assert_eq!(mirror.rows[0].family(), None);
            assert_eq!(mirror.top().map(|row| row.moment), Some(mirror.rows[1].moment));
            assert_eq!(places(&mirror.ranked(Family::Deploy)), [1]);
            assert_eq!(places(&mirror.doubtful()), [0]);
        }
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
