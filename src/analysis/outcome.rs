//! The results of an analysis. An undefined figure is a reason, never a number.

use crate::model::{MomentId, StageId};

use super::{Effort, Level, Proportion, Share, Stake};

/// Which responses an analysis reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Filter {
    /// Only responses of that wave.
    pub wave: Option<String>,
    /// Only responses whose attribute of that name has that value, alone or among others.
    pub segment: Option<(String, String)>,
}

/// Why a figure does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// No respondent of that side is coded (N = 0).
    NoRespondents,
    /// Nobody cites the moment (n = 0).
    NotCited,
    /// Nobody who cites it gave a valence.
    NoValence,
    /// One respondent only: the spread is unknown.
    OneRespondent,
    /// All respondents have the same value: the spread is unknown.
    NoVariation,
    /// All respondents are neutral: there is nothing to balance.
    AllNeutral,
    /// Nobody who cites it gave a rating.
    NoRating,
    /// Nobody who cites it has a coded effort.
    NoEffort,
    /// One side or both have no level.
    OneSideOnly,
    /// Fewer than 30 respondents on a side.
    FewRespondents,
    /// Fewer than eight moments with a type.
    FewMoments,
    /// Levels differ no more than by their noise.
    AllNoise,
    /// It would disclose a figure about too few people.
    Masked,
}

/// Why the figures of a cell are masked where results leave the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Masked {
    /// Its people are at least one, and fewer than that.
    Few(u32),
    /// Together with the published figures, sums and differences would disclose a few.
    Derivable,
    /// The whole group is masked.
    Group,
}

/// An interval that holds its estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval<T> {
    /// Lower end.
    pub low: T,
    /// Upper end.
    pub high: T,
}

/// A figure with its 95 % interval, or the reason why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate<T> {
    /// The figure.
    pub value: T,
    /// Its interval.
    pub interval: Result<Interval<T>, Undefined>,
}

/// The measures of one side and one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    /// Respondents who cite the moment (n).
    pub cited: u32,
    /// Those of them who gave a valence.
    pub with_valence: u32,
    /// n / N with the Wilson interval.
    pub frequency: Result<Estimate<Proportion>, Undefined>,
    /// Mean of the respondents' valences with the t interval, −2…+2.
    pub level: Result<Estimate<Level>, Undefined>,
    /// Mean over respondents of their mean |valence|.
    pub intensity: Result<Level, Undefined>,
    /// (positive − negative) / (positive + negative) respondents.
    pub balance: Result<Share, Undefined>,
    /// Mean rescaled rating of the citing respondents, in answer to one question ([`super::rated::question`]).
    pub rating: Result<Level, Undefined>,
    /// Mean over respondents of their mean effort.
    pub effort: Result<Effort, Undefined>,
    /// At least a quarter of the citing respondents positive and a quarter negative.
    pub ambivalent: bool,
    /// The respondents grouped by their valence: all that resampling needs.
    pub profile: Profile,
    /// Why all of this is masked, if it is; every other field is then empty.
    pub masked: Option<Masked>,
}

/// Sums over the respondents with a level for one moment, for the variance of [`what_if`](super::what_if): a
/// respondent's *moments* are those that they have a level for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CrossSums {
    /// The sum of their numbers of moments.
    pub moments: f64,
    /// The sum of level × number of moments.
    pub products: f64,
}

/// The N respondents of a side grouped by their valence for one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// The respondents' mean valences that occur, ascending, each with its number of respondents.
    pub valences: Vec<(f64, u32)>,
    /// Respondents who cite the moment without any valence.
    pub without_valence: u32,
    /// Respondents who do not cite it.
    pub silent: u32,
}

/// The six types: how clients and employees live the same moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Type {
    /// Client delighted, employee engaged.
    WinWin,
    /// Client delighted, employee indifferent (coup de chance).
    LuckyBreak,
    /// Client delighted, employee frustrated (douleur).
    Pain,
    /// Client dissatisfied, employee engaged (mauvais combat).
    WrongFight,
    /// Client dissatisfied, employee indifferent (cécité).
    Blindness,
    /// Client dissatisfied, employee frustrated (impasse).
    DeadEnd,
}

