//! Verbatims that say nothing, which can be decided about all at once.

use crate::import::nothing::says_nothing;
use crate::model::{Project, VerbatimId};

/// The verbatims such as "RAS" that nothing is decided about, in the project's order.
pub fn saying_nothing(project: &Project) -> Vec<VerbatimId> {
    let undecided = project.verbatims.iter().filter(|(_, verbatim)| project.decision(verbatim).is_none());
    undecided.filter(|(_, verbatim)| says_nothing(&verbatim.text)).map(|(id, _)| *id).collect()
}
