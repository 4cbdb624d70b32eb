//! How far the coders of a project agree, moment by moment.

use crate::analysis::{Alpha, Filter, Kappa, Proportion, units::count};
use crate::model::{CoderId, Coding, Decision, MomentId, Project, Score, StageId};

use super::{ContingencyTable, Distance, Incomparable, Tags, Units, Weights, alpha, kappa, percent};

/// How far a set of coders agrees.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// Verbatims in scope that at least two of them coded.
    pub verbatims: u32,
    /// The sets of moments that each verbatim is coded with.
    pub tags: Units<Tags>,
    /// α of those sets with the distance of [`Distance::MASI`].
    pub tags_alpha: Result<Alpha, Incomparable>,
    /// One per moment of the codebook, in journey order.
    pub moments: Vec<MomentAgreement>,
}

/// How far they agree on one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentAgreement {
    /// Its stage.
    pub stage: StageId,
    /// The moment.
    pub moment: MomentId,
    /// Agreement on whether a verbatim is coded with it.
    pub presence: Presence,
    /// Agreement on its valence, where at least two coders gave one.
    pub valence: Valence,
}

/// Agreement on whether verbatims are coded with a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Presence {
    /// The judgements: all that [`interval`](super::interval) needs.
    pub units: Units<bool>,
    /// Percent agreement.
    pub percent: Result<Proportion, Incomparable>,
    /// Cohen's κ, of two coders.
    pub kappa: Result<Kappa, Incomparable>,
    /// Krippendorff's α, nominal.
    pub alpha: Result<Alpha, Incomparable>,
}

/// Agreement on the valence of a moment, over verbatims to which at least two coders gave one.
#[derive(Clone, Debug, PartialEq)]
pub struct Valence {
    /// The judgements: all that [`interval`](super::interval) needs.
    pub units: Units<Score>,
    /// κ of two coders, weighted by the distance of the valences.
    pub linear: Result<Kappa, Incomparable>,
    /// κ of two coders, weighted by its square.
    pub quadratic: Result<Kappa, Incomparable>,
    /// Krippendorff's α, ordinal.
    pub ordinal: Result<Alpha, Incomparable>,
    /// Krippendorff's α, interval.
    pub interval: Result<Alpha, Incomparable>,
}

/// How far these coders agree on the verbatims that the filter holds.
///
/// A verbatim counts if at least two of them coded it: with a moment, or as an explicit *no moment*, which means that
/// every moment is absent. A verbatim that a coder has not coded is a missing judgement, not an agreement. Codings of
/// moments that are no longer in the codebook are ignored. The order of the coders changes no figure.
///
/// Fewer than two coders: every figure is [`Incomparable::OneCoder`]. More: κ is
/// [`Incomparable::MoreThanTwoCoders`].
///
/// ```
/// use reflet::analysis::{Filter, agreement::agreement};
/// # use reflet::model::*;
/// # let mut project = Project::default();
/// # let moment = project.codebook.add("Visit", "Welcome");
/// # let (anne, bruno) = (CoderId(1), CoderId(2));
/// # let response = Response { side: Side::Client, source: SourceKey::Id("1".into()), respondent: None, wave: None,
/// #     date: None, segments: Default::default(), ratings: Vec::new() };
/// # project.responses.insert(ResponseId(1), response);
/// # let (yes, no) = (Decision::Codings(vec![Coding::of(moment)]), Decision::NoMoment);
/// # for (id, one, other) in [(1, &yes, &yes), (2, &yes, &no), (3, &no, &no), (4, &no, &no)] {
/// #     let decisions = [(anne, one.clone()), (bruno, other.clone())].into();
/// #     let verbatim = Verbatim { response: ResponseId(1), prompt: Prompt::Unknown, text: String::new(), decisions };
/// #     project.verbatims.insert(VerbatimId(id), verbatim);
/// # }
/// // Of four verbatims Anne codes two with the moment, Bruno one of those: 3/4 agree, and 1/2 would by chance.
/// let found = agreement(&project, &Filter::default(), &[anne, bruno]);
/// let presence = &found.moments[0].presence;
/// assert_eq!((found.verbatims, presence.percent.unwrap().0), (4, 0.75));
/// assert_eq!(presence.kappa.unwrap().0, 0.5);
/// ```
pub fn agreement(project: &Project, filter: &Filter, coders: &[CoderId]) -> Agreement {
    let mut coders = coders.to_vec();
    coders.sort_unstable();
    coders.dedup();
    let judged = judged(project, filter, &coders);
    let known = |coding: &Coding| project.codebook.moment(coding.moment).map(|moment| moment.id);
    let tags = |decision: &&Decision| decision.codings().iter().filter_map(known).collect::<Tags>();
    let tags = Units::new(judged.iter().map(|decisions| decisions.iter().map(tags).collect()));
    let of_coders = Coders { number: coders.len(), judged: &judged };
    let moments = project.codebook.moments().map(|(stage, moment)| MomentAgreement {
        stage: stage.id,
        moment: moment.id,
        presence: of_coders.presence(moment.id),
        valence: of_coders.valence(moment.id),
    });
    Agreement {
        verbatims: count(judged.len()),
        moments: moments.collect(),
        tags_alpha: of_coders.of_several(|| alpha(&tags, &Distance::<Tags>::MASI)),
        tags,
    }
}

