//! Mirrored pairs: an employee statement beside the client statement that it mirrors.

use crate::analysis::{
    Estimate, Interval, NetPoints, NetScore, Points, Proportion, Undefined, newcombe::difference, wilson::Z,
};

use super::{Answers, Unavailable, boxes, nps, nps::Nps};

/// The figures of both sides, and their gap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair<Figure, Gap> {
    /// The employees' figure.
    pub employee: Estimate<Figure>,
    /// The clients' figure.
    pub client: Estimate<Figure>,
    /// Employees minus clients.
    pub gap: Estimate<Gap>,
}

/// Why there is no pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unpaired {
    /// The employees' question has no such figure.
    Employee(Unavailable),
    /// The clients' question has no such figure.
    Client(Unavailable),
}

/// How the employees' estimate compares with the clients' answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// Employees overestimate how content clients are.
    Over,
    /// Employees underestimate it.
    Under,
    /// The interval of the gap holds 0.
    Neither,
}

/// A difference of two figures.
pub trait Gap: Copy + PartialOrd {
    /// No difference.
    const NONE: Self;
}

impl Gap for Points {
    const NONE: Self = Self(0.0);
}

impl Gap for NetPoints {
    const NONE: Self = Self(0.0);
}

/// The pair of two statements by their shares of favourable answers ([`boxes::favourable`]), with the interval of
/// [`difference`] for the gap. Each side counts from the best end of its own scale.
///
/// By hand: 9 of 10 employees and 3 of 10 clients agree; Newcombe (1998) gives 0.6 [0.1705, 0.8090].
///
/// ```
/// use reflet::{analysis::{Answer, closed::{Answers, pair::favourable}}, model::Scale};
/// let agreeing = |number: usize| {
///     let answers = (0..10).map(|person| Answer(if person < number { 5.0 } else { 1.0 })).collect();
///     Answers::new(Scale::CSAT, answers)
/// };
/// let pair = favourable(&agreeing(9), &agreeing(3)).unwrap();
/// let ends = pair.gap.interval.unwrap();
/// assert!((pair.gap.value.0 - 0.6).abs() < 1e-12);
/// assert!((ends.low.0 - 0.1705).abs() < 5e-5 && (ends.high.0 - 0.8090).abs() < 5e-5);
/// ```
///
/// # Errors
/// [`Unpaired`] if one side has no share of favourable answers.
pub fn favourable(employee: &Answers, client: &Answers) -> Result<Pair<Proportion, Points>, Unpaired> {
    let shares = (
        boxes::favourable(employee).map_err(Unpaired::Employee)?,
        boxes::favourable(client).map_err(Unpaired::Client)?,
    );
    let counts = |answers: &Answers| {
        let agreeing = boxes::favourable_from(answers.scale).map(|lowest| answers.at_least(lowest));
        agreeing.map(|agreeing| (agreeing, answers.respondents()))
    };
    let counts = (counts(employee).map_err(Unpaired::Employee)?, counts(client).map_err(Unpaired::Client)?);
    let gap = difference(counts.0, counts.1);
    let gap = gap.map_err(|_| Unpaired::Client(Unavailable::NoAnswers))?;
    Ok(Pair { employee: shares.0, client: shares.1, gap })
}

/// The pair of two recommendations by their net promoter scores.
///
/// The two sides are independent, so with their standard errors
///
/// ```text
/// gap = NPS_e − NPS_c      gap ± 1.959964 · √(SE_e² + SE_c²)
/// ```
///
/// clipped to −200…+200. If all of one side are of one class, or it has one respondent, its standard error of 0 does not
/// mean certainty: the gap exists and its interval is that side's reason.
///
/// By hand: 50/30/20 on both sides, both with SE² = 61, gives 0 ± 1.959964 · √122 = 21.6485.
///
/// ```
/// use reflet::{analysis::{Answer, closed::{Answers, pair::net}}, model::Scale};
/// let side = [vec![Answer(10.0); 50], vec![Answer(8.0); 30], vec![Answer(0.0); 20]].concat();
/// let side = Answers::new(Scale::NPS, side);
/// let gap = net(&side, &side).unwrap().gap;
/// assert_eq!(gap.value.0, 0.0);
/// assert!((gap.interval.unwrap().high.0 - 21.6485).abs() < 5e-5);
/// ```
///
/// # Errors
/// [`Unpaired`] if one side has no net promoter score.
pub fn net(employee: &Answers, client: &Answers) -> Result<Pair<NetScore, NetPoints>, Unpaired> {
    let employee = nps::of(employee).map_err(Unpaired::Employee)?;
    let client = nps::of(client).map_err(Unpaired::Client)?;
    Ok(Pair { employee: employee.score, client: client.score, gap: net_gap(&employee, &client) })
}

