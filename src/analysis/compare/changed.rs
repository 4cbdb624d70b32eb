//! The verdicts of a comparison, and the types that have moved.

use crate::analysis::{Class, Measures};

use super::groups::{Comparison, SideChange, Transition, Verdict};

impl SideChange {
    /// The verdicts on the frequency and on the level; none without a test.
    pub fn verdicts(&self) -> [Option<Verdict>; 2] {
        let frequency = self.frequency.as_ref().ok().and_then(|change| change.test.ok());
        let level = self.level.as_ref().ok().and_then(|change| change.test.ok());
        [frequency, level]
    }
}

impl Class {
    /// Whether the type after that is another one, or one by levels became one by silence or the other way round. Where a
    /// type is missing nothing has moved.
    pub fn moves_to(self, after: Self) -> bool {
        match (self, after) {
            (Self::Typed(before, _), Self::Typed(after, _)) | (Self::Silent(before), Self::Silent(after)) => {
                before != after
            }
            (Self::Typed(..), Self::Silent(_)) | (Self::Silent(_), Self::Typed(..)) => true,
            (Self::Unclassified(_), _) | (_, Self::Unclassified(_)) => false,
        }
    }
}

impl Transition {
    /// Whether the type has moved.
    pub fn is_move(&self) -> bool {
        self.before.moves_to(self.after)
    }
}

impl Comparison {
    /// The verdicts of all moments.
    pub fn verdicts(&self) -> Vec<Verdict> {
        let sides = self.rows.iter().flat_map(|row| [&row.client, &row.employee]);
        sides.flat_map(SideChange::verdicts).flatten().collect()
    }

    /// The verdicts of figures that both mirrors show; masked figures are left out.
    pub fn reported_verdicts(&self) -> Vec<Verdict> {
        let is_reported = |before: &Measures, after: &Measures| {
            [before.frequency.is_ok() && after.frequency.is_ok(), before.level.is_ok() && after.level.is_ok()]
        };
        let rows = self.rows.iter().zip(self.before.rows.iter().zip(&self.after.rows));
        rows.flat_map(|(row, (before, after))| {
            let sides = [
                (&row.client, is_reported(&before.client, &after.client)),
                (&row.employee, is_reported(&before.employee, &after.employee)),
            ];
            sides.into_iter().flat_map(|(side, reported)| side.verdicts().into_iter().zip(reported))
        })
        .filter_map(|(verdict, reported)| verdict.filter(|_| reported))
        .collect()
    }

    /// The moments whose type has moved, in journey order.
    pub fn moved(&self) -> impl Iterator<Item = Transition> {
        self.transitions().filter(Transition::is_move)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::compare::{Incomparable, groups::Change};
    use crate::analysis::{Certainty, Confidence, Probability, Proportion, Reason, Type, Undefined};
    use crate::analysis::{Estimate, Points, Shift};
    use crate::model::MomentId;

    fn typed(kind: Type, probability: f64) -> Class {
        let probability = Proportion(probability);
        Class::Typed(kind, Some(Certainty { probability, confidence: Confidence::Firm }))
    }

    #[test]
    fn a_type_moves_when_it_changes() {
        let moves = |before, after| Transition { moment: MomentId(1), before, after }.is_move();
        assert!(moves(typed(Type::Pain, 0.9), typed(Type::DeadEnd, 0.9)));
        assert!(!moves(typed(Type::Pain, 0.9), typed(Type::Pain, 0.6)), "how sure it is does not move it");
        assert!(!moves(typed(Type::Pain, 0.9), Class::Typed(Type::Pain, None)));
        let [blind, lucky] = [Type::Blindness, Type::LuckyBreak].map(Class::Silent);
        assert!(moves(blind, lucky) && !moves(blind, blind));
        assert!(moves(blind, typed(Type::Blindness, 0.9)) && moves(typed(Type::Blindness, 0.9), blind));
        let none = Class::Unclassified(Reason::NotCited);
        assert!(!moves(none, blind) && !moves(blind, none) && !moves(none, typed(Type::Pain, 0.9)));
        assert!(!moves(none, Class::Unclassified(Reason::ClientOnly)), "another reason is no move");
    }

    fn change<T>(value: T, test: Result<Verdict, Undefined>) -> Change<T> {
        Change { estimate: Estimate { value, interval: Err(Undefined::NoVariation) }, test }
    }

    #[test]
    fn a_side_has_a_verdict_for_each_tested_figure() {
        let verdict = Verdict { p: Probability(0.01), adjusted: Probability(0.04) };
        let side = |frequency, level| SideChange { frequency, level, pairs: None }.verdicts();
        let tested = Ok(change(Points(0.1), Ok(verdict)));
        let untested = Ok(change(Shift(0.1), Err(Undefined::OneRespondent)));
        assert_eq!(side(tested, untested), [Some(verdict), None]);
        let missing = Err(Incomparable::NobodyTwice);
        assert_eq!(side(missing, Ok(change(Shift(0.1), Ok(verdict)))), [None, Some(verdict)]);
    }
}
