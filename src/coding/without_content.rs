//! Verbatims without content, which one command can mark as *no moment* all at once.

use crate::import::nothing::is_without_content;
use crate::model::{Project, VerbatimId};

/// The undecided verbatims without content, such as "RAS", in the project's order.
pub fn without_content(project: &Project) -> Vec<VerbatimId> {
    let undecided = project.verbatims.iter().filter(|(_, verbatim)| project.decision(verbatim).is_none());
    undecided.filter(|(_, verbatim)| is_without_content(&verbatim.text)).map(|(id, _)| *id).collect()
}
