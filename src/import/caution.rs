//! Points that the user may have overlooked, although nothing forbids the import.

use super::mapping::Mapping;
use super::read::Outcome;
use crate::model::{Origin, Project, Side};

/// A point to check before the import is confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// Only ratings come in: no column of texts is chosen.
    WithoutText,
    /// The project has answers of one side only, and new ones of the same side come in.
    OneSideMissing {
        /// The side that has no answers.
        missing: Side,
        /// The side that has answers and gets the new ones.
        present: Side,
    },
}

/// The first caution about an import into that project, if there is one.
pub fn caution(project: &Project, mapping: &Mapping, outcome: &Outcome) -> Option<Caution> {
    if mapping.texts.is_empty() {
        return Some(Caution::WithoutText);
    }
    // An import while a sample is open goes to a project of its own.
    let has_answers =
        |side| project.origin != Origin::Sample && project.responses.values().any(|r| r.side == side);
    let sides = Side::BOTH.map(|side| (side, has_answers(side)));
    let ([(present, true), (missing, false)] | [(missing, false), (present, true)]) = sides else {
        return None;
    };
    // Rows that the project has already confirm the chosen side.
    let again = outcome.report.known + outcome.report.changed > 0;
    let new = &outcome.imported.responses;
    let same_side = !again && !new.is_empty() && new.iter().all(|response| response.side == present);
    same_side.then_some(Caution::OneSideMissing { missing, present })
}