fn net_gap(employee: &Nps, client: &Nps) -> Estimate<NetPoints> {
    let value = employee.score.value.0 - client.score.value.0;
    let error = (employee.error.0 * employee.error.0 + client.error.0 * client.error.0).sqrt();
    let ends = || Interval {
        low: NetPoints((value - Z * error).max(-200.0)),
        high: NetPoints((value + Z * error).min(200.0)),
    };
    let interval = employee.score.interval.and(client.score.interval).map(|_| ends());
    Estimate { value: NetPoints(value), interval }
}

impl<Figure, G: Gap> Pair<Figure, G> {
    /// The judgement of a pair that is an estimate ("miroir estimé"): employees answered in their clients' place, so the
    /// gap is estimate − clients, and its sign is that of an over- or underestimate.
    ///
    /// ```
    /// use reflet::{analysis::{Answer, closed::{Answers, pair::{Judgement, favourable}}}, model::Scale};
    /// let sure = Answers::new(Scale::CSAT, vec![Answer(5.0); 40]);
    /// let cool = Answers::new(Scale::CSAT, vec![Answer(2.0); 40]);
    /// let judged = |estimate, clients| favourable(estimate, clients).unwrap().judgement();
    /// assert_eq!(judged(&sure, &cool), Ok(Judgement::Over));
    /// assert_eq!(judged(&cool, &sure), Ok(Judgement::Under));
    /// assert_eq!(judged(&sure, &sure), Ok(Judgement::Neither));
    /// ```
    ///
    /// # Errors
    /// The reason why the gap has no interval.
    pub fn judgement(&self) -> Result<Judgement, Undefined> {
        let ends = self.gap.interval?;
        Ok(if ends.low > G::NONE {
            Judgement::Over
        } else if ends.high < G::NONE {
            Judgement::Under
        } else {
            Judgement::Neither
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::{analysis::Answer, model::Scale};

    fn nps(values: &[f64]) -> Answers {
        Answers::new(Scale::NPS, values.iter().copied().map(Answer).collect())
    }

    #[test]
    fn the_error_names_the_side_without_the_figure() {
        let (some, none) = (nps(&[9.0, 3.0]), nps(&[]));
        assert_eq!(net(&none, &some), Err(Unpaired::Employee(Unavailable::NoAnswers)));
        assert_eq!(net(&some, &none), Err(Unpaired::Client(Unavailable::NoAnswers)));
        assert_eq!(favourable(&some, &some), Err(Unpaired::Employee(Unavailable::OtherScale)));
    }

    #[test]
    fn a_unanimous_side_leaves_no_interval() {
        let pair = net(&nps(&[9.0, 3.0]), &nps(&[10.0, 10.0])).unwrap();
        assert_eq!(pair.gap.value, NetPoints(-100.0));
        assert_eq!(pair.judgement(), Err(Undefined::NoVariation));
    }

    #[test]
    fn swapping_the_sides_negates_the_gap() {
        let (one, other) = (nps(&[9.0, 3.0, 7.0, 10.0]), nps(&[8.0, 3.0, 0.0, 10.0, 9.0]));
        let [there, back] = [net(&one, &other), net(&other, &one)].map(|pair| pair.unwrap().gap);
        let (ends, turned) = (there.interval.unwrap(), back.interval.unwrap());
        assert_eq!(there.value.0.to_bits(), (-back.value.0).to_bits());
        assert_eq!((ends.low.0, ends.high.0), (-turned.high.0, -turned.low.0));
    }
}
