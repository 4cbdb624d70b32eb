//! Changes to the decisions of one coder.

use std::collections::BTreeSet;

use crate::model::{Coding, Decision, MomentId, Project, Score, VerbatimId};

use super::{Change, ChangeKind, CommandError, Edit};

pub fn toggle_moment(
    project: &Project,
    verbatim: VerbatimId,
    moment: MomentId,
) -> Result<Change, CommandError> {
    let mut codings = codings(project, verbatim, moment)?;
    match codings.iter().position(|coding| coding.moment == moment) {
        Some(index) => {
            codings.remove(index);
        }
        None => codings.push(Coding::of(moment)),
    }
    Ok(decide(project, verbatim, Decision::from_codings(codings)))
}

pub fn set_valence(
    project: &Project,
    verbatim: VerbatimId,
    moment: MomentId,
    valence: Option<Score>,
) -> Result<Change, CommandError> {
    let mut codings = codings(project, verbatim, moment)?;
    match codings.iter_mut().find(|coding| coding.moment == moment) {
        Some(coding) => coding.valence = valence,
        None => codings.push(Coding { valence, ..Coding::of(moment) }),
    }
    Ok(decide(project, verbatim, Decision::from_codings(codings)))
}

pub fn toggle_no_moment(project: &Project, verbatim: VerbatimId) -> Result<Change, CommandError> {
    let found = project.verbatims.get(&verbatim).ok_or(CommandError::UnknownVerbatim)?;
    let decision = match project.decision(found) {
        Some(Decision::NoMoment) => None,
        _ => Some(Decision::NoMoment),
    };
    Ok(decide(project, verbatim, decision))
}

/// Marks each of these verbatims as *no moment*, unless the coder whose codings are read has decided about it already.
pub fn no_moment(project: &Project, verbatims: &[VerbatimId]) -> Result<Change, CommandError> {
    let mut edits = Vec::with_capacity(verbatims.len());
    let mut seen = BTreeSet::new();
    for id in verbatims {
        let verbatim = project.verbatims.get(id).ok_or(CommandError::UnknownVerbatim)?;
        if project.decision(verbatim).is_none() && seen.insert(*id) {
            edits.push(Edit::Decision(*id, project.settings.coder, Some(Decision::NoMoment)));
        }
    }
    Ok(Change::new(ChangeKind::NoMoment, edits))
}

/// The present codings of the verbatim, after a check that both it and the moment exist.
fn codings(project: &Project, verbatim: VerbatimId, moment: MomentId) -> Result<Vec<Coding>, CommandError> {
    let verbatim = project.verbatims.get(&verbatim).ok_or(CommandError::UnknownVerbatim)?;
    project.codebook.moment(moment).ok_or(CommandError::UnknownMoment)?;
    Ok(project.decision(verbatim).map(|decision| decision.codings().to_vec()).unwrap_or_default())
}

fn decide(project: &Project, verbatim: VerbatimId, decision: Option<Decision>) -> Change {
    let edit = Edit::Decision(verbatim, project.settings.coder, decision);
    Change::new(ChangeKind::Coding(verbatim), vec![edit])
}
