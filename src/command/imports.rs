//! Removes what an import brought.

use crate::model::{ImportId, Project};

use super::{Change, ChangeKind, CommandError, Edit};

/// Removes the responses and verbatims that an import brought, with all decisions about them, and with the verbatims
/// that later imports added to these responses.
///
/// Codings of the import on earlier verbatims stay: later work may build on them, and another coder can be chosen.
/// Moments, coders and the order of waves stay too.
pub fn remove(project: &Project, id: ImportId) -> Result<Change, CommandError> {
    let import = project.imports.iter().find(|import| import.id == id).ok_or(CommandError::UnknownImport)?;
    let (responses, verbatims) = (&import.responses, &import.verbatims);
    let goes = |id, of| verbatims.contains(&id) || responses.contains(&of);
    let gone = project.verbatims.iter().filter(|(id, verbatim)| goes(**id, verbatim.response));
    let mut edits: Vec<Edit> = gone.map(|(id, _)| Edit::Verbatim(*id, None)).collect();
    let gone = project.responses.keys().filter(|id| responses.contains(id));
    edits.extend(gone.map(|id| Edit::Response(*id, None)));
    let imports = project.imports.iter().filter(|import| import.id != id).cloned().collect();
    edits.push(Edit::Imports(imports));
    Ok(Change::new(ChangeKind::RemoveImport, edits))
}
