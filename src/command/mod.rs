//! Every change that a user can make, as data.
//!
//! A [`Command`] is a request; [`plan`] checks it against a project and turns it into a [`Change`],
//! which swaps itself in and out. Planning changes nothing.

mod change;
mod codebook;
mod coding;
mod erase;
mod import;
mod imports;
mod parts;
mod ratings;
mod waves;

pub use crate::model::draft::{Draft, DraftMoment};
pub use change::{Change, ChangeKind, Done, Edit};
pub use parts::{ProjectPart, ProjectParts};
pub use ratings::{ScaleRefused, set_recommendation, turn_question};

use crate::model::imported::Imported;
use crate::model::{
    ImportId, Moment, MomentId, Project, ResponseId, Scale, Score, Settings, StageId, Surveys, VerbatimId,
};

/// A change that a user requests.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Give the project a name.
    Rename(String),
    /// Change thresholds, seed and the like.
    Settings(Settings),
    /// Change benchmarks and pairs of closed questions, or the question that the mirror reads.
    Surveys(Surveys),
    /// Change what scales of ratings measure and which end is the best, each with its response and its place there; the
    /// benchmarks and pairs of their questions come along ([`turn_question`], [`set_recommendation`]).
    Scales(Vec<(ResponseId, usize, Scale)>, Surveys),
    /// Add the stages and moments of a draft that the codebook does not have yet.
    AddCodebook(Draft),
    /// Add a stage at the end.
    AddStage(String),
    /// Rename a stage.
    RenameStage(StageId, String),
    /// Move a stage to that place among the stages, from 0.
    MoveStage(StageId, usize),
    /// Remove a stage with its moments and their codings.
    RemoveStage(StageId),
    /// Add a moment at the end of a stage.
    AddMoment(StageId, String),
    /// Change a moment's name, definition, keywords or colour.
    EditMoment(Moment),
    /// Move a moment to that place in that stage, from 0.
    MoveMoment(MomentId, StageId, usize),
    /// Turn the codings of the first moment into codings of the second, and remove the first.
    MergeMoments(MomentId, MomentId),
    /// Remove a moment and its codings.
    RemoveMoment(MomentId),
    /// Put a moment on a verbatim, or take it off.
    ToggleMoment(VerbatimId, MomentId),
    /// Set the valence of a moment on a verbatim; puts the moment on if need be.
    SetValence(VerbatimId, MomentId, Option<Score>),
    /// Mark a verbatim as *no moment*, or take the mark off.
    ToggleNoMoment(VerbatimId),
    /// Mark as *no moment* those of these verbatims that have no decision.
    NoMoment(Vec<VerbatimId>),
    /// Add what was read from a source.
    Import(Imported),
    /// Remove the responses and verbatims that an import has brought.
    RemoveImport(ImportId),
    /// Rename the first wave to the second name; if a wave has that name already, both become one.
    RenameWave(String, String),
    /// Put the waves in that order; waves left out follow by time.
    OrderWaves(Vec<String>),
    /// Erase the person who gave that response, with all their responses. The one command without a way back.
    Erase(ResponseId),
}

/// Why a command cannot be carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// The verbatim does not exist.
    #[error("unknown verbatim")]
    UnknownVerbatim,
    /// The moment does not exist.
    #[error("unknown moment")]
    UnknownMoment,
    /// The response does not exist.
    #[error("unknown response")]
    UnknownResponse,
    /// The stage does not exist.
    #[error("unknown stage")]
    UnknownStage,
    /// The import does not exist.
    #[error("unknown import")]
    UnknownImport,
    /// The name is empty or only white space.
    #[error("empty name")]
    EmptyName,
    /// Another stage, or another moment of the stage, has the name.
    #[error("name already taken")]
    NameTaken,
    /// No response of that side has the question.
    #[error("unknown question")]
    UnknownQuestion,
    /// A recommendation is asked from 0 to 10, with 10 as the best.
    #[error("no scale of a recommendation")]
    NoRecommendation,
    /// Real data never join a sample.
    #[error("import into a sample")]
    Sample,
}

/// The change that a command makes in a project.
///
/// # Errors
/// If the command refers to something that does not exist, gives an empty or taken name, or imports into a sample.
pub fn plan(project: &Project, command: Command) -> Result<Change, CommandError> {
    match command {
        Command::Rename(name) => {
            Ok(Change::new(ChangeKind::Rename, vec![Edit::Name(name.trim().to_owned())]))
        }
        Command::Settings(settings) => Ok(change_settings(settings)),
        Command::Surveys(surveys) => Ok(Change::new(ChangeKind::Surveys, vec![Edit::Surveys(surveys)])),
        Command::Scales(scales, surveys) => {
            Ok(Change::new(ChangeKind::Scale, vec![Edit::Scales(scales), Edit::Surveys(surveys)]))
        }
        Command::AddCodebook(draft) => Ok(codebook::add_draft(project, &draft)),
        Command::AddStage(name) => codebook::add_stage(project, &name),
        Command::RenameStage(stage, name) => codebook::rename_stage(project, stage, &name),
        Command::MoveStage(stage, place) => codebook::move_stage(project, stage, place),
        Command::RemoveStage(stage) => codebook::remove_stage(project, stage),
        Command::AddMoment(stage, name) => codebook::add_moment(project, stage, &name),
        Command::EditMoment(moment) => codebook::edit_moment(project, moment),
        Command::MoveMoment(moment, stage, place) => codebook::move_moment(project, moment, stage, place),
        Command::MergeMoments(from, into) => codebook::merge_moments(project, from, into),
        Command::RemoveMoment(moment) => codebook::remove_moment(project, moment),
        Command::ToggleMoment(verbatim, moment) => coding::toggle_moment(project, verbatim, moment),
        Command::SetValence(verbatim, moment, valence) => {
            coding::set_valence(project, verbatim, moment, valence)
        }
        Command::ToggleNoMoment(verbatim) => coding::toggle_no_moment(project, verbatim),
        Command::NoMoment(verbatims) => coding::no_moment(project, &verbatims),
        Command::Import(imported) => import::plan(project, imported),
        Command::RemoveImport(import) => imports::remove(project, import),
        Command::RenameWave(from, into) => waves::rename(project, &from, &into),
        Command::OrderWaves(waves) => Ok(waves::order(waves)),
        Command::Erase(response) => erase::person(project, response),
    }
}

/// The change of [`Command::Settings`]. On its own, because the first load of the page needs no other command.
pub fn change_settings(settings: Settings) -> Change {
    Change::new(ChangeKind::Settings, vec![Edit::Settings(settings)])
}