/// The decisions on each verbatim in scope that at least two of the coders coded, in the order of the coders.
fn judged<'a>(project: &'a Project, filter: &Filter, coders: &[CoderId]) -> Vec<Vec<&'a Decision>> {
    let in_scope =
        project.verbatims.values().filter(|v| project.response_of(v).is_some_and(|r| filter.holds(r)));
    let decisions =
        in_scope.map(|v| coders.iter().filter_map(|coder| v.decision(*coder)).collect::<Vec<_>>());
    decisions.filter(|decisions| decisions.len() > 1).collect()
}

/// The decisions of `number` coders, by verbatim.
struct Coders<'a> {
    number: usize,
    judged: &'a [Vec<&'a Decision>],
}

impl Coders<'_> {
    fn presence(&self, moment: MomentId) -> Presence {
        let found = |decision: &&Decision| coding(decision, moment).is_some();
        let units = Units::new(self.judged.iter().map(|decisions| decisions.iter().map(found).collect()));
        Presence {
            percent: self.of_several(|| percent(&units)),
            kappa: self
                .of_two(|| kappa(&self.contingency::<2>(|d| Some(usize::from(found(&d)))), Weights::None)),
            alpha: self.of_several(|| alpha(&units, &Distance::Nominal)),
            units,
        }
    }

    fn valence(&self, moment: MomentId) -> Valence {
        let given = |decision: &Decision| coding(decision, moment).and_then(|coding| coding.valence);
        let valences = |decisions: &Vec<&Decision>| decisions.iter().copied().filter_map(given).collect();
        let units = Units::new(self.judged.iter().map(valences));
        // Valences from −2 have places from 0.
        let place = |decision: &Decision| usize::try_from(given(decision)?.get() - Score::MIN).ok();
        let weighted = |weights| self.of_two(|| kappa(&self.contingency::<5>(place), weights));
        Valence {
            linear: weighted(Weights::Linear),
            quadratic: weighted(Weights::Quadratic),
            ordinal: self.of_several(|| alpha(&units, &Distance::Ordinal)),
            interval: self.of_several(|| alpha(&units, &Distance::<Score>::INTERVAL)),
            units,
        }
    }

    /// The contingency table of two coders, over the verbatims where `place` gives both an answer.
    fn contingency<const N: usize>(&self, place: impl Fn(&Decision) -> Option<usize>) -> ContingencyTable<N> {
        let mut table = ContingencyTable::default();
        for decisions in self.judged {
            if let [one, other] = decisions[..]
                && let Some((one, other)) = place(one).zip(place(other))
            {
                table.add(one, other);
            }
        }
        table
    }

    fn of_several<T>(&self, figure: impl FnOnce() -> Result<T, Incomparable>) -> Result<T, Incomparable> {
        if self.number < 2 { Err(Incomparable::OneCoder) } else { figure() }
    }

    fn of_two<T>(&self, figure: impl FnOnce() -> Result<T, Incomparable>) -> Result<T, Incomparable> {
        if self.number > 2 { Err(Incomparable::MoreThanTwoCoders) } else { self.of_several(figure) }
    }
}

fn coding(decision: &Decision, moment: MomentId) -> Option<&Coding> {
    decision.codings().iter().find(|coding| coding.moment == moment)
}
