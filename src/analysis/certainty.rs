//! How sure a type is.

use crate::model::{Settings, Side};

use super::{Certainty, Class, Confidence, Proportion, Row, resample::ResampledLevels, types::Rule};

/// P at or above which a type is firm.
///
/// P is what resamples say, and takes no account of how many true levels lie near a threshold: `tests/simulation/firm.rs`
/// measures how many of the firm types are the true ones, by how true levels are spread.
const FIRM: f64 = 0.8;
/// P at or above which a type is a tendency.
const TENDENCY: f64 = 0.5;
/// Respondents with a valence that each side needs for a firm type.
pub const FIRM_RESPONDENTS: u32 = 10;

/// The probability from which each confidence begins, from the surest; a firm type also needs
/// [`FIRM_RESPONDENTS`].
pub const CONFIDENT: [(Confidence, Proportion); 2] =
    [(Confidence::Firm, Proportion(FIRM)), (Confidence::Tendency, Proportion(TENDENCY))];

impl Certainty {
    /// Whether the probability is that of a firm type, but the respondents are too few for one.
    ///
    /// ```
    /// use reflet::analysis::{Certainty, Proportion, certainty::confidence};
    /// let of = |share: f64, fewest| {
    ///     let probability = Proportion(share);
    ///     Certainty { probability, confidence: confidence(probability, fewest) }
    /// };
    /// assert!(of(0.8, 9).is_of_few());
    /// assert!(!of(0.8, 10).is_of_few() && !of(0.79, 9).is_of_few());
    /// ```
    pub fn is_of_few(self) -> bool {
        self.confidence == Confidence::Tendency && self.probability.0 >= FIRM
    }
}

/// The most resamples: more would fill the memory without a visible gain in precision.
pub(super) const MOST: u32 = 100_000;

/// The levels of both sides of a row in resamples. They depend on no threshold, so a moved one needs no new draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resampled {
    client: ResampledLevels,
    employee: ResampledLevels,
}

impl Resampled {
    /// Resamples a row; no levels for one that has no type, which no threshold changes.
    pub fn new(row: &Row, settings: &Settings) -> Self {
        let Class::Typed(..) = row.class else { return Self::default() };
        let resamples = settings.resamples.min(MOST);
        let draw =
            |side, profile| ResampledLevels::new(profile, (side, row.moment), settings.seed, resamples);
        Self {
            client: draw(Side::Client, &row.client.profile),
            employee: draw(Side::Employee, &row.employee.profile),
        }
    }
}

/// How sure the type of a row is; none if it has no type of its own, or nothing was resampled.
///
/// The two sides are independent samples, so P(type) = P(client state) × P(employee state), each the share of the
/// resamples in the state of the data. The minimum sample applies to the data, not to resamples.
///
/// By hand: if all respondents of a side give the same valence, so does every resample, and P is 1.
///
/// ```
/// use reflet::analysis::{Confidence, Filter, certainty::{self, Resampled}, mirror};
/// # use reflet::model::*;
/// # let mut project = Project::default();
/// # let moment = project.codebook.add("Visit", "Welcome");
/// # for (id, side) in (1..=10).map(|id| (id, Side::Client)).chain((11..=20).map(|id| (id, Side::Employee))) {
/// #     let response = Response { side, source: SourceKey::Id(id.to_string()), respondent: None, wave: None,
/// #         date: None, segments: Default::default(), ratings: Vec::new() };
/// #     project.responses.insert(ResponseId(id), response);
/// #     let coding = Coding { valence: Score::try_from(1).ok(), ..Coding::of(moment) };
/// #     let decision = Decision::Codings(vec![coding]);
/// #     project.verbatims.insert(VerbatimId(id), Verbatim { response: ResponseId(id), prompt: Prompt::Unknown,
/// #         text: String::new(), decisions: [(project.settings.coder, decision)].into() });
/// # }
/// // Ten clients and ten employees, each with +1.
/// let mirror = mirror(&project, &Filter::default());
/// let (row, rule) = (&mirror.rows[0], mirror.rule(&project.settings));
/// let certainty = certainty::of(row, &Resampled::new(row, &project.settings), &rule).unwrap();
/// assert_eq!((certainty.probability.0, certainty.confidence), (1.0, Confidence::Firm));
/// let terms = certainty::terms(row, &Resampled::new(row, &project.settings), &rule, 2000).unwrap();
/// assert_eq!((terms.client.0, terms.employee.0, terms.error.0, terms.fewest), (1.0, 1.0, 0.0, 10));
/// ```
pub fn of(row: &Row, resampled: &Resampled, rule: &Rule) -> Option<Certainty> {
    let (client, employee) = shares(row, resampled, rule)?;
    let probability = Proportion(client.0 * employee.0);
    Some(Certainty { probability, confidence: confidence(probability, fewest(row)) })
}

