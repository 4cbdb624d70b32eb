//! Erases all that the project holds of a person.

use crate::model::{Project, ResponseId};

use super::{Change, ChangeKind, CommandError, Edit};

/// Removes all responses of the person who gave that one, with their ratings, verbatims and codings.
///
/// Imports keep their ranges, with a gap; codebook, coders and the order of waves stay, for the user wrote them.
pub fn person(project: &Project, response: ResponseId) -> Result<Change, CommandError> {
    let given = project.responses.get(&response).ok_or(CommandError::UnknownResponse)?;
    let person = Project::respondent(response, given);
    let is_theirs = |id: ResponseId| {
        project.responses.get(&id).is_some_and(|response| Project::respondent(id, response) == person)
    };
    let verbatims = project.verbatims.iter().filter(|(_, verbatim)| is_theirs(verbatim.response));
    let mut edits: Vec<Edit> = verbatims.map(|(id, _)| Edit::Verbatim(*id, None)).collect();
    let responses = project.responses.keys().filter(|id| is_theirs(**id));
    edits.extend(responses.map(|id| Edit::Response(*id, None)));
    Ok(Change::new(ChangeKind::Erase, edits))
}