/// What to do about a moment, by its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Win-win: deploy it.
    Deploy,
    /// Douleur, impasse: help the employees.
    Help,
    /// Coup de chance, mauvais combat, cécité: raise awareness again.
    Raise,
}

impl Family {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Deploy, Self::Help, Self::Raise];
}

impl Type {
    /// Its family of action.
    pub const fn family(self) -> Family {
        match self {
            Self::WinWin => Family::Deploy,
            Self::Pain | Self::DeadEnd => Family::Help,
            Self::LuckyBreak | Self::WrongFight | Self::Blindness => Family::Raise,
        }
    }
}

/// The sides whose people are divided about a moment: the state of such a side stands for nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Divided {
    /// Clients alone.
    Client,
    /// Employees alone.
    Employee,
    /// Both.
    Both,
}

impl Divided {
    /// The identifier in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Employee => "employee",
            Self::Both => "both",
        }
    }
}

/// Why a moment has no type; in the order in which they apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// No coded client.
    NoDataClient,
    /// No coded employee.
    NoDataEmployee,
    /// Nobody cites it.
    NotCited,
    /// No employee cites it.
    ClientOnly,
    /// No client cites it.
    EmployeeOnly,
    /// Too few valences on both sides.
    InsufficientBoth,
    /// Too few client valences.
    InsufficientClient,
    /// Too few employee valences.
    InsufficientEmployee,
    /// Masked, because it would disclose figures about few employees.
    Masked,
}

/// The type of a moment, or why it has none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Class {
    /// It has a type; how sure, once resampled.
    Typed(Type, Option<Certainty>),
    /// It has a type by the silence of employees, who hardly ever cite it; this type has no certainty.
    Silent(Type),
    /// It has none.
    Unclassified(Reason),
}

/// How sure a type is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Certainty {
    /// P(client state) × P(employee state) over resamples.
    pub probability: Proportion,
    /// The class of the probability.
    pub confidence: Confidence,
}

/// How sure a type is, in three classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// P ≥ 0.80 and at least ten respondents with a valence on both sides.
    Firm,
    /// P ≥ 0.50.
    Tendency,
    /// Neither.
    Undetermined,
}

/// One moment of the mirror.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its stage.
    pub stage: StageId,
    /// The moment.
    pub moment: MomentId,
    /// The measures of clients.
    pub client: Measures,
    /// The measures of employees.
    pub employee: Measures,
    /// Its type.
    pub class: Class,
    /// Its stake.
    pub stake: Result<Stake, Undefined>,
}

/// The counts and sums of one side over all moments.
#[derive(Clone, Debug, PartialEq)]
pub struct SideSummary {
    /// Respondents with at least one coded verbatim in scope (N).
    pub respondents: u32,
    /// Verbatims in scope.
    pub verbatims: u32,
    /// Coded verbatims in scope.
    pub coded: u32,
    /// Mean level over moments, weighted by the respondents with a valence: the zero of the relative reading.
    pub mean_level: Result<Level, Undefined>,
    /// Over respondents, the sum of their numbers of moments with a level, and of the squares of these numbers.
    pub moments: (f64, f64),
    /// Per row, the sums that link the moment to the other moments of its respondents.
    pub cross_sums: Vec<CrossSums>,
    /// Coded verbatims by prompt: positive, negative, neutral, unknown.
    pub prompts: [u32; 4],
    /// Why all of this is masked, if it is; every other field is then empty.
    pub masked: Option<Masked>,
}

/// The mirror: every moment of the codebook in journey order.
#[derive(Clone, Debug, PartialEq)]
pub struct Mirror {
    /// Clients overall.
    pub client: SideSummary,
    /// Employees overall.
    pub employee: SideSummary,
    /// One row per moment.
    pub rows: Vec<Row>,
}
