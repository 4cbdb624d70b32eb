//! Changes to stages and moments, and what they do to codings.

use crate::model::draft::Draft;
use crate::model::{Codebook, Coding, Decision, Moment, MomentId, Project, Stage, StageId};

use super::{Change, ChangeKind, CommandError, Edit};

pub fn add_draft(project: &Project, draft: &Draft) -> Change {
    let mut codebook = project.codebook.clone();
    join(&mut codebook, draft);
    replaced(codebook, Vec::new())
}

/// Adds the moments of a draft that are not yet in their stage.
pub fn join(codebook: &mut Codebook, draft: &Draft) {
    for new in &draft.moments {
        if codebook.find_in(Some(&new.stage), &new.name).is_none() {
            let id = codebook.add(&new.stage, &new.name);
            if let Some(moment) = codebook.moment_mut(id) {
                moment.definition.clone_from(&new.definition);
                moment.keywords.clone_from(&new.keywords);
            }
        }
    }
}

pub fn add_stage(project: &Project, name: &str) -> Result<Change, CommandError> {
    let mut codebook = project.codebook.clone();
    let stage = Stage { id: codebook.free_stage_id(), name: checked(name)?, moments: Vec::new() };
    distinct(&codebook.stages, |other| other.name == stage.name)?;
    codebook.stages.push(stage);
    Ok(replaced(codebook, Vec::new()))
}

pub fn rename_stage(project: &Project, id: StageId, name: &str) -> Result<Change, CommandError> {
    let mut codebook = project.codebook.clone();
    let name = checked(name)?;
    distinct(&codebook.stages, |other| other.id != id && other.name == name)?;
    codebook.stage_mut(id).ok_or(CommandError::UnknownStage)?.name = name;
    Ok(replaced(codebook, Vec::new()))
}

pub fn move_stage(project: &Project, id: StageId, place: usize) -> Result<Change, CommandError> {
    let mut codebook = project.codebook.clone();
    let from = codebook.stages.iter().position(|s| s.id == id).ok_or(CommandError::UnknownStage)?;
    let stage = codebook.stages.remove(from);
    codebook.stages.insert(place.min(codebook.stages.len()), stage);
    Ok(replaced(codebook, Vec::new()))
}

pub fn remove_stage(project: &Project, id: StageId) -> Result<Change, CommandError> {
    let mut codebook = project.codebook.clone();
    let at = codebook.stages.iter().position(|s| s.id == id).ok_or(CommandError::UnknownStage)?;
    let gone: Vec<MomentId> = codebook.stages.remove(at).moments.iter().map(|m| m.id).collect();
    Ok(replaced(codebook, recoded(project, |coding| (!gone.contains(&coding.moment)).then_some(coding))))
}

pub fn add_moment(project: &Project, stage: StageId, name: &str) -> Result<Change, CommandError> {
    let mut codebook = project.codebook.clone();
    let name = checked(name)?;
    let stage = codebook.stage_mut(stage).ok_or(CommandError::UnknownStage)?;
    distinct(&stage.moments, |other| other.name == name)?;
    let stage = stage.name.clone();
    codebook.add(&stage, &name);
    Ok(replaced(codebook, Vec::new()))
}

pub fn edit_moment(project: &Project, moment: Moment) -> Result<Change, CommandError> {
    let mut codebook = project.codebook.clone();
    let moment = Moment { name: checked(&moment.name)?, ..moment };
    let stage = codebook
        .stages
        .iter_mut()
        .find(|stage| stage.moments.iter().any(|m| m.id == moment.id))
        .ok_or(CommandError::UnknownMoment)?;
    distinct(&stage.moments, |other| other.id != moment.id && other.name == moment.name)?;
    if let Some(place) = stage.moments.iter_mut().find(|m| m.id == moment.id) {
        *place = moment;
    }
    Ok(replaced(codebook, Vec::new()))
}

pub fn move_moment(
    project: &Project,
    id: MomentId,
    stage: StageId,
    place: usize,
) -> Result<Change, CommandError> {
    let mut codebook = project.codebook.clone();
    let moment = take(&mut codebook, id).ok_or(CommandError::UnknownMoment)?;
    let stage = codebook.stage_mut(stage).ok_or(CommandError::UnknownStage)?;
    distinct(&stage.moments, |other| other.name == moment.name)?;
    stage.moments.insert(place.min(stage.moments.len()), moment);
    Ok(replaced(codebook, Vec::new()))
}

pub fn merge_moments(project: &Project, from: MomentId, into: MomentId) -> Result<Change, CommandError> {
    let mut codebook = project.codebook.clone();
    if from == into {
        return Ok(replaced(codebook, Vec::new()));
    }
    codebook.moment(into).ok_or(CommandError::UnknownMoment)?;
    take(&mut codebook, from).ok_or(CommandError::UnknownMoment)?;
    let merged = recoded(project, |coding| {
        Some(if coding.moment == from { Coding { moment: into, ..coding } } else { coding })
    });
    Ok(replaced(codebook, merged))
}

pub fn remove_moment(project: &Project, id: MomentId) -> Result<Change, CommandError> {
    let mut codebook = project.codebook.clone();
    take(&mut codebook, id).ok_or(CommandError::UnknownMoment)?;
    Ok(replaced(codebook, recoded(project, |coding| (coding.moment != id).then_some(coding))))
}

fn replaced(codebook: Codebook, decisions: Vec<Edit>) -> Change {
    let mut edits = vec![Edit::Codebook(codebook)];
    edits.extend(decisions);
    Change::new(ChangeKind::Codebook, edits)
}

fn take(codebook: &mut Codebook, id: MomentId) -> Option<Moment> {
    codebook.stages.iter_mut().find_map(|stage| {
        let at = stage.moments.iter().position(|moment| moment.id == id)?;
        Some(stage.moments.remove(at))
    })
}

fn checked(name: &str) -> Result<String, CommandError> {
    let name = name.trim();
    if name.is_empty() { Err(CommandError::EmptyName) } else { Ok(name.to_owned()) }
}

fn distinct<T>(items: &[T], clashes: impl Fn(&T) -> bool) -> Result<(), CommandError> {
    if items.iter().any(clashes) { Err(CommandError::NameTaken) } else { Ok(()) }
}

/// The edits that put every coding of every coder through `keep`. Where two codings of one verbatim end up
/// on the same moment, the earlier one stays, and takes the valence of the later one if it has none.
/// A verbatim without any coding left is no longer coded.
fn recoded(project: &Project, keep: impl Fn(Coding) -> Option<Coding>) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (id, verbatim) in &project.verbatims {
        for (coder, decision) in &verbatim.decisions {
            let Decision::Codings(codings) = decision else { continue };
            let mut kept: Vec<Coding> = Vec::with_capacity(codings.len());
            for coding in codings.iter().cloned().filter_map(&keep) {
                match kept.iter_mut().find(|other| other.moment == coding.moment) {
                    Some(other) => other.valence = other.valence.or(coding.valence),
                    None => kept.push(coding),
                }
            }
            if kept != *codings {
                edits.push(Edit::Decision(*id, *coder, Decision::from_codings(kept)));
            }
        }
    }
    edits
}
