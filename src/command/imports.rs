//! Taking out what an import has brought.

use crate::model::{ImportId, Project};

use super::{Change, ChangeKind, CommandError, Edit};

/// Removes the responses and verbatims that an import has brought, with all that was decided on them since, and with the
/// verbatims that later imports gave to these responses.
///
/// Codings that it put on verbatims which were there before stay: others may have been built on them, and the coder is
/// chosen on its own. So do moments, coders and the order of waves.
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