/// The shares of the resamples in which clients, and employees, are in the state of the data; none as in [`of`].
pub fn shares(row: &Row, resampled: &Resampled, rule: &Rule) -> Option<(Proportion, Proportion)> {
    let Class::Typed(..) = rule.class(&row.client, &row.employee) else { return None };
    let (client, employee) = rule.states(row)?;
    Some((
        Proportion(resampled.client.share(|level| rule.client_units(level) == client)?),
        Proportion(resampled.employee.share(|level| rule.employee_units(level) == employee)?),
    ))
}

/// What the certainty of a type is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// The share of the resamples in which clients are in the state of the data.
    pub client: Proportion,
    /// The same of employees.
    pub employee: Proportion,
    /// How far other draws may lead away ([`draw_error`]).
    pub error: Proportion,
    /// Respondents with a valence on the side that has fewest.
    pub fewest: u32,
}

/// The terms of [`of`], of so many resamples.
pub fn terms(row: &Row, drawn: &Resampled, rule: &Rule, resamples: u32) -> Option<Terms> {
    let (client, employee) = shares(row, drawn, rule)?;
    let error = draw_error((client, employee), resamples);
    Some(Terms { client, employee, error, fewest: fewest(row) })
}

fn fewest(row: &Row) -> u32 {
    row.client.with_valence.min(row.employee.with_valence)
}

/// How far P(type) of other draws would be from that of these, 95 times out of 100: 1.96 × the Monte Carlo error of a
/// product of two shares of so many independent resamples, √((e²·c(1 − c) + c²·e(1 − e)) / resamples).
///
/// It measures the precision of the draws alone, not how well P(type) itself is known. Zero where all draws agree.
///
/// Koehler, Brown and Haneuse (2009), *The American Statistician* 63, 155–162; the product by the delta method.
///
/// ```
/// use reflet::analysis::{Proportion, certainty::draw_error};
/// let Proportion(error) = draw_error((Proportion(0.9), Proportion(0.8)), 2000);
/// assert!((error - 1.96 * (0.64f64 * 0.09 / 2000.0 + 0.81 * 0.16 / 2000.0).sqrt()).abs() < 1e-15);
/// assert_eq!(draw_error((Proportion(1.0), Proportion(1.0)), 2000).0, 0.0);
/// ```
pub fn draw_error((client, employee): (Proportion, Proportion), resamples: u32) -> Proportion {
    let (c, e) = (client.0, employee.0);
    let variance = (e * e * c * (1.0 - c) + c * c * e * (1.0 - e)) / f64::from(resamples);
    Proportion(1.96 * variance.sqrt())
}

/// The confidence of a type whose smaller side has `fewest_respondents` with a valence.
///
/// ```
/// use reflet::analysis::{Confidence, Proportion, certainty::confidence};
/// assert_eq!(confidence(Proportion(0.80), 10), Confidence::Firm);
/// assert_eq!(confidence(Proportion(0.99), 9), Confidence::Tendency);
/// assert_eq!(confidence(Proportion(0.49), 500), Confidence::Undetermined);
/// ```
pub fn confidence(probability: Proportion, fewest_respondents: u32) -> Confidence {
    if probability.0 >= FIRM && fewest_respondents >= FIRM_RESPONDENTS {
        Confidence::Firm
    } else if probability.0 >= TENDENCY {
        Confidence::Tendency
    } else {
        Confidence::Undetermined
    }
}
