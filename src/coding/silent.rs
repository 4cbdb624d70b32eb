//! Verbatims without content, which one command can mark as *no moment* all at once.

use crate::import::nothing::says_nothing;
use crate::model::{Project, VerbatimId};

/// The undecided verbatims without content, such as "RAS", in the project's order.
pub fn saying_nothing(project: &Project) -> Vec<VerbatimId> {
    let undecided = project.verbatims.iter().filter(|(_, verbatim)| project.decision(verbatim).is_none());
    undecided.filter(|(_, verbatim)| says_nothing(&verbatim.text)).map(|(id, _)| *id).collect()
}
